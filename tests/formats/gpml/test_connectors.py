"""Where elbows and curves run: as many turns as PathVisio gives them, and where they turn."""

import pytest

from pathport.formats.gpml.connectors import trail
from pathport.model.layout import Connector, Point

NORTH, EAST, SOUTH, WEST = (
    Point(x=x, y=y) for x, y in ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0))
)
AHEAD = ((0.0, 0.0), (100.0, 60.0))


@pytest.mark.parametrize(
    ("sides", "corners"),
    [
        ((EAST, NORTH), [(100, 0)]),
        ((EAST, WEST), [(20, 0), (20, 60)]),
        ((SOUTH, NORTH), [(0, 20), (100, 20)]),
        ((EAST, SOUTH), [(20, 0), (20, 80), (100, 80)]),
        ((WEST, EAST), [(-20, 0), (-20, 30), (120, 30), (120, 60)]),
    ],
)
def test_an_elbow_turns_as_often_as_it_must(
    sides: tuple[Point, Point], corners: list[tuple[float, float]]
) -> None:
    start, *inner, end = trail(AHEAD, Connector.ELBOW, sides)
    assert (start, end) == AHEAD
    assert inner == corners


def test_an_elbow_runs_through_its_bend() -> None:
    start, end = AHEAD
    told = trail((start, (70.0, 30.0), end), Connector.ELBOW, (EAST, WEST))
    assert told[1:3] == ((70, 0), (70, 60))


def test_a_curve_meets_the_middles_of_its_elbow() -> None:
    told = trail(AHEAD, Connector.CURVED, (EAST, WEST))
    assert (20, 30) in told
    assert (told[0], told[-1]) == AHEAD


def test_a_straight_line_runs_through_its_points() -> None:
    assert trail(AHEAD, Connector.STRAIGHT, (EAST, WEST)) == AHEAD
