"""A small layout of a pathway: boxes, frames, ways and a drawing layer."""

import operator
from typing import Any

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn

from pathport.model.layout import Box, Decoration, DecorationKind, Frame, Layout, Point, Way
from pathport.testing import values
from pathport.testing.numbers import Known
from pathport.testing.values import chosen

__all__ = ["layouts"]

LENGTHS = chosen((10.0, 0.0, 0.5, 1234.5678, 1e6, 1e-12, 1.7976931348623157e308))
PLACES = LENGTHS | LENGTHS.map(operator.neg)
POINTS = st.builds(Point, x=PLACES, y=PLACES)
BENDS = st.lists(POINTS, max_size=2).map(tuple)
EXTENT = {"x": PLACES, "y": PLACES, "width": LENGTHS, "height": LENGTHS}
DECORATIONS = st.builds(
    Decoration,
    kind=chosen(DecorationKind),
    text=st.none() | values.texts,
    points=BENDS,
    style=chosen(((), ("bold", "red"))),
)


@st.composite
def layouts(draw: DrawFn, names: Known) -> Layout:
    """A layout; it names things of the pathway only."""
    boxes = _boxes(draw, names)
    frames = names.of["compartment"][: draw(st.integers(0, 2))]
    edges = tuple(i for c in ("process", "control", "association") for i in names.of[c])
    ways: list[Way] = []
    if boxes and edges:
        of, box = chosen(edges), chosen(box.id for box in boxes)
        ways = draw(st.lists(st.builds(Way, of=of, box=box, bends=BENDS), max_size=2))
    return Layout(
        width=draw(st.none() | LENGTHS),
        height=draw(st.none() | LENGTHS),
        boxes=boxes,
        frames=tuple(draw(st.builds(Frame, compartment=st.just(i), **EXTENT)) for i in frames),
        ways=tuple(ways),
        drawing=draw(st.lists(DECORATIONS, max_size=2).map(tuple)),
    )


def _boxes(draw: DrawFn, names: Known) -> tuple[Box, ...]:
    species = names.of["species"]
    drawn: list[Any] = draw(st.lists(chosen(species), max_size=2)) if species else []
    return tuple(
        draw(st.builds(Box, id=st.just(names.spare("box1")), species=st.just(id_), **EXTENT))
        for id_ in drawn
    )
