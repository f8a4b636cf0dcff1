"""A derived view of a pathway as a file of CX2: molecules that act on molecules.

Nothing makes a pathway of it again. The look is that of the view of processes.
"""

from collections.abc import Mapping
from typing import Any

from pathport.formats import Options, Written
from pathport.formats.cx2.looks import EDITOR, visual_properties
from pathport.formats.cx2.terms import (
    DIRECTED,
    HEIGHT,
    ID,
    INTERACTION,
    LABEL,
    LOOK,
    MODULE,
    NAME,
    TYPE,
    WIDTH,
)
from pathport.formats.cx2.text import columns_of, spelled
from pathport.looks.signs import fill_of
from pathport.model.pathway import Pathway
from pathport.networks.account import unread
from pathport.networks.network import Cell, Edge, Node
from pathport.networks.places import Spot, shown
from pathport.networks.views import network_of, places_of

__all__ = ["write_derived"]

COLUMNS: Mapping[str, str] = {
    "alias": "synonyms",
    "data sources": "data_sources",
    "modules": MODULE,
}
"""Columns of networks that have another name in CX2, where an alias is an identifier."""

Values = dict[str, Any]


def write_derived(pathway: Pathway, options: Options) -> Written:
    """The network that the options ask for, with an account that nothing is read back."""
    network = network_of(pathway, options.view, options.complexes)
    places = places_of(network, pathway, options.view)
    numbers = {node.id: number for number, node in enumerate(network.nodes)}
    nodes: list[Values] = [
        {"id": numbers[node.id], **_node(node, places[node.id])} for node in network.nodes
    ]
    edges: list[Values] = [
        {"id": number, "s": numbers[edge.source], "t": numbers[edge.target], "v": _edge(edge)}
        for number, edge in enumerate(network.edges)
    ]
    about = _told(network.columns)
    content = spelled(
        {
            "networkAttributes": [{NAME: network.name, **about}],
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


def _node(node: Node, spot: Spot) -> Values:
    roles = node.columns.get("roles", ())
    values = {
        ID: node.id,
        NAME: node.name,
        TYPE: node.type,
        **_told(node.columns),
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
