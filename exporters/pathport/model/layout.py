"""Where things are drawn and how they look: absolute pixels, origin top left, y down.

A species is drawn as boxes, those of a complex with a box for each part; a compartment has a
frame; the lines of a process, control or association are its ways. What carries no biology is the
drawing layer. A style says only what differs from the usual look of such a thing, which is the
format's affair. This module knows no format.
"""

import enum
from typing import Annotated

from pathport.model.enumerations import Activity
from pathport.model.parts import Component, State
from pathport.model.value import Inline, Keyed, Ordered, Refers, Value

__all__ = [
    "Box",
    "Connector",
    "Decoration",
    "DecorationKind",
    "End",
    "Frame",
    "Layout",
    "LineStyle",
    "Mark",
    "Point",
    "Style",
    "Way",
]


class Point(Value, frozen=True, kw_only=True):
    """A place on the canvas; or, where that is said, relative to the centre of a box."""

    x: float
    y: float


class LineStyle(enum.StrEnum):
    """How a line or border is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    DOUBLE = "double"


class Connector(enum.StrEnum):
    """How a line runs between its points."""

    STRAIGHT = "straight"
    ELBOW = "elbow"
    CURVED = "curved"
    SEGMENTED = "segmented"


class Style(Value, frozen=True, kw_only=True):
    """How something looks, as far as it is not the usual look of such a thing."""

    colour: str | None = None
    """Of line, border and text: ``#rrggbb``, or ``#rrggbbaa`` with opacity."""
    text_colour: str | None = None
    """Of the text, where it has another colour than the border."""
    fill: str | None = None
    gradient: bool = False
    """Whether the fill fades from one side to the other."""
    line: LineStyle | None = None
    thickness: float | None = None
    shape: str | None = None
    """``rectangle``, ``oval``, ``mitochondria``: the format's own word in lower case."""
    font: str | None = None
    size: float | None = None
    """Of the text, in points."""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    struck: bool = False
    align: str | None = None
    """``left``, ``center`` or ``right``."""
    vertical_align: str | None = None
    """``top``, ``middle`` or ``bottom``."""
    depth: int | None = None
    """What has the greater number hides the other."""
    rotation: float | None = None
    """Clockwise, in radians."""


class Mark(Value, frozen=True, kw_only=True):
    """What a box shows on its border, of its state or a site, where not at its usual place."""

    id: str
    shows: State
    """The one thing that the mark tells of the state of its species or component; nothing of it
    where the mark tells of what is bound. A site of which that state says nothing is shown as one
    with nothing on it; a region of the molecule likewise, its shape is in the style."""
    x: float
    y: float
    """The mark's centre from that of its box, in halves of the box's width and height."""
    width: float
    height: float
    style: Annotated[Style, Inline()] = Style()


class Box(Value, frozen=True, kw_only=True):
    """One of the boxes that a species is drawn as; ``x`` and ``y`` are its top left corner.

    Inside the box of a complex there is one for each ``part``, a component as often as the one box
    stands for it; inside that of a set there are boxes of its members.
    """

    id: str
    species: Annotated[str, Refers(("species",))]
    x: float
    y: float
    width: float
    height: float
    inside: str | None = None
    """The box that holds this one."""
    part: Component | None = None
    marks: Annotated[tuple[Mark, ...], Keyed("id")] = ()
    activity: Activity | None = None
    """Of what this one box shows, where its species or component does not say so of itself."""
    group: str | None = None
    """What it is selected and moved with, as all boxes that name the same."""
    view: str | None = None
    """``brief``: how much of a complex it shows, in the format's own word, where not all."""
    label: str | None = None
    """The text in the box, where it is not the name of what it shows; empty where it has none."""
    style: Annotated[Style, Inline()] = Style()


class Frame(Value, frozen=True, kw_only=True):
    """The frame of a compartment."""

    compartment: Annotated[str, Refers(("compartment",))]
    x: float
    y: float
    width: float
    height: float
    label: str | None = None
    """The text in the frame, where it is not the compartment's name; empty where it has none."""
    label_at: Point | None = None
    """Where its name stands, where that is not the usual place."""
    outer_line: float | None = None
    """How thick the outer one of its two lines is, where that is not usual; how far that is from
    the inner one, its ``thickness`` says."""
    inner_line: float | None = None
    """How thick the inner one is, likewise."""
    style: Annotated[Style, Inline()] = Style()


class Way(Value, frozen=True, kw_only=True):
    """A drawn line of a process, control or association, from a box or a mark to another.

    Where an end is left out it is the line of the thing itself: that of its process for a side
    line, of what it acts on for a control.
    """

    id: str
    of: Annotated[str, Refers(("process", "control", "association"))]
    start: str | None = None
    end: str | None = None
    start_at: Point | None = None
    """On the border, from the centre of the box in halves of its width and height."""
    end_at: Point | None = None
    bends: Annotated[tuple[Point, ...], Ordered()] = ()
    at: float | None = None
    """Where it meets the other line, from 0 at its start to 1 at its end."""
    meets: str | None = None
    """The way that it meets, where that is not the thing's own."""
    node: float | None = None
    """Where its process has a node of its own, from 0 at its start to 1 at its end, where that is
    not the usual place and no other line meets it there."""
    connector: Connector = Connector.STRAIGHT
    style: Annotated[Style, Inline()] = Style()


class DecorationKind(enum.StrEnum):
    """What a drawn thing without biology is."""

    LABEL = "label"
    SHAPE = "shape"
    LINE = "line"


class End(Value, frozen=True, kw_only=True):
    """How a free line ends: at what (a box, frame or decoration, by id), where, with what head."""

    on: str | None = None
    at: Point | None = None
    head: str | None = None


class Decoration(Value, frozen=True, kw_only=True):
    """A label, shape or free line that carries no biology, with its style.

    The points of a label or shape are its top left and bottom right corners before it is turned,
    those of a line all that it runs through.
    """

    kind: DecorationKind
    id: str | None = None
    text: str | None = None
    points: Annotated[tuple[Point, ...], Ordered()] = ()
    inside: str | None = None
    """The box of a complex, family or set that it is drawn in."""
    layer: str | None = None
    """The name of the layer of the drawing that it is in."""
    start: End | None = None
    end: End | None = None
    connector: Connector = Connector.STRAIGHT
    link: str | None = None
    original_id: str | None = None
    """The id that a file gives to what the shape stands for, beside that of the shape."""
    notes: Annotated[tuple[str, ...], Ordered()] = ()
    references: tuple[str, ...] = ()
    style: Style = Style()


class Layout(Value, frozen=True, kw_only=True):
    """The drawing of a pathway; empty where it has none."""

    width: float | None = None
    height: float | None = None
    boxes: Annotated[tuple[Box, ...], Keyed("id")] = ()
    frames: Annotated[tuple[Frame, ...], Keyed("compartment")] = ()
    ways: Annotated[tuple[Way, ...], Keyed("id")] = ()
    drawing: Annotated[tuple[Decoration, ...], Ordered()] = ()
