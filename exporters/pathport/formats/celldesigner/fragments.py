"""The fragments of proteins, each of which is a protein of its own in CellDesigner: TRUNCATED.

A protein that is there in one shape alone, whole or cut, is told by the one template that it has.
Of one that is there in several, each fragment has a template with a name that tells it: people and
programs tell species apart by template, name and state, and a state knows no fragment.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import msgspec

from pathport.formats.celldesigner.naming import Naming
from pathport.model.parts import Component, Fragment, State
from pathport.model.pathway import Pathway
from pathport.model.things import Molecule

__all__ = ["Cut", "Fragments"]


class Cut(NamedTuple):
    """The template of a fragment."""

    id: str
    name: str
    molecule: str
    fragment: Fragment

    def cut_from(self, whole: Molecule) -> Molecule:
        """The molecule as its fragment shows it: called so, with the sites that are in it."""
        begin, end = self.fragment.begin or 0, self.fragment.end or math.inf
        sites = (it for it in whole.sites if it.position is None or begin <= it.position <= end)
        return msgspec.structs.replace(whole, name=self.name, sites=tuple(sites))


class Fragments:
    """The templates of the fragments of a pathway; ``proteins`` are the names of these by id."""

    def __init__(self, pathway: Pathway, proteins: Mapping[str, str], naming: Naming) -> None:
        shapes: dict[str, set[Fragment | None]] = defaultdict(set)
        for molecule, state in _states(pathway):
            shapes[molecule].add(state.fragment)
        self._cuts: dict[tuple[str, Fragment | None], Cut] = {}
        for molecule in sorted(shapes.keys() & proteins.keys()):
            if len(shapes[molecule]) > 1:
                for it in sorted(filter(None, shapes[molecule]), key=_extent):
                    id_ = naming.id_for(f"{molecule}_{_extent(it)}".replace("-", "_"), molecule, it)
                    name = f"{proteins[molecule]} ({_extent(it)})"
                    self._cuts[molecule, it] = Cut(id_, name, molecule, it)

    def of(self, molecule: str | None, state: State) -> Cut | None:
        """The template for a molecule in a state, if that is one of its fragments."""
        return self._cuts.get((molecule or "", state.fragment))

    @cached_property
    def by_id(self) -> Mapping[str, Cut]:
        """All of them."""
        return {it.id: it for it in self._cuts.values()}


def _extent(fragment: Fragment) -> str:
    """Where a fragment begins and ends, as a name tells it."""
    begin, end = fragment.begin, fragment.end
    told = f"{'' if begin is None else begin}-{'' if end is None else end}"
    return "fragment" if told == "-" else told


def _states(pathway: Pathway) -> Iterator[tuple[str, State]]:
    """The molecules of all species and parts, each with a state that it is in."""
    for species in pathway.species:
        if species.molecule is not None:
            yield species.molecule, species.state
        yield from _states_in(species.components)


def _states_in(components: Iterable[Component]) -> Iterator[tuple[str, State]]:
    for it in components:
        if it.molecule is not None:
            yield it.molecule, it.state
        yield from _states_in(it.components)
