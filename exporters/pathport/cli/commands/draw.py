"""``pathport draw FILE -o X.svg``: a picture of a pathway, and the figures that judge it."""

import click
import msgspec

from pathport.api.delivery import STDOUT
from pathport.api.drawing import KINDS, LAYOUTS, THEMES, draw, kind_of, module_of
from pathport.api.reading import opened, shown_opened
from pathport.cli import options
from pathport.cli.answer import Answer, Findings, Table
from pathport.findings import Finding, Location
from pathport.layout.metrics import Metrics
from pathport.safety.characters import printable
from pathport.safety.place import place

__all__ = ["Drawn", "command"]


class Drawn(Findings, frozen=True, kw_only=True):
    """The JSON of ``pathport draw``; the figures are there where they were asked for."""

    source: str
    path: str
    kind: str
    bytes: int
    metrics: Metrics | None = None


def is_view(_: click.Context, __: click.Parameter, view: str) -> str:
    """The name of a view."""
    if view not in ("core", "full") and module_of(view) is None:
        raise click.UsageError(f"--view is core, full or module=NAME, not '{view}'")
    return view


@click.command(
    "draw",
    help="Draw FILE as SVG, PNG or HTML.",
    epilog='Example: pathport draw cxcr4.yaml -o cxcr4.svg --view "module=JAK/STAT"',
)
@click.argument("source", metavar="FILE")
@click.option(
    "-o", "--output", "target", required=True, metavar="X", help="The picture, or - with --to."
)
@options.from_option
@click.option("--to", "to", type=click.Choice(KINDS), help="What it is, where no name tells it.")
@click.option(
    "--view",
    default="full",
    callback=is_view,
    metavar="core|full|module=NAME",
    help="Draw a part: the core, or one module.",
)
@click.option(
    "--theme",
    type=click.Choice(THEMES),
    default="light",
    help="Light, dark, or what the reader prefers.",
)
@click.option(
    "--layout",
    type=click.Choice(LAYOUTS),
    help="Where everything is: as FILE has it, if that is whole, or laid out anew.",
)
@click.option("--metrics", "measures", is_flag=True, help="Tell the figures that judge it.")
@options.fail_on_option
@options.told_json_option
def command(
    *,
    source: str,
    target: str,
    source_format: str | None,
    to: str | None,
    view: str,
    theme: str,
    layout: str | None,
    measures: bool,
    fail_on: str | None,
    as_json: bool,
) -> Answer:
    """Draws the pathway and puts the picture in its place."""
    streams = target == STDOUT
    if streams and (as_json or to is None):
        needed = "--json and -o - both want standard output" if as_json else "-o - needs --to"
        raise click.UsageError(needed)
    kind = to or kind_of(target)
    found = opened(source, source_format)
    read = shown_opened(found)
    drawing = draw(read.pathway, view=view, theme=theme, layout=layout)
    content = drawing.content(kind, path=target)
    findings = (*read.findings, *(placed_at(it, found.source.path) for it in drawing.told(kind)))
    size = len(content)
    if not streams:
        size = place(target, content, sources=() if source == STDOUT else (source,))
    shown = printable(target)
    rows = [(kind, shown, str(size))]
    tables = [Table(("kind", "path", "bytes"), rows)]
    if measures:
        figures = msgspec.structs.asdict(drawing.metrics)
        told = [(name.replace("_", " "), str(value)) for name, value in figures.items()]
        tables.append(Table(("figure", "value"), told))
    return Answer(
        said=Drawn(
            findings=findings,
            source=found.source.path,
            path=shown,
            kind=kind,
            bytes=size,
            metrics=drawing.metrics if measures else None,
        ),
        status=options.status_of(findings, fail_on=fail_on),
        findings=findings,
        tables=tables,
        content=content if streams else b"",
        aside=streams,
    )


def placed_at(finding: Finding, path: str) -> Finding:
    """What is said of a pathway, said of the file that it is from."""
    return msgspec.structs.replace(finding, place=Location(path=path))
