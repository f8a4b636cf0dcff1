"""The lines of a picture in a pathway's own layout, and the glyphs of processes on them.

A process has its glyph on its way, where others join it. What acts on it is drawn by
``own_controls``.
"""

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from pathport.layout.geometry import Place, Rect, centre, way_point
from pathport.layout.own_controls import OwnControls
from pathport.layout.own_courses import MIDDLE, SIDE, Courses
from pathport.layout.picture import Glyph, GlyphKind, Line, LineRole
from pathport.layout.trails import Points, cut, split
from pathport.model.layout import Way
from pathport.model.pathway import Pathway
from pathport.model.things import Association, Control, Process

__all__ = ["OwnLines"]

BESIDE = 50.0
"""From a box to the sign of nothing that a process leads to."""
VOID = 12.0
NONE: Mapping[str, Glyph] = MappingProxyType({})


class OwnLines:
    """The lines and the glyphs of what has them, made at once."""

    def __init__(
        self, pathway: Pathway, rects: Mapping[str, Rect], nodes: Mapping[str, Glyph] = NONE
    ) -> None:
        """``rects`` are the rectangles that ways may end at, by id; ``nodes`` are the glyphs of
        processes and controls that have theirs already.
        """
        self.courses = Courses(pathway.layout, rects, nodes)
        self.lines = self.courses.lines
        self.glyphs = self.courses.glyphs
        self.ways = self.courses.ways
        self.trails = self.courses.trails
        self.rects = self.courses.rects
        self.boxes = self.courses.boxes
        self.species_of = self.courses.species_of
        self.acting: dict[str, list[Control]] = defaultdict(list)
        for control in pathway.controls:
            self.acting[control.target or ""].append(control)
        for process in pathway.processes:
            self._process(process)
        for association in pathway.associations:
            self._association(association)
        OwnControls(self.courses).draw_all(pathway.controls)

    # Processes

    def _process(self, process: Process) -> None:
        before = len(self.lines)
        self._lines_of(process)
        self.lines[before:] = _shared(self.lines[before:], self.species_of)

    def _lines_of(self, process: Process) -> None:
        told = self.ways.get(process.id, ())
        whole = [it for it in told if it.at is None and it.start and it.end]
        sides = [it for it in told if it not in whole]
        drawn: list[tuple[str | None, str | None, Points, Way | None]] = [
            (it.start, it.end, self.courses.trail(it), it)
            for it in whole
            if self.courses.is_known(it)
        ]
        if not drawn:
            drawn += [(*ends, None) for ends in self._implied(process)]
        for number, (start, end, trail, way) in enumerate(drawn):
            at = self._joint(process, sides, way, is_first=not number)
            glyph = self._glyph(process, number, way_point(trail, at))
            self.glyphs.append(glyph)
            self.trails.setdefault(process.id, trail)
            if way is not None:
                self.trails[way.id] = trail
            self._halves(process, glyph, (start or "", end or ""), (trail, at))
            if not number:
                self._sides(process, glyph, sides, {start, end})

    def _implied(self, process: Process) -> Iterator[tuple[str, str, Points]]:
        """The way of a process that has none: from its first input, or what it reads, to its first
        output, straight and between those of their boxes that are next to each other; to the sign
        of nothing where there is no other side.
        """
        taken = [it for it in _taken(process) if self.boxes.get(it)]
        given = [it.species for it in process.outputs if self.boxes.get(it.species)]
        if taken and given:
            start, end = self._next(taken[0], given[0])
            if start != end:
                yield start, end, self.courses.straight(start, end)
        elif taken or given:
            box = self.boxes[(taken or given)[0]][0]
            void = self._void(process, box, is_after=bool(taken))
            ends = (box, void) if taken else (void, box)
            yield *ends, self.courses.straight(*ends)

    def _next(self, one: str, other: str) -> tuple[str, str]:
        """The two boxes of species that are next to each other."""
        middles = {it: centre(self.rects[it]) for it in (*self.boxes[one], *self.boxes[other])}
        pairs = itertools.product(self.boxes[one], self.boxes[other])
        return min(pairs, key=lambda it: math.dist(middles[it[0]], middles[it[1]]))

    def _void(self, process: Process, box: str, *, is_after: bool) -> str:
        """The sign of nothing beside a box."""
        rect = self.rects[box]
        x = rect.x + rect.width + BESIDE if is_after else rect.x - BESIDE - VOID
        id_ = f"{process.id}/nothing"
        self.rects[id_] = Rect(x, rect.y + rect.height / 2 - VOID / 2, VOID, VOID)
        self.glyphs.append(
            Glyph(
                id=id_,
                kind=GlyphKind.VOID,
                thing=process.id,
                x=x,
                y=self.rects[id_].y,
                width=VOID,
                height=VOID,
            )
        )
        return id_

    def _joint(
        self, process: Process, sides: Iterable[Way], way: Way | None, *, is_first: bool
    ) -> float:
        """Where on its way a process has its glyph: where others join it, or in the middle."""
        if way is not None and way.node is not None:
            return way.node
        acting = [it for control in self.acting[process.id] for it in self.ways.get(control.id, ())]
        own = way.id if way is not None else None
        found = (
            it.at
            for it in (*sides, *acting)
            if it.at is not None and (it.meets == own if it.meets else is_first)
        )
        return next(found, MIDDLE)

    def _glyph(self, process: Process, number: int, at: Place) -> Glyph:
        id_ = f"{process.id}/{number}" if number else process.id
        if id_ in self.courses.nodes:
            return self.courses.nodes[id_]
        glyph = Glyph(
            id=id_,
            kind=GlyphKind.PROCESS,
            thing=process.id,
            x=at[0] - SIDE / 2,
            y=at[1] - SIDE / 2,
            width=SIDE,
            height=SIDE,
            type=process.type,
            certainty=process.certainty,
        )
        self.rects[id_] = Rect(glyph.x, glyph.y, SIDE, SIDE)
        return glyph

    def _halves(
        self, process: Process, glyph: Glyph, ends: tuple[str, str], way: tuple[Points, float]
    ) -> None:
        """The two parts of a way, on both sides of its process."""
        before, after = split(*way)
        outputs = {it.species for it in process.outputs}
        inputs = {it.species for it in process.inputs}
        for end, trail in ((ends[0], before), (ends[1], after[::-1])):
            species = self.species_of.get(end)
            is_first = end == ends[0]
            known = species in inputs or species in outputs
            gives = species in outputs and (species not in inputs or not is_first)
            self._side(process, glyph, end, trail, gives=gives if known else not is_first)

    def _sides(
        self, process: Process, glyph: Glyph, sides: Iterable[Way], drawn: set[str | None]
    ) -> None:
        """What joins the way of a process, then whatever takes part and has no way."""
        seen = {self.species_of.get(it or "") for it in drawn}
        main = self.trails[process.id]
        for way in sides:
            box = way.start or way.end or ""
            is_rest = way.at is None and box in drawn  # Of a way whose other end is gone.
            if is_rest or box not in self.rects:
                continue
            gives = way.start is None
            meeting = self.courses.meeting(way, main)
            trail = self.courses.trail(way, start=meeting if gives else None, end=meeting)
            seen.add(self.species_of.get(box))
            self._side(process, glyph, box, trail[::-1] if gives else trail, gives=gives)
        middle = centre(self.rects[glyph.id])
        given = [it.species for it in process.outputs]
        for participants, gives in ((_taken(process), False), (given, True)):
            for it in participants:
                rest = None if it in seen else self.courses.nearest(it, middle)
                if rest is not None:
                    trail = self.courses.straight(rest, glyph.id)
                    self._side(process, glyph, rest, trail, gives=gives)

    def _side(
        self, process: Process, glyph: Glyph, box: str, trail: Points, *, gives: bool
    ) -> None:
        """A line between a box and a process, its points from the box on."""
        species = self.species_of.get(box)
        trail = cut(trail, self.rects[glyph.id])
        sides = process.outputs if gives else process.inputs
        number = next((it.coefficient for it in sides if it.species == species), 1)
        role = LineRole.OUTPUT if gives else LineRole.INPUT
        if not gives and species is not None and species == process.template:
            role = LineRole.TEMPLATE
        self.lines.append(
            Line(
                of=process.id,
                role=role,
                start=glyph.id if gives else box,
                end=box if gives else glyph.id,
                trunk=f"{process.id}/{len(self.lines)}",
                points=trail[::-1] if gives else trail,
                coefficient=float(number),
                reversible=process.reversible and not gives,
                certainty=process.certainty,
            )
        )

    # What belongs together

    def _association(self, it: Association) -> None:
        told = [way for way in self.ways.get(it.id, ()) if self.courses.is_known(way)]
        trails = [(way.start or "", way.end or "", self.courses.trail(way)) for way in told]
        boxes = [
            self.boxes[each.species][0] for each in it.participants if each.species in self.boxes
        ]
        if not trails and len(boxes) > 1:
            trails = [(boxes[0], box, self.courses.straight(boxes[0], box)) for box in boxes[1:]]
        for number, (start, end, trail) in enumerate(trails):
            self.lines.append(
                Line(
                    of=it.id,
                    role=LineRole.ASSOCIATION,
                    start=start,
                    end=end,
                    trunk=f"{it.id}/{number}",
                    points=trail,
                    certainty=it.certainty,
                )
            )


def _taken(process: Process) -> list[str]:
    """The species that go into a process, and the one that it reads."""
    return [*(it.species for it in process.inputs), *filter(None, [process.template])]


def _shared(lines: Sequence[Line], species_of: Mapping[str, str]) -> Iterator[Line]:
    """The lines of a process, of which several from one species, or to it, share its number."""
    bearers = [(it.role, *_ends(it, species_of)) for it in lines]
    often = Counter(bearers)
    for line, bearer in zip(lines, bearers, strict=True):
        count = often[bearer]
        is_for_all = count > 1 and line.coefficient >= count
        share = line.coefficient / count if is_for_all else line.coefficient
        yield msgspec.structs.replace(line, coefficient=share)


def _ends(line: Line, species_of: Mapping[str, str]) -> tuple[str, str]:
    """The glyph of the process that a line ends at, and the species at its other end."""
    box, glyph = (line.start, line.end) if line.start in species_of else (line.end, line.start)
    return glyph, species_of.get(box, box)
