"""The drawing layer of a layout as layers of CellDesigner: texts, shapes, free lines.

A layer has a name and holds texts, then shapes, then lines; a new one begins where the name is
another one, or that is not the order in which they are drawn. Empty sides are no part of it.
"""

from collections.abc import Iterable, Iterator

from pathport.formats.celldesigner.geometry import Rect
from pathport.formats.celldesigner.markup import (
    bounds_said,
    colour_said,
    element,
    empty,
    line_said,
    many,
    pixels,
    scheme_of,
    text_element,
)
from pathport.formats.celldesigner.terms import LAYER_SHAPE, OPEN_SHAPE
from pathport.model.layout import Decoration, DecorationKind, LineStyle, Point, Style

__all__ = ["layers_said"]

FURTHEST = 1e6
"""Pixels from the corner of the canvas; beyond it nobody draws."""
SQUARE = "Square"
FONT = 12.0
LISTS = {
    DecorationKind.LABEL: "listOfTexts",
    DecorationKind.SHAPE: "listOfSquares",
    DecorationKind.LINE: "listOfFreeLines",
}


def layers_said(drawing: Iterable[Decoration]) -> Iterator[str]:
    """The layers that draw what can be drawn in one, in order."""
    order = list(LISTS)
    layers: list[list[Decoration]] = []
    for it in filter(_is_drawn, drawing):
        last = layers[-1][-1] if layers else it
        is_before = order.index(it.kind) < order.index(last.kind)
        if not layers or is_before or it.layer != last.layer:
            layers.append([])
        layers[-1].append(it)
    for number, layer in enumerate(layers, start=1):
        name = layer[0].layer or ""
        values = {"id": str(number), "name": name, "locked": "false", "visible": "true"}
        inner = "".join(
            many(name, (SAID[kind](it) for it in layer if it.kind is kind))
            for kind, name in LISTS.items()
        )
        yield element("layer", values, inner)


def _is_drawn(it: Decoration) -> bool:
    near = all(abs(at) <= FURTHEST for point in it.points for at in (point.x, point.y))
    said = it.kind is not DecorationKind.LABEL or bool((it.text or "").strip())
    return near and said and len(it.points) > 1 and it.style.shape != OPEN_SHAPE


def _ends(points: Iterable[Point]) -> tuple[Point, Point]:
    first, *_, last = points
    return first, last


def _bounds(it: Decoration) -> str:
    one, other = _ends(it.points)
    return bounds_said(Rect(one.x, one.y, other.x - one.x, other.y - one.y))


def _text(it: Decoration) -> str:
    size = it.style.size if it.style.size is not None else FONT
    inner = (
        text_element("layerNotes", it.text or "")
        + _bounds(it)
        + empty("paint", color=colour_said(it.style.colour, "LINE"), scheme=_faded(it.style))
        + empty("font", size=str(round(size)))
    )
    return element("layerSpeciesAlias", {"x": "0.0", "y": "0.0"}, inner)


def _faded(style: Style) -> str | None:
    """The scheme of the paint of a text, which has none of itself."""
    return scheme_of(style) if style.gradient else None


def _shape(it: Decoration) -> str:
    word = LAYER_SHAPE.word(it.style.shape or "") or SQUARE
    painted = it.style.fill is not None
    colour = it.style.fill if painted else it.style.colour
    inner = (
        _bounds(it)
        + empty("paint", color=colour_said(colour, "LINE"), scheme=scheme_of(it.style))
        + empty("ispaint", inner="true" if painted else "false")
    )
    return element("layerCompartmentAlias", {"type": word}, inner)


def _line(it: Decoration) -> str:
    one, other = _ends(it.points)
    head = it.end is not None and bool(it.end.head)
    dotted = it.style.line is LineStyle.DASHED
    values = {"isArrow": str(head).lower(), "isDotted": str(dotted).lower()}
    spots = (one.x, one.y, other.x, other.y)
    sx, sy, ex, ey = map(pixels, spots)
    inner = empty("bounds", sx=sx, sy=sy, ex=ex, ey=ey) + line_said(_stroke(it.style))
    return element("layerFreeLine", values, inner)


def _stroke(style: Style) -> Style:
    return Style(colour=style.colour, thickness=style.thickness)


SAID = {
    DecorationKind.LABEL: _text,
    DecorationKind.SHAPE: _shape,
    DecorationKind.LINE: _line,
}
