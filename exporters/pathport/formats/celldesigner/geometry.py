"""Where lines and marks are on a canvas of CellDesigner, from what its files say, and back.

Points of a layout are absolute pixels, origin top left, y down. CellDesigner tells the bends of a
line in axes of its own ends (`Axes`): one unit along the line from its start to its end, the other
across it. Positions on a box are from its centre in halves of its width and height, as in the
layout. What is drawn is not known here.

How the two say the same things, for reader and writer alike:

- The line of a process with one base reactant and one base product is a way from box to box.
- With two base reactants the way goes from the first to the product, its bends those of the first
  arm, the junction, those of the third; the second arm is a way that meets it at the junction. With
  two base products likewise, from the reactant to the first product.
- Other reactants and products, and modifications, are ways that meet it where the process is; those
  that act on an influence, which has no square, at one of its bends.
- A gate is a bend: the first of a way of its control that starts nowhere; its members' ways meet
  that one, at 0.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise, permutations
from typing import NamedTuple

from pathport.formats.celldesigner.terms import ANCHOR, CLOSE_UPS, COMPARTMENT_SHAPE, LINE_PLACE

__all__ = [
    "SIDE",
    "Axes",
    "Joints",
    "Rect",
    "Spot",
    "Square",
    "anchors_of_loop",
    "angle_of_mark",
    "angle_said",
    "axes_of_junction",
    "axes_of_line",
    "close_up",
    "fraction_along",
    "innermost",
    "is_flat",
    "is_on_border",
    "is_one_spot",
    "joints_on",
    "nearest_anchor",
    "nearest_place",
    "place_of_angle",
    "place_on",
    "point_of_close_up",
    "rounded",
    "seen",
    "segment_at",
    "spot_on",
    "square_on",
]

DECIMALS = 3
"""Of a pixel that was computed: CellDesigner's own numbers carry errors of the last digit."""
FINE = 6
"""Decimals of a place along a line."""
SIDE = 10.0
"""Of the square of a process, in pixels."""
JOINS = (0.375, 0.625)
"""Where further reactants and products meet the segment that the square is on."""
OVAL = COMPARTMENT_SHAPE.word("oval")
BEYOND = 1e6
"""Pixels to where a frame reaches that is cut by the edge of the canvas."""
LEEWAY = 1.0

Spot = tuple[float, float]
"""A point: on the canvas, in some axes, or on a box, as it is said."""


class Rect(NamedTuple):
    """A rectangle on the canvas by its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> Spot:
        """The middle of it."""
        return self.x + self.width / 2, self.y + self.height / 2


SQUARE = Rect(-1, -1, 2, 2)
"""The box on which places are what they are on the canvas."""


def seen(rect: Rect, usual: tuple[float, float]) -> Rect:
    """The rectangle, which has this width or height where it has none of its own."""
    width, height = usual
    return rect._replace(
        width=rect.width if rect.width > 0 else width,
        height=rect.height if rect.height > 0 else height,
    )


def innermost(frames: Iterable[tuple[str, Rect]], rect: Rect) -> str | None:
    """The name of the smallest frame that the middle of a rectangle is in, if one is around it."""
    x, y = rect.centre
    around = [
        (it.width * it.height, name)
        for name, it in frames
        if it.x <= x <= it.x + it.width and it.y <= y <= it.y + it.height
    ]
    return min(around)[1] if around else None


def rounded(value: float) -> float:
    """A computed number as a layout has it."""
    return round(value, DECIMALS) + 0.0


def spot_on(rect: Rect, at: Spot | None) -> Spot:
    """The point of the canvas at this place of a box; its centre without a place."""
    x, y = rect.centre
    across, down = at or (0.0, 0.0)
    return x + across * rect.width / 2, y + down * rect.height / 2


def place_on(rect: Rect, spot: Spot) -> Spot:
    """The place of a box that a point of the canvas is, the inverse of `spot_on`; rounded."""
    x, y = rect.centre
    halves = rect.width / 2 or 1.0, rect.height / 2 or 1.0
    return round((spot[0] - x) / halves[0], FINE) + 0.0, round(
        (spot[1] - y) / halves[1], FINE
    ) + 0.0


def nearest_anchor(at: Spot) -> Spot:
    """The place on a box, of those that a link can end at, which is nearest to this one."""
    return min((place for place, _ in ANCHOR), key=lambda it: (math.dist(it, at), it))


def anchors_of_loop(start: Spot, end: Spot, rect: Rect = SQUARE) -> tuple[Spot, Spot]:
    """The places on a box that a line from it to itself can end at, which are nearest to these.

    They are two, on the canvas too if the box has any extent: bends are told in axes from the one
    to the other.
    """
    return min(
        permutations([place for place, _ in ANCHOR], 2),
        key=lambda it: (
            is_one_spot(*(spot_on(rect, place) for place in it)),
            round(math.dist(it[0], start) + math.dist(it[1], end), FINE),
            it,
        ),
    )


# Axes


class Axes(NamedTuple):
    """Skewed axes: where they begin, and where one unit of either ends, on the canvas."""

    origin: Spot
    x: Spot
    y: Spot

    def on_canvas(self, spot: Spot) -> Spot:
        """A point in these axes, on the canvas; rounded."""
        (left, top), (ax, ay), (bx, by) = self._vectors()
        across, down = spot
        return rounded(left + across * ax + down * bx), rounded(top + across * ay + down * by)

    def from_canvas(self, spot: Spot) -> Spot:
        """A point of the canvas, in these axes."""
        (left, top), (ax, ay), (bx, by) = self._vectors()
        x, y = spot[0] - left, spot[1] - top
        turn = ax * by - ay * bx
        return (x * by - y * bx) / turn, (ax * y - ay * x) / turn

    def _vectors(self) -> tuple[Spot, Spot, Spot]:
        left, top = self.origin
        return (
            self.origin,
            (self.x[0] - left, self.x[1] - top),
            (self.y[0] - left, self.y[1] - top),
        )


def axes_of_line(start: Spot, end: Spot) -> Axes:
    """The axes of a line: along it, and the same length across it, clockwise.

    A line that comes back to where it starts has axes of a pixel.
    """
    if is_one_spot(start, end):
        end = start[0] + 1, start[1]
    across, down = end[0] - start[0], end[1] - start[1]
    return Axes(start, end, (start[0] - down, start[1] + across))


def axes_of_junction(first: Spot, second: Spot, third: Spot) -> Axes:
    """The axes of a junction of three arms: the centres of their boxes, in the order of the arms.

    Three in one line are no axes: then the first is moved by a pixel, as other readers do.
    """
    axes = Axes(first, second, third)
    for shift in SHIFTS:
        moved = first[0] + shift[0], first[1] + shift[1]
        axes = Axes(moved, second, third)
        if not is_flat(*axes):
            return axes
    return axes_of_line(first, second)


FLAT = 1e-6
SHIFTS = ((0.0, 0.0), (1.0, 1.0), (1.0, -1.0))


def is_one_spot(first: Spot, second: Spot) -> bool:
    """Whether two points are one, so that a line between them is no axis."""
    return math.dist(first, second) < FLAT


def is_flat(first: Spot, second: Spot, third: Spot) -> bool:
    """Whether three points stand in one line, so that they are no axes."""
    (left, top), (ax, ay), (bx, by) = first, second, third
    return abs((ax - left) * (by - top) - (ay - top) * (bx - left)) < FLAT


# The square of a process


class Square(NamedTuple):
    """The square on the line of a process: its middle, the way that the line runs there, and where
    further reactants and products meet it.
    """

    middle: Spot
    angle: float
    before: Spot
    after: Spot

    def spot(self, place: int | None) -> Spot:
        """The point of the canvas that a line to this place ends at; its middle without one."""
        if place in (0, 1):
            return (self.before, self.after)[place]
        across, down = LINE_PLACE.get(place if place is not None else -1, (0.0, 0.0))
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        x, y = across * SIDE / 2, down * SIDE / 2
        return self.middle[0] + x * cos - y * sin, self.middle[1] + x * sin + y * cos


def square_on(points: Sequence[Spot], segment: int) -> Square:
    """The square in the middle of a segment of a line through these points."""
    last = len(points) - 2
    start, end = points[max(0, min(segment, last))], points[max(0, min(segment, last)) + 1]
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    before, after = (_between(start, end, part) for part in JOINS)
    return Square(_between(start, end, 0.5), angle, before, after)


class Joints(NamedTuple):
    """Where lines meet that of an influence, which has no square: at its bends, by their numbers,
    or in its middle if it has none.

    So the sheet of CellDesigner 4.4's components has it: the places 0 and 1 on a line with two
    bends, which is straight nevertheless, and 0 on one without; no map has another.
    """

    middle: Spot
    bends: tuple[Spot, ...]
    along: tuple[float, ...]
    """How far along the line the bends are, from 0 to 1."""

    def spot(self, place: int | None) -> Spot:
        """The point of the canvas that a line to this place ends at; the middle without one."""
        return self.bends[place] if place is not None and place < len(self.bends) else self.middle

    def place(self, at: float | None, towards: Spot) -> int:
        """The bend that is nearest to so far along the line, or else to a point."""
        places = [it for it in LINE_PLACE if it < len(self.bends)]
        if at is not None:
            return min(places, key=lambda it: abs(self.along[it] - at), default=0)
        return min(places, key=lambda it: math.dist(self.bends[it], towards), default=0)


def joints_on(points: Sequence[Spot]) -> Joints:
    """Where lines meet a line through these points that has no square."""
    bends = range(1, len(points) - 1)
    return Joints(
        square_on(points, len(bends) // 2).middle,
        tuple(points[it] for it in bends),
        tuple(fraction_along(points, it - 1, 1.0) for it in bends),
    )


def nearest_place(square: Square, towards: Spot) -> int:
    """The place of a square, but its ends, that a line from there ends at."""
    places = [place for place in LINE_PLACE if place > 1]
    return min(places, key=lambda it: (rounded(math.dist(square.spot(it), towards)), it))


def _between(start: Spot, end: Spot, part: float) -> Spot:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


# Along a line


def fraction_along(points: Sequence[Spot], segment: int, part: float = 0.5) -> float:
    """How far along a line, from 0 to 1, a part of one of its segments is; rounded.

    A line may be long: so much of it is still less than a hundredth of a pixel.
    """
    lengths = [math.dist(a, b) for a, b in pairwise(points)]
    whole = sum(lengths)
    if not whole or segment >= len(lengths):
        return part
    return round((sum(lengths[:segment]) + lengths[segment] * part) / whole, FINE) + 0.0


def segment_at(points: Sequence[Spot], at: float) -> int:
    """The segment of a line that is so far along it, from 0 to 1."""
    lengths = [math.dist(a, b) for a, b in pairwise(points)]
    left = max(0.0, min(1.0, at)) * sum(lengths)
    for number, length in enumerate(lengths):
        if left <= length:
            return number
        left -= length
    return max(0, len(lengths) - 1)


# Marks on a box


def place_of_angle(angle: float) -> Spot:
    """Where on the border of a box a residue of this angle sits: counter-clockwise from the right.

    The angle is that of a square box, so that an eighth of a turn is the corner of any box.
    """
    across, down = math.cos(angle), -math.sin(angle)
    longer = max(abs(across), abs(down))
    return rounded(across / longer), rounded(down / longer)


def angle_of_mark(at: Spot) -> float:
    """The angle of a residue at this place of its box, from 0 to a whole turn."""
    return math.atan2(-at[1], at[0]) % math.tau


def angle_said(at: Spot) -> float:
    """The same in the fewest digits that tell this place, so that what a file has in a few comes
    out as it was; those of an edge's middle and of a corner are exact.
    """
    angle = angle_of_mark(at)
    place = place_of_angle(angle)
    if 0.0 in place or abs(place[0]) == abs(place[1]):
        return angle
    shorter = (round(angle, digits) for digits in range(1, FINE))
    return next((it for it in shorter if place_of_angle(it) == place), angle)


# Compartments at the edge of the canvas


def close_up(word: str, point: Spot, canvas: Spot) -> Rect:
    """The frame of a compartment of which an edge or a corner is on the canvas."""
    spans = (_span(*it) for it in zip(CLOSE_UPS[word], point, canvas, strict=True))
    (x, width), (y, height) = spans
    return Rect(x, y, width, height)


def _span(side: int | None, at: float, whole: float) -> tuple[float, float]:
    if side is None:
        return 0.0, whole
    return (at, max(0.0, whole - at)) if side > 0 else (0.0, at)


def point_of_close_up(word: str, frame: Rect) -> Spot:
    """The point of such a compartment from its frame."""
    x = (frame.x, frame.x + frame.width, frame.centre[0])
    y = (frame.y, frame.y + frame.height, frame.centre[1])
    across, down = CLOSE_UPS[word]
    return x[_which(across)], y[_which(down)]


def is_on_border(word: str, frame: Rect, box: Rect, thickness: float) -> bool:
    """Whether a box touches the two lines of a frame of this class, or is between them.

    Where a frame is cut by the edge of the canvas it has no lines. A pixel is let pass.
    """
    sides = CLOSE_UPS.get(word, (0, 0))
    near, far = [], []
    for side, start, size, at, length in zip(
        sides, frame[:2], frame[2:], box[:2], box[2:], strict=True
    ):
        first = -BEYOND if side is None or side < 0 else start
        last = BEYOND if side is None or side > 0 else start + size
        middle, half = (first + last) / 2, (last - first) / 2
        near.append(max(at - middle, middle - at - length, 0.0) / (half + LEEWAY))
        within = max(half - thickness - LEEWAY, LEEWAY)
        far.append(max(middle - at, at + length - middle) / within)
    measure = math.hypot if word == OVAL else max
    return measure(*near) <= 1 <= measure(*far)


def _which(side: int | None) -> int:
    """The near edge, the far one, or the middle."""
    return 2 if side is None else int(side < 0)
