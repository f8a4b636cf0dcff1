"""The options that several commands share, each told once, and what they do to a status."""

from collections.abc import Iterable, Sequence

import click

from pathport.findings import Finding, Severity
from pathport.model.kinetics import Kinetics
from pathport.networks.network import Complexes, View

__all__ = [
    "NO",
    "YES",
    "base_option",
    "complexes_option",
    "fail_on_option",
    "from_option",
    "full_check_option",
    "json_option",
    "kinetics_option",
    "layout_option",
    "merge_option",
    "report_option",
    "status_of",
    "strict_option",
    "tables_option",
    "told_json_option",
    "view_option",
]

YES = 0
NO = 1

JSON_HELP = "Answer in JSON, findings inside, on standard output."

json_option = click.option("--json", is_flag=True, expose_value=False, help=JSON_HELP)
"""Whoever shows the answer looks for it; no command needs to know."""
told_json_option = click.option("--json", "as_json", is_flag=True, help=JSON_HELP)
"""For a command that has to refuse it at times."""
from_option = click.option(
    "--from",
    "source_format",
    metavar="FORMAT",
    help="The source's format, where it can't be told: a name that `pathport formats` lists.",
)
base_option = click.option(
    "--base", metavar="URI", help="The base of URIs, in formats that name things by URI."
)
kinetics_option = click.option(
    "--kinetics",
    type=click.Choice([each.value for each in Kinetics]),
    help="Give processes without a rate one, and species amounts, as placeholders (SBML).",
)
layout_option = click.option(
    "--layout",
    is_flag=True,
    help="Give a pathway without positions those of `pathport draw` (SBML).",
)
view_option = click.option(
    "--view",
    type=click.Choice([each.value for each in View]),
    help="What the nodes of a network are: species and processes, or molecules that act.",
)
complexes_option = click.option(
    "--complexes",
    type=click.Choice([each.value for each in Complexes]),
    help="In a view of influences: a complex is a node, or stands for its parts.",
)
merge_option = click.option(
    "--no-merge",
    "merge",
    flag_value=False,
    default=True,
    type=bool,
    help="Keep nodes of a drawing (GPML) apart that look the same.",
)
full_check_option = click.option(
    "--full-check", is_flag=True, help="Run the checks that are slow on large files too."
)
tables_option = click.option(
    "--tables",
    metavar="DIR",
    help="A folder with newer tables than ours: titles.tsv, sources.tsv, retracted.tsv, pw.tsv ...",
)
strict_option = click.option(
    "--strict",
    type=click.Choice(["lost", "all"]),
    metavar="",
    help="Place nothing if anything is lost; with --strict=all, if anything is not native.",
)


def is_file(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    """The name of a file, which a stream has none of."""
    if name == "-":
        raise click.UsageError("--report wants the name of a file: - is none")
    return name


report_option = click.option(
    "--report",
    metavar="FILE",
    callback=is_file,
    help="Write the fidelity of each target to this file, as JSON.",
)
fail_on_option = click.option(
    "--fail-on", type=click.Choice(["warning"]), help="Take a warning for a no: exit status 1."
)


def status_of(findings: Iterable[Finding], *, fail_on: str | None) -> int:
    """No, if there is an error, or a warning where that was asked for."""
    bars: Sequence[Severity] = (Severity.ERROR, Severity.WARNING) if fail_on else (Severity.ERROR,)
    return NO if any(finding.severity in bars for finding in findings) else YES
