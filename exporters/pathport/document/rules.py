"""What a text must be to be read as a document at all: the table DOC001 to DOC007.

What its entries must hold to are the rules DOC020 and following of ``pathport.model.entry_rules``.
"""

from pathport.findings import Severity
from pathport.rules import OWN, Rule

__all__ = [
    "ALIASES",
    "DEPTH",
    "DUPLICATE_KEY",
    "KEY",
    "NO_DOCUMENT",
    "RULES",
    "SYNTAX",
    "TAG",
]


def rule(code: str, title: str, remedy: str, source: str = OWN) -> Rule:
    """A rule of the document's text, an error as all of them are."""
    return Rule(code=code, severity=Severity.ERROR, title=title, remedy=remedy, source=source)


SYNTAX = rule(
    "DOC001",
    "a document is one well-formed YAML or JSON text",
    "mend the text at this place",
    "YAML 1.2.2; RFC 8259",
)
NO_DOCUMENT = rule(
    "DOC002",
    "a document is a mapping with the keys `pathport` and `id`",
    "begin it with `pathport: 1` and `id: a_name`",
)
DUPLICATE_KEY = rule(
    "DOC003", "a mapping has each key once", "join the two, or rename one", "YAML 1.2.2, 3.2.1.3"
)
DEPTH = rule(
    "DOC004",
    "mappings and lists nest at most 100 deep",
    "check what made the file: documents nest less than 10 deep",
)
ALIASES = rule(
    "DOC005",
    "aliases stand for at most 100,000 values in all, and none for itself",
    "write out what the aliases stand for",
    "YAML 1.2.2, 7.1",
)
TAG = rule("DOC006", "a document has no YAML tags", "remove the tag", "YAML 1.2.2, 6.8.2")
KEY = rule("DOC007", "a key is a text", "write a text before the colon", "YAML 1.2.2, 10.3")

RULES: tuple[Rule, ...] = (SYNTAX, NO_DOCUMENT, DUPLICATE_KEY, DEPTH, ALIASES, TAG, KEY)
