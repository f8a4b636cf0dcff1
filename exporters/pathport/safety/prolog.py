"""What stands before the root element: the encoding, and a DOCTYPE if it is harmless.

Read by hand before any parser sees the text, so that no entity is expanded, and no file opened,
before it is known to be harmless, whatever the parser's version. It knows no element. XML 1.0
(Fifth Edition), 2.8 (prolog), 4.2 (entities), 4.3.3 and F (encodings).
"""

import codecs
import re
from typing import Literal

from pathport.errors import UnreadableError
from pathport.findings import Location
from pathport.rules import Rule
from pathport.safety.characters import CHUNK, first_bad, position, printable
from pathport.safety.rules import XML_DOCTYPE, XML_ENCODING

__all__ = ["Entities", "as_utf8", "check_doctype", "not_encoded", "refused"]

Entities = Literal["refused", "namespaces"]
"""What of a DOCTYPE is taken: nothing; or internal entities as OWL editors write namespaces."""

MOST_ENTITIES = 64
LONGEST_ENTITY = 256
SHOWN = 60

MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "UTF-16 without a byte order mark"),
    (b"\0<", "UTF-16 without a byte order mark"),
)
CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "ascii",
    "ascii": "ascii",
    "iso-8859-1": "iso-8859-1",
    "latin1": "iso-8859-1",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
}
"""The encodings that are read, by the name in the XML declaration: none that hides ASCII."""

ACCEPTED = frozenset({"utf-16", *CODECS.values()})

DECLARED = re.compile(rb"""<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"'>]{0,80})["']""")
MISC = re.compile(rb"(?:[ \t\r\n]++|<!--.*?-->|<\?.*?\?>)*+", re.DOTALL)
DOCTYPE = re.compile(rb"<!DOCTYPE[ \t\r\n]++[^ \t\r\n\[<>\"'&%]++[ \t\r\n]*+")
ENTITY = re.compile(
    rb"<!ENTITY[ \t\r\n]++([^ \t\r\n<>\"'&%;]++)[ \t\r\n]++"
    rb"(?:\"([^\"]*+)\"|'([^']*+)')[ \t\r\n]*+>"
)
END = re.compile(rb"\][ \t\r\n]*+>")


def refused(
    rule: Rule,
    sentence: str,
    *,
    path: str,
    at: tuple[int, int] = (0, 0),
    remedy: str | None = None,
) -> UnreadableError:
    """The error for one breach of a rule of this package, at a line and column."""
    place = Location(path=path, line=at[0], column=at[1])
    return UnreadableError(rule.finding(sentence, place=place, remedy=remedy))


def as_utf8(content: bytes, *, path: str) -> bytes:
    """The text in UTF-8, whatever accepted encoding it has; UTF-8 itself comes back unread.

    Everything after this knows one encoding, so that no two parsers can take a text differently.

    :raises UnreadableError: XML002, another encoding, or bytes that are not of the stated one.
    """
    codec = encoding_of(content, path=path)
    if codec == "utf-8":
        return content
    offset = first_bad(content, codec)
    if offset is not None:
        raise not_encoded(content, codec, offset, path=path)
    decoder = codecs.getincrementaldecoder(codec)()
    starts = range(0, len(content), CHUNK)
    return b"".join(decoder.decode(content[at : at + CHUNK]).encode() for at in starts)


def not_encoded(content: bytes, codec: str, offset: int, *, path: str) -> UnreadableError:
    """The error for a byte that is not of the encoding that the text has."""
    found = f"byte 0x{content[offset]:02X}" if offset < len(content) else "the end of the file"
    at = position(content, offset, codec)
    return refused(XML_ENCODING, f"{found} is not {codec.upper()} here", path=path, at=at)


def encoding_of(content: bytes, *, path: str) -> str:
    """The codec of an XML text by its byte order mark, else by its declaration (appendix F)."""
    marked = next((name for mark, name in MARKS if content.startswith(mark)), None)
    declared = DECLARED.match(content)
    name = declared[1].decode("ascii", "replace") if declared else "utf-8"
    codec = marked or CODECS.get(name.lower())
    if codec in ACCEPTED:
        return codec
    told = (
        f"the encoding is {codec}" if codec else f'the encoding is said to be "{printable(name)}"'
    )
    without = " without a byte order mark" if name.lower().startswith("utf-16") else ""
    raise refused(XML_ENCODING, f"{told}, which is not read{without}", path=path, at=(1, 1))


def check_doctype(content: bytes, *, path: str, entities: Entities) -> None:
    """Passes a UTF-8 text whose DOCTYPE, if any, can do no harm.

    With ``entities="namespaces"`` at most 64 internal entities of at most 256 characters pass,
    which hold no reference and no tag. An external subset or entity, a parameter entity and
    every other declaration are refused always.

    :raises UnreadableError: XML004, at the declaration that is refused.
    """
    start = after(MISC, content, len(codecs.BOM_UTF8) * content.startswith(codecs.BOM_UTF8))
    if not content.startswith(b"<!DOCTYPE", start):
        return
    if entities == "refused":
        raise doctype(content, start, "a DOCTYPE is not read in this format", path=path)
    head = DOCTYPE.match(content, start)
    if head is None or content[head.end() : head.end() + 1] not in (b"[", b">"):
        raise doctype(content, start, "the DOCTYPE names an external file", path=path)
    if content.startswith(b"[", head.end()):
        check_subset(content, head.end() + 1, path=path)


def check_subset(content: bytes, start: int, *, path: str) -> None:
    """Passes an internal subset (after its bracket) that holds harmless entities alone."""
    for count in range(MOST_ENTITIES + 1):
        start = after(MISC, content, start)
        if END.match(content, start):
            return
        if count == MOST_ENTITIES:
            break
        entity = ENTITY.match(content, start)
        if entity is None:
            raise doctype(content, start, declaration_at(content, start), path=path)
        wrong = fault_of(entity)
        if wrong:
            raise doctype(content, start, wrong, path=path)
        start = entity.end()
    raise doctype(content, start, f"there are more than {MOST_ENTITIES} entities", path=path)


def after(pattern: re.Pattern[bytes], content: bytes, start: int) -> int:
    """Where the pattern, which matches the empty text too, ends."""
    found = pattern.match(content, start)
    return found.end() if found else start


def declaration_at(content: bytes, start: int) -> str:
    """What is wrong with something in a DOCTYPE that is no internal entity."""
    text = content[start : start + SHOWN].decode(errors="replace").split(">")[0].split("\n")[0]
    return (
        f'"{printable(text)}" is no plain internal entity'
        if text.strip()
        else "the DOCTYPE is cut short"
    )


def fault_of(entity: re.Match[bytes]) -> str:
    """What is wrong with an internal entity, or nothing."""
    name = printable(entity[1][:SHOWN].decode(errors="replace"))
    value = entity[2] if entity[2] is not None else entity[3]
    if any(mark in value for mark in b"&%<"):
        return f'entity "{name}" holds a reference or a tag'
    if len(value.decode(errors="replace")) > LONGEST_ENTITY:
        return f'entity "{name}" is longer than {LONGEST_ENTITY} characters'
    return ""


def doctype(content: bytes, offset: int, sentence: str, *, path: str) -> UnreadableError:
    """The error for a DOCTYPE, at a byte of it."""
    return refused(XML_DOCTYPE, sentence, path=path, at=position(content, offset))
