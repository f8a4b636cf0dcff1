"""Species and compartments: SBML's elements with the extension before what SBML says."""

from collections.abc import Iterator
from functools import partial

import msgspec

from pathport.fidelity.measure import Marks
from pathport.formats.celldesigner.diagram import Diagram
from pathport.formats.celldesigner.drawn import Void
from pathport.formats.celldesigner.entity import Entity
from pathport.formats.celldesigner.markup import element, empty, extension, many, text_element
from pathport.formats.celldesigner.names import written_name
from pathport.formats.celldesigner.terms import (
    DEFAULT,
    DEGRADED,
    INSIDE,
    SHAPED_POSITION,
    SIDE,
)
from pathport.formats.celldesigner.write_identity import identity_said
from pathport.formats.sbml.markup import annotation, attributes, closed, notes, number
from pathport.formats.sbml.own_statements import tells_surrounding
from pathport.formats.sbml.statements import bag_of, common_said, shown_name
from pathport.formats.sbml.terms import HAS_PART, HAS_TAXON, IS_PART_OF, NODE
from pathport.formats.sbml.write_quantities import amount_said
from pathport.formats.sbml.write_species import is_of_molecule
from pathport.model.parts import Identifier
from pathport.model.things import Compartment, Species

__all__ = ["written_compartments", "written_species"]

INDENT = " " * 8
UNITS = {None: "volume", 3: "volume", 2: "area", 1: "length"}


# Compartments


def written_compartments(diagram: Diagram, marks: Marks) -> Iterator[str]:
    """An element for each compartment, after the one that all are in; its extension has the text in
    its frame.

    What has no dimensions can only be in what has none either.
    """
    there = {it.id: it for it in diagram.pathway.compartments}
    yield _outermost(there.pop(DEFAULT, None), marks)
    points = {it.id for it in there.values() if it.dimensions == 0}
    labels = {it.compartment: it.label for it in diagram.pathway.layout.frames}
    for it in there.values():
        around = it.inside or DEFAULT
        outside = around if it.id not in points or around in points else None
        name = shown_name(it)
        drawn = extension(text_element("name", written_name(labels.get(it.id) or name)))
        yield _compartment(it, marks, name=written_name(name), outside=outside, drawn=drawn)


def _outermost(told: Compartment | None, marks: Marks) -> str:
    """The compartment that all are in, with what is told of it; nothing draws it."""
    if told is None:
        return f'      <compartment metaid="{DEFAULT}" id="{DEFAULT}" size="1" units="volume"/>\n'
    return _compartment(told, marks, name=None if told.name is None else written_name(told.name))


def _compartment(
    compartment: Compartment,
    marks: Marks,
    *,
    name: str | None,
    outside: str | None = None,
    drawn: str = "",
) -> str:
    metaid = f"meta_{compartment.id}" if compartment.id != DEFAULT else DEFAULT
    dimensions = compartment.dimensions
    head = {
        "metaid": metaid,
        "id": compartment.id,
        "name": name,
        "spatialDimensions": None if dimensions is None else str(dimensions),
        "size": _size(compartment),
        "units": UNITS.get(dimensions),
        "outside": outside,
        "constant": None if compartment.constant else "false",
    }
    inner = notes(compartment.notes, INDENT)
    inner += annotation(
        metaid,
        common_said(compartment),
        marks.at("compartment", compartment.id),
        node=NODE["compartment"],
        indent=INDENT,
        extension=drawn,
    )
    return closed(f"      <compartment{attributes(head)}", inner, "compartment")


def _size(compartment: Compartment) -> str | None:
    if compartment.dimensions == 0:
        return None
    return number(1 if compartment.size is None else compartment.size)


# Species


def written_species(diagram: Diagram, marks: Marks) -> Iterator[str]:
    """An element for each species, and for each empty side."""
    species = {it.id: it for it in diagram.pathway.species}
    for entity in diagram.entities.all:
        yield _species(species[entity.id], entity, diagram, marks)
    yield from map(_void, diagram.voids)


def _void(void: Void) -> str:
    identity = text_element("class", DEGRADED) + text_element(
        "name", written_name(void.name or void.species)
    )
    said = text_element("positionToCompartment", INSIDE) + element("speciesIdentity", {}, identity)
    metaid = f"meta_{void.species}"
    head = {
        "metaid": metaid,
        "id": void.species,
        "name": written_name(void.name or void.species),
        "compartment": void.compartment or DEFAULT,
        "initialAmount": "0",
    }
    told = annotation(
        metaid,
        common_said(Species(id=void.species, references=void.references)),
        (),
        node=NODE["species"],
        indent=INDENT,
        extension=extension(said),
    )
    inner = notes(void.notes, INDENT) + told
    return closed(f"      <species{attributes(head)}", inner, "species")


def _species(species: Species, entity: Entity, diagram: Diagram, marks: Marks) -> str:
    metaid = f"meta_{species.id}"
    head = {
        "metaid": metaid,
        "id": species.id,
        "name": written_name(entity.name),
        "compartment": species.compartment or DEFAULT,
        **amount_said(species.id, diagram.plan),
    }
    molecule = diagram.entities.molecules.get(species.molecule or "")
    of_molecule = filter(_is_told, molecule.identifiers) if molecule is not None else ()
    bearer = msgspec.structs.replace(species, identifiers=(*of_molecule, *species.identifiers))
    said = [
        bag_of(IS_PART_OF, filter(None, (species.cell_type, species.tissue))),
        *common_said(bearer, but=partial(_tells, species, entity)),
        bag_of(HAS_PART, diagram.parts_told.get(species.id, ())),
        bag_of(HAS_TAXON, filter(None, [molecule.organism if molecule is not None else None])),
    ]
    inner = notes(species.notes, INDENT)
    inner += annotation(
        metaid,
        said,
        marks.at("species", species.id),
        node=NODE["species"],
        indent=INDENT,
        extension=extension(_extension(species, entity, diagram)),
    )
    return closed(f"      <species{attributes(head)}", inner, "species")


def _extension(species: Species, entity: Entity, diagram: Diagram) -> str:
    side = SIDE.word(species.side) if species.side is not None else INSIDE
    shaped = (SHAPED_POSITION.get(it.style.shape or "") for it in diagram.aliases.own[species.id])
    side = next((it for it in shaped if it and SIDE.key(it) is species.side), side)
    catalyzed = (empty("catalyzed", reaction=it) for it in diagram.catalyzed.get(species.id, ()))
    return (
        text_element("positionToCompartment", side or INSIDE)
        + identity_said(diagram, entity)
        + many("listOfCatalyzedReactions", catalyzed)
    )


def _tells(species: Species, entity: Entity, qualifier: str, term: str) -> bool:
    """Whether a statement would tell something else than an identifier: where the species is, or
    what a complex by name is made of.
    """
    if qualifier == HAS_PART:
        return entity.is_by_name
    return qualifier == IS_PART_OF and tells_surrounding(species, term)


def _is_told(identifier: Identifier) -> bool:
    """Whether an identifier of a molecule is one when a species has it."""
    return is_of_molecule(identifier.id)
