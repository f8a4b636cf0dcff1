"""The points that a line runs through: its corners, its parts, its end at a border.

It knows no pathway: a trail is a sequence of places.
"""

import itertools
import math

from pathport.layout.geometry import Place, Rect, centre, way_point

__all__ = ["Points", "before_end", "cut", "elbow", "length_of", "split"]

Points = tuple[Place, ...]


def elbow(a: Place, b: Place, out: Place | None, into: Place | None) -> list[Place]:
    """The corners of a line that runs across and down alone."""
    across_out = out is not None and abs(out[0]) >= abs(out[1])
    across_in = into is not None and abs(into[0]) >= abs(into[1])
    if across_out and across_in:
        middle = (a[0] + b[0]) / 2
        return [(middle, a[1]), (middle, b[1])]
    if not across_out and not across_in:
        middle = (a[1] + b[1]) / 2
        return [(a[0], middle), (b[0], middle)]
    return [(b[0], a[1])] if across_out else [(a[0], b[1])]


def split(trail: Points, at: float) -> tuple[Points, Points]:
    """The parts of a trail before and after a share of its length."""
    lengths = [math.dist(a, b) for a, b in itertools.pairwise(trail)]
    left, place = at * sum(lengths), way_point(trail, at)
    number = 0
    while number < len(lengths) - 1 and left > lengths[number]:
        left -= lengths[number]
        number += 1
    return (*trail[: number + 1], place), (place, *trail[number + 1 :])


def length_of(trail: Points) -> float:
    """How long a trail is."""
    return sum(math.dist(a, b) for a, b in itertools.pairwise(trail))


def before_end(trail: Points, far: float) -> tuple[Place, int]:
    """The place of a trail so far before its end, and how many of its corners come after that."""
    length = length_of(trail)
    before, after = split(trail, 1 - far / length if length else 0.0)
    return before[-1], len(after) - 2


def cut(trail: Points, rect: Rect) -> Points:
    """A trail that ends on the border of a rectangle rather than in its middle."""
    (x, y), (x2, y2) = trail[-1], trail[-2]
    middle = centre(rect)
    if math.dist((x, y), middle) > rect.width / 2 or rect.width == 0:
        return trail
    across, down = abs(x2 - middle[0]), abs(y2 - middle[1])
    share = min(
        rect.width / 2 / across if across else math.inf,
        rect.height / 2 / down if down else math.inf,
    )
    if share >= 1:
        return trail
    edge = middle[0] + share * (x2 - middle[0]), middle[1] + share * (y2 - middle[1])
    return *trail[:-1], edge
