"""Writes ``schemas/databases.tsv``, what GPML calls the databases of identifiers.

The names are BridgeDb's full names, which `Xref/@Database` of GPML has; of two names that it had
for one database, the one that the files of WikiPathways use is written, the other one read. Run it
as ``python tools/make_databases.py [../shared/specs/wikipathways/datasources.tsv]`` and review the
difference.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from pathport.model.identifiers import resources

__all__ = ["COLUMNS", "table"]

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "schemas" / "databases.tsv"
SOURCE = ROOT.parent / "shared" / "specs" / "wikipathways" / "datasources.tsv"

ORIGIN = (
    "bridgedb/datasources, datasources.tsv at 21c9a1b, and how often WikiPathways used each name"
)
COLUMNS = ("name", "prefix", "also")


def table(source: Path) -> Iterator[str]:
    """The lines of the table: databases with a prefix of the Bioregistry, most used names first."""
    yield f"# {ORIGIN} (CC0 1.0); made by tools/make_databases.py"
    yield "\t".join(COLUMNS)
    with source.open(encoding="utf-8", newline="") as lines:
        found = [*csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    for row in sorted(found, key=lambda row: (-uses(row), row["full_name"])):
        if row["bioregistry"] in resources():
            names = [row["full_name"], row["older_name"]]
            if int(row["used_older"] or 0) > int(row["used"]):
                names.reverse()
            yield "\t".join((names[0], row["bioregistry"], names[1]))


def uses(row: dict[str, str]) -> int:
    """How many cross references have one of the names of a database."""
    return int(row["used"]) + int(row["used_older"] or 0)


if __name__ == "__main__":
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    TARGET.write_text("\n".join(table(given)) + "\n", encoding="utf-8", newline="\n")
