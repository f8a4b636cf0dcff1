"""Strategies for the values that name no other thing: texts, numbers, identifiers, evidence."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from pathport.model.enumerations import Certainty, Observation, Relation
from pathport.model.parts import (
    Accession,
    Evidence,
    Figure,
    Fragment,
    Identifier,
    Modification,
    Person,
    Publication,
    Site,
)
from pathport.testing import pools

__all__ = [
    "Fields",
    "accessions",
    "chosen",
    "coefficients",
    "curies",
    "distinct",
    "evidences",
    "figures",
    "fragments",
    "identifiers",
    "literature",
    "modifications",
    "people",
    "perhaps",
    "positions",
    "publications",
    "several",
    "sites",
    "some_of",
    "texts",
]

FORBIDDEN = [chr(n) for n in range(32) if n not in (9, 10, 13)] + ["\ufffe", "\uffff"]
Fields = dict[str, SearchStrategy[Any]]
"""What may be said of a thing, by field."""

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters=FORBIDDEN)


def chosen(pool: Iterable[Any]) -> SearchStrategy[Any]:
    """One of a pool that begins with the simplest."""
    members = tuple(pool)
    return _chosen(members, tuple(map(type, members)))


@lru_cache(1024)
def _chosen(pool: tuple[Any, ...], types: tuple[type, ...]) -> SearchStrategy[Any]:  # noqa: ARG001
    """Made once a pool, for making costs more than drawing; by type too, for 1 equals 1.0."""
    return st.sampled_from(pool)


def several(values: SearchStrategy[Any], most: int = 2) -> SearchStrategy[Any]:
    """A tuple of at least one value."""
    return st.lists(values, min_size=1, max_size=most).map(tuple)


def perhaps(values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """A value, or nothing."""
    return st.none() | values


def distinct(pool: Sequence[Any], *, least: int = 0, most: int = 3) -> SearchStrategy[list[Any]]:
    """Some members of a pool that has none twice."""
    return _distinct(tuple(pool), least, min(most, len(pool)))


NO_MORE: SearchStrategy[list[Any]] = st.booleans().map(lambda _: [])
"""No members, drawn as no more of some are: so what is drawn next stays in its place when an
example shrinks by the last thing that could be named here."""


@lru_cache(1024)
def _distinct(pool: tuple[Any, ...], least: int, most: int) -> SearchStrategy[list[Any]]:
    if not pool:
        return NO_MORE
    return st.lists(st.sampled_from(pool), unique=True, min_size=least, max_size=most)


def some_of(draw: DrawFn, fields: Mapping[str, SearchStrategy[Any]], *, most: int) -> Any:
    """Values for a few of the fields, at most so many; the fewest are the simplest."""
    found: dict[str, Any] = {}
    entries = _entry(fields, _stops(tuple(fields), most))
    for _ in range(most):
        entry = draw(entries)
        if entry is None:
            break
        found.setdefault(*entry)
    return found


@lru_cache(256)
def _stops(fields: tuple[str, ...], most: int) -> SearchStrategy[str | None]:
    """One of the fields, or nothing: as often as leaves half of the most to be drawn."""
    return st.sampled_from((*(None,) * -(-4 * len(fields) // (3 * most)), *fields))


@st.composite
def _entry(
    draw: DrawFn, fields: Mapping[str, SearchStrategy[Any]], stops: SearchStrategy[str | None]
) -> tuple[str, Any] | None:
    """A field next to its value, so that both go together when an example shrinks."""
    name = draw(stops)
    return None if name is None else (name, draw(fields[name]))


def _visible(text: str) -> str:
    return text if text.strip() else f"{text}a"


texts = chosen(pools.TEXTS) | st.text(CHARACTERS, max_size=8).map(_visible)
"""Texts with a visible character, of those that XML can hold."""

literature = chosen((*pools.REFERENCES, *pools.ADDRESSES))
words = chosen(("nitrosation", "stable", "residue modification, active")) | texts
"""Kinds of modification in words."""

positions = chosen((1, 12, 324, 705, 10**9))
perhaps_words = perhaps(words)
perhaps_positions = chosen((None, None, 1, 12, 324, 705, 10**9))
coefficients = chosen((1, 2, 3, 0.5, 1.5, 1e-7, 12345678901234567890.0, 1e300))


ACCESSION: Fields = {"version": chosen(("1", "4/1")) | texts, "relation": chosen(Relation)}
EVIDENCE: Fields = {"observation": chosen(Observation), "note": texts}
PERSON: Fields = {
    "given": texts,
    "family": texts,
    "orcid": st.just("0000-0002-1825-0097"),
    "email": chosen(("ada@example.org", "a b@example.org")),
    "organization": texts,
}
PUBLICATION: Fields = {
    "title": texts,
    "authors": st.lists(texts, max_size=3).map(tuple),
    "journal": texts,
    "year": chosen((1996, 2026)),
    "url": texts,
}
SITE: Fields = {
    "position": positions,
    "certainty": chosen(Certainty),
    "reference": literature,
    "note": texts,
}
WORDED_SITE: Fields = SITE | {"word": words}


def curies(pool: tuple[str, ...]) -> SearchStrategy[str]:
    """CURIEs of a pool."""
    return st.sampled_from(pool)


@st.composite
def _identifier(draw: DrawFn) -> Identifier:
    relation = draw(chosen((Relation.IS, Relation.IS, *Relation)))
    return Identifier(id=draw(chosen(pools.IDENTIFIERS)), relation=relation)


@st.composite
def _accession(draw: DrawFn) -> Accession:
    database, id_ = draw(chosen(pools.ACCESSIONS))
    return Accession(database=database, id=id_, **some_of(draw, ACCESSION, most=2))


@st.composite
def _evidence(draw: DrawFn) -> Evidence:
    combinations = ((True, True), (True, False), (False, True), (False, False))
    code, reference = draw(chosen(combinations))
    rest = some_of(draw, EVIDENCE, most=2)
    if not code and not reference and "note" not in rest:
        rest["note"] = draw(texts)
    return Evidence(
        code=draw(chosen(pools.CODES)) if code else None,
        reference=draw(literature) if reference else None,
        **rest,
    )


@st.composite
def _person(draw: DrawFn) -> Person:
    return Person(name=draw(texts), **some_of(draw, PERSON, most=5))


@st.composite
def _publication(draw: DrawFn) -> Publication:
    return Publication(id=draw(literature), **some_of(draw, PUBLICATION, most=5))


@st.composite
def _modification(draw: DrawFn) -> Modification:
    kind, residue = draw(chosen(pools.MODIFICATIONS))
    return Modification(
        kind=kind,
        word=draw(perhaps_words) if kind is None else None,
        residue=residue,
        position=draw(perhaps_positions),
        absent=draw(st.booleans()),
        count=draw(chosen((1, 1, 2, 5))),
    )


@st.composite
def sites(draw: DrawFn, members: tuple[str, ...] = ()) -> Site:
    """A site; of a family, also of one of these members."""
    kind, residue = draw(chosen(pools.MODIFICATIONS))
    rest = WORDED_SITE if kind is None else SITE
    if members:
        rest = rest | {"molecule": chosen(members)}
    return Site(kind=kind, residue=residue, **some_of(draw, rest, most=3))


identifiers = _identifier()
accessions = _accession()
evidences = _evidence()
people = _person()
publications = st.lists(_publication(), min_size=1, max_size=2, unique_by=lambda item: item.id).map(
    tuple
)
modifications = _modification()
figures = st.builds(
    Figure,
    reference=perhaps(literature),
    label=perhaps(texts),
    url=perhaps(texts),
)
fragments = chosen(
    (
        Fragment(begin=1, end=21),
        Fragment(begin=22),
        Fragment(end=93),
        Fragment(),
        Fragment(begin=5, end=5),
    )
)
