"""The figures that judge a picture: what is wrong in it, and what makes it hard to read.

They see glyphs and lines alone and know nothing of the engine that placed them. A trunk counts as
one line: where several of its branches cross another line at one point, that is one crossing.
"""

import itertools
import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from pathport.layout.heads import BREADTH, LENGTHS, Head, heads
from pathport.layout.picture import Area, Glyph, GlyphKind, Line, Picture

__all__ = ["Metrics", "measured"]

NEAR = 1.5
"""Parallel lines nearer to each other than this, in pixels, look like one: it is their width."""
TOUCH = 0.75
"""How far, in pixels, things may reach into each other by rounding."""
ROUNDED = 0.2
"""The same for heads, whose tips alone are rounded."""
LANDSCAPE = (842 - 56, 595 - 56)
"""A4 on its side in points, less margins of 28 points (10 mm)."""
SMALLEST = 10
"""The smallest text of a picture, in pixels."""

Place = tuple[float, float]
Segment = tuple[float, float, float, float, str]
"""From x, y to x, y, of a trunk."""


class Metrics(msgspec.Struct, frozen=True, kw_only=True):
    """What was counted in a picture; lengths in pixels."""

    glyphs: int
    lines: int
    overlaps: int
    """Pairs of glyphs that overlap."""
    through: int
    """Pairs of a line and a glyph that it runs through."""
    shared: int
    """Pairs of trunks that run on one line for a while."""
    heads: int
    """Pairs of heads of lines that overlap."""
    framed: int
    """Pairs of a trunk and the frame of a compartment that it runs on for a while."""
    crossings: int
    bends: int
    length: int
    width: int
    height: int
    ratio: float
    """Width to height."""
    smallest_text: float
    """In points, with the picture as large as A4 landscape allows."""


BESIDE = frozenset({GlyphKind.CONTAINER, GlyphKind.MARK})
"""Glyphs that lie on others, or others on them, as they are meant to."""


def measured(picture: Picture, *, page: tuple[float, float] | None = None) -> Metrics:
    """The figures of a picture.

    :param page: its width and height with title and key, if they are drawn.
    """
    width, height = page or (picture.width, picture.height)
    alone = [it for it in picture.glyphs if it.kind not in BESIDE]
    segments = sorted({each for line in picture.lines for each in _segments(line)})
    scale = min(LANDSCAPE[0] / width, LANDSCAPE[1] / height)
    return Metrics(
        glyphs=len(picture.glyphs),
        lines=len(picture.lines),
        overlaps=len(list(_overlaps(alone))),
        through=len(set(_through(alone, picture.lines))),
        shared=len(_shared(segments)),
        heads=_touching(picture.lines),
        framed=len(_framed(segments, picture.areas)),
        crossings=len(_crossings(segments)),
        bends=sum(max(0, len(line.points) - 2) for line in picture.lines),
        length=round(sum(_length(segments))),
        width=round(picture.width),
        height=round(picture.height),
        ratio=round(picture.width / picture.height, 2),
        smallest_text=round(SMALLEST * min(scale, 1), 1),
    )


def _segments(line: Line) -> Iterator[Segment]:
    for (x1, y1), (x2, y2) in itertools.pairwise(line.points):
        first, last = sorted(((x1, y1), (x2, y2)))
        yield (*first, *last, line.trunk)


def _length(segments: Iterable[Segment]) -> Iterator[float]:
    for x1, y1, x2, y2, _ in segments:
        yield abs(x2 - x1) + abs(y2 - y1)


def _overlaps(glyphs: Sequence[Glyph]) -> Iterator[tuple[str, str]]:
    """Pairs of glyphs that have more than an edge in common, by a sweep from left to right."""
    live: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda each: (each.x, each.id)):
        live = [each for each in live if each.x + each.width > glyph.x + TOUCH]
        for each in live:
            if each.y + each.height > glyph.y + TOUCH and glyph.y + glyph.height > each.y + TOUCH:
                yield each.id, glyph.id
        live.append(glyph)


def _through(glyphs: Sequence[Glyph], lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """Lines that reach into a glyph: their own too, for a line ends on the border."""
    lefts = sorted(glyphs, key=lambda each: each.x)
    starts = [each.x for each in lefts]
    widest = max((each.width for each in glyphs), default=0)
    for line in lines:
        for x1, y1, x2, y2, trunk in _segments(line):
            low, high = min(y1, y2), max(y1, y2)
            for index in range(bisect_left(starts, x1 - widest), bisect_left(starts, x2)):
                glyph = lefts[index]
                across = glyph.x + TOUCH < x2 and x1 < glyph.x + glyph.width - TOUCH
                down = glyph.y + TOUCH < high and low < glyph.y + glyph.height - TOUCH
                is_upright = x1 == x2 or y1 == y2
                if across and down and (is_upright or _enters((x1, y1, x2, y2), glyph)):
                    yield trunk, glyph.id


def _enters(way: tuple[float, float, float, float], glyph: Glyph) -> bool:
    """Whether a sloping segment reaches into a glyph: what all four sides leave of it (Liang and
    Barsky, ACM Transactions on Graphics 3 (1984), 1).
    """
    x1, y1, x2, y2 = way
    first, last = 0.0, 1.0
    for start, step, low, high in (
        (x1, x2 - x1, glyph.x + TOUCH, glyph.x + glyph.width - TOUCH),
        (y1, y2 - y1, glyph.y + TOUCH, glyph.y + glyph.height - TOUCH),
    ):
        ends = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, ends[0]), min(last, ends[1])
    return first < last


def _upright(segments: Iterable[Segment]) -> tuple[list[Segment], list[Segment]]:
    """The segments that run across, and those that run down."""
    level = [each for each in segments if each[1] == each[3] and each[0] != each[2]]
    return level, [each for each in segments if each[0] == each[2] and each[1] != each[3]]


def _crossings(segments: Sequence[Segment]) -> set[tuple[float, float, str, str]]:
    """Where lines across meet lines down of another trunk, and not at an end of either."""
    level, upright = _upright(segments)
    places = [each[0] for each in upright]
    found = set()
    for x1, y, x2, _, trunk in level:
        for index in range(bisect_left(places, x1), bisect_left(places, x2)):
            x, top, _, bottom, other = upright[index]
            if other != trunk and x > x1 and top < y < bottom:
                found.add((x, y, min(trunk, other), max(trunk, other)))
    return found | _sloping(segments)


def _sloping(segments: Sequence[Segment]) -> set[tuple[float, float, str, str]]:
    """Where sloping lines, as other engines draw them, meet lines of another trunk."""
    found: set[tuple[float, float, str, str]] = set()
    live: list[Segment] = []
    for segment in segments:
        live = [each for each in live if each[2] > segment[0]]
        for other in live:
            if other[4] != segment[4] and (_slopes(other) or _slopes(segment)):
                meeting = _meeting(segment, other)
                if meeting:
                    first, second = sorted((segment[4], other[4]))
                    found.add((*meeting, first, second))
        live.append(segment)
    return found


def _slopes(segment: Segment) -> bool:
    return segment[0] != segment[2] and segment[1] != segment[3]


def _meeting(first: Segment, second: Segment) -> tuple[float, float] | None:
    """Where two segments cross, if they do so between their ends."""
    x1, y1, x2, y2, _ = first
    x3, y3, x4, y4, _ = second
    turn = (x2 - x1) * (y4 - y3) - (y2 - y1) * (x4 - x3)
    if not turn:
        return None
    share = ((x3 - x1) * (y4 - y3) - (y3 - y1) * (x4 - x3)) / turn
    other = ((x3 - x1) * (y2 - y1) - (y3 - y1) * (x2 - x1)) / turn
    if not (0 < share < 1 and 0 < other < 1):
        return None
    return round(x1 + share * (x2 - x1), 1), round(y1 + share * (y2 - y1), 1)


def _shared(segments: Sequence[Segment]) -> set[tuple[str, str]]:
    """Trunks that run beside another nearer than ``NEAR``, for longer than that."""
    level, upright = _upright(segments)
    across = [(y, x1, x2, trunk) for x1, y, x2, _, trunk in level]
    down = [(x, y1, y2, trunk) for x, y1, _, y2, trunk in upright]
    return _parallels(across) | _parallels(down)


def _framed(segments: Sequence[Segment], areas: Sequence[Area]) -> set[tuple[str, str]]:
    """Trunks and the frames whose sides they run on, nearer than ``NEAR``, for longer than that.

    A bilayer has sides of its own; a border that it lies on is not seen.
    """
    found = set()
    bilayers = [it.spanning for it in areas if it.spanning]
    for area in areas:
        left, right, top, bottom = area.x, area.x + area.width, area.y, area.y + area.height
        levels = [it for it in (top, bottom) if not any(a < it < b for a, b in bilayers)]
        levels += area.spanning or ()
        for x1, y1, x2, y2, trunk in segments:
            across = y1 == y2 and any(abs(y1 - it) < NEAR for it in levels)
            down = x1 == x2 and min(abs(x1 - left), abs(x1 - right)) < NEAR
            reach = min(x2, right) - max(x1, left) if across else min(y2, bottom) - max(y1, top)
            if (across or down) and reach > NEAR:
                found.add((trunk, area.compartment))
    return found


def _parallels(runs: Iterable[tuple[float, float, float, str]]) -> set[tuple[str, str]]:
    found = set()
    lanes: defaultdict[int, list[tuple[float, float, float, str]]] = defaultdict(list)
    for run in runs:
        at, low, high, trunk = run
        lane = int(at // NEAR)
        for other_at, other_low, other_high, other in (
            each for near in (lane - 1, lane, lane + 1) for each in lanes[near]
        ):
            longest = min(high, other_high) - max(low, other_low)
            if other != trunk and abs(at - other_at) < NEAR and longest > NEAR:
                found.add((min(trunk, other), max(trunk, other)))
        lanes[lane].append(run)
    return found


def _touching(lines: Iterable[Line]) -> int:
    """How many pairs of heads overlap; lines of one trunk that end together have one head."""
    found = {(line.trunk, head[:2]): head for line in lines for head in heads(line)}
    corners = sorted(_corners(head) for head in found.values())
    live: list[list[Place]] = []
    count = 0
    for shape in corners:
        live = [each for each in live if max(each)[0] > shape[0][0]]
        count += sum(not _is_apart(each, shape) for each in live)
        live.append(shape)
    return count


def _corners(head: Head) -> list[Place]:
    """The corners of the rectangle around a head, in order of their places."""
    kind, (x, y), (x2, y2) = head
    length = math.dist((x, y), (x2, y2)) or 1
    along, aside = (x2 - x) / length, (y2 - y) / length
    reach, half = LENGTHS[kind], BREADTH / 2
    return sorted(
        (x + back * along - side * aside, y + back * aside + side * along)
        for back in (0, reach)
        for side in (-half, half)
    )


def _is_apart(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """Whether a side of one of two rectangles parts them (Gottschalk and others, SIGGRAPH 1996,
    171).
    """
    for (x, y), *corners, _ in (one, other):
        for x2, y2 in corners:
            spans = [[a * (x2 - x) + b * (y2 - y) for a, b in each] for each in (one, other)]
            size = math.dist((x, y), (x2, y2)) * ROUNDED
            if max(spans[0]) <= min(spans[1]) + size or max(spans[1]) <= min(spans[0]) + size:
                return True
    return False
