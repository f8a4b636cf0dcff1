"""Numbers in attributes: what is none, or none that a pathway can hold, is named as lost.

An infinite number is a formula of a pathway, and no number of it.
"""

import math

from lxml import etree

from pathport.formats.sbml.book import Book
from pathport.formats.sbml.elements import number_in

__all__ = ["NOT_TOLD", "infinity_of", "number_of"]

NOT_TOLD = "NaN"
"""What programs write where there is no number."""


def number_of(
    element: etree._Element, name: str, book: Book, owner: etree._Element | None = None
) -> float | None:
    """The number in an attribute, or nothing."""
    text = element.get(name)
    if text is None or text == NOT_TOLD:
        return None
    number = number_in(text)
    if number is not None and math.isfinite(number):
        return number
    book.lose(f'{name}="{text}"', element, owner)
    return None


def infinity_of(element: etree._Element, name: str) -> str | None:
    """The formula of an infinite number in an attribute, or nothing."""
    number = number_in(element.get(name) or "")
    if number is None or not math.isinf(number):
        return None
    return "INF" if number > 0 else "-INF"
