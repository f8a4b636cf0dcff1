"""A network in the libraries that work with networks and tables: networkx and pandas.

Both come with ``pip install 'pathport[networks]'``.
"""

import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from pathport.errors import UnsupportedError
from pathport.networks.flat import flat
from pathport.networks.network import Cell, Network
from pathport.networks.rows import edge_row, node_row
from pathport.networks.rules import NO_LIBRARY

if TYPE_CHECKING:
    import networkx
    import pandas

__all__ = ["Tables", "graph_of", "tables_of"]


class Tables(NamedTuple):
    """The nodes and the edges of a network, each a table; a cell that says nothing is empty."""

    nodes: "pandas.DataFrame"
    edges: "pandas.DataFrame"


def graph_of(network: Network, *, is_flat: bool = False) -> "networkx.MultiDiGraph[str]":
    """The network as a graph with every column as an attribute, the keys of edges their ids.

    An edge without direction says so (``directed``) and goes from one end to the other. With
    ``is_flat`` lists are texts (`pathport.networks.flat`).

    :raises UnsupportedError: if networkx is not installed.
    """
    graph = _library("networkx").MultiDiGraph(name=network.name)

    def cells(row: Mapping[str, Cell]) -> dict[str, Any]:
        return {name: _plain(cell, is_flat=is_flat) for name, cell in row.items()}

    graph.graph.update(cells(network.columns))
    for node in network.nodes:
        graph.add_node(node.id, **cells(node_row(node)))
    for edge in network.edges:
        graph.add_edge(edge.source, edge.target, key=edge.id, **cells(edge_row(edge)))
    return graph


def tables_of(network: Network) -> Tables:
    """The nodes and edges of the network, indexed by their ids; lists are lists.

    :raises UnsupportedError: if pandas is not installed.
    """
    frame = _library("pandas").DataFrame.from_dict
    nodes = {each.id: node_row(each) for each in network.nodes}
    edges = {each.id: edge_row(each) for each in network.edges}
    return Tables(*(frame(rows, orient="index").rename_axis("id") for rows in (nodes, edges)))


def _plain(cell: Cell, *, is_flat: bool) -> Any:
    """The cell in types that the libraries know, which a member of an enumeration is not."""
    if not isinstance(cell, tuple):
        return str(cell) if isinstance(cell, str) else cell
    return flat(cell) if is_flat else list(cell)


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        sentence = f"{name} is not installed"
        raise UnsupportedError(NO_LIBRARY.finding(sentence)) from None
