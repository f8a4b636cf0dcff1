"""What makes Cytoscape.js JSON valid: what Cytoscape.js throws at, and what it drops in silence."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pathport.document.json import nodes_of
from pathport.document.nodes import Lines, Node
from pathport.errors import UnreadableError
from pathport.findings import Finding, Location, Severity
from pathport.rules import Rule
from pathport.safety.source import Source, decode_text

__all__ = ["RULES", "sniff", "validate"]

SOURCE = "Cytoscape.js 3, Notation, Elements JSON"

NO_JSON = Rule(
    code="CYJ001",
    severity=Severity.ERROR,
    title="a file of Cytoscape.js is JSON with lists of nodes and edges in elements",
    remedy="export it again; the first fault is where the parser stopped",
    source=SOURCE,
)
NO_ID = Rule(
    code="CYJ002",
    severity=Severity.ERROR,
    title="a node or edge of Cytoscape.js has an id that is a text",
    remedy="give it one: without it Cytoscape.js makes one up at each loading",
    source=SOURCE,
)
TWICE = Rule(
    code="CYJ003",
    severity=Severity.ERROR,
    title="no two nodes or edges of Cytoscape.js have one id",
    remedy="give one of them another id: Cytoscape.js drops the second",
    source=SOURCE,
)
NO_END = Rule(
    code="CYJ004",
    severity=Severity.ERROR,
    title="an edge of Cytoscape.js leads from a node to a node",
    remedy="add the node, or take the edge out: Cytoscape.js loads nothing",
    source=SOURCE,
)
NO_PARENT = Rule(
    code="CYJ005",
    severity=Severity.ERROR,
    title="the parent of a node of Cytoscape.js is a node that is not inside it",
    remedy="add the parent, or name another: Cytoscape.js leaves it out",
    source=SOURCE,
)
NO_PLACE = Rule(
    code="CYJ006",
    severity=Severity.ERROR,
    title="the position of a node of Cytoscape.js is two numbers, x and y",
    remedy="write them as numbers, or leave the position out",
    source=SOURCE,
)
RULES: tuple[Rule, ...] = (NO_JSON, NO_ID, TWICE, NO_END, NO_PARENT, NO_PLACE)


def sniff(content: bytes) -> bool:
    """Whether the content is of this format."""
    return b'"elements"' in content and b'"format_version"' in content


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:  # noqa: ARG001 - one check
    """What is wrong with the content: nodes first, then edges.

    :raises UnreadableError: if it is not parsable.
    """
    text = decode_text(Source(path=path, content=content))
    elements = _elements(text, path)
    faults = list(_faults(elements["nodes"], elements["edges"]))
    if not faults:
        return ()
    root, lines = nodes_of(text)[0], Lines(text)
    return tuple(
        rule.finding(sentence, remedy=remedy, place=_place(element, root, lines, path))
        for rule, sentence, element, remedy in faults
    )


class Element(NamedTuple):
    """A node or an edge: its kind and number in the file, its data, the whole of it."""

    kind: str
    number: int
    data: Mapping[str, Any]
    whole: Any

    @property
    def id(self) -> str | None:
        """Its id, which is a text; a number is taken for one."""
        id_ = self.data.get("id")
        return str(id_) if _is_number(id_) else id_ if isinstance(id_, str) and id_ else None


class Fault(NamedTuple):
    """A rule that an element breaks, how, and what to do, if that is not what the rule says."""

    rule: Rule
    sentence: str
    element: Element
    remedy: str | None = None


def _elements(text: str, path: str) -> dict[str, list[Element]]:
    try:
        found = json.loads(text)["elements"]
        return {kind: list(_of_kind(kind, list(found[kind]))) for kind in ("nodes", "edges")}
    except json.JSONDecodeError as error:
        sentence = f"not well-formed JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        place = Location(path=path, line=error.lineno, column=error.colno)
    except (KeyError, TypeError, RecursionError):
        sentence = "there are no lists of nodes and edges in elements"
        place = Location(path=path)
    raise UnreadableError(NO_JSON.finding(sentence, place=place))


def _of_kind(kind: str, elements: list[Any]) -> Iterator[Element]:
    for number, element in enumerate(elements):
        data = element.get("data") if isinstance(element, dict) else None
        yield Element(kind, number, data if isinstance(data, dict) else {}, element)


def _faults(nodes: Sequence[Element], edges: Sequence[Element]) -> Iterator[Fault]:
    seen: set[str | None] = set()
    for element in (*nodes, *edges):
        yield from _of_id(element, seen)
        seen.add(element.id)
    parents = {it.id: _text(it.data.get("parent")) for it in nodes if it.id is not None}
    for edge in edges:
        for end in ("source", "target"):
            named = _text(edge.data.get(end))
            if named not in parents:
                yield Fault(NO_END, f'the {end} of the edge, "{named}", is no node', edge)
    for node in nodes:
        yield from _of_node(node, parents)


def _of_id(element: Element, seen: Collection[str | None]) -> Iterator[Fault]:
    """What is wrong with the id of an element, behind those of others."""
    given, what = element.data.get("id"), f"{element.kind[:-1]} {element.number + 1}"
    if given is None:
        yield Fault(NO_ID, f"{what} has no id", element)
    elif not isinstance(given, str) or not given:
        shown = json.dumps(given)[:40]
        remedy = f'write "{shown}", as Cytoscape.js does' if _is_number(given) else None
        yield Fault(NO_ID, f"{what} has the id {shown}, which is no text", element, remedy)
    if element.id is not None and element.id in seen:
        yield Fault(TWICE, f'another one has the id "{element.id}" too', element)


def _of_node(node: Element, parents: Mapping[str, str]) -> Iterator[Fault]:
    """What is wrong with the parent and the position of a node."""
    parent = _text(node.data.get("parent"))
    if parent and parent not in parents:
        yield Fault(NO_PARENT, f'the parent "{parent}" is no node', node)
    elif parent and node.id is not None and _is_inside_itself(node.id, parents):
        yield Fault(NO_PARENT, f'the parent "{parent}" is in the end inside itself', node)
    position = node.whole.get("position") if isinstance(node.whole, dict) else None
    if position is not None and not _is_place(position):
        yield Fault(NO_PLACE, f"the position of the node is {json.dumps(position)[:40]}", node)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_place(position: Any) -> bool:
    return isinstance(position, dict) and all(_is_number(position.get(axis)) for axis in "xy")


def _text(value: Any) -> str:
    """What an element names: a text, or a number that is taken for one."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def _is_inside_itself(node: str, parents: Mapping[str, str]) -> bool:
    passed: set[str] = set()
    at = parents.get(node)
    while at and at not in passed:
        if at == node:
            return True
        passed.add(at)
        at = parents.get(at)
    return False


def _place(element: Element, root: Node, lines: Lines, path: str) -> Location:
    node = root
    for key in ("elements", element.kind, element.number):
        found = node.pair(key)
        node = found[1] if found else node
    line, column = lines.where(node.start)
    return Location(path=path, line=line, column=column, subject=element.id or "")
