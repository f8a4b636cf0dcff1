"""Where the nodes of a view of processes are: where the pathway has them, or where the engine does.

The place of a species that is drawn several times is that of its first box.
"""

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pathport.layout.engine import laid_out
from pathport.layout.labels import ALONE, LONGEST, PADDING, TEXT
from pathport.layout.text import shortened, text_width
from pathport.model.pathway import Pathway
from pathport.networks.network import Edge, Network, Node

__all__ = ["Spot", "in_rows", "is_large", "shown", "spots"]

SIZE = 12.0
"""Of a node that nothing places."""
DEPTH = 3
"""How far a gate may be from what has a place."""
LARGEST = 3_000
"""Nodes and edges of a network that is still laid out by the engine, which takes minutes beyond."""
FARTHEST = 1e9
"""No canvas reaches farther; a number beyond it is brought back to it."""
GAP = 40.0
WIDE = 1.6


class Spot(NamedTuple):
    """The centre of a node, in pixels from the top left corner, and its extent."""

    x: float
    y: float
    width: float = SIZE
    height: float = SIZE


def spots(network: Network, pathway: Pathway) -> dict[str, Spot]:
    """The places of a network's nodes; those of a large one without a layout are in rows.

    A node that nothing places is in the middle of those that it has an edge with.
    """
    if not pathway.layout.boxes and is_large(network):
        return in_rows(network)
    found = _drawn(pathway) if pathway.layout.boxes else _laid_out(pathway)
    beside = _neighbours(network.edges)
    for _ in range(DEPTH):
        for node in network.nodes:
            near = [found[each] for each in beside.get(node.id, ()) if each in found]
            if node.id not in found and near:
                found[node.id] = _middle(near)
    return {node.id: found[node.id] for node in network.nodes if node.id in found}


def is_large(network: Network) -> bool:
    """Whether a network has too many nodes and edges to be laid out."""
    return len(network.nodes) + len(network.edges) > LARGEST


def shown(node: Node) -> str:
    """What stands in the box of a node: its name, or the beginning of a long one."""
    return shortened(node.name, TEXT, LONGEST)


def in_rows(network: Network) -> dict[str, Spot]:
    """The nodes in rows, in their order."""
    widths = [round(text_width(shown(it), TEXT)) + 2.0 * PADDING for it in network.nodes]
    across = max(1, math.ceil(math.sqrt(len(widths) * ALONE / max(widths) * WIDE)))
    step = max(widths) + GAP
    return {
        node.id: Spot(
            number % across * step + step / 2,
            number // across * (ALONE + GAP) + ALONE / 2,
            width,
            ALONE,
        )
        for number, (node, width) in enumerate(zip(network.nodes, widths, strict=True))
    }


def _drawn(pathway: Pathway) -> dict[str, Spot]:
    boxes = [each for each in pathway.layout.boxes if each.part is None]
    return {it.species: _spot(it.x, it.y, it.width, it.height) for it in reversed(boxes)}


def _laid_out(pathway: Pathway) -> dict[str, Spot]:
    glyphs = reversed(laid_out(pathway).glyphs)
    return {it.thing: _spot(it.x, it.y, it.width, it.height) for it in glyphs}


def _spot(x: float, y: float, width: float, height: float) -> Spot:
    x, y, width, height = (max(-FARTHEST, min(FARTHEST, it)) for it in (x, y, width, height))
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
