"""How one list of a document becomes another: which items stay, are changed, go and come.

Of a list whose order counts, what comes stands where it belongs, and no item is made of another
across one that stays. Of any other, what stays keeps its place and what comes is last. This module
knows the items as plain mappings and texts, and nothing of the text of the document.
"""

from collections.abc import Collection, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

import msgspec

from pathport.model.pathway import Pathway
from pathport.model.value import Field, fields_of

__all__ = ["ORDERED", "Plan", "lists_in", "plan_of"]

KEYS = ("id", "compartment", "species", "process")
"""What tells the items of a list apart that are mappings, in this order."""


class Plan(msgspec.Struct, frozen=True):
    """What becomes of the items of a list, by their numbers in it.

    ``changed`` are an item before and after, ``fresh`` those that come, each with the number of
    the item that it stands behind, -1 where it is the first.
    """

    changed: Mapping[int, tuple[Any, Any]]
    removed: Collection[int]
    fresh: Collection[tuple[int, Any]]

    def only_adds_texts_last(self, count: int) -> bool:
        """Whether all that comes is one word or text behind the last of this many items."""
        return not any(isinstance(it, dict) or after < count - 1 for after, it in self.fresh)

    def carried_out(self, items: list[Any]) -> list[Any]:
        """The list that these items become."""
        found = [it for after, it in self.fresh if after < 0]
        for number, item in enumerate(items):
            if number not in self.removed:
                found.append(self.changed.get(number, (item, item))[1])
            found += [it for after, it in self.fresh if after == number]
        return found


def lists_in(cls: type[msgspec.Struct]) -> Iterator[Field]:
    """The lists that a value of this class may hold, and those in what it holds, each once."""
    waiting, known = [cls], {cls}
    while waiting:
        for field in fields_of(waiting.pop()):
            if field.many:
                yield field
            inner = field.type
            is_value = isinstance(inner, type) and issubclass(inner, msgspec.Struct)
            if is_value and inner not in known:
                known.add(inner)
                waiting.append(inner)


ORDERED = frozenset(field.name for field in lists_in(Pathway) if field.ordered)
"""The keys of lists whose order counts; a document calls these as the model does."""


def plan_of(key: str, present: list[Any], old: list[Any], new: list[Any]) -> Plan | None:
    """How the list under a key becomes another; nothing where that can't be told item by item.

    ``present`` are its items as the document tells them, ``old`` as they would be told in normal
    form, and ``new`` what they are to be.
    """
    return (_in_order if key in ORDERED else _as_a_set)(present, old, new)


def _in_order(present: list[Any], old: list[Any], new: list[Any]) -> Plan | None:
    if len(present) != len(old):
        return None
    changed: dict[int, tuple[Any, Any]] = {}
    removed: list[int] = []
    fresh: list[tuple[int, Any]] = []
    runs = SequenceMatcher(None, [*map(repr, old)], [*map(repr, new)], autojunk=False)
    for tag, first, end, start, stop in runs.get_opcodes():
        if tag == "equal":
            continue
        heirs = _heirs(old[first:end], new[start:stop], in_order=True)
        made = {start + m: first + n for n, m in heirs.items()}
        changed |= {n: (old[n], new[m]) for m, n in made.items()}
        removed += [n for n in range(first, end) if n not in changed]
        behind = first - 1
        for m in range(start, stop):
            behind = made.get(m, behind)
            if m not in made:
                fresh.append((behind, new[m]))
    return Plan(changed, removed, fresh)


def _as_a_set(present: list[Any], old: list[Any], new: list[Any]) -> Plan | None:
    gone, came = _without(old, new), _without(new, old)
    places: list[int] = []
    for item in gone:
        at = _index(present, item, places)
        if at is None:
            return None
        places.append(at)
    heirs = {n: came[m] for n, m in _heirs(gone, came).items()}
    return Plan(
        {places[n]: (gone[n], heir) for n, heir in heirs.items()},
        [at for n, at in enumerate(places) if n not in heirs],
        [(len(present) - 1, item) for item in _without(came, [*heirs.values()])],
    )


def _without(some: list[Any], others: list[Any]) -> list[Any]:
    """The items that are not among others, each as often as it has no equal there."""
    left = list(others)
    found = []
    for item in some:
        if item in left:
            left.remove(item)
        else:
            found.append(item)
    return found


def _index(present: list[Any], item: Any, taken: Collection[int]) -> int | None:
    """Where an item stands in a list of the document: as it is, or as the thing that it is."""
    free = [n for n in range(len(present)) if n not in taken]
    same = [n for n in free if present[n] == item]
    alike = same or [n for n in free if _same_thing(present[n], item)]
    return alike[0] if alike else None


def _heirs(gone: list[Any], came: list[Any], *, in_order: bool = False) -> dict[int, int]:
    """By number of an item that went, that of the one which it was made: the likest first.

    In order, none is made of one that stood before what an earlier one was made of.
    """
    pairs = {
        (n, m): likeness
        for n, old in enumerate(gone)
        for m, new in enumerate(came)
        if (likeness := _likeness(old, new, is_only=len(gone) == len(came) == 1)) is not None
    }
    found: dict[int, int] = {}
    for n, m in sorted(pairs, key=lambda it: (*(-part for part in pairs[it]), *it)):
        is_free = n not in found and m not in found.values()
        if is_free and not (in_order and any((n < a) is not (m < b) for a, b in found.items())):
            found[n] = m
    return found


def _likeness(old: Any, new: Any, *, is_only: bool) -> tuple[float, ...] | None:
    """How like two items are; nothing if the one was not made of the other."""
    if not (isinstance(old, Mapping) and isinstance(new, Mapping)):
        is_text = isinstance(old, str) and isinstance(new, str)
        return (0.0, 0.0, 0.0) if is_only and is_text else None
    told = next((key for key in KEYS if key in old or key in new), None)
    if told is not None and old.get(told) != new.get(told):
        return None
    same = sum(old[key] == new.get(key) for key in old)
    alike = SequenceMatcher(None, str(old), str(new), autojunk=False).ratio()
    return (float(told is not None), float(same), alike) if same else None


def _same_thing(one: Any, other: Any) -> bool:
    """Whether two items that are mappings are about the same, by what tells them apart."""
    if not (isinstance(one, Mapping) and isinstance(other, Mapping)):
        return False
    for key in KEYS:
        if key in one or key in other:
            return bool(one.get(key) == other.get(key))
    return {k: one.get(k) for k in ("by", "effect")} == {
        k: other.get(k) for k in ("by", "effect")
    } and "by" in one
