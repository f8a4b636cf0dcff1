"""Quantities without those that break the rules of the model: what can't be computed is left out.

A rate law that names a parameter that is not there says nothing that a simulator could take; the
rest of what was read still does. Readers ask here, and name what was left out; writers ask for what
can be said without things that have no element in their format. What is left out is the least that
a fault is about: a part that others can do without, else the value that it is a part of.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec

from pathport.findings import Severity
from pathport.model.check_quantities import quantity_faults
from pathport.model.facts import PATHWAY, Facts, Place, build, facts_about, keys_in
from pathport.model.faults import Fault
from pathport.model.pathway import Pathway
from pathport.model.quantities import Quantities
from pathport.model.things import Compartment
from pathport.model.value import content_of, fields_of

__all__ = ["FIELDS", "Item", "item_of", "key_of", "quantity_facts", "sound"]

FIELDS = {field.name: field for field in fields_of(Quantities)}
"""The fields of quantities by name."""
ALONE = frozenset(
    {
        *("unit", "conversion", "concentration", "constant", "delay", "priority"),
        *("term", "identifiers", "references", "assignments", "parameters"),
    }
)
"""Parts that can be left out of what they are said of; a formula or a trigger can't."""
DEFAULTS = {field.name: field.default for field in fields_of(Compartment)}

Item = tuple[str, str]
"""One quantity: its field and what tells it from the others there."""


def key_of(name: str, item: Any) -> str:
    """What tells a value of this field from the others."""
    keyed = FIELDS[name].keyed
    return str(getattr(item, keyed.key)) if keyed else content_of(item)


def sound(pathway: Pathway) -> tuple[Pathway, list[Fault]]:
    """The pathway with the quantities that break no rule, and why others are left out."""
    faults: list[Fault] = []
    while True:
        found = [it for it in quantity_faults(pathway) if it.rule.severity is Severity.ERROR]
        if not found:
            return pathway, faults
        faults += found
        before = pathway
        pathway = _without(pathway, found)
        if pathway == before:
            pathway = msgspec.structs.replace(pathway, quantities=Quantities())


def quantity_facts(pathway: Pathway) -> dict[Item, Facts]:
    """What a pathway says of each of its quantities."""
    found: dict[Item, Facts] = defaultdict(dict)
    alone = Pathway(id=pathway.id, quantities=pathway.quantities)
    for place, value in facts_about(alone).items():
        if place.field.startswith("quantities."):
            found[item_of(place)][place] = value
    return found


def item_of(place: Place) -> Item:
    """The quantity that a place is in."""
    name = place.field.split(".")[1]
    return name, keys_in(place.key)[0] if FIELDS[name].keyed else place.key


def _without(pathway: Pathway, faults: Iterable[Fault]) -> Pathway:
    """The pathway without what these faults are about."""
    replace = msgspec.structs.replace
    wrong: dict[str, dict[str, object]] = defaultdict(dict)
    items = quantity_facts(pathway)
    for fault in faults:
        if fault.place.construct != PATHWAY:
            wrong[fault.place.id][fault.place.field] = DEFAULTS[fault.place.field]
            continue
        item, least = item_of(fault.place), _least(fault.place)
        if item in items:
            items[item] = {it: v for it, v in items[item].items() if not _is_within(it, least)}
    kept = {place: value for facts in items.values() for place, value in facts.items()}
    quantities = build({Place(PATHWAY, "", "id"): pathway.id, **kept}).quantities
    places = (replace(it, **wrong.get(it.id, {})) for it in pathway.compartments)
    return replace(pathway, quantities=quantities, compartments=tuple(places))


def _least(place: Place) -> Place:
    """The place of the smallest part with this one in it that others can do without."""
    parts = place.field.split(".")
    while len(parts) > 2 and parts[1] != "measures" and parts[-1] not in ALONE:
        parts.pop()
    return place._replace(field=".".join(parts))


def _is_within(place: Place, whole: Place) -> bool:
    keys, of_whole = keys_in(place.key), keys_in(whole.key)
    is_part = f"{place.field}.".startswith(f"{whole.field}.")
    return is_part and keys[: len(of_whole)] == of_whole
