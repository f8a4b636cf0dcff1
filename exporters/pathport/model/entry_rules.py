"""What the entries of a document must hold to beyond the model's rules: the table DOC020 to DOC034.

The codes before are about YAML and JSON, and belong to ``pathport.document``.
"""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = [
    "AMBIGUOUS_CONTROLLER",
    "AMBIGUOUS_SPECIES",
    "CONTROL_TARGET",
    "EVIDENCE_TEXT",
    "MEMBER",
    "MISSING_KEY",
    "NOTATION",
    "ORDER",
    "RULES",
    "SITE",
    "SITE_ALONE",
    "SPECIES_FORM",
    "UNKNOWN_KEY",
    "UNKNOWN_WORD",
    "VERSION",
    "WRONG_TYPE",
]


def rule(code: str, title: str, remedy: str) -> Rule:
    """A rule of the document, an error as all of them are."""
    return Rule(code=code, severity=Severity.ERROR, title=title, remedy=remedy)


UNKNOWN_KEY = rule(
    "DOC020", "a mapping has no key that is not known", "see docs/document.md for the keys"
)
WRONG_TYPE = rule(
    "DOC021", "a value is of the type that its key takes", "see docs/document.md for the keys"
)
MISSING_KEY = rule("DOC022", "a mapping has the keys that it needs", "add the key")
UNKNOWN_WORD = rule(
    "DOC023",
    "kinds, roles, types, effects and their like are words of the model",
    "see docs/document.md for the words",
)
VERSION = rule(
    "DOC024", "the version of the document's form is one that is known", "write `pathport: 1`"
)
NOTATION = rule(
    "DOC025", "species, processes and gates are written in the notation", "see docs/notation.md"
)
SITE_ALONE = rule(
    "DOC026",
    "a state follows the molecule or complex that is in it",
    "write the molecule before it, like CXCR4{pS324}",
)
AMBIGUOUS_CONTROLLER = rule(
    "DOC027",
    "a controller is named with its place where the pathway knows it in a place only",
    "write the place too",
)
AMBIGUOUS_SPECIES = rule(
    "DOC028",
    "the notation means one species where it is used",
    "write the id of the species that is meant",
)
SPECIES_FORM = rule(
    "DOC029",
    "an entry says in one way what it is: by `is`, by `components`, or by `members` alone",
    "leave one way, and say state, count and place once",
)
EVIDENCE_TEXT = rule(
    "DOC030",
    "evidence in one text is a code (eco: or mi:), a reference, or both",
    "write it like `eco:0000269 pubmed:8752281`",
)
SITE = rule(
    "DOC031",
    "a site is written in the notation, or by residue, position and kind",
    "write it like pT308, T308 or {residue: T, position: 308}",
)
MEMBER = rule(
    "DOC032",
    "a member is a molecule with its count, written once",
    "write it like AKT1, 2*GNB1 or {molecule: AKT3, certainty: hypothetical}",
)
ORDER = rule(
    "DOC033", "the order within a module is written with arrows", "write it like `E01 -> E02`"
)
CONTROL_TARGET = rule(
    "DOC034",
    "a control stands under its process or names its target with `of`, an influence with `on`",
    "write the id of a process or control, or `0` where the target is not known",
)

RULES: tuple[Rule, ...] = (
    UNKNOWN_KEY,
    WRONG_TYPE,
    MISSING_KEY,
    UNKNOWN_WORD,
    VERSION,
    NOTATION,
    SITE_ALONE,
    AMBIGUOUS_CONTROLLER,
    AMBIGUOUS_SPECIES,
    SPECIES_FORM,
    EVIDENCE_TEXT,
    SITE,
    MEMBER,
    ORDER,
    CONTROL_TARGET,
)
