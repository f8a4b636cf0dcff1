"""The molecules of a diagram: each protein, gene and RNA; of all else, what each species tells.

A template has no identifiers of its own, its species have. Those that all species of one template
say are the template's; what some of them say is theirs. So each is said where it stood. Where none
is free, parts of complexes tell it. What has no template CellDesigner knows by class and name: a
part is the molecule of the free species that have these, where it says nothing that they don't.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping

import msgspec

from pathport.formats.celldesigner.parse_model import Sheet
from pathport.formats.celldesigner.parts import Identity, Included, Template
from pathport.formats.celldesigner.residues import usual_angle
from pathport.formats.celldesigner.sites import Sites, Used, by_position
from pathport.formats.celldesigner.terms import (
    DRUG,
    EMPTY,
    GENERIC,
    KIND,
    PROTEIN_TYPE,
    TEMPLATE,
    TRUNCATED,
)
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.plan import occurrence
from pathport.formats.sbml.terms import HAS_TAXON, MOLECULE_PREFIXES
from pathport.model.enumerations import Kind, Role
from pathport.model.parts import Component, Identifier, Member, Modification
from pathport.model.things import Molecule, Species

__all__ = ["Molecules"]

EXACT = 1e-3
"""Radians that make no difference."""


class Molecules:
    """The molecules of a diagram so far."""

    def __init__(self, sheet: Sheet, book: Book, identities: Mapping[str, Identity]) -> None:
        self.sheet = sheet
        self.book = book
        used: dict[str, list[Used]] = defaultdict(list)
        drawn: dict[str, list[Used]] = defaultdict(list)
        boxed = {it.species for it in sheet.aliases.values()}
        for id_, it in identities.items():
            used[it.reference].append(it.residues)
            if id_ in boxed:
                drawn[it.reference].append(it.residues)
        self.sites = {id_: Sites(it, used[id_], drawn[id_]) for id_, it in sheet.templates.items()}
        self.of = {it.id: self._of_template(it) for it in sheet.templates.values()}
        self._free: dict[Hashable, dict[Hashable, str]] = defaultdict(dict)
        """By class and name, free molecules without a template, by what else is said of them."""
        self.made_of: dict[str, Hashable] = {}
        """By complex by name, what is drawn in it."""

    def _of_template(self, template: Template) -> Molecule:
        self.book.lines["molecule", template.id] = template.line
        role = PROTEIN_TYPE.key(template.type)
        usual = (GENERIC, TRUNCATED, TEMPLATE[template.of_class].type)
        if role is None and template.type not in usual:
            what = f'the type "{template.type}"'
            self.book.lost(what, template.line, f"{template.of_class.lower()} {template.id}")
        sites = self.sites[template.id]
        return Molecule(
            id=template.id,
            name=template.name or None,
            kind=KIND.key(template.of_class) or Kind.UNKNOWN,
            roles=() if role is None else (role,),
            notes=template.notes,
            sites=tuple(sites.places.values()),
            site_sets=sites.sets,
        )

    def bare(self, reference: str) -> Mapping[str, Modification]:
        """Of the residues of a template that no box shows in a state, those that one has to show:
        where they are, or that they are there, is told by nothing else. Each with what that shows.
        """
        template = self.sheet.templates.get(reference)
        if template is None:
            return {}
        sites = self.sites[reference]
        ordered = sorted(template.residues, key=lambda it: by_position(sites.called(it)))
        usual = {
            id_: usual_angle(number, len(ordered), template.of_class)
            for number, id_ in enumerate(ordered)
        }
        return {
            id_: sites.modification(id_, EMPTY)
            for id_, it in template.residues.items()
            if id_ not in sites.shown
            and (it.kind or not it.name or abs(it.angle - usual[id_]) > EXACT)
        }

    def modification(self, reference: str, residue: str, state: str) -> Modification | None:
        """What a residue of a template in a state is, if the template has it."""
        template = self.sheet.templates.get(reference)
        if template is None or residue not in template.residues:
            return None
        return self.sites[reference].modification(residue, state)

    def of_part(self, part: Included, species: str, made_of: Hashable = None) -> Molecule:
        """The molecule of a part of a complex, once those of the free species are known; of a
        complex by name with what is drawn in it.
        """
        seen = f"{part.identity.of_class} {part.identity.name or part.name}"
        if made_of is not None and self.made_of.get(occurrence(species, seen), made_of) != made_of:
            seen = f"{seen} {part.id}"
        is_new = occurrence(species, seen) not in self.of
        found = self.molecule(part.identity, seen, species, part.name)
        if found.id in self.sheet.templates or not is_new:
            return found
        told = frozenset(_of_molecule(part.fields["identifiers"]))
        free = [self.of[it] for it in self._free[_called(found)].values()]
        alike = [
            it
            for it in free
            if told.issubset(it.identifiers) and made_of in (None, self.made_of.get(it.id))
        ]
        own = msgspec.structs.replace(found, identifiers=tuple(told))
        known = alike[0] if len(alike) == 1 else own
        self.of[found.id] = msgspec.structs.replace(known, id=found.id)
        if made_of is not None:
            self.made_of[found.id] = made_of
        return self.of[found.id]

    def molecule(self, identity: Identity, seen: str, species: str, name: str) -> Molecule:
        """The molecule that an identity tells of: of its template, or else as ``seen`` there."""
        known = self.of.get(identity.reference)
        if known is not None:
            self._tell_class(identity, species)
            return known
        if identity.reference:
            line = self.book.lines["species", species]
            self.book.lost(f'a reference to "{identity.reference}"', line, f"species {species}")
        kind = KIND.key(identity.of_class)
        if kind is None:
            line = self.book.lines["species", species]
            self.book.lost(f'the class "{identity.of_class}"', line, f"species {species}")
        roles = (Role.DRUG,) if identity.of_class == DRUG else ()
        id_ = occurrence(species, seen)
        found = Molecule(
            id=id_, name=identity.name or name or None, kind=kind or Kind.UNKNOWN, roles=roles
        )
        self.book.occurrences["molecule", id_] = ("species", species)
        return self.of.setdefault(id_, found)

    def _organism(self, told: Iterable[Species], organisms: Mapping[str, str]) -> str | None:
        """The organism of a molecule, if all of its species tell the same."""
        said = {it.id: organisms.get(it.id) for it in told}
        if len(set(said.values())) == 1:
            return next(iter(said.values()))
        for id_, organism in said.items():
            if organism is not None:
                self._lose_organism(id_, organism)
        return None

    def _lose_organism(self, species: str, organism: str) -> None:
        line = self.book.lines["species", species]
        self.book.lost(f'{HAS_TAXON} "{organism}"', line, f"species {species}")

    def _tell_class(self, identity: Identity, species: str) -> None:
        """Tells of a class that is not that of what it refers to."""
        of_class = self.sheet.templates[identity.reference].of_class
        if identity.of_class != of_class:
            what = f'the class "{identity.of_class}" of what refers to a {of_class}'
            self.book.lost(what, self.book.lines["species", species], f"species {species}")

    def add_members(self, whole: Molecule, species: str, terms: Iterable[str]) -> None:
        """Gives a complex by name the molecules that these identifiers name."""
        members = []
        for term in dict.fromkeys(terms):
            id_ = occurrence(species, term)
            self.of[id_] = Molecule(id=id_, identifiers=(Identifier(id=term),))
            self.book.occurrences["molecule", id_] = ("species", species)
            members.append(Member(molecule=id_))
        self.of[whole.id] = msgspec.structs.replace(whole, members=tuple(members))

    def add_parts(self, whole: str, parts: Iterable[Component]) -> None:
        """Gives a complex by name the parts that are drawn in it as its members."""
        members = (
            Member(molecule=it.molecule or "", count=it.count, certainty=it.certainty)
            for it in parts
        )
        self.of[whole] = msgspec.structs.replace(self.of[whole], members=tuple(members))

    def is_fragment(self, identity: Identity) -> bool:
        """Whether what an identity tells of is a part of its protein."""
        template = self.sheet.templates.get(identity.reference)
        return template is not None and template.type == TRUNCATED

    # Identifiers

    def identified(
        self, species: Iterable[Species], organisms: Mapping[str, str]
    ) -> Iterator[Species]:
        """The species, those identifiers of their molecules taken out and given to these, and the
        organism that all species of one tell; ``organisms`` are those that are told, by species.
        """
        everything = list(species)
        tellers: dict[str, list[Species]] = defaultdict(list)
        for it in everything:
            if it.molecule is not None:
                tellers[it.molecule].append(it)
        given: dict[str, frozenset[Identifier]] = {}
        for molecule, told in tellers.items():
            shared = frozenset.intersection(
                *(frozenset(_of_molecule(it.identifiers)) for it in told)
            )
            given[molecule] = shared
            self.of[molecule] = msgspec.structs.replace(
                self.of[molecule],
                identifiers=tuple(shared),
                organism=self._organism(told, organisms),
            )
            if molecule not in self.sheet.templates and self.of[molecule].name:
                called = _called(self.of[molecule])
                self._free[called].setdefault(self._said(molecule), molecule)
        self._identify_by_parts(tellers)
        for id_ in organisms.keys() - {it.id for told in tellers.values() for it in told}:
            self._lose_organism(id_, organisms[id_])
        for it in everything:
            shared = given.get(it.molecule or "", frozenset())
            own = tuple(one for one in it.identifiers if one not in shared)
            yield msgspec.structs.replace(it, identifiers=own) if shared else it

    def _identify_by_parts(self, free: Collection[str]) -> None:
        """Gives a template of which no species is free what all parts tell that tell anything."""
        told: dict[str, list[frozenset[Identifier]]] = defaultdict(list)
        for it in self.sheet.included.values():
            reference = it.identity.reference
            if reference in self.sheet.templates and reference not in free:
                told[reference].append(frozenset(_of_molecule(it.fields["identifiers"])))
        for reference, said in told.items():
            shared = frozenset.intersection(*(filter(None, said) if any(said) else said))
            self.of[reference] = msgspec.structs.replace(
                self.of[reference], identifiers=tuple(shared)
            )

    def _said(self, molecule: str) -> Hashable:
        """What free species say of a molecule beside its class and name."""
        known = self.of[molecule]
        members = (self.of[it.molecule].identifiers for it in known.members)
        drawn = self.made_of.get(molecule)
        return frozenset(known.identifiers), known.organism, frozenset(members), drawn


def _of_molecule(identifiers: Iterable[Identifier]) -> Iterator[Identifier]:
    """Those that are such of a molecule."""
    for it in identifiers:
        if it.id.partition(":")[0] in MOLECULE_PREFIXES:
            yield it


def _called(molecule: Molecule) -> Hashable:
    """What CellDesigner tells a molecule without a template by."""
    return molecule.kind, molecule.roles, molecule.name
