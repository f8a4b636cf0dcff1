"""Terms of the ontologies that pathways use: their names, ancestors, successors and synonyms.

PSI-MOD, PSI-MI, ECO, SBO, the Pathway Ontology, the Sequence Ontology and cellular components of GO
are whole; Cell Ontology, Disease Ontology, NCBI Taxonomy and the rest of GO hold what the field's
files use. Each is a table of
``pathport.schemas.terms``, read when its prefix is first asked for; sources and licences stand
there. What a format does with a term is not known here.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache, lru_cache
from typing import TypeVar

import msgspec

from pathport.tables import lines

__all__ = ["PREFIXES", "Term", "by_name", "is_a", "nearest_meaning", "term"]

PREFIXES = frozenset({"cl", "doid", "eco", "go", "mi", "mod", "ncbitaxon", "pw", "sbo", "so"})
"""The vocabularies that are known."""

K = TypeVar("K", bound=Hashable)

KEPT = 2**14
"""How many terms stay in memory once they were asked for: more than there are."""


class Term(msgspec.Struct, frozen=True):
    """A term: its canonical CURIE, name, and the terms that it is directly a kind of.

    An obsolete term may have a successor; one that was merged into another has no name.
    ``synonyms`` are exact ones. ``origin`` is, of a PSI-MOD term, the residue or residues (one
    letter, ``C,C`` for a cross-link, ``X`` for any) that carry the modification.
    """

    id: str
    name: str
    parents: tuple[str, ...] = ()
    obsolete: bool = False
    replaced_by: str | None = None
    synonyms: tuple[str, ...] = ()
    origin: str | None = None


@cache
def table(prefix: str) -> Mapping[str, str]:
    """The lines of a vocabulary by id; empty for one that is not known."""
    if prefix not in PREFIXES:
        return {}
    return {line.partition("\t")[0]: line for line in lines(f"terms/{prefix}.tsv")}


def parsed(line: str) -> Term:
    """The term in a line of a table."""
    curie, name, parents, obsolete, replaced_by, synonyms, origin = line.split("\t")
    return Term(
        id=curie,
        name=name,
        parents=tuple(parents.split(",")) if parents else (),
        obsolete=obsolete == "1",
        replaced_by=replaced_by or None,
        synonyms=tuple(synonyms.split("|")) if synonyms else (),
        origin=origin or None,
    )


@lru_cache(maxsize=KEPT)
def term(curie: str) -> Term | None:
    """The term with this canonical CURIE, or nothing if no vocabulary has it."""
    line = table(curie.partition(":")[0]).get(curie)
    return None if line is None else parsed(line)


def is_a(curie: str, ancestor: str) -> bool:
    """Whether a term is another one or a kind of it, by ``is_a`` alone; a part is not a kind.

    A term that is not known is a kind of itself only.
    """
    return curie == ancestor or ancestor in ancestors(curie)


@lru_cache(maxsize=KEPT)
def ancestors(curie: str) -> frozenset[str]:
    """All terms that a term is a kind of, without itself."""
    found: set[str] = set()
    ahead = [curie]
    while ahead:
        there = term(ahead.pop())
        new = set(there.parents) - found if there else set()
        found |= new
        ahead += new
    return frozenset(found)


def nearest_meaning(meaning: Callable[[str], K | None], curie: str) -> K | None:
    """What a term means, or the one meaning among the nearest terms that it is a kind of.

    A term whose nearest ancestors with a meaning mean different things means nothing.
    """
    level = {curie}
    seen: set[str] = set()
    while level:
        found = {key for it in level if (key := meaning(it)) is not None}
        if found:
            return found.pop() if len(found) == 1 else None
        seen |= level
        known = filter(None, map(term, level))
        level = {parent for it in known for parent in it.parents} - seen
    return None


def by_name(prefix: str, name: str) -> str | None:
    """The CURIE of the term with this name or exact synonym, in any case.

    A name goes before a synonym, a current term before an obsolete one; what two terms have
    alike means neither (SBO has four such names).
    """
    return names(prefix).get(name.casefold())


@cache
def names(prefix: str) -> Mapping[str, str | None]:
    """CURIEs by folded name, weakest claims first, so that stronger ones take their place."""
    terms = [parsed(line) for line in table(prefix).values()]
    current = [it for it in terms if not it.obsolete]
    return {
        **claimed((name, it.id) for it in terms if it.obsolete for name in (it.name, *it.synonyms)),
        **claimed((name, it.id) for it in current for name in it.synonyms),
        **claimed((it.name, it.id) for it in current),
    }


def claimed(claims: Iterable[tuple[str, str]]) -> dict[str, str | None]:
    """Folded names, each with the one term that claims it, or with nothing if several do."""
    by_name: dict[str, set[str]] = {}
    for name, curie in claims:
        by_name.setdefault(name.casefold(), set()).add(curie)
    return {name: ids.pop() if len(ids) == 1 else None for name, ids in by_name.items() if name}
