"""The picture of a pathway in its own layout: boxes, frames and lines where its author put them.

A box holds what ``labels`` says of its species, made to fit by ``fitting``; marks of states that
find no room beside the text are on its border. What runs between boxes is made by ``own_lines``.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from pathport.layout.fitting import BEYOND, fitted, has_room
from pathport.layout.geometry import Rect, on_border
from pathport.layout.labels import LONGEST, MARK, MARK_PAD, TEXT, Labels
from pathport.layout.own_lines import OwnLines
from pathport.layout.page import on_page, rect_of
from pathport.layout.picture import Area, Glyph, GlyphKind, Line, Part, Picture, Sketch
from pathport.layout.recognising import (
    NOTHING,
    Known,
    Made,
    has_own,
    made_for,
    recognised,
    tells_few,
)
from pathport.layout.text import text_width, wrapped
from pathport.layout.unplaced import unplaced, untold_parts
from pathport.model.layout import Box, Decoration, DecorationKind, Frame, Layout, Mark, Point
from pathport.model.parts import State
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Species

__all__ = ["fault_of_places", "has_places", "in_own_places", "rects_of"]

LEAST = 14.0
"""The least height of a box with a border: what is lower is text alone."""
MARK_HEIGHT = 13.0
CORNERS = ((1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (0.0, -1.0), (0.0, 1.0))
"""Where marks are that find no room in a box, one after the other."""
FARTHEST = 100_000.0
"""Pixels; a page that is larger can't be looked at."""
OVAL = "oval"
INSET = 6.0

Place = tuple[float, float]


def has_places(pathway: Pathway) -> bool:
    """Whether the layout of a pathway has a place for each species, be it as a member of a set,
    and all of it is on a page that can be drawn.
    """
    return not unplaced(pathway) and fault_of_places(pathway) is None


def fault_of_places(pathway: Pathway) -> str | None:
    """Why the layout of a pathway can't be drawn as it is, not even with places of ours for what
    it leaves out, in words; nothing, if it can.
    """
    layout = pathway.layout
    if not layout.boxes:
        return "the pathway has no layout of its own"
    for what, number in _measures(layout):
        if abs(number) > FARTHEST:
            return f"{what} is at {number:g}, beyond {FARTHEST:,.0f} pixels"
    for it in layout.boxes:
        if min(it.width, it.height) < 0:
            return f'the box "{it.id}" is {it.width:g} wide and {it.height:g} high'
    if tells_few(pathway) and not has_own(pathway):
        return f'the layout has no box for most species, such as "{unplaced(pathway)[0]}"'
    return None


def _measures(layout: Layout) -> Iterator[tuple[str, float]]:
    """All numbers of a layout that say where something is, with what it is."""
    for box in layout.boxes:
        numbers = [box.x, box.y, box.width, box.height]
        numbers += [number for mark in box.marks for number in (mark.x, mark.y)]
        yield from ((f'the box "{box.id}"', number) for number in numbers)
    for frame in layout.frames:
        numbers = [frame.x, frame.y, frame.width, frame.height, *_numbers(frame.label_at)]
        yield from ((f'the frame of "{frame.compartment}"', number) for number in numbers)
    for way in layout.ways:
        points = (*way.bends, way.start_at, way.end_at)
        yield from ((f'the way "{way.id}"', number) for number in _numbers(*points))
    for it in layout.drawing:
        what = f'the {it.kind} "{it.id or it.text or ""}"'
        yield from ((what, number) for number in _numbers(*it.points))
    sizes = (layout.width, layout.height)
    yield from (("the end of the page", size) for size in sizes if size is not None)


def _numbers(*points: Point | None) -> Iterator[float]:
    for it in points:
        if it is not None:
            yield from (it.x, it.y)


def in_own_places(pathway: Pathway, made: Made | None = None) -> Picture:
    """The picture of a pathway where its layout has everything; ``made`` is what the engine makes
    of it, if that is known already.
    """
    found = made_for(pathway) if made is None else made
    own = _Own(pathway, NOTHING if found is None else recognised(pathway, found))
    plain, known = own.plain(), own.known
    glyphs = sorted((*known.glyphs.values(), *known.nodes.values()), key=lambda it: it.id)
    return msgspec.structs.replace(
        plain,
        glyphs=(*plain.glyphs, *glyphs),
        lines=(*plain.lines, *known.lines),
        areas=tuple(own.areas()),
    )


class _Whole(Labels):
    """Texts that are as long as they are: what becomes of them is the business of their box."""

    longest = math.inf


class _Own:
    """A pathway with a layout, and what is in each box of it."""

    def __init__(self, pathway: Pathway, known: Known) -> None:
        """``known`` is drawn as the engine made it."""
        self.pathway = pathway
        self.known = known
        self.layout = pathway.layout
        self.labels = _Whole(pathway)
        self.compartments = {it.id: it for it in pathway.compartments}
        self.untold = untold_parts(self.layout.boxes)
        self.holding = {it.inside for it in self.layout.boxes if it.id not in self.untold}
        self.drawn = Counter(box.species for box in self.layout.boxes if box.inside is None)

        ends = {end for way in self.layout.ways for end in (way.start, way.end)}
        self.nothing = {it.id for it in self.layout.drawing if it.id and it.id in ends}
        """Decorations that stand for what a process takes from nothing, or leaves nothing of."""

    def plain(self) -> Picture:
        """What is drawn here, on a page that has room for all."""
        ways = OwnLines(self.pathway, rects_of(self.layout), self.known.nodes)
        there = {*self.known.glyphs, *self.untold}
        told = (it for it in self.layout.boxes if not {it.id, it.inside} & there)
        boxes = [glyph for box in told for glyph in self.glyphs(box)]
        boxes.sort(key=lambda it: it.kind is GlyphKind.MARK)
        nodes = (it for it in ways.glyphs if it.thing not in self.known.things)
        picture = Picture(
            width=0,
            height=0,
            title=self.pathway.name or self.pathway.id,
            glyphs=(*boxes, *nodes, *self.voids()),
            lines=tuple(self._ended(it) for it in ways.lines if it.of not in self.known.things),
            areas=tuple(it for it in self.areas() if it.compartment not in self.known.areas),
            sketches=tuple(_sketch(it) for it in self.layout.drawing if it.id not in self.nothing),
        )
        least = (self.layout.width or 0.0, self.layout.height or 0.0)
        return on_page(picture, (least, self.known.size))

    def _ended(self, line: Line) -> Line:
        """A line between what is drawn: a box that is where the engine had it is the glyph of that,
        and may tell how many there are.
        """
        ends = (self.known.glyphs.get(it) for it in (line.start, line.end))
        start, end = (
            there if glyph is None else glyph.id
            for there, glyph in zip((line.start, line.end), ends, strict=True)
        )
        return msgspec.structs.replace(line, start=start, end=end)

    def voids(self) -> Iterator[Glyph]:
        """The signs of nothing."""
        for it in self.layout.drawing:
            if it.id in self.nothing and it.points:
                x, y, width, height = rect_of(_extent(it))
                yield Glyph(
                    id=it.id or "",
                    kind=GlyphKind.VOID,
                    thing=it.id or "",
                    x=x,
                    y=y,
                    width=width,
                    height=height,
                )

    # Boxes

    def glyphs(self, box: Box) -> Iterator[Glyph]:
        """What a box is drawn as, with the marks on its border."""
        species = self._shown(box)
        if box.id in self.holding:
            kind = "set" if species.form is Form.SET else self.labels.kind(species)
            yield self._glyph(box, GlyphKind.CONTAINER, (), kind)
            yield from self._marks(box, species.state, self._whole(species))
        elif box.height < LEAST:
            yield self._glyph(box, GlyphKind.COFACTOR, (), "")
        else:
            parts, left = fitted(box, self._parts(box, species))
            yield self._glyph(box, GlyphKind.SPECIES, parts, "")
            yield from self._marks(box, species.state, left)

    def _shown(self, box: Box) -> Species:
        """What a box shows as a species of its own."""
        part = box.part
        if part is None:
            return self.labels.species[box.species]
        return Species(
            id=box.id,
            form=Form.COMPLEX if part.components else Form.SINGLE,
            name=part.name,
            molecule=part.molecule,
            components=part.components,
            state=part.state,
        )

    def _whole(self, species: Species) -> Sequence[str]:
        """The marks of a complex as a whole; each member of a family has those of its own."""
        if species.molecule is not None:
            return ()
        alone = Species(id=species.id, name=species.id, state=species.state)
        return self.labels.shown_apart(alone).parts[0].marks

    def _text(self, box: Box, species: Species) -> str:
        """The text of a box: its own, or what it shows is called; its state is told by marks.

        A complex without a name is called after the one part that is no mark, and how often that
        is there: two of one protein.
        """
        if box.label is not None:
            return box.label
        if species.form is Form.COMPLEX and not species.name and species.components:
            (part, *_), _ = self.labels.rows(species)
            return self.labels.counted(part)
        return self.labels.name(species)

    def _parts(self, box: Box, species: Species) -> Sequence[Part]:
        """The parts of a box; instead of several the whole alone, where it has a text of its own,
        or is too low for theirs.
        """
        parts = self.labels.shown_apart(species).parts
        if len(parts) == 1:
            return (msgspec.structs.replace(parts[0], text=self._text(box, species)),)
        if box.label is None and has_room(box, parts):
            return parts
        names = (box.label, species.name, ":".join(it.text for it in parts))
        text = next(it for it in names if it is not None)
        kind, marks = self.labels.kind(species), tuple(self._whole(species))
        return (Part(text=text, kind=kind, marks=marks, height=box.height),)

    def _glyph(self, box: Box, kind: GlyphKind, parts: tuple[Part, ...], type_: str) -> Glyph:
        is_clone = box.inside is None and self.drawn[box.species] > 1
        species = self._shown(box)
        return Glyph(
            id=box.id,
            kind=kind,
            thing=box.species,
            x=box.x,
            y=box.y,
            width=box.width,
            height=box.height,
            text=self._text(box, species),
            tip=self.labels.tip(species, box.label),
            type=type_,
            parts=parts,
            clone=is_clone and kind is GlyphKind.SPECIES,
            certainty=species.certainty,
        )

    def _marks(self, box: Box, state: State, marks: Sequence[str]) -> Iterator[Glyph]:
        """Marks on the border of a box: where the layout has them, or at its corners."""
        rect = Rect(box.x, box.y, box.width, box.height)
        of_state = [it for it in box.marks if not _is_bare(it, state)]
        told = [(it.x, it.y) for it in of_state] if len(of_state) == len(marks) else CORNERS
        for number, text in enumerate(marks):
            x, y = on_border(rect, told[number % len(told)])
            width = text_width(text, MARK) + 2 * MARK_PAD
            yield Glyph(
                id=f"{box.id}/{number}",
                kind=GlyphKind.MARK,
                thing=box.species,
                x=round(x - width / 2, 1),
                y=round(y - MARK_HEIGHT / 2, 1),
                width=round(width, 1),
                height=MARK_HEIGHT,
                text=text,
                tip=self.labels.tip(self._shown(box), box.label),
            )

    # Compartments

    def areas(self) -> Iterator[Area]:
        """The frames, those that hold others first."""
        frames = sorted(self.layout.frames, key=lambda it: -it.width * it.height)
        if all(it.compartment in self.known.areas for it in frames):
            yield from self.known.areas.values()
            return
        for it in frames:
            yield self.known.areas.get(it.compartment) or self._area(it)

    def _area(self, frame: Frame) -> Area:
        compartment = self.compartments[frame.compartment]
        name = compartment.name or compartment.id if frame.label is None else frame.label
        at, room = frame.label_at, max(frame.width - 2 * INSET, TEXT)
        beyond = max(BEYOND, LONGEST / room)
        return Area(
            compartment=frame.compartment,
            x=frame.x,
            y=frame.y,
            width=frame.width,
            height=frame.height,
            name=name or compartment.name or compartment.id,
            lines=tuple(wrapped(name, TEXT, room, beyond=beyond)),
            label=(frame.x + INSET, frame.y + INSET) if at is None else (at.x, at.y),
        )


def _is_bare(mark: Mark, state: State) -> bool:
    """Whether a mark shows a site of which the state says nothing."""
    return any(it.absent and it not in state.modifications for it in mark.shows.modifications)


# What has no meaning


def _sketch(it: Decoration) -> Sketch:
    """A decoration as it is drawn."""
    return Sketch(
        kind=it.kind,
        text=it.text or "",
        points=tuple((point.x, point.y) for point in it.points),
        oval=(it.style.shape or "") == OVAL,
        ended=it.end is not None and it.end.head is not None,
        attached=it.kind is DecorationKind.LABEL and it.start is not None,
    )


def _extent(it: Decoration) -> tuple[Place, ...]:
    return tuple((point.x, point.y) for point in it.points)


def rects_of(layout: Layout) -> dict[str, Rect]:
    """By id of what lines may end at, its rectangle."""
    found = {it.id: rect_of(_extent(it)) for it in layout.drawing if it.id and it.points}
    for box in layout.boxes:
        found[box.id] = Rect(box.x, box.y, box.width, box.height)
        for mark in box.marks:
            x, y = on_border(found[box.id], (mark.x, mark.y))
            found[mark.id] = Rect(x - mark.width / 2, y - mark.height / 2, mark.width, mark.height)
    return found
