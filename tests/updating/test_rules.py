"""What keeps edits from a document: each rule fires where it should; nothing is written then."""

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
  CXCR4: {kind: protein, identifiers: uniprot:P61073}  # the receptor
  GRK2: {kind: protein, identifiers: uniprot:P25098}
processes:
  E01:
    is: CXCR4@pm -> CXCR4{pS346}@pm
    type: phosphorylation
    controls: {by: GRK2@pm, effect: catalysis}
    evidence: eco:0000269 pubmed:8752281
modules:
  M: {members: E01}
"""


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(TEXT, encoding="utf-8")
    return Path("a.yaml")


def drawn(text: str = TEXT) -> PathVisio:
    return PathVisio(pathport.write_bytes(pathport.read(text.encode()), "gpml").content)


def codes(done: pathport.Updated) -> list[str]:
    return [it.code for it in done.findings]


def test_a_document_in_json_is_refused(document: Path) -> None:
    pathport.convert(document, "a.json")
    with pytest.raises(pathport.UnsupportedError) as caught:
        pathport.update("a.json", drawn().saved())
    assert [it.code for it in caught.value.findings] == ["UPD001"]


def test_what_was_changed_in_both_is_a_conflict(document: Path) -> None:
    held = drawn()
    held.identify("GRK2", "Uniprot-TrEMBL", "P35626")
    newer = TEXT.replace("uniprot:P25098", "uniprot:P34947")
    document.write_text(newer, encoding="utf-8")
    done = pathport.update(document, held.saved(), base=TEXT.encode())
    assert set(codes(done)) == {"UPD002"}
    assert done.refused
    assert document.read_text(encoding="utf-8") == newer


def test_what_was_changed_in_the_document_stays(document: Path) -> None:
    held = drawn()
    held.rename("GRK2", "ADRBK1")
    newer = TEXT.replace("  # the receptor", "  # the chemokine receptor").replace("S346", "S347")
    document.write_text(newer, encoding="utf-8")
    done = pathport.update(document, held.saved(), base=TEXT.encode())
    told = newer.replace("GRK2: {kind", "GRK2: {name: ADRBK1, kind")
    assert document.read_text(encoding="utf-8") == told
    assert not done.findings


def test_records_of_another_document_ask_for_the_base(document: Path) -> None:
    newer = TEXT.replace("pubmed:8752281", "pubmed:8752280")
    document.write_text(newer, encoding="utf-8")
    done = pathport.update(document, drawn().saved())
    assert "UPD003" in codes(done)
    assert document.read_text(encoding="utf-8") == newer
    assert not pathport.update(document, drawn().saved(), base=TEXT.encode()).findings


def test_a_molecule_is_changed_wherever_it_is_drawn(document: Path) -> None:
    held = drawn()
    held.root.find("{*}DataNode[@TextLabel='CXCR4']").set("TextLabel", "fusin")
    done = pathport.update(document, held.saved())
    assert codes(done) == ["UPD004"]
    assert done.findings[0].place.line
    assert document.read_text(encoding="utf-8") == TEXT
    held = drawn()
    held.rename("CXCR4", "fusin")
    pathport.update(document, held.saved())
    assert "CXCR4: {name: fusin, kind" in document.read_text(encoding="utf-8")


def test_what_named_what_is_gone_is_told(document: Path) -> None:
    held = drawn()
    held.delete("E01_catalysis_GRK2_pm")
    held.delete("E01")
    done = pathport.update(document, held.saved())
    assert codes(done) == ["UPD005"]
    assert done.findings[0].place.subject == "module M members"
    assert pathport.read(document).modules[0].members == ()


def test_what_an_alias_stands_for_is_not_changed(document: Path) -> None:
    shared = TEXT.replace("identifiers: uniprot:P25098", "identifiers: &id uniprot:P25098")
    shared += "  N: {name: other, identifiers: *id}\n"
    document.write_text(shared, encoding="utf-8")
    held = drawn(shared)
    held.identify("GRK2", "Uniprot-TrEMBL", "P35626")
    done = pathport.update(document, held.saved())
    assert codes(done) == ["UPD007"]
    assert done.findings[0].place.line == shared[: shared.index("&id")].count("\n") + 1
    assert document.read_text(encoding="utf-8") == shared


def test_an_edit_of_a_plain_file_is_held_against_the_file_that_it_was(document: Path) -> None:
    """As of a submission to WikiPathways, which has no records and a layout of its own."""
    from pathport.formats.gpml.write import write_plain

    pathway = pathport.placed(pathport.read(document))
    base = write_plain(pathway)
    held = PathVisio(base)
    held.rename("GRK2", "ADRBK1")
    done = pathport.update(document, held.saved(), base=base)
    assert document.read_text(encoding="utf-8") == TEXT.replace(
        "GRK2: {kind", "GRK2: {name: ADRBK1, kind"
    )
    assert not done.refused


def test_a_dry_run_and_a_refusal_leave_the_document(document: Path) -> None:
    held = drawn()
    held.rename("GRK2", "ADRBK1")
    done = pathport.update(document, held.saved(), dry_run=True)
    assert done.changed
    assert "+  GRK2: {name: ADRBK1" in done.diff
    assert document.read_text(encoding="utf-8") == TEXT


def test_a_whole_layout_comes_into_a_document_and_is_edited_there(document: Path) -> None:
    """Of a document everything is taken, for nothing in it was supplied."""
    pathway = pathport.placed(pathport.read(document))
    pathport.write(pathway, "placed.yaml")
    pathport.update(document, "placed.yaml")
    assert pathport.read(document) == pathway
    assert "  # the receptor" in document.read_text(encoding="utf-8")
    box = next(it for it in pathway.layout.boxes if it.species == "GRK2_pm")
    held = PathVisio(pathport.write_bytes(pathway, "gpml").content)
    assert not pathport.update(document, held.saved()).changed
    held.move(box.id, 30, 0)
    done = pathport.update(document, held.saved())
    assert {it.field.partition(".")[0] for it in done.changes} == {"layout"}
    moved = next(it for it in pathport.read(document).layout.boxes if it.id == box.id)
    assert (moved.x, moved.y) == (box.x + 30, box.y)
    came = [it for it in done.diff.splitlines() if it[:2] == "+ "]
    assert [it.partition(":")[0].strip("+ ") for it in came] == ["width", "height", "- {id"]


OTHER = """\
pathport: 1
id: other
molecules: {A: {kind: protein}, B: {kind: protein}}
processes: {P1: {is: A -> B}}
"""


@pytest.mark.parametrize("fmt", ["yaml", "sbml"])
def test_a_file_of_another_pathway_is_refused(document: Path, fmt: str) -> None:
    file = pathport.write_bytes(pathport.read(OTHER.encode()), fmt).content
    done = pathport.update(document, file)
    assert codes(done) == ["UPD008"]
    assert document.read_text(encoding="utf-8") == TEXT
    assert pathport.update(document, file, replace=True).changed


def test_an_edited_file_without_records_asks_for_the_file_that_it_was(document: Path) -> None:
    """Of a submission without a base it can't be told what was made ready and what was edited."""
    from pathport.formats.gpml.write import write_plain

    held = PathVisio(write_plain(pathport.read(document)))
    held.rename("GRK2", "ADRBK1")
    done = pathport.update(document, held.saved())
    assert codes(done) == ["UPD003"]
    assert not pathport.update(document, held.saved(), base=document).refused


@pytest.mark.parametrize("broken", ["pathport: 1\nid: [", TEXT.replace("GRK2", "GRK3")])
def test_an_edit_that_does_not_fit_says_what_would_be_wrong(
    document: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    """No text is known for which it happens; the document is kept from what is not known too."""
    monkeypatch.setattr("pathport.updating.writing.revised", lambda *_: broken)
    held = drawn()
    held.rename("GRK2", "ADRBK1")
    (found,) = pathport.update(document, held.saved()).findings
    assert found.code == "UPD006"
    assert found.place.line or found.place.subject
    assert document.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize(
    ("kind", "accession", "shared"),
    [("GeneProduct", "7852", "ncbigene:7852"), ("Protein", "", "CXCR4")],
)
def test_a_new_molecule_that_may_be_a_known_one_is_told(
    document: Path, kind: str, accession: str, shared: str
) -> None:
    known = "CXCR4: {kind: protein, identifiers: {is encoded by: ncbigene:7852}}"
    text = TEXT.replace("CXCR4: {kind: protein, identifiers: uniprot:P61073}", known)
    document.write_text(text, encoding="utf-8")
    held = drawn(text)
    words = {"type": kind, "database": "Entrez Gene" if accession else "", "accession": accession}
    held.add_node("a1b2c", "CXCR4", (60, 60), **words)
    done = pathport.update(document, held.saved())
    assert codes(done) == ["UPD009", "UPD010"]
    found = done.findings[0]
    assert found.place.subject == "molecule CXCR4_2"
    assert f'"{shared}"' in found.sentence
    assert pathport.update(document, held.saved()).findings == ()


def test_a_node_without_a_text_is_called_after_its_kind(document: Path) -> None:
    held = drawn()
    held.add_node("a1b2c", "", (60, 60), type="Protein", database="", accession="")
    pathport.update(document, held.saved())
    new = {it.id for it in pathport.read(document).molecules}
    assert new == {"CXCR4", "GRK2", "protein"}
