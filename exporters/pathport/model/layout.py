"""Where things are drawn: absolute pixels, origin top left, y down.

Types only for now: a pathway may hold them, no format writes them natively yet.
"""

import enum
from typing import Annotated

from pathport.model.value import Keyed, Ordered, Refers, Value

__all__ = ["Box", "Decoration", "DecorationKind", "Frame", "Layout", "Point", "Way"]


class Point(Value, frozen=True, kw_only=True):
    """A place on the canvas."""

    x: float
    y: float


class Box(Value, frozen=True, kw_only=True):
    """One of the boxes that a species is drawn as; ``x`` and ``y`` are its top left corner."""

    id: str
    species: Annotated[str, Refers(("species",))]
    x: float
    y: float
    width: float
    height: float


class Frame(Value, frozen=True, kw_only=True):
    """The frame of a compartment."""

    compartment: Annotated[str, Refers(("compartment",))]
    x: float
    y: float
    width: float
    height: float


class Way(Value, frozen=True, kw_only=True):
    """How an edge runs from a process, control or association to one of its boxes."""

    of: Annotated[str, Refers(("process", "control", "association"))]
    box: str
    bends: Annotated[tuple[Point, ...], Ordered()] = ()


class DecorationKind(enum.StrEnum):
    """What a drawn thing without biology is."""

    LABEL = "label"
    SHAPE = "shape"
    LINE = "line"


class Decoration(Value, frozen=True, kw_only=True):
    """A label, shape or free line that carries no biology, with its style."""

    kind: DecorationKind
    text: str | None = None
    points: Annotated[tuple[Point, ...], Ordered()] = ()
    style: tuple[str, ...] = ()


class Layout(Value, frozen=True, kw_only=True):
    """The drawing of a pathway; empty where it has none."""

    width: float | None = None
    height: float | None = None
    boxes: Annotated[tuple[Box, ...], Keyed("id")] = ()
    frames: Annotated[tuple[Frame, ...], Keyed("compartment")] = ()
    ways: tuple[Way, ...] = ()
    drawing: Annotated[tuple[Decoration, ...], Ordered()] = ()
