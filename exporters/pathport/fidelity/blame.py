"""Which records bring in a fault, so that dropping them mends the pathway.

A file says natively what is sound by itself, or its own faults stand; what the records add must
not break it. This module knows faults and units, and nothing of how records are applied.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from pathport.fidelity.clashes import Moved
from pathport.fidelity.units import Unit
from pathport.findings import Severity
from pathport.model.facts import PATHWAY
from pathport.model.faults import Fault
from pathport.model.pathway import Pathway
from pathport.model.references import references
from pathport.model.rules import CYCLE, SITE_SET_UNKNOWN, UNIT
from pathport.rules import Rule

__all__ = ["guilty"]

DEFINING: Mapping[Rule, str] = {SITE_SET_UNKNOWN: "site_sets", UNIT: "quantities.units"}
"""The field that holds, by its key, what is named where such a fault is."""


def guilty(
    pathway: Pathway, faults: Iterable[Fault], units: Collection[Unit], former: Moved
) -> list[Unit]:
    """Of the units that records speak of, those whose records bring in a fault, each once.

    ``former`` tells under which id a record speaks of a thing that got another one.
    """
    blame = _Blame(units, former)
    found = dict.fromkeys(blame.removing_what_is_named(pathway))
    for fault in faults:
        if fault.rule.severity is Severity.ERROR:
            found.update(dict.fromkeys(blame.of(fault)))
    return list(found)


class _Blame:
    """The units that records speak of, by what a fault may tell of them."""

    def __init__(self, units: Collection[Unit], former: Moved) -> None:
        self.units = units
        self.former = former
        self.by_thing: dict[tuple[str, str], list[Unit]] = defaultdict(list)
        self.whole: dict[str, Unit] = {}
        for unit in units:
            self.by_thing[unit.construct, unit.id].append(unit)
            if not unit.field:
                self.whole[unit.id] = unit

    def of(self, fault: Fault) -> list[Unit]:
        """The units of its value, its field, the thing or its whole; of all things in a circle."""
        place = fault.place
        here = self.by_thing.get((place.construct, self.former.get(place[:2], place.id)), [])
        root = _root(place.field)
        if fault.rule is CYCLE:
            return self._of_all(place.construct, root)
        exact = [it for it in here if place.key and (it.field, it.key) == (place.field, place.key)]
        if exact:
            return exact
        of_field = [unit for unit in here if _root(unit.field) == root]
        of_value = [unit for unit in of_field if unit.key and fault.quoted in unit.key]
        near = (
            of_value or of_field or self._of_definition(fault) or self.by_thing.get(("", place.id))
        )
        # What the pathway says of one field has nothing to do with what it says of another.
        return near or ([] if place.construct == PATHWAY and root else here)

    def _of_definition(self, fault: Fault) -> list[Unit]:
        """The units of what is named and is no more: the set of a site, or a unit of measure."""
        field = DEFINING.get(fault.rule)
        return [it for it in self.units if it.field == field and it.key == fault.quoted]

    def _of_all(self, construct: str, root: str) -> list[Unit]:
        """The units of this field of all things, or else of things that are records alone."""
        named = [unit for unit in self.units if unit.field and unit.construct == construct]
        of_field = [unit for unit in named if _root(unit.field) == root]
        return of_field or list(self.whole.values())

    def removing_what_is_named(self, pathway: Pathway) -> Iterator[Unit]:
        """The records that take away a thing that something in the pathway names."""
        if not self.whole:
            return
        things = pathway.things()
        there = {(construct, thing.id) for construct, thing in things if thing.id in self.whole}
        for reference in references(pathway):
            unit = self.whole.get(reference.id)
            if unit and not any((c, reference.id) in there for c in reference.constructs):
                yield unit


def _root(field: str) -> str:
    return field.partition(".")[0]
