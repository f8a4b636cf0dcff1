"""The lines of processes that turn at these, for CellDesigner, which has the square of a process in
the middle of a segment: one is made for it where the engine has the process.

Only lines that were made are changed. What meets a line with a junction meets it at a bend; such a
line stays as it is.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from pathport.formats.celldesigner.geometry import SIDE, Rect, Spot, segment_at, spot_on, square_on
from pathport.formats.celldesigner.terms import PROCESS, T_SHAPED
from pathport.model.layout import Point, Way
from pathport.model.pathway import Pathway

__all__ = ["with_squares"]

NEAR = 1.0
"""Pixels within which a bend is where the process is, and two are on one level."""
LONG = 30.0
"""Pixels from a process on from which a line to it is straightened."""


class _Turned(NamedTuple):
    """The bends that take the place of one, and before which of them the square is."""

    spots: tuple[Spot, ...]
    square: int


def with_squares(
    ways: Sequence[Way],
    pathway: Pathway,
    rects: Mapping[str, Rect],
    middles: Mapping[str, Spot],
    *,
    across: float,
) -> Iterator[Way]:
    """The ways, those of processes with a segment for their squares, and what meets it upright.

    ``rects`` are the boxes and empty sides by id, ``middles`` the places of the processes; the
    picture was stretched by ``across``.
    """
    joined = {it.id for it in pathway.processes if PROCESS.word(it.type) in T_SHAPED}
    process_of = {it.id: it.target for it in pathway.controls}
    lines: dict[str, _Line] = {}
    for way in ways:
        if way.at is None and way.start and way.end and way.of in middles.keys() - joined:
            points = _points(way, rects)
            if points:
                lines[way.of] = _squared(way, points, middles[way.of])
    for way in ways:
        line = lines.get(process_of.get(way.of, way.of) or "")
        if line is None or way.meets is not None:
            yield way
        elif way.at is not None:
            yield msgspec.structs.replace(_upright(way, line, across), at=line.at)
        else:
            yield line.way if way.id == line.way.id else way


class _Line(NamedTuple):
    """The line of a process: where the engine has the process, and where the square is, as a place
    and as a part of the line.
    """

    way: Way
    middle: Spot
    square: Spot
    at: float


def _points(way: Way, rects: Mapping[str, Rect]) -> list[Spot]:
    """The line from end to end; nothing if one of its ends is unknown."""
    start, end = rects.get(way.start or ""), rects.get(way.end or "")
    if start is None or end is None:
        return []
    first, last = (
        spot_on(rect, None if at is None else (at.x, at.y))
        for rect, at in ((start, way.start_at), (end, way.end_at))
    )
    return [first, *((it.x, it.y) for it in way.bends), last]


def _squared(way: Way, points: Sequence[Spot], middle: Spot) -> _Line:
    """The line of a process; where it turns at that, it gets a segment for the square."""
    inner = range(1, len(points) - 1)
    turn = min(inner, key=lambda it: math.dist(points[it], middle), default=0)
    if not turn or math.dist(points[turn], middle) > NEAR:
        at = _share(points, middle)
        return _Line(way, middle, square_on(points, segment_at(points, at)).middle, at)
    found = _turned(points[turn - 1], points[turn], points[turn + 1])
    whole = [*points[:turn], *found.spots, *points[turn + 1 :]]
    before, after = whole[turn + found.square - 1], whole[turn + found.square]
    square = (before[0] + after[0]) / 2, (before[1] + after[1]) / 2
    at = _share(whole, square)
    bends = tuple(Point(x=round(x, 1), y=round(y, 1)) for x, y in whole[1:-1])
    return _Line(msgspec.structs.replace(way, bends=bends, node=at), middle, square, at)


def _share(points: Sequence[Spot], spot: Spot) -> float:
    """How far along a line the place on it is that is nearest to a spot."""
    passed = nearest = 0.0
    least = math.inf
    for before, after in pairwise(points):
        length = math.dist(before, after)
        across, down = after[0] - before[0], after[1] - before[1]
        along = across * (spot[0] - before[0]) + down * (spot[1] - before[1])
        part = max(0.0, min(1.0, along / (length * length))) if length else 0.0
        away = math.dist(spot, (before[0] + across * part, before[1] + down * part))
        if away < least:
            least, nearest = away, passed + length * part
        passed += length
    return round(nearest / (passed or 1.0), 4)


def _upright(way: Way, line: _Line, across: float) -> Way:
    """What meets a process, with its last bend above or below the square, as near to the middle as
    the engine has it: the picture was stretched, and the square was not.
    """
    is_first = way.start is None and way.end is not None
    if len(way.bends) < (1 if way.start or way.end else 2):  # The first bend of a gate is that.
        return way
    near, far = (way.bends[0], way.bends[1:2]) if is_first else (way.bends[-1], way.bends[-2:-1])
    if abs(near.y - line.middle[1]) < LONG or any(abs(it.y - near.y) > NEAR for it in far):
        return way
    moved = Point(x=round(line.square[0] + (near.x - line.middle[0]) / across, 1), y=near.y)
    bends = (moved, *way.bends[1:]) if is_first else (*way.bends[:-1], moved)
    return msgspec.structs.replace(way, bends=bends)


def _turned(before: Spot, here: Spot, after: Spot) -> _Turned:
    """The bends at a process between two points, at right angles to both."""
    comes_level, goes_level = (
        abs(it[0] - here[0]) > abs(it[1] - here[1]) for it in (before, after)
    )
    if comes_level and goes_level:
        return _Turned(((here[0], before[1]), (here[0], after[1])), 1)
    if comes_level:
        turned = _turned(after, here, before)
        return _Turned(turned.spots[::-1], len(turned.spots) - turned.square)
    if not goes_level:
        return _Turned(((before[0], here[1]), (after[0], here[1])), 1)
    way = 1.0 if after[0] > before[0] else -1.0
    half = max((here[0] - before[0]) * way, SIDE)
    corner, far = (before[0], after[1]), (before[0] + 2 * half * way, after[1])
    has_room = (after[0] - far[0]) * way > SIDE
    return _Turned((corner, far) if has_room else (corner,), 1)
