"""The outermost frame of the command line: carries out a command, shows its answer, gives a status.

Statuses: 0 yes, 1 no, 2 could not be carried out, 70 a defect of pathport, 130 interrupted.
"""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from pathport.cli.group import pathport_command

if TYPE_CHECKING:
    from pathport.findings import Finding

__all__ = ["FAILED", "INTERRUPTED", "OWN_DEFECT", "run"]

FAILED = 2
OWN_DEFECT = 70
INTERRUPTED = 130


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit status of a command line, once everything has been said that it has to say."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return carried_out(given)
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
        raise error
    return told((defect(error),), OWN_DEFECT, given)


def told(findings: Sequence["Finding"], status: int, given: list[str]) -> int:
    """Shows findings that stand for an answer."""
    from pathport.cli.show import show_findings

    show_findings(findings, as_json=asks_for_json(given))
    return status


def asks_for_json(given: Sequence[str]) -> bool:
    """Whether the answer is to be JSON, also where the command line can't be understood."""
    options = given[: given.index("--")] if "--" in given else given
    return "--json" in options


def usage(error: click.ClickException) -> tuple["Finding", ...]:
    """What is wrong with a command line, in one line."""
    from pathport.cli.rules import USAGE
    from pathport.findings import Location

    context = getattr(error, "ctx", None)
    command = context.command_path if context else "pathport"
    message = " ".join(error.format_message().split()).rstrip(".")
    sentence = message[:1].lower() + message[1:] if message else "no command is given"
    remedy = f"see `{command} --help`"
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
