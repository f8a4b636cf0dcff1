"""Complexes by name whose members are drawn in them, as the parts of any complex are.

A member of which nothing but an identifier is known is not drawn: a box wants a name. How often a
member is there, and whether it is hypothetical, its box tells; what else is said of a member has no
place.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from graphlib import TopologicalSorter

import msgspec

from pathport.model.enumerations import Kind
from pathport.model.parts import Component
from pathport.model.things import Form, Molecule, Species

__all__ = ["Members"]

MOST = 50
"""So many parts a complex by name has at most, those of its members among them: where a member is
of members itself, it is drawn again wherever it is named."""


class Members:
    """What is drawn in the complexes by name of a pathway."""

    def __init__(self, molecules: Iterable[Molecule]) -> None:
        self.molecules = {it.id: it for it in molecules}

    def of(self, molecule: str | None) -> tuple[Component, ...]:
        """The members that are drawn in a molecule, if it is a complex by name."""
        return self._drawn.get(molecule or "", ())

    def shown(self, species: Species) -> Species:
        """A species with all that is drawn in it as its components."""
        inner = self.of(species.molecule) if species.form is Form.SINGLE else species.components
        components = tuple(map(self._shown, inner))
        if components == species.components:
            return species
        return msgspec.structs.replace(
            species, form=Form.COMPLEX, molecule=None, components=components
        )

    def _shown(self, component: Component) -> Component:
        inner = component.components or self.of(component.molecule)
        components = tuple(map(self._shown, inner))
        if components == component.components:
            return component
        return msgspec.structs.replace(component, molecule=None, components=components)

    @cached_property
    def _drawn(self) -> Mapping[str, tuple[Component, ...]]:
        """By molecule, its members; none where one can't be drawn, or where they are too many."""
        whole = {it.id: it for it in self.molecules.values() if it.kind is Kind.COMPLEX}
        named = {id_: [it.molecule for it in one.members] for id_, one in whole.items()}
        sizes: dict[str, int] = {}
        found: dict[str, tuple[Component, ...]] = {}
        for id_ in TopologicalSorter(named).static_order():
            members = named.get(id_, [])
            size = sum(1 + sizes[it] for it in members)
            is_drawn = size <= MOST and all(map(self._is_told, members))
            sizes[id_] = size if is_drawn else 0
            if members and is_drawn:
                found[id_] = tuple(
                    Component(molecule=it.molecule, count=it.count, certainty=it.certainty)
                    for it in whole[id_].members
                )
        return found

    def _is_told(self, molecule: str) -> bool:
        known = self.molecules[molecule]
        is_known = known.name is not None or known.kind is not Kind.UNKNOWN
        return is_known or not known.identifiers
