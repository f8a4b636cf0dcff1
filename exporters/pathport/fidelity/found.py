"""The records and links of a file, each with the mark that it was read from, and what is said of
one that does not hold.
"""

from collections.abc import Iterator

import msgspec

from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Link, Mark, Record, decode
from pathport.fidelity.units import Unit
from pathport.findings import Finding, Location, Severity
from pathport.model.facts import Place
from pathport.rules import Rule

__all__ = [
    "BROKEN_LINK",
    "MOVED",
    "RULES",
    "Found",
    "decoded",
    "is_whole_place",
    "one_each",
    "place_of",
    "stale",
]

STALE = Rule(
    code="FID001",
    severity=Severity.WARNING,
    title="a record holds while what it was made over stands in the file",
    remedy="export again to be rid of the record; what the file says natively was taken",
    source="DESIGN: fidelity",
)
BROKEN_LINK = Rule(
    code="FID002",
    severity=Severity.WARNING,
    title="an element belongs to a thing of the pathway while its native facts are as written",
    remedy="export again to be rid of the link; the element was given a thing of its own",
    source="DESIGN: fidelity",
)
UNREADABLE = Rule(
    code="FID003",
    severity=Severity.WARNING,
    title="a record has the form in which pathport writes it",
    remedy="remove it, or export again from the document",
    source="DESIGN: fidelity",
)
MOVED = Rule(
    code="FID004",
    severity=Severity.WARNING,
    title="an id stands for one thing, whether or not the thing has an element",
    remedy="rename one of the two to keep both ids",
    source="DESIGN: fidelity",
)
RULES = (STALE, BROKEN_LINK, UNREADABLE, MOVED)


class Found(msgspec.Struct, frozen=True):
    """A record or link with the mark that it was read from."""

    mark: Mark
    what: Record | Link

    @property
    def record(self) -> Record:
        """What it is, where it is known to be no link."""
        assert isinstance(self.what, Record)  # noqa: S101 - for the type checker
        return self.what


def decoded(reading: Reading, path: str, findings: list[Finding]) -> Iterator[Found]:
    """The marks of a file that can be read; others are named."""
    for mark in reading.marks:
        try:
            yield Found(mark, decode(mark.text, mark.anchor))
        except ValueError as error:
            findings.append(
                UNREADABLE.finding(
                    f"the record {mark.text[:60]!r} can't be read: {error}",
                    place=place_of(mark, path),
                )
            )


def one_each(found: list[Found], path: str, findings: list[Finding]) -> dict[Unit, Found]:
    """The records by what they speak of; of two about the same, the first in the file."""
    records: dict[Unit, Found] = {}
    findings += [
        stale(one, path, "another record before it speaks of the same")
        for one in found
        if isinstance(one.what, Record) and records.setdefault(one.what.unit, one) is not one
    ]
    return records


def place_of(mark: Mark, path: str) -> Location:
    """Where a mark stands."""
    construct, id_ = mark.anchor
    return Location(path=path, line=mark.line, subject=f"{construct} {id_}".strip())


def is_whole_place(found: Found) -> bool:
    """Whether a record takes away what is drawn, and not only some of what is told of it: the fact
    that it is there comes before all others of it.
    """
    return found.record.is_place and 0 in found.record.drop


def stale(found: Found, path: str, reason: str) -> Finding:
    """That a record was dropped, and why."""
    record = found.record
    subject = Place(record.construct, record.id, record.field, record.key or "")
    sentence = f'the record of "{subject}" was dropped: {reason}'
    return STALE.finding(sentence, place=place_of(found.mark, path))
