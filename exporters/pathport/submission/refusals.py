"""What is refused before any rule of WikiPathways is asked: the table of its rules (SUB...)."""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = [
    "BLOCKED",
    "NO_REASON",
    "NO_TABLE",
    "OTHER_FILE",
    "OTHER_FORMAT",
    "RULES",
    "UNUSED_REASON",
]

OTHER_FORMAT = Rule(
    code="SUB001",
    severity=Severity.ERROR,
    title="WikiPathways takes files of GPML 2013a",
    remedy="`pathport convert FILE -o X.gpml` makes one",
    source="WikiPathways, gpmlconverter, LATEST_GPML_VERSION",
)
NO_TABLE = Rule(
    code="SUB002",
    severity=Severity.ERROR,
    title="a table that stands in for one of ours has its columns, and maybe others",
    remedy="see schemas/wikipathways/README.md for the tables and their columns",
)
BLOCKED = Rule(
    code="SUB003",
    severity=Severity.ERROR,
    title="a submission without errors is placed, and no other",
    remedy="mend in the source what the errors name",
)
UNUSED_REASON = Rule(
    code="SUB004",
    severity=Severity.WARNING,
    title="a reason is that of a warning",
    remedy="take the line out: nothing is left to be excused",
)
NO_REASON = Rule(
    code="SUB005",
    severity=Severity.ERROR,
    title="a line of reasons has a code, a thing or *, and the reason, with tabs between them",
    remedy="write it like WP-NOD-2, a tab, *, a tab, and why it is right",
)
OTHER_FILE = Rule(
    code="SUB006",
    severity=Severity.WARNING,
    title="a submission is one file of GPML: its folder has no other",
    remedy="take it away, and what is called like it: it is of another submission",
    source="WikiPathways, 1_on_pull_request.yml, job get-gpml",
)
RULES: tuple[Rule, ...] = (
    OTHER_FORMAT,
    NO_TABLE,
    BLOCKED,
    UNUSED_REASON,
    NO_REASON,
    OTHER_FILE,
)
