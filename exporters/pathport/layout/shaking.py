"""Better orders near to one that is good: some items are moved by chance, and all sifted again.

What crosses more than before is taken back. This is iterated local search (Lourenço, Martin and
Stützle, Handbook of Metaheuristics (2003), 320); its chance has a seed, so that it is the same each
time.
"""

import random
from collections.abc import Callable

from pathport.layout.order import Item, Rows

__all__ = ["shake"]

MOVED = 12
"""One of so many items is moved at a time."""
LEAST = 2


def shake(rows: Rows, cost: Callable[[], float], rounds: int) -> None:
    """Looks so many times for an order that costs less, and leaves the rows in the best one."""
    chance = random.Random(rounds)  # noqa: S311 - reproducible, for no secret
    least = cost()
    for _ in range(rounds):
        if not least:
            return
        before = rows.state()
        for _ in range(max(LEAST, len(rows.items) // MOVED)):
            _move(chance.choice(rows.rows), chance)
        rows.sift(1)
        found = cost()
        if found > least:
            rows.restore(before)
        least = min(least, found)


def _move(row: list[Item], chance: random.Random) -> None:
    """Moves an item of a row to another place among those of its component."""
    item = row.pop(chance.randrange(len(row)))
    first = sum(other.component < item.component for other in row)
    last = first + sum(other.component == item.component for other in row)
    row.insert(chance.randint(first, last), item)
