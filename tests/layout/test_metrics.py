"""The figures count what they say they count, on pictures made by hand."""

from typing import Any

import msgspec

from pathport.layout.metrics import measured
from pathport.layout.picture import Glyph, GlyphKind, Line, LineRole, Picture


def glyph(id_: str, x: float, y: float) -> Glyph:
    return Glyph(id=id_, kind=GlyphKind.SPECIES, thing=id_, x=x, y=y, width=20, height=20)


def line(trunk: str, *points: tuple[float, float]) -> Line:
    return Line(of=trunk, role=LineRole.CONTROL, start="a", end="b", trunk=trunk, points=points)


def figures(*things: Glyph | Line) -> dict[str, Any]:
    glyphs = tuple(each for each in things if isinstance(each, Glyph))
    lines = tuple(each for each in things if isinstance(each, Line))
    picture = Picture(width=200, height=100, glyphs=glyphs, lines=lines)
    return msgspec.structs.asdict(measured(picture))


def test_glyphs_that_touch_do_not_overlap() -> None:
    assert figures(glyph("a", 0, 0), glyph("b", 20, 0))["overlaps"] == 0
    assert figures(glyph("a", 0, 0), glyph("b", 15, 15))["overlaps"] == 1


def test_a_line_that_ends_on_a_border_is_not_in_the_glyph() -> None:
    assert figures(glyph("a", 0, 0), line("t", (20, 10), (60, 10)))["through"] == 0
    assert figures(glyph("a", 0, 0), line("t", (10, 10), (60, 10)))["through"] == 1
    assert figures(glyph("a", 30, 0), line("t", (10, 10), (60, 10)))["through"] == 1


def test_branches_of_a_trunk_cross_another_line_once_where_they_share_their_way() -> None:
    across = line("s", (0, 50), (100, 50))
    branches = [line("t", (40, 0), (40, 80), (x, 80)) for x in (60, 90)]
    assert figures(across, *branches)["crossings"] == 1
    assert (
        figures(across, line("t", (40, 0), (40, 80)), line("u", (60, 0), (60, 80)))["crossings"]
        == 2
    )


def test_trunks_that_run_side_by_side_are_one_line_if_they_are_nearer_than_their_width() -> None:
    first = line("s", (0, 50), (100, 50))
    assert figures(first, line("t", (50, 51), (150, 51)))["shared"] == 1
    assert figures(first, line("t", (50, 52), (150, 52)))["shared"] == 0
    assert figures(first, line("t", (100, 50), (150, 50)))["shared"] == 0
    assert figures(first, line("s", (50, 50), (150, 50)))["shared"] == 0


def test_a_sloping_line_is_in_what_it_runs_through_and_not_in_what_lies_beside_it() -> None:
    slope = line("t", (0, 0), (60, 60))
    assert figures(glyph("a", 20, 20), slope)["through"] == 1
    assert figures(glyph("a", 35, 10), slope)["through"] == 0


def test_sloping_lines_cross_where_they_meet_between_their_ends() -> None:
    slope = line("s", (0, 0), (60, 60))
    assert figures(slope, line("t", (0, 60), (60, 0)))["crossings"] == 1
    assert figures(slope, line("t", (0, 20), (60, 20)))["crossings"] == 1
    assert figures(slope, line("t", (60, 60), (90, 0)))["crossings"] == 0
    assert figures(slope, line("s", (0, 60), (60, 0)))["crossings"] == 0
