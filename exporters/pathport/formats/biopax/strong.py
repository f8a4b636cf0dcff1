"""Things that lead to each other in a circle, found in time linear in the arrows between them.

Kosaraju's two walks, without recursion. Nothing is known here of what the things are.
"""

from collections.abc import Iterator, Mapping, Sequence

__all__ = ["strong_groups"]

Arrows = Mapping[str, Sequence[str]]


def strong_groups(arrows: Arrows) -> list[list[str]]:
    """All things in groups of those that lead to each other; a group stands after where it leads.

    Arrows to what is no start of any are left out.
    """
    backwards: dict[str, list[str]] = {start: [] for start in arrows}
    for start, ends in arrows.items():
        for end in ends:
            if end in backwards:
                backwards[end].append(start)
    seen: set[str] = set()
    groups = [[*_after(start, backwards, seen)] for start in reversed([*_finished(arrows)])]
    return [group for group in reversed(groups) if group]


def _finished(arrows: Arrows) -> Iterator[str]:
    """Everything, each after all that its arrows lead to but for circles."""
    seen: set[str] = set()
    for start in arrows:
        yield from _after(start, arrows, seen)


def _after(start: str, arrows: Arrows, seen: set[str]) -> Iterator[str]:
    """What arrows lead to from a start, itself last, less what was seen; that is now seen too."""
    ahead = [(start, iter(arrows[start]))] if start not in seen else []
    seen.add(start)
    while ahead:
        rest = ahead[-1][1]
        new = next((each for each in rest if each in arrows and each not in seen), None)
        if new is None:
            yield ahead.pop()[0]
        else:
            seen.add(new)
            ahead.append((new, iter(arrows[new])))
