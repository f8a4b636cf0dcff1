"""What a BioPAX file says and the reader does not understand: lost, by name and place.

The table knows nothing of how a file is read. Whether it is valid is the business of ``rules``.
"""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = [
    "NOT_SOUND",
    "READ_INTO",
    "RULES",
    "UNKNOWN_ENTRY",
    "UNREACHED",
    "UNREAD_OBJECT",
    "UNREAD_PROPERTY",
    "UNREAD_TERM",
]


def _lost(code: str, title: str, remedy: str) -> Rule:
    return Rule(
        code=f"BPX{code}",
        severity=Severity.WARNING,
        title=title,
        remedy=remedy,
        source="docs/formats/biopax.md",
    )


UNREAD_PROPERTY = _lost(
    "201",
    "every property of an object is understood",
    "keep the file beside the pathway, which does not hold this",
)
UNREAD_OBJECT = _lost(
    "202",
    "every object is understood",
    "keep the file beside the pathway, which does not hold this",
)
UNREACHED = _lost(
    "203",
    "a form of a molecule stands in a complex or a family",
    "give it a URI of its own if it is a species, or remove it",
)
UNKNOWN_ENTRY = _lost(
    "204",
    "a cross reference is to an entry of a known database",
    "write db and id as the Bioregistry has them",
)
UNREAD_TERM = _lost(
    "205", "a vocabulary's term is one of its ontology", "refer to the term with a UnificationXref"
)
NOT_SOUND = _lost(
    "206",
    "what an object says can be true: numbers in their range, nothing inside itself",
    "correct it in the file",
)
READ_INTO = Rule(
    code="BPX207",
    severity=Severity.NOTE,
    title="what happens stands in the pathway of its file",
    remedy="add it to pathwayComponent",
    source="docs/formats/biopax.md",
)
RULES: tuple[Rule, ...] = (
    UNREAD_PROPERTY,
    UNREAD_OBJECT,
    UNREACHED,
    UNKNOWN_ENTRY,
    UNREAD_TERM,
    NOT_SOUND,
    READ_INTO,
)
"""What is lost in reading, by code."""
