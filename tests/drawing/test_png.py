"""A PNG has the text of its picture, in whatever font the system has."""

import re

import pytest

import pathport
from pathport.drawing.faces import FACES, face_of
from pathport.drawing.png import png, unset
from pathport.drawing.shapes import rectangle
from pathport.errors import UnsupportedError
from pathport.findings import Severity
from pathport.layout.engine import laid_out
from pathport.layout.picture import GlyphKind

resvg_py = pytest.importorskip("resvg_py")

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40">'
    "<style>text {{ font-family: Nowhere, sans-serif; }}</style>{}</svg>"
)
LABEL = '<text x="4" y="30" font-size="20">CXCR4</text>'
FACE = face_of(resvg_py.svg_to_bytes)
HAS_FONT = pytest.mark.skipif(FACE is None, reason="the system has no font")


@HAS_FONT
def test_text_makes_pixels_whatever_font_there_is() -> None:
    """With DejaVu alone, a picture had no text at all: resvg takes Arial for `sans-serif`."""
    assert png(PICTURE.format(LABEL)) != png(PICTURE.format(""))


@HAS_FONT
def test_each_label_of_the_flagship_makes_pixels() -> None:
    svg = pathport.draw(pathport.read("examples/cxcr4.yaml"), view="module=F").svg
    whole = png(svg, scale=1)
    for label in re.findall(r"<text [^>]*>[^<]+</text>", svg):
        assert png(svg.replace(label, "", 1), scale=1) != whole, label


@HAS_FONT
def test_labels_fit_their_boxes() -> None:
    """Of labels behind their boxes, borders and all, nothing is to be seen."""
    pathway = pathport.read("examples/cxcr4.yaml")
    boxes = (it for it in laid_out(pathway).glyphs if it.kind is GlyphKind.SPECIES)
    over = "".join(rectangle(it.x, it.y, it.width + 1, it.height) for it in boxes)
    svg = pathport.draw(pathway).svg
    style = "<style>text { font-family: sans-serif; font-size: 11px; }</style>"
    names = "".join(re.findall(r'<text [^>]*class="name">[^<]+</text>', svg))
    sheet = '<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="2200">{}{}{}</svg>'
    assert names
    with_names = png(sheet.format(style, names, over), scale=1)
    assert with_names == png(sheet.format(style, "", over), scale=1)


def test_without_a_font_a_png_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathport.drawing.png.face_of", lambda _: None)
    with pytest.raises(UnsupportedError) as caught:
        png(PICTURE.format(LABEL), path="x.png")
    assert [(it.code, it.place.path) for it in caught.value.findings] == [("DRAW004", "x.png")]


def test_a_font_that_is_not_there_is_passed_over() -> None:
    assert face_of(resvg_py.svg_to_bytes, ("Nowhere",)) is None
    assert face_of(resvg_py.svg_to_bytes, ("Nowhere", *FACES)) == FACE


@HAS_FONT
def test_a_sign_that_no_font_has_is_told() -> None:
    """A label in a script that the system has no font for became empty boxes without a word."""
    assert unset(PICTURE.format(LABEL)) == ()
    (finding,) = unset(PICTURE.format(LABEL.replace("CXCR4", "α \U0010fffd")))
    assert (finding.code, finding.severity) == ("DRAW006", Severity.NOTE)
    assert "α" not in finding.sentence
