"""The examples that a mutant is tried on: pathways and files that use the rows it changes.

A pathway uses a row if one of its things holds the words of the model that the row's key is made
of; a file uses it if it holds the format's word.
"""

import enum
import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

import msgspec
from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.laws.cases import within
from tests.laws.corpora import CORPUS, READABLE, content_of
from tests.mutants.tables import Row

from pathport.formats import Format
from pathport.model.facts import facts
from pathport.model.pathway import CONSTRUCTS, Pathway

__all__ = ["DRAWN", "Pool", "files_with"]

DRAWN = 120
"""Pathways that are drawn for a format."""
OF_EACH_ROW = 2
ANY = 1
"""Pathways for each row that a mutant changes, and those that say most."""
FILES = 2
LARGE = 60_000
"""Bytes of a file that is too large to be tried again and again."""
MEMBER = re.compile(r"[A-Z][A-Za-z]+\.[A-Z_]+")
"""How the member of an enumeration is told."""
SHORTEST = 3
"""Characters of a word that is not found in every file."""


class Pool:
    """The pathways of a format, and which of them use a row."""

    def __init__(self, fmt: Format, drawn: int = DRAWN) -> None:
        self.fmt = fmt
        self.pathways = _drawn(fmt, drawn)
        """Small ones first."""
        self.left_out: set[int] = set()
        """Those that break a law without any mutant."""

    @cached_property
    def _used(self) -> list[list[frozenset[str]]]:
        return [[frozenset(_words(it)) for it in _parts(pathway)] for pathway in self.pathways]

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(word for parts in self._used for part in parts for word in part)

    def using(self, row: Row) -> list[int]:
        """The pathways of which one part uses most of the row, the smallest first.

        Members of the model's vocabularies tell more of a row than texts do.
        """
        words = {*_words(row.key), *_words(row.value)} & self._known
        wanted = frozenset(it for it in words if MEMBER.fullmatch(it)) or frozenset(words)
        found = [max(len(wanted & part) for part in parts) for parts in self._used]
        best = max(found)
        return [n for n, number in enumerate(found) if number == best][:OF_EACH_ROW] if best else []

    @cached_property
    def richest(self) -> list[int]:
        """A few pathways that hold as many words as so few can."""
        left = set(self._known)
        chosen: list[int] = []
        whole = [frozenset().union(*parts) for parts in self._used]
        for _ in range(min(ANY, len(whole))):
            best = max(range(len(whole)), key=lambda n: len(left & whole[n]))
            chosen.append(best)
            left -= whole[best]
        return chosen

    def chosen(self, rows: list[Row]) -> dict[int, Pathway]:
        """The pathways to try a change of these rows on, by number."""
        numbers = [*(n for row in rows for n in self.using(row)), *self.richest]
        return {n: self.pathways[n] for n in numbers if n not in self.left_out}


def _drawn(fmt: Format, number: int) -> list[Pathway]:
    """Pathways that the format can hold, the same ones each time."""
    found: list[Pathway] = []

    @seed(1)
    @settings(
        max_examples=number,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(within(fmt))
    def draw(pathway: Pathway) -> None:
        found.append(pathway)

    draw()
    return sorted(found, key=lambda it: len(facts(it)))


def _parts(pathway: Pathway) -> Iterator[Any]:
    """Each thing of a pathway, with what it is called, and what is said of the whole."""
    yield from pathway.things()
    collections: dict[str, Any] = {collection: () for collection, _ in CONSTRUCTS.values()}
    yield ("model", msgspec.structs.replace(pathway, **collections))


def _words(value: Any) -> Iterator[str]:
    """What a value or a row says in words of the model: members, texts, prefixes, fields."""
    if isinstance(value, enum.Enum):
        yield f"{type(value).__name__}.{value.name}"
    elif isinstance(value, str):
        yield value
        prefix, colon, _ = value.partition(":")
        if colon:
            yield prefix
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if inner not in ((), None):
                yield name
                yield from _words(inner)
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from _words(item)


def files_with(rows: list[Row]) -> list[str]:
    """The smallest files of the corpora that hold a word of each of the rows."""
    found = []
    for row in rows:
        spellings = {it for word in _texts(row) for it in _spellings(word)}
        having = (name for name, text in _texts_of_files() if any(it in text for it in spellings))
        found += [name for name, _ in zip(having, range(FILES), strict=False)]
    return list(dict.fromkeys(found))


def _texts(value: Any) -> Iterator[str]:
    """The words of a format that a row holds."""
    if isinstance(value, tuple | frozenset):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str) and not isinstance(value, enum.Enum) and len(value) > SHORTEST:
        yield value.casefold()


def _spellings(word: str) -> Iterator[str]:
    """How a term or any other word may stand in a file, in lower case."""
    yield word
    if ":" in word:
        yield from (word.replace(":", mark) for mark in ("%3a", "_", "/"))


@cache
def _texts_of_files() -> list[tuple[str, str]]:
    """The files that are small enough, in lower case, the smallest first."""
    known = [(name, content_of(name)) for name in READABLE] if CORPUS.is_dir() else []
    small = [(name, content) for name, content in known if len(content) < LARGE]
    small.sort(key=lambda it: len(it[1]))
    return [(name, content.decode("utf-8", "replace").casefold()) for name, content in small]
