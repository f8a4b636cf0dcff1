"""What every object of a BioPAX file says in the same way: names, xrefs, evidence, notes, sources.

The reader's common ground: the graph of the file, the ids that its objects get, and what was found
on the way. Records are collected unread. Specification: ``biopax-level3.owl``.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from pathport import vocabulary
from pathport.fidelity.records import Anchor, Mark
from pathport.findings import Finding
from pathport.formats.biopax.graph import Graph, Literal, Node, Ref
from pathport.formats.biopax.labels import is_short_of, sayable
from pathport.formats.biopax.losses import NOT_SOUND, UNKNOWN_ENTRY, UNREAD_PROPERTY, UNREAD_TERM
from pathport.formats.biopax.terms import (
    EVIDENCE,
    IS_EFFECT,
    IS_PROCESS_TYPE,
    OBSERVATION,
    RECORD,
    RELATION,
)
from pathport.formats.biopax.uris import shown
from pathport.model.enumerations import Relation
from pathport.model.identifiers import from_uri, from_xref, is_address, is_canonical
from pathport.model.parts import Accession, Evidence, Identifier, Publication
from pathport.rules import Rule

__all__ = ["File", "Naming", "Xrefs", "number", "whole"]


class Naming(NamedTuple):
    """The name that a thing has of its own, and its further names."""

    name: str | None
    synonyms: tuple[str, ...]


class Xrefs(msgspec.Struct, frozen=True):
    """The cross references of an object, sorted by what they say."""

    identifiers: tuple[Identifier, ...] = ()
    accessions: tuple[Accession, ...] = ()
    references: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    """SBO terms that a process is of."""
    effects: tuple[str, ...] = ()
    """SBO terms of what an object does."""


NOTHING = Xrefs()
NONE: Mapping[str, str] = MappingProxyType({})
LOCATION = "CellularLocationVocabulary"
Entry = str | Accession | None
"""What a cross reference is to: a CURIE, an entry in the file's own words, or nothing known."""


class File:
    """A file while it is read; ``ids`` are those of the things, by URI, with their construct."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.ids: dict[str, tuple[str, str]] = {}
        self.marks: list[Mark] = []
        self.occurrences: dict[Anchor, Anchor] = {}
        self.lines: dict[Anchor, int] = {}
        self.findings: list[Finding] = []
        self.publications: dict[str, Publication] = {}
        self.originals: dict[str, str] = {}
        """What things are called in the file whose id is another, by URI."""
        self._relations: dict[str, str] = {}
        self._taxon: dict[str, str | None] = {}
        self._entry: dict[str, Entry] = {}
        self._told: set[str] = set()
        self._evidence: dict[str, list[Evidence]] = {}

    # Objects

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

    def id(self, uri: str) -> str:
        """The id of a thing of the pathway."""
        return self.ids[uri][1]

    def named(self, uri: str, *constructs: str) -> str | None:
        """The id of an object if it is a thing of one of these constructs."""
        construct, id_ = self.ids.get(uri, ("", ""))
        return id_ if construct in constructs else None

    def all_named(self, node: Node, name: str, *constructs: str) -> list[str]:
        """The ids of the things of these constructs that a property refers to."""
        found = (self.named(uri, *constructs) for uri in dict.fromkeys(node.refs(name)))
        return [id_ for id_ in found if id_ is not None]

    def lose(self, rule: Rule, node: Node, sentence: str) -> None:
        """Tell that something of an object is not in the pathway."""
        self.findings.append(rule.finding(sentence, place=self.graph.place(node.uri)))

    def unread(self, node: Node, name: str, because: str = "") -> None:
        """Tell that a property of an object, or a value of it, has no place in a pathway."""
        told = f'{name} of {node.cls} "{shown(node.uri)}" is not read'
        self.lose(UNREAD_PROPERTY, node, f"{told}: {because}" if because else told)

    def unsound(self, node: Node, sentence: str) -> None:
        """Tell that something of an object can't be true."""
        self.lose(NOT_SOUND, node, f'{sentence} of {node.cls} "{shown(node.uri)}" is not read')

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

    # Cross references

    def xrefs(self, node: Node) -> Xrefs:
        """The cross references of an object."""
        if "xref" not in node.properties:
            return NOTHING
        identifiers: list[Identifier] = []
        accessions: list[Accession] = []
        references: list[str] = []
        types: list[str] = []
        effects: list[str] = []
        for xref in self.nodes(node, "xref"):
            entry = self.entry(xref)
            if isinstance(entry, Accession):
                accessions.append(msgspec.structs.replace(entry, relation=self.relation(xref)))
            elif entry is None:
                continue
            elif xref.cls == "PublicationXref":
                references.append(entry)
            elif entry.startswith("sbo:"):
                (effects if self._type(xref) == IS_EFFECT else types).append(entry)
            else:
                identifiers.append(Identifier(id=entry, relation=self.relation(xref)))
        return Xrefs(
            tuple(identifiers), tuple(accessions), tuple(references), tuple(types), tuple(effects)
        )

    def relation(self, xref: Node) -> Relation:
        """How an xref says that its entry relates to its bearer."""
        if xref.cls == "UnificationXref":
            return Relation.IS
        return RELATION.key(self._type(xref)) or Relation.IS_RELATED_TO

    def _type(self, xref: Node) -> str:
        """The PSI-MI term of a RelationshipXref's type, or nothing."""
        known = self._relations.get(xref.uri)
        if known is None:
            found = (self.term(each, "mi") for each in self.nodes(xref, "relationshipType"))
            known = self._relations[xref.uri] = next((it for it in found if it), "")
            told = RELATION.key(known) is None and known not in (IS_EFFECT, IS_PROCESS_TYPE)
            if known and told:
                self.unread(xref, f'the relationshipType "{known}"')
        return known

    def entry(self, xref: Node) -> Entry:
        """What an xref is to; nothing for one that is to no entry, which is lost."""
        if xref.uri not in self._entry:
            self._entry[xref.uri] = self._entry_of(xref)
        return self._entry[xref.uri]

    def _entry_of(self, xref: Node) -> Entry:
        db, local, version = (xref.text(name) for name in ("db", "id", "idVersion"))
        curie = from_xref(db, local) if db and local else None
        is_literature = xref.cls == "PublicationXref"
        if curie is None and db and is_an_id(local) and not is_literature:
            return Accession(id=local, database=db, version=version or None)
        if version:
            self.unread(xref, f'the idVersion "{version}"')
        if curie is None and is_literature:
            curie = next(filter(is_address, xref.texts("url")), None)
            curie = curie and (from_uri(curie) or curie)
        if curie is None or (is_address(curie) and (db or local)):
            self._lose_entry(xref, db, local)
        if curie is not None and is_literature:
            self._publication(curie, xref)
        return curie

    def _lose_entry(self, xref: Node, db: str, local: str) -> None:
        told = f'the database "{db}" with the id "{local}" is not known'
        self.lose(UNKNOWN_ENTRY, xref, told)

    def curie(self, xref: Node) -> str | None:
        """The known entry that an xref is to; another one has no place here, and is lost."""
        entry = self.entry(xref)
        if not isinstance(entry, Accession):
            return entry
        if xref.uri not in self._told:
            self._told.add(xref.uri)
            self._lose_entry(xref, entry.database or "", entry.id)
        return None

    def _publication(self, curie: str, xref: Node) -> None:
        year = whole(xref.text("year"))
        if xref.text("year") and (year is None or year > LAST_YEAR):
            self.unsound(xref, f'the year "{xref.text("year")}"')
            year = None
        told = Publication(
            id=curie,
            title=xref.text("title") or None,
            authors=tuple(filter(None, xref.texts("author"))),
            journal=xref.text("source") or None,
            year=year,
            url=next((it for it in xref.texts("url") if it and it != curie), None),
        )
        if told != Publication(id=curie):
            self.publications[curie] = told

    # Terms

    def term(self, node: Node, *prefixes: str, same: Mapping[str, str] = NONE) -> str | None:
        """The CURIE of a vocabulary object: of its xref, or of its term by name or as a CURIE.

        One that is of none of the prefixes, nor the ``same`` as one, or is not known, is lost. A
        place may be called like another: it is what its xref says, by name it is none.
        """
        found = self.known_term(node, *prefixes, same=same)
        if found is None and node.cls != LOCATION:
            said = " ".join(node.texts("term"))
            self.lose(UNREAD_TERM, node, f'the term "{said}" is not known')
        return found

    def known_term(self, node: Node, *prefixes: str, same: Mapping[str, str] = NONE) -> str | None:
        """The same, without a word of one that is not known."""
        place = node.cls == LOCATION
        found = (self.curie(xref) for xref in self.nodes(node, "xref"))
        told = [it for it in found if it is not None]
        for words in node.texts("term"):
            named = [vocabulary.by_name(prefix, words) for prefix in prefixes if not place]
            told += [it for it in named if it is not None]
            told += [words] if is_canonical(words) else []
        kept = (same.get(curie, curie) for curie in told)
        return next((it for it in kept if it.partition(":")[0] in prefixes), None)

    def words_of(self, node: Node) -> str | None:
        """What a vocabulary object that is no known term says: its term, else the id of an xref."""
        ids = (xref.text("id") for xref in self.nodes(node, "xref"))
        return next(filter(None, (*node.texts("term"), *ids)), None)

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
        found = (
            next(filter(None, each.texts("name")), each.text("displayName"))
            for each in self.nodes(node, "dataSource")
        )
        return tuple(filter(None, found))

    def taxon(self, node: Node) -> str | None:
        """The organism of an object."""
        source = self.first(node, "organism")
        if source is None:
            return None
        if source.uri not in self._taxon:
            self._taxon[source.uri] = next(self._taxa(source), None)
            if self._taxon[source.uri] is None:
                self.unread(source, "the name", "it has no entry of NCBI's taxonomy")
        return self._taxon[source.uri]

    def _taxa(self, source: Node) -> Iterator[str]:
        for xref in self.nodes(source, "xref"):
            curie = self.curie(xref)
            if curie is not None and curie.startswith("ncbitaxon:"):
                yield curie


def is_an_id(text: str) -> bool:
    """Whether a text is the id of something, rather than one that stands for none."""
    return sayable(text) is not None and text.strip("-") != ""


LARGEST = 2**31
MOST_PAIRS = 1000
"""Codes times publications of one Evidence; more are no statement of a curator."""
LAST_YEAR = 9999


def number(text: str) -> float | None:
    """The number that a text spells, if it is above 0 and one that files can hold."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if 0 < found < float("inf") else None


def whole(text: str) -> int | None:
    """The whole number above 0 that a text spells."""
    found = number(text)
    fits = found is not None and found.is_integer() and found < LARGEST
    return int(found) if found is not None and fits else None
