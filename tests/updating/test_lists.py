"""What is listed comes home in its order and once, however much there was before."""

from pathlib import Path

import pytest
from lxml import etree

import pathport
from pathport.formats.gpml.write import write_plain

TEXT = """\
pathport: 1
id: mini
compartments:
  cyt: {name: cytosol, identifiers: go:0005829}
molecules:
  A: {kind: protein, identifiers: uniprot:P29353}
  B: {kind: protein, identifiers: uniprot:P27361}
processes:
  R1: {is: A@cyt -> B@cyt}
layout:
  width: 500.0
  height: 400.0
  boxes:
    - {id: a, species: A_cyt, x: 100.0, y: 100.0, width: 80.0, height: 40.0}
    - {id: b, species: B_cyt, x: 100.0, y: 300.0, width: 80.0, height: 40.0}
  ways:
    - id: R1
      of: R1
      start: a
      end: b
      bends: BENDS
"""
BENDS = {
    "one": "[{x: 90.0, y: 220.0}]",
    "one between the boxes": "[{x: 140.0, y: 220.0}]",
    "several": "[{x: 140.0, y: 160.0}, {x: 140.0, y: 190.0}, {x: 140.0, y: 279.0}]",
    "one twice": "[{x: 140.0, y: 190.0}, {x: 140.0, y: 190.0}, {x: 140.0, y: 160.0}]",
    "on lines of their own": "\n        - {x: 140.0, y: 160.0}\n        - {x: 140.0, y: 279.0}",
}


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("a.yaml")


def moved(file: bytes, number: int, x: float, y: float) -> bytes:
    """The file with one of its boxes and frames elsewhere, as CellDesigner's mouse puts it."""
    root = etree.fromstring(file)
    bounds = root.findall(".//{*}listOfSpeciesAliases//{*}bounds")[number]
    bounds.set("x", str(float(bounds.get("x", "")) + x))
    bounds.set("y", str(float(bounds.get("y", "")) + y))
    return etree.tostring(root)


def bends(source: Path | bytes) -> list[tuple[float, float]]:
    (way,) = pathport.read(source).layout.ways
    return [(round(it.x), round(it.y)) for it in way.bends]


@pytest.mark.parametrize("name", BENDS)
@pytest.mark.parametrize("number", [0, 1])
def test_the_line_of_a_moved_box_is_bent_where_the_file_bends_it(
    document: Path, name: str, number: int
) -> None:
    """CellDesigner's points are relative to both boxes: all move with either."""
    text = TEXT.replace("BENDS", BENDS[name])
    document.write_text(text, encoding="utf-8")
    file = moved(
        pathport.write_bytes(pathport.read(document), "celldesigner").content, number, 0.0, 90.0
    )
    assert not pathport.update(document, file).findings
    assert bends(document) == bends(file) != bends(text.encode())
    assert pathport.update(document, file).diff == ""


@pytest.mark.parametrize("points", ["0.4,0.05 0.75,0.0", "0.75,0.0 0.4,0.05", "0.4,0.05"])
def test_another_edit_point_comes_home_where_it_is(document: Path, points: str) -> None:
    document.write_text(TEXT.replace("BENDS", BENDS["one between the boxes"]), encoding="utf-8")
    root = etree.fromstring(pathport.write_bytes(pathport.read(document), "celldesigner").content)
    (held,) = root.iter("{*}editPoints")
    held.text = points
    (scheme,) = root.iter("{*}connectScheme")
    (directions,) = scheme
    kind = directions[0]
    for index in range(len(directions), len(points.split()) + 1):
        etree.SubElement(directions, kind.tag, {**kind.attrib, "index": str(index)})
    file = etree.tostring(root)
    assert not pathport.update(document, file).findings
    assert bends(document) == bends(file)
    assert len(bends(document)) == len(points.split())
    assert pathport.update(document, file).diff == ""


OWN = "    - {kind: label, id: d3, text: own, points: [{x: 20.0, y: 350.0}, {x: 50.0, y: 370.0}]}\n"
LABELS = """\
  drawing:
    - {kind: label, id: d1, text: one, points: [{x: 20.0, y: 20.0}, {x: 50.0, y: 40.0}]}
    - {kind: label, id: d2, text: two, points: [{x: 420.0, y: 20.0}, {x: 450.0, y: 40.0}]}
"""


def test_a_moved_label_comes_home_once_beside_one_that_only_the_document_has(
    document: Path,
) -> None:
    text = TEXT.replace("BENDS", BENDS["one"]) + LABELS
    base = write_plain(pathport.read(text.encode()))
    document.write_text(text + OWN, encoding="utf-8")
    root = etree.fromstring(base)
    root.find("{*}Label[@TextLabel='one']/{*}Graphics").set("CenterY", "330.0")
    file = etree.tostring(root)
    assert not pathport.update(document, file, base=base).findings
    drawing = pathport.read(document).layout.drawing
    assert sorted(it.text or "" for it in drawing) == ["one", "own", "two"]
    assert pathport.update(document, file, base=base).diff == ""


def test_an_author_comes_home_before_those_that_the_file_names_later(document: Path) -> None:
    text = TEXT.replace("BENDS", BENDS["one"]).replace("layout:", "authors: [Bea, Cy]\nlayout:")
    document.write_text(text, encoding="utf-8")
    file = pathport.write_bytes(pathport.read(document), "sbml").content
    first = b"<dcterms:creator>Bea<"
    edited = file.replace(first, b"<dcterms:creator>Al</dcterms:creator>" + first)
    assert edited != file
    assert not pathport.update(document, edited).findings
    assert [it.name for it in pathport.read(document).authors] == ["Al", "Bea", "Cy"]
    assert pathport.update(document, edited).diff == ""
