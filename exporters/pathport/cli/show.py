"""How answers reach people and programs: tables, tab-separated lines, findings, JSON.

The only module that writes to standard output and standard error. What a terminal would obey is
replaced; what the encoding of the output can't hold is written as an escape.
"""

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

import msgspec

from pathport.cli.answer import Answer, Findings, Table
from pathport.findings import Finding

__all__ = ["show", "show_findings"]

SHOWN = 50
"""How many findings are spelt out; the rest is counted."""


def show(answer: Answer, *, as_json: bool) -> None:
    """The answer on standard output, its findings on standard error or in the JSON."""
    if as_json:
        put(msgspec.json.format(msgspec.json.encode(answer.said)) + b"\n")
        return
    show_findings(answer.findings)
    if answer.content:
        put(answer.content)
    with quiet_on_broken_pipe():
        for table in answer.tables:
            show_table(table)
        for line in answer.lines:
            say(line, sys.stdout)
        sys.stdout.flush()


def show_findings(findings: Iterable[Finding], *, as_json: bool = False) -> None:
    """Findings, one line each, the first fifty; as JSON where they stand for an answer."""
    found = tuple(findings)
    if as_json:
        show(Answer(said=Findings(findings=found)), as_json=True)
        return
    with quiet_on_broken_pipe():
        for finding in found[:SHOWN]:
            say(str(finding), sys.stderr)
        if len(found) > SHOWN:
            say(f"and {len(found) - SHOWN} more", sys.stderr)


def show_table(table: Table) -> None:
    """A table on a terminal, else lines without headings, fields separated by tabs."""
    if sys.stdout.isatty():
        show_rich_table(table)
        return
    for row in table.rows:
        say("\t".join(printable(cell) for cell in row), sys.stdout, checked=True)


def show_rich_table(table: Table) -> None:
    """A table as wide as the terminal."""
    from rich import box
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(box=box.SIMPLE_HEAD, pad_edge=False)
    for number, heading in enumerate(table.headings):
        digits = all(row[number].isdigit() for row in table.rows)
        shown.add_column(heading, justify="right" if digits and table.rows else "left")
    for row in table.rows:
        shown.add_row(*(Text(printable(cell)) for cell in row))
    Console().print(shown)


def put(content: bytes) -> None:
    """Writes bytes to standard output as they are."""
    with quiet_on_broken_pipe():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def say(line: str, stream: TextIO, *, checked: bool = False) -> None:
    """Writes a line; what the encoding of the stream can't hold, as an escape."""
    text = f"{line if checked else printable(line)}\n"
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))


def printable(text: str) -> str:
    """The text on one line, with nothing that a terminal would obey."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in " ".join(text.split()))


@contextlib.contextmanager
def quiet_on_broken_pipe() -> Iterator[None]:
    """Takes it for said when nobody reads on: what was asked for has been done by then."""
    try:
        yield
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)  # for what Python flushes at its end
        os.dup2(nowhere, sys.stdout.fileno())
