"""Texts of several terms, one made of another so that the terms that stay keep their order."""

from collections.abc import Sequence

from pathport.model.notation import (
    NotationError,
    parse_gate,
    parse_process,
    spell_process,
)
from pathport.model.parts import Number

__all__ = ["merged_gate", "merged_process"]

Term = tuple[Number, str]


def merged_process(present: str, old: str, new: str) -> str:
    """A process of the document, with the terms that one normal text has more than another.

    What is no process (a species: ``is`` of an entry) is taken as it is.
    """
    try:
        there, before, after = (parse_process(text) for text in (present, old, new))
    except NotationError:
        return new
    inputs, outputs = (
        _merged(*(_terms(side) for side in sides))
        for sides in (
            (there.inputs, before.inputs, after.inputs),
            (there.outputs, before.outputs, after.outputs),
        )
    )
    return spell_process(inputs, outputs, reversible=after.reversible)


def _terms(side: Sequence[tuple[Number, "object"]]) -> list[Term]:
    return [(number, term.text) for number, term in side]  # type: ignore[attr-defined]


def _merged(present: list[Term], old: list[Term], new: list[Term]) -> list[Term]:
    """The terms of the document: each that goes makes place for one that comes."""
    gone = [it for it in old if it not in new]
    came = [it for it in new if it not in old]
    if not all(it in present for it in gone):
        return new
    found = list(present)
    for term in gone:
        at = found.index(term)
        found[at : at + 1] = [came.pop(0)] if came else []
    return found + came


def merged_gate(present: str, old: str, new: str) -> str:
    """A gate of the document, with one source put in the place of another, if that is all."""
    try:
        before, after = ([it.text for it in parse_gate(text).terms()] for text in (old, new))
    except NotationError:
        return new
    gone = [it for it in before if it not in after]
    came = [it for it in after if it not in before]
    if len(gone) == len(came) == 1 and present.count(gone[0]) == 1 and len(before) == len(after):
        return present.replace(gone[0], came[0])
    return new
