"""Positions of elements, against expat, which counts by itself."""

from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.safety.lines import element_positions
from pathport.safety.xml import iterparse_xml

PIECES = [
    "<a/>",
    "<b x='>' y=\"'\n>\">",
    "</b>",
    "text \u20ac\U0001f600 > ",
    "\n",
    "<!-- <a> -->",
    "<![CDATA[<a>\n]]>",
    "<?pi <a>?>",
    "&lt;a>",
]


def by_expat(content: bytes) -> list[tuple[int, int]]:
    """Line and column of each element as expat tells them."""
    parser = expat.ParserCreate()
    told: list[tuple[int, int]] = []

    def start(_name: str, _attributes: dict[str, str]) -> None:
        told.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = start
    parser.Parse(content, True)
    return told


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A well-formed text of nested elements, with all that a tag can hide in."""
    held, depth = ["<?xml version='1.0'?>\n<!-- <z> --><r>"], 0
    for piece in draw(st.lists(st.sampled_from(PIECES), max_size=30)):
        if piece == "</b>" and not depth:
            continue
        depth += piece.startswith("<b") - piece.startswith("</b")
        held.append(piece)
    return "".join([*held, "</b>" * depth, "</r>"])


@given(texts())
def test_as_expat_tells_them(text: str) -> None:
    content = text.encode()
    told = by_expat(content)
    assert element_positions(content, range(1000)) == dict(enumerate(told))
    assert len(list(iterparse_xml(content))) == len(told)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_whatever_the_encoding(codec: str) -> None:
    content = "<r>\u00e9<a/>\n <b/></r>".encode(codec)
    assert element_positions(content, [0, 1, 2]) == {0: (1, 1), 1: (1, 5), 2: (2, 2)}


def test_far_down() -> None:
    content = b"<r>" + b"\n" * 70_000 + b"\n  <a\n/><b/></r>"
    assert element_positions(content, [2, 1]) == {1: (70_002, 3), 2: (70_003, 3)}


def test_entities_of_a_doctype_are_no_elements() -> None:
    content = b"<!DOCTYPE r [<!ENTITY a 'u'><!-- <x> -->]>\n<r/>"
    assert element_positions(content, range(9)) == {0: (2, 1)}


def test_nothing_wanted_and_nothing_there() -> None:
    assert element_positions(b"<r/>", []) == {}
    assert element_positions(b"<r/>", [7]) == {}
