"""What each class's objects may say that the reader understands; all else in a file is lost.

The table and the reader are kept together by the tests, which read each property of it. Names are
those of ``biopax-level3.owl``.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from pathport.findings import Finding
from pathport.formats.biopax.graph import Graph, Literal, Node, Ref, Value
from pathport.formats.biopax.losses import UNREAD_OBJECT, UNREAD_PROPERTY
from pathport.formats.biopax.ontology import ancestors, cardinality, ontology
from pathport.formats.biopax.uris import derived, shown

__all__ = ["HEADER_COMMENTS", "lost", "understood", "unread"]

NONE: Mapping[str, str] = MappingProxyType({})
QUOTED = 80
"""As much of a value is told."""

NAMED = ("displayName", "name", "standardName")

UNDERSTOOD: dict[str, tuple[str, ...]] = {
    "BioSource": (*NAMED, "xref"),
    "CellularLocationVocabulary": ("comment", "term", "xref"),
    "Complex": ("component", "componentStoichiometry"),
    "Control": ("controlType", "controlled", "controller"),
    "ControlledVocabulary": ("term", "xref"),
    "Conversion": (
        "conversionDirection",
        "left",
        "participantStoichiometry",
        "right",
        "spontaneous",
    ),
    "Entity": (*NAMED, "comment", "dataSource", "evidence", "xref"),
    "EntityFeature": ("comment", "evidence", "featureLocation", "memberFeature"),
    "EntityReference": (
        *NAMED,
        "comment",
        "entityFeature",
        "evidence",
        "memberEntityReference",
        "organism",
        "xref",
    ),
    "BiochemicalPathwayStep": ("stepConversion",),
    "BindingFeature": ("bindsTo",),
    "Evidence": ("comment", "evidenceCode", "xref"),
    "Gene": ("organism",),
    "Interaction": ("interactionType", "participant"),
    "ModificationFeature": ("modificationType",),
    "Pathway": ("availability", "organism", "pathwayComponent", "pathwayOrder"),
    "PathwayStep": ("nextStep", "stepProcess"),
    "PhysicalEntity": (
        "cellularLocation",
        "entityReference",
        "feature",
        "memberPhysicalEntity",
        "notFeature",
    ),
    "Provenance": (*NAMED, "xref"),
    "PublicationXref": ("author", "source", "title", "url", "year"),
    "RelationshipXref": ("relationshipType",),
    "SequenceInterval": ("sequenceIntervalBegin", "sequenceIntervalEnd"),
    "SequenceSite": ("positionStatus", "sequencePosition"),
    "Stoichiometry": ("physicalEntity", "stoichiometricCoefficient"),
    "TemplateReaction": ("product", "template"),
    "Xref": ("db", "id", "idVersion"),
}
"""By class, what is read of its objects and of those of all classes below it."""

PASSED_OVER: dict[str, tuple[str, ...]] = {
    "Complex": ("entityReference",),
    "Control": ("interactionType", "participant"),
    "Conversion": ("participant",),
    "TemplateReaction": ("participant",),
}
"""By class, what is read of others below the same class, and not of these."""

HEADER_COMMENTS = ("{http://www.w3.org/2000/01/rdf-schema#}comment", "comment")
"""With what a file's header says something in words; what it imports is what BioPAX is."""

READ_ONCE = frozenset({"availability", "featureLocation", "source"})
"""What may have several values and is read as one."""
READ_ALL = frozenset({"interactionType", "stepConversion"})
"""What may have one value, of some class at least, and is read as several."""


@cache
def read_once(cls: str) -> frozenset[str]:
    """The properties of which one value is read of an object of this class."""
    known = understood(cls)
    single = frozenset(name for name in known if cardinality(cls, name)[1] == 1)
    return (single | (known & READ_ONCE)) - READ_ALL


@cache
def understood(cls: str) -> frozenset[str]:
    """The properties that are read of an object of this class."""
    found = {name for above in ancestors(cls) for name in UNDERSTOOD.get(above, ())}
    return frozenset(found.difference(*(PASSED_OVER.get(above, ()) for above in ancestors(cls))))


def lost(
    graph: Graph, unreached: Mapping[str, str] = NONE, targets: Collection[str] = ()
) -> Iterator[Finding]:
    """What is in the file and not understood, in file order.

    ``unreached`` are the objects of which nothing is read, by URI with the reason; of ``targets``
    nothing is read but what takes part in them.
    """
    for node in graph.nodes.values():
        known = understood(node.cls) if node.uri not in targets else _of_target(node)
        if not known or node.uri in unreached:
            yield from _whole(graph, node, unreached.get(node.uri, "") if known else "")
        else:
            yield from _in_part(graph, node, known)
        for cls in dict.fromkeys(graph.also.get(node.uri, ())):
            told = f'the further class {cls} of {node.cls} "{shown(node.uri)}" is not read'
            yield UNREAD_PROPERTY.finding(told, place=graph.place(node.uri))
    for header in graph.header:
        yield from _of_header(graph, header)
    for it in graph.dangling:
        node = graph.nodes[it.subject]
        if it.property in understood(node.cls):
            told = f'{it.property} of {node.cls} "{shown(node.uri)}" refers to "{it.uri}"'
            place = graph.place(node.uri, it.line)
            yield UNREAD_PROPERTY.finding(f"{told}, which is not in the file", place=place)
    yield from _of_languages(graph)
    for stranger in graph.strangers:
        if stranger.kind in ("attribute", "text"):
            told = f'the {stranger.kind} "{stranger.name}" is not read'
            yield UNREAD_OBJECT.finding(told, place=graph.place(stranger.subject, stranger.line))


def _of_target(node: Node) -> frozenset[str]:
    """What is read of a target; one that was written for a species has that one's names."""
    return frozenset(("participant", *(NAMED if derived(node.uri) else ())))


def _whole(graph: Graph, node: Node, because: str) -> Iterator[Finding]:
    """An object that is not read, with all that it says."""
    told = f'{node.cls or "the object"} "{shown(node.uri)}" is not read'
    told += f": {because}" if because else ""
    yield UNREAD_OBJECT.finding(told, place=graph.place(node.uri))
    for name, values in node.properties.items():
        yield from unread(graph, node, name, values)


def _of_languages(graph: Graph) -> Iterator[Finding]:
    """The languages that texts are said to be in; a pathway has words of any, and marks none."""
    said = dict.fromkeys((it.subject, it.name) for it in graph.strangers if it.kind == "language")
    for uri in dict.fromkeys(uri for uri, _ in said if uri in graph.nodes):
        node = graph.nodes[uri]
        for name, value in (
            (name, it) for name, values in node.properties.items() for it in values
        ):
            if isinstance(value, Literal) and value.language:
                of = f'{name} "{_short(value.text.strip())}"'
                told = f'the language "{value.language}" of {of} of {node.cls} "{shown(uri)}"'
                place = graph.place(uri, value.line)
                yield UNREAD_PROPERTY.finding(f"{told} is not read", place=place)
    for uri, language in said:
        if uri not in graph.nodes:
            of = f'"{shown(uri)}"' if uri else "the file"
            told = f'the language "{language}" of {of} is not read'
            yield UNREAD_OBJECT.finding(told, place=graph.place(uri))


def _short(text: str) -> str:
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}..."


def _of_header(graph: Graph, header: Node) -> Iterator[Finding]:
    """What a header says in words that are no comment."""
    for name, values in header.properties.items():
        if name not in HEADER_COMMENTS:
            texts = (it for it in values if isinstance(it, Literal) and not _is_blank(it))
            yield from unread(graph, header, name, texts)


def _in_part(graph: Graph, node: Node, known: Collection[str]) -> Iterator[Finding]:
    """What an object says that is not read, where the rest of it is."""
    properties = ontology().properties
    for name, values in node.properties.items():
        if name not in known:
            yield from unread(graph, node, name, values)
            continue
        wanted = Ref if properties[name].is_object else Literal
        others = [it for it in values if type(it) is not wanted and not _is_blank(it)]
        if others:
            yield from unread(graph, node, name, others)
        if len(values) > 1 and name in read_once(node.cls):
            right = [it for it in values if type(it) is wanted]
            yield from unread(graph, node, f"the further {name}", _further(graph, right))


def _is_blank(value: Value) -> bool:
    """Whether a value is a text without a visible character, which says nothing anywhere."""
    return isinstance(value, Literal) and not value.text.strip()


def _further(graph: Graph, values: Iterable[Value]) -> list[Value]:
    """The values that differ from the one that is read: the first that is not blank or dangling."""
    told: dict[str, Value] = {}
    for value in values:
        if isinstance(value, Ref) and value.uri in graph.nodes:
            told.setdefault(value.uri, value)
        elif isinstance(value, Literal) and not _is_blank(value):
            told.setdefault(value.text.strip(), value)
    return list(told.values())[1:]


def unread(graph: Graph, node: Node, name: str, values: Iterable[Value]) -> Iterator[Finding]:
    """Each of the values of a property that are not read."""
    for value in values:
        said = value.text.strip() if isinstance(value, Literal) else shown(value.uri)
        quoted = f'{name} "{_short(said)}"' if said else name
        told = f'{quoted} of {node.cls or "the object"} "{shown(node.uri)}" is not read'
        yield UNREAD_PROPERTY.finding(told, place=graph.place(node.uri, value.line))
