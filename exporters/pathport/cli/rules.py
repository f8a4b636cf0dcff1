"""What the command line itself refuses: the table of its rules (CLI...).

The table knows no command; what an input or an output breaks is in the tables of those parts.
"""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = ["DEFECT", "NOT_BUILT", "NOT_NORMAL", "NO_DOCUMENT", "NO_RULE", "RULES", "USAGE"]

USAGE = Rule(
    code="CLI001",
    severity=Severity.ERROR,
    title="a command line is one that `--help` describes",
    remedy="see `pathport --help`",
)
NOT_BUILT = Rule(
    code="CLI002",
    severity=Severity.ERROR,
    title="what a command line asks for is built",
    remedy="see `pathport --help` for those that are",
)
NO_RULE = Rule(
    code="CLI003",
    severity=Severity.ERROR,
    title="a code is that of a rule",
    remedy="see `pathport rules` for all of them",
)
NO_DOCUMENT = Rule(
    code="CLI004",
    severity=Severity.ERROR,
    title="only a document has a normal form",
    remedy="`pathport convert FILE -o X.yaml` makes a document of it, in normal form",
)
NOT_NORMAL = Rule(
    code="CLI005",
    severity=Severity.ERROR,
    title="a document that is checked is in normal form",
    remedy="put it in normal form with `pathport fmt --write`",
)
DEFECT = Rule(
    code="CLI070",
    severity=Severity.ERROR,
    title="pathport does what it says, or says why not",
    remedy="report this line, with the command and the input if it may be shown; "
    "PATHPORT_TRACEBACK=1 shows more",
)
RULES: tuple[Rule, ...] = (USAGE, NOT_BUILT, NO_RULE, NO_DOCUMENT, NOT_NORMAL, DEFECT)
