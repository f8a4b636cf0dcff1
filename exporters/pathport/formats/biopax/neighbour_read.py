"""From the objects of pybiopax to a graph, whoever made them: a file, pathport, or a user by hand.

All that an object says is taken, in attributes of pybiopax's or others, as it stands: nothing goes
through pybiopax's own writer, which leaves values out. A text where an object belongs is its uid.
Objects that are reached count although the model does not list them. Nothing is judged here but
what no graph can hold, and nothing is known of the canonical model.
"""

import math
import numbers
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeGuard

import msgspec

from pathport.errors import UnreadableError
from pathport.findings import Finding, Location
from pathport.formats.biopax.graph import (
    Duplicate,
    Graph,
    Literal,
    Node,
    Ref,
    Value,
    join_aliases,
)
from pathport.formats.biopax.neighbour_rules import EMPTY, NO_OBJECT, NO_VALUE, SEVERAL
from pathport.formats.biopax.neighbour_terms import ATTRIBUTE
from pathport.formats.biopax.ontology import is_a, ontology
from pathport.formats.biopax.uris import ANONYMOUS, is_absolute, is_anonymous, shown
from pathport.safety.characters import is_xml_text, printable

__all__ = ["Taken", "graph_of"]

QUOTED = 80


class Taken(NamedTuple):
    """The graph of a model, and what was odd about the model."""

    graph: Graph
    findings: tuple[Finding, ...]


def graph_of(model: Any) -> Taken:
    """A model of pybiopax's as a graph.

    :raises UnreadableError: if it has no objects, or holds what is none.
    """
    taking = _Taking(model)
    taking.take_all()
    graph = Graph(
        path="",
        base=taking.base,
        namespaces={},
        nodes=taking.nodes,
        header=[],
        strangers=[],
        duplicates=taking.duplicates,
        also=taking.also,
        aliases=join_aliases(taking.nodes, taking.referred - taking.nodes.keys()),
    )
    return Taken(graph, tuple(taking.findings))


class _Taking:
    """The state of one reading: what is known so far of the graph."""

    def __init__(self, model: Any) -> None:
        self.base = model.xml_base if isinstance(model.xml_base, str) else ""
        self.document = self.base.partition("#")[0]
        self.uris: dict[int, str] = {}
        """By identity, for uids may be missing, or be of several objects."""
        self.nodes: dict[str, Node] = {}
        self.referred: set[str] = set()
        """The URIs that are given as texts."""
        self.duplicates: list[Duplicate] = []
        self.also: dict[str, list[str]] = {}
        self.findings: list[Finding] = []
        self.reached = _objects(model)

    def take_all(self) -> None:
        """Take every object."""
        for held in self.reached:
            self.uris[id(held)] = self.uri(held)
        for held in self.reached:
            self.take(held)

    def uri(self, held: Any) -> str:
        """The URI of an object: its uid made absolute, or one of our own if it has none."""
        if not held.uid:
            return f"{ANONYMOUS}{len(self.uris) + 1}"
        return self.absolute(held.uid)

    def absolute(self, uid: str) -> str:
        """A uid as URI; one without a scheme is a name within the document, as rdf:ID is."""
        if is_absolute(uid) or is_anonymous(uid):
            return uid
        return f"{self.document}#{uid.removeprefix('#')}"

    def take(self, held: Any) -> None:
        """Take an object with all that it says."""
        node = Node(self.uris[id(held)], _class_of(held), 0, {})
        for name, values in _said(held):
            found = [it for value in values for it in self.value(node, name, value)]
            if found:
                node.properties.setdefault(name, []).extend(found)
        known = self.nodes.get(node.uri)
        if known is None:
            self.nodes[node.uri] = node
        else:
            self.merge(known, node)

    def value(self, node: Node, name: str, value: object) -> Iterator[Value]:
        """A value as the graph has it, unless it is none."""
        known = ontology().properties.get(name)
        if id(value) in self.uris and not (known and not known.is_object):
            yield Ref(self.uris[id(value)])
        elif _is_text(value) and known and known.is_object:
            uri = self.absolute(value)
            self.referred.add(uri)
            yield Ref(uri)
        elif (literal := _literal(value)) and not (known and known.is_object):
            yield literal
        else:
            told = f'{name} of {node.cls} "{shown(node.uri)}" is {_described(value)}'
            self.findings.append(NO_VALUE.finding(told, place=Location(subject=node.uri)))

    def merge(self, known: Node, node: Node) -> None:
        """Take a further object of one URI into the first, and tell if it says anything else."""
        self.duplicates.append(Duplicate(node.uri, node.cls, 0))
        news = node.cls != known.cls
        for name, values in node.properties.items():
            there = known.properties.setdefault(name, [])
            added = [it for it in values if it not in there]
            there += added
            news = news or bool(added)
        if is_a(node.cls, known.cls):
            self.nodes[node.uri] = msgspec.structs.replace(known, cls=node.cls)
        elif not is_a(known.cls, node.cls):
            self.also.setdefault(node.uri, []).append(node.cls)
        if news:
            told = f'a {known.cls} and another {node.cls} that says more have the uid "{node.uri}"'
            self.findings.append(SEVERAL.finding(told, place=Location(subject=node.uri)))


# Objects


def _objects(model: Any) -> list[Any]:
    """The objects of a model.

    :raises UnreadableError: if there are none, or what is listed or reached is none.
    """
    objects = model.objects
    found = objects.values() if isinstance(objects, Mapping) else objects
    listed = list(found) if isinstance(found, Collection) else []
    if not listed:
        raise UnreadableError(EMPTY.finding("the model has no objects"))
    reached = list(_reached(filter(_is_object, listed)))
    wrong = [f"the model holds {_described(it)}" for it in listed if not _is_object(it)]
    wrong += [
        f"the uid of a {_class_of(it)} is {_described(it.uid)}"
        for it in reached
        if it.uid is not None and not _is_text(it.uid)
    ]
    if wrong:
        raise UnreadableError.of(map(NO_OBJECT.finding, wrong))
    return reached


def _reached(listed: Iterable[Any]) -> Iterator[Any]:
    """The objects that are listed, each with those behind it that no list has."""
    known: dict[int, Any] = {id(held): held for held in listed}
    stack = list(reversed(known.values()))
    while stack:
        held = stack.pop()
        yield held
        behind = [it for _, values in _said(held) for it in values if _is_object(it)]
        fresh = {id(it): it for it in behind if id(it) not in known}
        known |= fresh
        stack += reversed(fresh.values())


def _is_object(value: object) -> bool:
    from pybiopax.biopax import BioPaxObject

    return isinstance(value, BioPaxObject)


def _class_of(held: Any) -> str:
    """The class of BioPAX that an object is of: its own, or the next one above that BioPAX has."""
    names = [cls.__name__ for cls in type(held).__mro__]
    return next((name for name in names if name in ontology().classes), names[0])


# Values


def _said(held: Any) -> Iterator[tuple[str, list[object]]]:
    """The properties of an object with their values; links back are no property of it."""
    from pybiopax.biopax import Named

    if isinstance(held, Named):
        yield "name", _several(held.get_plain_names())
    for attribute, value in vars(held).items():
        if attribute != "uid" and not attribute.startswith("_"):
            yield ATTRIBUTE.key(attribute) or attribute, _several(value)


def _several(value: object) -> list[object]:
    """What stands in an attribute, as a list without what is nothing."""
    values = value if isinstance(value, list | tuple) else [value]
    return [it for it in values if it is not None and not (isinstance(it, str) and not it)]


def _is_text(value: object) -> TypeGuard[str]:
    """Whether a value is a text that a file could hold."""
    return isinstance(value, str) and is_xml_text(value)


def _literal(value: object) -> Literal | None:
    """A text, number or truth value as the graph has it; what is not a number is none."""
    if _is_text(value):
        return Literal(value)
    if isinstance(value, bool):
        return Literal("true" if value else "false", datatype="boolean")
    if isinstance(value, numbers.Integral):
        return Literal(str(int(value)), datatype="int")
    if isinstance(value, numbers.Real) and math.isfinite(value):
        return Literal(repr(float(value)), datatype="float")
    return None


def _described(value: object) -> str:
    """A value in a sentence; what may tell where it lies in memory is not quoted."""
    if isinstance(value, str | numbers.Number):
        return f'"{printable(str(value)[:QUOTED])}" of type {type(value).__name__}'
    return f"a value of type {type(value).__name__}"
