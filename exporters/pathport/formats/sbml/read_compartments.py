"""Compartments as another program understands them, without pathport's records."""

import math

from lxml import etree

from pathport.formats.sbml.book import Book, number_in, term_of
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
    around = annotation.uris(IS_PART_OF)
    compartment = Compartment(
        id=id_,
        dimensions=_dimensions(element, book),
        size=_size(element, book),
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
    """A size of 1 is what tools ask for where none is known."""
    text = element.get("size")
    number = None if text is None else number_in(text)
    if text is not None and not (number is not None and 0 <= number < math.inf):
        book.lose(f'size="{text}"', element)
        return None
    return None if number == 1 else number
