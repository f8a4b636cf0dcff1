"""The list of commands: their names, what each is for, and which of them are built.

``pathport --help`` is this table. A command's own file loads when it is called.
"""

import importlib
from typing import Any, NamedTuple

import click

import pathport

__all__ = ["COMMANDS", "Row", "pathport_command"]


class Row(NamedTuple):
    """A command: its name, the phrase that ``--help`` shows, whether it is built."""

    name: str
    phrase: str
    built: bool = True


COMMANDS: tuple[Row, ...] = (
    Row("export", "write one source to many formats, each checked"),
    Row("convert", "write one source to one destination"),
    Row("validate", "say whether files are valid in their own formats"),
    Row("check", "say whether a file is fit for a place"),
    Row("diff", "say what differs between two pathways"),
    Row("info", "count what is in a file"),
    Row("fmt", "put a document into normal form"),
    Row("draw", "draw a pathway"),
    Row("draft", "begin a document from a PFOCR figure record", built=False),
    Row("submit", "make a complete WikiPathways submission"),
    Row("update", "take edits made elsewhere home into the document"),
    Row("batch", "export many files", built=False),
    Row("formats", "list the formats"),
    Row("rules", "list the rules that findings name"),
)


class LazyGroup(click.Group):
    """A group whose commands load when they are called."""

    def list_commands(self, _: click.Context) -> list[str]:
        """All commands, in the order of the table."""
        return [row.name for row in COMMANDS]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with, or the nearest name to it."""
        names = self.list_commands(ctx)
        if not args[0].startswith("-") and args[0] not in names:
            import difflib

            near = difflib.get_close_matches(args[0], names, n=1)
            meant = f" (Did you mean '{near[0]}'?)" if near else ""
            raise click.UsageError(f"No command is called '{args[0]}'.{meant}", ctx)
        return super().resolve_command(ctx, args)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or nothing."""
        row = next((row for row in COMMANDS if row.name == cmd_name), None)
        if row is None:
            return None
        if not row.built:
            return planned(row)
        command: click.Command = importlib.import_module(
            f"pathport.cli.commands.{row.name}"
        ).command
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, without loading a command."""
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    (row.name, row.phrase + ("" if row.built else " [not built yet]"))
                    for row in COMMANDS
                ]
            )


def planned(row: Row) -> click.Command:
    """A command that takes anything and says that it is not built yet."""

    def refuse(**_: Any) -> None:
        from pathport.cli.rules import NOT_BUILT
        from pathport.errors import UnsupportedError
        from pathport.findings import Location

        sentence = f'the command "{row.name}" is not built yet'
        place = Location(path=f"pathport {row.name}")
        raise UnsupportedError(NOT_BUILT.finding(sentence, place=place))

    return click.Command(
        row.name,
        callback=refuse,
        params=[click.Argument(["arguments"], nargs=-1, type=click.UNPROCESSED)],
        context_settings={"ignore_unknown_options": True},
        help=f"Not built yet: {row.phrase}.",
    )


@click.group(
    name="pathport",
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Signalling pathways, written to the formats of the tools around them and read back.",
    epilog="Exit status: 0 yes; 1 no; 2 could not be carried out; 70 a defect of pathport.",
)
@click.version_option(pathport.__version__, prog_name="pathport", message="%(prog)s %(version)s")
def pathport_command() -> None:
    """Signalling pathways, written to the formats of the tools around them and read back."""
