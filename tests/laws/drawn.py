"""What is drawn, for law 7: it has ids of its own, and no fact of biology hangs on them."""

from collections.abc import Mapping
from typing import TypeVar

import msgspec
from tests.laws.alike import Key
from tests.laws.units import Unit, Units

from pathport.model.facts import PATHWAY
from pathport.model.pathway import Pathway

__all__ = [
    "drawn_anew",
    "is_of_way",
    "is_place",
    "is_sign",
    "made_and_renamed",
    "other_ids",
    "ways_by_name",
]

T = TypeVar("T")


def is_place(unit: Unit) -> bool:
    return unit[0] == PATHWAY and unit[2].startswith(("layout.boxes", "layout.ways"))


def is_sign(unit: Unit) -> bool:
    return unit[0] == PATHWAY and unit[2] == "layout.drawing"


def other_ids(before: Pathway, after: Pathway) -> list[dict[str, str]]:
    """What boxes and ways of the file may have become by getting another id: each alone, and all.

    What is told of one goes with it, and what names it names it by the new id.
    """
    pairs: list[tuple[str, str]] = []
    for kind, of in (("boxes", "species"), ("ways", "of")):
        old, new = (
            {it.id: getattr(it, of) for it in getattr(pathway.layout, kind)}
            for pathway in (before, after)
        )
        gone, come = sorted(old.keys() - new.keys()), sorted(new.keys() - old.keys())
        pairs += [(a, b) for a in gone for b in come if old[a] == new[b]]
    return [*({a: b} for a, b in pairs), dict(pairs)] if pairs else []


def drawn_anew(units: Units, ids: Mapping[str, str]) -> Units:
    """The units of the layout, in which some of what is drawn has other ids."""
    found: Units = {}
    for unit, told in units.items():
        if unit[0] == PATHWAY and unit[2].startswith("layout."):
            anew = {(field, _anew(key, ids)): _anew(it, ids) for (field, key), it in told.items()}
            found[*unit[:3], _anew(unit[3], ids)] = anew
    return found


def _anew(value: T, ids: Mapping[str, str]) -> T | str:
    """A key or value in which these ids are others: where it is one, or has one in quotes."""
    if not isinstance(value, str):
        return value
    text = "|".join(ids.get(part, part) for part in value.split("|"))
    for id_, other in ids.items():
        text = text.replace(f'"{id_}"', f'"{other}"')
    return text


def made_and_renamed(sent: Pathway, before: Pathway, after: Pathway) -> set[str]:
    """The boxes and ways that were made for the file and have another id alone: that of what is
    drawn tells nothing (`docs/laws.md`, places that were made for a file).
    """
    found = set()
    for kind in ("boxes", "ways"):
        own, old, new = (
            {it.id: it for it in getattr(it.layout, kind)} for it in (sent, before, after)
        )
        for id_ in new.keys() - old.keys():
            former = old.keys() - new.keys() - own.keys()
            if any(msgspec.structs.replace(new[id_], id=it) == old[it] for it in former):
                found.add(id_)
    return found


def is_of_way(unit: Unit) -> bool:
    return unit[0] == PATHWAY and unit[2].startswith("layout.ways")


def ways_by_name(pathway: Pathway, left_out: frozenset[Key]) -> set[str]:
    """The ways of all that has one to a box of a species that is called after what it says.

    Whether a way need be told depends on which box is the first of its species, and so on which of
    its boxes the species is called after.
    """
    boxes = {it.id for it in pathway.layout.boxes if ("species", it.species) in left_out}
    there = {it.of for it in pathway.layout.ways if boxes & {it.start, it.end}}
    return {it.id for it in pathway.layout.ways if it.of in there}
