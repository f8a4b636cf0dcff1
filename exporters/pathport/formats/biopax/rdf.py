"""BioPAX objects as RDF/XML text: one element each, in the order of class and URI.

Properties stand in the ontology's order, one a line, each literal with its datatype; URIs are
absolute, and none begins with the base, which is there for programs that can't do without. Nothing
is known here of the canonical model. Specification: RDF/XML Syntax (W3C, 2004).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter

from pathport.fidelity.measure import Marks
from pathport.fidelity.records import Anchor
from pathport.formats.biopax.ontology import NAMESPACE, ontology
from pathport.formats.biopax.terms import RECORD

__all__ = ["Line", "Lines", "Objects", "boolean", "integer", "number", "ref", "text"]

Line = tuple[int, str]
"""A property of an object: its place in the order, and its line."""
Lines = Iterable[Line]

XSD = "http://www.w3.org/2001/XMLSchema#"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:owl="http://www.w3.org/2002/07/owl#"'
    f' xmlns:bp="{NAMESPACE}" xml:base="{{uri}}#">\n'
    '<owl:Ontology rdf:about="{header}">\n'
    f' <owl:imports rdf:resource="{NAMESPACE}"/>\n'
    "</owl:Ontology>\n"
)
FOOT = "</rdf:RDF>\n"

ORDER = {name: place for place, name in enumerate(ontology().properties)}
REFERENCES = {name: (place, f' <bp:{name} rdf:resource="') for name, place in ORDER.items()}
TEXTS = {
    name: (place, f' <bp:{name} rdf:datatype="{XSD}string">', f"</bp:{name}>\n")
    for name, place in ORDER.items()
}
SPECIAL = re.compile("[&<>\r]")
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}


def escaped(content: str) -> str:
    """The text as the content of an element, carriage returns kept."""
    if SPECIAL.search(content) is None:
        return content
    return SPECIAL.sub(lambda match: ESCAPES[match.group()], content)


def ref(name: str, uri: str) -> Line:
    """A property whose value is an object; the URI is escaped already."""
    place, start = REFERENCES[name]
    return place, f'{start}{uri}"/>\n'


def text(name: str, content: str) -> Line:
    """A property whose value is text."""
    place, start, end = TEXTS[name]
    return place, f"{start}{escaped(content)}{end}"


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
    """The objects of one file, each added once; records are put in when the file is made."""

    def __init__(self) -> None:
        self._elements: dict[str, tuple[str, str, str]] = {}
        self._anchors: dict[str, Anchor] = {}

    def __contains__(self, uri: str) -> bool:
        return uri in self._elements

    def add(self, cls: str, uri: str, lines: Lines, anchor: Anchor | None = None) -> None:
        """Take an object; lines of one property keep their order, records come after comments."""
        found = sorted(lines, key=itemgetter(0))
        cut = bisect_right(found, LAST_COMMENT)
        before = "".join([line for _, line in found[:cut]])
        after = "".join([line for _, line in found[cut:]])
        head = f'<bp:{cls} rdf:about="{uri}">\n{before}'
        self._elements[uri] = (cls, head, f"{after}</bp:{cls}>\n")
        if anchor is not None:
            self._anchors[uri] = anchor

    def content(self, uri: str, header: str, marks: Marks) -> bytes:
        """The file of this URI with these records; its ontology header has a URI of its own."""
        order = sorted(self._elements.items(), key=lambda item: (item[1][0], item[0]))
        parts = [HEAD.replace("{uri}", uri).replace("{header}", header)]
        for name, (_, head, rest) in order:
            parts.append(head)
            if name in self._anchors:
                found = marks.at(*self._anchors[name])
                parts += [text("comment", RECORD + mark)[1] for mark in found]
            parts.append(rest)
        parts.append(FOOT)
        return "".join(parts).encode()


LAST_COMMENT = (ORDER["comment"], "\U0010ffff")
