"""A pathway that has a layout is drawn in it: boxes, lines and frames where its author put them."""

import math
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from tests.submission.samples import SOUND

import pathport
from pathport import Pathway
from pathport.document import YAML, load
from pathport.drawing.entries import entries
from pathport.drawing.svg import svg
from pathport.formats import format_named
from pathport.layout.own import has_places, in_own_places
from pathport.layout.picture import Glyph, GlyphKind, LineRole, Picture
from pathport.model.layout import Box, Frame, Layout, Mark, Point, Way
from pathport.model.parts import Modification, State
from pathport.testing import pathways

TEXT = """
pathport: 1
id: small
compartments: {c: {name: cytosol, dimensions: 3}}
molecules:
  A: {kind: protein}
  B: {kind: protein}
  K: {kind: protein}
processes:
  r: {is: "A@c -> A{pY100}@c", controls: {by: K@c, effect: catalysis}}
  s: {is: "B@c -> 0"}
"""


def box(species: str, x: float, y: float, width: float = 80.0, height: float = 30.0) -> Box:
    return Box(id=f"{species}_box", species=species, x=x, y=y, width=width, height=height)


BOXES = (
    box("A_c", 20, 100),
    box("A_pY100_c", 320, 100),
    box("K_c", 170, 20),
    box("B_c", 20, 200),
)
FEW = (msgspec.structs.replace(BOXES[0], id="one"),)
"""Of another program, and for one of four species."""
WAY = Way(id="w", of="r", start="A_c_box", end="A_pY100_c_box")


def turned(it: Box) -> Box:
    """A box of negative width."""
    return msgspec.structs.replace(it, width=-58.0)


def small(**layout: Any) -> Pathway:
    """The pathway of the text with this layout."""
    pathway = load(TEXT, syntax=YAML).pathway
    assert {it.id for it in pathway.species} == {it.species for it in BOXES}
    whole = {"boxes": BOXES, **layout}
    return msgspec.structs.replace(pathway, layout=Layout(**whole))


def test_a_gate_of_no_known_logic_is_drawn_as_such() -> None:
    """It was AND: what it joins is read as controls of one species each, and keeps its place."""
    (control,) = small().controls
    gate = Way(id="g", of=control.id, bends=(Point(x=200.0, y=80.0),))
    member = Way(id="m", of=control.id, start="K_c_box", meets="g")
    pathway = small(boxes=BOXES, ways=(WAY, gate, member))
    drawn = in_own_places(pathway)
    assert [it.type for it in drawn.glyphs if it.kind is GlyphKind.GATE] == ["?"]
    assert any("in a way that nothing tells" in text for _, text in entries(drawn))


def test_what_meets_a_gate_of_another_control_ends_there() -> None:
    """Where that came later, it ran on to the line of the process, at its beginning."""
    both = "[{id: k1, by: B@c, effect: catalysis}, {id: k2, by: K@c, effect: catalysis}]"
    text = TEXT.replace("{by: K@c, effect: catalysis}", both)
    pathway = load(text, syntax=YAML).pathway
    gate = Way(id="g", of="k2", bends=(Point(x=200.0, y=80.0),), at=0.5)
    members = (
        Way(id="m", of="k2", start="K_c_box", at=0.0, meets="g"),
        Way(id="n", of="k1", start="B_c_box", at=0.0, meets="g"),
    )
    layout = Layout(boxes=BOXES, ways=(WAY, gate, *members))
    picture = in_own_places(msgspec.structs.replace(pathway, layout=layout))
    (glyph,) = (it for it in picture.glyphs if it.kind is GlyphKind.GATE)
    (line,) = (it for it in picture.lines if it.of == "k1")
    assert (line.role, line.end) == (LineRole.LOGIC, glyph.id)


def test_two_of_one_molecule_are_called_after_it() -> None:
    """The box of a dimer without a name had the id of the species."""
    text = TEXT.replace('"B@c -> 0"', '"2*B@c -> 0"')
    pathway = load(text, syntax=YAML).pathway
    (dimer,) = (it for it in pathway.species if it.components)
    placed = msgspec.structs.replace(pathway, layout=Layout(boxes=(box(dimer.id, 20, 100),)))
    glyphs = [it for it in in_own_places(placed).glyphs if it.id == f"{dimer.id}_box"]
    assert [part.text for it in glyphs for part in it.parts] == ["B ×2"]


def lines(picture: Picture, of: str) -> dict[str, tuple[tuple[float, float], ...]]:
    """By role the points of the lines of a thing."""
    return {it.role: it.points for it in picture.lines if it.of == of}


def process(picture: Picture) -> tuple[float, float]:
    """The middle of the glyph of the process."""
    (glyph,) = (it for it in picture.glyphs if it.id == "r")
    return glyph.x + glyph.width / 2, glyph.y + glyph.height / 2


def test_boxes_and_frames_are_where_the_layout_has_them() -> None:
    frame = Frame(compartment="c", x=5, y=6, width=450, height=260)
    picture = in_own_places(small(frames=(frame,)))
    glyphs = {it.id: it for it in picture.glyphs}
    for it in BOXES:
        glyph = glyphs[it.id]
        assert (glyph.x, glyph.y, glyph.width, glyph.height) == (it.x, it.y, it.width, it.height)
    (area,) = picture.areas
    assert (area.x, area.y, area.width, area.height, area.lines) == (5, 6, 450, 260, ("cytosol",))


def test_a_line_without_a_way_runs_straight_from_side_to_side() -> None:
    found = lines(in_own_places(small()), "r")
    assert found[LineRole.INPUT][0] == (100, 115)
    assert found[LineRole.OUTPUT][-1] == (320, 115)
    assert process(in_own_places(small())) == (210, 115)


def test_a_line_runs_through_the_bends_of_its_way() -> None:
    bends = (Point(x=140, y=115), Point(x=140, y=160), Point(x=360, y=160))
    picture = in_own_places(small(ways=(msgspec.structs.replace(WAY, bends=bends, node=0.5),)))
    found = lines(picture, "r")
    points = {*found[LineRole.INPUT], *found[LineRole.OUTPUT]}
    assert {(it.x, it.y) for it in bends} <= points
    assert process(picture)[1] == 160


def test_a_control_ends_at_its_process_or_where_its_way_meets_the_line() -> None:
    (end,) = {it[-1] for it in lines(in_own_places(small()), "r_catalysis_K_c").values()}
    assert end == (210, 108)
    way = Way(id="v", of="r_catalysis_K_c", start="K_c_box", at=0.25)
    other = Way(id="u", of="r", start="A_c_box", end="A_pY100_c_box", node=0.75)
    picture = in_own_places(small(ways=(other, way)))
    (end,) = {it[-1] for it in lines(picture, "r_catalysis_K_c").values()}
    assert end == (155, 115)
    assert process(picture) == (265, 115)


def test_what_leaves_nothing_has_the_sign_of_nothing() -> None:
    picture = in_own_places(small())
    (void,) = (it for it in picture.glyphs if it.kind is GlyphKind.VOID)
    assert void.thing == "s"
    assert lines(picture, "s")[LineRole.OUTPUT][-1] == (void.x, void.y + void.height / 2)


def test_what_is_read_is_joined_to_its_process() -> None:
    whole = small()
    read = msgspec.structs.replace(
        whole,
        processes=tuple(
            msgspec.structs.replace(it, inputs=(), template="B_c") if it.id == "r" else it
            for it in whole.processes
        ),
    )
    picture = in_own_places(read)
    assert {it.thing for it in picture.glyphs if it.kind is GlyphKind.VOID} == {"s"}
    (line,) = (it for it in picture.lines if it.role is LineRole.TEMPLATE)
    assert (line.start, line.end) == ("B_c_box", "r")


def test_a_mark_is_in_its_box_where_there_is_room_and_else_on_its_border() -> None:
    wide = in_own_places(small())
    assert [it.kind for it in wide.glyphs if it.kind is GlyphKind.MARK] == []
    boxes = (*BOXES[:1], box("A_pY100_c", 320, 100, width=30), *BOXES[2:])
    (mark,) = (it for it in in_own_places(small(boxes=boxes)).glyphs if it.kind is GlyphKind.MARK)
    assert (mark.text, mark.tip) == ("pY100", "A {pY100}")
    assert math.isclose(mark.x + mark.width / 2, 350, abs_tol=0.1)


def test_a_mark_of_a_site_that_the_state_does_not_tell_of_moves_no_other() -> None:
    """With more marks than a state tells of, none was where the layout has it."""
    narrow = box("A_pY100_c", 320, 100, width=30)
    bare = State(modifications=(Modification(residue="S", position=7, absent=True),))
    shown = State(modifications=(Modification(kind="mod:00048", residue="Y", position=100),))
    marks = tuple(
        Mark(id=f"m{x}", shows=shows, x=x, y=1, width=15, height=15)
        for x, shows in ((-0.4, bare), (0.4, shown))
    )
    boxes = (*BOXES[:1], msgspec.structs.replace(narrow, marks=marks), *BOXES[2:])
    (mark,) = (it for it in in_own_places(small(boxes=boxes)).glyphs if it.kind is GlyphKind.MARK)
    assert math.isclose(mark.x + mark.width / 2, 320 + 15 + 0.4 * 15, abs_tol=0.1)


def test_a_box_is_called_after_its_molecule_and_its_marks_tell_the_state() -> None:
    """A species that is named after its state told that twice."""
    pathway = small()
    named = tuple(
        msgspec.structs.replace(it, name="A-pY100") if it.id == "A_pY100_c" else it
        for it in pathway.species
    )
    picture = in_own_places(msgspec.structs.replace(pathway, species=named))
    (glyph,) = (it for it in picture.glyphs if it.id == "A_pY100_c_box")
    assert [(it.text, it.marks) for it in glyph.parts] == [("A", ("pY100",))]


def complex_in(**told: Any) -> Glyph:
    """What is drawn of a complex of three in one box."""
    text = """
pathport: 1
id: small
compartments: {c: {name: cytosol, dimensions: 3}}
molecules:
  A: {kind: protein}
  B: {kind: protein}
  K: {kind: protein}
processes:
  r: {is: "A@c + B@c + K@c -> A:B:K@c"}
"""
    pathway = load(text, syntax=YAML).pathway
    (whole,) = (it for it in pathway.species if it.components)
    species = (
        msgspec.structs.replace(it, name="the complex") if it is whole else it
        for it in pathway.species
    )
    one = msgspec.structs.replace(box(whole.id, 20, 100), **told)
    pathway = msgspec.structs.replace(pathway, species=tuple(species), layout=Layout(boxes=(one,)))
    (glyph,) = (it for it in in_own_places(pathway).glyphs if it.id == one.id)
    return glyph


@pytest.mark.parametrize(
    ("told", "texts"),
    [
        ({"height": 60.0}, ["A", "B", "K"]),
        ({"height": 30.0}, ["the complex"]),
        ({"height": 60.0, "label": "A:B:K"}, ["A:B:K"]),
        ({"height": 60.0, "width": 30.0, "label": "A:B:K"}, ["A:B:\nK"]),
    ],
)
def test_a_complex_is_its_label_where_it_has_one_or_no_room_for_its_parts(
    told: dict[str, Any], texts: list[str]
) -> None:
    """Reactome's boxes have room for a line; up to fifteen parts were written over each other."""
    assert [it.text for it in complex_in(**told).parts] == texts


def test_a_species_without_a_name_is_not_called_by_the_number_of_its_molecule() -> None:
    """A file of species without names was drawn with the ids that its molecules had got."""
    pathway = small()
    named = msgspec.structs.replace(
        pathway,
        molecules=tuple(
            msgspec.structs.replace(it, id="K_c_2") if it.id == "K" else it
            for it in pathway.molecules
        ),
        species=tuple(
            msgspec.structs.replace(it, molecule="K_c_2") if it.id == "K_c" else it
            for it in pathway.species
        ),
    )
    (glyph,) = (it for it in in_own_places(named).glyphs if it.id == "K_c_box")
    assert [it.text for it in glyph.parts] == ["K_c"]


def text_in(width: float, height: float, label: str) -> tuple[str, float]:
    """What a box of this size shows of its label, and how large."""
    it = msgspec.structs.replace(box("A_c", 100, 100, width=width, height=height), label=label)
    boxes = (it, *BOXES[1:])
    (glyph,) = (it for it in in_own_places(small(boxes=boxes)).glyphs if it.id == "A_c_box")
    (part,) = glyph.parts
    return part.text, part.scale


@pytest.mark.parametrize(
    ("width", "height", "shown"),
    [
        (200, 20, ("state transition", 1)),
        (60, 30, ("state\ntransition", 1)),
        (70, 14, ("state transition", 0.9)),
        (40, 14, ("state transition", 0.6)),
        (20, 14, ("state tra…", 0.6)),
    ],
)
def test_a_text_is_broken_then_made_smaller_then_runs_beyond_its_box(
    width: float, height: float, shown: tuple[str, float]
) -> None:
    """Names were cut in boxes that PathVisio and CellDesigner write them in whole."""
    assert text_in(width, height, "state transition") == shown


def test_all_that_is_drawn_has_a_margin() -> None:
    """Frames at the edge of a page were half outside, and texts beyond it were cut off."""
    edge = msgspec.structs.replace(box("A_c", 0, 0, width=20, height=14), label="state transition")
    picture = in_own_places(small(boxes=(edge, *BOXES[1:]), width=10.0, height=10.0))
    assert picture.left < -20
    assert picture.top == -16


def test_what_lies_before_the_canvas_is_on_the_page() -> None:
    boxes = (box("A_c", -100, 100), *BOXES[1:])
    picture = in_own_places(small(boxes=boxes))
    assert picture.left < -100
    assert picture.width > 500
    assert f"translate({-picture.left:g} 40)" in svg(picture)


@pytest.mark.parametrize(
    "layout",
    [
        {"boxes": FEW},
        {"boxes": ()},
        {"boxes": (box("A_c", 1e300, 0), *BOXES[1:])},
        {"ways": (msgspec.structs.replace(WAY, bends=(Point(x=0, y=-1e300),)),)},
    ],
    ids=["few", "none", "box", "bend"],
)
def test_what_is_not_whole_or_on_no_page_is_laid_out_anew(layout: dict[str, object]) -> None:
    pathway = small(**layout)
    assert not has_places(pathway)
    drawing, anew = pathport.draw(pathway), pathport.draw(pathway, layout="anew")
    assert drawing.svg == anew.svg
    told = ["DRAW005"] if pathway.layout.boxes else []
    assert [it.code for it in drawing.findings] == told
    assert anew.findings == ()


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ({"boxes": FEW}, 'the layout has no box for most species, such as "A_pY100_c"'),
        ({"boxes": (box("A_c", 1e9, 0), *BOXES[1:])}, 'the box "A_c_box" is at 1e+09, beyond'),
        ({"boxes": (turned(BOXES[0]), *BOXES[1:])}, 'the box "A_c_box" is -58 wide and 30 high'),
        ({"boxes": ()}, "the pathway has no layout of its own"),
    ],
    ids=["few", "far", "turned", "none"],
)
def test_why_a_layout_is_not_drawn_is_told(layout: dict[str, object], said: str) -> None:
    """A box a billion pixels away, or none at all, was said to be a layout that is not whole; one
    of negative width was drawn.
    """
    (finding,) = pathport.draw(small(**layout), layout="own").findings
    assert finding.code == "DRAW005"
    assert finding.sentence.startswith(said)


def test_a_part_that_is_wanted_in_its_own_layout_is_told() -> None:
    drawing = pathport.draw(pathport.read(SOUND), view="core", layout="own")
    assert [it.code for it in drawing.findings] == ["DRAW005", "DRAW008"]
    unasked = pathport.draw(pathport.read(SOUND), view="core").findings
    assert [it.code for it in unasked] == ["DRAW008"]


def test_a_file_is_drawn_as_its_author_placed_it_unless_that_is_not_wanted() -> None:
    """What was read from a drawing was laid out afresh, whatever its author had drawn."""
    pathway = pathport.read(SOUND)
    own = pathport.draw(pathway).svg
    assert '<rect x="10" y="40" width="80" height="20"' in own
    assert own != pathport.draw(pathway, layout="anew").svg


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(pathways(within=msgspec.structs.replace(format_named("gpml").limits, layout=False)))
def test_every_layout_can_be_drawn_as_it_is(pathway: Pathway) -> None:
    placed = as_of_others(pathport.placed(pathway))
    picture = in_own_places(placed)
    etree.fromstring(svg(picture).encode())
    glyphs = {it.id: (it.x, it.y, it.width, it.height) for it in picture.glyphs}
    for it in placed.layout.boxes:
        assert glyphs[it.id] == (it.x, it.y, it.width, it.height)


def as_of_others(pathway: Pathway) -> Pathway:
    """The pathway with a layout in which no box is where the engine has it, nor as large; all of
    them elsewhere would still be the engine's.
    """
    layout = pathway.layout
    boxes = (
        msgspec.structs.replace(
            it, x=it.x * 1.5, y=it.y * 1.5, width=it.width * 1.5, height=it.height * 1.5
        )
        for it in layout.boxes
    )
    layout = msgspec.structs.replace(layout, boxes=tuple(boxes))
    return msgspec.structs.replace(pathway, layout=layout)


TWICE = """
pathport: 1
id: twice
compartments: {cyt: {name: cytosol}}
molecules: {A: {kind: protein}}
species: {one: {is: A@cyt, certainty: hypothetical}, two: {is: 2*A@cyt}}
processes: {r: {is: %s, type: binding}}
layout:
  boxes:
  - {id: a1, species: one, x: 0, y: 0, width: 80, height: 40}
  - {id: a2, species: one, x: 0, y: 100, width: 80, height: 40}
  - {id: aa_box, species: two, x: 200, y: 0, width: 80, height: 40}
  ways:
  - {id: w1, of: r, start: a1, end: aa_box}
  - {id: w2, of: r, start: a2, at: 0.5}
"""


@pytest.mark.parametrize(
    ("sides", "numbers"),
    [("2 one -> two", [1, 1]), ("4 one -> two", [2, 2]), ("one -> two", [1, 1])],
)
def test_lines_from_several_boxes_of_a_species_share_its_number(
    sides: str, numbers: list[int]
) -> None:
    """Two lines with a 2 each told four."""
    picture = pathport.draw(load(TWICE % sides, syntax=YAML).pathway).picture
    lines = [it for it in picture.lines if it.role is LineRole.INPUT]
    assert [it.coefficient for it in lines] == numbers


def test_the_box_of_a_hypothetical_species_is_dashed() -> None:
    text = pathport.draw(load(TWICE % "2 one -> two", syntax=YAML).pathway).svg
    assert text.count('<g data-thing="one" class="unsure">') == 2
    assert '<g data-thing="two" class' not in text
