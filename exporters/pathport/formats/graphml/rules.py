"""What makes GraphML valid: what is named is there, and is there once (GraphML 1.0, 2)."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from pathport.findings import Finding, Location, Severity
from pathport.rules import Rule
from pathport.safety.xml import parse_xml

__all__ = ["RULES", "sniff", "validate"]

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE, EDGE, KEY, DATA = (f"{{{NAMESPACE}}}{name}" for name in ("node", "edge", "key", "data"))
SOURCE = "GraphML 1.0 primer, 2"

TWICE = Rule(
    code="GML001",
    severity=Severity.ERROR,
    title="no two nodes, edges or keys of GraphML have one id",
    remedy="give one of them another id",
    source=SOURCE,
)
NO_END = Rule(
    code="GML002",
    severity=Severity.ERROR,
    title="an edge of GraphML leads from a node to a node",
    remedy="add the node, or take the edge out",
    source=SOURCE,
)
NO_KEY = Rule(
    code="GML003",
    severity=Severity.ERROR,
    title="data in GraphML belong to a key that is declared",
    remedy="declare the key before the graph",
    source=SOURCE,
)
RULES: tuple[Rule, ...] = (TWICE, NO_END, NO_KEY)

NAMES = {NODE: "node", EDGE: "edge", KEY: "key"}


def sniff(content: bytes) -> bool:
    """Whether the content is of this format."""
    return b"graphml" in content[:1024] and NAMESPACE.encode() in content[:1024]


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:  # noqa: ARG001 - one check
    """What is wrong with the content, in file order.

    :raises UnreadableError: if it is not parsable.
    """
    return tuple(_faults(parse_xml(content, path=path).getroot(), path))


def _faults(root: etree._Element, path: str) -> Iterator[Finding]:
    known: dict[str, set[str]] = {tag: set() for tag in NAMES}
    for element in root.iter(*NAMES):
        id_, ids = element.get("id"), known[str(element.tag)]
        if id_ is not None and id_ in ids:
            sentence = f'the id "{id_}" is that of another {NAMES[str(element.tag)]}'
            yield TWICE.finding(sentence, place=_place(element, id_, path))
        ids.add(id_ or "")
    for edge in root.iter(EDGE):
        for end in ("source", "target"):
            if edge.get(end) not in known[NODE]:
                sentence = f'the {end} of the edge, "{edge.get(end, "")}", is no node'
                yield NO_END.finding(sentence, place=_place(edge, edge.get("id", ""), path))
    for data in root.iter(DATA):
        if data.get("key") not in known[KEY]:
            sentence = f'the key "{data.get("key", "")}" is not declared'
            yield NO_KEY.finding(sentence, place=_place(data, data.get("key", ""), path))


def _place(element: etree._Element, subject: str, path: str) -> Location:
    line: Any = element.sourceline
    return Location(path=path, line=line or 0, subject=subject)
