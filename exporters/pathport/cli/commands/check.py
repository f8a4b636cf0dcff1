"""``pathport check FILE --for PLACE``: is a file fit for a place?"""

from typing import Literal

import click

from pathport.api.fitness import Place, check
from pathport.cli import options
from pathport.cli.answer import Answer, Findings, Table
from pathport.findings import Severity

__all__ = ["Checked", "command"]

Verdict = Literal["fit", "not fit"]


class Checked(Findings, frozen=True, kw_only=True):
    """The JSON of ``pathport check``."""

    path: str
    format: str
    place: str
    errors: int
    warnings: int
    verdict: Verdict


@click.command(
    "check",
    help="Say whether FILE is fit for a place, by the rules of that place.",
    epilog="Example: pathport check WP4538.gpml --for wikipathways",
)
@click.argument("source", metavar="FILE")
@click.option(
    "--for",
    "place",
    required=True,
    type=click.Choice([each.value for each in Place]),
    help="The place that it is meant for.",
)
@options.tables_option
@options.from_option
@options.fail_on_option
@options.json_option
def command(
    *,
    source: str,
    place: str,
    tables: str | None,
    source_format: str | None,
    fail_on: str | None,
) -> Answer:
    """Asks every rule of the place."""
    found = check(source, Place(place), source_format, tables=tables)
    weights = [finding.severity for finding in found.findings]
    said = Checked(
        findings=found.findings,
        path=found.path,
        format=found.format,
        place=place,
        errors=weights.count(Severity.ERROR),
        warnings=weights.count(Severity.WARNING),
        verdict="not fit" if Severity.ERROR in weights else "fit",
    )
    names = Checked.__struct_fields__[-6:]
    row = tuple(str(getattr(said, name)) for name in names)
    return Answer(
        said=said,
        status=options.status_of(found.findings, fail_on=fail_on),
        findings=found.findings,
        tables=(Table(names, [row]),),
    )
