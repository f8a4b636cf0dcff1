"""Rules for every object: its URI, its names, whether it is used, and whether it stands twice.

They know nothing of biology. Sources: RFC 2396 for URIs; the BioPAX validator's rules, as
``codes`` cites them.
"""

import re
from collections import Counter
from collections.abc import Iterator

from pathport.findings import Finding, Location
from pathport.formats.biopax import codes
from pathport.formats.biopax.graph import Literal, Node
from pathport.formats.biopax.objects import Key, Objects, quoted, tail
from pathport.formats.biopax.ontology import ancestors, ontology
from pathport.formats.biopax.uris import is_anonymous

__all__ = ["CHECKS"]

RFC_2396 = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?"
    r"(?:[A-Za-z0-9\-_.!~*'();/?:@&=+$,\u00a1-\ud7ff\ue000-\U0010ffff]|%[0-9A-Fa-f]{2})*"
    r"(?:\#(?:[A-Za-z0-9\-_.!~*'();/?:@&=+$,\u00a1-\ud7ff\ue000-\U0010ffff]|%[0-9A-Fa-f]{2})*)?"
)
"""A URI reference, with letters beyond ASCII as programs take them."""

FOREIGN = "{"
"""How the class of an object begins that is not of BioPAX."""

LONGEST_URI = 256
LONGEST_NAME = 25
LONGEST_SOURCE_NAME = 50

NAMELESS = frozenset({"0", "-1", "NULL", "NIL", "NONE", "N/A"})
"""Texts that stand for nothing."""

CLONES = frozenset(
    {
        "BioSource",
        "ControlledVocabulary",
        "EntityReference",
        "ModificationFeature",
        "PathwayStep",
        "Provenance",
        "SequenceLocation",
        "Stoichiometry",
        "Xref",
    }
)
"""Classes of utility objects that have a key of their own."""


def uris(o: Objects) -> Iterator[Finding]:
    """URIs that are none, or longer than programs take; those of foreign objects are not judged."""
    for uri, node in o.nodes.items():
        judged = not is_anonymous(uri) and not node.cls.startswith(FOREIGN)
        if judged and not (uri and RFC_2396.fullmatch(uri)):
            yield codes.URI.finding(f'"{uri}" is no URI', place=o.place(node))
        if len(uri) > LONGEST_URI:
            told = f"the URI of {o.named(node)} has {len(uri)} characters,"
            told += f" expected {LONGEST_URI} at most"
            yield codes.LONG_URI.finding(told, place=o.place(node))


def cases(o: Objects) -> Iterator[Finding]:
    """URIs that differ from an earlier one by case alone."""
    first: dict[str, str] = {}
    for uri, node in o.nodes.items():
        other = first.setdefault(uri.lower(), uri)
        if other != uri:
            told = f'"{uri}" differs from "{other}" by case alone'
            yield codes.URI_CASE.finding(told, place=o.place(node))


def spellings(o: Objects) -> Iterator[Finding]:
    """Objects in several elements, and references that are not spelt as their object's URI."""
    for it in o.graph.duplicates:
        place = Location(path=o.path, line=it.line, subject=it.uri)
        told = f'"{tail(it.uri)}" stands in a second element'
        yield codes.DUPLICATE.finding(told, place=place)
    for old, new in o.graph.aliases.items():
        told = f'"{old}" is referred to, and the object is "{new}"'
        yield codes.ALIAS.finding(told, place=o.place(o.nodes[new]))


def empty(o: Objects) -> Iterator[Finding]:
    """A file without objects."""
    if not o.nodes:
        yield codes.EMPTY.finding("the file holds no object", place=Location(path=o.path))


def unused(o: Objects) -> Iterator[Finding]:
    """Objects that nothing refers to; only a pathway may stand for itself."""
    used = o.graph.users
    for uri, node in o.nodes.items():
        if uri not in used and node.cls != "Pathway" and node.cls in ontology().classes:
            yield codes.UNUSED.finding(f"nothing refers to {o.named(node)}", place=o.place(node))


def too_general(o: Objects) -> Iterator[Finding]:
    """Objects of a class that says little."""
    for cls in ontology().discouraged:
        rule = codes.PLAIN_CONVERSION if cls == "Conversion" else codes.NOT_SPECIFIC
        for node in o.by_class.get(cls, ()):
            yield rule.finding(f"{o.named(node)} is of no class below {cls}", place=o.place(node))


def texts(o: Objects) -> Iterator[Finding]:
    """Values that stand for nothing."""
    for node in o.nodes.values():
        for name, values in node.properties.items():
            for value in values:
                if isinstance(value, Literal) and value.text.strip().upper() in NAMELESS:
                    told = f'{o.named(node)} has {name} "{value.text.strip()}"'
                    place = Location(path=o.path, line=value.line, subject=node.uri)
                    yield codes.ILLEGAL_VALUE.finding(told, place=place)


def names(o: Objects) -> Iterator[Finding]:
    """Display names that are missing or too long, and names that stand twice."""
    for cls in ontology().properties["name"].domain:
        longest = LONGEST_SOURCE_NAME if cls == "Provenance" else LONGEST_NAME
        for node in o.of(cls):
            shown = node.text("displayName")
            if not shown:
                told = f"{o.named(node)} has no displayName"
                yield codes.NO_NAME.finding(told, place=o.place(node))
            elif len(shown) > longest:
                told = (
                    f"{o.named(node)} has the displayName {quoted(shown)}, {len(shown)} characters"
                )
                told += f" long, expected {longest} at most"
                yield codes.LONG_NAME.finding(told, place=o.place(node, "displayName"))
            yield from repeated(o, node)


def repeated(o: Objects, node: Node) -> Iterator[Finding]:
    """Names of one object that stand twice."""
    counted = Counter(node.texts("name"))
    counted.update({node.text(name) for name in ("displayName", "standardName")} - {""})
    for name, count in counted.items():
        if count > 1:
            told = f'{o.named(node)} has the name "{name}" {count} times'
            yield codes.REPEATED_NAME.finding(told, place=o.place(node, "name"))


def clones(o: Objects) -> Iterator[Finding]:
    """Utility objects that say what an earlier one says."""
    for node, other in cloned(o):
        told = f"{o.named(node)} says the same as {o.named(other)}"
        yield codes.CLONED.finding(told, place=o.place(node))


def cloned(o: Objects) -> Iterator[tuple[Node, Node]]:
    """Utility objects that say what an earlier one says, each with that one."""
    first: dict[Key, Node] = {}
    for node in o.nodes.values():
        if CLONES & ancestors(node.cls):
            before = [first.setdefault((node.cls, key), node) for key in o.clone_keys(node)]
            other = next((it for it in before if it is not node), None)
            if other is not None:
                yield node, other


CHECKS = (uris, cases, spellings, empty, unused, too_general, texts, names, clones)
"""What is asked of a file, in no order."""
