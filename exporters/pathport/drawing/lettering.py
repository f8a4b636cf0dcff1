"""The text of a label as SVG: raised and lowered signs are usual ones, small, above or below.

Few fonts have them all (that of Arial's width which Linux has lacks the raised plus), and a program
that finds one lacking may set the whole word in whatever font has it.
"""

import unicodedata
from collections.abc import Iterator
from html import escape
from itertools import groupby

__all__ = ["lettered"]

SMALL = 0.65
"""The size of raised and lowered signs, in that of the text."""
SHIFT = {"<super>": -0.33, "<sub>": 0.14}
"""How far they are from the line, in the size of the text; compatibility mappings of Unicode."""


def lettered(text: str) -> str:
    """The content of the element `text` that shows a text."""
    return "".join(_runs(text))


def _runs(text: str) -> Iterator[str]:
    at = 0.0
    for shift, signs in groupby(text, _shift):
        shown = escape("".join(_plain(sign) if shift else sign for sign in signs))
        size = SMALL if shift else 1
        small = f' font-size="{SMALL}em"' if shift else ""
        moved = f' dy="{(shift - at) / size:.3g}em"' if shift != at else ""
        yield f"<tspan{small}{moved}>{shown}</tspan>" if small or moved else shown
        at = shift


def _shift(sign: str) -> float:
    return SHIFT.get(unicodedata.decomposition(sign).partition(" ")[0], 0.0)


def _plain(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign)
