"""Places that are made: no box on another, each in the frame of its compartment."""

from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from tests.formats.celldesigner.samples import SAMPLE

import pathport
from pathport.formats.celldesigner import made, validate, write
from pathport.formats.celldesigner.apart import apart
from pathport.formats.celldesigner.diagram import Diagram
from pathport.formats.celldesigner.markup import pixels
from pathport.formats.celldesigner.rows import in_rows
from pathport.formats.yaml import read as read_document
from pathport.model.layout import Box, Frame, Layout, Point
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment

EXAMPLES = Path(__file__).parents[3] / "examples"


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def within(box: Box, frame: Frame) -> bool:
    return (
        frame.x <= box.x + box.width / 2 <= frame.x + frame.width
        and frame.y <= box.y + box.height / 2 <= frame.y + frame.height
    )


def check(pathway: Pathway, layout: Layout) -> None:
    frames = {it.compartment: it for it in layout.frames}
    places = {it.id: it.compartment for it in pathway.species}
    sided = {it.id: it.compartment for it in pathway.species if it.side is not None}
    assert {it.species for it in layout.boxes} == places.keys()
    assert frames.keys() == {it.id for it in pathway.compartments}
    assert [(a.id, b.id) for a, b in combinations(layout.boxes, 2) if overlap(a, b)] == []
    for box in layout.boxes:
        if box.species in sided:
            border = frames[sided[box.species] or ""].y
            assert box.y <= border <= box.y + box.height, box.id
            continue
        around = [it for it in layout.frames if within(box, it)]
        smallest = min(around, key=lambda it: it.width * it.height, default=None)
        assert (smallest and smallest.compartment) == places[box.species], box.id
    for place in pathway.compartments:
        assert place.inside is None or holds(frames[place.inside], frames[place.id]), place.id


def holds(outer: Frame, inner: Frame) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.x + inner.width <= outer.x + outer.width
        and inner.y + inner.height <= outer.y + outer.height
    )


@pytest.mark.parametrize("name", ["reaction", "receptor-jak-stat", "cxcr4"])
def test_the_engines_places_are_stretched(name: str) -> None:
    pathway = pathport.read(EXAMPLES / f"{name}.yaml")
    check(pathway, made.with_places(pathway).layout)


@pytest.mark.parametrize("empty", ["in", "out", "both"])
def test_a_compartment_without_anything_lies_in_what_it_is_inside_of(empty: str) -> None:
    more = {
        "in": (Compartment(id="none", inside="cell"),),
        "out": (Compartment(id="none"),),
        "both": (Compartment(id="none"), Compartment(id="less", inside="none")),
    }
    places = [
        msgspec.structs.replace(it, inside=it.inside or "none") if empty != "in" else it
        for it in SAMPLE.compartments
    ]
    pathway = msgspec.structs.replace(SAMPLE, compartments=(*places, *more[empty]))
    check(pathway, made.with_places(pathway).layout)


def test_a_large_pathway_stands_in_rows() -> None:
    check(SAMPLE, in_rows(SAMPLE))


@pytest.mark.parametrize("place", ["a: {}", "a: {name: plasma membrane}"])
def test_what_is_on_a_membrane_is_on_the_frame_of_its_compartment(place: str) -> None:
    """It was inside, where CellDesigner takes it to be in the cell once it is moved."""
    text = f"""
pathport: 1
id: x
compartments: {{{place}, b: {{inside: a}}}}
molecules: {{R: {{kind: protein, roles: receptor}}, K: {{kind: protein}}}}
processes:
  one: {{is: "R@a.transmembrane -> R{{p}}@a.transmembrane"}}
  two: {{is: "K@a.inner -> K{{p}}@a.outer"}}
  four: {{is: "K@b -> K@b.inner"}}
  more: {{is: "K@a -> K@a.inner"}}
"""
    pathway = read_document(text.encode()).pathway
    check(pathway, made.with_places(pathway).layout)
    check(pathway, in_rows(pathway))
    assert {it.code for it in validate(write(pathway).content)} & {"CDX246", "CDX255"} == set()


def test_what_the_layout_tells_stays_and_the_rest_comes_below() -> None:
    told = Layout(
        boxes=(Box(id="a", species="L_out", x=10, y=20, width=80, height=40),),
        frames=(Frame(compartment="out", x=0, y=0, width=200, height=100),),
    )
    layout = made.with_places(msgspec.structs.replace(SAMPLE, layout=told)).layout
    assert set(told.boxes) <= set(layout.boxes)
    assert set(told.frames) <= set(layout.frames)
    rest = [it for it in layout.boxes if it.id != "a"]
    assert {it.species for it in rest} == {it.id for it in SAMPLE.species} - {"L_out"}
    assert min(it.y for it in rest) > 60


def test_a_box_of_ours_that_was_moved_leaves_all_others_where_they_were() -> None:
    pathway = pathport.read(EXAMPLES / "receptor-jak-stat.yaml")
    whole = made.with_places(pathway).layout
    before = {it.id: it for it in whole.boxes}
    moved = msgspec.structs.replace(before["STAT3_cyt_box"], x=before["STAT3_cyt_box"].x + 5)
    told = msgspec.structs.replace(pathway, layout=Layout(boxes=(moved,)))
    after = made.with_places(told).layout
    assert {it.id: it for it in after.boxes} == before | {moved.id: moved}
    assert {it.compartment: it for it in after.frames} == {
        it.compartment: it for it in whole.frames
    }


BINDING = """
pathport: 1
id: binding
compartments: {c: {name: cytosol}}
molecules: {A: {kind: protein}, B: {kind: protein}, S: {kind: ion}}
processes:
  r1: {is: "A@c + B@c -> A:B@c", type: binding}
  r2: {is: "A:B@c -> A@c + B@c", type: dissociation}
  r3: {is: "S@c -> A@c"}
"""
LEVEL = Layout(
    boxes=tuple(
        Box(id=f"{it}_box", species=it, x=n * 200, y=0, width=80, height=40)
        for n, it in enumerate(("A_c", "B_c", "A_B_c"))
    )
)


def test_boxes_that_a_junction_joins_are_never_made_in_one_line() -> None:
    pathway = read_document(BINDING.encode()).pathway
    level = msgspec.structs.replace(made.with_places(pathway).layout, boxes=LEVEL.boxes)
    assert {it.id for it in pathway.species} >= {it.species for it in LEVEL.boxes}
    reactions = Diagram(msgspec.structs.replace(pathway, layout=level)).lines.reactions
    boxes = {f"{it.species}_box": it.id for it in LEVEL.boxes}
    moved = apart(reactions, level, boxes)
    assert moved is not None
    assert {it.id: it.y for it in moved.boxes if it.y} == {"A_B_c_box": 12}
    assert apart(reactions, level, {}) is None
    assert [it.code for it in validate(write(pathway).content) if it.code == "CDX238"] == []


ON_ITSELF = """
pathport: 1
id: feedback
compartments: {c: {name: cytosol}}
molecules: {A: {kind: protein, name: cellular tumor antigen p53}}
processes: {again: {is: "A@c -> A@c"}}
influences: {f: {by: "A@c", on: "A@c", effect: inhibition}}
"""


def test_a_line_from_a_wide_box_to_itself_ends_at_two_places() -> None:
    pathway = read_document(ON_ITSELF.encode()).pathway
    layout = made.with_places(pathway).layout
    assert {it.of: it.start_at == it.end_at for it in layout.ways} == {"again": False, "f": False}
    assert [it.sentence for it in validate(write(pathway).content) if it.remedy] == []


@pytest.mark.parametrize("at", [None, (-0.06, 0.06)])
def test_a_line_to_itself_that_is_told_ends_at_two_places(at: tuple[float, float] | None) -> None:
    pathway = read_document(ON_ITSELF.encode()).pathway
    layout = made.with_places(pathway).layout
    ends = [Point(x=it, y=-1) for it in at] if at else [None, None]
    ways = tuple(
        msgspec.structs.replace(it, start_at=ends[0], end_at=ends[1]) for it in layout.ways
    )
    told = msgspec.structs.replace(pathway, layout=msgspec.structs.replace(layout, ways=ways))
    assert [it.sentence for it in validate(write(told).content) if it.remedy] == []


def test_small_numbers_have_no_bare_point() -> None:
    assert pixels(1e-17) == "0.0"
    assert pixels(1.5e-5) == "0.000015"
