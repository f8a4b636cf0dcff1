"""The drawing of a pathway in SBML: complete as programs take it for granted, and read back whole.

libSBML counts the glyphs. What Newt's importer dereferences without a look (a glyph of each
compartment in its place, of each species, of each reaction with a curve) every file has.
"""

import gzip
import itertools
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.sbml import samples
from tests.formats.sbml.samples import EXAMPLES, example, libsbml_model, sample
from tests.laws.corpora import CORPUS

from pathport.fidelity.report import Status
from pathport.formats import sbml
from pathport.formats.sbml.canvas import extent
from pathport.formats.sbml.curves import base_points, cut, joined, meeting, shortened, tail
from pathport.formats.sbml.read import read_native
from pathport.layout.geometry import Rect, share_of, way_point
from pathport.layout.keeping import placed
from pathport.model.facts import facts
from pathport.model.layout import Box, Connector, Frame, Layout, Point, Way
from pathport.model.pathway import Pathway

DRAWN = [placed(example(path)) for path in EXAMPLES if path.stem != "cxcr4"]
CORE = "http://www.sbml.org/sbml/level3/version1/core"
LAYOUT = "http://www.sbml.org/sbml/level3/version1/layout/version1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def layout_of(document: Any) -> Any:
    """The one layout of a file, by libSBML."""
    plugin = document.getModel().getPlugin("layout")
    assert plugin.getNumLayouts() == 1
    return plugin.getLayout(0)


def drawn(pathway: Pathway, **layout: Any) -> Pathway:
    """A pathway with this layout."""
    return msgspec.structs.replace(pathway, layout=Layout(**layout))


def in_layout(pathway: Pathway) -> set[tuple[Status, str]]:
    """How facts of the layout fared that are not native."""
    entries = sbml.write(pathway).account.entries
    return {(it.status, it.field) for it in entries if it.field.startswith("layout")}


# Complete


def faults_of(document: Any) -> list[str]:
    """What in a file has no glyph, or one that is not whole."""
    model, layout = document.getModel(), layout_of(document)
    faults = []
    for n in range(model.getNumCompartments()):
        glyph = layout.getCompartmentGlyph(n)
        if glyph is None or glyph.getCompartmentId() != model.getCompartment(n).getId():
            faults.append(f"compartment {n}")
    glyphs = [layout.getSpeciesGlyph(n) for n in range(layout.getNumSpeciesGlyphs())]
    shown = {it.getSpeciesId() for it in glyphs}
    named = {
        layout.getTextGlyph(n).getGraphicalObjectId() for n in range(layout.getNumTextGlyphs())
    }
    parts = [
        layout.getAdditionalGraphicalObject(n)
        for n in range(layout.getNumAdditionalGraphicalObjects())
    ]
    divided = {it.getReferenceId() for it in parts if it.getId() in named}
    for n in range(model.getNumSpecies()):
        id_ = model.getSpecies(n).getId()
        if id_ not in shown:
            faults.append(f"species {id_}")
    faults += [
        f"text {it.getId()}"
        for it in glyphs
        if it.getId() not in named and it.getSpeciesId() not in divided
    ]
    lines = [layout.getReactionGlyph(n) for n in range(layout.getNumReactionGlyphs())]
    for n in range(model.getNumReactions()):
        reaction = model.getReaction(n)
        (glyph,) = [it for it in lines if it.getReactionId() == reaction.getId()]
        faults += legs_missing(reaction, glyph, {it.getId(): it.getSpeciesId() for it in glyphs})
    return faults


def legs_missing(reaction: Any, glyph: Any, shown: dict[str, str]) -> list[str]:
    """What takes part in a reaction and has no line, or one without a role or a curve."""
    if not glyph.isSetCurve() or glyph.getCurve().getNumCurveSegments() < 1:
        return [f"curve {reaction.getId()}"]
    legs = [glyph.getSpeciesReferenceGlyph(n) for n in range(glyph.getNumSpeciesReferenceGlyphs())]
    bare = [
        it.getId()
        for it in legs
        if not it.getRoleString() or it.getCurve().getNumCurveSegments() < 1
    ]
    sides = reaction.getListOfReactants(), reaction.getListOfProducts()
    there = (*sides, reaction.getListOfModifiers())
    takes_part = {side.get(n).getSpecies() for side in there for n in range(side.size())}
    return [*bare, *(takes_part - {shown[it.getSpeciesGlyphId()] for it in legs})]


@pytest.mark.parametrize("pathway", [*DRAWN, placed(sample())], ids=lambda it: str(it.id))
def test_every_element_has_its_glyph(pathway: Pathway) -> None:
    assert faults_of(libsbml_model(sbml.write(pathway).content)) == []


@pytest.mark.parametrize("pathway", [*DRAWN, placed(sample())], ids=lambda it: str(it.id))
def test_what_a_layout_lacks_is_supplied_and_forgotten(pathway: Pathway) -> None:
    for part in ("boxes", "frames", "ways"):
        layout = pathway.layout
        bare = msgspec.structs.replace(
            pathway, layout=msgspec.structs.replace(layout, **{part: ()})
        )
        if part == "boxes":
            bare = msgspec.structs.replace(bare, layout=Layout(frames=layout.frames))
        written = sbml.write(bare)
        assert faults_of(libsbml_model(written.content)) == []
        assert sbml.read(written.content).pathway == bare


def test_a_pathway_without_a_layout_has_none_in_its_file() -> None:
    assert b"layout" not in sbml.write(sample()).content


# Native


@pytest.mark.parametrize("pathway", DRAWN, ids=lambda it: str(it.id))
def test_positions_of_the_engine_are_native(pathway: Pathway) -> None:
    assert {it for it in in_layout(pathway) if it[0] is not Status.SUPPLIED} <= {
        (Status.COARSE, "layout.ways.at")
    }


PAIR = """\
pathport: 1
id: pair
molecules:
  mA: {kind: protein}
  mB: {kind: protein}
  mE: {kind: protein}
species:
  A: {is: mA}
  B: {is: mB}
  E: {is: mE}
processes:
  turn: {is: A -> B, controls: [{id: help, by: E, effect: catalysis}]}
"""


def pair() -> Pathway:
    """A turns into B with the help of E."""
    return samples.document(PAIR)


BOXES = (
    Box(id="A", species="A", x=10, y=20, width=80, height=20),
    Box(id="b1", species="B", x=210.25, y=20, width=80, height=20),
    Box(id="e1", species="E", x=110, y=120, width=60, height=20),
)
OWN = Way(
    id="turn",
    of="turn",
    start="A",
    end="b1",
    start_at=Point(x=1, y=0),
    end_at=Point(x=-1, y=0.5),
    bends=(Point(x=150, y=30), Point(x=150, y=35)),
    connector=Connector.SEGMENTED,
)
HELP = Way(
    id="helps",
    of="help",
    start="e1",
    start_at=Point(x=0, y=-1),
    at=0.25,
)


@pytest.mark.parametrize("connector", [Connector.SEGMENTED, Connector.CURVED])
def test_ways_come_back_as_they_are(connector: Connector) -> None:
    own = msgspec.structs.replace(OWN, connector=connector)
    pathway = drawn(pair(), boxes=BOXES, ways=(own, HELP), width=400, height=300)
    assert in_layout(pathway) == set()
    assert read_native(sbml.write(pathway).content).pathway.layout == pathway.layout


def test_a_box_and_a_way_may_have_the_id_of_what_they_draw() -> None:
    pathway = drawn(pair(), boxes=BOXES, ways=(OWN,))
    document = libsbml_model(sbml.write(pathway).content)
    layout = layout_of(document)
    assert layout.getSpeciesGlyph("A_glyph").getSpeciesId() == "A"
    assert layout.getReactionGlyph("turn_glyph").getReactionId() == "turn"


def test_a_box_that_is_moved_elsewhere_stays_where_it_was_moved() -> None:
    content = sbml.write(drawn(pair(), boxes=BOXES)).content
    moved = content.replace(b'layout:x="210.25"', b'layout:x="500"')
    boxes = {it.id: it for it in sbml.read(moved).pathway.layout.boxes}
    assert (boxes["b1"].x, boxes["b1"].y) == (500, 20)


def test_the_canvas_is_told_where_it_is_not_that_of_what_is_on_it() -> None:
    pathway = drawn(pair(), boxes=BOXES)
    assert read_native(sbml.write(pathway).content).pathway.layout.width is None
    wide = drawn(pair(), boxes=BOXES, width=2000)
    assert read_native(sbml.write(wide).content).pathway.layout.width == 2000


# Files of others


def foreign(glyphs: str, *, before: str = "") -> bytes:
    """A file of another program: A and B in C, the reaction R of them, with these glyphs."""
    return f"""<sbml xmlns="{CORE}" level="3" version="1" xmlns:l="{LAYOUT}" l:required="false"
      xmlns:xsi="{XSI}"><model id="m"><l:listOfLayouts>{before}<l:layout l:id="one">{glyphs}
    </l:layout></l:listOfLayouts><listOfCompartments><compartment id="C" constant="true"/>
    </listOfCompartments><listOfSpecies><species id="A" compartment="C"/>
    <species id="B" compartment="C"/></listOfSpecies><listOfReactions><reaction id="R">
    <listOfReactants><speciesReference species="A"/></listOfReactants>
    <listOfProducts><speciesReference species="B"/></listOfProducts></reaction></listOfReactions>
    </model></sbml>""".encode()


def box(x: float, y: float) -> str:
    """A box of 20 by 10."""
    return (
        f'<l:boundingBox><l:position l:x="{x}" l:y="{y}"/>'
        '<l:dimensions l:width="20" l:height="10"/></l:boundingBox>'
    )


def curve(*points: tuple[float, float]) -> str:
    """A curve through these points."""
    pieces = "".join(
        f'<l:curveSegment xsi:type="LineSegment"><l:start l:x="{a[0]}" l:y="{a[1]}"/>'
        f'<l:end l:x="{b[0]}" l:y="{b[1]}"/></l:curveSegment>'
        for a, b in itertools.pairwise(points)
    )
    return f"<l:curve><l:listOfCurveSegments>{pieces}</l:listOfCurveSegments></l:curve>"


def leg(glyph: str, inner: str) -> str:
    """The line of a participant."""
    tag = "l:speciesReferenceGlyph"
    return f'<{tag} l:speciesGlyph="{glyph}">{inner}</{tag}>'


SPECIES = (
    "<l:listOfSpeciesGlyphs>"
    f'<l:speciesGlyph l:id="a" l:species="A">{box(0, 0)}</l:speciesGlyph>'
    f'<l:speciesGlyph l:id="b" l:species="B">{box(100, 0)}</l:speciesGlyph>'
    "</l:listOfSpeciesGlyphs>"
)


def reaction(inner: str, legs: str) -> str:
    """The glyph of the reaction."""
    return (
        f'<l:listOfReactionGlyphs><l:reactionGlyph l:id="r" l:reaction="R">{inner}'
        f"<l:listOfSpeciesReferenceGlyphs>{legs}</l:listOfSpeciesReferenceGlyphs>"
        "</l:reactionGlyph></l:listOfReactionGlyphs>"
    )


WHOLE = Way(
    id="r",
    of="R",
    start="a",
    end="b",
    start_at=Point(x=1, y=0),
    end_at=Point(x=-1, y=0),
    connector=Connector.STRAIGHT,
)
FROM_A, TO_B = curve((55, 5), (20, 5)), curve((65, 5), (100, 5))
LEGS = leg("a", FROM_A) + leg("b", TO_B)
SHORT = curve((55, 5), (65, 5))
LINED = reaction(SHORT, LEGS)
TEXT = '<l:listOfTextGlyphs><l:textGlyph l:id="t" l:text="Note"'
TIP = (100, 5)
END = "</l:listOfTextGlyphs>"


@pytest.mark.parametrize(
    "glyph",
    [
        LINED,
        reaction(curve((65, 5), (55, 5)), LEGS),
        reaction(SHORT, leg("b", curve((100, 5), (65, 5))) + leg("a", curve((20, 5), (55, 5)))),
        reaction(box(50, 0), leg("a", curve((60, 5), (20, 5))) + leg("b", curve((60, 5), TIP))),
    ],
    ids=["as it is", "drawn backwards", "legs to the reaction", "a box for the reaction"],
)  # fmt: skip
def test_the_lines_of_a_reaction_are_one_way(glyph: str) -> None:
    (way,) = sbml.read(foreign(SPECIES + glyph)).pathway.layout.ways
    assert way == WHOLE


@pytest.mark.parametrize(
    ("glyphs", "told"),
    [
        (SPECIES.replace('l:x="0"', 'l:x="0" l:z="5"'), 'z="5"'),
        (SPECIES.replace('l:x="100"', 'l:x="far"'), 'x="far" of position'),
        (SPECIES.replace('l:x="100"', ""), "the missing x of position (read as 0)"),
        (SPECIES.replace('l:species="B"', 'l:species="D"'), "a box of no species"),
        (SPECIES + reaction(curve((1, 1), (2, 2)), ""), "a curve of a reaction that leads to no"),
        (SPECIES + LINED.replace('"R"', '"S"'), "the lines of what is no reaction"),
        (SPECIES + reaction(SHORT, LEGS + leg("c", SHORT)), "a line to what is no box"),
        (SPECIES + reaction(box(50, 0) + SHORT, LEGS), "<boundingBox>"),
        (f'{TEXT}/>{END}', "<textGlyph>"),
        (f'{TEXT} l:graphicalObject="x">{box(0, 0)}</l:textGlyph>{END}', "a text on nothing"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_told(glyphs: str, told: str) -> None:
    sentences = [it.sentence for it in sbml.read(foreign(glyphs)).findings if it.code == "SBM101"]
    assert any(it.startswith(f"lost in reading: {told}") for it in sentences), sentences


def test_the_first_layout_is_read_and_others_are_told() -> None:
    first = f'<l:layout l:id="zero">{SPECIES}</l:layout>'
    read = sbml.read(foreign(SPECIES.replace('"100"', '"200"'), before=first))
    assert {it.x for it in read.pathway.layout.boxes} == {0, 100}
    assert "lost in reading: <layout> (elements in it: 9)" in {it.sentence for it in read.findings}


def test_a_text_on_a_box_is_its_label() -> None:
    text = (
        f'<l:listOfTextGlyphs><l:textGlyph l:id="t" l:text="Note" l:graphicalObject="a">{box(0, 0)}'
        f'</l:textGlyph><l:textGlyph l:originOfText="B" l:graphicalObject="b">{box(100, 0)}'
        "</l:textGlyph></l:listOfTextGlyphs>"
    )
    read = sbml.read(foreign(SPECIES + text))
    assert [it.label for it in read.pathway.layout.boxes] == ["Note", None]
    assert "SBM101" not in {it.code for it in read.findings}


@pytest.mark.parametrize(
    ("name", "boxes", "frames", "ways"),
    [("layout_example1_L3.xml", 2, 1, 2), ("R-HSA-1980143.sbml.gz", 87, 5, 97)],
)
def test_the_layouts_of_the_corpora_are_read(name: str, boxes: int, frames: int, ways: int) -> None:
    """A way for each reaction and for each participant beyond two: counted by hand once."""
    path = Path(CORPUS, "sbml", name)
    if not path.exists():
        pytest.skip("no corpora beside the repository")
    content = path.read_bytes()
    pathway = sbml.read(gzip.decompress(content) if name.endswith("gz") else content).pathway
    layout = pathway.layout
    assert (len(layout.boxes), len(layout.frames), len(layout.ways)) == (boxes, frames, ways)
    assert facts(sbml.read(sbml.write(pathway).content).pathway) == facts(pathway)


# Curves

NUMBERS = st.integers(-500, 500).map(float)
LINES = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=5, unique=True)


@given(LINES, st.floats(0, 1))
def test_what_is_cut_is_joined_again(points: list[tuple[float, float]], at: float) -> None:
    bends = [
        b
        for a, b, c in zip(points, points[1:], points[2:], strict=False)
        if share_of((a, c), b)[1] > 0.01
    ]
    line = [points[0], *bends, points[-1]]
    pieces = cut(line, at)
    assert pieces.before[-1] == pieces.middle[0]
    assert pieces.middle[-1] == pieces.after[0]
    again = joined(*pieces)
    assert all(share_of(line, it)[1] < 0.001 for it in again)
    assert all(share_of(again, it)[1] < 0.001 for it in line)


@given(LINES)
def test_an_open_line_ends_in_its_reaction(points: list[tuple[float, float]]) -> None:
    before, middle = tail(points)
    assert (before[0], before[-1], middle[-1]) == (points[0], middle[0], points[-1])


def test_a_line_with_room_for_its_head_still_meets_what_it_acts_on() -> None:
    line = [(0.0, 0.0), (100.0, 0.0)]
    for at in (0.1, 0.5, 0.75):
        head = shortened([(20.0, 90.0), way_point(line, at)])
        assert head[-1] != way_point(line, at)
        assert meeting(head, line) == pytest.approx(at)
    assert meeting([(50.0, 9.0)], line) == 0.5


def test_a_straight_curve_has_its_base_points_on_it() -> None:
    assert base_points([(0.0, 0.0), (60.0, 0.0)]) == [((10.0, 0.0), (50.0, 0.0))]


def test_a_canvas_holds_what_is_on_it() -> None:
    assert extent([Rect(0, 0, 10.5, 5), Rect(20, 1, 4, 4)]) == (44, 25)
    assert extent([]) == (20, 20)


def test_a_frame_is_native() -> None:
    frame = Frame(compartment="ec", x=1, y=2, width=300, height=90)
    pathway = drawn(sample(), frames=(frame,))
    assert (Status.COARSE, "layout.frames") not in in_layout(pathway)
    assert frame in read_native(sbml.write(pathway).content).pathway.layout.frames
