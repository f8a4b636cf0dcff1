"""Names: what is shown of a thing that has no name, and how long names are shown.

Writer and reader compute the same: a displayName that is the label of a nameless thing is no name,
and a shortened one stands for the full text beside it. BioPAX validator: DisplayNameRule.
"""

import hashlib
from collections.abc import Iterable

import msgspec

from pathport.formats.biopax.terms import ILLEGAL_VALUES, LONGEST_NAME

__all__ = [
    "Names",
    "assembled",
    "called",
    "full_name",
    "gathered",
    "is_short_of",
    "marked",
    "sayable",
    "shortened",
]

ELLIPSIS = "…"
MARK = 3
"""Bytes of the digest that tells two long names with one beginning apart."""


def sayable(text: str | None) -> str | None:
    """The text as a property can say it: without blanks around it; nothing if it can't."""
    stripped = (text or "").strip()
    return stripped if stripped and stripped.upper() not in ILLEGAL_VALUES else None


def called(id_: str) -> str:
    """What a thing without a name is called: its id."""
    return id_ if sayable(id_) else f"{id_} (id)"


def shortened(text: str, longest: int = LONGEST_NAME) -> str:
    """The text, or its beginning and an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + ELLIPSIS


def marked(text: str) -> str:
    """The beginning of a long text, an ellipsis, and a digest of the whole."""
    digest = hashlib.blake2b(text.encode(), digest_size=MARK).hexdigest()
    return text[: LONGEST_NAME - 1 - len(digest)].rstrip() + ELLIPSIS + digest


def is_short_of(shown: str, text: str) -> bool:
    """Whether what is shown stands for this text."""
    return shown == text or (len(text) > LONGEST_NAME and shown in (shortened(text), marked(text)))


def full_name(shown: str, others: Iterable[str]) -> str:
    """The text that a displayName stands for, among the other names; else itself."""
    return next((name for name in others if is_short_of(shown, name)), shown)


def assembled(parts: Iterable[tuple[str, int, bool]]) -> str:
    """The label of a nameless complex: of each component its name, how many, if it is a complex."""
    spelled = (
        f"{count}*{text}" if count > 1 else text
        for text, count in (
            (f"({shortened(name)})" if inner else shortened(name), count)
            for name, count, inner in parts
        )
    )
    return ":".join(sorted(spelled))


def gathered(members: Iterable[str]) -> str:
    """The label of a nameless set: the names of its members."""
    return "/".join(sorted(map(shortened, members)))


class Names(msgspec.Struct, frozen=True):
    """What the naming properties of an object say: displayName, standardName and further names."""

    shown: str
    standard: str | None = None
    others: tuple[str, ...] = ()
