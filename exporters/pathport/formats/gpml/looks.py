"""How things usually look in GPML, and a style as what differs from that.

A style of the model says only what is not usual; a drawing's element has every word. The usual
looks are those that PathVisio gives a new node, line or shape, as WikiPathways' files have them.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from pathport.formats.gpml.terms import DEGRADED
from pathport.model.layout import LineStyle, Style
from pathport.model.value import fields_of

__all__ = [
    "CLEAR",
    "USUAL",
    "colour_read",
    "colour_word",
    "filled",
    "told",
    "usual_of",
    "usual_state",
]

CLEAR = "#00000000"
"""The colour of what is transparent."""
STATE_SIDE = 15.0
"""Width and height of a state that tells one letter."""
STATE_LETTER = 7.0
CORNERS = (
    (1.0, -1.0),
    (1.0, 1.0),
    (-1.0, 1.0),
    (-1.0, -1.0),
    (0.5, -1.0),
    (0.5, 1.0),
    (-0.5, 1.0),
    (-0.5, -1.0),
    (0.0, -1.0),
    (0.0, 1.0),
)
"""Where the States of a node are, one after the other."""

NAMES = {
    "aqua": "#00ffff",
    "black": "#000000",
    "blue": "#0000ff",
    "fuchsia": "#ff00ff",
    "gray": "#808080",
    "green": "#008000",
    "lime": "#00ff00",
    "maroon": "#800000",
    "navy": "#000080",
    "olive": "#808000",
    "purple": "#800080",
    "red": "#ff0000",
    "silver": "#c0c0c0",
    "teal": "#008080",
    "white": "#ffffff",
    "yellow": "#ffff00",
    "transparent": CLEAR,
}
"""The names of colours in GPML2013a.xsd, type ColorType."""

PLAIN = Style(
    colour="#000000",
    text_colour="#000000",
    fill="#ffffff",
    line=LineStyle.SOLID,
    thickness=1.0,
    shape="rectangle",
    font="Arial",
    size=12.0,
    align="center",
    vertical_align="middle",
    depth=32768,
    rotation=0.0,
)


def _like(**changes: Any) -> Style:
    if "colour" in changes:
        changes.setdefault("text_colour", changes["colour"])
    return msgspec.structs.replace(PLAIN, **changes)


USUAL: Mapping[str, Style] = {
    "node": PLAIN,
    "Metabolite": _like(colour="#0000ff"),
    "Pathway": _like(colour="#14961e", shape="rounded rectangle"),
    "state": _like(shape="oval", depth=32778),
    "group": _like(colour="#808080", fill=CLEAR, depth=0),
    "label": _like(fill=CLEAR, shape="none", depth=28672),
    "shape": _like(fill=CLEAR, depth=16384),
    "frame": _like(
        colour="#c0c0c0",
        fill=CLEAR,
        line=LineStyle.DOUBLE,
        thickness=3.0,
        shape="rounded rectangle",
        vertical_align="top",
        depth=16384,
    ),
    "open": _like(fill=CLEAR, shape=DEGRADED, depth=16384),
    "line": _like(depth=12288),
}
"""The usual looks: of nodes, of nodes of a type, and of all else."""


def usual_of(type_: str) -> Style:
    """The usual look of a node of this type."""
    return USUAL.get(type_, PLAIN)


def usual_state(label: str, number: int) -> tuple[float, float, float, float]:
    """Where a node's State of this number usually is, relative to the node; width and height."""
    width = max(STATE_SIDE, STATE_LETTER * len(label) + 8.0)
    x, y = CORNERS[number % len(CORNERS)]
    return x, y, width, STATE_SIDE


def told(look: Style, usual: Style) -> Style:
    """What of a look is not usual; what it does not say is usual."""
    changes = {
        field.name: field.default
        for field in fields_of(Style)
        if getattr(look, field.name) == getattr(usual, field.name)
    }
    if look.text_colour in (None, look.colour):
        changes["text_colour"] = None
    elif look.colour != usual.colour:
        changes.pop("text_colour", None)
    return msgspec.structs.replace(look, **changes)


def filled(style: Style, usual: Style) -> Style:
    """The whole look of what has this style; text has the colour of the border unless told."""
    changes: dict[str, Any] = {
        field.name: getattr(usual, field.name)
        for field in fields_of(Style)
        if getattr(style, field.name) is None
    }
    if style.text_colour is None and style.colour is not None:
        changes["text_colour"] = style.colour
    return msgspec.structs.replace(style, **changes)


def colour_read(word: str) -> str | None:
    """The colour that a word of GPML means: a name, or 6 or 8 hexadecimal digits."""
    name = NAMES.get(word.lower())
    if name is not None:
        return name
    digits = word.lower().removeprefix("#")
    if len(digits) not in (6, 8) or any(it not in "0123456789abcdef" for it in digits):
        return None
    return CLEAR if digits == CLEAR[1:] else f"#{digits}"


def colour_word(colour: str | None) -> str:
    """How 2013a spells a colour: hexadecimal digits, or ``Transparent``."""
    digits = (colour_read(colour or "") or NAMES["black"])[1:]
    return "Transparent" if len(digits) == 8 and digits.endswith("00") else digits[:6]
