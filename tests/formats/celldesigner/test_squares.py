"""Lines of processes in places that are made: each has a segment for its square, and is upright."""

from itertools import pairwise
from pathlib import Path
from textwrap import dedent

import pathport
from pathport.formats.celldesigner import made
from pathport.formats.celldesigner.geometry import SIDE, Rect, segment_at, spot_on, square_on
from pathport.formats.yaml import read as read_document
from pathport.model.layout import Layout, Way

EXAMPLES = Path(__file__).parents[3] / "examples"
BACK = """
    pathport: 1
    id: back
    compartments: {out: {name: outside}, cell: {name: cell, inside: out}}
    molecules: {R: {kind: protein, roles: receptor}, L: {kind: protein}}
    processes:
      bind: {is: "R@cell + L@out -> R:L@cell"}
      mark: {is: "R@cell -> R{p}@cell"}
    """


def points_of(way: Way, layout: Layout) -> list[tuple[float, float]]:
    rects = {it.id: Rect(it.x, it.y, it.width, it.height) for it in layout.boxes}
    first, last = (
        spot_on(rects[box or ""], (at.x, at.y) if at else None)
        for box, at in ((way.start, way.start_at), (way.end, way.end_at))
    )
    return [first, *((it.x, it.y) for it in way.bends), last]


def test_a_line_that_turns_at_its_process_is_level_or_upright_there() -> None:
    """It led through the middle of the square, from an end beside it: aslant, and to a far one."""
    pathway = read_document(dedent(BACK).encode()).pathway
    layout = made.with_places(pathway).layout
    (way,) = (it for it in layout.ways if it.of == "mark" and it.at is None)
    points = points_of(way, layout)
    assert [abs(a[0] - b[0]) < 1 or abs(a[1] - b[1]) < 1 for a, b in pairwise(points)] == [True] * (
        len(points) - 1
    )


def test_the_square_is_where_the_engine_has_the_process() -> None:
    pathway = pathport.read(EXAMPLES / "cxcr4.yaml")
    layout = made.with_places(pathway).layout
    middles = made._Made(made._to_be_placed(pathway, []))._middles()
    widths = {it.id: it.width for it in layout.boxes}
    turned = [it for it in layout.ways if it.node is not None and {it.start, it.end} <= {*widths}]
    assert turned
    for way in turned:
        points = points_of(way, layout)
        x, y = square_on(points, segment_at(points, way.node or 0.0)).middle
        off = abs(x - middles[way.of][0]) + abs(y - middles[way.of][1])
        moved = max(widths[way.start or ""], widths[way.end or ""]) / 8  # to where a link can end
        assert off < moved + SIDE + 1, way.id
