"""Frames in frames: CellDesigner takes a compartment to be in what it is drawn in.

The engine draws the bands of a cell one below the other, each as wide as the picture; here the
outer one reaches around the inner ones. What is told of frames is left as it is.
"""

from collections.abc import Collection, Iterable, Sequence
from graphlib import TopologicalSorter

import msgspec

from pathport.layout.completing import overlap
from pathport.layout.geometry import Extent
from pathport.model.layout import Box, Frame
from pathport.model.things import Compartment

__all__ = ["around", "in_corner", "is_inside", "nested", "outermost_first"]

BETWEEN = 16.0
"""From the frame of a compartment to that of one inside it, at least: it has a thick membrane."""
SHARE = 4.0
"""A compartment without anything takes so much of the width and height of the one around it."""


def outermost_first(compartments: Iterable[Compartment]) -> Sequence[Compartment]:
    """The compartments, each after the one that it is inside of."""
    known = {it.id: it for it in compartments}
    order = TopologicalSorter({it.id: [it.inside] if it.inside else [] for it in known.values()})
    return [known[id_] for id_ in order.static_order()]


def nested(
    frames: Iterable[Frame], compartments: Iterable[Compartment], told: Collection[str] = ()
) -> tuple[Frame, ...]:
    """The frames, each around those of the compartments inside it unless it is ``told``."""
    found = {it.compartment: it for it in frames}
    for it in reversed(outermost_first(compartments)):
        inner, outer = found.get(it.id), found.get(it.inside or "")
        if inner is None or outer is None or outer.compartment in told:
            continue
        if not is_inside(inner, outer):
            found[outer.compartment] = around(outer, inner)
    return tuple(found.values())


def around(outer: Frame, inner: Frame) -> Frame:
    """The outer frame, large enough for the inner one."""
    x, y = min(outer.x, inner.x - BETWEEN), min(outer.y, inner.y - BETWEEN)
    right = max(outer.x + outer.width, inner.x + inner.width + BETWEEN)
    bottom = max(outer.y + outer.height, inner.y + inner.height + BETWEEN)
    return msgspec.structs.replace(outer, x=x, y=y, width=right - x, height=bottom - y)


def is_inside(inner: Extent, outer: Extent) -> bool:
    """Whether all of a frame or box is in another one, or they are one."""
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.x + inner.width <= outer.x + outer.width
        and inner.y + inner.height <= outer.y + outer.height
    )


def in_corner(compartment: str, around: Frame, boxes: Iterable[Box]) -> Frame:
    """The frame of a compartment without anything: in a corner of the one around it, if it can be
    in one without a box.
    """
    width, height = around.width / SHARE, around.height / SHARE
    gap = min(BETWEEN, width / SHARE, height / SHARE)
    left, top = around.x + gap, around.y + gap
    right = around.x + around.width - gap - width
    bottom = around.y + around.height - gap - height
    corners = [
        Frame(compartment=compartment, x=x, y=y, width=width, height=height)
        for y in (bottom, top)
        for x in (right, left)
    ]
    there = tuple(boxes)
    free = (it for it in corners if not any(overlap(it, box) for box in there))
    return next(free, corners[0])
