"""Which lines SBML's layout package has of a pathway: reactions, and what leads to and from them.

A way of the layout from box to box is a reaction's own curve with one curve on each side of it;
ways that join it are curves to its line. What takes part and has no way gets a straight line, so
that every reaction and every participant has a glyph. SBML Level 3 Layout Version 1, 3.11 and 3.12.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from pathport.formats.sbml.curves import Cut, cut, near, shortened, tail
from pathport.formats.sbml.dress import LINE, NODE, line_of
from pathport.formats.sbml.layout_terms import (
    INPUT,
    OUTPUT,
    UNDEFINED,
)
from pathport.formats.sbml.sketch import Sketch
from pathport.formats.sbml.sketch_ends import End, Ends
from pathport.layout.geometry import Place, Rect, centre, nearest_port, on_border, way_point
from pathport.model.enumerations import Kind
from pathport.model.layout import Connector, Point, Style, Way
from pathport.model.things import Control, Process, Thing

__all__ = ["Leg", "ReactionGlyph", "reaction_glyphs"]

LOOP = Point(x=1.0, y=-0.5), Point(x=1.0, y=0.5)
"""Where a line leaves a box and comes back to it."""
REACH = 40.0
"""How long the line of a reaction is that has only one side."""
HALFWAY = 0.5


class Leg(msgspec.Struct, frozen=True, kw_only=True):
    """A line between a species and a reaction."""

    id: str
    glyph: str
    reference: str | None
    role: str
    points: tuple[Place, ...]
    is_curved: bool = False
    look: str
    style: Style = Style()


class ReactionGlyph(msgspec.Struct, frozen=True, kw_only=True):
    """A reaction's own short line, with those that lead to it and away from it."""

    id: str
    reaction: str
    points: tuple[Place, ...]
    legs: tuple[Leg, ...]
    is_curved: bool
    look: str
    style: Style


class _Line(NamedTuple):
    """The line of a reaction itself, from what goes in to what comes out, if both are there."""

    way: Way
    start: End | None
    end: End | None
    points: tuple[Place, ...]
    pieces: Cut


def reaction_glyphs(sketch: Sketch) -> Iterator[ReactionGlyph]:
    """A glyph for each reaction, in their order."""
    lines, ends, plan = _Lines(sketch), Ends(sketch.plan), sketch.plan
    yield from (lines.glyph(it, ends.of_process(it)) for it in plan.processes)
    yield from (lines.glyph(it, ends.of_influence(it)) for it in plan.influences)
    yield from (lines.glyph(it, ends.of_association(it)) for it in plan.associations)


class _Lines:
    """The lines of a sketch."""

    def __init__(self, sketch: Sketch) -> None:
        self.sketch = sketch
        self.plan = sketch.plan
        self.ways: dict[str, list[Way]] = defaultdict(list)
        for way in sketch.layout.ways:
            self.ways[way.of].append(way)
        self.small = {
            it.id
            for it in self.plan.pathway.species
            if (known := self.plan.molecules.get(it.molecule or ""))
            and known.kind in (Kind.SMALL_MOLECULE, Kind.ION)
        }

    # The line of a reaction itself

    def glyph(self, thing: Thing, ends: Sequence[End]) -> ReactionGlyph:
        """The glyph of a reaction in which these take part."""
        line = self._told_line(thing, ends) or self._usual_line(thing, ends)
        id_ = self.sketch.own_id(line.way.id, thing.id)
        legs = [*self._main_legs(line)]
        used = {line.way.id}
        for end in ends:
            if end not in (line.start, line.end):
                legs += self._legs(end, line, used)
        return ReactionGlyph(
            id=id_,
            reaction=thing.id,
            points=line.pieces.middle,
            legs=tuple(legs),
            is_curved=line.way.connector is Connector.CURVED,
            look=_look_of(thing),
            style=line.way.style,
        )

    def _told_line(self, thing: Thing, ends: Sequence[End]) -> _Line | None:
        """The line of a reaction where the layout tells it: between two that take part, or open."""
        at = self._middle(thing, ends)
        ways = [it for it in self.ways[thing.id] if it.at is None]
        ways.sort(key=lambda it: (it.id != thing.id, it.id))
        ends = [it for it in ends if it.way_of == thing.id]
        for way in ways:
            start = self._end_at(way.start, ends)
            end = self._end_at(way.end, [it for it in ends[::-1] if it != start or len(ends) == 1])
            if start is not None and end is not None:
                return self._through(way, start, end, at)
        # The line of a gate is that of its influence, not one that leads to it.
        ways.sort(key=lambda it: it.start is not None)
        for way in ways:
            start, end = self._end_at(way.start, ends), self._end_at(way.end, ends[::-1])
            if way.bends and (way.start is None or way.end is None) and (start or end):
                return self._open(way, start, end)
        return None

    def _end_at(self, box: str | None, ends: Sequence[End]) -> End | None:
        species = self.sketch.species_at(box)
        return next((it for it in ends if it.species == species), None)

    def _middle(self, thing: Thing, ends: Sequence[End]) -> float:
        """Where the first of the ways meets the line that join it."""
        things = dict.fromkeys((thing.id, *(it.way_of for it in ends)))
        told = (way.at for of in things for way in self.ways[of] if way.at is not None)
        return next(told, HALFWAY)

    def _usual_line(self, thing: Thing, ends: Sequence[End]) -> _Line:
        """A straight line, where the layout tells none."""
        own = [it for it in ends if it.way_of == thing.id]
        own.sort(key=lambda it: (it.species in self.small, it.species))
        start = _first(own, INPUT, UNDEFINED) or next((it for it in own if it.is_modifier), None)
        end = _first([it for it in own if it != start or len(own) == 1], OUTPUT, UNDEFINED)
        way = Way(id=thing.id, of=thing.id)
        if start is not None and end is not None:
            pair = self._nearest_pair(start.species, end.species)
            way = msgspec.structs.replace(way, start=pair[0], end=pair[1])
            return self._through(way, start, end, HALFWAY)
        there = start or end
        assert there is not None  # noqa: S101 - no reaction has no sides (rule 21101)
        box = self.sketch.boxes_of[there.species][0]
        return self._open(self._outward(way, box, goes_in=start is not None), start, end)

    def _outward(self, way: Way, box: str, *, goes_in: bool) -> Way:
        """A way that leaves a box to the right, or comes to it from the left."""
        side = 1.0 if goes_in else -1.0
        rect = self.sketch.rect_of(box) or Rect(0.0, 0.0, 0.0, 0.0)
        x, y = on_border(rect, (side, 0.0))
        bends = (Point(x=x + side * REACH, y=y),)
        place = Point(x=side, y=0.0)
        if goes_in:
            return msgspec.structs.replace(way, start=box, start_at=place, bends=bends)
        return msgspec.structs.replace(way, end=box, end_at=place, bends=bends)

    def _nearest_pair(self, one: str, other: str) -> tuple[str, str]:
        """The boxes of two species that are nearest to each other."""
        boxes = self.sketch.boxes_of
        pairs = [(a, b) for a in boxes[one] for b in boxes[other]]
        return min(pairs, key=lambda pair: (self._distance(*pair), pair[0] == pair[1], pair))

    def _distance(self, one: str, other: str) -> float:
        rects = self.sketch.rect_of(one), self.sketch.rect_of(other)
        return math.dist(*(centre(it) for it in rects if it is not None))

    def _through(self, way: Way, start: End, end: End, at: float) -> _Line:
        points = self._run(way)
        return _Line(way, start, end, points, cut(points, at))

    def _open(self, way: Way, start: End | None, end: End | None) -> _Line:
        points = self._run(way)
        if start is not None:
            before, middle = tail(points)
            return _Line(way, start, None, points, Cut(before, middle, ()))
        after, middle = tail(points[::-1])
        return _Line(way, None, end, points, Cut((), middle[::-1], after[::-1]))

    def _main_legs(self, line: _Line) -> Iterator[Leg]:
        before, _, after = line.pieces
        if line.start is not None and line.way.start is not None:
            points = before if line.start.is_modifier else before[::-1]
            yield self._leg(line.start, line.way.start, points, line.way)
        if line.end is not None and line.way.end is not None:
            yield self._leg(line.end, line.way.end, after, line.way)

    # What leads to it and away from it

    def _legs(self, end: End, line: _Line, used: set[str]) -> Iterator[Leg]:
        ways = [it for it in self.ways[end.way_of] if it.id not in used and self._draws(it, end)]
        for way in ways:
            used.add(way.id)
            whole = self._led_on(way) if end.is_modifier else way
            yield self._side(end, whole, line, self.sketch.own_id(way.id, way.of))
        if not ways:
            box = min(
                self.sketch.boxes_of[end.species],
                key=lambda it: (self._distance_to(it, line), it),
            )
            start, stop = (None, box) if end.goes_out else (box, None)
            # It may be taken for the other half of an open line: then both look alike.
            style = line.way.style if end.way_of == line.way.of else Style()
            way = Way(id="", of=end.way_of, start=start, end=stop, style=style)
            yield self._side(end, way, line, self.sketch.new_id(f"{line.way.of}_{end.species}"))

    def _led_on(self, way: Way) -> Way:
        """The way of a source as far as what it acts on, on from its gate where it has one."""
        gate = next((it for it in self.ways[way.of] if it.bends and not (it.start or it.end)), None)
        if gate is None or way.at is not None:
            return way
        return msgspec.structs.replace(way, bends=(*way.bends, *gate.bends), at=gate.at)

    def _draws(self, way: Way, end: End) -> bool:
        """Whether a way is that of what takes part."""
        box, other = (way.end, way.start) if end.goes_out else (way.start, way.end)
        is_free = other is None or end.is_modifier
        return is_free and self.sketch.species_at(box) == end.species

    def _distance_to(self, box: str, line: _Line) -> float:
        rect = self.sketch.rect_of(box) or Rect(0, 0, 0, 0)
        return math.dist(centre(rect), line.pieces.middle[0])

    def _side(self, end: End, way: Way, line: _Line, id_: str) -> Leg:
        bare = {"start": None, "start_at": None}
        if not end.goes_out:
            bare = {"end": None, "end_at": None}
        here = line.pieces.middle if way.at is None else line.points
        far = way_point(here, HALFWAY if way.at is None else way.at)
        points = self._run(msgspec.structs.replace(way, **bare), far)
        if end.is_modifier:
            points = shortened(points)
        elif not end.goes_out:
            points = points[::-1]
        box = way.end if end.goes_out else way.start
        return self._leg(end, box or "", points, way, id_=id_)

    def _leg(
        self, end: End, box: str, points: tuple[Place, ...], way: Way, *, id_: str = ""
    ) -> Leg:
        return Leg(
            id=id_ or self.sketch.new_id(f"{way.of}_{end.species}"),
            glyph=self.sketch.glyph_at(box),
            reference=end.reference,
            role=end.role,
            points=points if len(points) > 1 else points * 2,
            is_curved=way.connector is Connector.CURVED,
            look=end.look,
            style=way.style,
        )

    def _run(self, way: Way, far: Place | None = None) -> tuple[Place, ...]:
        """All points of a way; an end at no box is at ``far``, or the last bend."""
        points = [_near(it) for it in way.bends]
        start, end = self.sketch.rect_of(way.start), self.sketch.rect_of(way.end)
        usual = LOOP if way.start == way.end and not points else (None, None)
        first = points[0] if points else centre(end) if end else far
        last = points[-1] if points else centre(start) if start else far
        before = _on(start, way.start_at or usual[0], first) or (far if end else None)
        after = _on(end, way.end_at or usual[1], last) or (far if start else None)
        return (*filter(None, [before]), *points, *filter(None, [after]))


def _near(point: Point) -> Place:
    """A point no farther than what a line can run to."""
    x, y, _, _ = near(Rect(point.x, point.y, 0.0, 0.0))
    return x, y


def _on(rect: Rect | None, told: Point | None, goal: Place | None) -> Place | None:
    """A place on a border: told, or in the middle of the side that faces the goal."""
    if rect is None:
        return None
    return on_border(rect, (told.x, told.y) if told else nearest_port(rect, goal or (0, 0)))


def _first(ends: Sequence[End], *roles: str) -> End | None:
    """The first with the first of these roles that any has."""
    return next((it for role in roles for it in ends if it.role == role), None)


def _look_of(thing: Thing) -> str:
    """The look of the curve of a reaction; that of an influence or association is a line."""
    if isinstance(thing, Process):
        return NODE
    return line_of(thing.effect) if isinstance(thing, Control) else LINE
