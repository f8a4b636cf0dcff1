"""``pathport convert SRC -o DST``: one source, one target, checked."""

import click

from pathport.api.delivery import STDOUT, Run
from pathport.api.report import Strict
from pathport.api.writing import converted, options_of
from pathport.cli import options
from pathport.cli.answer import Answer
from pathport.cli.reports import answer_of

__all__ = ["command"]


@click.command(
    "convert",
    help="Write SRC, a file or - for standard input, to DST, in the format that DST's name tells.",
    epilog="Example: pathport convert WP4538.gpml -o WP4538.owl",
)
@click.argument("source", metavar="SRC")
@click.option(
    "-o", "--output", "destination", required=True, metavar="DST", help="The file, or - with --to."
)
@options.from_option
@options.merge_option
@click.option("--to", "to", metavar="FORMAT", help="The format, where DST's name can't tell it.")
@options.base_option
@options.kinetics_option
@options.layout_option
@options.view_option
@options.complexes_option
@options.full_check_option
@options.strict_option
@options.report_option
@options.fail_on_option
@options.told_json_option
def command(
    *,
    source: str,
    destination: str,
    source_format: str | None,
    merge: bool,
    to: str | None,
    base: str | None,
    kinetics: str | None,
    layout: bool,
    view: str | None,
    complexes: str | None,
    full_check: bool,
    strict: str | None,
    report: str | None,
    fail_on: str | None,
    as_json: bool,
) -> Answer:
    """Writes the target, and says how it fared."""
    streams = destination == STDOUT
    if as_json and streams:
        raise click.UsageError("--json and -o - both want standard output")
    run = Run(
        options=options_of(
            base,
            kinetics=kinetics,
            layout=layout,
            view=view,
            complexes=complexes,
            full_check=full_check,
        ),
        strict=Strict(strict) if strict else None,
        report=report,
    )
    made = converted(source, destination, run, from_format=source_format, to_format=to, merge=merge)
    return answer_of(made.report, fail_on=fail_on, content=made.content, aside=streams)
