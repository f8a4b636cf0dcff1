"""How things look, in SBML's render package: styles both ways, and looks that libSBML knows."""

import re
import sys

import libsbml
import msgspec
import pytest
from tests.formats.sbml.drawings import (
    BOXES,
    END,
    HELP,
    LINED,
    OWN,
    SPECIES,
    TEXT,
    box,
    drawn,
    foreign,
    in_layout,
    layout_of,
    pair,
)
from tests.formats.sbml.samples import libsbml_model, lost_in, sample

from pathport.fidelity.report import Status
from pathport.formats import sbml
from pathport.formats.sbml.markup import coordinate
from pathport.layout.keeping import placed
from pathport.model.layout import LineStyle, Point, Style

BORDERED = Style(
    colour="#ff0000",
    text_colour="#00ff00",
    fill="#0000ff80",
    line=LineStyle.DASHED,
    thickness=2.5,
    shape="oval",
    font="Times",
    size=14,
    bold=True,
    italic=True,
    align="left",
    vertical_align="top",
)
LINED_STYLE = Style(colour="#ff0000", line=LineStyle.DASHED, thickness=3)


def test_what_the_render_package_has_a_word_for_is_native() -> None:
    boxes = (msgspec.structs.replace(BOXES[0], style=BORDERED), *BOXES[1:])
    ways = tuple(msgspec.structs.replace(it, style=LINED_STYLE) for it in (OWN, HELP))
    pathway = drawn(pair(), boxes=boxes, ways=ways, width=400, height=300)
    assert in_layout(pathway) == set()
    assert (
        sbml.read(sbml.write(pathway).content).findings
        == sbml.read(sbml.write(drawn(pair(), boxes=BOXES, ways=(OWN, HELP))).content).findings
    )


@pytest.mark.parametrize(
    "style",
    [
        Style(underline=True),
        Style(struck=True),
        Style(line=LineStyle.DOUBLE),
        Style(depth=3),
        Style(rotation=0.5),
        Style(shape="mitochondria"),
    ],
    ids=str,
)
def test_what_it_has_no_word_for_is_carried(style: Style) -> None:
    boxes = (msgspec.structs.replace(BOXES[0], style=style), *BOXES[1:])
    pathway = drawn(pair(), boxes=boxes, ways=(OWN, HELP))
    assert {status for status, field in in_layout(pathway) if "style" in field} == {Status.CARRIED}
    assert sbml.read(sbml.write(pathway).content).pathway == pathway


def dressed(styles: str, more: str = "") -> bytes:
    """The file of another program with these styles."""
    render = "http://www.sbml.org/sbml/level3/version1/render/version1"
    information = (
        f'<r:listOfRenderInformation xmlns:r="{render}"><r:renderInformation r:id="i">{more}'
        f"<r:listOfStyles>{styles}</r:listOfStyles></r:renderInformation>"
        "</r:listOfRenderInformation>"
    )
    text = f'{TEXT} l:graphicalObject="a" l:originOfText="A">{box(0, 0)}</l:textGlyph>{END}'
    return foreign(SPECIES + LINED + text.replace(' l:text="Note"', "") + information)


COLOURS = (
    '<r:listOfColorDefinitions><r:colorDefinition r:id="red" r:value="#FF0000"/>'
    "</r:listOfColorDefinitions>"
)


def test_a_style_of_an_id_is_that_glyphs_and_of_a_type_is_usual() -> None:
    usual = '<r:style r:typeList="SPECIESGLYPH"><r:g r:stroke-width="2" r:fill="red"/></r:style>'
    own = '<r:style r:idList="a"><r:g r:stroke="red" r:stroke-width="2"/></r:style>'
    text = '<r:style r:idList="t"><r:g r:stroke="red" r:font-size="20"/></r:style>'
    read = sbml.read(dressed(usual + own + text, COLOURS))
    first, second = read.pathway.layout.boxes
    assert (first.style, second.style) == (Style(colour="#ff0000", size=20), Style())
    assert "SBM101" not in {it.code for it in read.findings}


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ('<r:style r:idList="a"><r:g r:stroke="reddish"/></r:style>', "stroke of a style"),
        (
            '<r:style r:idList="a"><r:g r:transform="1,0,0,1,5,5"/></r:style>',
            "transform of a style",
        ),
        ('<r:style r:idList="a"><r:g><r:ellipse r:cx="9"/></r:g></r:style>', "a shape of a style"),
        ('<r:style r:idList="zz"><r:g r:stroke="#ff0000"/></r:style>', "a style of no glyph"),
        ('<r:style r:idList="r"><r:g r:stroke="#ff0000"/></r:style>', "a style of the curve of"),
    ],
)
def test_a_look_that_is_not_read_is_told(style: str, told: str) -> None:
    lost = [lost_in(it) for it in sbml.read(dressed(style)).findings if it.code == "SBM101"]
    assert any(it.startswith(told) for it in lost), lost


def test_every_glyph_has_a_look_that_libsbml_knows() -> None:
    document = libsbml_model(sbml.write(placed(sample())).content)
    information = layout_of(document).getPlugin("render").getRenderInformation(0)
    styles = [information.getStyle(n) for n in range(information.getNumStyles())]
    roles = {role for it in styles for role in it.createRoleString().split()}
    types = {type_ for it in styles for type_ in it.createTypeString().split()}
    worn = re.findall(rb'render:objectRole="([^"]*)"', sbml.write(placed(sample())).content)
    assert {it.decode() for it in worn} <= roles
    assert {"SPECIESGLYPH", "TEXTGLYPH", "REACTIONGLYPH", "SPECIESREFERENCEGLYPH"} <= types
    heads = {information.getLineEnding(n).getId() for n in range(information.getNumLineEndings())}
    assert {it.getGroup().getEndHead() for it in styles if it.getGroup().isSetEndHead()} <= heads


def test_a_text_too_wide_for_its_box_is_smaller() -> None:
    boxes = (msgspec.structs.replace(BOXES[0], label="a rather long label"), *BOXES[1:])
    content = sbml.write(drawn(pair(), boxes=boxes)).content
    assert b'layout:text="a rather long label" render:objectRole="label-9"' in content


def test_libsbml_reads_and_writes_a_layout_without_a_loss() -> None:
    """It writes 15 digits, and no second radius where that is as the first."""
    x = 40.123456789012345
    first = msgspec.structs.replace(BOXES[0], style=BORDERED, x=x, label="a name")
    ways = (msgspec.structs.replace(OWN, bends=(Point(x=x + 100, y=x / 3),)), HELP)
    content = sbml.write(drawn(pair(), boxes=(first, *BOXES[1:]), ways=ways)).content
    again = libsbml.writeSBMLToString(libsbml.readSBMLFromString(content.decode()))
    assert sbml.read(again.encode()).pathway.layout == sbml.read(content).pathway.layout


def test_the_largest_number_of_a_drawing_stays_one() -> None:
    """With fewer digits it is above all that a number may be."""
    assert float(coordinate(sys.float_info.max)) == sys.float_info.max
