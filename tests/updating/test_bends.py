"""A line's edit points come home in their order, however many there were before."""

from pathlib import Path

import pytest
from lxml import etree

import pathport

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
