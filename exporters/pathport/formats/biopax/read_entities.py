"""Reads species: entities in their states, complexes, sets, phenotypes, and the forms inside them.

A molecule that no reference tells (a complex by name, a thing of unknown kind, a phenotype) is seen
on each entity that is a form of it: an occurrence. Which entities are species is in ``sorts``.
Specification: ``biopax-level3.owl``.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from pathport.formats.biopax.graph import Node
from pathport.formats.biopax.labels import full_name
from pathport.formats.biopax.read_features import Features
from pathport.formats.biopax.read_molecules import roles
from pathport.formats.biopax.reading import File
from pathport.formats.biopax.sorts import DEEPEST, Sorts
from pathport.formats.biopax.terms import CLASS
from pathport.formats.biopax.uris import FORM, derived, shown, tail
from pathport.model.enumerations import Kind
from pathport.model.ids import is_legal_id
from pathport.model.parts import NO_STATE, Component, Member, State
from pathport.model.spelling import spell_state
from pathport.model.things import Form, Molecule, Species

__all__ = ["Entities"]

MOST_FORMS = 10_000
FORMS_EACH = 10
"""So many forms are read, and for each object of the file: one that several entities share is one
in each of them, and they may share without end."""
EXPLICIT_ID = "-id/"
MEMBER = "memberPhysicalEntity"
QUOTED = 80
OF_MOLECULE = {"identifiers": (), "accessions": (), "notes": (), "references": ()}
"""What an entity without a reference says of its molecule, and not of itself."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What an entity says, whether it is a species or a form inside one."""

    molecule: str | None = None
    components: tuple[Component, ...] = ()
    members: tuple[str, ...] = ()
    state: State = NO_STATE
    name: str | None = None
    synonyms: tuple[str, ...] = ()


class Place(NamedTuple):
    """Where a form stands: inside which species, the URIs around it, and the location there."""

    species: str
    around: tuple[str, ...]
    location: str

    def inside(self, node: Node) -> "Place":
        """The place of what is inside an entity that stands here."""
        return self._replace(around=(*self.around, node.uri))


class Entities:
    """The entities of a file, with the molecules that are seen on them alone."""

    def __init__(self, file: File, sorts: Sorts, features: Features) -> None:
        self.file = file
        self.sorts = sorts
        self.features = features
        self.molecules: list[Molecule] = []
        self._ids: set[str] = {id_.lower() for _, id_ in file.ids.values()}
        self._sets = self._members_of_sets()
        self._seen: dict[str, str] = {}
        self._left = MOST_FORMS + FORMS_EACH * len(file.graph.nodes)

    def _members_of_sets(self) -> dict[str, tuple[str, ...]]:
        """The species that are the members of sets, by id."""
        nodes = {
            self.file.id(node.uri): node
            for node in self.sorts.species
            if MEMBER in node.properties and not self.sorts.is_named(node)
        }
        arrows = {id_: self.file.all_named(node, MEMBER, "species") for id_, node in nodes.items()}
        return self.file.uncircled(nodes.values(), MEMBER, arrows)

    # Species

    def species(self, node: Node) -> Species:
        """The species that a physical entity is."""
        id_ = self.file.id(node.uri)
        place = Place(id_, (), self.file.ref(node, "cellularLocation"))
        said = self._said(node, place, f"~{id_}")
        is_set = bool(said.members) and not self.sorts.is_by_value(node)
        form = Form.SET if is_set else Form.COMPLEX
        return Species(
            id=id_,
            name=said.name,
            synonyms=said.synonyms,
            form=form if said.molecule is None else Form.SINGLE,
            molecule=said.molecule,
            components=said.components,
            members=said.members,
            state=said.state,
            compartment=self.file.named(place.location, "compartment"),
            **self._beside(node, said),
        )

    def phenotype(self, node: Node) -> Species:
        """The species that a pathway without components is."""
        id_ = self.file.id(node.uri)
        said = self._occurrence(node, Place(id_, (), ""), f"~{id_}")
        told = self._beside(node, said)
        return Species(id=id_, name=said.name, molecule=said.molecule, **told)

    def _beside(self, node: Node, said: Said) -> dict[str, Any]:
        """What a species says of itself that is not said of its molecule on it."""
        notes = self.file.notes(node, ("species", self.file.id(node.uri)))
        told = self.file.said(node, notes)
        if ("molecule", said.molecule) in self.file.occurrences:
            told |= OF_MOLECULE
        return told

    def _said(self, node: Node, place: Place, occurrence: str) -> Said:
        reference = self.file.first(node, "entityReference")
        molecule = self.file.named(reference.uri, "molecule") if reference else None
        if reference is not None and molecule is not None:
            members = () if place.around else self._sets.get(place.species, ())
            self._tell_members(node, place)
            labels = self.sorts.labels_of(reference)
            said = self._plain(node, labels, self.features.state(node, reference))
            return msgspec.structs.replace(said, molecule=molecule, members=members)
        members = () if place.around else self._sets.get(place.species, ())
        if self.sorts.is_by_value(node):
            self._tell_members(node, place)
            said = self._plain(node, [self.sorts.label(node)], self.features.state(node, None))
            components = tuple(self._components(node, place))
            return msgspec.structs.replace(said, components=components, members=members)
        if members:
            return self._set(node, members)
        return self._occurrence(node, place, occurrence)

    def _tell_members(self, node: Node, place: Place) -> None:
        """Tell what a component stands for, which only a species can."""
        for uri in node.refs(MEMBER) if place.around else ():
            self.file.unread(node, f'the {MEMBER} "{shown(uri)}"', "it is a component")

    def _plain(self, node: Node, labels: list[str], state: State) -> Said:
        name, synonyms = self.file.naming(node, *labels)
        return Said(name=name, synonyms=synonyms, state=state)

    def _set(self, node: Node, members: tuple[str, ...]) -> Said:
        for uri, count in self.sorts.counts(node).items():
            if count != 1:
                told = f'the coefficient "{count}" of "{shown(uri)}"'
                self.file.unread(node, told, "it is a set")
        said = self._plain(node, [self.sorts.label(node)], self.features.state(node, None))
        return msgspec.structs.replace(said, members=members)

    # Components

    def _components(self, node: Node, place: Place) -> Iterator[Component]:
        counts = self.sorts.counts(node)
        inner = place.inside(node)
        for each in self._inside(node, "component", inner):
            yield self._component(each, counts.get(each.uri, 1), inner)

    def _inside(self, node: Node, name: str, place: Place) -> Iterator[Node]:
        """What stands inside an entity, but what it stands in itself."""
        for each in self.file.nodes(node, name):
            self._left -= 1
            if each.uri in place.around:
                because = "it is inside this one"
            elif len(place.around) > DEEPEST:
                because = f"it is nested more than {DEEPEST} deep"
            elif self._left < 0:
                because = "what is inside each other comes to too much"
            else:
                yield each
                continue
            self.file.unsound(node, f'the {name} "{shown(each.uri)}"', because)

    def _component(self, node: Node, count: int, place: Place) -> Component:
        location = self.file.ref(node, "cellularLocation") or place.location
        inner = place._replace(location=location)
        said = self._said(node, inner, self._occurrence_id(node, place.species))
        own = self.file.named(location, "compartment") if location != place.location else None
        plain = Component(
            molecule=said.molecule,
            components=said.components,
            state=said.state,
            count=count,
            compartment=own,
        )
        if self.file.named(node.uri, "species"):
            return plain  # what else the object says is said of the species that it is too
        told = self.file.said(node, tuple(self.file.plain_comments(node)))
        if ("molecule", said.molecule) in self.file.occurrences:
            told |= OF_MOLECULE
        return msgspec.structs.replace(
            plain,
            id=self._component_id(node.uri),
            name=said.name,
            synonyms=said.synonyms,
            **told,
        )

    def _component_id(self, uri: str) -> str | None:
        """The id that a component has of its own."""
        found = derived(uri)
        if found is None:
            name = tail(uri)
        else:
            name = found[1].rpartition(EXPLICIT_ID)[2] if EXPLICIT_ID in found[1] else ""
        return name if is_legal_id(name) and name.lower() not in self._ids else None

    # Occurrences

    def _occurrence_id(self, node: Node, species: str) -> str:
        """The id of the molecule that is seen on an entity inside a species.

        An entity that holds nothing is of one molecule wherever it is.
        """
        found = derived(node.uri)
        if found and found[0] == FORM:
            return "~" + found[1]
        if node.refs("component") or node.refs(MEMBER):
            return f"~{species}/{tail(node.uri)}"
        own = self.file.named(node.uri, "species")
        return self._seen.setdefault(node.uri, f"~{own or f'{species}/{tail(node.uri)}'}")

    def _occurrence(self, node: Node, place: Place, id_: str) -> Said:
        """What an entity says on which a molecule is seen that has no reference."""
        name, own, synonyms = self._two_names(node)
        xrefs = self.file.xrefs(node)
        taxon = self.file.taxon(node)
        family = bool(node.refs(MEMBER)) and not node.refs("component")
        if ("molecule", id_) not in self.file.occurrences:
            species = self.file.named(node.uri, "species") or place.species
            self.file.occurrences["molecule", id_] = ("species", species)
            self.molecules.append(
                Molecule(
                    id=id_,
                    name=name,
                    synonyms=synonyms,
                    kind=Kind.FAMILY if family else CLASS.key(node.cls) or Kind.UNKNOWN,
                    identifiers=xrefs.identifiers,
                    accessions=xrefs.accessions,
                    notes=tuple(self.file.plain_comments(node)),
                    references=xrefs.references,
                    roles=roles(xrefs.effects),
                    organism=taxon if taxon != self.features.organism else None,
                    members=tuple(self._members(node, place)),
                )
            )
        return Said(molecule=id_, name=own, state=self.features.state(node, None))

    def _two_names(self, node: Node) -> tuple[str | None, str | None, tuple[str, ...]]:
        """The molecule's name, the entity's own, and the molecule's further names."""
        shown, standard = node.text("displayName"), node.text("standardName")
        others = list(filter(None, dict.fromkeys(node.texts("name"))))
        full = full_name(shown, [standard, *others] if standard else others)
        rest = tuple(name for name in others if name != full)
        if standard:
            return standard, None if full in (standard, "") else full, rest
        return full or None, None, rest

    def _is_of_unknown_parts(self, node: Node) -> bool:
        """Whether it is a complex that, as a member of a family, can only be a molecule."""
        return self.sorts.is_by_value(node) and not node.refs("component")

    def _of_member(self, node: Node, said: Said, place: Place) -> Iterator[str]:
        """What an entity says that is read as a molecule alone, a member of another."""
        if said.state != NO_STATE:
            yield f'the state "{spell_state(said.state)}"'
        if self.file.named(node.uri, "species"):
            return  # what else the object says is said of the species that it is too
        for name in filter(None, (said.name, *said.synonyms)):
            yield f'the name "{name}"'
        names = ["evidence", "dataSource"]
        if ("molecule", said.molecule) not in self.file.occurrences:
            names.append("xref")
            for text in self.file.plain_comments(node):
                yield f'the comment "{text[:QUOTED]}"'
        for name in names:
            yield from (f'the {name} "{shown(uri)}"' for uri in node.refs(name))
        location = self.file.ref(node, "cellularLocation")
        if location not in ("", place.location):
            yield f'the cellularLocation "{shown(location)}"'

    def _members(self, node: Node, place: Place) -> Iterator[Member]:
        if not place.around and place.species in self._sets:
            return  # a set of which all members are above it
        counts = self.sorts.counts(node)
        name = "component" if node.refs("component") else MEMBER
        inner = place.inside(node)
        for each in self._inside(node, name, inner):
            read = self._occurrence if self._is_of_unknown_parts(each) else self._said
            said = read(each, inner, self._occurrence_id(each, place.species))
            for told in self._of_member(each, said, place):
                self.file.unread(each, told, "it is a member of a family")
            if said.molecule is None:
                self.file.unread(node, f'the {name} "{shown(each.uri)}"', "it is a complex")
            else:
                yield Member(molecule=said.molecule, count=counts.get(each.uri, 1))
