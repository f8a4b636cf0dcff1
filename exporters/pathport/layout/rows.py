"""Which row of its zone each block is in: flow from top to bottom, rows of about one width.

Zones keep their order; inside one, a block comes below what acts on it, as far as there is room,
and near to what it is joined to. The rows are numbered from the top of the page.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pathport.layout.blocks import Block
from pathport.layout.graph import Graph
from pathport.layout.picture import LineRole
from pathport.layout.zones import Lane

__all__ = ["assign_rows", "page_width"]

BETWEEN = 26
PITCH = 150
"""About how high a row is with the channel below it."""
RATIO = 1.0
"""Width to height that is aimed at; the lines make it wider."""
PASSES = 8
FLOWING = (Lane.MAIN, Lane.OUTER)
"""Lanes in which what acts is above what it acts on."""
BACKWARDS = 1.2
LEVEL = 1.0
CROWDED = 14.0
FULL = 0.8
"""How much of the width that is aimed at a row takes."""
DENSE = 2.0
"""The same of what spans a membrane, on a dense page: a bilayer is no thicker than it must be."""


@dataclass(slots=True, frozen=True)
class Pull:
    """A line from a block to another."""

    other: Block
    forward: bool
    """Whether the other is to be below."""
    weight: float


def page_width(blocks: Sequence[Block]) -> float:
    """The width of a page of the aimed ratio that holds all blocks."""
    total = sum(block.width + BETWEEN for block in blocks)
    return max(600.0, math.sqrt(total * PITCH * RATIO), *(block.width for block in blocks))


def assign_rows(blocks: Sequence[Block], graph: Graph, width: float, *, is_dense: bool) -> int:
    """Gives each block its row; the number of rows."""
    pulls = _pulls(blocks, graph)
    zones: defaultdict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        zones[block.zone.number].append(block)
    top = 0
    spans: dict[int, range] = {}
    for number in sorted(zones):
        found = zones[number]
        lane = found[0].zone.lane
        share = DENSE if is_dense and lane is Lane.SPANNING else FULL
        if found[0].zone.on_border:
            rows = _fill(found, math.inf, top)
        elif lane in FLOWING:
            rows = _flow(found, pulls, width, top)
        else:
            rows = _fill(found, width * share, top)
        spans[number] = range(top, top + rows)
        top += rows
    _improve(blocks, pulls, spans, width)
    return _without_empty(blocks)


def _pulls(blocks: Sequence[Block], graph: Graph) -> dict[int, list[Pull]]:
    block_of = {node.number: block for block in blocks for node in block.nodes()}
    pulls: dict[int, list[Pull]] = {block.number: [] for block in blocks}
    for net in graph.nets:
        source = block_of[net.source.number]
        for link in net.links:
            target = block_of[link.target.number]
            if source is not target and net.role is not LineRole.ASSOCIATION:
                pulls[source.number].append(Pull(target, not net.converges, 1))
                pulls[target.number].append(Pull(source, net.converges, 1))
    return pulls


def _levels(blocks: Sequence[Block], pulls: dict[int, list[Pull]]) -> dict[int, int]:
    """The longest way to each block inside its zone; a circle is cut where it closes."""
    inside = {block.number: block for block in blocks}
    before: dict[int, list[int]] = {number: [] for number in inside}
    state: dict[int, int] = {}
    for root, block in inside.items():
        stack = [(root, iter(_next(block, pulls, inside)))]
        if root in state:
            continue
        state[root] = 1
        while stack:
            number, rest = stack[-1]
            found = next(rest, None)
            if found is None:
                state[number] = 2
                stack.pop()
            elif state.get(found) != 1:
                before[found].append(number)
                if found not in state:
                    state[found] = 1
                    stack.append((found, iter(_next(inside[found], pulls, inside))))
    levels: dict[int, int] = {}
    for number in _sorted(before):
        levels[number] = max((levels[each] + 1 for each in before[number]), default=0)
    return levels


def _next(block: Block, pulls: dict[int, list[Pull]], inside: dict[int, Block]) -> list[int]:
    found = (pull.other.number for pull in pulls[block.number] if pull.forward)
    return [number for number in dict.fromkeys(found) if number in inside]


def _sorted(before: dict[int, list[int]]) -> Iterable[int]:
    """Each number after all that are before it."""
    waiting = {number: len(set(each)) for number, each in before.items()}
    after: defaultdict[int, list[int]] = defaultdict(list)
    for number, firsts in before.items():
        for first in dict.fromkeys(firsts):
            after[first].append(number)
    ready = [number for number, left in waiting.items() if not left]
    for number in ready:
        yield number
        for later in after[number]:
            waiting[later] -= 1
            if not waiting[later]:
                ready.append(later)


def _flow(blocks: Sequence[Block], pulls: dict[int, list[Pull]], width: float, top: int) -> int:
    """Rows by level, a row that is full spilling into the next; how many."""
    levels = _levels(blocks, pulls)
    filled: defaultdict[int, float] = defaultdict(float)
    for block in sorted(blocks, key=lambda each: (levels[each.number], each.number)):
        row = _earliest(block, levels, pulls)
        while filled[row] and filled[row] + block.width > width * FULL:
            row += 1
        filled[row] += block.width + BETWEEN
        block.row = row
    for block in blocks:
        block.row += top
    return max(filled) + 1


def _earliest(block: Block, levels: dict[int, int], pulls: dict[int, list[Pull]]) -> int:
    above = [
        pull.other.row + 1
        for pull in pulls[block.number]
        if not pull.forward
        and pull.other.number in levels
        and levels[pull.other.number] < levels[block.number]
    ]
    return max(above, default=0)


def _fill(blocks: Sequence[Block], width: float, top: int) -> int:
    """Rows without an order among them, filled one after the other; how many."""
    total = sum(block.width + BETWEEN for block in blocks)
    rows = max(1, math.ceil(total / width))
    at = 0.0
    for block in blocks:
        block.row = top + min(rows - 1, int(at * rows / total))
        at += block.width + BETWEEN
    return rows


def _improve(
    blocks: Sequence[Block], pulls: dict[int, list[Pull]], spans: dict[int, range], width: float
) -> None:
    """Moves blocks to rows of their zone that are nearer to what they are joined to."""
    filled: defaultdict[int, float] = defaultdict(float)
    for block in blocks:
        filled[block.row] += block.width + BETWEEN
    for _ in range(PASSES):
        moved = False
        for block in blocks:
            span = spans[block.zone.number]
            if len(span) == 1:
                continue
            filled[block.row] -= block.width + BETWEEN
            best = min(span, key=lambda row: (_cost(block, row, pulls, filled, width), row))
            moved |= best != block.row
            block.row = best
            filled[best] += block.width + BETWEEN
        if not moved:
            return


def _cost(
    block: Block,
    row: int,
    pulls: dict[int, list[Pull]],
    filled: dict[int, float],
    width: float,
) -> float:
    cost = 0.0
    flows = block.zone.lane in FLOWING
    for pull in pulls[block.number]:
        distance = pull.other.row - row
        cost += pull.weight * (abs(distance) or LEVEL)
        if flows and pull.other.zone == block.zone and (distance > 0) != pull.forward:
            cost += BACKWARDS
    share = (filled[row] + block.width) / width
    return cost + share + CROWDED * max(0.0, share - FULL)


def _without_empty(blocks: Sequence[Block]) -> int:
    used = sorted({block.row for block in blocks})
    number = {row: index for index, row in enumerate(used)}
    for block in blocks:
        block.row = number[block.row]
    return len(used)
