"""The key to a picture: only what occurs in it."""

import msgspec

from pathport.drawing.entries import entries
from pathport.drawing.lettering import lettered
from pathport.drawing.shapes import number
from pathport.layout.picture import Picture
from pathport.layout.text import text_width

__all__ = ["Legend", "legend"]

ROW = 19.0
SIGN = 36.0
GAP = 16.0
TEXT = 10
TOP = 8.0


class Legend(msgspec.Struct, frozen=True):
    """The shapes of a key, in rows from left to right, and its size."""

    shapes: tuple[str, ...]
    width: float
    height: float


def legend(picture: Picture) -> Legend:
    """The key to all that occurs in a picture."""
    shapes: list[str] = []
    x, y, widest = 16.0, TOP, 0.0
    for sign, text in entries(picture):
        width = SIGN + text_width(text, TEXT) + GAP
        if x + width > max(picture.width, 400) and x > 16:
            x, y = 16.0, y + ROW
        shapes.append(f'<g transform="translate({number(x)} {number(y)})">{sign}')
        shapes.append(f'<text x="{number(SIGN)}" y="12" class="key">{lettered(text)}</text></g>')
        x += width
        widest = max(widest, x)
    return Legend(tuple(shapes), widest, y + ROW + TOP)
