"""Elements of CellDesigner's extension as text: lines without indentation, as CellDesigner writes.

Attributes stand in the order in which they are given; numbers of the canvas have a point.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pathport.formats.celldesigner.directions import directions
from pathport.formats.celldesigner.geometry import Rect, Spot
from pathport.formats.celldesigner.terms import ANCHOR, BY_TURNS, COLOUR, DIRECT, GRADIENT, PLAIN
from pathport.formats.sbml.markup import attributes, escaped
from pathport.model.layout import Connector, Style

__all__ = [
    "anchor_said",
    "bounds_said",
    "colour_said",
    "element",
    "empty",
    "extension",
    "line_said",
    "many",
    "paint_said",
    "pixels",
    "points_said",
    "scheme_of",
    "scheme_said",
    "text_element",
]

NAME = "celldesigner:"
OPAQUE = "ff"


def element(name: str, values: Mapping[str, str | None], inner: str) -> str:
    """An element with what is in it; without anything, as an empty one."""
    start = f"<{NAME}{name}{attributes(values)}"
    return f"{start}>\n{inner}</{NAME}{name}>\n" if inner else f"{start}/>\n"


def empty(name: str, /, **values: str | None) -> str:
    """An element without content."""
    return f"<{NAME}{name}{attributes(values)}/>\n"


def text_element(name: str, text: str) -> str:
    """An element that holds a text."""
    return f"<{NAME}{name}>{escaped(text)}</{NAME}{name}>\n"


def many(name: str, items: Iterable[str], *, always: bool = False) -> str:
    """A list; one that is there ``always`` may be empty."""
    inner = "".join(items)
    return element(name, {}, inner) if inner or always else ""


def extension(inner: str) -> str:
    """The extension of an element."""
    return element("extension", {}, inner)


# Numbers


def pixels(value: float) -> str:
    """A number of the canvas, always with a point, and never with an exponent."""
    if value == int(value) and abs(value) < 10**15:
        return f"{int(value)}.0"
    text = repr(float(value))
    if "e" not in text:
        return text
    told = f"{value:.12f}".rstrip("0")
    return f"{told}0" if told.endswith(".") else told


def points_said(spots: Iterable[Spot]) -> str:
    """Points as CellDesigner lists them."""
    return " ".join(f"{pixels(x)},{pixels(y)}" for x, y in spots)


def bounds_said(rect: Rect) -> str:
    """Where something is and how large."""
    x, y, width, height = map(pixels, rect)
    return empty("bounds", x=x, y=y, w=width, h=height)


# Looks


def colour_said(colour: str | None, usual: str) -> str:
    """A colour as alpha, red, green and blue, from one with its alpha last or without."""
    if colour is None:
        return COLOUR[usual]
    digits = colour.removeprefix("#").lower()
    return f"{digits[6:] or OPAQUE}{digits[:6]}"


def paint_said(style: Style, usual: str) -> str:
    """The fill of a symbol."""
    return empty("paint", color=colour_said(style.fill, usual), scheme=scheme_of(style))


def scheme_of(style: Style) -> str:
    """Whether a paint is one colour or fades."""
    return GRADIENT if style.gradient else PLAIN


def line_said(style: Style, *, kind: str | None = None) -> str:
    """The look of a line; ``kind`` says of a link whether it is straight."""
    width = pixels(style.thickness if style.thickness is not None else 1.0)
    return empty("line", width=width, color=colour_said(style.colour, "LINE"), type=kind)


# Links


def anchor_said(anchor: Spot | None) -> str:
    """Where on its box a link ends; nothing for the middle."""
    word = ANCHOR.word(anchor) if anchor is not None else None
    return "" if word is None else empty("linkAnchor", position=word)


def _directions(told: Iterable[str], arm: int | None) -> Iterator[str]:
    number = None if arm is None else str(arm)
    for index, value in enumerate(told):
        yield empty("lineDirection", arm=number, index=str(index), value=value)


def scheme_said(
    lines: Sequence[Sequence[Spot]],
    *,
    square: int | None = None,
    connector: Connector = Connector.STRAIGHT,
) -> str:
    """How a line through these points is connected, or one with a junction, by its arms; ``square``
    is the segment that has the process on it.
    """
    is_square = connector is Connector.ELBOW
    values = {
        "connectPolicy": BY_TURNS if is_square else DIRECT,
        "rectangleIndex": None if square is None else str(square),
    }
    told = (
        text
        for arm, points in enumerate(lines)
        for text in _directions(
            directions(points, square=is_square), arm if len(lines) > 1 else None
        )
    )
    return element("connectScheme", values, many("listOfLineDirection", told))
