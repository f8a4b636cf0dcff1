"""A layout or a picture moved as a whole, and by how much one was that somebody else has now.

Programs that put the corner of what they draw at (0, 0), or at any place of theirs, move all alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from statistics import median_low

import msgspec

from pathport.layout.geometry import Place
from pathport.layout.picture import Picture
from pathport.model.layout import Box, Layout, Point

__all__ = ["layout_moved", "offset", "picture_moved"]

DIGITS = 4


def offset(told: Iterable[Box], made: Iterable[Box]) -> Place:
    """From where boxes were made to where most of them are told; those in others do not count."""
    there, here = _corners(told), _corners(made)
    off = [
        (after[0] - before[0], after[1] - before[1])
        for species, places in here.items()
        if len(places) == len(there.get(species, ()))
        for before, after in zip(places, there[species], strict=True)
    ]
    if not off:
        return 0.0, 0.0
    return median_low(it[0] for it in off), median_low(it[1] for it in off)


def _corners(boxes: Iterable[Box]) -> Mapping[str, list[Place]]:
    """By species, the corners of its boxes, in an order that moving does not change."""
    found: dict[str, list[Place]] = defaultdict(list)
    for it in boxes:
        if it.inside is None and it.part is None:
            found[it.species].append((it.x, it.y))
    return {species: sorted(places) for species, places in found.items()}


def layout_moved(layout: Layout, by: Place) -> Layout:
    """The layout with all that it tells elsewhere."""
    replace = msgspec.structs.replace
    return replace(
        layout,
        boxes=tuple(replace(it, x=_sum(it.x, by[0]), y=_sum(it.y, by[1])) for it in layout.boxes),
        frames=tuple(
            replace(
                it,
                x=_sum(it.x, by[0]),
                y=_sum(it.y, by[1]),
                label_at=None if it.label_at is None else _point(it.label_at, by),
            )
            for it in layout.frames
        ),
        ways=tuple(
            replace(it, bends=tuple(_point(bend, by) for bend in it.bends)) for it in layout.ways
        ),
        drawing=tuple(
            replace(it, points=tuple(_point(each, by) for each in it.points))
            for it in layout.drawing
        ),
    )


def picture_moved(picture: Picture, by: Place) -> Picture:
    """The picture with all that it shows elsewhere, on a page that has room for it."""
    replace = msgspec.structs.replace
    x, y = by
    return replace(
        picture,
        width=max(picture.width, picture.width + x),
        height=max(picture.height, picture.height + y),
        glyphs=tuple(replace(it, x=_sum(it.x, x), y=_sum(it.y, y)) for it in picture.glyphs),
        lines=tuple(replace(it, points=tuple(_places(it.points, by))) for it in picture.lines),
        areas=tuple(
            replace(
                it,
                x=_sum(it.x, x),
                y=_sum(it.y, y),
                label=next(_places([it.label], by)),
                spanning=None
                if it.spanning is None
                else (_sum(it.spanning[0], y), _sum(it.spanning[1], y)),
            )
            for it in picture.areas
        ),
        sketches=tuple(
            replace(it, points=tuple(_places(it.points, by))) for it in picture.sketches
        ),
    )


def _places(places: Iterable[Place], by: Place) -> Iterator[Place]:
    for x, y in places:
        yield _sum(x, by[0]), _sum(y, by[1])


def _point(point: Point, by: Place) -> Point:
    return msgspec.structs.replace(point, x=_sum(point.x, by[0]), y=_sum(point.y, by[1]))


def _sum(one: float, other: float) -> float:
    return round(one + other, DIGITS)
