"""Circles among things that name each other, found in one walk over all that is named."""

from collections.abc import Iterator, Mapping, Sequence

__all__ = ["circles"]


def circles(edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """One circle for each edge that closes one, in a walk over all edges; first and last agree."""
    done: set[str] = set()
    for start in edges:
        way: list[str] = []
        on_way: dict[str, int] = {}
        waiting: list[tuple[str, bool]] = [(start, True)]
        while waiting:
            name, arriving = waiting.pop()
            if not arriving:
                done.add(name)
                del on_way[way.pop()]
            elif name in on_way:
                yield [*way[on_way[name] :], name]
            elif name not in done and name in edges:
                on_way[name] = len(way)
                way.append(name)
                waiting.append((name, False))
                waiting.extend((next_name, True) for next_name in reversed(edges[name]))
