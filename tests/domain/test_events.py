"""Every event of the domain table, said in constructs of the model and held against its row.

``events.tsv`` has a line for each construct that an event needs: a process with its type and
template, a control on a process, an influence on a species; ``says`` is the whiteboard notation of
the process or of what controls. ``molecules.yaml`` has the molecules with their site sets. One
pathway is built of both, and compared with the domain tables through its values alone.
"""

import re
from collections import Counter
from pathlib import Path

import msgspec
import pytest
import yaml
from tests.domain.told import (
    KINDS,
    TYPES,
    View,
    domain,
    lines,
    sites_of,
    told_acts,
    told_side,
    told_sites,
    told_species,
)

from pathport.formats.json import read
from pathport.model.check import check
from pathport.model.enumerations import Kind
from pathport.model.pathway import Pathway
from pathport.model.rules import UNUSED

HERE = Path(__file__).parent


def document() -> dict[str, object]:
    """The document that the table makes: an event's first construct has the event's id."""
    told: dict[str, object] = yaml.safe_load((HERE / "molecules.yaml").read_text("utf-8"))
    parts: dict[str, dict[str, object]] = {"process": {}, "control": {}, "influence": {}}
    number: Counter[str] = Counter()
    for row in lines(HERE / "events.tsv"):
        number[row["event"]] += 1
        once = number[row["event"]] == 1
        id_ = row["event"] if once else f"{row['event']}_{number[row['event']]}"
        parts[row["construct"]][id_] = entry(row)
    return told | {
        "processes": parts["process"],
        "controls": parts["control"],
        "influences": parts["influence"],
    }


def entry(row: dict[str, str]) -> dict[str, str]:
    if row["construct"] == "process":
        keys = {"is": row["says"], "type": row["type"], "template": row["template"]}
    else:
        on = "of" if row["construct"] == "control" else "on"
        keys = {"by": row["says"], "effect": row["type"], on: row["on"]}
        keys["mechanism"] = row["mechanism"]
    return {key: value for key, value in keys.items() if value}


@pytest.fixture(scope="module")
def pathway() -> Pathway:
    return read(msgspec.json.encode(document()), path="events.json").pathway


@pytest.fixture(scope="module")
def view(pathway: Pathway) -> View:
    return View(pathway)


def test_the_table_makes_a_pathway_without_a_fault(pathway: Pathway) -> None:
    idle = {"GRK_set", "PI3K_cat_set", "PI3K_reg_set", "PRKCZ", "PTK2B", "PXN"}
    found = {(fault.rule.code, fault.place.id) for fault in check(pathway)}
    assert found == {(UNUSED.code, molecule) for molecule in idle}


def test_only_an_outcome_has_no_place(pathway: Pathway) -> None:
    phenotypes = {m.id for m in pathway.molecules if m.kind is Kind.PHENOTYPE}
    nowhere = {species.molecule for species in pathway.species if species.compartment is None}
    assert nowhere == phenotypes
    assert len(phenotypes) == 11


def test_nothing_is_told_by_free_text(pathway: Pathway) -> None:
    for construct, thing in pathway.things():
        texts = (thing.name, thing.notes, thing.synonyms, thing.original_id)
        assert texts == (None, (), (), None), f"{construct} {thing.id}"


def test_every_event_of_the_domain_is_in_the_table() -> None:
    told = [row["event_id"] for row in domain("cxcr4-events.tsv")]
    assert len(told) == 85
    assert {row["event"] for row in lines(HERE / "events.tsv")} == set(told)


def test_every_process_says_what_its_row_says(view: View) -> None:
    rows = {row["event_id"]: row for row in domain("cxcr4-events.tsv") if row["type"] in TYPES}
    assert view.processes.keys() == rows.keys()
    for id_, process in view.processes.items():
        row = rows[id_]
        assert process.type is TYPES[row["type"]], id_
        assert view.side(process.inputs) == told_side(row["inputs"]), id_
        assert view.side(process.outputs) == told_side(row["outputs"]), id_
        template = view.species[process.template] if process.template else None
        assert template == (told_species(row["template"]) if row["template"] else None), id_
        assert not process.reversible, id_


def test_every_translocation_changes_the_place(view: View) -> None:
    moving = [
        row["event_id"]
        for row in domain("cxcr4-events.tsv")
        if "translocation" in row["type"] or row["type"] == "transport"
    ]
    assert len(moving) == 15
    for id_ in moving:
        process = view.processes[id_]
        before = {told.place for told in view.side(process.inputs)}
        assert before != {told.place for told in view.side(process.outputs)}, id_


def test_every_control_says_what_its_row_says(view: View) -> None:
    rows = domain("cxcr4-events.tsv")
    for row in rows:
        mine = re.compile(rf"{row['event_id']}(_\d+)?")
        acts = Counter(act for id_, act in view.acts.items() if mine.fullmatch(id_))
        assert acts == told_acts(row), row["event_id"]
    assert len(view.acts) == sum(told_acts(row).total() for row in rows)


def test_every_site_says_what_its_row_says(pathway: Pathway) -> None:
    assert sites_of(pathway) == told_sites()


def test_a_phosphate_at_an_unknown_site_is_a_state_without_a_site(view: View) -> None:
    rows = [row for row in domain("cxcr4-sites.tsv") if not row["position"]]
    assert [(row["member"], row["psi_mod"]) for row in rows] == [("ACKR3", "MOD:00696")]
    parts = [part for told in view.species.values() for part, _ in told.parts]
    held = {item for part in parts if part.molecule == "ACKR3" for item in part.state}
    assert held == {("mod:00696", None, None)}


def test_every_molecule_has_the_kind_and_members_of_its_row(pathway: Pathway) -> None:
    held = {molecule.id: molecule for molecule in pathway.molecules}
    rows = {row["entity_id"]: row for row in domain("cxcr4-entities.tsv") if row["kind"] in KINDS}
    assert held.keys() == rows.keys()
    for id_, row in rows.items():
        kind = Kind.ION if row["role_class"].endswith("(ion)") else KINDS[row["kind"]]
        assert held[id_].kind is kind, id_
        assert [member.molecule for member in held[id_].members] == sorted(row["members"].split())


def test_every_species_of_the_domain_is_there_once(view: View) -> None:
    told = Counter(told_species(row["species"]) for row in domain("cxcr4-species.tsv"))
    assert Counter(view.species.values()) == told
