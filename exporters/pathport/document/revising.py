"""A document's text with another pathway in it, changed only where the two pathways differ.

Both pathways are told as their document would tell them, in the names that it uses already; where
that is the same, the text stays. What came stands behind the last entry of its section in normal
form; of a list, the items that stay keep their order and spelling.
"""

from collections.abc import Collection, Mapping
from typing import Any

from pathport.document.fmt import fmt
from pathport.document.items import plan_of
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
            self._list(owner, number, present, old, new)
        elif isinstance(present, dict) and _is_one(old) and _is_one(new):
            self._mapping(node, present, _listed(old)[0], _listed(new)[0])
        else:
            told = _appended(present, _listed(old), _listed(new))
            self.patch.set_value(owner, number, new if told is None else told)

    def _list(self, owner: Node, number: int, present: list[Any], old: Any, new: Any) -> None:
        """Makes one list of another: items that stay or are changed keep their place."""
        key, node = (owner.pairs or [])[number]
        plan = plan_of(key.text or "", present, _listed(old), _listed(new))
        if plan is None or len(plan.removed) == len(present):
            self.patch.set_value(owner, number, new)
        elif self.patch.is_flow(node) and not plan.only_adds_texts_last(len(present)):
            self.patch.set_value(owner, number, plan.carried_out(present))
        else:
            self._items(node, present, plan.changed, plan.removed)
            for after, item in plan.fresh:
                self.patch.add_item(node, after, item)

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
