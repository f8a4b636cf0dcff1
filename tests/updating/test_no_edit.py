"""What is no edit: the order of a file, what follows from another edit, what came home before."""

from pathlib import Path

import pytest
from tests.updating.pathvisio import PathVisio

import pathport

TEXT = """\
pathport: 1
id: mini
compartments:
  pm: {name: plasma membrane, identifiers: go:0005886}
molecules:
  CXCR4: {kind: protein, identifiers: uniprot:P61073}
  GRK2: {kind: protein, identifiers: uniprot:P25098}
processes:
  E01:
    is: CXCR4@pm -> CXCR4{pS324,pS325}@pm
    type: phosphorylation
    controls: {by: GRK2@pm, effect: catalysis}
"""


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(TEXT, encoding="utf-8")
    return Path("a.yaml")


def drawn(document: Path) -> PathVisio:
    return PathVisio(pathport.write_bytes(pathport.read(document), "gpml").content)


def test_the_order_of_states_is_no_edit(document: Path) -> None:
    pathport.write(pathport.placed(pathport.read(document)), "placed.yaml")
    held = drawn(Path("placed.yaml"))
    held.turn_round("State")
    assert not pathport.update("placed.yaml", held.saved()).changed


def test_the_order_of_states_that_say_the_same_is_no_edit(document: Path) -> None:
    twice = TEXT.replace("pS324,pS325", "2*p")
    Path("placed.yaml").write_text(twice, encoding="utf-8")
    pathport.write(pathport.placed(pathport.read("placed.yaml")), "placed.yaml")
    held = drawn(Path("placed.yaml"))
    held.turn_round("State")
    assert not pathport.update("placed.yaml", held.saved()).changed


def test_the_same_file_a_second_time_changes_nothing(document: Path) -> None:
    """Its supplied positions are no edits either, where the States have another order in it."""
    held = drawn(document)
    held.move("GRK2_pm", 60, 20)
    held.turn_round("State")
    assert pathport.update(document, held.saved()).changed
    assert pathport.update(document, held.saved()).diff == ""
    assert [it.id for it in pathport.read(document).layout.boxes] == ["GRK2_pm"]


@pytest.mark.parametrize("hand", ["head", "state", "node"])
def test_what_came_home_under_another_id_comes_home_once(document: Path, hand: str) -> None:
    """Ids of controls and species follow from what they are, those of new things from others'."""
    held = drawn(document)
    if hand == "head":
        line = held.root.find("{*}Interaction[@GraphId='E01_catalysis_GRK2_pm']")
        line.find(".//{*}Point[@ArrowHead]").set("ArrowHead", "mim-inhibition")
    elif hand == "state":
        held.add_state("d4e5f", "GRK2_pm", "parentsymbol=GRK2; position=ser29; ptm=p")
    else:
        held.add_node("a1b2c", "CXCL12", (60, 60), type="Protein", database="", accession="")
        held.add_line("b2c3d", "a1b2c", "CXCR4_pm", "mim-conversion")
    assert pathport.update(document, held.saved()).changed
    assert pathport.update(document, held.saved()).diff == ""


def test_a_title_does_not_change_the_id(document: Path) -> None:
    document.write_text(TEXT.replace("id: mini\n", "id: mini\ntitle: Receptor\n"))
    held = drawn(document)
    held.root.set("Name", "Chemokine receptor")
    pathport.update(document, held.saved())
    told = TEXT.replace("id: mini\n", "id: mini\ntitle: Chemokine receptor\n")
    assert document.read_text(encoding="utf-8") == told
