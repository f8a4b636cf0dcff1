"""Where things are on a canvas of GPML: boxes of groups and States, what encloses what.

Pixels, origin top left. A group of 2013a has no box: it is that of its members with a margin, as
PathVisio and libGPML draw it. What is turned is so around its middle, clockwise.
"""

import math
from collections.abc import Iterable, Iterator

from pathport.formats.gpml.drawing import State
from pathport.layout.geometry import Rect, centre, rounded, union

__all__ = [
    "MARGIN",
    "MARGIN_COMPLEX",
    "around",
    "board",
    "encloses",
    "extent",
    "holds",
    "state_rect",
]

MARGIN = 8.0
MARGIN_COMPLEX = 12.0
EDGE = 30.0
"""What a canvas has beyond the last thing on it."""


def board(rects: Iterable[Rect]) -> tuple[float, float]:
    """The size of a canvas that holds these."""
    known = [Rect(0.0, 0.0, 0.0, 0.0), *rects]
    return (
        math.ceil(rounded(max(it.x + it.width for it in known))) + EDGE,
        math.ceil(rounded(max(it.y + it.height for it in known))) + EDGE,
    )


def state_rect(state: State, node: Rect) -> Rect:
    """Where a State is, on the border of its node."""
    x = node.x + node.width / 2 * (1 + state.x) - state.width / 2
    y = node.y + node.height / 2 * (1 + state.y) - state.height / 2
    return Rect(x, y, state.width, state.height)


def around(rect: Rect, margin: float) -> Rect:
    """The rectangle with a margin on each side."""
    x, y, width, height = rect
    return Rect(
        rounded(x - margin), rounded(y - margin), rounded(width + 2 * margin),
        rounded(height + 2 * margin),
    )  # fmt: skip


def holds(
    frame: Rect, point: tuple[float, float], *, turn: float = 0.0, oval: bool = False
) -> bool:
    """Whether a point is in a frame: in the rectangle, or in the oval in it.

    ``turn`` is that of the frame, clockwise in radians.
    """
    x, y = centre(frame)
    here = _turned((point[0] - x, point[1] - y), -turn)
    across, down = abs(here[0]), abs(here[1])
    if not oval:
        return across <= frame.width / 2 and down <= frame.height / 2
    if not frame.width or not frame.height:
        return False
    return (2 * across / frame.width) ** 2 + (2 * down / frame.height) ** 2 <= 1


def encloses(outer: Rect, inner: Rect, *, outer_turn: float = 0.0, inner_turn: float = 0.0) -> bool:
    """Whether a frame lies in another, greater one, however they are turned."""
    smaller = inner.width * inner.height < outer.width * outer.height
    return smaller and all(holds(outer, it, turn=outer_turn) for it in _corners(inner, inner_turn))


def extent(rect: Rect, turn: float | None) -> Rect:
    """The smallest upright rectangle around one that is turned: lines end on that of a shape, and
    a group is around it (PathVisio, getRBounds).
    """
    if not turn:
        return rect
    return union(Rect(x, y, 0.0, 0.0) for x, y in _corners(rect, turn)) or rect


def _corners(rect: Rect, turn: float) -> Iterator[tuple[float, float]]:
    x, y = centre(rect)
    for across in (-rect.width / 2, rect.width / 2):
        for down in (-rect.height / 2, rect.height / 2):
            there = _turned((across, down), turn)
            yield rounded(x + there[0]), rounded(y + there[1])


def _turned(point: tuple[float, float], turn: float) -> tuple[float, float]:
    """Where a point is when all is turned around the origin."""
    if not turn:
        return point
    across, down = point
    cosine, sine = math.cos(turn), math.sin(turn)
    return rounded(across * cosine - down * sine), rounded(across * sine + down * cosine)
