"""The ways of a file's layout: curves put together, each of the thing that its reaction tells.

The curve of a reaction with the one that leads to its beginning and the one that leaves its end is
the reaction's own way; the others join it. Which these are, the places of their ends tell, or else
on which side they are. SBML Level 3 Layout Version 1, 3.11 and 3.12.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from pathport.formats.sbml.canvas import WAY, Canvas
from pathport.formats.sbml.curves import joined, meeting
from pathport.formats.sbml.drawings import Leg, Reaction
from pathport.formats.sbml.layout_terms import INPUT, MODIFIER, OUTPUT, SIDE, UNDEFINED, shown_id
from pathport.formats.sbml.read_boxes import Boxes, rect_of
from pathport.formats.sbml.worn import Glyph
from pathport.layout.geometry import Place, Rect, relative, rounded, share_of
from pathport.model.layout import Box, Connector, Point, Way
from pathport.model.quantities import ParticipantSide
from pathport.model.things import Association, Control, Process

__all__ = ["ways_read"]

ROLE_OF = {ParticipantSide.INPUT: INPUT, ParticipantSide.OUTPUT: OUTPUT}


class _Run(msgspec.Struct, frozen=True):
    """A line between a box and a reaction, from the box; on which side, and of what it is."""

    leg: Leg
    box: Box
    points: tuple[Place, ...]
    side: str
    of: str

    @property
    def end(self) -> Place:
        return self.points[-1]


class _Main(msgspec.Struct, frozen=True):
    """The line of a reaction itself."""

    start: _Run | None
    end: _Run | None
    points: list[Place]


def ways_read(canvas: Canvas, boxes: Boxes) -> Iterator[Way]:
    """The ways of all reactions that are drawn."""
    reader = _Ways(canvas, boxes)
    for drawn in canvas.drawn.reactions:
        yield from reader.ways(drawn)


class _Ways:
    """The ways on a canvas."""

    def __init__(self, canvas: Canvas, boxes: Boxes) -> None:
        self.canvas = canvas
        self.boxes = boxes.by_glyph
        pathway = canvas.pathway
        self.things: dict[str, Process | Association] = {it.id: it for it in pathway.processes}
        self.things |= {it.id: it for it in pathway.associations}
        known = {it.id: it for it in pathway.controls}
        self.acting: dict[str, list[Control]] = defaultdict(list)
        """By id of a reaction, the controls that its modifiers are."""
        for reaction, controls in canvas.book.acting.items():
            self.acting[reaction] = [known[it] for it in controls]
        self.sides = {
            it.id: ROLE_OF[it.side] for it, _ in canvas.book.numbers.get("coefficients", ())
        }
        """By id of a participant, what it is in its reaction."""
        self.sources = {it.id for it in canvas.book.unnamed_modifiers}

    def ways(self, drawn: Reaction) -> Iterator[Way]:
        """The ways of one reaction."""
        if drawn.of not in self.things and not self.acting[drawn.of]:
            self.canvas.lose("the lines of what is no reaction", drawn)
            return
        runs = [run for leg in drawn.legs if (run := self._run(leg, drawn)) is not None]
        main = self._main(drawn, runs)
        line = tuple(main.points)
        if main.start is None and main.end is None:
            self.canvas.lose("a curve of a reaction that leads to nothing", drawn)
        else:
            yield self._own(drawn, main)
        for run in runs:
            if run not in (main.start, main.end):
                yield self._joining(run, line)

    # Lines between a box and the reaction

    def _run(self, leg: Leg, drawn: Reaction) -> _Run | None:
        box = self.boxes.get(leg.glyph)
        if box is None:
            self.canvas.lose("a line to what is no box of a species", leg)
            return None
        side, of = self._meaning(leg, box.species, drawn.of)
        points = joined(leg.curve.points)
        if self._is_from_reaction(points, drawn, rect_of(box), side):
            points.reverse()
        return _Run(leg, box, tuple(points), side, of)

    def _is_from_reaction(
        self, points: Sequence[Place], drawn: Reaction, rect: Rect, side: str
    ) -> bool:
        """Whether a line begins at its reaction: there, or else farther from its box."""
        first, last = points[0], points[-1]
        ends = drawn.curve.points[:1] + drawn.curve.points[-1:]
        if (first in ends) != (last in ends):
            return first in ends
        gaps = _gap(rect, first), _gap(rect, last)
        return gaps[1] < gaps[0] or (gaps[1] == gaps[0] and side != MODIFIER)

    def _meaning(self, leg: Leg, species: str, reaction: str) -> tuple[str, str]:
        """On which side a line is, and of what."""
        thing, acting = self.things.get(reaction), self.acting[reaction]
        if isinstance(thing, Association):
            return UNDEFINED, thing.id
        side = SIDE.get(leg.role) or self.sides.get(leg.reference)
        named = next((it for it in acting if it.id == leg.reference), None)
        if named is None and side in (MODIFIER, None):
            named = next((it for it in acting if it.sources.inputs == (species,)), None)
        own = thing.id if thing is not None else acting[0].id
        if leg.reference in self.sources:
            return MODIFIER, own
        if named is not None:
            return MODIFIER, named.id
        return side or self._side(thing, species), own

    def _side(self, thing: Process | None, species: str) -> str:
        """On which side of a process a species is, where nothing says it."""
        if thing is None:
            return OUTPUT
        sides = (INPUT, thing.inputs), (OUTPUT, thing.outputs)
        found = (side for side, there in sides if species in {it.species for it in there})
        return next(found, MODIFIER if species == thing.template else UNDEFINED)

    # The line of the reaction itself

    def _main(self, drawn: Reaction, runs: Sequence[_Run]) -> _Main:
        """The line that the curve of a reaction is a part of, in the direction of the reaction."""
        curve = joined(drawn.curve.points)
        of_process = drawn.of in self.things
        free = [it for it in runs if it.side != MODIFIER or it.of == drawn.of or not of_process]
        start, end = _halves(free, curve)
        if _is_backwards(start, end):
            start, end, curve = end, start, curve[::-1]
        points = joined(
            start.points if start is not None else (),
            curve,
            end.points[::-1] if end is not None else (),
        )
        return _Main(start, end, points)

    def _own(self, drawn: Reaction, main: _Main) -> Way:
        start, end, points = main.start, main.end, main.points
        told: dict[str, Any] = {}
        if start is not None:
            told |= {"start": start.box.id, "start_at": _place(start.box, points[0])}
        if end is not None:
            told |= {"end": end.box.id, "end_at": _place(end.box, points[-1])}
        of = drawn.of if drawn.of in self.things or start is None else start.of
        curves = [drawn.curve, *(it.leg.curve for it in (start, end) if it is not None)]
        id_ = self.canvas.new_id(shown_id(drawn.id, drawn.of) or f"{drawn.of}_line")
        self.canvas.take(WAY, id_, drawn)
        bends = points[start is not None : len(points) - (end is not None)]
        legs = [_worn(it.leg) for it in (start, end) if it is not None]
        node = Glyph(drawn.id, drawn.look, "", "REACTIONGLYPH")
        told["style"] = self.canvas.worn.line(legs, node)
        return _way(id_, of, bends, is_bent=any(it.is_bent for it in curves), **told)

    def _joining(self, run: _Run, main: Sequence[Place]) -> Way:
        """A way that joins the reaction's own."""
        border, *bends = run.points[:-1] or run.points
        told: dict[str, Any] = {"start": run.box.id, "start_at": _place(run.box, border)}
        if run.side == OUTPUT:
            told = {"end": told["start"], "end_at": told["start_at"]}
            bends.reverse()
        if len(main) > 1:
            told["at"] = rounded(meeting(run.points, main))
        told["style"] = self.canvas.worn.line([_worn(run.leg)])
        id_ = self.canvas.new_id(shown_id(run.leg.id, run.of) or f"{run.of}_line")
        self.canvas.take(WAY, id_, run.leg)
        return _way(id_, run.of, bends, is_bent=run.leg.curve.is_bent, **told)


def _worn(leg: Leg) -> Glyph:
    return Glyph(leg.id, leg.look, leg.role, "SPECIESREFERENCEGLYPH")


def _way(id_: str, of: str, bends: Sequence[Place], *, is_bent: bool, **told: Any) -> Way:
    connector = Connector.SEGMENTED if bends else Connector.STRAIGHT
    return Way(
        id=id_,
        of=of,
        bends=tuple(Point(x=x, y=y) for x, y in bends),
        connector=Connector.CURVED if is_bent else connector,
        **told,
    )


def _place(box: Box, point: Place) -> Point:
    x, y = relative(rect_of(box), point)
    return Point(x=x, y=y)


def _gap(rect: Rect, point: Place) -> float:
    """How far a point is from a rectangle; in it, not at all."""
    (x, y), (left, top, width, height) = point, rect
    return math.hypot(max(left - x, 0.0, x - left - width), max(top - y, 0.0, y - top - height))


def _first(
    runs: Sequence[_Run], other: _Run | None, ends: Sequence[Place], *sides: str
) -> _Run | None:
    """The first line but another one that ends there, or that is on one of these sides."""
    found = (it for it in runs if it is not other and (it.end in ends or it.side in sides))
    return next(found, None)


def _halves(runs: Sequence[_Run], curve: Sequence[Place]) -> tuple[_Run | None, _Run | None]:
    """What leads to the curve of a reaction and what leaves it: what ends there, else what is on
    that side, unless it joins the other half.
    """
    start = _first(runs, None, curve[:1])
    end = _first(runs, start, curve[-1:])
    leading, leaving = _beyond(runs, curve, end), _beyond(runs, curve[::-1], start)
    start = start or _first(leading, end, (), INPUT, MODIFIER, UNDEFINED)
    return start, end or _first(leaving, start, (), OUTPUT, UNDEFINED)


def _beyond(runs: Sequence[_Run], curve: Sequence[Place], half: _Run | None) -> Sequence[_Run]:
    """The lines that may lead to the beginning of a curve, at whose other end a half is known."""
    if half is None:
        return runs
    line = joined(curve, half.points[::-1])
    return [it for it in runs if share_of(line, it.end)[0] <= 0]


def _is_backwards(start: _Run | None, end: _Run | None) -> bool:
    """Whether the curve of a reaction was drawn from what comes out to what goes in."""
    if start is None:
        return end is not None and end.side == INPUT
    return start.side == OUTPUT and (end is None or end.side == INPUT)
