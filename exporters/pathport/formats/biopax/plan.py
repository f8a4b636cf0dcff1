"""What of a pathway becomes which objects of a file: everything that is decided before writing.

A species, molecule or compartment that no process, control or association uses has no object, for
BioPAX has no place for it; it stands in the records as a whole. The plan depends on the pathway
alone, so that the occurrences in its file are known without writing it (``belongings``).
"""

from collections.abc import Hashable, Iterable, Iterator

from pathport.fidelity.measure import Belonging
from pathport.fidelity.records import Anchor
from pathport.formats.biopax.entities import Entities, Entity, occurrence_id
from pathport.formats.biopax.features import Features
from pathport.formats.biopax.gates import alternatives
from pathport.formats.biopax.naming import Naming
from pathport.formats.biopax.shapes import (
    ControlShape,
    Shape,
    Sides,
    control_shape,
    process_shape,
    sides_of,
    template_of,
)
from pathport.formats.biopax.uris import form_tail, native_id
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Control

__all__ = ["OUTCOME", "Plan", "belongings", "joint_id"]

OUTCOME = "Pathway"
"""The class of a phenotype."""


def joint_id(control: str, number: int) -> str:
    """The id that the reader gives to one of a control's alternatives, counted from 1."""
    return "~" + form_tail(f"{control}/{number}")


class Plan:
    """The objects of a pathway's file, as far as they follow from the pathway."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.entities = Entities(pathway)
        self.sources = {it.id: alternatives(it.sources) for it in pathway.controls}
        self._sides: dict[str, Sides] = {
            it.id: sides_of(it, self.entities) for it in pathway.processes
        }
        self.species = self._used_species()
        self.molecules = self._used_molecules()
        self.features = self._features()
        self.naming = Naming(pathway, self.entities, self.species)
        self.processes = self._processes()
        self.controls = self._controls()

    # What is used

    def _used_species(self) -> tuple[str, ...]:
        """The species that have an entity, in the pathway's order."""
        used: set[str] = set()
        for species in self._named_species():
            ahead = [species]
            while ahead:
                each = ahead.pop()
                if each not in used:
                    used.add(each)
                    ahead.extend(self.entities.of(each).alternatives)
        return tuple(it.id for it in self.pathway.species if it.id in used)

    def _named_species(self) -> Iterator[str]:
        """The species that processes, controls and associations name in the file."""
        species = self.entities.species
        for process in self.pathway.processes:
            inputs, outputs = self._sides[process.id]
            yield from (it.species for it in (*inputs, *outputs))
            template = template_of(process, self._sides[process.id], self.entities)
            if template is not None:
                yield template
        for control in self.pathway.controls:
            yield from (it for together in self.sources[control.id] for it in together)
            if control.target in species:
                yield control.target
        for association in self.pathway.associations:
            yield from (it.species for it in association.participants)

    def _used_molecules(self) -> tuple[str, ...]:
        """The molecules that are an EntityReference, in the pathway's order."""
        used: set[str] = set()
        for entity in self.all_entities():
            ahead = [entity.molecule] if entity.refers else []
            while ahead:
                each = ahead.pop()
                if each not in used:
                    used.add(each)
                    members = self.entities.molecules[each].members
                    ahead.extend(it.molecule for it in members)
        return tuple(it.id for it in self.pathway.molecules if it.id in used)

    def all_entities(self) -> Iterator[Entity]:
        """Every entity of the file, those inside others too."""
        for species in self.species:
            yield from self.entities.of(species).all()

    def compartments(self) -> tuple[Compartment, ...]:
        """The compartments that an entity is in."""
        used = {it.compartment for it in self.all_entities() if it.cls != OUTCOME}
        return tuple(it for it in self.pathway.compartments if it.id in used)

    def _features(self) -> Features:
        features = Features(self.entities)
        for species in self.species:
            features.add(self.entities.of(species))
        for molecule in self.molecules:
            features.add_molecule(molecule)
        return features

    # Processes and controls

    def _processes(self) -> dict[str, Shape]:
        return {
            it.id: process_shape(it, self._sides[it.id], self.entities, self._kinds)
            for it in self.pathway.processes
        }

    def _kinds(self, entity: Entity) -> Iterable[Hashable]:
        if entity.cls == "Complex":
            return [(entity.cls, name) for name in self.naming.all_names(entity)]
        return [(entity.cls, entity.molecule if entity.refers else "")]

    def _controls(self) -> dict[str, tuple[ControlShape, ...]]:
        """The controls by id, each with the shapes of its alternatives."""
        controls = {control.id: control for control in self.pathway.controls}
        shapes: dict[str, tuple[ControlShape, ...]] = {}
        for control in self.pathway.controls:
            chain = [control]
            while (target := chain[-1].target or "") in controls and target not in shapes:
                chain.append(controls[target])
            for each in reversed(chain):
                shapes[each.id] = self._control_shapes(each, shapes)
        return shapes

    def _control_shapes(
        self, control: Control, shapes: dict[str, tuple[ControlShape, ...]]
    ) -> tuple[ControlShape, ...]:
        target = control.target or ""
        if target in self.processes:
            cls = self.processes[target].cls
        else:
            cls = shapes[target][0].cls if target in shapes else ""
        return tuple(
            control_shape(control, sources, target=cls, entities=self.entities)
            for sources in self.sources[control.id]
        )

    def joint(self, control: str) -> int:
        """Of how many controls a control is joined, 0 if it is one itself."""
        number = len(self.sources[control])
        return number if number > 1 else 0


def belongings(plan: Plan) -> dict[Anchor, Belonging]:
    """What each occurrence in the planned file belongs to."""
    found: dict[Anchor, Belonging] = {}
    for entity in plan.all_entities():
        if entity.is_occurrence:
            found["molecule", occurrence_id(entity.path)] = Belonging(entity.molecule)
    for construct, thing in plan.pathway.things():
        if native_id(thing.id) != thing.id:
            found[construct, native_id(thing.id)] = Belonging(thing.id)
    for control in plan.pathway.controls:
        number = plan.joint(control.id)
        for each in range(1, number + 1):
            found["control", joint_id(control.id, each)] = Belonging(control.id, parts=number)
    return found
