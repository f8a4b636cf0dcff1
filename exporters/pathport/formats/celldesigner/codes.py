"""CellDesigner's rules in our own words: what each demands, and how to mend a breach.

How they are applied is the business of ``rules`` (the grammar), ``checks`` and ``checks_lines``
(what holds without exception in the maps that CellDesigner wrote). An error makes readers fail or
draw something else; a warning is what CellDesigner's own files never have. MINERVA's files have
warnings, and are opened.
"""

from collections.abc import Mapping

from pathport.findings import Severity
from pathport.formats.celldesigner.terms import CELLDESIGNER, WIDEST
from pathport.rules import Rule

__all__ = ["RULES", "TOLERATED"]

TAGS = "CellDesigner Extension Tag Specification, fourth edition"
MAPS = "measured on 22 maps that CellDesigner wrote"


def rule(
    code: str, title: str, remedy: str, source: str = TAGS, severity: Severity = Severity.ERROR
) -> Rule:
    """A rule about a file, an error unless said otherwise."""
    return Rule(code=code, severity=severity, title=title, remedy=remedy, source=source)


def custom(code: str, title: str, remedy: str, source: str = MAPS) -> Rule:
    """A rule of which a breach is odd, and no error."""
    return rule(code, title, remedy, source, Severity.WARNING)


# The grammar

CHILD = custom("CDX201", "an element holds only elements that it may", "remove it", TAGS)
ORDER = custom(
    "CDX202", "the elements in an element stand in one order", "move it to its place", TAGS
)
TOO_MANY = custom("CDX203", "an element is there no more often than it may be", "keep one", TAGS)
MISSING_CHILD = custom("CDX204", "an element holds what it must", "add it", TAGS)
EMPTY_LIST = custom(
    "CDX269",
    "a list that may be left out holds something",
    "remove the list; what `pathport convert` writes has none that is empty",
    TAGS,
)
ATTRIBUTE = custom("CDX205", "an element has only attributes that it may", "remove it", TAGS)
MISSING = custom("CDX206", "an element has the attributes that it must", "add it", TAGS)
NEEDED = rule(
    "CDX252",
    "an element has the elements and attributes that it has in every map",
    "add it: readers take it for granted",
    "measured on 22 maps of CellDesigner's and those of other programs; momapy",
)
VALUE = rule("CDX207", "a value is one of those that it may be", "write what its type allows")
TEXT = custom("CDX208", "an element has text only where it may", "remove the text", TAGS)
WRAPPER = custom(
    "CDX209",
    "what CellDesigner adds to an element stands in a celldesigner:extension",
    "open the file in CellDesigner 4.4 and save it",
    TAGS,
)
VERSION = rule(
    "CDX210",
    "the extension stands in SBML Level 2 of a Version from 1 to 4",
    "export the pathway with `--to celldesigner`, which writes Level 2 Version 4",
    "sbgn/libsbgn, issue 65",
)

NAMESPACE = rule(
    "CDX268",
    "the extension is in CellDesigner's namespace",
    f'write xmlns:celldesigner="{CELLDESIGNER}": what is in another one is not read',
)

# Species, templates, aliases

NO_MODEL = rule(
    "CDX211",
    "the model of a diagram has an extension",
    "take the model's annotation from a copy of the file; "
    "`pathport convert --from celldesigner FILE -o X.celldesigner.xml` makes a new diagram of what "
    "is left",
)
NO_CLASS = rule("CDX212", "a species has a class", "add speciesIdentity with a class")
NO_TEMPLATE = rule(
    "CDX213",
    "a protein, gene or RNA that a species refers to is in the file",
    "add it to its list, or refer to one that is there",
)
REFERENCE = rule(
    "CDX214",
    "a species refers to a protein, gene or RNA if its class is one of these, and only then",
    "name a template of that class, or nothing but a name",
)
RESIDUE = rule(
    "CDX215",
    "a residue that is in a state is one of its template",
    "add the residue, or name one that is there",
)
ALIAS_OF = rule(
    "CDX216", "what an alias draws is in the file", "name a species, or remove the alias"
)
ALIAS_TWICE = rule(
    "CDX217", "no two aliases have one id", "give one of them another id, and where it is named"
)
INSIDE = rule(
    "CDX218",
    "an alias is in that of a complex if its species is a part of one, and only then",
    "name the alias of the complex in complexSpeciesAlias, or remove the attribute",
    MAPS,
)
COMPLEX_ALIAS = rule(
    "CDX219",
    "a complex is drawn by a complexSpeciesAlias, and nothing else is",
    "move the alias to the list for its class",
    MAPS,
)
WHOLE = rule(
    "CDX220", "the complex that a part is in is in the file", "name a species of class COMPLEX"
)
UNDRAWN = custom("CDX221", "every species has an alias", "add one: what has none can't be seen")
PARTS_DRAWN = custom(
    "CDX222",
    "a part of a complex is drawn as often as the complex",
    "draw it in each alias of the complex",
)
PART_UNDRAWN = rule(
    "CDX262",
    "a part of a complex has an alias",
    "draw it in each alias of the complex: what has none can't be seen",
    MAPS,
)
MULTIMER = custom(
    "CDX260", "a homodimer is of two or more", "write how many there are, or remove homodimer"
)
FONT = custom("CDX261", "the font of an alias has a size", "write a size above 0")
PLACE = custom(
    "CDX223",
    "an alias is in the frame of its species' compartment",
    "name an alias of that compartment in compartmentAlias",
)
FRAME = rule(
    "CDX224",
    "the frame that an alias names is in the file",
    "name the alias of a compartment, or remove the attribute",
)
FRAME_OF = rule(
    "CDX225", "the compartment that a frame draws is in the file", "name one that is there"
)
OUTERMOST = custom(
    "CDX226",
    'there is a compartment "default", which is around all others',
    'add a compartment with the id "default"',
)
INSIDE_OF = custom(
    "CDX270",
    'each compartment but "default" is inside of that, or of another one',
    'write outside="default", or what it is inside of',
)
UNFRAMED = custom(
    "CDX271",
    'each compartment but "default" has an alias',
    "add a compartmentAlias: what has none can't be seen",
)
BOX_SIZE = custom(
    "CDX227", "an alias is as large in its view as its bounds", "write the same width and height"
)
OUTSIDE = custom(
    "CDX228", "an alias lies on the canvas", "move it onto the canvas, or make that larger"
)

CANVAS = rule(
    "CDX229",
    f"the model tells how large its canvas is: from 1 to {WIDEST} pixels either way",
    "write modelDisplay with sizeX and sizeY",
)
SIZE = rule(
    "CDX230", "a box or frame has a width and a height", "write bounds with w and h above 0", MAPS
)
OUT_OF_FRAME = custom(
    "CDX246",
    "the middle of an alias on no membrane lies in the frame of its compartment, and in none if "
    "that has none",
    "move it into the frame of its compartment and out of others, or name the compartment that it "
    "is drawn in: CellDesigner takes what is moved to be where it is drawn",
)

FRAME_PLACE = custom(
    "CDX251",
    "a frame of a compartment lies in one of the compartment that it is inside of",
    "move it into the frame of what its compartment is inside of, or name in outside what it is "
    "drawn in: CellDesigner takes what is moved to be where it is drawn",
)

ON_MEMBRANE = custom(
    "CDX255",
    "an alias of what is on the membrane around a compartment touches the frame of that",
    "move it onto the border of the frame, or write inside as its position: CellDesigner takes "
    "what is moved to be where it is drawn",
    "measured on 71 aliases in five maps that CellDesigner wrote",
)

PART_PLACE = custom(
    "CDX247",
    "the middle of a part lies in the box of its complex",
    "move it into the box of its complex: CellDesigner takes what is moved out to be no part",
)
GROUP = rule(
    "CDX248",
    "the members of a group are aliases in the file",
    "name one that is there, or remove it from members",
)
ONE_STATE = rule(
    "CDX249",
    "a species has each residue in one state",
    "keep one of the modifications of the residue",
)

TEMPLATE_TWICE = rule(
    "CDX253",
    "no two residues or regions of a protein, gene or RNA have one id",
    "give one of them another id, and where a state names it",
)
TEMPLATES_TWICE = rule(
    "CDX265",
    "no two proteins, genes or RNAs have one id",
    "give one of them another id, and where a species names it",
)
PART_TWICE = rule(
    "CDX254",
    "no two species, parts of complexes included, have one id",
    "give one of them another id, and its aliases",
)

STRUCTURE = rule(
    "CDX263",
    "what has a structural state is of class PROTEIN or COMPLEX",
    "remove listOfStructuralStates, and tell the state in the name of the species or its notes",
    "measured on 22 maps that CellDesigner wrote; momapy",
)

# Reactions

NO_TYPE = rule(
    "CDX231",
    "a reaction has a type",
    "add a celldesigner:extension with its reactionType and its line",
)
BASES = rule(
    "CDX232",
    "an association has two base reactants, a dissociation or truncation two base products, and "
    "any other reaction one of each",
    "choose a type with as many, or move the others to the lists of links",
    MAPS,
)
END = rule(
    "CDX233",
    "the alias at the end of a line is in the file",
    "name an alias of the species that the line is of",
)
BASE_OF = rule(
    "CDX266",
    "a reactant or product that is drawn is a species in the file",
    "name the species that its alias draws",
    MAPS,
)
LINE_OF = custom(
    "CDX267",
    "the species that a modification is of are in the file",
    "name the species that its aliases draw",
)
CATALYZED = custom(
    "CDX272",
    "the reactions that a species is said to modify are in the file",
    "take it out of the list of catalyzed reactions, which repeats what the reactions say",
)
END_OF = custom(
    "CDX242",
    "the alias at the end of a line draws the species that the line is of",
    "name an alias of that species",
)
END_OF_BASE = rule(
    "CDX244",
    "the alias of a reactant or product draws that species",
    "name an alias of that species",
    MAPS,
)
ON_SQUARE = rule(
    "CDX245",
    "a line ends at one of the eight places of the square of its process",
    "write targetLineIndex as the arm, from -1 to 2 where the line has a junction, else -1 or 0, "
    'and the place, from 0 to 7, such as "-1,2"',
    MAPS,
)
SIDES = custom(
    "CDX234",
    "what a reaction draws as reactants and products is what SBML's lists have",
    "add what is lacking to the other list",
)
SEGMENTS = custom(
    "CDX235",
    "a line has a direction for each of its segments",
    "write a lineDirection for each segment: one more than there are bends, likewise for each of "
    "three arms; of a gate as many as its editPoints",
)
SQUARE = rule(
    "CDX236",
    "the line of a process tells which of its segments has the square",
    "write rectangleIndex, from 0 up to the number of bends; of a line with three arms "
    "tShapeIndex, from 0 up to the number of bends of the arm",
    MAPS,
)
NO_SQUARE = custom(
    "CDX243",
    "only the line of a process with one reactant and product tells of its square",
    "remove rectangleIndex",
)
JUNCTION = rule(
    "CDX237",
    "a line with three arms tells its junction and the bends of each arm",
    "write editPoints with num0, num1, num2 and tShapeIndex, the junction last",
)
STRAIGHT = custom(
    "CDX238",
    "the three boxes that a junction joins don't stand in one line",
    "move one of them by a pixel: their axes measure where the junction is",
)
MODIFIER = custom(
    "CDX239",
    "what a modification draws is a modifier in SBML's list, with the same alias",
    "add a modifierSpeciesReference with this alias",
)
MEMBERS = custom(
    "CDX240",
    "each species that a gate joins has a modification of its own",
    "add a modification with its alias",
)
GATE = rule(
    "CDX241",
    "a gate tells where it is and what its members do",
    "write its place as the last of editPoints, and modificationType",
)
GATE_OUTSIDE = custom(
    "CDX258", "a gate lies on the canvas", "move it onto the canvas, or make that larger"
)
ALONE = custom(
    "CDX259",
    "a gate joins two species or more, but for one that wants a species to be absent",
    "name the others too, or write the modification of the one without a gate",
)
NO_WIDTH = rule(
    "CDX256",
    "a line that bends ends where it does not start",
    "let its linkAnchors differ: the bends are told in axes from the one end to the other",
    MAPS,
)
BASE_LISTED = rule(
    "CDX257",
    "a base reactant or product is in SBML's list",
    "add a speciesReference with its species and alias: readers take it for granted",
    "measured on 22 maps that CellDesigner wrote; momapy",
)
GATE_PAIRS = rule(
    "CDX250",
    "a gate names an alias for each of its species",
    "write as many ids in aliases as in modifiers, in one order",
    MAPS,
)

# The place

NO_DIAGRAM = rule(
    "CDX301",
    "a file for CellDesigner has its extension",
    "`pathport convert FILE -o X.celldesigner.xml` makes a diagram of it",
    "iVis-at-Bilkent/newt, issue 763",
)
LEVEL_3 = rule(
    "CDX302",
    "a file for CellDesigner is SBML of Level 2",
    "`pathport convert FILE -o X.celldesigner.xml` makes one",
    "sbgn/libsbgn, issue 65",
)
NO_SBML = rule(
    "CDX303",
    "a file for CellDesigner is SBML",
    "`pathport convert FILE -o X.celldesigner.xml` makes one",
)

RULES = (
    CHILD, ORDER, TOO_MANY, MISSING_CHILD, ATTRIBUTE, MISSING, NEEDED, VALUE, TEXT, WRAPPER,
    VERSION, NO_MODEL, NO_CLASS, NO_TEMPLATE, REFERENCE, RESIDUE, ALIAS_OF, ALIAS_TWICE, INSIDE,
    COMPLEX_ALIAS, WHOLE, UNDRAWN, PARTS_DRAWN, PLACE, FRAME, FRAME_OF, OUTERMOST, BOX_SIZE,
    OUTSIDE, NO_TYPE, BASES, END, SIDES, SEGMENTS, SQUARE, JUNCTION, STRAIGHT, MODIFIER, MEMBERS,
    GATE, END_OF, NO_SQUARE, CANVAS, SIZE, END_OF_BASE, ON_SQUARE, OUT_OF_FRAME,
    FRAME_PLACE, ON_MEMBRANE, PART_PLACE, GROUP, ONE_STATE, GATE_PAIRS, TEMPLATE_TWICE, PART_TWICE,
    NO_WIDTH, BASE_LISTED, GATE_OUTSIDE, ALONE, MULTIMER, FONT, PART_UNDRAWN, STRUCTURE,
    TEMPLATES_TWICE, BASE_OF, LINE_OF, NAMESPACE, EMPTY_LIST, INSIDE_OF, UNFRAMED,
    CATALYZED, NO_DIAGRAM, LEVEL_3, NO_SBML,
)  # fmt: skip

TOLERATED: Mapping[str, str] = {
    OUTSIDE.code: "the layout of the pathway is kept as it is, its canvas too",
    GATE_OUTSIDE.code: "the layout of the pathway is kept as it is, its canvas too",
    FONT.code: "the layout of the pathway is kept as it is",
    OUT_OF_FRAME.code: "the layout of the pathway is kept as it is",
    FRAME_PLACE.code: "the layout of the pathway is kept as it is",
    ON_MEMBRANE.code: "the layout of the pathway is kept as it is",
    PART_PLACE.code: "the layout of the pathway is kept as it is",
    STRAIGHT.code: "the layout of the pathway is kept as it is; readers move an axis by a pixel",
}
"""Warnings that files of pathport may have, each with the reason."""
