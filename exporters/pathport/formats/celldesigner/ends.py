"""Where the lines of a diagram end: on which alias of a species, and at which place of that.

A line ends as the layout tells, where that agrees with the pathway; else on the alias that is
nearest.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from pathport.formats.celldesigner.aliases import Alias, Aliases
from pathport.formats.celldesigner.drawn import Arm, Void
from pathport.formats.celldesigner.falling_apart import lines_apart
from pathport.formats.celldesigner.framed import frames_drawn
from pathport.formats.celldesigner.geometry import (
    Rect,
    Spot,
    anchors_of_loop,
    nearest_anchor,
    place_on,
    spot_on,
)
from pathport.formats.celldesigner.naming import Naming
from pathport.formats.celldesigner.terms import OPEN_SHAPE
from pathport.formats.sbml.plan import Plan, leaves
from pathport.layout.terms import cofactors_of
from pathport.model.enumerations import Kind, Logic
from pathport.model.layout import Connector, Point, Style, Way
from pathport.model.parts import Gate
from pathport.model.things import Control

__all__ = ["Ends", "is_of_absences"]


def is_of_absences(gate: Gate) -> bool:
    """Whether a gate wants each of its species to be absent: CellDesigner's NOT of several."""
    absent = all(it.logic is Logic.NOT and len(it.inputs) == 1 for it in gate.gates)
    return bool(gate.gates) and gate.logic is Logic.AND and not gate.inputs and absent


class Ends:
    """What lines can end on where all boxes have places, and the ways that a pathway tells."""

    def __init__(self, plan: Plan, aliases: Aliases, naming: Naming) -> None:
        self.plan = plan
        self.pathway = plan.pathway
        self.aliases = aliases
        self.naming = naming
        self.made_voids: dict[str, Void] = {}
        self.ways: dict[str, list[Way]] = defaultdict(list)
        for way in self.pathway.layout.ways:
            self.ways[way.of].append(self._opened(way))
        small = (Kind.SMALL_MOLECULE, Kind.ION)
        molecules = {it.id for it in self.pathway.molecules if it.kind in small}
        self.small = {it.id for it in self.pathway.species if it.molecule in molecules}
        self.cofactors = cofactors_of(self.pathway)
        self.shapes = {
            it.id: it
            for it in self.pathway.layout.drawing
            if it.id is not None and it.style.shape == OPEN_SHAPE and len(it.points) > 1
        }

    def _opened(self, way: Way) -> Way:
        """A way; one from a box to itself, that bends, ends at two places of that."""
        alias = self._drawn_at(way.start)
        if alias is None or way.start != way.end or not way.bends:
            return way
        if (way.start_at is None) != (way.end_at is None):
            return way
        told = (way.start_at or way.bends[0], way.end_at or way.bends[-1])
        first, last = ((it.x, it.y) for it in told)
        if way.start_at is None:
            first, last = place_on(alias.rect, first), place_on(alias.rect, last)
        elif nearest_anchor(first) != nearest_anchor(last):
            return way
        start, end = (Point(x=x, y=y) for x, y in anchors_of_loop(first, last, alias.rect))
        return msgspec.structs.replace(way, start_at=start, end_at=end)

    @cached_property
    def frames(self) -> Sequence[tuple[str, Rect]]:
        """All frames, each with its compartment."""
        return [(it.frame.compartment, it.rect) for it in frames_drawn(self.pathway.layout)]

    @property
    def voids(self) -> Iterable[Void]:
        """The empty sides of all reactions."""
        return self.made_voids.values()

    @cached_property
    def words(self) -> Mapping[str, str]:
        """The classes of all species."""
        return {it.id: it.word for it in self.aliases.entities.all}

    @cached_property
    def controls(self) -> Mapping[str, Sequence[Control]]:
        """By process or influence, the controls that are modifications of its reaction."""
        found: dict[str, list[Control]] = defaultdict(list)
        there = {*self.plan.modifiers, *(it.id for it in self.plan.influences)}
        for it in self.pathway.controls:
            if it.target in there and leaves(it.sources):
                found[it.target] += self.parts_of(it.id)
        return found

    def parts_of(self, control: str) -> Sequence[Control]:
        """A control that can be drawn, or those that stand for one whose gates join gates."""
        return self._parts.get(control, ())

    @cached_property
    def apart(self) -> Mapping[str, Control]:
        """All controls that are drawn, by their ids."""
        return {it.id: it for parts in self._parts.values() for it in parts}

    @cached_property
    def _parts(self) -> Mapping[str, Sequence[Control]]:
        return {it.id: tuple(self._parted(it)) for it in self.pathway.controls}

    def _parted(self, control: Control) -> Iterator[Control]:
        """Of gates that join gates, which CellDesigner has not, each species acts by itself."""
        gate = control.sources
        if not gate.gates or is_of_absences(gate):
            yield control
            return
        for number, (species, absent) in enumerate(leaves(gate).items()):
            alone = Gate(logic=Logic.NOT if absent else Logic.AND, inputs=(species,))
            if number == 0:
                yield msgspec.structs.replace(control, sources=alone)
                continue
            yield Control(
                id=self.naming.id_for(f"{control.id}_{species}", "apart", control.id, species),
                target=control.target,
                effect=control.effect,
                certainty=control.certainty,
                sources=alone,
            )

    def ways_of(self, control: Control) -> Sequence[Way]:
        """The ways of a control that is drawn; of one that stands for a part of another, those of
        its species, all the way.
        """
        there = self.ways_of_whole(control)
        if control.id not in self._whole:
            return there
        (species,) = control.sources.species()
        for line in there:
            begun, alias = self._drawn_at(line.start), self.whole_at(line.start)
            if begun is not None and alias is not None and alias.species == species:
                at = line.start_at
                begins = spot_on(begun.rect, None if at is None else (at.x, at.y))
                absent = not control.sources.is_alone
                return lines_apart(there, line, begins, absent=absent)
        return ()

    def ways_of_whole(self, control: Control) -> Sequence[Way]:
        """All ways of a control, or of the one that it stands for a part of."""
        return self.ways[self._whole.get(control.id, control.id)]

    @cached_property
    def _whole(self) -> Mapping[str, str]:
        """By control that stands for a part of another, that one."""
        return {it.id: of for of, parts in self._parts.items() if len(parts) > 1 for it in parts}

    def control_ways(self, reaction: str) -> Iterator[Way]:
        """The ways of all controls of a process or influence."""
        for control in self.controls.get(reaction, ()):
            yield from self.ways[control.id]

    def acting(self, species: str, way: Way | None, *, towards: Spot) -> Arm:
        """The arm of what acts on something, which may be drawn from a part of a complex."""
        if way is not None and way.start:
            bends = tuple((it.x, it.y) for it in way.bends)
            found = self.touching(species, (way.start, way.start_at), bends, way)
            if found is not None:
                return found
        return self.arm(species, way, towards=towards)

    def touching(
        self,
        species: str,
        end: tuple[str | None, Point | None],
        bends: tuple[Spot, ...],
        way: Way,
    ) -> Arm | None:
        """An arm at this box and this place of it: of the species, or of a part of its complex;
        nothing if the box draws neither.
        """
        box, at = end
        drawn, whole = self._drawn_at(box), self.whole_at(box)
        if drawn is None or whole is None or whole.species != species:
            return None
        arm = self.ended(drawn, at, bends, way)
        part = (drawn.species, drawn.id) if drawn is not whole else arm.part
        return msgspec.structs.replace(arm, species=species, alias=whole.id, part=part)

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
        found = self._drawn_at(box)
        return found if found is not None and not found.within else None

    def whole_at(self, box: str | None) -> Alias | None:
        """The same; of a part of a complex, that of the complex, however deep it is in that."""
        found = self._drawn_at(box)
        while found is not None and found.within:
            found = self.aliases.by_id[found.within]
        return found

    def _drawn_at(self, box: str | None) -> Alias | None:
        return self.aliases.by_id.get(self.aliases.named.get(box or "", ""))
