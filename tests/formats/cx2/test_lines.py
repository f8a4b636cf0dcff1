"""The edges of a network as lines of a drawing: where a network shows them, for `draw` alone."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pathport
from pathport.formats.cx2.bends import bends_read, control_points
from pathport.layout.picture import GlyphKind

DOCUMENT = b"""\
pathport: 1
id: mini
molecules:
  A: {kind: protein}
  B: {kind: protein}
  K: {kind: protein}
  L: {kind: protein}
processes:
  making: {is: A -> B, controls: {id: acting, by: K and L, effect: catalysis}}
  ending: {is: B -> 0, controls: {id: helping, by: L, effect: stimulation}}
"""

NUMBERS = st.floats(-1e4, 1e4)
PLACES = st.tuples(NUMBERS, NUMBERS)


def network() -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = json.loads(
        pathport.write_bytes(pathport.read(DOCUMENT, "yaml"), "cx2").content
    )
    return sent


def aspect(file: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return next(it[name] for it in file if name in it)


def node(file: list[dict[str, Any]], id_: str) -> dict[str, Any]:
    return next(it for it in aspect(file, "nodes") if it["v"].get("id") == id_)


def drawn(file: list[dict[str, Any]]) -> pathport.Drawing:
    return pathport.draw(pathport.read_shown(json.dumps(file).encode(), "cx2"))


def middles(drawing: pathport.Drawing) -> dict[str, tuple[float, float]]:
    return {
        it.id: (it.x + it.width / 2, it.y + it.height / 2)
        for it in drawing.picture.glyphs
        if it.kind in (GlyphKind.PROCESS, GlyphKind.GATE, GlyphKind.VOID)
    }


@given(PLACES, PLACES, st.lists(PLACES, max_size=3))
def test_bends_are_read_as_they_are_written(
    source: tuple[float, float], target: tuple[float, float], bends: list[tuple[float, float]]
) -> None:
    if math.dist(source, target) < 1 or any(math.dist(source, it) < 1 for it in bends):
        return
    found = bends_read(source, target, control_points(source, target, bends))
    assert all(math.dist(*it) < 1e-3 for it in zip(found, bends, strict=True))


@pytest.mark.parametrize(("id_", "glyph"), [("making", "making"), ("acting", "acting/gate")])
def test_a_process_and_a_gate_are_where_their_nodes_are(id_: str, glyph: str) -> None:
    file = network()
    there = node(file, id_)
    there["x"] += 31
    there["y"] -= 17
    assert math.dist(middles(drawn(file))[glyph], (there["x"], there["y"])) < 0.5


def test_what_leaves_nothing_has_the_sign_of_nothing_behind_it() -> None:
    drawing = drawn(network())
    (void,) = (it for it in drawing.picture.glyphs if it.kind is GlyphKind.VOID)
    (line,) = (it for it in drawing.picture.lines if it.end == void.id)
    assert line.of == "ending"
    assert drawing.findings == ()


@pytest.mark.parametrize(
    "damage",
    [
        {"id": 0},
        {"id": [0], "v": {}},
        {"id": 0, "v": {"EDGE_CONTROL_POINTS": [{"ratio": 1, "cos": "x", "sin": 0}]}},
        {"id": 0, "v": {"EDGE_CONTROL_POINTS": [{"ratio": 1e300, "cos": 1, "sin": 1}]}},
        {"id": 0, "v": {"EDGE_CONTROL_POINTS": 3}},
        3,
    ],
)
def test_bends_that_are_none_are_no_bends(damage: Any) -> None:
    file = network()
    bypasses = aspect(file, "edgeBypasses")
    bypasses[:] = [it for it in bypasses if it["id"] != 0]
    straight = drawn(file).svg
    bypasses.append(damage)
    assert drawn(file).svg == straight


@pytest.mark.parametrize("id_", ["making", "ending"])
@pytest.mark.parametrize("x", [1e300, None, "edited"])
def test_a_node_on_no_canvas_has_no_lines(id_: str, x: Any) -> None:
    """Neither has a control that is an edge to it."""
    file = network()
    node(file, id_)["x"] = x
    assert id_ in middles(drawn(file))
