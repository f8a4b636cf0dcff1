"""A style of the model as words of SBML's render package, and back: what differs from a look.

A style says what is not usual; a group of the package has every word. What has no word here is no
fact of a file: double lines, underlines, depth, rotation. SBML Level 3 Render Version 1, 3.10.
"""

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pathport.formats.sbml.markup import number
from pathport.formats.sbml.render_terms import (
    ALIGNED,
    ANCHOR,
    DASHES,
    NUMBERS,
    SHAPE,
    TEXTS,
    TRUTHS,
    Drawn,
)
from pathport.model.layout import LineStyle, Style

__all__ = ["BORDER", "LETTERS", "WAY", "drawn_with", "shape_told", "told", "words"]

WAY = ("stroke", "stroke-width", DASHES)
BORDER = (*WAY, "fill")
LETTERS = ("stroke", "font-family", "font-size", *TRUTHS, *ALIGNED)
"""The words of lines, borders and texts."""
COLOUR = re.compile(r"#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?")
BROKEN = "5,3"
CLEAR = {"none": "#00000000"}


def words(style: Style, names: Iterable[str]) -> dict[str, str]:
    """What a style says, of these words."""
    return {name: word for name in names if (word := _word(style, name)) is not None}


def _word(style: Style, name: str) -> str | None:
    if name == DASHES:
        return BROKEN if style.line is LineStyle.DASHED else None
    if name in TEXTS:
        text: str | None = getattr(style, TEXTS[name])
        return text
    if name in NUMBERS:
        value = getattr(style, NUMBERS[name])
        return None if value is None else number(value)
    if name in TRUTHS:
        field, true = TRUTHS[name]
        return true if getattr(style, field) else None
    field = ALIGNED[name]
    found = ANCHOR.word((field, getattr(style, field) or ""))
    return found[1] if found is not None else None


def drawn_with(style: Style) -> tuple[Drawn, ...]:
    """The shape that a style tells, if there is one; else none."""
    found = SHAPE.word(style.shape or "")
    return (found,) if found is not None else ()


def told(
    own: Mapping[str, str], usual: Mapping[str, str], names: Iterable[str]
) -> tuple[dict[str, Any], list[str]]:
    """What words say that differ from the usual ones, and which of these mean nothing here."""
    found: dict[str, Any] = {}
    strange: list[str] = []
    for name in names:
        if name in own and own[name] != usual.get(name):
            meant = _meaning(name, own[name])
            if meant is None:
                strange.append(name)
            else:
                found[meant[0]] = meant[1]
    if DASHES in names and DASHES in usual and DASHES not in own:
        found["line"] = LineStyle.SOLID
    strange += [name for name in own if name not in names and own[name] != usual.get(name)]
    return found, strange


def _meaning(name: str, word: str) -> tuple[str, Any] | None:
    """The field of a style that a word is of, with its value."""
    if name == DASHES:
        return "line", LineStyle.DASHED
    if name == "font-family":
        return TEXTS[name], word
    if name in TEXTS:
        colour = CLEAR.get(word, word).lower()
        return (TEXTS[name], colour) if COLOUR.fullmatch(colour) else None
    if name in NUMBERS:
        value = _number(word)
        return None if value is None else (NUMBERS[name], value)
    if name in TRUTHS:
        field, true = TRUTHS[name]
        return (field, True) if word == true else None
    return ANCHOR.key((name, word))


def _number(word: str) -> float | None:
    try:
        value = float(word)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def shape_told(own: tuple[Drawn, ...], usual: tuple[Drawn, ...]) -> tuple[str | None, bool]:
    """The shape of a box that is not its usual one, and whether it is understood."""
    if own == usual:
        return None, True
    name = SHAPE.key(own[0]) if len(own) == 1 else None
    return name, name is not None
