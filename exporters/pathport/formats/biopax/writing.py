"""What every object of a BioPAX file may say: names, cross references, evidence, terms, sources.

The objects that things share (an xref, a term, a publication) are made when they are first used,
each once. Rules of the BioPAX validator that decide here: SharedUnificationXrefRule,
UnificationXrefLimitedRule, ClonedUtilityClassRule, EvidencePropertiesUsageRule.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from pathport.formats.biopax.features import Features
from pathport.formats.biopax.labels import Names, sayable, shortened
from pathport.formats.biopax.naming import Naming
from pathport.formats.biopax.ontology import ancestors
from pathport.formats.biopax.plan import Plan
from pathport.formats.biopax.rdf import Line, Objects, integer, ref, text
from pathport.formats.biopax.terms import (
    DENIED,
    EVIDENCE,
    IS_EFFECT,
    IS_PROCESS_TYPE,
    LONGEST_SOURCE_NAME,
    OBSERVATION,
    RECORD,
    RELATION,
    VOCABULARY_PREFIXES,
)
from pathport.formats.biopax.uris import Uris
from pathport.model.enumerations import Relation
from pathport.model.identifiers import is_address, prefix_of_db, to_xref
from pathport.model.parts import About, Accession, Evidence, Publication
from pathport.model.things import Thing
from pathport.vocabulary import is_a, term

__all__ = ["Writing"]

EVIDENCE_ROOTS = ("mi:0001", "mi:0002", "mi:0003")
"""PSI-MI's evidence codes are below one of these (validator: EvidenceCodeCvRule)."""


class _Entry(NamedTuple):
    """What a cross reference is to: a key of its own in the file, database, id and version."""

    key: str
    database: str
    local: str
    version: str | None = None


@lru_cache(maxsize=2**16)
def _known(curie: str) -> _Entry:
    return _Entry(curie, *to_xref(curie))


def _of_accession(accession: Accession) -> _Entry | None:
    """An entry in its file's own words; nothing if BioPAX can't say it."""
    database, local = sayable(accession.database), sayable(accession.id)
    if database is None or local is None:
        return None
    version = sayable(accession.version)
    return _Entry("\n".join((database, local, version or "")), database, local, version)


def _may_be(prefix: str, cls: str) -> bool:
    """Whether an object of this class may be unified with an entry of this resource."""
    denied = any(prefix in DENIED.get(above, ()) for above in ancestors(cls))
    return not denied and prefix not in VOCABULARY_PREFIXES


class Writing:
    """One file in the making: its plan, its URIs, and the objects so far."""

    def __init__(self, plan: Plan, uris: Uris) -> None:
        self.plan = plan
        self.uris = uris
        self.objects = Objects()
        self.publications = {it.id: it for it in plan.pathway.publications}
        self._owners: dict[str, str] = {}
        self._relations: dict[str, str] = {}

    @property
    def features(self) -> Features:
        """The features of the file's references."""
        return self.plan.features

    @property
    def naming(self) -> Naming:
        """The names of the file's objects."""
        return self.plan.naming

    # Names and notes

    def names(self, names: Names) -> Iterator[Line]:
        """The naming properties of an object."""
        yield text("displayName", names.shown)
        if names.standard is not None:
            yield text("standardName", names.standard)
        for name in names.others:
            yield text("name", name)

    def comments(self, notes: Iterable[str]) -> Iterator[Line]:
        """Notes, but those that would be taken for records."""
        for note in notes:
            said = sayable(note)
            if said and not said.startswith(RECORD):
                yield text("comment", said)

    def thing(self, thing: Thing, cls: str, uri: str) -> Iterator[Line]:
        """What an Entity says of itself beside its names."""
        if thing.notes:
            yield from self.comments(thing.notes)
        if thing.identifiers or thing.accessions:
            yield from self.entries(thing, cls, uri)
        if thing.references or thing.evidence:
            yield from self.literature(thing)
        for source in thing.data_sources:
            yield from self.source(source)

    def literature(self, thing: Thing) -> Iterator[Line]:
        """References and evidence."""
        yield from self.references(thing.references)
        yield from self.evidence(thing.evidence)

    def references(self, found: Iterable[str]) -> Iterator[Line]:
        """The literature that an object refers to."""
        for reference in found:
            yield from self.publication(reference)

    # Cross references

    def entries(self, bearer: About, cls: str, uri: str) -> Iterator[Line]:
        """The xrefs of an object of this class: to what it is, and to what it is related to."""
        for identifier in bearer.identifiers:
            entry = _known(identifier.id)
            prefix = identifier.id.partition(":")[0]
            free = self._owners.get(entry.key, uri) == uri
            if identifier.relation is Relation.IS and free and _may_be(prefix, cls):
                yield from self._identity(entry, uri)
            else:
                yield from self._relationship(entry, RELATION.word(identifier.relation) or "")
        for accession in bearer.accessions:
            own = _of_accession(accession)
            if own is None:
                continue
            prefix = prefix_of_db(own.database) or ""
            free = self._owners.get(own.key, uri) == uri
            if accession.relation is Relation.IS and free and _may_be(prefix, cls):
                yield from self._identity(own, uri)
            else:
                yield from self._relationship(own, RELATION.word(accession.relation) or "")

    def identity(self, curie: str, owner: str) -> Iterator[Line]:
        """The UnificationXref of an object, which is its alone."""
        yield from self._identity(_known(curie), owner)

    def is_free(self, curie: str) -> bool:
        """Whether no object is this entry yet."""
        return curie not in self._owners

    def _identity(self, entry: "_Entry", owner: str) -> Iterator[Line]:
        uri = self._xref("UnificationXref", "identity", entry)
        if uri:
            self._owners[entry.key] = owner
            yield ref("xref", uri)

    def _relationship(self, entry: "_Entry", relation: str) -> Iterator[Line]:
        """A RelationshipXref of this type; an entry is related in one way in a file."""
        if self._relations.setdefault(entry.key, relation) == relation:
            kind = self.term("RelationshipTypeVocabulary", relation)
            uri = self._xref("RelationshipXref", "related", entry, [ref("relationshipType", kind)])
            if uri:
                yield ref("xref", uri)

    def process_type(self, sbo: str) -> Iterator[Line]:
        """The cross reference that tells what a process is of."""
        yield from self._relationship(_known(sbo), IS_PROCESS_TYPE)

    def effect(self, sbo: str) -> Iterator[Line]:
        """The cross reference that tells an effect or a role."""
        yield from self._relationship(_known(sbo), IS_EFFECT)

    def publication(self, curie: str) -> Iterator[Line]:
        """The PublicationXref of a reference, with what is known of the publication."""
        told = self._details(self.publications.get(curie))
        if is_address(curie):
            uri = self.uris.derived("publication", curie)
            if uri not in self.objects:
                self.objects.add("PublicationXref", uri, [text("url", curie), *told])
        else:
            uri = self._xref("PublicationXref", "publication", _known(curie), told)
        if uri:
            yield ref("xref", uri)

    def _details(self, publication: Publication | None) -> Iterator[Line]:
        if publication is None:
            return
        texts = [("author", author) for author in publication.authors]
        url = None if is_address(publication.id) else publication.url
        texts += [
            (name, value)
            for name, value in (
                ("title", publication.title),
                ("source", publication.journal),
                ("url", url),
            )
            if value is not None
        ]
        for name, value in texts:
            said = sayable(value)
            if said:
                yield text(name, said)
        if publication.year:
            yield integer("year", publication.year)

    def _xref(self, cls: str, kind: str, entry: "_Entry", lines: Iterable[Line] = ()) -> str:
        """The URI of an xref, which is made if it is not there; nothing if it can't be said."""
        uri = self.uris.derived(kind, entry.key)
        if uri not in self.objects:
            if sayable(entry.local) is None:
                return ""
            said = [text("db", entry.database), text("id", entry.local)]
            if entry.version:
                said.append(text("idVersion", entry.version))
            self.objects.add(cls, uri, [*said, *lines])
        return uri

    # Terms

    def term(self, cls: str, curie: str) -> str:
        """The URI of a vocabulary object for a term that is known."""
        known = term(curie)
        if known is None or not known.name:
            return self.bare_term(cls, curie)
        uri = self.uris.derived("term", curie)
        if uri not in self.objects:
            self.objects.add(cls, uri, [text("term", known.name), *self.identity(curie, uri)])
        return uri

    def bare_term(self, cls: str, words: str) -> str:
        """The URI of a vocabulary object that has only a word, for no ontology term will do."""
        uri = self.uris.derived("word", words)
        if uri not in self.objects:
            self.objects.add(cls, uri, [text("term", words)])
        return uri

    # Evidence and sources

    def evidence(self, found: Iterable[Evidence]) -> Iterator[Line]:
        """The Evidence of an object, made if it is not there; equal evidence is one object.

        What is without a code and literature, and has a note that can't be said, has no object:
        nobody could read it.
        """
        for each in found:
            known = each.code is not None or each.reference is not None
            if not known and not [*self.comments([each.note or ""])]:
                continue
            said = (each.code, each.reference, each.observation, each.note)
            uri = self.uris.derived("evidence", " ".join(it or "" for it in said))
            if uri not in self.objects:
                self.objects.add("Evidence", uri, list(self._evidence(each)))
            yield ref("evidence", uri)

    def _evidence(self, evidence: Evidence) -> Iterator[Line]:
        observation = evidence.observation and OBSERVATION.word(evidence.observation)
        if observation and observation != evidence.code:
            yield ref("evidenceCode", self._code(observation))
        yield ref("evidenceCode", self._code(evidence.code or EVIDENCE))
        if evidence.reference is not None:
            yield from self.publication(evidence.reference)
        if evidence.note is not None:
            yield from self.comments([evidence.note])

    def _code(self, curie: str) -> str:
        known = term(curie)
        is_code = curie.startswith("eco:") or any(is_a(curie, root) for root in EVIDENCE_ROOTS)
        if known and known.name and (not is_code or curie in EVIDENCE_ROOTS):
            return self.bare_term("EvidenceCodeVocabulary", known.name)
        return self.term("EvidenceCodeVocabulary", curie)

    def source(self, name: str) -> Iterator[Line]:
        """The Provenance of an object, made if it is not there."""
        said = sayable(name)
        if said is None:
            return
        uri = self.uris.derived("source", said)
        if uri not in self.objects:
            shown = shortened(said, LONGEST_SOURCE_NAME)
            lines = [text("displayName", shown)]
            self.objects.add(
                "Provenance", uri, lines if shown == said else [*lines, text("name", said)]
            )
        yield ref("dataSource", uri)

    def organism(self, curie: str) -> Iterator[Line]:
        """The BioSource of an object, made if it is not there."""
        uri = self.uris.derived("organism", curie)
        if uri not in self.objects:
            known = term(curie)
            name = known.name if known and known.name else curie
            shown = shortened(name)
            lines = [text("displayName", shown), *self.identity(curie, uri)]
            self.objects.add(
                "BioSource", uri, lines if shown == name else [*lines, text("name", name)]
            )
        yield ref("organism", uri)
