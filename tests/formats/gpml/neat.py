"""What a curator would object to in a drawing, found by its geometry alone."""

import itertools
import math
from collections.abc import Iterator

from pathport.formats.gpml.canvas import Canvas
from pathport.formats.gpml.drawing import Line
from pathport.layout.geometry import Rect

__all__ = ["loose_ends", "overlaps", "passages"]

TOUCH = 1.0
"""How far things may reach into each other by rounding."""


def outer(canvas: Canvas) -> dict[str, Rect]:
    """All that neither lies in something else nor is a compartment."""
    rects = {it.id: canvas.rects[it.id] for it in canvas.groups.values()}
    rects |= {it.id: it.rect for it in canvas.nodes.values() if not it.group}
    return rects | {it.id: it.rect for it in canvas.shapes.values() if not it.component}


def loose_ends(canvas: Canvas) -> list[str]:
    """The lines with an end that is attached to nothing."""
    lines = canvas.lines.values()
    return [it.id for it in lines if not all(end.thing or end.line for end in canvas.ends(it))]


def passages(canvas: Canvas) -> Iterator[tuple[str, str]]:
    """Lines, each with a box that it runs through."""
    for line in canvas.lines.values():
        for id_, rect in outer(canvas).items():
            if any(_inside(rect, a, b) > TOUCH for a, b in _pieces(line)):
                yield line.id, id_


def overlaps(canvas: Canvas) -> Iterator[tuple[str, str]]:
    """Boxes that lie on each other."""
    for (one, a), (other, b) in itertools.combinations(outer(canvas).items(), 2):
        across = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
        down = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
        if min(across, down) > TOUCH:
            yield one, other


Place = tuple[float, float]


def _pieces(line: Line) -> Iterator[tuple[Place, Place]]:
    return itertools.pairwise((it.x, it.y) for it in line.joints)


def _inside(rect: Rect, a: Place, b: Place) -> float:
    """How long a straight piece of a line is in a rectangle (Liang and Barsky, ACM Transactions on
    Graphics 3 (1984), 1).
    """
    first, last = 0.0, 1.0
    for start, by, low, high in (
        (a[0], b[0] - a[0], rect.x, rect.x + rect.width),
        (a[1], b[1] - a[1], rect.y, rect.y + rect.height),
    ):
        if not by:
            if not low + TOUCH < start < high - TOUCH:
                return 0.0
            continue
        near, far = sorted(((low - start) / by, (high - start) / by))
        first, last = max(first, near), min(last, far)
    return max(0.0, last - first) * math.dist(a, b)
