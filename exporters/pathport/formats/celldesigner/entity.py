"""What a species of a pathway, or a part of a complex, is in CellDesigner, and its template."""

from collections.abc import Iterator, Mapping

import msgspec

from pathport.formats.celldesigner.border import Residue
from pathport.formats.celldesigner.sites import Called
from pathport.formats.celldesigner.states import structural_text
from pathport.formats.celldesigner.terms import COMPLEX
from pathport.model.parts import NO_STATE, Component, State

__all__ = ["Entity", "TemplateOf"]


class TemplateOf(msgspec.Struct, frozen=True, kw_only=True):
    """A protein, gene or RNA that species refer to."""

    id: str
    word: str
    """Its class."""
    type: str
    """Of a protein."""
    name: str
    notes: tuple[str, ...] = ()
    residues: Mapping[Called, Residue] = {}


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A species, or what a complex includes."""

    id: str
    name: str
    label: str
    """What its molecule is called."""
    word: str
    """Its class."""
    molecule: str = ""
    template: str = ""
    """What it refers to: its molecule, or of a set one of its own."""
    state: State = NO_STATE
    count: int = 1
    """Of how many of the same it is made."""
    hypothetical: bool = False
    active: bool = False
    parts: tuple["Entity", ...] = ()
    shows: Component | None = None
    """The component that an included one is, once."""

    @property
    def structure(self) -> str | None:
        """What is written as its structural state."""
        return structural_text(self.state, self.word)

    @property
    def is_by_name(self) -> bool:
        """Whether it is a complex that is a molecule of its own, with members or without."""
        return self.word == COMPLEX and (bool(self.molecule) or not self.parts)

    def called(self, name: str) -> "Entity":
        """The same of another name; a complex of parts has no other one."""
        is_of_parts = bool(self.parts) and not self.is_by_name
        return msgspec.structs.replace(self, name=name, label=name if is_of_parts else self.label)

    def all(self) -> Iterator["Entity"]:
        """It and all that it includes."""
        yield self
        for part in self.parts:
            yield from part.all()
