"""The lines of a diagram as ways of a layout, in pixels.

How a line with a junction and a gate are ways, `geometry` says. A way is told only where boxes
alone don't tell it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from pathport.formats.celldesigner.directions import is_told_by_points
from pathport.formats.celldesigner.geometry import (
    Joints,
    Rect,
    Spot,
    Square,
    axes_of_junction,
    axes_of_line,
    fraction_along,
    joints_on,
    nearest_place,
    spot_on,
    square_on,
)
from pathport.formats.celldesigner.parts import (
    Alias,
    Arm,
    Gate,
    Line,
    Link,
    Look,
    Modification,
    Reaction,
)
from pathport.formats.celldesigner.reading_reactions import Act, Reactions
from pathport.formats.celldesigner.terms import (
    COLOUR,
    EFFECT,
    INFLUENCE,
    LINE_PLACE,
    UNKNOWN_GATE,
    UNKNOWN_GATE_SHAPE,
    shape_of,
)
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.unread import AGAIN
from pathport.model.layout import Connector, LineStyle, Point, Style, Way

__all__ = ["Ways", "style_of"]


NOWHERE = Link("", "")
"""The end of a line that is no box."""


class Course:
    """Where the own line of a reaction runs: its points, and where others meet it, which is at the
    square of its process if it has one.
    """

    def __init__(self, points: Sequence[Spot], segment: int, *, has_square: bool) -> None:
        self.points = points
        self.segment = segment
        self.middle = fraction_along(points, segment)
        self.met: Square | Joints = square_on(points, segment) if has_square else joints_on(points)

    def at(self, place: int | None = None) -> float:
        """How far along it the place is where another line meets it."""
        along = self.met.along if isinstance(self.met, Joints) else ()
        return along[place] if place is not None and place < len(along) else self.middle


class Ways:
    """The ways of a diagram; ``controls`` are the ids of the controls in their order."""

    def __init__(self, aliases: Mapping[str, Alias], controls: Sequence[str], book: Book) -> None:
        self.aliases = aliases
        self.controls = controls
        self.book = book
        self.courses: dict[str, Course] = {}
        self.taken: set[str] = set()

    def all(self, reactions: Reactions) -> Iterator[Way]:
        """The ways of all processes and controls."""
        for deed in reactions.deeds:
            yield from self._own(deed.drawn, ("process", deed.id))
        for act in reactions.acts:
            if act.drawn is None:
                yield from self._influence(act)
        for act in reactions.acts:
            if act.drawn is not None:
                yield from self._control(act)

    # Own lines

    def _own(self, drawn: Reaction, thing: tuple[str, str], shape: str | None = None) -> list[Way]:
        """The line of a reaction, and those of what else takes part."""
        if not drawn.starts or not drawn.ends:
            return []
        ways = self._joined(drawn, thing) if drawn.line.counts else self._plain(drawn, thing)
        if ways:
            ways[0] = _shaped(ways[0], shape)
        course = self.courses.get(drawn.id)
        if course is not None:
            ways += [self._branch(arm, thing, course) for arm in drawn.arms]
        return ways

    def _rect(self, link: Link) -> Rect:
        alias = self.aliases.get(link.alias)
        return alias.rect if alias is not None else Rect(0, 0, 0, 0)

    def _spot(self, link: Link) -> Spot:
        return spot_on(self._rect(link), link.at)

    def _plain(self, drawn: Reaction, thing: tuple[str, str]) -> list[Way]:
        start, end = drawn.starts[0], drawn.ends[0]
        bends = self._bends(drawn.line, self._spot(start), self._spot(end))
        points = [self._spot(start), *bends, self._spot(end)]
        told, usual = drawn.line.segment, len(bends) // 2
        course = self._course(drawn, thing, points, usual if told is None else told)
        way = self._way(self._free(thing[1]), thing, (start, end), bends=bends, line=drawn.line)
        return [_with_node(way, course, drawn, usual)]

    def _course(
        self, drawn: Reaction, thing: tuple[str, str], points: Sequence[Spot], segment: int
    ) -> Course:
        """Where a line runs; a segment that it has not is the last one."""
        last = len(points) - 2
        if segment > last:
            what = f"the segment {drawn.line.segment} of the square, which its line has not"
            self.book.lost(what, drawn.number, f"reaction {drawn.id}")
        has_square = thing[0] == "process"
        course = Course(points, min(segment, last), has_square=has_square)
        self.courses[drawn.id] = course
        return course

    def _bends(self, line: Line, start: Spot, end: Spot) -> list[Spot]:
        axes = axes_of_line(start, end)
        bends = [axes.on_canvas(it) for it in line.points]
        self._tell_directions(line, [start, *bends, end])
        return bends

    def _tell_directions(self, line: Line, points: Sequence[Spot], arm: int = 0) -> None:
        """Tells of directions of the segments of a line, or of one arm, that are not those which
        its points say.
        """
        told = line.directions[arm] if arm < len(line.directions) else ()
        if not is_told_by_points(told, points, square=line.square):
            what = f"the directions {' '.join(told)} of segments, which do not run so"
            self.book.losses.count(what, line.number, line.subject)

    def _joined(self, drawn: Reaction, thing: tuple[str, str]) -> list[Way]:
        """A line with a junction of three arms."""
        links = [*drawn.starts, *drawn.ends][:3]
        if len(links) < 3 or not drawn.line.points:
            return self._plain(drawn, thing)
        centres = [self._rect(it).centre for it in links]
        junction = axes_of_junction(*centres).on_canvas(drawn.line.points[-1])
        arms: list[list[Spot]] = []
        left = list(drawn.line.points[:-1])
        for number, count in enumerate(drawn.line.counts or ()):
            spot = self._spot(links[number])
            axes = axes_of_line(junction, spot)
            arms.append([axes.on_canvas(it) for it in left[:count]])
            self._tell_directions(drawn.line, [junction, *arms[number], spot], number)
            del left[:count]
        is_input = len(drawn.starts) > 1
        other, last = (1, 2) if is_input else (2, 1)
        before = arms[0][::-1]
        bends = [*before, junction, *arms[last]]
        points = [self._spot(links[0]), *bends, self._spot(links[last])]
        segments = drawn.line.segment or 0
        segment = len(before) + 1 + segments if is_input else max(0, len(before) - segments)
        usual = len(before) + 1 if is_input else len(before)
        course = self._course(drawn, thing, points, segment)
        ends = links[0], links[last]
        main = self._way(self._free(thing[1]), thing, ends, bends=bends, line=drawn.line)
        at = fraction_along(points, len(before), 1.0)
        bends = arms[other][::-1] if is_input else arms[other]
        main = _with_node(main, course, drawn, usual)
        return [main, self._side(Arm(links[other], drawn.line, is_input), thing, bends, at)]

    # Lines that meet another one

    def _branch(self, arm: Arm, thing: tuple[str, str], course: Course) -> Way:
        here, goal = self._spot(arm.link), course.met.spot(0 if arm.is_input else 1)
        ends = (here, goal) if arm.is_input else (goal, here)
        return self._side(arm, thing, self._bends(arm.line, *ends), course.at())

    def _side(self, arm: Arm, thing: tuple[str, str], bends: Sequence[Spot], at: float) -> Way:
        link, line, is_input = arm
        ends = (link, NOWHERE) if is_input else (NOWHERE, link)
        id_ = self._free(f"{thing[1]}_{'in' if is_input else 'out'}_{link.alias}")
        return self._way(id_, thing, ends, bends=bends, line=line, at=at)

    # Controls

    def _influence(self, act: Act) -> Iterator[Way]:
        id_ = self.controls[act.number]
        drawn = act.on
        if drawn.members:
            yield from self._gate_on_species(act, id_)
        else:
            yield from self._own(drawn, ("control", id_), shape_of(INFLUENCE, drawn.type))

    def _gate_on_species(self, act: Act, id_: str) -> Iterator[Way]:
        drawn = act.on
        if not drawn.ends:
            return
        whole, *members = drawn.members
        gate = Gate(whole=whole, members=tuple(members))
        end = drawn.ends[0]
        if drawn.line.points and drawn.line.points != whole.line.points:
            what = "the editPoints of the reaction, which are not those of its gate"
            self.book.lost(what, drawn.number, f"reaction {drawn.id}")
        if whole.line.points:
            points = [*_from_gate(whole.line, self._spot(end)), self._spot(end)]
            self.courses[drawn.id] = Course(points, len(points) // 2 - 1, has_square=False)
        yield from self._gate(gate, id_, end=end, apart=act.apart)

    def _control(self, act: Act) -> Iterator[Way]:
        course = self.courses.get(act.on.id)
        if course is None:
            return
        id_ = self.controls[act.number]
        drawn = act.drawn
        if isinstance(drawn, Gate):
            yield from self._gate(drawn, id_, course=course, apart=act.apart)
        elif drawn is not None:
            yield self._modification(drawn, id_, course)

    def _modification(self, drawn: Modification, id_: str, course: Course) -> Way:
        link = drawn.links[0]
        start = self._spot(link)
        bends = self._bends(drawn.line, start, course.met.spot(drawn.place))
        place = _place(drawn.place, course, (bends or [start])[-1])
        style = shape_of(EFFECT, drawn.type)
        ends = link, Link("", "", place)
        line = drawn.line
        thing = "control", id_
        at = course.at(drawn.place)
        way = self._way(self._free(id_), thing, ends, bends=bends, line=line, at=at)
        return _shaped(way, style)

    def _gate(
        self,
        gate: Gate,
        id_: str,
        *,
        end: Link = NOWHERE,
        course: Course | None = None,
        apart: Mapping[str, int],
    ) -> Iterator[Way]:
        """The line of a gate, which begins with the gate, and those of what it joins.

        It ends at a box, or else where the course of a reaction has its process. Those that are
        controls ``apart``, by the box that they start at, are lines of these.
        """
        whole = gate.whole
        if not whole.line.points:
            return
        goal = self._spot(end) if course is None else course.met.spot(whole.place)
        bends = _from_gate(whole.line, goal)
        self._tell_directions(whole.line, [*bends, goal])
        spot, at = bends[0], None
        if course is not None:
            at = course.at(whole.place)
            end = Link("", "", _place(whole.place, course, bends[-1]))
        thing = "control", id_
        main = self._free(id_)
        way = self._way(main, thing, (NOWHERE, end), bends=bends, line=whole.line, at=at)
        words = INFLUENCE if course is None else EFFECT
        shape = shape_of(words, whole.effect)
        is_known = whole.type != UNKNOWN_GATE
        yield _shaped(way, shape if is_known else UNKNOWN_GATE_SHAPE)
        for it in gate.members:
            link = it.links[0]
            bends = self._bends(it.line, self._spot(link), spot)
            ends = link, NOWHERE
            owner = self.controls[apart[link.alias]] if link.alias in apart else id_
            own = self._free(f"{id_}_{link.alias}")
            thing = "control", owner
            way = self._way(own, thing, ends, bends=bends, line=it.line, at=0.0, meets=main)
            yield way if is_known else _shaped(way, shape)

    # Ways

    def _free(self, id_: str) -> str:
        wanted = id_.partition(AGAIN)[0] or "way"
        found, number = wanted, 2
        while found in self.taken:
            found, number = f"{wanted}_{number}", number + 1
        self.taken.add(found)
        return found

    def _way(
        self,
        id_: str,
        thing: tuple[str, str],
        ends: tuple[Link, Link],
        *,
        bends: Sequence[Spot],
        line: Line,
        at: float | None = None,
        meets: str | None = None,
    ) -> Way:
        self.book.homes["layout.ways", id_] = thing
        start, end = ends
        straight = Connector.ELBOW if line.square else Connector.STRAIGHT
        return Way(
            id=id_,
            of=thing[1],
            start=self._box(start),
            end=self._box(end),
            start_at=_point(start.at),
            end_at=_point(end.at),
            bends=tuple(Point(x=x, y=y) for x, y in bends),
            at=at,
            meets=meets,
            connector=Connector.CURVED if line.curved else straight,
            style=style_of(line.look, fill="", thickness=1.0),
        )

    def _box(self, link: Link) -> str | None:
        if link.alias and link.alias not in self.aliases:
            line = self.book.lines.get(("species", link.species), 0)
            what = f'the box "{link.alias}", which is none'
            self.book.lost(what, line, f"species {link.species}")
        return link.alias if link.alias in self.aliases else None


def _from_gate(line: Line, goal: Spot) -> list[Spot]:
    """Where the line of a gate begins, and its bends on the way to where it ends."""
    *inner, spot = line.points
    return [spot, *map(axes_of_line(spot, goal).on_canvas, inner)]


def _place(place: int | None, course: Course, towards: Spot) -> Spot | None:
    """Where on the square of its process a line ends, unless that is the place nearest to it."""
    square = course.met
    if place is None or isinstance(square, Joints) or place == nearest_place(square, towards):
        return None
    return LINE_PLACE.get(place)


def _with_node(way: Way, course: Course, drawn: Reaction, usual: int) -> Way:
    """The way of a process, which tells where the square is if that is not on the usual segment,
    and no line ends there.
    """
    if course.segment == usual or drawn.arms or drawn.modifications:
        return way
    return msgspec.structs.replace(way, node=course.middle)


def _point(at: Spot | None) -> Point | None:
    return None if at is None else Point(x=at[0], y=at[1])


def _shaped(way: Way, shape: str | None) -> Way:
    """The way, which keeps a word of CellDesigner's that it would not be written with, if any; of a
    gate whose logic is unknown that, and its members' ways the word.
    """
    if shape is None:
        return way
    style = msgspec.structs.replace(way.style, shape=shape)
    return msgspec.structs.replace(way, style=style)


def style_of(
    look: Look,
    *,
    fill: str,
    thickness: float,
    shape: str | None = None,
    line: LineStyle | None = None,
) -> Style:
    """What of a look is not usual; ``fill`` is the usual one in CellDesigner's words."""
    colour = look.colour or COLOUR["LINE"]
    return Style(
        colour=None if colour.lower() == COLOUR["LINE"] else colour_read(colour),
        fill=None if (look.fill or fill).lower() == fill else colour_read(look.fill or ""),
        gradient=look.gradient,
        thickness=None if look.thickness == thickness else look.thickness,
        size=None if look.size == FONT_SIZE else look.size,
        shape=shape,
        line=line,
    )


def colour_read(word: str) -> str | None:
    """The colour that alpha, red, green and blue are, in hexadecimal digits."""
    if not HEXADECIMAL.fullmatch(word):
        return None
    alpha, digits = word[:2].lower(), word[2:].lower()
    return f"#{digits}" if alpha == "ff" else f"#{digits}{alpha}"


FONT_SIZE = 12.0
HEXADECIMAL = re.compile(r"[0-9a-fA-F]{8}")
