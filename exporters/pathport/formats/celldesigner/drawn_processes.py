"""How a process is drawn: from which base reactants, through which junction, to which products.

A line runs as the layout tells, where that agrees with the pathway; else straight. Which
participants are base ones, and where the square of the process is, is decided here.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from pathport.formats.celldesigner.drawn import Arm, Reaction, Void
from pathport.formats.celldesigner.ends import Ends
from pathport.formats.celldesigner.geometry import (
    Rect,
    Spot,
    innermost,
    nearest_anchor,
    seen,
    segment_at,
    spot_on,
    square_on,
)
from pathport.formats.celldesigner.naming import usual_open, usual_void
from pathport.formats.celldesigner.terms import (
    BASE_COUNTS,
    DEGRADED,
    PROCESS,
    READS,
    READS_TO,
    SIZE,
    TRANSITION,
)
from pathport.model.layout import Connector, Style, Way
from pathport.model.things import Process

__all__ = ["DrawnProcess"]

NEAR = 0.6
"""Pixels within which a junction is a bend of its line."""
BESIDE = 40.0
"""How far from its partner an empty side is that has no place of its own."""


class Taker(NamedTuple):
    """What takes part on one side, by the way that tells where it is drawn, and how often."""

    species: str
    number: float = 1.0
    way: Way | None = None


class DrawnProcess:
    """The line of one process in the making."""

    def __init__(self, ends: Ends, process: Process) -> None:
        self.ends = ends
        self.process = process
        ways = ends.ways[process.id]
        self.main = next((it for it in ways if it.at is None and it.start and it.end), None)
        self.sides = [it for it in ways if it.at is not None]
        self.numbers = {
            side: {it.species: float(it.coefficient) for it in parts}
            for side, parts in (("in", process.inputs), ("out", process.outputs))
        }
        template = process.template
        self.reads = template is not None or process.type in READS
        self.template = template

    def reaction(self) -> Reaction:
        """The line, without its controls."""
        ranked = self._ranked("in")
        ins = [Taker(self.template)] if self.template else ranked
        outs = self._ranked("out")
        word = self._word(ins, outs)
        count_in, count_out = BASE_COUNTS.get(word, (1, 1))
        base_in: list[Taker | None] = [*ins[:count_in]] or [None]
        base_out: list[Taker | None] = [*outs[:count_out]] or [None]
        taken = [it for it in ranked if it not in base_in]
        first, last = self._ends(base_in[0], base_out[0])
        style = self.main.style if self.main is not None else Style()
        if count_in == count_out:
            line = self._straight(first, last, word, style)
        else:
            line = self._joined(first, last, base_in[1:], base_out[1:], (word, style))
        made = outs[count_out:]
        return msgspec.structs.replace(
            line,
            taken=tuple(self._link(it, line.square.before) for it in taken),
            made=tuple(self._link(it, line.square.after) for it in made),
        )

    def _word(self, ins: Sequence[Taker], outs: Sequence[Taker]) -> str:
        """The type of the reaction; a state transition, where it has not what the type wants."""
        if self.reads:
            read = self.ends.words.get(self.template or "", "")
            made = self.ends.words.get(outs[0].species, "") if outs else ""
            return READS.get(self.process.type) or READS_TO.get((read, made), TRANSITION)
        word = PROCESS.word(self.process.type) or ""
        count_in, count_out = BASE_COUNTS.get(word, (1, 1))
        fits = (count_in, count_out) == (1, 1) or (len(ins) >= count_in and len(outs) >= count_out)
        return word if fits else TRANSITION

    # Who is where

    def _ranked(self, side: str) -> list[Taker]:
        """Who takes part on a side: those of told ways as these meet, then small molecules
        last, of these cofactors.

        One that takes part several times is there for each way that is told of it.
        """
        numbers = self.numbers[side]
        told = [*filter(None, [self.main]), *self._met(side)]
        ways: dict[str, list[Way | None]] = defaultdict(list)
        for way in told:
            ways[self._owner(way, side) or ""].append(way)
        for species, number in numbers.items():
            ways[species] = ways[species][: math.ceil(number)] or [None]
        rank = {it.id: n for n, it in enumerate(told)}
        takers = [
            Taker(species, numbers[species] - len(ways[species]) + 1 if not n else 1.0, way)
            for species in numbers
            for n, way in enumerate(ways[species])
        ]
        return sorted(
            takers,
            key=lambda it: (
                rank[it.way.id] if it.way is not None else len(told),
                it.species in self.ends.small,
                it.species in self.ends.cofactors,
                it.species,
            ),
        )

    def _met(self, side: str) -> list[Way]:
        """The side lines of a side: of inputs the first that meets first, of outputs the last; at
        one place those of cofactors last.
        """
        found = [it for it in self.sides if (it.start if side == "in" else it.end)]
        onward = 1 if side == "in" else -1
        return sorted(
            found,
            key=lambda it: (
                (it.at or 0) * onward,
                self._owner(it, side) in self.ends.cofactors,
                it.id,
            ),
        )

    def _owner(self, way: Way, side: str) -> str | None:
        alias = self.ends.alias_at(way.start if side == "in" else way.end)
        return alias.species if alias is not None else None

    def _link(self, taker: Taker, towards: Spot) -> Arm:
        way = taker.way if taker.way is not self.main else None
        return self.ends.arm(taker.species, way, towards=towards, coefficient=taker.number)

    # Where they are

    def _ends(self, first: Taker | None, last: Taker | None) -> tuple[Arm, Arm]:
        """The arms of the first base reactant and product; an empty side has one of its own."""
        known = first or last or Taker("")
        near = self.ends.aliases.of_species[known.species][0].rect.centre
        start = self._base("in", first, near) if first else None
        end = self._base("out", last, start.spot if start else near) if last else None
        if first is not None and start is not None and end is not None:
            start = start if start.way or end.way else self._base("in", first, end.spot)
        if start is None:
            start = self._void("in", end)
        if end is None:
            end = self._void("out", start)
        return start, end

    def _base(self, side: str, taker: Taker, towards: Spot) -> Arm:
        if self.main is not None:
            alias = self.ends.alias_at(self.main.start if side == "in" else self.main.end)
            if alias is not None and alias.species == taker.species:
                at = self.main.start_at if side == "in" else self.main.end_at
                return self.ends.ended(alias, at, (), self.main, taker.number)
        return self.ends.arm(taker.species, None, towards=towards, coefficient=taker.number)

    def _void(self, side: str, partner: Arm | None) -> Arm:
        """The arm of an empty side, at its shape, or beside its partner."""
        box = (self.main.start if side == "in" else self.main.end) if self.main else None
        shape = self.ends.shapes.get(box or f"{self.process.id}_open")
        if shape is not None:
            (left, top), (right, bottom) = (
                (it.x, it.y) for it in (shape.points[0], shape.points[-1])
            )
            rect = Rect(min(left, right), min(top, bottom), abs(right - left), abs(bottom - top))
            rect = seen(rect, SIZE[DEGRADED])
        else:
            rect = self._beside(side, partner)
        known = self.ends.made_voids.get(shape.id or "") if shape is not None else None
        if known is not None:
            return self._at_void(known, side)
        name = shape.id if shape is not None and shape.id else f"{self.process.id}_open"
        alias = self.ends.naming.id_for(f"{name}", "void", self.process.id)
        own = shape.original_id if shape is not None else None
        wanted = own or usual_void(alias, side)
        species = self.ends.naming.id_for(wanted, "void", self.process.id, side)
        usual = usual_open(partner.alias) if partner is not None and side == "out" else ""
        place = innermost(self.ends.frames, rect)
        void = Void(species, alias, rect, place, usual)
        if shape is not None:
            void = Void(
                species,
                alias,
                rect,
                place,
                shape.text or usual,
                shape.notes,
                shape.references,
                shape.style,
            )
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
        more_in: Sequence[Taker | None],
        more_out: Sequence[Taker | None],
        look: tuple[str, Style],
    ) -> Reaction:
        """A line with a junction: of two reactants, or of two products."""
        other = (*more_in, *more_out)[0] or Taker("")
        way = other.way
        bends = [(it.x, it.y) for it in self.main.bends] if self.main and first.way else []
        points = [first.spot, *bends, last.spot]
        at = way.at if way is not None and way.at is not None else 0.5
        index, spot = _junction_on(points, at)
        inner = range(1, len(points) - 1)
        near = min(inner, key=lambda it: math.dist(points[it], spot), default=0)
        before, after = points[1:index], points[index:-1]
        if near and math.dist(points[near], spot) < NEAR:
            spot, before, after = points[near], points[1:near], points[near + 1 : -1]
        second = self._link(other, spot)
        first = msgspec.structs.replace(first, bends=tuple(before))
        last = msgspec.structs.replace(last, bends=tuple(reversed(after)))
        inputs, outputs = ((first, second), (last,)) if more_in else ((first,), (last, second))
        third = last if more_in else first
        line = (spot, *reversed(third.bends), third.spot)
        segment = self._third_segment(line, points, way, is_in=bool(more_in))
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
            connector=self.main.connector if self.main is not None else Connector.STRAIGHT,
            style=look[1],
        )

    def _third_segment(
        self, line: Sequence[Spot], points: Sequence[Spot], joined: Way | None, *, is_in: bool
    ) -> int:
        """The segment of the third arm, counted from the junction, that the square is on.

        ``joined`` is the way that meets the line at its junction; others meet it at the square.
        """
        lines = (*self.sides, *self.ends.control_ways(self.process.id))
        told = sorted(
            it.at for it in lines if it.at is not None and it.meets is None and it is not joined
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
