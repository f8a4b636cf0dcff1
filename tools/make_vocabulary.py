"""Writes ``schemas/terms/*.tsv``, the ontologies' facts, from tables that lie beside the project.

It brings them into one layout: canonical CURIEs, the same columns, a line with source and licence.
It edits nothing, and leaves out ids that are none of their ontology's form. Run it as
``python tools/make_vocabulary.py [../shared/specs]`` and review the difference;
``schemas/terms/README.md`` says more of the sources.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from pathport.model.identifiers import is_canonical

__all__ = ["COLUMNS", "SOURCES", "table"]

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "schemas" / "terms"

COLUMNS = ("id", "name", "parents", "obsolete", "replaced_by", "synonyms", "origin")

SOURCES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "cl": ("Cell Ontology, editors' file of 2026-08-19 (CC BY 4.0)", ("terms/cl.tsv",)),
    "doid": ("Disease Ontology, release of 2026-07-31 (CC0 1.0)", ("terms/doid.tsv",)),
    "eco": ("Evidence and Conclusion Ontology 2024-07-19 (CC0 1.0)", ("terms/eco.tsv",)),
    "go": (
        "Gene Ontology, January 2024 (CC BY 4.0)",
        ("terms/go-cc.tsv", "terms/go-bp-mf-used.tsv"),
    ),
    "mi": ("PSI-MI, psi-mi.obo of 2025-11-18 (CC BY 4.0)", ("terms/mi.tsv",)),
    "mod": ("PSI-MOD, PSI-MOD.obo of 2022-06-13 (CC BY 4.0)", ("terms/mod.tsv",)),
    "ncbitaxon": (
        "names of NCBI Taxonomy, and of organisms in WikiPathways (CC0 1.0, Apache-2.0)",
        ("terms/ncbitaxon-used.tsv",),
    ),
    "pw": ("Pathway Ontology 7.97 of 2026-01-10 (CC BY 4.0)", ("terms/pw.tsv",)),
    "sbo": ("Systems Biology Ontology of 2021-08-28 (Artistic License 2.0)", ("sbo.tsv",)),
    "so": ("Sequence Ontology 2024-11-18 (CC BY 4.0)", ("terms/so.tsv",)),
}
"""By prefix: what the facts come from, and the tables that hold them."""

HEADLESS = {"sbo.tsv": ("id", "name", "parents")}
"""The columns of a table that has no line with their names."""


def records(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table by column name."""
    lines = path.read_text(encoding="utf-8").splitlines()
    names = HEADLESS.get(path.name)
    header = names or tuple(lines.pop(0).split("\t"))
    return (dict(zip(header, line.split("\t"), strict=True)) for line in lines)


def curies(text: str) -> str:
    """The ids of a column as canonical CURIEs: ``MOD:00048`` becomes ``mod:00048``."""
    heads = (one.partition(":") for one in text.split(",") if one)
    return ",".join(f"{head.lower()}:{local}" for head, _, local in heads)


def term(record: Mapping[str, str]) -> tuple[str, ...]:
    """A term in our columns."""
    obsolete = record.get("obsolete") or str(int(record["name"].startswith("obsolete ")))
    return (
        curies(record["id"]),
        record["name"],
        curies(record["parents"]),
        obsolete,
        curies(record.get("replaced_by", "")),
        record.get("exact_synonyms", ""),
        record.get("origin", ""),
    )


def organism(record: Mapping[str, str]) -> tuple[str, ...]:
    """A species in our columns; its common name and its name in GPML are synonyms."""
    name = record["scientific_name"]
    others = dict.fromkeys((record["common_name"], record["gpml_organism"]))
    synonyms = "|".join(other for other in others if other and other != name)
    return (f"ncbitaxon:{record['taxon_id']}", name, "", "0", "", synonyms, "")


def table(prefix: str, specs: Path) -> Iterator[str]:
    """The lines of the table for one prefix: comment, column names, terms by id."""
    origin, names = SOURCES[prefix]
    yield f"# {origin}; made by tools/make_vocabulary.py"
    yield "\t".join(COLUMNS)
    row = organism if prefix == "ncbitaxon" else term
    rows = [row(record) for name in names for record in records(specs / name)]
    kept = [row for row in rows if is_canonical(row[0])]
    yield from ("\t".join(row) for row in sorted(kept, key=lambda row: (len(row[0]), row[0])))


def main(specs: Path) -> None:
    """Writes the table of every prefix."""
    TARGET.mkdir(exist_ok=True)
    for prefix in SOURCES:
        text = "".join(f"{line}\n" for line in table(prefix, specs))
        (TARGET / f"{prefix}.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT.parent / "shared" / "specs")
