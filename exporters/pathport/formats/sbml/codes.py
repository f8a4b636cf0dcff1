"""SBML's rules in our own words: what each demands, and how to mend a breach.

How they are applied is the business of ``checks``; what libSBML finds has its own codes there.
"""

from pathport.findings import Severity
from pathport.formats.sbml import refusals
from pathport.rules import Rule

__all__ = [
    "ABOUT",
    "ANNOTATION",
    "BRANCH",
    "CIRCLE",
    "CONSTANT",
    "COVERS",
    "DANGLING",
    "DIED",
    "EDITION",
    "EMPTY_LIST",
    "EXCLUDED",
    "ID",
    "ID_TWICE",
    "LIBSBML",
    "METAID",
    "METAID_TWICE",
    "MISSING",
    "NOTES",
    "NO_DIMENSIONS",
    "NUMBER",
    "ORDER",
    "PACKAGE",
    "PARTIAL",
    "PLACELESS",
    "RULES",
    "SAME_TYPE",
    "SBO",
    "SBO_UNKNOWN",
    "SIDES",
    "STRANGE_RESOURCE",
    "UNKNOWN_ATTRIBUTE",
    "UNKNOWN_ELEMENT",
    "URI",
    "VALUE",
    "WHOLE",
]


def rule(
    code: str, title: str, remedy: str, source: str, severity: Severity = Severity.ERROR
) -> Rule:
    """A rule about files of Level 3 Version 1 unless its source says otherwise."""
    source = f"SBML Level 3 Version 1 Core, {source}"
    return Rule(code=code, severity=severity, title=title, remedy=remedy, source=source)


ID = rule(
    "SBM201",
    "an id is a letter or _, then letters, digits and _",
    "rename the element, and where it is named",
    "3.1.7 (rule 10310)",
)
ID_TWICE = rule(
    "SBM202",
    "no two elements of a model have one id",
    "rename one of them, and where it is named",
    "3.3 (rule 10301)",
)
METAID = rule(
    "SBM203", "a metaid is an XML ID", "begin it with a letter or _", "3.1.6 (rule 10309)"
)
METAID_TWICE = rule(
    "SBM204",
    "no two elements of a file have one metaid",
    "change one of them, and the rdf:about that names it",
    "3.1.6 (rule 10307)",
)
MISSING = rule(
    "SBM205",
    "an element has the attributes that it must have",
    "add the attribute",
    "4 (rules 20517, 20623, 21110, 21116)",
)
DANGLING = rule(
    "SBM206",
    "what is named by id is there, and what can stand in this place",
    "name an element that exists, or add it",
    "4 (rules 20608, 21111)",
)
NUMBER = rule(
    "SBM207", "sizes, amounts and coefficients are numbers", "write a number", "3.1.5 (rule 10102)"
)
SBO = rule(
    "SBM208",
    "an sboTerm is SBO: and seven digits",
    "write it like SBO:0000252",
    "3.1.11 (rule 10308)",
)
SBO_UNKNOWN = rule(
    "SBM209",
    "an sboTerm is a term of the Systems Biology Ontology, and not an obsolete one",
    "look the term up at identifiers.org/SBO",
    "5",
    Severity.WARNING,
)
BRANCH = rule(
    "SBM210",
    "an sboTerm is of the branch for the element that has it",
    "take a term of that branch",
    "5.2 (rules 10701 to 10713)",
    Severity.WARNING,
)
ABOUT = rule(
    "SBM211",
    "an RDF description is about the metaid of the element that it stands in",
    "write rdf:about as # and the metaid",
    "6.3 (rules 99401 to 99403)",
    Severity.WARNING,
)
URI = rule(
    "SBM212",
    "a resource in an annotation is a URI, or # and a metaid of the file",
    "write it like https://identifiers.org/uniprot:P61073",
    "6.3",
    Severity.WARNING,
)
STRANGE_RESOURCE = rule(
    "SBM213",
    "a resource at a registry is an identifier that the registry can have",
    "look the id up at identifiers.org",
    "6.3",
    Severity.WARNING,
)
NOTES = rule(
    "SBM214",
    "notes are XHTML: a document, its body, or what stands in a body",
    "put the elements into XHTML's namespace, and text into a paragraph",
    "3.2.3 (rule 10801; Level 2: rule 10804)",
)
ANNOTATION = rule(
    "SBM215",
    "the elements of an annotation have a namespace each, and no two of them the same",
    "put what has one namespace into one element",
    "3.2.4 (rules 10401 to 10403)",
)
EMPTY_LIST = rule(
    "SBM216",
    "each part stands once in its element, and no list is empty (but in Level 3 Version 2)",
    "join the two, or remove the empty one",
    "3.2 and 4.2 (rules 10404, 10805, 20203, 20205, 21103, 21106)",
)
SIDES = rule(
    "SBM217",
    "a reaction has a reactant or a product (but in Level 3 Version 2)",
    "add what takes part, or remove the reaction",
    "4.11.3 (rule 21101)",
)

UNKNOWN_ATTRIBUTE = rule(
    "SBM220",
    "an element has no attributes but those of its Level and Version",
    "remove the attribute, or put what it says into the annotation",
    "4 (rules 10103, 20517, 20623, 21110, 21116)",
)
UNKNOWN_ELEMENT = rule(
    "SBM221",
    "an element stands where its Level and Version has it",
    "move it to its place, or into the annotation",
    "4 (rules 10102, 20206 to 20215, 21104, 21105)",
)
ORDER = rule(
    "SBM222",
    "notes come before the annotation, and in Level 2 the parts of an element in their order",
    "move the element up",
    "3.2 (rule 10103; Level 2: rules 20202, 21102)",
)
VALUE = rule(
    "SBM223",
    "an attribute has a value of its type",
    "write one of the values that are expected",
    "3.1 (rule 10103)",
)
EXCLUDED = rule(
    "SBM224",
    "an element has one of attributes that exclude each other",
    "remove one of them",
    "4.6.5 (rule 20609; Level 2: rule 21113; Groups: rule 20403)",
)
CONSTANT = rule(
    "SBM225",
    "no reaction consumes or produces a species that is constant and no boundary",
    "set boundaryCondition, or remove constant",
    "4.6.6 (rule 20611)",
)
NO_DIMENSIONS = rule(
    "SBM226",
    "a compartment without dimensions has no size, does not change and has none with dimensions "
    "around points",
    "remove what only space can have, or give the compartment its dimensions",
    "Level 2: 4.7 (rules 20501, 20502, 20503, 20506, 20604)",
)
CIRCLE = rule(
    "SBM227",
    "no compartment is outside of itself, no group its own member",
    "break the circle",
    "Level 2: 4.7.7 (rule 20505); Groups: 3.6 (rule 20313)",
)
SAME_TYPE = rule(
    "SBM228",
    "of the species of one type there is one in a compartment",
    "join them, or change the type of one",
    "Level 2: 4.8.2 (rule 20613)",
)
EDITION = rule(
    "SBM229",
    "level and version are those of the namespace",
    "write the level and version that the namespace has",
    "4.1 (rules 20102, 20103)",
)
PACKAGE = rule(
    "SBM230",
    "each package says on the root whether it is required, and one that is, is known",
    "add the attribute, or have the model written without the package",
    "4.1.2 (rule 99107; Groups: rules 20101, 20103)",
)


def _of_packages(*rules: int) -> tuple[int, ...]:
    """The numbers of rules that all packages have."""
    return tuple(package * 100_000 + rule for package in OFFSETS for rule in rules)


OFFSETS = (10, 12, 13, 15, 20, 30, 40, 60, 70)
"""comp, spatial, render, distrib, fbc, qual, groups, layout, multi: hundred thousands."""

PLACELESS = frozenset({20201, 4020303, 4020305, 4020403, *_of_packages(20101, 20103)})
"""Numbers of rules whose breaches libSBML tells where it has read on to, once an element."""

COVERS: dict[str, frozenset[int]] = {
    code: frozenset(numbers)
    for code, numbers in {
        ID.code: (10103, 10310, 4010302),
        ID_TWICE.code: (10301, 10302, 4010301),
        METAID.code: (10103, 10309),
        METAID_TWICE.code: (10307,),
        MISSING.code: (1015, 20517, 20614, 20623, 21110, 21116, 21117, 4020303, 4020403),
        DANGLING.code: (
            *(10313, 99303, 20204, 20216, 20504, 20507, 20508, 20509, 20510, 20601, 20608),
            *(20612, 20617, 21107, 21111, 4020405, 4020406),
        ),
        NUMBER.code: (1016,),
        SBO.code: (10308,),
        SBO_UNKNOWN.code: (99701, 99702),
        BRANCH.code: (10701, 10707, 10708, 10712, 10713),
        ABOUT.code: (99401, 99402, 99403),
        NOTES.code: (10103, 10801, 10804),
        ANNOTATION.code: (10401, 10402, 10403, 99406),
        EMPTY_LIST.code: (
            *(10103, 10404, 10805, 20201, 20203, 20205, 21103, 21106, 4020201, 4020304),
        ),
        SIDES.code: (21101,),
        UNKNOWN_ATTRIBUTE.code: (
            *(10103, 20108, 20222, 20517, 20623, 21110, 21116, 21117, 21150, 21151),
            *range(20223, 20233),
            *(4020301, 4020303, 4020309, 4020310, 4020401, 4020403),
        ),
        UNKNOWN_ELEMENT.code: (10102, *range(20206, 20216), 21104, 21105),
        ORDER.code: (10103, 20202, 21102),
        VALUE.code: (1016, 10103, 4020305),
        EXCLUDED.code: (20609, 21113, 4020403),
        CONSTANT.code: (20611,),
        NO_DIMENSIONS.code: (20501, 20502, 20503, 20506, 20604),
        CIRCLE.code: (20505, 4020313),
        SAME_TYPE.code: (20613,),
        EDITION.code: (20102, 20103, 99101),
        PACKAGE.code: (99107, 99108, *_of_packages(20101, 20103)),
        refusals.NO_MODEL.code: (20201,),
    }.items()
}
"""The numbers of libSBML's rules that say the same as one of ours, about the same element."""

LIBSBML = Rule(
    code="libsbml",
    severity=Severity.ERROR,
    title="libSBML finds nothing; the number behind the code is that of its rule",
    remedy="see the rule of this number in the specification",
    source="SBML specifications, appendix on validation rules",
)
WHOLE = Rule(
    code="SBM218",
    severity=Severity.NOTE,
    title="which of libSBML's checks ran: all of them, units included",
    remedy="",
    source="libSBML",
)
PARTIAL = Rule(
    code="SBM219",
    severity=Severity.NOTE,
    title="which of libSBML's checks ran: those that take linear time",
    remedy="ask for the full check; its time grows with the square of the size",
    source="libSBML",
)

DIED = Rule(
    code="SBM231",
    severity=Severity.ERROR,
    title="libSBML, which many programs read SBML with, ends its check of a file",
    remedy="mend what is told beside, and the elements of packages",
    source="libSBML 5.21",
)

RULES: tuple[Rule, ...] = (
    *refusals.RULES,
    ID,
    ID_TWICE,
    METAID,
    METAID_TWICE,
    MISSING,
    DANGLING,
    NUMBER,
    SBO,
    SBO_UNKNOWN,
    BRANCH,
    ABOUT,
    URI,
    STRANGE_RESOURCE,
    NOTES,
    ANNOTATION,
    EMPTY_LIST,
    SIDES,
    UNKNOWN_ATTRIBUTE,
    UNKNOWN_ELEMENT,
    ORDER,
    VALUE,
    EXCLUDED,
    CONSTANT,
    NO_DIMENSIONS,
    CIRCLE,
    SAME_TYPE,
    EDITION,
    PACKAGE,
    WHOLE,
    PARTIAL,
    DIED,
    LIBSBML,
)
