"""Groups of a drawing inside each other: a place in a group that can't be is given up, and named.

A group that is in itself, by way of others or not, is in none; a group that is named and is not
there holds nothing. What a drawing means is not known here. GPML 2013a, GroupRef; GPML 2021,
groupRef.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from pathport.formats.gpml.drawing import Drawing, Drawn, Group, Loss

__all__ = ["in_itself", "nested"]

FIELDS = ("nodes", "groups", "lines", "shapes", "labels")
"""What can be in a group."""

T = TypeVar("T", bound=Drawn)


def in_itself(groups: Iterable[Group]) -> Iterator[Group]:
    """Those of a drawing's groups that are in a group that is in them."""
    groups = tuple(groups)
    outer = {it.id: it.group for it in groups}
    for group in groups:
        seen: set[str] = set()
        here = group.group
        while here in outer and here not in seen:
            seen.add(here)
            here = outer[here]
        if group.id in seen:
            yield group


def nested(drawing: Drawing) -> Drawing:
    """The drawing with each thing in a group that is there and can hold it, or in none."""
    nesting = _Nesting(drawing.groups)
    changes: dict[str, Any] = {
        it: tuple(map(nesting.placed, getattr(drawing, it))) for it in FIELDS
    }
    return msgspec.structs.replace(drawing, **changes, losses=(*drawing.losses, *nesting.losses))


class _Nesting:
    """The groups of a drawing, and the places in them that can't be."""

    def __init__(self, groups: Iterable[Group]) -> None:
        groups = tuple(groups)
        self.known = {it.id for it in groups}
        self.ringed = {it.id for it in in_itself(groups)}
        self.losses: list[Loss] = []

    def placed(self, thing: T) -> T:
        """A thing in its group, or in none."""
        why = ""
        if thing.group and thing.group not in self.known:
            why = "which is not there"
        elif isinstance(thing, Group) and thing.id in self.ringed:
            why = "which is in it itself"
        if not why:
            return thing
        what = f'its place in the group "{thing.group}", {why}'
        self.losses.append(Loss(what, thing.line, thing.subject))
        return msgspec.structs.replace(thing, group="")
