"""What every object of a BioPAX file says in the same way: names, xrefs, evidence, notes, sources.

The reader's common ground: the graph of the file, the ids that its objects get, and what was found
on the way. Records are collected unread. Specification: ``biopax-level3.owl``.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from pathport import vocabulary
from pathport.fidelity.records import Anchor, Mark
from pathport.findings import Finding
from pathport.formats.biopax.graph import Graph, Literal, Node, Ref
from pathport.formats.biopax.labels import is_short_of
from pathport.formats.biopax.losses import UNKNOWN_ENTRY, UNREAD_TERM
from pathport.formats.biopax.terms import (
    EVIDENCE,
    IS_EFFECT,
    OBSERVATION,
    RECORD,
    RELATION,
)
from pathport.model.enumerations import Relation
from pathport.model.identifiers import canonical, from_xref, is_canonical
from pathport.model.parts import Evidence, Identifier, Publication

__all__ = ["File", "Naming", "Xrefs"]


class Naming(NamedTuple):
    """The name that a thing has of its own, and its further names."""

    name: str | None
    synonyms: tuple[str, ...]


class Xrefs(msgspec.Struct, frozen=True):
    """The cross references of an object, sorted by what they say."""

    identifiers: tuple[Identifier, ...] = ()
    references: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    """SBO terms that a process is of."""
    effects: tuple[str, ...] = ()
    """SBO terms of what an object does."""


class File:
    """A file while it is read."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.ids: dict[str, str] = {}
        self.marks: list[Mark] = []
        self.occurrences: dict[Anchor, Anchor] = {}
        self.lines: dict[Anchor, int] = {}
        self.findings: list[Finding] = []
        self.publications: dict[str, Publication] = {}
        self._xref: dict[str, str | None] = {}
        self._evidence: dict[str, Evidence | None] = {}

    def node(self, uri: str) -> Node | None:
        """The object with this URI, if the file holds it."""
        return self.graph.nodes.get(uri)

    def nodes(self, node: Node, name: str) -> list[Node]:
        """The objects in the file that a property refers to, each once."""
        values = node.properties.get(name)
        if values is None:
            return []
        uris = dict.fromkeys([value.uri for value in values if type(value) is Ref])
        known = self.graph.nodes
        return [known[uri] for uri in uris if uri in known]

    def first(self, node: Node, name: str) -> Node | None:
        """The first object in the file that a property refers to."""
        found = self.nodes(node, name)
        return found[0] if found else None

    # Names and notes

    def naming(self, node: Node, *labels: str) -> Naming:
        """The name of an object that without one would be called by one of the labels."""
        shown, standard = node.text("displayName"), node.text("standardName")
        rest = list(dict.fromkeys(node.texts("name")))
        if standard and standard in labels:
            return Naming(standard, tuple(rest))
        full = next((name for name in rest if is_short_of(shown, name)), shown)
        rest = [name for name in rest if name != full]
        if standard and standard != full:
            rest.append(standard)
        is_label = full in labels or any(is_short_of(full, label) for label in labels)
        return Naming(None if is_label or not full else full, tuple(rest))

    def notes(self, node: Node, anchor: Anchor) -> tuple[str, ...]:
        """The comments that are notes; those that are records are kept as marks on the anchor."""
        self.lines[anchor] = node.line
        notes: list[str] = []
        for value in node.values("comment"):
            if isinstance(value, Literal):
                if value.text.startswith(RECORD):
                    self.marks.append(Mark(anchor, value.text[len(RECORD) :], value.line))
                elif value.text.strip():
                    notes.append(value.text.strip())
        return tuple(notes)

    def plain_comments(self, node: Node) -> list[str]:
        """The comments of an object on which no records stand."""
        return [text for text in node.texts("comment") if text and not text.startswith(RECORD)]

    def said(self, node: Node, anchor: Anchor) -> dict[str, Any]:
        """What a thing says beside its names, as fields of it."""
        xrefs = self.xrefs(node)
        return {
            "notes": self.notes(node, anchor),
            "identifiers": xrefs.identifiers,
            "references": xrefs.references,
            "evidence": self.evidence(node),
            "data_sources": self.sources(node),
        }

    # Cross references

    def xrefs(self, node: Node) -> Xrefs:
        """The cross references of an object."""
        identifiers: list[Identifier] = []
        references: list[str] = []
        types: list[str] = []
        effects: list[str] = []
        for xref in self.nodes(node, "xref"):
            curie = self.curie(xref)
            if curie is None:
                continue
            if xref.cls == "PublicationXref":
                references.append(curie)
            elif xref.cls == "UnificationXref":
                identifiers.append(Identifier(id=curie))
            else:
                kind = self._relation(xref)
                if curie.startswith("sbo:"):
                    (effects if kind == IS_EFFECT else types).append(curie)
                else:
                    relation = RELATION.key(kind) or Relation.IS_RELATED_TO
                    identifiers.append(Identifier(id=curie, relation=relation))
        return Xrefs(tuple(identifiers), tuple(references), tuple(types), tuple(effects))

    def _relation(self, xref: Node) -> str:
        """The PSI-MI term of a RelationshipXref's type, or nothing."""
        found = (self.term(each, "mi") for each in self.nodes(xref, "relationshipType"))
        return next((it for it in found if it), "")

    def curie(self, xref: Node) -> str | None:
        """The entry that an xref is to; nothing for one that is not known, which is lost."""
        if xref.uri not in self._xref:
            self._xref[xref.uri] = self._curie(xref)
        return self._xref[xref.uri]

    def _curie(self, xref: Node) -> str | None:
        db, local = xref.text("db"), xref.text("id")
        curie = from_xref(db, local) if db and local else None
        if curie is None:
            told = f'the database "{db}" with the id "{local}" is not known'
            self.findings.append(UNKNOWN_ENTRY.finding(told, place=self.graph.place(xref.uri)))
        elif xref.cls == "PublicationXref":
            self._publication(curie, xref)
        return curie

    def _publication(self, curie: str, xref: Node) -> None:
        year = xref.text("year")
        told = Publication(
            id=curie,
            title=xref.text("title") or None,
            authors=tuple(xref.texts("author")),
            journal=xref.text("source") or None,
            year=int(year) if year.isdecimal() else None,
            url=xref.text("url") or None,
        )
        if told != Publication(id=curie):
            self.publications[curie] = told

    # Terms

    def term(self, node: Node, *prefixes: str) -> str | None:
        """The CURIE of a vocabulary object: of its xref, or of its term by name or as a CURIE."""
        for xref in self.nodes(node, "xref"):
            curie = self.curie(xref)
            if curie is not None:
                return curie
        for words in node.texts("term"):
            for prefix in prefixes:
                found = vocabulary.by_name(prefix, words)
                if found is not None:
                    return found
            if is_canonical(words) and canonical(words).partition(":")[0] in prefixes:
                return words
        return None

    # Evidence and sources

    def evidence(self, node: Node) -> tuple[Evidence, ...]:
        """The evidence of an object."""
        found: list[Evidence] = []
        for each in self.nodes(node, "evidence"):
            if each.uri not in self._evidence:
                self._evidence[each.uri] = self._evidence_of(each)
            told = self._evidence[each.uri]
            if told is not None:
                found.append(told)
        return tuple(found)

    def _evidence_of(self, node: Node) -> Evidence | None:
        codes: list[str] = []
        for each in self.nodes(node, "evidenceCode"):
            code = self.term(each, "eco", "mi")
            if code is None:
                words = " ".join(each.texts("term"))
                told = f'the evidence code "{words}" is not known'
                self.findings.append(UNREAD_TERM.finding(told, place=self.graph.place(each.uri)))
            else:
                codes.append(code)
        observation = None
        for code in codes if len(codes) > 1 else ():
            observation = observation or OBSERVATION.key(code)
        if observation is not None:
            codes.remove(OBSERVATION.word(observation) or "")
        references = self.xrefs(node).references
        code = next((it for it in codes if it != EVIDENCE), None)
        reference = next(iter(references), None)
        if code is None and reference is None:
            return None
        note = next(iter(self.plain_comments(node)), None)
        return Evidence(code=code, reference=reference, observation=observation, note=note)

    def sources(self, node: Node) -> tuple[str, ...]:
        """The names of an object's data sources."""
        return tuple(
            name
            for each in self.nodes(node, "dataSource")
            if (name := next(iter(each.texts("name")), each.text("displayName")))
        )

    def taxon(self, node: Node) -> str | None:
        """The organism of an object."""
        source = self.first(node, "organism")
        return next(iter(self._taxa(source)), None) if source else None

    def _taxa(self, source: Node) -> Iterator[str]:
        for xref in self.nodes(source, "xref"):
            curie = self.curie(xref)
            if curie is not None:
                yield curie
