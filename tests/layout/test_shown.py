"""A file with places that were made for it is drawn as its program shows it, whatever was moved."""

import math
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from tests.layout.hands import HANDS

import pathport
from pathport import Pathway
from pathport.api.drawing import Drawing
from pathport.cli import main
from pathport.layout.picture import LineRole
from pathport.layout.unplaced import unplaced
from pathport.model.layout import Box, Layout
from pathport.testing import pathways

SMALL = "examples/receptor-jak-stat.yaml"
BY = (36.0, 24.0)
"""How far boxes are moved."""
NEAR = 0.5
KINASE = "JAK2_cyt"

Place = tuple[float, float, float, float]


@pytest.fixture(scope="module", params=HANDS)
def fmt(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def sent(fmt: str) -> bytes:
    """A pathway without a layout, as a file that has one."""
    return written(SMALL, fmt)


def written(path: str, fmt: str) -> bytes:
    return pathport.write_bytes(pathport.read(path), fmt, layout=fmt == "sbml").content


def free(pathway: Pathway) -> list[Box]:
    """The boxes in no other."""
    return [it for it in pathway.layout.boxes if it.inside is None]


def place(it: Box) -> Place:
    return it.x, it.y, it.width, it.height


def places(pathway: Pathway) -> dict[str, Place]:
    return {it.id: place(it) for it in pathway.layout.boxes}


def is_near(one: Place, other: Place) -> bool:
    return all(abs(a - b) < NEAR for a, b in zip(one, other, strict=True))


def drawn_at(pathway: Pathway, drawing: Drawing) -> dict[str, str]:
    """By id of a glyph, the box of its species that is where it is."""
    return {
        glyph.id: box.id
        for box in free(pathway)
        for glyph in drawing.picture.glyphs
        if glyph.thing == box.species
        and is_near((glyph.x, glyph.y, glyph.width, glyph.height), place(box))
    }


def ends(pathway: Pathway, drawing: Drawing) -> Counter[tuple[str, ...]]:
    """What lines there are, and at which boxes they end."""
    boxes = drawn_at(pathway, drawing)
    things = {it.id: it.thing for it in drawing.picture.glyphs}
    return Counter(
        (it.of, it.role, *(boxes.get(end) or things.get(end, end) for end in (it.start, it.end)))
        for it in drawing.picture.lines
    )


def codes(drawing: Drawing) -> list[str]:
    return [it.code for it in drawing.findings]


def test_a_file_is_drawn_as_it_shows_the_pathway(fmt: str, sent: bytes) -> None:
    shown = pathport.read_shown(sent, fmt)
    told = pathport.read(sent, fmt)
    assert told.layout.boxes == ()
    assert msgspec.structs.replace(shown, layout=told.layout) == told
    drawing = pathport.draw(shown)
    assert codes(drawing) == []
    assert {it.species for it in free(shown)} == {it.id for it in told.species}
    assert {*drawn_at(shown, drawing).values()} == {it.id for it in free(shown)}


def test_lines_end_at_the_boxes_that_the_engine_has_them_end_at(fmt: str, sent: bytes) -> None:
    """All lines of CX2 ran to the first box of a species."""
    shown = pathport.read_shown(sent, fmt)
    there, made = pathport.draw(shown), pathport.draw(shown, layout="anew")
    kinds = [
        Counter((it.of, it.role) for it in each.picture.lines if it.role != LineRole.LOGIC)
        for each in (there, made)
    ]
    assert kinds[0] == kinds[1]
    used = {end for line in ends(shown, there) for end in line[2:]}
    taking = {it.id for it in free(shown) if takes_part(shown, it.species)}
    assert taking <= used


def takes_part(pathway: Pathway, species: str) -> bool:
    sides = [it for process in pathway.processes for it in (*process.inputs, *process.outputs)]
    acting = {it for control in pathway.controls for it in control.sources.species()}
    templates = {it.template for it in pathway.processes}
    return species in {*(it.species for it in sides), *acting, *templates}


@pytest.mark.parametrize("number", [1, 2, 10])
def test_moved_boxes_are_where_they_were_put_and_all_else_where_it_was(
    fmt: str, sent: bytes, number: int
) -> None:
    """What was moved was all that was told: all was laid out anew, without it."""
    before = pathport.read_shown(sent, fmt)
    boxes = [it.id for it in free(before)][:number]
    file = HANDS[fmt](sent)
    for box in boxes:
        file.move(box, *BY)
    after = pathport.read_shown(file.saved(), fmt)
    moved = {*boxes, *(it.id for it in before.layout.boxes if it.inside in boxes)}
    assert places(after).keys() == places(before).keys()
    for id_, (x, y, width, height) in places(before).items():
        by = BY if id_ in moved else (0.0, 0.0)
        assert is_near(places(after)[id_], (x + by[0], y + by[1], width, height)), id_
    drawing = pathport.draw(after)
    assert codes(drawing) == []
    assert {*drawn_at(after, drawing).values()} == {it.id for it in free(after)}
    assert ends(after, drawing) == ends(before, pathport.draw(before))


def test_what_was_deleted_is_gone_and_all_else_where_it_was(fmt: str, sent: bytes) -> None:
    """Of SBML's layout a glyph is deleted, and its species stays: it has its place again."""
    before = pathport.read_shown(sent, fmt)
    (box,) = (it.id for it in free(before) if it.species == KINASE)
    file = HANDS[fmt](sent)
    file.delete(box)
    after = pathport.read_shown(file.saved(), fmt)
    assert places(after) == {id_: it for id_, it in places(before).items() if id_ != box}
    is_left = KINASE in {it.id for it in after.species}
    drawing = pathport.draw(after)
    assert codes(drawing) == (["DRAW007"] if is_left else [])
    assert (KINASE in {it.thing for it in drawing.picture.glyphs}) == is_left
    assert {*drawn_at(after, drawing).values()} == {it.id for it in free(after)}


def test_what_was_added_is_where_it_was_put_and_all_else_where_it_was(
    fmt: str, sent: bytes
) -> None:
    before = pathport.read_shown(sent, fmt)
    file = HANDS[fmt](sent)
    file.add("added", (900.0, 700.0))
    after = pathport.read_shown(file.saved(), fmt)
    ((new, at),) = places(after).items() - places(before).items()
    assert math.dist(at[:2], (900, 700)) < 60
    assert places(before).items() <= places(after).items()
    drawing = pathport.draw(after)
    assert codes(drawing) == []
    assert new in drawn_at(after, drawing).values()


def test_what_is_told_as_the_pathways_own_is_drawn_as_it_is(fmt: str) -> None:
    placed = pathport.placed(pathport.read(SMALL))
    content = pathport.write_bytes(placed, fmt).content
    assert pathport.read_shown(content, fmt) == pathport.read(content, fmt)


def test_the_command_draws_what_the_file_shows(fmt: str, sent: bytes, tmp_path: Path) -> None:
    before = pathport.read_shown(sent, fmt)
    file = HANDS[fmt](sent)
    file.move(free(before)[0].id, *BY)
    there, picture = tmp_path / "a", tmp_path / "a.svg"
    there.write_bytes(file.saved())
    assert main(["draw", str(there), "--from", fmt, "-o", str(picture)]) == 0
    shown = pathport.read_shown(there, fmt)
    assert picture.read_bytes() == pathport.draw(shown).content("svg")
    assert shown.layout.boxes != before.layout.boxes


@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(pathways())
def test_a_picture_of_a_file_is_one_of_its_pathway(fmt: str, pathway: Pathway) -> None:
    """CellDesigner has a protein for a part of which nothing is known, and its box names that."""
    bare = msgspec.structs.replace(pathway, layout=Layout())
    content = pathport.write_bytes(bare, fmt, layout=fmt == "sbml").content
    told, shown = pathport.read(content, fmt), pathport.read_shown(content, fmt)
    assert msgspec.structs.replace(shown, layout=told.layout) == told
    assert unplaced(shown) == () or fmt.startswith("gpml")  # which has no group in a group
    pathport.draw(shown)
