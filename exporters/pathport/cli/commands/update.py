"""``pathport update DOC FILE``: edits made elsewhere, taken home into the document."""

import click

from pathport.api.updating import update
from pathport.cli import options
from pathport.cli.answer import Answer, Findings, Table
from pathport.difference import Change

__all__ = ["Update", "command"]


class Update(Findings, frozen=True, kw_only=True):
    """The JSON of ``pathport update``; the diff is that of the document's text."""

    document: str
    file: str
    format: str
    changed: bool
    written: bool
    changes: tuple[Change, ...] = ()
    diff: str = ""


@click.command(
    "update",
    help="Make the edits of FILE, an edited export of DOC, to DOC: the rest of it stays.",
    epilog="Example: pathport update cxcr4.yaml cxcr4.gpml --dry-run",
)
@click.argument("document", metavar="DOC")
@click.argument("file", metavar="FILE")
@click.option(
    "--base",
    metavar="FILE",
    help="What FILE was exported from, if not from DOC as it is: DOC as it was, or FILE unedited.",
)
@click.option("--layout", is_flag=True, help="Take the whole drawing, not only what was moved.")
@click.option("--dry-run", "dry_run", is_flag=True, help="Print the diff of DOC; write nothing.")
@click.option("--replace", is_flag=True, help="Go on where FILE has less than half of DOC.")
@options.from_option
@options.fail_on_option
@options.json_option
def command(
    *,
    document: str,
    file: str,
    base: str | None,
    layout: bool,
    dry_run: bool,
    replace: bool,
    source_format: str | None,
    fail_on: str | None,
) -> Answer:
    """Compares FILE with what was exported, and puts DOC in its place with the difference."""
    if document == "-":
        raise click.UsageError("standard input is no DOC, which is a file that is replaced")
    if file == base == "-":
        raise click.UsageError("standard input can be FILE or what it was exported from, not both")
    made = update(
        document,
        file,
        base=base,
        format=source_format,
        layout=layout,
        dry_run=dry_run,
        replace=replace,
    )
    said = Update(
        findings=made.findings,
        document=made.path,
        file=file,
        format=made.format,
        changed=made.changed,
        written=made.changed and not dry_run,
        changes=made.changes,
        diff=made.diff,
    )
    lines = [(change.line,) for change in made.changes]
    return Answer(
        said=said,
        status=options.status_of(made.findings, fail_on=fail_on),
        findings=made.findings,
        content=made.diff.encode() if dry_run else b"",
        tables=(Table(("change",), lines, signed=True),) if lines and not dry_run else (),
    )
