"""Where a drawing has what it draws, as the layout of a pathway.

Boxes are told as they are drawn; ways only where they are not those that ``routes`` gives the
pathway, for then they say nothing more. GPML 2013a, Graphics.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from pathport.formats.gpml.book import Book
from pathport.formats.gpml.connectors import bends_either_way
from pathport.formats.gpml.drawing import Drawn, Joint, Line
from pathport.formats.gpml.geometry import board
from pathport.formats.gpml.looks import USUAL, told
from pathport.formats.gpml.reading_lines import Act, Deed, End, Lines
from pathport.formats.gpml.reading_places import Places
from pathport.formats.gpml.reading_species import Kinds
from pathport.formats.gpml.reading_things import Things
from pathport.formats.gpml.routes import Routes
from pathport.formats.gpml.terms import DEGRADED
from pathport.formats.gpml.ways import Ground, alone_first
from pathport.layout.geometry import Rect, rounded
from pathport.model import layout
from pathport.model.layout import Box, Decoration, DecorationKind, Layout, Point, Way
from pathport.model.pathway import Pathway
from pathport.model.references import with_names
from pathport.model.value import content_of

__all__ = ["laid_out"]


def laid_out(
    book: Book, pathway: Pathway, *, places: Places, kinds: Kinds, lines: Lines, things: Things
) -> Layout:
    """The layout that a drawing has; ``pathway`` is what it means, without one."""
    reader = _Reader(book, kinds, lines, things, places.compartment_of)
    boxes = tuple(reader.boxes())
    drawn = Layout(boxes=boxes)
    canvas = book.canvas
    ways = tuple(reader.ways(msgspec.structs.replace(pathway, layout=drawn)))
    width, height = board(canvas.rects.values())
    told_width, told_height = canvas.drawing.width, canvas.drawing.height
    return Layout(
        width=None if told_width in (None, width) else told_width,
        height=None if told_height in (None, height) else told_height,
        boxes=boxes,
        frames=tuple(places.frames()),
        ways=ways,
        drawing=tuple(reader.drawing()),
    )


class _Reader:
    """The layout of one drawing; ``frames`` are the compartments by the id of their shape."""

    def __init__(
        self, book: Book, kinds: Kinds, lines: Lines, things: Things, frames: Mapping[str, str]
    ) -> None:
        self.book = book
        self.canvas = book.canvas
        self.kinds = kinds
        self.lines = lines
        self.things = things
        self.frames = frames
        self.turned = frozenset(self._turned())
        self.touched = {
            joint.on for line in self.canvas.lines.values() for joint in line.joints if joint.on
        }

    def _turned(self) -> Iterator[str]:
        """The lines that were drawn against their direction: their anchors count from its end."""
        runs = [(it.line, it.start) for it in self.lines.deeds]
        runs += [(use.line, use.ends[0]) for it in self.lines.deeds for use in it.joining]
        runs += [(it.line, it.source) for it in self.lines.acts if not it.back]
        yield from (line.id for line, start in runs if _is_turned(line, start))

    def _along(self, line: str, position: float) -> float:
        """A place on a line, from where it begins in its direction."""
        return rounded(1.0 - position) if line in self.turned else position

    # Boxes

    def boxes(self) -> Iterator[Box]:
        for entity in self.kinds.entities.values():
            species = self.kinds.species_of[entity.box]
            yield self._box(entity.drawn, species)
            for id_, part in entity.parts.items():
                drawn = self.canvas.nodes.get(id_) or self.canvas.groups[id_]
                shows = with_names(part, self.kinds.absorbed)
                yield msgspec.structs.replace(self._box(drawn, species), part=shows)
        dialect = self.book.dialect
        for group in self.kinds.sets.values():
            if group.type not in (dialect.group, dialect.styleless):
                self.book.lose(f'the style "{group.type}" of a group', group)
            yield self._box(group, self.kinds.species_of[group.id])

    def _box(self, drawn: Drawn, species: str) -> Box:
        rect = self.canvas.rects[drawn.id]
        is_part = self.kinds.whole_of.get(drawn.id) != drawn.id
        told = self.kinds.nodes.told.get(drawn.id)
        marks = told.marks(self.touched, is_part=is_part) if told is not None else ()
        self.book.homes["layout.boxes", drawn.id] = ("box", drawn.id)
        return Box(
            id=drawn.id,
            species=species,
            x=rect.x,
            y=rect.y,
            width=rect.width,
            height=rect.height,
            inside=self._around(drawn),
            marks=marks,
            label="" if told is not None and told.molecule.name is None else None,
            style=getattr(drawn, "style", layout.Style()),
        )

    def _around(self, drawn: Drawn) -> str | None:
        """The box that something is drawn in."""
        boxes = self.kinds.whole_of
        return next((it.id for it in self.canvas.wholes(drawn.group) if it.id in boxes), None)

    # Ways

    def ways(self, pathway: Pathway) -> Iterator[Way]:
        """The ways of things of which one line does not run as it would by itself."""
        usual: dict[str, set[str]] = defaultdict(set)
        for route in Routes(pathway, self._ground()).all():
            usual[route.way.of].add(content_of(route.way))
        found: dict[str, list[Way]] = defaultdict(list)
        for way in self._drawn():
            found[way.of].append(way)
        for thing, ways in found.items():
            if {content_of(it) for it in ways} != usual[thing]:
                yield from ways

    def _ground(self) -> Ground:
        species = self.kinds.species_of
        inner = {it for group in self.kinds.sets.values() for it in self.kinds.members(group)}
        boxes = alone_first((species[box], box, box in inner) for box in sorted(species))
        owner = {it: species[whole] for it, whole in self.kinds.whole_of.items()}
        return Ground(rects=self.canvas.rects, boxes=boxes, owner=owner)

    def _drawn(self) -> Iterator[Way]:
        for deed in self.lines.deeds:
            yield from self._of_deed(deed)
        for act in self.lines.acts:
            if not act.back:
                yield self._of_act(act)

    def _of_deed(self, deed: Deed) -> Iterator[Way]:
        yield self._way(deed.line, deed.start, deed.end)
        for use in deed.joining:
            yield self._meeting(self._way(use.line, *use.ends), use.here)

    def _of_act(self, act: Act) -> Way:
        way = self._way(act.line, act.source, act.target)
        return self._meeting(way, act.target) if act.target.line else way

    def _meeting(self, way: Way, here: End) -> Way:
        """A way that meets another one, and which, where that is not the thing's own."""
        thing = self.things.of[here.line][1]
        own = self.things.own[thing] == here.line
        at = self._along(here.line, here.at)
        return msgspec.structs.replace(way, at=at, meets=None if own else here.line)

    def _way(self, line: Line, start: End, end: End) -> Way:
        thing = self.things.of[line.id]
        is_own = self.things.own.get(thing[1]) == line.id
        self.book.homes["layout.ways", line.id] = thing if is_own else ("way", line.id)
        return Way(
            id=line.id,
            of=thing[1],
            start=start.touched or None,
            end=end.touched or None,
            start_at=_place(start),
            end_at=_place(end),
            bends=tuple(self._bends(line, start, end)),
            connector=line.connector,
            style=line.style,
        )

    def _bends(self, line: Line, start: End, end: End) -> Iterator[Point]:
        points: Sequence[tuple[float, float]] = [(it.x, it.y) for it in line.joints]
        if line.id in self.turned:
            ends = _place(end), _place(start)
            inner = bends_either_way(points, line.connector, ends)[::-1]
        else:
            inner = points[1:-1]
        yield from (Point(x=rounded(x), y=rounded(y)) for x, y in inner)

    # Drawing

    def drawing(self) -> Iterator[Decoration]:
        """What has no meaning: free lines, labels, shapes, in the order of the file."""
        canvas = self.canvas
        kept = {it.id for it in self.lines.kept}
        yield from (self._line(it) for it in canvas.lines.values() if it.id in kept)
        for label in canvas.labels.values():
            yield self._text(label, DecorationKind.LABEL, label.label, label.rect, label.style)
        for shape in canvas.shapes.values():
            if shape.id in self.frames:
                continue
            usual = USUAL["open"] if shape.style.shape == DEGRADED else USUAL["shape"]
            style = told(shape.style, usual)
            style = msgspec.structs.replace(style, shape=shape.style.shape)
            yield self._text(shape, DecorationKind.SHAPE, shape.label, shape.rect, style)

    def _text(
        self, drawn: Drawn, kind: DecorationKind, text: str, rect: Rect, style: layout.Style
    ) -> Decoration:
        self._tell_rest(drawn)
        right, bottom = rounded(rect.x + rect.width), rounded(rect.y + rect.height)
        return Decoration(
            kind=kind,
            id=drawn.id,
            text=text or None,
            points=(Point(x=rect.x, y=rect.y), Point(x=right, y=bottom)),
            inside=self._around(drawn),
            link=getattr(drawn, "href", "") or None,
            notes=self.book.notes(drawn),
            references=self.book.cited(drawn),
            style=style,
        )

    def _tell_rest(self, drawn: Drawn) -> None:
        """Names what the drawing layer has no place for."""
        if drawn.group and self._around(drawn) != drawn.group:
            self.book.lose(f'its place in the group "{drawn.group}"', drawn)
        for evidence in self.book.evidence(drawn):
            self.book.lose(f'the evidence "{evidence.code}"', drawn)

    def _line(self, line: Line) -> Decoration:
        self._tell_rest(line)
        if any(line.xref):
            self.book.lose(f'the identifier "{line.xref.id}" of {line.xref.database}', line)
        return Decoration(
            kind=DecorationKind.LINE,
            id=line.id,
            points=tuple(Point(x=it.x, y=it.y) for it in line.joints),
            inside=self._around(line),
            start=self._free_end(line.joints[0]),
            end=self._free_end(line.joints[-1]),
            connector=line.connector,
            notes=self.book.notes(line),
            references=self.book.cited(line),
            style=line.style,
        )

    def _free_end(self, joint: Joint) -> layout.End | None:
        hold = self.canvas.hold(joint)
        head = joint.head if joint.head != self.book.dialect.headless else ""
        if hold.line:
            at = Point(x=self._along(hold.line, hold.position), y=0.0)
            return layout.End(on=hold.line, at=at, head=head or None)
        place = Point(x=joint.at[0], y=joint.at[1]) if hold.thing and joint.at else None
        if not hold.thing and not head:
            return None
        on = self.frames.get(hold.thing, hold.thing)
        return layout.End(on=on or None, at=place, head=head or None)


def _is_turned(line: Line, start: End) -> bool:
    return _where(start.joint) != _where(line.joints[0])


def _where(joint: Joint) -> tuple[float, float, str]:
    return joint.x, joint.y, joint.on


def _place(end: End) -> Point | None:
    """Where on the border of its box a line ends."""
    if not end.touched or end.joint.at is None:
        return None
    return Point(x=end.joint.at[0], y=end.joint.at[1])
