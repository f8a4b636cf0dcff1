"""Reads species: entities in their states, complexes, sets, phenotypes, and the forms inside them.

What occurs only as a component is that component, no species. A molecule that no reference tells (a
complex by name, a thing of unknown kind, a phenotype) is seen on each entity that is a form of it:
an occurrence. Specification: ``biopax-level3.owl``.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from pathport.formats.biopax.graph import Node
from pathport.formats.biopax.labels import assembled, full_name, gathered
from pathport.formats.biopax.losses import UNREACHED
from pathport.formats.biopax.ontology import is_a
from pathport.formats.biopax.read_molecules import Features, reference_label, roles
from pathport.formats.biopax.reading import File
from pathport.formats.biopax.terms import CLASS
from pathport.formats.biopax.uris import FORM, derived, tail
from pathport.model.enumerations import Kind
from pathport.model.ids import is_legal_id
from pathport.model.parts import Component, Identifier, Member, State
from pathport.model.things import Form, Molecule, Species

__all__ = ["Entities"]

DEEPEST = 60
"""Complexes nested deeper than this are read as black boxes."""

EXPLICIT_ID = "-id/"


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What an entity says, whether it is a species or a form inside one."""

    molecule: str | None = None
    components: tuple[Component, ...] = ()
    members: tuple[str, ...] = ()
    state: State = State()
    name: str | None = None
    synonyms: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


class Place(NamedTuple):
    """Where a form stands: the species that it is inside, how deep, and the location there."""

    species: str
    depth: int
    location: str


class Entities:
    """The entities of a file, species apart from forms."""

    def __init__(self, file: File, features: Features) -> None:
        self.file = file
        self.features = features
        self.molecules: list[Molecule] = []
        self._named: dict[str, bool] = {}

    # Which are species

    def species_nodes(self) -> Iterator[Node]:
        """The entities that are species, in file order."""
        for node in self.file.graph.of_class("PhysicalEntity"):
            users = self.file.graph.users.get(node.uri, ())
            inside = [user for user, name in users if self._is_inside(user, name)]
            outside = any(is_a(user.cls, "Interaction") for user, _ in users) or any(
                name == "memberPhysicalEntity" and not self._is_inside(user, name)
                for user, name in users
            )
            if outside or not (inside or derived(node.uri)):
                yield node
            elif not inside:
                told = f'nothing refers to {node.cls} "{tail(node.uri)}", a form of a molecule'
                self.file.findings.append(
                    UNREACHED.finding(told, place=self.file.graph.place(node.uri))
                )

    def _is_inside(self, user: Node, name: str) -> bool:
        """Whether what is referred to so is a form inside the user."""
        return name == "component" or (name == "memberPhysicalEntity" and self.is_named(user))

    def is_named(self, node: Node, depth: int = 0) -> bool:
        """Whether an entity with components or members is a form of a molecule that has them."""
        known = self._named.get(node.uri)
        if known is None:
            self._named[node.uri] = False  # what contains itself is by value
            known = self._named[node.uri] = self._has_official_name(node, depth)
        return known

    def _has_official_name(self, node: Node, depth: int) -> bool:
        standard = node.text("standardName")
        if not standard or node.ref("entityReference"):
            return False
        components = list(self.file.nodes(node, "component"))
        if not all(self._is_plain(each, depth + 1) for each in components):
            return False
        return standard != self._label(node, components)

    def _is_plain(self, node: Node, depth: int) -> bool:
        """Whether a component is just a form of its molecule."""
        if node.refs("component") and (depth > DEEPEST or not self.is_named(node, depth)):
            return False
        own = bool(node.refs("entityReference")) and bool(node.refs("xref"))
        return not own and not node.refs("evidence") and self.features.is_plain(node)

    # Names

    def _label(self, node: Node, components: list[Node]) -> str:
        """What a nameless complex or set is called."""
        if components:
            counts = self._counts(node)
            return assembled(
                (self._full(it), counts.get(it.uri, 1), self._is_by_value(it)) for it in components
            )
        members = self.file.nodes(node, "memberPhysicalEntity")
        return gathered(map(self._full, members))

    def _is_by_value(self, node: Node) -> bool:
        return bool(node.refs("component")) and not self.is_named(node)

    def _full(self, node: Node) -> str:
        """The text that an entity's displayName stands for."""
        shown = node.text("displayName")
        reference = self.file.first(node, "entityReference")
        others = node.texts("name")
        if reference is not None:
            others += self._reference_labels(reference)
        elif node.text("standardName"):
            others.insert(0, node.text("standardName"))
        return full_name(shown, others)

    def _reference_labels(self, reference: Node) -> list[str]:
        label = reference_label(reference)
        return [label, f"{label} ({self.file.ids.get(reference.uri, '')})"]

    # Species

    def species(self, node: Node) -> Species:
        """The species that an entity is."""
        id_ = self.file.ids[node.uri]
        place = Place(id_, 0, node.ref("cellularLocation"))
        said = self._said(node, place, f"~{id_}")
        found: dict[str, Any] = self.file.said(node, ("species", id_))
        return Species(
            id=id_,
            name=said.name,
            synonyms=said.synonyms,
            form=_form(said),
            molecule=said.molecule,
            components=said.components,
            members=said.members,
            state=said.state,
            compartment=self.file.ids.get(place.location),
            **found | {"identifiers": said.identifiers},
        )

    def _said(self, node: Node, place: Place, occurrence: str) -> Said:
        reference = self.file.first(node, "entityReference")
        state = self.features.state(node)
        if reference is not None and reference.uri in self.file.ids:
            name, synonyms = self.file.naming(node, *self._reference_labels(reference))
            return Said(
                molecule=self.file.ids[reference.uri],
                state=state,
                name=name,
                synonyms=synonyms,
                identifiers=self.file.xrefs(node).identifiers,
            )
        components = list(self.file.nodes(node, "component"))
        members = list(self.file.nodes(node, "memberPhysicalEntity"))
        if place.depth > DEEPEST or self.is_named(node) or not (components or members):
            return self._occurrence(node, place, occurrence, state)
        name, synonyms = self.file.naming(node, self._label(node, components))
        return Said(
            components=tuple(self._components(node, components, place)),
            members=() if components else self._set_members(members),
            state=state,
            name=name,
            synonyms=synonyms,
            identifiers=self.file.xrefs(node).identifiers,
        )

    def _set_members(self, members: list[Node]) -> tuple[str, ...]:
        return tuple(self.file.ids[it.uri] for it in members if it.uri in self.file.ids)

    # Forms

    def _components(self, node: Node, components: list[Node], place: Place) -> Iterator[Component]:
        counts = self._counts(node)
        inner = place._replace(depth=place.depth + 1)
        for each in components:
            yield self._component(each, counts.get(each.uri, 1), inner)

    def _component(self, node: Node, count: int, place: Place) -> Component:
        location = node.ref("cellularLocation") or place.location
        inner = place._replace(location=location)
        said = self._said(node, inner, self._occurrence_id(node, place.species))
        return Component(
            molecule=said.molecule,
            components=said.components,
            state=said.state,
            count=count,
            id=_component_id(node.uri),
            name=said.name,
            identifiers=said.identifiers,
            evidence=self.file.evidence(node),
            compartment=self.file.ids.get(location) if location != place.location else None,
        )

    def _counts(self, node: Node) -> dict[str, int]:
        """How many there are of each component, where that is a whole number."""
        counts: dict[str, int] = {}
        for each in self.file.nodes(node, "componentStoichiometry"):
            coefficient = _number(each.text("stoichiometricCoefficient"))
            if coefficient is not None and coefficient >= 1 and coefficient.is_integer():
                counts[each.ref("physicalEntity")] = int(coefficient)
        return counts

    # Occurrences

    def _occurrence_id(self, node: Node, species: str) -> str:
        found = derived(node.uri)
        if found and found[0] == FORM:
            return "~" + found[1]
        return f"~{species}/{tail(node.uri)}"

    def _occurrence(self, node: Node, place: Place, id_: str, state: State) -> Said:
        """What an entity says on which a molecule is seen that has no reference."""
        name, own, synonyms = self._two_names(node)
        xrefs = self.file.xrefs(node)
        members = tuple(self._members(node, place)) if place.depth <= DEEPEST else ()
        family = bool(node.refs("memberPhysicalEntity")) and not node.refs("component")
        self.file.occurrences["molecule", id_] = ("species", place.species)
        self.molecules.append(
            Molecule(
                id=id_,
                name=name,
                synonyms=synonyms,
                kind=Kind.FAMILY if family else CLASS.key(node.cls) or Kind.UNKNOWN,
                identifiers=xrefs.identifiers,
                roles=roles(xrefs.effects),
                members=members,
            )
        )
        return Said(molecule=id_, state=state, name=own)

    def _two_names(self, node: Node) -> tuple[str | None, str | None, tuple[str, ...]]:
        """The molecule's name, the entity's own, and the molecule's further names."""
        shown, standard = node.text("displayName"), node.text("standardName")
        others = list(dict.fromkeys(node.texts("name")))
        full = full_name(shown, [standard, *others] if standard else others)
        rest = tuple(name for name in others if name != full)
        if standard:
            return standard, None if full in (standard, "") else full, rest
        return full or None, None, rest

    def _members(self, node: Node, place: Place) -> Iterator[Member]:
        counts = self._counts(node)
        name = "component" if node.refs("component") else "memberPhysicalEntity"
        inner = place._replace(depth=place.depth + 1)
        for each in self.file.nodes(node, name):
            said = self._said(each, inner, self._occurrence_id(each, place.species))
            if said.molecule is not None:
                yield Member(molecule=said.molecule, count=counts.get(each.uri, 1))

    def phenotype(self, node: Node) -> Species:
        """The species that a pathway without components is."""
        id_ = self.file.ids[node.uri]
        said = self._occurrence(node, Place(id_, 0, ""), f"~{id_}", State())
        found = self.file.said(node, ("species", id_)) | {"identifiers": ()}
        return Species(id=id_, name=said.name, molecule=said.molecule, **found)


def _form(said: Said) -> Form:
    if said.molecule is not None:
        return Form.SINGLE
    return Form.SET if said.members else Form.COMPLEX


def _component_id(uri: str) -> str | None:
    """The id that a component has of its own."""
    found = derived(uri)
    if found is None:
        name = tail(uri)
    else:
        name = found[1].rpartition(EXPLICIT_ID)[2] if EXPLICIT_ID in found[1] else ""
    return name if is_legal_id(name) else None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
