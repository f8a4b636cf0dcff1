"""The drawing of a pathway without a layout: it can be read, and lies where the picture has it."""

from pathlib import Path

import msgspec
import pytest

import pathport
from pathport.findings import Severity
from pathport.formats import format_named
from pathport.formats.gpml.arranging import arranged, with_places
from pathport.formats.gpml.canvas import Canvas
from pathport.formats.gpml.geometry import inside
from pathport.formats.gpml.parse import parse
from pathport.formats.gpml.rules import validate
from pathport.formats.gpml.write import write_plain
from pathport.layout.picture import GlyphKind, Picture
from pathport.model.layout import Layout
from pathport.model.pathway import Pathway

DOCUMENT = """
pathport: 1
id: small
compartments:
  cyt: {name: cytosol, identifiers: go:0005829}
  lys: {name: lysosome, identifiers: go:0005764, inside: cyt}
  niche: {name: niche, inside: cyt}
molecules:
  A1: {kind: protein}
  A2: {kind: protein}
  A3: {kind: protein}
  A:
    kind: family
    members: [A1, A2, A3]
    site_sets:
      loop: {logic: all, sites: {A1: {site: pT308}, A2: {site: pT309}, A3: {site: pT305}}}
  B: {kind: protein}
processes:
  on: {is: "A@cyt -> A{loop}@cyt", type: phosphorylation}
  gone: {is: "B@lys -> 0", type: degradation}
  made: {is: "0 -> B@lys"}
  moved: {is: "B@lys -> B@niche"}
"""
READABLE = 15.0


@pytest.fixture(scope="module")
def pathway(tmp_path_factory: pytest.TempPathFactory) -> Pathway:
    path: Path = tmp_path_factory.mktemp("arranging") / "small.yaml"
    path.write_text(DOCUMENT, encoding="utf-8")
    return pathport.read(path)


@pytest.fixture(scope="module")
def drawn(pathway: Pathway) -> tuple[Picture, Canvas]:
    picture, _ = arranged(pathway)
    return picture, Canvas(parse(write_plain(pathway)))


def on_paper(picture: Picture, canvas: Canvas) -> tuple[float, float]:
    """How far the drawing is from the corner, beyond the picture: by one box of both."""
    glyph = next(it for it in picture.glyphs if it.thing == it.id and it.kind is GlyphKind.SPECIES)
    rect = canvas.rects[glyph.id]
    return round(rect.x - glyph.x, 1), round(rect.y - glyph.y, 1)


def test_the_members_of_a_family_can_be_read(drawn: tuple[Picture, Canvas]) -> None:
    _, canvas = drawn
    sizes = [(it.rect.width, it.rect.height) for it in canvas.nodes.values()]
    assert len(sizes) == 8
    assert all(min(it) >= READABLE for it in sizes)


def test_members_lie_where_the_picture_has_them(drawn: tuple[Picture, Canvas]) -> None:
    picture, canvas = drawn
    lists = [it for it in picture.glyphs if len(it.parts) == 3]
    across, down = (room + lists[0].margin for room in on_paper(picture, canvas))
    corners = {(round(it.x + across, 1), round(it.y + down, 1)) for it in lists}
    firsts = {(it.rect.x, it.rect.y) for it in canvas.nodes.values() if it.label == "A1"}
    assert len(lists) == 2
    assert firsts == corners


def test_what_is_nothing_is_drawn_beside_its_process(drawn: tuple[Picture, Canvas]) -> None:
    picture, canvas = drawn
    across, down = on_paper(picture, canvas)
    voids = [it for it in picture.glyphs if it.kind is GlyphKind.VOID]
    there = {(round(it.x + across, 1), round(it.y + down, 1)) for it in voids}
    empty = [it for it in canvas.shapes.values() if it.style.shape == "degradation"]
    assert len(empty) == 2
    assert {(round(it.rect.x, 1), round(it.rect.y, 1)) for it in empty} == there
    (lysosome,) = (it for it in canvas.shapes.values() if it.component == "lysosome")
    assert all(inside(it.rect, lysosome.rect) for it in empty)
    ended = {hold.thing for line in canvas.lines.values() for hold in canvas.ends(line)}
    assert {it.id for it in empty} <= ended


def test_all_that_comes_of_nothing_joins_one_line() -> None:
    """Two products made the line end at a shape that was not there."""
    text = DOCUMENT.replace('"0 -> B@lys"', '"0 -> B@lys + A1@lys"')
    pathway = format_named("yaml").module.read(text.encode()).pathway
    content = write_plain(pathway)
    assert [str(it) for it in validate(content) if it.severity is Severity.ERROR] == []
    empty = [it for it in parse(content).shapes if it.style.shape == "degradation"]
    assert len(empty) == 2


def test_each_place_has_its_name_once(drawn: tuple[Picture, Canvas]) -> None:
    _, canvas = drawn
    named = [it.label for it in (*canvas.labels.values(), *canvas.shapes.values()) if it.label]
    assert sorted(named) == ["cytosol", "lysosome", "niche"]


def test_a_layout_of_its_own_is_kept(pathway: Pathway) -> None:
    drawn = msgspec.structs.replace(pathway, layout=Layout(width=1234.0))
    assert with_places(drawn) is drawn
