"""What makes GraphML valid: what is named is there, and is there once; values are of their types.

GraphML 1.0 primer, 2 and 3.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from pathport.findings import Finding, Location, Severity
from pathport.rules import Rule
from pathport.safety.xml import parse_xml

__all__ = ["RULES", "sniff", "validate"]

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
ROOT, NODE, EDGE, KEY, DATA, DEFAULT = (
    f"{{{NAMESPACE}}}{name}" for name in ("graphml", "node", "edge", "key", "data", "default")
)
SOURCE = "GraphML 1.0 primer, 2"
SHOWN = 40

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
NO_TYPE = Rule(
    code="GML004",
    severity=Severity.ERROR,
    title="the type of a key of GraphML is boolean, int, long, float, double or string",
    remedy="write one of these",
    source="GraphML 1.0 primer, 3",
)
NO_VALUE = Rule(
    code="GML005",
    severity=Severity.ERROR,
    title="a value in GraphML is of the type of its key",
    remedy="write a value of that type, or leave it out",
    source="GraphML 1.0 primer, 3",
)
NO_ROOT = Rule(
    code="GML006",
    severity=Severity.ERROR,
    title=f"the root of a file of GraphML is graphml, in the namespace {NAMESPACE}",
    remedy=f'write xmlns="{NAMESPACE}"',
    source="GraphML 1.0 primer, 2",
)
RULES: tuple[Rule, ...] = (TWICE, NO_END, NO_KEY, NO_TYPE, NO_VALUE, NO_ROOT)

NAMES = {NODE: "node", EDGE: "edge", KEY: "key"}
WHOLE = re.compile(r"\s*[+-]?[0-9]+\s*")
REAL = re.compile(
    r"\s*[+-]?(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|INF|inf|NaN|nan)\s*"
)
VALUES: Mapping[str, re.Pattern[str]] = {
    "boolean": re.compile(r"\s*(?:true|false|0|1)\s*", re.IGNORECASE),
    "int": WHOLE,
    "long": WHOLE,
    "float": REAL,
    "double": REAL,
    "string": re.compile(r".*", re.DOTALL),
}
"""What a value of each type looks like."""


def sniff(content: bytes) -> bool:
    """Whether the content is of this format."""
    return b"graphml" in content[:1024] and NAMESPACE.encode() in content[:1024]


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:  # noqa: ARG001 - one check
    """What is wrong with the content, in file order.

    :raises UnreadableError: if it is not parsable.
    """
    return tuple(_faults(parse_xml(content, path=path).getroot(), path))


def _faults(root: etree._Element, path: str) -> Iterator[Finding]:
    if root.tag != ROOT:
        sentence = f'the root of the file is "{root.tag}"'
        yield NO_ROOT.finding(sentence, place=_place(root, "", path))
        return
    yield from _dangling(root, path)
    yield from _untyped(root, path)


def _untyped(root: etree._Element, path: str) -> Iterator[Finding]:
    """Keys of no type, and values that are not of the type of their key."""
    types: dict[str, str] = {}
    for key in root.iter(KEY):
        id_, type_ = key.get("id", ""), key.get("attr.type", "string")
        if type_ in VALUES:
            types[id_] = type_
        else:
            sentence = f'the type of the key "{id_}" is "{type_}"'
            yield NO_TYPE.finding(sentence, place=_place(key, id_, path))
    for element in root.iter(DATA, DEFAULT):
        of = element.getparent() if element.tag == DEFAULT else element
        id_ = of.get("id" if element.tag == DEFAULT else "key", "") if of is not None else ""
        text = element.text or ""
        if id_ in types and not len(element) and not VALUES[types[id_]].fullmatch(text):
            sentence = f'"{text[:SHOWN]}" under the key "{id_}" is no {types[id_]}'
            yield NO_VALUE.finding(sentence, place=_place(element, id_, path))


def _dangling(root: etree._Element, path: str) -> Iterator[Finding]:
    """What is there twice, or is named and not there."""
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
