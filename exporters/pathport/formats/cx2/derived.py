"""A derived view of a pathway as a file of CX2: molecules that act on molecules.

Nothing makes a pathway of it again. The look is that of the view of processes.
"""

from collections.abc import Mapping

from pathport.formats import Options, Written
from pathport.formats.cx2.entries import entries_spelled
from pathport.formats.cx2.looks import EDITOR, visual_properties
from pathport.formats.cx2.saying import Values, listed, of_molecule, of_network, represented
from pathport.formats.cx2.terms import (
    ALIAS,
    DIRECTED,
    HEIGHT,
    ID,
    IDENTIFIERS,
    INTERACTION,
    LABEL,
    LOCATION,
    LOOK,
    MEMBER,
    MODULE,
    NAME,
    REPRESENTS,
    TYPE,
    WIDTH,
)
from pathport.formats.cx2.text import columns_of, spelled
from pathport.looks.signs import fill_of
from pathport.model.pathway import Pathway
from pathport.model.things import Thing
from pathport.networks.account import unread
from pathport.networks.network import Cell, Edge, Node
from pathport.networks.places import Spot, shown
from pathport.networks.views import network_of, places_of

__all__ = ["write_derived"]

COLUMNS: Mapping[str, str] = {
    "alias": "synonyms",
    "compartments": LOCATION,
    "data sources": "data_sources",
    "modules": MODULE,
    "states": "modifications",
}
"""Columns of networks that have another name in CX2, where an alias is an identifier."""
ENTRIES = frozenset({REPRESENTS, ALIAS, IDENTIFIERS})
STATES = frozenset({"states", "compartments", "species"})
"""Columns of all the species of a node, beside what its molecule says."""


def write_derived(pathway: Pathway, options: Options) -> Written:
    """The network that the options ask for, with an account that nothing is read back."""
    network = network_of(pathway, options.view, options.complexes)
    places = places_of(network, pathway, options.view)
    numbers = {node.id: number for number, node in enumerate(network.nodes)}
    things = _Things(pathway)
    nodes: list[Values] = [
        {"id": numbers[node.id], **_node(node, things, places[node.id])} for node in network.nodes
    ]
    edges: list[Values] = [
        {"id": number, "s": numbers[edge.source], "t": numbers[edge.target], "v": _edge(edge)}
        for number, edge in enumerate(network.edges)
    ]
    content = spelled(
        {
            "networkAttributes": [of_network(pathway)],
            "nodes": nodes,
            "edges": edges,
            "visualProperties": [visual_properties(columns_of(nodes), columns_of(edges))],
            "visualEditorProperties": [{"properties": EDITOR}],
        }
    )
    return Written(content=content, account=unread(pathway))


def _told(cells: Mapping[str, Cell]) -> Values:
    """Columns as CX2 calls them, with lists as such."""
    return {
        COLUMNS.get(name, name): list(cell) if isinstance(cell, tuple) else cell
        for name, cell in cells.items()
    }


class _Things:
    """What the nodes of a view of influences are."""

    def __init__(self, pathway: Pathway) -> None:
        self.molecules = {it.id: it for it in pathway.molecules}
        self.others: dict[str, Thing] = {it.id: it for it in (*pathway.species, *pathway.processes)}

    def values(self, node: Node) -> Values:
        """What a node says, under the names that the columns have in a view of processes."""
        if node.id in self.molecules:
            states = {name: it for name, it in node.columns.items() if name in STATES}
            molecule = of_molecule(self.molecules[node.id], self.molecules)
            molecule.pop("molecule_name", None)
            return molecule | _told(states)
        species = node.columns.get("species", ())
        only = species[0] if isinstance(species, tuple) and len(species) == 1 else node.id
        found = _told(node.columns)
        if only in self.others:
            thing = self.others[only]
            found = {key: it for key, it in found.items() if key not in ENTRIES}
            found |= entries_spelled(thing.identifiers, thing.accessions)
        members = node.columns.get("members", ())
        inner = represented(members if isinstance(members, tuple) else (), self.molecules)
        return {TYPE: node.type, **found, **listed(MEMBER, inner)}


def _node(node: Node, things: _Things, spot: Spot) -> Values:
    roles = node.columns.get("roles", ())
    values = {
        ID: node.id,
        NAME: node.name,
        **things.values(node),
        LABEL: shown(node),
        LOOK: fill_of(node.type, roles if isinstance(roles, tuple) else ()),
        WIDTH: float(spot.width),
        HEIGHT: float(spot.height),
    }
    return {"x": spot.x, "y": spot.y, "v": values}


def _edge(edge: Edge) -> Values:
    return {
        ID: edge.id,
        NAME: edge.shared_name,
        INTERACTION: edge.interaction,
        DIRECTED: edge.directed,
        **{key: value for key, value in _told(edge.columns).items() if key != NAME},
    }
