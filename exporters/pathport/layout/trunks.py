"""Lines between rows as trunks: all lines of a net that leave its source on one side.

A trunk goes from row to row; where it passes a row it has a bend point of its own, so that no
line ever runs through a block.
"""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pathport.layout.blocks import Block
from pathport.layout.graph import Graph, Link, Net
from pathport.layout.heads import BREADTH
from pathport.layout.picture import LineRole
from pathport.layout.zones import Lane

__all__ = ["APART", "CELL", "Bend", "Trunk", "cell_of", "level_links", "ports", "trunks_of"]

CELL = 8.0
"""What each port has of the side of a node, at least."""
APART = 2.0
"""At least so far is a line from above from one from below."""
HEADED = BREADTH + CELL - 2 * APART
"""What a port with a head has: two heads are as far apart as they are broad, and as ports may be
moved.
"""
FROM_ABOVE = (LineRole.CONTROL, LineRole.LOGIC, LineRole.TEMPLATE)


@dataclass(slots=True, eq=False)
class Bend:
    """Where a trunk passes a row."""

    trunk: "Trunk"
    row: int
    x: float = 0
    """Where the channels have it."""


@dataclass(slots=True, eq=False)
class Trunk:
    """Lines of a net on one side of its source: upwards, or downwards."""

    number: int
    net: Net
    upward: bool
    row: int
    """Of its source."""
    links: list[tuple[Link, int]] = field(default_factory=list)
    """Each with the row of its target."""
    bends: dict[int, Bend] = field(default_factory=dict)

    def finish(self) -> None:
        """Makes the bend points, now that all targets are known."""
        rows = [row for _, row in self.links]
        passed = range(min(rows) + 1, self.row) if self.upward else range(self.row + 1, max(rows))
        self.bends = {row: Bend(self, row) for row in passed}


def neighbours(blocks: Sequence[Block]) -> set[tuple[int, int]]:
    """Pairs of nodes that are side by side in a train."""
    found = set()
    for block in blocks:
        for train in (*block.trains, *(it for inner in _within(block) for it in inner.trains)):
            for first, second in itertools.pairwise(train):
                found |= {(first.number, second.number), (second.number, first.number)}
    return found


def _within(block: Block) -> list[Block]:
    return [each for inner in block.inner for each in (inner, *_within(inner))]


IN_TRAIN = (LineRole.INPUT, LineRole.OUTPUT, LineRole.ASSOCIATION)


def level_links(blocks: Sequence[Block], graph: Graph) -> list[tuple[Net, Link]]:
    """The lines between neighbours in a train, one for each pair: straight, in their row."""
    beside = neighbours(blocks)
    found: dict[tuple[int, int], tuple[Net, Link]] = {}
    for net in graph.nets:
        for link in net.links:
            pair = net.source.number, link.target.number
            if net.role in IN_TRAIN and pair in beside:
                found.setdefault((min(pair), max(pair)), (net, link))
    return list(found.values())


def trunks_of(blocks: Sequence[Block], graph: Graph) -> list[Trunk]:
    """All lines but those inside trains."""
    row_of = {node.number: block.row for block in blocks for node in block.nodes()}
    inside = {(id(net), id(link)) for net, link in level_links(blocks, graph)}
    trunks: list[Trunk] = []
    for net in graph.nets:
        row = row_of[net.source.number]
        sides: dict[bool, Trunk] = {}
        for link in net.links:
            if (id(net), id(link)) in inside:
                continue
            there = row_of[link.target.number]
            upward = there < row or (there == row and _loops_above(net))
            if upward not in sides:
                sides[upward] = Trunk(0, net, upward, row)
            sides[upward].links.append((link, there))
        trunks += sides.values()
    for number, trunk in enumerate(trunks):
        trunk.number = number
        trunk.finish()
    return trunks


def _loops_above(net: Net) -> bool:
    """Whether lines within a row leave it upwards: not towards the ligand of what they come of."""
    return net.role in FROM_ABOVE and net.source.zone.lane is not Lane.SPANNING


def cell_of(head: str) -> float:
    """What a port has of the side of a node, by the head that stands there, if any."""
    return HEADED if head else CELL


def ports(trunks: Sequence[Trunk]) -> dict[tuple[int, bool], float]:
    """How wide each node must be for what meets its upper side (true) and lower side.

    Ports are apart by half of what each of two has, in whatever order they come to be.
    """
    cells: defaultdict[tuple[int, bool], list[float]] = defaultdict(list)
    for trunk in trunks:
        own = cell_of(trunk.net.head(at_source=True))
        cells[trunk.net.source.number, trunk.upward].append(own)
        other = cell_of(trunk.net.head(at_source=False))
        for link, row in trunk.links:
            level = row == trunk.row
            cells[link.target.number, trunk.upward if level else not trunk.upward].append(other)
    return {side: _breadth(sorted(found)) for side, found in cells.items()}


def _breadth(cells: Sequence[float]) -> float:
    """The most that ports can take, the narrowest of them at the two ends."""
    return CELL + sum(cells) - (cells[0] + cells[1 if len(cells) > 1 else 0]) / 2
