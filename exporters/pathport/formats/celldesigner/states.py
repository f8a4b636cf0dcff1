"""What the one text says that a protein or complex has for a structural state, both ways.

It is a structure in free words; without one it may tell of a variant, or of what is on a complex as
a whole, for which CellDesigner has no construct: species that differ in nothing else would be one.
A variant that does not look like one stands behind a word.
"""

import re

from pathport.formats.celldesigner.residues import LETTERS
from pathport.formats.celldesigner.terms import (
    COMPLEX,
    MODIFIED,
    STRUCTURED,
    kind_of,
    modified_word,
)
from pathport.model.parts import Modification, State

__all__ = ["structural_state", "structural_text"]

VARIANT = re.compile(rf"(p\.)?[{LETTERS}][1-9][0-9]{{0,8}}[{LETTERS}*]")
"""A substitution of an amino acid, as people write it."""
WORD = "variant: "


def structural_text(state: State, of_class: str) -> str | None:
    """What is written as the structural state of a species of a class, if anything."""
    if of_class not in STRUCTURED:
        return None
    if state.structure is not None:
        is_read_so = structural_state(state.structure, of_class).structure is not None
        return state.structure if is_read_so else None
    if state.variant is not None:
        return state.variant if VARIANT.fullmatch(state.variant) else f"{WORD}{state.variant}"
    return _on_whole(state) if of_class == COMPLEX else None


def _on_whole(state: State) -> str | None:
    """The word for the one thing that is on a complex."""
    if len(state.modifications) != 1:
        return None
    (item,) = state.modifications
    word = modified_word(item.kind, item.word)
    is_told = not item.absent and item.site_set is None and item.count == 1
    return word if is_told and MODIFIED.word(word) is not None else None


def structural_state(text: str, of_class: str) -> State:
    """What a structural state of a species of a class says."""
    if VARIANT.fullmatch(text):
        return State(variant=text)
    if text.startswith(WORD) and text.removeprefix(WORD).strip():
        return State(variant=text.removeprefix(WORD))
    if of_class == COMPLEX and MODIFIED.word(text) is not None:
        return State(modifications=(Modification(kind=kind_of(text, None)),))
    return State(structure=text)
