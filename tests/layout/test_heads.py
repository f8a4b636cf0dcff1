"""Lines end at the sign that they lead to, and their heads are wholly to be seen."""

import math
import re
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings

import pathport
from pathport import Pathway
from pathport.drawing.shapes import SYMBOLS, head
from pathport.layout.channels import SLACK
from pathport.layout.engine import laid_out
from pathport.layout.heads import BREADTH, LENGTHS, heads
from pathport.layout.picture import Glyph, GlyphKind, Line, Picture
from pathport.layout.trunks import CELL, HEADED
from pathport.testing import pathways

NUMBERS = re.compile(r'(?:points|c[xy]|r|[xy][12])="([^"]+)"')
BORDER = 1.2 / 2
"""Of a process, outside of its place."""

CROWDED = """
    pathport: 1
    id: a
    molecules: {A: {kind: protein}, B: {kind: protein}, C: {kind: protein}, D: {kind: protein}}
    processes:
      p:
        is: %s
        type: %s
        controls:
        - {by: B, effect: inhibition}
        - {by: C, effect: catalysis, id: c1}
        - {by: D, effect: necessary stimulation}
    controls:
      d1: {by: D, of: c1, effect: inhibition}
      e1: {by: B, of: c1, effect: modulation}
    """
WHOLES = (
    ("A + A -> A:A", "binding"),
    ("A:A -> A + A", "dissociation"),
    ("A -> A{p}", "phosphorylation"),
    ("A -> 0", "degradation"),
)


def crowded(whole: tuple[str, str]) -> Picture:
    return laid_out(pathport.read(dedent(CROWDED % whole).encode(), "yaml"))


def ends(picture: Picture) -> list[tuple[Line, Glyph]]:
    """Each line from above or below with the glyph at its end."""
    glyphs = {it.id: it for it in picture.glyphs}
    upright = (it for it in picture.lines if it.points[-1][0] == it.points[-2][0])
    return [(it, glyphs[it.end]) for it in upright]


@pytest.mark.parametrize("kind", LENGTHS)
def test_a_head_is_as_long_and_no_broader_than_is_told(kind: str) -> None:
    shape = head(kind, (0, 0), (0, -50), "")
    found = [float(each) for text in NUMBERS.findall(shape) for each in re.split("[ ,]", text)]
    assert LENGTHS[kind] in {abs(it) for it in found} | {2 * abs(it) for it in found}
    assert max(map(abs, found)) <= max(LENGTHS[kind], BREADTH / 2)


def test_ports_with_heads_are_apart_however_they_are_moved() -> None:
    assert HEADED - 2 * SLACK >= BREADTH
    assert (HEADED + CELL) / 2 - 2 * SLACK >= BREADTH / 2


def test_no_border_hides_a_bar() -> None:
    thickness = 2.0
    assert LENGTHS["bar"] - thickness / 2 >= BORDER


@pytest.mark.parametrize("whole", WHOLES)
def test_what_is_round_is_met_where_it_is_flat(whole: tuple[str, str]) -> None:
    for line, glyph in ends(crowded(whole)):
        if glyph.kind is GlyphKind.PROCESS and whole[1] in ("binding", "dissociation"):
            radius = glyph.height / 2
            assert glyph.x + radius <= line.points[-1][0] <= glyph.x + glyph.width - radius


def test_the_sign_of_a_control_on_a_control_is_where_all_of_its_lines_end() -> None:
    """It was a dot in the middle of their place."""
    picture = crowded(WHOLES[2])
    (sign,) = (it for it in picture.glyphs if it.kind is GlyphKind.ANCHOR)
    assert f'x="{sign.x:g}"' in SYMBOLS[sign.kind](sign)
    assert f'width="{sign.width:g}"' in SYMBOLS[sign.kind](sign)
    met = [line.points[-1][0] for line, glyph in ends(picture) if glyph is sign]
    met += [line.points[0][0] for line in picture.lines if line.start == sign.id]
    assert len(met) > 2
    assert all(sign.x <= x <= sign.x + sign.width for x in met)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(pathways())
def test_the_last_piece_of_a_line_is_as_long_as_its_head(pathway: Pathway) -> None:
    for line, _ in ends(laid_out(pathway)):
        for kind, tip, before in heads(line):
            assert math.dist(tip, before) >= LENGTHS[kind]
