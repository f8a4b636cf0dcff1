"""How glyphs look in a file: the styles of SBML's render package, of the first set of the layout.

A style of one glyph tells of that glyph; one of a role or type tells what is usual, which is no
fact of a pathway, and nor are the heads of lines. SBML Level 3 Render Version 1, 3.
"""

from collections.abc import Mapping

from lxml import etree

from pathport.formats.sbml.annotation import attribute_of, line_of, name_of, split
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.drawings import Group
from pathport.formats.sbml.elements import child, id_in, subject_of
from pathport.formats.sbml.render_terms import RENDER, Drawn
from pathport.formats.sbml.terms import XSI
from pathport.safety.xml import forget

__all__ = ["DRESS", "read_dress"]

INFORMATION, STYLE = f"{{{RENDER}}}renderInformation", f"{{{RENDER}}}style"
RADII = ("rx", "ry")
DRESS: Mapping[str, int] = {INFORMATION: 1, STYLE: 3}
"""What is read of looks, and how many elements are between it and the layout."""


def read_dress(element: etree._Element, book: Book) -> None:
    """A style, or a set of them as it ends."""
    owner = element.getparent()
    if book.drawings.is_dressed or owner is None:
        if element.tag == INFORMATION:
            book.lose_element(element, element if owner is None else owner)
        return
    if element.tag == STYLE:
        book.attend_before(element)
        _read_style(element, book)
        forget(element)
        return
    book.drawings.is_dressed = True
    book.attend(element, element)
    book.inside([element], element)
    listed = child(element, "listOfColorDefinitions")
    for colour in () if listed is None else listed:
        book.drawings.colours[id_in(colour)] = attribute_of(colour, "value") or ""


def _read_style(element: etree._Element, book: Book) -> None:
    book.attend(element, element)
    book.inside([element], element)
    group = child(element, "g")
    ids, roles, types = (
        tuple((attribute_of(element, name) or "").split())
        for name in ("idList", "roleList", "typeList")
    )
    if group is None:
        return
    book.drawings.groups.append(
        Group(
            ids=ids,
            roles=roles,
            types=types,
            words={split(str(name)).local: str(value) for name, value in group.attrib.items()},
            shapes=tuple(map(_drawn, group)),
            line=line_of(element),
            subject=subject_of(element),
        )
    )


def _drawn(element: etree._Element) -> Drawn:
    """A shape, its attributes without their namespace; a radius that is left out is as the other
    one (Render 3.11), and libsbml leaves it out.
    """
    told = {_named(str(name)): str(value) for name, value in element.attrib.items()}
    for one, other in (RADII, RADII[::-1]):
        if one in told:
            told.setdefault(other, told[one])
    return Drawn(name_of(element).local, tuple(sorted(told.items())), tuple(map(_drawn, element)))


def _named(name: str) -> str:
    space, local = split(name)
    return f"xsi:{local}" if space == XSI else local
