"""The command line: a thin shell over the API. It alone prints, and it alone knows exit statuses.

Each command is a file in ``pathport.cli.commands``, loaded when it is called, and gives an answer
as a value; ``shell`` shows that answer and turns it, and every error, into a status.
"""

from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Carries out a command line, that of the process unless given; gives its exit status."""
    from pathport.cli.shell import run

    return run(arguments)
