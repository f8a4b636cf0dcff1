"""The tables of the render package say what they mean: held to libSBML, or written a second time.

A word is given to a group of libSBML's as a file gives it; what the group then is, is asked of it.
"""

from typing import Any

import libsbml
import pytest

from pathport.formats.sbml import render_terms as terms
from pathport.formats.sbml.render_terms import Drawn

NAMESPACE = "http://www.sbml.org/sbml/level3/version1/render/version1"


def style(attributes: str, shapes: str = "") -> Any:
    """A style of libSBML's, read with a group of these attributes and shapes; it owns the group."""
    text = f'<style xmlns="{NAMESPACE}" typeList="ANY"><g {attributes}>{shapes}</g></style>'
    return libsbml.GlobalStyle(libsbml.XMLNode.convertStringToXMLNode(text), 4)


FIELDS = {"stroke": "colour", "fill": "fill", "font-family": "font"}


def test_attributes_are_of_the_fields_that_they_set() -> None:
    assert dict(terms.TEXTS) == FIELDS
    assert dict(terms.NUMBERS) == {"stroke-width": "thickness", "font-size": "size"}
    assert dict(terms.TRUTHS) == {
        "font-weight": ("bold", "bold"),
        "font-style": ("italic", "italic"),
    }
    assert dict(terms.ALIGNED) == {"text-anchor": "align", "vtext-anchor": "vertical_align"}


def test_attributes_are_those_that_libsbml_reads() -> None:
    owner = style(
        'stroke="#112233" fill="#445566" font-family="serif" stroke-width="2" font-size="7" '
        'font-weight="bold" font-style="italic" text-anchor="end" vtext-anchor="bottom"'
    )
    read = owner.getGroup()
    assert (read.getStroke(), read.getFill(), read.getFontFamily()) == (
        "#112233",
        "#445566",
        "serif",
    )
    assert (read.getStrokeWidth(), read.getFontSize().getAbsoluteValue()) == (2, 7)
    assert (read.isSetFontWeight(), read.isSetFontStyle()) == (True, True)
    assert (read.getTextAnchorAsString(), read.getVTextAnchorAsString()) == ("end", "bottom")


ANCHORS = {
    ("align", "left"): ("text-anchor", "start"),
    ("align", "center"): ("text-anchor", "middle"),
    ("align", "right"): ("text-anchor", "end"),
    ("vertical_align", "top"): ("vtext-anchor", "top"),
    ("vertical_align", "middle"): ("vtext-anchor", "middle"),
    ("vertical_align", "bottom"): ("vtext-anchor", "bottom"),
}


def test_a_text_stands_where_the_word_says() -> None:
    assert dict(terms.ANCHOR) == ANCHORS


@pytest.mark.parametrize(("attribute", "word"), ANCHORS.values())
def test_a_place_of_a_text_is_one_that_libsbml_knows(attribute: str, word: str) -> None:
    owner = style(f'{attribute}="{word}"')
    read = owner.getGroup()
    of = {"text-anchor": read.getTextAnchorAsString, "vtext-anchor": read.getVTextAnchorAsString}
    assert of[attribute]() == word


SHAPES = {
    "rectangle": '<rectangle height="100%" width="100%" x="0" y="0"/>',
    "rounded rectangle": '<rectangle height="100%" rx="5" ry="5" width="100%" x="0" y="0"/>',
    "oval": '<ellipse cx="50%" cy="50%" rx="50%" ry="50%"/>',
}


def spelled(drawn: Drawn) -> str:
    """A shape without others in it, as a file has it."""
    attributes = "".join(f' {name}="{value}"' for name, value in drawn.attributes)
    return f"<{drawn.name}{attributes}/>"


def test_a_shape_is_drawn_as_its_name_says() -> None:
    assert {name: spelled(drawn) for name, drawn in terms.SHAPE} == SHAPES


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_one_that_libsbml_reads_whole(shape: str) -> None:
    owner = style("", SHAPES[shape])
    assert owner.getGroup().getNumElements() == 1
    read = owner.getGroup().getElement(0)
    kind = libsbml.Ellipse if shape == "oval" else libsbml.Rectangle
    assert isinstance(read, kind)
    rounded = (read.getRX().getAbsoluteValue(), read.getRX().getRelativeValue())
    assert rounded == {"rectangle": (0, 0), "rounded rectangle": (5, 0), "oval": (0, 50)}[shape]
