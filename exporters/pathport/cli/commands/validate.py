"""``pathport validate FILE...``: is each file valid in its own format?"""

from collections.abc import Sequence
from typing import Literal

import click
import msgspec

from pathport.api.reading import Validation, built, validated
from pathport.cli import options
from pathport.cli.answer import Answer, Findings, Table
from pathport.errors import PathportError
from pathport.findings import Finding, Severity
from pathport.formats import format_named

__all__ = ["FileAnswer", "Validations", "command"]

UNREADABLE = 2

Verdict = Literal["valid", "invalid", "unreadable"]


class FileAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of a file; of one that is unreadable no format is told."""

    path: str
    format: str
    errors: int
    warnings: int
    verdict: Verdict


class Validations(Findings, frozen=True, kw_only=True):
    """The JSON of ``pathport validate``."""

    files: tuple[FileAnswer, ...] = ()


class Checked(msgspec.Struct, frozen=True):
    """A file's row, what was found in it, and its status."""

    row: FileAnswer
    findings: Sequence[Finding]
    status: int


@click.command(
    "validate",
    help="Say whether each FILE is valid by the rules of its own format.",
    epilog="Example: pathport validate out/*",
)
@click.argument("sources", metavar="FILE...", nargs=-1, required=True)
@options.from_option
@options.full_check_option
@options.fail_on_option
@options.json_option
def command(
    *,
    sources: tuple[str, ...],
    source_format: str | None,
    full_check: bool,
    fail_on: str | None,
) -> Answer:
    """Checks each file; the worst answer counts."""
    if source_format is not None:
        built(format_named(source_format))
    files = [
        checked(source, source_format, full_check=full_check, fail_on=fail_on) for source in sources
    ]
    findings = tuple(finding for file in files for finding in file.findings)
    rows = tuple(file.row for file in files)
    return Answer(
        said=Validations(findings=findings, files=rows),
        status=max(file.status for file in files),
        findings=findings,
        tables=(Table(FileAnswer.__struct_fields__, [cells(row) for row in rows]),),
    )


def checked(
    source: str, source_format: str | None, *, full_check: bool, fail_on: str | None
) -> Checked:
    """What is found in one file, also where nothing can be read from it."""
    try:
        found = validated(source, source_format, full_check=full_check)
    except PathportError as error:
        path = error.findings[0].place.path if error.findings else source
        row = row_of(Validation(path=path, format="", findings=error.findings), "unreadable")
        return Checked(row, error.findings, UNREADABLE)
    status = options.status_of(found.findings, fail_on=fail_on)
    valid = options.status_of(found.findings, fail_on=None) == options.YES
    return Checked(row_of(found, "valid" if valid else "invalid"), found.findings, status)


def row_of(found: Validation, verdict: Verdict) -> FileAnswer:
    """A file's findings, counted."""
    weights = [finding.severity for finding in found.findings]
    return FileAnswer(
        path=found.path,
        format=found.format,
        errors=weights.count(Severity.ERROR),
        warnings=weights.count(Severity.WARNING),
        verdict=verdict,
    )


def cells(row: FileAnswer) -> tuple[str, ...]:
    """A row as texts."""
    return tuple(str(cell) for cell in msgspec.structs.astuple(row))
