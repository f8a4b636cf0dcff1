"""The layered engine: from a pathway without positions to a picture of it.

Signalling is drawn from outside to inside: bands of compartments, rows in them, lines in channels
between the rows. Several orders are tried, a number that depends on the size alone, and the one
with the fewest crossings is kept, so that equal pathways give equal pictures.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from pathport.layout.assembly import Assembly
from pathport.layout.blocks import Block, blocks_of, place_members
from pathport.layout.building import graph_of
from pathport.layout.channels import Channel, channels_of, route
from pathport.layout.graph import Graph
from pathport.layout.labels import Labels
from pathport.layout.memory import remembered
from pathport.layout.order import Rows
from pathport.layout.picture import Picture
from pathport.layout.rows import assign_rows, page_width
from pathport.layout.shaking import shake
from pathport.layout.trunks import Trunk, ports, trunks_of
from pathport.layout.zones import Zones
from pathport.model.pathway import Pathway

__all__ = ["LARGEST", "is_large", "laid_out", "laid_out_with"]

LARGEST = 1_500
"""Species, processes and controls of a pathway that formats have laid out; more take minutes."""
EFFORT = 1_000
"""Items times tries on a page of one width, about."""
MOST_TRIES = 8
SHAKES = 10_000
"""Items times how often the best order is shaken, about."""
MOST_SHAKES = 30
LARGE = 2_000
"""With more items than this a page of one width is tried."""
SWEEPS = 12
SIFTS = 1
SMALL = 150
"""With no more items than this, tight pages are tried too."""
RATIOS = (1.1, 1.9)
"""Width to height of a page that can be read."""
MISSHAPEN = 400.0
"""Crossings that a page is worth whose ratio is wrong by one."""
SQUAT = 40.0
"""The same of one whose text can be read on a sheet of paper."""
LEGIBLE = (1310.0, 790.0)
"""Pixels of a picture whose text is six points high on A4 in landscape, beside title and key."""
TOO_LARGE = 100.0
"""Crossings that a page is worth that is larger than that by its own size."""


class Page(NamedTuple):
    """How a page is filled."""

    share: float
    """Of the width that is aimed at."""
    is_dense: bool = True
    """Whether a membrane has as few rows as may be."""
    most: float = math.inf
    """How wide all rows may be, if none needs more."""


PAGES = (Page(1.0, is_dense=False), Page(0.84), Page(0.66))
TIGHT = tuple(
    Page(share, is_dense, most)
    for share in (1.0, 0.75, 1.3)
    for is_dense in (True, False)
    for most in (0.0, LEGIBLE[0] - 150)
)


@remembered
def laid_out(pathway: Pathway) -> Picture:
    """The picture of a pathway, with places of our own for everything in it."""
    return laid_out_with(Labels(pathway), is_page=True)


def laid_out_with(labels: Labels, *, is_page: bool) -> Picture:
    """The same with boxes of another look, on a page that has to be read as a whole or a canvas."""
    pathway = labels.pathway
    zones = Zones(pathway, labels)
    graph = graph_of(pathway, labels, zones)
    title = pathway.name or pathway.id
    if not graph.nodes:
        return Picture(width=240, height=80, title=title)
    engine = _Engine(graph, zones, is_page=is_page)
    return msgspec.structs.replace(engine.best(), title=title)


def is_large(pathway: Pathway) -> bool:
    """Whether a format puts a pathway in rows rather than to wait for the engine."""
    return len(pathway.species) + len(pathway.processes) + len(pathway.controls) > LARGEST


class _Engine:
    """A graph, of which pictures are made on pages of several widths and in several orders."""

    def __init__(self, graph: Graph, zones: Zones, *, is_page: bool) -> None:
        self.graph = graph
        self.zones = zones
        self.is_page = is_page
        self.blocks = blocks_of(graph, zones)
        _widen(self.blocks, ())
        _tell_components(self.blocks, graph)
        self.width = page_width(self.blocks)
        self.count = 0
        self.trunks: list[Trunk] = []
        self.channels: list[Channel] = []

    def best(self) -> Picture:
        """The picture with the fewest crossings on a page of a good shape."""
        found: list[tuple[float, Page, int]] = []
        pages = list(PAGES)
        seen: set[tuple[float, ...]] = set()
        for page in pages:
            self.turn(page)
            size = self.size()
            if page is PAGES[0] and size <= SMALL and self.is_page:
                pages += TIGHT
            rows = (page.most, *(block.row for block in self.blocks))
            if rows in seen:
                continue
            seen.add(rows)
            for seed in range(max(1, min(self.most(MOST_TRIES), EFFORT // size))):
                assembly = self.assembled(self.ordered(page, seed))
                score = self.score(assembly)
                if size > LARGE or not score:
                    return assembly.picture()
                found.append((score, page, seed))
                if not assembly.crossings or self.has_one_order():
                    break
        _, page, seed = min(found, key=lambda each: each[0])
        self.turn(page)
        order = self.ordered(page, seed)
        if not self.has_one_order():
            rounds = min(self.most(MOST_SHAKES), SHAKES // self.size())
            shake(order, lambda: self.score(self.assembled(order)), rounds)
        return self.assembled(order).picture()

    def most(self, tries: int) -> int:
        """At most so many tries, fewer on a canvas of few things, which have few orders."""
        return tries if self.is_page else min(tries, self.size() // 4 + 1)

    def has_one_order(self) -> bool:
        """Whether no row has two items."""
        return self.size() == self.count

    def size(self) -> int:
        """How many items there are in all rows."""
        return len(self.blocks) + sum(len(trunk.bends) for trunk in self.trunks)

    def turn(self, page: Page) -> None:
        """Gives blocks their rows on another page."""
        _widen(self.blocks, ())
        width = self.width * page.share
        self.count = assign_rows(self.blocks, self.graph, width, is_dense=page.is_dense)
        self.trunks = trunks_of(self.blocks, self.graph)
        _widen(self.blocks, self.trunks)
        self.channels = channels_of(self.trunks, self.count)

    def ordered(self, page: Page, seed: int) -> Rows:
        """An order on the page that was turned to."""
        rows = Rows(self.blocks, self.trunks, self.count, most=page.most)
        rows.start(seed)
        rows.settle(SWEEPS)
        rows.sift(SIFTS)
        return rows

    def assembled(self, rows: Rows) -> Assembly:
        """An order, routed, until the next one is."""
        route(self.channels, rows)
        return Assembly(self.blocks, self.graph, self.zones, (rows, self.channels, self.trunks))

    def score(self, assembly: Assembly) -> float:
        """How bad it is: how many lines cross, more where a page is too wide, high or large."""
        if not self.is_page:
            return assembly.crossings
        ratio = assembly.width / assembly.height
        wrong = max(0.0, RATIOS[0] - ratio, ratio - RATIOS[1])
        large = max(0.0, assembly.width / LEGIBLE[0] - 1, assembly.height / LEGIBLE[1] - 1)
        return assembly.crossings + TOO_LARGE * large + wrong * (MISSHAPEN if large else SQUAT)


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
    needed = ports(trunks)
    for block in blocks:
        for node in block.nodes():
            most = max(needed.get((node.number, upper), 0) for upper in (True, False))
            node.width = max(node.least, most + 2 * node.slope)
    for block in blocks:
        place_members(block)
