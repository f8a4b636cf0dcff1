"""Boxes that were made for what CellDesigner does not draw: they would stand alone.

The engine draws a species once for each event that it has a part in, also for controls of controls
and associations, which a file only carries.
"""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from pathport.model.layout import Layout
from pathport.model.pathway import Pathway

__all__ = ["without_unused"]


def without_unused(layout: Layout, pathway: Pathway) -> Layout:
    """The layout without boxes at which no line ends that is drawn, if one ends at another box of
    their species; and without lines that are not drawn.
    """
    drawn = {*_drawn(pathway)}
    ways = tuple(it for it in layout.ways if it.of in drawn)
    ends = {end for it in ways for end in (it.start, it.end)}
    used: dict[str, bool] = defaultdict(bool)
    for box in layout.boxes:
        used[box.species] |= box.id in ends
    boxes = tuple(it for it in layout.boxes if it.id in ends or not used[it.species])
    return msgspec.structs.replace(layout, boxes=boxes, ways=ways)


def _drawn(pathway: Pathway) -> Iterator[str]:
    """What has lines in a file: processes, and what acts on these, on species, or on the line of
    such an influence.
    """
    yield from (it.id for it in pathway.processes)
    places = {it.id for it in (*pathway.processes, *pathway.species)}
    species = {it.id for it in pathway.species}
    influences = {it.id for it in pathway.controls if it.target in species}
    yield from (it.id for it in pathway.controls if it.target in places | influences)
