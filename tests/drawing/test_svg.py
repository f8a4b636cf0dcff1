"""A drawing is well-formed, says everything as text, and has heads and signs by what is meant."""

import gzip
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

import pathport
from pathport import Pathway
from pathport.drawing.svg import svg
from pathport.errors import PathportError
from pathport.layout.picture import Line, LineRole, Picture
from pathport.layout.text import text_width
from pathport.looks.themes import DARK, LIGHT
from pathport.model.layout import Box, Layout
from pathport.testing import pathways

NS = {"s": "http://www.w3.org/2000/svg"}


def parsed(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode())


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(pathways())
def test_every_drawing_is_well_formed(pathway: Pathway) -> None:
    root = parsed(pathport.draw(pathway, theme="auto").svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


@pytest.fixture(scope="module")
def flagship() -> Pathway:
    return pathport.read("examples/cxcr4.yaml")


def test_names_and_states_are_text(flagship: Pathway) -> None:
    root = parsed(pathport.draw(flagship, view="module=F").svg)
    texts = set(root.xpath("//s:text/text()", namespaces=NS))
    assert {"STAT", "pY", "JAK ×2", "p-loop", "nucleus", "gene transcription"} <= texts


def test_themes_differ_in_colours_alone(flagship: Pathway) -> None:
    drawings = [pathport.draw(flagship, view="module=F", theme=t).svg for t in ("light", "dark")]
    light, dark = (each.partition("</style>")[2] for each in drawings)
    assert light == dark
    assert drawings[0] != drawings[1]


def test_what_follows_the_reader_is_dark_on_a_screen_alone(flagship: Pathway) -> None:
    """Who prefers the dark prints on white paper all the same."""
    sheet = pathport.draw(flagship, view="module=F", theme="auto").svg.partition("</style>")[0]
    light, _, dark = sheet.partition("@media screen and (prefers-color-scheme: dark) {")
    assert LIGHT.ink in light
    assert DARK.ink not in light
    assert DARK.ink in dark


@pytest.mark.parametrize(("theme", "scheme"), [("dark", "dark"), ("auto", "light dark")])
def test_a_page_is_as_dark_as_its_picture(theme: str, scheme: str, flagship: Pathway) -> None:
    page = pathport.draw(flagship, view="module=F", theme=theme).content("html").decode()
    assert f'<meta name="color-scheme" content="{scheme}">' in page


def test_a_pathway_shows_itself_in_a_notebook(flagship: Pathway) -> None:
    assert parsed(flagship._repr_svg_()).tag.endswith("svg")


def test_a_module_that_is_not_there_is_refused_with_those_that_are(flagship: Pathway) -> None:
    with pytest.raises(PathportError) as caught:
        pathport.draw(flagship, view="module=Notch")
    assert [each.code for each in caught.value.findings] == ["DRAW002"]


def test_the_core_has_no_drug(flagship: Pathway) -> None:
    svg = pathport.draw(flagship, view="core").svg
    assert "plerixafor" not in svg
    assert "CXCR4" in svg


@pytest.mark.parametrize("kind", ["png", "html"])
def test_a_picture_is_a_file_of_its_kind(kind: str, flagship: Pathway) -> None:
    content = pathport.draw(flagship, view="module=F").content(kind)
    assert content.startswith({"png": b"\x89PNG", "html": b"<!DOCTYPE html>"}[kind])


@pytest.mark.parametrize("title", ["A long title of a small picture " * 4, "C" * 60, "short"])
def test_a_title_is_whole_and_on_its_page(title: str) -> None:
    pathway = Pathway(id="a", name=title)
    root = parsed(pathport.draw(pathway).svg)
    lines = root.xpath("//s:text[@class='title']", namespaces=NS)
    assert " ".join(each.text or "" for each in lines) == title.strip()
    ends = [16 + text_width(each.text or "", 18, bold=True) for each in lines]
    assert max(ends) <= float(root.get("width"))


def test_a_name_in_gz_is_a_picture_that_is_compressed(tmp_path: Path, flagship: Pathway) -> None:
    drawing = pathport.draw(flagship, view="module=F")
    drawing.save(tmp_path / "jak.SVG.gz")
    assert gzip.decompress((tmp_path / "jak.SVG.gz").read_bytes()) == drawing.content("svg")


@pytest.mark.parametrize("seed", ["0", "1"])
def test_a_drawing_is_the_same_whatever_the_hash_seed(seed: str, flagship: Pathway) -> None:
    code = (
        "import pathport, sys\n"
        "p = pathport.read('examples/cxcr4.yaml')\n"
        "sys.stdout.buffer.write(pathport.draw(p).svg.encode())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
    )
    assert done.stdout == pathport.draw(flagship).svg.encode()


SIGNS = """
pathport: 1
id: a
molecules: {A: {kind: protein}, B: {kind: protein}, F: {kind: family, members: [A, B]}}
processes:
  one: {is: "F -> A"}
  two: {is: "2*A -> 2*A:F"}
"""


def test_several_of_one_have_a_double_outline_and_a_family_its_line_in_a_complex_too() -> None:
    root = parsed(pathport.draw(pathport.read(SIGNS.encode(), "yaml")).svg)
    signs = {}
    for group in root.xpath("//s:g[@data-thing]", namespaces=NS):
        classes = [each.get("class") for each in group.xpath("s:rect", namespaces=NS)]
        tip = group.xpath("string(s:title)", namespaces=NS)
        signs[tip] = (sum("box" in it for it in classes), classes.count("any"))
    counts = {tip: found for tip, found in signs.items() if found != (0, 0)}
    assert counts == {"F": (1, 1), "A": (1, 0), "A ×2": (2, 0), "A ×2:F": (3, 1)}


def test_a_family_in_the_smallest_box_has_no_line_of_negative_length() -> None:
    """SVG 1.1, 9.2: a negative width or height is an error."""
    pathway = pathport.read(SIGNS.encode(), "yaml")
    boxes = [Box(id=f"b{n}", species=it.id, x=0, y=50 * n, width=3, height=24)
             for n, it in enumerate(pathway.species)]  # fmt: skip
    placed = msgspec.structs.replace(pathway, layout=Layout(boxes=tuple(boxes)))
    root = parsed(pathport.draw(placed).svg)
    lines = root.xpath("//s:g[@data-thing='F_2']/s:rect[@class='any']", namespaces=NS)
    assert [(it.get("width"), it.get("height")) for it in lines] == [("0", "20")]


def test_a_frame_whose_name_is_cut_tells_the_whole_of_it() -> None:
    name = "a compartment of a name " * 20 + "that ends"
    document = f"""
pathport: 1
id: a
compartments: {{c: {{name: {name}}}, d: {{name: {name}, inside: c}}}}
molecules: {{A: {{kind: protein}}}}
processes: {{p: {{is: A@c -> A@d}}}}
"""
    root = parsed(pathport.draw(pathport.read(document.encode(), "yaml")).svg)
    for place in ("c", "d"):
        assert root.xpath(f"string(//s:g[@data-thing='{place}']/s:title)", namespaces=NS) == name
        lines = root.xpath(f"//s:g[@data-thing='{place}']/s:text/text()", namespaces=NS)
        assert lines[-1].endswith("…")


WAYS = ((40, 0), (-40, 0), (0, 40), (0, -40), (30, 40), (-30, 40), (-40, -20), (35, -5))


@pytest.mark.parametrize("role", [LineRole.INPUT, LineRole.OUTPUT])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("count", [2, 12, 1.23457e19])
def test_a_number_touches_neither_its_line_nor_the_head(
    role: LineRole, way: tuple[float, float], count: float
) -> None:
    """A head is eight pixels long and four wide on each side of the line."""
    points = ((100.0, 100.0), (100.0 + way[0], 100.0 + way[1]))
    line = Line(
        of="p",
        role=role,
        start="a",
        end="b",
        trunk="t",
        points=points if role is LineRole.INPUT else points[::-1],
        coefficient=count,
    )
    root = parsed(svg(Picture(width=200, height=200, lines=(line,)), with_legend=False))
    (text,) = root.xpath("//s:text[@class='number']", namespaces=NS)
    left, foot = float(text.get("x")), float(text.get("y"))
    right, top = left + text_width(text.text or "", 10), foot - 7
    length = (way[0] ** 2 + way[1] ** 2) ** 0.5
    for step in range(int(length)):
        x, y = (100 + there * step / length for there in way)
        room = 4 * step / 8 if role is LineRole.OUTPUT and step <= 8 else 0.5
        aside = max(left - x, 0, x - right), max(top - y, 0, y - foot)
        assert (aside[0] ** 2 + aside[1] ** 2) ** 0.5 >= room


TWICE = """
pathport: 1
id: a
molecules: {A: {kind: protein}, B: {kind: protein}, C: {kind: protein}}
processes:
  r1: {is: "2 A -> 2*A", type: binding}
  r2: {is: "C -> B", controls: [{by: "2*A", effect: catalysis}]}
influences:
  i1: {on: "2*A", by: B, effect: inhibition}
"""


def test_the_second_outline_of_several_of_one_is_inside_their_box_where_lines_end() -> None:
    """It was beyond, and hid the bar of an inhibition from below."""
    drawing = pathport.draw(pathport.read(TWICE.encode(), "yaml"))
    (glyph,) = (it for it in drawing.picture.glyphs if it.text == "A ×2")
    boxes = parsed(drawing.svg).xpath("//s:g[s:title='A ×2']/s:rect", namespaces=NS)
    places = [[float(it.get(key)) for key in ("x", "y", "width", "height")] for it in boxes]
    assert len(places) == 2
    assert max(x + width for x, _, width, _ in places) == glyph.x + glyph.width
    assert max(y + height for _, y, _, height in places) == glyph.y + glyph.height
