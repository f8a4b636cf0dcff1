"""Where an edge bends, as Cytoscape tells it: from the line between the middles of its nodes.

A point is told by its distance from the source as a share of that line, and by cosine and sine of
the angle at the source. CX2, EDGE_CONTROL_POINTS; Cytoscape, HandleImpl.
"""

from collections.abc import Iterable, Mapping
from math import hypot

from pathport.layout.geometry import Place, rounded

__all__ = ["CONTROL_POINTS", "bends_read", "control_points"]

CONTROL_POINTS = "EDGE_CONTROL_POINTS"
"""The property of an edge that tells its bends."""


def control_points(source: Place, target: Place, bends: Iterable[Place]) -> list[dict[str, float]]:
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


def bends_read(source: Place, target: Place, points: Iterable[Mapping[str, float]]) -> list[Place]:
    """The inverse of `control_points`."""
    x, y = target[0] - source[0], target[1] - source[1]
    return [
        (
            rounded(source[0] + it["ratio"] * (x * it["cos"] - y * it["sin"])),
            rounded(source[1] + it["ratio"] * (x * it["sin"] + y * it["cos"])),
        )
        for it in points
    ]
