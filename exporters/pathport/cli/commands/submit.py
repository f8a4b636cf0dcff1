"""``pathport submit SRC --out DIR``: a submission to WikiPathways, complete and checked."""

import click

from pathport.api.submitting import Placed, submit
from pathport.cli import options
from pathport.cli.answer import Answer, Findings, Table

__all__ = ["Submission", "command"]


class Submission(Findings, frozen=True, kw_only=True):
    """The JSON of ``pathport submit``; no files where an error stands."""

    source: str
    open: int
    """How many warnings have no reason."""
    excused: int
    """How many have one, and are notes."""
    files: tuple[Placed, ...] = ()


@click.command(
    "submit",
    help="Make a submission to WikiPathways of SRC in DIR, if it is fit.",
    epilog="Example: pathport submit cxcr4.yaml --out submission",
)
@click.argument("source", metavar="SRC")
@click.option("--out", required=True, metavar="DIR", help="The folder, made if it is not there.")
@click.option(
    "--pr",
    "number",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="The number of the pull request, once there is one.",
)
@click.option(
    "--reasons",
    metavar="FILE",
    help="Why warnings may stand; else SRC's name with .reasons.tsv, if that is beside it.",
)
@options.tables_option
@options.from_option
@options.fail_on_option
@options.json_option
def command(
    *,
    source: str,
    out: str,
    number: int,
    reasons: str | None,
    tables: str | None,
    source_format: str | None,
    fail_on: str | None,
) -> Answer:
    """Makes the files, checks them, and puts them in their place."""
    made = submit(source, out, number=number, format=source_format, tables=tables, reasons=reasons)
    rows = [(it.path, str(it.bytes)) for it in made.files]
    counts = [("without a reason", str(made.open)), ("with a reason", str(made.excused))]
    shown = [Table(Placed.__struct_fields__, rows), Table(("warnings", "number"), counts)]
    return Answer(
        said=Submission(
            findings=made.findings,
            source=source,
            open=made.open,
            excused=made.excused,
            files=made.files,
        ),
        status=options.status_of(made.findings, fail_on=fail_on),
        findings=made.findings,
        tables=shown,
    )
