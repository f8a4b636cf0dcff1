"""Cross references of GPML and the identifiers that they mean.

A version of GPML has its own names of databases: BridgeDb's full names, or the Bioregistry's
prefixes. What an identifier is about is not known here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from pathport.formats.gpml.drawing import Xref
from pathport.formats.gpml.terms import PREFERRED, databases
from pathport.model.enumerations import Relation
from pathport.model.identifiers import (
    from_uri,
    from_xref,
    is_address,
    prefix_of_db,
    to_uri,
    to_xref,
)
from pathport.model.parts import Accession, Identifier

__all__ = [
    "ADDRESS",
    "curie_of",
    "entry_xref",
    "reference_read",
    "reference_word",
    "shown_xref",
    "xref_of",
]

SAME_NAME = {"uniprot.isoform": "uniprot"}
"""Databases that are called by the name of another one."""
ADDRESS = "URL"
"""What a publication is called that is told by its address."""
WORD_BEFORE = re.compile(r"\s*(?:pmid|pubmed|doi)(?:\s*:\s*|\s+)", re.IGNORECASE)
"""What a literature database is called before its id, however the two are parted."""
RESOLVER = re.compile(r"\s*https?://(?:dx\.)?doi\.org/(?=10\.)", re.IGNORECASE)
"""The address of the resolver of DOIs, up to the DOI (DOI Handbook, 3.8)."""
RANKS = {prefix: rank for rank, prefix in enumerate(PREFERRED)}


def curie_of(xref: Xref) -> str | None:
    """The identifier that a cross reference means, or nothing if it can't be told."""
    if not xref.database or not xref.id:
        return None
    return from_xref(databases().key(xref.database) or xref.database, xref.id)


def xref_of(curie: str) -> Xref | None:
    """The cross reference that means an identifier, or nothing if none would be read as it.

    A database that BridgeDb has no name for is called by its prefix.
    """
    prefix = curie.partition(":")[0]
    word = databases().word(SAME_NAME.get(prefix, prefix)) or prefix
    xref = Xref(word, to_xref(curie)[1])
    return xref if curie_of(xref) == curie else None


def shown_xref(
    identifiers: Iterable[Identifier],
    relations: Iterable[Relation],
    spell: Callable[[str], Xref | None],
) -> Xref:
    """The cross reference that shows a thing: of its best identifier, by relation and database."""
    spelled = (spell(it) for it in _ranked(identifiers, relations))
    return next((it for it in spelled if it is not None), Xref())


def _ranked(identifiers: Iterable[Identifier], relations: Iterable[Relation]) -> Iterator[str]:
    known = list(identifiers)
    for relation in relations:
        curies = [it.id for it in known if it.relation is relation]
        yield from sorted(curies, key=lambda it: (RANKS.get(it.partition(":")[0], len(RANKS)), it))


def entry_xref(accessions: Iterable[Accession]) -> Xref:
    """The cross reference that shows a thing by an entry without an identifier."""
    known = sorted((it.database, it.id) for it in accessions if it.database is not None)
    return next((Xref(*it) for it in known), Xref())


def reference_read(database: str, id_: str) -> str | None:
    """The publication that a record means; one that is told by its address, too."""
    id_ = WORD_BEFORE.sub("", id_)
    if prefix_of_db(database) == "doi":
        id_ = RESOLVER.sub("", id_)
    if database == ADDRESS or "://" in id_:
        return from_uri(id_) or (id_ if is_address(id_) else None)
    return from_xref(database, id_) if database and id_ else None


def reference_word(curie: str, names: Mapping[str, str]) -> Xref:
    """How a publication is told: by a known database, or by its address."""
    prefix, _, local = curie.partition(":")
    if prefix in names:
        return Xref(names[prefix], local)
    return Xref(ADDRESS, curie if is_address(curie) else to_uri(curie))
