"""Arrows without circles: what a file says of its things' order, as far as it is one.

No thing of a pathway is inside itself; a file may say so. Nothing is known here of either.
"""

from collections.abc import Iterable, Mapping

__all__ = ["without_circles"]


def without_circles(arrows: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The arrows but those that close a circle in a walk over all of them, in their order."""
    kept: dict[str, list[str]] = {start: [] for start in arrows}
    done: set[str] = set()
    for start in arrows:
        way = {start: iter(arrows[start])} if start not in done else {}
        while way:
            here = next(reversed(way))
            there = next(way[here], None)
            if there is None:
                done.add(here)
                del way[here]
            elif there not in way:
                kept[here].append(there)
                if there in arrows and there not in done:
                    way[there] = iter(arrows[there])
    return {start: tuple(found) for start, found in kept.items()}
