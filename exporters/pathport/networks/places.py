"""Where the nodes of a view of processes are: where the pathway has them, or where the engine does.

The place of a species that is drawn several times is that of the first box.
"""

from collections.abc import Iterable, Mapping

from pathport.layout.engine import laid_out
from pathport.model.pathway import Pathway
from pathport.networks.network import Edge, Network

__all__ = ["Spot", "spots"]

Spot = tuple[float, float]
"""A centre, in pixels from the top left corner."""


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


DEPTH = 3
"""How far a gate may be from what has a place."""


def _drawn(pathway: Pathway) -> dict[str, Spot]:
    boxes = [each for each in pathway.layout.boxes if each.part is None]
    return {it.species: (it.x + it.width / 2, it.y + it.height / 2) for it in reversed(boxes)}


def _laid_out(pathway: Pathway) -> dict[str, Spot]:
    glyphs = reversed(laid_out(pathway).glyphs)
    return {it.thing: (it.x + it.width / 2, it.y + it.height / 2) for it in glyphs}


def _neighbours(edges: Iterable[Edge]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for edge in edges:
        found.setdefault(edge.source, []).append(edge.target)
        found.setdefault(edge.target, []).append(edge.source)
    return found


def _middle(places: list[Spot]) -> Spot:
    xs, ys = zip(*places, strict=True)
    return round(sum(xs) / len(xs), 1), round(sum(ys) / len(ys), 1)
