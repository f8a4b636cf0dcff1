"""A network as a graph of networkx, with every column as an attribute.

networkx comes with ``pip install 'pathport[networks]'``.
"""

from typing import TYPE_CHECKING

from pathport.errors import UnsupportedError
from pathport.networks.flat import flat
from pathport.networks.network import Network
from pathport.networks.rules import NO_LIBRARY

if TYPE_CHECKING:
    import networkx

__all__ = ["graph_of"]


def graph_of(network: Network, *, is_flat: bool = False) -> "networkx.MultiDiGraph[str]":
    """The graph; an edge without direction goes from the one end to the other, and says so.

    With ``is_flat`` lists are texts (`pathport.networks.flat`).

    :raises UnsupportedError: if networkx is not installed.
    """
    try:
        import networkx
    except ModuleNotFoundError:
        sentence = "networkx, which this needs, is not installed"
        raise UnsupportedError(NO_LIBRARY.finding(sentence)) from None
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(name=network.name)
    said = {
        name: flat(cell) if is_flat and isinstance(cell, tuple) else cell
        for name, cell in network.columns.items()
    }
    graph.graph.update(said)
