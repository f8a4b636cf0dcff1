"""Axes, squares and places: what is told of a line in a file, and where it is on the canvas."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.formats.celldesigner import geometry
from pathport.formats.celldesigner.geometry import Rect

SPOT = st.tuples(st.integers(-2000, 9000), st.integers(-2000, 9000))


@given(start=SPOT, end=SPOT, spot=SPOT)
def test_bends_of_a_line_come_back(
    start: tuple[int, int], end: tuple[int, int], spot: tuple[int, int]
) -> None:
    axes = geometry.axes_of_line(start, end)
    assert axes.on_canvas(axes.from_canvas(spot)) == spot


@given(first=SPOT, second=SPOT, third=SPOT, spot=SPOT)
def test_junctions_come_back_within_half_a_pixel(
    first: tuple[int, int], second: tuple[int, int], third: tuple[int, int], spot: tuple[int, int]
) -> None:
    axes = geometry.axes_of_junction(first, second, third)
    assert math.dist(axes.on_canvas(axes.from_canvas(spot)), spot) < 0.5


def test_a_line_is_measured_along_itself_and_clockwise_across() -> None:
    axes = geometry.axes_of_line((100, 100), (200, 100))
    assert axes.on_canvas((0.5, 0)) == (150, 100)
    assert axes.on_canvas((0.5, 0.1)) == (150, 110)


@pytest.mark.parametrize(
    ("angle", "place"),
    [
        (0.0, (1, 0)),
        (math.pi / 2, (0, -1)),
        (math.pi, (-1, 0)),
        (3 * math.pi / 2, (0, 1)),
        (math.pi / 4, (1, -1)),
    ],
)
def test_residues_go_round_a_box_against_the_clock(
    angle: float, place: tuple[float, float]
) -> None:
    assert geometry.place_of_angle(angle) == place
    assert geometry.angle_of_mark(place) == pytest.approx(angle)


@given(st.floats(0, math.tau))
def test_an_angle_in_few_digits_is_at_the_same_place(angle: float) -> None:
    place = geometry.place_of_angle(angle)
    said = geometry.angle_said(place)
    assert geometry.place_of_angle(said) == place
    assert geometry.angle_said(geometry.place_of_angle(said)) == said


@pytest.mark.parametrize("angle", [0.0, 0.78, 2.3, 5.5, math.pi / 4, math.pi / 2])
def test_an_angle_comes_out_as_it_was(angle: float) -> None:
    assert geometry.angle_said(geometry.place_of_angle(angle)) == angle


def test_a_square_is_in_the_middle_of_its_segment_and_turned_with_it() -> None:
    square = geometry.square_on([(0, 0), (100, 0), (100, 200)], 1)
    assert square.middle == (100, 100)
    assert square.spot(2) == pytest.approx((105, 100))
    assert square.spot(0) == (100, 75)
    assert geometry.nearest_place(square, (300, 100)) == 2
    assert geometry.fraction_along([(0, 0), (100, 0), (100, 200)], 1) == 0.666667
    assert geometry.segment_at([(0, 0), (100, 0), (100, 200)], 0.666667) == 1


@pytest.mark.parametrize(
    ("word", "frame"),
    [
        ("SQUARE_CLOSEUP_NORTHWEST", Rect(30, 40, 570, 360)),
        ("SQUARE_CLOSEUP_NORTH", Rect(0, 40, 600, 360)),
        ("SQUARE_CLOSEUP_SOUTHEAST", Rect(0, 0, 30, 40)),
        ("SQUARE_CLOSEUP_EAST", Rect(0, 0, 30, 400)),
    ],
)
def test_close_ups_reach_the_edge_of_the_canvas(word: str, frame: Rect) -> None:
    assert geometry.close_up(word, (30, 40), (600, 400)) == frame
    assert geometry.close_up(word, geometry.point_of_close_up(word, frame), (600, 400)) == frame


def test_a_link_ends_at_the_nearest_of_sixteen_places() -> None:
    assert geometry.nearest_anchor((0.4, 0.98)) == (0.5, 1.0)
    assert geometry.spot_on(Rect(10, 10, 80, 40), (0.5, 1.0)) == (70, 50)
    assert geometry.spot_on(Rect(10, 10, 80, 40), None) == (50, 30)
