"""Why a warning may stand: what the author of a pathway says to those who review it.

A file of reasons has a line for each: the code of a rule; the thing that is meant, by its id, its
text, or ``*`` for all; and the reason. Tabs stand between them; lines that begin with ``#`` are
comments.
"""

from collections.abc import Iterable, Sequence

import msgspec

from pathport.errors import FaultyError
from pathport.findings import Finding, Location, Severity
from pathport.safety.source import Source, decode_text
from pathport.submission.refusals import NO_REASON, UNUSED_REASON

__all__ = ["SUFFIX", "Reason", "excused", "reason_for", "reasons_in", "unused"]

SUFFIX = ".reasons.tsv"
"""How the reasons are called that stand beside a source: by its name, and this."""
ALL = "*"


class Reason(msgspec.Struct, frozen=True):
    """Why the warnings of a rule about a thing may stand, and where that is said."""

    code: str
    thing: str
    text: str
    place: Location

    def fits(self, finding: Finding) -> bool:
        """Whether it is the reason of a warning."""
        id_ = finding.place.subject.rpartition(" ")[2]
        is_meant = self.thing in (ALL, id_) or f'"{self.thing}"' in finding.sentence
        return self.code == finding.code and is_meant


def reasons_in(source: Source) -> tuple[Reason, ...]:
    """The reasons that a file holds.

    :raises FaultyError: if a line is none, with all such lines.
    :raises UnreadableError: if it is no text.
    """
    found, faults = [], []
    for number, line in enumerate(decode_text(source).splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        place = Location(path=source.path, line=number, column=1)
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) == 3 and all(cells):
            found.append(Reason(cells[0], cells[1], cells[2], place))
        else:
            faults.append(NO_REASON.finding(f'the line "{line[:60]}" is no reason', place=place))
    if faults:
        raise FaultyError.of(faults)
    return tuple(found)


def reason_for(finding: Finding, reasons: Iterable[Reason]) -> str:
    """The reason of a warning, or nothing: that of the thing goes before that of all."""
    fitting = sorted((it for it in reasons if it.fits(finding)), key=lambda it: it.thing == ALL)
    return fitting[0].text if fitting else ""


def excused(
    findings: Iterable[Finding], reasons: Sequence[Reason]
) -> tuple[tuple[Finding, ...], int]:
    """The findings, a warning that has a reason as a note that tells it; how many of these."""
    told, number = [], 0
    for finding in findings:
        is_open = finding.severity is Severity.WARNING
        reason = reason_for(finding, reasons) if is_open else ""
        number += bool(reason)
        told.append(_noted(finding, reason) if reason else finding)
    return tuple(told), number


def _noted(finding: Finding, reason: str) -> Finding:
    remedy = f"it stays: {reason}"
    return msgspec.structs.replace(finding, severity=Severity.NOTE, remedy=remedy)


def unused(reasons: Iterable[Reason], findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """What is to be told of reasons that no warning has."""
    return tuple(
        UNUSED_REASON.finding(
            f"no warning of {it.code} is about {'anything' if it.thing == ALL else it.thing}",
            place=it.place,
        )
        for it in reasons
        if not any(it.fits(finding) for finding in findings)
    )
