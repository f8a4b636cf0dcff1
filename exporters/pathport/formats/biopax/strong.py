"""Things that lead to each other in a circle, found in time linear in the arrows between them.

Kosaraju's two walks, without recursion. Nothing is known here of what the things are.
"""

from collections.abc import Mapping, Sequence

__all__ = ["strong_groups"]

Arrows = Mapping[str, Sequence[str]]


def strong_groups(arrows: Arrows) -> list[list[str]]:
    """All things in groups of those that lead to each other; a group stands after where it leads.

    Arrows to what is no start of any are left out.
    """
    inner = {start: [end for end in ends if end in arrows] for start, ends in arrows.items()}
    backwards: dict[str, list[str]] = {start: [] for start in inner}
    for start, ends in inner.items():
        for end in ends:
            backwards[end].append(start)
    seen: set[str] = set()
    order = [it for start in inner for it in _after(start, inner, seen)]
    seen.clear()
    groups = [_after(start, backwards, seen) for start in reversed(order)]
    return [group for group in reversed(groups) if group]


def _after(start: str, arrows: Arrows, seen: set[str]) -> list[str]:
    """What arrows lead to from a start, itself last, less what was seen; that is now seen too."""
    if start in seen:
        return []
    seen.add(start)
    found, ahead = [], [(start, iter(arrows[start]))]
    while ahead:
        here, rest = ahead[-1]
        for each in rest:
            if each not in seen:
                seen.add(each)
                ahead.append((each, iter(arrows[each])))
                break
        else:
            ahead.pop()
            found.append(here)
    return found
