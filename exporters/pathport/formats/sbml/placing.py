"""Where a drawing has what the layout of its pathway does not place: in rows below what it does.

A species that has no box gets one, a compartment without a frame one around what is in it. A plain
layout for few things; for a whole pathway there is `pathport.layout`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from pathport.formats.sbml.curves import near
from pathport.formats.sbml.plan import Plan
from pathport.layout.geometry import Rect, union
from pathport.layout.text import text_width
from pathport.model.layout import Box
from pathport.model.things import Compartment, Species

__all__ = ["Placed", "placed"]

SIZE = 11.0
"""Of a text, in pixels."""
HEIGHT, PADDING = 24.0, 10.0
"""Of a box: its height, and what is on both sides of its text."""
GAP = 24.0
MARGIN = 16.0
"""Between a frame and what is in it."""
WIDE = 800.0
"""Pixels of a row, where what is placed is no wider."""
EMPTY = 60.0, 40.0
"""The size of a frame with nothing in it."""


class Placed(msgspec.Struct, frozen=True):
    """Boxes for species that have none, frames by compartment, and that of what is nowhere."""

    boxes: tuple[Box, ...]
    frames: Mapping[str, Rect]
    nowhere: Rect


def placed(plan: Plan) -> Placed:
    """Where everything is that the layout does not place, and all frames."""
    layout = plan.pathway.layout
    told = {it.compartment: Rect(it.x, it.y, it.width, it.height) for it in layout.frames}
    rects = [Rect(it.x, it.y, it.width, it.height) for it in layout.boxes]
    whole = union(map(near, (*rects, *told.values()))) or Rect(0.0, 0.0, 0.0, 0.0)
    shown = {it.species for it in layout.boxes if it.part is None}
    missing = [it for it in plan.pathway.species if it.id not in shown]
    boxes = tuple(_rows(plan, missing, whole))
    frames = _Frames(plan, (*layout.boxes, *boxes), told)
    return Placed(boxes, frames.all(), frames.around(None))


def _rows(plan: Plan, species: Sequence[Species], whole: Rect) -> Iterator[Box]:
    """Boxes in rows below all that is there, those of one compartment together."""
    left, right = whole.x + GAP, whole.x + max(whole.width, WIDE)
    x, y = left, whole.y + whole.height + GAP
    place: str | None = None
    for it in sorted(species, key=lambda it: (it.compartment is None, it.compartment or "", it.id)):
        width = text_width(plan.label_of(it), SIZE) + 2 * PADDING
        turns = it.compartment != place and x > left
        if turns or x + width > right:
            x, y = left, y + HEIGHT + (2 * GAP if turns else GAP)
        yield Box(
            id=f"{it.id}_box",
            species=it.id,
            x=round(x, 1),
            y=round(y, 1),
            width=round(width, 1),
            height=HEIGHT,
        )
        x += width + GAP
        place = it.compartment


class _Frames:
    """The frames of compartments: told, or around what is in them."""

    def __init__(self, plan: Plan, boxes: Iterable[Box], told: Mapping[str, Rect]) -> None:
        self.places = plan.pathway.compartments
        self.told = told
        self.found: dict[str, Rect] = {}
        of = {it.id: it.compartment for it in plan.pathway.species}
        self.held: dict[str | None, list[Rect]] = {}
        for box in boxes:
            rect = near(Rect(box.x, box.y, box.width, box.height))
            self.held.setdefault(of[box.species], []).append(rect)

    def all(self) -> Mapping[str, Rect]:
        """A frame for each compartment; what is in others comes before what is around it."""
        for it in sorted(self.places, key=self._depth, reverse=True):
            self.found[it.id] = self.told.get(it.id) or self.around(it.id)
        return self.found

    def _depth(self, compartment: Compartment) -> int:
        around = {it.id: it.inside for it in self.places}
        depth, here = 0, compartment.inside
        while here is not None:
            depth, here = depth + 1, around[here]
        return depth

    def around(self, place: str | None) -> Rect:
        """The frame around what is in a compartment, or in none."""
        inner = [self.found[it.id] for it in self.places if place and it.inside == place]
        rect = union((*self.held.get(place, ()), *map(near, inner)))
        if rect is None:
            return Rect(0.0, 0.0, *EMPTY)
        x, y, width, height = rect
        return near(Rect(x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN))
