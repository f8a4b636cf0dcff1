"""What a file of GPML says of a pathway as a whole: its head, its literature, its tags.

GPML 2013a, Pathway and Biopax; how WikiPathways spells them is in its curation guidelines.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pathport.formats.gpml.about import VERSION, WIKIPATHWAYS, date_read, version_parts
from pathport.formats.gpml.dialect import Dialect
from pathport.formats.gpml.drawing import Author, Note, Reference, Tag, Xref
from pathport.formats.gpml.parse import made_id
from pathport.formats.gpml.terms import REFERENCE_PREFIXES, TAG_RELATION
from pathport.formats.gpml.xrefs import reference_word, shown_xref
from pathport.model.enumerations import Relation
from pathport.model.identifiers import to_xref
from pathport.model.parts import About, Identifier
from pathport.model.pathway import Pathway
from pathport.vocabulary import term

__all__ = ["cited", "evidence_records", "head", "reference_id", "references_of", "said", "tags_of"]

IN_A_LIST = re.compile(r"[\[\],]+")
"""What a list of names can't hold in a name."""


def head(pathway: Pathway, dialect: Dialect) -> dict[str, Any]:
    """Title, organism, authors and the like, as a drawing has them."""
    notes = pathway.notes
    return {
        "xref": shown_xref(_own(pathway), (Relation.IS,), dialect.xref_of),
        "title": pathway.name or pathway.id,
        "organism": _organism(pathway.organism),
        "source": next(iter(pathway.data_sources), ""),
        "version": _version(pathway),
        "licence": pathway.licence or "",
        "modified": _stamp(pathway.modified),
        "authors": tuple(_author(it.name, it.orcid) for it in pathway.authors),
        "description": notes[:1],
        "notes": tuple(map(Note, notes[1:])),
        "refs": tuple(map(reference_id, cited(pathway))),
        "codes": tuple(map(evidence_id, codes_of(pathway))),
    }


def _own(pathway: Pathway) -> Iterator[Identifier]:
    """The identifiers of the pathway that neither its version tells, nor a tag."""
    told = version_parts(_version(pathway))
    by_version = f"{WIKIPATHWAYS}:{told[0]}" if told is not None else None
    for it in pathway.identifiers:
        if it.id != by_version and it.id.partition(":")[0] not in TAG_RELATION:
            yield it


def _organism(curie: str | None) -> str:
    known = term(curie) if curie is not None else None
    return known.name if known is not None else ""


def _version(pathway: Pathway) -> str:
    version = pathway.version or ""
    own = f"{pathway.id}_r{version}"
    is_own = VERSION.fullmatch(own) and any(
        it.id == f"{WIKIPATHWAYS}:{pathway.id}" for it in pathway.identifiers
    )
    return own if is_own else version


def _author(name: str, orcid: str | None) -> Author:
    plain = " ".join(IN_A_LIST.sub(" ", name).split()) or name.strip()
    return Author(plain, Xref("orcid", orcid) if orcid else Xref())


def _stamp(date: str | None) -> str:
    """A date as 14 digits, the time of which it may lack; nothing for one without a day."""
    digits = re.sub(r"[-:TZ]", "", date or "")
    stamp = digits if len(digits) == 14 else f"{digits}000000"
    return stamp if len(stamp) == 14 and date_read(stamp) is not None else ""


# Literature


def cited(thing: About) -> list[str]:
    """The publications that a thing refers to, itself or as evidence."""
    evidence = (it.reference for it in thing.evidence if it.reference is not None)
    return sorted({*thing.references, *evidence})


def reference_id(curie: str) -> str:
    """The id of the record of a publication."""
    return made_id("reference", curie)[:8]


def codes_of(thing: About) -> list[str]:
    """The codes of the evidence of a thing."""
    return sorted({it.code for it in thing.evidence if it.code is not None})


def evidence_id(code: str) -> str:
    """The id of the record of a code of evidence."""
    return made_id("evidence", code)[:8]


def evidence_records(pathway: Pathway) -> Iterator[Tag]:
    """The records of all codes of evidence."""
    for code in sorted({it for one in _tellers(pathway) for it in codes_of(one)}):
        known = term(code)
        xref = Xref(code.partition(":")[0], to_xref(code)[1])
        yield Tag(id=evidence_id(code), xref=xref, term=known.name if known else code)


def _tellers(pathway: Pathway) -> Iterator[About]:
    """All that can have references: the pathway, its things, and the parts of its complexes."""
    yield pathway
    yield from (thing for _, thing in pathway.things())
    ahead = [part for it in pathway.species for part in it.components]
    while ahead:
        part = ahead.pop()
        yield part
        ahead += part.components


def said(thing: About) -> dict[str, Any]:
    """The notes of a thing and what it refers to, as what is drawn of it has them."""
    return {
        "notes": tuple(map(Note, thing.notes)),
        "refs": tuple(map(reference_id, cited(thing))),
        "codes": tuple(map(evidence_id, codes_of(thing))),
    }


def references_of(pathway: Pathway) -> Iterator[Reference]:
    """The records of all publications of the pathway, as far as it knows them."""
    known = {it.id: it for it in pathway.publications}
    curies = {it for one in _tellers(pathway) for it in cited(one)}
    for molecule in pathway.molecules:
        in_sets = (it for known in molecule.site_sets for it in known.sites)
        curies |= {it.reference for it in (*molecule.sites, *in_sets) if it.reference}
    curies |= {ref for it in pathway.layout.drawing for ref in it.references}
    for curie in sorted(curies):
        found = known.get(curie)
        yield Reference(
            id=reference_id(curie),
            xref=reference_word(curie, REFERENCE_PREFIXES),
            title=(found.title if found else None) or "",
            journal=(found.journal if found else None) or "",
            year=str(found.year) if found and found.year is not None else "",
            authors=found.authors if found else (),
        )


def tags_of(pathway: Pathway) -> Iterator[Tag]:
    """The terms that a pathway is tagged with: those of the ontologies that WikiPathways takes."""
    names: Mapping[str, str] = {prefix: name for prefix, (name, _) in TAG_RELATION.items()}
    for curie in sorted({it.id for it in pathway.identifiers}):
        prefix = curie.partition(":")[0]
        if prefix in names:
            spelled = to_xref(curie)[1]
            known = term(curie)
            yield Tag(
                id=made_id("tag", curie)[:8],
                xref=Xref(prefix, spelled),
                term=known.name if known is not None else spelled,
                ontology=names[prefix],
            )
