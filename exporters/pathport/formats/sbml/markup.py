"""Elements as text: annotations in RDF, notes in XHTML, attributes, all characters escaped.

What the elements mean is not known here; texts come back from any XML parser as they were given. An
annotation holds SBML's RDF, a typed node of RDF with Dublin Core's terms, and pathport's records in
one wrapper, each with the namespaces that it needs, for programs cut the text out. SBML Level 3
Version 1 Core, 3.2.3, 3.2.4 and 6.3; RDF/XML, 2.13.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pathport.formats.sbml.terms import NAMESPACES, XHTML

__all__ = [
    "DUBLIN_CORE",
    "annotation",
    "attributes",
    "bag",
    "closed",
    "coordinate",
    "escaped",
    "listed",
    "notes",
    "number",
    "property_of",
    "quoted",
    "rdf",
]


def _declared(prefixes: Iterable[str]) -> str:
    return "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)


RDF_SPACES = _declared(("rdf", "bqbiol", "bqmodel", "dcterms", "vCard"))
"""Programs that add a statement take it for granted that its namespace is declared there."""
NODE_SPACES = _declared(("dcmitype", "dcterms", "rdf"))
PERSON_SPACE = _declared(("vCard",))
DUBLIN_CORE = "<dcterms:"
SPECIAL = re.compile(r'[&<>"\t\n\r]').search
"""Finds a character that has to be escaped in an element or attribute; most texts have none."""


def escaped(text: str) -> str:
    """The text as the content of an element."""
    if not SPECIAL(text):
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def quoted(text: str) -> str:
    """The text as the value of an attribute, in quotes."""
    if not SPECIAL(text):
        return f'"{text}"'
    text = escaped(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
    return f'"{text}"'


def number(value: float) -> str:
    """A number as SBML spells it; whole ones without a point."""
    return str(int(value)) if value == int(value) and abs(value) < 10**15 else repr(float(value))


def coordinate(value: float) -> str:
    """A number of a drawing, with as many digits as libsbml writes: it comes back unedited from
    programs that read it and write it again.
    """
    rounded = float(f"{value:.15g}")
    return number(rounded if math.isfinite(rounded) else value)


def attributes(values: Mapping[str, str | None]) -> str:
    """Attributes with a blank before each; those without a value are left out."""
    return "".join([f" {name}={quoted(v)}" for name, v in values.items() if v is not None])


def closed(start: str, inner: str, name: str, indent: str = "      ") -> str:
    """An element from its open start tag and its content."""
    return f"{start}>\n{inner}{indent}</{name}>\n" if inner else f"{start}/>\n"


def listed(name: str, elements: Iterable[str], indent: str = "    ") -> Iterator[str]:
    """The elements in their list; no list for none, for SBML forbids an empty one."""
    texts = iter(elements)
    for first in texts:
        yield f"{indent}<{name}>\n{first}"
        yield from texts
        yield f"{indent}</{name}>\n"


def bag(qualifier: str, uris: Iterable[str]) -> str:
    """One statement: a qualifier and the resources that it relates to; nothing for none."""
    items = "".join([f"<rdf:li rdf:resource={quoted(uri)}/>" for uri in uris])
    return f"<{qualifier}><rdf:Bag>{items}</rdf:Bag></{qualifier}>" if items else ""


def property_of(name: str, *, text: str = "", uri: str = "") -> str:
    """A property whose value is a text or a resource."""
    if uri:
        return f"<{name} rdf:resource={quoted(uri)}/>"
    return f"<{name}>{escaped(text)}</{name}>"


def notes(texts: Sequence[str], indent: str) -> str:
    """A paragraph for each text."""
    if not texts:
        return ""
    inner = "".join(f"{indent}    <p>{escaped(text)}</p>\n" for text in texts)
    return (
        f'{indent}<notes>\n{indent}  <body xmlns="{XHTML}">\n{inner}'
        f"{indent}  </body>\n{indent}</notes>\n"
    )


def annotation(
    metaid: str,
    properties: Iterable[str],
    marks: Sequence[str],
    *,
    node: str,
    indent: str,
    history: Sequence[str] = (),
    extension: str = "",
) -> str:
    """What is said of the element with this metaid, and pathport's marks on it.

    SBML's statements stand in RDF, with the history; those of Dublin Core, which other programs
    drop there, in a ``node`` of that class beside it. Before them stands the ``extension`` of a
    dialect.
    """
    said: list[str] = []
    more: list[str] = []
    for text in filter(None, properties):
        (more if text.startswith(DUBLIN_CORE) else said).append(text)
    inside = indent + "  "
    content = extension
    content += rdf(metaid, [*history, *said], inside) if said or history else ""
    content += _node(metaid, more, node, inside) if more else ""
    content += _records(marks, inside) if marks else ""
    return f"{indent}<annotation>\n{content}{indent}</annotation>\n" if content else ""


def rdf(metaid: str, said: Iterable[str], indent: str) -> str:
    """Statements of RDF about the element with this metaid."""
    description = f"{indent}  <rdf:Description rdf:about={quoted('#' + metaid)}>"
    inner = "".join([f"{indent}    {text}\n" for text in said])
    return (
        f"{indent}<rdf:RDF{RDF_SPACES}>\n{description}\n{inner}"
        f"{indent}  </rdf:Description>\n{indent}</rdf:RDF>\n"
    )


def _node(metaid: str, said: Iterable[str], node: str, indent: str) -> str:
    inner = "".join([f"{indent}  {text}\n" for text in said])
    spaces = NODE_SPACES + (PERSON_SPACE if "<vCard:" in inner else "")
    start = f"{indent}<{node}{spaces} rdf:about={quoted('#' + metaid)}>"
    return f"{start}\n{inner}{indent}</{node}>\n"


def _records(marks: Sequence[str], indent: str) -> str:
    inner = "".join(
        f"{indent}  <pathport:record>{escaped(mark)}</pathport:record>\n" for mark in marks
    )
    start = f"{indent}<pathport:records {_declared(('pathport',))[1:]}>"
    return f"{start}\n{inner}{indent}</pathport:records>\n"
