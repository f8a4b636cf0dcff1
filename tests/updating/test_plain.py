"""Edits of a file without records, such as a submission, come home over the file that it was."""

from pathlib import Path

import pytest
from tests.updating.pathvisio import PathVisio

import pathport
from pathport.formats.gpml.write import write_plain

TEXT = """\
pathport: 1
id: mini
compartments:
  cyt: {name: cytosol, identifiers: go:0005829}
molecules:
  K: {kind: protein, identifiers: uniprot:P12931}
  A: {kind: protein, identifiers: uniprot:P29353}
  B: {kind: protein, identifiers: uniprot:P27361}
  ATP: {kind: small molecule, identifiers: chebi:15422}
  ADP: {kind: small molecule, identifiers: chebi:16761}
processes:
  R1: {is: "A@cyt + ATP@cyt -> A{p}@cyt + ADP@cyt", controls: {by: K@cyt, effect: catalysis}}
  R2: {is: "B@cyt + ATP@cyt -> B{p}@cyt + ADP@cyt", controls: {by: K@cyt, effect: catalysis}}
"""


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(TEXT, encoding="utf-8")
    return Path("a.yaml")


@pytest.fixture(scope="module")
def base() -> bytes:
    """Each process has an ATP of its own, as in a picture."""
    placed = pathport.placed(pathport.read(TEXT.encode()))
    assert sum(it.species == "ATP_cyt" for it in placed.layout.boxes) > 1
    return write_plain(placed)


def test_a_file_that_equals_its_base_has_no_edit(document: Path, base: bytes) -> None:
    """Also where one species is drawn twice, in boxes of which neither has its id."""
    for file in (base, PathVisio(base).saved()):
        done = pathport.update(document, file, base=base)
        assert (done.diff, done.findings) == ("", ())


def test_a_moved_node_comes_home_into_a_document_without_layout(
    document: Path, base: bytes
) -> None:
    held = PathVisio(base)
    held.move("ATP_cyt_box_2", 4, 2)
    done = pathport.update(document, held.saved(), base=base)
    (box,) = pathport.read(document).layout.boxes
    assert (box.id, box.species) == ("ATP_cyt_box_2", "ATP_cyt")
    assert done.after == f"{TEXT}{done.after[len(TEXT) :]}"
    assert [it.code for it in done.findings] == ["UPD010"]
    assert not pathport.update(document, held.saved(), base=base).changed


def test_a_renamed_molecule_comes_home_from_all_its_boxes(document: Path, base: bytes) -> None:
    held = PathVisio(base)
    held.rename("ATP", "adenosine triphosphate")
    pathport.update(document, held.saved(), base=base)
    renamed = TEXT.replace("ATP: {kind", "ATP: {name: adenosine triphosphate, kind")
    assert document.read_text(encoding="utf-8") == renamed


def test_the_order_of_labels_is_no_edit(document: Path, base: bytes) -> None:
    """A submission has the names of places on labels, which the document does not know."""
    held = PathVisio(base)
    for text in ("first", "second"):
        held.add_label(f"b{text}", text, (60, 60))
    labelled = held.saved()
    held.move("K_cyt_box", 3, 3)
    held.turn_round("Label")
    pathport.update(document, held.saved(), base=labelled)
    layout = pathport.read(document).layout
    assert (len(layout.boxes), layout.drawing) == (1, ())
