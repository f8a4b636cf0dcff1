"""BioPAX objects as RDF/XML text: one element each, in the order of class and URI.

Properties stand in the ontology's order, one a line, each literal with its datatype; URIs are
absolute. Nothing is known here of the canonical model. Specification: RDF/XML Syntax (W3C, 2004).
"""

import re
from collections.abc import Iterable

from pathport.formats.biopax.ontology import NAMESPACE, ontology

__all__ = ["Line", "Lines", "Objects", "boolean", "integer", "number", "ref", "text"]

Line = tuple[int, str]
"""A property of an object: its place in the order, and its line."""
Lines = Iterable[Line]

XSD = "http://www.w3.org/2001/XMLSchema#"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:owl="http://www.w3.org/2002/07/owl#"'
    f' xmlns:bp="{NAMESPACE}">\n'
    '<owl:Ontology rdf:about="{uri}">\n'
    f' <owl:imports rdf:resource="{NAMESPACE}"/>\n'
    "</owl:Ontology>\n"
)
FOOT = "</rdf:RDF>\n"

ORDER = {name: place for place, name in enumerate(ontology().properties)}
SPECIAL = re.compile("[&<>\r]")
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}


def escaped(content: str) -> str:
    """The text as the content of an element, carriage returns kept."""
    return SPECIAL.sub(lambda match: ESCAPES[match.group()], content)


def ref(name: str, uri: str) -> Line:
    """A property whose value is an object; the URI is escaped already."""
    return ORDER[name], f' <bp:{name} rdf:resource="{uri}"/>\n'


def text(name: str, content: str) -> Line:
    """A property whose value is text."""
    return literal(name, escaped(content), "string")


def number(name: str, value: float) -> Line:
    """A property whose value is an xsd:float."""
    return literal(name, repr(float(value)), "float")


def integer(name: str, value: int) -> Line:
    """A property whose value is an xsd:int."""
    return literal(name, str(value), "int")


def boolean(name: str, *, value: bool) -> Line:
    """A property whose value is an xsd:boolean."""
    return literal(name, "true" if value else "false", "boolean")


def literal(name: str, content: str, datatype: str) -> Line:
    """A property whose value is a literal, escaped already."""
    return ORDER[name], f' <bp:{name} rdf:datatype="{XSD}{datatype}">{content}</bp:{name}>\n'


class Objects:
    """The objects of one file; each URI is added once."""

    def __init__(self) -> None:
        self._elements: dict[str, tuple[str, str]] = {}

    def __contains__(self, uri: str) -> bool:
        return uri in self._elements

    def add(self, cls: str, uri: str, lines: Lines) -> None:
        """Take an object; lines of one property keep their order."""
        inner = "".join(line for _, line in sorted(lines, key=_place))
        element = f'<bp:{cls} rdf:about="{uri}">\n{inner}</bp:{cls}>\n'
        if not inner:
            element = f'<bp:{cls} rdf:about="{uri}"/>\n'
        self._elements[uri] = (cls, element)

    def content(self, uri: str) -> bytes:
        """The file, whose ontology header has this URI."""
        order = sorted(self._elements.items(), key=lambda item: (item[1][0], item[0]))
        body = (element for _, (_, element) in order)
        return "".join((HEAD.replace("{uri}", uri), *body, FOOT)).encode()


def _place(line: Line) -> int:
    return line[0]
