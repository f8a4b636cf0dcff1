"""The command line: a thin shell over the API. It alone prints, and it alone knows exit statuses.

Each command is a file in ``pathport.cli.commands``, loaded when it is called, and gives an answer
as a value; ``shell`` shows that answer and turns it, and every error, into a status.
"""

from collections.abc import Sequence

__all__ = ["INTERRUPTED", "main"]

INTERRUPTED = 130
"""The exit status where someone breaks off, also while modules load."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Carries out a command line, that of the process unless given; gives its exit status."""
    try:
        from pathport.cli.shell import run
    except KeyboardInterrupt:
        return INTERRUPTED
    return run(arguments)
