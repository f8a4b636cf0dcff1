"""Writes a network as the JSON of Cytoscape.js, which Cytoscape imports too.

Ids are texts. A compartment is a node that holds others, and takes its box from them. The file has
its style and layout, so that ``cytoscape({container, ...file})`` draws it; Cytoscape takes what it
knows of it (Cytoscape.js 3, Initialisation).
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

import pathport
from pathport.formats import Options, Written
from pathport.formats.cyjs.looks import style
from pathport.layout.labels import PADDING, TEXT
from pathport.layout.text import text_width
from pathport.looks.signs import LETTERS, fill_of
from pathport.model.enumerations import Kind, ProcessType
from pathport.model.pathway import Pathway
from pathport.networks.account import unread
from pathport.networks.network import Edge, Network, Node, View
from pathport.networks.places import Spot, shown
from pathport.networks.rows import edge_row, node_row
from pathport.networks.views import network_of, places_of

__all__ = ["write"]

TYPES = frozenset(ProcessType)
HEIGHT = 24
"""Of a node that has no place, in pixels."""

HEAD = {
    "format_version": "1.0",
    "generated_by": f"pathport-{pathport.__version__}",
    "target_cytoscapejs_version": "~3",
}


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: B008 - frozen
    """The network that the options ask for."""
    network = network_of(pathway, options.view, options.complexes)
    places = places_of(network, pathway, options.view)
    content = {
        **HEAD,
        "data": _data({"name": network.name, "shared name": network.name, **network.columns}),
        "style": style(),
        "layout": {"name": "preset"},
        "elements": {
            "nodes": list(_nodes(network, places, LABELS[options.view])),
            "edges": [{"data": _edge(each)} for each in network.edges],
        },
    }
    text = msgspec.json.format(msgspec.json.encode(content)) + b"\n"
    return Written(content=text, account=unread(pathway))


def _nodes(
    network: Network, places: dict[str, Spot], label_of: Callable[[Node], str]
) -> Iterator[dict[str, Any]]:
    for node in (*network.groups, *network.nodes):
        label = label_of(node) if node.id in places else node.name
        roles = node.columns.get("roles")
        data = {
            "id": node.id,
            "label": label,
            "shared_name": node.name,
            "fill": fill_of(node.type, roles if isinstance(roles, tuple) else ()),
            **_data(node_row(node)),
        }
        if node.parent:
            data["parent"] = node.parent
        made: dict[str, Any] = {"data": data}
        if node.id in places:
            x, y, data["width"], data["height"] = places[node.id]
            made["position"] = {"x": x, "y": y}
        elif node not in network.groups:
            data["width"], data["height"] = round(text_width(label, TEXT)) + 2 * PADDING, HEIGHT
        yield made


def _edge(edge: Edge) -> dict[str, Any]:
    """What is told of an edge, under the names of Cytoscape too."""
    return {
        "id": edge.id,
        "name": edge.shared_name,
        "shared_name": edge.shared_name,
        "shared_interaction": edge.interaction,
        **_data(edge_row(edge)),
    }


def _label(node: Node) -> str:
    """What stands in the box of a node that has a place: a complex in rows, a process as a sign."""
    if node.type in TYPES:
        return LETTERS.get(node.type, "")
    return node.name.replace(":", ":\n") if node.type == Kind.COMPLEX else node.name


LABELS: Mapping[View, Callable[[Node], str]] = {
    View.PROCESS: _label,
    View.INFLUENCE: shown,
}
"""What stands in the box of a node, in each view."""


def _data(row: dict[str, Any]) -> dict[str, Any]:
    """A row with names that selectors of Cytoscape.js can say, as Cytoscape writes them."""
    return {name.replace(" ", "_"): cell for name, cell in row.items()}
