"""Boxes that are moved out of one line: three that a junction joins are the axes that tell it.

Only places that were made are moved; a layout that is told stays as it is, and is told of.
"""

import math
from collections.abc import Collection, Iterable, Mapping

import msgspec

from pathport.formats.celldesigner.drawn import Arm, Reaction
from pathport.formats.celldesigner.geometry import Spot
from pathport.model.layout import Box, Layout

__all__ = ["apart"]

LEAST = 6.0
"""Pixels that one of three boxes is from the line of the others, at least."""
STEP = 12.0
"""How far a box is moved: less than there is between two rows."""


def apart(reactions: Iterable[Reaction], layout: Layout, made: Mapping[str, str]) -> Layout | None:
    """The layout with a box moved for each junction that wants it; nothing if none does.

    ``made`` are the boxes that may be moved, by alias.
    """
    moves: dict[str, Spot] = {}
    for reaction in reactions:
        arms = (*reaction.inputs, *reaction.outputs)
        boxes = {arm.alias: made[arm.alias] for arm in arms if arm.alias in made}
        if reaction.junction is None or not boxes or moves.keys() & boxes.values():
            continue
        if _are_in_line(arms):
            moves[[*boxes.values()][-1]] = _across(arms)
    if not moves:
        return None
    return msgspec.structs.replace(layout, boxes=tuple(_moved(it, moves) for it in layout.boxes))


def _are_in_line(arms: Collection[Arm]) -> bool:
    (left, top), (ax, ay), (bx, by) = (it.centre for it in arms)
    area = abs((ax - left) * (by - top) - (ay - top) * (bx - left))
    longest = max(math.dist(one.centre, other.centre) for one in arms for other in arms)
    return len({it.alias for it in arms}) == len(arms) and area < LEAST * longest


def _across(arms: Collection[Arm]) -> Spot:
    """A step across the line that three boxes stand in."""
    xs, ys = zip(*(it.centre for it in arms), strict=True)
    is_level = max(xs) - min(xs) >= max(ys) - min(ys)
    return (0.0, STEP) if is_level else (STEP, 0.0)


def _moved(box: Box, moves: Mapping[str, Spot]) -> Box:
    x, y = moves.get(box.id, (0.0, 0.0))
    return msgspec.structs.replace(box, x=box.x + x, y=box.y + y) if x or y else box
