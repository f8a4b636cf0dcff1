"""Puts the mapping tables of the formats into their pages, from the tables that the code uses.

A page of ``docs/formats/`` or ``docs/corpora/``, and ``docs/submission.md``, holds pairs of
comments; what stands between them is made here::

    <!-- table sbml KIND: kind, term -->
    <!-- end of table -->

names a table of ``pathport.formats.sbml.terms`` and the titles of its columns. What is measured is
the work of a tool beside this one, whose ``lines`` gives none where the files for it are not there,
and what it made stays::

    <!-- measured kinds sbml -->
    <!-- end of table -->

Run it as ``python tools/make_docs.py``, with the name of a page for that page alone: to measure one
takes a minute. Review the difference; tests hold the pages to what this makes.
"""

import enum
import importlib
import itertools
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from pathport.terms import Terms
from pathport.vocabulary import term

__all__ = ["filled", "measured", "pages"]

DOCS = Path(__file__).parent.parent / "docs"

TABLE = re.compile(
    r"(?P<head><!-- table (?P<format>\w+) (?P<name>\w+): (?P<titles>[^\n]*) -->\n)"
    r".*?(?P<end><!-- end of table -->)",
    re.DOTALL,
)

MEASURED = re.compile(
    r"(?P<head><!-- measured (?P<tool>\w+) ?(?P<of>[\w-]*) -->\n).*?(?P<end><!-- end of table -->)",
    re.DOTALL,
)


def pages() -> list[Path]:
    """The pages of all formats and corpora, and that of submissions."""
    named = (sorted(DOCS.glob(f"{folder}/*.md")) for folder in ("formats", "corpora"))
    return [*itertools.chain.from_iterable(named), DOCS / "submission.md"]


def filled(page: str) -> str:
    """A page with its tables as they are now."""
    return TABLE.sub(_filled, page)


def measured(page: str, tools: Collection[str] = ()) -> str:
    """A page with what these tools measure as it is now, or all; where the files for it are."""
    return MEASURED.sub(
        lambda it: _measured(it) if it["tool"] in tools or not tools else it[0], page
    )


def _measured(match: re.Match[str]) -> str:
    tool = importlib.import_module(match["tool"])
    table = "\n".join(tool.lines(*filter(None, [match["of"]])))
    return f"{match['head']}{table}\n{match['end']}" if table else match[0]


def _filled(match: re.Match[str]) -> str:
    terms = importlib.import_module(f"pathport.formats.{match['format']}.terms")
    titles = [title.strip() for title in match["titles"].split(",")]
    table = "\n".join(_lines(getattr(terms, match["name"]), titles))
    return f"{match['head']}{table}\n{match['end']}"


def _lines(table: Any, titles: list[str]) -> Iterator[str]:
    if not isinstance(table, Terms | Mapping):
        yield _shown(sorted(table), code=True)
        return
    rows = [(*_cells(key, word), remark) for key, word, remark in _rows(table)]
    titles = [*titles, "name", ""]
    shown = [n for n, _ in enumerate(titles) if n < 2 or any(row[n] for row in rows)]
    yield "| " + " | ".join(titles[n] for n in shown) + " |"
    yield "|" + "---|" * len(shown)
    for row in rows:
        yield "| " + " | ".join(row[n] for n in shown) + " |"


def _rows(table: Any) -> Iterator[tuple[Any, Any, str]]:
    """Key, word and remark of each row: said as it is, more generally, or read only."""
    if not isinstance(table, Terms):
        yield from ((key, word, "") for key, word in table.items())
        return
    native = dict(table)
    yield from ((key, word, "") for key, word in native.items())
    members = type(next(iter(native)))
    if issubclass(members, enum.Enum):
        for key in members:
            if key not in native and table.word(key) is not None:
                yield key, table.word(key), "said more generally"
    for word, key in vars(table)["_key"].items():
        if native.get(key) != word:
            yield key, word, "read only"


def _cells(key: Any, word: Any) -> tuple[str, str, str]:
    """A row's key, its word, and the name of the word if it is a term of a vocabulary."""
    known = term(word) if isinstance(word, str) else None
    if known is None:
        return _shown(key), _shown(word, code=True), ""
    return _shown(key), f"`{known.id.upper()}`", known.name


def _shown(value: Any, *, code: bool = False) -> str:
    if isinstance(value, tuple | list | frozenset | set):
        return ", ".join(_shown(it, code=code) for it in value if it is not None)
    text = str(value.value if isinstance(value, enum.Enum) else value).replace("|", "\\|")
    return f"`{text}`" if code and text else text


if __name__ == "__main__":
    for path in pages():
        if path.stem in (sys.argv[1:] or [path.stem]):
            path.write_text(measured(filled(path.read_text(encoding="utf-8"))), encoding="utf-8")
