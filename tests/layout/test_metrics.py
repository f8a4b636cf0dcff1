"""The figures count what they say they count, on pictures made by hand."""

from typing import Any

import msgspec

from pathport.layout.metrics import measured
from pathport.layout.picture import Area, Glyph, GlyphKind, Line, LineRole, Picture
from pathport.model.enumerations import Effect


def glyph(id_: str, x: float, y: float) -> Glyph:
    return Glyph(id=id_, kind=GlyphKind.SPECIES, thing=id_, x=x, y=y, width=20, height=20)


def line(trunk: str, *points: tuple[float, float]) -> Line:
    return Line(of=trunk, role=LineRole.CONTROL, start="a", end="b", trunk=trunk, points=points)


def bar(trunk: str, *points: tuple[float, float]) -> Line:
    return msgspec.structs.replace(line(trunk, *points), effect=Effect.INHIBITION)


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


def test_a_line_that_runs_on_a_frame_or_bilayer_is_counted_and_one_across_it_is_not() -> None:
    membrane = Area(compartment="m", x=0, y=0, width=100, height=60, spanning=(20, 40))
    border = Area(compartment="b", x=0, y=100, width=100, height=60, spanning=(95, 105))
    lines = (
        line("on frame", (10, 59), (90, 59)),
        line("on bilayer", (10, 40), (90, 40)),
        line("on side", (0, 5), (0, 50)),
        line("beside", (10, 36), (90, 36)),
        line("through", (50, -20), (50, 80)),
        line("on the border that a bilayer is", (10, 100), (90, 100)),
    )
    found = measured(Picture(width=200, height=200, lines=lines, areas=(membrane, border)))
    assert found.framed == 3


def test_heads_are_apart_by_their_breadth_or_overlap() -> None:
    first = bar("s", (40, 0), (40, 50))
    assert figures(first, bar("t", (49, 0), (49, 50)))["heads"] == 1
    assert figures(first, bar("t", (50, 0), (50, 50)))["heads"] == 0
    assert figures(first, bar("t", (49, 0), (49, 40)))["heads"] == 0
    assert figures(first, line("t", (40, 0), (40, 50)))["heads"] == 0


def test_lines_of_a_trunk_that_end_together_have_one_head() -> None:
    first = bar("s", (40, 0), (40, 50))
    assert figures(first, bar("s", (20, 20), (40, 20), (40, 50)))["heads"] == 0
    assert figures(first, bar("t", (20, 20), (40, 20), (40, 50)))["heads"] == 1


def test_a_line_that_runs_both_ways_has_a_head_at_its_start_too() -> None:
    both = msgspec.structs.replace(line("s", (40, 50), (40, 0)), reversible=True)
    assert figures(both, bar("t", (45, 0), (45, 50)))["heads"] == 1


def test_sloping_heads_overlap_where_no_side_of_one_parts_them() -> None:
    slope = bar("s", (0, 0), (60, 60))
    assert figures(slope, bar("t", (-4, 4), (56, 64)))["heads"] == 1
    assert figures(slope, bar("t", (0, 8), (60, 68)))["heads"] == 0
    assert figures(slope, bar("t", (64, 0), (64, 60)))["heads"] == 1
