"""Where an edge bends, as Cytoscape tells it: from the line between the middles of its nodes.

A point is told by its distance from the source as a share of that line, and by cosine and sine of
the angle at the source. CX2, EDGE_CONTROL_POINTS; Cytoscape, HandleImpl.
"""

from collections.abc import Iterable
from math import hypot

__all__ = ["control_points"]

Point = tuple[float, float]


def control_points(source: Point, target: Point, bends: Iterable[Point]) -> list[dict[str, float]]:
    """The bends of an edge, from source to target; none where both are in one place."""
    x, y = target[0] - source[0], target[1] - source[1]
    length = hypot(x, y)
    if not length:
        return []
    found = []
    for bend in bends:
        own_x, own_y = bend[0] - source[0], bend[1] - source[1]
        own = hypot(own_x, own_y)
        if own:
            cosine = (x * own_x + y * own_y) / (length * own)
            sine = (x * own_y - y * own_x) / (length * own)
            found.append({"ratio": own / length, "cos": cosine, "sin": sine})
    return found
