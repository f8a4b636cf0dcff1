"""CellDesigner's extension of each element of SBML, taken out of its annotation before it is read.

Version 4.1 and later put it into ``celldesigner:extension``; older ones, and other programs, right
into ``annotation``. What it holds that nobody reads is named here, by a closed table.
"""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from pathport.formats.celldesigner.known import EXTENSION, UNSEEN
from pathport.formats.celldesigner.terms import CELLDESIGNER, GRADIENT
from pathport.formats.grammar import FARTHEST
from pathport.formats.sbml.annotation import line_of, name_of
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.elements import number_in, subject_of
from pathport.formats.sbml.known import ANY

__all__ = ["Extensions", "children", "colour_of", "first", "is_gradient", "number_of", "text_at"]

COLOUR = re.compile(r"[0-9a-fA-F]{8}")

EXTENSION_TAG = f"{{{CELLDESIGNER}}}extension"


class Extensions:
    """The extensions that were met, each until the element that it stands in is read."""

    def __init__(self) -> None:
        self._of: dict[etree._Element, list[etree._Element]] = {}

    def take_out(self, annotation: etree._Element, book: Book) -> None:
        """Takes CellDesigner's elements out of an annotation of SBML that has ended."""
        owner = annotation.getparent()
        found: list[etree._Element] = []
        for child in list(annotation.iterchildren(f"{{{CELLDESIGNER}}}*")):
            annotation.remove(child)
            found += child if child.tag == EXTENSION_TAG else [child]
        if owner is None or not found:
            return
        if owner in self._of:
            book.lose("a second annotation, with all in it", annotation, owner)
            owner.remove(annotation)
            return
        self._of[owner] = found
        if len(annotation) == 0:
            owner.remove(annotation)
        table = EXTENSION.get(name_of(owner).local, {})
        for element in found:
            if name_of(element).local in table:
                _attend(element, owner, book)
            else:
                book.lose_element(element, owner)

    def of(self, owner: etree._Element) -> Sequence[etree._Element]:
        """The elements of CellDesigner that stood in the annotation of an element, once."""
        return self._of.pop(owner, ())

    def left(self) -> Sequence[etree._Element]:
        """The elements whose extension nobody has asked for."""
        return tuple(self._of)


def _attend(element: etree._Element, owner: etree._Element, book: Book) -> None:
    """Tells of attributes and elements that nobody reads and that say something."""
    known = EXTENSION.get(name_of(element).local, {})
    for name in map(str, element.keys()):
        usual = known.get(name, frozenset())
        if usual is not ANY and element.get(name) not in usual:
            local = name_of(element).local
            book.losses.count_attribute(element, name, local, subject_of(owner))
    for inner in element.iterchildren(etree.Element):
        local = name_of(inner).local
        if local not in known or name_of(inner).namespace != CELLDESIGNER:
            book.lose_element(inner, owner)
        elif local not in UNSEEN:
            _attend(inner, owner, book)


# Looking into elements


def first(among: Sequence[etree._Element] | etree._Element, *path: str) -> etree._Element | None:
    """The first element of CellDesigner's at the end of this path of names."""
    found: Sequence[etree._Element] | etree._Element = among
    element = None
    for name in path:
        element = next((it for it in found if it.tag == f"{{{CELLDESIGNER}}}{name}"), None)
        if element is None:
            return None
        found = element
    return element


def children(
    among: Sequence[etree._Element] | etree._Element, *path: str
) -> Iterator[etree._Element]:
    """The elements of the last name in the list that the names before it lead to."""
    *lists, name = path
    found = first(among, *lists) if lists else among
    if found is not None:
        yield from (it for it in found if it.tag == f"{{{CELLDESIGNER}}}{name}")


def text_at(among: Sequence[etree._Element] | etree._Element, *path: str) -> str:
    """The text of the element at the end of a path, without blanks around it; empty without one."""
    element = first(among, *path)
    return "" if element is None else (element.text or "").strip()


def colour_of(element: etree._Element | None, book: Book) -> str | None:
    """The colour of an element, in its eight digits; what is none is lost."""
    text = None if element is None else element.get("color")
    if element is None or text is None or COLOUR.fullmatch(text):
        return text
    local = name_of(element).local
    book.losses.count(f'the colour "{text}"', line_of(element), local)
    return None


def is_gradient(element: etree._Element | None) -> bool:
    """Whether the paint that an element is fades."""
    return element is not None and element.get("scheme") == GRADIENT


def number_of(
    element: etree._Element | None, name: str, book: Book, *, subject: str = ""
) -> float | None:
    """The number that an attribute is; what is none, or beyond all places, is lost, of ``subject``
    if told.
    """
    text = None if element is None else element.get(name)
    if element is None or text is None:
        return None
    number = number_in(text)
    if number is not None and abs(number) <= FARTHEST:
        return number
    local = name_of(element).local
    book.lost(f'{name}="{text}" of {local}', line_of(element), subject or local)
    return None
