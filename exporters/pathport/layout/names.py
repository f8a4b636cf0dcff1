"""The names of bands, in a column left of all else that is as wide as their longest word."""

from collections.abc import Iterable

from pathport.layout.text import text_width, wrapped

__all__ = ["column", "name_lines", "name_room"]

BAND_TEXT = 12
LEAST = 104.0
MOST = 304.0
BESIDE = 24.0
"""What a column is wider than the names in it."""
LINE = 13.0
ABOVE = 10.0
"""Over a name, and below it where something else follows."""
LINES = 4
"""So many lines a name may have in any band, and more in a high one."""


def column(names: Iterable[str]) -> float:
    """How wide the column for these names is; nothing, if there are none."""
    words = [word for name in names for word in name.split()]
    if not words:
        return 0
    widest = max(text_width(word, BAND_TEXT, bold=True) for word in words)
    return min(max(LEAST, float(round(widest + 0.5)) + BESIDE), MOST)


def name_room(name: str, width: float) -> float:
    """How high a band is that has only its name."""
    return LINE * len(name_lines(name, width, 0)) + 2 * ABOVE


def name_lines(name: str, width: float, height: float) -> tuple[str, ...]:
    """A name in a column of this width, beside a band of this height."""
    lines = max(LINES, int(height / LINE) - 1)
    return tuple(wrapped(name, BAND_TEXT, width - BESIDE, lines=lines, bold=True))
