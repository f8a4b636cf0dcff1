"""A pathway as it is drawn: glyphs at their places, the lines between them, the areas around them.

Absolute pixels, origin top left, y down. It tells what each stands for and where it is; shapes,
colours and fonts are the business of who draws it.
"""

import enum

import msgspec

from pathport.model.layout import DecorationKind

__all__ = [
    "UNKNOWN_LOGIC",
    "Area",
    "Glyph",
    "GlyphKind",
    "Line",
    "LineRole",
    "Part",
    "Picture",
    "Sketch",
]

Place = tuple[float, float]

UNKNOWN_LOGIC = "?"
"""Instead of the logic of a gate, where lines meet and nothing tells how they act together."""


class GlyphKind(enum.StrEnum):
    """What a glyph stands for."""

    SPECIES = "species"
    COFACTOR = "cofactor"
    """A small molecule at the side of one process, as text."""
    PROCESS = "process"
    GATE = "gate"
    VOID = "void"
    """Where a process has nothing to take from, or leaves nothing, or nothing is known to exert a
    control (SBGN's empty set).
    """
    ANCHOR = "anchor"
    """The place on a control that another control acts on."""
    ASSOCIATION = "association"
    CONTAINER = "container"
    """The box of a complex or a set, behind those of what is in it."""
    MARK = "mark"
    """A mark of a state on the border of a box."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a species' box: its text, and what stands beside it."""

    text: str
    """In lines, if its box has room for several."""
    scale: float = 1
    """The size of its text, as a share of the usual one."""
    told: str = ""
    """Its whole text with all of its marks, however short the box has them."""
    kind: str
    """The kind of its molecule."""
    roles: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    """Its modified sites and activity, as short texts."""
    count: int = 1
    """How often it is there, in a complex."""
    is_heading: bool = False
    """Whether it is the name of what the rows below it are, and no row like these."""
    height: float


class Glyph(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is drawn at a place; ``x`` and ``y`` are its top left corner."""

    id: str
    kind: GlyphKind
    thing: str
    """The id of what it stands for."""
    x: float
    y: float
    width: float
    height: float
    text: str = ""
    tip: str = ""
    """What it is called, with all that it shows in full."""
    type: str = ""
    """The type of a process, the logic of a gate or that it is unknown."""
    parts: tuple[Part, ...] = ()
    margin: float = 0
    """Around its parts, inside its border."""
    clone: bool = False
    """Whether the same species is drawn in another place too."""
    certainty: str | None = None


class LineRole(enum.StrEnum):
    """What a line says of the two things that it joins."""

    INPUT = "input"
    OUTPUT = "output"
    TEMPLATE = "template"
    CONTROL = "control"
    LOGIC = "logic"
    ASSOCIATION = "association"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line from one glyph to another; lines of one trunk may share a way."""

    of: str
    role: LineRole
    start: str
    end: str
    trunk: str
    points: tuple[Place, ...]
    effect: str | None = None
    coefficient: float = 1
    reversible: bool = False
    """Whether an arrow stands at its start as well."""
    certainty: str | None = None


class Area(msgspec.Struct, frozen=True, kw_only=True):
    """The frame of a compartment."""

    compartment: str
    x: float
    y: float
    width: float
    height: float
    name: str = ""
    lines: tuple[str, ...] = ()
    """Its name, as far as there is room for it."""
    label: Place = (0, 0)
    """The top left corner of its name."""
    membrane: bool = False
    spanning: tuple[float, float] | None = None
    """Of a membrane as wide as the picture, the top and bottom of what spans it; of another area
    those of the membrane that is its upper border.
    """
    band: bool = False
    """Whether it is as wide as the picture."""


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """A label, shape or line of an author that stands for nothing."""

    kind: DecorationKind
    text: str = ""
    points: tuple[Place, ...] = ()
    """Two corners of a label or shape; all points of a line."""
    oval: bool = False
    ended: bool = False
    """Whether a head stands at its end."""
    attached: bool = False
    """Whether it is on the border of a box or frame (SBGN's unit of information)."""


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """All that is drawn of a pathway."""

    width: float
    height: float
    left: float = 0
    """Where the page begins, if something lies before (0, 0)."""
    top: float = 0
    title: str = ""
    glyphs: tuple[Glyph, ...] = ()
    lines: tuple[Line, ...] = ()
    areas: tuple[Area, ...] = ()
    sketches: tuple[Sketch, ...] = ()
