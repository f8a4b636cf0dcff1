"""Who acts in a view of influences: the nodes that each species of a pathway stands for.

States and places are no nodes of their own: all species of one molecule are one node, all
complexes of the same molecules are one, and a complex of nothing but one molecule (a homodimer, a
protein with its nucleotide) is that molecule. What takes part in so many processes that it tells
nothing (`pathport.layout.terms.is_cofactor`, ubiquitin) is no node.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from pathport.layout.terms import is_cofactor
from pathport.model.enumerations import Role
from pathport.model.parts import NO_STATE, Component, State
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Molecule, Species
from pathport.networks.network import Complexes

__all__ = ["Actors", "Leaf"]


class Leaf(NamedTuple):
    """A molecule in a species, alone or bound, with its state."""

    molecule: str
    state: State
    bound: bool


class Actors:
    """The nodes of a pathway's species."""

    def __init__(self, pathway: Pathway, complexes: Complexes) -> None:
        self.pathway = pathway
        self.complexes = complexes
        self.molecules = {each.id: each for each in pathway.molecules}
        self.species = {each.id: each for each in pathway.species}
        self.wholes: dict[str, list[Species]] = {}
        """The complexes and sets that are nodes, each with its species."""
        self._nodes: dict[str, tuple[str, ...]] = {}

    def is_told(self, molecule: str) -> bool:
        """Whether a molecule is a node: neither a cofactor nor ubiquitin."""
        found = self.molecules.get(molecule)
        return found is None or not (is_cofactor(found) or Role.UBIQUITIN in found.roles)

    def leaves(self, species: str) -> tuple[Leaf, ...]:
        """The molecules in a species, each as often as it is there; of a set, in its members."""
        return tuple(self._leaves(self.species[species], frozenset()))

    def _leaves(self, species: Species, above: frozenset[str]) -> Iterator[Leaf]:
        if species.form is Form.SET:
            for member in species.members:
                if member not in above:
                    yield from self._leaves(self.species[member], above | {species.id})
        elif species.components:
            yield from _bound(species.components, species.state)
        else:
            yield Leaf(species.molecule or species.id, species.state, bound=False)

    def nodes(self, species: str) -> tuple[str, ...]:
        """The ids of the nodes that a species stands for, in order; of a cofactor, none."""
        if species not in self._nodes:
            self._nodes[species] = tuple(self._found(self.species[species]))
        return self._nodes[species]

    def _found(self, species: Species) -> Iterator[str]:
        counts = Counter(it.molecule for it in self.leaves(species.id) if self.is_told(it.molecule))
        if self.complexes is Complexes.PARTS or len(counts) < 2:
            yield from sorted(counts)
            return
        is_set = species.form is Form.SET
        name = species.id if is_set else ":".join(sorted(counts.elements()))
        self.wholes.setdefault(name, []).append(species)
        yield name

    def molecules_in(self, species: Iterable[str]) -> frozenset[str]:
        """The molecules that are nodes, or parts of nodes, in any of these species."""
        return frozenset(
            leaf.molecule
            for each in species
            for leaf in self.leaves(each)
            if self.is_told(leaf.molecule)
        )

    @cached_property
    def holders(self) -> frozenset[str]:
        """The molecules that are alone with a cofactor in a species: they hold the nucleotide."""
        found = set()
        for species in self.pathway.species:
            leaves = [leaf.molecule for leaf in self.leaves(species.id) if leaf.bound]
            told = {each for each in leaves if self.is_told(each)}
            if len(told) == 1 and len(told) < len(set(leaves)):
                found |= told
        return frozenset(found)

    def roles(self, molecule: str) -> frozenset[Role]:
        """The roles of a molecule; a species without a molecule has none."""
        found: Molecule | None = self.molecules.get(molecule)
        return frozenset(found.roles if found else ())


def _bound(parts: Iterable[Component], whole: State) -> Iterator[Leaf]:
    """The molecules of parts; what is said of the whole is said of a part that says nothing."""
    for part in parts:
        state = part.state if part.state != NO_STATE else whole
        inner: Iterable[Leaf] = _bound(part.components, state)
        if part.molecule is not None:
            inner = (Leaf(part.molecule, state, bound=True),)
        for leaf in inner:
            yield from (leaf,) * part.count
