"""Quantities without those that break the rules of the model: what can't be computed is left out.

A rate law that names a parameter that is not there says nothing that a simulator could take; the
rest of what was read still does. Readers ask here, and name what was left out; writers ask for what
can be said without things that have no element in their format.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from pathport.findings import Severity
from pathport.model.check_quantities import quantity_faults
from pathport.model.facts import PATHWAY
from pathport.model.faults import Fault
from pathport.model.pathway import Pathway
from pathport.model.quantities import Quantities
from pathport.model.value import Field, content_of, fields_of

__all__ = ["key_of", "sound"]

FIELDS = {field.name: field for field in fields_of(Quantities)}


def key_of(name: str, item: Any) -> str:
    """What tells a value of this field from the others."""
    keyed = FIELDS[name].keyed
    return str(getattr(item, keyed.key)) if keyed else content_of(item)


ALONE = frozenset({"unit", "conversion"})
"""Fields that can be left out of what they are said of."""


def sound(pathway: Pathway) -> tuple[Pathway, list[Fault]]:
    """The pathway with the quantities that break no rule, and why others are left out."""
    faults: list[Fault] = []
    while True:
        found = [it for it in quantity_faults(pathway) if it.rule.severity is Severity.ERROR]
        if not found:
            return pathway, faults
        faults += found
        before = pathway
        for fault in found:
            pathway = _without(pathway, fault)
        if pathway == before:
            pathway = msgspec.structs.replace(pathway, quantities=Quantities())


def _without(pathway: Pathway, fault: Fault) -> Pathway:
    """The pathway without what a fault is about."""
    replace = msgspec.structs.replace
    if fault.place.construct != PATHWAY:
        places = tuple(
            replace(it, unit=None, constant=True) if it.id == fault.place.id else it
            for it in pathway.compartments
        )
        return replace(pathway, compartments=places)
    _, name, *rest = fault.place.field.split(".")
    quantities = pathway.quantities
    if name == "measures":
        measures = replace(quantities.measures, **{rest[0]: None})
        return replace(pathway, quantities=replace(quantities, measures=measures))
    field = FIELDS[name]
    if not field.many:
        return replace(pathway, quantities=replace(quantities, **{name: None}))
    part = rest[0] if rest and rest[0] in ALONE else None
    kept = _kept(getattr(quantities, name), field, fault.place.key, part)
    return replace(pathway, quantities=replace(quantities, **{name: tuple(kept)}))


def _kept(items: Iterable[Any], field: Field, key: str, part: str | None) -> Iterator[Any]:
    """The values of a field but the one with this key, or that one without a part of it."""
    for item in items:
        if key_of(field.name, item) != key:
            yield item
        elif part is not None:
            yield msgspec.structs.replace(item, **{part: None})
