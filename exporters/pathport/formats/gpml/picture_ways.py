"""The lines of a picture as the ways of GPML: each from box to box, or to the line that it joins.

GPML has no squares for processes and no gates: the line of a process runs through where its square
is, and there others join it; the sources of a gate run through that together. Lines keep their
right angles. Which boxes and open sides there are is not decided here.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import dist
from typing import NamedTuple

from pathport.formats.gpml.routes import is_plain, taken_ids
from pathport.formats.gpml.ways import reads_template, starts_of
from pathport.layout.geometry import Place, Rect, centre, relative, rounded, share_of
from pathport.layout.keeping import without_straight
from pathport.layout.picture import Glyph, GlyphKind, Line, LineRole, Picture
from pathport.layout.terms import SMALL, cofactors_of
from pathport.model.ids import Ids
from pathport.model.layout import Connector, Point, Way
from pathport.model.pathway import Pathway
from pathport.model.things import Association, Control, Process

__all__ = ["ways_of"]


class Trail(NamedTuple):
    """All points that a line runs through, from the glyph at its start to that at its end."""

    start: str
    end: str
    points: tuple[Place, ...]

    @property
    def back(self) -> "Trail":
        """The same from its end to its start."""
        return Trail(self.end, self.start, self.points[::-1])

    @property
    def length(self) -> float:
        """How long it is."""
        return sum(dist(a, b) for a, b in itertools.pairwise(self.points))


def ways_of(pathway: Pathway, picture: Picture, boxes: Mapping[str, str]) -> list[Way]:
    """The ways; ``boxes`` tells of each glyph that lines end on, of a species or of nothing, which
    box or shape it is.

    What has no way here is drawn as GPML's usual lines.
    """
    return list(_Ways(pathway, picture, boxes).all())


class _Ways:
    def __init__(self, pathway: Pathway, picture: Picture, boxes: Mapping[str, str]) -> None:
        self.pathway = pathway
        self.boxes = boxes
        self.glyphs = {it.id: it for it in picture.glyphs}
        self.rects = {it.id: Rect(it.x, it.y, it.width, it.height) for it in picture.glyphs}
        self.lines: dict[str, list[Line]] = defaultdict(list)
        for line in picture.lines:
            self.lines[line.of].append(line)
        self.cofactors = cofactors_of(pathway)
        self.joined: dict[str, tuple[Trail, str | None]] = {}
        """By id of a thing, the line that others join, and its id where there are several."""
        self.ids = Ids(taken_ids(pathway) | set(boxes.values()))

    def all(self) -> Iterator[Way]:
        """The ways of all things, those of controls after those of what they act on."""
        for process in self.pathway.processes:
            yield from self._of_process(process)
        for association in self.pathway.associations:
            yield from self._of_association(association)
        left = {it.id: it for it in self.pathway.controls if self.lines[it.id]}
        while left:
            ready = [it for it in left.values() if it.target not in left]
            for control in ready or [*left.values()]:
                yield from self._of_control(control)
                del left[control.id]

    # Processes and associations

    def _of_process(self, process: Process) -> Iterator[Way]:
        lines = self.lines[process.id]
        before, after = (_trails(lines, role) for role in (LineRole.INPUT, LineRole.OUTPUT))
        if is_plain(process):
            pairs = _pairs(before)
        else:
            is_read = reads_template(process) and process.template is not None
            begins = _trails(lines, LineRole.TEMPLATE) if is_read else before
            starts = [it for it in begins if self._may_start(it.start, process)]
            pairs = [(one, other) for one in starts for other in after if other.end in self.boxes]
        if pairs:
            main = min(pairs, key=self._badness)
            ends = main[0], main[1].back
            rest = [(it, "in") for it in before if it not in ends]
            rest += [(it.back, "out") for it in after if it.back not in ends]
            yield from self._all_of(process.id, main, rest)

    def _may_start(self, glyph: str, process: Process) -> bool:
        """Whether the own line of a process begins here: where it is open, at what is nothing."""
        wanted, found = starts_of(process), self.glyphs[glyph]
        is_open = found.kind is GlyphKind.VOID and not wanted
        return glyph in self.boxes and (is_open or found.thing in wanted)

    def _of_association(self, association: Association) -> Iterator[Way]:
        lines = _trails(self.lines[association.id], LineRole.ASSOCIATION)
        pairs = _pairs(lines)
        if pairs:
            main = min(pairs, key=self._badness)
            rest = [(it, "in") for it in lines if it not in (main[0], main[1].back)]
            yield from self._all_of(association.id, main, rest)

    def _all_of(
        self, of: str, main: tuple[Trail, Trail], rest: Sequence[tuple[Trail, str]]
    ) -> Iterator[Way]:
        """The own line of a thing, and those that join it, told from their box."""
        whole = self._through(*main)
        self.joined[of] = whole, None
        yield self._way(of, of, whole)
        for trail, side in rest:
            joining, at = self._meeting(trail, whole)
            id_ = self.ids.new(f"{of}_{side}_{self.glyphs[trail.start].thing}")
            way = joining if side == "in" else joining.back
            yield self._way(id_, of, way, at=at)

    def _badness(self, pair: tuple[Trail, Trail]) -> tuple[bool, int, bool, int, float, str, str]:
        """How little two lines are the main ones of what is between them: those of what is no
        cofactor and has most in common, no small molecule with what is none.
        """
        start, end = self.glyphs[pair[0].start], self.glyphs[pair[1].end]
        mixed = _is_small(start) != _is_small(end)
        both = Counter(it.text for it in start.parts) & Counter(it.text for it in end.parts)
        length = pair[0].length + pair[1].length
        aside = [it for it in (start, end) if it.thing in self.cofactors]
        return start is end, len(aside), mixed, -both.total(), length, start.id, end.id

    # Controls

    def _of_control(self, control: Control) -> Iterator[Way]:
        lines = self.lines[control.id]
        onward = {it.start: _trail(it) for it in lines if it.start not in self.boxes}
        trails = [self._led_on(_trail(it), onward) for it in lines if it.start in self.boxes]
        known = self.joined.get(control.target or "")
        if not trails or not (known or all(it.end in self.boxes for it in trails)):
            return
        several = len(trails) > 1
        for n, trail in enumerate(trails):
            way, at = self._meeting(trail, known[0]) if known else (trail, None)
            thing = self.glyphs[trail.start].thing
            id_ = self.ids.new(f"{control.id}_{thing}") if several else control.id
            if n == 0:
                self.joined[control.id] = way, id_ if several else None
            yield self._way(id_, control.id, way, at=at, meets=known[1] if known else None)

    def _led_on(self, trail: Trail, onward: Mapping[str, Trail]) -> Trail:
        """A line through all gates on its way."""
        while trail.end in onward:
            trail = self._through(trail, onward[trail.end])
        return trail

    # Where they run

    def _through(self, one: Trail, other: Trail) -> Trail:
        """A line that runs through the glyph at which one ends and another begins."""
        _, y = centre(self.rects[one.end])
        turn = ((one.points[-1][0], y), (other.points[0][0], y))
        points = _turns((*one.points[:-1], *turn, *other.points[1:]))
        return Trail(one.start, other.end, points)

    def _meeting(self, trail: Trail, whole: Trail) -> tuple[Trail, float]:
        """A line up to the one that it joins, straight on if it can be, and the place there."""
        rect = self.rects[trail.end]
        _, y = centre(rect)
        first, last = _span(whole.points, rect)
        aside = self.glyphs[trail.start].kind is GlyphKind.COFACTOR
        x = trail.points[0 if aside else -1][0]
        place = min(max(x, first), last), y
        before = (trail.points[0], (x, y)) if aside else trail.points[:-1]
        points = _turns((*before, place))
        at = min(1.0, max(0.0, rounded(share_of(whole.points, place)[0])))
        return Trail(trail.start, "", points), at

    def _way(
        self, id_: str, of: str, trail: Trail, *, at: float | None = None, meets: str | None = None
    ) -> Way:
        bends = tuple(Point(x=rounded(x), y=rounded(y)) for x, y in trail.points[1:-1])
        start, end = self.boxes.get(trail.start), self.boxes.get(trail.end)
        return Way(
            id=id_,
            of=of,
            start=start,
            end=end,
            start_at=self._spot(trail.start, trail.points[0]) if start else None,
            end_at=self._spot(trail.end, trail.points[-1]) if end else None,
            bends=bends,
            at=at,
            meets=meets,
            connector=Connector.SEGMENTED if bends else Connector.STRAIGHT,
        )

    def _spot(self, glyph: str, point: Place) -> Point:
        x, y = relative(self.rects[glyph], point)
        return Point(x=x, y=y)


def _is_small(glyph: Glyph) -> bool:
    return glyph.kind is GlyphKind.COFACTOR or glyph.type in SMALL


def _trail(line: Line) -> Trail:
    return Trail(line.start, line.end, line.points)


def _trails(lines: Iterable[Line], role: LineRole) -> list[Trail]:
    return [_trail(it) for it in lines if it.role is role]


def _pairs(lines: Sequence[Trail]) -> list[tuple[Trail, Trail]]:
    """Two lines that end at one glyph, as one from start to start."""
    return [(one, other.back) for one, other in itertools.combinations(lines, 2)]


def _turns(points: Sequence[Place]) -> tuple[Place, ...]:
    """The ends of a line, and the points at which it turns."""
    apart = [it for it, _ in itertools.groupby(points)]
    return tuple(without_straight(apart)) if len(apart) > 1 else (*apart, *apart)


def _span(points: Sequence[Place], rect: Rect) -> tuple[float, float]:
    """How far a line that runs through a glyph is level in its middle, from left to right."""
    x, y = centre(rect)
    across = [
        (a[0], b[0])
        for a, b in itertools.pairwise(points)
        if min(a[1], b[1]) <= y <= max(a[1], b[1])
        and min(a[0], b[0]) <= rect.x + rect.width
        and max(a[0], b[0]) >= rect.x
    ]
    ends = [it for pair in across for it in pair] or [x]
    return min(ends), max(ends)
