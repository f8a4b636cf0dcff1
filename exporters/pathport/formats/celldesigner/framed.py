"""The frames of compartments: one of each is a frame of the layout, any other is a shape of the
drawing that starts on the compartment, where its name stands.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from pathport.formats.celldesigner.geometry import Rect, innermost, rounded, seen, spot_on
from pathport.formats.celldesigner.terms import CLOSE_UPS, COMPARTMENT_SHAPE
from pathport.model.layout import Decoration, DecorationKind, End, Frame, Layout, Point

__all__ = ["Framed", "frames_drawn", "is_frame_again", "nearest_frame"]


USUAL = (100.0, 100.0)
"""The width and height of a frame that has none."""


class Framed(NamedTuple):
    """A frame, and what it is called in the layout: by its compartment, or by the id of its shape.

    ``id`` is that of its alias, once it has one.
    """

    called: str
    frame: Frame
    is_first: bool
    id: str = ""

    @property
    def rect(self) -> Rect:
        """Where it is; one without a size has the usual one: nobody sees it else."""
        rect = Rect(self.frame.x, self.frame.y, self.frame.width, self.frame.height)
        is_close_up = COMPARTMENT_SHAPE.word(self.frame.style.shape) in CLOSE_UPS
        return rect if is_close_up else seen(rect, USUAL)


def is_frame_again(it: Decoration, compartments: Collection[str]) -> bool:
    """Whether a decoration is a further frame of one of these compartments."""
    on = it.start.on if it.start is not None else None
    is_known = COMPARTMENT_SHAPE.word(it.style.shape) is not None
    return (
        it.kind is DecorationKind.SHAPE and is_known and len(it.points) > 1 and on in compartments
    )


def frames_drawn(layout: Layout) -> Iterator[Framed]:
    """All frames of a layout, the first of each compartment before any other."""
    framed = {it.compartment for it in layout.frames}
    yield from (Framed(it.compartment, it, is_first=True) for it in layout.frames)
    for it in layout.drawing:
        if is_frame_again(it, framed):
            yield Framed(it.id or "", _frame(it), is_first=False)


def _frame(shape: Decoration) -> Frame:
    one, *_, other = shape.points
    start = shape.start or End()
    rect = Rect(one.x, one.y, other.x - one.x, other.y - one.y)
    name = spot_on(rect, (start.at.x, start.at.y)) if start.at is not None else None
    return Frame(
        compartment=start.on or "",
        x=rect.x,
        y=rect.y,
        width=rect.width,
        height=rect.height,
        label_at=None if name is None else Point(x=rounded(name[0]), y=rounded(name[1])),
        style=shape.style,
    )


def nearest_frame(frames: Sequence[Framed], rect: Rect) -> Framed | None:
    """Of the frames of a compartment the smallest around a rectangle, or else the first."""
    found = innermost(((it.id, it.rect) for it in frames), rect)
    return next((it for it in frames if found in (it.id, None)), None)
