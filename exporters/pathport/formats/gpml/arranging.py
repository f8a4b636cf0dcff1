"""A place for everything of a pathway that has none: the layout engine's, for boxes as GPML's are.

The first box of a species has its id; others have ids that no reader takes for given ones, so that
they are read as boxes of the same species. A compartment is around those in it, for geometry alone
tells what is in it.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

import msgspec

from pathport.formats.gpml.boxes import Boxes
from pathport.formats.gpml.dialect import GPML2013A
from pathport.formats.gpml.frames import frames_of
from pathport.formats.gpml.looks import usual_state
from pathport.formats.gpml.picture_ways import ways_of
from pathport.formats.gpml.routes import open_ids
from pathport.formats.gpml.showing import Showing, Shown
from pathport.formats.gpml.states import label_of
from pathport.formats.gpml.terms import DEGRADED
from pathport.layout.completing import completed, is_of_others
from pathport.layout.engine import is_large, laid_out_with
from pathport.layout.geometry import rounded
from pathport.layout.memory import remembered
from pathport.layout.picture import Glyph, GlyphKind, Picture
from pathport.model.layout import Box, Decoration, DecorationKind, Frame, Layout, Mark, Point, Style
from pathport.model.pathway import Pathway

__all__ = ["arranged", "with_places"]

T = TypeVar("T", Box, Frame, Point)

EDGE = 10.0
TOP = 70.0
"""Above everything: PathVisio writes title and organism into the corner."""
BESIDE = Style(shape="none", size=10.0)
"""The look of a cofactor beside a process: its text alone."""


def with_places(pathway: Pathway) -> Pathway:
    """The pathway with the engine's places for what has none; itself if its layout is of others, or
    it is too large for the engine.
    """
    if is_of_others(pathway, lambda box: box.id == box.species) or is_large(pathway):
        return pathway
    layout = completed(pathway, arranged(pathway)[1])
    return msgspec.structs.replace(pathway, layout=layout)


@remembered
def arranged(pathway: Pathway) -> tuple[Picture, Layout]:
    """The engine's picture of a pathway with boxes as GPML has them, and the same as a layout."""
    bare = msgspec.structs.replace(pathway, layout=Layout())
    showing = Showing(bare, GPML2013A)
    species = (
        msgspec.structs.replace(it, compartment=showing.places[it.id]) for it in bare.species
    )
    looks = Boxes(msgspec.structs.replace(bare, species=tuple(species)), showing)
    picture = laid_out_with(looks, is_page=False)
    boxes = _Boxes(picture, looks, showing)
    ids = open_ids(bare)
    empty = [it for it in picture.glyphs if it.kind is GlyphKind.VOID and it.thing in ids]
    voids = {it.id: ids[it.thing] for it in empty}
    ways = ways_of(bare, picture, {**boxes.ids, **voids})
    ended = {end for way in ways for end in (way.start, way.end)}
    shapes = [_shape(voids[it.id], it) for it in empty if voids[it.id] in ended]
    layout = Layout(
        boxes=tuple(boxes.all()),
        frames=tuple(frames_of(bare, picture)),
        ways=tuple(ways),
        drawing=tuple(shapes),
    )
    return picture, on_canvas(layout)


def on_canvas(layout: Layout) -> Layout:
    """The layout as far to the right as all is on the canvas, and below what PathVisio writes."""
    corners = [(it.x, it.y) for it in layout.boxes] + [(it.x, it.y) for it in layout.frames]
    left = min((x for x, _ in corners), default=EDGE)
    top = min((y for _, y in corners), default=TOP)
    across, down = rounded(max(0.0, EDGE - left)), rounded(max(0.0, TOP - top))

    def placed(it: T) -> T:
        return msgspec.structs.replace(it, x=rounded(it.x + across), y=rounded(it.y + down))

    def moved(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple(map(placed, points))

    return msgspec.structs.replace(
        layout,
        boxes=tuple(map(placed, layout.boxes)),
        frames=tuple(map(placed, layout.frames)),
        ways=tuple(msgspec.structs.replace(it, bends=moved(it.bends)) for it in layout.ways),
        drawing=tuple(
            msgspec.structs.replace(it, points=moved(it.points)) for it in layout.drawing
        ),
    )


KINDS = (GlyphKind.SPECIES, GlyphKind.COFACTOR)


class _Boxes:
    """The boxes of the glyphs of species; ``ids`` are theirs by the id of the glyph."""

    def __init__(self, picture: Picture, looks: Boxes, showing: Showing) -> None:
        self.glyphs = {it.id: it for it in picture.glyphs if it.kind in KINDS}
        self.looks = looks
        self.showing = showing
        self.ids: dict[str, str] = {}
        ranked = sorted(self.glyphs.values(), key=_rank)
        first = {it.thing: it.id for it in reversed(ranked)}
        for it in ranked:
            is_first = first[it.thing] == it.id
            own = looks.tops[it.thing].id if is_first else showing.made("box", it.id)
            self.ids[it.id] = own

    def all(self) -> Iterator[Box]:
        """A box for each glyph, and for each node in it."""
        for glyph in self.glyphs.values():
            id_, top = self.ids[glyph.id], self.looks.tops[glyph.thing]
            yield Box(
                id=id_,
                species=glyph.thing,
                x=glyph.x,
                y=glyph.y,
                width=glyph.width,
                height=glyph.height,
                style=BESIDE if glyph.kind is GlyphKind.COFACTOR else Style(),
                marks=() if top.inner else self._marks(top, id_, glyph.width),
            )
            if top.inner:
                yield from self._inner(glyph, id_, self.looks.stack(top))

    def _inner(self, glyph: Glyph, around: str, nodes: Sequence[Shown]) -> Iterator[Box]:
        """The boxes of the nodes in a group, each as wide as there is room."""
        heights = [it.height for it in glyph.parts]
        tops = accumulate(heights, initial=glyph.y + glyph.margin)
        width = round(glyph.width - 2 * glyph.margin, 1)
        is_first = self.looks.tops[glyph.thing].id == around
        for n, (node, height, y) in enumerate(zip(nodes, heights, tops, strict=False)):
            id_ = node.id if is_first else self.showing.made(around, n)
            yield Box(
                id=id_,
                species=node.species,
                x=round(glyph.x + glyph.margin, 1),
                y=round(y, 1),
                width=width,
                height=height,
                inside=around,
                part=node.part,
                marks=self._marks(node, id_, width),
            )

    def _marks(self, node: Shown, box: str, width: float) -> tuple[Mark, ...]:
        """The States that are wider than high, each with no more beyond the end of the node than
        others have: there are lines.
        """
        found = []
        for n, item in enumerate(node.items):
            x, y, wide, high = usual_state(item.label or label_of(item.shows), n)
            if wide > high and abs(x) == 1:
                id_ = item.id if box == node.id else self.showing.made(box, "state", n)
                x *= max(0.0, rounded(1 - (wide - high) / width))
                found.append(Mark(id=id_, shows=item.shows, x=x, y=y, width=wide, height=high))
        return tuple(found)


def _rank(glyph: Glyph) -> tuple[bool, bool, str]:
    """Which box is the first of its species: no text beside a process."""
    return glyph.kind is GlyphKind.COFACTOR, glyph.id != glyph.thing, glyph.id


def _shape(id_: str, glyph: Glyph) -> Decoration:
    """The shape of what is nothing."""
    first = Point(x=glyph.x, y=glyph.y)
    last = Point(x=glyph.x + glyph.width, y=glyph.y + glyph.height)
    style = Style(shape=DEGRADED)
    return Decoration(kind=DecorationKind.SHAPE, id=id_, points=(first, last), style=style)
