"""A drawing is well-formed, says everything as text, and has heads and signs by what is meant."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

import pathport
from pathport import Pathway
from pathport.errors import PathportError
from pathport.layout.text import text_width
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
