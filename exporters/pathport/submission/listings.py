"""The lists beside a submission: its DataNodes, its references, its bibliography.

The first two are as WikiPathways' meta-data-action writes them; the third, which its workflow makes
by asking PubMed, tells what the file itself knows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml import etree

from pathport.formats.gpml.terms import BIOPAX, GPML
from pathport.submission.sheet import Sheet

__all__ = ["LISTINGS"]

NODE_COLUMNS = ("Label", "Type", "ID", "Database", "Comment")
REFERENCE_COLUMNS = ("ID", "Database")
BIBLIOGRAPHY_COLUMNS = ("ID", "Database", "Citation")
SPELLING = {"PubMed": "Pubmed"}
"""Databases of literature that the lists spell otherwise than the files."""


def data_nodes(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """A row for each DataNode."""
    yield NODE_COLUMNS
    for node in sheet.nodes:
        database, id_ = sheet.xref(node)
        comments = (it.text or "" for it in node.iterchildren(f"{{{GPML}}}Comment"))
        label, type_ = node.get("TextLabel") or "", node.get("Type") or ""
        yield label, type_, id_, database, "; ".join(comments)


def references(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """A row for each publication, in the order of the file."""
    yield REFERENCE_COLUMNS
    yield from ((id_, database) for id_, database, _ in publications(sheet))


def bibliography(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """The same with what is known of each."""
    yield BIBLIOGRAPHY_COLUMNS
    yield from publications(sheet)


def publications(sheet: Sheet) -> Iterator[tuple[str, str, str]]:
    """Id, database and citation of each publication."""
    for record in sheet.references:
        database = sheet.field(record, "DB")
        citation = " ".join(f"{text.rstrip('.')}." for text in cited(sheet, record) if text)
        yield sheet.field(record, "ID"), SPELLING.get(database, database), citation


def cited(sheet: Sheet, record: etree._Element) -> tuple[str, ...]:
    """What a citation is made of, in its order: title, authors, journal, year."""
    authors = [(it.text or "").strip() for it in record.findall(f"{{{BIOPAX}}}AUTHORS")]
    return (
        sheet.field(record, "TITLE"),
        ", ".join(dict.fromkeys(filter(None, authors))),
        sheet.field(record, "SOURCE"),
        sheet.field(record, "YEAR"),
    )


def written(rows: Iterable[tuple[str, ...]]) -> bytes:
    """Rows as a table of tab-separated values, each on one line."""
    lines = ("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode()


LISTINGS: Mapping[str, Callable[[Sheet], bytes]] = {
    "-datanodes.tsv": lambda sheet: written(data_nodes(sheet)),
    "-refs.tsv": lambda sheet: written(references(sheet)),
    "-bibliography.tsv": lambda sheet: written(bibliography(sheet)),
}
"""By the end of its name, what makes a list of a file."""
