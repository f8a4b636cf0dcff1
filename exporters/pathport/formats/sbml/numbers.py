"""Numbers in attributes: what is none, or none that a pathway can hold, is named as lost."""

import math

from lxml import etree

from pathport.formats.sbml.book import Book

__all__ = ["number_of"]

NOT_TOLD = "NaN"
"""What programs write where there is no number."""


def number_of(
    element: etree._Element, name: str, book: Book, owner: etree._Element | None = None
) -> float | None:
    """The number in an attribute, or nothing."""
    text = element.get(name)
    if text is None:
        return None
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if math.isfinite(number):
        return number
    if text == NOT_TOLD:
        return None
    book.lose(f'{name}="{text}"', element, owner)
    return None
