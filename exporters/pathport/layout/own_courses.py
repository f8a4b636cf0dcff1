"""Where the lines of a picture in a pathway's own layout run, as far as they are drawn.

It knows boxes, ways and what is drawn already; which lines there are is the business of
``own_lines`` and ``own_controls``. A line that has no way of its own runs straight between the
sides that face each other (``pathport.model.layout.Way``).
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping

from pathport.layout.geometry import Place, Rect, centre, nearest_port, on_border, way_point
from pathport.layout.picture import Glyph, Line
from pathport.layout.trails import Points, elbow
from pathport.model.layout import Connector, Layout, Way

__all__ = ["MIDDLE", "SIDE", "Courses", "rect_of_glyph"]

MIDDLE = 0.5
SIDE = 14.0
"""Of the square of a process."""


class Courses:
    """The places of a layout, with the lines and glyphs that are made of it so far."""

    def __init__(
        self, layout: Layout, rects: Mapping[str, Rect], nodes: Mapping[str, Glyph]
    ) -> None:
        """``rects`` are the rectangles that ways may end at, by id; ``nodes`` are the glyphs of
        processes and controls that have theirs already.
        """
        self.nodes = nodes
        self.rects = {**rects, **{it.id: rect_of_glyph(it) for it in nodes.values()}}
        self.lines: list[Line] = []
        self.glyphs: list[Glyph] = []
        self.boxes: dict[str, list[str]] = defaultdict(list)
        self.species_of = {it.id: it.species for it in layout.boxes}
        for box in layout.boxes:
            self.species_of |= {it.id: box.species for it in box.marks}
            if box.part is None:
                self.boxes[box.species].append(box.id)
        self.ways: dict[str, list[Way]] = defaultdict(list)
        for way in layout.ways:
            self.ways[way.of].append(way)
        self.trails: dict[str, Points] = {}
        """By id of a way, and of the thing that it is of, where it runs."""

    def trail(self, way: Way, start: Place | None = None, end: Place | None = None) -> Points:
        """The points of a way; of an end that is at no box, the place is given."""
        bends = [(it.x, it.y) for it in way.bends]
        first, last = self.rects.get(way.start or ""), self.rects.get(way.end or "")
        toward = bends[0] if bends else end or (centre(last) if last else start or (0, 0))
        back = bends[-1] if bends else start or (centre(first) if first else end or (0, 0))
        out, into = way.start_at, way.end_at
        leaving = (out.x, out.y) if out else nearest_port(first, toward) if first else None
        coming = (into.x, into.y) if into else nearest_port(last, back) if last else None
        a = on_border(first, leaving) if first and leaving else start or toward
        b = on_border(last, coming) if last and coming else end or back
        if not bends and way.connector is Connector.ELBOW:
            bends = elbow(a, b, leaving, coming)
        return a, *bends, b

    def straight(self, start: str, end: str) -> Points:
        """A straight line between two boxes, from side to side."""
        first, last = self.rects[start], self.rects[end]
        return (
            on_border(first, nearest_port(first, centre(last))),
            on_border(last, nearest_port(last, centre(first))),
        )

    def nearest(self, species: str, place: Place) -> str | None:
        """The box of a species that is nearest to a place."""
        boxes = self.boxes.get(species, ())
        return min(
            boxes, key=lambda it: (math.dist(centre(self.rects[it]), place), it), default=None
        )

    def solid(self) -> Iterator[Rect]:
        """The rectangles of all that is no line: boxes, and what is drawn besides."""
        drawn = (*self.species_of, *self.nodes, *(it.id for it in self.glyphs))
        yield from (self.rects[it] for it in drawn if it in self.rects)

    def is_known(self, way: Way) -> bool:
        """Whether a way leads from one box to another."""
        return way.start in self.rects and way.end in self.rects

    def meeting(self, way: Way, main: Points) -> Place:
        """The point at which a way meets another one."""
        other = self.trails.get(way.meets or "", main)
        return way_point(other, MIDDLE if way.at is None else way.at)


def rect_of_glyph(glyph: Glyph) -> Rect:
    """The rectangle of a glyph."""
    return Rect(glyph.x, glyph.y, glyph.width, glyph.height)
