"""What is written in a box that somebody else has drawn, on several lines and smaller if need be.

A text that fits in no size runs beyond its box, as in the programs that such boxes are drawn with.
"""

from collections.abc import Sequence

import msgspec

from pathport.layout.labels import MARK, MARK_GAP, MARK_PAD, TEXT
from pathport.layout.picture import Part
from pathport.layout.text import text_width, wrapped
from pathport.model.layout import Box

__all__ = ["BEYOND", "fitted", "has_room"]

EDGE = 2.0
"""Pixels between a border and a text."""
LINE = 13.0
"""From one line to the next, of a text of the usual size."""
SCALES = (1.0, 0.9, 0.8, 0.7, 0.6)
"""The sizes of a text, as shares of the usual one."""
BEYOND = 2.0
"""A text that fits in no size is at most so many times as wide as its box."""
JOINS = ":/"
"""Between the names of what something consists of."""


def has_room(box: Box, parts: Sequence[Part]) -> bool:
    """Whether a box is high enough for all of these, one below the other."""
    least, height = min(it.height for it in parts), sum(it.height for it in parts)
    return box.height * least >= TEXT * height


def fitted(box: Box, parts: Sequence[Part]) -> tuple[tuple[Part, ...], list[str]]:
    """The parts with their texts fitted into the box, and the marks that have no room in it."""
    scale = box.height / sum(part.height for part in parts)
    found: list[Part] = []
    left: list[str] = []
    for part in parts:
        height, marks = round(part.height * scale, 1), part.marks
        room = box.width - 2 * EDGE - sum(map(_mark_width, marks))
        if marks and text_width(part.text, TEXT) > room:
            left += marks
            marks, room = (), box.width - 2 * EDGE
        text, size = _fitted(part.text, room, height)
        found.append(
            msgspec.structs.replace(part, text=text, scale=size, marks=marks, height=height)
        )
    return tuple(found), left


def _fitted(text: str, width: float, height: float) -> tuple[str, float]:
    """The lines of a text in the largest size in which they fit, and that size."""
    for scale in SCALES:
        most = max(1, int(height / (LINE * scale)))
        size = TEXT * scale
        lines = wrapped(text, size, width, lines=most, after=JOINS, beyond=BEYOND)
        if all(text_width(line, size) <= width for line in lines):
            break
    return "\n".join(lines), scale


def _mark_width(mark: str) -> float:
    return text_width(mark, MARK) + 2 * MARK_PAD + MARK_GAP
