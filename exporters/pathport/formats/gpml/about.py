"""What a drawing says of the pathway as a whole: title, organism, authors, literature, tags.

GPML 2013a, Pathway and Biopax; the version of a file of WikiPathways is ``WP5382_r118456``.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pathport.formats.gpml.book import Book
from pathport.formats.gpml.drawing import Author, Drawing, Drawn, Note, Reference, Tag
from pathport.formats.gpml.terms import ANY_ONTOLOGY, TAG_RELATION
from pathport.formats.gpml.xrefs import reference_read
from pathport.model.enumerations import Relation
from pathport.model.identifiers import from_xref, to_xref
from pathport.model.ids import legal_id
from pathport.model.parts import Identifier, Person, Publication
from pathport.vocabulary import by_name, term

__all__ = [
    "VERSION",
    "WIKIPATHWAYS",
    "about",
    "date_read",
    "own_id",
    "publications",
    "read_evidence",
    "tags",
    "version_parts",
]

ROOT = "Pathway"
WIKIPATHWAYS = "wikipathways"
CODES = frozenset({"eco", "mi"})
"""Vocabularies of codes of evidence."""
VERSION = re.compile(r"(WP[0-9]{1,6})_r([0-9]+)")
STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?")
LONGEST = 40
YEARS = re.compile(r"[0-9]{4}")


def version_parts(version: str) -> tuple[str, str] | None:
    """The id of a pathway of WikiPathways and its revision, from the version of a file."""
    match = VERSION.fullmatch(version)
    return (match[1], match[2]) if match else None


def own_id(drawing: Drawing) -> str:
    """The id of the pathway: that of WikiPathways, or else one made of its title."""
    parts = version_parts(drawing.version)
    return parts[0] if parts else legal_id(drawing.title[:LONGEST] or "pathway")


def about(drawing: Drawing, book: Book, tagged: Sequence[Identifier]) -> dict[str, Any]:
    """The fields of a pathway that are not things."""
    parts = version_parts(drawing.version)
    known = [Identifier(id=f"{WIKIPATHWAYS}:{parts[0]}")] if parts else []
    curie = book.dialect.curie_of(drawing.xref)
    if curie is not None:
        known.append(Identifier(id=curie))
    elif any(drawing.xref) and not (parts and drawing.xref.id == drawing.version):
        book.lost(f'the identifier "{drawing.xref.id}"', 0, ROOT)
    return {
        "name": drawing.title or None,
        "organism": _organism(drawing.organism, book),
        "authors": tuple(_person(it, book) for it in drawing.authors),
        "modified": _modified(drawing.modified, book),
        "version": (parts[1] if parts else drawing.version) or None,
        "licence": drawing.licence or None,
        "data_sources": (drawing.source,) if drawing.source else (),
        "notes": (*_described(drawing, book), *_notes(drawing.notes, book)),
        "references": tuple(book.publications(drawing.refs, 0, ROOT)),
        "evidence": tuple(book.evidence_of(drawing.codes, 0, ROOT)),
        "identifiers": (*known, *tagged),
    }


def _organism(name: str, book: Book) -> str | None:
    curie = by_name("ncbitaxon", name) if name else None
    if name and curie is None:
        book.lost(f'the organism "{name}"', 0, ROOT)
    return curie


def _person(author: Author, book: Book) -> Person:
    orcid = author.xref.id if author.xref.database.lower() == "orcid" else None
    if any(author.xref) and orcid is None:
        book.lost(f'the identifier "{author.xref.id}" of {author.name}', 0, ROOT)
    return Person(name=author.name, orcid=orcid)


def date_read(stamp: str) -> str | None:
    """The date or time that 8 or 14 digits are, or nothing."""
    match = STAMP.fullmatch(stamp)
    if match is None:
        return None
    date = "-".join(match.group(1, 2, 3))
    return f"{date}T{':'.join(match.group(4, 5, 6))}Z" if match[4] else date


def _modified(stamp: str, book: Book) -> str | None:
    found = date_read(stamp) if stamp else None
    if stamp and found is None:
        book.lost(f'the date "{stamp}"', 0, ROOT)
    return found


def _described(drawing: Drawing, book: Book) -> Sequence[str]:
    """The descriptions; the first note of a pathway is its description, whatever it was."""
    for text in drawing.description[1:]:
        book.lost(f'that "{text}" is a description too', 0, ROOT)
    if drawing.notes and not drawing.description:
        book.lost(f'that "{drawing.notes[0].text}" is a comment, not the description', 0, ROOT)
    return drawing.description


def _notes(notes: Sequence[Note], book: Book) -> Iterator[str]:
    for note in notes:
        if note.source:
            book.lost(f'the source "{note.source}" of a comment', 0, ROOT)
        yield note.text


def publications(drawing: Drawing, book: Book) -> tuple[Publication, ...]:
    """What is told of publications; what names one by its id in the file can be looked up then."""
    found: dict[str, Publication] = {}
    for reference in drawing.references:
        curie = reference_read(*reference.xref)
        if curie is None:
            shown = " ".join(filter(None, (*reference.xref, reference.title)))
            book.lost(f'the publication "{shown}"', reference.line, f"reference {reference.id}")
            continue
        book.references[reference.id] = curie
        told = _publication(reference, curie, book)
        if told != Publication(id=curie) and found.setdefault(curie, told) != told:
            book.lost("what is told of it once more", reference.line, f"reference {curie}")
    return tuple(found.values())


def _publication(reference: Reference, curie: str, book: Book) -> Publication:
    year = int(reference.year) if YEARS.fullmatch(reference.year) else None
    if reference.year and not year:
        book.lost(f'the year "{reference.year}"', reference.line, f"reference {curie}")
    return Publication(
        id=curie,
        title=reference.title or None,
        authors=reference.authors,
        journal=reference.journal or None,
        year=year,
        url=reference.url or None,
    )


def read_evidence(drawing: Drawing, book: Book) -> None:
    """Remembers the codes that records of evidence are, and the texts of annotations."""
    book.terms |= {it.id: it.term for it in drawing.terms}
    used = {*drawing.codes, *(code for it in _drawn(drawing) for code in it.codes)}
    for record in drawing.evidence:
        curie = book.dialect.curie_of(record.xref)
        if curie is None or curie.partition(":")[0] not in CODES:
            book.lost(f'the evidence "{record.term}"', record.line, f"Evidence {record.id}")
        else:
            book.codes[record.id] = curie
            _named(record, curie, book)
            if record.id not in used:
                book.lost(f'the evidence "{record.term}", which nothing has', record.line, ROOT)
    for name in {it.id for it in drawing.terms} - {*drawing.tags, *_tagged(drawing)}:
        book.lost(f'the annotation "{book.terms[name]}", which nothing has', 0, ROOT)


def _tagged(drawing: Drawing) -> Iterator[str]:
    """The annotations that something on the canvas has."""
    yield from (tag for it in _drawn(drawing) for tag in it.tags)


def _drawn(drawing: Drawing) -> Iterator[Drawn]:
    """All that is on the canvas."""
    yield from (*drawing.nodes, *drawing.states, *drawing.groups, *drawing.lines)
    yield from (*drawing.shapes, *drawing.labels)


def tags(drawing: Drawing, book: Book) -> Iterator[Identifier]:
    """The terms that a pathway is tagged with, and how it relates to each."""
    terms = {it.id: it for it in drawing.terms}
    for name in drawing.tags:
        tag = terms.get(name)
        curie = None if tag is None else from_xref(*_database(tag.xref.database, tag.xref.id))
        if tag is None or curie is None:
            shown = name if tag is None else tag.xref.id or tag.term
            book.lost(f'the tag "{shown}"', tag.line if tag else 0, ROOT)
            continue
        _named(tag, curie, book)
        known = TAG_RELATION.get(curie.partition(":")[0])
        if known and tag.ontology not in ("", known[0], ANY_ONTOLOGY):
            book.lost(f'the ontology "{tag.ontology}" of {curie}', tag.line, ROOT)
        yield Identifier(id=curie, relation=known[1] if known else Relation.IS_VERSION_OF)


def _named(tag: Tag, curie: str, book: Book) -> None:
    """Names what a file calls a term, unless its ontology calls it so, or it is the id again."""
    known = term(curie)
    if tag.term and tag.term != (known.name if known else to_xref(curie)[1]):
        book.lost(f'the name "{tag.term}" of {curie}', tag.line, ROOT)


def _database(database: str, id_: str) -> tuple[str, str]:
    """Database and id of a term; the prefix of a term tells its database."""
    return (database, id_) if database else (id_.partition(":")[0], id_)
