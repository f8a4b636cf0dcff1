"""The outermost frame of the command line: carries out a command, shows its answer, gives a status.

Statuses: 0 yes, 1 no, 2 could not be carried out, 70 a defect of pathport, 130 interrupted.
"""

import contextlib
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pathport.cli import INTERRUPTED
from pathport.cli.group import pathport_command

if TYPE_CHECKING:
    from pathport.findings import Finding

__all__ = ["FAILED", "OWN_DEFECT", "run"]

FAILED = 2
OWN_DEFECT = 70


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit status of a command line, once everything has been said that it has to say."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    stand_in()
    try:
        return carried_out(with_plain_strict(given))
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except SystemExit as left:  # click, where nobody reads its help to the end
        return int(left.code or 0)


def carried_out(given: list[str]) -> int:
    """Does what a command line asks for, and shows what came of it."""
    try:
        answer = pathport_command.main(given, prog_name="pathport", standalone_mode=False)
        if isinstance(answer, int):  # help or version, shown already
            return answer
        from pathport.cli.show import show

        show(answer, as_json=asks_for_json(given))
        return int(answer.status)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return FAILED
    except click.Abort:
        raise
    except click.ClickException as error:
        return told(usage(error), FAILED, given)
    except Exception as error:
        return failed(error, given)


def failed(error: Exception, given: list[str]) -> int:
    """Shows why a command was not carried out: what it was given, or a defect of pathport."""
    from pathport.errors import PathportError

    if isinstance(error, PathportError):
        return told(error.findings, FAILED, given)
    if os.environ.get("PATHPORT_TRACEBACK"):
        traceback.print_exception(error)
    return told((defect(error),), OWN_DEFECT, given)


def told(findings: Sequence["Finding"], status: int, given: list[str]) -> int:
    """Shows findings that stand for an answer; what has no place is about the command line."""
    import msgspec

    from pathport.cli.show import show_findings
    from pathport.errors import PathportError
    from pathport.findings import Location

    here = Location(path=" ".join(("pathport", *given[:1])))
    found = (
        each if each.place.path else msgspec.structs.replace(each, place=here) for each in findings
    )
    with contextlib.suppress(PathportError):  # nobody can be told
        show_findings(found, as_json=asks_for_json(given))
    return status


def stand_in() -> None:
    """Lets a closed standard stream swallow what is said, as the null device does."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
            setattr(sys, name, nowhere)


def options_in(given: Sequence[str]) -> int:
    """How many of the arguments may be options: those before ``--``."""
    return given.index("--") if "--" in given else len(given)


def asks_for_json(given: Sequence[str]) -> bool:
    """Whether the answer is to be JSON, also where the command line can't be understood."""
    return "--json" in given[: options_in(given)]


def with_plain_strict(given: list[str]) -> list[str]:
    """``--strict`` alone, spelt with its value, lest the parser take the next word for that."""
    end = options_in(given)
    options = ["--strict=lost" if word == "--strict" else word for word in given[:end]]
    return options + given[end:]


def usage(error: click.ClickException) -> tuple["Finding", ...]:
    """What is wrong with a command line, in one line."""
    from pathport.cli.rules import USAGE
    from pathport.findings import Location

    context = getattr(error, "ctx", None)
    command = context.command_path if context else "pathport"
    message = " ".join(error.format_message().split()).replace("'", '"')
    sentence, _, meant = message.partition(" (Did you mean ")
    sentence = sentence[:1].lower() + sentence[1:].rstrip(".")
    remedy = f"did you mean {meant.rstrip(')')}" if meant else f"see `{command} --help`"
    return (USAGE.finding(sentence, place=Location(path=command), remedy=remedy),)


def defect(error: Exception) -> "Finding":
    """What is to be reported of a defect: the error, and where in pathport it arose."""
    from pathport.cli.rules import DEFECT
    from pathport.findings import Location

    trace, frame = error.__traceback__, None
    while trace is not None:
        frame, trace = trace, trace.tb_next
    where = f"{frame.tb_frame.f_globals.get('__name__')}:{frame.tb_lineno}" if frame else "?"
    sentence = f"this is a defect of pathport: {type(error).__name__}: {error} ({where})"
    return DEFECT.finding(sentence, place=Location(path="pathport"))
