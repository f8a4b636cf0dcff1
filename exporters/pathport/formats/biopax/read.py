"""Reads BioPAX Level 3 natively: the pathway as any other program would understand the file.

Nothing is known here of records but the comments that they stand in, which are kept unread. What
is not understood becomes a finding, never an error. Specification: ``biopax-level3.owl``.
"""

from collections.abc import Mapping
from typing import Any

from pathport.fidelity.measure import ROOT
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Anchor
from pathport.formats import Read
from pathport.formats.biopax.graph import Graph, Node, parse
from pathport.formats.biopax.labels import called
from pathport.formats.biopax.ontology import NAMESPACE
from pathport.formats.biopax.placed import placed
from pathport.formats.biopax.read_entities import Entities
from pathport.formats.biopax.read_features import Features
from pathport.formats.biopax.read_interactions import Interactions
from pathport.formats.biopax.read_molecules import Molecules, read_compartments
from pathport.formats.biopax.reading import File
from pathport.formats.biopax.sorts import Sorts
from pathport.formats.biopax.understood import HEADER_COMMENTS, lost
from pathport.formats.biopax.uris import derived, is_anonymous, tail
from pathport.formats.native import read_whole
from pathport.model.ids import legal_id, numbered
from pathport.model.pathway import Pathway

__all__ = ["read", "read_native", "reading_of", "sniff"]

HEAD = 100_000
"""Bytes within which a file names what it is."""

RDF_SYNTAX = b"22-rdf-syntax-ns#"
"""What the namespace of RDF ends in, where the root is no ``rdf:RDF``."""

NAMELESS = "pathway"
UNUSED = "nothing in the pathway refers to it"


def read(content: bytes, *, path: str = "") -> Read:
    """The pathway that the content holds.

    :raises UnreadableError: if the content is no BioPAX Level 3.
    :raises FaultyError: if what it says breaks the rules of the model.
    """
    return read_whole(content, path=path, read=read_native)


def sniff(content: bytes) -> bool:
    """Whether the content is RDF that names BioPAX Level 3."""
    head = content[:HEAD]
    return (b"RDF" in head or RDF_SYNTAX in head) and NAMESPACE.encode() in head


def read_native(content: bytes, *, path: str = "") -> Reading:
    """The pathway of a file, with the records that stand in it unread.

    :raises UnreadableError: if the content is no BioPAX Level 3.
    """
    return reading_of(parse(content, path))


def reading_of(graph: Graph) -> Reading:
    """The pathway of a graph, with the records that stand in it unread."""
    graph, misplaced = placed(graph)
    file = File(graph)
    pathways = _Pathways(file)
    interactions = Interactions(file, pathways.modules)
    sorts = Sorts(file)
    _name(file, pathways, interactions, sorts)
    if pathways.top is not None:
        interactions.tell_strays([pathways.top, *pathways.modules], pathways.outcomes)
    pathways.tell_inner()
    molecules = Molecules(file)
    features = Features(file, molecules.all_members, pathways.organism)
    entities = Entities(file, sorts, features)
    species = [*map(entities.species, sorts.species), *map(entities.phenotype, pathways.outcomes)]
    pathway = Pathway(
        **pathways.about(),
        compartments=tuple(read_compartments(file)),
        molecules=(*molecules.read(features), *entities.molecules),
        species=tuple(species),
        processes=tuple(map(interactions.process, interactions.processes)),
        controls=tuple(map(interactions.control, interactions.controls)),
        associations=tuple(map(interactions.association, interactions.associations)),
        modules=tuple(map(interactions.module, pathways.modules)),
        order=tuple(interactions.order(pathways.top)) if pathways.top else (),
        publications=tuple(file.publications.values()),
    )
    features.tell()
    unread = lost(graph, _unreached(file, interactions), interactions.targets)
    return Reading(
        pathway=pathway,
        marks=tuple(file.marks),
        occurrences=file.occurrences | _elements_without_id(pathway, file.occurrences),
        lines=file.lines,
        findings=(*misplaced, *file.findings, *unread),
    )


def _name(file: File, pathways: "_Pathways", interactions: Interactions, sorts: Sorts) -> None:
    """Give the things of a file their ids: what their URIs end in, made legal where it is not."""
    things: dict[str, list[Node]] = {
        "compartment": file.graph.of_class("CellularLocationVocabulary"),
        "molecule": file.graph.of_class("EntityReference"),
        "species": sorts.species + pathways.outcomes,
        "process": interactions.processes,
        "control": interactions.controls,
        "association": interactions.associations,
        "module": pathways.modules,
    }
    constructs = {node.uri: construct for construct, nodes in things.items() for node in nodes}
    wanted: dict[str, str] = {}
    for uri, construct in constructs.items():
        found = derived(uri)
        if found is not None:
            file.ids[uri] = (construct, f"~{found[1]}")
        else:
            wanted[uri] = legal_id(tail(uri))
    own = {uri: id_ for uri, id_ in wanted.items() if id_ == tail(uri)}
    given = numbered(own, ())
    others = {uri: id_ for uri, id_ in wanted.items() if uri not in own}
    given |= numbered(others, given.values())
    for uri, id_ in given.items():
        file.ids[uri] = (constructs[uri], id_)
        if id_ != tail(uri) and not is_anonymous(uri):
            file.originals[uri] = tail(uri)


def _unreached(file: File, interactions: Interactions) -> dict[str, str]:
    """The objects that are no things, that say nothing of one, and are none's pathway or form.

    Each with the reason why nothing is read of it.
    """
    reached = {*file.ids, *interactions.targets, *file.seen} - file.passed.keys()
    passive = ("Gene", "Pathway", "PhysicalEntity")
    entities = {node.uri for cls in passive for node in file.graph.of_class(cls)}
    rest = file.graph.nodes.keys() - reached - entities
    return {uri: file.passed.get(uri, UNUSED) for uri in rest}


def _elements_without_id(pathway: Pathway, known: Mapping[Anchor, Anchor]) -> dict[Anchor, Anchor]:
    """The things that have an element and no id of their own: each is seen on itself."""
    found = ((construct, thing.id) for construct, thing in pathway.things())
    return {it: it for it in found if it[1].startswith("~") and it not in known}


class _Pathways:
    """The pathways of a file: the one that holds all, modules inside it, and phenotypes."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.modules: list[Node] = []
        self.outcomes: list[Node] = []
        found = file.graph.of_class("Pathway")
        unused = [node for node in found if not self._users(node)]
        self.top = min(unused, key=_size, default=None) or min(found, key=_size, default=None)
        for node in found:
            if node is not self.top:
                (self.outcomes if self._is_outcome(node) else self.modules).append(node)

    @property
    def organism(self) -> str | None:
        """The organism of the pathway."""
        return self.file.taxon(self.top) if self.top else None

    def tell_inner(self) -> None:
        """Tell what pathways inside another say that is read of the whole alone."""
        for node in (*self.modules, *self.outcomes):
            if text := node.text("availability"):
                self.file.unread(node, f'the availability "{text}"', "it is inside another")
            taxon = self.file.taxon(node)
            if taxon is not None and taxon != self.organism:
                of_all = "is another" if self.organism else "is not told"
                told = f"that of the pathway {of_all}"
                self.file.unread(node, f'the organism "{taxon}"', told)

    def _users(self, node: Node) -> list[str]:
        """With which properties the pathway is used."""
        return [name for _, name in self.file.graph.users.get(node.uri, ())]

    def _is_outcome(self, node: Node) -> bool:
        """Whether a pathway is a phenotype: it holds nothing, and interactions act on it."""
        if node.refs("pathwayComponent") or node.refs("pathwayOrder"):
            return False
        used = self._users(node)
        return not used or any(name not in ("pathwayComponent", "stepProcess") for name in used)

    def about(self) -> dict[str, Any]:
        """What is said of the pathway as a whole, as fields of it."""
        node, file = self.top, self.file
        if node is None:
            return {"id": NAMELESS, "notes": self._header_notes()}
        id_ = legal_id(tail(node.uri))
        own = f"{id_}_{NAMELESS}" if any(id_ == it for _, it in file.ids.values()) else id_
        if own != tail(node.uri) and not is_anonymous(node.uri):
            file.originals[node.uri] = tail(node.uri)
        told = file.told(node, ROOT, called(id_))
        notes = told.pop("notes")
        return {
            "id": own,
            "organism": self.organism,
            "licence": node.text("availability") or None,
            "notes": (*notes, *(it for it in self._header_notes() if it not in notes)),
            **told,
        }

    def _header_notes(self) -> tuple[str, ...]:
        """The comments on the file as a whole, where programs say how they made it."""
        headers = self.file.graph.header
        found = [text for node in headers for name in HEADER_COMMENTS for text in node.texts(name)]
        return tuple(filter(None, dict.fromkeys(found)))


def _size(node: Node) -> tuple[int, str]:
    """The order of pathways: the one that holds most comes first."""
    return -len(node.refs("pathwayComponent")), node.uri
