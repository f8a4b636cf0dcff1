"""Two pathways compared with the ids of objects left out that have no element in a format.

What such an object says is compared on its users: each object of the one side must say a part of
what an object of the other side says, and all of them together the whole. Whoever compares names
the objects without an element; molecules and controls (of which several may stand for one) that
the other side does not know under their id are left out too.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from pathport.model.facts import Facts, facts, facts_of
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.references import renamed

__all__ = ["BLANK", "Key", "blanked", "differences", "keys_of", "said_by", "unlike"]

BLANK = "~"
"""Stands for the id of every object that is left out; no object has it."""

MAY_LACK_AN_ELEMENT = frozenset({"molecule", "control"})

Key = tuple[str, str]
NOTHING: Mapping[Any, Any] = MappingProxyType({})
Say = dict[tuple[str, str], object]
"""What one thing says: field and key, value."""


def blanked(pathway: Pathway, left_out: frozenset[Key]) -> Facts:
    """The facts of all things but these, which all have one id where they are named."""
    told = facts(renamed(pathway, dict.fromkeys(left_out, BLANK)))
    return {place: value for place, value in told.items() if place.id != BLANK}


def said_by(pathway: Pathway, left_out: frozenset[Key]) -> dict[Key, Say]:
    """What each of these things says, without its id."""
    names = dict.fromkeys(left_out, BLANK)
    found: dict[Key, Say] = {}
    for construct, thing in pathway.things():
        if (construct, thing.id) in left_out:
            alone = Pathway(id="alone", **{CONSTRUCTS[construct][0]: (thing,)})  # type: ignore[arg-type]
            there = next(thing for _, thing in renamed(alone, names).things())
            found[construct, thing.id] = {
                (place.field, place.key): value
                for place, value in facts_of(construct, there).items()
            }
    return found


def keys_of(pathway: Pathway) -> set[Key]:
    """Construct and id of every thing."""
    return {(construct, thing.id) for construct, thing in pathway.things()}


def unlike(told: Facts, found: Facts) -> list[str]:
    """Where facts differ that should be the same."""
    differing = {p for p in told.keys() | found.keys() if told.get(p) != found.get(p)}
    return [f"{p}: told {told.get(p)!r}, found {found.get(p)!r}" for p in sorted(differing)]


def differences(
    said: Pathway,
    found: Pathway,
    elementless: frozenset[Key],
    disputed: Mapping[Key, set[tuple[str, str]]] = NOTHING,
) -> list[str]:
    """Where the two differ; ``disputed`` are fields and keys of things that nothing settles."""
    unknown = {key for key in keys_of(said) ^ keys_of(found) if key[0] in MAY_LACK_AN_ELEMENT}
    left_out = elementless | unknown
    told, there = blanked(said, left_out), blanked(found, left_out)
    return unlike(told, there) + list(_unlike_users(said, found, left_out, disputed))


def _unlike_users(
    said: Pathway,
    found: Pathway,
    left_out: frozenset[Key],
    disputed: Mapping[Key, set[tuple[str, str]]],
) -> Iterator[str]:
    told, there = said_by(said, left_out), said_by(found, left_out)
    together: dict[Key, Say] = {key: {} for key in told}
    for key, part in there.items():
        wholes = [
            whole for whole in told if _is_part(part, told[whole], disputed.get(whole, set()))
        ]
        wholes = [whole for whole in wholes if whole[0] == key[0]]
        if not wholes:
            yield f"{key} says what the report does not: {part}"
        for whole in wholes:
            together[whole] |= part
    for key, say in told.items():
        missing = {place: v for place, v in say.items() if together[key].get(place) != v}
        if missing:
            yield f"{key} does not say what the report says: {missing}"


def _is_part(part: Say, whole: Say, disputed: set[tuple[str, str]]) -> bool:
    return all(whole.get(place) == value or place in disputed for place, value in part.items())
