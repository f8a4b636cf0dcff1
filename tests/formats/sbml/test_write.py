"""What an SBML file holds: counted by libSBML, said natively, the same bytes each time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from tests.formats.sbml.samples import (
    EXAMPLES,
    ROOT,
    Tree,
    document,
    example,
    libsbml_model,
    sample,
)

from pathport.fidelity.report import Status
from pathport.findings import Severity
from pathport.formats import sbml
from pathport.formats.sbml.plan import leaves
from pathport.formats.sbml.rules import OF_QUANTITIES, TOLERATED
from pathport.model.facts import digest, facts
from pathport.model.pathway import Pathway
from pathport.model.quantities import Quantities
from pathport.model.things import Form
from pathport.testing import pathways

GOLDEN = Path(__file__).parent / "golden"

NATIVE = {
    ("compartment", ""),
    ("compartment", "dimensions"),
    ("compartment", "identifiers"),
    ("compartment", "inside"),
    ("compartment", "name"),
    ("control", ""),
    ("control", "effect"),
    ("control", "identifiers"),
    ("control", "mechanism"),
    ("control", "notes"),
    ("control", "references"),
    ("control", "sources.inputs"),
    ("control", "target"),
    ("module", ""),
    ("module", "members"),
    ("module", "name"),
    ("pathway", "authors"),
    ("pathway", "created"),
    ("pathway", "identifiers"),
    ("pathway", "licence"),
    ("pathway", "modified"),
    ("pathway", "name"),
    ("pathway", "notes"),
    ("pathway", "organism"),
    ("pathway", "references"),
    ("pathway", "version"),
    ("process", ""),
    ("process", "identifiers"),
    ("process", "inputs"),
    ("process", "name"),
    ("process", "notes"),
    ("process", "outputs"),
    ("process", "references"),
    ("process", "reversible"),
    ("process", "template"),
    ("process", "type"),
    ("species", ""),
    ("species", "compartment"),
    ("species", "components"),
    ("species", "form"),
    ("species", "identifiers"),
    ("species", "members"),
    ("species", "molecule"),
    ("species", "name"),
    ("species", "notes"),
    ("species", "references"),
    ("species", "state.activity"),
    ("species", "state.modifications"),
}
"""What SBML must say by itself, by construct and field."""

OF_SHOWN_MOLECULES = {"identifiers", "kind", "name", "notes", "organism", "references", "synonyms"}
"""What must be said of a molecule that a species is in some state; others show in less places."""


def fates(pathway: Pathway) -> dict[tuple[str, str, str], set[Status]]:
    """By construct, field and id, how facts that are not native fared; supplied ones aside."""
    found: dict[tuple[str, str, str], set[Status]] = {}
    for entry in sbml.write(pathway).account.entries:
        if entry.status is not Status.SUPPLIED:
            found.setdefault((entry.construct, entry.field, entry.id), set()).add(entry.status)
    return found


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_must_be_native_is(path: Path) -> None:
    pathway = example(path)
    shown = {species.molecule for species in pathway.species if species.form is Form.SINGLE}
    wrong = {
        fate
        for fate in fates(pathway)
        if fate[:2] in NATIVE
        or (fate[0] == "molecule" and fate[1] in OF_SHOWN_MOLECULES and fate[2] in shown)
    }
    assert wrong == set()


def test_the_sample_is_native_but_for_logic_members_and_order() -> None:
    assert {fate[:2] for fate in fates(sample())} == {
        ("control", "sources.gates"),
        ("control", "sources.inputs"),
        ("control", "sources.logic"),
        ("module", "order"),
        ("molecule", ""),
        ("molecule", "identifiers"),
        ("molecule", "kind"),
        ("molecule", "members"),
        ("molecule", "site_sets.sites"),
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_libsbml_finds_nothing_in_the_examples(path: Path) -> None:
    (note,) = sbml.validate(sbml.write(example(path)).content, full=True)
    assert note.code == "SBM218"


@given(pathways())
def test_every_export_is_valid(pathway: Pathway) -> None:
    found = sbml.validate(sbml.write(pathway).content)
    (note,) = [it for it in found if it.code not in TOLERATED]
    assert (note.code, note.severity) == ("SBM218", Severity.NOTE)
    of_quantities = [it for it in found if it.code in OF_QUANTITIES]
    assert not of_quantities or pathway.quantities != Quantities()


@given(pathways())
def test_reading_gives_back_what_was_written(pathway: Pathway) -> None:
    before = digest(pathway)
    written = sbml.write(pathway)
    back = sbml.read(written.content)
    assert facts(back.pathway) == facts(pathway)
    assert [f for f in back.findings if not f.code.startswith("MDL")] == []
    assert written.account.lost == 0
    assert digest(pathway) == before


@pytest.mark.parametrize("pathway", [*map(example, EXAMPLES), sample()], ids=lambda it: it.id)
def test_libsbml_reads_every_object(pathway: Pathway) -> None:
    read = libsbml_model(sbml.write(pathway).content)
    model = read.getModel()
    reactions = {it.getId(): it for it in model.getListOfReactions()}
    species = {it.id for it in pathway.species}
    influences = {it.id for it in pathway.controls if it.target in species}
    on_processes = [it for it in pathway.controls if it.target in {p.id for p in pathway.processes}]
    assert {it.getId() for it in model.getListOfSpecies()} == species
    assert reactions.keys() == influences | {
        it.id for it in (*pathway.processes, *pathway.associations)
    }
    modifiers = sum(it.getNumModifiers() for it in reactions.values())
    templates = sum(it.template is not None for it in pathway.processes)
    acting = [it for it in pathway.controls if it in on_processes or it.id in influences]
    assert modifiers == templates + sum(len(leaves(it.sources)) for it in acting)
    for process in pathway.processes:
        for side, participants in (
            (reactions[process.id].getListOfReactants(), process.inputs),
            (reactions[process.id].getListOfProducts(), process.outputs),
        ):
            assert {it.getSpecies(): it.getStoichiometry() for it in side} == {
                it.species: it.coefficient for it in participants
            }
    groups = model.getPlugin("groups")
    assert (groups.getNumGroups() if groups else 0) == len(pathway.modules)


def test_libsbml_reads_identifiers_and_history() -> None:
    read = libsbml_model(sbml.write(sample()).content)
    model = read.getModel()
    species = model.getSpecies("REC_pm")
    uris = [species.getCVTerm(0).getResourceURI(0), species.getCVTerm(1).getResourceURI(0)]
    assert uris == ["https://identifiers.org/uniprot:P61073", "https://identifiers.org/hgnc:2561"]
    history = model.getModelHistory()
    assert [c.getFamilyName() for c in history.getListCreators()] == ["Doe", "Lovelace"]
    assert history.getCreatedDate().getDateAsString() == "2026-11-20T00:00:00Z"


def test_what_libsbml_saves_is_read_the_same() -> None:
    import libsbml

    pathway = sample()
    saved = libsbml.writeSBMLToString(libsbml_model(sbml.write(pathway).content))
    back = sbml.read(saved.encode())
    assert facts(back.pathway) == facts(pathway)
    assert back.findings == ()


HASHED = """
import sys
from pathlib import Path
from pathport.document import YAML, read_document
from pathport.formats import sbml
for name in sys.argv[1:]:
    pathway = read_document(Path(name).read_bytes(), syntax=YAML).pathway
    sys.stdout.buffer.write(sbml.write(pathway).content)
"""


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    paths = [str(path) for path in EXAMPLES]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", HASHED, *paths],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("path", EXAMPLES[1:2], ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    """Regenerated by ``PATHPORT_ACCEPT=1 pytest tests/formats/sbml``."""
    golden = GOLDEN / f"{path.stem}.sbml.xml"
    content = sbml.write(example(path)).content
    if os.environ.get("PATHPORT_ACCEPT"):
        golden.write_bytes(content)
    assert content == golden.read_bytes()


NASTY = ["a\r\nb", "\ttab ", " & <b> ]]> \"'", "é 😀 \u2028", "pathport:x", "#", "{p}", "x:y"]


@pytest.mark.parametrize("text", NASTY)
def test_any_text_is_said_natively(text: str) -> None:
    import msgspec

    pathway = sample()
    changed = msgspec.structs.replace(
        pathway,
        name=text,
        notes=(text,),
        synonyms=(text,),
        molecules=tuple(
            msgspec.structs.replace(it, name=f"{text}{n}", synonyms=(text,), notes=(text,))
            for n, it in enumerate(pathway.molecules)
        ),
        processes=tuple(
            msgspec.structs.replace(it, name=text, notes=(text,), original_id=text)
            for it in pathway.processes
        ),
    )
    assert {fate[1] for fate in fates(changed)} & {"notes", "original_id", "components"} == {
        "notes"
    }  # of molecules that no species shows
    native = {e.construct for e in sbml.write(changed).account.entries if e.field == "name"}
    assert native <= {"molecule"}
    assert sbml.read(sbml.write(changed).content).pathway == changed


DEGENERATE = """\
pathport: 1
id: degenerate
compartments: {c: {name: c}}
molecules: {A: {kind: protein}, X: {kind: phenotype}}
processes:
  one: {is: A@c -> 0, controls: [{id: k, by: A@c, effect: catalysis}]}
  unsure: {is: 0 -> A@c, type: uncertain process, controls: [{by: X@c, effect: modulation}]}
controls:
  on_control: {of: k, by: X@c, effect: inhibition}
"""


def test_what_has_no_element_stands_at_the_root() -> None:
    pathway = document(DEGENERATE)
    written = sbml.write(pathway)
    tree = Tree(written.content)
    assert sbml.read(written.content).pathway == pathway
    assert tree.all("//s:modifierSpeciesReference[@id='on_control']") == []
    records = [it.text for it in tree.all("/s:sbml/s:model/s:annotation/p:records/p:record")]
    assert any('"id":"on_control"' in text for text in records)


def test_a_process_that_would_look_like_an_influence_says_its_type_coarsely() -> None:
    assert tree_of(DEGENERATE).element("unsure").get("sboTerm") == "SBO:0000375"


def tree_of(text: str) -> Tree:
    return Tree(sbml.write(document(text)).content)


def test_a_name_of_its_own_stands_beside_the_systematic_one() -> None:
    tree = Tree(sbml.write(sample()).content)
    assert tree.element("bound").get("name") == "bound receptor"
    assert tree.element("rec_p").get("name") == "receptor{pS324,pS325}"


def test_a_family_has_the_shape_of_its_members() -> None:
    tree = Tree(sbml.write(sample()).content)
    assert tree.element("KIN_loop_cyt").get("sboTerm") == "SBO:0000252"


def test_a_part_without_an_identifier_is_told_by_its_kind() -> None:
    tree = tree_of(
        "{pathport: 1, id: x, compartments: {c: {}}, molecules: {A: {kind: RNA}, B: {}},"
        " processes: {p: {is: 'A:2*B@c -> 0'}}}"
    )
    (bag,) = tree.all("//q:hasPart/rdf:Bag")
    assert [li.values()[0].rpartition("/")[2] for li in bag] == [
        "SBO:0000250",
        "SBO:0000285",
        "SBO:0000285",
    ]
