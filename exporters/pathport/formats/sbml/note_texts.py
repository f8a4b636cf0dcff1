"""Notes as plain texts: what a person reads in XHTML, without how it looks.

A heading, a list item, a table row and any other block is a text of its own; a line break stays
one, cells are parted by tabs, and an address stands in angle brackets after what it was linked to.
Images and what is no XHTML are lost, by name; so is markup inside a text, once. A block without
markup is one text as it stands, character by character. SBML Level 3 Version 1 Core, 3.2.3; XHTML
1.0.
"""

import re
from typing import NamedTuple

from lxml import etree

from pathport.formats.sbml.annotation import name_of, shown_element
from pathport.formats.sbml.terms import XHTML

__all__ = ["note_texts"]

BLOCKS = frozenset(
    {
        "address", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "h1", "h2",
        "h3", "h4", "h5", "h6", "head", "hr", "html", "li", "notes", "ol", "p", "pre", "table",
        "tbody", "tfoot", "thead", "title", "tr", "ul",
    }
)  # fmt: skip
"""What begins and ends a text."""
CELLS = frozenset({"td", "th"})
LOOKS = frozenset(
    {
        "abbr", "acronym", "b", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt",
        "u", "var",
    }
)  # fmt: skip
"""Markup inside a text: the words stay."""
PLAIN = BLOCKS | CELLS | LOOKS | {"a", "br", "col", "colgroup"}
BLANKS = re.compile(r"\s+")
AROUND_BREAK = re.compile(r" *([\n\t]) *")


class _Piece(NamedTuple):
    """A stretch of text: as it stands in the file, or a sign put in for an element."""

    text: str
    of_file: bool


class _Reader:
    """The texts of notes so far, and what of them was lost."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.texts: list[str] = []
        self.lost: dict[str, None] = {}
        self.images: list[str] = []
        self.pieces: list[_Piece] = []
        self.verbatim = 0

    def read(self, element: etree._Element) -> None:
        local = name_of(element).local
        is_block = local in BLOCKS
        if is_block:
            self.end()
        elif local in CELLS and self.pieces:
            self.sign("\t")
        self.verbatim += local == "pre"
        self.say(element.text)
        for child in element:
            self.inside(child)
            self.say(child.tail)
        self.verbatim -= local == "pre"
        if is_block:
            self.end()

    def inside(self, element: etree._Element) -> None:
        space, local = name_of(element)
        if local == "br":
            self.sign("\n")
        elif local == "img":
            self.images.append(f'the image "{element.get("src") or ""}" in {self.where}')
        elif local not in PLAIN:
            kind = "" if space == XHTML else " of another kind"
            self.images.append(f"{shown_element(element)}{kind} in {self.where}")
        else:
            if local in LOOKS:
                self.lost[f"markup inside {self.where}"] = None
            before = len(self.pieces)
            self.read(element)
            if local == "a":
                self.link(element.get("href"), before)

    def link(self, address: str | None, before: int) -> None:
        """The address of a link, unless it is what the link says."""
        said = "".join(piece.text for piece in self.pieces[before:]).strip()
        if address and address != said:
            self.sign(f" <{address}>" if said else f"<{address}>")

    def say(self, text: str | None) -> None:
        if text:
            self.pieces.append(_Piece(text, True))

    def sign(self, text: str) -> None:
        self.pieces.append(_Piece(text, False))

    def end(self) -> None:
        """Ends a text."""
        pieces, self.pieces = self.pieces, []
        if len(pieces) == 1 or self.verbatim:
            text = "".join(piece.text for piece in pieces)
        else:
            told = "".join(BLANKS.sub(" ", it.text) if it.of_file else it.text for it in pieces)
            text = AROUND_BREAK.sub(r"\1", told).strip()
        if text.strip():
            self.texts.append(text)


def note_texts(element: etree._Element | None, where: str = "notes") -> tuple[list[str], list[str]]:
    """The texts of a notes element, or of another with XHTML, and what was lost of it."""
    if element is None:
        return [], []
    reader = _Reader(where)
    reader.read(element)
    reader.end()
    return reader.texts, [*reader.lost, *reader.images]
