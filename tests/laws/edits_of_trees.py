"""Edits of a file that is a tree of JSON, or of YAML, which is written as JSON then."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import hypothesis.strategies as st
import msgspec
from hypothesis.strategies import DrawFn
from tests.laws.strip import is_column

from pathport.document import YAML

__all__ = ["edited_tree"]

VALUES = ("edited", 7, 0.25, True, None, "uniprot:P48061", [], {})

Container = dict[str, Any] | list[Any]
Key = str | int
Edit = Callable[[DrawFn, Any, Any], None]


def change(draw: DrawFn, container: Any, key: Any) -> None:
    container[key] = draw(st.sampled_from(VALUES))


def remove(draw: DrawFn, container: Any, key: Any) -> None:
    del container[key]


def rename(draw: DrawFn, container: Any, key: Any) -> None:
    """The value under another key, or a list's as another's copy."""
    if isinstance(container, list):
        container.insert(0, copy.deepcopy(container[key]))
    else:
        container[f"{key}_copy"] = container.pop(key)


EDITS: tuple[Edit, ...] = (change, remove, rename)


@st.composite
def edited_tree(draw: DrawFn, content: bytes) -> bytes:
    """The content after one to three edits; records stay as they are."""
    text = content.decode()
    tree = json.loads(text) if text.startswith(("{", "[")) else YAML.tree_of(text)
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(tree))
        if not places:
            break
        container, key = draw(st.sampled_from(places))
        draw(st.sampled_from(EDITS))(draw, container, key)
    return msgspec.json.encode(tree)


def _places(tree: Any) -> Iterator[tuple[Container, Key]]:
    """Every value in the tree, by what holds it and its key there; no record."""
    inside: Any = enumerate(tree) if isinstance(tree, list) else ()
    inside = tree.items() if isinstance(tree, dict) else inside
    for key, value in inside:
        if not is_column(key):
            yield tree, key
            yield from _places(value)
