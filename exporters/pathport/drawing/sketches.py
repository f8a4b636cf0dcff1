"""What an author drew beside the pathway: labels, shapes and free lines, as fragments of SVG."""

from collections.abc import Callable, Iterator, Mapping

from pathport.drawing.lettering import lettered
from pathport.drawing.shapes import head, number, rectangle
from pathport.layout.picture import Sketch
from pathport.layout.text import text_width
from pathport.model.layout import DecorationKind

__all__ = ["sketched"]

TEXT = 10
ROW = 12.0


def sketched(sketch: Sketch) -> Iterator[str]:
    """The fragments of a sketch; one without two points is nowhere."""
    if len(sketch.points) > 1:
        yield from KINDS[sketch.kind](sketch)


def _label(sketch: Sketch) -> Iterator[str]:
    """The lines of a text about the middle of its place; on a border, in a box."""
    x, y, width, height = _box(sketch)
    lines = sketch.text.split("\n")
    if sketch.attached:
        yield rectangle(x, y, width, height, cls="mark")
    for index, line in enumerate(lines):
        left = x + (width - text_width(line, TEXT)) / 2
        base = y + height / 2 + 3.5 + (index - (len(lines) - 1) / 2) * ROW
        place = f'x="{number(left)}" y="{number(base)}"'
        yield f'<text {place} class="key">{lettered(line)}</text>'


def _shape(sketch: Sketch) -> Iterator[str]:
    x, y, width, height = _box(sketch)
    if sketch.oval:
        across, down = width / 2, height / 2
        place = f'cx="{number(x + across)}" cy="{number(y + down)}"'
        yield f'<ellipse {place} rx="{number(across)}" ry="{number(down)}" class="stroke"/>'
    else:
        yield rectangle(x, y, width, height, cls="stroke")
    if sketch.text:
        yield from _label(sketch)


def _line(sketch: Sketch) -> Iterator[str]:
    places = "L".join(f"{number(x)} {number(y)}" for x, y in sketch.points)
    yield f'<path d="M{places}" class="way line"/>'
    if sketch.ended:
        yield head("full", sketch.points[-1], sketch.points[-2], "line")


def _box(sketch: Sketch) -> tuple[float, float, float, float]:
    """The top left corner, width and height of what is between two corners."""
    (x, y), (x2, y2) = sketch.points[0], sketch.points[-1]
    return min(x, x2), min(y, y2), abs(x2 - x), abs(y2 - y)


KINDS: Mapping[DecorationKind, Callable[[Sketch], Iterator[str]]] = {
    DecorationKind.LABEL: _label,
    DecorationKind.SHAPE: _shape,
    DecorationKind.LINE: _line,
}
"""How each kind is drawn."""
