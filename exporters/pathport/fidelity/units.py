"""Which facts stand or fall together: the unit that one record speaks of.

Most places stand alone. The members of one whole (components, sides, sources, the members of a
family) are one unit, for an edit of one changes what the others mean; so are the fields of a keyed
value (a site set, a publication) and the values of an order. Where a thing is one construct in the
pathway and another, or none, in the file, all facts under its id are one unit.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from pathport.model.facts import PATHWAY, SEPARATOR, Facts, Place, Scalar, is_ordered

__all__ = ["Unit", "grouped", "sole_place", "strangers_of"]

WHOLES = frozenset(
    {
        ("species", "components"),
        ("species", "members"),
        ("species", "state.modifications"),
        ("molecule", "members"),
        ("process", "inputs"),
        ("process", "outputs"),
        ("control", "sources"),
        ("association", "participants"),
        ("module", "order"),
    }
)
"""The fields whose values are members of one whole."""

KEYED = frozenset({"site_sets", "publications"})
"""The fields whose values have further fields."""


class Unit(NamedTuple):
    """A field of a thing, one key of it, or (without a field) everything under an id."""

    construct: str
    id: str
    field: str
    key: str | None


def _unit_of(place: Place) -> Unit:
    root, _, rest = place.field.partition(".")
    for field in (root, f"{root}.{rest}"):
        if (place.construct, field) in WHOLES:
            return Unit(place.construct, place.id, field, None)
    if root in KEYED:
        return Unit(place.construct, place.id, root, place.key.partition(SEPARATOR)[0])
    if is_ordered(place.construct, place.field):
        return Unit(place.construct, place.id, place.field, None)
    return Unit(place.construct, place.id, place.field, place.key)


def sole_place(unit: Unit) -> Place | None:
    """The one place of the unit, or nothing if it may have several."""
    if not unit.field or unit.key is None or unit.field in KEYED:
        return None
    return Place(unit.construct, unit.id, unit.field, unit.key)


def strangers_of(one: Mapping[Place, Scalar], other: Mapping[Place, Scalar]) -> set[str]:
    """The ids of things that are not the same construct in both, or not there in one."""
    there = (
        {(place.construct, place.id) for place in facts if not place.field}
        for facts in (one, other)
    )
    first, second = there
    return {id_ for _, id_ in first ^ second}


def grouped(facts: Mapping[Place, Scalar], strangers: Collection[str]) -> dict[Unit, Facts]:
    """The facts unit by unit; of the things in ``strangers``, all under one."""
    units: dict[Unit, Facts] = {}
    for place, value in facts.items():
        if place.construct != PATHWAY and place.id in strangers:
            unit = Unit("", place.id, "", None)
        else:
            unit = _unit_of(place)
        units.setdefault(unit, {})[place] = value
    return units
