"""The systematic name of a species: ``CXCR4{pS346,pS347}``, ``2*STAT3{pY705}``, ``(A:B):GDP``.

It is the notation (docs/notation.md) with the names of molecules in place of their ids and without
a compartment, which SBML tells itself. A name that would be read as something else stands in
quotes, as JSON. Every part of a title that `parsed` gives is spelled back to the same text. The
module knows names and states alone: no element, no molecule.
"""

import re
from collections.abc import Iterator

import msgspec

from pathport.model.notation import NotationError, parse_state, spell_state
from pathport.model.parts import MOST_NESTED, NO_STATE, State

__all__ = ["DEEPEST", "Part", "displayed", "parsed", "spelled"]

DEEPEST = MOST_NESTED + 1
"""Brackets inside each other that a title is read for: as many as a complex of the model has."""
LONGEST = 100_000
"""A longer text is nobody's systematic name."""
COUNT = re.compile(r"([1-9][0-9]{0,8})\*")
PLAIN = re.compile(r'(?!\s|["(]|[0-9]+\*)[^:{}\x00-\x1f\x7f\x85\u2028\u2029]+(?<!\s)')
RUN = re.compile(r"[()]|[^:{}()]+")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


class Part(msgspec.Struct, frozen=True):
    """A molecule by its name, or a complex by its parts, in a state, and how many of it."""

    name: str | None = None
    parts: tuple["Part", ...] = ()
    state: State = NO_STATE
    count: int = 1

    def leaves(self, count: int = 1) -> Iterator[tuple["Part", int]]:
        """The molecules in it, in order, each with how many there are in the whole."""
        if self.name is not None:
            yield self, count * self.count
        for part in self.parts:
            yield from part.leaves(count * self.count)


def spelled(title: Part) -> str:
    """The title of a species; of a complex without parts, brackets alone."""
    return _whole(title, quoting=True)


def displayed(title: Part) -> str:
    """The title as people read it: no name is quoted."""
    return _whole(title, quoting=False)


def _whole(title: Part, *, quoting: bool) -> str:
    parts = title.parts
    plain = title.state == NO_STATE and (len(parts) > 1 or any(p.count > 1 for p in parts))
    if title.name is None and plain:
        return _joined(parts, quoting=quoting)
    return _spelled(title, quoting=quoting)


def _spelled(part: Part, *, quoting: bool) -> str:
    count = f"{part.count}*" if part.count > 1 else ""
    if part.name is None:
        inner = f"({_joined(part.parts, quoting=quoting)})"
    else:
        inner = _quoted(part.name) if quoting else part.name
    state = f"{{{spell_state(part.state)}}}" if part.state != NO_STATE else ""
    return f"{count}{inner}{state}"


def _joined(parts: tuple[Part, ...], *, quoting: bool) -> str:
    return ":".join(_spelled(part, quoting=quoting) for part in parts)


def _quoted(name: str) -> str:
    if PLAIN.fullmatch(name) and _is_balanced(name):
        return name
    return msgspec.json.encode(name).decode()


def _is_balanced(name: str) -> bool:
    if "(" not in name and ")" not in name:
        return True
    depth = 0
    for sign in name:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return False
    return depth == 0


def parsed(text: str) -> Part | None:
    """What a title says, or nothing if the text is not one."""
    if len(text) > LONGEST:
        return None
    try:
        reader = _Reader(text)
        parts = reader.parts()
        title = parts[0] if len(parts) == 1 and parts[0].count == 1 else Part(parts=parts)
        return title if reader.at == len(text) and spelled(title) == text else None
    except (NotationError, _NoTitleError):
        return None


class _NoTitleError(ValueError):
    """Raised inside this module for a text that is no title."""


class _Reader:
    """A text and how far it has been read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0

    def sees(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    def parts(self) -> tuple[Part, ...]:
        found = [self.part()]
        while self.sees(":"):
            self.at += 1
            found.append(self.part())
        return tuple(found)

    def part(self) -> Part:
        match = COUNT.match(self.text, self.at)
        count = int(match[1]) if match else 1
        self.at = match.end() if match else self.at
        if self.sees("("):
            return Part(parts=self.group(), state=self.state(), count=count)
        return Part(name=self.name(), state=self.state(), count=count)

    def group(self) -> tuple[Part, ...]:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _NoTitleError
        self.at += 1
        parts = () if self.sees(")") else self.parts()
        if not self.sees(")"):
            raise _NoTitleError
        self.at += 1
        self.depth -= 1
        return parts

    def name(self) -> str:
        if quoted := QUOTED.match(self.text, self.at):
            self.at = quoted.end()
            try:
                return msgspec.json.decode(quoted[0], type=str)
            except msgspec.DecodeError as error:
                raise _NoTitleError from error
        start, depth = self.at, 0
        while run := RUN.match(self.text, self.at):
            depth += (run[0] == "(") - (run[0] == ")")
            if depth < 0:
                break
            self.at = run.end()
        if self.at == start:
            raise _NoTitleError
        return self.text[start : self.at]

    def state(self) -> State:
        if not self.sees("{"):
            return NO_STATE
        start = self.at = self.at + 1
        while not self.sees("}"):
            quoted = QUOTED.match(self.text, self.at)
            self.at = quoted.end() if quoted else self.at + 1
            if self.at >= len(self.text):
                raise _NoTitleError
        self.at += 1
        return parse_state(self.text[start : self.at - 1])
