"""Reads BioPAX Level 3 natively: the pathway as any other program would understand the file.

Nothing is known here of records but the comments that they stand in, which are kept unread. What
is not understood becomes a finding, never an error. Specification: ``biopax-level3.owl``.
"""

from typing import Any

from pathport.fidelity.measure import ROOT
from pathport.fidelity.reading import Reading
from pathport.formats import Read
from pathport.formats.biopax.graph import Node, parse
from pathport.formats.biopax.labels import called
from pathport.formats.biopax.ontology import NAMESPACE
from pathport.formats.biopax.read_entities import Entities
from pathport.formats.biopax.read_interactions import Interactions
from pathport.formats.biopax.read_molecules import Features, read_compartments, read_molecules
from pathport.formats.biopax.reading import File
from pathport.formats.biopax.understood import lost
from pathport.formats.biopax.uris import derived, tail
from pathport.formats.native import read_whole
from pathport.model.ids import legal_id, numbered
from pathport.model.pathway import Pathway

__all__ = ["read", "read_native", "sniff"]

HEAD = 100_000
"""Bytes within which a file names what it is."""

NAMELESS = "pathway"


def read(content: bytes, *, path: str = "") -> Read:
    """The pathway that the content holds.

    :raises UnreadableError: if the content is no BioPAX Level 3.
    :raises FaultyError: if what it says breaks the rules of the model.
    """
    return read_whole(content, path=path, read=read_native)


def sniff(content: bytes) -> bool:
    """Whether the content is RDF that names BioPAX Level 3."""
    head = content[:HEAD]
    return b"RDF" in head and NAMESPACE.encode() in head


def read_native(content: bytes, *, path: str = "") -> Reading:
    """The pathway of a file, with the records that stand in it unread.

    :raises UnreadableError: if the content is no BioPAX Level 3.
    """
    file = File(parse(content, path))
    pathways = _Pathways(file)
    interactions = Interactions(file)
    features = Features(file, pathways.organism)
    entities = Entities(file, features)
    species = list(entities.species_nodes())
    _name(file, species + pathways.inner + interactions.nodes)
    about = pathways.about()
    found_species = [*map(entities.species, species), *map(entities.phenotype, pathways.outcomes)]
    pathway = Pathway(
        **about,
        compartments=tuple(read_compartments(file)),
        molecules=(*read_molecules(file, features), *entities.molecules),
        species=tuple(found_species),
        processes=tuple(map(interactions.process, interactions.processes)),
        controls=tuple(map(interactions.control, interactions.controls)),
        associations=tuple(map(interactions.association, interactions.associations)),
        modules=tuple(map(interactions.module, pathways.modules)),
        publications=tuple(file.publications.values()),
    )
    for construct, thing in pathway.things():
        if thing.id.startswith("~"):
            file.occurrences.setdefault((construct, thing.id), (construct, thing.id))
    return Reading(
        pathway=pathway,
        marks=tuple(file.marks),
        occurrences=file.occurrences,
        lines=file.lines,
        findings=(*file.findings, *lost(file.graph)),
    )


def _name(file: File, nodes: list[Node]) -> None:
    """Give the things of a file their ids: what their URIs end in, made legal where it is not."""
    vocabularies = file.graph.of_class("CellularLocationVocabulary")
    wanted: dict[str, str] = {}
    for node in (*vocabularies, *file.graph.of_class("EntityReference"), *nodes):
        found = derived(node.uri)
        if found is not None:
            file.ids[node.uri] = f"~{found[1]}"
        else:
            wanted[node.uri] = legal_id(tail(node.uri))
    file.ids.update(numbered(wanted, ()))


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
    def inner(self) -> list[Node]:
        """All pathways but the one that holds all."""
        return self.modules + self.outcomes

    @property
    def organism(self) -> str | None:
        """The organism of the pathway."""
        return self.file.taxon(self.top) if self.top else None

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
            return {"id": NAMELESS}
        id_ = legal_id(tail(node.uri))
        naming = file.naming(node, called(id_))
        return {
            "id": f"{id_}_{NAMELESS}" if id_ in file.ids.values() else id_,
            "name": naming.name,
            "synonyms": naming.synonyms,
            "organism": self.organism,
            "licence": next(iter(node.texts("availability")), None),
            **file.said(node, ROOT),
        }


def _size(node: Node) -> tuple[int, str]:
    """The order of pathways: the one that holds most comes first."""
    return -len(node.refs("pathwayComponent")), node.uri
