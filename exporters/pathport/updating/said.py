"""What a file says natively, unit by unit, under the names that the document has for its things.

Both sides of an edit, the file as it was and as it is, are read so; what differs between the two is
the edit. Records count only where the native facts that they were made over still stand there.
"""

from collections.abc import Collection, Iterator, Mapping

import msgspec

from pathport.fidelity.linking import Names, facts_about_whole, joined, joined_facts
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Link, Record, decode, over_of
from pathport.fidelity.together import fallen
from pathport.fidelity.units import Unit, grouped
from pathport.model.facts import Facts

__all__ = ["Said", "links_in", "records_in", "said"]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """The native facts of a file by unit, and the records that hold over them."""

    units: Mapping[Unit, Facts]
    records: Mapping[Unit, Record]

    def native(self, unit: Unit) -> Facts:
        """What stands there natively."""
        return self.units.get(unit, {})


def said(reading: Reading, names: Names, strangers: Collection[str]) -> Said:
    """What a reading says; all that stands under an id of ``strangers`` is one unit."""
    found = facts_about_whole(reading.pathway, names)
    for (construct, _), things in joined(reading.pathway, names).items():
        found |= joined_facts(construct, things)
    units = grouped(found, strangers)
    every: dict[Unit, Record] = {}
    records: dict[Unit, Record] = {}
    for record in records_in(reading):
        every.setdefault(record.unit, record)
        if over_of(units.get(record.unit, {}), record.unit) == record.over:
            records.setdefault(record.unit, record)
    if fallen(units, every, records) is not None:
        records = {unit: it for unit, it in records.items() if not it.is_placeholder}
    return Said(units=units, records=records)


def records_in(reading: Reading) -> Iterator[Record]:
    """The records of a file, whether or not they hold."""
    return (each for each in _decoded(reading) if isinstance(each, Record))


def links_in(reading: Reading) -> Iterator[Link]:
    """The links of a file, whether or not they hold."""
    return (each for each in _decoded(reading) if isinstance(each, Link))


def _decoded(reading: Reading) -> Iterator[Record | Link]:
    for mark in reading.marks:
        try:
            yield decode(mark.text, mark.anchor)
        except ValueError:  # whoever reads the file as a whole names it
            continue
