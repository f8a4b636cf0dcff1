"""The layered engine: from a pathway without positions to a picture of it.

Signalling is drawn from outside to inside: bands of compartments, rows in them, lines in channels
between the rows. Several orders are tried, a number that depends on the size alone, and the one
with the fewest crossings is kept, so that equal pathways give equal pictures.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from pathport.layout.assembly import assembled
from pathport.layout.blocks import Block, blocks_of, place_members
from pathport.layout.channels import CELL, Channel, channels_of
from pathport.layout.graph import Graph, graph_of
from pathport.layout.labels import Labels
from pathport.layout.order import Rows
from pathport.layout.picture import Picture
from pathport.layout.rows import assign_rows, page_width
from pathport.layout.trunks import Trunk, ports, trunks_of
from pathport.layout.zones import Zones
from pathport.model.pathway import Pathway

__all__ = ["laid_out"]

EFFORT = 4_000
"""Items times tries, about."""
MOST_TRIES = 12
SWEEPS = 12


@dataclass(slots=True)
class Try:
    """An order that was tried, routed."""

    rows: Rows
    channels: list[Channel]

    @property
    def crossings(self) -> int:
        """How many lines cross in it."""
        return sum(channel.crossings for channel in self.channels)


def laid_out(pathway: Pathway) -> Picture:
    """The picture of a pathway, with places of our own for everything in it."""
    labels = Labels(pathway)
    zones = Zones(pathway, labels)
    graph = graph_of(pathway, labels, zones)
    title = pathway.name or pathway.id
    if not graph.nodes:
        return Picture(width=240, height=80, title=title)
    blocks = blocks_of(graph, zones)
    for block in blocks:
        place_members(block)
    _tell_components(blocks, graph)
    count = assign_rows(blocks, graph, page_width(blocks))
    trunks = trunks_of(blocks, graph)
    _widen(blocks, trunks)
    best = _best(blocks, graph, trunks, count)
    return msgspec.structs.replace(
        assembled(blocks, graph, zones, (best.rows, best.channels, trunks)), title=title
    )


def _tell_components(blocks: Sequence[Block], graph: Graph) -> None:
    """Numbers what is connected, the largest first."""
    block_of = {node.number: block.number for block in blocks for node in block.nodes()}
    root = {block.number: block.number for block in blocks}

    def found(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for net in graph.nets:
        for link in net.links:
            first, second = found(block_of[net.source.number]), found(block_of[link.target.number])
            root[max(first, second)] = min(first, second)
    sizes: dict[int, int] = {}
    for block in blocks:
        sizes[found(block.number)] = sizes.get(found(block.number), 0) + len(block.nodes())
    order = sorted(sizes, key=lambda each: (-sizes[each], each))
    rank = {each: index for index, each in enumerate(order)}
    for block in blocks:
        block.component = rank[found(block.number)]


def _widen(blocks: Sequence[Block], trunks: Sequence[Trunk]) -> None:
    """Makes each node wide enough for the lines that meet it."""
    counts = ports(trunks)
    for block in blocks:
        for node in block.nodes():
            most = max(counts.get((node.number, True), 0), counts.get((node.number, False), 0))
            node.width = max(node.width, most * CELL)
    for block in blocks:
        place_members(block)


def _best(blocks: Sequence[Block], graph: Graph, trunks: Sequence[Trunk], count: int) -> Try:
    size = len(blocks) + sum(len(trunk.bends) for trunk in trunks)
    best: Try | None = None
    rows = Rows(blocks, graph, trunks, count)
    for seed in range(max(1, min(MOST_TRIES, EFFORT // size))):
        tried = _tried(Rows(blocks, graph, trunks, count) if best else rows, trunks, count, seed)
        if best is None or tried.crossings < best.crossings:
            best = tried
    if best is None:
        raise AssertionError("no order was tried")
    return best


def _tried(rows: Rows, trunks: Sequence[Trunk], count: int, seed: int) -> Try:
    rows.start(seed)
    rows.settle(SWEEPS)
    return Try(rows, channels_of(rows, trunks, count))
