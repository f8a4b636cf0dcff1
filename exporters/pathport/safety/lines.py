"""Where the elements of an XML text are, found only when there is something to say about them.

libxml2 keeps a line in 16 bits and guesses beyond 65,534, which large pathways exceed, and knows no
column. A text that was parsed can be walked again by a pattern, in the one encoding that
``pathport.safety.prolog`` settles. The module knows no parser. XML 1.0 (Fifth Edition), 2.4 to 2.7
and 3.1: ``<`` stands literally only where a tag begins, and in comments, CDATA and instructions.
"""

import codecs
import re
from collections.abc import Iterable, Iterator

from pathport.safety.prolog import as_utf8

__all__ = ["element_positions"]

STARTS = re.compile(rb"<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>|([^/!?]))", re.DOTALL)


def element_positions(content: bytes, wanted: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Line and column (from 1, in characters) of elements, by their number in document order.

    The root is number 0; the numbers are those of the ``start`` events. The content is one that
    ``pathport.safety.xml`` has parsed without a fault. Numbers that no element has are left out.
    Takes as long as parsing did, once for all that is wanted.
    """
    text = as_utf8(content, path="")
    numbers = frozenset(wanted)
    last = max(numbers, default=-1)
    places = {}
    line, column, done = 1, 1, len(codecs.BOM_UTF8) * text.startswith(codecs.BOM_UTF8)
    for number, offset in enumerate(offsets(text)):
        if number > last:
            break
        if number in numbers:
            passed = text[done:offset].decode().split("\n")
            line += len(passed) - 1
            column = len(passed[-1]) + (column if len(passed) == 1 else 1)
            done = offset
            places[number] = line, column
    return places


def offsets(text: bytes) -> Iterator[int]:
    """The offset of each start tag of a well-formed UTF-8 text."""
    return (found.start() for found in STARTS.finditer(text) if found[1])
