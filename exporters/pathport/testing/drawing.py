"""A small layout of a pathway: boxes, frames, ways and a drawing layer."""

import operator
from typing import Any

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn

from pathport.model.enumerations import Activity
from pathport.model.layout import (
    Box,
    Connector,
    Decoration,
    DecorationKind,
    End,
    Frame,
    Layout,
    LineStyle,
    Mark,
    Point,
    Style,
    Way,
)
from pathport.model.parts import Component, Modification, State
from pathport.testing import pools, values
from pathport.testing.numbers import Known
from pathport.testing.values import chosen, several, some_of

__all__ = ["layouts"]

LENGTHS = chosen((10.0, 0.0, 0.5, 1234.5678, 1e6, 1e-12, 1.7976931348623157e308))
PLACES = LENGTHS | LENGTHS.map(operator.neg)
SIGNED = chosen((0.0, 1.0, -1.0, 0.25, -1234.5678))
POINTS = st.builds(Point, x=PLACES, y=PLACES)
BENDS = st.lists(POINTS, max_size=2).map(tuple)
EXTENT = {"x": PLACES, "y": PLACES, "width": LENGTHS, "height": LENGTHS}

COLOURS = chosen(("#ff0000", "#0000ff", "#00000000", "#12345678"))
BORDER = st.builds(Point, x=chosen((0.0, 1.0, -1.0)), y=chosen((1.0, 0.5)))
STYLE: dict[str, Any] = {
    "colour": COLOURS,
    "text_colour": COLOURS,
    "fill": COLOURS,
    "gradient": st.just(True),
    "line": chosen(LineStyle),
    "thickness": chosen((0.0, 0.5, 3.0)),
    "shape": chosen(("oval", "rounded rectangle", "mitochondria", "a b")),
    "font": values.texts,
    "size": chosen((10.0, 12.5)),
    "bold": st.just(True),
    "italic": st.just(True),
    "underline": st.just(True),
    "struck": st.just(True),
    "align": chosen(("left", "right")),
    "vertical_align": chosen(("top", "bottom")),
    "depth": chosen((0, -3, 40000)),
    "rotation": chosen((0.5, -1.0)),
}
MARKED = chosen(
    (
        State(activity=Activity.ACTIVE),
        State(structure="open"),
        State(modifications=(Modification(kind="mod:00046", residue="S", position=12),)),
    )
)


@st.composite
def styles(draw: DrawFn) -> Style:
    """A few words on how something looks."""
    return Style(**some_of(draw, STYLE, most=14))


STYLES = st.just(Style()) | styles()
LABELS = st.none() | values.texts | st.just("")
WIDTHS = st.none() | chosen((0.0, 0.5, 3.0))
FRAME: dict[str, Any] = {
    **EXTENT,
    "label": LABELS,
    "label_at": st.none() | POINTS,
    "outer_line": WIDTHS,
    "inner_line": WIDTHS,
    "style": STYLES,
}
ENDS = st.builds(End, at=st.none() | BORDER, head=chosen((None, "arrow", "mim-binding", "a b")))
DECORATIONS = st.builds(
    Decoration,
    kind=chosen(DecorationKind),
    id=chosen((None, "d1")),
    text=st.none() | values.texts,
    points=BENDS,
    inside=chosen((None, "box1")),
    layer=st.none() | values.texts,
    start=st.none() | ENDS,
    end=st.none() | ENDS,
    connector=chosen(Connector),
    link=st.none() | values.texts,
    original_id=chosen((None, "o1")),
    notes=st.just(()) | several(values.texts),
    references=st.just(()) | several(chosen(pools.REFERENCES)),
    style=STYLES,
)


@st.composite
def layouts(draw: DrawFn, names: Known) -> Layout:
    """A layout; it names things of the pathway only."""
    boxes = _boxes(draw, names)
    frames = names.of["compartment"][: draw(st.integers(0, 2))]
    return Layout(
        width=draw(st.none() | LENGTHS),
        height=draw(st.none() | LENGTHS),
        boxes=boxes,
        frames=tuple(draw(st.builds(Frame, compartment=st.just(i), **FRAME)) for i in frames),
        ways=_ways(draw, names, boxes),
        drawing=draw(st.lists(DECORATIONS, max_size=2).map(tuple)),
    )


def _ways(draw: DrawFn, names: Known, boxes: tuple[Box, ...]) -> tuple[Way, ...]:
    edges = tuple(i for c in ("process", "control", "association") for i in names.of[c])
    if not edges:
        return ()
    ends = chosen((None, *(box.id for box in boxes), *(m.id for b in boxes for m in b.marks)))
    border = st.none() | BORDER
    way = {
        "of": chosen(edges),
        "start": ends,
        "end": ends,
        "start_at": border,
        "end_at": border,
        "bends": BENDS,
        "at": st.none() | chosen((0.25, 0.5)),
        "node": st.none() | chosen((0.25, 0.75)),
        "connector": chosen(Connector),
        "style": STYLES,
    }
    ids = [names.spare("way1") for _ in range(draw(st.integers(0, 2)))]
    return tuple(draw(st.builds(Way, id=st.just(id_), **way)) for id_ in ids)


def _boxes(draw: DrawFn, names: Known) -> tuple[Box, ...]:
    species = names.of["species"]
    drawn: list[Any] = draw(st.lists(chosen(species), max_size=2)) if species else []
    made: list[Box] = []
    for id_ in drawn:
        fields: dict[str, Any] = {
            "inside": chosen([box.id for box in made] or [None]),
            "label": LABELS,
            "activity": chosen(Activity),
            "group": chosen(("g1", "a b")),
            "view": chosen(("brief", "a b")),
        }
        if names.of["molecule"]:
            fields["part"] = st.builds(Component, molecule=chosen(names.of["molecule"]))
        box = st.builds(
            Box, id=st.just(names.spare("box1")), species=st.just(id_), style=STYLES, **EXTENT
        )
        some = some_of(draw, fields, most=2)
        if draw(st.booleans()):
            some["marks"] = (_mark(draw, names),)
        made.append(_with(draw(box), some))
    return tuple(made)


def _with(box: Box, some: dict[str, Any]) -> Box:
    extent = {name: getattr(box, name) for name in ("id", "species", "style", *EXTENT)}
    return Box(**extent, **some)


def _mark(draw: DrawFn, names: Known) -> Mark:
    extent: dict[str, Any] = {**EXTENT, "x": SIGNED, "y": SIGNED}
    return draw(
        st.builds(Mark, id=st.just(names.spare("mark1")), shows=MARKED, style=styles(), **extent)
    )
