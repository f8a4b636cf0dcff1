"""The lines of a picture in a pathway's own layout, and the glyphs of processes on them.

A process has its glyph on its way, where others join it; a line that has no way of its own runs
straight between the sides that face each other (``pathport.model.layout.Way``).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from pathport.layout.geometry import Place, Rect, centre, nearest_port, on_border, way_point
from pathport.layout.own_gates import gate_of, joined
from pathport.layout.picture import Glyph, GlyphKind, Line, LineRole
from pathport.layout.targets import by_target
from pathport.layout.trails import Points, cut, elbow, split
from pathport.model.layout import Connector, Way
from pathport.model.pathway import Pathway
from pathport.model.things import Association, Control, Process

__all__ = ["MIDDLE", "OwnLines"]

SIDE = 14.0
"""Of the square of a process."""
BESIDE = 50.0
"""From a box to the sign of nothing that a process leads to."""
VOID = 12.0
MIDDLE = 0.5
NONE: Mapping[str, Glyph] = MappingProxyType({})


class OwnLines:
    """The lines and the glyphs of processes, made at once."""

    def __init__(
        self, pathway: Pathway, rects: Mapping[str, Rect], nodes: Mapping[str, Glyph] = NONE
    ) -> None:
        """``rects`` are the rectangles that ways may end at, by id; ``nodes`` are the glyphs of
        processes and controls that have theirs already.
        """
        self.pathway = pathway
        self.nodes = nodes
        self.rects = {**rects, **{it.id: _rect(it) for it in nodes.values()}}
        self.lines: list[Line] = []
        self.glyphs: list[Glyph] = []
        self.boxes: dict[str, list[str]] = defaultdict(list)
        self.species_of = {it.id: it.species for it in pathway.layout.boxes}
        for box in pathway.layout.boxes:
            if box.part is None:
                self.boxes[box.species].append(box.id)
        self.ways: dict[str, list[Way]] = defaultdict(list)
        for way in pathway.layout.ways:
            self.ways[way.of].append(way)
        self.trails: dict[str, Points] = {}
        """By id of a way, and of the thing that it is of, where it runs."""
        self.acting: dict[str, list[Control]] = defaultdict(list)
        for control in pathway.controls:
            self.acting[control.target or ""].append(control)
        for process in pathway.processes:
            self._process(process)
        for association in pathway.associations:
            self._association(association)
        for control in by_target(pathway.controls):
            self._control(control)

    # Where lines run

    def _trail(self, way: Way, start: Place | None = None, end: Place | None = None) -> Points:
        """The points of a way; of an end that is at no box, the place is given."""
        bends = [(it.x, it.y) for it in way.bends]
        first, last = self.rects.get(way.start or ""), self.rects.get(way.end or "")
        toward = bends[0] if bends else end or (centre(last) if last else start or (0, 0))
        back = bends[-1] if bends else start or (centre(first) if first else end or (0, 0))
        out, into = way.start_at, way.end_at
        leaving = (out.x, out.y) if out else nearest_port(first, toward) if first else None
        coming = (into.x, into.y) if into else nearest_port(last, back) if last else None
        a = on_border(first, leaving) if first and leaving else start or toward
        b = on_border(last, coming) if last and coming else end or back
        if not bends and way.connector is Connector.ELBOW:
            bends = elbow(a, b, leaving, coming)
        return a, *bends, b

    def _straight(self, start: str, end: str) -> Points:
        """A straight line between two boxes, from side to side."""
        first, last = self.rects[start], self.rects[end]
        return (
            on_border(first, nearest_port(first, centre(last))),
            on_border(last, nearest_port(last, centre(first))),
        )

    def _nearest(self, species: str, place: Place) -> str | None:
        """The box of a species that is nearest to a place."""
        boxes = self.boxes.get(species, ())
        return min(
            boxes, key=lambda it: (math.dist(centre(self.rects[it]), place), it), default=None
        )

    # Processes

    def _process(self, process: Process) -> None:
        told = self.ways.get(process.id, ())
        whole = [it for it in told if it.at is None and it.start and it.end]
        sides = [it for it in told if it not in whole]
        drawn: list[tuple[str | None, str | None, Points, Way | None]] = [
            (it.start, it.end, self._trail(it), it) for it in whole if self._is_known(it)
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

    def _is_known(self, way: Way) -> bool:
        return way.start in self.rects and way.end in self.rects

    def _implied(self, process: Process) -> Iterator[tuple[str, str, Points]]:
        """The way of a process that has none: from its first input, or what it reads, to its first
        output, straight; to the sign of nothing where there is no other side.
        """
        taken = [it for it in _taken(process) if self.boxes.get(it)]
        given = [it.species for it in process.outputs if self.boxes.get(it.species)]
        if taken and given:
            start = self.boxes[taken[0]][0]
            end = self._nearest(given[0], centre(self.rects[start])) or ""
            if start != end:
                yield start, end, self._straight(start, end)
        elif taken or given:
            box = self.boxes[(taken or given)[0]][0]
            void = self._void(process, box, is_after=bool(taken))
            ends = (box, void) if taken else (void, box)
            yield *ends, self._straight(*ends)

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
        if id_ in self.nodes:
            return self.nodes[id_]
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
            meeting = self._meeting(way, main)
            trail = self._trail(way, start=meeting if gives else None, end=meeting)
            seen.add(self.species_of.get(box))
            self._side(process, glyph, box, trail[::-1] if gives else trail, gives=gives)
        middle = centre(self.rects[glyph.id])
        given = [it.species for it in process.outputs]
        for participants, gives in ((_taken(process), False), (given, True)):
            for it in participants:
                rest = None if it in seen else self._nearest(it, middle)
                if rest is not None:
                    trail = self._straight(rest, glyph.id)
                    self._side(process, glyph, rest, trail, gives=gives)

    def _meeting(self, way: Way, main: Points) -> Place:
        """The point at which a way meets another one."""
        other = self.trails.get(way.meets or "", main)
        return way_point(other, MIDDLE if way.at is None else way.at)

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

    # What acts

    def _control(self, control: Control) -> None:
        ways = self.ways.get(control.id, ())
        several = len([*control.sources.species()]) > 1
        stem = next(
            (it for it in ways if it.bends and not it.start and (several or not it.end)), None
        )
        told = [it for it in ways if it.start in self.rects]
        if stem is not None:
            self._gated(control, stem, told)
            return
        sources = self._sources(control, told) if several else []
        if sources:
            self._gated(control, *joined(sources, self._acting(control, sources[0])))
            return
        drawn = {self.species_of.get(it.start or "") for it in told}
        trails = [(it.start or "", it.end, self._acting(control, it)) for it in told]
        for species in control.sources.species():
            if species not in drawn and (target := self._target(control)) is not None:
                box = self._nearest(species, centre(target[1]))
                if box is not None:
                    self.rects.setdefault(target[0], target[1])
                    trails.append((box, target[0], self._straight(box, target[0])))
        for start, end, trail in trails:
            self.trails.setdefault(control.id, trail)
            self._act(control, (start, end or control.target or ""), trail)
        for way, (_, _, trail) in zip(told, trails, strict=False):
            self.trails[way.id] = trail

    def _sources(self, control: Control, told: Sequence[Way]) -> list[Way]:
        """The ways of all sources that have a box, made where none is told; nothing where what the
        control acts on has no place.
        """
        target = self._target(control)
        if target is None:
            return []
        drawn = {self.species_of.get(it.start or "") for it in told}
        others = (it for it in control.sources.species() if it not in drawn)
        boxes = (self._nearest(it, centre(target[1])) for it in others)
        end = target[0] if target[0] in self.rects else None
        made = (
            Way(id=f"{control.id}/{it}", of=control.id, start=it, end=end)
            for it in boxes
            if it is not None
        )
        return [*told, *made]

    def _gated(self, control: Control, stem: Way, sources: Iterable[Way]) -> None:
        """A control by several together: a gate where their lines meet, and its own line."""
        spot = stem.bends[0].x, stem.bends[0].y
        gate = gate_of(control, spot)
        self.glyphs.append(gate)
        rect = self.rects[gate.id] = _rect(gate)
        rest = self._acting(
            control, msgspec.structs.replace(stem, start=gate.id, bends=stem.bends[1:])
        )
        self.trails[control.id] = self.trails[stem.id] = rest
        self._act(control, (gate.id, stem.end or control.target or ""), rest)
        for way in sources:
            self._act(control, (way.start or "", gate.id), cut(self._trail(way, end=spot), rect))

    def _act(self, control: Control, ends: tuple[str, str], trail: Points) -> None:
        """A line of a control; what leads to its gate has no head."""
        is_logic = ends[1] == f"{control.id}/gate"
        self.lines.append(
            Line(
                of=control.id,
                role=LineRole.LOGIC if is_logic else LineRole.CONTROL,
                start=ends[0],
                end=ends[1],
                trunk=f"{control.id}/{len(self.lines)}",
                points=trail,
                effect=None if is_logic else control.effect,
                certainty=control.certainty,
            )
        )

    def _acting(self, control: Control, way: Way) -> Points:
        """Where a told way of a control runs: to its box, or to the line that it acts on."""
        if way.end in self.rects:
            return self._trail(way)
        main = self.trails.get(way.meets or "") or self.trails.get(control.target or "")
        if main is None:
            target = self._target(control)
            return self._trail(way, end=centre(target[1]) if target else None)
        meeting = self._meeting(way, main)
        trail = self._trail(way, end=meeting)
        square = self.rects.get(control.target or "")
        is_near = square is not None and math.dist(centre(square), meeting) < SIDE / 2
        return cut(trail, square) if square is not None and is_near else trail

    def _target(self, control: Control) -> tuple[str, Rect] | None:
        """What a control acts on, with its rectangle; of a line, a point of it."""
        target = control.target or ""
        boxes = self.boxes.get(target, ())
        if boxes:
            return boxes[0], self.rects[boxes[0]]
        if target in self.rects:
            return target, self.rects[target]
        trail = self.trails.get(target)
        if trail is None:
            return None
        x, y = way_point(trail, MIDDLE)
        return f"{target}/middle", Rect(x, y, 0, 0)

    # What belongs together

    def _association(self, it: Association) -> None:
        told = [way for way in self.ways.get(it.id, ()) if self._is_known(way)]
        trails = [(way.start or "", way.end or "", self._trail(way)) for way in told]
        boxes = [
            self.boxes[each.species][0] for each in it.participants if each.species in self.boxes
        ]
        if not trails and len(boxes) > 1:
            trails = [(boxes[0], box, self._straight(boxes[0], box)) for box in boxes[1:]]
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


def _rect(glyph: Glyph) -> Rect:
    return Rect(glyph.x, glyph.y, glyph.width, glyph.height)


def _taken(process: Process) -> list[str]:
    """The species that go into a process, and the one that it reads."""
    return [*(it.species for it in process.inputs), *filter(None, [process.template])]
