"""The species of a diagram: molecules in a state, and complexes of the parts drawn in them.

Several of one thing together (``homodimer``) are a complex of one part. Whether a species is active
its boxes say: it is if all of them are, and if only some are, these say so. What stands on the
empty side of a process is no species.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from pathport.formats.celldesigner.naming import usual_complex
from pathport.formats.celldesigner.parse_model import Sheet
from pathport.formats.celldesigner.parts import Identity, Included
from pathport.formats.celldesigner.reading_members import ByName
from pathport.formats.celldesigner.reading_molecules import Molecules
from pathport.formats.celldesigner.residues import modification_read
from pathport.formats.celldesigner.states import structural_state
from pathport.formats.celldesigner.terms import COMPLEX, SHAPED_POSITION
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.titles import DEEPEST
from pathport.model.enumerations import Activity, Certainty, Relation, Side
from pathport.model.parts import (
    NO_STATE,
    Component,
    Fragment,
    Identifier,
    Modification,
    State,
)
from pathport.model.things import Form, Species

__all__ = ["Kinds", "SpeciesTold"]


class SpeciesTold(msgspec.Struct, frozen=True, kw_only=True):
    """What an element of a species says, before all is known that it refers to."""

    id: str
    name: str | None
    identity: Identity
    compartment: str | None
    side: Side | None
    position: str
    """What says the side, in CellDesigner's word."""
    members: tuple[str, ...]
    """Of a complex, what it is told to be made of, by identifiers."""
    organism: str | None
    fields: dict[str, Any]
    line: int


class Kinds:
    """The species of a diagram, and what each part of a complex shows."""

    def __init__(self, told: Sequence[SpeciesTold], sheet: Sheet, book: Book) -> None:
        self.sheet = sheet
        self.book = book
        self.identities = {it.id: it.identity for it in sheet.included.values()}
        self.identities |= {it.id: it.identity for it in told}
        self.positions = {it.id: it.position for it in told}
        """By species, its position to the membrane, in CellDesigner's words."""
        self.molecules = Molecules(sheet, book, self.identities)
        self.parts: dict[str, Component] = {}
        """By id of an included species, the part of a complex that one box of it shows."""
        self.whole_of: dict[str, str] = {}
        """By id of an included species, the species that it is in."""
        self.inner: dict[str, list[Included]] = defaultdict(list)
        for it in sheet.included.values():
            self.inner[it.whole].append(it)
        self._activities: dict[str, set[bool]] = defaultdict(set)
        for alias in sheet.aliases.values():
            self._activities[alias.species].add(alias.active)
        said = [(it.identity, it.fields["identifiers"]) for it in told]
        said += ((it.identity, it.fields["identifiers"]) for it in sheet.included.values())
        active = filter(self.is_active, self._activities)
        self.by_name = ByName(self.inner, sheet.templates, said, active=active)

    def species(self, told: list[SpeciesTold]) -> Iterator[Species]:
        """The species, with the molecules that they tell of."""
        organisms = {it.id: it.organism for it in told if it.organism is not None}
        free = [self._species(it) for it in told if not self._is_of_parts(it)]
        found = {it.id: it for it in self.molecules.identified(free, organisms)}
        for species in filter(self._is_by_name, told):
            self._add_parts(found[species.id].molecule or "", species.id, species.id, 1)
        found |= {it.id: self._species(it) for it in told if self._is_of_parts(it)}
        yield from (found[it.id] for it in told)
        for it in self.sheet.included.values():
            if it.id not in self.parts:
                what = f'the part "{it.name}" of "{it.whole}", which is no complex'
                self.book.lost(what, it.line, f"species {it.id}")

    def is_active(self, species: str) -> bool:
        """Whether all boxes of a species or part are active."""
        return self._activities.get(species) == {True}

    def _is_of_parts(self, told: SpeciesTold) -> bool:
        return (
            told.identity.of_class == COMPLEX
            and told.id in self.inner
            and not self._is_by_name(told)
        )

    def _is_by_name(self, told: SpeciesTold) -> bool:
        identity = told.identity
        return identity.multimer < 2 and self.by_name.is_by_name(told.id, identity, told.members)

    def _species(self, told: SpeciesTold) -> Species:
        identity = told.identity
        inner = self.inner[told.id] if self._is_of_parts(told) else []
        fields = dict(told.fields)
        if told.position.lower() in SHAPED_POSITION and told.id not in self._activities:
            self.book.lost(f"the position {told.position}", told.line, f"species {told.id}")
        if identity.hypothetical:
            fields["certainty"] = Certainty.HYPOTHETICAL
        state = self._state(identity, told.id, f"species {told.id}", told.line)
        if inner:
            fields |= _with_parts(told)
            told = msgspec.structs.replace(told, members=())
        if not inner:
            what = self._single(told, state)
        else:
            components = tuple(self._component(it, told.id, 1) for it in inner)
            if identity.multimer > 1:
                components = (Component(components=components, count=identity.multimer),)
            what = {"form": Form.COMPLEX, "components": components, "state": state}
            what["name"] = None if told.name == _usual(inner) else told.name
        return Species(
            id=told.id, compartment=told.compartment, side=told.side, **{**fields, **what}
        )

    def _single(self, told: SpeciesTold, state: State) -> dict[str, Any]:
        identity = told.identity
        molecule = self.molecules.molecule(identity, "", told.id, told.name or "")
        if self._is_by_name(told):
            self.molecules.made_of[molecule.id] = self.by_name.made_of(told.id)
        elif told.members:
            self.molecules.add_members(molecule, told.id, told.members)
        name = None if told.name == molecule.name else told.name
        if identity.multimer < 2:
            return {"molecule": molecule.id, "state": state, "name": name}
        own = State(activity=state.activity, structure=state.structure)
        of_part = msgspec.structs.replace(state, activity=None, structure=None)
        part = Component(molecule=molecule.id, state=of_part, count=identity.multimer)
        return {"form": Form.COMPLEX, "components": (part,), "state": own, "name": name}

    # Parts

    def _component(
        self, told: Included, species: str, depth: int, *, is_member: bool = False
    ) -> Component:
        """A part of a complex with the parts in it, or a member of one by name."""
        identity = told.identity
        inner = self.inner[told.id] if identity.of_class == COMPLEX and depth < DEEPEST else []
        what: dict[str, Any]
        name: str | None = told.name or None
        is_told = not is_member and self.by_name.is_by_name(told.id, identity, told.members, depth)
        fields = {**told.fields, **({} if is_told else _with_parts(told))}
        is_by_name = is_told or (is_member and bool(inner))
        if inner and not is_by_name:
            components = tuple(self._component(it, species, depth + 1) for it in inner)
            what = {"components": components}
            name = None if name == _usual(inner) else name
        else:
            made_of = self.by_name.made_of(told.id) if is_by_name else None
            molecule = self.molecules.of_part(told, species, made_of)
            if is_by_name:
                self._add_parts(molecule.id, told.id, species, depth + 1)
            own = [it for it in fields["identifiers"] if it not in molecule.identifiers]
            what = {"molecule": molecule.id, "identifiers": tuple(own)}
            name = None if name == molecule.name else name
        found = Component(
            name=name,
            state=self._state(identity, told.id, f"species {told.id}", told.line),
            count=identity.multimer,
            certainty=Certainty.HYPOTHETICAL if identity.hypothetical else None,
            **{**fields, **what},
        )
        self.parts[told.id] = found
        self.whole_of[told.id] = species
        return found

    def _add_parts(self, molecule: str, whole: str, species: str, depth: int) -> None:
        """Gives a complex by name what is drawn in it as its members."""
        parts = [self._component(it, species, depth, is_member=True) for it in self.inner[whole]]
        for part in parts:
            for it in part.identifiers:
                line = self.book.lines["species", species]
                self.book.lost(f'the identifier "{it.id}" of a member', line, f"species {whole}")
        self.molecules.add_parts(molecule, parts)

    # States

    def _state(self, identity: Identity, bearer: str, subject: str, line: int) -> State:
        for text in identity.structures[1:]:
            self.book.lost(f'a second structural state "{text}"', line, subject)
        words = identity.structures[:1]
        told = structural_state(words[0], identity.of_class) if words else NO_STATE
        own = tuple(self._modifications(identity, subject, line))
        return msgspec.structs.replace(
            told,
            modifications=(*told.modifications, *own),
            activity=Activity.ACTIVE if self.is_active(bearer) else None,
            fragment=Fragment() if self.molecules.is_fragment(identity) else None,
        )

    def _modifications(self, identity: Identity, subject: str, line: int) -> Iterator[Modification]:
        for residue, state in identity.residues:
            known = self.molecules.modification(identity.reference, residue, state)
            if known is None:
                what = f'the residue "{residue}", which "{identity.reference}" does not have'
                self.book.lost(what, line, subject)
            yield known or modification_read(state, None)


def _with_parts(told: SpeciesTold | Included) -> dict[str, tuple[Identifier, ...]]:
    """The identifiers of what is no complex by name, with those of what it is told to have."""
    parts = (Identifier(id=it, relation=Relation.HAS_PART) for it in told.members)
    return {"identifiers": (*told.fields["identifiers"], *parts)}


def _usual(parts: Iterable[Included]) -> str:
    """What a complex of these is called that has no name."""
    return usual_complex(it.name for it in parts)
