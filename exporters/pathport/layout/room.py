"""Where on a canvas there is room for one more box: near a place, in a frame, on no line.

Knows rectangles and lines, no pathway. Places are tried in rings about the one that is wanted.
"""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pathport.layout.geometry import Place, Rect, centre, inside, overlap

__all__ = ["Room"]

CELL = 64.0
"""Pixels of a square of the index."""
LARGE = 64 * CELL
STEP = 12.0
RINGS = 80
"""So many rings are tried about a place: about a thousand pixels each way."""
WAYS = 12
"""So many free places are compared by what straight lines from them would run through."""
LOOSE, TIGHT = 32.0, 8.0
"""Pixels around a box: with room for a process and its arrow, or as near as may be."""
CLEAR = 6.0
"""Pixels around it that are clear of lines."""
HIT = 150.0
"""Pixels that a box may be farther away for each thing that its line does not run through."""

ON_LINE = 50.0
"""The same for its process, if that is not on a line."""
SIGN = 14.0


class Room:
    """What is taken on a canvas."""

    def __init__(
        self,
        taken: Iterable[Rect],
        lines: Iterable[Sequence[Place]],
        frames: Sequence[Rect],
    ) -> None:
        self.taken, self.pieces = _Index(), _Index()
        self.frames = frames
        self.lowest = 0.0
        for rect in taken:
            self.take(rect)
        for points in lines:
            for piece in _pieces(points):
                self.pieces.put(piece)
                self.lowest = max(self.lowest, piece.y + piece.height)
        for frame in frames:
            self.lowest = max(self.lowest, frame.y + frame.height)

    def take(self, rect: Rect) -> None:
        """Takes a rectangle away."""
        self.taken.put(rect)
        self.lowest = max(self.lowest, rect.y + rect.height)

    def found(
        self, size: Place, wanted: Place, frame: Rect | None, others: Sequence[Place]
    ) -> Rect:
        """A free rectangle of this size, its middle as near as may be to where it is wanted.

        It is in the frame and in none inside that, or outside of all; where there is no room, it
        is below everything. Straight lines from it to ``others`` run through as little as may be.
        """
        for gap, clear in ((LOOSE, CLEAR), (TIGHT, CLEAR), (TIGHT, None)):
            near = itertools.islice(self._free(size, wanted, frame, (gap, clear)), WAYS)
            best = min(near, key=lambda it: self._cost(it, wanted, others), default=None)
            if best is not None:
                return best
        width, height = size
        return Rect(wanted[0] - width / 2, self.lowest + LOOSE, width, height)

    def _free(
        self, size: Place, wanted: Place, frame: Rect | None, gaps: tuple[float, float | None]
    ) -> Iterator[Rect]:
        width, height = size
        gap, clear = gaps
        for across, down in _rings():
            x, y = wanted[0] + across - width / 2, wanted[1] + down - height / 2
            rect = Rect(round(x, 1), round(y, 1), width, height)
            if not self._is_at_home(rect, frame) or self.taken.meets(_grown(rect, gap)):
                continue
            if clear is None or not self.pieces.meets(_grown(rect, clear)):
                yield rect

    def _is_at_home(self, rect: Rect, home: Rect | None) -> bool:
        """Whether a rectangle is in its frame, and in or on the border of none that is not around
        that.
        """
        wide = _grown(rect, TIGHT)
        if home is not None and not inside(wide, home):
            return False
        return all(
            frame == home or not overlap(wide, frame) or (home is not None and inside(home, frame))
            for frame in self.frames
        )

    def _cost(self, rect: Rect, wanted: Place, others: Sequence[Place]) -> float:
        here = centre(rect)
        hits = {it for other in others for it in self._between(here, other)}
        signs = [_sign(here, other) for other in others]
        hidden = sum(self.taken.meets(it) for it in signs)
        on_lines = sum(self.pieces.meets(it) for it in signs)
        return math.dist(here, wanted) + HIT * (len(hits) + hidden) + ON_LINE * on_lines

    def _between(self, here: Place, there: Place) -> Iterator[Rect]:
        """What a straight line runs through, but for what is at its end."""
        for piece in _pieces((here, there)):
            yield from (it for it in self.taken.met(piece) if not _holds(it, there))


class _Index:
    """Rectangles, found by what they meet."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[Rect]] = defaultdict(list)
        self.large: list[Rect] = []
        """Those that are in very many cells."""

    def put(self, rect: Rect) -> None:
        """Adds a rectangle."""
        if max(rect.width, rect.height) > LARGE:
            self.large.append(rect)
            return
        for cell in _cells(rect):
            self.cells[cell].append(rect)

    def met(self, rect: Rect) -> Iterator[Rect]:
        """Those that a rectangle meets, one in several cells more than once."""
        near = (it for cell in _cells(rect) for it in self.cells.get(cell, ()))
        yield from (it for it in itertools.chain(near, self.large) if overlap(rect, it))

    def meets(self, rect: Rect) -> bool:
        """Whether a rectangle meets any."""
        return any(True for _ in self.met(rect))


def _sign(here: Place, there: Place) -> Rect:
    """What a process between two places takes, at least."""
    x, y = (here[0] + there[0]) / 2, (here[1] + there[1]) / 2
    return Rect(x - SIGN / 2, y - SIGN / 2, SIGN, SIGN)


def _rings() -> Iterator[Place]:
    """Steps from the middle, the nearest first."""
    yield 0.0, 0.0
    for ring in range(1, RINGS):
        far = ring * STEP
        sides = [number * STEP for number in range(-ring, ring + 1)]
        around = [(it, edge) for it in sides for edge in (-far, far)]
        around += [(edge, it) for it in sides[1:-1] for edge in (-far, far)]
        yield from sorted(around, key=lambda it: (it[0] ** 2 + it[1] ** 2, it))


def _pieces(points: Sequence[Place]) -> Iterator[Rect]:
    """A line as the small rectangles around its pieces."""
    for (x1, y1), (x2, y2) in itertools.pairwise(points):
        is_upright = x1 == x2 or y1 == y2
        number = 1 if is_upright else math.ceil(math.dist((x1, y1), (x2, y2)) / STEP)
        for at in range(number):
            xs = sorted((x1 + (x2 - x1) * part / number) for part in (at, at + 1))
            ys = sorted((y1 + (y2 - y1) * part / number) for part in (at, at + 1))
            yield Rect(xs[0], ys[0], xs[1] - xs[0], ys[1] - ys[0])


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    columns = range(int(rect.x // CELL), int((rect.x + rect.width) // CELL) + 1)
    rows = range(int(rect.y // CELL), int((rect.y + rect.height) // CELL) + 1)
    return itertools.product(columns, rows)


def _holds(rect: Rect, point: Place) -> bool:
    return rect.x <= point[0] <= rect.x + rect.width and rect.y <= point[1] <= rect.y + rect.height


def _grown(rect: Rect, gap: float) -> Rect:
    return Rect(rect.x - gap, rect.y - gap, rect.width + 2 * gap, rect.height + 2 * gap)
