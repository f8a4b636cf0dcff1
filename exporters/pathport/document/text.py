"""What YAML and JSON have in common as a document's text: faults at an index, and a syntax."""

from collections.abc import Callable
from typing import Any, NamedTuple

from pathport.document.nodes import Node
from pathport.rules import Rule

__all__ = ["Doubtful", "Syntax", "TextFault"]


class TextFault(Exception):  # noqa: N818 - a fault that may also be collected
    """A fault of the text itself: its rule, what is wrong, and the index where."""

    def __init__(self, rule: Rule, sentence: str, index: int, *, remedy: str = "") -> None:
        super().__init__(sentence)
        self.rule = rule
        self.sentence = sentence
        self.index = index
        self.remedy = remedy or rule.remedy


class Doubtful(Exception):  # noqa: N818 - no error of its own: the places are still to be found
    """Raised by the fast way where something is wrong that only the slow way can place."""


class Syntax(NamedTuple):
    """A way to write documents: its name, the fast way to read it, and the one with places."""

    name: str
    tree_of: Callable[[str], Any]
    nodes_of: Callable[[str], tuple[Node, list[TextFault]]]
