"""What a command gives: a value that is shown as a table, as lines or as JSON, and a status.

An answer knows what it says, not where it is shown; ``show`` does that.
"""

from collections.abc import Sequence

import msgspec

import pathport
from pathport.findings import Finding

__all__ = ["Answer", "Findings", "Table"]


class Table(msgspec.Struct, frozen=True):
    """Rows under headings: a table on a terminal, lines separated by tabs in a pipe."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    grouped: bool = False
    """Whether a first cell that repeats the one above it is left blank on a terminal."""
    signed: bool = False
    """Whether rows begin with a sign, +, - or ~, that colours them on a terminal."""


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """What the JSON of every answer holds: the version that gives it, and what was found.

    Where a command can't be carried out, it is the whole answer.
    """

    pathport: str = pathport.__version__
    findings: tuple[Finding, ...] = ()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a command found out, in the form of its JSON and in forms for people, and its status."""

    said: msgspec.Struct
    """What ``--json`` shows."""
    status: int = 0
    findings: Sequence[Finding] = ()
    tables: Sequence[Table] = ()
    content: bytes = b""
    """A file that goes to standard output as it is."""
    aside: bool = False
    """Whether standard output is for the content alone, and the tables go to standard error."""
