"""What characters XML 1.0 can hold, and where in encoded bytes a place is.

It knows bytes and characters alone: no XML parser, no file. The characters are those of XML 1.0
(Fifth Edition), 2.2; what is forbidden there can't be written in any XML format, not even escaped.
"""

import codecs
import re

__all__ = ["CHUNK", "FORBIDDEN", "first_bad", "is_xml_text", "position", "printable"]

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""One character that XML 1.0 forbids: most controls, lone surrogates, U+FFFE and U+FFFF."""

CHUNK = 1 << 16


def is_xml_text(text: str) -> bool:
    """Whether XML 1.0 can hold every character of the text (2.2, production Char)."""
    return FORBIDDEN.search(text) is None


def printable(text: str) -> str:
    """The text as it may be shown: what can't be printed, such as an escape, is replaced."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def first_bad(content: bytes, encoding: str) -> int | None:
    """The offset of the first byte that is not of this encoding, or nothing; memory is constant."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for start in range(0, len(content) + 1, CHUNK):
        kept = len(decoder.getstate()[0])
        try:
            decoder.decode(content[start : start + CHUNK], start + CHUNK > len(content))
        except UnicodeDecodeError as error:
            return start - kept + error.start
    return None


def position(content: bytes, offset: int, encoding: str = "utf-8") -> tuple[int, int]:
    """Line and column, both from 1 and in characters, of a byte; a byte order mark has no width."""
    if encoding == "utf-8":
        line = content.count(b"\n", 0, offset) + 1
        before = content[content.rfind(b"\n", 0, offset) + 1 : offset].decode(errors="replace")
    else:
        lines = content[:offset].decode(encoding, errors="replace").split("\n")
        line, before = len(lines), lines[-1]
    return line, len(before.removeprefix("\ufeff")) + 1
