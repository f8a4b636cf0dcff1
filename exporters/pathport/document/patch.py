"""Small edits of a document's text, at the places of its nodes: set, add and remove, nothing else.

Nothing is written anew that an edit does not concern: comments, quotes and line breaks around it
stay. What goes takes its own lines with it, with the comments on them. A node that an alias stands
for is refused, for its text means something elsewhere too.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from pathport.document.fmt import styled
from pathport.document.nodes import Node
from pathport.document.spell_yaml import WIDTH, entry, in_flow, item

__all__ = ["Patch", "SharedError"]

ENDS = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
"""The rest of a line on which nothing more stands."""

LEADING = re.compile(r"[ \t]*(?:#[^\n]*)?\n")
"""A line of nothing, or of a comment alone."""

PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
"""The anchor and the tag of a node. YAML 1.2.2, 6.9."""
BLOCKS = frozenset("|>")
"""The styles of texts on lines of their own; the sign says how these are joined."""
ALIAS = re.compile(r"\s*:\s*\*[^\s,\[\]{}]+")


class SharedError(Exception):
    """An edit would change a text that an alias stands for; ``index`` is where."""

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


class Patch:
    """The edits of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.edits: list[tuple[int, int, str]] = []

    def applied(self) -> str:
        """The text with all edits."""
        done: list[str] = []
        at = 0
        for start, end, new in sorted(self.edits, key=lambda edit: edit[:2]):
            done += [self.text[at:start], new]
            at = max(at, end)
        return "".join((*done, self.text[at:]))

    def enter(self, owner: Node, node: Node) -> None:
        """Passes a node that may be edited: it stands behind its owner, and for itself alone.

        :raises SharedError: if an alias stands there, or for it elsewhere.
        """
        if node.shared or node.start < owner.start:
            raise SharedError(node.start if node.shared else owner.start)

    # What is edited

    def set_text(self, owner: Node, node: Node, new: str) -> None:
        """Puts another text in the place of a scalar, in its own style."""
        self._check(node)
        start = self._content(node)
        source = self.text[start : node.end]
        self._replace(start, node.end, styled(new, node, source, in_flow=self.is_flow(owner)))

    def set_value(self, owner: Node, number: int, new: Any) -> None:
        """Puts another value under the key of this number."""
        key, value = (owner.pairs or [])[number]
        self._check_pair(key, value)
        if self.is_flow(owner) or (isinstance(new, str) and self._is_commented(value)):
            self._replace(value.start, self.end(value), in_flow(new))
            return
        indent = self._indent(key)
        lines = entry(key.text or "", new, indent)
        self._replace(key.start, self.end(value), lines[len(indent) :].removesuffix("\n"))

    def add_pair(self, owner: Node, after: int, key: str, value: Any) -> None:
        """Adds a key and its value to a mapping, behind the pair of this number, or (-1) first."""
        pairs = owner.pairs or []
        if after < 0:
            self._add_first(owner, pairs[0][0], key, value)
            return
        end = self._pair_end(*pairs[after])
        if self.is_flow(owner):
            self._add_in_flow(owner, end, f", {in_flow(key)}: {in_flow(value)}")
        else:
            self._add_lines(end, entry(key, value, self._indent(pairs[-1][0])))

    def remove_pairs(self, owner: Node, numbers: Collection[int]) -> None:
        """Removes keys with their values from a mapping that has others."""
        pairs = owner.pairs or []
        for number in numbers:
            self._check_pair(*pairs[number])
        self._remove(owner, [(it[0].start, self._pair_end(*it)) for it in pairs], numbers)

    def set_item(self, owner: Node, number: int, new: Any) -> None:
        """Puts another item in the place of one in a list."""
        old = (owner.items or [])[number]
        if isinstance(new, str) and old.text is not None and self.is_on_line(old, new):
            self.set_text(owner, old, new)
            return
        self._check(old)
        told = in_flow(new)
        if not self.is_flow(owner):
            indent = self._indent(old, dash=True)
            told = item(new, indent)[len(indent) + 2 :].removesuffix("\n")
        self._replace(old.start, self.end(old), told)

    def add_item(self, owner: Node, after: int, value: Any) -> None:
        """Adds an item to a list that has others, behind that of this number, or (-1) first.

        In brackets it is behind the last.
        """
        items = owner.items or []
        self._check(owner)
        if after < 0:
            at = self._above(items[0])
            self._replace(at, at, item(value, self._indent(items[0], dash=True)))
        elif self.is_flow(owner):
            self._add_in_flow(owner, self.end(items[after]), f", {in_flow(value)}")
        else:
            lines = item(value, self._indent(items[after], dash=True))
            self._add_lines(self.end(items[after]), lines)

    def remove_items(self, owner: Node, numbers: Collection[int]) -> None:
        """Removes items from a list that has others."""
        self._check(owner)
        self._remove(owner, [(it.start, self.end(it)) for it in owner.items or ()], numbers)

    def add_section(self, root: Node, after: int, name: str, entries: Mapping[str, Any]) -> None:
        """Adds a section with its entries behind the root's pair of this number."""
        lines = "".join(entry(key, value, "  ") for key, value in entries.items())
        self._add_lines(self._pair_end(*(root.pairs or [])[after]), f"\n{name}:\n{lines}")

    # Where things are

    def is_flow(self, node: Node) -> bool:
        """Whether a mapping or list is written in brackets."""
        return self.text[self._content(node)] in "[{"

    def _content(self, node: Node) -> int:
        """Where a node begins behind its anchor and tag."""
        found = PROPERTIES.match(self.text, node.start, node.end)
        return found.end() if found else node.start

    def is_on_line(self, node: Node, new: str) -> bool:
        """Whether a text can have the style of what is there: neither needs lines of its own."""
        return node.style not in BLOCKS and "\n" not in new

    def end(self, node: Node) -> int:
        """Where the text of a node ends, without blank lines and comments behind it."""
        if node.text is None and not self.is_flow(node):
            return (
                self.end(node.items[-1]) if node.items else self._pair_end(*(node.pairs or [])[-1])
            )
        written = self.text[node.start : node.end]
        return node.start + len(written.rstrip() if node.style in BLOCKS else written)

    def _pair_end(self, key: Node, value: Node) -> int:
        """Where the value of a key ends; an alias is in place of a node that stands elsewhere."""
        alias = ALIAS.match(self.text, key.end) if value.start < key.start else None
        return alias.end() if alias else self.end(value)

    def _is_commented(self, node: Node) -> bool:
        """Whether a comment follows on the line, which a text on several lines would take in."""
        rest = ENDS.match(self.text, self.end(node))
        return rest is not None and "#" in rest.group()

    def _above(self, first: Node) -> int:
        """Where the lines of a list's first item begin, with the comments and blanks above it."""
        at = self.text.rfind("\n", 0, first.start) + 1
        while at and LEADING.fullmatch(
            self.text, before := self.text.rfind("\n", 0, at - 1) + 1, at
        ):
            at = before
        return at

    def _indent(self, node: Node, *, dash: bool = False) -> str:
        """The blanks before a key, or before the dash of an item."""
        column = node.start - self.text.rfind("\n", 0, node.start) - 1
        if dash:
            before = self.text[node.start - column : node.start]
            column = before.rfind("-")
        return " " * column

    def _check_pair(self, key: Node, value: Node) -> None:
        if value.start < key.start:
            raise SharedError(key.start)
        self._check(value)

    def _check(self, node: Node) -> None:
        waiting = [node]
        while waiting:
            it = waiting.pop()
            inner = [*(it.items or ()), *(part for pair in it.pairs or () for part in pair)]
            if it.shared or any(each.start < it.start for each in inner):
                raise SharedError(it.start)
            waiting += inner

    # How it is edited

    def _replace(self, start: int, end: int, new: str) -> None:
        self.edits.append((start, end, new))

    def _add_lines(self, end: int, lines: str) -> None:
        """Adds whole lines behind the one in which something ends."""
        rest = ENDS.match(self.text, end)
        at = rest.end() if rest else end
        broken = at > 0 and self.text[at - 1] == "\n"
        self._replace(at, at, lines if broken else "\n" + lines.removesuffix("\n"))

    def _add_first(self, owner: Node, first: Node, key: str, value: Any) -> None:
        """Adds a pair where the first begins: on a line, behind a dash or a bracket."""
        if self.is_flow(owner):
            self._replace(first.start, first.start, f"{in_flow(key)}: {in_flow(value)}, ")
            return
        indent = self._indent(first)
        self._replace(first.start, first.start, entry(key, value, indent)[len(indent) :] + indent)

    def _add_in_flow(self, owner: Node, at: int, told: str) -> None:
        """Adds to what stands in brackets, on a new line where this one would be too long."""
        start = self.text.rfind("\n", 0, at) + 1
        stop = self.text.find("\n", at)
        length = (stop if stop >= 0 else len(self.text)) - start + len(told)
        if length > WIDTH:
            first = self.text.rfind("\n", 0, owner.start) + 1
            line = self.text[first : owner.start]
            indent = " " * (len(line) - len(line.lstrip()) + 2)
            told = f",\n{indent}{told[2:]}"
        self._replace(at, at, told)

    def _remove(
        self, owner: Node, spans: Sequence[tuple[int, int]], numbers: Collection[int]
    ) -> None:
        for first, last in _runs(numbers):
            start, end = spans[first][0], spans[last][1]
            following = spans[last + 1][0] if last + 1 < len(spans) else None
            if self.is_flow(owner):
                before = spans[first - 1][1] if first else start
                self._replace(*((before, end) if following is None else (start, following)), "")
                continue
            line = self.text.rfind("\n", 0, start) + 1
            if owner.pairs is not None and self.text[line:start].strip() and following is not None:
                self._replace(start, following, "")  # the next one takes the dash
                continue
            for number in range(first, last + 1):
                self._remove_lines(*spans[number])

    def _remove_lines(self, start: int, end: int) -> None:
        rest = ENDS.match(self.text, end)
        self._replace(self.text.rfind("\n", 0, start) + 1, rest.end() if rest else end, "")


def _runs(numbers: Collection[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of numbers that follow each other."""
    found: list[int] = []
    for number in sorted(numbers):
        if found and number != found[-1] + 1:
            yield found[0], found[-1]
            found = []
        found.append(number)
    if found:
        yield found[0], found[-1]
