"""The lines of controls whose gates join gates, which CellDesigner has not: each of their species
acts by itself, along the line that it has to the gate of them all, and on from there.

The lines of all come together where that gate would be, some of them before. What acts by being
absent has a gate of its own on its line, before that meets any other.
"""

import math
from collections.abc import Sequence

import msgspec

from pathport.formats.celldesigner.geometry import Spot, rounded
from pathport.layout.stems import stem_of, through
from pathport.layout.trails import before_end, length_of
from pathport.model.layout import Point, Way

__all__ = ["lines_apart"]

AWAY = 60.0
"""Pixels from where lines come together to the gate of one of them, at most."""
NEAR = 1.0
"""Pixels between the bends of two lines that are one."""


def lines_apart(ways: Sequence[Way], line: Way, begins: Spot, *, absent: bool) -> tuple[Way, ...]:
    """The ways of one species of several, whose line is among those of the control, from where
    that ``begins`` all the way to what it acts on; of what is absent, of its gate and to that.
    """
    stems = {it.id: it for it in ways if not it.start and it.bends}
    stem = stem_of(line, stems)
    if not absent:
        return (line if stem is None else through(line, stem),)
    if stem is None and line.bends:
        stem = msgspec.structs.replace(line, start=None, start_at=None, bends=line.bends[-1:])
        line = msgspec.structs.replace(line, bends=line.bends[:-1])
    elif stem is None or sum(stem_of(it, stems) is stem for it in ways if it.start) == 1:
        return (line,) if stem is None else (stem, line)
    alone = _alone(line, ways)
    points = (begins, *((it.x, it.y) for it in (*line.bends, stem.bends[0])))[: alone + 2]
    (x, y), after = before_end(points, min(AWAY, length_of(points) / 2))
    number = alone - after
    gate = Point(x=rounded(x), y=rounded(y))
    return (
        msgspec.structs.replace(stem, bends=(gate, *line.bends[number:], *stem.bends)),
        msgspec.structs.replace(line, end=None, end_at=None, bends=line.bends[:number]),
    )


def _alone(line: Way, ways: Sequence[Way]) -> int:
    """How many of its bends a line has for itself, before it comes together with another one."""
    others = [it for way in ways if way.start and way.id != line.id for it in way.bends]
    met = (
        number
        for number, bend in enumerate(line.bends)
        if any(math.dist((bend.x, bend.y), (it.x, it.y)) < NEAR for it in others)
    )
    return next(met, len(line.bends))
