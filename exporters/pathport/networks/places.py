"""Where the nodes of a view of processes are: where the pathway has them, or where the engine does.

The place of a species that is drawn several times is that of its first box.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pathport.layout.engine import laid_out
from pathport.model.pathway import Pathway
from pathport.networks.network import Edge, Network

__all__ = ["Spot", "spots"]

SIZE = 12.0
"""Of a node that nothing places."""
DEPTH = 3
"""How far a gate may be from what has a place."""


class Spot(NamedTuple):
    """The centre of a node, in pixels from the top left corner, and its extent."""

    x: float
    y: float
    width: float = SIZE
    height: float = SIZE


def spots(network: Network, pathway: Pathway) -> dict[str, Spot]:
    """The places of a network's nodes.

    A node that nothing places is in the middle of those that it has an edge with.
    """
    found = _drawn(pathway) if pathway.layout.boxes else _laid_out(pathway)
    beside = _neighbours(network.edges)
    for _ in range(DEPTH):
        for node in network.nodes:
            near = [found[each] for each in beside.get(node.id, ()) if each in found]
            if node.id not in found and near:
                found[node.id] = _middle(near)
    return {node.id: found[node.id] for node in network.nodes if node.id in found}


def _drawn(pathway: Pathway) -> dict[str, Spot]:
    boxes = [each for each in pathway.layout.boxes if each.part is None]
    return {it.species: _spot(it.x, it.y, it.width, it.height) for it in reversed(boxes)}


def _laid_out(pathway: Pathway) -> dict[str, Spot]:
    glyphs = reversed(laid_out(pathway).glyphs)
    return {it.thing: _spot(it.x, it.y, it.width, it.height) for it in glyphs}


def _spot(x: float, y: float, width: float, height: float) -> Spot:
    return Spot(x + width / 2, y + height / 2, width, height)


def _neighbours(edges: Iterable[Edge]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for edge in edges:
        found.setdefault(edge.source, []).append(edge.target)
        found.setdefault(edge.target, []).append(edge.source)
    return found


def _middle(near: list[Spot]) -> Spot:
    xs, ys = ([each[axis] for each in near] for axis in (0, 1))
    return Spot(round(sum(xs) / len(xs), 1), round(sum(ys) / len(ys), 1))
