"""Which objects say the species of a pathway: of which class, referring to what, made of what.

A molecule is an EntityReference where BioPAX has one for its kind; the others (a complex by name, a
family of several classes, a phenotype, a thing of unknown kind) are told on each entity that is a
form of them. A component, and a member of such a family, is a form of its own. Everything follows
from the pathway; nothing is known of URIs and text.
"""

from collections.abc import Iterable, Iterator

import msgspec

from pathport.formats.biopax.terms import CLASS, REFERENCE
from pathport.formats.biopax.uris import form_tail, native_id
from pathport.model.enumerations import Kind
from pathport.model.parts import Component, Member, State
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Molecule, Species

__all__ = ["Entities", "Entity", "Part", "occurrence_id"]

PLAIN = "PhysicalEntity"
MOST_FORMS = 2000
"""So many forms of molecules that are told by their parts are written for one species; the parts of
complexes by name within one another may be more than any file can hold."""
SMALL_MOLECULES = ("chebi:", "pubchem.compound:", "kegg.compound:", "drugbank:")
"""What an identifier of a family without members begins with if it is of small molecules."""


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A physical entity, or a pathway that stands for a phenotype.

    ``path`` is the id of a species, or leads from one to a form inside it. ``molecule`` is what it
    is a form of; ``refers``: whether that is an EntityReference. A complex has ``parts``, a family
    that is no reference ``members``, what stands for others the ids of these, ``alternatives``.
    """

    path: str
    cls: str
    molecule: str = ""
    refers: bool = False
    state: State = State()
    compartment: str | None = None
    parts: tuple["Part", ...] = ()
    members: tuple["Entity", ...] = ()
    alternatives: tuple[str, ...] = ()
    component: Component | None = None

    @property
    def by_value(self) -> bool:
        """Whether it is a complex that is told by its components alone, known or not."""
        if self.cls != "Complex" or self.molecule:
            return False
        return bool(self.parts) or not self.alternatives

    @property
    def is_occurrence(self) -> bool:
        """Whether a molecule without an element of its own is seen here."""
        return bool(self.molecule) and not self.refers

    @property
    def is_named(self) -> bool:
        """Whether only a standardName tells it from a complex or set that is told by its parts."""
        return self.is_occurrence and (self.cls == "Complex" or bool(self.members))

    def forms(self) -> Iterator["Entity"]:
        """The entities right inside this one."""
        yield from (part.entity for part in self.parts)
        yield from self.members

    def all(self) -> Iterator["Entity"]:
        """The entity itself and everything inside it."""
        yield self
        for form in self.forms():
            yield from form.all()


class Part(msgspec.Struct, frozen=True):
    """A component and how many there are of it."""

    entity: Entity
    count: int


def occurrence_id(path: str) -> str:
    """The id that the reader gives to a molecule which is seen on the entity of this path."""
    return "~" + (form_tail(path) if "/" in path else native_id(path))


class Entities:
    """The entities of a pathway's species, made when they are asked for."""

    def __init__(self, pathway: Pathway) -> None:
        self.molecules = {molecule.id: molecule for molecule in pathway.molecules}
        self.species = {species.id: species for species in pathway.species}
        self._classes: dict[str, str] = {}
        self._entities: dict[str, Entity] = {}
        self._left = 0

    # Molecules

    def class_of(self, molecule: str) -> str:
        """The class of entities that are forms of a molecule."""
        known = self._classes.get(molecule)
        if known is None:
            known = self._classes[molecule] = self._class(self.molecules[molecule])
        return known

    def refers(self, molecule: str) -> bool:
        """Whether a molecule is an EntityReference."""
        return REFERENCE.word(self.class_of(molecule)) is not None

    def _class(self, molecule: Molecule) -> str:
        if molecule.kind is not Kind.FAMILY:
            return CLASS.word(molecule.kind) or PLAIN
        if not molecule.members:
            own = (it.id for it in molecule.identifiers if it.is_of_bearer)
            small = any(it.startswith(SMALL_MOLECULES) for it in own)
            return "SmallMolecule" if small else "Protein"
        classes = {self.class_of(member.molecule) for member in molecule.members}
        return classes.pop() if len(classes) == 1 and "Pathway" not in classes else PLAIN

    # Species

    def of(self, species: str) -> Entity:
        """The entity of a species."""
        known = self._entities.get(species)
        if known is None:
            known = self._entities[species] = self._of_species(self.species[species])
        return known

    def _of_species(self, species: Species) -> Entity:
        here = species.compartment
        self._left = MOST_FORMS
        if species.form is Form.SINGLE and species.molecule is not None:
            entity = self._of_molecule(species.molecule, species.id, here, state=species.state)
            return self._with_alternatives(entity, species) if species.members else entity
        if species.form is Form.SET:
            return self._set(species)
        parts = self._parts(species.components, species.id, here)
        entity = Entity(
            path=species.id, cls="Complex", state=species.state, compartment=here, parts=parts
        )
        return self._with_alternatives(entity, species) if species.members else entity

    def _with_alternatives(self, entity: Entity, species: Species) -> Entity:
        """An entity that stands for others of its class too, where it tells what it is itself."""
        if not (entity.refers or entity.parts):
            return entity
        others = tuple(it for it in species.members if self.of(it).cls == entity.cls)
        return msgspec.structs.replace(entity, alternatives=others)

    def _set(self, species: Species) -> Entity:
        """A set; one of phenotypes alone is no set in BioPAX, only a thing of unknown parts."""
        members = tuple(m for m in species.members if self.of(m).cls != "Pathway")
        classes = {self.of(member).cls for member in members} or {"Complex"}
        return Entity(
            path=species.id,
            cls=classes.pop() if len(classes) == 1 else PLAIN,
            state=species.state,
            compartment=species.compartment,
            alternatives=members,
        )

    # Forms

    def _of_molecule(
        self,
        molecule: str,
        path: str,
        compartment: str | None,
        *,
        state: State = State(),  # noqa: B008 - a frozen value
        component: Component | None = None,
    ) -> Entity:
        cls = self.class_of(molecule)
        refers = self.refers(molecule)
        family = self.molecules[molecule].kind is Kind.FAMILY
        return Entity(
            path=path,
            cls=PLAIN if cls == "Pathway" and "/" in path else cls,
            molecule=molecule,
            refers=refers,
            state=state,
            compartment=compartment,
            parts=() if refers or family else self._named_parts(molecule, path, compartment),
            members=self._members(molecule, path, compartment) if family and not refers else (),
            component=component,
        )

    def _members(self, family: str, path: str, compartment: str | None) -> tuple[Entity, ...]:
        return tuple(
            self._of_molecule(member.molecule, f"{path}/{member.molecule}", compartment)
            for member in self._told(family)
        )

    def _told(self, molecule: str) -> tuple[Member, ...]:
        """The members of a molecule, as far as they are written."""
        members = self.molecules[molecule].members
        self._left -= len(members)
        return members if self._left >= 0 else ()

    def _named_parts(self, molecule: str, path: str, compartment: str | None) -> tuple[Part, ...]:
        """The parts of a complex by name, in no state that is told."""
        found = tuple(
            Part(
                self._of_molecule(member.molecule, f"{path}/{member.molecule}", compartment),
                member.count,
            )
            for member in self._told(molecule)
        )
        return _several(found)

    def _parts(
        self, components: Iterable[Component], path: str, compartment: str | None
    ) -> tuple[Part, ...]:
        taken: set[str] = set()
        found = tuple(
            Part(self._part(each, f"{path}/{_name(each, taken)}", compartment), each.count)
            for each in components
        )
        return _several(found)

    def _part(self, component: Component, path: str, outer: str | None) -> Entity:
        here = component.compartment or outer
        if component.molecule is not None:
            return self._of_molecule(
                component.molecule, path, here, state=component.state, component=component
            )
        return Entity(
            path=path,
            cls="Complex",
            state=component.state,
            compartment=here,
            parts=self._parts(component.components, path, here),
            component=component,
        )


def _several(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts, unless they are one thing once, which is no complex in BioPAX."""
    return () if len(parts) == 1 and parts[0].count == 1 else parts


def _name(component: Component, taken: set[str]) -> str:
    """What tells a component from those beside it: its id, its molecule, else a number."""
    start = component.molecule or "-complex" if component.id is None else f"-id/{component.id}"
    name, number = start, 1
    while name.lower() in taken:
        number += 1
        name = f"{start}-{number}"
    taken.add(name.lower())
    return name
