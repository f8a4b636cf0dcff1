"""A drawing comes home: what was moved alone, or, where that is asked for, all of it."""

from pathlib import Path

import pytest
from lxml import etree
from tests.updating.pathvisio import PathVisio

import pathport
from pathport.formats.gpml.read import read_native

TEXT = """\
pathport: 1
id: mini
compartments:
  pm: {name: plasma membrane, identifiers: go:0005886}
  cyt: {name: cytosol, identifiers: go:0005829}
molecules:
  CXCR4: {kind: protein, identifiers: uniprot:P61073}
  GRK2: {kind: protein, identifiers: uniprot:P25098}
  ATP: {kind: small molecule, identifiers: chebi:15422}
processes:
  E01:
    is: CXCR4@pm -> CXCR4{p}@pm
    controls: {by: GRK2@cyt, effect: catalysis}
  E02: {is: ATP@cyt -> 0}
"""


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(TEXT, encoding="utf-8")
    return Path("a.yaml")


def exported(document: Path) -> bytes:
    return pathport.write_bytes(pathport.read(document), "gpml").content


@pytest.mark.parametrize("hand", ["move", "colour", "node"])
def test_what_a_hand_did_comes_home_alone(document: Path, hand: str) -> None:
    held = PathVisio(exported(document))
    if hand == "move":
        held.move("GRK2_cyt", 6, 3)
    elif hand == "colour":
        held.root.find("{*}DataNode[@GraphId='GRK2_cyt']/{*}Graphics").set("Color", "ff0000")
    else:
        held.add_node("a1b2c", "ITCH", (40, 400), type="Protein", database="", accession="")
    done = pathport.update(document, held.saved())
    assert len(pathport.read(document).layout.boxes) == 1
    assert [it.code for it in done.findings] == ["UPD010"]  # the rest has no place
    assert not pathport.update(document, held.saved()).findings


def test_what_was_moved_stays_there_and_all_else_where_it_was(document: Path) -> None:
    held = PathVisio(exported(document))
    held.move("GRK2_cyt", 6, 3)
    pathport.update(document, held.saved())
    again = exported(document)
    assert places(again) == places(held.saved())
    assert compartments(again) == compartments(held.saved())


def test_the_whole_drawing_comes_home_where_that_is_asked_for(document: Path) -> None:
    """Exported again, each species is in its compartment, and each box where the curator saw it."""
    held = PathVisio(exported(document))
    held.move("GRK2_cyt", 6, 3)
    file = held.saved()
    assert not pathport.update(document, file, layout=True).findings
    assert pathport.update(document, file).diff == ""
    assert pathport.update(document, file, layout=True).diff == ""
    again = exported(document)
    assert places(again) == places(file)
    assert compartments(again) == {
        "CXCR4_pm": "pm",
        "CXCR4_p_pm": "pm",
        "GRK2_cyt": "cyt",
        "ATP_cyt": "cyt",
    }


def places(file: bytes) -> dict[str, tuple[float, ...]]:
    boxes = read_native(file).pathway.layout.boxes
    return {it.id: (it.x, it.y, it.width, it.height) for it in boxes}


def compartments(file: bytes) -> dict[str, str | None]:
    """As everyone reads it, by where things lie."""
    return {it.id: it.compartment for it in read_native(file).pathway.species}


def test_the_sign_of_nothing_of_a_process_that_went_leaves_no_drawing(document: Path) -> None:
    """CellDesigner leaves it, called after a box that went too: the document got a shape."""
    root = etree.fromstring(pathport.write_bytes(pathport.read(document), "celldesigner").content)
    for it in list(root.iter(etree.Element)):
        holder = it.getparent()
        is_box = it.get("species") == "ATP_cyt" and it.tag.endswith("Alias")
        if holder is not None and (it.get("id") in ("E02", "ATP_cyt") or is_box):
            holder.remove(it)
    pathport.update(document, etree.tostring(root))
    text = document.read_text(encoding="utf-8")
    assert ("E02" in text, "layout" in text) == (False, False)
