"""The rows of the tables of nodes and edges, for whatever is made of tables."""

from pathport.networks.network import Cell, Edge, Node

__all__ = ["edge_row", "node_row"]


def node_row(node: Node) -> dict[str, Cell]:
    """What is told of a node, but for its id."""
    return {"name": node.name, "type": node.type, **node.columns}


def edge_row(edge: Edge) -> dict[str, Cell]:
    """What is told of an edge, but for its id."""
    return {
        "source": edge.source,
        "interaction": edge.interaction,
        "target": edge.target,
        "directed": edge.directed,
        **edge.columns,
    }
