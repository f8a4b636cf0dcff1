"""Rectangles, the points on their borders, and the lines between them, in pixels.

It knows no pathway and no format: whoever keeps places on borders and on lines as shares of them
uses the same sums in both directions.
"""

import itertools
import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

__all__ = [
    "DIGITS",
    "Extent",
    "Place",
    "Rect",
    "centre",
    "inside",
    "nearest_port",
    "on_border",
    "overlap",
    "reaches_into",
    "relative",
    "rounded",
    "share_of",
    "union",
    "way_point",
]

DIGITS = 6
"""Of a pixel: a number that was taken apart and put together is the same up to here."""

Place = tuple[float, float]


class Extent(Protocol):
    """Whatever has a place and a size: a rectangle, box or frame."""

    @property
    def x(self) -> float:
        """Its left edge."""
        ...

    @property
    def y(self) -> float:
        """Its upper edge."""
        ...

    @property
    def width(self) -> float:
        """From its left edge to the right one."""
        ...

    @property
    def height(self) -> float:
        """From its upper edge to the lower one."""
        ...


class Rect(NamedTuple):
    """A rectangle by its top left corner, in pixels."""

    x: float
    y: float
    width: float
    height: float


def rounded(value: float) -> float:
    """A number of the canvas as it is written and read."""
    return round(value, DIGITS) + 0.0


def union(rects: Iterable[Rect]) -> Rect | None:
    """The smallest rectangle around all of these."""
    known = list(rects)
    if not known:
        return None
    x, y = min(it.x for it in known), min(it.y for it in known)
    right = max(it.x + it.width for it in known)
    bottom = max(it.y + it.height for it in known)
    return Rect(rounded(x), rounded(y), rounded(right - x), rounded(bottom - y))


def centre(rect: Rect) -> Place:
    """The middle of a rectangle."""
    return rect.x + rect.width / 2, rect.y + rect.height / 2


def inside(inner: Rect, outer: Rect) -> bool:
    """Whether a rectangle lies in another, greater one."""
    return (
        inner.x >= outer.x
        and inner.y >= outer.y
        and inner.x + inner.width <= outer.x + outer.width
        and inner.y + inner.height <= outer.y + outer.height
        and inner.width * inner.height < outer.width * outer.height
    )


def overlap(one: Extent, other: Extent, gap: float = 0.0) -> bool:
    """Whether two rectangles have more than an edge in common, or are nearer than a gap."""
    return (
        one.x < other.x + other.width + gap
        and other.x < one.x + one.width + gap
        and one.y < other.y + other.height + gap
        and other.y < one.y + one.height + gap
    )


def reaches_into(start: Place, end: Place, rect: Rect) -> bool:
    """Whether a straight line reaches into a rectangle: what all four sides leave of it (Liang and
    Barsky, ACM Transactions on Graphics 3 (1984), 1).
    """
    first, last = 0.0, 1.0
    for here, there, low, size in (
        (start[0], end[0], rect.x, rect.width),
        (start[1], end[1], rect.y, rect.height),
    ):
        step = there - here
        if not step:
            if not low < here < low + size:
                return False
            continue
        near, far = sorted(((low - here) / step, (low + size - here) / step))
        first, last = max(first, near), min(last, far)
    return first < last


def on_border(rect: Rect, at: Place) -> Place:
    """The point of the canvas at this place of a rectangle, in halves of its width and height."""
    x, y = centre(rect)
    return rounded(x + at[0] * rect.width / 2), rounded(y + at[1] * rect.height / 2)


def relative(rect: Rect, point: Place) -> Place:
    """The inverse of `on_border`; on what has no extent, its centre."""
    x, y = centre(rect)
    across = 2 * (point[0] - x) / rect.width if rect.width else 0.0
    down = 2 * (point[1] - y) / rect.height if rect.height else 0.0
    return rounded(across), rounded(down)


def nearest_port(rect: Rect, toward: Place) -> Place:
    """The middle of the side of a rectangle that faces a point."""
    x, y = centre(rect)
    across, down = toward[0] - x, toward[1] - y
    if abs(across) * rect.height > abs(down) * rect.width:
        return (1.0 if across > 0 else -1.0), 0.0
    return 0.0, (1.0 if down > 0 else -1.0)


def way_point(joints: Iterable[Place], position: float) -> Place:
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


def share_of(joints: Sequence[Place], point: Place) -> tuple[float, float]:
    """Where on a line of straight pieces it is nearest to a point, and how far from it.

    The first is a part of the line's length, from 0 to 1: the inverse of `way_point`.
    """
    before, best = 0.0, (math.inf, 0.0)
    for a, b in itertools.pairwise(joints):
        length = math.dist(a, b)
        part = 0.0
        if length:
            along = (point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])
            part = min(1.0, max(0.0, along / length**2))
        here = a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])
        best = min(best, (math.dist(point, here), before + part * length))
        before += length
    return (best[1] / before if before else 0.0), best[0]
