"""Which facts stand or fall together: the unit that one record speaks of.

Most places stand alone. The members of one whole (components, sides, sources, roles, the members of
a family) are one unit, for an edit of one changes what the others mean; so are the fields of a
keyed value (a site set, a publication) and the values of an order. Where a thing is one construct
in the pathway and another, or none, in the file, all facts under its id are one unit, but for those
that name what may go without it: a module is there without one of its members.
"""

import enum
import functools
from collections.abc import Collection, Mapping
from typing import NamedTuple

from pathport.model.facts import PATHWAY, Facts, Place, Scalar, outer_key, way_of
from pathport.model.value import fields_of

__all__ = ["Unit", "grouped", "sole_place"]

WHOLES = frozenset(
    {
        ("species", "components"),
        ("species", "members"),
        ("species", "state.modifications"),
        ("molecule", "members"),
        ("molecule", "roles"),
        ("process", "inputs"),
        ("process", "outputs"),
        ("control", "sources"),
        ("association", "participants"),
        ("module", "order"),
        (PATHWAY, "order"),
    }
)
"""The fields whose values are members of one whole."""
LEFT = frozenset({("module", "members"), ("module", "order")})
"""The fields whose values a thing can lose and stay what it is."""


class Extent(enum.Enum):
    """How far the unit of a field's places reaches."""

    PLACE = "each place alone"
    KEY = "a keyed value with its fields"
    FIELD = "all values of the field"


class Unit(NamedTuple):
    """A field of a thing, one key of it, or (without a field) everything under an id."""

    construct: str
    id: str
    field: str
    key: str | None

    @property
    def is_whole(self) -> bool:
        """Whether it is a field of which all values are one unit."""
        return bool(self.field) and self.key is None


@functools.lru_cache(maxsize=1024)
def _extent(construct: str, field: str) -> tuple[str, Extent]:
    """The field that the unit of a place is named by, and how far it reaches."""
    way = way_of(construct, field)
    for depth, here in enumerate(way, start=1):
        name = ".".join(f.name for f in way[:depth])
        if (construct, name) in WHOLES or here.ordered:
            return name, Extent.FIELD
        if here.keyed and any(f.name == here.keyed.key for f in fields_of(here.type)):
            return name, Extent.KEY
    return field, Extent.PLACE


def _unit_of(place: Place) -> Unit:
    field, extent = _extent(place.construct, place.field) if place.field else ("", Extent.PLACE)
    if extent is Extent.FIELD:
        return Unit(place.construct, place.id, field, None)
    key = outer_key(place.key) if extent is Extent.KEY else place.key
    return Unit(place.construct, place.id, field, key)


def sole_place(unit: Unit) -> Place | None:
    """The one place of the unit, or nothing if it may have several."""
    if not unit.field or unit.key is None:
        return None
    if _extent(unit.construct, unit.field)[1] is Extent.KEY:
        return None
    return Place(unit.construct, unit.id, unit.field, unit.key)


def grouped(facts: Mapping[Place, Scalar], strangers: Collection[str]) -> dict[Unit, Facts]:
    """The facts unit by unit; of things in ``strangers`` all under one, but what can be lost."""
    units: dict[Unit, Facts] = {}
    for place, value in facts.items():
        is_strange = place.construct != PATHWAY and place.id in strangers
        if is_strange and (place.construct, place.field) not in LEFT:
            unit = Unit("", place.id, "", None)
        else:
            unit = _unit_of(place)
        units.setdefault(unit, {})[place] = value
    return units
