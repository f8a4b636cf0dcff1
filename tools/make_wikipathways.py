"""Writes ``schemas/wikipathways/*.tsv``, what WikiPathways' rules compare a file with.

Titles and organisms of the pathways that are in the database, the databases of identifiers that it
knows with the forms of their ids, and publications that were retracted. Run it as ``python
tools/make_wikipathways.py [../shared/specs/wikipathways]`` and review the difference;
``schemas/wikipathways/README.md`` says more of the sources.
"""

import csv
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

__all__ = ["TABLES", "text_of"]

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "schemas" / "wikipathways"
SOURCE = ROOT.parent / "shared" / "specs" / "wikipathways"

CURATOR = "WikiPathwaysCurator"
INDRA = "INDRA"

RETRACTIONS = (
    "WikiPathwaysCurator, retracted_pmids.csv of 2022-08-17 (MIT); of the PubMed ids that "
    "WikiPathways cites also INDRA 1.24.0, pubmed_retractions.tsv of 2023-12-30 (BSD-2-Clause)"
)

LEAST_IDS, LEAST_SHARE = 10, 0.9
"""Of forms that files do not keep to, the form is the one at fault."""

Rows = Iterator[tuple[str, ...]]


def records(path: Path) -> list[dict[str, str]]:
    """The rows of a table by column name."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [*csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def titles(specs: Path) -> Rows:
    """The title and organism of each pathway of the database."""
    for row in records(specs / "titles.tsv"):
        yield row["id"], row["organism"], row["title"]


def sources(specs: Path) -> Rows:
    """The databases by the names that files use, with the kind of thing that each is about."""
    for row in records(specs / "datasources.tsv"):
        yield name_of(row), row["main_type"]


def name_of(row: Mapping[str, str]) -> str:
    """Of two names for one database, the one that the files have."""
    is_renamed = int(row["used_older"] or 0) > int(row["used"])
    return row["older_name"] if is_renamed else row["full_name"]


def forms(specs: Path) -> Rows:
    """The forms of databases' ids that files keep to: nine in ten of theirs, of ten or more."""
    for row in records(specs / "datasources.tsv"):
        used = int(row["used"]) + int(row["used_older"] or 0)
        if used >= LEAST_IDS and int(row["regex_ok"] or 0) >= LEAST_SHARE * used:
            yield name_of(row), row["regex"], row["example"]


def retracted(specs: Path) -> Rows:
    """The PubMed ids of retracted publications, with the list that says so."""
    known = (specs / "retracted_pmids.csv").read_text(encoding="utf-8").split()
    listed = dict.fromkeys(known, CURATOR)
    for row in records(specs / "retracted_pmids_used.tsv"):
        listed.setdefault(row["pmid"], INDRA)
    yield from sorted(listed.items(), key=lambda it: int(it[0]))


TABLES: Mapping[str, tuple[str, tuple[str, ...], Callable[[Path], Rows]]] = {
    "titles": (
        "wikipathways/wikipathways-database at c0aa5fd, 2026-08-22 (CC0 1.0)",
        ("id", "organism", "title"),
        titles,
    ),
    "sources": (
        "bridgedb/datasources, datasources.tsv at 21c9a1b, 2026-06-06 (CC0 1.0)",
        ("name", "kind"),
        sources,
    ),
    "forms": (
        "bridgedb/datasources, datasources.tsv at 21c9a1b, 2026-06-06 (CC0 1.0)",
        ("name", "form", "example"),
        forms,
    ),
    "retracted": (
        RETRACTIONS,
        ("pmid", "list"),
        retracted,
    ),
}
"""By name of a table: what its facts come from, its columns, and what makes its rows."""


def text_of(name: str, specs: Path) -> str:
    """The text of a table."""
    origin, columns, rows = TABLES[name]
    head = (f"# {origin}; made by tools/make_wikipathways.py", "\t".join(columns))
    return "".join(f"{line}\n" for line in (*head, *("\t".join(row) for row in rows(specs))))


if __name__ == "__main__":
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    TARGET.mkdir(exist_ok=True)
    for each in TABLES:
        (TARGET / f"{each}.tsv").write_text(text_of(each, given), encoding="utf-8", newline="\n")
