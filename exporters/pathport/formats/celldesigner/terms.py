"""What CellDesigner calls the parts of a pathway: the enumerations of its extension, both ways.

Elements of SBML itself are the base's business. Where CellDesigner has several words for one thing
of the model, the word that is not written of itself is kept as the ``shape`` of the box or line, in
lower case; `shape_of` and `word_of_shape` are the two directions. CellDesigner Extension Tag
Specification, fourth edition; celldesigner.xsd of CellDesigner 4.
"""

import math
from collections.abc import Hashable
from typing import NamedTuple, TypeVar

from pathport.formats.sbml.terms import nearest
from pathport.model.enumerations import Effect, Kind, Logic, ProcessType, Role, Side
from pathport.model.modifications import modification, token
from pathport.terms import Terms

__all__ = [
    "ACTIVE",
    "ANCHOR",
    "ANYHOW",
    "BARE",
    "BASE_COUNTS",
    "BINDING_REGION",
    "BY_TURNS",
    "CELLDESIGNER",
    "CLOSE_UPS",
    "COLOUR",
    "COMPARTMENT_SHAPE",
    "COMPLEX",
    "DEFAULT",
    "DEGRADED",
    "DIRECT",
    "DONT_CARE",
    "DOUBLE_LINE",
    "DRUG",
    "EFFECT",
    "EMPTY",
    "GATE",
    "GATES",
    "GATE_REACTION",
    "GENERIC",
    "GRADIENT",
    "HAS_RECTANGLE",
    "INACTIVE",
    "INFLUENCE",
    "INFORMATION",
    "INSIDE",
    "KIND",
    "LAYER_SHAPE",
    "LEVEL",
    "LEVELS_2",
    "LEVEL_2",
    "LINE_PLACE",
    "MODEL_VERSION",
    "MODIFICATION_SITE",
    "MODIFIED",
    "NO_INFORMATION",
    "OPEN_SHAPE",
    "PHOSPHORYLATED",
    "PLAIN",
    "PROCESS",
    "PROTEIN",
    "PROTEIN_TYPE",
    "READS",
    "READS_TO",
    "REGION",
    "REGIONS_OF",
    "SHAPED_CLASS",
    "SHAPED_POSITION",
    "SIDE",
    "SIDE_INSIDE",
    "SIZE",
    "STRUCTURED",
    "TAG",
    "TEMPLATE",
    "TOP",
    "TRANSITION",
    "TRUNCATED",
    "T_SHAPED",
    "UNKNOWN_GATE",
    "UNKNOWN_GATE_SHAPE",
    "UNKNOWN_STATE",
    "UNSURE",
    "UPRIGHT",
    "WIDEST",
    "Template",
    "kind_of",
    "modified_word",
    "shape_of",
    "word_of_shape",
]

K = TypeVar("K", bound=Hashable)

CELLDESIGNER = "http://www.sbml.org/2001/ns/celldesigner"
LEVEL_2 = "http://www.sbml.org/sbml/level2/version4"
"""The only namespace of SBML that CellDesigner 4 writes."""
LEVELS_2 = "http://www.sbml.org/sbml/level2"
"""What the namespaces begin with that CellDesigner has ever written."""
MODEL_VERSION = "4.0"
"""What CellDesigner 4.0 to 4.4 call the version of their model."""
DEFAULT = "default"
"""The id of the compartment that holds all others, and what is in none; it is not drawn."""
WIDEST = 32767
"""Width and height of a canvas, at most (xsd:short)."""

# Species

KIND = Terms(
    {
        Kind.PROTEIN: "PROTEIN",
        Kind.GENE: "GENE",
        Kind.RNA: "RNA",
        Kind.SMALL_MOLECULE: "SIMPLE_MOLECULE",
        Kind.ION: "ION",
        Kind.COMPLEX: "COMPLEX",
        Kind.PHENOTYPE: "PHENOTYPE",
        Kind.UNKNOWN: "UNKNOWN",
    },
    also={"ANTISENSE_RNA": Kind.RNA, "DRUG": Kind.SMALL_MOLECULE},
    coarse={
        Kind.GENE_PRODUCT: "PROTEIN",
        Kind.DNA: "GENE",
        Kind.FAMILY: "PROTEIN",
        Kind.PATHWAY: "PHENOTYPE",
    },
)
"""The class of a species by the kind of its molecule; a complex of known parts is a COMPLEX too."""

COMPLEX = "COMPLEX"
PROTEIN = "PROTEIN"
TRANSITION = "STATE_TRANSITION"
"""The type of a process that has no other."""
OPEN_SHAPE = "degradation"
"""The shape that draws an empty side in a layout."""
DEGRADED = "DEGRADED"
"""The class of what stands on the empty side of a process."""
DRUG = "DRUG"
"""The class of a small molecule with the role of a drug."""
SHAPED_CLASS = frozenset({"ANTISENSE_RNA"})
"""Classes that only the shape of a box tells from the usual one of its kind."""


BINDING_REGION = "bindingRegion"
MODIFICATION_SITE = "Modification Site"
"""The type of a region that is a residue: of a gene or RNA."""
SIDE_INSIDE = "inside"
"""The side of a residue that is drawn within its box."""
BARE = "residue"
"""The shape of the mark of a residue without a name of which no species tells anything."""
REGIONS = (
    "proteinBindingDomain",
    "transcriptionStartingSiteL",
    "transcriptionStartingSiteR",
    "CodingRegion",
    "RegulatoryRegion",
    "empty",
)
"""The types of regions of a gene or RNA that are no residues."""
REGION = Terms({it.lower(): it for it in (BINDING_REGION, SIDE_INSIDE, *REGIONS)})
"""What is on the border of a box and is no residue on its outside, by the shape of its mark."""


class Template(NamedTuple):
    """What the species of a class refer to: one element of the model, one identity."""

    list: str
    element: str
    reference: str
    type: str
    """The value of its attribute ``type``; a protein's tells more."""


TEMPLATE = {
    "PROTEIN": Template("listOfProteins", "protein", "proteinReference", ""),
    "GENE": Template("listOfGenes", "gene", "geneReference", "GENE"),
    "RNA": Template("listOfRNAs", "RNA", "rnaReference", "RNA"),
    "ANTISENSE_RNA": Template(
        "listOfAntisenseRNAs", "AntisenseRNA", "antisensernaReference", "ANTISENSE_RNA"
    ),
}
"""By class; species of other classes have a name instead."""

REGIONS_OF = {
    **dict.fromkeys(("GENE", "RNA", "ANTISENSE_RNA"), frozenset(REGIONS)),
    "PROTEIN": frozenset({BINDING_REGION, SIDE_INSIDE}),
}
"""By class, what of ``REGION`` its template may have."""

STRUCTURED = frozenset({PROTEIN, COMPLEX})
"""Classes whose species have structural states; readers fail on those of any other."""

DIRECT, BY_TURNS = "direct", "square"
"""The policies of lines: as their bends are, and level and upright by turns."""
LEVEL, UPRIGHT, ANYHOW = "horizontal", "vertical", "unknown"
"""The directions of segments."""

PROTEIN_TYPE = Terms(
    {Role.RECEPTOR: "RECEPTOR", Role.ION_CHANNEL: "ION_CHANNEL"},
    coarse={
        Role.GPCR: "RECEPTOR",
        Role.ATYPICAL_RECEPTOR: "RECEPTOR",
        Role.RECEPTOR_KINASE: "RECEPTOR",
    },
)
"""The type of a protein by its first role that has one."""
GENERIC = "GENERIC"
"""The type of any other protein."""
TRUNCATED = "TRUNCATED"
"""The type of a protein of which all species are fragments; a fragment beside others is one."""

ACTIVE = "active"
INACTIVE = "inactive"
"""The activity of a box. A species is active if all its boxes are; of others an active one has a
dashed border. What is inactive is not known to be active, no more."""

SIDE = Terms(
    {
        Side.OUTER: "outerSurface",
        Side.TRANSMEMBRANE: "transmembrane",
        Side.INNER: "innerSurface",
    },
    also={"insideOfMembrane": Side.TRANSMEMBRANE},
)
"""The position of a species to the membrane of its compartment."""
INSIDE = "inside"
"""The position of a species on no membrane."""
SHAPED_POSITION = {"insideofmembrane": "insideOfMembrane"}
"""By the shape of its boxes, the position of a species that only this tells from the usual one."""

# Residues

MODIFIED = Terms(
    {
        "phosphorylated": "mod:00696",
        "acetylated": "mod:02078",
        "ubiquitinated": "mod:01148",
        "methylated": "mod:00427",
        "hydroxylated": "mod:00677",
        "glycosylated": "mod:00693",
        "myristoylated": "mod:00438",
        "palmytoylated": "mod:00440",  # CellDesigner's own spelling
        "prenylated": "mod:00703",
        "protonated": "mod:01699",
        "sulfated": "mod:00695",
    }
)
"""The general PSI-MOD term of the state of a residue; of ubiquitin that on lysine."""
PHOSPHORYLATED = "phosphorylated"
"""The state that the name of a residue may begin with, as ``p``."""

TOP = math.pi / 2
"""Where a structural state usually is on its border, counter-clockwise from the right."""
EMPTY = "empty"
"""The state of a residue that is known to be unmodified."""
UNKNOWN_STATE = "unknown"
"""The state of a residue that is modified, nobody knows how, or as CellDesigner can't say."""
DONT_CARE = "don't care"
"""The state of a residue that may be modified or not: a modification with this word for a kind."""


def modified_word(kind: str | None, word: str | None) -> str:
    """The state that a kind of modification is, the kind a PSI-MOD term, or in a file's words."""
    if word == DONT_CARE:
        return DONT_CARE
    return (_state(kind) if kind is not None else None) or UNKNOWN_STATE


def _state(kind: str) -> str | None:
    """The state whose term is that of the kind's short word, or the nearest one above it."""
    short = token(kind)
    general = modification(short[0]) if short is not None else None
    return MODIFIED.key(kind) or nearest(MODIFIED, general or kind)


def kind_of(state: str, residue: str | None) -> str | None:
    """The PSI-MOD term of a state, the one for this residue (one letter) where there is one."""
    general = MODIFIED.word(state)
    short = token(general) if general is not None else None
    if short is None or residue is None:
        return general
    return modification(short[0], residue) or general


# Compartments

COMPARTMENT_SHAPE = Terms(
    {
        None: "SQUARE",
        "oval": "OVAL",
        **{
            f"square_closeup_{side}": f"SQUARE_CLOSEUP_{side.upper()}"
            for side in (
                "north",
                "south",
                "east",
                "west",
                "northeast",
                "northwest",
                "southeast",
                "southwest",
            )
        },
    }
)
"""The class of a compartment by the shape of its frame."""

DOUBLE_LINE = {"thickness": 12.0, "outerWidth": 2.0, "innerWidth": 1.0}
"""How far the two lines of a frame are apart, and how thick they are, as they usually are."""

CLOSE_UPS = {
    "SQUARE_CLOSEUP_NORTH": (None, 1),
    "SQUARE_CLOSEUP_SOUTH": (None, -1),
    "SQUARE_CLOSEUP_EAST": (-1, None),
    "SQUARE_CLOSEUP_WEST": (1, None),
    "SQUARE_CLOSEUP_NORTHEAST": (-1, 1),
    "SQUARE_CLOSEUP_NORTHWEST": (1, 1),
    "SQUARE_CLOSEUP_SOUTHEAST": (-1, -1),
    "SQUARE_CLOSEUP_SOUTHWEST": (1, -1),
}
"""On which sides of its point such a compartment lies, across and down: 1 beyond it, -1 before it;
along a side that is not told it is as long as the canvas."""

INFORMATION = Terms(
    {"unit_of_information": "open", "unit_of_information_closed": "closed"},
)
"""The state of the unit of information of a box, by the shape of the label that it is."""
NO_INFORMATION = "empty"
"""The state of that of a box that has none."""
TAG = Terms({f"tag_{it.lower()}": it for it in ("RIGHT", "LEFT", "UP", "DOWN")})
"""The direction of the tag of a box, by the shape of the label that it is."""
PLAIN = "Color"
"""The scheme of a paint that is one colour."""
GRADIENT = "Gradation"
"""The scheme of a paint that fades."""
LAYER_SHAPE = Terms({"rectangle": "Square", "oval": "Oval"})
"""The type of a shape in a layer."""

# Reactions

PROCESS = Terms(
    {
        ProcessType.CONVERSION: "STATE_TRANSITION",
        ProcessType.OMITTED: "KNOWN_TRANSITION_OMITTED",
        ProcessType.UNCERTAIN: "UNKNOWN_TRANSITION",
        ProcessType.TRANSPORT: "TRANSPORT",
        ProcessType.BINDING: "HETERODIMER_ASSOCIATION",
        ProcessType.DISSOCIATION: "DISSOCIATION",
        ProcessType.CLEAVAGE: "TRUNCATION",
        ProcessType.TRANSCRIPTION: "TRANSCRIPTION",
        ProcessType.TRANSLATION: "TRANSLATION",
    },
    coarse=dict.fromkeys(
        (
            ProcessType.PROCESS,
            ProcessType.ACTIVATION,
            ProcessType.INACTIVATION,
            ProcessType.PHOSPHORYLATION,
            ProcessType.DEPHOSPHORYLATION,
            ProcessType.UBIQUITINATION,
            ProcessType.ACETYLATION,
            ProcessType.METHYLATION,
            ProcessType.GLYCOSYLATION,
            ProcessType.PALMITOYLATION,
            ProcessType.MYRISTOYLATION,
            ProcessType.PRENYLATION,
            ProcessType.SULFATION,
            ProcessType.HYDROXYLATION,
            ProcessType.HYDROLYSIS,
            ProcessType.DEGRADATION,
            ProcessType.GENETIC_PRODUCTION,
        ),
        "STATE_TRANSITION",
    ),
)
"""The type of a reaction. One to the class `DEGRADED` is a degradation."""

BASE_COUNTS = {
    "HETERODIMER_ASSOCIATION": (2, 1),
    "DISSOCIATION": (1, 2),
    "TRUNCATION": (1, 2),
}
"""How many base reactants and products a reaction of this type has; all others have one and one."""
T_SHAPED = frozenset(BASE_COUNTS)
HAS_RECTANGLE = frozenset(
    {
        "STATE_TRANSITION",
        "KNOWN_TRANSITION_OMITTED",
        "UNKNOWN_TRANSITION",
        "TRANSPORT",
        "TRANSCRIPTION",
        "TRANSLATION",
    }
)
"""Types of reactions whose line says which of its segments has the process on it."""

READS = {
    ProcessType.TRANSCRIPTION: "TRANSCRIPTION",
    ProcessType.TRANSLATION: "TRANSLATION",
}
"""Processes whose base reactant is what they read."""
READS_TO = {
    ("GENE", "RNA"): "TRANSCRIPTION",
    ("GENE", "ANTISENSE_RNA"): "TRANSCRIPTION",
    ("RNA", "PROTEIN"): "TRANSLATION",
}
"""The type of any other process that reads a template, by the classes of that and of what it makes.
What leads from a gene straight to a protein is a state transition in CellDesigner's maps."""

EFFECT = Terms(
    {
        Effect.CATALYSIS: "CATALYSIS",
        Effect.STIMULATION: "PHYSICAL_STIMULATION",
        Effect.TRIGGER: "TRIGGER",
        Effect.INHIBITION: "INHIBITION",
        Effect.MODULATION: "MODULATION",
    },
    also={
        "UNKNOWN_CATALYSIS": Effect.CATALYSIS,
        "UNKNOWN_INHIBITION": Effect.INHIBITION,
        "POSITIVE_INFLUENCE": Effect.STIMULATION,
        "NEGATIVE_INFLUENCE": Effect.INHIBITION,
        "TRANSCRIPTIONAL_ACTIVATION": Effect.STIMULATION,
        "TRANSCRIPTIONAL_INHIBITION": Effect.INHIBITION,
        "TRANSLATIONAL_ACTIVATION": Effect.STIMULATION,
        "TRANSLATIONAL_INHIBITION": Effect.INHIBITION,
        "UNKNOWN_POSITIVE_INFLUENCE": Effect.STIMULATION,
        "UNKNOWN_NEGATIVE_INFLUENCE": Effect.INHIBITION,
        "UNKNOWN_PHYSICAL_STIMULATION": Effect.STIMULATION,
        "UNKNOWN_MODULATION": Effect.MODULATION,
        "UNKNOWN_TRIGGER": Effect.TRIGGER,
        "REDUCED_MODULATION": Effect.MODULATION,
        "REDUCED_PHYSICAL_STIMULATION": Effect.STIMULATION,
        "REDUCED_TRIGGER": Effect.TRIGGER,
        "UNKNOWN_REDUCED_MODULATION": Effect.MODULATION,
        "UNKNOWN_REDUCED_PHYSICAL_STIMULATION": Effect.STIMULATION,
        "UNKNOWN_REDUCED_TRIGGER": Effect.TRIGGER,
    },
    coarse={Effect.NECESSARY_STIMULATION: "TRIGGER"},
)
"""The type of a modification by what a control does to its process."""

INFLUENCE = Terms(
    {
        Effect.CATALYSIS: "CATALYSIS",
        Effect.STIMULATION: "POSITIVE_INFLUENCE",
        Effect.TRIGGER: "REDUCED_TRIGGER",
        Effect.INHIBITION: "NEGATIVE_INFLUENCE",
        Effect.MODULATION: "REDUCED_MODULATION",
    },
    also={
        "INHIBITION": Effect.INHIBITION,
        "MODULATION": Effect.MODULATION,
        "PHYSICAL_STIMULATION": Effect.STIMULATION,
        "REDUCED_PHYSICAL_STIMULATION": Effect.STIMULATION,
        "TRIGGER": Effect.TRIGGER,
        "TRANSCRIPTIONAL_ACTIVATION": Effect.STIMULATION,
        "TRANSCRIPTIONAL_INHIBITION": Effect.INHIBITION,
        "TRANSLATIONAL_ACTIVATION": Effect.STIMULATION,
        "TRANSLATIONAL_INHIBITION": Effect.INHIBITION,
        "UNKNOWN_CATALYSIS": Effect.CATALYSIS,
        "UNKNOWN_INHIBITION": Effect.INHIBITION,
        "UNKNOWN_NEGATIVE_INFLUENCE": Effect.INHIBITION,
        "UNKNOWN_POSITIVE_INFLUENCE": Effect.STIMULATION,
        "UNKNOWN_REDUCED_MODULATION": Effect.MODULATION,
        "UNKNOWN_REDUCED_PHYSICAL_STIMULATION": Effect.STIMULATION,
        "UNKNOWN_REDUCED_TRIGGER": Effect.TRIGGER,
    },
    coarse={Effect.NECESSARY_STIMULATION: "REDUCED_TRIGGER"},
)
"""The type of a reaction in the reduced notation by what its one reactant does to its product."""

UNSURE = {
    "CATALYSIS": "UNKNOWN_CATALYSIS",
    "INHIBITION": "UNKNOWN_INHIBITION",
    "POSITIVE_INFLUENCE": "UNKNOWN_POSITIVE_INFLUENCE",
    "NEGATIVE_INFLUENCE": "UNKNOWN_NEGATIVE_INFLUENCE",
    "REDUCED_MODULATION": "UNKNOWN_REDUCED_MODULATION",
    "REDUCED_PHYSICAL_STIMULATION": "UNKNOWN_REDUCED_PHYSICAL_STIMULATION",
    "REDUCED_TRIGGER": "UNKNOWN_REDUCED_TRIGGER",
}
"""The word for a control or influence that is hypothetical, by the word for one that is not."""

GATE = Terms(
    {
        Logic.AND: "BOOLEAN_LOGIC_GATE_AND",
        Logic.OR: "BOOLEAN_LOGIC_GATE_OR",
        Logic.NOT: "BOOLEAN_LOGIC_GATE_NOT",
    }
)
"""The type of a modification that joins several."""
UNKNOWN_GATE = "BOOLEAN_LOGIC_GATE_UNKNOWN"
"""The type of one that joins them in a way that nobody knows: each is a control of its own."""
UNKNOWN_GATE_SHAPE = UNKNOWN_GATE.lower()
"""The shape of the line from such a gate, which the lines of several controls meet."""
GATES = frozenset({*(word for _, word in GATE), UNKNOWN_GATE})
"""The types of modifications that join several."""
GATE_REACTION = "BOOLEAN_LOGIC_GATE"
"""The type of a reaction from a gate straight to a species."""


# Lines

ANCHOR = Terms(
    {
        (0.0, -1.0): "N",
        (0.5, -1.0): "NNE",
        (1.0, -1.0): "NE",
        (1.0, -0.5): "ENE",
        (1.0, 0.0): "E",
        (1.0, 0.5): "ESE",
        (1.0, 1.0): "SE",
        (0.5, 1.0): "SSE",
        (0.0, 1.0): "S",
        (-0.5, 1.0): "SSW",
        (-1.0, 1.0): "SW",
        (-1.0, 0.5): "WSW",
        (-1.0, 0.0): "W",
        (-1.0, -0.5): "WNW",
        (-1.0, -1.0): "NW",
        (-0.5, -1.0): "NNW",
    }
)
"""The position of a link's end by its place on the box: from the centre, in halves of its width and
height. Without a position, or with ``INACTIVE``, the line runs to the centre."""

LINE_PLACE = {
    0: (-1.0, 0.0),
    1: (1.0, 0.0),
    2: (0.0, -1.0),
    3: (0.0, 1.0),
    4: (-0.5, -1.0),
    5: (0.5, -1.0),
    6: (-0.5, 1.0),
    7: (0.5, 1.0),
}
"""Where on the square of its process a line ends, by the second number of ``targetLineIndex``: from
its centre in halves of its size, the process seen from left to right."""

# Looks

SIZE = {
    "PROTEIN": (80.0, 40.0),
    "RECEPTOR": (80.0, 50.0),
    "ION_CHANNEL": (80.0, 50.0),
    "TRUNCATED": (80.0, 50.0),
    "GENE": (70.0, 25.0),
    "RNA": (90.0, 25.0),
    "ANTISENSE_RNA": (90.0, 25.0),
    "SIMPLE_MOLECULE": (70.0, 25.0),
    "ION": (25.0, 25.0),
    "PHENOTYPE": (80.0, 30.0),
    "DRUG": (80.0, 30.0),
    "UNKNOWN": (70.0, 25.0),
    "DEGRADED": (30.0, 30.0),
    "COMPLEX": (100.0, 120.0),
}
"""The usual width and height by class, of a protein by its type where that has its own."""

COLOUR = {
    "PROTEIN": "ffccffcc",
    "RECEPTOR": "ffffffcc",
    "ION_CHANNEL": "ffccffff",
    "TRUNCATED": "ffffcccc",
    "GENE": "ffffff66",
    "RNA": "ff66ff66",
    "ANTISENSE_RNA": "ffff6666",
    "SIMPLE_MOLECULE": "ffccff66",
    "ION": "ff9999ff",
    "PHENOTYPE": "ffcc99ff",
    "DRUG": "ffffccff",
    "UNKNOWN": "ffffffff",
    "DEGRADED": "ffffcccc",
    "COMPLEX": "fff7f7f7",
    "COMPARTMENT": "ffcccc00",
    "LINE": "ff000000",
}
"""The usual fill by class, as alpha, red, green and blue."""


def shape_of(table: Terms[K, str], word: str) -> str | None:
    """The shape that keeps a word: nothing where the word is the one that is written of itself."""
    key = table.key(word)
    return None if key is None or table.word(key) == word else word.lower()


def word_of_shape(table: Terms[K, str], key: K, shape: str | None) -> str | None:
    """The word for a key: the one that the shape keeps, if that means the same, else the usual."""
    kept = (shape or "").upper()
    return kept if kept and table.key(kept) == key else table.word(key)
