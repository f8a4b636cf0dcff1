"""What RDF says of the members of complexes by name: what makes them members to another program.

Members that are drawn are told by an identifier each, where they have one; those in a member that
is a complex by name itself are told by that being one. Members that are not drawn are told by their
identifiers alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from pathport.formats.celldesigner.entities import Entities
from pathport.formats.celldesigner.entity import Entity
from pathport.formats.sbml.statements import uri_of
from pathport.formats.sbml.write_species import is_of_molecule
from pathport.model.enumerations import Kind, Relation
from pathport.model.parts import Identifier

__all__ = ["PartsTold", "named_members"]


class PartsTold:
    """What is said of the members of all complexes by name; ``active`` are the entities that have
    an active box.
    """

    def __init__(self, entities: Entities, active: Iterable[str]) -> None:
        self.entities = entities
        self.active = frozenset(active)

    def all(self) -> Mapping[str, Sequence[str]]:
        """By complex by name, or part that is one, the identifiers of its members."""
        found: dict[str, Sequence[str]] = {}
        for top in self.entities.all:
            if not top.parts:
                found[top.id] = [term for _, term in named_members(self.entities, top.molecule)]
            elif _are_told_apart(top):
                found |= {it.id: [*self._drawn(it)] for it in _by_name(top)}
        return found

    def _drawn(self, whole: Entity) -> Iterator[str]:
        """Those of members that are drawn; none where one is active, which is more than a member
        can be.
        """
        if self.active.isdisjoint(it.id for it in whole.all() if it is not whole):
            for part in whole.parts:
                yield from self._terms(part)[:1]

    def _terms(self, part: Entity) -> Sequence[str]:
        """What tells a member: identifiers of its molecule, and of all that shows its template."""
        molecule = self.entities.molecules.get(part.molecule)
        own = _terms_in(molecule.identifiers) if molecule is not None else ()
        return [*own, *(sorted(self._said[part.template]) if part.template else ())]

    @cached_property
    def _said(self) -> Mapping[str, Collection[str]]:
        """By template, what species and parts that show it are said to be."""
        found: dict[str, set[str]] = defaultdict(set)
        for top in self.entities.all:
            for it in top.all():
                told = it.shows if it.shows is not None else self.entities.species[top.id]
                found[it.template].update(_terms_in(told.identifiers))
        return found


def named_members(entities: Entities, molecule: str) -> Iterator[tuple[str, str]]:
    """Of a complex by name, its members with the identifier that names each."""
    known = entities.molecules.get(molecule)
    for member in known.members if known is not None and known.kind is Kind.COMPLEX else ():
        for term in [*_terms_in(entities.molecules[member.molecule].identifiers)][:1]:
            yield member.molecule, term


def _terms_in(identifiers: Iterable[Identifier]) -> Iterator[str]:
    """Those that tell by RDF which molecule something is."""
    for it in identifiers:
        if it.relation is Relation.IS and is_of_molecule(it.id) and uri_of(it.id) is not None:
            yield it.id


def _by_name(entity: Entity) -> Iterator[Entity]:
    """The complexes by name that are drawn in an entity, or the one that it is."""
    if entity.molecule and entity.parts:
        yield entity
        return
    for part in entity.parts:
        yield from _by_name(part)


def _are_told_apart(top: Entity) -> bool:
    """Whether all that is drawn in a complex and is called alike is the same."""
    known: dict[tuple[str, str], str] = {}
    told = ((it.word, it.template or it.label, it.molecule) for it in top.all() if it is not top)
    return all(known.setdefault((word, name), of) == of for word, name, of in told)
