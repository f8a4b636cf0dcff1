"""The gates of a control in a pathway's own layout: one for each by which its sources are joined.

Few formats have gates, and none that tells places has gates of gates. Where a way tells where a
gate is, it is there; else where the lines of what it joins come together, or on one of them before
what that leads to. Which lines there are is the business of ``own_controls``.
"""

import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from pathport.layout.geometry import Place, Rect, centre, overlap, reaches_into
from pathport.layout.own_courses import Courses
from pathport.layout.trails import Points, before_end, cut, length_of
from pathport.model.layout import Point, Way
from pathport.model.parts import Gate

__all__ = ["Lead", "OwnGates", "Spot"]

WIDTH, HEIGHT = 30.0, 16.0
BEFORE = 36.0
"""From what a gate leads to, to its middle: room for a head between them."""
STEP = 6.0
TRIES = 50
"""So many places of a line are tried, so far from each other."""
CLEAR = 3.0
"""Around a gate, to what it should not lie on."""


class Lead(NamedTuple):
    """A line from a source to what its control acts on, or to the gate that is next to that."""

    species: str | None
    way: Way
    stem: str = ""
    """The way of a gate of the layout that it runs through, if there is one."""
    after: int = 0
    """How many bends of its own are of that way: the first of them is the gate."""


class Spot(NamedTuple):
    """A gate at its place."""

    gate: Gate
    id: str
    rect: Rect
    outer: str
    """The gate that it leads to, if it leads to one."""
    way: Way
    """Its own line, from the gate on."""
    trail: Points
    leads: tuple[tuple[Lead, Points], ...]
    """The sources that it joins itself, each with its line to the gate."""
    stem: str
    """The way of the layout that tells its place, if one does."""


class _Placed(NamedTuple):
    """Where a gate is put on lines."""

    at: Place
    bends: tuple[Point, ...]
    """Of its own line."""
    first: Lead
    """The line whose end its own line has."""
    leads: list[Lead]
    """Those of its sources, as far as the gate."""
    stem: str = ""


class OwnGates:
    """The gates of one control; ``acting`` tells where a way runs to what that acts on."""

    def __init__(
        self, courses: Courses, leads: Sequence[Lead], acting: Callable[[Way], Points]
    ) -> None:
        self.courses = courses
        self.acting = acting
        self.leads = leads
        self.told: dict[str, set[str | None]] = {}
        """By way of a gate of the layout, what it joins."""
        for it in leads:
            self.told.setdefault(it.stem, set()).add(it.species)
        self.on: Counter[str | None] = Counter()
        """By species, how many gates are on its line."""

    def spots(self, gate: Gate, id_: str) -> Iterator[Spot]:
        """The gates, each before those that lead to it. What is drawn meanwhile is kept clear."""
        yield from self._spots(gate, id_, "", self.leads, ())

    def _spots(
        self,
        gate: Gate,
        id_: str,
        outer: str,
        leads: Sequence[Lead],
        others: Sequence[Points],
    ) -> Iterator[Spot]:
        """A gate and those that lead to it; ``others`` are lines that lead to what it leads to."""
        placed = self._placed(gate, leads, outer, others)
        (x, y), species = placed.at, {*gate.species()}
        rect = self.courses.rects[id_] = Rect(x - WIDTH / 2, y - HEIGHT / 2, WIDTH, HEIGHT)
        way = msgspec.structs.replace(
            placed.first.way, start=id_, start_at=None, bends=placed.bends
        )
        trails = [(it, self._trail(it.way, id_)) for it in placed.leads]
        own = [it for it in trails if it[0].species in gate.inputs or it[0].species not in species]
        yield Spot(gate, id_, rect, outer, way, self._trail(way, outer), tuple(own), placed.stem)
        for index, inner in enumerate(gate.gates):
            held = {*inner.species()}
            inside = [it for it, _ in trails if it.species in held]
            beside = [trail for it, trail in trails if it.species not in held]
            if inside:
                yield from self._spots(inner, f"{id_}{index}", id_, inside, beside)

    def _trail(self, way: Way, gate: str) -> Points:
        """Where a way runs to a gate; without one, to what the control acts on."""
        if not gate:
            return self.acting(way)
        rect = self.courses.rects[gate]
        return cut(self.courses.trail(way, end=centre(rect)), rect)

    # Where a gate is

    def _placed(
        self, gate: Gate, leads: Sequence[Lead], outer: str, others: Sequence[Points]
    ) -> _Placed:
        first, number = leads[0], self._told(leads)
        shared = _shared_bends(leads)
        if number or (shared and len(gate.inputs) + len(gate.gates) > 1):
            # The bend that is told, or else the first that all have.
            number = number or shared
            bends = first.way.bends[-number:]
            cut_ = [_shortened(it, number) for it in leads]
            stem = first.stem if number == first.after else ""
            return _Placed((bends[0].x, bends[0].y), bends[1:], first, cut_, stem)
        if shared:
            trail = self._trail(first.way, outer)[-shared - 1 :]
            at, number = self._before_end(trail, 1, others)
            bends = _last(first, number)
            return _Placed(at, bends, first, [_shortened(it, number) for it in leads])
        first = min(leads, key=lambda it: self.on[it.species])
        self.on[first.species] += 1
        trail = self._trail(first.way, outer)
        at, number = self._before_end(trail, _depth(gate), others)
        far = math.dist(at, trail[-1]) + HEIGHT
        cut_ = [
            _shortened(it, number if it is first else _near_end(it.way, trail[-1], far))
            for it in leads
        ]
        return _Placed(at, _last(first, number), first, cut_)

    def _told(self, leads: Sequence[Lead]) -> int:
        """How many bends the way of the layout has that is the gate of just these; none, if none
        is.
        """
        stem, after = leads[0].stem, leads[0].after
        is_one = all((it.stem, it.after) == (stem, after) for it in leads)
        return after if is_one and self.told[stem] == {it.species for it in leads} else 0

    def _before_end(
        self, trail: Points, number: int, others: Sequence[Points]
    ) -> tuple[Place, int]:
        """A place of a trail with room for so many gates from there on back, and how many of its
        corners come after that: the nearest to its end that is clear of all else, or of glyphs.
        """
        length = length_of(trail)
        least = min(BEFORE, length / (number + 1))
        most = length - (number - 1) * least - HEIGHT
        tries = [it for n in range(TRIES) if (it := least + n * STEP) <= most] or [least]
        found = [before_end(trail, it) for it in tries]
        boxes, lines = self._around(trail, others)
        free = [it for it in found if not any(overlap(_gate_at(it[0]), box) for box in boxes)]
        clear = (it for it in free if not any(_lies_on(it[0], line) for line in lines))
        return next(clear, (free or found)[0])

    def _around(
        self, trail: Points, others: Sequence[Points]
    ) -> tuple[list[Rect], list[tuple[Place, Place]]]:
        """What is near to a trail: boxes and other glyphs, and pieces of lines."""
        xs, ys = zip(*trail, strict=True)
        near = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        near = _grown(near, WIDTH)
        lines = [*others, *(it.points for it in self.courses.lines)]
        pieces = (piece for it in lines for piece in itertools.pairwise(it))
        return (
            [it for it in self.courses.solid() if overlap(it, near)],
            [it for it in pieces if reaches_into(*it, near)],
        )


def _shared_bends(leads: Sequence[Lead]) -> int:
    """How many of their last bends several lines have in common."""
    lines = [it.way.bends[::-1] for it in leads]
    alike = (len({*bends}) == 1 for bends in zip(*lines, strict=False))
    return next((n for n, same in enumerate(alike) if not same), min(map(len, lines))) * (
        len(lines) > 1
    )


def _shortened(lead: Lead, number: int) -> Lead:
    """A line that ends before its last bends, so many, at a gate."""
    way = lead.way
    way = msgspec.structs.replace(
        way, end=None, end_at=None, at=None, bends=way.bends[: len(way.bends) - number]
    )
    return lead._replace(way=way, after=max(0, lead.after - number))


def _last(lead: Lead, number: int) -> tuple[Point, ...]:
    """The last bends of a line, so many."""
    return lead.way.bends[len(lead.way.bends) - number :]


def _near_end(way: Way, end: Place, far: float) -> int:
    """How many of the last bends of a way are nearer to its end than a gate on another line."""
    near = (math.dist((it.x, it.y), end) <= far for it in reversed(way.bends))
    return next((n for n, is_near in enumerate(near) if not is_near), len(way.bends))


def _depth(gate: Gate) -> int:
    """How many gates are one behind the other."""
    return 1 + max(map(_depth, gate.gates), default=0)


def _gate_at(spot: Place) -> Rect:
    return Rect(spot[0] - WIDTH / 2, spot[1] - HEIGHT / 2, WIDTH, HEIGHT)


def _lies_on(spot: Place, line: tuple[Place, Place]) -> bool:
    return reaches_into(*line, _grown(_gate_at(spot), CLEAR))


def _grown(rect: Rect, by: float) -> Rect:
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)
