"""A node of a drawing that is used again: for another molecule, or in another place."""

from pathlib import Path

import pytest
from tests.updating.pathvisio import PathVisio

import pathport

TEXT = """\
pathport: 1
id: m3
compartments:
  cyt: {name: cytosol, identifiers: go:0005829}
  nuc: {name: nucleus, identifiers: go:0005634}
molecules:
  SRC:
    kind: protein
    identifiers: uniprot:P12931
    sites:
    - {site: pY419, reference: pubmed:8752281}
    - {site: pY530, reference: pubmed:8752282, note: inhibitory}
  B: {kind: protein, identifiers: uniprot:P40763}
species:
  SRC_a: {is: "SRC{pY419}@cyt", name: SRC-pY419}
processes:
  E1: {is: "SRC@cyt -> SRC{pY419}@cyt", type: phosphorylation}
  E2: {is: B@nuc -> 0, type: degradation}
influences:
  E3: {on: B@cyt, by: "SRC{pY419}@cyt", effect: stimulation}
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "m3.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def drawn(text: str = TEXT) -> PathVisio:
    return PathVisio(pathport.write_bytes(pathport.read(text.encode()), "gpml").content)


def told(document: Path, held: PathVisio) -> list[str]:
    """What changed in the document, the drawing aside."""
    done = pathport.update(document, held.saved())
    assert not done.refused, done.findings
    return [it.line for it in done.changes if " layout" not in it.line]


def species_of(document: Path, id_: str) -> tuple[str | None, str | None]:
    """Of which molecule a species is, and where."""
    found = next(it for it in pathport.read(document).species if it.id == id_)
    return found.molecule, found.compartment


def test_a_node_with_another_name_and_identifier_is_of_a_new_molecule(document: Path) -> None:
    """As the page says: other nodes of the molecule that it was stay what they are."""
    held = drawn()
    held.become("SRC_a", "LYN", "P07948")
    told(document, held)
    assert species_of(document, "SRC_a") == ("LYN", "cyt")
    found = {it.id: [of.id for of in it.identifiers] for it in pathport.read(document).molecules}
    assert found == {"SRC": ["uniprot:P12931"], "B": ["uniprot:P40763"], "LYN": ["uniprot:P07948"]}


def name_of(content: bytes | Path, id_: str) -> str | None:
    return next(it.name for it in pathport.read(content).species if it.id == id_)


def test_what_a_node_was_called_goes_when_it_is_another_thing(document: Path) -> None:
    """The name is a record over nothing; what it names is shown natively, and changed there."""
    held = drawn()
    assert name_of(held.saved(), "SRC_a") == "SRC-pY419"
    held.become("SRC_a", "LYN", "P07948")
    assert name_of(held.saved(), "SRC_a") is None
    told(document, held)
    assert name_of(document, "SRC_a") is None


def test_what_a_node_is_called_stays_when_its_molecule_is_corrected(document: Path) -> None:
    held = drawn()
    held.identify("SRC", "Uniprot-TrEMBL", "P00523")
    assert told(document, held)
    assert name_of(document, "SRC_a") == "SRC-pY419"


def test_a_node_may_become_one_of_a_molecule_that_is_known(document: Path) -> None:
    held = drawn()
    held.become("SRC_a", "B", "P40763")
    told(document, held)
    assert species_of(document, "SRC_a") == ("B", "cyt")
    assert [it.id for it in pathport.read(document).molecules] == ["B", "SRC"]


def test_a_node_that_was_moved_into_another_compartment_is_there(document: Path) -> None:
    """Also where its new box alone would have an export say so."""
    held = drawn()
    (there,) = held.root.xpath("//*[@GraphId='B_nuc']/*[local-name()='Graphics']")
    (here,) = held.root.xpath("//*[@GraphId='SRC_a']/*[local-name()='Graphics']")
    here.set("CenterX", str(float(there.get("CenterX")) - 60))
    here.set("CenterY", there.get("CenterY"))
    assert told(document, held) == ["~ species SRC_a place: cyt -> nuc"]


def test_a_site_that_the_molecule_has_is_not_added_to_it(document: Path) -> None:
    held = drawn()
    comment = held.root.find("{*}State/{*}Comment")
    comment.text = comment.text.replace("tyr419", "tyr530")
    assert told(document, held) == ["~ species SRC_a is: SRC{pY419} -> SRC{pY530}"]


def test_what_is_said_of_a_site_is_changed_in_its_place(document: Path) -> None:
    held = drawn()
    held.root.xpath("//*[local-name()='ID'][.='8752281']")[0].text = "8752289"
    told(document, held)
    sites = pathport.read(document).molecules[-1].sites
    assert {it.position: it.reference for it in sites} == {
        419: "pubmed:8752289",
        530: "pubmed:8752282",
    }
    assert len(sites) == 2
