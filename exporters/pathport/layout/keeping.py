"""A picture as the layout of its pathway, for formats that keep positions.

Boxes and frames are where they are in the picture; a complex has a box for each part. A process
has a way from its main substrate to its main product, which the others join where its glyph is.
What a format draws in its own way, gates and processes with an open side, has no way here.
"""

import itertools
from collections.abc import Callable, Collection, Iterator, Sequence
from math import hypot

import msgspec

from pathport.layout.engine import laid_out
from pathport.layout.labels import Labels
from pathport.layout.picture import Glyph, GlyphKind, Line, LineRole, Picture
from pathport.model.ids import Ids, numbered
from pathport.model.layout import Box, Connector, Frame, Layout, Point, Way
from pathport.model.parts import Component
from pathport.model.pathway import Pathway
from pathport.model.things import Form

__all__ = ["box_ids", "ids_of", "kept", "placed", "without_straight"]

BOXES = (GlyphKind.SPECIES, GlyphKind.COFACTOR)


def placed(pathway: Pathway) -> Pathway:
    """The pathway with a layout of our own in place of what it had."""
    return msgspec.structs.replace(pathway, layout=kept(laid_out(pathway), pathway))


def kept(picture: Picture, pathway: Pathway) -> Layout:
    """The layout that a picture of a pathway shows."""
    return _Keeping(picture, pathway).layout()


def ids_of(pathway: Pathway) -> set[str]:
    """The ids that a pathway has for itself, its things and its quantities."""
    things = (thing.id for _, thing in pathway.things())
    return {pathway.id, *things, *pathway.quantities.ids()}


def box_ids(picture: Picture, taken: Collection[str]) -> dict[str, str]:
    """By id of a species' glyph, the id of the box that it is; none is one of ``taken``."""
    drawn = [each for each in picture.glyphs if each.kind in BOXES]
    return numbered({each.id: f"{each.thing}_box" for each in drawn}, taken)


class _Keeping:
    def __init__(self, picture: Picture, pathway: Pathway) -> None:
        self.picture = picture
        self.labels = Labels(pathway)
        self.controls = {each.id: each for each in pathway.controls}
        self.glyphs = {each.id: each for each in picture.glyphs}
        taken = ids_of(pathway)
        self.box_of = box_ids(picture, taken)
        self.ids = Ids({*taken, *self.box_of.values()})

    def layout(self) -> Layout:
        boxes = [box for glyph in self.glyphs.values() for box in self._boxes(glyph)]
        frames = [
            Frame(compartment=it.compartment, x=it.x, y=it.y, width=it.width, height=it.height)
            for it in self.picture.areas
        ]
        return Layout(
            width=self.picture.width,
            height=self.picture.height,
            boxes=tuple(boxes),
            frames=tuple(frames),
            ways=tuple(self._ways()),
        )

    # Boxes

    def _boxes(self, glyph: Glyph) -> Iterator[Box]:
        if glyph.id not in self.box_of:
            return
        own = self.box_of[glyph.id]
        yield Box(
            id=own,
            species=glyph.thing,
            x=glyph.x,
            y=glyph.y,
            width=glyph.width,
            height=glyph.height,
        )
        species = self.labels.species[glyph.thing]
        if glyph.kind is GlyphKind.SPECIES and species.form is Form.COMPLEX and species.components:
            yield from self._parts(glyph, own)
        elif glyph.kind is GlyphKind.SPECIES and self.labels.is_list(species):
            yield from self._members(glyph, own)

    def _members(self, glyph: Glyph, own: str) -> Iterator[Box]:
        """The boxes of the members of a set, one below the other."""
        members = self.labels.species[glyph.thing].members
        names, parts = glyph.parts[: -len(members)], glyph.parts[-len(members) :]
        y = glyph.y + sum(part.height for part in names)
        for member, part in zip(members, parts, strict=True):
            yield Box(
                id=self.ids.new(f"{member}_box"),
                species=member,
                x=glyph.x,
                y=round(y, 1),
                width=glyph.width,
                height=part.height,
                inside=own,
            )
            y += part.height

    def _parts(self, glyph: Glyph, own: str) -> Iterator[Box]:
        """The boxes of the parts of a complex, row by row, those of one row side by side."""
        rows, held = self.labels.rows(self.labels.species[glyph.thing])
        names, parts = glyph.parts[: -len(rows)], glyph.parts[-len(rows) :]
        y, number = glyph.y + sum(part.height for part in names), 0
        for index, (component, part) in enumerate(zip(rows, parts, strict=True)):
            leaves = [leaf for each in (component, *held.get(index, ())) for leaf in _leaves(each)]
            width = glyph.width / len(leaves)
            for place, leaf in enumerate(leaves):
                number += 1
                yield Box(
                    id=self.ids.new(f"{own}_{number}"),
                    species=glyph.thing,
                    x=round(glyph.x + place * width, 1),
                    y=round(y, 1),
                    width=round(width, 1),
                    height=part.height,
                    inside=own,
                    part=leaf,
                )
            y += part.height

    # Ways

    def _ways(self) -> Iterator[Way]:
        by_glyph: dict[str, list[Line]] = {}
        for line in self.picture.lines:
            for end in {line.start, line.end}:
                if self.glyphs[end].kind is GlyphKind.PROCESS:
                    by_glyph.setdefault(end, []).append(line)
        for process, lines in by_glyph.items():
            yield from self._ways_of(process, lines)
        for line in self.picture.lines:
            if line.role is LineRole.CONTROL and line.start in self.box_of:
                target = self.box_of.get(line.end)
                if target is not None:
                    yield self._way(line, line.points, at=None)

    def _ways_of(self, process: str, lines: Sequence[Line]) -> Iterator[Way]:
        """The way of a process, if it has two ends, then those that join it."""
        taken = [each for each in lines if each.end == process and each.role is LineRole.INPUT]
        given = [each for each in lines if each.start == process]
        first = _main(taken, self.box_of, lambda line: line.start)
        last = _main(given, self.box_of, lambda line: line.end)
        if first is None or last is None:
            return
        glyph = self.glyphs[process]
        middle = glyph.x + glyph.width / 2, glyph.y + glyph.height / 2
        before, after = [*first.points[:-1], middle], [middle, *last.points[1:]]
        points = without_straight((*before, *after[1:]))
        at = _length(before) / ((_length(before) + _length(after)) or 1)
        whole = msgspec.structs.replace(first, end=last.end, of=process)
        yield self._way(whole, points, at=None)
        for line in lines:
            is_side = line.role in (LineRole.INPUT, LineRole.OUTPUT, LineRole.CONTROL)
            other = line.start if line.end == process else line.end
            if is_side and line not in (first, last) and other in self.box_of:
                yield self._way(line, line.points, at=round(at, 4))

    def _way(self, line: Line, points: Sequence[tuple[float, float]], *, at: float | None) -> Way:
        start, end = self.box_of.get(line.start), self.box_of.get(line.end)
        inner = points[1:-1]
        return Way(
            id=self.ids.new(f"{line.of}_line"),
            of=line.of,
            start=start,
            end=end,
            start_at=_place(self.glyphs[line.start], points[0]) if start else None,
            end_at=_place(self.glyphs[line.end], points[-1]) if end else None,
            bends=tuple(Point(x=x, y=y) for x, y in inner),
            at=at,
            connector=Connector.SEGMENTED if inner else Connector.STRAIGHT,
        )


def _leaves(component: Component) -> Iterator[Component]:
    """The parts with a molecule of their own, each as often as it is there."""
    for _ in range(component.count):
        if component.components:
            for inner in component.components:
                yield from _leaves(inner)
        else:
            yield msgspec.structs.replace(component, count=1)


def _main(lines: Sequence[Line], boxes: dict[str, str], end: Callable[[Line], str]) -> Line | None:
    """The line of a main substrate or product: the shortest to a box that is no cofactor's."""
    found = [each for each in lines if end(each) in boxes and "/" not in each.trunk]
    return min(found, key=lambda each: (_length(each.points), end(each)), default=None)


def _length(points: Sequence[tuple[float, float]]) -> float:
    pairs = itertools.pairwise(points)
    return sum(hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairs)


def without_straight(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points at which a line turns, with its ends."""
    kept_ = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        turns = (here[0] - before[0]) * (after[1] - here[1]) != (here[1] - before[1]) * (
            after[0] - here[0]
        )
        if turns:
            kept_.append(here)
    return [*kept_, points[-1]]


def _place(glyph: Glyph, point: tuple[float, float]) -> Point:
    """A point from the centre of a glyph, in halves of its extent."""
    x = (point[0] - glyph.x - glyph.width / 2) / (glyph.width / 2)
    y = (point[1] - glyph.y - glyph.height / 2) / (glyph.height / 2)
    return Point(x=round(x, 3), y=round(y, 3))
