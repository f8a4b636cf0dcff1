"""A document's text with another pathway in it, changed only where the two pathways differ.

Both pathways are told as their document would tell them, in the names that it uses already; where
that is the same, the text stays. What came stands behind the last entry of its section in normal
form; of a list, the items that stay keep their order and spelling.
"""

from collections.abc import Collection, Mapping
from difflib import SequenceMatcher
from typing import Any

from pathport.document.fmt import fmt
from pathport.document.load import YAML
from pathport.document.nodes import Node
from pathport.document.outline import outline
from pathport.document.own_naming import OwnNaming
from pathport.document.patch import Patch
from pathport.document.sides import merged_gate, merged_process
from pathport.model.entries import COLLECTIONS
from pathport.model.pathway import Pathway

__all__ = ["revised"]

SECTIONS = ("publications", *COLLECTIONS)
KEYS = ("id", "compartment", "species", "process")
"""What tells the items of a list apart that are mappings, in this order."""
Tree = dict[str, Any]


def revised(text: str, ours: Pathway, pathway: Pathway) -> str:
    """The text of a document of ours, changed so that it says what another pathway says.

    :raises PathportError: if the text is no document.
    :raises SharedError: if an alias stands for what would be changed.
    """
    if "\r\n" in text and "\n" not in text.replace("\r\n", ""):
        return revised(text.replace("\r\n", "\n"), ours, pathway).replace("\n", "\r\n")
    root = YAML.nodes_of(text)[0]
    present: Tree = YAML.tree_of(fmt(text, syntax=YAML))
    old = outline(ours, OwnNaming(ours, present))
    new = outline(pathway, OwnNaming(pathway, present))
    patch = Patch(text)
    _Revision(patch, root, present).run(old, new)
    return patch.applied()


class _Revision:
    """The edits that make one outline of another, in the text of a document."""

    def __init__(self, patch: Patch, root: Node, present: Tree) -> None:
        self.patch = patch
        self.root = root
        self.present = present

    def run(self, old: Tree, new: Tree) -> None:
        gone: list[int] = []
        order = [*new]
        keys = [key.text or "" for key, _ in self.root.pairs or ()]
        for name in dict.fromkeys((*old, *new)):
            if old.get(name) == new.get(name):
                continue
            if name not in keys:
                self._add(
                    name, new, [keys.index(it) for it in order[: order.index(name)] if it in keys]
                )
            elif name not in new:
                gone.append(keys.index(name))
            elif name in SECTIONS:
                number = keys.index(name)
                if self._empties(number, new[name]):
                    self.patch.set_value(self.root, number, new[name])
                else:
                    self._entries(number, name, old[name], new[name])
            else:
                self._value(self.root, keys.index(name), self.present[name], old[name], new[name])
        if gone:
            self.patch.remove_pairs(self.root, gone)

    def _add(self, name: str, new: Tree, before: Collection[int]) -> None:
        """Adds what the document has no key for."""
        after = max(before)
        value = new[name]
        if isinstance(value, dict):
            self.patch.add_section(self.root, after, name, value)
        else:
            self.patch.add_pair(self.root, after, name, value)

    def _empties(self, number: int, new: Tree) -> bool:
        """Whether a section has no entry, or keeps none of those that it has."""
        section = (self.root.pairs or [])[number][1]
        return not section.pairs or not {it[0].text for it in section.pairs} & new.keys()

    def _entries(self, number: int, name: str, old: Tree, new: Tree) -> None:
        section = (self.root.pairs or [])[number][1]
        keys = [key.text or "" for key, _ in section.pairs or ()]
        gone = [keys.index(it) for it in old if it not in new and it in keys]
        if gone:
            self.patch.remove_pairs(section, gone)
        for key, entry in new.items():
            if key not in keys:
                self.patch.add_pair(section, len(keys) - 1, key, entry)
            elif entry != old.get(key):
                at = keys.index(key)
                self.patch.enter(*(section.pairs or [])[at])
                there = self.present[name][key]
                if not isinstance(there, dict) or not there.keys() & entry.keys():
                    self.patch.set_value(section, at, entry)
                else:
                    self._mapping((section.pairs or [])[at][1], there, old[key], entry)

    # Values

    def _mapping(self, node: Node, present: Tree, old: Tree, new: Tree) -> None:
        """Makes one mapping of another, key by key."""
        keys = [key.text or "" for key, _ in node.pairs or ()]
        gone = [keys.index(it) for it in old if it not in new and it in keys]
        order = [*new]
        if gone:
            self.patch.remove_pairs(node, gone)
        for key, value in new.items():
            if value == old.get(key):
                continue
            if key in keys:
                self._value(node, keys.index(key), present[key], old.get(key), value)
            else:
                before = [keys.index(it) for it in order[: order.index(key)] if it in keys]
                self.patch.add_pair(node, max(before, default=-1), key, value)

    def _value(self, owner: Node, number: int, present: Any, old: Any, new: Any) -> None:
        """Makes one value of another, as little of it as will do."""
        key, node = (owner.pairs or [])[number]
        self.patch.enter(key, node)
        if isinstance(new, str) and isinstance(present, str) and node.text is not None:
            merge = MERGES.get(key.text or "")
            told = merge(present, str(old), new) if merge else new
            if self.patch.is_on_line(node, told):
                self.patch.set_text(owner, node, told)
            else:
                self.patch.set_value(owner, number, told)
        elif isinstance(new, dict) and isinstance(old, dict) and isinstance(present, dict):
            kept = present.keys() & new.keys()
            if kept and node.pairs:
                self._mapping(node, present, old, new)
            else:
                self.patch.set_value(owner, number, new)
        elif isinstance(present, list) and node.items:
            self._list(owner, number, present, _listed(old), _listed(new))
        elif isinstance(present, dict) and _is_one(old) and _is_one(new):
            self._mapping(node, present, _listed(old)[0], _listed(new)[0])
        else:
            told = _appended(present, _listed(old), _listed(new))
            self.patch.set_value(owner, number, new if told is None else told)

    def _list(
        self, owner: Node, number: int, present: list[Any], old: list[Any], new: list[Any]
    ) -> None:
        """Makes one list of another: items that stay or are changed keep their place,
        those that come are last.
        """
        node = (owner.pairs or [])[number][1]
        gone, came = _without(old, new), _without(new, old)
        places: list[int] = []
        for item in gone:
            at = _index(present, item, places)
            if at is None:
                self.patch.set_value(owner, number, _single(new))
                return
            places.append(at)
        heirs = {gone_at: came[n] for gone_at, n in _heirs(gone, came).items()}
        fresh = _without(came, [*heirs.values()])
        changed = {places[n]: (gone[n], heir) for n, heir in heirs.items()}
        removed = [at for n, at in enumerate(places) if n not in heirs]
        if len(removed) == len(present):
            self.patch.set_value(owner, number, _single(new))
        elif self.patch.is_flow(node) and any(isinstance(it, dict) for it in fresh):
            kept = [changed.get(n, (it, it))[1] for n, it in enumerate(present) if n not in removed]
            self.patch.set_value(owner, number, [*kept, *fresh])
        else:
            self._items(node, present, changed, removed)
            for item in fresh:
                self.patch.add_item(node, item)

    def _items(
        self,
        node: Node,
        present: list[Any],
        changed: Mapping[int, tuple[Any, Any]],
        removed: Collection[int],
    ) -> None:
        """Changes items in their places, and removes others."""
        for at, (before, after) in changed.items():
            there = (node.items or [])[at]
            self.patch.enter(node, there)
            if _share_keys(after, present[at]):
                self._mapping(there, present[at], before, after)
            else:
                self.patch.set_item(node, at, after)
        if removed:
            self.patch.remove_items(node, removed)


MERGES = {"is": merged_process, "by": merged_gate}
"""Texts of several terms, of which those that stay keep their order."""


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _without(some: list[Any], others: list[Any]) -> list[Any]:
    """The items that are not among others, each as often as it has no equal there."""
    left = list(others)
    found = []
    for item in some:
        if item in left:
            left.remove(item)
        else:
            found.append(item)
    return found


def _single(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _is_one(value: Any) -> bool:
    found = _listed(value)
    return len(found) == 1 and isinstance(found[0], dict)


def _appended(present: Any, old: list[Any], new: list[Any]) -> Any:
    """A single value with what came behind it, if it stays."""
    if old and all(it in new for it in old):
        return _single([*_listed(present), *(it for it in new if it not in old)])
    return None


def _share_keys(one: Any, other: Any) -> bool:
    return isinstance(one, dict) and isinstance(other, dict) and bool(one.keys() & other.keys())


def _index(present: list[Any], item: Any, taken: Collection[int]) -> int | None:
    """Where an item stands in a list of the document: as it is, or as the thing that it is."""
    free = [n for n in range(len(present)) if n not in taken]
    same = [n for n in free if present[n] == item]
    alike = same or [n for n in free if _same_thing(present[n], item)]
    return alike[0] if alike else None


def _heirs(gone: list[Any], came: list[Any]) -> dict[int, int]:
    """By number of an item that went, that of the one which it was made: the likest first."""
    pairs = {
        (n, m): likeness
        for n, old in enumerate(gone)
        for m, new in enumerate(came)
        if (likeness := _likeness(old, new, is_only=len(gone) == len(came) == 1)) is not None
    }
    found: dict[int, int] = {}
    for n, m in sorted(pairs, key=lambda it: (*(-part for part in pairs[it]), *it)):
        if n not in found and m not in found.values():
            found[n] = m
    return found


def _likeness(old: Any, new: Any, *, is_only: bool) -> tuple[float, ...] | None:
    """How like two items are; nothing if the one was not made of the other."""
    if not (isinstance(old, Mapping) and isinstance(new, Mapping)):
        is_text = isinstance(old, str) and isinstance(new, str)
        return (0.0, 0.0, 0.0) if is_only and is_text else None
    told = next((key for key in KEYS if key in old or key in new), None)
    if told is not None and old.get(told) != new.get(told):
        return None
    same = sum(old[key] == new.get(key) for key in old)
    alike = SequenceMatcher(None, str(old), str(new), autojunk=False).ratio()
    return (float(told is not None), float(same), alike) if same else None


def _same_thing(one: Any, other: Any) -> bool:
    """Whether two items that are mappings are about the same, by what tells them apart."""
    if not (isinstance(one, Mapping) and isinstance(other, Mapping)):
        return False
    for key in KEYS:
        if key in one or key in other:
            return bool(one.get(key) == other.get(key))
    return {k: one.get(k) for k in ("by", "effect")} == {
        k: other.get(k) for k in ("by", "effect")
    } and "by" in one
