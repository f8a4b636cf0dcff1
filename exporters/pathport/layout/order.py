"""The order of blocks and bend points in each row, and where across the page they are.

Barycentres in sweeps down and up, neighbours swapped where that saves crossings, and places by
isotonic regression: as near to what an item is joined to as its neighbours in the row let it. See
Sugiyama, Tagawa and Toda, IEEE Transactions on Systems, Man, and Cybernetics 11 (1981), 109.
"""

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from pathport.layout.blocks import Block
from pathport.layout.trunks import Bend, Trunk

__all__ = ["Item", "Rows"]

AFTER_BLOCK = (26.0, 10.0)
"""From a block to a block, to a bend point: least distances in a row."""
AFTER_BEND = (10.0, 8.0)
"""The same from a bend point."""
WEIGHT = {(False, False): 1.0, (False, True): 2.0, (True, False): 2.0, (True, True): 6.0}
"""Of a line, by whether each end is a bend point."""
SAME_ROW = 0.7
MODULE = 0.15
CENTRE = 0.02
STRAIGHT = 0.1
"""How much of these pulls is left where lines are to be straight."""
REACH = 120
"""So many places, at most, an item is moved to cross less."""
SETTLING = 6
"""Sweeps at the end that keep the order."""

Join = tuple["Item", float, float, float]
"""An item that a line leads to, where on this one and on that one it ends, its weight."""
Ends = tuple[list[float], list[float]]
"""Where lines end above, and below."""
State = tuple[list[list["Item"]], list[float]]
Span = tuple[float, float]
EVERYWHERE = float("-inf"), float("inf")


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
    joins: list[Join] = field(default_factory=list)
    """All of them, those above first."""
    pull: float = 0
    """Towards the centre of its module and the page, times its weight."""
    weight: float = 0
    index: int = 0
    """In its row, once the order is settled."""
    is_bend: bool = False
    apart: tuple[float, float] = AFTER_BLOCK
    """The least distance to a block after it, and to a bend point."""


class Rows:
    """The items of each row in their order."""

    def __init__(
        self, blocks: Sequence[Block], trunks: Sequence[Trunk], count: int, *, most: float
    ) -> None:
        """The rows without an order.

        :param most: how wide all may be in the end, if no row needs more.
        """
        self.most = most
        self.span = EVERYWHERE
        self.rows: list[list[Item]] = [[] for _ in range(count)]
        self.of_block: dict[int, Item] = {}
        self.bends: list[Item] = []
        self.chains: list[list[Item]] = []
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
        for item in self.items:
            item.joins = item.above + item.below + item.beside
        self.boxes = [item for item in self.items if not item.is_bend]
        self.modules: dict[str, list[Item]] = {}
        for item in self.boxes:
            if item.module:
                self.modules.setdefault(item.module, []).append(item)

    def _join(self, trunk: Trunk) -> None:
        source = self.places[trunk.net.source.number]
        component = source[0].component
        items = {trunk.row: source}
        for row, bend in trunk.bends.items():
            item = Item(0, row, component, bend=bend, is_bend=True, apart=AFTER_BEND)
            self.rows[row].append(item)
            self.bends.append(item)
            items[row] = item, 0.0
        if trunk.bends:
            self.chains.append([items[row][0] for row in trunk.bends])
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

    def state(self) -> State:
        """Order and places as they are now."""
        return [list(row) for row in self.rows], [item.x for item in self.items]

    def restore(self, state: State) -> None:
        """Takes all back to an order and places of before."""
        for row, before in zip(self.rows, state[0], strict=True):
            row[:] = before
        for item, x in zip(self.items, state[1], strict=True):
            item.x = x

    def settle(self, sweeps: int) -> None:
        """Orders and places all items."""
        for sweep in range(sweeps):
            self._centre()
            downward = sweep % 2 == 0
            for row in self.rows if downward else reversed(self.rows):
                self._sweep(row, downward=downward, both=sweep > sweeps // 2)
            if sweep % 2:
                self._swap()
        self._rest()

    def sift(self, rounds: int) -> None:
        """Moves each item to the place in its row where it crosses least (Matuszewski and others,
        Graph Drawing 1999, 217), and places all anew.
        """
        for _ in range(rounds):
            moved = False
            for row in self.rows:
                if _sift(row):
                    moved = True
                    _place(row, [_wanted(it, it.joins) for it in row], _offsets(row), self.span)
            if not moved:
                break
            self._rest()

    def _rest(self) -> None:
        """Places all items in the order that they have, within the width that they may have."""
        self.span = self._span()
        lines = [(row, _offsets(row)) for row in self.rows]
        for row in self.rows:
            for index, item in enumerate(row):
                item.index = index
        for sweep in range(SETTLING):
            self._centre(straight=True)
            for row, offsets in lines if sweep % 2 == 0 else reversed(lines):
                _place(row, [_wanted(it, it.joins) for it in row], offsets, self.span)
        for _ in range(2):
            self.straighten()

    def _span(self) -> Span:
        """From where to where items may be: about the middle of all, as far as the rows need."""
        if self.most == float("inf"):
            return EVERYWHERE
        widest = max(_offsets(row)[-1] + row[-1].width for row in self.rows)
        places = [item.x + item.width / 2 for item in self.boxes]
        middle, half = sum(places) / len(places), max(widest, self.most) / 2
        return middle - half, middle + half

    def straighten(self) -> None:
        """Gives the bend points of a trunk one place over as many rows as there is room for."""
        for chain in self.chains:
            run: list[Item] = []
            low, high = float("-inf"), float("inf")
            for item in chain:
                left, right = self._limits(item)
                if run and max(low, left) > min(high, right):
                    _align(run, low, high)
                    run, low, high = [], float("-inf"), float("inf")
                run.append(item)
                low, high = max(low, left), min(high, right)
            _align(run, low, high)

    def _limits(self, item: Item) -> tuple[float, float]:
        """How far an item may move before it meets its neighbours: its least and greatest place."""
        row, index = self.rows[item.row], item.index
        low, high = self.span[0], self.span[1] - item.width
        if index:
            left = row[index - 1]
            low = left.x + left.width + left.apart[item.is_bend]
        if index + 1 < len(row):
            right = row[index + 1]
            high = right.x - item.apart[right.is_bend] - item.width
        return low, high

    def _centre(self, *, straight: bool = False) -> None:
        """Where the modules are now, and the middle of the page, and how both pull at blocks.

        They pull less where lines are to be straight.
        """
        middle = CENTRE * _middle(self.boxes)
        pulls = {key: middle + MODULE * _middle(items) for key, items in self.modules.items()}
        for item in self.boxes:
            item.weight = CENTRE + (MODULE if item.module else 0)
            item.pull = pulls[item.module] if item.module else middle
            item.pull -= item.weight * item.width / 2
            if straight and (item.above or item.below):
                item.weight *= STRAIGHT
                item.pull *= STRAIGHT

    def _sweep(self, row: list[Item], *, downward: bool, both: bool) -> None:
        found = []
        for index, item in enumerate(row):
            side = item.above if downward else item.below
            wanted = _wanted(item, item.joins if both or not side else side + item.beside)
            found.append((item.component, wanted[0] + item.width / 2, index, item, wanted))
        found.sort()  # by place in the row where all else is equal, never by item
        row[:] = [each[3] for each in found]
        _place(row, [each[4] for each in found], _offsets(row), EVERYWHERE)

    def _swap(self) -> None:
        """Swaps neighbours in each row where that saves crossings."""
        for row in self.rows:
            found = [(item, _ends(item)) for item in row]
            for index in range(len(row) - 1):
                (first, mine), (second, theirs) = found[index], found[index + 1]
                if first.component == second.component and _gain(mine, theirs) > 0:
                    found[index], found[index + 1] = found[index + 1], found[index]
                    second.x = first.x
                    first.x = second.x + second.width + second.apart[first.is_bend]
            row[:] = [item for item, _ in found]


def _align(run: Sequence[Item], low: float, high: float) -> None:
    """Puts bend points in one place: that of most of them, as far as may be."""
    if not run:
        return
    ends = [other.x + there for item in (run[0], run[-1]) for other, _, there, _ in item.above]
    ends += [other.x + there for item in (run[0], run[-1]) for other, _, there, _ in item.below]
    inside = [each for each in ends if low <= each <= high]
    places = sorted(inside or [item.x for item in run])
    place = min(max(places[len(places) // 2], low), high)
    for item in run:
        item.x = place


def _tie(first: tuple[Item, float], second: tuple[Item, float], *, is_level: bool) -> None:
    (one, here), (other, there) = first, second
    if is_level:
        one.beside.append((other, here, there, SAME_ROW))
        other.beside.append((one, there, here, SAME_ROW))
        return
    weight = WEIGHT[one.is_bend, other.is_bend]
    upper, lower = (first, second) if one.row < other.row else (second, first)
    upper[0].below.append((lower[0], upper[1], lower[1], weight))
    lower[0].above.append((upper[0], lower[1], upper[1], weight))


def _middle(items: Sequence[Item]) -> float:
    """Where the centres of items are in the mean."""
    total = 0.0
    for item in items:
        total += item.x + item.width / 2
    return total / len(items)


def _wanted(item: Item, joins: Sequence[Join]) -> tuple[float, float]:
    """Where an item wants to be, and how much; what pulls at blocks does not at bend points."""
    weight, total = item.weight, item.pull
    for other, here, there, strength in joins:
        weight += strength
        total += strength * (other.x + there - here)
    if not weight:
        return item.x, CENTRE
    return total / weight, weight


def _offsets(row: Sequence[Item]) -> list[float]:
    """How far each item is from the left end of its row, at least."""
    at = 0.0
    offsets = [at]
    for before, item in itertools.pairwise(row):
        at = at + before.width + before.apart[item.is_bend]
        offsets.append(at)
    return offsets


def _place(
    row: Sequence[Item],
    wanted: Sequence[tuple[float, float]],
    offsets: Sequence[float],
    span: Span,
) -> None:
    """The places nearest to those wanted that keep order, distances (isotonic regression), and a
    span.
    """
    pools: list[tuple[float, float, int]] = []
    for (place, pull), offset in zip(wanted, offsets, strict=True):
        total, weight, count = (place - offset) * pull, pull, 1
        while pools and pools[-1][0] * weight >= total * pools[-1][1]:
            more, heavier, others = pools.pop()
            total, weight, count = more + total, heavier + weight, others + count
        pools.append((total, weight, count))
    low, high = span[0], span[1] - offsets[-1] - row[-1].width
    first = 0
    for total, weight, count in pools:
        place = max(min(total / weight, high), low)
        for index in range(first, first + count):
            row[index].x = place + offsets[index]
        first += count


def _sift(row: list[Item]) -> bool:
    """Moves each item of a row to where it saves the most crossings; whether any was moved."""
    moved = False
    found = [(item, _ends(item)) for item in row]
    for entry in list(found):
        item, mine = entry
        index = found.index(entry)
        best, at = 0, index
        for step, end in ((1, min(index + REACH, len(row))), (-1, max(index - REACH, -1))):
            total = 0
            for place in range(index + step, end, step):
                other, theirs = found[place]
                if other.component != item.component:
                    break
                total += step * _gain(mine, theirs)
                if total > best:
                    best, at = total, place
        if at != index:
            moved = True
            found.insert(at, found.pop(index))
    row[:] = [item for item, _ in found]
    return moved


def _ends(item: Item) -> Ends:
    """Where the lines of an item end above it, and below."""
    above = [other.x + there for other, _, there, _ in item.above]
    return above, [other.x + there for other, _, there, _ in item.below]


def _gain(first: Ends, second: Ends) -> int:
    """How many crossings are saved if the second comes before the first; as many are made the other
    way round.
    """
    return _saved(first[0], second[0]) + _saved(first[1], second[1])


def _saved(ends: Sequence[float], others: Sequence[float]) -> int:
    """The same of the lines on one side."""
    gain = 0
    for place in ends:
        for another in others:
            if place > another:
                gain += 1
            elif place < another:
                gain -= 1
    return gain
