"""What stands in the layout of a file, before it is known what it stands for.

SBML Level 3 Layout Version 1, 3.
"""

import msgspec

from pathport.formats.sbml.render_terms import Drawn as Shape
from pathport.layout.geometry import Place, Rect

__all__ = ["Curve", "Drawings", "Drawn", "Group", "Leg", "Reaction", "Text"]


class Curve(msgspec.Struct, frozen=True):
    """The points of a curve, and whether any piece of it is bent."""

    points: tuple[Place, ...] = ()
    is_bent: bool = False


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """A glyph with a box: its id, what it stands for (nothing, if it can't tell), its records."""

    id: str
    of: str
    rect: Rect
    look: str
    """The role that it says how it looks by."""
    marks: tuple[tuple[str, int], ...]
    line: int
    subject: str


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A text that is drawn: its own, or that of something else."""

    id: str
    look: str
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
    look: str
    curve: Curve
    marks: tuple[tuple[str, int], ...]
    line: int
    subject: str


class Reaction(msgspec.Struct, frozen=True, kw_only=True):
    """A reaction's own curve and its lines."""

    id: str
    of: str
    look: str
    curve: Curve
    legs: tuple[Leg, ...]
    marks: tuple[tuple[str, int], ...]
    line: int
    subject: str


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """A style: of which glyphs, roles and types, its words and its shapes."""

    ids: tuple[str, ...]
    roles: tuple[str, ...]
    types: tuple[str, ...]
    words: dict[str, str]
    shapes: tuple[Shape, ...]
    line: int
    subject: str


class Drawings(msgspec.Struct):
    """What has been read of the layout of a file."""

    frames: list[Drawn] = []
    boxes: list[Drawn] = []
    parts: list[Drawn] = []
    texts: list[Text] = []
    reactions: list[Reaction] = []
    groups: list[Group] = []
    colours: dict[str, str] = {}
    is_dressed: bool = False
    """Whether the first set of looks has ended: others are not read."""
    size: tuple[float | None, float | None] = (None, None)
    is_read: bool = False
    """Whether the layout has ended: others are not read."""

    def references(self) -> set[str]:
        """The ids of participants and modifiers that lines name."""
        return {leg.reference for it in self.reactions for leg in it.legs}
