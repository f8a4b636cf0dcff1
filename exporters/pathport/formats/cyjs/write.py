"""Writes a network as the JSON of Cytoscape.js, which Cytoscape imports too.

Ids are texts. A compartment is a node that holds others, and takes its box from them. Load it with
the layout ``preset``: any other moves the nodes (Cytoscape.js 3, ``cy.json()``).
"""

from collections.abc import Iterator
from typing import Any

import msgspec

import pathport
from pathport.formats import Options, Written
from pathport.model.pathway import Pathway
from pathport.networks.account import unread
from pathport.networks.network import Network, Node, View
from pathport.networks.places import Spot, spots
from pathport.networks.rows import edge_row, node_row
from pathport.networks.views import network_of

__all__ = ["write"]

HEAD = {
    "format_version": "1.0",
    "generated_by": f"pathport-{pathport.__version__}",
    "target_cytoscapejs_version": "~3",
}


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: B008 - frozen
    """The network that the options ask for; only species and processes have places."""
    network = network_of(pathway, options.view, options.complexes)
    places = spots(network, pathway) if options.view is View.PROCESS else {}
    content = {
        **HEAD,
        "data": _data({"name": network.name, "shared name": network.name, **network.columns}),
        "elements": {
            "nodes": list(_nodes(network, places)),
            "edges": [{"data": {"id": each.id, **_data(edge_row(each))}} for each in network.edges],
        },
    }
    text = msgspec.json.format(msgspec.json.encode(content)) + b"\n"
    return Written(content=text, account=unread(pathway))


def _nodes(network: Network, places: dict[str, Spot]) -> Iterator[dict[str, Any]]:
    for node in (*network.groups, *network.nodes):
        made: dict[str, Any] = {"data": _told(node)}
        if node.id in places:
            x, y = places[node.id]
            made["position"] = {"x": x, "y": y}
        yield made


def _told(node: Node) -> dict[str, Any]:
    parent = {"parent": node.parent} if node.parent else {}
    return {"id": node.id, **parent, "shared_name": node.name, **_data(node_row(node))}


def _data(row: dict[str, Any]) -> dict[str, Any]:
    """A row with names that selectors of Cytoscape.js can say, as Cytoscape writes them."""
    return {name.replace(" ", "_"): cell for name, cell in row.items()}
