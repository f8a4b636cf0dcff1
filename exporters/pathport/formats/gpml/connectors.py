"""Where a line really runs between its points: straight, round corners, or in a curve.

An elbow leaves either end at a right angle and turns as often as it must; its inner pieces run
through its bends where it has as many, else where PathVisio puts them. A curve runs beside the
elbow between the same points. Pixels, origin top left. What a line means is not known here.
PathVisio 3, ElbowConnectorShape and CurvedConnectorShape.
"""

import itertools
from collections.abc import Iterator, Sequence
from enum import IntEnum

from pathport.model.layout import Connector, Point

__all__ = ["bends_either_way", "trail"]

Place = tuple[float, float]

OFFSET = 20.0
"""How far an elbow runs out of an end before it turns, where nothing else says so."""
STEPS = 20
"""Straight pieces of each part of a curve."""


class Side(IntEnum):
    """The side of a thing that a line leaves."""

    NORTH = 0
    EAST = 1
    SOUTH = 2
    WEST = 3

    @property
    def is_across(self) -> bool:
        """Whether a line leaves it to the left or right."""
        return self in (Side.EAST, Side.WEST)

    @property
    def sign(self) -> float:
        """Whether a line that leaves it goes to greater numbers, or smaller."""
        return 1.0 if self in (Side.EAST, Side.SOUTH) else -1.0


TURNS = (
    ((1, 1), (2, 2), (1, 3), (0, 2)),
    ((2, 0), (1, 1), (0, 2), (1, 1)),
    ((3, 1), (2, 2), (1, 1), (2, 0)),
    ((2, 2), (3, 3), (2, 2), (1, 1)),
)
"""How many inner pieces an elbow has: by the side of its left end, that of its right end, and
whether the left one is the higher."""


def trail(
    points: Sequence[Place], connector: Connector, at: tuple[Point | None, Point | None]
) -> Sequence[Place]:
    """The corners of a line through these points; ``at`` are the places of both ends on what they
    are attached to, from its centre.
    """
    if connector not in (Connector.ELBOW, Connector.CURVED):
        return points
    start, *bends, end = points
    sides = _side(at[0], toward=end, here=start), _side(at[1], toward=start, here=end)
    corners = tuple(_corners(start, end, sides, bends))
    return corners if connector is Connector.ELBOW else tuple(_curve(corners))


def bends_either_way(
    points: Sequence[Place], connector: Connector, at: tuple[Point | None, Point | None]
) -> Sequence[Place]:
    """The bends with which the line runs the same from its other end, which an elbow that PathVisio
    makes does not: it turns near its start.
    """
    if connector not in (Connector.ELBOW, Connector.CURVED):
        return points[1:-1]
    corners = trail(points, Connector.ELBOW, at)
    return [_middle(a, b) for a, b in list(itertools.pairwise(corners))[1:-1]]


def _side(at: Point | None, *, toward: Place, here: Place) -> Side:
    """The side that a place is on; without one, that which faces the other end."""
    x, y = (at.x, at.y) if at is not None else (toward[0] - here[0], toward[1] - here[1])
    if abs(x) > abs(y):
        return Side.EAST if x > 0 else Side.WEST
    return Side.SOUTH if y > 0 else Side.NORTH


def _corners(
    start: Place, end: Place, sides: tuple[Side, Side], bends: Sequence[Place]
) -> Iterator[Place]:
    """Start, corners and end of an elbow."""
    to_right = end[0] > start[0]
    left, right = (start, end) if to_right else (end, start)
    one, other = sides if to_right else sides[::-1]
    turns = TURNS[one][other][int(right[1] >= left[1])]
    middles = bends if len(bends) == turns else _middles(start, end, sides, turns)
    here, across = start, sides[0].is_across
    yield here
    for goal in (*middles, end):
        here = (goal[0], here[1]) if across else (here[0], goal[1])
        across = not across
        yield here
    yield end


def _middles(start: Place, end: Place, sides: tuple[Side, Side], turns: int) -> Sequence[Place]:
    """What the inner pieces of an elbow run through, where its bends don't say."""
    if turns == 0:
        return ()
    if turns == 1:
        return (_beside(start, end, sides[0]),)
    if turns == 2:
        off = OFFSET * sides[1].sign
        first = _beside(start, (end[0] + off, end[1] + off), sides[0])
        return first, _beside(end, first, sides[1])
    middle = _middle(start, end)
    return _beside(start, middle, sides[0]), middle, _beside(end, middle, sides[1])


def _middle(a: Place, b: Place) -> Place:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def _beside(here: Place, goal: Place, side: Side) -> Place:
    """A place off one end, half way to a goal."""
    if side.is_across:
        return here[0] + OFFSET * side.sign, (here[1] + goal[1]) / 2
    return (here[0] + goal[0]) / 2, here[1] + OFFSET * side.sign


def _curve(corners: Sequence[Place]) -> Iterator[Place]:
    """The curve that meets the middle of each inner piece of an elbow, in short straight pieces."""
    here = corners[0]
    yield here
    parts = []
    for a, b in list(itertools.pairwise(corners))[1:-1]:
        middle = _middle(a, b)
        parts.append((here, here, a, middle))
        here = middle
    parts.append((here, corners[-2], corners[-1], corners[-1]))
    for part in parts:
        yield from (_bezier(part, step / STEPS) for step in range(1, STEPS + 1))


def _bezier(part: tuple[Place, Place, Place, Place], t: float) -> Place:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (
        sum(weight * place[n] for weight, place in zip(weights, part, strict=True)) for n in (0, 1)
    )
    return x, y
