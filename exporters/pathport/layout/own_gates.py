"""The gates of a picture in a pathway's own layout: where several sources of a control are joined.

SBML and GPML have no gates: there it is where the lines of the sources meet, or else before what
the first of them leads to.
"""

import itertools
import math
from collections.abc import Sequence

import msgspec

from pathport.layout.geometry import Place, way_point
from pathport.layout.picture import UNKNOWN_LOGIC, Glyph, GlyphKind
from pathport.layout.trails import Points
from pathport.model.enumerations import Logic
from pathport.model.layout import Point, Way
from pathport.model.parts import Gate
from pathport.model.things import Control

__all__ = ["gate_of", "joined"]

WIDTH, HEIGHT = 30.0, 16.0
BEFORE = 36.0
"""From what a gate acts on to it, at most: room for a head between them."""


def gate_of(control: Control, spot: Place) -> Glyph:
    """The gate of a control, with its middle there."""
    return Glyph(
        id=f"{control.id}/gate",
        kind=GlyphKind.GATE,
        thing=control.id,
        x=spot[0] - WIDTH / 2,
        y=spot[1] - HEIGHT / 2,
        width=WIDTH,
        height=HEIGHT,
        type=_logic(control.sources),
    )


def joined(sources: Sequence[Way], trail: Points) -> tuple[Way, list[Way]]:
    """The way of a gate, whose first bend it is, and those of its sources, which end there.

    Lines that run on together from a bend are joined at that; others before the end of the first,
    which has this trail.
    """
    shared = _shared_bends([it.bends for it in sources])
    bends = shared or (_before_end(trail),)
    first = sources[0]
    stem = msgspec.structs.replace(
        first, id=f"{first.of}/stem", start=None, start_at=None, bends=bends
    )
    return stem, [
        msgspec.structs.replace(
            it, end=None, end_at=None, bends=it.bends[: len(it.bends) - len(shared)]
        )
        for it in sources
    ]


def _shared_bends(lines: Sequence[tuple[Point, ...]]) -> tuple[Point, ...]:
    """The last bends that all lines have."""
    last = zip(*(reversed(it) for it in lines), strict=False)
    shared = itertools.takewhile(lambda bends: len({*bends}) == 1, last)
    return tuple(bends[0] for bends in shared)[::-1]


def _before_end(trail: Points) -> Point:
    length = sum(math.dist(a, b) for a, b in itertools.pairwise(trail))
    share = 1 - min(BEFORE, length / 2) / length if length else 0.0
    x, y = way_point(trail, share)
    return Point(x=x, y=y)


def _logic(gate: Gate) -> str:
    """The logic of what is drawn as a gate; of one species by itself, which lines of other controls
    may join, none is known.
    """
    is_alone = len(gate.inputs) == 1 and not gate.gates and gate.logic is not Logic.NOT
    return UNKNOWN_LOGIC if is_alone else gate.logic
