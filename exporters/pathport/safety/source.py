"""Where every reader gets its bytes: a file or standard input, whole, bounded, gzip looked through.

The module knows no format; it settles what a byte stream and a text are, and refuses the rest with
the rules IO... of ``pathport.safety.rules``. gzip is RFC 1952, read member by member, so that a
bomb is refused before it has gone off.
"""

import codecs
import errno
import io
import os
import re
import stat
import sys
import zlib
from shlex import quote
from typing import BinaryIO

import msgspec

from pathport.errors import UnreadableError
from pathport.findings import Location
from pathport.rules import Rule
from pathport.safety import rules
from pathport.safety.characters import first_bad, position, printable
from pathport.safety.signatures import check_signature

__all__ = [
    "LIMIT",
    "STDIN",
    "Source",
    "bytes_source",
    "decode_text",
    "read_source",
    "shown_name",
    "typed_name",
]

LIMIT = 256 << 20
"""Bytes of an input, compressed or not, unless a caller says otherwise."""

TEXT_LIMIT = 64 << 20
"""Bytes of a document: Python needs up to four bytes of memory for each of them."""

MOST_GROWTH = 100
SMALL_ENOUGH = 16 << 20
MOST_MEMBERS = 1 << 16
"""gzip may grow 100 times (real pathways: 5 to 24) once it is beyond 16 MiB."""

CHUNK = 1 << 16
PIECE = 1 << 14
MAGIC = b"\x1f\x8b"
STDIN = "<stdin>"
STREAMS = re.compile(r"/dev/stdin|/(?:dev|proc/self)/fd/\d+")
"""The names of open streams, which a shell's ``<(...)`` gives: pipes that are not named pipes."""

FAILURES = {
    errno.ENOENT: (rules.IO_MISSING, "there is no such file"),
    errno.ENOTDIR: (rules.IO_MISSING, "there is no such file"),
    errno.EACCES: (rules.IO_PERMISSION, "the file may not be read"),
    errno.EPERM: (rules.IO_PERMISSION, "the file may not be read"),
    errno.EISDIR: (rules.IO_DIRECTORY, "this is a directory"),
    errno.ENXIO: (rules.IO_SPECIAL, "this is a socket or a device, not a file"),
}


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """What was read: the name shown to people, the bytes (decompressed), whether gzip held them."""

    path: str
    content: bytes
    compressed: bool = False


def read_source(path: str | os.PathLike[str], *, limit: int = LIMIT) -> Source:
    """All bytes of a file, or of standard input for ``-``, at most ``limit``; gzip by content.

    A named pipe, a device and a socket are refused rather than waited for; an open stream by its
    name under ``/dev/fd`` is read.

    :raises UnreadableError: IO001 to IO009, IO012.
    """
    name = os.fspath(path)
    shown = STDIN if name == "-" else shown_name(name)
    try:
        raw = read_stdin(limit) if name == "-" else read_file(name, shown, limit)
    except OSError as error:
        raise failure(error, shown) from None
    except ValueError:  # a name that no file can have: an embedded NUL
        raise refusal(rules.IO_MISSING, "there is no such file", shown) from None
    if len(raw) > limit:
        raise too_large(shown, limit)
    compressed = raw.startswith(MAGIC)
    content = inflated(raw, shown, limit) if compressed else raw
    if not content:
        raise refusal(rules.IO_EMPTY, "the input is empty", shown)
    check_signature(content, shown)
    return Source(path=shown, content=content, compressed=compressed)


def typed_name(shown: str) -> str:
    """The name of a source as an argument of a command that can be pasted into a shell: ``-`` for
    standard input, ``FILE`` for what has no name.
    """
    if shown == STDIN:
        return "-"
    return quote(f"./{shown}" if shown.startswith("-") else shown or "FILE")


def bytes_source(content: bytes) -> Source:
    """Bytes that a caller has as a source, which has no name; gzip is not looked through.

    :raises UnreadableError: IO006, IO012.
    """
    if not content:
        raise refusal(rules.IO_EMPTY, "the input is empty", "")
    check_signature(content, "", inflated=False)
    return Source(path="", content=content)


def decode_text(source: Source, *, limit: int = TEXT_LIMIT) -> str:
    """The text of a document, without its byte order mark: UTF-8, or UTF-16 with a mark.

    :raises UnreadableError: IO007, IO010 or IO011, the latter two with line and column.
    """
    content = source.content
    if len(content) > limit:
        raise too_large(source.path, limit)
    codec = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    try:
        text = content.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError:
        offset = first_bad(content, codec) or 0
        nul = content.find(b"\0", 0, offset) if codec == "utf-8" else -1
        if nul >= 0:
            raise no_text(source.path, *position(content, nul, codec)) from None
        raise not_text(source, offset, codec) from None
    nul = text.find("\0")
    if nul >= 0:
        line, column = text.count("\n", 0, nul) + 1, nul - text.rfind("\n", 0, nul)
        raise no_text(source.path, line, column)
    return text


def no_text(shown: str, line: int, column: int) -> UnreadableError:
    """The error for a NUL, which no text holds, wherever the encoding breaks behind it."""
    return refusal(rules.TEXT_BINARY, "this is no text: it holds a NUL", shown, line, column)


def not_text(source: Source, offset: int, codec: str) -> UnreadableError:
    """The error for the first byte that is not of the encoding."""
    line, column = position(source.content, offset, codec)
    ends = offset >= len(source.content)
    found = "the end of the file" if ends else f"byte 0x{source.content[offset]:02X}"
    sentence = f"{found} is not {codec.upper()} here"
    return refusal(rules.TEXT_ENCODING, sentence, source.path, line, column)


def read_stdin(limit: int) -> bytes:
    """Standard input to its end, or to one byte beyond the limit."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return drained(sys.stdin.buffer, limit)


def read_file(name: str, shown: str, limit: int) -> bytes:
    """A file to its end, or to one byte beyond the limit; its kind is checked before it is opened.

    It is opened without waiting and checked again, in case another file took its place.
    """
    stream = STREAMS.fullmatch(name) is not None
    check_kind(os.stat(name), shown, stream=stream)  # noqa: PTH116 - Path takes "" for "."
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
    handle = os.open(name, flags | (0 if stream else getattr(os, "O_NONBLOCK", 0)))
    with os.fdopen(handle, "rb", buffering=0) as file:
        found = os.fstat(handle)
        check_kind(found, shown, stream=stream)
        if found.st_size > limit:
            raise too_large(shown, limit)
        return drained(file, limit)


def check_kind(found: os.stat_result, shown: str, *, stream: bool) -> None:
    """Passes a regular file, and whatever else an open stream is but a directory."""
    if stat.S_ISDIR(found.st_mode):
        raise refusal(rules.IO_DIRECTORY, "this is a directory", shown)
    if not stat.S_ISREG(found.st_mode) and not stream:
        kind = "a named pipe" if stat.S_ISFIFO(found.st_mode) else "a device or a socket"
        raise refusal(rules.IO_SPECIAL, f"this is {kind}, not a file", shown)


def drained(file: BinaryIO | io.FileIO, limit: int) -> bytes:
    """What a stream holds, up to one chunk beyond the limit."""
    held = io.BytesIO()
    while held.tell() <= limit and (chunk := file.read(CHUNK)):
        held.write(chunk)
    return held.getvalue()


def inflated(raw: bytes, shown: str, limit: int) -> bytes:
    """What gzip holds: its members one after the other, zeros allowed after the last."""
    held = io.BytesIO()
    most = min(limit, max(SMALL_ENOUGH, MOST_GROWTH * len(raw)))
    start, members = 0, 0
    while raw.startswith(MAGIC, start):
        start = inflate_member(raw, start, held, most, shown)
        members += 1
        if members > MOST_MEMBERS:
            raise refusal(rules.IO_BOMB, f"gzip of more than {MOST_MEMBERS:,} members", shown)
        if held.tell() > most:
            raise too_large(shown, limit) if most == limit else bomb(shown, len(raw))
    if raw.count(b"\0", start) < len(raw) - start:
        raise refusal(rules.IO_GZIP, "gzip is followed by something that is not gzip", shown)
    return held.getvalue()


def inflate_member(raw: bytes, start: int, held: BinaryIO, most: int, shown: str) -> int:
    """Adds what one member holds, up to one chunk beyond ``most``; gives where the member ends."""
    member = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    pending = b""
    while not member.eof and held.tell() <= most:
        if not pending:
            pending = raw[start : start + PIECE]
            start += len(pending)
        try:
            grown = member.decompress(pending, CHUNK)
        except zlib.error as error:
            raise refusal(rules.IO_GZIP, f"gzip is damaged: {error}", shown) from None
        held.write(grown)
        exhausted = not pending and not grown
        pending = member.unconsumed_tail
        if exhausted and not member.eof:
            raise refusal(rules.IO_GZIP, "gzip is cut short", shown)
    return start - len(member.unused_data)


def bomb(shown: str, size: int) -> UnreadableError:
    """The error for gzip that grows too much."""
    sentence = f"gzip of {size:,} bytes grows more than {MOST_GROWTH} times"
    return refusal(rules.IO_BOMB, sentence, shown)


def too_large(shown: str, limit: int) -> UnreadableError:
    """The error for an input beyond its limit."""
    return refusal(rules.IO_LARGE, f"the input is larger than {limit:,} bytes", shown)


def failure(error: OSError, shown: str) -> UnreadableError:
    """What the operating system's refusal means."""
    told = (error.strerror or type(error).__name__).lower()
    rule, sentence = FAILURES.get(error.errno or 0, (rules.IO_FAILED, f"reading failed: {told}"))
    return refusal(rule, sentence, shown)


def refusal(
    rule: Rule, sentence: str, shown: str, line: int = 0, column: int = 0
) -> UnreadableError:
    """The error for one breach of a rule."""
    place = Location(path=shown, line=line, column=column)
    return UnreadableError(rule.finding(sentence, place=place))


def shown_name(name: str) -> str:
    """A file's name as it may be shown."""
    return printable(os.fsencode(name).decode(errors="replace"))
