"""What makes Cytoscape.js JSON valid: what Cytoscape.js throws at, and what it drops in silence."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

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
RULES: tuple[Rule, ...] = (NO_JSON, NO_ID, TWICE, NO_END, NO_PARENT)


def sniff(content: bytes) -> bool:
    """Whether the content is of this format."""
    return b'"elements"' in content and b'"format_version"' in content


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:  # noqa: ARG001 - one check
    """What is wrong with the content: nodes first, then edges.

    :raises UnreadableError: if it is not parsable.
    """
    elements = _elements(content, path)
    kinds = {kind: [_data(each) for each in elements[kind]] for kind in ("nodes", "edges")}
    return tuple(_faults(kinds["nodes"], kinds["edges"], path))


def _elements(content: bytes, path: str) -> dict[str, list[Any]]:
    text = decode_text(Source(path=path, content=content))
    try:
        elements = json.loads(text)["elements"]
        return {kind: list(elements[kind]) for kind in ("nodes", "edges")}
    except json.JSONDecodeError as error:
        sentence = f"not well-formed JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        place = Location(path=path, line=error.lineno, column=error.colno)
    except (KeyError, TypeError, RecursionError):
        sentence = "there are no lists of nodes and edges in elements"
        place = Location(path=path)
    raise UnreadableError(NO_JSON.finding(sentence, place=place))


def _data(element: Any) -> Mapping[str, Any]:
    data = element.get("data") if isinstance(element, dict) else None
    return data if isinstance(data, dict) else {}


def _faults(
    nodes: Sequence[Mapping[str, Any]], edges: Sequence[Mapping[str, Any]], path: str
) -> Iterator[Finding]:
    ids = [each.get("id") for each in (*nodes, *edges)]
    for number, id_ in enumerate(ids):
        if not isinstance(id_, str) or not id_:
            what, place = ("node", number) if number < len(nodes) else ("edge", number - len(nodes))
            sentence = f"{what} {place + 1} has {'no id' if id_ is None else f'the id {id_!r}'}"
            yield NO_ID.finding(sentence, place=Location(path=path))
    for id_, count in Counter(each for each in ids if isinstance(each, str)).items():
        if count > 1:
            sentence = f'{count} nodes and edges have the id "{id_}"'
            yield TWICE.finding(sentence, place=Location(path=path, subject=id_))
    known = {each["id"]: each.get("parent") for each in nodes if isinstance(each.get("id"), str)}
    for edge in edges:
        for end in ("source", "target"):
            if edge.get(end) not in known:
                sentence = f'the {end} of the edge, "{edge.get(end, "")}", is no node'
                yield NO_END.finding(sentence, place=_place(edge, path))
    for node in nodes:
        parent = node.get("parent")
        if parent is not None and (parent not in known or _is_inside_itself(parent, known)):
            fault = "is no node" if parent not in known else "is in the end inside itself"
            sentence = f'the parent "{parent}" {fault}'
            yield NO_PARENT.finding(sentence, place=_place(node, path))


def _is_inside_itself(node: str, parents: Mapping[str, Any]) -> bool:
    passed: set[str] = set()
    at: Any = node
    while at in parents and at not in passed:
        passed.add(at)
        at = parents[at]
    return at in passed


def _place(element: Mapping[str, Any], path: str) -> Location:
    return Location(path=path, subject=str(element.get("id", "")))
