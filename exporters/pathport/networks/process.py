"""The view of processes: species and what happens to them, each a node; nothing is derived.

A control of one species is an edge from it to what it acts on, an association of two is an edge
between them. Controls that join several sources or are acted on themselves are nodes, and so are
associations of more than two.
"""

from collections.abc import Iterable, Iterator

import msgspec

from pathport.layout.labels import Labels
from pathport.model.parts import Gate, Participant
from pathport.model.pathway import Pathway
from pathport.model.things import Association, Control, Species
from pathport.networks.columns import (
    about_columns,
    control_columns,
    modules_of,
    network_columns,
    process_columns,
    species_columns,
)
from pathport.networks.network import Cell, Edge, Network, Node

__all__ = ["process_view"]

REACTANT, PRODUCT, TEMPLATE, PARTICIPANT, SOURCE = (
    "reactant",
    "product",
    "template",
    "participant",
    "source",
)
"""What an edge says of its two nodes, where it is no control."""


def process_view(pathway: Pathway) -> Network:
    """The species, processes and associations of a pathway, with how they hang together."""
    view = _View(pathway)
    return Network(
        name=pathway.name or pathway.id,
        columns=network_columns(pathway),
        groups=tuple(view.groups()),
        nodes=tuple(view.nodes()),
        edges=tuple(view.edges()),
    )


class _View:
    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.labels = Labels(pathway)
        self.places = {each.id: each.name or each.id for each in pathway.compartments}
        self.modules = modules_of(pathway)
        targets = {each.target for each in pathway.controls}
        self.junctions = {
            each.id
            for each in pathway.controls
            if each.id in targets or not each.sources.is_alone or each.target is None
        }
        """The controls that are nodes."""

    def nodes(self) -> Iterator[Node]:
        """The nodes, in the order of the pathway."""
        for species in self.pathway.species:
            molecule = self.labels.molecules.get(species.molecule or "")
            columns = species_columns(species, molecule, self.places)
            name, type_ = species.name or self._shown(species), self.labels.kind(species)
            place = species.compartment
            yield Node(id=species.id, name=name, type=type_, columns=columns, parent=place)
        for process in self.pathway.processes:
            columns = process_columns(process) | self._module(process.id)
            name = process.name or process.id
            yield Node(id=process.id, name=name, type=process.type, columns=columns)
        for each in self.pathway.associations:
            if _is_pair(each):
                continue
            columns = about_columns(each) | self._module(each.id)
            yield Node(id=each.id, name=each.name or each.id, type=each.type, columns=columns)
        for control in self.pathway.controls:
            if control.id in self.junctions:
                yield from self._junction(control)

    def _shown(self, species: Species) -> str:
        """What stands in the box of a species."""
        return ":".join(part.text for part in self.labels.shown(species).parts)

    def groups(self) -> Iterator[Node]:
        """The compartments."""
        for each in self.pathway.compartments:
            yield Node(
                id=each.id,
                name=self.places[each.id],
                type="compartment",
                columns=about_columns(each),
                parent=each.inside,
            )

    def _module(self, id_: str) -> dict[str, Cell]:
        return {"modules": self.modules[id_]} if id_ in self.modules else {}

    def _junction(self, control: Control) -> Iterator[Node]:
        columns = control_columns(control) | self._module(control.id)
        name = control.name or control.effect
        yield Node(id=control.id, name=name, type=_gate_type(control.sources), columns=columns)
        for id_, gate in _inner(control.id, control.sources):
            yield Node(id=id_, name=gate.logic, type=_gate_type(gate))

    def edges(self) -> Iterator[Edge]:
        """The edges: the sides of processes, then associations, then controls."""
        for process in self.pathway.processes:
            yield from self._sides(process.id, REACTANT, process.inputs)
            yield from self._sides(process.id, PRODUCT, process.outputs)
            if process.template:
                yield _edge(process.template, TEMPLATE, process.id)
        for each in self.pathway.associations:
            if _is_pair(each):
                yield self._pair(each)
            else:
                yield from self._sides(each.id, PARTICIPANT, each.participants)
        for control in self.pathway.controls:
            yield from self._control(control)

    def _sides(self, of: str, word: str, participants: Iterable[Participant]) -> Iterator[Edge]:
        for each in participants:
            ends = (of, each.species) if word == PRODUCT else (each.species, of)
            columns: dict[str, Cell] = {"stoichiometry": each.coefficient}
            yield _edge(ends[0], word, ends[1], columns, directed=word != PARTICIPANT)

    def _pair(self, association: Association) -> Edge:
        one, other = association.participants
        columns = about_columns(association) | self._module(association.id)
        edge = _edge(one.species, association.type, other.species, columns, directed=False)
        return msgspec.structs.replace(edge, own_id=association.id)

    def _control(self, control: Control) -> Iterator[Edge]:
        columns = control_columns(control)
        if control.id not in self.junctions:
            source = control.sources.inputs[0]
            edge = _edge(source, control.effect, control.target or "", columns)
            yield msgspec.structs.replace(edge, own_id=control.id)
            return
        if control.target is not None:
            yield _edge(control.id, control.effect, control.target, columns)
        gates = [(control.id, control.sources), *_inner(control.id, control.sources)]
        for id_, gate in gates:
            for species in gate.inputs:
                yield _edge(species, SOURCE, id_)
            for number, _ in enumerate(gate.gates, 1):
                yield _edge(f"{id_}.{number}", SOURCE, id_)


def _is_pair(association: Association) -> bool:
    """Whether an association is of two species, once each."""
    return [each.coefficient for each in association.participants] == [1, 1]


def _gate_type(gate: Gate) -> str:
    return "control" if gate.is_alone or not (gate.inputs or gate.gates) else gate.logic


def _inner(id_: str, gate: Gate) -> Iterator[tuple[str, Gate]]:
    """The gates inside a gate, each with an id of its own, which no thing of a pathway can have."""
    for number, each in enumerate(gate.gates, 1):
        own = f"{id_}.{number}"
        yield own, each
        yield from _inner(own, each)


def _edge(
    source: str,
    word: str,
    target: str,
    columns: dict[str, Cell] | None = None,
    *,
    directed: bool = True,
) -> Edge:
    return Edge(
        source=source,
        target=target,
        interaction=word,
        directed=directed,
        columns=columns or {},
    )
