"""A document's text as nodes that know their places, and where in it a fault stands.

Made only when there is something to point at; neither YAML nor JSON is known here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from pathport.model.slips import Path, Slip

__all__ = ["Lines", "Node", "Where", "found_at", "place"]

ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
BREAK = re.compile(r"\\?[ \t]*\n[ \t\n]*(?:\\(?=[ \t]))?")
Where = tuple[int, int]
"""Line and column, both from 1."""


class Node:
    """A mapping (``pairs``), a list (``items``) or a scalar (``text``), from start to end."""

    __slots__ = ("anchored", "by_key", "end", "items", "pairs", "start", "style", "text")

    def __init__(
        self,
        start: int,
        end: int,
        *,
        text: str | None = None,
        style: str = "",
        items: "list[Node] | None" = None,
        pairs: "list[tuple[Node, Node]] | None" = None,
        anchored: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.style = style
        self.items = items
        self.pairs = pairs
        self.anchored = anchored
        self.by_key: dict[str | None, tuple[Node, Node]] | None = None

    def pair(self, key: str | int) -> "tuple[Node | None, Node] | None":
        """The node under a key, with the key's own; of a list, the item of a number."""
        if isinstance(key, int):
            items = self.items or ()
            return (None, items[key]) if key < len(items) else None
        if self.by_key is None:
            self.by_key = {pair[0].text: pair for pair in self.pairs or ()}
        return self.by_key.get(key)

    def scalars(self) -> "Iterator[Node]":
        """All scalars in the node, keys among them, in file order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if node.text is not None:
                yield node
            inner = [part for pair in node.pairs or () for part in pair] + (node.items or [])
            waiting.extend(reversed(inner))


class Lines:
    """Line and column of an index in a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]

    def where(self, index: int) -> Where:
        """Line and column, both from 1."""
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1


def place(slip: Slip, root: Node, text: str) -> int:
    """The index in the text that a fault points at."""
    key, node, whole = reached(root, slip.path)
    inner = next((pair[1] for name in slip.keys if (pair := node.pair(name)) is not None), None)
    if inner is not None:
        node = inner
    elif key is not None and slip.at_key and (not slip.quoted or key.text == slip.quoted):
        return key.start
    if slip.quoted and (index := found_at(node, slip.quoted, text, after=slip.column)) is not None:
        return index
    if slip.column and whole:
        return source_index(node, slip.column - 1, text)
    return key.start if key is not None and slip.at_key and inner is None else node.start


def reached(root: Node, path: Path) -> tuple[Node | None, Node, bool]:
    """The node at a path with its key, or the last one on the way that is there."""
    key: Node | None = None
    node = root
    for step in path:
        pair = node.pair(step)
        if pair is None:
            return key, node, False
        key, node = pair
    return key, node, True


def found_at(node: Node, quoted: str, text: str, *, after: int = 0) -> int | None:
    """Where a text stands in a node: as a whole scalar, else as a word in one."""
    around = "0-9" if quoted.isdecimal() else "A-Za-z0-9_"
    word = re.compile(rf"(?<![{around}]){re.escape(quoted)}(?![{around}])")
    inside: int | None = None
    for scalar in node.scalars():
        if scalar.text == quoted:
            return source_index(scalar, 0, text)
        if inside is None and (match := word.search(scalar.text or "", max(after - 1, 0))):
            inside = source_index(scalar, match.start(), text)
    return inside


def source_index(node: Node, offset: int, text: str) -> int:
    """Where the character at an offset of a scalar's value stands in the text.

    Escapes and folded lines are followed; in a block scalar, its indentation.
    """
    value, at = node.text or "", node.start
    if node.style in ("'", '"'):
        at += 1
    elif node.style in ("|", ">"):
        at = text.find("\n", at) + 1
        at += len(text[at:]) - len(text[at:].lstrip(" \n")) if at else 0
    done = 0
    while done < offset and at < node.end:
        at, done = _step(value, done, text, at, node.style)
    if (match := BREAK.match(text, at)) and done < len(value) and value[done] not in " \n":
        at = match.end()
    return min(at, node.end)


def _step(value: str, done: int, text: str, at: int, style: str) -> tuple[int, int]:
    """Past one character of the value, or a folded line: where that leads in text and value."""
    folded = BREAK.match(text, at)
    if folded and style != "|":
        at = folded.end()
        breaks = folded.group().count("\n") - 1
        if value[done] == "\n" and breaks:
            return at, done + breaks
        return at, done + (value[done] == " ")
    if folded:
        return folded.end(), done + folded.group().count("\n")
    if style == '"' and (match := ESCAPE.match(text, at)):
        pair = len(match.group()) == 6 and ord(value[done]) > 0xFFFF
        return match.end() + (6 if pair else 0), done + 1
    if style == "'" and text.startswith("''", at):
        return at + 2, done + 1
    return at + 1, done + 1
