"""What is read of a drawing beside its boxes and lines: ids, records, losses, its size.

SBML Level 3 Layout Version 1, 3.
"""

import math
from collections.abc import Iterable

from pathport.fidelity.records import Anchor, Mark
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.curves import near
from pathport.formats.sbml.drawings import Drawn, Leg, Reaction, Text
from pathport.formats.sbml.worn import Worn
from pathport.layout.geometry import Rect
from pathport.model.pathway import Pathway

__all__ = ["BOX", "FRAME", "WAY", "Canvas", "extent", "inset"]

BOX, FRAME, WAY = ("layout.boxes", "box"), ("layout.frames", "frame"), ("layout.ways", "way")
"""What is drawn: the field of the pathway, and what an element of it is to records."""
INSET = 5.0
"""Pixels between a frame and the name in it."""
EDGE = 20.0
"""What a canvas has beyond the last thing on it."""


def extent(rects: Iterable[Rect]) -> tuple[float, float]:
    """The size of a canvas that holds these, where none is told."""
    known = [*map(near, rects)]
    return (
        math.ceil(max((it.x + it.width for it in known), default=0.0)) + EDGE,
        math.ceil(max((it.y + it.height for it in known), default=0.0)) + EDGE,
    )


def inset(rect: Rect) -> Rect:
    """Where the name of a compartment is drawn: in its frame, away from the border."""
    return Rect(rect.x + INSET, rect.y + INSET, *(max(0.0, it - 2 * INSET) for it in rect[2:]))


class Canvas:
    """The drawing of one file while it is read; ``pathway`` is what it draws."""

    def __init__(self, pathway: Pathway, book: Book) -> None:
        self.pathway = pathway
        self.book = book
        self.drawn = book.drawings
        self.marks: list[Mark] = []
        self.homes: dict[tuple[str, str], Anchor] = {}
        self.used: set[str] = set()
        self.worn = Worn(book)

    def lose(self, what: str, drawn: Drawn | Leg | Reaction | Text) -> None:
        """Remembers something that has no place in a layout; it is counted by these words."""
        self.book.losses.count(what, drawn.line, drawn.subject)

    def take(self, kind: tuple[str, str], key: str, drawn: Drawn | Leg | Reaction) -> None:
        """Takes the records on the element that tells of a box, frame or way."""
        field, construct = kind
        self.homes[field, key] = (construct, drawn.id)
        self.marks += [Mark((construct, drawn.id), text, line) for text, line in drawn.marks]

    def new_id(self, wanted: str) -> str:
        """The id itself, or one like it that no other box or way has."""
        id_, number = wanted, 1
        while id_ in self.used:
            number += 1
            id_ = f"{wanted}_{number}"
        self.used.add(id_)
        return id_
