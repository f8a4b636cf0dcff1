"""A BioPAX Level 3 file as a graph of plain objects, before anything is made of it.

A node keeps all that its element says, known to BioPAX or not, in file order; nothing is judged
here. What is odd (unknown names, one URI on two elements, references to nothing) is kept and
remembered for the rules and for the reader. The module knows nothing of XML, which ``rdfxml``
reads, nor of the canonical model. Names are those of ``biopax-level3.owl``.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from pathport.findings import Location
from pathport.formats.biopax.ontology import descendants

__all__ = [
    "Dangling",
    "Duplicate",
    "Graph",
    "Literal",
    "Node",
    "Ref",
    "Stranger",
    "Value",
    "join_aliases",
    "parse",
]


class Ref(msgspec.Struct, frozen=True, gc=False):
    """A value that is an object: its absolute URI (``_:x`` for an anonymous one), whole or not."""

    uri: str
    line: int = 0


class Literal(msgspec.Struct, frozen=True, gc=False):
    """A value that is text, as it stands, blanks included.

    ``datatype`` is the XML Schema name alone (``string``, ``float``), another datatype's IRI, or
    empty where the file gives none.
    """

    text: str
    line: int = 0
    datatype: str = ""
    language: str = ""


Value = Ref | Literal


class Node(msgspec.Struct, frozen=True, gc=False):
    """An object: URI, class, the line where it begins (from 1) and its values, in file order.

    Classes and properties of BioPAX have their local name (``Protein``, ``displayName``), all
    others their Clark name (``{namespace}name``). ``cls`` is empty if the file gives no class.
    """

    uri: str
    cls: str
    line: int
    properties: dict[str, list[Value]]

    def values(self, name: str) -> list[Value]:
        """All values of a property, in file order."""
        return self.properties.get(name, [])

    def refs(self, name: str) -> list[str]:
        """The URIs among the values of a property."""
        return [value.uri for value in self.values(name) if isinstance(value, Ref)]

    def ref(self, name: str) -> str:
        """The first URI among the values of a property, or nothing."""
        return next(iter(self.refs(name)), "")

    def texts(self, name: str) -> list[str]:
        """The literals among the values of a property, without the blanks around them."""
        return [value.text.strip() for value in self.values(name) if isinstance(value, Literal)]

    def text(self, name: str) -> str:
        """The first literal among the values of a property that is not blank, stripped."""
        for value in self.properties.get(name, ()):
            if isinstance(value, Literal) and (text := value.text.strip()):
                return text
        return ""


class Stranger(msgspec.Struct, frozen=True, gc=False):
    """What BioPAX does not have: a ``class``, ``property``, ``attribute``, ``text``, ``language``.

    A foreign or unknown class or property stands in the graph nevertheless, under this name; an
    attribute or stray text stands here only. A language is RDF's own way to mark a text.
    """

    kind: str
    name: str
    subject: str
    line: int


class Duplicate(msgspec.Struct, frozen=True, gc=False):
    """A further element for an URI: its class and line. What it says is merged into the first."""

    uri: str
    cls: str
    line: int


class Dangling(msgspec.Struct, frozen=True, gc=False):
    """A reference to an object that the file does not hold."""

    subject: str
    property: str
    uri: str
    line: int


class Graph(msgspec.Struct, frozen=True, dict=True):
    """What a file holds: its objects by URI, in file order, and what was odd about it.

    ``header`` are the owl:Ontology elements; ``also`` the further classes of objects that have
    several, none above another; ``aliases`` the references that name an object only if a ``#`` is
    added or left out, as Paxtools joins base and id (they are resolved in the nodes already).
    """

    path: str
    base: str
    namespaces: dict[str, str]
    nodes: dict[str, Node]
    header: list[Node]
    strangers: list[Stranger]
    duplicates: list[Duplicate]
    also: dict[str, list[str]]
    aliases: dict[str, str]

    def get(self, uri: str) -> Node | None:
        """The object with this URI, or nothing."""
        return self.nodes.get(uri)

    def of_class(self, name: str) -> list[Node]:
        """The objects of this class and of all below it, in file order."""
        wanted = descendants(name)
        return [node for node in self.nodes.values() if node.cls in wanted]

    def place(self, uri: str, line: int = 0) -> Location:
        """Where an object stands in the file, for findings; a line of its own wins."""
        node = self.nodes.get(uri)
        return Location(path=self.path, line=line or (node.line if node else 0), subject=uri)

    @cached_property
    def users(self) -> dict[str, list[tuple[Node, str]]]:
        """By URI, who refers to it, with which property; in file order."""
        users: dict[str, list[tuple[Node, str]]] = {}
        for node in self.nodes.values():
            for name, values in node.properties.items():
                for value in values:
                    if type(value) is Ref:
                        users.setdefault(value.uri, []).append((node, name))
        return users

    @cached_property
    def dangling(self) -> list[Dangling]:
        """The references to objects that are not in the file, in file order."""
        if self.users.keys() <= self.nodes.keys():
            return []
        return list(_dangling(self.nodes))


def _dangling(nodes: dict[str, Node]) -> Iterator[Dangling]:
    for node in nodes.values():
        for name, values in node.properties.items():
            for value in values:
                if type(value) is Ref and value.uri not in nodes:
                    yield Dangling(node.uri, name, value.uri, value.line)


def join_aliases(nodes: dict[str, Node], missing: Iterable[str]) -> dict[str, str]:
    """Resolve references that name an object but for a ``#``, in place; gives old and new.

    ``missing`` are the URIs that are referred to and are no object's.
    """
    if not missing:
        return {}
    bare = {uri.replace("#", "", 1): uri for uri in nodes}
    aliases = {uri: bare.get(uri.replace("#", "", 1), "") for uri in missing}
    return _replaced(nodes, {old: new for old, new in aliases.items() if new})


def _replaced(nodes: dict[str, Node], aliases: dict[str, str]) -> dict[str, str]:
    for node in nodes.values() if aliases else ():
        for values in node.properties.values():
            for index, value in enumerate(values):
                if type(value) is Ref and value.uri in aliases:
                    values[index] = Ref(aliases[value.uri], value.line)
    return aliases


def parse(content: bytes, path: str = "") -> Graph:
    """The graph that a file's bytes (not compressed) spell.

    :raises UnreadableError: if they are no well-formed and harmless XML, or no BioPAX Level 3:
        other XML, RDF without BioPAX, BioPAX Level 2 and plain ontologies are refused by name.
    """
    from pathport.formats.biopax import rdfxml

    return rdfxml.read(content, path)
