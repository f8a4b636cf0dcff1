"""Writing: what differs between a pathway and what its file says natively becomes records.

The difference is not declared but measured, by reading the native file back with the format's own
native reader. Things that come back whole need no more than a look; the others are compared unit
by unit.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping

import msgspec

from pathport.fidelity.general import coarsened
from pathport.fidelity.linking import (
    facts_about_whole,
    is_disputed,
    joined,
    joined_facts,
    seen_digest,
)
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Anchor, Link, Record, encode, record_of
from pathport.fidelity.report import Account, Entry, Status
from pathport.fidelity.together import joint
from pathport.fidelity.units import grouped
from pathport.model.facts import PATHWAY, Facts, Place, Scalar, entries_of, facts_about, facts_of
from pathport.model.pathway import Pathway

__all__ = ["NO_FACTS", "ROOT", "Belonging", "Marks", "measured"]

ROOT: Anchor = (PATHWAY, "")
"""The element of the pathway as a whole: records of things without an element stand there."""
NO_FACTS: Facts = {}
MEMBERSHIP = ("module", "members")
"""The field that joins several elements, each of which tells that it is joined."""


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
    pathway: Pathway,
    reading: Reading,
    belongings: Mapping[Anchor, Belonging],
    *,
    placeholders: Facts = NO_FACTS,
) -> tuple[Marks, Account]:
    """What the file must hold beside its native constructs, and the account of all facts.

    ``reading`` is the file without records as its native reader understands it; ``belongings``
    says what each occurrence in it belongs to; ``placeholders`` are what it says for being run, and
    records over them hold together, as those over places do.
    """
    names = {native: belonging.id for native, belonging in belongings.items()}
    comparison = _Comparison()
    comparison.run(pathway, reading.pathway, names)
    records = joint(comparison.records, comparison.whole, placeholders)
    elements = _Elements(reading, names)
    texts: dict[Anchor, list[str]] = defaultdict(list)
    for record in sorted(records, key=_order):
        anchor = elements.anchor_of(record)
        texts[anchor].append(encode(record, anchor))
    settled = Counter((it.construct, it.id) for it in comparison.records if it.unit.is_whole)
    for link in _links(reading, belongings, settled):
        part = (link.construct, link.native)
        anchor = reading.occurrences.get(part, part)  # a part of a joined thing has its own
        texts[anchor].append(encode(link, anchor))
    marks = Marks({anchor: tuple(found) for anchor, found in texts.items()})
    return marks, Account.counted(comparison.native, coarsened(comparison.entries))


class _Comparison:
    """What was sent, held against what there is natively.

    ``native`` counts the facts that are the same, by construct and field; ``records`` and
    ``entries`` tell of what differs; ``whole`` are the native facts about the pathway as a whole.
    """

    def __init__(self) -> None:
        self.native: Counter[tuple[str, str]] = Counter()
        self.records: list[Record] = []
        self.entries: list[Entry] = []
        self.whole: Facts = {}

    def run(self, pathway: Pathway, reading: Pathway, names: Mapping[Anchor, str]) -> None:
        """Compares the pathways as a whole, and thing by thing."""
        self.whole = facts_about_whole(reading, names)
        self.compare(facts_about(pathway), self.whole)
        sent = {(construct, thing.id): thing for construct, thing in pathway.things()}
        native = joined(reading, names)
        strangers = {id_ for _, id_ in sent.keys() ^ native.keys()}
        same: dict[str, Counter[str]] = defaultdict(Counter)
        apart: dict[str, tuple[Facts, Facts]] = defaultdict(lambda: ({}, {}))
        for anchor in sent.keys() | native.keys():
            construct, id_ = anchor
            thing, found = sent.get(anchor), native.get(anchor, ())
            if thing is not None and found == (thing,) and id_ not in strangers:
                same[construct].update([field for field, _, _ in entries_of(thing)])
                continue
            ours, theirs = apart[id_]
            ours |= facts_of(construct, thing) if thing is not None else {}
            theirs |= joined_facts(construct, found)
        for id_, (ours, theirs) in apart.items():
            self.compare(ours, theirs, strangers & {id_})
        for construct, fields in same.items():
            self.native.update({(construct, field): n for field, n in fields.items()})

    def compare(self, ours: Facts, theirs: Facts, strangers: Collection[str] = ()) -> None:
        """Compares the facts of one id, or of none."""
        same = [place for place, value in ours.items() if theirs.get(place) == value]
        self.native.update([(place.construct, place.field) for place in same])
        if len(same) == len(ours) == len(theirs):
            return
        sent, native = grouped(ours, strangers), grouped(theirs, strangers)
        for unit in sent.keys() | native.keys():
            here, there = sent.get(unit, {}), native.get(unit, {})
            if here != there:
                self.records.append(record_of(unit, here, there))
                self.entries += _entries(here, there)


def _order(record: Record) -> tuple[str, str, str, str]:
    return record.construct, record.id, record.field, record.key or ""


def _entries(ours: Facts, theirs: Facts) -> Iterator[Entry]:
    """The entries of one unit, whose facts are not the same."""
    differing = any(ours.get(place) != value for place, value in theirs.items())
    for place, value in ours.items():
        if place not in theirs or theirs[place] != value:
            status = Status.COARSE if differing else Status.CARRIED
            yield _entry(status, place, sent=value, native=_shown(theirs.get(place)))
    whole = all(theirs.get(place) == value for place, value in ours.items())
    status = Status.SUPPLIED if whole else Status.COARSE
    for place, value in theirs.items():
        if place not in ours:
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


class _Elements:
    """The things that have an element of their own in the file, by id."""

    def __init__(self, reading: Reading, names: Mapping[Anchor, str]) -> None:
        self.constructs: dict[str, list[str]] = defaultdict(list)
        for construct, thing in reading.pathway.things():
            anchor = (construct, thing.id)
            if anchor not in reading.occurrences and anchor not in names:
                self.constructs[thing.id].append(construct)
        self.homes = reading.homes

    def anchor_of(self, record: Record) -> Anchor:
        """The element that a record stands on: that of the thing that it is about, or the root; of
        what has no element, that of the member that it has, or one that only looks like another's.
        """
        if record.construct == PATHWAY:
            return self.homes.get((record.field, record.key or ""), ROOT)
        there = self.constructs.get(record.id, ())
        joined_by = self.constructs.get(record.key or "", ())
        if not there and joined_by and (record.construct, record.field) == MEMBERSHIP:
            return min(joined_by), record.key or ""
        if not record.construct and there:
            return min(there), record.id
        if record.construct in there:
            return record.construct, record.id
        return self.homes.get(("", record.id), ROOT)


def _links(
    reading: Reading, belongings: Mapping[Anchor, Belonging], settled: Mapping[Anchor, int]
) -> Iterator[Link]:
    """The links of all occurrences; ``settled`` counts the records about wholes, by thing."""
    there = {
        (construct, thing.id): thing
        for construct, thing in reading.pathway.things()
        if (construct, thing.id) in belongings
    }
    for (construct, native), thing in sorted(there.items(), key=lambda item: item[0]):
        belonging = belongings[construct, native]
        yield Link(
            construct=construct,
            native=native,
            id=belonging.id,
            over=seen_digest(thing),
            parts=belonging.parts,
            settled=settled.get((construct, belonging.id), 0) if belonging.parts else 0,
        )
