"""What nodes and edges are called: names of their own, else what they are, in the notation.

A name that is made here is no fact: the reader makes it again and takes no note of it.
"""

import re
from collections.abc import Mapping

from pathport.model.notation import parse_state, spell_state
from pathport.model.parts import NO_STATE, Component, State
from pathport.model.things import Form, Molecule, Species

__all__ = ["Ends", "edge_name", "is_made", "is_of_state", "species_name"]

MADE = re.compile(r".* \((?P<interaction>.*)\) .*", re.DOTALL)

Ends = tuple[tuple[str, ...], tuple[str, ...]]
"""What the source of an edge is called, and what its target."""


def species_name(species: Species, molecules: Mapping[str, Molecule]) -> str:
    """What a species without a name is called: its molecule or parts by name, and its state."""
    if species.form is Form.SET:
        return species.id
    if species.molecule is not None:
        return _called(species.molecule, molecules) + _braced(species.state)
    inner = ":".join(_part(it, molecules) for it in species.components)
    return (
        f"({inner}){_braced(species.state)}" if species.state != NO_STATE else inner or species.id
    )


def is_of_state(name: str, species: Species, molecules: Mapping[str, Molecule]) -> bool:
    """Whether this is what a species without a name is called where its molecule has some state."""
    if species.molecule is None:
        return False
    called = _called(species.molecule, molecules)
    state = name.removeprefix(called)
    if not (name.startswith(called) and state.startswith("{") and state.endswith("}")):
        return False
    try:
        return parse_state(state[1:-1]) != NO_STATE
    except ValueError:
        return False


def _braced(state: State) -> str:
    return f"{{{spell_state(state)}}}" if state != NO_STATE else ""


def _part(part: Component, molecules: Mapping[str, Molecule]) -> str:
    count = f"{part.count}*" if part.count != 1 else ""
    if part.molecule is not None:
        return count + _called(part.molecule, molecules) + _braced(part.state)
    inner = ":".join(_part(it, molecules) for it in part.components)
    return f"{count}({inner}){_braced(part.state)}"


def _called(molecule: str, molecules: Mapping[str, Molecule]) -> str:
    known = molecules.get(molecule)
    return known.name if known is not None and known.name is not None else molecule


def edge_name(source: str, interaction: str, target: str) -> str:
    """What an edge without a name is called, as Cytoscape does it."""
    return f"{source} ({interaction}) {target}"


def is_made(name: str, interaction: str, ends: Ends) -> bool:
    """Whether an edge is called as one without a name is, or was before one of the two changed."""
    found = MADE.fullmatch(name)
    if found is None:
        return False
    sources, targets = (tuple(filter(None, each)) for each in ends)
    between = name.startswith(tuple(f"{it} (" for it in sources))
    between = between and name.endswith(tuple(f") {it}" for it in targets))
    return between or found["interaction"] == interaction
