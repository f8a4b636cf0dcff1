"""The shapes of glyphs and arrowheads, as fragments of SVG, by tables.

Shapes follow SBGN Process Description 2.0 (glyphs of entity pools, processes and arcs) where it has
one. A fragment is text; classes carry the colours.
"""

import math
from collections.abc import Callable, Mapping

from pathport.drawing.lettering import lettered
from pathport.layout.heads import BREADTH, LENGTHS
from pathport.layout.picture import Glyph, GlyphKind
from pathport.looks.signs import LETTERS, ROUND, outline_of
from pathport.model.enumerations import ProcessType

__all__ = ["OUTLINES", "SYMBOLS", "Box", "head", "number", "outline", "rectangle"]


def number(value: float) -> str:
    """A coordinate as short as it may be."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


def rectangle(x: float, y: float, width: float, height: float, **more: object) -> str:
    """A rectangle; ``cls`` is its class, ``r`` the radius of its corners."""
    cls, radius = more.get("cls"), more.get("r")
    shape = (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    )
    rounded = f' rx="{number(float(str(radius)))}"' if radius else ""
    return shape + rounded + (f' class="{cls}"' if cls else "") + "/>"


def polygon(points: list[tuple[float, float]], cls: str) -> str:
    """A closed shape."""
    places = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return f'<polygon points="{places}" class="{cls}"/>'


def circle(x: float, y: float, radius: float, cls: str) -> str:
    """A circle about its centre."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" class="{cls}"/>'


def line(x1: float, y1: float, x2: float, y2: float, cls: str) -> str:
    """A straight line."""
    return (
        f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" '
        f'class="{cls}"/>'
    )


Box = tuple[float, float, float, float]


def _macromolecule(box: Box, cls: str) -> str:
    return rectangle(*box, cls=cls, r=5)


def _pill(box: Box, cls: str) -> str:
    return rectangle(*box, cls=cls, r=box[3] / 2)


def _square(box: Box, cls: str) -> str:
    return rectangle(*box, cls=cls)


def _hexagon(box: Box, cls: str) -> str:
    x, y, width, height = box
    cut = min(9, width / 4)
    middle = y + height / 2
    ends = [(x, middle), (x + cut, y), (x + width - cut, y), (x + width, middle)]
    return polygon([*ends, (x + width - cut, y + height), (x + cut, y + height)], cls)


def _slanted(box: Box, cls: str) -> str:
    x, y, width, height = box
    return polygon([(x + 6, y), (x + width, y), (x + width - 6, y + height), (x, y + height)], cls)


def _gene(box: Box, cls: str) -> str:
    """Square above, round below: SBGN's nucleic acid feature."""
    x, y, w, h = map(number, box)
    r = 6
    below = float(h) - r
    return (
        f'<path d="M{x} {y}h{w}v{number(below)}a{r} {r} 0 0 1 -{r} {r}'
        f'h-{number(float(w) - 2 * r)}a{r} {r} 0 0 1 -{r} -{r}z" class="{cls}"/>'
    )


OUTLINES: Mapping[str, Callable[[Box, str], str]] = {
    "gene": _gene,
    "slanted": _slanted,
    "pill": _pill,
    "hexagon": _hexagon,
    "square": _square,
    "macromolecule": _macromolecule,
}
"""How each outline is drawn."""


def outline(kind: str, box: Box, cls: str) -> str:
    """The outline of what is of this kind."""
    return OUTLINES[outline_of(kind)](box, cls)


def _plain_process(glyph: Glyph) -> str:
    letter = LETTERS.get(glyph.type, "")
    middle = glyph.x + glyph.width / 2
    text = f'<text x="{number(middle)}" y="{number(glyph.y + 10.3)}" class="letter">{letter}</text>'
    box = glyph.x, glyph.y, glyph.width, glyph.height
    return rectangle(*box, cls="process") + (text if letter else "")


def _round_process(glyph: Glyph) -> str:
    """A binding is a full circle, a dissociation two circles (SBGN 2.8); wide ones are bars."""
    if glyph.type == ProcessType.BINDING:
        return _bar(glyph, "bound")
    return _bar(glyph, "process") + _bar(glyph, "process", inset=glyph.height / 4)


def _bar(glyph: Glyph, cls: str, *, inset: float = 0) -> str:
    """What has round ends: a circle, if it is no wider than high."""
    width, height = glyph.width - 2 * inset, glyph.height - 2 * inset
    if width <= height:
        return circle(glyph.x + glyph.width / 2, glyph.y + glyph.height / 2, width / 2, cls)
    return rectangle(glyph.x + inset, glyph.y + inset, width, height, cls=cls, r=height / 2)


def _process(glyph: Glyph) -> str:
    return _round_process(glyph) if glyph.type in ROUND else _plain_process(glyph)


def _gate(glyph: Glyph) -> str:
    middle = glyph.x + glyph.width / 2
    text = glyph.type.upper()
    return (
        _pill((glyph.x, glyph.y, glyph.width, glyph.height), "process")
        + f'<text x="{number(middle)}" y="{number(glyph.y + 11)}" class="letter">{text}</text>'
    )


def _void(glyph: Glyph) -> str:
    x, y = glyph.x + glyph.width / 2, glyph.y + glyph.height / 2
    reach = 8
    return circle(x, y, 6, "process") + line(x - reach, y + reach, x + reach, y - reach, "stroke")


def _dot(glyph: Glyph) -> str:
    """Where lines meet: a bar, if there are so many that it is wide, and all of them end at it."""
    return _bar(glyph, "bound")


def _container(glyph: Glyph) -> str:
    box = glyph.x, glyph.y, glyph.width, glyph.height
    if glyph.type == "set":
        return rectangle(*box, cls="set", r=6)
    return outline(glyph.type, box, "box")


def _mark(glyph: Glyph) -> str:
    middle = glyph.x + glyph.width / 2
    cls = "mark active" if glyph.text == "active" else "mark"
    place = f'x="{number(middle)}" y="{number(glyph.y + 9.7)}"'
    return (
        rectangle(glyph.x, glyph.y, glyph.width, glyph.height, cls=cls, r=glyph.height / 2)
        + f'<text {place} class="site">{lettered(glyph.text)}</text>'
    )


SYMBOLS: Mapping[GlyphKind, Callable[[Glyph], str]] = {
    GlyphKind.PROCESS: _process,
    GlyphKind.GATE: _gate,
    GlyphKind.VOID: _void,
    GlyphKind.ANCHOR: _dot,
    GlyphKind.ASSOCIATION: _dot,
    GlyphKind.CONTAINER: _container,
    GlyphKind.MARK: _mark,
}
"""How what is no species is drawn."""


def head(kind: str, tip: tuple[float, float], before: tuple[float, float], cls: str) -> str:
    """A head with its tip at a place, on a line that comes from another place."""
    length = math.hypot(tip[0] - before[0], tip[1] - before[1]) or 1
    along = (tip[0] - before[0]) / length, (tip[1] - before[1]) / length

    def at(back: float, aside: float) -> tuple[float, float]:
        x = tip[0] - back * along[0] - aside * along[1]
        return x, tip[1] - back * along[1] + aside * along[0]

    reach, half = LENGTHS[kind], BREADTH / 2
    if kind == "circle":
        return circle(*at(reach / 2, 0), reach / 2, f"{cls} open")
    if kind == "bar":
        return line(*at(reach, -half), *at(reach, half), f"{cls} bar")
    if kind == "diamond":
        shape = [at(0, 0), at(reach / 2, 3.5), at(reach, 0), at(reach / 2, -3.5)]
        return polygon(shape, f"{cls} open")
    base = LENGTHS["full"]
    arrow = polygon(
        [at(0, 0), at(base, 4), at(base, -4)], f"{cls} {'full' if kind == 'full' else 'open'}"
    )
    if kind == "barred":
        return arrow + line(*at(reach, -4.5), *at(reach, 4.5), f"{cls} bar")
    return arrow
