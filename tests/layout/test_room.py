"""Room for one more box on a canvas."""

import pytest

from pathport.layout.geometry import Rect, centre
from pathport.layout.room import Room

SIZE = 60.0, 24.0
FRAME = Rect(0, 0, 400, 300)


def test_it_is_where_it_is_wanted_if_that_is_free() -> None:
    assert centre(Room([], [], []).found(SIZE, (100, 100), None, [])) == (100, 100)


def test_it_is_beside_what_is_there_with_room_for_an_arrow() -> None:
    found = Room([Rect(70, 88, *SIZE)], [], []).found(SIZE, (100, 100), None, [])
    assert found.y >= 88 + 24 + 30 or found.y + 24 <= 88 - 30 or abs(found.x - 70) >= 60 + 30


def test_it_is_on_no_line() -> None:
    found = Room([], [[(0, 100), (500, 100)]], []).found(SIZE, (100, 100), None, [])
    assert not found.y < 100 < found.y + found.height


def test_it_stays_in_its_frame_and_out_of_those_inside() -> None:
    inner = Rect(100, 50, 200, 150)
    found = Room([], [], [FRAME, inner]).found(SIZE, (200, 120), FRAME, [])
    assert found.x >= 0
    assert found.x + found.width <= 400
    across = found.x < 300 and found.x + found.width > 100
    assert not (across and found.y < 200 and found.y + found.height > 50)


def test_what_is_nowhere_is_outside_of_all_frames() -> None:
    found = Room([], [], [FRAME]).found(SIZE, (200, 150), None, [])
    assert found.y >= 300 or found.y + 24 <= 0 or found.x >= 400 or found.x + 60 <= 0


def test_what_finds_no_room_is_below_everything() -> None:
    full = Rect(-2000, -2000, 4400, 4300)
    found = Room([full], [], [FRAME]).found(SIZE, (200, 150), FRAME, [])
    assert found.y > 2300


@pytest.mark.parametrize("wall", [Rect(-300, 20, 1000, 40), Rect(-300, 140, 1000, 40)])
def test_its_line_to_another_runs_through_as_little_as_may_be(wall: Rect) -> None:
    """Above and below are as near, and one of them is behind a wall."""
    other = Rect(70, 88, *SIZE)
    found = Room([other, wall], [], []).found(SIZE, (100, 100), None, [(100, 100)])
    assert (found.y > 88) == (wall.y < 88) or abs(found.x - 70) >= 60
