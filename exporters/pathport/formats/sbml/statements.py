"""What every object says in its annotation, written and read: names, identifiers, evidence.

The two directions of each statement stand together. On the model itself two qualifiers are those
for models. Evidence is a bag of ``isDescribedBy`` that holds a code (ECO or PSI-MI) beside its
references; references alone are a bag without one. SBML Level 3 Version 1 Core, 6.5; BioModels.net
qualifiers; DCMI Metadata Terms.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from pathport.formats.sbml.annotation import Annotation, curie_of
from pathport.formats.sbml.markup import bag, property_of
from pathport.formats.sbml.own_statements import Tells, tells_nothing
from pathport.formats.sbml.terms import (
    ABOUT,
    CODE_PREFIXES,
    DESCRIBED_BY,
    EVIDENCE_ROOT,
    ON_MODEL,
    RELATION,
)
from pathport.model.enumerations import Relation
from pathport.model.identifiers import IdentifierError, is_address, to_uri
from pathport.model.parts import About, Accession, Evidence, Identifier
from pathport.model.things import Thing

__all__ = [
    "accessions_said",
    "bag_of",
    "common_read",
    "common_said",
    "evidence_said",
    "identifiers_said",
    "is_uri",
    "literature_read",
    "literature_uri",
    "shown_name",
    "sources_said",
    "texts_of",
    "uri_of",
]

URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:\S+")
MOST_PAIRS = 1000
"""Codes times references of one bag; more are no statement of a curator."""


@lru_cache(maxsize=2**16)
def uri_of(curie: str) -> str | None:
    """The URI of a CURIE, or nothing if there is none that is read back as the same CURIE."""
    try:
        uri = to_uri(curie)
    except IdentifierError:
        return None
    return uri if curie_of(uri) == curie else None


def bag_of(qualifier: str, curies: Iterable[str]) -> str:
    """One statement about what these CURIEs name; those without a URI are left out."""
    uris = [uri for curie in curies if (uri := uri_of(curie)) is not None]
    return bag(qualifier, uris) if uris else ""


def texts_of(name: str, values: Iterable[str]) -> list[str]:
    """A property for each value: a resource if it is a CURIE, else a text."""
    return [
        property_of(name, uri=uri) if (uri := uri_of(value)) else property_of(name, text=value)
        for value in values
    ]


def shown_name(thing: Thing) -> str:
    """The name that programs show, and that some put in where there is none: else its id."""
    return thing.id if thing.name is None else thing.name


# Identifiers


def identifiers_said(
    identifiers: Iterable[Identifier], *, model: bool = False, but: Tells = tells_nothing
) -> Iterator[str]:
    """A bag for each relation, in the order of the table; ``but``: what would tell another fact."""
    by_relation: dict[Relation, list[str]] = {}
    for identifier in identifiers:
        by_relation.setdefault(identifier.relation, []).append(identifier.id)
    for relation, qualifier in RELATION:
        curies = [it for it in by_relation.get(relation, ()) if not but(qualifier, it)]
        if not curies:
            continue
        name = ON_MODEL.get(qualifier, qualifier) if model else qualifier
        if relation is Relation.IS_RELATED_TO:
            yield from (property_of(name, uri=uri) for c in curies if (uri := uri_of(c)))
        else:
            yield bag_of(name, curies)


def accessions_said(
    accessions: Iterable[Accession], *, model: bool = False, but: Tells = tells_nothing
) -> Iterator[str]:
    """Entries in a file's own words, as far as these are addresses."""
    for it in accessions:
        qualifier = RELATION.word(it.relation)
        if qualifier is None or but(qualifier, it.id):
            continue
        if Accession(id=it.id, relation=it.relation) == it:
            name = ON_MODEL.get(qualifier, qualifier) if model else qualifier
            yield from _statement(name, it) if is_uri(it.id) else ()


def _statement(name: str, item: Accession) -> Iterator[str]:
    if item.relation is Relation.IS_RELATED_TO:
        yield property_of(name, uri=item.id)
    else:
        yield bag(name, [item.id])


def is_uri(text: str) -> bool:
    """Whether a text is an absolute URI, as far as XML and RDF keep it letter by letter."""
    return URI.fullmatch(text) is not None


def entries_read(annotation: Annotation) -> tuple[list[Identifier], list[Accession]]:
    """The identifiers in an annotation, and the addresses that are none, with their relations."""
    identifiers: list[Identifier] = []
    accessions: list[Accession] = []
    for qualifier in list(annotation.statements):
        relation = RELATION.key(qualifier)
        if relation is None:
            continue
        for uri in annotation.uris(qualifier):
            curie = curie_of(uri)
            if curie is not None:
                identifiers.append(Identifier(id=curie, relation=relation))
            elif is_uri(uri):
                accessions.append(Accession(id=uri, relation=relation))
            else:
                annotation.strangers.append(f'{qualifier} "{uri}"')
    return identifiers, accessions


# Evidence and references


def evidence_said(thing: About, *, model: bool = False) -> Iterator[str]:
    """A bag for each evidence code with its references, for each code alone, for references."""
    name = ON_MODEL[DESCRIBED_BY] if model else DESCRIBED_BY
    referred: dict[str, list[str]] = {}
    for evidence in thing.evidence:
        if evidence.reference is not None:
            referred.setdefault(evidence.code or EVIDENCE_ROOT, []).append(evidence.reference)
    for code in sorted(referred):
        yield literature_of(name, [code, *sorted(set(referred[code]))])
    alone = {e.code for e in thing.evidence if e.reference is None and e.code is not None}
    yield from (bag_of(name, [code]) for code in sorted(alone))
    yield literature_of(name, thing.references)


def literature_of(qualifier: str, references: Iterable[str]) -> str:
    """One statement about this literature: what CURIEs name, and addresses."""
    uris = [uri for it in references if (uri := literature_uri(it)) is not None]
    return bag(qualifier, uris) if uris else ""


def literature_uri(reference: str) -> str | None:
    """The URI of a reference: that of its CURIE, or the address itself."""
    return reference if is_address(reference) else uri_of(reference)


def literature_read(annotation: Annotation, name: str, uris: Iterable[str]) -> list[str]:
    """The references that URIs are; what is neither a CURIE nor an address is a stranger."""
    found: list[str] = []
    for uri in uris:
        reference = curie_of(uri) or (uri if is_address(uri) else None)
        if reference is None:
            annotation.strangers.append(f'{name} "{uri}"')
        else:
            found.append(reference)
    return found


def evidence_read(annotation: Annotation) -> tuple[list[Evidence], list[str]]:
    """The evidence and the references in an annotation."""
    evidence: list[Evidence] = []
    references: list[str] = []
    for name in (DESCRIBED_BY, ON_MODEL[DESCRIBED_BY]):
        for uris in annotation.statements.pop(name, ()):
            curies = literature_read(annotation, name, uris)
            codes = [curie for curie in curies if curie.partition(":")[0] in CODE_PREFIXES]
            rest = [curie for curie in curies if curie.partition(":")[0] not in CODE_PREFIXES]
            if len(codes) * len(rest) > MOST_PAIRS:
                annotation.strangers.append(f"{name} of {len(codes)} codes for {len(rest)}")
            elif codes:
                evidence += _evidence(codes, rest)
            else:
                references += rest
    return evidence, references


def _evidence(codes: list[str], references: list[str]) -> Iterator[Evidence]:
    for code in codes:
        known = None if code == EVIDENCE_ROOT else code
        if not references and known is not None:
            yield Evidence(code=known)
        yield from (Evidence(code=known, reference=reference) for reference in references)


# What everything says


def common_said(thing: About, *, model: bool = False, but: Tells = tells_nothing) -> Iterator[str]:
    """Synonyms, identifiers, evidence, references, sources, and the id that a foreign file gave.

    ``but``: the statements that would tell something else of such a thing.
    """
    if thing.synonyms:
        yield from (property_of(ABOUT["synonyms"], text=text) for text in thing.synonyms)
    if thing.identifiers:
        yield from identifiers_said(thing.identifiers, model=model, but=but)
    if thing.accessions:
        yield from accessions_said(thing.accessions, model=model, but=but)
    if thing.evidence or thing.references:
        yield from evidence_said(thing, model=model)
    if thing.data_sources or thing.original_id is not None:
        yield from sources_said(thing)


def sources_said(thing: About) -> Iterator[str]:
    """Where a statement was taken from, and the id that it had there."""
    yield from texts_of(ABOUT["data_sources"], thing.data_sources)
    if thing.original_id is not None:
        yield property_of(ABOUT["original_id"], text=thing.original_id)


def common_read(annotation: Annotation) -> dict[str, Any]:
    """What `common_said` says, as fields of a thing."""
    evidence, references = evidence_read(annotation)
    identifiers, accessions = entries_read(annotation)
    sources = annotation.curies(ABOUT["data_sources"])
    return {
        "synonyms": tuple(annotation.all_texts(ABOUT["synonyms"])),
        "identifiers": tuple(identifiers),
        "accessions": tuple(accessions),
        "evidence": tuple(evidence),
        "references": tuple(references),
        "data_sources": (*sources, *annotation.all_texts(ABOUT["data_sources"])),
        "original_id": annotation.text(ABOUT["original_id"]),
    }
