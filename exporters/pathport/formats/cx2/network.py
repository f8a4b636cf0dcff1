"""A file of CX2 as its network: nodes and edges with their values, whatever aliases and defaults.

Only the form is known here: aspects, declarations, elements. What is no such network is refused;
what is odd in one is the business of ``checks``. Cytoscape Exchange Format Specification
(Version 2).
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import msgspec

from pathport.document.json import nodes_of
from pathport.document.nodes import Lines, Node
from pathport.errors import UnreadableError
from pathport.findings import Location
from pathport.formats.cx2.refusals import ELEMENT, NOT_CX2, SYNTAX
from pathport.safety.source import LIMIT, Source, decode_text

__all__ = ["Edge", "Network", "Pairs", "Vertex", "Way", "decoded", "network_of"]


class Pairs(list[tuple[str, Any]]):
    """The keys of an object with their values as they are written, also one that comes twice."""


Way = tuple[str | int, ...]
"""Keys and numbers that lead to a place in a file."""
TOO_LARGE = "out of range"
LONGEST = 4_000_000
"""Characters of a text in which all places are looked for."""
HEAD = "CXVersion"
DECLARED = b'"attributeDeclarations"'
LONG_NUMBER = re.compile(r"(?<=[\[:,\s])-?[0-9]{19,}(?=[,\]}\s])")


class Vertex(msgspec.Struct, frozen=True):
    """A node: its number, its place if it has one, its values, and the way to it in the file."""

    number: int
    values: dict[str, Any]
    way: Way
    at: tuple[float, float] | None = None


class Edge(msgspec.Struct, frozen=True):
    """An edge from one node to another, by their numbers."""

    number: int
    source: int
    target: int
    values: dict[str, Any]
    way: Way


class Network:
    """The network of one file; ``fragments`` are its aspects in file order."""

    def __init__(self, tree: list[Any], text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.told_twice: list[tuple[Way, str]] = []
        """Columns that an element has a value for under their name and their alias, as read."""
        self.fragments: list[tuple[int, str, list[Any]]] = [
            (number, name, elements)
            for number, fragment in enumerate(tree)
            if isinstance(fragment, dict)
            for name, elements in fragment.items()
            if isinstance(elements, list)
        ]

    @cached_property
    def root(self) -> Node:
        """The text with all places in it."""
        return nodes_of(self.text)[0]

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    def place(self, way: Way, subject: str = "") -> Location:
        """Where something is in the file."""
        node = self.root
        for key in way:
            found = node.pair(key)
            if found is None:
                break
            node = found[1]
        line, column = self.lines.where(node.start)
        return Location(path=self.path, line=line, column=column, subject=subject)

    def line(self, way: Way) -> int:
        """The line that an element stands in; 0 where finding it would take too long."""
        first, index = self.starts.get(way[:2], 0), way[2] if len(way) > 2 else 0
        if first and isinstance(index, int):
            line = self.split[first + index] if first + index < len(self.split) else ""
            if line.startswith('{"id":') or index == 0:
                return first + index + 1
        return self.place(way).line if len(self.text) < LONGEST else 0

    @cached_property
    def split(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    @cached_property
    def starts(self) -> Mapping[Way, int]:
        """By fragment and aspect, the index of the line with its first element.

        That is how pathport writes: an element a line. Of other files the places are looked for.
        """
        numbers = {name: number for number, name, _ in self.fragments}
        found: dict[Way, int] = {}
        for index, line in enumerate(self.split):
            if line.startswith('{"') and line.endswith('":['):
                name = line[2:-3]
                if name in numbers:
                    found[numbers[name], name] = index + 1
        return found

    def elements(self, aspect: str) -> Iterator[tuple[Way, Any]]:
        """The elements of an aspect, each with the way to it."""
        for number, name, elements in self.fragments:
            if name == aspect:
                for index, element in enumerate(elements):
                    yield (number, name, index), element

    @cached_property
    def declared_as_written(self) -> list[Any]:
        """The elements that declare columns, objects as `Pairs`."""
        found: list[Any] = []
        for raw in map(bytes, msgspec.json.decode(self.text, type=list[msgspec.Raw])):
            fragment = json.loads(raw, object_pairs_hook=Pairs) if DECLARED in raw else ()
            aspects = fragment if isinstance(fragment, Pairs) else ()
            told = {name: it for name, it in aspects if name == "attributeDeclarations"}
            found += next((it for it in told.values() if isinstance(it, list)), [])
        return found

    @cached_property
    def declarations(self) -> Mapping[str, Mapping[str, dict[str, Any]]]:
        """By aspect and column, what is declared of it."""
        found: dict[str, dict[str, dict[str, Any]]] = {}
        for _, element in self.elements("attributeDeclarations"):
            for aspect, columns in element.items() if isinstance(element, dict) else ():
                for column, told in columns.items() if isinstance(columns, dict) else ():
                    declared = told if isinstance(told, dict) else {}
                    found.setdefault(aspect, {})[column] = declared
        return found

    @cached_property
    def attributes(self) -> dict[str, Any]:
        """What is said of the network as a whole."""
        found: dict[str, Any] = {}
        for _, element in self.elements("networkAttributes"):
            found |= element if isinstance(element, dict) else {}
        return found

    @cached_property
    def nodes(self) -> dict[int, Vertex]:
        """The nodes by number, in file order.

        :raises UnreadableError: CXN003, if an element is none, or a number stands twice.
        """
        found: dict[int, Vertex] = {}
        columns = _Columns(self.declarations.get("nodes", {}))
        for way, element in self.elements("nodes"):
            number = self._number(element, "id", way)
            if number in found:
                raise self._refusal(f"the id {number} is that of another node too", (*way, "id"))
            x, y = element.get("x"), element.get("y")
            at = (float(x), float(y)) if _is_number(x) and _is_number(y) else None
            self.told_twice += [(way, it) for it in columns.told_twice(element)]
            found[number] = Vertex(number, columns.values(element), way, at)
        return found

    @cached_property
    def edges(self) -> list[Edge]:
        """The edges in file order.

        :raises UnreadableError: CXN003, if one has no number, or no node at an end.
        """
        found: dict[int, Edge] = {}
        columns = _Columns(self.declarations.get("edges", {}))
        for way, element in self.elements("edges"):
            number, source, target = (self._number(element, key, way) for key in ("id", "s", "t"))
            if number in found:
                raise self._refusal(f"the id {number} is that of another edge too", (*way, "id"))
            for key, end in (("s", source), ("t", target)):
                if end not in self.nodes:
                    raise self._refusal(f"the edge {number} has no node {end}", (*way, key))
            self.told_twice += [(way, it) for it in columns.told_twice(element)]
            found[number] = Edge(number, source, target, columns.values(element), way)
        return list(found.values())

    def _number(self, element: Any, key: str, way: Way) -> int:
        value = element.get(key) if isinstance(element, dict) else None
        if not isinstance(value, int) or isinstance(value, bool):
            shown = msgspec.json.encode(value).decode()[:40]
            raise self._refusal(f'"{key}" is {shown}, not an integer', way)
        return value

    def _refusal(self, sentence: str, way: Way) -> UnreadableError:
        return UnreadableError(ELEMENT.finding(sentence, place=self.place(way)))


class _Columns:
    """The columns of an aspect: what stands for which, and what they hold by default."""

    def __init__(self, declared: Mapping[str, dict[str, Any]]) -> None:
        self.named: dict[str, str] = {
            str(told["a"]): name
            for name, told in declared.items()
            if isinstance(told.get("a"), str)
        }
        self.defaults = {name: told["v"] for name, told in declared.items() if "v" in told}

    def told_twice(self, element: dict[str, Any]) -> Iterator[str]:
        """The columns that have another value under their alias."""
        told: Any = element.get("v")
        for alias, column in self.named.items() if isinstance(told, dict) else ():
            if alias in told and alias != column and told.get(column, told[alias]) != told[alias]:
                yield column

    def values(self, element: dict[str, Any]) -> dict[str, Any]:
        """The values of an element under the names of their columns; an alias comes first."""
        told: Any = element.get("v")
        if not isinstance(told, dict):
            return dict(self.defaults)
        own = {self.named.get(str(it), str(it)): value for it, value in told.items()}
        own |= {self.named[it]: told[it] for it in told.keys() & self.named.keys()}
        return self.defaults | own if self.defaults else own


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def decoded(content: bytes, *, path: str = "") -> tuple[list[Any], str]:
    """The tree and the text of a file.

    :raises UnreadableError: CXN001 or CXN002, if it is no JSON or no CX2; IO007, IO010 or IO011, if
        it is no text.
    """
    text = decode_text(Source(path=path, content=content), limit=LIMIT)
    if not text.strip():
        raise UnreadableError(SYNTAX.finding("the file is blank", place=_top(path)))
    try:
        tree = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        told = str(error) or "values nest too deep"
        place = _place_of(text, told, path)
        number = LONG_NUMBER.search(text) if TOO_LARGE in told else None
        if number is not None:
            line, column = Lines(text).where(number.start())
            told = f"a number of {len(number[0])} digits is more than 64 bits hold"
            place = Location(path=path, line=line, column=column)
        raise UnreadableError(
            SYNTAX.finding(f"not well-formed JSON: {told}", place=place)
        ) from None
    if not isinstance(tree, list) or not tree or not isinstance(tree[0], dict):
        raise UnreadableError(NOT_CX2.finding("the file is no array of aspects", place=_top(path)))
    version = tree[0].get(HEAD)
    if not isinstance(version, str) or not version.startswith("2"):
        shown = msgspec.json.encode(version).decode()[:40]
        sentence = f"the first element tells {shown} as the version"
        raise UnreadableError(NOT_CX2.finding(sentence, place=_top(path)))
    return tree, text


def _top(path: str) -> Location:
    return Location(path=path, line=1, column=1)


def _place_of(text: str, told: str, path: str) -> Location:
    """Where a decoder says that something is wrong."""
    digits = told.rpartition("(byte ")[2].rstrip(")")
    if not digits.isdecimal():
        return Location(path=path)
    before = text.encode()[: int(digits)].decode(errors="replace")
    line, column = Lines(text).where(min(len(before), len(text)))
    return Location(path=path, line=line, column=column)


def network_of(content: bytes, *, path: str = "") -> Network:
    """The network that a file holds.

    :raises UnreadableError: if the content is no CX2.
    """
    return Network(*decoded(content, path=path), path)
