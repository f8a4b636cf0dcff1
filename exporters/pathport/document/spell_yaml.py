"""A document's plain tree as YAML: block style, flow where it is short, each text in its best form.

A text is plain where every YAML reader takes it for a text, folded or literal where it is long,
else in double quotes. What YAML does not call printable, and what turns the direction of writing,
is escaped (YAML 1.2.2, 5.1 and 7.3).
"""

import re
import textwrap
from collections.abc import Iterator
from typing import Any

from pathport.model.entries import COLLECTIONS

__all__ = ["FLOW_SIGNS", "WIDTH", "entry", "in_flow", "is_plain", "item", "quoted", "spelled"]

SECTIONS = frozenset({*COLLECTIONS, "publications", "quantities", "layout"})

WIDTH = 100
LONGEST_KEY = 1000
"""YAML 1.2.2, 8.2.2: a key before its colon has at most 1,024 characters."""

RAW = (
    "\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
)
ESCAPED = re.compile(rf'["\\]|[^{RAW}]')
BEGINS = re.compile(r"[A-Za-z0-9_(/$\xa0-\U0010ffff]")
"""What a plain text may begin with: less than YAML allows."""
BREAKS = re.compile(rf": | #|:\Z| \Z|[^{RAW}]")
"""What a plain text may not hold."""
NO_TEXT = re.compile(r"y|n|yes|no|on|off|true|false|null|[0-9][0-9a-fxo_.:tz+ -]*", re.IGNORECASE)
"""What YAML 1.1 or 1.2 may read as something else than a text."""
OWN_KEYS = frozenset({"on", "x", "y"})
"""Keys of documents, which are texts for their reader whatever YAML 1.1 makes of them."""
FLOW_SIGNS = re.compile(r"[,?\[\]{}]")
"""What a plain text may not hold in flow style: of "?" only PyYAML's own scanner thinks so."""
WHOLE_POWER = re.compile(r"\A(-?[0-9]+)e")
"""A power without a point, which YAML 1.1 takes for a text."""
ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def spelled(tree: dict[str, Any]) -> str:
    """The text of a document's tree; sections stand apart and are never in one line."""
    return "\n".join(_document(tree)) + "\n"


def entry(key: str, value: Any, indent: str) -> str:
    """The lines of one entry of a mapping that stands at this indentation."""
    return "\n".join(_mapping({key: value}, indent)) + "\n"


def item(value: Any, indent: str) -> str:
    """The lines of one item of a list whose dashes stand at this indentation."""
    return "\n".join(_item(value, indent)) + "\n"


def in_flow(value: Any) -> str:
    """A value within brackets: every text that needs them there has quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{in_flow(k)}: {in_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_flow, value)) + "]"
    if isinstance(value, str) and value not in OWN_KEYS:
        return value if is_plain(value) and not FLOW_SIGNS.search(value) else quoted(value)
    return _key(value) if isinstance(value, str) else _scalar(value)


def _document(tree: dict[str, Any]) -> Iterator[str]:
    for key, value in tree.items():
        if key in SECTIONS:
            yield from ("", f"{key}:")
            yield from _mapping(value, "  ")
        else:
            yield from _entry(f"{key}:", value, "")


def _mapping(tree: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in tree.items():
        name = indent + _key(key)
        if len(name) > LONGEST_KEY:
            yield f"{indent}? {_key(key)}"
            name = indent
        yield from _entry(name + ":", value, indent)


def _entry(head: str, value: Any, indent: str) -> Iterator[str]:
    """The lines of a value after what stands before it."""
    short = _flow(value)
    broken = isinstance(value, str) and "\n" in value
    if short is not None and not broken and len(head) + 1 + len(short) <= WIDTH:
        yield f"{head} {short}"
    elif isinstance(value, dict):
        yield head
        yield from _mapping(value, indent + "  ")
    elif isinstance(value, list):
        yield head
        for item in value:
            yield from _item(item, indent + "  ")
    else:
        yield from _block(head, value, indent + "  ")


def _item(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict) and _long(value, indent):
        lines = _mapping(value, indent + "  ")
        yield f"{indent}- {next(lines).lstrip()}"
        yield from lines
    else:
        yield from _entry(f"{indent}-", value, indent)


def _long(value: Any, indent: str) -> bool:
    short = _flow(value)
    return short is None or len(indent) + 2 + len(short) > WIDTH


def _flow(value: Any) -> str | None:
    """A value in one line; nothing if a text in it would have to be quoted for that alone."""
    if isinstance(value, dict):
        parts = [
            (key if key in OWN_KEYS else _inner(key), _inner(inner)) for key, inner in value.items()
        ]
        told = [f"{key}: {inner}" for key, inner in parts if key is not None and inner is not None]
        return "{" + ", ".join(told) + "}" if len(told) == len(parts) else None
    if isinstance(value, list):
        items = [item for item in map(_inner, value) if item is not None]
        return "[" + ", ".join(items) + "]" if len(items) == len(value) else None
    return _scalar(value)


def _inner(value: Any) -> str | None:
    text = _flow(value)
    if text is None or not isinstance(value, str) or text[0] == '"':
        return text
    return None if FLOW_SIGNS.search(text) else text


def _key(key: str) -> str:
    return key if key in OWN_KEYS else _scalar(key)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return WHOLE_POWER.sub(r"\1.0e", repr(value))
    return value if is_plain(value) else quoted(value)


def is_plain(text: str) -> bool:
    """Whether a text needs no quotes, outside flow style."""
    return bool(BEGINS.match(text)) and not BREAKS.search(text) and not NO_TEXT.fullmatch(text)


def quoted(text: str) -> str:
    """A text in double quotes, which JSON reads too unless it holds what is not printable."""
    return '"' + ESCAPED.sub(lambda match: _escape(match.group()), text) + '"'


def _escape(sign: str) -> str:
    number = ord(sign)
    if sign in ESCAPES:
        return ESCAPES[sign]
    if number > 0xFFFF:
        return f"\\U{number:08X}"
    return f"\\u{number:04X}" if number > 0xFF else f"\\x{number:02X}"


def _block(head: str, value: Any, indent: str) -> Iterator[str]:
    """A scalar that is too long for one line: folded, literal, or in one line after all."""
    text = value if isinstance(value, str) else ""
    if _is_foldable(text):
        yield f"{head} >-"
        yield from textwrap.wrap(
            text,
            WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    elif _is_literal(text):
        yield f"{head} |" + ("" if text.endswith("\n") else "-")
        yield from (indent + line if line else "" for line in text.removesuffix("\n").split("\n"))
    else:
        yield f"{head} {_scalar(value)}"


def _is_foldable(text: str) -> bool:
    return " " in text and " ".join(text.split()) == text and not re.search(f"[^{RAW}]|\xa0", text)


def _is_literal(text: str) -> bool:
    plain = "\n" in text and not re.search(f"[^{RAW}\n]", text)
    return plain and not re.search(r"\A[ \n]| $| \n|\n\n\Z", text)
