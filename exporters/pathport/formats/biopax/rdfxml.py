"""The one reading of BioPAX's RDF/XML into a graph, every shape of it taken.

Nested and flat elements; ``rdf:ID``, ``rdf:about``, ``rdf:nodeID`` or none; a base with ``#`` and
without; ``rdf:Description`` with ``rdf:type``; datatypes as IRI, as ``xsd:`` or missing; several
elements of one URI; properties as attributes; one object as the root; foreign elements. Objects
are built while the text is parsed, so that memory follows the objects. The module judges only
whether the file is BioPAX Level 3 at all, and knows nothing of the canonical model. Specification:
RDF/XML Syntax (W3C, 2004), sections 2 and 5 to 7.
"""

from collections.abc import Iterator
from typing import Any

import msgspec
from lxml import etree

from pathport.errors import UnreadableError
from pathport.findings import Location
from pathport.formats.biopax.graph import (
    Duplicate,
    Graph,
    Literal,
    Node,
    Ref,
    Stranger,
    Value,
    join_aliases,
)
from pathport.formats.biopax.ontology import NAMESPACE, is_a, ontology
from pathport.formats.biopax.refusals import NO_BIOPAX, NOT_RDF, OLD_LEVEL, PLAIN_OWL
from pathport.formats.biopax.uris import ANONYMOUS, Resolver
from pathport.rules import Rule
from pathport.safety.collector import collector_paused
from pathport.safety.xml import top_level_xml

__all__ = ["read"]

CHARACTERS = "http://www.w3.org/XML/1998/namespace"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
LEVEL_2 = "http://www.biopax.org/release/biopax-level2.owl#"

ROOT = f"{{{RDF}}}RDF"
ABOUT, ID, NODE_ID = f"{{{RDF}}}about", f"{{{RDF}}}ID", f"{{{RDF}}}nodeID"
TYPE, RESOURCE, DATATYPE = f"{{{RDF}}}type", f"{{{RDF}}}resource", f"{{{RDF}}}datatype"
PARSE_TYPE = f"{{{RDF}}}parseType"
BASE, LANGUAGE = f"{{{CHARACTERS}}}base", f"{{{CHARACTERS}}}lang"
ONTOLOGY = f"{{{OWL}}}Ontology"
UNTYPED = {f"{{{RDF}}}Description", f"{{{OWL}}}NamedIndividual", f"{{{OWL}}}Thing", ONTOLOGY}
"""Classes that say nothing of what an object of BioPAX is."""

DATATYPE_PREFIXES = (XSD, "xsd:", "xs:")
XML_LITERAL = RDF + "XMLLiteral"
LAST_LINE = 65_534


def read(content: bytes, path: str) -> Graph:
    """The graph that the bytes spell.

    :raises UnreadableError: as ``pathport.formats.biopax.graph.parse``, which is what to call.
    """
    with collector_paused():
        reading = _Reading(path)
        found = top_level_xml(content, reading.begin, path=path, entities="namespaces")
        for reading.root, element in found:
            reading.top(element)
        reading.stray(reading.root, "")
        return reading.graph()


class _Reading:
    """The state of one reading: what is known so far of the graph."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.root: Any = None
        self.whole: Node | None = None
        """The object that the root is, where it is one."""
        self.namespaces: dict[str, str] = {}
        self.resolver = Resolver("")
        self.nodes: dict[str, Node] = {}
        self.headers: dict[str, int] = {}
        self.strangers: list[Stranger] = []
        self.duplicates: list[Duplicate] = []
        self.also: dict[str, list[str]] = {}
        self.referred: set[str] = set()
        self.names: dict[str, str] = {}
        self.datatypes: dict[str, str] = {}
        self.anonymous = 0
        self.classes = ontology().classes
        self.properties = ontology().properties

    def begin(self, root: Any) -> None:
        """Take the root's name, namespaces and base; refuse what is not RDF.

        The root may be an object, if there is but one (RDF/XML Syntax, 2.6).
        """
        self.root = root
        self.namespaces = {prefix or "": uri for prefix, uri in root.nsmap.items()}
        self.resolver = Resolver(root.get(BASE, ""))
        if root.tag == ROOT:
            if LANGUAGE in root.attrib:
                self.strange("language", root.get(LANGUAGE), "", _line(root))
        elif self.name(root.tag) in self.classes or root.tag in UNTYPED - {ONTOLOGY}:
            self.whole = self.begun(root, self.resolver)
        else:
            raise self.refused(NOT_RDF, f'the root element is "{etree.QName(root).localname}"')

    def refused(self, rule: Rule, sentence: str) -> UnreadableError:
        """The error for a file that is no BioPAX Level 3."""
        return UnreadableError(rule.finding(sentence, place=Location(path=self.path)))

    def top(self, element: Any) -> None:
        """Read what stands in the root: an object, or a property of the one that the root is."""
        if self.whole is not None:
            self.property(element, self.whole, self.resolver)
        else:
            self.node(element, self.resolver)
            self.stray_tail(element, "")

    # Nodes: RDF/XML Syntax, 7.2.11

    def node(self, element: Any, resolver: Resolver) -> str:
        """Read a node element with all in it; gives its URI."""
        base = element.get(BASE)
        if base is not None:
            resolver = Resolver(resolver.absolute(base))
        node = self.begun(element, resolver)
        self.stray(element, node.uri)
        for child in element:
            self.property(child, node, resolver)
        return node.uri

    def begun(self, element: Any, resolver: Resolver) -> Node:
        """The node of an element, with what its attributes say."""
        given = dict(element.items())
        given.pop(BASE, None)
        node = self.opened(self.uri(given, resolver), element)
        for key, text in given.items():
            self.node_attribute(node, key, text)
        return node

    def uri(self, given: dict[str, str], resolver: Resolver) -> str:
        """The URI that the attributes give, which are taken out; one of our own if none does."""
        if ABOUT in given:
            return resolver[given.pop(ABOUT)]
        if ID in given:
            return resolver["#" + given.pop(ID)]
        if NODE_ID in given:
            return ANONYMOUS + given.pop(NODE_ID)
        self.anonymous += 1
        return f"{ANONYMOUS}{self.anonymous}"  # no node id begins with a digit

    def opened(self, uri: str, element: Any) -> Node:
        """The node for an element: a new one, or the one that has this URI already."""
        cls, line = self.name(element.tag), _line(element)
        known = self.nodes.get(uri)
        if known is None or self.is_header(known):
            said = self.nodes.pop(uri).properties if known else {}
            self.nodes[uri] = Node(uri=uri, cls="", line=line, properties=said)
        elif cls != ONTOLOGY:
            self.duplicates.append(Duplicate(uri, cls, line))
        self.add_class(uri, cls, line)
        return self.nodes[uri]

    def is_header(self, node: Node) -> bool:
        """Whether a node is the header of the file, and so far nothing else."""
        return not node.cls and node.uri in self.headers

    def add_class(self, uri: str, cls: str, line: int) -> None:
        """Take a class of a node: the most special stays, one that is beside it is kept as well."""
        node = self.nodes[uri]
        if cls == ONTOLOGY:
            self.headers.setdefault(uri, line)
        if cls in UNTYPED:
            return
        if cls not in self.classes:
            self.strange("class", cls, node.uri, line)
        if not node.cls or (cls != node.cls and is_a(cls, node.cls)):
            self.nodes[node.uri] = msgspec.structs.replace(node, cls=cls)
        elif cls != node.cls and not is_a(node.cls, cls):
            self.also.setdefault(node.uri, []).append(cls)

    def node_attribute(self, node: Node, key: str, text: str) -> None:
        """Take an attribute of a node element: a property, or something strange."""
        name = self.name(key)
        if key == TYPE:
            self.add_class(node.uri, self.class_named(text), node.line)
        elif name in self.properties:
            node.properties.setdefault(name, []).append(Literal(text, node.line))
        else:
            self.strange("attribute", name, node.uri, node.line)

    def described(self, uri: str, said: dict[str, str], line: int) -> None:
        """Take what the attributes of an empty property element say of its value."""
        node = self.nodes.setdefault(uri, Node(uri, "", line, {}))
        for key, text in said.items():
            self.node_attribute(node, key, text)

    # Properties: RDF/XML Syntax, 7.2.14 to 7.2.21

    def property(self, element: Any, node: Node, resolver: Resolver) -> None:
        """Read a property element into its node."""
        name = self.name(element.tag)
        if name not in self.properties:
            if name == TYPE:
                cls = self.class_named(element.get(RESOURCE, ""))
                return self.add_class(node.uri, cls, _line(element))
            self.strange("property", name, node.uri, _line(element))
        values = node.properties.get(name)
        if values is None:
            values = node.properties[name] = []
        if len(element):
            values.extend(self.nested(element, node, resolver))
        else:
            values.append(self.leaf(element, node, resolver))
        self.stray_tail(element, node.uri)
        return None

    def leaf(self, element: Any, node: Node, resolver: Resolver) -> Value:
        """The value of a property element without elements in it."""
        line = _line(element)
        uri: str | None = None
        datatype = language = ""
        said: dict[str, str] = {}
        for key, text in element.items():
            if key == RESOURCE:
                uri = resolver[text]
            elif key == DATATYPE:
                datatype = self.datatype(text)
            elif key == LANGUAGE:
                language = text
                self.strange("language", text, node.uri, line)
            elif key == NODE_ID:
                uri = ANONYMOUS + text
            elif key == TYPE or self.name(key) in self.properties:
                said[key] = text
            else:
                self.strange("attribute", self.name(key), node.uri, line)
        if said:
            uri = self.uri({}, resolver) if uri is None else uri
            self.described(uri, said, line)
        if uri is None:
            return Literal(element.text or "", line, datatype, language)
        self.stray(element, node.uri)
        return self.ref(uri, line)

    def nested(self, element: Any, node: Node, resolver: Resolver) -> Iterator[Value]:
        """The values of a property element with elements in it: objects, or foreign markup."""
        line = _line(element)
        given = dict(element.items())
        kind = given.pop(PARSE_TYPE, "")
        for key in given:
            self.strange("attribute", self.name(key), node.uri, line)
        if kind == "Resource":
            yield self.ref(self.resource(element, resolver), line)
        elif kind == "Literal" or not self.has_objects(element):
            yield Literal(_markup(element), line, XML_LITERAL)
        else:
            self.stray(element, node.uri)
            for child in element:
                yield self.ref(self.node(child, resolver), _line(child))
                self.stray_tail(child, node.uri)

    def ref(self, uri: str, line: int) -> Ref:
        """A value that is an object, remembered: the file may not have it."""
        self.referred.add(uri)
        return Ref(uri, line)

    def has_objects(self, element: Any) -> bool:
        """Whether what stands in a property is meant as objects: always in one of BioPAX."""
        known = self.name(element.tag) in self.properties
        return known or any(self.name(child.tag) in self.classes for child in element)

    def resource(self, element: Any, resolver: Resolver) -> str:
        """The anonymous object that ``parseType="Resource"`` spells; gives its URI."""
        uri = self.uri({}, resolver)
        node = self.nodes[uri] = Node(uri, "", _line(element), {})
        self.stray(element, uri)
        for child in element:
            self.property(child, node, resolver)
        return uri

    # Names, and what is odd

    def name(self, tag: str) -> str:
        """The local name of BioPAX's elements and attributes, the Clark name of others."""
        found = self.names.get(tag)
        if found is None:
            space, _, local = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
            found = self.names[tag] = local if space == NAMESPACE else f"{{{space}}}{local}"
        return found

    def class_named(self, iri: str) -> str:
        """The class that an ``rdf:type`` names, as ``name`` gives it; without ``#``, the IRI."""
        space, hash_, local = iri.rpartition("#")
        return self.name(f"{{{space}#}}{local}") if hash_ else iri

    def datatype(self, iri: str) -> str:
        """The XML Schema name of a datatype, however it is spelt, or another datatype's IRI."""
        found = self.datatypes.get(iri)
        if found is None:
            prefix = next(filter(iri.startswith, DATATYPE_PREFIXES), "")
            found = self.datatypes[iri] = iri.removeprefix(prefix)
        return found

    def strange(self, kind: str, name: str, subject: str, line: int) -> None:
        """Remember something that BioPAX does not have."""
        self.strangers.append(Stranger(kind, name, subject, line))

    def stray(self, element: Any, subject: str) -> None:
        """Remember text that stands where elements belong."""
        if element.text and not element.text.isspace():
            self.strange("text", element.text.strip(), subject, _line(element))

    def stray_tail(self, element: Any, subject: str) -> None:
        """Remember text that stands after an element, where elements belong."""
        if element.tail and not element.tail.isspace():
            self.strange("text", element.tail.strip(), subject, _line(element))

    # The whole

    def graph(self) -> Graph:
        """What was read, references resolved; refused if it is no BioPAX Level 3."""
        header = list(self.parted_headers())
        self.refuse_others()
        for node in self.nodes.values():
            if not node.cls:
                self.strange("class", "", node.uri, node.line)
        return Graph(
            path=self.path,
            base=self.resolver.base,
            namespaces=self.namespaces,
            nodes=self.nodes,
            header=header,
            strangers=sorted(filter(self.is_strange, self.strangers), key=lambda each: each.line),
            duplicates=self.duplicates,
            also=self.also,
            aliases=join_aliases(self.nodes, self.referred - self.nodes.keys()),
        )

    def parted_headers(self) -> Iterator[Node]:
        """The headers, taken from the objects; one that is of a class too stays an object."""
        for uri, line in self.headers.items():
            node = self.nodes[uri]
            if not node.cls:
                del self.nodes[uri]
                yield msgspec.structs.replace(node, cls=ONTOLOGY, line=line)
                continue
            own = {name: it for name, it in node.properties.items() if name in self.properties}
            said = {name: it for name, it in node.properties.items() if name not in own}
            self.nodes[uri] = msgspec.structs.replace(node, properties=own)
            yield Node(uri=uri, cls=ONTOLOGY, line=line, properties=said)

    def is_strange(self, each: Stranger) -> bool:
        """Whether something is strange even so: a header may have any property."""
        return each.kind != "property" or each.subject not in self.headers

    def refuse_others(self) -> None:
        """Refuse a file without a single object of BioPAX Level 3, saying what it is instead."""
        spaces = {node.cls.partition("}")[0][1:] for node in self.nodes.values() if node.cls}
        if any(node.cls[:1] not in ("", "{") for node in self.nodes.values()):
            return
        if LEVEL_2 in spaces or (not spaces and LEVEL_2 in self.namespaces.values()):
            raise self.refused(OLD_LEVEL, "the objects are of BioPAX Level 2")
        if OWL in spaces:
            raise self.refused(PLAIN_OWL, "the file defines an ontology and holds no objects")
        if NAMESPACE not in self.namespaces.values():
            raise self.refused(NO_BIOPAX, "no object in this RDF is of BioPAX Level 3")


def _line(element: Any) -> int:
    """Where an element begins: exact to line 65,534, which is all that libxml2 keeps of it.

    Beyond, libxml2 tells where the text in it or after it ends.
    """
    line: int = element.sourceline or 0
    if line > LAST_LINE:
        line -= (element.text or element.tail or "").count("\n")
    return line


def _markup(element: Any) -> str:
    inner = (etree.tostring(child, encoding="unicode") for child in element)
    return (element.text or "") + "".join(inner)
