"""Which of several alike residues each one is: the first, the second, ...

A state counts sites that have nothing to tell them apart by (``{2*p}``): its first two residues are
phosphorylated. So the residues that species have in a state together tell which number each has.
Reader and writer find the numbers here, from the same residues, and so they find the same.
"""

import heapq
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from pathport.formats.celldesigner.residues import spelled_site
from pathport.formats.sbml.plan import repeats
from pathport.model.parts import Modification, State

__all__ = ["Alike", "Group", "alike_in", "numbered"]


class Alike(NamedTuple):
    """Residues that a state says one thing of: what they are called, and the numbers they have."""

    shows: Modification
    label: str
    numbers: range


class Group(NamedTuple):
    """Residues, by id, of which each has one of these numbers."""

    residues: Collection[str]
    numbers: range


def alike_in(state: State) -> Iterator[Alike]:
    """The modifications of a state that are of no set; what is at one position is one residue."""
    seen: Counter[str] = Counter()
    for item in state.modifications:
        if item.site_set is None:
            label = spelled_site(item)
            first = seen[label] if item.position is None else 0
            numbers = range(first, first + repeats(item.count))
            seen[label] = numbers.stop
            yield Alike(item, label, numbers)


def numbered(groups: Iterable[Group]) -> Mapping[str, int] | None:
    """By residue, a number of its own that all groups with it allow; nothing if there are none.

    Of those that may have a number the one has it that may not have many more (W. W. Glover,
    Maximum matching in a convex bipartite graph, 1967), then the first by id.
    """
    allowed: dict[str, range] = {}
    for residues, numbers in groups:
        for it in residues:
            known = allowed.get(it, numbers)
            allowed[it] = range(max(known.start, numbers.start), min(known.stop, numbers.stop))
    waiting = sorted((it.start, it.stop, id_) for id_, it in allowed.items())
    waiting.reverse()
    found: dict[str, int] = {}
    ready: list[tuple[int, str]] = []
    number = 0
    while waiting or ready:
        if not ready:
            number = max(number, waiting[-1][0])
        while waiting and waiting[-1][0] <= number:
            _, stop, id_ = waiting.pop()
            heapq.heappush(ready, (stop, id_))
        stop, id_ = heapq.heappop(ready)
        if number >= stop:
            return None
        found[id_] = number
        number += 1
    return found
