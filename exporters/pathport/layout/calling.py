"""What the molecules of a pathway are called in pictures: by a name, wherever one is told.

A file may name the species that show a molecule, and not the molecule: BioPAX's physical entities
and their references, SBML's species. An id is the last resort.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from pathport.model.enumerations import Kind
from pathport.model.parts import Component, State
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Molecule, Species

__all__ = ["called"]


KINDS = "|".join(re.escape(it.value.replace(" ", "")) for it in Kind)
COUNTED = re.compile(rf"({KINDS}|entity|physicalentity)(reference)?[-_]?[0-9a-f]+", re.IGNORECASE)
"""Ids that say no more than of what kind something is, and a number."""


def called(pathway: Pathway) -> Mapping[str, str]:
    """By id of a molecule its name; else what shows it alone and unmodified is called, if that does
    not repeat the id; else its id, or where that is but a number, its first synonym or what shows
    it in any state is called.
    """
    alone: dict[str, list[Species | Component]] = defaultdict(list)
    for bearer in _bearers(pathway):
        if bearer.molecule is not None and bearer.name is not None:
            alone[bearer.molecule].append(bearer)
    return {it.id: it.name or _name(it, alone[it.id]) for it in pathway.molecules}


def _bearers(pathway: Pathway) -> Iterator[Species | Component]:
    """The species that show one molecule alone, and the parts of complexes that do."""
    for species in pathway.species:
        if species.form is Form.SINGLE:
            yield species
        waiting = [*species.components]
        while waiting:
            part = waiting.pop()
            yield part
            waiting += part.components


def _name(molecule: Molecule, alone: Sequence[Species | Component]) -> str:
    names = _names(it for it in alone if _is_plain(it.state))
    if COUNTED.fullmatch(molecule.id) is None:
        is_name = any(molecule.id.casefold() in it.casefold() for it in names)
        return molecule.id if is_name or not names else names[0]
    known = [it for it in names if it in molecule.synonyms]
    found = (*known, *names, *molecule.synonyms, *_names(alone))
    return next(iter(found), molecule.id)


def _is_plain(state: State) -> bool:
    """Whether a state tells no more than what part of a molecule it is."""
    return msgspec.structs.replace(state, fragment=None) == State()


def _names(bearers: Iterable[Species | Component]) -> list[str]:
    """What they are called, the shortest first."""
    return sorted({it.name or "" for it in bearers}, key=lambda it: (len(it), it))
