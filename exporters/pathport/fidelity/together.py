"""Records that hold together or not at all: those over placeholders that a file is to run with.

A simulation rests on all of its numbers at once: a rate on the amounts of what it names, these on
units, and how a species fares on every process that it is in. So who edits one placeholder, or
adds a formula beside, has made all of them facts; what was taken out of the file takes nothing
along. Such a record has a digest of which formulas stand beside the placeholders.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from pathport.fidelity.records import DIGEST_SIZE, Record
from pathport.fidelity.units import Unit, grouped
from pathport.findings import Severity
from pathport.model.facts import PATHWAY, Facts, Place, digest_of
from pathport.rules import Rule

__all__ = ["ADOPTED", "RULES", "fallen", "joint"]

ADOPTED = Rule(
    code="FID007",
    severity=Severity.NOTE,
    title="placeholders are no facts while all of them, and no formula beside, are as written",
    remedy="nothing need be done: the pathway runs as the file does",
    source="DESIGN: fidelity",
)
RULES = (ADOPTED,)

FORMULAS = frozenset(
    f"quantities.{name}"
    for name in ("rate_laws", "rules", "starts", "balances", "constraints", "events")
)
"""The fields whose values compute with others."""


def joint(records: Iterable[Record], native: Facts, placeholders: Facts) -> Iterator[Record]:
    """The records, of which those over placeholders hold together.

    ``native`` are the facts about the pathway as a whole that stand in the file.
    """
    supplied = grouped(placeholders, ()).keys()
    beside = _beside(grouped(native, ()), supplied)
    for record in records:
        is_joint = record.unit in supplied
        yield msgspec.structs.replace(record, joint=beside) if is_joint else record


def fallen(
    native: Mapping[Unit, Facts], records: Mapping[Unit, Record], holding: Collection[Unit]
) -> Unit | None:
    """The unit for which no joint record holds any more, or nothing: one that was edited, or a
    formula that is new.

    ``records`` are those of the file, ``holding`` the units of those that hold by themselves.
    """
    told = {unit: record for unit, record in records.items() if record.joint}
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
