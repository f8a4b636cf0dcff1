"""Species as another program understands them, without pathport's records.

A species tells what its molecule is: an occurrence. The systematic name (``dcterms:title``, else
the name) tells states and the parts of a complex in so far as the annotation agrees: kinds of
modification are those that ``hasProperty`` names, parts those of ``hasPart``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from lxml import etree

from pathport.fidelity.records import Anchor
from pathport.formats.sbml.annotation import (
    Annotation,
    attribute_of,
    curie_of,
    line_of,
    organism_of,
)
from pathport.formats.sbml.book import Book, Complex, Family
from pathport.formats.sbml.elements import label_in, name_in, term_of
from pathport.formats.sbml.families import FamilyTerm
from pathport.formats.sbml.own_statements import OWN_PROPERTY, is_property
from pathport.formats.sbml.plan import occurrence, repeats, shown_part
from pathport.formats.sbml.statements import literature_read
from pathport.formats.sbml.terms import (
    ABOUT,
    ALTERNATIVES_TERM,
    COMPLEX_TERM,
    DEFINED_SET,
    HAS_PART,
    HAS_PROPERTY,
    HAS_VERSION,
    IS_PART_OF,
    KEGG_KIND,
    KIND,
    MODIFICATION_PREFIX,
    MOLECULE_PREFIXES,
    NARROWER,
    OWN_PREFIX,
    RELATION,
    ROLE,
    SURROUNDINGS,
    UNKNOWN_COMPLEX_TERM,
    nearest,
)
from pathport.formats.sbml.titles import Part, displayed, parsed
from pathport.model.enumerations import Kind, Relation, Role
from pathport.model.parts import (
    NO_STATE,
    Component,
    Identifier,
    Member,
    Modification,
    Site,
    SiteSet,
    State,
)
from pathport.model.things import Form, Molecule, Species
from pathport.vocabulary import is_a

__all__ = ["add_members", "assembled", "cells_read", "read_species"]

# Species


def read_species(element: etree._Element, book: Book) -> None:
    """A species with what it tells of its molecule; a complex waits for the end of the file."""
    id_ = book.own_id("species", element)
    annotation = book.begin(element, ("species", id_))
    systematic = annotation.text(ABOUT["name"])
    # Only beside a systematic name does a name that is the id stand for none.
    name = name_in(element) if systematic else label_in(element)
    title = parsed(systematic or name or "")
    properties = annotation.terms(HAS_PROPERTY, which=is_property)
    form = _form(term_of(element), annotation, properties, title)
    species = Species(
        id=id_,
        form=form,
        compartment=attribute_of(element, "compartment") or None,
        **cells_read(annotation),
    )
    told = _Told(element, annotation, name, systematic, title, properties, book)
    READ[form](species, told)


class _Told(msgspec.Struct, frozen=True):
    """What a species element says, as far as all forms have it."""

    element: etree._Element
    annotation: Annotation
    name: str | None
    systematic: str | None
    title: Part | None
    properties: list[str]
    book: Book

    @property
    def own_name(self) -> str | None:
        """The name, unless it only repeats the systematic one that stands beside it."""
        if self.title is None or self.systematic is None:
            return self.name
        return None if self.name in (displayed(self.title), self.systematic) else self.name

    def lose(self, terms: Iterable[str]) -> None:
        """Tells of properties that are not understood."""
        for term in terms:
            self.book.lose(f'{HAS_PROPERTY} "{term}"', self.element)


def _form(term: str, annotation: Annotation, properties: list[str], title: Part | None) -> Form:
    if DEFINED_SET in properties:
        return Form.SET
    if term == ALTERNATIVES_TERM:
        return Form.SINGLE
    of_parts = title is not None and title.name is None and term == COMPLEX_TERM
    if HAS_PART in annotation.statements or of_parts or is_a(term, UNKNOWN_COMPLEX_TERM):
        return Form.COMPLEX
    return Form.SINGLE


def cells_read(annotation: Annotation) -> dict[str, Any]:
    """Takes cell type and tissue, as fields of a species: the first of each."""
    found: dict[str, Any] = {}
    for bag in annotation.statements.get(IS_PART_OF, ()):
        for curie in filter(None, map(curie_of, bag)):
            field = SURROUNDINGS.get(curie.partition(":")[0])
            if field is not None:
                found.setdefault(field, curie)
    annotation.terms(IS_PART_OF, which=set(found.values()).__contains__)
    return found


def _kinds(terms: Iterable[str]) -> list[str]:
    return [term for term in terms if term.startswith(MODIFICATION_PREFIX)]


def _reconciled(told: State, kinds: Iterable[str]) -> tuple[State, tuple[SiteSet, ...]]:
    """A state as its title tells it, with the kinds of modification that the annotation names.

    Kinds that no site has are those of the one named set, or of sites that are not known.
    """
    there = set(kinds)
    kept = [
        item
        for item in told.modifications
        if item.absent or item.site_set is not None or item.kind is None or item.kind in there
    ]
    more = sorted(there - {item.kind for item in kept if not item.absent})
    named = [item.site_set for item in kept if item.site_set is not None]
    present = [item.site_set for item in kept if item.site_set is not None and not item.absent]
    sites: dict[str, tuple[Site, ...]] = {}
    if len(present) == 1:
        sites[present[0]] = tuple(Site(kind=kind) for kind in more)
    else:
        kept += [Modification(kind=kind) for kind in more]
    state = msgspec.structs.replace(told, modifications=tuple(kept))
    return state, tuple(SiteSet(name=name, sites=sites.get(name, ())) for name in named)


# Single species


def _read_single(species: Species, told: _Told) -> None:
    annotation, book = told.annotation, told.book
    title = told.title if told.title is not None and told.title.name is not None else None
    state, site_sets = _reconciled(title.state if title else NO_STATE, _kinds(told.properties))
    kind, roles = _molecule_properties(species, told)
    roles = tuple(dict.fromkeys((*roles, *_roles_of_identifiers(annotation))))
    organism = organism_of(annotation)
    members = annotation.curies(HAS_PART) if term_of(told.element) == ALTERNATIVES_TERM else ()
    literature = annotation.uris(ABOUT["references"])
    references = literature_read(annotation, ABOUT["references"], literature)
    versions = annotation.curies(ABOUT["is version of"])
    descriptions = annotation.all_texts(ABOUT["notes"])
    fields = book.common(told.element, annotation)
    of_molecule, own = _divided(fields.pop("identifiers"))
    of_molecule += [Identifier(id=it, relation=Relation.IS_VERSION_OF) for it in versions]
    seen = occurrence(species.id)
    name = title.name if title else told.name or told.systematic
    if kind is Kind.FAMILY and members:
        book.families.append(Family(len(book.molecules), species.id, tuple(members)))
    book.molecules.append(
        Molecule(
            id=seen,
            name=name,
            kind=kind,
            roles=roles,
            synonyms=fields.pop("synonyms"),
            identifiers=tuple(of_molecule),
            organism=organism,
            references=tuple(references),
            notes=tuple(descriptions),
            site_sets=site_sets,
        )
    )
    for it in of_molecule:
        if name is not None and it.relation is Relation.IS:
            book.part_names.setdefault(it.id, name)
    fields |= {"name": told.own_name, "identifiers": tuple(own)}
    book.occurrences["molecule", seen] = ("species", species.id)
    book.species.append(msgspec.structs.replace(species, molecule=seen, state=state, **fields))


def _molecule_properties(species: Species, told: _Told) -> tuple[Kind, tuple[Role, ...]]:
    """Kind and roles of the molecule; properties that tell neither are lost."""
    own = term_of(told.element)
    roles = [role for role in (nearest(ROLE, own),) if role is not None]
    if own in KEGG_KIND:
        kind: Kind | None = KEGG_KIND[own]
    elif own == ALTERNATIVES_TERM:
        kind = Kind.FAMILY
    elif own and not roles and KIND.word(Kind.FAMILY) in told.properties:
        kind = Kind.FAMILY
        told.book.classes.append(FamilyTerm(species.id, own, line_of(told.element)))
    elif roles:
        kind = nearest(KIND, own)
        if ROLE.key(own) is None:
            told.book.lose_term(told.element, roles[0])
    else:
        kind = told.book.meaning(KIND, told.element)
    for term in told.properties:
        if term in OWN_PROPERTY:
            kind = OWN_PROPERTY[term]
        elif not term.startswith(MODIFICATION_PREFIX):
            role = nearest(ROLE, term)
            roles += [] if role is None else [role]
            if ROLE.key(term) is None:
                told.lose([term])
    return kind or Kind.UNKNOWN, tuple(dict.fromkeys(roles))


def _roles_of_identifiers(annotation: Annotation) -> Iterator[Role]:
    """The roles that a species is identified with, as some files say them."""
    for qualifier in (RELATION.word(Relation.IS), RELATION.word(Relation.IS_VERSION_OF)):
        bags = annotation.statements.get(qualifier or "", [])
        found = {
            uri: role
            for bag in bags
            for uri in bag
            if (role := nearest(ROLE, curie_of(uri) or "")) is not None
        }
        if found:
            annotation.take(qualifier or "", which=found.__contains__)
        yield from found.values()


def _divided(identifiers: Iterable[Identifier]) -> tuple[list[Identifier], list[Identifier]]:
    """Identifiers of the molecule, and of the species itself."""
    of_molecule: list[Identifier] = []
    own: list[Identifier] = []
    for it in identifiers:
        if it.id.partition(":")[0] not in MOLECULE_PREFIXES:
            own.append(it)
        elif it.relation is Relation.IS_VERSION_OF:
            of_molecule.append(Identifier(id=it.id))
        else:
            of_molecule.append(it)
    return of_molecule, own


# Complexes


def _read_complex(species: Species, told: _Told) -> None:
    annotation = told.annotation
    title = told.title if told.title is not None and told.title.name is None else None
    parts = tuple(annotation.curies(HAS_PART))
    ordered = tuple(annotation.curies(ABOUT["parts"]))
    kinds = _kinds(told.properties)
    told.lose(set(told.properties) - set(kinds))
    term = term_of(told.element)
    known = KIND.key(term) is Kind.COMPLEX and term not in NARROWER
    if term and term != UNKNOWN_COMPLEX_TERM and not known:
        told.book.lose_term(told.element, Form.COMPLEX)
    state, site_sets = _reconciled(title.state if title else NO_STATE, kinds)
    names = {it.name for it in site_sets}
    own = tuple(it for it in state.modifications if it.site_set not in names)
    fields = told.book.common(told.element, annotation)
    synonyms = list(fields["synonyms"])
    is_own = title is None or told.systematic in synonyms
    if title is not None and is_own:
        synonyms.remove(told.systematic)
    fields |= {
        "name": told.name if is_own else told.own_name,
        "synonyms": tuple(synonyms),
        "state": msgspec.structs.replace(state, modifications=own),
    }
    whole = msgspec.structs.replace(species, **fields)
    ordering = title if told.systematic is not None else None
    told.book.complexes.append(Complex(whole, ordering, parts, ordered))


def assembled(complex_: Complex, book: Book) -> Species:
    """A complex with its components, each of a molecule that it tells of."""
    species = complex_.species
    scene = _Scene(species.id, book)
    terms = _by_leaf(complex_)
    if terms is not None and complex_.title is not None:
        components = tuple(scene.component(part, terms) for part in complex_.title.parts)
    else:
        components = tuple(scene.bare(term, n) for term, n in Counter(complex_.parts).items())
    book.molecules += scene.molecules.values()
    return msgspec.structs.replace(species, components=components)


def _by_leaf(complex_: Complex) -> Iterator[str] | None:
    """What stands for each molecule of the title, if title and parts agree."""
    ordered = complex_.ordered if len(set(complex_.parts)) > 1 else complex_.parts
    if complex_.title is None or Counter(ordered) != Counter(complex_.parts):
        return None
    counts = [repeats(count) for _, count in complex_.title.leaves()]
    if sum(counts) != len(ordered):
        return None
    terms: list[str] = []
    at = 0
    for count in counts:
        run = set(ordered[at : at + count])
        if len(run) != 1:
            return None
        terms += run
        at += count
    return iter(terms)


class _Scene:
    """The molecules that one complex tells of."""

    def __init__(self, species: str, book: Book) -> None:
        self.species = species
        self.book = book
        self.molecules: dict[str, Molecule] = {}

    def component(self, part: Part, terms: Iterator[str]) -> Component:
        """A part of the title as a component."""
        told: dict[str, Any] = {"count": part.count}
        if part.state != NO_STATE:
            told["state"] = part.state
        if part.name is None:
            return Component(
                components=tuple(self.component(it, terms) for it in part.parts), **told
            )
        sets = tuple(
            SiteSet(name=it.site_set) for it in part.state.modifications if it.site_set is not None
        )
        seen = self.molecule(next(terms), part.name, sets)
        return Component(molecule=seen, **told)

    def bare(self, term: str, count: int) -> Component:
        """A part that only an identifier or a kind tells of."""
        return Component(molecule=self.molecule(term, self.book.part_names.get(term)), count=count)

    def molecule(self, term: str, name: str | None, sets: tuple[SiteSet, ...] = ()) -> str:
        """The occurrence of a molecule that this term and name tell of."""
        kind = KIND.key(term)
        role = ROLE.key(term)
        known_term = kind is not None or term.partition(":")[0] == OWN_PREFIX
        if kind is None and role is None and known_term:
            line = self.book.lines["species", self.species]
            self.book.lost(f'{HAS_PART} "{term}"', line, f"species {self.species}")
        seen = occurrence(self.species, shown_part(term, name))
        known = self.molecules.get(seen)
        self.molecules[seen] = Molecule(
            id=seen,
            name=name,
            kind=kind or Kind.UNKNOWN,
            roles=() if role is None else (role,),
            identifiers=() if known_term else (Identifier(id=term),),
            site_sets=(*(known.site_sets if known else ()), *sets),
        )
        anchor: Anchor = ("molecule", seen)
        self.book.occurrences[anchor] = ("species", self.species)
        return seen


# Families and sets


def add_members(family: Family, book: Book) -> None:
    """Give a molecule the members that its species tells of."""
    scene = _Scene(family.species, book)
    members = tuple(
        Member(molecule=scene.molecule(term, book.part_names.get(term)))
        for term in dict.fromkeys(family.members)
    )
    whole = book.molecules[family.molecule]
    book.molecules[family.molecule] = msgspec.structs.replace(whole, members=members)
    book.molecules += scene.molecules.values()


def _read_set(species: Species, told: _Told) -> None:
    members = told.annotation.take(HAS_VERSION, which=lambda uri: uri.startswith("#"))
    told.lose(set(told.properties) - {DEFINED_SET})
    fields = told.book.common(told.element, told.annotation)
    fields |= {"name": told.name, "members": tuple(members)}
    told.book.species.append(msgspec.structs.replace(species, **fields))


READ = {Form.SINGLE: _read_single, Form.COMPLEX: _read_complex, Form.SET: _read_set}
