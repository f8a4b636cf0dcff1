"""How answers reach people and programs: tables, tab-separated lines, findings, JSON.

The only module that writes to standard output and standard error. What a terminal would obey is
replaced; what the encoding of the output can't hold is written as an escape.
"""

import contextlib
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, TextIO

import click
import msgspec

from pathport.cli.alike import Line, spelt_out
from pathport.cli.answer import Answer, Findings, Table
from pathport.findings import Finding, Severity
from pathport.safety.characters import printable
from pathport.safety.target import failure

__all__ = ["show", "show_findings"]

SIGNS = {"+": "green", "-": "red", "~": "yellow"}
"""How rows that begin with a sign are coloured."""
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
"""How the code of a finding is coloured on a terminal: its line has no word for its weight."""


def show(answer: Answer, *, as_json: bool) -> None:
    """The answer on standard output, its findings on standard error or in the JSON.

    :raises UnwritableError: if standard output takes no more, as on a full disk.
    """
    if as_json:
        put(msgspec.json.format(msgspec.json.encode(answer.said)) + b"\n")
        return
    show_findings(answer.findings)
    put(answer.content)
    stream = sys.stderr if answer.aside else sys.stdout
    with written(stream):
        for table in answer.tables:
            show_table(table, stream)


def show_findings(findings: Iterable[Finding], *, as_json: bool = False) -> None:
    """Findings, a line each, many alike as one, notes counted; as JSON where they are an answer.

    :raises UnwritableError: if the stream takes no more.
    """
    found = tuple(findings)
    if as_json:
        show(Answer(said=Findings(findings=found)), as_json=True)
        return
    with written(sys.stderr):
        told = [finding for finding in found if finding.severity is not Severity.NOTE]
        lines = spelt_out(told)
        for line in lines:
            say(coloured(line) if in_colour(sys.stderr) else one_line(str(line)), sys.stderr)
        if len(lines) < len(found):
            say(f"in all {summed(found)}; --json lists them", sys.stderr)


def summed(findings: Iterable[Finding]) -> str:
    """How many findings there are of each weight."""
    numbers = Counter(finding.severity for finding in findings)
    each = ((numbers[severity], severity) for severity in Severity if numbers[severity])
    return ", ".join(f"{number:,} {word}{'' if number == 1 else 's'}" for number, word in each)


def coloured(line: Line) -> str:
    """A finding with its code in the colour of its weight."""
    code = line.finding.code
    before, _, after = one_line(str(line)).partition(f": {code}: ")
    return f"{before}: {click.style(code, fg=COLOURS.get(line.finding.severity))}: {after}"


def in_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal that shows colours, to somebody who wants them."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def show_table(table: Table, stream: TextIO) -> None:
    """A table on a terminal, else lines without headings, fields separated by tabs."""
    if stream.isatty():
        say(drawn(table), stream)
        return
    for row in table.rows:
        say("\t".join(map(one_line, row)), stream)


def drawn(table: Table) -> str:
    """A table as wide as the terminal."""
    from rich import box
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, padding=0)
    for number, heading in enumerate(table.headings):
        is_count = all(row[number].isdigit() for row in table.rows)
        wide = max((len(heading), *(len(row[number]) for row in table.rows if is_count)))
        justify: Literal["left", "right"] = "right" if is_count and table.rows else "left"
        shown.add_column(heading, justify=justify, overflow="fold", min_width=wide)
    above = ""
    for first, *others in table.rows:
        repeats = table.grouped and first == above
        style = SIGNS.get(first[:1], "") if table.signed else ""
        shown.add_row(*(Text(one_line(it), style) for it in ("" if repeats else first, *others)))
        above = first
    console = Console()
    with console.capture() as captured:
        console.print(shown)
    return captured.get().rstrip("\n")


def put(content: bytes) -> None:
    """Writes bytes to standard output as they are."""
    with written(sys.stdout):
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def say(line: str, stream: TextIO) -> None:
    """Writes a line; what the encoding of the stream can't hold, as an escape."""
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def one_line(text: str) -> str:
    """The text on one line, with nothing that a terminal would obey."""
    return text if text.isprintable() else printable(" ".join(text.split()))


@contextlib.contextmanager
def written(stream: TextIO) -> Iterator[None]:
    """Flushes at the end. Where nobody reads on, it is taken for said: what was to do is done."""
    try:
        yield
        stream.flush()
    except OSError as error:
        # What Python flushes at its end would fail once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise failure(error, stream.name) from None
