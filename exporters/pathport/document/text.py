"""What YAML and JSON have in common as a document's text: faults at an index, and a syntax."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pathport.document import rules
from pathport.document.nodes import Node
from pathport.model.faults import shown
from pathport.rules import Rule

__all__ = ["Doubtful", "Syntax", "TextFault", "doubles"]


class TextFault(Exception):  # noqa: N818 - a fault that may also be collected
    """A fault of the text itself: its rule, what is wrong, and the index where.

    ``first`` is the index of what stood there before, where that is what is wrong.
    """

    def __init__(
        self,
        rule: Rule,
        sentence: str,
        index: int,
        *,
        remedy: str = "",
        first: int | None = None,
    ) -> None:
        super().__init__(sentence)
        self.rule = rule
        self.sentence = sentence
        self.index = index
        self.remedy = remedy or rule.remedy
        self.first = first


def doubles(pairs: Iterable[tuple[Node, Node]]) -> Iterator[TextFault]:
    """A fault for each key of a mapping that stands there before."""
    seen: dict[str | None, int] = {}
    for key, _ in pairs:
        if key.text in seen:
            told = f"the key {shown(key.text or '')} stands here a second time"
            yield TextFault(rules.DUPLICATE_KEY, told, key.start, first=seen[key.text])
        seen.setdefault(key.text, key.start)


class Doubtful(Exception):  # noqa: N818 - no error of its own: the places are still to be found
    """Raised by the fast way where something is wrong that only the slow way can place."""


class Syntax(NamedTuple):
    """A way to write documents: its name, the fast way to read it, and the one with places."""

    name: str
    tree_of: Callable[[str], Any]
    nodes_of: Callable[[str], tuple[Node, list[TextFault]]]
