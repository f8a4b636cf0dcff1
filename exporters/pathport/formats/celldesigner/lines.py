"""The lines of a diagram: what each reaction takes from and makes, and through which points.

A line runs as the layout tells, where that agrees with the pathway; else straight between the boxes
that are nearest to each other. Points are on the canvas here; how they are told in a file is the
business of ``geometry`` and of the writer. Which participants are base ones, and where the square
of the process is, is decided here.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import msgspec

from pathport.formats.celldesigner.aliases import Alias, Aliases
from pathport.formats.celldesigner.geometry import (
    Rect,
    Spot,
    Square,
    nearest_anchor,
    nearest_place,
    segment_at,
    spot_on,
    square_on,
)
from pathport.formats.celldesigner.naming import Naming
from pathport.formats.celldesigner.terms import (
    BASE_COUNTS,
    DEGRADED,
    EFFECT,
    GATE,
    INFLUENCE,
    LINE_PLACE,
    OPEN_SHAPE,
    PROCESS,
    SIZE,
    UNKNOWN_GATE,
    UNSURE,
    word_of_shape,
)
from pathport.formats.sbml.plan import Plan, leaves
from pathport.model.enumerations import Certainty, Effect, Kind, Logic, ProcessType
from pathport.model.layout import Connector, Point, Style, Way
from pathport.model.parts import Gate
from pathport.model.things import Control, Process

__all__ = ["Arm", "Lines", "Member", "Modification", "Reaction", "Reduced", "Void"]

NEAR = 0.6
"""Pixels within which a junction is a bend of its line."""
BESIDE = 40.0
"""How far from its partner an empty side is that has no place of its own."""
GATE_AWAY = 60.0
"""How far from its process, at most, a gate is that has no place of its own."""

READS = {
    ProcessType.TRANSCRIPTION: "TRANSCRIPTION",
    ProcessType.TRANSLATION: "TRANSLATION",
}
"""Processes whose base reactant is what they read."""
READABLE = {
    ProcessType.TRANSCRIPTION: frozenset({"GENE"}),
    ProcessType.TRANSLATION: frozenset({"RNA", "ANTISENSE_RNA"}),
}
"""The classes of what such a base reactant is taken to be read."""


class Void(msgspec.Struct, frozen=True):
    """An empty side: the species and alias that draw it."""

    species: str
    alias: str
    rect: Rect


class Arm(msgspec.Struct, frozen=True, kw_only=True):
    """A line from an alias, or to it: the place where it touches that, and its bends on the way.

    Bends are in the order from the alias on.
    """

    alias: str
    species: str
    centre: Spot
    """Of the alias."""
    spot: Spot
    anchor: Spot | None = None
    bends: tuple[Spot, ...] = ()
    way: str = ""
    """The id of the way that tells it, or nothing."""
    coefficient: float = 1
    connector: Connector = Connector.STRAIGHT
    style: Style = Style()


class Modification(msgspec.Struct, frozen=True, kw_only=True):
    """A control of a process that one alias exerts, or a gate."""

    control: str
    word: str
    arm: Arm
    place: int
    """The place on the square of the process."""
    is_drawn: bool = True
    """Whether there is a line; a layout that draws the process may draw nothing for it."""


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A gate of several aliases; its own line is the bends from it to what it acts on."""

    control: str
    gate: str
    word: str
    spot: Spot
    bends: tuple[Spot, ...]
    place: int
    members: tuple[Arm, ...]
    style: Style = Style()
    way: str = ""


class Reaction(msgspec.Struct, frozen=True, kw_only=True):
    """The line of a process."""

    process: str
    word: str
    inputs: tuple[Arm, ...]
    """The base reactants."""
    outputs: tuple[Arm, ...]
    """The base products."""
    segment: int
    """On which the square is: of the line, or of the third arm from the junction on."""
    square: Square
    junction: Spot | None = None
    taken: tuple[Arm, ...] = ()
    """Further reactants."""
    made: tuple[Arm, ...] = ()
    """Further products."""
    controls: tuple[Modification | Member, ...] = ()
    connector: Connector = Connector.STRAIGHT
    style: Style = Style()

    @property
    def bends(self) -> tuple[Spot, ...]:
        """Of a line without a junction, its bends from the reactant to the product."""
        return (*self.inputs[0].bends, *reversed(self.outputs[0].bends))


class Reduced(msgspec.Struct, frozen=True, kw_only=True):
    """An influence: one arm from its source, or a gate."""

    control: str
    word: str
    target: Arm
    source: Arm | None = None
    gate: Member | None = None
    style: Style = Style()


class Lines:
    """The lines of a pathway whose boxes all have places."""

    def __init__(self, plan: Plan, aliases: Aliases, naming: Naming) -> None:
        self.plan = plan
        self.pathway = plan.pathway
        self.aliases = aliases
        self.naming = naming
        self.made_voids: dict[str, Void] = {}
        self.ways: dict[str, list[Way]] = defaultdict(list)
        for way in self.pathway.layout.ways:
            self.ways[way.of].append(way)
        small = (Kind.SMALL_MOLECULE, Kind.ION)
        molecules = {it.id for it in self.pathway.molecules if it.kind in small}
        self.small = {it.id for it in self.pathway.species if it.molecule in molecules}
        self.shapes = {
            it.id: it
            for it in self.pathway.layout.drawing
            if it.id is not None and it.style.shape == OPEN_SHAPE and len(it.points) > 1
        }

    @property
    def voids(self) -> Iterable[Void]:
        """The empty sides of all reactions."""
        return self.made_voids.values()

    @cached_property
    def reactions(self) -> tuple[Reaction, ...]:
        """A line for each process that has participants or reads something."""
        return tuple(_Process(self, it).reaction() for it in self.processes)

    @cached_property
    def processes(self) -> tuple[Process, ...]:
        """The processes that are reactions."""
        return tuple(
            it for it in self.pathway.processes if it.inputs or it.outputs or _template(it)
        )

    @cached_property
    def influences(self) -> tuple[Reduced, ...]:
        """A line for each influence."""
        return tuple(map(self._reduced, self.plan.influences))

    # Ends

    def arm(self, species: str, way: Way | None, *, towards: Spot, coefficient: float = 1) -> Arm:
        """The arm of a species as a way tells it; else from the alias that is nearest."""
        if way is not None:
            end, at = (way.start, way.start_at) if way.start else (way.end, way.end_at)
            alias = self.alias_at(end)
            if alias is not None and alias.species == species:
                bends = [(it.x, it.y) for it in way.bends]
                found = bends if way.start else bends[::-1]
                return self.ended(alias, at, tuple(found), way, coefficient)
        alias = min(
            self.aliases.of_species[species],
            key=lambda it: (round(math.dist(it.rect.centre, towards), 3), it.id),
        )
        return self.ended(alias, None, (), way, coefficient)

    def ended(
        self,
        alias: Alias,
        at: Point | None,
        bends: tuple[Spot, ...],
        way: Way | None,
        coefficient: float = 1,
    ) -> Arm:
        """An arm that touches an alias at this place."""
        anchor = nearest_anchor((at.x, at.y)) if at is not None else None
        return Arm(
            alias=alias.id,
            species=alias.species,
            centre=alias.rect.centre,
            spot=spot_on(alias.rect, anchor),
            anchor=anchor,
            bends=bends,
            way=way.id if way is not None else "",
            coefficient=coefficient,
            connector=way.connector if way is not None else Connector.STRAIGHT,
            style=way.style if way is not None else Style(),
        )

    def alias_at(self, box: str | None) -> Alias | None:
        """The alias that a way ends on, if that is one of a species."""
        found = self.aliases.by_id.get(self.aliases.named.get(box or "", ""))
        return found if found is not None and not found.within else None

    # Controls

    def modifications(self, reaction: Reaction) -> tuple[Modification | Member, ...]:
        """The controls of a process, where its square is."""
        return tuple(
            self._modification(control, reaction.square)
            for control in self.plan.modifiers.get(reaction.process, ())
        )

    def _modification(self, control: Control, square: Square) -> Modification | Member:
        word = _sure(word_of_shape(EFFECT, control.effect, self._shape(control)) or "", control)
        if _is_plain(control.sources):
            (species,) = leaves(control.sources)
            way = next((it for it in self.ways[control.id] if it.start), None)
            arm = self.arm(species, way, towards=square.middle)
            place = _place(way, square, (arm.bends or (arm.spot,))[-1])
            return Modification(
                control=control.id,
                word=word,
                arm=arm,
                place=place,
                is_drawn=self._is_drawn(control),
            )
        gate = self._gate(control, word, square.middle)
        own = self._gate_way(control)
        place = _place(own, square, (gate.bends or (gate.spot,))[-1])
        return msgspec.structs.replace(gate, place=place)

    def _is_drawn(self, control: Control) -> bool:
        """Whether a control has a line: a modulation has none where only its process is drawn."""
        drawn = self.ways.get(control.id) or not self.ways.get(control.target or "")
        return bool(drawn) or control.effect is not Effect.MODULATION

    def _shape(self, control: Control) -> str | None:
        """The shape of a control's line that keeps its word."""
        ways = self.ways[control.id]
        return next((it.style.shape for it in ways if it.style.shape), None)

    def _gate_way(self, control: Control) -> Way | None:
        """The way of a gate itself: it starts nowhere, and its first bend is the gate."""
        return next((it for it in self.ways[control.id] if not it.start and it.bends), None)

    def _gate(self, control: Control, word: str, target: Spot) -> Member:
        own = self._gate_way(control)
        told = {
            alias.species: way
            for way in self.ways[control.id]
            if (alias := self.alias_at(way.start)) is not None
        }
        members = tuple(
            self.arm(species, told.get(species), towards=target)
            for species in leaves(control.sources)
        )
        bends = [(it.x, it.y) for it in own.bends] if own is not None else []
        spot = bends[0] if bends else _between(members, target)
        return Member(
            control=control.id,
            gate=_gate_word(control.sources, self._shape(control)),
            word=word,
            spot=spot,
            bends=tuple(bends[1:]),
            place=2,
            members=members,
            style=own.style if own is not None else Style(),
            way=own.id if own is not None else "",
        )

    def _reduced(self, control: Control) -> Reduced:
        word = _sure(word_of_shape(INFLUENCE, control.effect, self._shape(control)) or "", control)
        ways = self.ways[control.id]
        way = next((it for it in ways if it.end), None)
        species = list(leaves(control.sources))
        middle = self.aliases.of_species[species[0]][0].rect.centre
        aimed = self.alias_at(way.end) if way is not None else None
        if aimed is not None and aimed.species == control.target and way is not None:
            target = self.ended(aimed, way.end_at, (), way)
        else:
            target = self.arm(control.target or "", None, towards=middle)
        if not _is_plain(control.sources):
            gate = self._gate(control, word, target.spot)
            return Reduced(control=control.id, word=word, target=target, gate=gate)
        begun = way if way is not None and way.start else None
        source = self.arm(species[0], begun, towards=target.spot)
        style = way.style if way is not None else Style()
        return Reduced(control=control.id, word=word, target=target, source=source, style=style)


class _Process:
    """The line of one process in the making."""

    def __init__(self, lines: Lines, process: Process) -> None:
        self.lines = lines
        self.process = process
        ways = lines.ways[process.id]
        self.main = next((it for it in ways if it.at is None and it.start and it.end), None)
        self.sides = [it for it in ways if it.at is not None]
        self.numbers = {
            (side, it.species): float(it.coefficient)
            for side, parts in (("in", process.inputs), ("out", process.outputs))
            for it in parts
        }
        template = _template(process)
        self.ins = [it.species for it in process.inputs]
        self.reads = template is not None or process.type in READS
        self.template = template
        self.outs = [it.species for it in process.outputs]

    def reaction(self) -> Reaction:
        """The line, with its controls."""
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
        line = msgspec.structs.replace(
            line,
            taken=tuple(self._link("in", it, line.square.before) for it in taken),
            made=tuple(self._link("out", it, line.square.after) for it in made),
        )
        return msgspec.structs.replace(line, controls=self.lines.modifications(line))

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
        words = {it.id: it.word for it in self.lines.aliases.entities.all}
        return words.get(species) not in READABLE.get(self.process.type, ())

    def _reading(self) -> str:
        """The type of any other process that reads something: by what it reads."""
        words = {it.id: it.word for it in self.lines.aliases.entities.all}
        return "TRANSLATION" if "RNA" in words.get(self.template or "", "") else "TRANSCRIPTION"

    # Who is where

    def _ranked(self, side: str) -> list[str]:
        """The species of a side: those of told ways as these meet, then small molecules last."""
        species = self.ins if side == "in" else self.outs
        ends = [*filter(None, [self.main]), *self._met(side)]
        told = [self._owner(it, side) for it in ends]
        rank = {it: n for n, it in reversed(list(enumerate(told))) if it is not None}
        return sorted(species, key=lambda it: (rank.get(it, len(told)), it in self.lines.small, it))

    def _met(self, side: str) -> list[Way]:
        """The side lines of a side: of inputs the first that meets first, of outputs the last."""
        found = [it for it in self.sides if (it.start if side == "in" else it.end)]
        return sorted(found, key=lambda it: ((it.at or 0) * (1 if side == "in" else -1), it.id))

    def _owner(self, way: Way, side: str) -> str | None:
        alias = self.lines.alias_at(way.start if side == "in" else way.end)
        return alias.species if alias is not None else None

    def _way_of(self, side: str, species: str) -> Way | None:
        return next((it for it in self._met(side) if self._owner(it, side) == species), None)

    def _link(self, side: str, species: str, towards: Spot) -> Arm:
        way = self._way_of(side, species)
        number = self.numbers.get((side, species), 1.0)
        return self.lines.arm(species, way, towards=towards, coefficient=number)

    # Where they are

    def _ends(self, first: str | None, last: str | None) -> tuple[Arm, Arm]:
        """The arms of the first base reactant and product; an empty side has one of its own."""
        known = first or last or ""
        near = self.lines.aliases.of_species[known][0].rect.centre
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
            alias = self.lines.alias_at(self.main.start if side == "in" else self.main.end)
            if alias is not None and alias.species == species:
                at = self.main.start_at if side == "in" else self.main.end_at
                return self.lines.ended(alias, at, (), self.main, number)
        return self.lines.arm(species or "", None, towards=towards, coefficient=number)

    def _void(self, side: str, partner: Arm | None) -> Arm:
        """The arm of an empty side, at its shape, or beside its partner."""
        box = (self.main.start if side == "in" else self.main.end) if self.main else None
        shape = self.lines.shapes.get(box or f"{self.process.id}_open")
        if shape is not None:
            (left, top), (right, bottom) = (
                (it.x, it.y) for it in (shape.points[0], shape.points[-1])
            )
            rect = Rect(min(left, right), min(top, bottom), abs(right - left), abs(bottom - top))
        else:
            rect = self._beside(side, partner)
        known = self.lines.made_voids.get(shape.id or "") if shape is not None else None
        if known is not None:
            return self._at_void(known)
        name = shape.id if shape is not None and shape.id else f"{self.process.id}_open"
        alias = self.lines.naming.id_for(f"{name}", "void", self.process.id)
        species = self.lines.naming.id_for(f"{alias}_{side}", "void", self.process.id, side)
        void = self.lines.made_voids[alias] = Void(species, alias, rect)
        return self._at_void(void)

    def _at_void(self, void: Void) -> Arm:
        return Arm(
            alias=void.alias,
            species=void.species,
            centre=void.rect.centre,
            spot=void.rect.centre,
            style=self.main.style if self.main else Style(),
            way=self.main.id if self.main else "",
        )

    def _beside(self, side: str, partner: Arm | None) -> Rect:
        width, height = SIZE[DEGRADED]
        alias = self.lines.aliases.by_id.get(partner.alias) if partner is not None else None
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
        lines = (*self.sides, *self._control_ways())
        told = sorted(it.at for it in lines if it.at is not None and it.meets is None)
        if told:
            return told[len(told) // 2]
        return self.main.node if self.main is not None else None

    def _control_ways(self) -> Iterator[Way]:
        for control in self.lines.plan.modifiers.get(self.process.id, ()):
            yield from self.lines.ways[control.id]

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
        second = self._link(side, species or "", spot)
        before, after = points[1:index], points[index:-1]
        if math.dist(after[0] if after else points[-1], spot) < NEAR:
            spot, after = (after[0], after[1:]) if after else (spot, after)
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
            it.at for it in self._control_ways() if it.at is not None and it.meets is None
        )
        if not told and self.main is not None and self.main.node is not None:
            told = [self.main.node]
        if not told:
            return 0
        whole, arm = _length(points), _length(line)
        from_junction = told[len(told) // 2] * whole - (whole - arm)
        part = from_junction if is_in else arm - told[len(told) // 2] * whole
        return segment_at(line, part / arm if arm else 0.0)


# Helpers of geometry


def _template(process: Process) -> str | None:
    return process.template


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


def _between(members: Iterable[Arm], target: Spot) -> Spot:
    """The place of a gate that has none: near what it acts on, towards its members."""
    spots = [it.spot for it in members]
    x, y = (sum(it) / len(spots) for it in zip(*spots, strict=True))
    far = math.dist((x, y), target)
    if not far:
        return target[0], target[1] - GATE_AWAY
    part = min(GATE_AWAY / far, 0.5)
    return round(target[0] + (x - target[0]) * part, 1), round(
        target[1] + (y - target[1]) * part, 1
    )


def _place(way: Way | None, square: Square, towards: Spot) -> int:
    """The place of a square that a line ends at: as it is told, or the nearest."""
    at = (way.end_at.x, way.end_at.y) if way is not None and way.end_at is not None else None
    told = (place for place, spot in LINE_PLACE.items() if spot == at and place > 1)
    return next(told, nearest_place(square, towards))


def _is_plain(gate: Gate) -> bool:
    """Whether one species acts, by being there."""
    return not gate.gates and len(gate.inputs) == 1 and gate.logic is not Logic.NOT


def _gate_word(gate: Gate, shape: str | None) -> str:
    """The word for a gate: several of which each is to be absent are joined by NOT."""
    absent = all(it.logic is Logic.NOT and len(it.inputs) == 1 for it in gate.gates)
    if gate.logic is Logic.AND and not gate.inputs and absent:
        return GATE.word(Logic.NOT) or ""
    if gate.logic is Logic.NOT and gate.gates:
        return UNKNOWN_GATE
    return word_of_shape(GATE, gate.logic, shape) or ""


def _sure(word: str, control: Control) -> str:
    """The word for a control, or that for one that is hypothetical."""
    return UNSURE.get(word, word) if control.certainty is Certainty.HYPOTHETICAL else word
