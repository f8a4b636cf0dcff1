"""Records that hold together or not at all: those over placeholders that a file is to run with, and
those over places that were made for it.

A simulation rests on all of its numbers at once: a rate on the amounts of what it names, these on
units, and how a species fares on every process that it is in. So who edits one placeholder, or
adds a formula beside, has made all of them facts; what was taken out of the file takes nothing
along. Such a record has a digest of which formulas stand beside the placeholders.

A drawing is seen as a whole: where all but what was moved were made anew, nothing would be where
whoever moved it saw it. So who changes anything in it, or takes it out, has made facts of all its
places. The record of one has a digest of all that is drawn, and of what of that is the pathway's
own.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from pathport.fidelity.records import DIGEST_SIZE, LAYOUT, Record
from pathport.fidelity.units import Unit, grouped
from pathport.findings import Severity
from pathport.model.facts import PATHWAY, Facts, Place, digest_of
from pathport.rules import Rule

__all__ = ["ADOPTED", "REDRAWN", "RULES", "fallen", "is_redrawn", "joint"]

ADOPTED = Rule(
    code="FID007",
    severity=Severity.NOTE,
    title="placeholders are no facts while all of them, and no formula beside, are as written",
    remedy="nothing need be done: the pathway runs as the file does",
    source="DESIGN: fidelity",
)
REDRAWN = Rule(
    code="FID006",
    severity=Severity.NOTE,
    title="places that were made for a file are no facts while its drawing is as written",
    remedy="nothing need be done: the pathway has the places that the file shows",
    source="DESIGN: fidelity",
)
RULES = (REDRAWN, ADOPTED)

FORMULAS = frozenset(
    f"quantities.{name}"
    for name in ("rate_laws", "rules", "starts", "balances", "constraints", "events")
)
"""The fields whose values compute with others."""


def joint(records: Collection[Record], native: Facts, placeholders: Facts) -> Iterator[Record]:
    """The records, of which those over placeholders hold together, and those over places.

    ``native`` are the facts about the pathway as a whole that stand in the file.
    """
    supplied = grouped(placeholders, ()).keys()
    beside = _beside(grouped(native, ()), supplied) if supplied else ""
    drawing = _drawing(native, records)
    for record in records:
        told = drawing if record.is_place else beside if record.unit in supplied else ""
        yield msgspec.structs.replace(record, joint=told) if told else record


def is_redrawn(native: Facts, records: Collection[Record]) -> bool:
    """Whether a drawing for which places were made is not as it was written."""
    told = {it.joint for it in records if it.is_place}
    return bool(told) and told != {_drawing(native, records)}


def _drawing(native: Facts, records: Iterable[Record]) -> str:
    """A digest of all that is drawn, and of which of that is not made for the file."""
    made = {it.unit for it in records if it.is_place}
    drawn = {place: value for place, value in native.items() if place.field.startswith(LAYOUT)}
    own = grouped(drawn, ()).keys() - made if made else ()
    told: Facts = {Place("", "", unit.field, unit.key or ""): True for unit in own}
    return digest_of(drawn | told, DIGEST_SIZE)


def fallen(
    native: Mapping[Unit, Facts], records: Mapping[Unit, Record], holding: Collection[Unit]
) -> Unit | None:
    """The unit for which no record over placeholders holds any more, or nothing: one that was
    edited, or a formula that is new.

    ``records`` are those of the file, ``holding`` the units of those that hold by themselves.
    """
    told = {unit: record for unit, record in records.items() if record.is_placeholder}
    for unit in told.keys() - holding:
        # A whole has members that are no placeholders: an edit of it need not be one of these.
        if native.get(unit) and not unit.is_whole:
            return unit
    beside = _beside(native, told)
    changed = (unit for unit, record in told.items() if record.joint != beside)
    return next(changed, None)


def _beside(native: Iterable[Unit], placeholders: Collection[Unit]) -> str:
    """A digest of which formulas there are beside placeholders."""
    names = {
        Place(PATHWAY, "", unit.field, unit.key or ""): True
        for unit in native
        if unit.field in FORMULAS and unit not in placeholders
    }
    return digest_of(names, DIGEST_SIZE)
