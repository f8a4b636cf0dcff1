"""The page of a picture in its author's places: all that is drawn, with a margin around it.

Texts are part of what is drawn: they may run beyond their boxes.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from pathport.layout.geometry import Rect
from pathport.layout.labels import MARK, TEXT
from pathport.layout.picture import Area, Glyph, GlyphKind, Picture, Sketch
from pathport.layout.text import text_width

__all__ = ["on_page", "rect_of"]

MARGIN = 16.0
NEAREST = 8.0
"""What is nearer to the edge of a page has a margin; the engine has its frames here."""
LINE = 13.0

Place = tuple[float, float]


def on_page(picture: Picture, sizes: Sequence[Place]) -> Picture:
    """The picture with a size of at least these, and with a margin around all that is drawn."""
    x, y, right, bottom = _bounds(picture)
    left, top = (0.0 if it >= NEAREST else it - MARGIN for it in (x, y))
    return msgspec.structs.replace(
        picture,
        left=left,
        top=top,
        width=max(*(it for it, _ in sizes), right + MARGIN) - left,
        height=max(*(it for _, it in sizes), bottom + MARGIN) - top,
    )


def rect_of(points: Sequence[Place]) -> Rect:
    """The smallest rectangle around points."""
    x, y = min(it[0] for it in points), min(it[1] for it in points)
    return Rect(x, y, max(it[0] for it in points) - x, max(it[1] for it in points) - y)


def _bounds(picture: Picture) -> tuple[float, float, float, float]:
    trails = (*(it.points for it in picture.lines), *(it.points for it in picture.sketches))
    rects = [Rect(it.x, it.y, it.width, it.height) for it in picture.glyphs]
    rects += [Rect(it.x, it.y, it.width, it.height) for it in picture.areas]
    rects += chain.from_iterable(map(_texts, picture.glyphs))
    rects += (_label(it) for it in picture.areas)
    rects += (_written(it) for it in picture.sketches if it.text and it.points)
    corners = [(it.x, it.y) for it in rects] + [(it.x + it.width, it.y + it.height) for it in rects]
    x, y, width, height = rect_of([*chain.from_iterable(trails), *corners] or [(NEAREST, NEAREST)])
    return x, y, x + width, y + height


def _texts(glyph: Glyph) -> Iterator[Rect]:
    """The places of its texts, which have their middle in that of the glyph."""
    texts = [(line, TEXT * it.scale) for it in glyph.parts for line in it.text.split("\n")]
    if glyph.kind is GlyphKind.COFACTOR:
        texts.append((glyph.text, MARK))
    widest = max((text_width(*it) for it in texts), default=0.0)
    yield Rect(glyph.x + (glyph.width - widest) / 2, glyph.y, widest, glyph.height)


def _label(area: Area) -> Rect:
    width = max((text_width(it, MARK, bold=True) for it in area.lines), default=0.0)
    return Rect(*area.label, width, LINE * len(area.lines))


def _written(sketch: Sketch) -> Rect:
    """The place of the text of a label or shape, about its middle."""
    x, y, width, height = rect_of(sketch.points)
    lines = sketch.text.split("\n")
    widest, high = max(text_width(it, MARK) for it in lines), LINE * len(lines)
    return Rect(x + (width - widest) / 2, y + (height - high) / 2, widest, high)
