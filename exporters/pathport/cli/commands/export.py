"""``pathport export SRC --to F,F --out DIR``: one source, many targets, each checked."""

import click

import pathport
from pathport.api.report import Strict
from pathport.cli import options
from pathport.cli.answer import Answer
from pathport.cli.reports import answer_of

__all__ = ["command"]

TO_HELP = "The formats, as `pathport formats` lists them."


@click.command(
    "export",
    help="Write SRC, a file or - for standard input, to DIR in each of the formats, every file "
    "checked.",
    epilog="Example: pathport export cxcr4.yaml --to sbml,biopax --out out",
)
@click.argument("source", metavar="SRC")
@click.option("--to", "to", required=True, multiple=True, metavar="F[,F...]", help=TO_HELP)
@click.option("--out", required=True, metavar="DIR", help="The folder, made if it is not there.")
@click.option("--name", metavar="NAME", help="The name of the outputs, instead of the source's.")
@options.from_option
@options.merge_option
@options.base_option
@options.kinetics_option
@options.layout_option
@options.view_option
@options.complexes_option
@options.full_check_option
@options.strict_option
@options.report_option
@options.fail_on_option
@options.json_option
def command(
    *,
    source: str,
    to: tuple[str, ...],
    out: str,
    name: str | None,
    source_format: str | None,
    merge: bool,
    base: str | None,
    kinetics: str | None,
    layout: bool,
    view: str | None,
    complexes: str | None,
    full_check: bool,
    strict: str | None,
    report: str | None,
    fail_on: str | None,
) -> Answer:
    """Writes the targets, and says of each how it fared."""
    made = pathport.export(
        source,
        [word.strip() for words in to for word in words.split(",")],
        out,
        format=source_format,
        name=name,
        base=base,
        kinetics=kinetics,
        layout=layout,
        view=view,
        complexes=complexes,
        full_check=full_check,
        strict=Strict(strict) if strict else None,
        report=report,
        merge=merge,
    )
    return answer_of(made, fail_on=fail_on)
