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
    "DANGLING",
    "EMPTY_LIST",
    "ID",
    "ID_TWICE",
    "LIBSBML",
    "METAID",
    "METAID_TWICE",
    "MISSING",
    "NOTES",
    "NUMBER",
    "PARTIAL",
    "RULES",
    "SBO",
    "SBO_UNKNOWN",
    "SIDES",
    "STRANGE_RESOURCE",
    "URI",
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
    "6.3 (rule 99407)",
)
URI = rule(
    "SBM212",
    "a resource in an annotation is a URI, or # and a metaid of the file",
    "write it like https://identifiers.org/uniprot:P61073",
    "6.3",
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
    "notes are XHTML",
    "put the elements into XHTML's namespace",
    "3.2.3 (rule 10801)",
)
ANNOTATION = rule(
    "SBM215",
    "the elements of an annotation have a namespace each, and no two of them the same",
    "put what has one namespace into one element",
    "3.2.4 (rules 10401, 10402)",
)
EMPTY_LIST = rule(
    "SBM216",
    "each list stands once in its element, and is not empty",
    "join the lists, or remove the empty one",
    "4.2 (rules 20203, 21103)",
)
SIDES = rule(
    "SBM217",
    "a reaction has a reactant or a product",
    "add what takes part, or remove the reaction",
    "4.11.3 (rule 21101)",
)

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
    WHOLE,
    PARTIAL,
    LIBSBML,
)
