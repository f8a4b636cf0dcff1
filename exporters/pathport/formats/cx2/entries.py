"""Identifiers, entries, publications and evidence as texts of a column, and the texts read back.

A text is a CURIE where there is one, with its relation before it where that is not identity. What a
reader does not understand raises ValueError.
"""

from collections.abc import Iterable

import msgspec

from pathport.formats.cx2.terms import ALIAS, IDENTIFIERS, REPRESENTS
from pathport.model.enumerations import Observation, Relation
from pathport.model.identifiers import IdentifierError, canonical, from_uri, is_address
from pathport.model.parts import Accession, Evidence, Identifier

__all__ = [
    "BEHIND",
    "Entry",
    "curie_of",
    "entries_spelled",
    "entry_read",
    "evidence_read",
    "evidence_spelled",
    "is_reference",
    "reference_read",
]

BEHIND = ": "
"""Stands before what is told more closely."""
RELATED = [it for it in Relation if it is not Relation.IS]
CODES = frozenset({"eco", "mi"})
RANKS = {
    prefix: rank
    for rank, prefix in enumerate(
        ("uniprot", "uniprot.isoform", "ncbigene", "hgnc", "hgnc.symbol", "ensembl", "chebi",
         "complexportal", "drugbank", "kegg.compound", "pubchem.compound", "go", "reactome")
    )
}  # fmt: skip
"""Which of a thing's identifiers a node represents, best first."""

Entry = Identifier | Accession


def entries_spelled(
    identifiers: Iterable[Identifier], accessions: Iterable[Accession], *, best: bool = True
) -> dict[str, str | list[str]]:
    """The columns that say what a thing is and is related to; ``best``: its best is told alone."""
    texts = [(it.relation, it.id) for it in _ranked(identifiers)]
    texts += [(it.relation, text) for it in accessions if (text := _entry_spelled(it)) is not None]
    own = [text for relation, text in texts if relation is Relation.IS]
    related = [f"{it.value} {text}" for it, text in texts if it is not Relation.IS]
    if not best:
        return {IDENTIFIERS: [*own, *related]} if own or related else {}
    found: dict[str, str | list[str]] = {}
    if own:
        found[REPRESENTS] = own[0]
    if own[1:]:
        found[ALIAS] = own[1:]
    if related:
        found[IDENTIFIERS] = related
    return found


def _ranked(identifiers: Iterable[Identifier]) -> list[Identifier]:
    return sorted(
        identifiers, key=lambda it: (RANKS.get(it.id.partition(":")[0], len(RANKS)), it.id)
    )


def _entry_spelled(entry: Accession) -> str | None:
    """An entry without a CURIE as text, if it can be read as the same."""
    text = f"{entry.database}:{entry.id}" if entry.database is not None else entry.id
    read = _entry_read(text, entry.relation)
    return text if read == entry else None


def entry_read(text: str) -> Entry:
    """The identifier or entry that a text of one of these columns is."""
    for relation in RELATED:
        if text.startswith(f"{relation} "):
            return _entry_read(text.removeprefix(f"{relation} "), relation)
    return _entry_read(text, Relation.IS)


def _entry_read(text: str, relation: Relation) -> Entry:
    curie = curie_of(text)
    if curie is not None:
        return Identifier(id=curie, relation=relation)
    database, colon, id_ = text.partition(":")
    if not colon or not id_.strip() or not database.strip() or id_.startswith("//"):
        return Accession(id=text, relation=relation)
    if database == "urn":
        return Accession(id=text, relation=relation)
    return Accession(database=database, id=id_, relation=relation)


def curie_of(text: str) -> str | None:
    """The canonical CURIE that a text is, or nothing."""
    try:
        return canonical(text)
    except IdentifierError:
        return from_uri(text)


def reference_read(text: str) -> str:
    """A publication: a CURIE in its canonical form, or the text, an address perhaps."""
    return curie_of(text) or text


def is_reference(text: str) -> bool:
    """Whether a text is that of a publication: a CURIE or an address."""
    return curie_of(text) is not None or is_address(text)


# Evidence


def evidence_spelled(item: Evidence) -> str:
    """Code, reference and observation in one text, and behind a colon the note."""
    words = filter(None, (item.code, item.reference, item.observation))
    head = " ".join(words)
    return head if item.note is None else f"{head}{BEHIND}{item.note}"


def evidence_read(text: str) -> Evidence:
    """The evidence that a text tells; what is not in this form is a note."""
    head, behind, note = text.partition(BEHIND)
    found: dict[str, str | Observation] = {"note": note} if behind else {}
    for word in head.split(" ") if head else ():
        field, value = _evidence_word(word)
        if field is None or field in found:
            return Evidence(note=text)
        found[field] = value
    return msgspec.convert(found, Evidence)


def _evidence_word(word: str) -> tuple[str | None, str]:
    if word in set(Observation):
        return "observation", word
    curie = curie_of(word)
    if curie is None:
        return ("reference", word) if is_address(word) else (None, word)
    return ("code" if curie.partition(":")[0] in CODES else "reference"), curie
