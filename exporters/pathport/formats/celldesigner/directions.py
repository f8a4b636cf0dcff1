"""Which way the segments of a line run, as CellDesigner says it beside the bends.

The segments of a line of policy ``square`` run level and upright by turns, and so they are drawn
anew when one of its ends is moved; any other line says that it does not matter. Files have skew
segments too: the way in which most of the line runs as its points do is theirs. Where a square line
has one segment alone, its direction says nothing: it runs straight.
"""

from collections.abc import Sequence
from itertools import pairwise

from pathport.formats.celldesigner.geometry import Spot
from pathport.formats.celldesigner.terms import ANYHOW, LEVEL, UPRIGHT

__all__ = ["directions", "is_told_by_points"]


def directions(points: Sequence[Spot], *, square: bool) -> tuple[str, ...]:
    """The direction of each segment of a line through these points."""
    if not square:
        return (ANYHOW,) * (len(points) - 1)
    runs = [(abs(b[0] - a[0]), abs(b[1] - a[1])) for a, b in pairwise(points)]
    fits = sum((across - down) * (-1) ** n for n, (across, down) in enumerate(runs))
    words = (LEVEL, UPRIGHT) if fits >= 0 else (UPRIGHT, LEVEL)
    return tuple(words[n % 2] for n, _ in enumerate(runs))


def is_told_by_points(told: Sequence[str], points: Sequence[Spot], *, square: bool) -> bool:
    """Whether directions say no more than the points of their line."""
    return not square or len(told) < 2 or tuple(told) == directions(points, square=square)
