"""What every object of a BioPAX file says in the same way: names, evidence, notes, sources.

The reader's common ground, with what was found on the way. Records are collected unread; what
objects refer to is below, in ``entries``. Specification: ``biopax-level3.owl``.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pathport.fidelity.records import Anchor, Mark
from pathport.formats.biopax.entries import Entries
from pathport.formats.biopax.graph import Graph, Literal, Node
from pathport.formats.biopax.labels import is_short_of
from pathport.formats.biopax.terms import EVIDENCE, OBSERVATION, RECORD
from pathport.formats.biopax.uris import shown
from pathport.model.parts import Evidence

__all__ = ["File", "Naming"]

MOST_PAIRS = 1000
"""Codes times publications of one Evidence; more are no statement of a curator."""


NAMES = ("displayName", "standardName", "name")


class Naming(NamedTuple):
    """The name that a thing has of its own, and its further names."""

    name: str | None
    synonyms: tuple[str, ...]


class File(Entries):
    """A file while it is read."""

    def __init__(self, graph: Graph) -> None:
        super().__init__(graph)
        self.marks: list[Mark] = []
        self.occurrences: dict[Anchor, Anchor] = {}
        self.lines: dict[Anchor, int] = {}
        self.originals: dict[str, str] = {}
        """What things are called in the file whose id is another, by URI."""
        self._sources: dict[str, str | None] = {}
        self._taxon: dict[str, str | None] = {}
        self._evidence: dict[str, list[Evidence]] = {}

    # Names and notes

    def naming(self, node: Node, *labels: str) -> Naming:
        """The name of an object that without one would be called by one of the labels."""
        shown, standard = node.text("displayName"), node.text("standardName")
        rest = list(filter(None, dict.fromkeys(node.texts("name"))))
        if standard and standard in labels:
            return Naming(standard, tuple(rest))
        full = next((name for name in rest if is_short_of(shown, name)), shown)
        if rest:
            rest = [name for name in rest if name != full]
        if standard and standard != full:
            rest.append(standard)
        if not full or any(is_short_of(full, label) for label in labels):
            return Naming(None, tuple(rest))
        return Naming(full, tuple(rest))

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

    def said(self, node: Node, notes: tuple[str, ...]) -> dict[str, Any]:
        """What an object with these notes says beside its names, as fields of a thing."""
        xrefs = self.xrefs(node)
        return {
            "notes": notes,
            "identifiers": xrefs.identifiers,
            "accessions": xrefs.accessions,
            "references": xrefs.references,
            "evidence": self.evidence(node),
            "data_sources": self.sources(node),
            "original_id": self.originals.get(node.uri),
        }

    def told(self, node: Node, anchor: Anchor, *labels: str) -> dict[str, Any]:
        """The same with its names; the labels are what it would be called without one."""
        naming = self.naming(node, *labels)
        return {
            "name": naming.name,
            "synonyms": naming.synonyms,
            **self.said(node, self.notes(node, anchor)),
        }

    # Evidence and sources

    def evidence(self, node: Node) -> tuple[Evidence, ...]:
        """The evidence of an object."""
        found: list[Evidence] = []
        for each in self.nodes(node, "evidence"):
            if each.uri not in self._evidence:
                self._evidence[each.uri] = self._evidence_of(each)
            found += self._evidence[each.uri]
        return tuple(found)

    def _evidence_of(self, node: Node) -> list[Evidence]:
        """What an Evidence says: of several codes and publications, each code for each of them."""
        codes, words = self._codes(node)
        observation = next((it for it in map(OBSERVATION.key, codes) if it and codes[1:]), None)
        if observation is not None:
            codes.remove(OBSERVATION.word(observation) or "")
        known: list[str | None] = [it for it in dict.fromkeys(codes) if it != EVIDENCE]
        xrefs = self.xrefs(node)
        others = [it.id for it in xrefs.identifiers] + [it.id for it in xrefs.accessions]
        for other in others:
            self.unread(node, f'the xref "{other}"')
        references: list[str | None] = list(dict.fromkeys(xrefs.references))
        note = "\n".join((*words, *self.plain_comments(node))) or None
        if not known and not references and note is None:
            self.unread(node, "what is said", "it has no code, no publication and no note")
            return []
        if len(known) * len(references) > MOST_PAIRS:
            self.unread(node, f"the further evidenceCode of {len(known)}")
            known = known[:1]
        return [
            Evidence(code=code, reference=reference, observation=observation, note=note)
            for code in known or [None]
            for reference in references or [None]
        ]

    def _codes(self, node: Node) -> tuple[list[str], list[str]]:
        """The terms that evidence is of, and the words of others."""
        codes: list[str] = []
        words: list[str] = []
        for each in self.nodes(node, "evidenceCode"):
            code = self.known_term(each, "eco", "mi")
            text = self.words_of(each) if code is None else None
            codes += [code] if code is not None else []
            words += [text] if text is not None else []
        return codes, words

    def sources(self, node: Node) -> tuple[str, ...]:
        """The names of an object's data sources."""
        found: list[str] = []
        for each in self.nodes(node, "dataSource"):
            name = self._source(each)
            if name in found:
                self.unread(node, f'the dataSource "{shown(each.uri)}"', "another has its name")
            elif name is None:
                self.unread(node, f'the dataSource "{shown(each.uri)}"', "it has no name")
            else:
                found.append(name)
        return tuple(found)

    def _source(self, node: Node) -> str | None:
        """The name of a source: the full one of a shortened displayName, else the first."""
        if node.uri not in self._sources:
            short = node.text("displayName")
            others = [*filter(None, (*node.texts("name"), node.text("standardName")))]
            full = next((it for it in others if it.startswith(short.rstrip("…"))), short)
            self._sources[node.uri] = full or next(iter(others), None)
            for other in dict.fromkeys(others):
                if other != self._sources[node.uri]:
                    self.unread(node, f'the name "{other}"')
        return self._sources[node.uri]

    def taxon(self, node: Node) -> str | None:
        """The organism of an object."""
        source = self.first(node, "organism")
        if source is None:
            return None
        if source.uri not in self._taxon:
            self._taxon[source.uri] = next(self._taxa(source), None)
        if self._taxon[source.uri] is None:
            told = dict.fromkeys(text for name in NAMES for text in source.texts(name) if text)
            called = ", ".join(told) or shown(source.uri)
            self.unread(node, f'the organism "{called}"', "it has no entry of NCBI's taxonomy")
        return self._taxon[source.uri]

    def _taxa(self, source: Node) -> Iterator[str]:
        for xref in self.nodes(source, "xref"):
            curie = self.curie(xref)
            if curie is not None and curie.startswith("ncbitaxon:"):
                yield curie
