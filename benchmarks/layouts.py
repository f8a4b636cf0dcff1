"""Measures the layout engine beside graphviz' dot: ``python -m benchmarks.layouts --out FILE``.

The flagship, the examples and the files of the corpora of SBML, BioPAX and GPML up to a size are
laid out afresh, their positions left out; synthetic pathways tell how the seconds grow.
"""

import argparse
import datetime
import math
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import pathport
from benchmarks.graphviz import placed_by_dot, version
from benchmarks.pathways import signalling
from pathport.errors import PathportError
from pathport.layout import engine
from pathport.layout.engine import laid_out, laid_out_with
from pathport.layout.labels import Labels
from pathport.layout.metrics import Metrics, measured
from pathport.model.pathway import Pathway

HOME = Path(__file__).parents[1]
CORPUS = HOME.parent / "shared" / "corpus"
FOLDERS = ("sbml", "biopax", "gpml", "celldesigner")
SUFFIXES = (".xml", ".sbml", ".owl", ".gpml")
LARGEST = 1_000_000
"""Bytes of the largest file that is taken, as it is packed."""
LEFT_OUT = (
    f"not in the table: files of the corpora of more than {LARGEST:,} bytes, as they are packed, "
    "and those that can't be read or have no species"
)
SIZES = (60, 120, 220, 400, 650, 1_250)
"""Processes of the synthetic pathways; there are about three glyphs for each."""
GROWTH = (200, 2_000)
"""Between these numbers of glyphs the growth is told."""
ONE_ORDER = {"PAGES": engine.PAGES[:1], "SMALL": 0, "EFFORT": 0, "MOST_SHAKES": 0}
"""What the engine has where it tries one order on one page."""


class Row(NamedTuple):
    """The figures of one pathway: ours, and dot's without and with compartments."""

    name: str
    ours: Metrics
    seconds: float
    once: float = 0
    """The seconds of one order on one page."""
    plain: tuple[Metrics, float] | None = None
    clustered: tuple[Metrics, float] | None = None


def main() -> None:
    """Measure, print each row as it comes, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.layouts", description=__doc__)
    parser.add_argument("--out", type=Path, default=None, help="the file for the page")
    asked = parser.parse_args()
    has_dot = version() is not None
    rows = [_shown(_row(name, it, has_dot=has_dot)) for name, it in _pathways()]
    grown = [_shown(_grown(size)) for size in SIZES]
    if asked.out is not None:
        asked.out.write_text("\n".join([*_page(rows, grown), ""]), encoding="utf-8")


def _shown(row: Row) -> Row:
    print(_line(row), flush=True)
    return row


def _pathways() -> Iterator[tuple[str, Pathway]]:
    """The examples, the flagship first, then what can be read of the corpora."""
    for path in sorted((HOME / "examples").glob("*.yaml")):
        yield path.name, pathport.read(path)
    for path in sorted(it for name in FOLDERS for it in (CORPUS / name).rglob("*")):
        if path.name.removesuffix(".gz").endswith(SUFFIXES):
            yield from _read(path)


def _read(path: Path) -> Iterator[tuple[str, Pathway]]:
    """A file of the corpora, if it can be read, is not too large, and has something to draw."""
    if path.stat().st_size > LARGEST:
        return
    try:
        found = pathport.read(path)
    except PathportError as error:
        print(f"{path.name} is not read: {error}", flush=True)
        return
    if found.species:
        yield path.relative_to(CORPUS).as_posix(), found


def _row(name: str, pathway: Pathway, *, has_dot: bool = False) -> Row:
    before = time.process_time()
    picture = laid_out(pathway)
    seconds = time.process_time() - before
    others = [_of_dot(pathway, clusters=each) if has_dot else None for each in (False, True)]
    return Row(name, measured(picture), seconds, 0, *others)


def _grown(size: int) -> Row:
    """The row of a synthetic pathway, with the time of one order."""
    pathway = signalling(size)
    with mock.patch.multiple(engine, **ONE_ORDER):
        before = time.process_time()
        laid_out_with(Labels(pathway), is_page=True)
        once = time.process_time() - before
    return _row(f"{size:,} processes", pathway)._replace(once=once)


def _of_dot(pathway: Pathway, *, clusters: bool) -> tuple[Metrics, float] | None:
    placed = placed_by_dot(pathway, clusters=clusters)
    return (measured(placed.picture), placed.seconds) if placed else None


def _page(rows: list[Row], grown: list[Row]) -> Iterator[str]:
    faults = [_faults(it.ours) for it in rows + grown]
    clean = sum(not any(each) for each in faults)
    yield "# Layouts"
    yield ""
    yield (
        "Pathways laid out afresh by pathport and by graphviz' dot, without compartments and with "
        "them as clusters (`newrank=true`), the same boxes and lines given to both; dot is not "
        "given cofactors, which pathport places too. One set of metrics counts both: overlapping "
        "glyphs, lines through glyphs, different lines on one way, heads of lines that overlap, "
        "lines on frames, crossings (several lines of one trunk that cross another at one point "
        "are one). dot draws no trunks. Seconds are those of the processor. Made by `make bench`."
    )
    yield ""
    yield f"- {datetime.datetime.now(datetime.UTC):%Y-%m-%d}; {version() or 'dot: not available'}"
    told = "overlap, line through a glyph, shared way, heads that overlap, line on a frame"
    yield f"- {clean} of {len(faults)} pathways without {told}"
    yield f"- {LEFT_OUT}"
    yield from ("", "## The examples and the corpora", "")
    yield (
        "| | glyphs | lines | overlaps, through, shared, heads, on frames | crossings | ratio | s "
        "| dot: through | crossings | ratio | s | dot, compartments: through | crossings | ratio "
        "| s |"
    )
    yield "|---|" + "---|" * 14
    yield from map(_line, rows)
    yield from (
        "",
        "## Growth",
        "",
        "| | glyphs | lines | crossings | ratio | s | s, one order |",
        "|" + "---|" * 7,
    )
    for it in grown:
        ours = it.ours
        counts = (it.name, ours.glyphs, ours.lines, ours.crossings, ours.ratio)
        seconds = (f"{it.seconds:.2f}", f"{it.once:.2f}")
        yield "| " + " | ".join(map(str, (*counts, *seconds))) + " |"
    yield ""
    yield (
        f"From {GROWTH[0]} to {GROWTH[1]:,} glyphs the seconds of one order on one page "
        f"grow as n to the power {_exponent(grown):.2f} (least squares of the logarithms; the aim "
        "is 1.6 at most). How many orders are tried falls with the size, to one for large "
        "pathways, so that the seconds of all of them tell nothing of growth."
    )


def _line(row: Row) -> str:
    ours = row.ours
    cells: list[object] = [row.name, ours.glyphs, ours.lines]
    cells += [", ".join(map(str, _faults(ours))), ours.crossings, ours.ratio]
    cells.append(f"{row.seconds:.2f}")
    for other in (row.plain, row.clustered):
        if other is None:
            cells += [""] * 4
        else:
            found, seconds = other
            cells += [found.through, found.crossings, found.ratio, f"{seconds:.2f}"]
    return "| " + " | ".join(map(str, cells)) + " |"


def _faults(found: Metrics) -> tuple[int, ...]:
    """The figures that have to be zero."""
    return found.overlaps, found.through, found.shared, found.heads, found.framed


def _exponent(grown: list[Row]) -> float:
    """The slope of the logarithm of the seconds of one order over that of glyphs."""
    low, high = GROWTH
    near = [it for it in grown if low * 0.9 <= it.ours.glyphs <= high * 1.1]
    points = [(math.log(it.ours.glyphs), math.log(it.once)) for it in near]
    middle = [sum(each) / len(points) for each in zip(*points, strict=True)]
    above = sum((x - middle[0]) * (y - middle[1]) for x, y in points)
    return above / sum((x - middle[0]) ** 2 for x, _ in points)


if __name__ == "__main__":
    main()
