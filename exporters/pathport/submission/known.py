"""What is known of WikiPathways beyond a file: titles, databases, retractions, terms.

The tables are those of ``pathport.schemas``, or of a folder of the user's with newer ones; their
columns are told in ``schemas/wikipathways/README.md``.
"""

import os
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from pathport.errors import UnreadableError
from pathport.findings import Location
from pathport.safety.source import Source, decode_text, read_source, shown_name
from pathport.submission.refusals import NO_TABLE
from pathport.tables import rows
from pathport.vocabulary import PREFIXES, Term, term

__all__ = ["TERM_COLUMNS", "Known", "folded"]

HOME = "wikipathways"
TERM_COLUMNS = ("id", "name", "parents", "obsolete", "replaced_by", "synonyms", "origin")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "titles": ("id", "organism", "title"),
    "sources": ("name", "kind"),
    "forms": ("name", "form", "example"),
    "retracted": ("pmid", "list"),
    "pw": TERM_COLUMNS,
    "doid": TERM_COLUMNS,
    "cl": TERM_COLUMNS,
}

Row = tuple[str, ...]


class Known:
    """The tables, each read when it is first asked for."""

    def __init__(self, folder: str | os.PathLike[str] | None = None) -> None:
        """``folder`` has newer tables; those that it lacks are ours.

        :raises UnreadableError: if it is no folder, or has none of the tables.
        """
        self.folder = None if folder is None else Path(folder)
        if self.folder is not None and not any(map(self._own, COLUMNS)):
            wanted = ", ".join(f"{name}.tsv" for name in COLUMNS)
            sentence = f"no table of ours is in this folder: {wanted}"
            place = Location(path=shown_name(str(self.folder)))
            raise UnreadableError(NO_TABLE.finding(sentence, place=place))

    def _own(self, name: str) -> Path | None:
        """The user's table of this name, if there is one."""
        path = None if self.folder is None else self.folder / f"{name}.tsv"
        return path if path is not None and path.exists() else None

    def _rows(self, name: str) -> tuple[Row, ...]:
        """The rows of a table.

        :raises UnreadableError: if the user's is not one.
        """
        path = self._own(name)
        return tuple(rows(f"{HOME}/{name}.tsv")) if path is None else told(path, COLUMNS[name])

    @cached_property
    def titles(self) -> Mapping[str, tuple[str, str]]:
        """By id of a pathway of the database, its organism and title."""
        return {id_: (organism, title) for id_, organism, title in self._rows("titles")}

    @cached_property
    def ids_by_title(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """By organism and folded title, the ids of the pathways that have them."""
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for id_, (organism, title) in self.titles.items():
            key = organism, folded(title)
            found[key] = (*found.get(key, ()), id_)
        return found

    @cached_property
    def organisms(self) -> frozenset[str]:
        """The organisms of the pathways in the database."""
        return frozenset(organism for organism, _ in self.titles.values())

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """By name of a database, the kind of thing that it is about."""
        return dict(self._rows("sources"))  # type: ignore[arg-type]  # two columns

    @cached_property
    def forms(self) -> Mapping[str, tuple[re.Pattern[str], str]]:
        """By name of a database, the form of its ids and how it is told in words.

        :raises UnreadableError: if one of the user's is no regular expression.
        """
        found = {}
        for name, form, example in self._rows("forms"):
            try:
                found[name] = re.compile(form), f"one like {example}"
            except re.error as error:
                own = self._own("forms")
                sentence = f'the form of {name}, "{form}", is no regular expression: {error}'
                raise _no_table(shown_name(str(own)), 0, sentence) from None
        return found

    @cached_property
    def retracted(self) -> Mapping[str, str]:
        """By PubMed id of a retracted publication, the list that says so."""
        return dict(self._rows("retracted"))  # type: ignore[arg-type]  # two columns

    @cached_property
    def _own_terms(self) -> Mapping[str, Term]:
        """The terms of the user's tables."""
        own = [name for name in COLUMNS if name in PREFIXES and self._own(name) is not None]
        return {
            id_: Term(id=id_, name=label, obsolete=obsolete == "1", replaced_by=successor or None)
            for name in own
            for id_, label, _, obsolete, successor, *_ in self._rows(name)
        }

    def term(self, curie: str) -> Term | None:
        """The term with this canonical CURIE, or nothing if no table has it."""
        return self._own_terms.get(curie) or term(curie)


def folded(title: str) -> str:
    """A title as it is compared with others: case and blanks do not count."""
    return " ".join(title.split()).casefold()


def told(path: Path, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of a table of the user's, of these columns alone, whatever others it has.

    :raises UnreadableError: if it can't be read, or lacks one of the columns.
    """
    source: Source = read_source(path)
    text = decode_text(source)
    found = [
        (number, tuple(line.split("\t")))
        for number, line in enumerate(text.splitlines(), start=1)
        if line and not line.startswith("#")
    ]
    head = found[0][1] if found else ()
    if not set(columns) <= set(head):
        expected = ", ".join(columns)
        line = found[0][0] if found else 1
        raise _no_table(source.path, line, f"the columns are not {expected}")
    for number, row in found:
        if len(row) != len(head):
            sentence = f"a row has {len(row)} cells, expected {len(head)}"
            raise _no_table(source.path, number, sentence)
    wanted = [head.index(column) for column in columns]
    return tuple(tuple(row[it] for it in wanted) for _, row in found[1:])


def _no_table(path: str, line: int, sentence: str) -> UnreadableError:
    return UnreadableError(NO_TABLE.finding(sentence, place=Location(path=path, line=line)))
