"""The title above a picture: on several lines, and its page made wider, where it is a long one."""

from collections.abc import Iterator

import msgspec

from pathport.drawing.lettering import lettered
from pathport.drawing.shapes import number
from pathport.layout.text import text_width, wrapped

__all__ = ["Heading", "heading"]

TEXT = 18
LINE = 22.0
MARGIN = 16.0
FIRST = 28.0
"""Where the foot of the first line is."""
BELOW = 12.0
NARROWEST = 400.0
"""A page is as wide as this before its title has several lines."""
LONGEST_WORD = 1_000.0
SPARE = 1.15
"""How much wider than Arial's the bold letters of a font may be that a system has in its place."""
MOST_LINES = 6


class Heading(msgspec.Struct, frozen=True):
    """The lines of a title, and the width and height that it needs."""

    lines: tuple[str, ...]
    width: float
    height: float

    def shapes(self) -> Iterator[str]:
        """The lines as fragments of SVG."""
        for index, line in enumerate(self.lines):
            place = f'x="{number(MARGIN)}" y="{number(FIRST + index * LINE)}"'
            yield f'<text {place} class="title">{lettered(line)}</text>'


def heading(title: str, page: float) -> Heading:
    """A title above what is as wide as ``page``."""
    words = [_width(word) for word in title.split()]
    least = min(_width(title), NARROWEST - 2 * MARGIN)
    room = max(page - 2 * MARGIN, least, min(max(words, default=0), LONGEST_WORD))
    lines = tuple(wrapped(title, TEXT * SPARE, room, lines=MOST_LINES, bold=True)) or ("",)
    width = max(map(_width, lines)) + 2 * MARGIN
    return Heading(lines, width, FIRST + (len(lines) - 1) * LINE + BELOW)


def _width(text: str) -> float:
    """How wide a text may be in any font."""
    return text_width(text, TEXT * SPARE, bold=True)
