"""Where things are on a canvas of GPML: boxes of groups, points on borders, what encloses what.

Pixels, origin top left. A group of 2013a has no box: it is that of its members with a margin, as
PathVisio and libGPML draw it.
"""

import itertools
import math
from collections.abc import Iterable

from pathport.formats.gpml.drawing import Rect, State

__all__ = [
    "MARGIN",
    "MARGIN_COMPLEX",
    "around",
    "board",
    "centre",
    "holds",
    "inside",
    "nearest_port",
    "on_border",
    "relative",
    "rounded",
    "state_rect",
    "union",
    "way_point",
]

MARGIN = 8.0
MARGIN_COMPLEX = 12.0
DIGITS = 6
"""Of a pixel: a number that was taken apart and put together is the same up to here."""
EDGE = 30.0
"""What a canvas has beyond the last thing on it."""


def rounded(value: float) -> float:
    """A number of the canvas as it is written and read."""
    return round(value, DIGITS) + 0.0


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


def union(rects: Iterable[Rect]) -> Rect | None:
    """The smallest rectangle around all of these."""
    known = list(rects)
    if not known:
        return None
    x, y = min(it.x for it in known), min(it.y for it in known)
    right = max(it.x + it.width for it in known)
    bottom = max(it.y + it.height for it in known)
    return Rect(rounded(x), rounded(y), rounded(right - x), rounded(bottom - y))


def around(rect: Rect, margin: float) -> Rect:
    """The rectangle with a margin on each side."""
    x, y, width, height = rect
    return Rect(
        rounded(x - margin), rounded(y - margin), rounded(width + 2 * margin),
        rounded(height + 2 * margin),
    )  # fmt: skip


def centre(rect: Rect) -> tuple[float, float]:
    """The middle of a rectangle."""
    return rect.x + rect.width / 2, rect.y + rect.height / 2


def holds(frame: Rect, point: tuple[float, float], *, oval: bool = False) -> bool:
    """Whether a point is in a frame: in the rectangle, or in the oval in it."""
    x, y = centre(frame)
    across, down = abs(point[0] - x), abs(point[1] - y)
    if not oval:
        return across <= frame.width / 2 and down <= frame.height / 2
    if not frame.width or not frame.height:
        return False
    return (2 * across / frame.width) ** 2 + (2 * down / frame.height) ** 2 <= 1


def inside(inner: Rect, outer: Rect) -> bool:
    """Whether a rectangle lies in another, greater one."""
    return (
        inner.x >= outer.x
        and inner.y >= outer.y
        and inner.x + inner.width <= outer.x + outer.width
        and inner.y + inner.height <= outer.y + outer.height
        and inner.width * inner.height < outer.width * outer.height
    )


def on_border(rect: Rect, at: tuple[float, float]) -> tuple[float, float]:
    """The point of the canvas at this place of a rectangle, in halves of its width and height."""
    x, y = centre(rect)
    return rounded(x + at[0] * rect.width / 2), rounded(y + at[1] * rect.height / 2)


def relative(rect: Rect, point: tuple[float, float]) -> tuple[float, float]:
    """The inverse of `on_border`; on what has no extent, its centre."""
    x, y = centre(rect)
    across = 2 * (point[0] - x) / rect.width if rect.width else 0.0
    down = 2 * (point[1] - y) / rect.height if rect.height else 0.0
    return rounded(across), rounded(down)


def nearest_port(rect: Rect, toward: tuple[float, float]) -> tuple[float, float]:
    """The middle of the side of a rectangle that faces a point."""
    x, y = centre(rect)
    across, down = toward[0] - x, toward[1] - y
    if abs(across) * rect.height > abs(down) * rect.width:
        return (1.0 if across > 0 else -1.0), 0.0
    return 0.0, (1.0 if down > 0 else -1.0)


def way_point(joints: Iterable[tuple[float, float]], position: float) -> tuple[float, float]:
    """The point of a line of straight pieces at this part of its length, from 0 to 1."""
    points = list(joints)
    lengths = [math.dist(a, b) for a, b in itertools.pairwise(points)]
    left = position * sum(lengths)
    for (a, b), length in zip(itertools.pairwise(points), lengths, strict=True):
        if left <= length and length:
            part = left / length
            return rounded(a[0] + part * (b[0] - a[0])), rounded(a[1] + part * (b[1] - a[1]))
        left -= length
    return rounded(points[-1][0]), rounded(points[-1][1])
