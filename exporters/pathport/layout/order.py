"""The order of blocks and bend points in each row, and where across the page they are.

Barycentres in sweeps down and up, neighbours swapped where that saves crossings, and places by
isotonic regression: as near to what an item is joined to as its neighbours in the row let it. See
Sugiyama, Tagawa and Toda, IEEE Transactions on Systems, Man, and Cybernetics 11 (1981), 109.
"""

import itertools
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pathport.layout.blocks import Block
from pathport.layout.trunks import Bend, Trunk

__all__ = ["Item", "Rows"]

APART = {(False, False): 26.0, (False, True): 10.0, (True, False): 10.0, (True, True): 8.0}
"""Between two items, by whether each is a bend point."""
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
    pull: float = 0
    """Towards the centre of its module and the page, times its weight."""
    weight: float = 0


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

    def _join(self, trunk: Trunk) -> None:
        source = self.places[trunk.net.source.number]
        component = source[0].component
        items = {trunk.row: source}
        for row, bend in trunk.bends.items():
            item = Item(0, row, component, bend=bend)
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
                ends = {id(item): _ends(item) for item in row}
                changed = [_sift(row, item, ends) for item in list(row)]
                if any(changed):
                    moved = True
                    wanted = [_wanted(it, it.above + it.below + it.beside) for it in row]
                    _place(row, wanted, self.span)
            if not moved:
                break
            self._rest()

    def _rest(self) -> None:
        """Places all items in the order that they have, within the width that they may have."""
        self.span = self._span()
        for sweep in range(SETTLING):
            self._centre()
            for item in self.items:
                if item.above or item.below:
                    item.weight *= STRAIGHT
                    item.pull *= STRAIGHT
            for row in self.rows if sweep % 2 == 0 else reversed(self.rows):
                wanted = [_wanted(it, it.above + it.below + it.beside) for it in row]
                _place(row, wanted, self.span)
        for _ in range(2):
            self.straighten()

    def _span(self) -> Span:
        """From where to where items may be: about the middle of all, as far as the rows need."""
        if self.most == float("inf"):
            return EVERYWHERE
        widest = max(_offsets(row)[-1] + row[-1].width for row in self.rows)
        places = [item.x + item.width / 2 for item in self.items if item.block]
        middle, half = sum(places) / len(places), max(widest, self.most) / 2
        return middle - half, middle + half

    def straighten(self) -> None:
        """Gives the bend points of a trunk one place over as many rows as there is room for."""
        limits = Limits(self.rows, self.span)
        for chain in self.chains:
            run: list[Item] = []
            low, high = float("-inf"), float("inf")
            for item in chain:
                left, right = limits.of(item)
                if run and max(low, left) > min(high, right):
                    _align(run, low, high)
                    run, low, high = [], float("-inf"), float("inf")
                run.append(item)
                low, high = max(low, left), min(high, right)
            _align(run, low, high)

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
            pull = CENTRE * means[None]
            if item.module:
                pull += MODULE * means[item.module]
            item.weight = CENTRE + (MODULE if item.module else 0)
            item.pull = pull - item.weight * item.width / 2

    def _sweep(self, row: list[Item], *, downward: bool, both: bool) -> None:
        wanted = {}
        for item in row:
            side = item.above if downward else item.below
            joins = item.above + item.below if both or not side else side
            wanted[id(item)] = _wanted(item, joins + item.beside)
        row.sort(key=lambda it: (it.component, wanted[id(it)][0] + it.width / 2))
        _place(row, [wanted[id(item)] for item in row], EVERYWHERE)

    def _swap(self) -> None:
        """Swaps neighbours in each row where that saves crossings."""
        for row in self.rows:
            for index in range(len(row) - 1):
                first, second = row[index], row[index + 1]
                if first.component == second.component and _gain(_ends(first), _ends(second)) > 0:
                    row[index], row[index + 1] = second, first
                    second.x = first.x
                    first.x = (
                        second.x + second.width + APART[second.block is None, first.block is None]
                    )


class Limits:
    """How far each item may move before it meets its neighbours."""

    def __init__(self, rows: Sequence[Sequence[Item]], span: Span) -> None:
        self.rows = rows
        self.span = span
        self.index = {id(item): index for row in rows for index, item in enumerate(row)}

    def of(self, item: Item) -> tuple[float, float]:
        """The least and greatest place of an item."""
        row, index = self.rows[item.row], self.index[id(item)]
        low, high = self.span[0], self.span[1] - item.width
        if index:
            left = row[index - 1]
            low = left.x + left.width + APART[left.block is None, item.block is None]
        if index + 1 < len(row):
            right = row[index + 1]
            high = right.x - APART[item.block is None, right.block is None] - item.width
        return low, high


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
    weight = WEIGHT[one.block is None, other.block is None]
    upper, lower = (first, second) if one.row < other.row else (second, first)
    upper[0].below.append((lower[0], upper[1], lower[1], weight))
    lower[0].above.append((upper[0], lower[1], upper[1], weight))


def _wanted(item: Item, joins: Sequence[Join]) -> tuple[float, float]:
    """Where an item wants to be, and how much."""
    weight, total = (item.weight, item.pull) if item.block else (0.0, 0.0)
    for other, here, there, strength in joins:
        weight += strength
        total += strength * (other.x + there - here)
    if not weight:
        return item.x, CENTRE
    return total / weight, weight


def _offsets(row: Sequence[Item]) -> list[float]:
    """How far each item is from the left end of its row, at least."""
    offsets = [0.0]
    for before, item in itertools.pairwise(row):
        apart = APART[before.block is None, item.block is None]
        offsets.append(offsets[-1] + before.width + apart)
    return offsets


def _place(row: Sequence[Item], wanted: Sequence[tuple[float, float]], span: Span) -> None:
    """The places nearest to those wanted that keep order, distances (isotonic regression), and a
    span.
    """
    offsets = _offsets(row)
    pools: list[list[float]] = []
    for (place, weight), offset in zip(wanted, offsets, strict=True):
        pool = [(place - offset) * weight, weight, 1.0]
        while pools and pools[-1][0] * pool[1] >= pool[0] * pools[-1][1]:
            last = pools.pop()
            pool = [last[0] + pool[0], last[1] + pool[1], last[2] + pool[2]]
        pools.append(pool)
    low, high = span[0], span[1] - offsets[-1] - row[-1].width
    index = 0
    for total, weight, count in pools:
        place = max(min(total / weight, high), low)
        for _ in range(int(count)):
            row[index].x = place + offsets[index]
            index += 1


def _sift(row: list[Item], item: Item, ends: Mapping[int, Ends]) -> bool:
    """Moves an item to where it saves the most crossings; whether it was moved."""
    index, mine = row.index(item), ends[id(item)]
    best, at, total = 0, index, 0
    for place in range(index + 1, min(index + REACH, len(row))):
        if row[place].component != item.component:
            break
        total += _gain(mine, ends[id(row[place])])
        if total > best:
            best, at = total, place
    total = 0
    for place in range(index - 1, max(index - REACH, -1), -1):
        if row[place].component != item.component:
            break
        total += _gain(ends[id(row[place])], mine)
        if total > best:
            best, at = total, place
    if at == index:
        return False
    row.insert(at, row.pop(index))
    return True


def _ends(item: Item) -> Ends:
    """Where the lines of an item end above it, and below."""
    above = [other.x + there for other, _, there, _ in item.above]
    return above, [other.x + there for other, _, there, _ in item.below]


def _gain(first: Ends, second: Ends) -> int:
    """How many crossings are saved if the second comes before the first."""
    gain = 0
    for mine, theirs in ((first[0], second[0]), (first[1], second[1])):
        if mine and theirs:
            for place in mine:
                for another in theirs:
                    gain += (place > another) - (place < another)
    return gain
