"""The edges of a network as the lines of a drawing, for whoever draws the file.

An edge runs from the middle of a node to that of another through its bends; a process has its sign
where its node is. A pathway has none of this as facts: which way an edge is, nothing says
(`reasons`).
"""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pathport.formats.cx2.bends import CONTROL_POINTS, bends_read
from pathport.formats.cx2.columns import fits
from pathport.formats.cx2.following import FARTHEST
from pathport.formats.cx2.network import Edge, Network
from pathport.formats.cx2.reading_edges import Edges
from pathport.formats.cx2.reading_nodes import Nodes
from pathport.formats.cx2.terms import DOUBLE
from pathport.layout.geometry import Place, Rect, on_border, relative
from pathport.model.layout import Decoration, DecorationKind, Layout, Point, Way

__all__ = ["lines_of"]

BESIDE, VOID = 50.0, 12.0
"""How far from a process with an open side the sign of nothing is, and how large."""
PARTS = ("ratio", "cos", "sin")


def lines_of(network: Network, nodes: Nodes, edges: Edges) -> Layout:
    """The ways of all things between boxes that have a place, and the signs of nothing."""
    lines = _Lines(network, nodes, edges)
    ways = tuple(lines.ways())
    return Layout(ways=ways, drawing=tuple(lines.signs))


class _End(NamedTuple):
    """A line from a box on: where it leaves it, and through what it runs to its other end."""

    box: str
    at: Point
    border: Place
    bends: tuple[Place, ...]


class _Lines:
    def __init__(self, network: Network, nodes: Nodes, edges: Edges) -> None:
        self.nodes = nodes
        self.edges = edges
        self.boxes = {
            number: (it.id, Rect(it.x, it.y, it.width, it.height))
            for number, it in nodes.boxes.items()
        }
        self.spots = {
            it.number: it.at
            for it in nodes.vertices
            if it.at is not None and max(map(abs, it.at)) <= FARTHEST
        }
        self.points = dict(_control_points(network))
        self.signs: list[Decoration] = []
        self.joints: dict[int, float] = {}
        """By number of a node that is no species, where on its thing's own way it is."""
        self.leading: dict[int, list[Edge]] = defaultdict(list)
        self.leaving: dict[int, list[Edge]] = defaultdict(list)
        self.drawn = [it for it in network.edges if {it.source, it.target} <= self.spots.keys()]
        """The edges between nodes that are on a canvas."""
        for edge in self.drawn:
            self.leading[edge.target].append(edge)
            self.leaving[edge.source].append(edge)

    def ways(self) -> Iterator[Way]:
        """Those of processes first: what acts on them meets them where their nodes are."""
        of_construct: dict[str, list[int]] = defaultdict(list)
        for number in self.spots:
            of_construct[self.nodes.construct[number]].append(number)
        for number in of_construct["process"]:
            yield from self._process(number)
        for number in of_construct["control"]:
            yield from self._control(number)
        for number in of_construct["association"]:
            yield from self._association(number)
        for edge in self.drawn:
            if edge.number in self.edges.things and edge.source in self.boxes:
                yield from self._edge(edge)

    # Ends

    def _inner(self, edge: Edge) -> tuple[Place, ...]:
        ends = self.spots[edge.source], self.spots[edge.target]
        return tuple(bends_read(*ends, self.points.get(edge.number, ())))

    def _ends(self, number: int) -> tuple[list[_End], list[_End]]:
        """The lines from boxes into a node that is no species, and those out of it, from the boxes
        on.
        """
        things = self.edges.things
        coming = [
            self._end(it.source, (*self._inner(it), self.spots[number]))
            for it in self.leading[number]
            if it.number not in things and it.source in self.boxes
        ]
        going = [
            self._end(it.target, (*self._inner(it)[::-1], self.spots[number]))
            for it in self.leaving[number]
            if it.number not in things and it.target in self.boxes
        ]
        return coming, going

    def _end(self, number: int, points: Sequence[Place]) -> _End:
        """The line from the middle of a box through points; the last is where it ends."""
        box, rect = self.boxes[number]
        return _leaving(box, rect, points)

    # Things

    def _process(self, number: int) -> Iterator[Way]:
        coming, going = self._ends(number)
        of = self.nodes.thing[number]
        if not coming and not going:
            return
        start = coming[0] if coming else self._nothing(of, number, going[0])
        end = going[0] if going else self._nothing(of, number, coming[0])
        yield self._through(of, number, start, end, name=f"{of}_line")
        at = self.joints[number]
        for n, it in enumerate(coming[1:]):
            yield _way(f"{of}_in_{n}", of, start=it, bends=it.bends, at=at)
        for n, it in enumerate(going[1:]):
            yield _way(f"{of}_out_{n}", of, end=it, bends=it.bends[::-1], at=at)

    def _nothing(self, of: str, number: int, other: _End) -> _End:
        """The sign of nothing, on the other side of a process than its first line is."""
        x, y = self.spots[number]
        from_x, from_y = other.bends[-1] if other.bends else other.border
        far = math.dist((x, y), (from_x, from_y)) or 1.0
        middle = x + (x - from_x) * BESIDE / far, y + (y - from_y) * BESIDE / far
        rect = Rect(middle[0] - VOID / 2, middle[1] - VOID / 2, VOID, VOID)
        id_ = f"{of}_nothing"
        corners = Point(x=rect.x, y=rect.y), Point(x=rect.x + VOID, y=rect.y + VOID)
        self.signs.append(Decoration(kind=DecorationKind.SHAPE, id=id_, points=corners))
        return _leaving(id_, rect, [(x, y)])

    def _through(self, of: str, number: int, start: _End, end: _End, *, name: str) -> Way:
        """A way through the spot of a node, where others meet it."""
        spot = self.spots[number]
        before = _length([start.border, *start.bends, spot])
        after = _length([end.border, *end.bends, spot])
        at = self.joints[number] = before / ((before + after) or 1.0)
        bends = (*start.bends, spot, *end.bends[::-1])
        return _way(name, of, start=start, end=end, bends=bends, node=at)

    def _control(self, number: int) -> Iterator[Way]:
        """A control of several sources has its gate where its node is; one of one source, which
        others act on, is one line.
        """
        of = self.nodes.thing[number]
        sources, onto = self._ends(number)
        target = next((it for it in self.leaving[number] if it.target not in self.boxes), None)
        self.joints[number] = 0.0
        spot = self.spots[number]
        if onto:
            for n, it in enumerate(sources):
                yield self._through(of, number, it, onto[0], name=f"{of}_line_{n}")
        elif target is not None:
            at, rest = self.joints.get(target.target), self._inner(target)
            if len(sources) > 1:
                yield _way(f"{of}_stem", of, bends=(spot, *rest), at=at)
                for n, it in enumerate(sources):
                    yield _way(f"{of}_line_{n}", of, start=it, bends=it.bends)
            for it in sources if len(sources) == 1 else ():
                yield _way(f"{of}_line", of, start=it, bends=(*it.bends, spot, *rest), at=at)
                before = _length([it.border, *it.bends, spot])
                after = _length([spot, *rest, self.spots[target.target]])
                self.joints[number] = before / ((before + after) or 1.0)

    def _association(self, number: int) -> Iterator[Way]:
        ends = [it for some in self._ends(number) for it in some]
        of = self.nodes.thing[number]
        for n, it in enumerate(ends[1:]):
            yield self._through(of, number, ends[0], it, name=f"{of}_line_{n}")

    def _edge(self, edge: Edge) -> Iterator[Way]:
        """An edge that is a control or an association by itself."""
        of, inner = self.edges.things[edge.number], self._inner(edge)
        start = self._end(edge.source, (*inner, self.spots[edge.target]))
        if edge.target in self.boxes:
            end = self._end(edge.target, (*inner[::-1], self.spots[edge.source]))
            yield _way(f"{of}_line", of, start=start, end=end, bends=inner)
        else:
            at = self.joints.get(edge.target)
            yield _way(f"{of}_line", of, start=start, bends=inner, at=at)


def _leaving(box: str, rect: Rect, points: Sequence[Place]) -> _End:
    """The line from the middle of a rectangle through points: where it leaves that, and its bends
    outside.
    """
    across, down = relative(rect, points[0])
    far = max(abs(across), abs(down))
    at = (across / far, down / far) if far > 1 else (across, down)
    return _End(box, Point(x=at[0], y=at[1]), on_border(rect, at), tuple(points[:-1]))


def _way(
    id_: str,
    of: str,
    *,
    bends: Sequence[Place],
    start: _End | None = None,
    end: _End | None = None,
    at: float | None = None,
    node: float | None = None,
) -> Way:
    return Way(
        id=id_,
        of=of,
        start=start.box if start else None,
        end=end.box if end else None,
        start_at=start.at if start else None,
        end_at=end.at if end else None,
        bends=tuple(Point(x=x, y=y) for x, y in bends),
        at=at,
        node=node,
    )


def _length(points: Sequence[Place]) -> float:
    return sum(math.dist(a, b) for a, b in itertools.pairwise(points))


def _control_points(network: Network) -> Iterator[tuple[int, list[dict[str, float]]]]:
    """By number of an edge, the points that it bends at, where all are on a canvas."""
    for _, element in network.elements("edgeBypasses"):
        told = element if isinstance(element, dict) else {}
        number, values = told.get("id"), told.get("v")
        points: Any = values.get(CONTROL_POINTS) if isinstance(values, dict) else None
        if isinstance(number, int) and isinstance(points, list) and all(map(_is_point, points)):
            yield number, points


def _is_point(value: Any) -> bool:
    numbers: list[Any] = [value.get(it) for it in PARTS] if isinstance(value, dict) else [None]
    return all(fits(it, DOUBLE) and abs(it) <= FARTHEST for it in numbers)
