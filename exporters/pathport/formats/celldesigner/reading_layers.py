"""The layers of a diagram: texts, shapes and free lines that carry no biology.

What a layer that is hidden holds is not drawn: it is lost, by name. Extension Tag Specification,
fourth edition.
"""

from collections.abc import Iterable, Iterator

import msgspec
from lxml import etree

from pathport.formats.celldesigner.extension import (
    children,
    colour_of,
    first,
    is_gradient,
    number_of,
    text_at,
)
from pathport.formats.celldesigner.parts import Look
from pathport.formats.celldesigner.reading_ways import style_of
from pathport.formats.celldesigner.terms import LAYER_SHAPE
from pathport.formats.sbml.annotation import line_of, name_of
from pathport.formats.sbml.book import Book
from pathport.model.layout import Decoration, DecorationKind, End, LineStyle, Point

__all__ = ["drawing_of"]

CORNERS = (("x", "y"), ("w", "h"))
ENDS = (("sx", "sy"), ("ex", "ey"))
HEAD = "arrow"


def drawing_of(layers: Iterable[etree._Element], book: Book) -> Iterator[Decoration]:
    """What the layers that are shown hold, in order."""
    for layer in layers:
        inner = [it for listed in layer for it in listed.iterchildren(etree.Element)]
        if layer.get("visible") == "false":
            for it in inner:
                book.lose_element(it, layer)
            continue
        name = layer.get("name") or None
        for found in _drawn(layer, book):
            yield msgspec.structs.replace(found, layer=name)


def _drawn(layer: etree._Element, book: Book) -> Iterator[Decoration]:
    for element in children(layer, "listOfTexts", "layerSpeciesAlias"):
        yield from _text(element, book)
    for element in children(layer, "listOfSquares", "layerCompartmentAlias"):
        yield from _shape(element, book)
    for element in children(layer, "listOfFreeLines", "layerFreeLine"):
        yield from _line(element, book)


def _points(element: etree._Element, names: tuple[tuple[str, str], ...], book: Book) -> list[Point]:
    """The two points of the bounds of an element; none where these are not told."""
    bounds = first(element, "bounds")
    numbers = [[number_of(bounds, it, book) for it in pair] for pair in names]
    (x, y), (right, bottom) = numbers
    if x is None or y is None or right is None or bottom is None:
        book.lose_element(element, element)
        return []
    if names is CORNERS:
        right, bottom = x + right, y + bottom
    return [Point(x=x, y=y), Point(x=right, y=bottom)]


def _colour(element: etree._Element, name: str, book: Book) -> str | None:
    """The colour of something in a layer; that of what has none is told: it is read as black."""
    found = first(element, name)
    if found is None:
        what = f"a {name_of(element).local} without {name} (read as black)"
        book.losses.count(what, line_of(element), "model")
    return colour_of(found, book)


def _text(element: etree._Element, book: Book) -> Iterator[Decoration]:
    for name in ("target", "targetId"):
        if element.get(name):
            book.losses.count_attribute(element, name, "layerSpeciesAlias", "model")
    points = _points(element, CORNERS, book)
    size = number_of(first(element, "font"), "size", book)
    fades = is_gradient(first(element, "paint"))
    look = Look(colour=_colour(element, "paint", book), size=size, gradient=fades)
    if points:
        yield Decoration(
            kind=DecorationKind.LABEL,
            text=text_at(element, "layerNotes") or None,
            points=tuple(points),
            style=style_of(look, fill="", thickness=1.0),
        )


def _shape(element: etree._Element, book: Book) -> Iterator[Decoration]:
    points = _points(element, CORNERS, book)
    painted = first(element, "ispaint")
    colour = _colour(element, "paint", book)
    inside = painted is not None and painted.get("inner") == "true"
    fades = is_gradient(first(element, "paint"))
    look = Look(fill=colour if inside else None, colour=None if inside else colour, gradient=fades)
    shape = LAYER_SHAPE.key(element.get("type") or "")
    if points:
        yield Decoration(
            kind=DecorationKind.SHAPE,
            points=tuple(points),
            style=style_of(look, fill="", thickness=1.0, shape=shape),
        )


def _line(element: etree._Element, book: Book) -> Iterator[Decoration]:
    points = _points(element, ENDS, book)
    line = first(element, "line")
    width = number_of(line, "width", book)
    look = Look(colour=_colour(element, "line", book), thickness=width)
    dotted = LineStyle.DASHED if element.get("isDotted") == "true" else None
    if points:
        yield Decoration(
            kind=DecorationKind.LINE,
            points=tuple(points),
            end=End(head=HEAD) if element.get("isArrow") == "true" else None,
            style=style_of(look, fill="", thickness=1.0, line=dotted),
        )
