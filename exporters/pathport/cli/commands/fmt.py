"""``pathport fmt FILE``: a document in normal form, printed, put in its place, or asked for."""

import click

from pathport.api.reading import opened
from pathport.cli import options
from pathport.cli.answer import Answer, Findings, Table
from pathport.cli.rules import NO_DOCUMENT, NOT_NORMAL
from pathport.document import JSON, YAML, Syntax, fmt, read_document
from pathport.document.nodes import Lines
from pathport.errors import UnsupportedError
from pathport.findings import Finding, Location
from pathport.formats import Format
from pathport.safety.place import place
from pathport.safety.source import Source, decode_text

__all__ = ["Formatted", "command"]

SYNTAXES: dict[str, Syntax] = {"json": JSON, "yaml": YAML}
"""The formats that have a normal form."""


class Formatted(Findings, frozen=True, kw_only=True):
    """The JSON of ``pathport fmt``; the text is there where it would have been printed."""

    path: str
    format: str
    changed: bool
    text: str | None = None


@click.command(
    "fmt",
    help="Print FILE, a document, in normal form: comments and layout stay.",
    epilog="Example: pathport fmt cxcr4.yaml --write",
)
@click.argument("source", metavar="FILE")
@options.from_option
@click.option("--write", "write", is_flag=True, help="Put the normal form in FILE's place.")
@click.option("--check", "check", is_flag=True, help="Print nothing; say no if FILE would change.")
@options.json_option
def command(*, source: str, source_format: str | None, write: bool, check: bool) -> Answer:
    """Spells the document in its normal form, as UTF-8."""
    if write and check:
        raise click.UsageError("--write and --check exclude each other")
    if write and source == "-":
        raise click.UsageError("--write replaces a file, and standard input is none")
    found, form = opened(source, source_format)
    syntax = syntax_of(form, found.path)
    text = decode_text(found)
    normal = fmt(text, syntax=syntax, path=found.path)
    changed = normal.encode() != found.content
    if write and changed:
        replace(source, found, normal.encode(), syntax)
    prints = not (write or check)
    findings = (not_normal(text, normal, found.path),) if check and changed else ()
    said = Formatted(
        findings=findings,
        path=found.path,
        format=form.name,
        changed=changed,
        text=normal if prints else None,
    )
    if prints:
        return Answer(said=said, content=normal.encode())
    verdict = "changed" if changed else "normal"
    return Answer(
        said=said,
        status=options.NO if findings else options.YES,
        findings=findings,
        tables=() if check else (Table(("path", "verdict"), [(found.path, verdict)]),),
    )


def syntax_of(form: Format, path: str) -> Syntax:
    """How a document of this format is written.

    :raises UnsupportedError: if the format is none of documents.
    """
    if form.name not in SYNTAXES:
        sentence = f'"{form.name}" is not a format of documents'
        raise UnsupportedError(NO_DOCUMENT.finding(sentence, place=Location(path=path)))
    return SYNTAXES[form.name]


def replace(source: str, found: Source, normal: bytes, syntax: Syntax) -> None:
    """Puts the normal form in the document's place, if it means the same."""
    meant = read_document(found.content, syntax=syntax, path=found.path).pathway

    def same(content: bytes) -> None:
        if read_document(content, syntax=syntax, path=found.path).pathway != meant:
            raise AssertionError("the normal form would mean something else")

    place(source, normal, check=same)


def not_normal(text: str, normal: str, path: str) -> Finding:
    """What is to be told of a document that is not in normal form, where it first differs."""
    if text == normal:
        sentence = "the document is not in UTF-8 without a byte order mark"
        return NOT_NORMAL.finding(sentence, place=Location(path=path, line=1, column=1))
    pairs = zip(text, normal, strict=False)
    shorter = min(len(text), len(normal))
    same = next((at for at, (old, new) in enumerate(pairs) if old != new), shorter)
    line, column = Lines(text).where(same)
    place_ = Location(path=path, line=line, column=column)
    return NOT_NORMAL.finding("the document is not in normal form", place=place_)
