"""A picture as the layout of its pathway, for formats that keep positions.

Boxes and frames are where they are in the picture; a complex has a box for each part. A process
has a way from its main substrate, or what it reads, to its main product, which the others join
where its glyph is; one with an open side has a way that ends there. A gate has a way that begins
nowhere, whose first bend it is, and the ways of its sources lead to it. What acts on a control
meets the way of that.
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from math import hypot

import msgspec

from pathport.layout.engine import laid_out
from pathport.layout.geometry import Place
from pathport.layout.labels import Labels
from pathport.layout.picture import Glyph, GlyphKind, Line, LineRole, Picture
from pathport.layout.terms import cofactors_of
from pathport.model.ids import Ids, numbered
from pathport.model.layout import Box, Connector, Frame, Layout, Point, Way
from pathport.model.parts import Component
from pathport.model.pathway import Pathway
from pathport.model.things import Form

__all__ = ["box_ids", "ids_of", "kept", "placed", "without_straight"]

BOXES = (GlyphKind.SPECIES, GlyphKind.COFACTOR)

Places = tuple[Place, ...]


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
        self.cofactors = cofactors_of(pathway)
        self.controls = {each.id: each for each in pathway.controls}
        self.glyphs = {each.id: each for each in picture.glyphs}
        taken = ids_of(pathway)
        self.box_of = box_ids(picture, taken)
        self.ids = Ids({*taken, *self.box_of.values()})
        self.into: dict[str, list[Line]] = defaultdict(list)
        """By id of a glyph, the lines that end there."""
        for line in picture.lines:
            self.into[line.end].append(line)

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
            if line.role is LineRole.CONTROL and line.end in self.box_of:
                yield from self._joining(line, line.start, at=None)

    def _ways_of(self, process: str, lines: Sequence[Line]) -> Iterator[Way]:
        """The way of a process, then those that join it."""
        roles = {role: [each for each in lines if each.role is role] for role in LineRole}
        first = self._main(roles[LineRole.INPUT], lambda line: line.start)
        first = first or self._main(roles[LineRole.TEMPLATE], lambda line: line.start)
        last = self._main(roles[LineRole.OUTPUT], lambda line: line.end)
        main = [each for each in (first, last) if each is not None]
        if not main:
            return
        middle = _middle(self.glyphs[process])
        before = (*first.points[:-1], middle) if first is not None else (middle,)
        after = (middle, *last.points[1:]) if last is not None else (middle,)
        at = _length(before) / ((_length(before) + _length(after)) or 1)
        whole = msgspec.structs.replace(
            main[0],
            start=first.start if first is not None else "",
            end=last.end if last is not None else "",
        )
        points = without_straight((*before, *after[1:]))
        open_ends = slice(first is not None, len(points) - (last is not None))
        yield self._way(whole, points, at=None, bends=points[open_ends])
        for line in lines:
            if line not in main:
                other = line.start if line.end == process else line.end
                yield from self._joining(line, other, at=round(at, 4))

    def _main(self, lines: Sequence[Line], end: Callable[[Line], str]) -> Line | None:
        """The line of a main substrate or product: the shortest to a box, of a cofactor only where
        there is no other.
        """
        found = [each for each in lines if end(each) in self.box_of and "/" not in each.trunk]
        return min(
            found,
            key=lambda each: (
                self.glyphs[end(each)].thing in self.cofactors,
                _length(each.points),
                end(each),
            ),
            default=None,
        )

    def _joining(self, line: Line, other: str, *, at: float | None) -> Iterator[Way]:
        """The way of a line from a box or to it; of one from a gate, with those of its sources; of
        one from where others act on it, with the part before that, and with the ways of these.
        """
        if self.glyphs[other].kind is GlyphKind.ANCHOR:
            yield from self._through(line, other, at=at)
        elif other in self.box_of:
            yield self._way(line, line.points, at=at)
        elif self.glyphs[other].kind is GlyphKind.GATE:
            middle = _middle(self.glyphs[other])
            points = without_straight((middle, *line.points))
            yield self._way(line, points, at=at, bends=points[:-1])
            for source, trail in self._leading(other, (middle,)):
                yield self._way(source, without_straight(trail), at=None)

    def _through(self, line: Line, anchor: str, *, at: float | None) -> Iterator[Way]:
        """The ways of a control that others act on, and of these."""
        middle, share = _middle(self.glyphs[anchor]), 0.0
        for before in self.into[anchor]:
            if before.of == line.of:
                come, go = (*before.points[:-1], middle), (middle, *line.points[1:])
                share = _length(come) / ((_length(come) + _length(go)) or 1)
                whole = msgspec.structs.replace(
                    line, start=before.start, points=tuple(without_straight((*come, *go[1:])))
                )
                yield from self._joining(whole, before.start, at=at)
        for acting in self.into[anchor]:
            if acting.of != line.of:
                yield from self._joining(acting, acting.start, at=round(share, 4))

    def _leading(self, gate: str, onward: Places) -> Iterator[tuple[Line, Places]]:
        """The lines that lead to a gate from boxes, be it through others, and where they run."""
        for line in self.into[gate]:
            trail = (*line.points, *onward)
            if line.start in self.box_of:
                yield line, trail
            elif self.glyphs[line.start].kind is GlyphKind.GATE:
                yield from self._leading(line.start, (_middle(self.glyphs[line.start]), *trail))

    def _way(
        self,
        line: Line,
        points: Sequence[Place],
        *,
        at: float | None,
        bends: Sequence[Place] | None = None,
    ) -> Way:
        """A way through these points, of which the first and the last are no bends, usually."""
        start, end = self.box_of.get(line.start), self.box_of.get(line.end)
        inner = points[1:-1] if bends is None else bends
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


def _middle(glyph: Glyph) -> Place:
    return glyph.x + glyph.width / 2, glyph.y + glyph.height / 2


def _leaves(component: Component) -> Iterator[Component]:
    """The parts with a molecule of their own, each as often as it is there."""
    for _ in range(component.count):
        if component.components:
            for inner in component.components:
                yield from _leaves(inner)
        else:
            yield msgspec.structs.replace(component, count=1)


def _length(points: Sequence[Place]) -> float:
    pairs = itertools.pairwise(points)
    return sum(hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairs)


def without_straight(points: Sequence[Place]) -> list[Place]:
    """The points at which a line turns, with its ends."""
    kept_ = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        turns = (here[0] - before[0]) * (after[1] - here[1]) != (here[1] - before[1]) * (
            after[0] - here[0]
        )
        if turns:
            kept_.append(here)
    return [*kept_, points[-1]]


def _place(glyph: Glyph, point: Place) -> Point:
    """A point from the centre of a glyph, in halves of its extent."""
    x = (point[0] - glyph.x - glyph.width / 2) / (glyph.width / 2)
    y = (point[1] - glyph.y - glyph.height / 2) / (glyph.height / 2)
    return Point(x=round(x, 3), y=round(y, 3))
