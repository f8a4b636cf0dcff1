"""The drawing of a pathway without a layout: it can be read, and lies where the picture has it."""

from pathlib import Path

import msgspec
import pytest
from tests.formats.gpml.neat import loose_ends, overlaps, passages
from tests.formats.gpml.samples import ROOT

import pathport
from pathport.fidelity.report import Status
from pathport.findings import Severity
from pathport.formats import format_named
from pathport.formats.gpml.arranging import arranged, with_places
from pathport.formats.gpml.canvas import Canvas
from pathport.formats.gpml.geometry import state_rect
from pathport.formats.gpml.parse import parse
from pathport.formats.gpml.rules import validate
from pathport.formats.gpml.write import write_plain
from pathport.layout.geometry import inside
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
    _, layout = arranged(pathway)
    drawn = msgspec.structs.replace(pathway, layout=msgspec.structs.replace(layout, width=1234.0))
    assert with_places(drawn) is drawn


EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


def canvas_of(pathway: Pathway) -> Canvas:
    return Canvas(parse(write_plain(pathway)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda it: it.stem)
def test_no_curator_objects_to_an_example(path: Path) -> None:
    canvas = canvas_of(pathport.read(path))
    assert loose_ends(canvas) == []
    assert list(passages(canvas)) == []
    assert list(overlaps(canvas)) == []


GATED = """
pathport: 1
id: gated
compartments:
  pm: {name: plasma membrane, identifiers: go:0005886, inside: ec}
  ec: {name: extracellular region, identifiers: go:0005576}
  cyt: {name: cytosol, identifiers: go:0005829, inside: cell}
  cell: {name: cell, inside: pm}
molecules:
  R: {kind: protein, roles: receptor, sites: [{site: pY9}]}
  K: {kind: protein}
  P: {kind: protein}
  I: {kind: protein}
  ATP: {kind: small molecule, identifiers: chebi:30616}
processes:
  on:
    is: "R@pm + ATP@cyt -> R{pY9, active}@pm"
    type: phosphorylation
    controls: [{by: K@cyt and P@cyt, effect: catalysis, id: turned}]
  more: {is: "K@cyt + ATP@cyt -> 2*K@cyt", type: binding}
controls:
  less: {by: I@cyt, of: turned, effect: inhibition}
associations:
  near: {between: [K@cyt, P@cyt, I@cyt]}
"""


@pytest.fixture(scope="module")
def gated() -> Pathway:
    return format_named("yaml").module.read(GATED.encode()).pathway


def test_the_sources_of_a_gate_meet_and_others_act_there(gated: Pathway) -> None:
    """Lines of gates, of controls on them and of associations ran straight, through boxes."""
    canvas = canvas_of(gated)
    assert loose_ends(canvas) == []
    assert list(passages(canvas)) == []
    points = {id_: [(it.x, it.y) for it in line.joints] for id_, line in canvas.lines.items()}
    one, other = (set(points[f"turned_{it}_cyt"]) for it in "KP")
    assert len(one & other) > 1
    assert canvas.ends(canvas.lines["less"])[1].line in ("turned_K_cyt", "turned_P_cyt")


def test_a_place_is_around_those_in_it_and_a_cofactor_in_its_own(gated: Pathway) -> None:
    """The engine draws places side by side, and cofactors beside their process wherever it is."""
    written = format_named("gpml").module.write(gated)
    inexact = {(it.construct, it.field) for it in written.account.entries
               if it.status is not Status.SUPPLIED}  # fmt: skip
    assert not inexact & {("compartment", "inside"), ("species", "compartment")}
    assert not inexact & {("process", "inputs"), ("process", "outputs")}


def test_a_wide_state_is_no_farther_beside_its_node_than_others(gated: Pathway) -> None:
    """Ovals that say "active" lay on the lines beside them."""
    canvas = canvas_of(gated)
    nodes = canvas.nodes
    rects = [(state_rect(it, nodes[it.node].rect), nodes[it.node].rect)
             for it in canvas.drawing.states]  # fmt: skip
    assert {round(state.x + state.width - node.x - node.width, 1) for state, node in rects} == {7.5}
    assert max(state.width for state, _ in rects) > 40


def test_who_moves_one_box_finds_the_others_where_they_were() -> None:
    """A document that tells one box had all others in rows."""
    pathway = pathport.read(ROOT / "examples" / "cxcr4.yaml")
    before = {it.id: it for it in arranged(pathway)[1].boxes}
    moved = msgspec.structs.replace(before["SRC_cyt"], x=before["SRC_cyt"].x + 3)
    told = msgspec.structs.replace(pathway, layout=Layout(boxes=(moved,)))
    after = {it.id: it for it in with_places(told).layout.boxes}
    assert after == before | {"SRC_cyt": moved}
    canvas = canvas_of(told)
    assert canvas.rects["SRC_cyt"].x == moved.x
    assert loose_ends(canvas) == []


def test_what_a_layout_leaves_out_is_below_it(pathway: Pathway) -> None:
    """The engine's places would have nothing to do with those of whoever placed most."""
    boxes = tuple(it for it in arranged(pathway)[1].boxes if it.species != "B_niche")
    told = msgspec.structs.replace(pathway, layout=Layout(boxes=boxes))
    assert with_places(told) is told
    rects = canvas_of(told).rects
    assert all(rects[it.id][:2] == (it.x, it.y) for it in boxes)
    assert rects["B_niche"].y > max(it.y + it.height for it in boxes)


def test_the_own_line_of_a_process_is_from_a_molecule_to_what_becomes_of_it() -> None:
    """The line from ATP was shorter, and said that it becomes a kinase."""
    text = """
pathport: 1
id: own
compartments:
  pm: {name: plasma membrane, identifiers: go:0005886}
  cyt: {name: cytosol, identifiers: go:0005829}
molecules:
  S: {kind: protein}
  ATP: {kind: small molecule, identifiers: chebi:30616}
  ADP: {kind: small molecule, identifiers: chebi:456216}
processes: {on: {is: "S@cyt + ATP@cyt -> S{pY9}@pm + ADP@cyt", type: phosphorylation}}
"""
    line = canvas_of(format_named("yaml").module.read(text.encode()).pathway).lines["on"]
    assert (line.joints[0].on, line.joints[-1].on) == ("S_cyt", "S_pY9_pm")


HYDROLYSED = """
pathport: 1
id: main
compartments:
  pm: {name: plasma membrane, identifiers: go:0005886}
  cyt: {name: cytosol, identifiers: go:0005829}
molecules:
  PIP2: {kind: small molecule}
  H2O: {kind: small molecule, identifiers: chebi:15377}
  IP3: {kind: small molecule}
  DAG: {kind: small molecule}
  ATP: {kind: small molecule, identifiers: chebi:30616}
  cAMP: {kind: small molecule}
  PPi: {kind: small molecule}
processes:
  split: {is: "PIP2@pm + H2O@cyt -> IP3@cyt + DAG@pm", type: hydrolysis}
  made: {is: "ATP@cyt -> cAMP@cyt + PPi@cyt"}
"""


@pytest.mark.parametrize("has_ways", [True, False])
def test_the_own_line_of_a_process_is_between_what_is_no_cofactor(*, has_ways: bool) -> None:
    """DAG came of water, and ATP became diphosphate: by their ids, or because it was shorter."""
    sent = format_named("yaml").module.read(HYDROLYSED.encode()).pathway
    boxes = Layout(boxes=arranged(sent)[1].boxes)
    lines = canvas_of(sent if has_ways else msgspec.structs.replace(sent, layout=boxes)).lines
    begin, end = (lines["split"].joints[it].on for it in (0, -1))
    assert begin == "PIP2_pm"
    assert end in ("IP3_cyt", "DAG_pm")
    assert [lines["made"].joints[it].on for it in (0, -1)] == ["ATP_cyt", "cAMP_cyt"]
