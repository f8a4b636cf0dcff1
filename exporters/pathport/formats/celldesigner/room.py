"""Room in a layout that is told for boxes that it lacks: in the frame of their compartment, or on
its border, and on the canvas.

Nothing that is told is moved. A frame without room grows where that leaves all others as they are;
else a box lies on others, which is better than elsewhere: CellDesigner takes what is drawn outside
of a frame to be outside of the compartment.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import msgspec

from pathport.formats.celldesigner.framed import Framed, frames_drawn
from pathport.formats.celldesigner.geometry import Rect, Spot, is_on_border, rounded
from pathport.formats.celldesigner.nesting import around, is_inside
from pathport.formats.celldesigner.terms import (
    COMPARTMENT_SHAPE,
    DOUBLE_LINE,
    OPEN_SHAPE,
    WIDEST,
)
from pathport.layout.geometry import overlap
from pathport.model.layout import Box, Frame, Layout
from pathport.model.pathway import Pathway

__all__ = ["on_canvas", "settled"]

GAP = 10.0
"""Between boxes, at least."""
EDGE = 20.0
"""Between a box and the frame that it is in: it has a thick membrane."""
TRIES = 200
"""So many places are tried along each side of a frame, at most."""
MARGIN = 10.0
"""Between what is made and the edge of the canvas."""
LEEWAY = 1e-6
SQUARE, OVAL = COMPARTMENT_SHAPE.word(None), COMPARTMENT_SHAPE.word("oval")

Fits = Callable[[Rect], bool]
"""Whether a box may be here, as far as its frame is concerned."""


def settled(pathway: Pathway, boxes: Sequence[Box]) -> tuple[Layout, list[Box]]:
    """The layout of a pathway with those of some more boxes that a frame or the canvas has a place
    for, and the boxes for which nothing tells one.
    """
    room = _Room(pathway)
    species = {it.id: it for it in pathway.species}
    wanted: dict[tuple[str | None, bool], list[Box]] = defaultdict(list)
    for box in boxes:
        told = species[box.species]
        wanted[told.compartment, told.side is not None].append(box)
    left: list[Box] = []
    for (compartment, is_sided), found in wanted.items():
        left += room.without_place(found, compartment, is_sided=is_sided)
    return room.layout(), left


def on_canvas(layout: Layout, told: Layout) -> Layout:
    """A layout with a canvas that is large enough for what ``told`` has not."""
    boxes, frames = {*told.boxes}, {*told.frames}
    made = [_rect(it) for it in layout.boxes if it not in boxes]
    made += [_rect(it) for it in layout.frames if it not in frames]
    width = max((it.x + it.width + MARGIN for it in made), default=0.0)
    height = max((it.y + it.height + MARGIN for it in made), default=0.0)
    return msgspec.structs.replace(
        layout,
        width=None if layout.width is None else max(layout.width, width),
        height=None if layout.height is None else max(layout.height, height),
    )


class _Room:
    """The places of a layout, while it is filled."""

    def __init__(self, pathway: Pathway) -> None:
        self.told = pathway.layout
        self.outer = {it.id: it.inside for it in pathway.compartments}
        self.frames: dict[str, Framed] = {}
        self.again: list[Rect] = []
        """The further frames of compartments."""
        for it in frames_drawn(self.told):
            if self.frames.setdefault(it.frame.compartment, it) is not it:
                self.again.append(it.rect)
        self.boxes = [_rect(it) for it in self.told.boxes if it.inside is None]
        for shape in self.told.drawing:
            if shape.style.shape == OPEN_SHAPE and len(shape.points) > 1:
                (one, *_, other) = shape.points
                self.boxes.append(Rect(one.x, one.y, other.x - one.x, other.y - one.y))
        self.made: list[Box] = []

    def layout(self) -> Layout:
        """What was told, with frames that have grown, and what was placed."""
        frames = {it.compartment: it for it in self.told.frames}
        frames |= {it.frame.compartment: it.frame for it in self.frames.values()}
        boxes = (*self.told.boxes, *self.made)
        return msgspec.structs.replace(self.told, boxes=boxes, frames=(*frames.values(),))

    def without_place(
        self, boxes: Sequence[Box], compartment: str | None, *, is_sided: bool
    ) -> Sequence[Box]:
        """Places boxes of one compartment, all with as much room as the largest one wants; gives
        those for which there is none.
        """
        size = max(it.width for it in boxes), max(it.height for it in boxes)
        if compartment is None:
            spots = self._on_canvas(size)
        elif compartment not in self.frames:
            return boxes
        else:
            find = self._on_border if is_sided else self._in_frame
            spots = find(compartment, size)
        left = []
        for box in boxes:
            spot = next(spots, None)
            if spot is None:
                left.append(box)
                continue
            x, y = map(rounded, spot)
            self.made.append(msgspec.structs.replace(box, x=x, y=y))
            self.boxes.append(_rect(self.made[-1]))
        return left

    # Places

    def _on_canvas(self, size: Spot) -> Iterator[Spot]:
        """Places outside of all frames."""
        width, height = self.told.width, self.told.height
        if width is not None and height is not None:
            frames = [it.rect for it in self.frames.values()]
            room = _within(Rect(0, 0, width, height))
            yield from _free(room, size, [*self.boxes, *frames, *self.again])

    def _in_frame(self, compartment: str, size: Spot) -> Iterator[Spot]:
        """Places in a frame, which grows; at last such that lie on others."""
        framed = self.frames[compartment]
        fits = _is_in_oval(framed.rect) if _shape(framed) == OVAL else _anywhere
        taken = self._taken(framed)
        yield from _free(_within(framed.rect), size, taken, fits)
        while (strip := self._grow(compartment, size)) is not None:
            yield from _free(strip, size, taken)
        rect = self.frames[compartment].rect
        yield from _free(_within(rect), size, [], fits)
        while True:
            yield rect.centre[0] - size[0] / 2, rect.centre[1] - size[1] / 2

    def _on_border(self, compartment: str, size: Spot) -> Iterator[Spot]:
        """Places on the border of a frame, along its upper edge first; at last such that lie on
        others.
        """
        framed = self.frames[compartment]
        (x, y, wide, high), (width, height) = framed.rect, size
        word, lines = _shape(framed), framed.frame.style.thickness or DOUBLE_LINE["thickness"]
        tops, lefts = (_across(y, high, height), _across(x, wide, width))
        rooms = [Rect(x + EDGE, top, wide - 2 * EDGE, height) for top in tops]
        rooms += [Rect(left, y + EDGE, width, high - 2 * EDGE) for left in lefts]

        def fits(rect: Rect) -> bool:
            return is_on_border(word, framed.rect, rect, lines)

        for taken in (self._taken(framed), []):
            for room in rooms:
                yield from _free(room, size, taken, fits)
        while True:
            yield x + (wide - width) / 2, tops[0]

    def _taken(self, framed: Framed) -> list[Rect]:
        """What is in the way in a frame: boxes, and frames that are not around it."""
        frames = (*(it.rect for it in self.frames.values()), *self.again)
        return [*self.boxes, *(it for it in frames if not is_inside(framed.rect, it))]

    # Frames that grow

    def _grow(self, compartment: str, size: Spot) -> Rect | None:
        """Makes a frame taller, or wider, by a row of boxes; gives the room for these."""
        (x, y, wide, high), (width, height) = self.frames[compartment].rect, size
        least = width + 2 * EDGE, height + 2 * EDGE
        ways = (
            (
                Rect(x, y, max(wide, least[0]), high + height + GAP),
                Rect(x + EDGE, y + high - EDGE + GAP, max(wide, least[0]) - 2 * EDGE, height),
            ),
            (
                Rect(x, y, wide + width + GAP, max(high, least[1])),
                Rect(x + wide - EDGE + GAP, y + EDGE, width, max(high, least[1]) - 2 * EDGE),
            ),
        )
        for rect, strip in ways:
            grown = self._grown(compartment, rect)
            if grown:
                self.frames |= grown
                return strip
        return None

    def _grown(self, compartment: str, rect: Rect) -> dict[str, Framed]:
        """The frames that are others when one is as large as this; none if that can't be."""
        found: dict[str, Framed] = {}
        old = self.frames[compartment]
        frame = _resized(old.frame, rect)
        while compartment not in found:
            found[compartment] = old._replace(frame=frame)
            if not self._may_become(old, found[compartment].rect):
                return {}
            compartment = self.outer.get(compartment) or ""
            outer = self.frames.get(compartment)
            if outer is None or is_inside(rect, outer.rect) or not is_inside(old.rect, outer.rect):
                break
            old, frame = outer, around(_resized(outer.frame, outer.rect), frame)
            rect = Rect(frame.x, frame.y, frame.width, frame.height)
        return found

    def _may_become(self, framed: Framed, rect: Rect) -> bool:
        """Whether a frame may be as large as this: it then holds nothing that it did not."""
        frames = (*(it.rect for it in self.frames.values()), *self.again)
        there = (*self.boxes, *frames)
        return (
            _shape(framed) == SQUARE
            and max(rect.x + rect.width, rect.y + rect.height) <= WIDEST
            and all(overlap(it, framed.rect) or not overlap(it, rect) for it in there)
        )


def _shape(framed: Framed) -> str:
    return COMPARTMENT_SHAPE.word(framed.frame.style.shape) or SQUARE or ""


def _rect(box: Box | Frame) -> Rect:
    return Rect(box.x, box.y, box.width, box.height)


def _resized(frame: Frame, rect: Rect) -> Frame:
    x, y, width, height = rect
    return msgspec.structs.replace(frame, x=x, y=y, width=width, height=height)


def _within(rect: Rect) -> Rect:
    """What a frame has of room between its edges."""
    return Rect(rect.x + EDGE, rect.y + EDGE, rect.width - 2 * EDGE, rect.height - 2 * EDGE)


def _across(start: float, length: float, size: float) -> tuple[float, float]:
    """Where boxes of a size begin that are across the two ends of something, and on the canvas."""
    return max(start - size / 2, min(0.0, start)), start + length - size / 2


def _anywhere(_: Rect) -> bool:
    return True


def _is_in_oval(frame: Rect) -> Fits:
    """Whether all of a box is in the oval that a frame is."""
    x, y = frame.centre
    across = max(LEEWAY, frame.width / 2 - EDGE)
    down = max(LEEWAY, frame.height / 2 - EDGE)

    def fits(rect: Rect) -> bool:
        far = max(abs(rect.x - x), abs(rect.x + rect.width - x))
        high = max(abs(rect.y - y), abs(rect.y + rect.height - y))
        return math.hypot(far / across, high / down) <= 1

    return fits


def _free(room: Rect, size: Spot, taken: list[Rect], fits: Fits = _anywhere) -> Iterator[Spot]:
    """Places in a room for boxes of a size, row by row; what is given away is taken."""
    width, height = size
    across = max(GAP, (room.width - width) / TRIES)
    down = max(GAP, (room.height - height) / TRIES)
    y = room.y
    while y + height <= room.y + room.height + LEEWAY:
        x = room.x
        row = [it for it in taken if overlap(it, Rect(x, y, room.width, height), GAP)]
        while x + width <= room.x + room.width + LEEWAY:
            spot = Rect(x, y, width, height)
            hit = next((it for it in row if overlap(it, spot, GAP)), None)
            if hit is not None:
                x = hit.x + hit.width + GAP
            elif fits(spot):
                taken.append(spot)
                row.append(spot)
                yield x, y
            else:
                x += across
        y += down
