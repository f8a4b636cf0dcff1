"""The order of blocks and bend points in each row, and where across the page they are.

Barycentres in sweeps down and up, neighbours swapped where that saves crossings, and places by
isotonic regression: as near to what an item is joined to as its neighbours in the row let it. See
Sugiyama, Tagawa and Toda, IEEE Transactions on Systems, Man, and Cybernetics 11 (1981), 109.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from pathport.layout.blocks import Block
from pathport.layout.graph import Graph
from pathport.layout.trunks import Bend, Trunk

__all__ = ["Item", "Rows"]

APART = {(False, False): 26.0, (False, True): 10.0, (True, False): 10.0, (True, True): 8.0}
"""Between two items, by whether each is a bend point."""
WEIGHT = {(False, False): 1.0, (False, True): 2.0, (True, False): 2.0, (True, True): 6.0}
"""Of a line, by whether each end is a bend point."""
SAME_ROW = 0.7
MODULE = 0.15
CENTRE = 0.02
SETTLING = 6
"""Sweeps at the end that keep the order."""

Join = tuple["Item", float, float, float]
"""An item that a line leads to, where on this one and on that one it ends, its weight."""


@dataclass(slots=True, eq=False)
class Item:
    """A block or a bend point in a row; ``x`` is its left edge."""

    width: float
    row: int
    component: int
    block: Block | None = None
    bend: Bend | None = None
    module: str | None = None
    x: float = 0
    above: list[Join] = field(default_factory=list)
    below: list[Join] = field(default_factory=list)
    beside: list[Join] = field(default_factory=list)
    pull: float = 0
    """Towards the centre of its module or the page."""


class Rows:
    """The items of each row in their order."""

    def __init__(
        self, blocks: Sequence[Block], graph: Graph, trunks: Sequence[Trunk], count: int
    ) -> None:
        self.rows: list[list[Item]] = [[] for _ in range(count)]
        self.of_block: dict[int, Item] = {}
        self.bends: list[Item] = []
        for block in blocks:
            item = Item(block.width, block.row, block.component, block=block)
            item.module = next((node.module for node in block.nodes() if node.module), None)
            self.of_block[block.number] = item
            self.rows[block.row].append(item)
        self.places = {
            node.number: (self.of_block[block.number], block.centres[node.number])
            for block in blocks
            for node in block.nodes()
        }
        for trunk in trunks:
            self._join(trunk)
        self.items = [item for row in self.rows for item in row]

    def _join(self, trunk: Trunk) -> None:
        source = self.places[trunk.net.source.number]
        component = source[0].component
        items = {trunk.row: source}
        for row, bend in trunk.bends.items():
            item = Item(0, row, component, bend=bend)
            self.rows[row].append(item)
            self.bends.append(item)
            items[row] = item, 0.0
        step = -1 if trunk.upward else 1
        for row in trunk.bends:
            _tie(items[row - step], items[row], is_level=False)
        for link, row in trunk.links:
            target = self.places[link.target.number]
            if row == trunk.row:
                if target[0] is not source[0]:
                    _tie(source, target, is_level=True)
            else:
                _tie(items[row - step], target, is_level=False)

    def start(self, seed: int) -> None:
        """The order to begin with: as the document has it, or shuffled."""
        chance = random.Random(seed)  # noqa: S311 - reproducible, for no secret
        for row in self.rows:
            if seed:
                chance.shuffle(row)
            row.sort(key=lambda item: item.component)
            at = 0.0
            for item in row:
                item.x = at
                at += item.width + 10

    def settle(self, sweeps: int) -> None:
        """Orders and places all items."""
        for sweep in range(sweeps):
            self._centre()
            downward = sweep % 2 == 0
            for row in self.rows if downward else reversed(self.rows):
                self._sweep(row, downward=downward, both=sweep > sweeps // 2)
            if sweep % 2:
                self._swap()
        for sweep in range(SETTLING):
            self._centre()
            for row in self.rows if sweep % 2 == 0 else reversed(self.rows):
                _place(row, [_wanted(item, item.above + item.below + item.beside) for item in row])

    def _centre(self) -> None:
        """Where the modules are now, and the middle of the page."""
        sums: dict[str | None, list[float]] = {}
        for item in self.items:
            if item.block is not None:
                for key in {item.module, None}:
                    entry = sums.setdefault(key, [0.0, 0.0])
                    entry[0] += item.x + item.width / 2
                    entry[1] += 1
        means = {key: total / count for key, (total, count) in sums.items()}
        for item in self.items:
            item.pull = means.get(item.module, 0.0) - item.width / 2

    def _sweep(self, row: list[Item], *, downward: bool, both: bool) -> None:
        wanted = {}
        for item in row:
            side = item.above if downward else item.below
            joins = item.above + item.below if both or not side else side
            wanted[id(item)] = _wanted(item, joins + item.beside)
        row.sort(key=lambda it: (it.component, wanted[id(it)][0] + it.width / 2))
        _place(row, [wanted[id(item)] for item in row])

    def _swap(self) -> None:
        """Swaps neighbours in each row where that saves crossings."""
        for row in self.rows:
            for index in range(len(row) - 1):
                first, second = row[index], row[index + 1]
                if first.component == second.component and _gain(first, second) > 0:
                    row[index], row[index + 1] = second, first
                    second.x = first.x
                    first.x = second.x + second.width + APART[second.block is None, first.block is None]


def _tie(first: tuple[Item, float], second: tuple[Item, float], *, is_level: bool) -> None:
    (one, here), (other, there) = first, second
    if is_level:
        one.beside.append((other, here, there, SAME_ROW))
        other.beside.append((one, there, here, SAME_ROW))
        return
    weight = WEIGHT[one.block is None, other.block is None]
    upper, lower = (first, second) if one.row < other.row else (second, first)
    upper[0].below.append((lower[0], upper[1], lower[1], weight))
    lower[0].above.append((upper[0], lower[1], upper[1], weight))


def _wanted(item: Item, joins: Sequence[Join]) -> tuple[float, float]:
    """Where an item wants to be, and how much."""
    pull = MODULE if item.module else CENTRE
    if item.block is None:
        pull = 0.0
    weight, total = pull, pull * item.pull
    for other, here, there, strength in joins:
        weight += strength
        total += strength * (other.x + there - here)
    if not weight:
        return item.x, CENTRE
    return total / weight, weight


def _place(row: Sequence[Item], wanted: Sequence[tuple[float, float]]) -> None:
    """The places nearest to those wanted that keep order and distances (isotonic regression)."""
    offsets = []
    at = 0.0
    for index, item in enumerate(row):
        if index:
            at += APART[row[index - 1].block is None, item.block is None]
        offsets.append(at)
        at += item.width
    pools: list[list[float]] = []
    for (place, weight), offset in zip(wanted, offsets, strict=True):
        pool = [(place - offset) * weight, weight, 1]
        while pools and pools[-1][0] * pool[1] >= pool[0] * pools[-1][1]:
            last = pools.pop()
            pool = [last[0] + pool[0], last[1] + pool[1], last[2] + pool[2]]
        pools.append(pool)
    index = 0
    for total, weight, count in pools:
        for _ in range(int(count)):
            row[index].x = total / weight + offsets[index]
            index += 1


def _gain(first: Item, second: Item) -> float:
    """How many crossings are saved if the second comes before the first."""
    gain = 0
    for mine, theirs in ((first.above, second.above), (first.below, second.below)):
        for other, _, there, _ in mine:
            place = other.x + there
            for another, _, elsewhere, _ in theirs:
                gain += (place > another.x + elsewhere) - (place < another.x + elsewhere)
    return gain
