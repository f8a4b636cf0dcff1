"""How the glyphs of a file look, as styles of the model: what differs from the usual look.

What is usual, the styles of roles and types tell; one under the id of a glyph replaces them. SBML
Level 3 Render Version 1, 3.13: an id is before a role, and a role before a type.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from pathport.formats.sbml.book import Book
from pathport.formats.sbml.drawings import Group
from pathport.formats.sbml.styles import BORDER, LETTERS, WAY, shape_told, told
from pathport.model.layout import Style

__all__ = ["Glyph", "Worn"]

NOTHING = Group(ids=(), roles=(), types=(), words={}, shapes=(), line=0, subject="")
ANY = ("ANY",)
COLOURED = ("stroke", "fill")


class Glyph(msgspec.Struct, frozen=True):
    """A glyph that wears something: its id, the role that it says, its own role, its type."""

    id: str
    look: str
    role: str
    type: str


class Worn:
    """The looks of one file."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.of_id: dict[str, Group] = {}
        self.of_role: dict[str, Group] = {}
        self.of_type: dict[str, Group] = {}
        for group in book.drawings.groups:
            named = (
                (self.of_id, group.ids),
                (self.of_role, group.roles),
                (self.of_type, group.types),
            )
            for known, names in named:
                for name in names:
                    if known.setdefault(name, group) is not group and known is self.of_id:
                        self._lose("another style of one glyph", group)
        self.used: set[str] = set()

    def _lose(self, what: str, group: Group) -> None:
        self.book.losses.count(what, group.line, group.subject)

    def tell_rest(self) -> None:
        """Names the styles of glyphs that are not read."""
        for id_, group in self.of_id.items():
            if id_ not in self.used:
                self._lose("a style of no glyph that is read", group)

    def box(self, glyph: Glyph, text: Glyph | None) -> Style:
        """The style of a box or frame, and of the text on it."""
        fields = self._told(glyph, BORDER)
        own, usual = self._groups(glyph)
        shape, is_known = shape_told(own.shapes, usual.shapes)
        if not is_known:
            self._lose("a shape of a style", own)
        if text is not None:
            fields |= self._letters(text, fields.get("colour"))
        return Style(**fields, shape=shape)

    def _letters(self, text: Glyph, border: str | None) -> dict[str, Any]:
        """What is told of a text; its colour only where it has another one than the border."""
        fields = self._told(text, LETTERS)
        colour = fields.pop("colour", None)
        if colour is None and border is not None:
            colour = self._resolved(self._groups(text)[1]).get("stroke")
        return fields if colour in (None, border) else {**fields, "text_colour": colour}

    def line(self, glyphs: Sequence[Glyph], node: Glyph | None = None) -> Style:
        """The style of lines that are one, and of the curve between them."""
        found = [self._told(it, WAY) for it in glyphs]
        first = next(filter(None, found), {})
        if node is not None:
            middle = self._told(node, WAY)
            if middle.get("colour") != first.get("colour") or middle.keys() - {"colour"}:
                self._lose("a style of the curve of a reaction", self._groups(node)[0])
        for it, glyph in zip(found, glyphs, strict=True):
            if it != first:
                self._lose("a style of a part of a line", self._groups(glyph)[0])
        return Style(**first)

    def _groups(self, glyph: Glyph) -> tuple[Group, Group]:
        """What a glyph wears, and what is usual for it."""
        usual = (
            self.of_role.get(glyph.look)
            or self.of_role.get(glyph.role)
            or self.of_type.get(glyph.type)
            or next((self.of_type[it] for it in ANY if it in self.of_type), NOTHING)
        )
        return self.of_id.get(glyph.id, usual), usual

    def _told(self, glyph: Glyph, names: Iterable[str]) -> dict[str, Any]:
        own, usual = self._groups(glyph)
        self.used.add(glyph.id)
        if own is usual:
            return {}
        fields, strange = told(self._resolved(own), self._resolved(usual), (*names,))
        for name in strange:
            self._lose(f"{name} of a style", own)
        return fields

    def _resolved(self, group: Group) -> Mapping[str, str]:
        """The words of a group, with colours that have a name as they are defined."""
        colours = self.book.drawings.colours
        return {
            name: colours.get(word, word) if name in COLOURED else word
            for name, word in group.words.items()
        }
