"""YAML as a document takes it: JSON-like scalars of YAML 1.2's core schema, nothing made of texts.

``NO``, ``on``, dates and sexagesimals stay texts. Depth and aliases are bounded while the parser
runs, so that neither has effect before it is refused. PyYAML's C parser gives the events; there is
one loop over them, which makes plain values, or nodes with places.
"""

import re
from typing import Any, Protocol

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from pathport.document import rules
from pathport.document.nodes import Node
from pathport.document.text import Doubtful, TextFault, doubles
from pathport.model.faults import shown
from pathport.rules import Rule

__all__ = ["DEEPEST", "LONGEST_NUMBER", "nodes_of", "scalar", "tree_of"]

DEEPEST = 100
MOST_ALIASED = 100_000
TEXT_TAGS = frozenset({None, "!", "tag:yaml.org,2002:str"})
WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
NUMERIC = frozenset("-0123456789")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<fraction>\.[0-9]+)?(?P<exponent>[eE][-+]?[0-9]+)?")
LONGEST_NUMBER = 400
BRACED = re.compile(r"[{\[,].*?[A-Za-z0-9_)]\{")
"""A line in which a state of the notation stands inside a mapping or list in brackets."""
QUOTES = 'inside {...} or [...] put notation with braces in quotes: {is: "A{p}@cyt"}'


class Maker(Protocol):
    """What values are made of events."""

    def scalar(self, event: ScalarEvent, *, is_key: bool) -> Any:
        """A scalar."""

    def sequence(self, start: Any, items: list[Any], end: Any) -> Any:
        """A list."""

    def mapping(self, start: Any, items: list[Any], end: Any) -> Any:
        """A mapping of keys and values in turn."""


def tree_of(text: str) -> Any:
    """The document as plain values: fast, and without places.

    :raises TextFault: where it is not one YAML text within the bounds.
    :raises Doubtful: where a key stands twice; ``nodes_of`` tells where.
    """
    return _composed(text, _Plain())


def nodes_of(text: str) -> tuple[Node, list[TextFault]]:
    """The document as nodes, with the keys that stand twice.

    :raises TextFault: where it is not one YAML text within the bounds.
    """
    maker = _Nodes()
    return _composed(text, maker), maker.faults


class _Plain:
    """Values as they are."""

    def scalar(self, event: ScalarEvent, *, is_key: bool) -> Any:
        value: str = event.value
        return value if is_key or not event.implicit[0] else scalar(value)

    def sequence(self, start: Any, items: list[Any], end: Any) -> Any:  # noqa: ARG002 - as nodes
        return items

    def mapping(self, start: Any, items: list[Any], end: Any) -> Any:  # noqa: ARG002 - as nodes
        made = dict(zip(items[::2], items[1::2], strict=True))
        if 2 * len(made) < len(items):
            raise Doubtful
        return made


class _Nodes:
    """Values with their places, and the keys that stand twice."""

    def __init__(self) -> None:
        self.faults: list[TextFault] = []

    def scalar(self, event: ScalarEvent, *, is_key: bool) -> Node:  # noqa: ARG002 - as plain
        return Node(
            _index(event.start_mark),
            _index(event.end_mark),
            text=event.value,
            style=event.style or "",
            anchored=event.anchor is not None or event.tag is not None,
        )

    def sequence(self, start: Any, items: list[Any], end: Any) -> Node:
        return Node(
            _index(start.start_mark),
            _index(end.end_mark),
            items=items,
            anchored=start.anchor is not None,
        )

    def mapping(self, start: Any, items: list[Any], end: Any) -> Node:
        pairs = list(zip(items[::2], items[1::2], strict=True))
        self.faults.extend(doubles(pairs))
        return Node(
            _index(start.start_mark),
            _index(end.end_mark),
            pairs=pairs,
            anchored=start.anchor is not None,
        )


def scalar(text: str) -> Any:
    """What a plain scalar says: null, a truth value, a number as JSON writes it, or a text."""
    if text in WORDS:
        return WORDS[text]
    return _number(text) if text[0] in NUMERIC else text


def _number(text: str) -> Any:
    match = NUMBER.fullmatch(text)
    if match is None or len(text) > LONGEST_NUMBER:
        return text
    return float(text) if match["fraction"] or match["exponent"] else int(text)


def _composed(text: str, maker: Maker) -> Any:
    try:
        return _Composer(text, maker).root()
    except YAMLError as error:
        raise _syntax_fault(error, text) from None
    except UnicodeEncodeError as error:
        told = "half a character (a lone surrogate) is no text"
        raise TextFault(rules.SYNTAX, told, error.start) from None


class _Composer:
    """Builds values from events, without recursion."""

    def __init__(self, text: str, maker: Maker) -> None:
        self.parser = CParser(text)
        self.maker = maker
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.made = 0
        self.aliased = 0

    def root(self) -> Any:  # noqa: C901 - one loop over millions of events
        """The one document's value, or nothing where there is none."""
        top: list[Any] = []
        in_mapping = False
        stack: list[tuple[list[Any], bool, Any, int]] = []
        get, scalar = self.parser.get_event, self.maker.scalar
        documents = 0
        while True:
            event: Any = get()
            kind = event.__class__
            if kind is ScalarEvent:
                if event.tag is not None or event.anchor is not None:
                    self.check_tag(event)
                self.made += 1
                value = scalar(event, is_key=in_mapping and not len(top) & 1)
                if event.anchor is not None:
                    self.anchors[event.anchor] = value, 1
                top.append(value)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self.check_start(event, len(stack), is_key=in_mapping and not len(top) & 1)
                stack.append((top, in_mapping, event, self.made))
                self.made += 1
                top, in_mapping = [], kind is MappingStartEvent
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                items = top
                make = self.maker.mapping if in_mapping else self.maker.sequence
                top, in_mapping, start, before = stack.pop()
                value = make(start, items, event)
                if start.anchor is not None:
                    self.anchors[start.anchor] = value, self.made - before
                top.append(value)
            elif kind is AliasEvent:
                top.append(self.alias(event, is_key=in_mapping and not len(top) & 1))
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _fault(rules.SYNTAX, "a second document begins", event)
            elif kind is StreamEndEvent:
                return top[0] if top else None

    def check_tag(self, event: Any) -> None:
        """Passes a value that has no tag, or that of texts."""
        if event.tag not in TEXT_TAGS:
            raise _fault(rules.TAG, f"the tag {shown(event.tag)} stands here", event)

    def check_start(self, event: Any, depth: int, *, is_key: bool) -> None:
        """Passes the start of a mapping or list that is no key and not too deep."""
        if depth >= DEEPEST:
            raise _fault(rules.DEPTH, f"a value stands more than {DEEPEST} deep", event)
        if is_key:
            raise _fault(rules.KEY, "a mapping or list is no key", event)
        if event.tag is not None:
            raise _fault(rules.TAG, f"the tag {shown(event.tag)} stands here", event)

    def alias(self, event: Any, *, is_key: bool) -> Any:
        """What an alias stands for, while all aliases together stay within the bound."""
        if event.anchor not in self.anchors:
            told = f"the alias {shown(event.anchor)} stands for nothing before it, or for itself"
            raise _fault(rules.ALIASES, told, event)
        value, size = self.anchors[event.anchor]
        self.made += size
        self.aliased += size
        if self.aliased > MOST_ALIASED:
            told = f"aliases stand for more than {MOST_ALIASED:,} values"
            raise _fault(rules.ALIASES, told, event)
        if isinstance(value, Node):
            value.shared = True
        text = value.text if isinstance(value, Node) else value
        if is_key and not isinstance(text, str):
            raise _fault(rules.KEY, "an alias for something else than a text is no key", event)
        return value


def _index(mark: Any) -> int:
    return int(mark.index)


def _fault(rule: Rule, sentence: str, event: Any) -> TextFault:
    return TextFault(rule, sentence, event.start_mark.index)


def _syntax_fault(error: YAMLError, text: str) -> TextFault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    told = getattr(error, "problem", None) or getattr(error, "reason", None) or "not parsable"
    context = getattr(error, "context", None)
    index = mark.index if mark is not None else getattr(error, "position", 0)
    sentence = f"not well-formed YAML: {told}" + (f" {context}" if context else "")
    index = index if isinstance(index, int) else 0
    line = text[text.rfind("\n", 0, index) + 1 :].partition("\n")[0]
    return TextFault(rules.SYNTAX, sentence, index, remedy=QUOTES if BRACED.search(line) else "")
