"""What stands in the layout of a file, before it is known what it stands for.

SBML Level 3 Layout Version 1, 3.
"""

import msgspec

from pathport.layout.geometry import Place, Rect

__all__ = ["Curve", "Drawings", "Drawn", "Leg", "Reaction", "Text"]


class Curve(msgspec.Struct, frozen=True):
    """The points of a curve, and whether any piece of it is bent."""

    points: tuple[Place, ...] = ()
    is_bent: bool = False


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """A glyph with a box: its id, what it stands for, its records."""

    id: str
    of: str
    rect: Rect
    marks: tuple[tuple[str, int], ...]
    line: int
    subject: str


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A text that is drawn: its own, or that of something else."""

    on: str
    text: str | None
    origin: str | None
    rect: Rect
    line: int
    subject: str


class Leg(msgspec.Struct, frozen=True, kw_only=True):
    """A line between a species and a reaction."""

    id: str
    glyph: str
    reference: str
    role: str
    curve: Curve
    marks: tuple[tuple[str, int], ...]
    line: int
    subject: str


class Reaction(msgspec.Struct, frozen=True, kw_only=True):
    """A reaction's own curve and its lines."""

    id: str
    of: str
    curve: Curve
    legs: tuple[Leg, ...]
    marks: tuple[tuple[str, int], ...]
    line: int
    subject: str


class Drawings(msgspec.Struct):
    """What has been read of the layout of a file."""

    frames: list[Drawn] = []
    boxes: list[Drawn] = []
    parts: list[Drawn] = []
    texts: list[Text] = []
    reactions: list[Reaction] = []
    size: tuple[float | None, float | None] = (None, None)
    is_read: bool = False
    """Whether the layout has ended: others are not read."""
