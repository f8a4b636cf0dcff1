"""Where things are on a canvas of GPML: boxes of groups and States, what encloses what.

Pixels, origin top left. A group of 2013a has no box: it is that of its members with a margin, as
PathVisio and libGPML draw it.
"""

import math
from collections.abc import Iterable

from pathport.formats.gpml.drawing import State
from pathport.layout.geometry import Rect, centre, rounded

__all__ = ["MARGIN", "MARGIN_COMPLEX", "around", "board", "holds", "state_rect"]

MARGIN = 8.0
MARGIN_COMPLEX = 12.0
EDGE = 30.0
"""What a canvas has beyond the last thing on it."""


def board(rects: Iterable[Rect]) -> tuple[float, float]:
    """The size of a canvas that holds these."""
    known = [Rect(0.0, 0.0, 0.0, 0.0), *rects]
    return (
        math.ceil(max(it.x + it.width for it in known)) + EDGE,
        math.ceil(max(it.y + it.height for it in known)) + EDGE,
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


def holds(frame: Rect, point: tuple[float, float], *, oval: bool = False) -> bool:
    """Whether a point is in a frame: in the rectangle, or in the oval in it."""
    x, y = centre(frame)
    across, down = abs(point[0] - x), abs(point[1] - y)
    if not oval:
        return across <= frame.width / 2 and down <= frame.height / 2
    if not frame.width or not frame.height:
        return False
    return (2 * across / frame.width) ** 2 + (2 * down / frame.height) ** 2 <= 1
