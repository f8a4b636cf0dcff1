"""Which nodes and edges a pathway is, with their numbers; what stands on them is not known here.

A thing is a node, a species one for each of its boxes. A control of one species on something is an
edge, and so is an association of two; any other is a node with edges of its own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import dist

import msgspec

from pathport.formats.cx2.arrangement import Arrangement, arranged
from pathport.formats.cx2.following import Line, Point
from pathport.formats.cx2.terms import (
    PARTICIPANT,
    PRODUCT,
    REACTANT,
    SOURCE,
    TEMPLATE,
)
from pathport.layout.picture import LineRole
from pathport.model.layout import Box
from pathport.model.parts import Participant
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.things import Association, Control, Process, Thing

__all__ = ["Link", "Plan", "Spot"]


class Spot(msgspec.Struct, frozen=True):
    """A node: its number, what it is, where its middle is; of a species, its box.

    A compartment is where the top left corner of its name is, which is told in ``lines``.
    """

    number: int
    construct: str
    thing: Thing
    at: Point
    box: Box | None = None
    first: bool = True
    """Whether it is the first of its species."""
    lines: tuple[str, ...] = ()


class Link(msgspec.Struct, frozen=True):
    """An edge: its number, the numbers of its nodes, what it says of what, and where it bends.

    ``thing`` is the control or association that it is as a whole.
    """

    number: int
    source: int
    target: int
    interaction: str
    bends: tuple[Point, ...] = ()
    thing: Control | Association | None = None
    stoichiometry: float = 1


def is_edge(control: Control, targets: frozenset[str]) -> bool:
    """Whether a control is an edge; ``targets`` are the things that controls act on."""
    is_alone = control.sources.is_alone
    return is_alone and control.target is not None and control.id not in targets


def is_pair(association: Association) -> bool:
    """Whether an association is an edge."""
    return [it.coefficient for it in association.participants] == [1, 1]


class Plan:
    """The nodes and edges of a pathway."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.targets = frozenset(it.target for it in pathway.controls if it.target is not None)
        self.arrangement: Arrangement = arranged(pathway)
        self.spots: list[Spot] = []
        self.of_box: dict[str, Spot] = {}
        self.of_species: dict[str, list[Spot]] = defaultdict(list)
        self.of_thing: dict[str, Spot] = {}
        self._add_spots()
        self.links: list[Link] = []
        for made in self._links():
            self.links.append(msgspec.structs.replace(made, number=len(self.links)))

    @property
    def modules(self) -> Mapping[str, tuple[str, ...]]:
        """By id of a thing, the modules that it is in."""
        found: dict[str, list[str]] = defaultdict(list)
        for module in self.pathway.modules:
            for member in module.members:
                found[member].append(module.id)
        return {id_: tuple(sorted(modules)) for id_, modules in found.items()}

    # Nodes

    def _add_spots(self) -> None:
        boxes: dict[str, list[Box]] = defaultdict(list)
        for box in self.arrangement.boxes:
            boxes[box.species].append(box)
        told = {it.molecule for it in self.pathway.species}
        things: dict[str, list[Thing]] = {
            "species": [],
            "compartment": list(self.pathway.compartments),
            "molecule": [it for it in self.pathway.molecules if it.id not in told],
            "process": list(self.pathway.processes),
            "control": [it for it in self.pathway.controls if not is_edge(it, self.targets)],
            "association": [it for it in self.pathway.associations if not is_pair(it)],
            "module": list(self.pathway.modules),
        }
        for construct in CONSTRUCTS:
            if construct == "species":
                for species in self.pathway.species:
                    self._add_species(species, boxes[species.id])
            for thing in things[construct]:
                self._add(construct, thing)

    def _add(self, construct: str, thing: Thing) -> None:
        at, lines = self.arrangement.labels.get(thing.id) or (self.arrangement.spots[thing.id], ())
        spot = Spot(len(self.spots), construct, thing, at, lines=lines)
        self.spots.append(spot)
        self.of_thing[thing.id] = spot

    def _add_species(self, species: Thing, boxes: list[Box]) -> None:
        for n, box in enumerate(boxes):
            at = box.x + box.width / 2, box.y + box.height / 2
            spot = Spot(len(self.spots), "species", species, at, box, first=n == 0)
            self.spots.append(spot)
            self.of_box[box.id] = spot
            self.of_species[species.id].append(spot)

    # Edges

    def _links(self) -> Iterator[Link]:
        for process in self.pathway.processes:
            yield from self._of_process(process)
        for control in self.pathway.controls:
            if is_edge(control, self.targets):
                (source,) = control.sources.inputs
                yield self._act(control, source=source)
            else:
                yield from self._of_control(control)
        for association in self.pathway.associations:
            yield from self._of_association(association)

    def _of_process(self, process: Process) -> Iterator[Link]:
        here = self.of_thing[process.id]
        for it in process.inputs:
            yield self._side(here, it, LineRole.INPUT, REACTANT)
        for it in process.outputs:
            yield self._side(here, it, LineRole.OUTPUT, PRODUCT)
        if process.template is not None:
            template = Participant(species=process.template)
            yield self._side(here, template, LineRole.TEMPLATE, TEMPLATE)

    def _side(self, here: Spot, it: Participant, role: LineRole, interaction: str) -> Link:
        """The edge of a species to or from the node of what it takes part in."""
        leaves = role is LineRole.OUTPUT
        line = Line(here.thing.id, role, it.species, leaves)
        species = self._at(line, here.at)
        source, target = (here, species) if leaves else (species, here)
        return Link(
            0,
            source.number,
            target.number,
            interaction,
            bends=self._bends(line.of, line.role, line),
            stoichiometry=it.coefficient,
        )

    def _at(self, line: Line, near: Point) -> Spot:
        """The node of a species at which a line ends: the one that is told, or the nearest."""
        box = self.arrangement.ends.get(line)
        if box in self.of_box:
            return self.of_box[box]
        spots = self.of_species[line.species]
        return min(spots, key=lambda it: (dist(it.at, near), it.number))

    def _bends(self, of: str, role: LineRole, *ends: Line) -> tuple[Point, ...]:
        """Where the line with these ends at species bends."""
        return self.arrangement.bends.get((of, role, *ends), ())

    def _act(self, control: Control, *, source: str) -> Link:
        """The edge of a control of one species."""
        target = control.target or ""
        lines = [Line(control.id, LineRole.CONTROL, source, ends=False)]
        if target in self.of_species:
            lines.append(Line(control.id, LineRole.CONTROL, target, ends=True))
            there = self._at(lines[1], self.of_species[source][0].at)
        else:
            there = self.of_thing[target]
        here = self._at(lines[0], there.at)
        bends = self._bends(control.id, LineRole.CONTROL, *lines)
        interaction = control.effect.value
        return Link(0, here.number, there.number, interaction, bends, control)

    def _of_control(self, control: Control) -> Iterator[Link]:
        """The edges of a control that is a node: from its sources, and to what it acts on."""
        here = self.of_thing[control.id]
        for species in control.sources.species():
            line = Line(control.id, LineRole.LOGIC, species, ends=False)
            there = self._at(line, here.at)
            bends = self._bends(line.of, line.role, line)
            yield Link(0, there.number, here.number, SOURCE, bends)
        if control.target is not None:
            line = Line(control.id, LineRole.CONTROL, control.target, ends=True)
            is_species = control.target in self.of_species
            target = self._at(line, here.at) if is_species else self.of_thing[control.target]
            bends = self._bends(control.id, LineRole.CONTROL, *([line] if is_species else []))
            yield Link(0, here.number, target.number, control.effect.value, bends)

    def _of_association(self, association: Association) -> Iterator[Link]:
        if is_pair(association):
            first, second = (self.of_species[it.species][0] for it in association.participants)
            interaction = association.type.value
            yield Link(0, first.number, second.number, interaction, thing=association)
            return
        here = self.of_thing[association.id]
        for it in association.participants:
            yield self._side(here, it, LineRole.ASSOCIATION, PARTICIPANT)
