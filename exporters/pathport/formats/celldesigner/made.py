"""A layout for what has none: CellDesigner lays out no file that has its extension.

Places are the layered engine's, stretched so that CellDesigner's symbols fit: names in boxes, and
residues on their borders. What the layout of the pathway tells stays where it is; the rest comes
below it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from pathport.formats.celldesigner.geometry import Rect, anchors_of_loop, nearest_anchor, spot_on
from pathport.formats.celldesigner.members import Members
from pathport.formats.celldesigner.nesting import in_corner, nested, outermost_first
from pathport.formats.celldesigner.room import on_canvas, settled
from pathport.formats.celldesigner.rows import in_rows
from pathport.formats.celldesigner.squares import with_squares
from pathport.formats.celldesigner.terms import OPEN_SHAPE, WIDEST
from pathport.formats.celldesigner.unused import without_unused
from pathport.formats.reach import within_reach
from pathport.layout.completing import completed, is_of_others
from pathport.layout.engine import is_large, laid_out_with
from pathport.layout.keeping import kept, without_straight
from pathport.layout.labels import Labels
from pathport.layout.memory import remembered
from pathport.layout.picture import Glyph, GlyphKind, Line, LineRole, Picture
from pathport.layout.trails import length_of
from pathport.model.ids import numbered
from pathport.model.layout import Box, Decoration, DecorationKind, Frame, Layout, Point, Style, Way
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Species

__all__ = ["with_places"]

ACROSS, DOWN = 2.4, 2.8
"""How far the picture is stretched: its boxes hold text alone."""
TALLEST = 50.0
"""Of a box without parts."""
LEVEL = 1.0
"""Pixels by which a line may be off and is still level."""
MARGIN = 10.0
"""Between the edge of the canvas and a frame, at least."""
GAP = 60.0
"""Between what the layout tells and what is made."""
ROOM = 30.0
"""Around the boxes in a frame that is made alone."""
EMPTY = 100.0
"""The width of a frame without boxes, and its height."""

Place = tuple[float, float]


def with_places(pathway: Pathway) -> Pathway:
    """The pathway with a layout that has a box for each species, a frame for each compartment, and
    numbers that CellDesigner can read.
    """
    if pathway.layout != Layout():
        pathway = msgspec.structs.replace(pathway, layout=within_reach(pathway.layout))
    there = {box.species for box in pathway.layout.boxes if box.part is None}
    framed = {frame.compartment for frame in pathway.layout.frames}
    missing = [it for it in pathway.species if it.id not in there]
    if not missing and all(it.id in framed for it in pathway.compartments):
        return pathway
    layout = _about_what_is_told(pathway)
    if layout is None:
        bare = _to_be_placed(pathway, missing)
        made = in_rows(bare) if is_large(bare) else _Made(bare).layout()
        layout = _joined(pathway, made)
    layout = _framed(msgspec.structs.replace(pathway, layout=layout))
    return msgspec.structs.replace(pathway, layout=on_canvas(layout, pathway.layout))


def _about_what_is_told(pathway: Pathway) -> Layout | None:
    """Some boxes of ours, as one that was moved by hand, with the rest where it would be without
    them; nothing where the layout is another one.
    """
    if not pathway.layout.boxes or is_of_others(pathway, _is_ours) or is_large(pathway):
        return None
    bare = msgspec.structs.replace(pathway, layout=Layout())
    found = completed(pathway, _Made(_to_be_placed(bare, [])).layout())
    return None if found is pathway.layout else found


def _is_ours(box: Box) -> bool:
    return box.id.startswith(f"{box.species}_box")


def _framed(pathway: Pathway) -> Layout:
    """The layout with a frame for each compartment: around its boxes, or below everything."""
    layout = pathway.layout
    told = {it.compartment for it in layout.frames}
    held = _boxes_in(pathway)
    below = max([it.y + it.height for it in layout.boxes], default=0.0) + GAP
    frames = {it.compartment: it for it in layout.frames}
    for it in outermost_first(pathway.compartments):
        around = frames.get(it.inside or "")
        if it.id in told:
            continue
        if held[it.id] or around is None:
            frames[it.id] = _frame_around(it.id, held[it.id], below)
        else:
            frames[it.id] = in_corner(it.id, around, layout.boxes)
    made = nested(frames.values(), pathway.compartments, told)
    return msgspec.structs.replace(layout, frames=made)


def _boxes_in(pathway: Pathway) -> Mapping[str | None, list[Box]]:
    """By compartment the boxes in it; of one without any, those in what is inside it."""
    places = {it.id: it.compartment for it in pathway.species}
    found: dict[str | None, list[Box]] = defaultdict(list)
    for box in pathway.layout.boxes:
        found[places.get(box.species)].append(box)
    inner: dict[str, list[Box]] = defaultdict(list)
    for it in reversed(outermost_first(pathway.compartments)):
        found[it.id] = found[it.id] or inner[it.id]
        inner[it.inside or ""] += found[it.id]
    return found


def _frame_around(compartment: str, boxes: list[Box], below: float) -> Frame:
    """A frame around some boxes, or without any a frame below everything."""
    x = min((box.x for box in boxes), default=GAP) - ROOM
    y = min((box.y for box in boxes), default=below) - ROOM
    right = max((box.x + box.width for box in boxes), default=GAP + EMPTY)
    bottom = max((box.y + box.height for box in boxes), default=below + EMPTY)
    return Frame(
        compartment=compartment, x=x, y=y, width=right + ROOM - x, height=bottom + ROOM - y
    )


def _to_be_placed(pathway: Pathway, missing: list[Species]) -> Pathway:
    """What the engine is to place: all, or where there are boxes already, what has none.

    It is the pathway itself where that will do, which may have been laid out for another format.
    """
    changes: dict[str, Any] = {} if pathway.layout == Layout() else {"layout": Layout()}
    if pathway.layout.boxes:
        others = ("processes", "controls", "associations", "modules", "order")
        changes |= dict.fromkeys(others, ())
    members = Members(pathway.molecules)
    wanted = missing if pathway.layout.boxes else pathway.species
    species = tuple(members.shown(_plain(it)) for it in wanted)
    if species != pathway.species:
        changes["species"] = species
    return msgspec.structs.replace(pathway, **changes) if changes else pathway


def _plain(species: Species) -> Species:
    """A set as a box of its own, beside its members."""
    if species.form is not Form.SET:
        return species
    return msgspec.structs.replace(species, form=Form.COMPLEX, members=())


def _joined(pathway: Pathway, made: Layout) -> Layout:
    """What the layout tells, and the rest where that has room for it or else below, called as
    nothing there is.
    """
    told = pathway.layout
    taken = [it.id for it in told.boxes] + [it.id for it in told.ways]
    taken += [it.id for it in told.drawing if it.id is not None]
    names = numbered({it.id: it.id for it in made.boxes}, taken)
    if not told.boxes and not told.ways and not told.frames:
        return msgspec.structs.replace(
            told,
            width=told.width if told.width is not None else made.width,
            height=told.height if told.height is not None else made.height,
            boxes=made.boxes,
            frames=made.frames,
            ways=made.ways,
            drawing=(*told.drawing, *made.drawing),
        )
    named = [msgspec.structs.replace(it, id=names[it.id]) for it in made.boxes]
    layout, left = settled(pathway, named)
    bottoms = [it.y + it.height for it in layout.boxes]
    bottoms += [it.y + it.height for it in layout.frames]
    below = max(bottoms) + GAP if bottoms else 0.0
    framed = {it.compartment for it in told.frames}
    boxes = (msgspec.structs.replace(it, y=it.y + below) for it in left)
    frames = (
        msgspec.structs.replace(it, y=it.y + below)
        for it in made.frames
        if it.compartment not in framed
    )
    return msgspec.structs.replace(
        layout, boxes=(*layout.boxes, *boxes), frames=(*layout.frames, *frames)
    )


class _Boxes(Labels):
    """What species show: each is in the compartment that it is drawn in, cofactors too, or on the
    frame of it.
    """

    keeps_places = True
    has_borders = True


@remembered
def _picture(pathway: Pathway) -> Picture:
    """On a canvas: nobody prints it."""
    return laid_out_with(_Boxes(pathway), is_page=False)


class _Made:
    """The engine's picture as a layout of CellDesigner's."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.picture: Picture = _picture(pathway)
        self.base = kept(self.picture, pathway)
        self.across, self.down = self._stretch()
        self.left = self.top = 0.0
        frames = self._frames()
        self.left = max(0.0, MARGIN - min((it.x for it in frames), default=MARGIN))
        self.top = max(0.0, MARGIN - min((it.y for it in frames), default=MARGIN))
        self.glyphs = {it.id: it for it in self.picture.glyphs}
        taken = {thing.id for _, thing in pathway.things()} | {pathway.id}
        taken |= {it.id for it in self.base.boxes} | {it.id for it in self.base.ways}
        voids = [it for it in self.picture.glyphs if it.kind is GlyphKind.VOID]
        self.voids: Mapping[str, str] = numbered({it.id: f"{it.thing}_open" for it in voids}, taken)
        self.boxes = self._boxes_of_glyphs()
        self.full = {it.inside for it in self.base.boxes}
        self.rects = {it.id: it for it in map(self._box, self.base.boxes) if it.inside is None}

    def _stretch(self) -> Place:
        """As far as the canvas allows."""
        whole = self.picture.width * ACROSS, self.picture.height * DOWN
        least = min(1.0, *(WIDEST / it for it in whole if it))
        return ACROSS * least, DOWN * least

    def layout(self) -> Layout:
        """Boxes, frames, ways and empty sides, stretched."""
        frames, whole = self._frames(), self._spot((self.picture.width, self.picture.height))
        drawing = tuple(self._open(it) for it in self.picture.glyphs if it.id in self.voids)
        made = Layout(
            width=max([whole.x, *(it.x + it.width + MARGIN for it in frames)]),
            height=max([whole.y, *(it.y + it.height + MARGIN for it in frames)]),
            boxes=tuple(self._box(it) for it in self.base.boxes if it.inside is None),
            frames=frames,
            ways=tuple(self._squared([*self._ways()], drawing)),
            drawing=drawing,
        )
        return without_unused(made, self.pathway)

    def _squared(self, ways: Sequence[Way], voids: Iterable[Decoration]) -> Iterator[Way]:
        """The ways with segments for the squares of processes."""
        rects, middles = self._rects(voids), self._middles()
        return with_squares(ways, self.pathway, rects, middles, across=self.across)

    def _rects(self, voids: Iterable[Decoration]) -> Mapping[str, Rect]:
        """The boxes and empty sides, by id."""
        boxes = {id_: Rect(it.x, it.y, it.width, it.height) for id_, it in self.rects.items()}
        corners = {it.id or "": it.points for it in voids}
        return boxes | {
            id_: Rect(a.x, a.y, b.x - a.x, b.y - a.y) for id_, (a, b) in corners.items()
        }

    def _middles(self) -> Mapping[str, Place]:
        """Where the processes are, by id."""
        found = {}
        for it in self.picture.glyphs:
            if it.kind is GlyphKind.PROCESS:
                spot = self._spot((it.x + it.width / 2, it.y + it.height / 2))
                found[it.thing] = spot.x, spot.y
        return found

    def _spot(self, place: Place) -> Point:
        """A point of the picture."""
        extent = self._extent(place)
        return Point(x=round(extent.x + self.left, 1), y=round(extent.y + self.top, 1))

    def _extent(self, size: Place) -> Point:
        return Point(x=round(size[0] * self.across, 1), y=round(size[1] * self.down, 1))

    def _box(self, it: Box) -> Box:
        """A box; one without parts is no taller than it need be, its middle where it was."""
        corner, extent = self._spot((it.x, it.y)), self._extent((it.width, it.height))
        height = extent.y if it.id in self.full else min(TALLEST, extent.y)
        return msgspec.structs.replace(
            it,
            x=corner.x,
            y=round(corner.y + (extent.y - height) / 2, 1),
            width=extent.x,
            height=height,
        )

    def _frames(self) -> tuple[Frame, ...]:
        """The frames, each around those inside it."""
        return nested(map(self._frame, self.base.frames), self.pathway.compartments)

    def _frame(self, it: Frame) -> Frame:
        corner, extent = self._spot((it.x, it.y)), self._extent((it.width, it.height))
        return msgspec.structs.replace(it, x=corner.x, y=corner.y, width=extent.x, height=extent.y)

    def _ways(self) -> Iterator[Way]:
        """All ways; those of processes with an empty side lead to that, and what acts on them meets
        them elsewhere.
        """
        opened = {self.glyphs[it].thing for it in self.voids}
        lines, joints = {}, {}
        for way, at in self._open_ways():
            lines[way.of], joints[way.of] = way, at
        targets = {it.id: it.target or "" for it in self.pathway.controls}
        for it in self.base.ways:
            of = targets.get(it.of, it.of)
            is_main = it.of in opened and it.at is None
            if is_main or (of in opened and of not in joints):
                continue
            is_met = it.at is not None and of in joints
            yield msgspec.structs.replace(self._way(it), at=joints[of] if is_met else it.at)
        yield from lines.values()

    def _way(self, it: Way) -> Way:
        """A way whose ends are where links can end; what ran straight from them still does."""
        bends = [self._spot((bend.x, bend.y)) for bend in it.bends]
        start_at, end_at = it.start_at, it.end_at
        start, end = _anchors(it)
        if bends and it.start and start_at and start:
            start_at, bends[0] = self._snapped(it.start, (start_at, start), bends[0])
        if bends and it.end and end_at and end:
            end_at, bends[-1] = self._snapped(it.end, (end_at, end), bends[-1])
        return msgspec.structs.replace(it, start_at=start_at, end_at=end_at, bends=tuple(bends))

    def _snapped(self, box: str, ends: tuple[Point, Place], bend: Point) -> tuple[Point, Point]:
        """The place of a box that a link can end at, for where it ended, and the bend before."""
        at, (across, down) = ends
        known = self.rects[box]
        rect = Rect(known.x, known.y, known.width, known.height)
        (old_x, old_y), (x, y) = spot_on(rect, (at.x, at.y)), spot_on(rect, (across, down))
        return Point(x=across, y=down), Point(
            x=x if abs(bend.x - old_x) < LEVEL else bend.x,
            y=y if abs(bend.y - old_y) < LEVEL else bend.y,
        )

    # Empty sides

    def _open(self, glyph: Glyph) -> Decoration:
        corner = self._spot((glyph.x, glyph.y))
        far = self._spot((glyph.x + glyph.width, glyph.y + glyph.height))
        side = max(far.x - corner.x, far.y - corner.y)
        return Decoration(
            kind=DecorationKind.SHAPE,
            id=self.voids[glyph.id],
            points=(corner, Point(x=corner.x + side, y=corner.y + side)),
            style=Style(shape=OPEN_SHAPE),
        )

    def _boxes_of_glyphs(self) -> Mapping[str, str]:
        """By id of a glyph, the box or empty side that it is."""
        at = {(it.species, it.x, it.y): it.id for it in self.base.boxes if it.inside is None}
        found = {
            it.id: at[it.thing, it.x, it.y]
            for it in self.picture.glyphs
            if (it.thing, it.x, it.y) in at
        }
        return {**found, **self.voids}

    def _open_ways(self) -> Iterator[tuple[Way, float]]:
        """The ways of processes with an empty side, which lead to the shape that it is, with where
        on them these are.
        """
        by_process: dict[str, list[Line]] = defaultdict(list)
        for line in self.picture.lines:
            for end in (line.start, line.end):
                if self.glyphs[end].kind is GlyphKind.PROCESS:
                    by_process[end].append(line)
        for process, lines in by_process.items():
            if any(it in self.voids for line in lines for it in (line.start, line.end)):
                yield from self._open_way(process, lines)

    def _open_way(self, process: str, lines: list[Line]) -> Iterator[tuple[Way, float]]:
        before = [it for it in lines if it.end == process and it.role in INWARD]
        after = [it for it in lines if it.start == process]
        if not before or not after:
            return
        first, last = before[0], after[0]
        glyph = self.glyphs[process]
        middle = glyph.x + glyph.width / 2, glyph.y + glyph.height / 2
        come, go = (*first.points[:-1], middle), (middle, *last.points[1:])
        before_, after_ = length_of(come), length_of(go)
        way = Way(
            id=f"{glyph.thing}_line",
            of=glyph.thing,
            start=self.boxes.get(first.start),
            end=self.boxes.get(last.end),
            bends=tuple(map(self._spot, without_straight((*come, *go[1:]))[1:-1])),
        )
        yield way, round(before_ / ((before_ + after_) or 1.0), 4)


def _anchors(way: Way) -> tuple[Place | None, Place | None]:
    """The places of boxes nearest to the ends of a way that links can end at."""
    start, end = ((it.x, it.y) if it is not None else None for it in (way.start_at, way.end_at))
    if start and end and way.start == way.end:
        return anchors_of_loop(start, end)
    return start and nearest_anchor(start), end and nearest_anchor(end)


INWARD = (LineRole.INPUT, LineRole.TEMPLATE)
