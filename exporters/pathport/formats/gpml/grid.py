"""Positions for what a layout does not tell: boxes in rows within their compartments.

Plain, and never wrong: no box lies on another, each has its middle in its compartment and in no
other. What the layout of the pathway tells stays where it is; the rest comes below it. Pixels.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from pathport.formats.gpml.boxes import margin_of, node_size
from pathport.formats.gpml.frames import from_inside
from pathport.formats.gpml.geometry import around, extent
from pathport.formats.gpml.showing import Shown
from pathport.layout.geometry import Rect, rounded, union
from pathport.model.layout import Decoration, DecorationKind
from pathport.model.pathway import Pathway

__all__ = ["Placed", "placed"]

OPEN_SIDE = 20.0
GAP_ACROSS = 50.0
GAP_DOWN = 40.0
PADDING = 30.0
HEAD = 45.0
"""Above what is in a compartment: the place of its name."""
TOP = 90.0
"""Above everything: PathVisio writes title and organism into the corner."""
EDGE = 30.0
WIDE = 1.6
"""How much wider than high a block of boxes is, about."""


class Placed(msgspec.Struct, frozen=True):
    """Where everything is: boxes, open sides and groups by id, frames by compartment."""

    rects: Mapping[str, Rect]
    frames: Mapping[str, Rect]


def placed(
    pathway: Pathway,
    tops: Sequence[Shown],
    opens: Mapping[str, str | None],
    *,
    places: Mapping[str, str | None],
    boxes_groups: bool = False,
) -> Placed:
    """Where all boxes are; ``opens`` are open sides, each with the compartment that it is in, and
    ``places`` tell that of each species.

    With ``boxes_groups`` a group may be elsewhere than around its members.
    """
    return _Grid(pathway, tops, opens, places=places, boxes_groups=boxes_groups).placed()


class _Block(msgspec.Struct, frozen=True):
    """Something to be placed: how large it is, and what is where in it, from its corner."""

    width: float
    height: float
    rects: Mapping[str, Rect]
    frames: Mapping[str, Rect] = {}


def _packed(blocks: Iterable[_Block]) -> _Block:
    """Blocks in rows, one block after the other, as wide as their area wants."""
    known = list(blocks)
    area = sum((it.width + GAP_ACROSS) * (it.height + GAP_DOWN) for it in known)
    widest = max((it.width for it in known), default=0.0)
    limit = max(math.sqrt(area * WIDE), widest)
    rects: dict[str, Rect] = {}
    frames: dict[str, Rect] = {}
    x = y = row = width = 0.0
    for block in known:
        if x and x + block.width > limit:
            x, y, row = 0.0, y + row + GAP_DOWN, 0.0
        rects |= {id_: _moved(it, x, y) for id_, it in block.rects.items()}
        frames |= {id_: _moved(it, x, y) for id_, it in block.frames.items()}
        width = max(width, x + block.width)
        row = max(row, block.height)
        x += block.width + GAP_ACROSS
    return _Block(width, y + row, rects, frames)


def _moved(rect: Rect, x: float, y: float) -> Rect:
    return Rect(rounded(rect.x + x), rounded(rect.y + y), rect.width, rect.height)


class _Grid:
    """The boxes of one pathway on their way to their places."""

    def __init__(
        self,
        pathway: Pathway,
        tops: Sequence[Shown],
        opens: Mapping[str, str | None],
        *,
        places: Mapping[str, str | None],
        boxes_groups: bool,
    ) -> None:
        self.pathway = pathway
        self.boxes_groups = boxes_groups
        self.frames = {
            it.compartment: Rect(it.x, it.y, it.width, it.height) for it in pathway.layout.frames
        }
        self.turns = {it.compartment: it.style.rotation for it in pathway.layout.frames}
        self.rects: dict[str, Rect] = {}
        self.decorations: dict[str, list[Rect]] = defaultdict(list)
        """By id of a box, what is drawn in it beside boxes."""
        for drawn in pathway.layout.drawing:
            reach = _reach(drawn) if len(drawn.points) > 1 else None
            if drawn.inside is not None and reach is not None:
                self.decorations[drawn.inside].append(reach)
        self.free: dict[str | None, list[_Block]] = defaultdict(list)
        self.there: dict[str | None, list[Rect]] = defaultdict(list)
        """By compartment, the boxes in it that the layout tells."""
        for top in tops:
            if top.told is not None:
                told = self._told(top)
                self.rects |= told
                self.there[places[top.species]].append(told[top.id])
            else:
                self.free[places[top.species]].append(_box(top))
        shapes = {it.id: _reach(it) for it in pathway.layout.drawing if it.id in opens}
        for id_, compartment in opens.items():
            rect = shapes.get(id_)
            if rect is not None:
                self.rects[id_] = rect
            else:
                side = Rect(0.0, 0.0, OPEN_SIDE, OPEN_SIDE)
                self.free[compartment].append(_Block(OPEN_SIDE, OPEN_SIDE, {id_: side}))
        self.inner: dict[str | None, list[str]] = defaultdict(list)
        for it in pathway.compartments:
            self.inner[it.inside].append(it.id)

    def placed(self) -> Placed:
        """What the layout tells, and the rest below it."""
        for compartment in from_inside(self.pathway.compartments):
            known = [*self.there[compartment], *self._frames_in(compartment)]
            if compartment not in self.frames and self.there[compartment]:
                whole = union(known)
                self.frames[compartment] = around(whole, PADDING) if whole else Rect(0, 0, 0, 0)
        turned = (extent(it, self.turns.get(c)) for c, it in self.frames.items())
        fixed = [*self.rects.values(), *turned]
        top = max((it.y + it.height for it in fixed), default=TOP - GAP_DOWN) + GAP_DOWN
        left = min((it.x for it in fixed), default=EDGE)
        loose = [it for c, blocks in self.free.items() if c is None or c in self.frames
                 for it in blocks]  # fmt: skip
        roots = [it for it in self._roots() if it not in self.frames]
        block = _packed([*loose, *(self._compartment(it) for it in roots)])
        rects = {id_: _moved(it, left, top) for id_, it in block.rects.items()}
        frames = {id_: _moved(it, left, top) for id_, it in block.frames.items()}
        return Placed({**self.rects, **rects}, {**self.frames, **frames})

    def _frames_in(self, compartment: str) -> Iterator[Rect]:
        known = (it for it in self.inner[compartment] if it in self.frames)
        yield from (extent(self.frames[it], self.turns.get(it)) for it in known)

    def _roots(self) -> Iterator[str]:
        """Compartments in none, or in one that the layout has already."""
        for it in self.pathway.compartments:
            if it.inside is None or it.inside in self.frames:
                yield it.id

    def _compartment(self, compartment: str) -> _Block:
        """A compartment with its boxes, and the compartments in it."""
        inner = [self._compartment(it) for it in self.inner[compartment] if it not in self.frames]
        block = _packed([*self.free[compartment], *inner])
        width, height = block.width + 2 * PADDING, block.height + HEAD + PADDING
        width, height = max(width, 200.0), max(height, 100.0)
        frame = Rect(0.0, 0.0, rounded(width), rounded(height))
        rects = {id_: _moved(it, PADDING, HEAD) for id_, it in block.rects.items()}
        frames = {id_: _moved(it, PADDING, HEAD) for id_, it in block.frames.items()}
        return _Block(width, height, rects, {**frames, compartment: frame})

    def _told(self, top: Shown) -> dict[str, Rect]:
        """Where the boxes in one are that the layout tells; the group is around its members."""
        told = top.told
        rect = Rect(told.x, told.y, told.width, told.height) if told is not None else None
        if not top.inner:
            return {top.id: rect or Rect(0.0, 0.0, *node_size(top))}
        margin = margin_of(top)
        room = rect or Rect(0.0, 0.0, 0.0, 0.0)
        height = (room.height - 2 * margin) / len(top.inner)
        width = room.width - 2 * margin
        rects: dict[str, Rect] = {}
        for n, shown in enumerate(top.inner):
            if shown.told is not None:
                rects |= self._told(shown)
                continue
            block = _box(shown)
            if not shown.inner and width > 0 and height > 0:
                block = _Block(width, height, {shown.id: Rect(0.0, 0.0, width, height)})
            y = room.y + margin + n * (height if height > 0 else block.height)
            rects |= {id_: _moved(it, room.x + margin, y) for id_, it in block.rects.items()}
        whole = union([*(rects[it.id] for it in top.inner), *self.decorations[top.id]])
        own = room if self.boxes_groups and rect is not None else None
        return {**rects, top.id: own or (around(whole, margin) if whole else room)}


def _reach(drawn: Decoration) -> Rect | None:
    """The rectangle around all points of what is drawn; a shape may be turned."""
    whole = union(Rect(it.x, it.y, 0.0, 0.0) for it in drawn.points)
    is_shape = drawn.kind is DecorationKind.SHAPE
    return extent(whole, drawn.style.rotation) if whole is not None and is_shape else whole


def _box(shown: Shown) -> _Block:
    """A box at its usual size; what is in a group is stacked."""
    if not shown.inner:
        width, height = node_size(shown)
        return _Block(width, height, {shown.id: Rect(0.0, 0.0, width, height)})
    margin = margin_of(shown)
    sizes = [node_size(it) for it in shown.inner]
    width = max(wide for wide, _ in sizes)
    rects: dict[str, Rect] = {}
    y = margin
    for it, (_, height) in zip(shown.inner, sizes, strict=True):
        rects[it.id] = Rect(margin, y, width, height)
        y += height
    whole = Rect(0.0, 0.0, width + 2 * margin, y + margin)
    return _Block(whole.width, whole.height, {**rects, shown.id: whole})
