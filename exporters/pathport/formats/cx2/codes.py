"""CX2's rules in our own words: what each demands, and how to mend a breach.

How they are applied is the business of ``checks``. What NDEx's Java reader refuses is an error; the
ndex2 library for Python takes most of it.
"""

from pathport.findings import Severity
from pathport.formats.cx2 import refusals
from pathport.rules import Rule

__all__ = [
    "ALIAS",
    "BYPASS",
    "COLUMN_TYPE",
    "COUNT",
    "DESCRIPTOR",
    "EDGE",
    "ELEMENT_ID",
    "FRAGMENT",
    "MAPPING",
    "METADATA",
    "NETWORK_COLUMN",
    "NO_INTERACTION",
    "NO_NAME",
    "NO_NODE",
    "NO_PLACE",
    "NO_STYLE",
    "ONE_ELEMENT",
    "ORDER",
    "PLACE",
    "REPEATED",
    "RULES",
    "STATUS",
    "STYLE",
    "TWICE_DECLARED",
    "TWICE_TOLD",
    "UNDECLARED",
    "VALUE",
]

SPECIFICATION = "Cytoscape Exchange Format Specification (Version 2)"
READER = "ndex-object-model, CXReader"
DECLARED = "ndex-object-model, AttributeDeclaredAspect"


def rule(
    code: str, title: str, remedy: str, source: str, severity: Severity = Severity.ERROR
) -> Rule:
    """A rule about a file, an error unless said otherwise."""
    return Rule(code=code, severity=severity, title=title, remedy=remedy, source=source)


DESCRIPTOR = rule(
    "CXN201",
    "the descriptor tells whether aspects come in fragments",
    'write {"CXVersion": "2.0", "hasFragments": false}',
    SPECIFICATION,
)
FRAGMENT = rule(
    "CXN202",
    "each element behind the descriptor is an object with one aspect, a list of objects",
    "make an element of its own of each aspect",
    READER,
)
ORDER = rule(
    "CXN203",
    "columns are declared before they are used, and nodes come before edges and what names them",
    "move the aspect",
    SPECIFICATION,
)
REPEATED = rule(
    "CXN204",
    "an aspect comes once where the descriptor does not tell of fragments",
    "join the two, or write `hasFragments` true",
    SPECIFICATION,
)
METADATA = rule(
    "CXN205",
    "metaData comes behind the descriptor, or before the status, or there and there",
    "move it, or keep one",
    READER,
)
COUNT = rule(
    "CXN206",
    "metaData counts the elements of each aspect that is there, once",
    "correct the number, or take one of the entries out",
    SPECIFICATION,
)
STATUS = rule(
    "CXN207",
    "the status is the last aspect, has one element, and tells success",
    'end with {"status": [{"success": true, "error": ""}]}',
    READER,
)
ONE_ELEMENT = rule(
    "CXN208",
    "declarations, attributes of the network and the style are one element each",
    "join the elements",
    SPECIFICATION,
)
COLUMN_TYPE = rule(
    "CXN211",
    "the type of a column is string, boolean, integer, long, double, or a list of one of these",
    "write one of these, such as list_of_string",
    SPECIFICATION,
)
NETWORK_COLUMN = rule(
    "CXN212",
    "a column of the network has no alias and no default",
    "leave out `a` and `v`",
    "ndex-object-model, CxAttributeDeclaration",
)
ALIAS = rule(
    "CXN213",
    "an alias stands for one column, and is called like no other",
    "choose another alias",
    SPECIFICATION,
)
UNDECLARED = rule(
    "CXN214", "a column that is used is declared", "add it to attributeDeclarations", DECLARED
)
VALUE = rule(
    "CXN215",
    "a value is of the type of its column",
    "write a value of that type, or leave it out",
    DECLARED,
)
TWICE_DECLARED = rule("CXN216", "a column is declared once", "keep one of the two", DECLARED)
TWICE_TOLD = rule(
    "CXN217",
    "a value stands under its column or under the alias of that, not under both",
    "keep one of the two",
    DECLARED,
)
ELEMENT_ID = rule(
    "CXN221",
    "the id of a node or an edge is an integer of 64 bits that no other has",
    "give it another integer",
    SPECIFICATION,
)
PLACE = rule(
    "CXN222",
    "a node has both x and y, which are numbers, or neither, and z only with both",
    "add what is lacking, or leave them out",
    SPECIFICATION,
)
EDGE = rule(
    "CXN223",
    "an edge goes from a node of the network to a node of the network",
    "name a node that is there",
    SPECIFICATION,
)
MAPPING = rule(
    "CXN231",
    "a mapping is PASSTHROUGH, DISCRETE or CONTINUOUS, from a column that is declared",
    "name a column of attributeDeclarations",
    SPECIFICATION,
)
BYPASS = rule(
    "CXN232",
    "a bypass is that of a node or an edge of the network",
    "name one that is there, or remove it",
    SPECIFICATION,
)
NO_NAME = rule(
    "CXN301",
    "a node has a name",
    "fill the column `name`, which Cytoscape shows",
    "Cytoscape, columns of a network",
    Severity.WARNING,
)
NO_INTERACTION = rule(
    "CXN302",
    "an edge tells its interaction",
    "fill the column `interaction`, by which Cytoscape's styles and filters go",
    "Cytoscape, columns of a network",
    Severity.WARNING,
)
NO_PLACE = rule(
    "CXN303",
    "a node has a place",
    "add x and y: Cytoscape lays the network out anew where they are lacking",
    "Cytoscape, CX2 support",
    Severity.WARNING,
)
NO_STYLE = rule(
    "CXN304",
    "a network has its style",
    "add visualProperties: without them Cytoscape takes its default style",
    "Cytoscape, CX2 support",
    Severity.WARNING,
)
STYLE = rule(
    "CXN305",
    "a visual property is one that CX2 has, with a value of its kind",
    "correct it: Cytoscape leaves it out",
    "CX2 Visual Styles",
    Severity.WARNING,
)
NO_NODE = rule(
    "CXN306",
    "a network has nodes",
    "export it again, with what it is meant to show",
    "Cytoscape, CX2 support",
    Severity.WARNING,
)

RULES = (
    *refusals.RULES,
    DESCRIPTOR,
    FRAGMENT,
    ORDER,
    REPEATED,
    METADATA,
    COUNT,
    STATUS,
    ONE_ELEMENT,
    COLUMN_TYPE,
    NETWORK_COLUMN,
    ALIAS,
    UNDECLARED,
    VALUE,
    TWICE_DECLARED,
    TWICE_TOLD,
    ELEMENT_ID,
    PLACE,
    EDGE,
    MAPPING,
    BYPASS,
    NO_NAME,
    NO_INTERACTION,
    NO_PLACE,
    NO_STYLE,
    STYLE,
    NO_NODE,
)
