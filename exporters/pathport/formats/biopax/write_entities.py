"""Writes species and what is inside them: entities in their states, complexes, sets, phenotypes.

Each component is an entity of its own, bound in this complex alone; what the molecule of an entity
says stands on the entity where no reference can have it. Specification: ``biopax-level3.owl``.
"""

from collections.abc import Iterator

from pathport.formats.biopax.entities import Entity
from pathport.formats.biopax.rdf import Line, number, ref
from pathport.formats.biopax.uris import native_id
from pathport.formats.biopax.write_molecules import feature_uri, roles
from pathport.formats.biopax.writing import Writing
from pathport.model.parts import About

__all__ = ["stoichiometry", "write_species"]


def write_species(w: Writing) -> None:
    """Every species that has an entity, with the entities inside it."""
    for id_ in w.plan.species:
        entity = w.plan.entities.of(id_)
        species = w.plan.entities.species[id_]
        uri = w.uris.form(entity.path)
        lines = [*_entity(w, entity, uri), *_said_of(w, species, entity, uri)]
        w.objects.add(entity.cls, uri, lines, ("species", native_id(species.id)))
        for form in entity.forms():
            _write_form(w, form)


def _write_form(w: Writing, entity: Entity) -> None:
    uri = w.uris.form(entity.path)
    lines = list(_entity(w, entity, uri))
    if entity.component is not None:
        lines += _said_of(w, entity.component, entity, uri)
    w.objects.add(entity.cls, uri, lines)
    for form in entity.forms():
        _write_form(w, form)


def _said_of(w: Writing, bearer: About, entity: Entity, uri: str) -> Iterator[Line]:
    """What a species or component says beside its names; what its molecule says goes before."""
    if not entity.is_occurrence:
        yield from w.comments(bearer.notes)
        yield from w.entries(bearer, entity.cls, uri)
        yield from w.references(bearer.references)
    yield from w.evidence(bearer.evidence)
    for source in bearer.data_sources:
        yield from w.source(source)


def _entity(w: Writing, entity: Entity, uri: str) -> Iterator[Line]:
    yield from w.names(w.naming.of(entity))
    if entity.is_occurrence:
        molecule = w.plan.entities.molecules[entity.molecule]
        yield from w.comments(molecule.notes)
        yield from w.entries(molecule, entity.cls, uri)
        yield from w.references(molecule.references)
        yield from roles(w, molecule.roles)
    if entity.cls == "Pathway":
        return
    if entity.refers:
        yield ref("entityReference", w.uris.thing(entity.molecule))
    if entity.compartment is not None:
        yield ref("cellularLocation", w.uris.thing(entity.compartment))
    here, absent = w.features.of(entity.path)
    for name, features in (("feature", here), ("notFeature", absent)):
        yield from (ref(name, feature_uri(w, owned)) for owned in features)
    yield from _inside(w, entity)


def _inside(w: Writing, entity: Entity) -> Iterator[Line]:
    for part in entity.parts:
        uri = w.uris.form(part.entity.path)
        yield ref("component", uri)
        yield ref("componentStoichiometry", stoichiometry(w, part.entity.path, part.count))
    for member in entity.members:
        yield ref("memberPhysicalEntity", w.uris.form(member.path))
    for species in entity.alternatives:
        yield ref("memberPhysicalEntity", w.uris.form(species))


def stoichiometry(w: Writing, path: str, coefficient: float) -> str:
    """The URI of so many of an entity, made if it is not there."""
    uri = w.uris.derived("stoichiometry", f"{path}/{coefficient!r}")
    if uri not in w.objects:
        lines = [
            ref("physicalEntity", w.uris.form(path)),
            number("stoichiometricCoefficient", coefficient),
        ]
        w.objects.add("Stoichiometry", uri, lines)
    return uri
