"""From a graph to the objects of pybiopax, each value of the type that its property has.

Objects are made first and linked then, for they may refer to each other in circles. What has no
place in pybiopax's classes is left out and told; what a class has is asked of the class, so that
another version of pybiopax is taken as it is. Nothing is known here of the canonical model.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from pathport.findings import Finding, Location
from pathport.formats.biopax.graph import Graph, Literal, Node, Ref, Value
from pathport.formats.biopax.neighbour_rules import NO_PLACE, UNWRITTEN
from pathport.formats.biopax.neighbour_terms import ATTRIBUTE, LISTS, NEEDED
from pathport.formats.biopax.ontology import ontology

__all__ = ["Made", "model_of"]

TRUTH = {"true": True, "1": True, "false": False, "0": False}
NUMBERS = (bool, float, int)
TYPED: dict[str, Callable[[str], object]] = {
    "boolean": lambda text: TRUTH[text.strip()],
    "float": float,
    "int": int,
}
"""By the datatype of a property, the value that a text spells."""


class Made(msgspec.Struct, frozen=True):
    """A model, and what of the graph it does not hold, each in a sentence."""

    model: Any
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...]
    """The same as findings, and what pybiopax's own writer would leave out of a file."""


def model_of(graph: Graph) -> Made:
    """The graph as a model of pybiopax's."""
    from pybiopax import biopax

    making = _Making(graph)
    model = biopax.BioPaxModel(making.linked(), graph.base)
    left_out = tuple(sorted(making.left_out))
    return Made(model, left_out, (*map(NO_PLACE.finding, left_out), *_unwritten(model)))


class _Making:
    """The objects of a graph while they are made."""

    def __init__(self, graph: Graph) -> None:
        import pybiopax

        self.classes = pybiopax.biopax
        self.whose = f"pybiopax {pybiopax.__version__}"
        self.nodes = graph.nodes
        self.left_out: set[str] = set()
        self.made = {uri: self.new(node) for uri, node in self.nodes.items() if self.has(node)}

    def has(self, node: Node) -> bool:
        """Whether pybiopax has the class of an object."""
        found = node.cls in ontology().classes and hasattr(self.classes, node.cls)
        if not found:
            self.left_out.add(f"{self.whose} has no class {node.cls}")
        return found

    def new(self, node: Node) -> Any:
        """The object for a node, with its further names; the rest is filled in later."""
        cls = getattr(self.classes, node.cls)
        given: dict[str, Any] = dict.fromkeys(NEEDED.get(node.cls, ()))
        if issubclass(cls, self.classes.Named):
            given["name"] = [it.text for it in node.values("name") if isinstance(it, Literal)]
        return cls(uid=node.uri, **given)

    def linked(self) -> dict[str, Any]:
        """The objects by URI, all their attributes filled in."""
        for uri, held in self.made.items():
            for name, values in self.nodes[uri].properties.items():
                if name != "name":
                    self.fill(held, name, values)
        return self.made

    def fill(self, held: Any, name: str, values: list[Value]) -> None:
        """Put the values of a property into its attribute, as one or as a list."""
        attribute, cls = ATTRIBUTE.word(name), type(held).__name__
        if attribute is None or attribute not in vars(held):
            self.left_out.add(f"{self.whose} has no {name} of {cls}")
            return
        found = [self.value(name, each) for each in values]
        if name in LISTS or isinstance(vars(held)[attribute], list):
            setattr(held, attribute, found)
            return
        setattr(held, attribute, found[0])
        if found[1:]:
            self.left_out.add(f"{self.whose} holds one {name} of {cls}")

    def value(self, name: str, value: Value) -> object:
        """A value as pybiopax holds it; as text what is of another type, or names no object."""
        if isinstance(value, Ref):
            return self.made.get(value.uri, value.uri)
        typed = TYPED.get(ontology().properties[name].datatype, str)
        try:
            return typed(value.text)
        except (ValueError, KeyError):
            return value.text


def _unwritten(model: Any) -> Iterator[Finding]:
    """A note for each property of which pybiopax's own writer would leave out values."""
    counts = Counter(
        (attribute, type(value))
        for held in model.objects.values()
        for attribute, values in vars(held).items()
        for value in (values if isinstance(values, list) else [values])
        if isinstance(value, NUMBERS)
    )
    unwritten = {kind for kind in NUMBERS if not _writes(kind(1))}
    for (attribute, kind), number in sorted(counts.items(), key=lambda item: item[0][0]):
        if kind in unwritten:
            name = ATTRIBUTE.key(attribute) or attribute
            told = f"{name} has values of type {kind.__name__} ({number:,})"
            sentence = f"{told}, which pybiopax's own writer leaves out"
            yield UNWRITTEN.finding(sentence, place=Location(subject=name))


def _writes(value: object) -> bool:
    """Whether pybiopax's own writer writes a value of this type."""
    from pybiopax.biopax import BioPaxObject

    return len(BioPaxObject(uid="it", comment=[value]).to_xml()) > 0
