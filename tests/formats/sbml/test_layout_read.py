"""Drawings of other programs as layouts of pathways: what is read, and what is told."""

import gzip
import re
from pathlib import Path

import pytest
from tests.formats.sbml.drawings import (
    DRAWN,
    END,
    LEGS,
    LINED,
    SHORT,
    SPECIES,
    TEXT,
    TIP,
    box,
    curve,
    foreign,
    leg,
    reaction,
)
from tests.formats.sbml.samples import lost_in
from tests.laws.corpora import CORPUS

from pathport.formats import sbml
from pathport.formats.sbml.read import read_native
from pathport.model.facts import facts
from pathport.model.layout import Connector, Point, Way

OBJECT = rb"<layout:graphicalObject\1"
WHOLE = Way(
    id="r",
    of="R",
    start="a",
    end="b",
    start_at=Point(x=1, y=0),
    end_at=Point(x=-1, y=0),
    connector=Connector.STRAIGHT,
)


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
    lost = [lost_in(it) for it in sbml.read(foreign(glyphs)).findings if it.code == "SBM101"]
    assert any(it.startswith(told) for it in lost), lost


def test_the_first_layout_is_read_and_others_are_told() -> None:
    first = f'<l:layout l:id="zero">{SPECIES}</l:layout>'
    read = sbml.read(foreign(SPECIES.replace('"100"', '"200"'), before=first))
    assert {it.x for it in read.pathway.layout.boxes} == {0, 100}
    assert "<layout> (elements in it: 9)" in {lost_in(it) for it in read.findings}


def test_a_text_on_a_box_is_its_label() -> None:
    text = (
        f'<l:listOfTextGlyphs><l:textGlyph l:id="t" l:text="Note" l:graphicalObject="a">{box(0, 0)}'
        f'</l:textGlyph><l:textGlyph l:originOfText="B" l:graphicalObject="b">{box(100, 0)}'
        "</l:textGlyph></l:listOfTextGlyphs>"
    )
    read = sbml.read(foreign(SPECIES + text))
    assert [it.label for it in read.pathway.layout.boxes] == ["Note", None]
    assert "SBM101" not in {it.code for it in read.findings}


def test_parts_are_read_where_copasi_saved_them_as_mere_objects() -> None:
    """It keeps their places and texts, and neither ids of glyphs nor what they refer to."""
    content = sbml.write(next(it for it in DRAWN if it.id == "receptor_jak_stat")).content
    sent = read_native(content).pathway.layout
    bare = re.sub(rb'<layout:generalGlyph( [^>]*) layout:reference="[^"]*"', OBJECT, content)
    bare = bare.replace(b"</layout:generalGlyph>", b"</layout:graphicalObject>")
    assert b"generalGlyph" not in bare
    parts = [it for it in sent.boxes if it.part is not None]
    assert [it for it in read_native(bare).pathway.layout.boxes if it.part is not None] == parts


def test_an_object_that_is_no_part_is_told() -> None:
    added = "l:listOfAdditionalGraphicalObjects"
    glyph = f'<{added}><l:graphicalObject l:id="o">{box(0, 0)}</l:graphicalObject></{added}>'
    lost = [lost_in(it) for it in sbml.read(foreign(SPECIES + glyph)).findings]
    assert "a glyph of no species" in lost


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
