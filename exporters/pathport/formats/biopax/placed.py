"""What stands in a property's place and can't be there: taken out before anything is read, named.

A property's values are objects of the classes that the ontology gives it. The reader then finds
nothing in a place but what it can read there, and who is used by whom is told by these alone. The
specification is ``biopax-level3.owl``, its ``domain`` and ``range``.
"""

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from pathport.findings import Finding
from pathport.formats.biopax.graph import Graph, Node, Ref, Value
from pathport.formats.biopax.losses import UNREAD_PROPERTY
from pathport.formats.biopax.ontology import descendants, ontology, property_of
from pathport.formats.biopax.understood import understood, unread
from pathport.formats.biopax.uris import shown

__all__ = ["placed"]

WIDER: Mapping[str, tuple[str, ...]] = {
    "controlled": ("PhysicalEntity",),
    "controller": ("Gene",),
    "left": ("Entity",),
    "product": ("Entity",),
    "right": ("Entity",),
    "template": ("PhysicalEntity",),
}
"""What is read in a property's place beside what the ontology has there: its sense is plain."""


def placed(graph: Graph) -> tuple[Graph, list[Finding]]:
    """The graph without the values that can't stand where they do, and what these are.

    The graph that is given stays as it is.
    """
    found = {node.uri: bad for node in graph.nodes.values() if (bad := _misplaced(graph, node))}
    if not found:
        return graph, []
    nodes = graph.nodes | {uri: _without(graph.nodes[uri], bad) for uri, bad in found.items()}
    told = [it for uri, bad in found.items() for it in _told(graph, graph.nodes[uri], bad)]
    return msgspec.structs.replace(graph, nodes=nodes), told


def _misplaced(graph: Graph, node: Node) -> dict[str, list[Value]]:
    """The values of an object that can't stand where they do, by property."""
    table, nodes = _places(node.cls), graph.nodes
    bad: dict[str, list[Value]] = {}
    for name, values in node.properties.items():
        classes = table.get(name)
        if classes is None:
            continue
        for value in values:
            if type(value) is Ref and value.uri in nodes and nodes[value.uri].cls not in classes:
                bad.setdefault(name, []).append(value)
    return bad


def _without(node: Node, bad: Mapping[str, list[Value]]) -> Node:
    """An object without these values."""
    kept = {
        name: [it for it in values if it not in bad.get(name, ())]
        for name, values in node.properties.items()
    }
    rest = {name: values for name, values in kept.items() if values}
    return msgspec.structs.replace(node, properties=rest)


def _told(graph: Graph, node: Node, bad: Mapping[str, list[Value]]) -> Iterator[Finding]:
    for name, values in bad.items():
        if name not in understood(node.cls):
            yield from unread(graph, node, name, values)
            continue
        for value in values:
            if isinstance(value, Ref):
                it = graph.nodes[value.uri].cls or "object"
                told = f'the {name} {it} "{shown(value.uri)}" of {node.cls} "{shown(node.uri)}"'
                sentence = f"{told} is not read: it is no {_listed(name)}"
                yield UNREAD_PROPERTY.finding(sentence, place=graph.place(node.uri, value.line))


def _listed(name: str) -> str:
    """The classes that may stand there, in a sentence."""
    return " or ".join(ontology().properties[name].range)


@cache
def _places(cls: str) -> dict[str, frozenset[str]]:
    """By property, the classes of what can be read there of an object of this class.

    None are where the class has no such property. What it has and is not read is left out.
    """
    table = ontology().properties
    known = understood(cls)
    objects = {name: found for name, found in table.items() if found.is_object}
    return {
        name: _spread((*found.range, *WIDER.get(name, ()))) if name in known else frozenset()
        for name, found in objects.items()
        if name in known or property_of(cls, name) is None
    }


def _spread(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(descendants, names))
