"""How a process is drawn: from which base reactants, through which junction, to which products.

A line runs as the layout tells, where that agrees with the pathway; else straight. Which
participants are base ones, and where the square of the process is, is decided here.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from pathport.formats.celldesigner.drawn import Arm, Reaction, Void
from pathport.formats.celldesigner.ends import Ends
from pathport.formats.celldesigner.geometry import (
    Rect,
    Spot,
    nearest_anchor,
    segment_at,
    spot_on,
    square_on,
)
from pathport.formats.celldesigner.terms import (
    BASE_COUNTS,
    DEGRADED,
    PROCESS,
    READABLE,
    READS,
    SIZE,
)
from pathport.model.layout import Connector, Style, Way
from pathport.model.things import Process

__all__ = ["DrawnProcess"]

NEAR = 0.6
"""Pixels within which a junction is a bend of its line."""
BESIDE = 40.0
"""How far from its partner an empty side is that has no place of its own."""


class DrawnProcess:
    """The line of one process in the making."""

    def __init__(self, ends: Ends, process: Process) -> None:
        self.ends = ends
        self.process = process
        ways = ends.ways[process.id]
        self.main = next((it for it in ways if it.at is None and it.start and it.end), None)
        self.sides = [it for it in ways if it.at is not None]
        self.numbers = {
            (side, it.species): float(it.coefficient)
            for side, parts in (("in", process.inputs), ("out", process.outputs))
            for it in parts
        }
        template = process.template
        self.ins = [it.species for it in process.inputs]
        self.reads = template is not None or process.type in READS
        self.template = template
        self.outs = [it.species for it in process.outputs]

    def reaction(self) -> Reaction:
        """The line, without its controls."""
        ins = [self.template] if self.template else [*filter(self._is_used, self._ranked("in"))]
        outs = self._ranked("out")
        word = self._word(ins, outs)
        count_in, count_out = BASE_COUNTS.get(word, (1, 1))
        base_in: list[str | None] = [*ins[:count_in]] or [None]
        base_out: list[str | None] = [*outs[:count_out]] or [None]
        taken = [it for it in self._ranked("in") if it not in base_in]
        first, last = self._ends(base_in[0], base_out[0])
        style = self.main.style if self.main is not None else Style()
        if count_in == count_out:
            line = self._straight(first, last, word, style)
        else:
            line = self._joined(first, last, base_in[1:], base_out[1:], (word, style))
        made = outs[count_out:]
        return msgspec.structs.replace(
            line,
            taken=tuple(self._link("in", it, line.square.before) for it in taken),
            made=tuple(self._link("out", it, line.square.after) for it in made),
        )

    def _word(self, ins: Sequence[str], outs: Sequence[str]) -> str:
        """The type of the reaction; a state transition, where it has not what the type wants."""
        if self.reads:
            return READS.get(self.process.type) or self._reading()
        word = PROCESS.word(self.process.type) or ""
        count_in, count_out = BASE_COUNTS.get(word, (1, 1))
        fits = (count_in, count_out) == (1, 1) or (len(ins) >= count_in and len(outs) >= count_out)
        return word if fits else "STATE_TRANSITION"

    def _is_used(self, species: str) -> bool:
        """Whether a base reactant is not taken to be what the process reads."""
        return self.ends.words.get(species) not in READABLE.get(self.process.type, ())

    def _reading(self) -> str:
        """The type of any other process that reads something: by what it reads."""
        return (
            "TRANSLATION"
            if "RNA" in self.ends.words.get(self.template or "", "")
            else "TRANSCRIPTION"
        )

    # Who is where

    def _ranked(self, side: str) -> list[str]:
        """The species of a side: those of told ways as these meet, then small molecules last."""
        species = self.ins if side == "in" else self.outs
        ends = [*filter(None, [self.main]), *self._met(side)]
        told = [self._owner(it, side) for it in ends]
        rank = {it: n for n, it in reversed(list(enumerate(told))) if it is not None}
        return sorted(species, key=lambda it: (rank.get(it, len(told)), it in self.ends.small, it))

    def _met(self, side: str) -> list[Way]:
        """The side lines of a side: of inputs the first that meets first, of outputs the last."""
        found = [it for it in self.sides if (it.start if side == "in" else it.end)]
        return sorted(found, key=lambda it: ((it.at or 0) * (1 if side == "in" else -1), it.id))

    def _owner(self, way: Way, side: str) -> str | None:
        alias = self.ends.alias_at(way.start if side == "in" else way.end)
        return alias.species if alias is not None else None

    def _way_of(self, side: str, species: str) -> Way | None:
        return next((it for it in self._met(side) if self._owner(it, side) == species), None)

    def _link(self, side: str, species: str, towards: Spot) -> Arm:
        way = self._way_of(side, species)
        number = self.numbers.get((side, species), 1.0)
        return self.ends.arm(species, way, towards=towards, coefficient=number)

    # Where they are

    def _ends(self, first: str | None, last: str | None) -> tuple[Arm, Arm]:
        """The arms of the first base reactant and product; an empty side has one of its own."""
        known = first or last or ""
        near = self.ends.aliases.of_species[known][0].rect.centre
        start = self._base("in", first, near) if first else None
        end = self._base("out", last, start.spot if start else near) if last else None
        if start is not None and end is not None and not (start.way or end.way):
            start = self._base("in", first, end.spot)
        if start is None:
            start = self._void("in", end)
        if end is None:
            end = self._void("out", start)
        return start, end

    def _base(self, side: str, species: str | None, towards: Spot) -> Arm:
        number = self.numbers.get((side, species or ""), 1.0)
        if self.main is not None:
            alias = self.ends.alias_at(self.main.start if side == "in" else self.main.end)
            if alias is not None and alias.species == species:
                at = self.main.start_at if side == "in" else self.main.end_at
                return self.ends.ended(alias, at, (), self.main, number)
        return self.ends.arm(species or "", None, towards=towards, coefficient=number)

    def _void(self, side: str, partner: Arm | None) -> Arm:
        """The arm of an empty side, at its shape, or beside its partner."""
        box = (self.main.start if side == "in" else self.main.end) if self.main else None
        shape = self.ends.shapes.get(box or f"{self.process.id}_open")
        if shape is not None:
            (left, top), (right, bottom) = (
                (it.x, it.y) for it in (shape.points[0], shape.points[-1])
            )
            rect = Rect(min(left, right), min(top, bottom), abs(right - left), abs(bottom - top))
        else:
            rect = self._beside(side, partner)
        known = self.ends.made_voids.get(shape.id or "") if shape is not None else None
        if known is not None:
            return self._at_void(known, side)
        name = shape.id if shape is not None and shape.id else f"{self.process.id}_open"
        alias = self.ends.naming.id_for(f"{name}", "void", self.process.id)
        species = self.ends.naming.id_for(f"{alias}_{side}", "void", self.process.id, side)
        void = Void(species, alias, rect)
        if shape is not None:
            void = Void(species, alias, rect, shape.text or "", shape.notes, shape.references)
        self.ends.made_voids[alias] = void
        return self._at_void(void, side)

    def _at_void(self, void: Void, side: str) -> Arm:
        at = None
        if self.main is not None:
            at = self.main.start_at if side == "in" else self.main.end_at
        anchor = nearest_anchor((at.x, at.y)) if at is not None else None
        return Arm(
            alias=void.alias,
            species=void.species,
            centre=void.rect.centre,
            spot=spot_on(void.rect, anchor),
            anchor=anchor,
            style=self.main.style if self.main else Style(),
            way=self.main.id if self.main else "",
        )

    def _beside(self, side: str, partner: Arm | None) -> Rect:
        width, height = SIZE[DEGRADED]
        alias = self.ends.aliases.by_id.get(partner.alias) if partner is not None else None
        near = alias.rect if alias is not None else Rect(0, 0, 0, 0)
        x = near.x - BESIDE - width if side == "in" else near.x + near.width + BESIDE
        return Rect(x, near.centre[1] - height / 2, width, height)

    # Lines

    def _straight(self, first: Arm, last: Arm, word: str, style: Style) -> Reaction:
        told = first.way and first.way == last.way and self.main is not None
        bends = tuple((it.x, it.y) for it in self.main.bends) if told and self.main else ()
        points = (first.spot, *bends, last.spot)
        at = self._at()
        segment = len(bends) // 2 if at is None else segment_at(points, at)
        return Reaction(
            process=self.process.id,
            word=word,
            inputs=(msgspec.structs.replace(first, bends=bends),),
            outputs=(last,),
            segment=segment,
            square=square_on(points, segment),
            connector=self.main.connector if self.main is not None else Connector.STRAIGHT,
            style=style,
        )

    def _at(self) -> float | None:
        """How far along the line the square is: where most lines meet it, or as it is told."""
        lines = (*self.sides, *self.ends.control_ways(self.process.id))
        told = sorted(it.at for it in lines if it.at is not None and it.meets is None)
        if told:
            return told[len(told) // 2]
        return self.main.node if self.main is not None else None

    def _joined(
        self,
        first: Arm,
        last: Arm,
        more_in: Sequence[str | None],
        more_out: Sequence[str | None],
        look: tuple[str, Style],
    ) -> Reaction:
        """A line with a junction: of two reactants, or of two products."""
        side, species = ("in", more_in[0]) if more_in else ("out", more_out[0])
        way = self._way_of(side, species or "")
        bends = [(it.x, it.y) for it in self.main.bends] if self.main and first.way else []
        points = [first.spot, *bends, last.spot]
        at = way.at if way is not None and way.at is not None else 0.5
        index, spot = _junction_on(points, at)
        inner = range(1, len(points) - 1)
        near = min(inner, key=lambda it: math.dist(points[it], spot), default=0)
        before, after = points[1:index], points[index:-1]
        if near and math.dist(points[near], spot) < NEAR:
            spot, before, after = points[near], points[1:near], points[near + 1 : -1]
        second = self._link(side, species or "", spot)
        first = msgspec.structs.replace(first, bends=tuple(before))
        last = msgspec.structs.replace(last, bends=tuple(reversed(after)))
        inputs, outputs = ((first, second), (last,)) if more_in else ((first,), (last, second))
        third = last if more_in else first
        line = (spot, *reversed(third.bends), third.spot)
        segment = self._third_segment(line, points, is_in=bool(more_in))
        forward = line if more_in else line[::-1]
        shown = segment if more_in else len(line) - 2 - segment
        return Reaction(
            process=self.process.id,
            word=look[0],
            inputs=inputs,
            outputs=outputs,
            segment=segment,
            square=square_on(forward, shown),
            junction=spot,
            style=look[1],
        )

    def _third_segment(self, line: Sequence[Spot], points: Sequence[Spot], *, is_in: bool) -> int:
        """The segment of the third arm, counted from the junction, that the square is on."""
        told = sorted(
            it.at
            for it in self.ends.control_ways(self.process.id)
            if it.at is not None and it.meets is None
        )
        if not told and self.main is not None and self.main.node is not None:
            told = [self.main.node]
        if not told:
            return 0
        whole, arm = _length(points), _length(line)
        from_junction = told[len(told) // 2] * whole - (whole - arm)
        part = from_junction if is_in else arm - told[len(told) // 2] * whole
        return segment_at(line, part / arm if arm else 0.0)


def _length(points: Sequence[Spot]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(points))


def _junction_on(points: Sequence[Spot], at: float) -> tuple[int, Spot]:
    """Where on a line a part of it ends, and before which of its points."""
    left = max(0.0, min(1.0, at)) * _length(points)
    for index in range(1, len(points)):
        step = math.dist(points[index - 1], points[index])
        if left <= step and step:
            part = left / step
            (x, y), (to_x, to_y) = points[index - 1], points[index]
            return index, (x + (to_x - x) * part, y + (to_y - y) * part)
        left -= step
    return len(points) - 1, points[-1]
