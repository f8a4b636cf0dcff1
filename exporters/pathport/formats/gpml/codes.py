"""GPML's rules in our own words: what each demands, and how to mend a breach.

How they are applied is the business of ``grammar`` (what the XML Schemas demand) and ``checks``
(what they can't say, and what WikiPathways' scripts and PathVisio trip over).
"""

from collections.abc import Mapping

from pathport.findings import Severity
from pathport.formats.gpml import refusals
from pathport.rules import Rule

__all__ = [
    "ATTACHED",
    "ATTRIBUTE",
    "AUTHORS",
    "CHILD",
    "DANGLING",
    "DATABASE",
    "DATE",
    "EMPTY_GROUP",
    "GROUP_REF",
    "HALF_XREF",
    "ID",
    "ID_TWICE",
    "LOOSE_END",
    "MISSING",
    "MISSING_CHILD",
    "NO_REFERENCE",
    "ONE_LINE",
    "ORDER",
    "ORGANISM_LAST",
    "RULES",
    "TEXT",
    "TOLERATED",
    "TOO_MANY",
    "VALUE",
]

XSD = "GPML2013a.xsd, GPML2021.xsd"
CI = "WikiPathways, workflow of new pathways"


def rule(
    code: str, title: str, remedy: str, source: str, severity: Severity = Severity.ERROR
) -> Rule:
    """A rule about a file, an error unless said otherwise."""
    return Rule(code=code, severity=severity, title=title, remedy=remedy, source=source)


CHILD = rule("GPM201", "an element holds only elements that it may", "remove it", XSD)
ORDER = rule("GPM202", "the elements in an element stand in one order", "move it to its place", XSD)
TOO_MANY = rule("GPM203", "an element is there no more often than it may be", "keep one", XSD)
MISSING_CHILD = rule("GPM204", "an element holds what it must", "add it", XSD)
ATTRIBUTE = rule("GPM205", "an element has only attributes that it may", "remove it", XSD)
MISSING = rule("GPM206", "an element has the attributes that it must", "add it", XSD)
VALUE = rule(
    "GPM207", "the value of an attribute is of its type", "write a value of that type", XSD
)
TEXT = rule("GPM208", "an element has text only where it may", "remove the text", XSD)
ID = rule(
    "GPM209",
    "an id is a letter or _, then letters, digits, . - and _",
    "rename the element, and where it is named",
    "XML Schema Part 2, 3.3.8",
)
ID_TWICE = rule(
    "GPM210",
    "no two elements of a file have one id",
    "give one of them another id",
    "XML Schema Part 2, 3.3.8",
)
DANGLING = rule(
    "GPM211",
    "what is named by an id is in the file",
    "name something that is, or remove the attribute",
    "XML Schema Part 2, 3.3.9",
)
GROUP_REF = rule(
    "GPM212",
    "a group that is named is in the file",
    "name a group by its GroupId, or remove the attribute",
    "PathVisio, GroupRef",
)
GROUP_RING = rule(
    "GPM213",
    "no group is in itself, nor in a group that is in it",
    "remove its GroupRef (groupRef)",
    "PathVisio, GroupRef",
)
LOOSE_END = rule(
    "GPM221",
    "both ends of an interaction are attached",
    "attach it, or make it a GraphicalLine",
    "WikiPathways Academy, unconnected lines",
    Severity.WARNING,
)
ATTACHED = rule(
    "GPM222",
    "an attached end lies where RelX and RelY say",
    "move it there: PathVisio will",
    "PathVisio, Point",
    Severity.WARNING,
)
EMPTY_GROUP = rule(
    "GPM223",
    "a group has members",
    "remove it: PathVisio 4 will",
    "libGPML, updateGroups",
    Severity.WARNING,
)
HALF_XREF = rule(
    "GPM224",
    "a cross reference has both a database and an id, or neither",
    "add what is lacking",
    "WikiPathwaysCurator, nullDataSources",
    Severity.WARNING,
)
DATABASE = rule(
    "GPM225",
    "a database is called by a name that BridgeDb knows",
    "see the databases that BridgeDb lists",
    "bridgedb/datasources",
    Severity.WARNING,
)
NO_REFERENCE = rule(
    "GPM226",
    "a reference that is named is in the file",
    "add its record, or remove the BiopaxRef",
    "PathVisio, BiopaxRef",
    Severity.WARNING,
)
ONE_LINE = rule(
    "GPM231", "the start of Pathway stands on one line", "join the lines", CI, Severity.WARNING
)
ORGANISM_LAST = rule(
    "GPM232",
    "Organism is the last attribute of Pathway",
    "move it to the end",
    CI,
    Severity.WARNING,
)
AUTHORS = rule(
    "GPM233",
    "the authors stand in brackets, with a comma and a blank between them",
    "write them like [Ada Lovelace, Jane Doe]",
    CI,
    Severity.WARNING,
)
DATE = rule(
    "GPM234",
    "Last-Modified has 14 digits",
    "write it like 20261121103000",
    CI,
    Severity.WARNING,
)

RULES = (
    *refusals.RULES,
    CHILD,
    ORDER,
    TOO_MANY,
    MISSING_CHILD,
    ATTRIBUTE,
    MISSING,
    VALUE,
    TEXT,
    ID,
    ID_TWICE,
    DANGLING,
    GROUP_REF,
    GROUP_RING,
    LOOSE_END,
    ATTACHED,
    EMPTY_GROUP,
    HALF_XREF,
    DATABASE,
    NO_REFERENCE,
    ONE_LINE,
    ORGANISM_LAST,
    AUTHORS,
    DATE,
)

TOLERATED: Mapping[str, str] = {
    DATABASE.code: "an identifier of a database that BridgeDb does not list is still the "
    "thing's identifier; it stands under the Bioregistry's prefix",
}
"""Warnings that files of pathport may have, each with the reason."""
