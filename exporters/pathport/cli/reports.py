"""The answer that a report is: a row for each target."""

from pathport.api.report import Report, TargetReport
from pathport.cli.answer import Answer, Table
from pathport.cli.options import NO, status_of

__all__ = ["answer_of"]

HEADINGS = (
    "format",
    "path",
    "bytes",
    "native",
    "coarse",
    "carried",
    "lost",
    "supplied",
    "verdict",
)


def answer_of(
    report: Report, *, fail_on: str | None, content: bytes = b"", aside: bool = False
) -> Answer:
    """The answer; no, if a target is not in its place."""
    findings = report.all_findings()
    status = status_of(findings, fail_on=fail_on)
    return Answer(
        said=report,
        status=status if report.complete else NO,
        findings=findings,
        tables=(Table(HEADINGS, [cells(target) for target in report.targets]),),
        content=content,
        aside=aside,
    )


def cells(target: TargetReport) -> tuple[str, ...]:
    """A target as texts."""
    counts = (target.bytes, *(getattr(target.account, name) for name in HEADINGS[3:8]))
    return (target.format, target.path, *map(str, counts), target.verdict)
