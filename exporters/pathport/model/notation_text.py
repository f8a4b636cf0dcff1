"""A text of the notation while it is read: where the reader is, and what is wrong there."""

import re
from collections.abc import Callable
from typing import TypeVar

__all__ = ["DEEPEST", "NAME", "NotationError", "Reader", "whole"]

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
"""What an id looks like: an SBML SId."""
SPACE = re.compile(r"\s*")
DEEPEST = 50
"""How many complexes or gates may be inside each other."""

T = TypeVar("T")


class NotationError(ValueError):
    """Raised where a text is not in the notation: what is wrong, what was expected, where.

    ``column`` counts characters from 1 inside the text.
    """

    def __init__(self, sentence: str, *, column: int, expected: str = "", remedy: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.column = column
        self.expected = expected
        self.remedy = remedy


class Reader:
    """A text and how far it has been read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0

    def fault(self, expected: str, *, at: int | None = None, remedy: str = "") -> NotationError:
        """The error that something else was expected here, or at an index."""
        where = self.at if at is None else at
        rest = self.text[where:].split(maxsplit=1)
        found = repr(rest[0])[1:-1] if rest else ""
        told = f'expected {expected}, found "{found}"' if found else f"expected {expected} here"
        return NotationError(told, column=where + 1, expected=expected, remedy=remedy)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What matches here and is not empty, passed; or nothing."""
        match = pattern.match(self.text, self.at)
        if match and match.end() > self.at:
            self.at = match.end()
            return match
        return None

    def space(self) -> None:
        """Passes white space."""
        self.take(SPACE)

    def sees(self, sign: str) -> bool:
        """Whether the sign stands right here."""
        return self.text.startswith(sign, self.at)

    def skip(self, sign: str) -> bool:
        """Whether the sign stands here, white space aside; if so, both are passed."""
        start = self.at
        self.space()
        if self.sees(sign):
            self.at += len(sign)
            self.space()
            return True
        self.at = start
        return False

    def enter(self, what: str) -> None:
        """Notes one more level of brackets or negations.

        :raises NotationError: if there are too many of them.
        """
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.fault(f"at most {DEEPEST} {what} inside each other")

    def back(self) -> None:
        """Gives back the white space that was passed last."""
        while self.text[self.at - 1].isspace():
            self.at -= 1

    def need(self, sign: str, expected: str) -> None:
        """Passes the sign, which has to stand here."""
        if not self.skip(sign):
            self.space()
            raise self.fault(expected)

    def name(self, expected: str) -> str:
        """The name that has to stand here."""
        match = self.take(NAME)
        if match is None:
            raise self.fault(expected)
        return match.group()

    def finish(self, expected: str) -> None:
        """Passes the end, which has to be here."""
        self.space()
        if self.at < len(self.text):
            raise self.fault(expected)


def whole(text: str, read: Callable[[Reader], T], expected: str) -> T:
    """What a whole text says, read by ``read``; ``expected`` is what may follow it.

    :raises NotationError: if it is not in the notation.
    """
    reader = Reader(text)
    reader.space()
    found = read(reader)
    reader.finish(expected)
    return found
