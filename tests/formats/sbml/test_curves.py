"""Lines that are cut in three for SBML's layout package are joined as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.formats.sbml.curves import base_points, cut, joined, meeting, shortened, tail
from pathport.layout.geometry import share_of, way_point

NUMBERS = st.integers(-500, 500).map(float)
LINES = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=5, unique=True)


@given(LINES, st.floats(0, 1))
def test_what_is_cut_is_joined_again(points: list[tuple[float, float]], at: float) -> None:
    bends = [
        b
        for a, b, c in zip(points, points[1:], points[2:], strict=False)
        if share_of((a, c), b)[1] > 0.01
    ]
    line = [points[0], *bends, points[-1]]
    pieces = cut(line, at)
    assert pieces.before[-1] == pieces.middle[0]
    assert pieces.middle[-1] == pieces.after[0]
    again = joined(*pieces)
    assert all(share_of(line, it)[1] < 0.001 for it in again)
    assert all(share_of(again, it)[1] < 0.001 for it in line)


@given(LINES)
def test_an_open_line_ends_in_its_reaction(points: list[tuple[float, float]]) -> None:
    before, middle = tail(points)
    assert (before[0], before[-1], middle[-1]) == (points[0], middle[0], points[-1])


def test_a_line_with_room_for_its_head_still_meets_what_it_acts_on() -> None:
    line = [(0.0, 0.0), (100.0, 0.0)]
    for at in (0.1, 0.5, 0.75):
        head = shortened([(20.0, 90.0), way_point(line, at)])
        assert head[-1] != way_point(line, at)
        assert meeting(head, line) == pytest.approx(at)
    assert meeting([(50.0, 9.0)], line) == 0.5


def test_a_straight_curve_has_its_base_points_on_it() -> None:
    assert base_points([(0.0, 0.0), (60.0, 0.0)]) == [((10.0, 0.0), (50.0, 0.0))]
