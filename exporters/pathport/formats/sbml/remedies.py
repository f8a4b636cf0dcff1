"""The rules of libSBML that files break most, in our words, each with a remedy of its own.

The most frequent over real files (BioModels, CellDesigner maps, Reactome, KEGG, fbc and layout
examples), then over the faulty documents of the tests; any other rule has the remedy of
``codes.LIBSBML``. Numbers, weights and sections are those of the appendices on validation rules of
SBML Level 2 Version 4 and Level 3 Version 1, of Qualitative Models Version 1 (30xxxxx) and of
Layout Version 1 (60xxxxx); five-digit ones from 99 on and four-digit ones are libSBML's own.
"""

from pathport.findings import Severity
from pathport.formats.sbml.codes import LIBSBML
from pathport.rules import Rule

__all__ = ["REMEDIED", "REMEDIES"]

LEVEL_2, LEVEL_3 = "SBML Level 2 Version 4", "SBML Level 3 Version 1 Core"
QUAL, LAYOUT = "SBML Qualitative Models Version 1", "SBML Layout Version 1"
OWN = "libSBML 5.21"

ERRORS: tuple[tuple[int, str, str, str], ...] = (
    (
        1015,
        "an element has the attributes that it must have",
        "add the attribute that is missing",
        OWN,
    ),
    (
        1016,
        "an attribute has a value of its type",
        "write a number, or true or false, as the attribute demands",
        OWN,
    ),
    (
        10102,
        "the elements are those of the file's Level and Version",
        "remove the element, or put it into the annotation, in a namespace of its own",
        f"{LEVEL_3}, 4.1",
    ),
    (
        10103,
        "elements and attributes stand as the XML Schema has them",
        "move notes before the annotation and lists into their order; remove what the Level lacks",
        f"{LEVEL_3}, 4.1",
    ),
    (
        10217,
        "a formula in this place has a number as its result",
        "write the formula, or remove the element that has an empty one",
        f"{LEVEL_3}, 3.4",
    ),
    (
        10301,
        "no two elements of a model have one id",
        "rename one of the two, and where it is named",
        f"{LEVEL_3}, 3.3",
    ),
    (
        10302,
        "no two unit definitions have one id",
        "remove one of the two if they say the same, else rename it, and where it is named",
        f"{LEVEL_3}, 4.4",
    ),
    (
        10307,
        "no two elements of a file have one metaid",
        "change one of the two, and the rdf:about that names it",
        f"{LEVEL_3}, 3.1.6",
    ),
    (
        10308,
        "an sboTerm is SBO: and seven digits",
        "write it like SBO:0000252",
        f"{LEVEL_3}, 3.1.9",
    ),
    (10309, "a metaid is an XML ID", "begin it with a letter or _", f"{LEVEL_3}, 3.1.6"),
    (
        10310,
        "an id is a letter or _, then letters, digits and _",
        "replace what it may not hold by _, also where it is named",
        f"{LEVEL_3}, 3.1.7",
    ),
    (
        10313,
        "a unit that is named is SBML's, or is defined",
        "define the unit in listOfUnitDefinitions, or name one of SBML's",
        f"{LEVEL_3}, 3.1.10",
    ),
    (
        10401,
        "each element of an annotation has a namespace",
        "declare a namespace on the element",
        f"{LEVEL_2}, 3.2.4",
    ),
    (
        10402,
        "no two elements of an annotation have one namespace",
        "put what has one namespace into one element",
        f"{LEVEL_3}, 3.2.4",
    ),
    (
        10403,
        "an annotation holds no element of SBML's own namespace",
        "give the element a namespace of the program that wrote it",
        f"{LEVEL_2}, 3.2.4",
    ),
    (
        10801,
        "notes are in the namespace of XHTML",
        'put xmlns="http://www.w3.org/1999/xhtml" on what stands right in the notes',
        f"{LEVEL_3}, 3.2.3",
    ),
    (
        10804,
        "notes hold a document of XHTML, its body, or what stands in a body",
        "put the text into a paragraph, or the whole into a body",
        f"{LEVEL_2}, 3.2.3",
    ),
    (
        20201,
        "a file holds a model",
        "check whether the program that wrote it had finished",
        f"{LEVEL_3}, 4.1",
    ),
    (20203, "no list in a model is empty", "remove the empty list", f"{LEVEL_3}, 4.2"),
    (
        20505,
        "no compartment is outside of itself",
        "remove the outside of one in the circle",
        f"{LEVEL_2}, 4.7.7",
    ),
    (
        20517,
        "a compartment has the attributes of its Level, and those that it must have",
        "add id and constant, remove what is not of the Level",
        f"{LEVEL_3}, 4.5",
    ),
    (
        20601,
        "the compartment of a species exists",
        "name one of listOfCompartments, or add it there",
        f"{LEVEL_3}, 4.6.3",
    ),
    (
        20608,
        "the units of a species are those of an amount",
        "define a unit of amount, such as nanomole, for substanceUnits: a concentration is none",
        f"{LEVEL_2}, 4.8.5",
    ),
    (
        20609,
        "a species has an amount or a concentration, not both",
        "remove one of the two",
        f"{LEVEL_3}, 4.6.4",
    ),
    (
        20611,
        "no reaction consumes or produces a species that is constant and no boundary",
        'set boundaryCondition to "true", or constant to "false"',
        f"{LEVEL_3}, 4.6.6",
    ),
    (
        20623,
        "a species has the attributes of its Level, and those that it must have",
        "add what is missing, in Level 3 most often constant; remove what is not of the Level",
        f"{LEVEL_3}, 4.6",
    ),
    (
        21101,
        "a reaction has a reactant or a product",
        "add what takes part, or remove the reaction",
        f"{LEVEL_3}, 4.11.3",
    ),
    (
        21102,
        "in a reaction reactants come first, then products, modifiers and the rate law",
        "put them into this order",
        f"{LEVEL_2}, 4.13",
    ),
    (21103, "no list in a reaction is empty", "remove the empty list", f"{LEVEL_3}, 4.11"),
    (
        21104,
        "reactants and products are speciesReference elements",
        "make it a speciesReference, or move it to its own list",
        f"{LEVEL_3}, 4.11",
    ),
    (
        21105,
        "modifiers are modifierSpeciesReference elements",
        "make it a modifierSpeciesReference, or move it to its own list",
        f"{LEVEL_3}, 4.11",
    ),
    (
        21110,
        "a reaction has the attributes of its Level, and those that it must have",
        "add id, reversible and, in Level 3 Version 1, fast; remove what is not of the Level",
        f"{LEVEL_3}, 4.11",
    ),
    (
        21111,
        "the species that a reaction names exists",
        "name one of listOfSpecies, or add it there",
        f"{LEVEL_3}, 4.11.3",
    ),
    (
        21116,
        "a speciesReference has the attributes of its Level, and those that it must have",
        "add species and constant, remove what is not of the Level",
        f"{LEVEL_3}, 4.11.3",
    ),
    (
        21226,
        "a trigger has the attributes of its Level, and those that it must have",
        "add persistent and initialValue, and remove what is not of the Level",
        f"{LEVEL_3}, 4.12.2",
    ),
    (
        99107,
        "a package that is required is one that libSBML knows",
        "have the model written without the package",
        OWN,
    ),
    (
        99221,
        "what MathML says to be an integer is one",
        "write digits alone, or give the number another type: real, or e-notation",
        OWN,
    ),
    (
        3020303,
        "a qualitativeSpecies has its id, compartment and constant",
        "add what is missing in the namespace of qual, constant most often",
        f"{QUAL}, 3.5",
    ),
    (
        3020405,
        "a transition has one listOfFunctionTerms, and one list each of inputs and outputs at most",
        "add listOfFunctionTerms with a defaultTerm",
        f"{QUAL}, 3.6",
    ),
    (
        3020509,
        "an input that is constant is not used up",
        "set transitionEffect of the input to none, or constant of the qualitativeSpecies to false",
        f"{QUAL}, 3.6.1",
    ),
    (
        6020305,
        "a layout has an id, and no attributes of the package but its name",
        "add layout:id",
        f"{LAYOUT}, 3.6",
    ),
    (
        6020315,
        "a layout has its dimensions",
        "add layout:dimensions with a width and a height",
        f"{LAYOUT}, 3.6",
    ),
    (
        6020604,
        "a speciesGlyph has an id, and no attributes of the package but species and metaidRef",
        "add layout:id, and name no more than a species or a metaid",
        f"{LAYOUT}, 3.9",
    ),
    (
        6020608,
        "the species that a speciesGlyph shows exists",
        "name one of listOfSpecies; what is of another package is shown by a generalGlyph",
        f"{LAYOUT}, 3.9",
    ),
)

WARNINGS: tuple[tuple[int, str, str, str], ...] = (
    (
        10501,
        "what is added, compared or given to a function has the same units",
        "convert one of them, or declare the units that are meant",
        f"{LEVEL_3}, 3.4.11",
    ),
    (
        10541,
        "a rate law has the units of amount in time",
        "multiply a rate of concentration by the size of the compartment, or mend the units",
        f"{LEVEL_3}, 4.11.7",
    ),
    (
        10562,
        "what an event assigns to a species has the units of the species",
        "convert it, or declare the units that are meant",
        f"{LEVEL_3}, 4.12.5",
    ),
    (
        10701,
        "the sboTerm of a model is a framework or an occurring entity",
        "take a term under SBO:0000004 or SBO:0000231, or remove it",
        f"{LEVEL_3}, 5",
    ),
    (
        10707,
        "the sboTerm of a reaction is an occurring entity",
        "take a term under SBO:0000231; a role such as a stimulator's is its modifier's",
        f"{LEVEL_3}, 5",
    ),
    (
        10708,
        "the sboTerm of a reactant, product or modifier is such a role",
        "take a term under SBO:0000010, SBO:0000011 or SBO:0000019",
        f"{LEVEL_3}, 5",
    ),
    (
        10713,
        "the sboTerm of a species is a material entity",
        "take a term under SBO:0000240, such as SBO:0000250 for a messenger RNA",
        f"{LEVEL_3}, 5",
    ),
    (
        20518,
        "the units of a compartment can be told",
        "set spatialDimensions and units of the compartment",
        f"{LEVEL_3}, 4.5",
    ),
    (
        20616,
        "the units of a species can be told",
        "set substanceUnits of the species or of the model",
        f"{LEVEL_3}, 4.6.5",
    ),
    (
        80501,
        "a compartment has a size",
        "set size; 1 is as good as any where nothing is simulated",
        OWN,
    ),
    (
        80601,
        "a species has an initial amount or concentration",
        "set initialAmount; 0 is as good as any where nothing is simulated",
        OWN,
    ),
    (
        80701,
        "a parameter has units",
        'set units of the parameter; "dimensionless" for a plain number',
        OWN,
    ),
    (
        99303,
        "a unit that is named is SBML's, or is defined",
        "define the unit in listOfUnitDefinitions, or name one of SBML's",
        OWN,
    ),
    (
        99401,
        "an RDF description says what it is about",
        "write rdf:about as # and the metaid of the element",
        f"{LEVEL_3}, 6.3",
    ),
    (
        99402,
        "an RDF description says what it is about",
        "write rdf:about as # and the metaid of the element",
        f"{LEVEL_3}, 6.3",
    ),
    (
        99403,
        "an RDF description is about the metaid of its element",
        "write rdf:about as # and the metaid of the element",
        f"{LEVEL_3}, 6.3",
    ),
    (
        99404,
        "a model's history has a creator, and the dates of its creation and last change",
        "add what is missing: dcterms:creator, dcterms:created, dcterms:modified",
        f"{LEVEL_3}, 6.6",
    ),
    (
        99406,
        "an annotation holds elements",
        "put the text into the notes, or into an element with a namespace",
        OWN,
    ),
    (
        99505,
        "units can be followed through a formula",
        "declare the units of the parameters that it names, and of its plain numbers",
        OWN,
    ),
    (
        99508,
        "what a formula names has units",
        "declare units of the element, or for all of its kind on the model",
        OWN,
    ),
    (
        99509,
        "what units are followed through has a formula",
        "write the math of the element, or remove the element",
        OWN,
    ),
    (
        99701,
        "an sboTerm is a term that libSBML knows",
        "look the term up at identifiers.org/SBO; libSBML lacks the newest",
        OWN,
    ),
    (
        99702,
        "an sboTerm is no obsolete term",
        "look up what replaces it at identifiers.org/SBO",
        OWN,
    ),
    (
        3020311,
        "a qualitativeSpecies is set by one transition",
        "join the transitions whose outputs set it",
        f"{QUAL}, 3.6.2",
    ),
)

REMEDIED: tuple[Rule, ...] = tuple(
    Rule(
        code=f"{LIBSBML.code}-{number}",
        severity=severity,
        title=title,
        remedy=remedy,
        source=f"{source} (rule {number})",
    )
    for severity, rows in ((Severity.ERROR, ERRORS), (Severity.WARNING, WARNINGS))
    for number, title, remedy, source in rows
)
"""Rules for ``pathport rules``; how much a breach weighs may differ with Level and Version."""

REMEDIES = {number: remedy for rows in (ERRORS, WARNINGS) for number, _, remedy, _ in rows}
"""What to do about a breach, by the number of libSBML's rule."""
