"""A file of CX2 as another program understands it: a pathway, and pathport's marks unread.

Files of pathport tell what each node and edge is; files of others are read as species with
molecules, influences and associations. Cytoscape Exchange Format Specification (Version 2).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Anchor
from pathport.formats import Read
from pathport.formats.cx2.book import Book, Element
from pathport.formats.cx2.columns import FIGURE
from pathport.formats.cx2.entries import is_reference, reference_read
from pathport.formats.cx2.network import Network, network_of
from pathport.formats.cx2.reading_edges import Edges
from pathport.formats.cx2.reading_layout import laid_out
from pathport.formats.cx2.reading_lines import lines_of
from pathport.formats.cx2.reading_nodes import Nodes
from pathport.formats.cx2.terms import (
    ANNOTATIONS,
    DESCRIPTION,
    ID,
    IDENTIFIERS,
    NAME,
    REFERENCE,
    SHOWN,
)
from pathport.formats.native import read_whole
from pathport.model.facts import PATHWAY
from pathport.model.ids import is_legal_id, legal_id
from pathport.model.parts import Figure
from pathport.model.pathway import Pathway
from pathport.model.references import with_names
from pathport.model.things import Module
from pathport.safety.collector import collector_paused

__all__ = ["read", "read_native", "sniff"]

HEAD = 1 << 12
LONGEST = 40
UNDERSTOOD = frozenset(
    {
        "CXVersion",
        "attributeDeclarations",
        "cyTableColumn",
        "cyTableVisualProperties",
        "edgeBypasses",
        "edges",
        "metaData",
        "networkAttributes",
        "nodeBypasses",
        "nodes",
        "status",
        "visualEditorProperties",
        "visualProperties",
    }
)
"""The aspects of which nothing is lost: what they are for, or how things look."""


def read(content: bytes, *, path: str = "") -> Read:
    """The pathway that a file holds, pathport's records applied while they hold.

    :raises UnreadableError: CXN001 to CXN003, if it is no JSON, no CX2, or no network.
    :raises FaultyError: if what it says breaks the rules of the model.
    """
    with collector_paused():
        return read_whole(content, path=path, read=read_native)


def sniff(content: bytes) -> bool:
    """Whether the content begins as CX2 does."""
    head = content[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"[") and b'"CXVersion"' in head


def read_native(content: bytes, *, path: str = "") -> Reading:
    """The pathway as another program understands the file.

    :raises UnreadableError: CXN001 to CXN003, if it is no JSON, no CX2, or no network.
    """
    network = network_of(content, path=path)
    book = Book(network)
    nodes = Nodes(book)
    edges = Edges(book, nodes)
    about = Element("network", "networkAttributes", network.attributes, _way(network))
    things: dict[str, Any] = {
        "compartments": tuple(nodes.others["compartment"]),
        "molecules": tuple(nodes.species.molecules.values()),
        "species": tuple(nodes.species.species.values()),
        "processes": edges.processes(),
        "controls": edges.controls(),
        "associations": edges.associations(),
        "modules": tuple(_modules(book, nodes)),
    }
    told = _about(book, about)
    pathway = Pathway(**told, **things, layout=laid_out(book, nodes, about))
    book.leave(about, also={ANNOTATIONS, *SHOWN})
    book.stands((PATHWAY, ""), about)
    book.tell_unread()
    _tell_values(book)
    _tell_aspects(book)
    return Reading(
        pathway=with_names(pathway, book.names) if book.names else pathway,
        marks=tuple(book.marks),
        lines=_Lines(book),
        homes=book.homes,
        findings=tuple(book.findings),
        lines_shown=lambda: with_names(lines_of(book.network, nodes, edges), book.names),
    )


def _way(network: Network) -> tuple[str | int, ...]:
    return next((way for way, _ in network.elements("networkAttributes")), ())


def _about(book: Book, about: Element) -> dict[str, Any]:
    """What is said of the network as a whole."""
    name = book.value(about, NAME)
    given = book.value(about, ID)
    wanted = given or name or "network"
    id_ = wanted if is_legal_id(wanted) else legal_id(wanted[:LONGEST])
    found: dict[str, Any] = {"id": book.free(id_) if given is None else id_}
    if given is not None and given != found["id"] and not is_legal_id(given):
        found["original_id"] = given
    if name is not None and name != id_:
        found["name"] = name
    found |= book.of(about, PATHWAY) | book.entries(about, (IDENTIFIERS,))
    figure = book.fields(about, FIGURE)
    if figure:
        found["figure"] = Figure(**figure)
    description, reference = book.value(about, DESCRIPTION), book.value(about, REFERENCE)
    if description is not None:
        found["notes"] = (description, *found.get("notes", ()))
    if reference is not None and is_reference(reference):
        found["references"] = (reference_read(reference), *found.get("references", ()))
    elif reference is not None:
        found["notes"] = (*found.get("notes", ()), reference)
    return found


def _modules(book: Book, nodes: Nodes) -> Iterator[Module]:
    """The modules, those too that are named and no node is."""
    there = {it.id: it for it in nodes.others["module"]}
    counts = Counter(it.name for it in there.values())
    by_name = {it.name: it.id for it in there.values() if it.name and counts[it.name] == 1}
    members: dict[str, set[str]] = {}
    for given, ids in sorted(book.modules.items()):
        id_ = book.names.get(("module", given), given)
        if id_ not in there and given in by_name:
            id_ = by_name[given]
        elif id_ not in there:
            id_ = book.named("module", given)
            there[id_] = Module(id=id_, name=given if id_ != given else None)
        members.setdefault(id_, set()).update(ids)
    for id_, module in there.items():
        yield msgspec.structs.replace(module, members=tuple(members.get(id_, ())))


def _tell_values(book: Book) -> None:
    """Names the values that stand beside another one of the same column."""
    for way, column in book.network.told_twice:
        element = Element(f"{way[1]} {way[2]}", str(way[1]), {}, way)
        book.lose(f'the value of "{column}" beside that under its alias', element, column)


def _tell_aspects(book: Book) -> None:
    """Names the aspects that say what a pathway has no place for."""
    for number, name, elements in book.network.fragments:
        if name not in UNDERSTOOD and elements:
            element = Element(f"aspect {name}", name, {}, (number, name))
            book.lose(f'the aspect "{name}" of {len(elements)} elements', element)


class _Lines(Mapping[Anchor, int]):
    """The lines of things, each found when it is asked for."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def __getitem__(self, anchor: Anchor) -> int:
        return self.book.network.line(self.book.ways[anchor])

    def __iter__(self) -> Iterator[Anchor]:
        return iter(self.book.ways)

    def __len__(self) -> int:
        return len(self.book.ways)
