"""The controls of a picture in a pathway's own layout: what acts, on what, through which gates.

The ways of a control are lines from its sources and, where a format has gates, lines from these to
what it acts on: they begin nowhere, and their first bend is the gate.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

import msgspec

from pathport.layout.geometry import Rect, centre, way_point
from pathport.layout.own_courses import MIDDLE, SIDE, Courses
from pathport.layout.own_gates import Lead, OwnGates, Spot
from pathport.layout.picture import UNKNOWN_LOGIC, Glyph, GlyphKind, Line, LineRole
from pathport.layout.stems import stem_of, through
from pathport.layout.targets import by_target
from pathport.layout.trails import Points, cut
from pathport.model.layout import Point, Way
from pathport.model.things import Control

__all__ = ["OwnControls"]


class OwnControls:
    """The controls among what is drawn already."""

    def __init__(self, courses: Courses) -> None:
        self.courses = courses
        self.met = {it.meets for ways in courses.ways.values() for it in ways}
        self.gates: dict[str, str] = {}
        """By way of a gate, the gate."""

    def draw_all(self, controls: Sequence[Control]) -> None:
        """Adds the lines and gates of controls: after those that they act on, or whose gates their
        lines meet.
        """
        for control in by_target(sorted(controls, key=lambda it: not self._is_met(it))):
            self._draw(control)

    def _is_met(self, control: Control) -> bool:
        return any(it.id in self.met for it in self.courses.ways.get(control.id, ()))

    def _draw(self, control: Control) -> None:
        """Adds the lines and gates of a control; what it acts on is drawn already."""
        ways = self.courses.ways.get(control.id, ())
        stems = {it.id: it for it in ways if self._is_gate(it, control)}
        told = [it for it in ways if it.start in self.courses.rects]
        joins = any(control.sources.species()) and not control.sources.is_alone
        leads = [*self._leads(control, told, stems)] if joins or stems else []
        if leads:
            self._gated(control, leads)
        else:
            self._alone(control, told)

    def _is_gate(self, way: Way, control: Control) -> bool:
        """Whether a way begins with a gate; that of one species may be where others join it."""
        if way.start or not way.bends:
            return False
        return not (control.sources.is_alone and way.end) or way.id in self.met

    def _alone(self, control: Control, told: Sequence[Way]) -> None:
        """A control by one species: a line from each of its boxes that is told, or the nearest."""
        drawn = {self.courses.species_of.get(it.start or "") for it in told}
        for way in (*told, *self._made(control, drawn)):
            gate = self.gates.get(way.meets or "")
            end = gate or way.end or control.target or ""
            trail = self._to(gate, way) if gate else self._acting(control, way)
            self.courses.trails[way.id] = trail
            self.courses.trails.setdefault(control.id, trail)
            role = LineRole.LOGIC if gate else LineRole.CONTROL
            self._line(control, role, (way.start or "", end), trail)

    def _to(self, gate: str, way: Way) -> Points:
        """Where a way runs to the gate of another control."""
        rect = self.courses.rects[gate]
        return cut(self.courses.trail(way, end=centre(rect)), rect)

    def _made(self, control: Control, drawn: Collection[str | None]) -> Iterator[Way]:
        """Ways straight from the sources that have none, where what is acted on has a place."""
        target = self._target(control)
        if target is None:
            return
        end, rect = target
        for species in control.sources.species():
            box = None if species in drawn else self.courses.nearest(species, centre(rect))
            if box is not None:
                yield Way(id=f"{control.id}/{species}", of=control.id, start=box, end=end)

    def _line(self, control: Control, role: LineRole, ends: tuple[str, str], trail: Points) -> None:
        """A line of a control; what leads to a gate has no head."""
        self.courses.lines.append(
            Line(
                of=control.id,
                role=role,
                start=ends[0],
                end=ends[1],
                trunk=f"{control.id}/{len(self.courses.lines)}",
                points=trail,
                effect=control.effect if role is LineRole.CONTROL else None,
                certainty=control.certainty,
            )
        )

    # Through gates

    def _leads(
        self, control: Control, told: Sequence[Way], stems: Mapping[str, Way]
    ) -> Iterator[Lead]:
        """The lines of all sources to what is acted on, through the gates that are told."""
        through = [stem_of(it, stems) for it in told]
        for way, stem in zip(told, through, strict=True):
            yield self._lead(control, way, stem)
        # What has no line of its own joins the others, if one gate does.
        only, *more = *stems.values(), None
        stem = only if more == [None] and all(it is only for it in through) else None
        drawn = {self.courses.species_of.get(it.start or "") for it in told}
        for way in self._made(control, drawn):
            yield self._lead(control, way, stem)

    def _lead(self, control: Control, way: Way, stem: Way | None) -> Lead:
        """A line all the way to what is acted on."""
        if stem is not None:
            way = through(way, stem)
        corners = self._acting(control, way)[1:-1]
        way = msgspec.structs.replace(way, bends=tuple(Point(x=x, y=y) for x, y in corners))
        species = self.courses.species_of.get(way.start or "")
        return Lead(species, way) if stem is None else Lead(species, way, stem.id, len(stem.bends))

    def _gated(self, control: Control, leads: Sequence[Lead]) -> None:
        """A control by several together, or by what is absent: its gates, and their lines."""
        gates = OwnGates(self.courses, leads, partial(self._acting, control))
        for spot in gates.spots(control.sources, f"{control.id}/gate"):
            self.courses.glyphs.append(_glyph(control, spot))
            self.courses.trails.setdefault(control.id, spot.trail)
            if spot.stem:
                self.courses.trails[spot.stem] = spot.trail
                self.gates[spot.stem] = spot.id
            role = LineRole.LOGIC if spot.outer else LineRole.CONTROL
            end = spot.outer or spot.way.end or control.target or ""
            self._line(control, role, (spot.id, end), spot.trail)
            for lead, trail in spot.leads:
                self._line(control, LineRole.LOGIC, (lead.way.start or "", spot.id), trail)

    # What it acts on

    def _acting(self, control: Control, way: Way) -> Points:
        """Where a way of a control runs: to its box, or to the line that it acts on."""
        courses = self.courses
        if way.end in courses.rects:
            return courses.trail(way)
        main = courses.trails.get(way.meets or "") or courses.trails.get(control.target or "")
        if main is None:
            target = self._target(control)
            if target is None:
                return courses.trail(way)
            return cut(courses.trail(way, end=centre(target[1])), target[1])
        meeting = courses.meeting(way, main)
        trail = courses.trail(way, end=meeting)
        square = courses.rects.get(control.target or "")
        is_near = square is not None and math.dist(centre(square), meeting) < SIDE / 2
        return cut(trail, square) if square is not None and is_near else trail

    def _target(self, control: Control) -> tuple[str | None, Rect] | None:
        """What a control acts on, if that is a glyph, with its rectangle; of a line, a point of
        it. Of several boxes it is that at which a line of the control ends.
        """
        courses, target = self.courses, control.target or ""
        ends = (it.end or "" for it in courses.ways.get(control.id, ()))
        told = (it for it in ends if courses.species_of.get(it) == target)
        box = (*told, *courses.boxes.get(target, ()), target)[0]
        if box in courses.rects:
            return box, courses.rects[box]
        trail = courses.trails.get(target)
        if trail is None:
            return None
        x, y = way_point(trail, MIDDLE)
        return None, Rect(x, y, 0, 0)


def _glyph(control: Control, spot: Spot) -> Glyph:
    """A gate; of one species by itself, which lines of other controls may join, no logic is
    known.
    """
    return Glyph(
        id=spot.id,
        kind=GlyphKind.GATE,
        thing=control.id,
        x=spot.rect.x,
        y=spot.rect.y,
        width=spot.rect.width,
        height=spot.rect.height,
        type=UNKNOWN_LOGIC if spot.gate.is_alone else spot.gate.logic,
    )
