"""A layout that tells some boxes, with the rest where the engine has it: nothing told is moved.

Who moves one box in another program and takes that home finds all others where they were. Where
most is told, or by somebody else, the engine's places have nothing to do with it; then, and where
they would lie on what is told, the rest is left to whoever asks.
"""

from collections.abc import Callable, Iterator

import msgspec

from pathport.layout.geometry import Rect
from pathport.model.layout import Box, Frame, Layout, Way
from pathport.model.pathway import Pathway

__all__ = ["completed", "is_of_others", "overlap"]


def is_of_others(pathway: Pathway, is_own: Callable[[Box], bool]) -> bool:
    """Whether a layout has boxes for more species than not, or none that is called as those are
    which the engine places: ``is_own``.
    """
    boxes = [it for it in pathway.layout.boxes if it.part is None]
    told = {it.species for it in boxes}
    ours = not boxes or any(map(is_own, boxes))
    return not ours or 2 * len(told) > len(pathway.species)


def completed(pathway: Pathway, made: Layout) -> Layout:
    """What the layout of a pathway tells, with what only that tells which was ``made`` for it; or
    the layout itself, where a box of both would lie on another.

    A told box with the id of one that was made stands for that alone, any other for all of its
    species.
    """
    told = pathway.layout
    boxes = tuple(_left(told, made))
    if any(overlap(one, other) for one in boxes for other in told.boxes):
        return told
    ways = tuple(_ways(pathway, made, {it.id for it in boxes}))
    ends = {end for way in ways for end in (way.start, way.end)}
    framed = {it.compartment for it in told.frames}
    return msgspec.structs.replace(
        told,
        boxes=(*told.boxes, *boxes),
        frames=(*told.frames, *(it for it in made.frames if it.compartment not in framed)),
        ways=(*told.ways, *ways),
        drawing=(*told.drawing, *(it for it in made.drawing if it.id in ends)),
    )


def _left(told: Layout, made: Layout) -> Iterator[Box]:
    """The boxes that were made and are not told, those in others with these; none of a species
    that is told in a box of another id.
    """
    known = {it.id for it in told.boxes}
    species = {it.id: it.species for it in made.boxes if it.inside is None}
    foreign = {it.species for it in told.boxes if it.part is None and it.id not in species}
    free = {id_ for id_, of in species.items() if id_ not in known and of not in foreign}
    for box in made.boxes:
        if (box.inside or box.id) in free and box.id not in known:
            yield box


def _ways(pathway: Pathway, made: Layout, boxes: set[str]) -> Iterator[Way]:
    """The ways that were made of each thing all of whose lines run as they did."""
    shapes = {it.id for it in made.drawing} - {it.id for it in pathway.layout.drawing}
    ends = {None, *boxes, *shapes}
    gone = {way.of for way in made.ways if not {way.start, way.end} <= ends}
    gone |= {way.of for way in pathway.layout.ways}
    known = {it.id for it in pathway.layout.ways}
    gone |= {way.of for way in made.ways if way.id in known}
    targets = {it.id: it.target for it in pathway.controls}
    while more := {id_ for id_, target in targets.items() if target in gone} - gone:
        gone |= more
    yield from (way for way in made.ways if way.of not in gone)


def overlap(one: Box | Frame, other: Box) -> bool:
    """Whether two boxes, or a frame and a box, have more than an edge in common."""
    a, b = (Rect(it.x, it.y, it.width, it.height) for it in (one, other))
    across = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    down = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
    return across > 0 and down > 0
