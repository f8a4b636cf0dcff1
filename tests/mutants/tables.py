"""The mutants: every row of every table of a module of tables, dropped or exchanged.

A table is what such a module names in ``__all__`` and has rows: `Terms`, a mapping, a set, a
tuple. A row is dropped, or its value is exchanged with that of the next row of another value; a
table that is made of another one is a table of its own. Nothing here loads a format before it is
asked to.
"""

import enum
import importlib
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
from tests.mutants.sources import source

from pathport.terms import Terms

__all__ = ["Mutant", "Row", "mutants_of", "mutated", "rows_of"]

LONGEST = 60
"""Characters of a row's key that are told."""


class Row(NamedTuple):
    """A row of a table; of a set both are the member, of a tuple the key is the place."""

    key: Any
    value: Any


MEMBERS = "members"
"""The rows of a set, which say nothing but themselves: there is nothing to exchange."""

Parts = dict[str, list[Row]]
"""The rows of a table: those of `Terms` in three parts, all others in one."""


class Mutant(msgspec.Struct, frozen=True, kw_only=True):
    """One change of one table."""

    source: str
    """The module of the table, as `sources` call it."""
    table: str
    part: str
    """Of the table, which rows: ``words``, ``also`` or ``coarse`` of `Terms`, else all."""
    row: int
    """Among those of the part."""
    other: int | None = None
    """The row that it is exchanged with; nothing: it is dropped."""
    told: str
    """What is done, in words."""

    @property
    def name(self) -> str:
        """What tells it from all others, whichever rows are added beside its own."""
        return f"{self.source} {self.table}: {self.told}"

    @property
    def changed(self) -> tuple[int, ...]:
        """The rows of the part that it changes."""
        return (self.row,) if self.other is None else (self.row, self.other)


def mutants_of(name: str) -> Iterator[Mutant]:
    """Every mutant of the tables of a source, by the tables' names and their rows."""
    module = importlib.import_module(source(name).module)
    for table in module.__all__:
        for part, rows in rows_of(getattr(module, table)).items():
            for at, row in enumerate(rows):
                named = {"source": name, "table": table, "part": part, "row": at}
                yield Mutant(**named, told=f"{_told(part, row)} dropped")
                other = _neighbour(rows, at) if part != MEMBERS else None
                if other is not None:
                    told = f"{_told(part, row)} and {_told(part, rows[other])} exchanged"
                    yield Mutant(**named, other=other, told=told)


def _neighbour(rows: list[Row], at: int) -> int | None:
    """The next row that says something else."""
    return next((n for n in range(at + 1, len(rows)) if rows[n].value != rows[at].value), None)


def _told(part: str, row: Row) -> str:
    kept = f"{part} " if part in {"also", "coarse"} else ""
    return f"{kept}{_text(row.value if isinstance(row.key, int) else row.key)}"


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return " + ".join(_text(it) for it in value)
    if isinstance(value, set | frozenset):  # whose order depends on the seed of hashes
        return _text(tuple(sorted(value)))
    if isinstance(value, re.Pattern):
        return _text(value.pattern)
    if isinstance(value, enum.Enum):
        return str(value.value)
    return str(value)[:LONGEST] or "nothing"


def rows_of(table: Any) -> Parts:
    """The rows of a table, by part; none of what is no table."""
    if isinstance(table, Terms):
        native = dict(table)
        keys: Mapping[Any, Any] = vars(table)["_key"]
        words: Mapping[Any, Any] = vars(table)["_word"]
        return {
            "words": [Row(key, word) for key, word in native.items()],
            "also": [Row(word, key) for word, key in keys.items() if native.get(key) != word],
            "coarse": [Row(key, word) for key, word in words.items() if key not in native],
        }
    if isinstance(table, Mapping):
        return {"rows": [Row(key, value) for key, value in table.items()]}
    if isinstance(table, frozenset):
        return {MEMBERS: [Row(it, it) for it in sorted(table)]}
    if isinstance(table, tuple):
        return {"rows": [Row(n, it) for n, it in enumerate(table)]}
    return {}


def mutated(table: Any, mutant: Mutant) -> Any:
    """The table with the mutant's change.

    :raises ValueError: if no such table can be, as one whose words are no longer told apart.
    """
    parts = rows_of(table)
    rows = parts[mutant.part]
    if mutant.other is None:
        del rows[mutant.row]
    else:
        one, two = rows[mutant.row], rows[mutant.other]
        rows[mutant.row], rows[mutant.other] = Row(one.key, two.value), Row(two.key, one.value)
    if isinstance(table, Terms):
        return Terms(dict(parts["words"]), also=dict(parts["also"]), coarse=dict(parts["coarse"]))
    if isinstance(table, Mapping):
        return dict(rows)
    return type(table)(row.value for row in rows)
