"""``pathport formats``: the register of formats as a table."""

import click
import msgspec

from pathport.cli.answer import Answer, Findings, Table
from pathport.cli.options import json_option
from pathport.formats import FORMATS, Format

__all__ = ["FormatRow", "Formats", "command"]


class FormatRow(msgspec.Struct, frozen=True, kw_only=True):
    """A format: its name, what it is, how its files end, and what pathport does with it now.

    One that is not built is neither read nor written.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    reads: bool
    writes: bool
    built: bool


class Formats(Findings, frozen=True, kw_only=True):
    """The JSON of ``pathport formats``."""

    formats: tuple[FormatRow, ...] = ()


@click.command(
    "formats",
    help="List the formats, and what is done with each: reads, writes, or not built yet.",
    epilog="Example: pathport formats --json",
)
@json_option
def command() -> Answer:
    """The register, as a table."""
    rows = tuple(row_of(fmt) for fmt in FORMATS)
    table = Table(("format", "title", "suffixes", "done with it"), [*map(cells, rows)])
    return Answer(said=Formats(formats=rows), tables=(table,))


def row_of(fmt: Format) -> FormatRow:
    """What is told of a format."""
    return FormatRow(
        name=fmt.name,
        title=fmt.title,
        suffixes=fmt.suffixes,
        reads=bool(fmt.home) and fmt.reads,
        writes=bool(fmt.home) and fmt.writes,
        built=bool(fmt.home),
    )


def cells(row: FormatRow) -> tuple[str, ...]:
    """A row as texts."""
    done = {"reads": row.reads, "writes": row.writes, "not built yet": not row.built}
    words = ", ".join(word for word, holds in done.items() if holds)
    return (row.name, row.title, " ".join(row.suffixes), words)
