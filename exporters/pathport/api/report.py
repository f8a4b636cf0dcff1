"""What writing gives back: for each target whether it is in place, and how the facts fared.

The JSON of a report is published as ``schemas/report.schema.json``. A report says nothing of when
and where it was made, so that equal inputs give equal reports.
"""

import enum

import msgspec

import pathport
from pathport.fidelity.report import Account, Status
from pathport.findings import Finding

__all__ = ["Report", "Strict", "TargetReport", "Verdict"]


class Verdict(enum.StrEnum):
    """What became of a target."""

    WRITTEN = "written"
    """Valid, and in its place."""
    INVALID = "invalid"
    """It failed the check of its own format, and was not placed."""
    WITHHELD = "withheld"
    """Valid, and not placed, because something is lost and that was forbidden."""


class Strict(enum.StrEnum):
    """What keeps a run from placing anything: a loss, or any fact that is not native."""

    LOST = "lost"
    ALL = "all"


class TargetReport(msgspec.Struct, frozen=True, kw_only=True):
    """One target: the file (``-``: standard output), its size as written, and its account.

    The size is that of the file as it is placed, compressed where its name ends in ``.gz``.
    """

    format: str
    path: str
    bytes: int
    verdict: Verdict
    account: Account
    findings: tuple[Finding, ...] = ()
    """What the check of its own format found, which checks ran, and what was lost.

    What the format is known to demand in vain of any export is a note here.
    """

    def __str__(self) -> str:
        counts = (f"{getattr(self.account, status):,} {status}" for status in Status)
        told = f"{self.path} ({self.format}, {self.bytes:,} bytes)"
        return f"{told}: {self.verdict}; {', '.join(counts)}"


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A run: where the pathway came from, what was found in reading it, and each target."""

    pathport: str = pathport.__version__
    source: str = ""
    """The file that was read; empty for a pathway that was made in Python."""
    format: str = ""
    """The source's format."""
    findings: tuple[Finding, ...] = ()
    """What was found in reading the source."""
    targets: tuple[TargetReport, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every target is in its place."""
        return all(target.verdict is Verdict.WRITTEN for target in self.targets)

    def all_findings(self) -> tuple[Finding, ...]:
        """What was found in the source, then what was found in each target."""
        return (*self.findings, *(each for target in self.targets for each in target.findings))

    def json(self) -> bytes:
        """The report as a file: JSON that ``schemas/report.schema.json`` describes."""
        return msgspec.json.format(msgspec.json.encode(self)) + b"\n"

    def __str__(self) -> str:
        return "\n".join(map(str, self.targets))
