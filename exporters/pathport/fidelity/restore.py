"""Reading: the records of a file, each applied while what it was made over still stands there.

Whoever edited the file in another program wins: a record or link whose ``over`` no longer stands
there is dropped and named, and so is one that would leave the pathway broken (it names a thing
that is gone, or a site set of a molecule that the species no longer is).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from pathport.fidelity.blame import guilty
from pathport.fidelity.clashes import Moved, part_ids, unclashed
from pathport.fidelity.linking import (
    Names,
    facts_about_whole,
    first_alike,
    is_disputed,
    joined,
    joined_facts,
    seen_digest,
    valid_names,
)
from pathport.fidelity.naming import misnamed
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Anchor, Link, Mark, Record, decode, over_of
from pathport.fidelity.together import ADOPTED, fallen
from pathport.fidelity.units import Unit, grouped
from pathport.findings import Finding, Location, Severity
from pathport.model.check import Fault, check
from pathport.model.facts import PATHWAY, Facts, Place, build
from pathport.model.ids import legal_id, numbered
from pathport.model.pathway import Pathway
from pathport.model.things import Thing
from pathport.rules import Rule

__all__ = ["RULES", "Restored", "restored"]

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
KEPT = Rule(
    code="FID006",
    severity=Severity.NOTE,
    title="a place that was made for a file goes when it is read, unless what stays names it",
    remedy="nothing need be done: it is in the pathway as the file has it",
    source="DESIGN: fidelity",
)
RULES = (STALE, BROKEN_LINK, UNREADABLE, MOVED, KEPT)

LONGEST_LABEL = 60
"""As much of a label makes an id."""


class _Found(msgspec.Struct, frozen=True):
    """A record or link with the mark that it was read from."""

    mark: Mark
    what: Record | Link


class Restored(NamedTuple):
    """The pathway that a file holds, records applied, and what was dropped on the way.

    The pathway is as sound as the file: ``faults`` are what `pathport.model.check` finds.
    """

    pathway: Pathway
    faults: list[Fault]
    findings: tuple[Finding, ...]


def restored(reading: Reading, *, path: str = "") -> Restored:
    """What a file holds: its native reading with the records that still hold."""
    unread: list[Finding] = []
    found = list(_decoded(reading, path, unread))
    links = [each for each in found if isinstance(each.what, Link)]
    elements = _elements(reading)
    apart = frozenset(elements & _joined_by_others(links))
    while True:
        findings = list(unread)
        names = _linked(reading, links, apart, path, findings)
        records = _one_each(found, path, findings)
        findings += _without_misnamed(records, links, names, apart, path)
        spoken_of = {unit.id for unit in records}
        names |= _own_names(reading, names, spoken_of)
        native = _native(reading.pathway, names, spoken_of)
        applied = _applied(native, records, path, findings, elements=elements)
        unsettled = _unsettled(links, applied.holding) - apart
        if not unsettled:
            findings += _moved(applied.moved, path)
            return Restored(applied.pathway, applied.faults, tuple(findings))
        apart |= unsettled


def _joined_by_others(links: Iterable[_Found]) -> set[Anchor]:
    """The things of which no part has the id: an element that has it is something else."""
    joins = [found.what for found in links if isinstance(found.what, Link)]
    own = {(it.construct, it.id) for it in joins if it.native == it.id}
    return {(it.construct, it.id) for it in joins} - own


def _unsettled(links: Iterable[_Found], holding: Collection[Unit]) -> frozenset[Anchor]:
    """The joined things of which a record that says how they are joined does not hold."""
    wholes = Counter((unit.construct, unit.id) for unit in holding if unit.is_whole)
    joins = (found.what for found in links if isinstance(found.what, Link))
    return frozenset(
        (link.construct, link.id)
        for link in joins
        if link.settled > wholes[link.construct, link.id]
    )


def _elements(reading: Reading) -> set[Anchor]:
    """The things that have an element of their own."""
    there = {(construct, thing.id) for construct, thing in reading.pathway.things()}
    return there - reading.occurrences.keys()


def _moved(moved: Moved, path: str) -> Iterator[Finding]:
    for (construct, new), former in moved.items():
        yield MOVED.finding(
            f'the {construct} "{former}" is now called "{new}": an element of the file has its id',
            place=Location(path=path, subject=f"{construct} {new}"),
        )


class _Native(msgspec.Struct, frozen=True):
    """What stands in a file: things that are taken as they are, and the facts of the others."""

    beside: Mapping[str, list[Thing]]
    facts: Facts


def _native(pathway: Pathway, names: Names, spoken_of: Collection[str]) -> _Native:
    """What stands in the file; facts are those that records speak of, or that must be joined."""
    beside: dict[str, list[Thing]] = defaultdict(list)
    apart = facts_about_whole(pathway, names)
    for (construct, id_), things in joined(pathway, names).items():
        if len(things) == 1 and id_ not in spoken_of:
            beside[construct] += things
        else:
            apart |= joined_facts(construct, things)
    return _Native(beside, apart)


def _decoded(reading: Reading, path: str, findings: list[Finding]) -> Iterator[_Found]:
    for mark in reading.marks:
        try:
            yield _Found(mark, decode(mark.text, mark.anchor))
        except ValueError as error:
            findings.append(
                UNREADABLE.finding(
                    f"the record {mark.text[:60]!r} can't be read: {error}",
                    place=_place(mark, path),
                )
            )


def _one_each(found: list[_Found], path: str, findings: list[Finding]) -> dict[Unit, _Found]:
    """The records by what they speak of; of two about the same, the first in the file."""
    records: dict[Unit, _Found] = {}
    findings += [
        _stale(one, path, "another record before it speaks of the same")
        for one in found
        if isinstance(one.what, Record) and records.setdefault(one.what.unit, one) is not one
    ]
    return records


def _without_misnamed(
    records: dict[Unit, _Found],
    links: Iterable[_Found],
    names: Names,
    apart: Collection[Anchor],
    path: str,
) -> list[Finding]:
    """Takes away the records of names of what is another thing now, and names them."""
    told = {unit: (found.mark.anchor, _record(found)) for unit, found in records.items()}
    joins = ((it.mark.anchor, it.what) for it in links if isinstance(it.what, Link))
    gone = [records.pop(unit) for unit in misnamed(told, joins, names, apart)]
    return [_stale(found, path, "what it names was changed natively") for found in gone]


def _place(mark: Mark, path: str) -> Location:
    construct, id_ = mark.anchor
    return Location(path=path, line=mark.line, subject=f"{construct} {id_}".strip())


# Links


def _linked(
    reading: Reading,
    links: list[_Found],
    apart: Collection[Anchor],
    path: str,
    findings: list[Finding],
) -> Names:
    """The names that valid links give to occurrences; what is ``apart`` is not joined."""
    there = _things_at(
        {(f.what.construct, f.what.native) for f in links if isinstance(f.what, Link)}, reading
    )
    names: Names = {}
    parts: dict[Anchor, int] = {}
    for found in links:
        link = found.what
        assert isinstance(link, Link)  # noqa: S101 - for the type checker
        thing = there.get((link.construct, link.native))
        joined_no_more = (link.construct, link.id) in apart
        if thing is not None and not joined_no_more and seen_digest(thing) == link.over:
            names.setdefault((link.construct, link.native), link.id)
        parts[link.construct, link.id] = link.parts
    valid = valid_names(names, parts)
    for found in links:
        link = found.what
        if isinstance(link, Link) and valid.get((link.construct, link.native)) != link.id:
            findings.append(
                BROKEN_LINK.finding(
                    f"{' '.join(found.mark.anchor)} was changed natively: it no longer belongs to "
                    f"the {link.construct} {link.id}",
                    place=_place(found.mark, path),
                )
            )
    return valid


def _own_names(reading: Reading, names: Names, spoken_of: Collection[str]) -> Names:
    """Ids for the occurrences that no link names: one for all that say the same of something.

    What has neither name nor identifier is not told to be the same as anything. No id is one that a
    record speaks of: its thing may yet come back.
    """
    free = {native for native in reading.occurrences if native not in names}
    there = (thing.id for c, thing in reading.pathway.things() if (c, thing.id) not in free)
    parts = part_ids(reading.pathway)
    numbers = reading.pathway.quantities.ids()
    boxes = (box.id for box in reading.pathway.layout.boxes)
    taken = (reading.pathway.id, *there, *parts, *numbers, *boxes, *names.values(), *spoken_of)
    wanted: dict[str, str] = {}
    first = first_alike(_things_at(free, reading), names)
    for native, thing in sorted(
        _things_at({*first.values()}, reading).items(), key=lambda item: item[0]
    ):
        wanted[" ".join(native)] = legal_id((thing.name or native[1])[:LONGEST_LABEL])
    ids = numbered(wanted, taken)
    return {native: ids[" ".join(one)] for native, one in first.items()}


def _things_at(anchors: Collection[Anchor], reading: Reading) -> dict[Anchor, Thing]:
    """The native things with these ids."""
    return {
        (construct, thing.id): thing
        for construct, thing in reading.pathway.things()
        if (construct, thing.id) in anchors
    }


# Records


class _Applied(NamedTuple):
    """The pathway with the records that hold, its faults, and the units of those records.

    ``moved`` are the things that had to get another id.
    """

    pathway: Pathway
    faults: list[Fault]
    holding: Collection[Unit]
    moved: Moved


def _applied(
    native: _Native,
    records: dict[Unit, _Found],
    path: str,
    findings: list[Finding],
    *,
    elements: Collection[Anchor],
) -> _Applied:
    """The pathway of what stands there with every record that holds; others are named."""
    strangers = {unit.id for unit in records if not unit.field}
    units = grouped(native.facts, strangers)
    holding = {unit: found for unit, found in records.items() if _holds(found, units)}
    findings += [
        _stale(found, path, "what it was made over no longer stands there")
        for unit, found in records.items()
        if unit not in holding
    ]
    told = {unit: _record(found) for unit, found in records.items()}
    edited = fallen(units, told, holding.keys())
    findings += _adopted(edited, holding, path)
    while True:
        pathway = _built(units, holding, native.beside)
        if isinstance(pathway, Pathway):
            pathway, moved = unclashed(pathway, elements)
            faults = check(pathway)
            orphans = guilty(pathway, faults, holding.keys(), moved)
            if not orphans:
                return _Applied(pathway, faults, holding.keys(), moved)
            of_joint = (unit for unit in orphans if _record(holding[unit]).joint)
            findings += _adopted(next(of_joint, None), holding, path)
        else:
            orphans = pathway
        dropped = [holding.pop(unit) for unit in orphans if unit in holding]
        findings += [
            _kept(it, path) if _is_place(it) else _stale(it, path, "what it speaks of is gone")
            for it in dropped
        ]


def _adopted(edited: Unit | None, holding: dict[Unit, _Found], path: str) -> Iterator[Finding]:
    """Drops all records over placeholders, if one of these was edited, or is what others name."""
    adopted = [unit for unit, found in holding.items() if _record(found).joint]
    if edited is None or not adopted:
        return
    first = holding[adopted[0]]
    for unit in adopted:
        del holding[unit]
    place = Place(edited.construct, edited.id, edited.field, edited.key or "")
    yield ADOPTED.finding(
        f'"{place}" was edited: with it, the placeholders of the file are the pathway\'s own',
        place=_place(first.mark, path),
    )


def _built(
    units: Mapping[Unit, Facts], holding: Mapping[Unit, _Found], beside: Mapping[str, list[Thing]]
) -> Pathway | list[Unit]:
    """The pathway with these records, or those of them for which there is none."""
    facts_ = _facts_with(units, holding)
    orphans = _without_thing(holding, facts_)
    if orphans:
        return orphans
    try:
        return build(facts_, beside=beside)
    except ValueError:
        senseless = _senseless(holding) or list(holding)
        if not senseless:
            raise
        return senseless


def _senseless(holding: Mapping[Unit, _Found]) -> list[Unit]:
    """The records that add what is no fact of a pathway."""
    found: list[Unit] = []
    for unit, one in holding.items():
        added = _record(one).applied({})
        things = {(p.construct, p.id) for p in added if unit.field and p.construct != PATHWAY}
        there = {Place(construct, id_, ""): True for construct, id_ in things}
        try:
            build({Place(PATHWAY, "", "id"): "", **there, **added})
        except ValueError:
            found.append(unit)
    return found


def _record(found: _Found) -> Record:
    assert isinstance(found.what, Record)  # noqa: S101 - for the type checker
    return found.what


def _holds(found: _Found, units: Mapping[Unit, Facts]) -> bool:
    record = _record(found)
    return over_of(units.get(record.unit, {}), record.unit) == record.over


def _facts_with(units: Mapping[Unit, Facts], holding: Mapping[Unit, _Found]) -> Facts:
    facts_: Facts = {}
    for unit in units.keys() | holding.keys():
        found = holding.get(unit)
        here = units.get(unit, {})
        if found is not None:
            here = _record(found).applied(here)
        facts_.update((p, value) for p, value in here.items() if not is_disputed(value))
    return facts_


def _without_thing(holding: Mapping[Unit, _Found], facts_: Facts) -> list[Unit]:
    """The records about a thing that is not there."""
    return [
        unit
        for unit in holding
        if unit.field
        and unit.construct != PATHWAY
        and Place(unit.construct, unit.id, "") not in facts_
    ]


def _is_place(found: _Found) -> bool:
    """Whether a record only takes away a part of the layout, so that nothing is lost without it."""
    record = _record(found)
    return record.field.startswith("layout.") and not record.add


def _kept(found: _Found, path: str) -> Finding:
    """That a place is kept which the record would take away, for what was changed names it."""
    return KEPT.finding(
        f'"{_subject(found)}" was made for the file, and is kept: what was changed names it',
        place=_place(found.mark, path),
    )


def _subject(found: _Found) -> Place:
    record = _record(found)
    return Place(record.construct, record.id, record.field, record.key or "")


def _stale(found: _Found, path: str, reason: str) -> Finding:
    return STALE.finding(
        f'the record of "{_subject(found)}" was dropped: {reason}', place=_place(found.mark, path)
    )
