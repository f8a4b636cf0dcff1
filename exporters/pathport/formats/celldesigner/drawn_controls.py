"""How controls and influences are drawn: by one line, or by a gate with its members' lines."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from pathport.formats.celldesigner.drawn import Arm, Member, Modification, Reduced
from pathport.formats.celldesigner.ends import Ends, is_of_absences
from pathport.formats.celldesigner.geometry import (
    Joints,
    Spot,
    Square,
    joints_on,
    nearest_place,
)
from pathport.formats.celldesigner.terms import (
    EFFECT,
    GATE,
    INFLUENCE,
    LINE_PLACE,
    UNKNOWN_GATE,
    UNKNOWN_GATE_SHAPE,
    UNSURE,
    word_of_shape,
)
from pathport.formats.sbml.plan import leaves
from pathport.model.enumerations import Certainty, Effect, Logic
from pathport.model.layout import Connector, Style, Way
from pathport.model.parts import Gate
from pathport.model.things import Control
from pathport.terms import Terms

__all__ = ["DrawnControls"]

GATE_AWAY = 60.0
"""How far from its process, at most, a gate is that has no place of its own."""


class DrawnControls:
    """The controls of a pathway, drawn from their ends."""

    def __init__(self, ends: Ends) -> None:
        self.ends = ends

    def modifications(
        self, reaction: str, square: Square | Joints
    ) -> tuple[Modification | Member, ...]:
        """The controls of a process or influence, where the square of that is, or its joints."""
        controls = self.ends.controls.get(reaction, ())
        joined = dict(self._of_no_logic(controls))
        left = {id_ for ways in joined.values() for id_ in ways} - joined.keys()
        return tuple(
            self._unknown(it, joined[it.id], square)
            if it.id in joined
            else self._modification(it, square)
            for it in controls
            if it.id not in left
        )

    def _of_no_logic(
        self, controls: Iterable[Control]
    ) -> Iterator[tuple[str, Mapping[str, Way | None]]]:
        """The gates that join controls of one target nobody knows how, or in a way that
        CellDesigner can't say: the line of one of them tells it, or they stand for one control.
        That one, and by each the line of it.
        """
        there = tuple(controls)
        taken: set[str] = set()
        for first in there:
            parts = self.ends.parts_of(first.id)
            told = self._standing(parts) if len(parts) > 1 else self._meeting(first, there)
            if len(told) > 1 and first.id in told and not taken & told.keys():
                taken |= told.keys()
                yield first.id, told

    def _unknown(
        self, first: Control, told: Mapping[str, Way | None], square: Square | Joints
    ) -> Member:
        """A gate of no logic that acts on a process or influence."""
        gate = self._unknown_gate(first, told, EFFECT, square.middle)
        place = _place(
            _gate_way(self.ends.ways[first.id]), square, (gate.bends or (gate.spot,))[-1]
        )
        return msgspec.structs.replace(gate, place=place)

    def _unknown_gate(
        self,
        first: Control,
        told: Mapping[str, Way | None],
        words: Terms[Effect, str],
        target: Spot,
    ) -> Member:
        arms = tuple(
            self.ends.acting(species, told[it.id], towards=target)
            for it in map(self.ends.apart.__getitem__, told)
            for species in leaves(it.sources)
        )
        word = _sure(word_of_shape(words, first.effect, self._shape(first)) or "", first)
        gate = _gated(
            first.id, _gate_way(self.ends.ways[first.id]), (UNKNOWN_GATE, word), arms, target
        )
        return msgspec.structs.replace(gate, controls=tuple(told))

    def _standing(self, parts: Sequence[Control]) -> dict[str, Way | None]:
        """By control that stands for a part of another, the line of it; none where the absence of
        something counts, which such a gate would not say.
        """
        if not all(it.sources.is_alone for it in parts):
            return {}
        drawn = self._drawn_from(self.ends.ways[parts[0].id])
        return {it.id: drawn.get(next(it.sources.species())) for it in parts}

    def _meeting(self, first: Control, controls: Sequence[Control]) -> dict[str, Way | None]:
        """By control of the same effect, the line of it that meets that of a gate of no logic.

        What something acts on has a reaction of its own.
        """
        own = _gate_way(self.ends.ways[first.id])
        if own is None or own.style.shape != UNKNOWN_GATE_SHAPE:
            return {}
        same = first.effect, first.certainty
        return {
            it.id: way
            for it in sorted(controls, key=lambda it: it.id != first.id)
            if it.sources.is_alone and (it.effect, it.certainty) == same
            if it is first or not self.ends.controls.get(it.id)
            for way in self.ends.ways[it.id]
            if way.meets == own.id
        }

    def _drawn_from(self, ways: Iterable[Way]) -> dict[str, Way]:
        """By species, the line of a control that starts at it."""
        return {
            alias.species: way
            for way in ways
            if (alias := self.ends.whole_at(way.start)) is not None
        }

    def _modification(self, control: Control, square: Square | Joints) -> Modification | Member:
        word = _sure(word_of_shape(EFFECT, control.effect, self._shape(control)) or "", control)
        if control.sources.is_alone:
            (species,) = leaves(control.sources)
            way = next((it for it in self.ends.ways_of(control) if it.start), None)
            arm = self.ends.acting(species, way, towards=square.middle)
            place = _place(way, square, (arm.bends or (arm.spot,))[-1])
            return Modification(
                control=control.id,
                word=word,
                arm=arm,
                place=place,
                is_drawn=self._is_drawn(control),
            )
        gate = self._gate(control, word, square.middle)
        own = _gate_way(self.ends.ways_of(control))
        place = _place(own, square, (gate.bends or (gate.spot,))[-1])
        return msgspec.structs.replace(gate, place=place)

    def _is_drawn(self, control: Control) -> bool:
        """Whether a control has a line: a modulation has none where only its process is drawn."""
        drawn = self.ends.ways_of_whole(control) or not self.ends.ways.get(control.target or "")
        return bool(drawn) or control.effect is not Effect.MODULATION

    def _shape(self, control: Control) -> str | None:
        """The shape of a control's line that keeps its word."""
        shapes = (it.style.shape for it in self.ends.ways_of_whole(control))
        return next((it for it in shapes if it and it != UNKNOWN_GATE_SHAPE), None)

    def _gate(self, control: Control, word: str, target: Spot) -> Member:
        ways = self.ends.ways_of(control)
        own, told = _gate_way(ways), self._drawn_from(ways)
        members = tuple(
            self.ends.acting(species, told.get(species), towards=target)
            for species in leaves(control.sources)
        )
        words = _gate_word(control.sources), word
        return _gated(control.id, own, words, members, target)

    def influences(self, controls: Sequence[Control]) -> Iterator[Reduced]:
        """The lines of influences, with the controls of these; a gate of no logic joins several."""
        on: dict[str | None, list[Control]] = defaultdict(list)
        for it in controls:
            on[it.target].append(it)
        joined = dict(found for those in on.values() for found in self._of_no_logic(those))
        left = {id_ for ways in joined.values() for id_ in ways} - joined.keys()
        for it in controls:
            if it.id not in left:
                yield self._with_controls(self._reduced(it, joined.get(it.id, {})))

    def _with_controls(self, drawn: Reduced) -> Reduced:
        if drawn.gate is not None:
            points = [drawn.gate.spot, *drawn.gate.bends, drawn.target.spot]
        else:
            source = drawn.source or drawn.target
            points = [source.spot, *source.bends, drawn.target.spot]
        joints = joints_on(points)
        controls = self.modifications(drawn.control, joints)
        return msgspec.structs.replace(drawn, controls=controls, joints=joints)

    def _reduced(self, control: Control, joined: Mapping[str, Way | None]) -> Reduced:
        """The line of an influence; ``joined`` are those that a gate of no logic joins, if any."""
        word = _sure(word_of_shape(INFLUENCE, control.effect, self._shape(control)) or "", control)
        way = next((it for it in self.ends.ways_of(control) if it.end), None)
        species = list(leaves(control.sources))
        middle = self.ends.aliases.of_species[species[0]][0].rect.centre
        target = self._aimed(control, way) or self.ends.arm(
            control.target or "", None, towards=middle
        )
        if joined:
            gate = self._unknown_gate(control, joined, INFLUENCE, target.spot)
            return Reduced(control=control.id, word=word, target=target, gate=gate)
        if not control.sources.is_alone:
            gate = self._gate(control, word, target.spot)
            return Reduced(control=control.id, word=word, target=target, gate=gate)
        begun = way if way is not None and way.start else None
        source = self.ends.acting(species[0], begun, towards=target.spot)
        style = way.style if way is not None else Style()
        return Reduced(control=control.id, word=word, target=target, source=source, style=style)

    def _aimed(self, control: Control, way: Way | None) -> Arm | None:
        """The end of an influence where its way has it, which may be at a part of a complex."""
        if way is None:
            return None
        return self.ends.touching(control.target or "", (way.end, way.end_at), (), way)


def _gate_way(ways: Iterable[Way]) -> Way | None:
    """The way of a gate itself: it starts nowhere, and its first bend is the gate."""
    return next((it for it in ways if not it.start and it.bends), None)


def _gated(
    control: str, own: Way | None, words: tuple[str, str], members: tuple[Arm, ...], target: Spot
) -> Member:
    """A gate of these members, where its way has it; the words are its own and that for what it
    does.
    """
    gate, word = words
    bends = [(it.x, it.y) for it in own.bends] if own is not None else []
    spot = bends[0] if bends else _between(members, target)
    return Member(
        control=control,
        gate=gate,
        word=word,
        spot=spot,
        bends=tuple(bends[1:]),
        place=2,
        members=members,
        connector=own.connector if own is not None else Connector.STRAIGHT,
        style=own.style if own is not None else Style(),
    )


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


def _place(way: Way | None, square: Square | Joints, towards: Spot) -> int:
    """The place of a square that a line ends at, or of joints: as it is told, or the nearest."""
    if isinstance(square, Joints):
        return square.place(way.at if way is not None else None, towards)
    at = (way.end_at.x, way.end_at.y) if way is not None and way.end_at is not None else None
    told = (place for place, spot in LINE_PLACE.items() if spot == at and place > 1)
    return next(told, nearest_place(square, towards))


def _gate_word(gate: Gate) -> str:
    """The word for a gate: several of which each is to be absent are joined by NOT."""
    return GATE.word(Logic.NOT if is_of_absences(gate) else gate.logic) or ""


def _sure(word: str, control: Control) -> str:
    """The word for a control, or that for one that is hypothetical."""
    return UNSURE.get(word, word) if control.certainty is Certainty.HYPOTHETICAL else word
