"""Which things of two pathways are the same in all that they say and all that they stand in.

Things are nodes, what they name are edges; classes of nodes are split until the members of each
look alike from everywhere (colour refinement: Cardon and Crochemore 1982, Partitioning a graph in
O(|A| log |V|)). Where several still look alike, the first of both pathways in normal order are
taken for the same, and what follows from that is worked out before the next.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.references import references, with_names
from pathport.model.value import content_of, fields_of

__all__ = ["Key", "contents_of", "same_throughout"]

Key = tuple[str, str]
"""A thing by construct and id."""
Edge = tuple[str, Key]
"""What a reference says, the name aside, and the thing that is named."""


class _Blank(Mapping[Key, str]):
    """Names in which one thing has a mark, if any has, and every other the same stand-in."""

    def __init__(self, marked: str | None = None) -> None:
        self.marked = marked

    def __getitem__(self, key: Key) -> str:
        return "*" if key[1] == self.marked else ""

    def __iter__(self) -> Iterator[Key]:
        return iter(())

    def __len__(self) -> int:
        return 0


BLANK = _Blank()


def contents_of(pathway: Pathway) -> dict[Key, str]:
    """By thing, all that it says, without its id and the names of others."""
    found: dict[Key, str] = {}
    for construct, thing in pathway.things():
        bare = msgspec.structs.replace(with_names(thing, BLANK), id="")
        found[construct, thing.id] = f"{construct} {content_of(bare)}"
    return found


def edges_of(value: msgspec.Struct, within: str = "") -> Iterator[Edge]:
    """Every reference in a value, with the field and the part in which it stands."""
    for field in fields_of(type(value)):
        content = getattr(value, field.name)
        name = within + field.name
        if content is None or field.name in _COLLECTIONS:
            continue
        items = content if field.many else (content,)
        if field.refers:
            yield from ((name, (construct, id_)) for id_ in items for construct in field.refers)
        elif field.inline:
            yield from edges_of(content, f"{name}.")
        else:
            for item in items:
                yield from _edges_in(item, name)


_COLLECTIONS = frozenset(collection for collection, _ in CONSTRUCTS.values())


def _edges_in(item: Any, name: str) -> Iterator[Edge]:
    """The references in one part, each with the part as it looks from the thing named."""
    if not isinstance(item, msgspec.Struct):
        return
    for id_, constructs in sorted({(each.id, each.constructs) for each in references(item)}):
        label = f"{name} {content_of(with_names(item, _Blank(id_)))}"
        yield from ((label, (construct, id_)) for construct in constructs)


def same_throughout(
    one: Pathway, other: Pathway, contents: tuple[Mapping[Key, str], Mapping[Key, str]]
) -> dict[Key, Key]:
    """The things of the second pathway, each with the thing of the first that it is.

    ``contents`` are what `contents_of` tells of both.
    """
    return _Classes((one, other), contents).matched()


class _Classes:
    """The things of two pathways in classes of those that look alike.

    Nodes are numbers, in normal order; those of the first pathway come first.
    """

    def __init__(
        self,
        pathways: tuple[Pathway, Pathway],
        contents: tuple[Mapping[Key, str], Mapping[Key, str]],
    ) -> None:
        self.keys = [key for told in contents for key in told]
        self.first = len(contents[0])
        self.near: list[list[tuple[str, int]]] = [[] for _ in self.keys]
        start = [text for told in contents for text in told.values()]
        for pathway, told, offset in zip(pathways, contents, (0, self.first), strict=True):
            self._join(pathway, {key: offset + n for n, key in enumerate(told)}, start)
        numbers: dict[str, int] = {}
        self.of = [numbers.setdefault(text, len(numbers)) for text in start]
        self.members: dict[int, set[int]] = defaultdict(set)
        for node, class_ in enumerate(self.of):
            self.members[class_].add(node)
        self.next = len(numbers)
        self._refine(range(len(self.keys)))

    def _join(self, pathway: Pathway, number: Mapping[Key, int], start: list[str]) -> None:
        for construct, thing in pathway.things():
            node = number[construct, thing.id]
            for label, key in edges_of(thing):
                if key in number:
                    self.near[node].append((f"> {label}", number[key]))
                    self.near[number[key]].append((f"< {label}", node))
        told: dict[int, list[str]] = defaultdict(list)
        for label, key in edges_of(pathway):
            if key in number:
                told[number[key]].append(label)
        for node, labels in told.items():
            start[node] += "\n".join(("", *sorted(labels)))

    def _refine(self, nodes: Iterable[int]) -> None:
        """Splits classes, beginning with those of nodes whose neighbours changed."""
        waiting = set(nodes)
        while waiting:
            by_class: dict[int, dict[Any, list[int]]] = defaultdict(lambda: defaultdict(list))
            for node in sorted(waiting):
                seen = tuple(sorted((label, self.of[other]) for label, other in self.near[node]))
                by_class[self.of[node]][seen].append(node)
            moved = [node for c, groups in by_class.items() for node in self._split(c, groups)]
            near = {other for node in moved for _, other in self.near[node]}
            waiting = {each for each in near if len(self.members[self.of[each]]) > 1}

    def _split(self, old: int, groups: Mapping[Any, list[int]]) -> list[int]:
        """The nodes that leave a class: all its groups but the largest."""
        parts = sorted(groups.values(), key=len)
        touched = sum(map(len, parts))
        if touched == len(self.members[old]):
            parts.pop()
        for part in parts:
            self._leave(old, part)
        return [node for part in parts for node in part]

    def _leave(self, old: int, nodes: Iterable[int]) -> None:
        for node in nodes:
            self.members[old].discard(node)
            self.members[self.next].add(node)
            self.of[node] = self.next
        self.next += 1

    def matched(self) -> dict[Key, Key]:
        """Every class taken apart into pairs, from the first node on."""
        found: dict[Key, Key] = {}
        partners: dict[int, list[int]] = {}
        for node in range(self.first):
            old = self.of[node]
            if old not in partners:  # a class only ever loses members
                theirs = (each for each in self.members[old] if each >= self.first)
                partners[old] = sorted(theirs, reverse=True)
            left = partners[old]
            while left and self.of[left[-1]] != old:
                left.pop()
            if left:
                partner = left.pop()
                found[self.keys[partner]] = self.keys[node]
                self._settle(node, partner)
        return found

    def _settle(self, node: int, partner: int) -> None:
        """Takes two nodes for the same, apart from those that look like them."""
        old = self.of[node]
        if len(self.members[old]) > 2:
            self._leave(old, (node, partner))
            near = {other for each in (node, partner) for _, other in self.near[each]}
            self._refine(filter(self._is_open, near))

    def _is_open(self, node: int) -> bool:
        """Whether a node looks like another of its pathway; else nothing more is to be told."""
        return len(self.members[self.of[node]]) > 2
