"""A complex that was deleted from a drawing takes nothing along that is not its own."""

from pathlib import Path

import pytest
from tests.updating.pathvisio import PathVisio

import pathport

TEXT = """\
pathport: 1
id: fam
compartments:
  cyt: {name: cytosol, identifiers: go:0005829}
molecules:
  SOS: {kind: family, identifiers: interpro:IPR001895, members: [SOS1, SOS2]}
  SOS1: {kind: protein, identifiers: uniprot:Q07889}
  SOS2: {kind: protein, identifiers: uniprot:Q07890}
  B: {kind: protein, identifiers: uniprot:P40763}
processes:
  E1: {is: "SOS@cyt + B@cyt -> B:SOS@cyt", type: binding, evidence: eco:0000269 pubmed:8752281}
"""
GROUP = "B_SOS_cyt"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "fam.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def without_complex() -> PathVisio:
    """The export with the complex and its members deleted; the line to it stays, loose."""
    held = PathVisio(pathport.write_bytes(pathport.read(TEXT.encode()), "gpml").content)
    for node in held.root.findall(f"{{*}}DataNode[@GroupRef='{GROUP}']"):
        held.delete(node.get("GraphId"))
    held.delete(GROUP)
    return held


def test_what_the_nodes_that_stay_never_said_is_no_deletion(document: Path) -> None:
    """A set is a Group in GPML, which has no Xref: its node in the complex was who told it."""
    held = without_complex()
    for line in held.root.findall("{*}Interaction"):
        held.delete(line.get("GraphId"))
    done = pathport.update(document, held.saved())
    assert [it.line for it in done.changes if it.construct == "molecule"] == []
    assert pathport.read(document).processes == ()


def test_what_became_another_construct_keeps_its_records(document: Path) -> None:
    """Two inputs that nothing comes of are an association: the evidence stands on its line."""
    done = pathport.update(document, without_complex().saved())
    assert not done.refused, done.findings
    (found,) = pathport.read(document).associations
    assert (found.id, len(found.participants), len(found.evidence)) == ("E1", 2, 1)
