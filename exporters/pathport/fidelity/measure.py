"""Writing: what differs between a pathway and what its file says natively becomes records.

The difference is not declared but measured, by reading the native file back with the format's own
native reader.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from pathport.fidelity.linking import is_disputed, joined_facts, occurrence_facts
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import DIGEST_SIZE, Anchor, Link, Record, encode, record_of
from pathport.fidelity.report import Account, Entry, Status
from pathport.fidelity.units import Unit, grouped, strangers_of
from pathport.model.facts import PATHWAY, Facts, Place, Scalar, digest_of, facts
from pathport.model.pathway import Pathway

__all__ = ["ROOT", "Belonging", "Marks", "measured"]

ROOT: Anchor = (PATHWAY, "")
"""The element of the pathway as a whole: records of things without an element stand there."""


class Belonging(msgspec.Struct, frozen=True):
    """The thing that a native occurrence belongs to; with ``parts``, of how many it is joined."""

    id: str
    parts: int = 0


class Marks(msgspec.Struct, frozen=True):
    """The texts of the records and links that a file is to hold, element by element."""

    on: Mapping[Anchor, tuple[str, ...]] = {}

    def at(self, construct: str, id_: str) -> tuple[str, ...]:
        """The texts that stand on this element, in their order."""
        return self.on.get((construct, id_), ())


def measured(
    pathway: Pathway, reading: Reading, belongings: Mapping[Anchor, Belonging]
) -> tuple[Marks, Account]:
    """What the file must hold beside its native constructs, and the account of all facts.

    ``reading`` is the file without records as its native reader understands it; ``belongings``
    says what each occurrence in it belongs to.
    """
    sent = facts(pathway)
    names = {native: belonging.id for native, belonging in belongings.items()}
    native = joined_facts(reading.pathway, names)
    strangers = strangers_of(sent, native)
    elements = _elements(reading, names)
    texts: dict[Anchor, list[str]] = defaultdict(list)
    for record in _records(grouped(sent, strangers), grouped(native, strangers)):
        anchor = _anchor_of(record, elements)
        texts[anchor].append(encode(record, anchor))
    for link in _links(reading, belongings):
        part = (link.construct, link.native)
        anchor = reading.occurrences.get(part, part)  # a part of a joined thing has its own
        texts[anchor].append(encode(link, anchor))
    marks = Marks({anchor: tuple(found) for anchor, found in texts.items()})
    return marks, _account(sent, native, strangers)


def _elements(reading: Reading, names: Mapping[Anchor, str]) -> set[Anchor]:
    """The things that have an element of their own in the file."""
    there = {(construct, thing.id) for construct, thing in reading.pathway.things()}
    return there - reading.occurrences.keys() - names.keys()


def _anchor_of(record: Record, elements: set[Anchor]) -> Anchor:
    if record.construct:
        return (record.construct, record.id) if (record.construct, record.id) in elements else ROOT
    return next((anchor for anchor in sorted(elements) if anchor[1] == record.id), ROOT)


def _records(sent: Mapping[Unit, Facts], native: Mapping[Unit, Facts]) -> Iterator[Record]:
    for unit in sorted(sent.keys() | native.keys(), key=_unit_order):
        ours, theirs = sent.get(unit, {}), native.get(unit, {})
        if ours != theirs:
            yield record_of(unit, ours, theirs)


def _unit_order(unit: Unit) -> tuple[str, str, str, str]:
    return unit.construct, unit.id, unit.field, unit.key or ""


def _links(reading: Reading, belongings: Mapping[Anchor, Belonging]) -> Iterator[Link]:
    found = occurrence_facts(reading.pathway, belongings)
    for (construct, native), belonging in sorted(belongings.items(), key=lambda item: item[0]):
        if (construct, native) in found:
            yield Link(
                construct=construct,
                native=native,
                id=belonging.id,
                over=digest_of(found[construct, native], DIGEST_SIZE),
                parts=belonging.parts,
            )


def _account(sent: Facts, native: Facts, strangers: set[str]) -> Account:
    theirs = grouped(native, strangers)
    ours = grouped(sent, strangers)
    same = [place for place, value in sent.items() if native.get(place) == value]
    return Account.of(same, _entries(ours, theirs))


def _entries(ours: Mapping[Unit, Facts], theirs: Mapping[Unit, Facts]) -> Iterator[Entry]:
    for unit, facts_ in ours.items():
        there = theirs.get(unit, {})
        differing = any(facts_.get(place) != value for place, value in there.items())
        for place, value in facts_.items():
            if place not in there or there[place] != value:
                status = Status.COARSE if differing else Status.CARRIED
                yield _entry(status, place, sent=value, native=_shown(there.get(place)))
    for unit, facts_ in theirs.items():
        here = ours.get(unit, {})
        whole = all(facts_.get(place) == value for place, value in here.items())
        status = Status.SUPPLIED if whole else Status.COARSE
        for place, value in facts_.items():
            if place not in here:
                yield _entry(status, place, native=_shown(value))


def _shown(value: Scalar | None) -> Scalar | None:
    return "(disputed)" if value is not None and is_disputed(value) else value


def _entry(
    status: Status, place: Place, *, sent: Scalar | None = None, native: Scalar | None = None
) -> Entry:
    return Entry(
        status=status,
        construct=place.construct,
        id=place.id,
        field=place.field,
        key=place.key,
        sent=sent,
        native=native,
    )
