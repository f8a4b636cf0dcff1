"""``pathport diff A B``: what was added, removed and changed, in the notation."""

import click

from pathport.api.reading import opened, read_opened
from pathport.cli import options
from pathport.cli.answer import Answer, Findings, Table
from pathport.difference import By, Change, Name, difference
from pathport.formats import Read

__all__ = ["Differing", "command"]

STREAM = "-"


class Differing(Findings, frozen=True, kw_only=True):
    """The JSON of ``pathport diff``: what is to be changed in A to make B of it.

    ``names`` are the things of B that the changes call by another id than their own.
    """

    before: str
    """The path of A."""
    after: str
    """The path of B."""
    by: By
    same: bool
    names: tuple[Name, ...] = ()
    changes: tuple[Change, ...] = ()


@click.command(
    "diff",
    help="Say what is to be changed in A to make B of it, in any formats; nothing is status 0.",
    epilog="Example: pathport diff cxcr4.yaml out/cxcr4.owl",
)
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option(
    "--by",
    type=click.Choice([way.value for way in By]),
    default=By.ID.value,
    metavar="id|meaning",
    help="What makes things the same: their ids, or what they are, whatever their ids.",
)
@click.option(
    "--from",
    "source_formats",
    multiple=True,
    metavar="FORMAT",
    help="The format of both, where it can't be told; given twice, of A and of B.",
)
@options.fail_on_option
@options.json_option
def command(
    *, before: str, after: str, by: str, source_formats: tuple[str, ...], fail_on: str | None
) -> Answer:
    """Reads both files and compares them."""
    if before == after == STREAM:
        raise click.UsageError("standard input can be one of both, not A and B")
    if len(source_formats) > 2:
        raise click.UsageError("--from is given once for both files, or twice, for A and for B")
    formats = (*source_formats, None)
    (old_path, old), (new_path, new) = (
        found(before, formats[0]),
        found(after, source_formats[-1] if source_formats else None),
    )
    differing = difference(old.pathway, new.pathway, By(by))
    findings = (*old.findings, *new.findings)
    said = Differing(
        findings=findings,
        before=old_path,
        after=new_path,
        by=differing.by,
        same=not differing,
        names=differing.names,
        changes=differing.changes,
    )
    lines = [(change.line,) for change in differing.changes]
    return Answer(
        said=said,
        status=options.NO if differing else options.status_of(findings, fail_on=fail_on),
        findings=findings,
        tables=(Table(("difference",), lines, signed=True),) if lines else (),
    )


def found(source: str, name: str | None) -> tuple[str, Read]:
    """The path of a source as it is shown, and what it holds."""
    it = opened(source, name)
    return it.source.path, read_opened(it)
