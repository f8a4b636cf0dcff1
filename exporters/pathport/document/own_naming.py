"""What a document calls things itself: by the ids and in the places that stand in its text.

Where the text says nothing, the normal form does.
"""

import re
from collections.abc import Iterator
from typing import Any

from pathport.document.naming import Naming
from pathport.model.entries import COLLECTIONS
from pathport.model.pathway import Pathway

__all__ = ["OwnNaming", "written_ids"]

WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
BETWEEN = re.compile(r"[\s()]+")
"""What stands between the terms of a text; signs and the words of gates are no ids of species."""
NAMING = ("processes", "controls", "influences", "associations", "species")
"""The sections in whose texts species are named."""
TEXTS = frozenset({"is", "by", "on", "template", "between", "members"})


class OwnNaming(Naming):
    """The names of a pathway's species and controls in the document that it is told in."""

    def __init__(self, pathway: Pathway, tree: dict[str, Any]) -> None:
        self.written = written_ids(tree)
        self.by_id = set(_words(tree)) & {*(tree.get("species") or {})}
        self.apart = {*(tree.get("controls") or {})}
        super().__init__(pathway)

    def has_entry(self, id_: str) -> bool:
        """Whether a species has an entry of its own, or needs one."""
        return id_ in self.written or super().has_entry(id_)

    def is_derived(self, id_: str) -> bool:
        """Whether a control's id is derived again, and does not stand in the text."""
        return id_ not in self.written and super().is_derived(id_)

    def is_apart(self, id_: str) -> bool:
        """Whether a control on a process stands by itself."""
        return id_ in self.apart

    def text(self, id_: str) -> str:
        """What a species is called where it is used."""
        return id_ if id_ in self.by_id else super().text(id_)


def written_ids(tree: dict[str, Any]) -> frozenset[str]:
    """The ids of things that stand in a document."""
    found = {id_ for section in COLLECTIONS for id_ in tree.get(section) or {}}
    for process in (tree.get("processes") or {}).values():
        controls: Any = process.get("controls") or ()
        for control in controls if isinstance(controls, list) else [controls]:
            if "id" in control:
                found.add(control["id"])
    return frozenset(found)


def _words(tree: dict[str, Any]) -> Iterator[str]:
    """The bare words of the texts in which species are named."""
    for section in NAMING:
        for entry in (tree.get(section) or {}).values():
            yield from _words_in(entry, named=False)


def _words_in(value: Any, *, named: bool) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _words_in(inner, named=key in TEXTS)
    elif isinstance(value, list):
        for inner in value:
            yield from _words_in(inner, named=named)
    elif named and isinstance(value, str):
        yield from (it for it in BETWEEN.split(value) if WORD.fullmatch(it))
