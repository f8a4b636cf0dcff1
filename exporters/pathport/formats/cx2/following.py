"""Where edges run that follow the lines of a drawing, be it a layout's own or one that is made.

An edge runs from the middle of one node to that of another; a bend near its end lets it meet the
border of a box where the line does.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from pathport.layout.geometry import Rect, on_border, relative, way_point
from pathport.layout.own import rects_of
from pathport.layout.own_courses import MIDDLE
from pathport.layout.own_lines import OwnLines
from pathport.layout.picture import Glyph, GlyphKind, LineRole
from pathport.layout.picture import Line as Shown
from pathport.layout.trails import split
from pathport.model.layout import Box, Way
from pathport.model.layout import Point as Bend
from pathport.model.pathway import Pathway

__all__ = [
    "FARTHEST",
    "Drawn",
    "Following",
    "Line",
    "Point",
    "following",
    "following_ways",
    "near",
    "outside",
    "spots",
]

FARTHEST = 1e9
"""No canvas reaches farther; a number beyond it is brought back to it."""
LEAVING = 3.0
ARRIVING = 12.0
"""How far from a box a line that leaves or meets it bends to its middle."""
SAME = 0.5
"""What is nearer is in one place."""
SPOTS = (GlyphKind.PROCESS, GlyphKind.GATE, GlyphKind.ANCHOR, GlyphKind.ASSOCIATION)

Point = tuple[float, float]


class Line(NamedTuple):
    """One end of a line: what it belongs to, as what, at which species, and whether it ends there.

    ``species`` is that of the end; the line of a control has two.
    """

    of: str
    role: LineRole
    species: str
    ends: bool


Drawn = tuple[str | Line, ...]
"""A line as it is drawn: what it belongs to, as what, and its ends at species."""
Meeting = Callable[[str, tuple[Point, Point], float], tuple[Point, ...]]
"""Of a line that leaves the glyph of a box by these two points, how it bends so far outside."""


class Following(msgspec.Struct, frozen=True):
    """Where edges run."""

    ends: dict[Line, str] = {}
    """The box at which a line ends, where several could be meant."""
    bends: dict[Drawn, tuple[Point, ...]] = {}
    """Where each line bends."""
    spots: dict[str, Point] = {}
    """Where the nodes of what is no species are."""


def near(number: float) -> float:
    """The number, or the nearest that is on a canvas."""
    return max(-FARTHEST, min(FARTHEST, number))


def spots(glyphs: Sequence[Glyph]) -> dict[str, Point]:
    """The middles of what is no species; where a control has a gate and an anchor, of its gate."""
    found: dict[str, Point] = {}
    for kind in SPOTS:
        for it in glyphs:
            if it.kind is kind:
                found.setdefault(it.thing, (it.x + it.width / 2, it.y + it.height / 2))
    return found


def outside(ends: Sequence[Point], reach: float) -> tuple[Point, ...]:
    """Where a line leaves a box, or its head begins: a bend that lets it meet the border straight.

    An edge ends at the middle of its node; a bend on the border itself would be inside the node.
    """
    if len(ends) < 2 or math.dist(*ends) <= 2 * reach:
        return ()
    (x, y), (far_x, far_y) = ends
    share = reach / math.dist(*ends)
    return ((round(x + (far_x - x) * share, 1), round(y + (far_y - y) * share, 1)),)


def following(
    lines: Iterable[Shown],
    box_of: Mapping[str, str],
    species_of: Mapping[str, str],
    meeting: Meeting,
) -> Following:
    """Where edges run as these lines do; ``box_of`` has the boxes by glyph, ``species_of`` the
    species of glyphs.
    """
    found = Following()
    for line in lines:
        both = [
            Line(line.of, line.role, species_of[glyph], is_end)
            for glyph, is_end in ((line.start, False), (line.end, True))
            if glyph in box_of
        ]
        at_glyph = {False: line.start, True: line.end}
        found.ends.update({it: box_of[at_glyph[it.ends]] for it in both})
        (a, b), (y, z) = line.points[:2], line.points[-2:]
        before = meeting(line.start, (a, b), LEAVING) if line.start in box_of else ()
        after = meeting(line.end, (z, y), ARRIVING) if line.end in box_of else ()
        found.bends[line.of, line.role, *both] = (*before, *line.points[1:-1], *after)
    return found


# The ways of a layout


def following_ways(pathway: Pathway, boxes: Iterable[Box]) -> Following:
    """Where edges run as the ways of a layout do, between nodes that are these boxes."""
    layout = pathway.layout
    rects = {id_: Rect(*map(near, it)) for id_, it in rects_of(layout).items()}
    ways = tuple(map(_within_reach, layout.ways))
    layout = msgspec.structs.replace(layout, ways=ways)
    drawn = OwnLines(msgspec.structs.replace(pathway, layout=layout), rects)
    box_of = _box_of(layout.boxes, {it.id for it in boxes})

    def meeting(glyph: str, ends: tuple[Point, Point], reach: float) -> tuple[Point, ...]:
        """None where the line is on its way to the middle of the box."""
        border, far = ends
        rect = rects[box_of[glyph]]
        across, down = relative(rect, far)
        most = max(abs(across), abs(down))
        plain = on_border(rect, (across / most, down / most)) if most > 1 else border
        return () if math.dist(plain, border) < SAME else outside(ends, reach)

    species_of = {it.id: it.species for it in layout.boxes}
    lines = [msgspec.structs.replace(it, points=_within(it.points)) for it in drawn.lines]
    found = following(lines, box_of, species_of, meeting)
    found.spots.update(spots(drawn.glyphs))
    # Where gates of no known logic are, a network has an edge from each of their sources.
    for line, box in [*found.ends.items()]:
        if line.role is LineRole.LOGIC:
            found.ends.setdefault(line._replace(role=LineRole.CONTROL), box)
    _part_at_nodes(pathway, drawn, found)
    for key, bends in found.bends.items():
        spot = found.spots.get(str(key[0]))
        found.bends[key] = tuple(it for it in bends if spot is None or math.dist(it, spot) > SAME)
    return found


def _part_at_nodes(pathway: Pathway, drawn: OwnLines, found: Following) -> None:
    """Parts the line of a control that others act on where these meet it: there is its node."""
    acting = {it.target or "": it.id for it in pathway.controls}
    for control in pathway.controls:
        sources = control.sources.species()
        trail = drawn.trails.get(control.id)
        if control.id not in acting or control.id in found.spots or trail is None:
            continue
        ways = drawn.ways.get(acting[control.id], ())
        at = next((it.at for it in ways if it.at is not None), MIDDLE)
        before, after = split(_within(trail), at)
        found.spots[control.id] = way_point(_within(trail), at)
        for species in sources:
            line = Line(control.id, LineRole.CONTROL, species, ends=False)
            end = Line(control.id, LineRole.LOGIC, species, ends=False)
            if line in found.ends:
                found.ends[end] = found.ends[line]
            found.bends[control.id, LineRole.LOGIC, end] = before[1:-1]
        found.bends[control.id, LineRole.CONTROL] = after[1:-1]


def _box_of(boxes: Iterable[Box], nodes: set[str]) -> dict[str, str]:
    """By id of a box, that which is a node: the box itself, or what is around it."""
    there = {it.id: it for it in boxes}

    def around(box: Box | None) -> Iterator[str]:
        seen: set[str] = set()
        while box is not None and box.id not in seen:
            seen.add(box.id)
            if box.id in nodes:
                yield box.id
            outer = there.get(box.inside or "")
            box = outer if outer is not None and outer.species == box.species else None

    found = {it.id: next(around(it), None) for it in there.values()}
    return {id_: box for id_, box in found.items() if box is not None}


def _within(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple((near(x), near(y)) for x, y in points)


def _within_reach(way: Way) -> Way:
    """The way with numbers that a canvas has."""

    def point(it: Bend | None) -> Bend | None:
        return it if it is None else Bend(x=near(it.x), y=near(it.y))

    def share(it: float | None) -> float | None:
        return it if it is None else max(0.0, min(1.0, it))

    return msgspec.structs.replace(
        way,
        bends=tuple(Bend(x=near(it.x), y=near(it.y)) for it in way.bends),
        start_at=point(way.start_at),
        end_at=point(way.end_at),
        at=share(way.at),
        node=share(way.node),
    )
