"""Compartments as another program understands them, without pathport's records."""

from lxml import etree

from pathport.formats.sbml.book import Book
from pathport.formats.sbml.elements import number_in, term_of
from pathport.formats.sbml.numbers import number_of
from pathport.formats.sbml.statements import is_uri
from pathport.formats.sbml.terms import IMPLICIT_NAME, IMPLICIT_TERM, IS_PART_OF
from pathport.model.things import Compartment

__all__ = ["read_compartment"]


def read_compartment(element: etree._Element, book: Book) -> None:
    """A place, unless it is the one that SBML demands for what is nowhere."""
    if term_of(element) == IMPLICIT_TERM and element.get("name") == IMPLICIT_NAME:
        book.implicit.add(element.get("id") or "")
        return
    id_ = book.own_id("compartment", element)
    annotation = book.begin(element, ("compartment", id_))
    around = annotation.take(IS_PART_OF, which=lambda uri: not is_uri(uri))
    compartment = Compartment(
        id=id_,
        dimensions=_dimensions(element, book),
        size=_size(element, book),
        unit=element.get("units"),
        constant=book.truth(element, "constant", silence=True),
        inside=around[0] if around else element.get("outside"),
        **book.common(element, annotation),
    )
    for reference in around[1:]:
        book.lose(f'{IS_PART_OF} "{reference}"', element)
    book.compartments.append(compartment)


def _dimensions(element: etree._Element, book: Book) -> int | None:
    text = element.get("spatialDimensions")
    if text is None:
        return None
    number = number_in(text)
    if number in (0, 1, 2, 3):
        return int(number)
    book.lose(f'spatialDimensions="{text}"', element)
    return None


def _size(element: etree._Element, book: Book) -> float | None:
    number = number_of(element, "size", book)
    if number is None or number >= 0:
        return number
    book.lose(f'size="{element.get("size")}"', element)
    return None
