"""A pathway as a file of CX2: nodes, edges, the style, and pathport's records where they are told.

Where things are and which are nodes is decided by ``plan``, what they show by ``showing``; here are
the values on them. Records stand in columns that begin ``pathport_``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from pathport.fidelity.measure import Marks, measured
from pathport.formats import Options, Written
from pathport.formats.cx2.bends import CONTROL_POINTS, control_points
from pathport.formats.cx2.columns import COLUMNS, told
from pathport.formats.cx2.derived import write_derived
from pathport.formats.cx2.entries import entries_spelled
from pathport.formats.cx2.frames import frame_spelled
from pathport.formats.cx2.labels import edge_name, species_name
from pathport.formats.cx2.looks import EDITOR, visual_properties
from pathport.formats.cx2.plan import Link, Plan, Spot
from pathport.formats.cx2.read import read_native
from pathport.formats.cx2.reasons import REASONS
from pathport.formats.cx2.saying import Values, listed, of_molecule, of_network, represented
from pathport.formats.cx2.showing import Showing
from pathport.formats.cx2.spelling import gate_spelled
from pathport.formats.cx2.terms import (
    ANNOTATIONS,
    BOX,
    COMPARTMENT,
    CONSTRUCT,
    DIRECTED,
    FORM_IDENTIFIERS,
    HEIGHT,
    ID,
    IDENTIFIERS,
    INTERACTION,
    LABEL,
    LOCATION,
    MEMBER,
    MODULE,
    NAME,
    PARTICIPANT,
    RECORDS,
    SOURCES,
    STOICHIOMETRY,
    TYPE,
    WIDTH,
)
from pathport.formats.cx2.text import columns_of, spelled
from pathport.layout.labels import Labels
from pathport.model.facts import PATHWAY
from pathport.model.layout import Frame
from pathport.model.pathway import Pathway
from pathport.model.things import Association, Control, Module, Molecule, Process, Species, Thing
from pathport.networks.network import View
from pathport.safety.collector import collector_paused

__all__ = ["write"]


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: B008 - frozen
    """The pathway as a network, with the account of its facts; or a view that is derived of it."""
    if options.view is not View.PROCESS:
        return write_derived(pathway, options)
    with collector_paused():
        network = _Network(pathway)
        marks, account = measured(pathway, read_native(network.spelled(Marks())), {})
        return Written(content=network.spelled(marks), account=account.explained(REASONS))


class _Network:
    """A pathway on its way to a file."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.plan = Plan(pathway)
        self.modules = self.plan.modules
        self.module_names = dict(_names(pathway.modules))
        self.places = {it.id: it.name or it.id for it in pathway.compartments}
        self.labels = Labels(pathway)
        self.showing = Showing(self.labels)
        self.molecules = {it.id: it for it in pathway.molecules}
        self.bearers = self._bearers()
        self.values = [self._values(spot) for spot in self.plan.spots]
        self.edges = [self._edge(link) for link in self.plan.links]

    def spelled(self, marks: Marks) -> bytes:
        """The file with these records."""
        nodes = [
            self._node(spot, {**values, **self._records(spot, marks)})
            for spot, values in zip(self.plan.spots, self.values, strict=True)
        ]
        edges = [
            {**edge, "v": {**edge["v"], **_own_records(link.thing, marks)}}
            for link, edge in zip(self.plan.links, self.edges, strict=True)
        ]
        aspects: dict[str, list[dict[str, Any]]] = {
            "networkAttributes": [
                {**self._about(), **listed(f"{RECORDS}records", marks.at(PATHWAY, ""))}
            ],
            "nodes": nodes,
            "edges": edges,
            "visualProperties": [visual_properties(columns_of(nodes), columns_of(edges))],
            "edgeBypasses": list(self._bypasses()),
            "visualEditorProperties": [{"properties": EDITOR}],
        }
        return spelled(aspects)

    def _node(self, spot: Spot, values: Values) -> Values:
        x, y = spot.at
        if spot.box is None and spot.construct == "compartment":
            x, y = x + values[WIDTH] / 2, y + values[HEIGHT] / 2
        place = {"z": 1.0} if spot.box is not None and spot.box.inside else {}
        return {"id": spot.number, "x": x, "y": y, **place, "v": values}

    # Records

    def _bearers(self) -> dict[int, str]:
        """By number of a node, the molecule whose records it bears."""
        found: dict[str, int] = {}
        for spot in self.plan.spots:
            if isinstance(spot.thing, Species) and spot.thing.molecule is not None:
                found.setdefault(spot.thing.molecule, spot.number)
        return {number: molecule for molecule, number in found.items()}

    def _records(self, spot: Spot, marks: Marks) -> Values:
        """The records on a node: of its thing and its molecule on the first, of each box."""
        found: Values = {}
        if spot.first:
            found |= listed(f"{RECORDS}records", marks.at(spot.construct, spot.thing.id))
        if spot.number in self.bearers:
            texts = marks.at("molecule", self.bearers[spot.number])
            found |= listed(f"{RECORDS}molecule", texts)
        if spot.box is not None:
            found |= listed(f"{RECORDS}box", marks.at("box", spot.box.id))
        return found

    # The network

    def _about(self) -> Values:
        found = of_network(self.pathway)
        frames = sorted(self.plan.arrangement.frames, key=lambda it: -it.width * it.height)
        return found | listed(ANNOTATIONS, [self._frame(it, n) for n, it in enumerate(frames)])

    def _frame(self, frame: Frame, depth: int) -> str:
        membranes = {
            it.id for it in self.pathway.compartments if it.membrane_of or it.dimensions == 2
        }
        return frame_spelled(frame, depth, is_membrane=frame.compartment in membranes)

    # Nodes

    def _values(self, spot: Spot) -> Values:
        thing, construct = spot.thing, spot.construct
        found: Values = {CONSTRUCT: construct, ID: thing.id}
        if isinstance(thing, Species):
            found |= self._of_species(thing)
            if spot.box is not None:
                found[BOX] = spot.box.id
        elif isinstance(thing, Molecule):
            found |= {NAME: thing.name or thing.id, **of_molecule(thing, self.molecules)}
            found.pop("molecule_name", None)
        else:
            found |= self._of_thing(thing, construct)
        return found | self.showing.of(spot)

    def _of_thing(self, thing: Thing, construct: str) -> Values:
        """What a compartment, process, control, association or module says of itself."""
        found = dict(told(thing, COLUMNS[construct]))
        found |= entries_spelled(thing.identifiers, thing.accessions)
        name = thing.id
        if isinstance(thing, Process | Association):
            name = found[TYPE] = thing.type.value
        elif isinstance(thing, Control):
            name = found[TYPE] = thing.effect.value
            gate = thing.sources
            if gate.gates or gate.inputs:
                found[SOURCES] = gate_spelled(gate)
        else:
            found[TYPE] = construct
        return found | {NAME: thing.name or name} | self._in_modules(thing)

    def _in_modules(self, thing: Thing) -> Values:
        ids = self.modules.get(thing.id, ())
        return listed(MODULE, [self.module_names[it] for it in ids])

    def _of_species(self, species: Species) -> Values:
        name = species.name or species_name(species, self.molecules)
        molecule = self.molecules.get(species.molecule or "")
        if molecule is None:
            own = entries_spelled(species.identifiers, species.accessions)
            found = {NAME: name, TYPE: species.form.value, **own}
            found |= told(species, COLUMNS["species"])
            found |= self._place(species)
            found |= listed(MEMBER, self._members(species))
            return found
        own = entries_spelled(species.identifiers, species.accessions, best=False)
        return {
            NAME: name,
            **of_molecule(molecule, self.molecules),
            **dict(told(species, COLUMNS["single"])),
            **self._place(species),
            **({FORM_IDENTIFIERS: own[IDENTIFIERS]} if own else {}),
        }

    def _place(self, species: Species) -> Values:
        """The name of the compartment that a species is in, and its id."""
        place = species.compartment
        return {} if place is None else {LOCATION: self.places[place], COMPARTMENT: place}

    def _members(self, species: Species) -> list[str]:
        """The best identifiers of what is in a complex, or may be meant by a set."""
        alike = (species, *(self.labels.species[it] for it in species.members))
        leaves = (it for each in alike for it in self.labels.leaves(each))
        return represented(leaves, self.molecules)

    # Edges

    def _edge(self, link: Link) -> Values:
        source, target = (self.plan.spots[it].thing.id for it in (link.source, link.target))
        values: Values = {INTERACTION: link.interaction, DIRECTED: True}
        name: str | None = None
        thing = link.thing
        if thing is not None:
            construct = "control" if isinstance(thing, Control) else "association"
            values |= {CONSTRUCT: construct, ID: thing.id}
            values |= told(thing, COLUMNS[construct])
            values |= entries_spelled(thing.identifiers, thing.accessions)
            values |= self._in_modules(thing)
            values.pop(TYPE, None)
            name = thing.name
        if isinstance(thing, Association) or link.interaction == PARTICIPANT:
            values[DIRECTED] = False
        if link.stoichiometry != 1:
            values[STOICHIOMETRY] = float(link.stoichiometry)
            values[LABEL] = f"{link.stoichiometry:g}"
        values[NAME] = name or edge_name(source, link.interaction, target)
        return {"id": link.number, "s": link.source, "t": link.target, "v": values}

    def _bypasses(self) -> Iterator[Values]:
        for link in self.plan.links:
            if link.bends:
                source, target = (self.plan.spots[it].at for it in (link.source, link.target))
                points = control_points(source, target, link.bends)
                yield {"id": link.number, "v": {CONTROL_POINTS: points}}


def _names(modules: Iterable[Module]) -> Iterator[tuple[str, str]]:
    """What members call a module: by its name, where no other one is called so, else by its id."""
    known = list(modules)
    counts = Counter(name for it in known for name in {it.id, it.name})
    for it in known:
        yield it.id, it.name if it.name and counts[it.name] == 1 else it.id


def _own_records(thing: Control | Association | None, marks: Marks) -> Values:
    if thing is None:
        return {}
    construct = "control" if isinstance(thing, Control) else "association"
    return listed(f"{RECORDS}records", marks.at(construct, thing.id))
