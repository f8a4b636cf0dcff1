"""The pathway of what stands in a file, with every record that holds.

A record does not hold where what it was made over stands there no longer, and where it would leave
the pathway broken; it is dropped and named.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

import msgspec

from pathport.fidelity.blame import guilty
from pathport.fidelity.clashes import Moved, unclashed
from pathport.fidelity.found import Found, place_of, stale
from pathport.fidelity.linking import Names, facts_about_whole, is_disputed, joined, joined_facts
from pathport.fidelity.records import Anchor, over_of
from pathport.fidelity.together import ADOPTED, REDRAWN, fallen, is_redrawn
from pathport.fidelity.units import Unit, grouped
from pathport.findings import Finding, Location
from pathport.model.check import Fault, check
from pathport.model.facts import PATHWAY, Facts, Place, build, facts_of
from pathport.model.pathway import Pathway
from pathport.model.things import Thing

__all__ = ["Applied", "Native", "applied", "native_of"]


class Native(msgspec.Struct, frozen=True):
    """What stands in a file: things that are taken as they are, and the facts of the others."""

    beside: Mapping[str, list[Thing]]
    facts: Facts
    own: Facts
    """What elements say that are joined with others and have no link that holds: they were edited,
    and are right where they and the others disagree."""


def native_of(pathway: Pathway, names: Names, spoken_of: Collection[str]) -> Native:
    """What stands in the file; facts are those that records speak of, or that must be joined."""
    beside: dict[str, list[Thing]] = defaultdict(list)
    apart = facts_about_whole(pathway, names)
    several: set[Anchor] = set()
    for (construct, id_), things in joined(pathway, names).items():
        if len(things) == 1 and id_ not in spoken_of:
            beside[construct] += things
        else:
            apart |= joined_facts(construct, things)
            several |= {(construct, id_)} if len(things) > 1 else set()
    own: Facts = {}
    for construct, thing in pathway.things():
        if (construct, thing.id) in several - names.keys():
            own |= facts_of(construct, thing)
    return Native(beside, apart, own)


class Applied(NamedTuple):
    """The pathway with the records that hold, its faults, and the units of those records.

    ``moved`` are the things that had to get another id; with ``redrawn`` the places that were made
    for the file are its own.
    """

    pathway: Pathway
    faults: list[Fault]
    holding: Collection[Unit]
    moved: Moved
    redrawn: bool


def applied(
    native: Native,
    records: dict[Unit, Found],
    path: str,
    findings: list[Finding],
    *,
    elements: Collection[Anchor],
) -> Applied:
    """The pathway of what stands there with every record that holds; others are named."""
    strangers = {unit.id for unit in records if not unit.field}
    units = grouped(native.facts, strangers)
    made: dict[Unit, Found] = {}
    redrawn = is_redrawn(native.facts, [found.record for found in records.values()])
    if redrawn:
        of_places = ((unit, found) for unit, found in records.items() if found.record.is_place)
        made = {unit: found for unit, found in of_places if _holds(found, units)}
        records = {unit: found for unit, found in records.items() if not found.record.is_place}
        findings.append(_redrawn(path))
    holding = {unit: found for unit, found in records.items() if _holds(found, units)}
    findings += [
        stale(found, path, "what it was made over no longer stands there")
        for unit, found in records.items()
        if unit not in holding
    ]
    told = {unit: found.record for unit, found in records.items()}
    edited = fallen(units, told, holding.keys())
    findings += _adopted(edited, holding, path)
    while True:
        pathway = _built(units, holding, native)
        if isinstance(pathway, Pathway):
            pathway, moved = unclashed(pathway, elements)
            faults = check(pathway)
            orphans = guilty(pathway, faults, holding.keys(), moved)
            if not orphans:
                return Applied(pathway, faults, holding.keys(), moved, redrawn)
            if back := _naming(made, units, {unit.id for unit in orphans if not unit.field}):
                holding |= {unit: made.pop(unit) for unit in back}
                continue
            adopted = (unit for unit in orphans if holding[unit].record.is_placeholder)
            findings += _adopted(next(adopted, None), holding, path)
        else:
            orphans = pathway
        dropped = [holding.pop(unit) for unit in orphans if unit in holding]
        findings += [stale(it, path, "what it speaks of is gone") for it in dropped]


def _naming(made: Mapping[Unit, Found], units: Mapping[Unit, Facts], names: set[str]) -> list[Unit]:
    """The places that name what stands in the file for want of something else, or one of these."""
    found: list[Unit] = []
    while more := [it for it in made if it not in found and _is_named_in(units[it], names)]:
        found += more
        names |= {unit.key for unit in more if unit.key}
    return found


def _is_named_in(facts_: Facts, names: Collection[str]) -> bool:
    """Whether any of these is a value of facts, or is named in one that is a part of a complex."""
    texts = [value for value in facts_.values() if isinstance(value, str)]
    quoted = [f'"{name}"' for name in names]
    return any(text in names or any(it in text for it in quoted) for text in texts)


def _redrawn(path: str) -> Finding:
    """That the places which were made for a file are the pathway's own."""
    return REDRAWN.finding(
        "the drawing was changed: with it, all places that were made for the file are the "
        "pathway's own",
        place=Location(path=path, subject="pathway layout"),
    )


def _adopted(edited: Unit | None, holding: dict[Unit, Found], path: str) -> Iterator[Finding]:
    """Drops all records over placeholders, if one of these was edited, or is what others name."""
    adopted = [unit for unit, found in holding.items() if found.record.is_placeholder]
    if edited is None or not adopted:
        return
    first = holding[adopted[0]]
    for unit in adopted:
        del holding[unit]
    place = Place(edited.construct, edited.id, edited.field, edited.key or "")
    yield ADOPTED.finding(
        f'"{place}" was edited: with it, the placeholders of the file are the pathway\'s own',
        place=place_of(first.mark, path),
    )


def _built(
    units: Mapping[Unit, Facts], holding: Mapping[Unit, Found], native: Native
) -> Pathway | list[Unit]:
    """The pathway with these records, or those of them for which there is none."""
    facts_ = _facts_with(units, holding, native.own)
    orphans = _without_thing(holding, facts_)
    if orphans:
        return orphans
    try:
        return build(facts_, beside=native.beside)
    except ValueError:
        senseless = _senseless(holding) or list(holding)
        if not senseless:
            raise
        return senseless


def _senseless(holding: Mapping[Unit, Found]) -> list[Unit]:
    """The records that add what is no fact of a pathway."""
    found: list[Unit] = []
    for unit, one in holding.items():
        added = one.record.applied({})
        things = {(p.construct, p.id) for p in added if unit.field and p.construct != PATHWAY}
        there = {Place(construct, id_, ""): True for construct, id_ in things}
        try:
            build({Place(PATHWAY, "", "id"): "", **there, **added})
        except ValueError:
            found.append(unit)
    return found


def _holds(found: Found, units: Mapping[Unit, Facts]) -> bool:
    record = found.record
    return over_of(units.get(record.unit, {}), record.unit) == record.over


def _facts_with(units: Mapping[Unit, Facts], holding: Mapping[Unit, Found], own: Facts) -> Facts:
    facts_: Facts = {}
    for unit in units.keys() | holding.keys():
        found = holding.get(unit)
        here = units.get(unit, {})
        if found is not None:
            here = found.record.applied(here)
        told = {p: own.get(p) if is_disputed(value) else value for p, value in here.items()}
        facts_.update((p, value) for p, value in told.items() if value is not None)
    return facts_


def _without_thing(holding: Mapping[Unit, Found], facts_: Facts) -> list[Unit]:
    """The records about a thing that is not there."""
    return [
        unit
        for unit in holding
        if unit.field
        and unit.construct != PATHWAY
        and Place(unit.construct, unit.id, "") not in facts_
    ]
