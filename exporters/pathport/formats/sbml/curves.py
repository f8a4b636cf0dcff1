"""The lines of a reaction as SBML draws them: one to its own short curve, one away from it.

A way of the model runs from box to box; in the layout package it is three curves, of which the
middle one is the reaction's. Both directions stand here, so that what was cut is joined alike.
SBML Level 3 Layout Version 1, 3.4 and 3.11.
"""

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

from pathport.layout.geometry import Place, Rect, rounded, share_of

__all__ = [
    "STRAIGHT",
    "Cut",
    "base_points",
    "cut",
    "joined",
    "meeting",
    "near",
    "shortened",
    "tail",
]

NODE = 12.0
"""Pixels of a reaction's own curve."""
HEADROOM = 6.0
"""So far before the middle of what it acts on ends the line of a modifier, for its head."""
FARTHEST = 1e9
"""A place beyond this is none that anybody draws."""
STRAIGHT = 1e-4
"""Pixels by which a point may be beside a straight line."""


class Cut(NamedTuple):
    """A line in three: what leads to the reaction's curve, that curve, what leads away from it."""

    before: tuple[Place, ...]
    middle: tuple[Place, ...]
    after: tuple[Place, ...]


def near(rect: Rect) -> Rect:
    """The rectangle with no number beyond what a line can run to."""
    return Rect(*(max(-FARTHEST, min(FARTHEST, it)) for it in rect))


def cut(points: Sequence[Place], at: float) -> Cut:
    """A line of two points or more, cut around this part of its length."""
    lengths = [math.dist(a, b) for a, b in itertools.pairwise(points)]
    left = at * sum(lengths)
    number = 0
    while number < len(lengths) - 1 and left > lengths[number]:
        left -= lengths[number]
        number += 1
    half = min(NODE, lengths[number]) / 2
    middle = min(max(left, half), lengths[number] - half)
    here = points[number], points[number + 1]
    first, last = (_between(*here, middle + it) for it in (-half, half))
    return Cut((*points[: number + 1], first), (first, last), (last, *points[number + 1 :]))


def tail(points: Sequence[Place]) -> tuple[tuple[Place, ...], tuple[Place, Place]]:
    """A line that ends in a reaction: what leads to its curve, and that curve, the line's end."""
    end = points[-1]
    length = math.dist(points[-2], end)
    first = _between(points[-2], end, max(0.0, length - NODE))
    return (*points[:-1], first), (first, end)


def _between(a: Place, b: Place, reach: float) -> Place:
    """The point so far from one point toward another."""
    length = math.dist(a, b)
    if reach in (0.0, length):
        return b if reach else a
    part = reach / length
    return rounded(a[0] + part * (b[0] - a[0])), rounded(a[1] + part * (b[1] - a[1]))


def joined(*pieces: Sequence[Place]) -> list[Place]:
    """The line that pieces make, without the places at which it was only cut."""
    points: list[Place] = []
    seams: set[int] = set()
    for piece in pieces:
        for number, point in enumerate(piece):
            if not points or points[-1] != point:
                points.append(point)
            elif not number:
                seams.add(len(points) - 1)
    inner = {it for it in seams if 0 < it < len(points) - 1}
    cuts = {it for it in inner if _is_straight(*points[it - 1 : it + 2])}
    return [it for number, it in enumerate(points) if number not in cuts]


def _is_straight(a: Place, here: Place, b: Place) -> bool:
    """Whether a point lies between two others."""
    return share_of((a, b), here)[1] < STRAIGHT


def base_points(points: Sequence[Place]) -> list[tuple[Place, Place]]:
    """The base points of Bezier curves that run smoothly through these points, piece by piece."""
    known = [points[0], *points, points[-1]]
    return [
        (_toward(a, before, b), _toward(b, after, a))
        for before, a, b, after in zip(known, known[1:], known[2:], known[3:], strict=False)
    ]


def _toward(here: Place, behind: Place, ahead: Place) -> Place:
    """A sixth of the way between two points, from the one between them."""
    x, y = ((b - a) / 6 for a, b in zip(behind, ahead, strict=True))
    return rounded(here[0] + x), rounded(here[1] + y)


def shortened(points: Sequence[Place]) -> tuple[Place, ...]:
    """A line with room for a head at its end, if it is long enough."""
    length = math.dist(points[-2], points[-1])
    if length <= 2 * HEADROOM:
        return tuple(points)
    return (*points[:-1], _between(points[-2], points[-1], length - HEADROOM))


def meeting(points: Sequence[Place], line: Sequence[Place]) -> float:
    """Where a line meets another one, of which its end may fall short by the room of its head."""
    share, distance = share_of(line, points[-1])
    if distance < STRAIGHT or len(points) < 2:
        return share
    length = math.dist(points[-2], points[-1])
    if length:
        reach = _between(points[-2], points[-1], length + 2 * HEADROOM)
        for a, b in itertools.pairwise(line):
            crossing = _crossing(points[-1], reach, a, b)
            if crossing is not None:
                return share_of(line, crossing)[0]
    return share


def _crossing(a: Place, b: Place, c: Place, d: Place) -> Place | None:
    """Where two pieces of lines cross."""
    across, along = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    turn = across[0] * along[1] - across[1] * along[0]
    if not turn:
        return None
    gap = c[0] - a[0], c[1] - a[1]
    first = (gap[0] * along[1] - gap[1] * along[0]) / turn
    second = (gap[0] * across[1] - gap[1] * across[0]) / turn
    if not (0 <= first <= 1 and 0 <= second <= 1):
        return None
    return a[0] + first * across[0], a[1] + first * across[1]
