"""What keeps the edits of a file from a document: the table of its rules (UPD...)."""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = [
    "CLASH",
    "ELSEWHERE",
    "FOLLOWED",
    "IN_PART",
    "LIKE",
    "NOT_WHOLE",
    "NO_DOCUMENT",
    "OTHER",
    "RULES",
    "SHARED",
    "UNSAID",
]

NO_DOCUMENT = Rule(
    code="UPD001",
    severity=Severity.ERROR,
    title="what is updated is a document in YAML",
    remedy="`pathport convert FILE -o X.yaml` makes a document of it",
)
CLASH = Rule(
    code="UPD002",
    severity=Severity.ERROR,
    title="what was edited in the file was not changed in the document to something else",
    remedy="settle it in one of the two; nothing was written",
)
ELSEWHERE = Rule(
    code="UPD003",
    severity=Severity.ERROR,
    title="the file was exported from the document as it stands, or what it was exported from is "
    "named",
    remedy="name that with `--base`: the document as it was then, or the file before it was "
    "edited; or the document itself, if what the file says is to hold",
)
IN_PART = Rule(
    code="UPD004",
    severity=Severity.ERROR,
    title="what a molecule is called, and its identifiers, are the same wherever it is drawn",
    remedy="change it everywhere in the file, or give what is another molecule another name and "
    "other identifiers",
)
FOLLOWED = Rule(
    code="UPD005",
    severity=Severity.WARNING,
    title="what is removed from a file is named by nothing else in the document",
    remedy="look at it in the diff; where it is wrong, put it back by hand",
)
UNSAID = Rule(
    code="UPD006",
    severity=Severity.ERROR,
    title="an edit leaves a pathway that a document can hold",
    remedy="mend it in the file, or in the document",
)
SHARED = Rule(
    code="UPD007",
    severity=Severity.ERROR,
    title="what is changed in a document stands there for itself, not for aliases too",
    remedy="write out what the anchor (`&name`) and its aliases (`*name`) stand for",
    source="YAML 1.2.2, 7.1",
)
OTHER = Rule(
    code="UPD008",
    severity=Severity.ERROR,
    title="a file that is taken home has at least half of the things that were exported",
    remedy="name an export of this document, or with `--base` what the file was exported from; "
    "`--replace` goes on, and what the file does not have goes from the document",
)
LIKE = Rule(
    code="UPD009",
    severity=Severity.WARNING,
    title="a molecule that is new has neither name nor identifier of one that the document has",
    remedy="if it is that one, give it the same type, name and identifier in the file, or name "
    "that one in its place in the document",
)
NOT_WHOLE = Rule(
    code="UPD010",
    severity=Severity.NOTE,
    title="a layout that positions come into has a place for every species",
    remedy="`--layout` takes the whole drawing, where the rest is to stay where it was seen",
)
RULES: tuple[Rule, ...] = (
    NO_DOCUMENT,
    CLASH,
    ELSEWHERE,
    IN_PART,
    FOLLOWED,
    UNSAID,
    SHARED,
    OTHER,
    LIKE,
)
