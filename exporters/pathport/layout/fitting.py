"""What is written in a box that somebody else has drawn: as much of it as finds room."""

from collections.abc import Sequence

import msgspec

from pathport.layout.labels import MARK, MARK_GAP, MARK_PAD, TEXT
from pathport.layout.picture import Part
from pathport.layout.text import shortened, text_width, wrapped
from pathport.model.layout import Box

__all__ = ["fitted", "has_room"]

EDGE = 2.0
"""Pixels between a border and a text."""
LINE = 13.0
JOINS = ":/"
"""Between the names of what something consists of."""


def has_room(box: Box, parts: Sequence[Part]) -> bool:
    """Whether a box is high enough for all of these, one below the other."""
    least, height = min(it.height for it in parts), sum(it.height for it in parts)
    return box.height * least >= TEXT * height


def fitted(box: Box, parts: Sequence[Part]) -> tuple[tuple[Part, ...], list[str]]:
    """The parts cut to their box, and the marks for which there is no room in it."""
    scale = box.height / sum(part.height for part in parts)
    found: list[Part] = []
    left: list[str] = []
    for part in parts:
        height, marks = round(part.height * scale, 1), part.marks
        room = box.width - 2 * EDGE - sum(map(_mark_width, marks))
        if marks and text_width(part.text, TEXT) > room:
            left += marks
            marks, room = (), box.width - 2 * EDGE
        most = max(1, int(height // LINE))
        lines = wrapped(part.text, TEXT, room, lines=most, after=JOINS)
        text = "\n".join(lines) if len(parts) == 1 else shortened(part.text, TEXT, room)
        found.append(msgspec.structs.replace(part, text=text, marks=marks, height=height))
    return tuple(found), left


def _mark_width(mark: str) -> float:
    return text_width(mark, MARK) + 2 * MARK_PAD + MARK_GAP
