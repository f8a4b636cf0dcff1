"""A document's text as nodes that know their places, and where in it a fault stands.

Made only when there is something to point at; neither YAML nor JSON is known here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from pathport.model.slips import Path, Slip

__all__ = ["Finder", "Lines", "Node", "Where", "reached", "readings"]

ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
BREAK = re.compile(r"\\?[ \t]*\n[ \t\n]*(?:\\(?=[ \t]))?")
INDENT = re.compile(r"[ \n]*")
MOST_READINGS = 10
MOST_LOOKED_AT = 2_000_000
"""So many values are looked at for the exact places of faults; then the entry is pointed at."""
Where = tuple[int, int]
"""Line and column, both from 1."""


class Node:
    """A mapping (``pairs``), a list (``items``) or a scalar (``text``), from start to end.

    It is ``shared`` if an alias stands for it.
    """

    __slots__ = ("anchored", "by_key", "end", "items", "pairs", "shared", "start", "style", "text")

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
        self.shared = False
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


def readings(root: Node) -> Iterator[Node]:
    """The ways to read a text in which keys stand twice: each key once, first with the last value.

    Mappings under one key of the root are joined, lest what one names seem to be missing.
    """
    most = 1
    for number in range(MOST_READINGS):
        if number >= most:
            return
        single, found = _single(root, number, is_root=True)
        most = max(most, found)
        yield single


def _single(node: Node, number: int, *, is_root: bool = False) -> tuple[Node, int]:
    """A node with each key once: with the value of this number among its values, else the last.

    The number 0 is the last one too. Also gives how often a key stands there at most.
    """
    if node.pairs is None and node.items is None:
        return node, 1
    single = Node(node.start, node.end, style=node.style, anchored=node.anchored)
    single.shared = node.shared
    most = 1
    if node.items is not None:
        inner = [_single(item, number) for item in node.items]
        single.items = [item for item, _ in inner]
        return single, max((found for _, found in inner), default=1)
    by_key: dict[str | None, list[tuple[Node, Node]]] = {}
    for pair in node.pairs or ():
        by_key.setdefault(pair[0].text, []).append(pair)
    single.pairs = []
    for pairs in by_key.values():
        key, value = pairs[number - 1 if number <= len(pairs) else -1]
        if is_root and len(pairs) > 1 and all(it.pairs is not None for _, it in pairs):
            joined = [pair for _, it in pairs for pair in it.pairs or ()]
            value = Node(value.start, value.end, pairs=joined)
        else:
            most = max(most, len(pairs))
        kept, found = _single(value, number)
        single.pairs.append((key, kept))
        most = max(most, found)
    return single, most


class Lines:
    """Line and column of an index in a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]

    def where(self, index: int) -> Where:
        """Line and column, both from 1."""
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1


class Finder:
    """Finds where faults stand, looking at no more of the text than it may in all."""

    def __init__(self, root: Node, text: str) -> None:
        self.root = root
        self.text = text
        self.left = MOST_LOOKED_AT

    def place(self, slip: Slip) -> int:
        """The index in the text that a fault points at."""
        key, node, whole = reached(self.root, slip.path)
        node = self.among(node, slip.among)
        found = (pair[1] for name in slip.keys if (pair := node.pair(name)) is not None)
        inner = next(found, None)
        if inner is None and key is not None and slip.at_key and slip.quoted in ("", key.text):
            return key.start
        index = self.found(inner or node, slip) if slip.quoted else None
        if index is not None:
            return index
        if slip.column and whole and inner is None:
            return self.index(node, slip.column - 1)
        return (
            key.start
            if key is not None and slip.at_key and inner is None
            else (inner or node).start
        )

    def among(self, node: Node, wanted: tuple[str, str] | None) -> Node:
        """Of the entries of a list, the one in which a key has the wanted value."""
        if wanted is None:
            return node
        name, text = wanted
        for item in node.items or ():
            pair = item.pair(name)
            self.left -= 1
            if self.left < 0:
                break
            if pair is not None and pair[1].text == text:
                return item
        return node

    def found(self, node: Node, slip: Slip) -> int | None:
        """Where what a fault quotes stands in a node: as a whole scalar, else as a word in one."""
        quoted = slip.quoted
        around = "0-9" if quoted.isdecimal() else "A-Za-z0-9_"
        word = re.compile(rf"(?<![{around}]){re.escape(quoted)}(?![{around}])")
        part: int | None = None
        for scalar in node.scalars():
            if scalar.text == quoted:
                return self.index(scalar, slip.inside)
            text = scalar.text or ""
            self.left -= 1 + len(text) // 100
            if self.left < 0:
                break
            if part is None and (match := word.search(text, max(slip.column - 1, 0))):
                part = self.index(scalar, match.start())
        return part

    def index(self, node: Node, offset: int) -> int:
        """Where the character at an offset of a scalar's value stands, or the scalar itself."""
        self.left -= offset
        return source_index(node, offset, self.text) if self.left >= 0 else node.start


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


def source_index(node: Node, offset: int, text: str) -> int:
    """Where the character at an offset of a scalar's value stands in the text.

    Escapes and folded lines are followed; in a block scalar, its indentation.
    """
    value, at = node.text or "", node.start
    if node.style == "|":
        return min(_in_literal(value, offset, text, at), node.end)
    if node.style == ">":
        at = _body(text, at)
    elif node.style:
        at += 1
    done = 0
    while done < offset and at < node.end:
        at, done = _step(value, done, text, at, node.style)
    if (match := BREAK.match(text, at)) and done < len(value) and value[done] not in " \n":
        at = match.end()
    return min(at, node.end)


def _body(text: str, at: int) -> int:
    """Where the first line of a block scalar that is not blank begins, behind its indentation."""
    indent = INDENT.match(text, text.find("\n", at) + 1)
    return indent.end() if indent else at


def _in_literal(value: str, offset: int, text: str, at: int) -> int:
    body = _body(text, at)
    indent = body - text.rfind("\n", 0, body) - 1
    line = text.find("\n", at) + 1
    for _ in range(value.count("\n", 0, offset)):
        line = text.find("\n", line) + 1
    return line + indent + offset - (value.rfind("\n", 0, offset) + 1)


def _step(value: str, done: int, text: str, at: int, style: str) -> tuple[int, int]:
    """Past one character of the value, or a folded line: where that leads in text and value."""
    folded = BREAK.match(text, at)
    if folded:
        at = folded.end()
        breaks = folded.group().count("\n") - 1
        if value[done] == "\n" and breaks:
            return at, done + breaks
        return at, done + (value[done] == " ")
    if style == '"' and (match := ESCAPE.match(text, at)):
        pair = len(match.group()) == 6 and ord(value[done]) > 0xFFFF
        return match.end() + (6 if pair else 0), done + 1
    if style == "'" and text.startswith("''", at):
        return at + 2, done + 1
    return at + 1, done + 1
