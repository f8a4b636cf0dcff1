"""Shapes that are turned: what lies in them, what is around them, and that they come back so."""

import math

from tests.formats.gpml.samples import drawing, group, line, node, shape

from pathport.formats.gpml.geometry import board, encloses, extent, holds
from pathport.formats.gpml.read import read
from pathport.formats.gpml.rules import validate
from pathport.formats.gpml.write import write
from pathport.layout.geometry import Rect

QUARTER = math.pi / 2
BED = (250, 150, 300, 40)
"""Upright, it reaches over d and e of the samples, and on its side neither."""


def turned(drawn: str, by: float | str) -> str:
    return drawn.replace(" ShapeType", f' Rotation="{by}" ShapeType')


def test_what_is_in_a_turned_compartment_is_in_its_outline() -> None:
    lying = shape("cell", BED, component="Cell")
    places = [node("nb"), node("nc"), node("ne")]  # above, left of, and below its middle
    found = {by: read(drawing(*places, turned(lying, by))).pathway for by in (0.0, QUARTER)}
    inside = {
        by: {it.id for it in pathway.species if it.compartment} for by, pathway in found.items()
    }
    assert inside == {0.0: {"nc"}, QUARTER: {"nb", "ne"}}
    by_name = read(drawing(*places, turned(lying, "Right"))).pathway
    assert {it.id for it in by_name.species if it.compartment} == {"nb", "ne"}


def test_an_oval_is_turned_clockwise() -> None:
    frame = Rect(0.0, 40.0, 200.0, 20.0)
    for oval in (False, True):
        assert holds(frame, (160.0, 90.0), turn=0.6, oval=oval)
        assert not holds(frame, (160.0, 10.0), turn=0.6, oval=oval)
        assert holds(frame, (160.0, 10.0), turn=-0.6, oval=oval)


def test_a_compartment_is_inside_one_that_is_turned_as_it_is() -> None:
    outer, inner = Rect(0.0, 40.0, 200.0, 20.0), Rect(10.0, 45.0, 180.0, 10.0)
    assert encloses(outer, inner, outer_turn=0.6, inner_turn=0.6)
    assert not encloses(outer, inner, outer_turn=0.6)
    assert not encloses(inner, outer)
    assert not encloses(outer, outer)


def test_a_line_ends_on_what_a_turned_shape_reaches_and_a_group_is_around_that() -> None:
    assert extent(Rect(0.0, 0.0, 40.0, 20.0), QUARTER) == Rect(10.0, -10.0, 20.0, 40.0)
    lying = turned(shape("s", (50, 100, 100, 20)), QUARTER)
    held = lying.replace("GraphId", 'GroupRef="g" GraphId', 1)
    member = node("na", more='GroupRef="g"')
    pathway = read(drawing(member, held, group("g"))).pathway
    [box] = [it for it in pathway.layout.boxes if it.id == "g"]
    assert (box.x, box.y, box.width, box.height) == (-2.0, 28.0, 104.0, 134.0)
    end = line("x", "na", "s", "Arrow").replace('X="1" Y="1" GraphRef="s" RelX="0.0"',
        'X="60" Y="100" GraphRef="s" RelX="1.0"')  # fmt: skip
    start = end.replace('X="1" Y="1" GraphRef="na"', 'X="50" Y="50" GraphRef="na"')
    astray = {
        by: [it.code for it in validate(drawing(node("na"), start, shape_))].count("GPM222")
        for by, shape_ in (("turned", lying), ("upright", shape("s", (50, 100, 100, 20))))
    }
    assert astray == {"turned": 0, "upright": 1}


def test_a_turned_frame_comes_back_so_with_what_is_in_it() -> None:
    cell = turned(shape("cell", BED, component="Cell"), QUARTER)
    sent = read(drawing(node("nb"), node("nc"), cell)).pathway
    assert [it.style.rotation for it in sent.layout.frames] == [QUARTER]
    back = read(write(sent).content).pathway
    assert back == sent
    assert {it.id: it.compartment for it in back.species} == {"nb": "cell", "nc": None}


def test_less_than_a_file_tells_of_a_place_makes_no_canvas_greater() -> None:
    assert board([Rect(1e-12, 0.0, 10.0, 1e-12)]) == board([Rect(0.0, 0.0, 10.0, 0.0)])
