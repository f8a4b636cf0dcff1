"""What a species is, as its extension says it: class, template or name, and state."""

from collections.abc import Iterator

from pathport.formats.celldesigner.diagram import Diagram
from pathport.formats.celldesigner.entity import Entity
from pathport.formats.celldesigner.markup import element, empty, many, text_element
from pathport.formats.celldesigner.names import written_name
from pathport.formats.celldesigner.sites import residues_in
from pathport.formats.celldesigner.terms import TEMPLATE

__all__ = ["identity_said"]


def identity_said(diagram: Diagram, entity: Entity) -> str:
    """The identity of a species or of what a complex includes."""
    reference = (
        text_element(TEMPLATE[entity.word].reference, entity.template)
        if entity.template
        else text_element("name", written_name(entity.label))
    )
    parts = (
        text_element("class", entity.word),
        text_element("hypothetical", "true") if entity.hypothetical else "",
        reference,
        _state(diagram, entity),
    )
    return element("speciesIdentity", {}, "".join(parts))


def _state(diagram: Diagram, entity: Entity) -> str:
    structure = entity.structure
    states = [] if structure is None else [empty("structuralState", structuralState=structure)]
    inner = (
        (text_element("homodimer", str(entity.count)) if entity.count > 1 else "")
        + many("listOfModifications", _modifications(diagram, entity))
        + many("listOfStructuralStates", states)
    )
    return element("state", {}, inner) if inner else ""


def _modifications(diagram: Diagram, entity: Entity) -> Iterator[str]:
    residues = diagram.residues.get(entity.template, {})
    labels = diagram.entities.labels_of(entity.molecule)
    for key, word in residues_in(entity.state, labels).items():
        if key in residues:
            yield empty("modification", residue=residues[key].id, state=word)
