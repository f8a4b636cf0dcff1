"""How wide a text is: advance widths of a font with the metrics of Arial and Helvetica.

Widths are in pixels at a size in pixels. What the table has no width for counts as one em if it is
wide (Unicode Standard Annex 11), as nothing if it combines, else as the widest digit and a bit.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from pathport.tables import rows

__all__ = ["shortened", "text_width", "told_apart", "wrapped"]

UNKNOWN = 600
"""Thousandths of an em for a character that the table has not."""
LOOKED_AT = 1_000
"""No more signs of a text than these are ever shown."""
BETWEEN = " :"
"""What is between the words of a name."""
LONGEST_WORD = 9
"""So many signs before a difference are shown, if they are those of a word."""
MOST_OF_REST = 0.6
"""How much of a width a text may have from there."""
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


@cache
def _advances(weight: int) -> dict[str, int]:
    return {chr(int(row[0], 16)): int(row[weight]) for row in rows("advances.tsv")}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text on one line."""
    table = _advances(2 if bold else 1)
    return sum(table.get(sign) or _guessed(sign) for sign in text) * size / 1000


def _guessed(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 1000 if unicodedata.east_asian_width(sign) in "WF" else UNKNOWN


def shortened(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """The text itself if it is no wider than this, else its beginning with an ellipsis."""
    text = " ".join(text[:LOOKED_AT].split())
    if text_width(text, size, bold=bold) <= width:
        return text
    return _beginning(text, size, width, bold=bold) + ELLIPSIS


def _beginning(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """As much of a text as leaves room for an ellipsis."""
    left = width - text_width(ELLIPSIS, size, bold=bold)
    kept = 0
    for sign in text:
        left -= text_width(sign, size, bold=bold)
        if left < 0:
            break
        kept += 1
    return text[:kept].rstrip()


def told_apart(texts: Iterable[str], size: float, width: float) -> dict[str, str]:
    """What to show of those texts that would be equal if only their beginnings were shown: the
    beginning and the place where they begin to differ.
    """
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for text in sorted(set(texts)):
        shown = shortened(text, size, width)
        if shown.endswith(ELLIPSIS) and shown != text:
            alike[shown].append(text)
    return {
        text: _differing(text, (*group[max(0, at - 1) : at], *group[at + 1 : at + 2]), size, width)
        for group in alike.values()
        if len(group) > 1
        for at, text in enumerate(group)
    }


def _differing(text: str, others: Iterable[str], size: float, width: float) -> str:
    """A text in a width, with the word in which it begins to differ from what is most like it."""
    same = max(_alike(text, other) for other in others)
    start = max(text.rfind(sign, 0, same) for sign in BETWEEN) + 1
    start = start if same - start <= LONGEST_WORD else same
    rest = shortened(text[start:], size, width * MOST_OF_REST)
    return _beginning(text[:start], size, width - text_width(rest, size)) + ELLIPSIS + rest


def _alike(text: str, other: str) -> int:
    """How many signs two texts begin with alike."""
    pairs = enumerate(zip(text, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(text), len(other)))


def wrapped(
    text: str,
    size: float,
    width: float,
    *,
    lines: int = 2,
    after: str = "",
    bold: bool = False,
    beyond: float = 1,
) -> list[str]:
    """The words of a text on at most so many lines of this width, of which one that is longer than
    ``beyond`` times the width is shortened; a line may also end after these signs.
    """
    found: list[str] = []
    for word in _words(text[:LOOKED_AT], after):
        longer = f"{found[-1]}{word}" if found else word.lstrip()
        if found and (text_width(longer, size, bold=bold) <= width or len(found) == lines):
            found[-1] = longer
        else:
            found.append(word.lstrip())
    return [shortened(line, size, width * beyond, bold=bold) for line in found]


def _words(text: str, after: str) -> Iterator[str]:
    """What a line may begin with, all but the first of a text with the space before it."""
    for word in text.split():
        start = 0
        for end, sign in enumerate(word, start=1):
            if sign in after and end < len(word):
                yield word[start:end] if start else f" {word[:end]}"
                start = end
        yield word[start:] if start else f" {word}"
