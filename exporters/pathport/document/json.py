"""JSON as a document takes it: RFC 8259, keys that stand twice are named, depth is bounded."""

import json
import re
from collections.abc import Iterator
from typing import Any

from pathport.document import rules
from pathport.document.nodes import Node
from pathport.document.text import Doubtful, TextFault, doubles
from pathport.document.yaml import DEEPEST, LONGEST_NUMBER

__all__ = ["nodes_of", "tree_of"]

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]|[^\s\[\]{},:"]+', re.DOTALL)


def tree_of(text: str) -> Any:
    """The document as plain values: fast, and without places.

    :raises TextFault: where it is no JSON within the bounds.
    :raises Doubtful: where a key stands twice; ``nodes_of`` tells where.
    """
    try:
        tree = json.loads(
            text, object_pairs_hook=_mapping, parse_constant=_constant, parse_int=_integer
        )
    except json.JSONDecodeError as error:
        told = f"not well-formed JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise TextFault(rules.SYNTAX, told, error.pos) from None
    except RecursionError:
        raise _too_deep(text) from None
    if _is_too_deep(tree):
        raise _too_deep(text)
    return tree


def nodes_of(text: str) -> tuple[Node, list[TextFault]]:
    """The nodes of a text that ``tree_of`` has taken, with the keys that stand twice."""
    faults: list[TextFault] = []
    top: list[Node] = []
    stack: list[tuple[int, list[Node]]] = []
    for sign, start, end in _tokens(text):
        if sign in "[{":
            stack.append((start, top))
            top = []
        elif sign in "]}":
            opened, outer = stack.pop()
            outer.append(_collection(sign, opened, end, top, faults))
            top = outer
        elif sign[0] == '"':
            value = json.loads(sign, strict=False)
            top.append(Node(start, end, text=value, style='"'))
        else:
            top.append(Node(start, end, text=sign))
    return top[0], faults


def _collection(
    sign: str, start: int, end: int, inner: list[Node], faults: list[TextFault]
) -> Node:
    if sign == "]":
        return Node(start, end, items=inner)
    pairs = list(zip(inner[::2], inner[1::2], strict=True))
    faults.extend(doubles(pairs))
    return Node(start, end, pairs=pairs)


def _tokens(text: str) -> Iterator[tuple[str, int, int]]:
    for match in TOKEN.finditer(text):
        yield match.group(), match.start(), match.end()


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise Doubtful
    return made


def _constant(word: str) -> Any:
    """``NaN`` and its like, which Python reads and JSON does not have, stay the words they are."""
    return word


def _integer(digits: str) -> Any:
    return int(digits) if len(digits) <= LONGEST_NUMBER else digits


def _is_too_deep(tree: Any) -> bool:
    """Whether containers nest deeper than allowed, level by level."""
    level = [tree] if isinstance(tree, (dict, list)) else []
    for _ in range(DEEPEST):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, (dict, list))
        ]
    return bool(level)


def _too_deep(text: str) -> TextFault:
    depth = 0
    for sign, start, _ in _tokens(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(sign, 0)
        if depth > DEEPEST:
            told = f"a value stands more than {DEEPEST} deep"
            return TextFault(rules.DEPTH, told, start)
    return TextFault(rules.DEPTH, "values nest too deep", 0)
