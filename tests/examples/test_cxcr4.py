"""The flagship against the domain tables: what they hold is in the document, and no more.

What the tables say is read by `tests.domain.told`; where they are not at hand, the numbers alone
are held.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.domain.told import (
    KINDS,
    TYPES,
    View,
    domain,
    sites_of,
    told_acts,
    told_side,
    told_sites,
    told_species,
)

from pathport.formats.yaml import read
from pathport.model.enumerations import Certainty, Kind, Relation
from pathport.model.parts import Evidence
from pathport.model.pathway import Pathway
from pathport.model.things import Thing

EXAMPLE = Path(__file__).parents[2] / "examples" / "cxcr4.yaml"

COUNTS = {
    "compartments": 8,
    "molecules": 138,
    "species": 128,
    "processes": 63,
    "controls": 75,
    "associations": 0,
    "modules": 9,
}
INFLUENCES = {"E26", "E27", "E36", "E48", "E49", "E55", "E82", "E90", "E91", "E94"}
INFLUENCES |= {"E95", "E96", "E97", "E98"}
REGULATIONS = {"E15", "E35", "E56", "E65", "E74", "E75"}
SEVERAL = {
    "E77": {"ARRB1", "GRK2", "GRK3", "GRK6"},
    "E80": {"E01", "E05"},
    "E81": {"E01"},
    "E83": {"E01"},
    "E84": {"E01"},
    "E85": {"E01"},
    "E86": {"ACKR3"},
    "E92": {"plerixafor", "ulocuplumab"},
}
"""Events that more than one construct says: what stands behind their id in the id of each control.
Where a process has the event's id too, it has the event's name."""

IDLE = {"PI3K_cat_set", "PI3K_reg_set", "PRKCZ", "PTK2B", "PXN"}
"""Molecules of the tables that are in no event, of the context tier: they are left out."""

HYPOTHETICAL = {
    ("GRK_set", "GRK1"),
    ("GRK_set", "GRK4"),
    ("GRK_set", "GRK7"),
    ("PI3K_IA_cat_set", "PIK3CA"),
    ("RAF_set", "ARAF"),
    ("STAT_set", "STAT5A"),
    ("STAT_set", "STAT6"),
}
"""Members without support of their own: those that the figure's family words alone expand to, and
the one that a source found not to carry the signal."""

KEYS = {
    "S2": "pmc:PMC7484992",
    "L-ACKR3-GRK": "pmc:PMC11033958",
    "L-Antagonists$": "doi:10.1186/s13045-017-0435-x",
    "L-Antagonists": "doi:10.1080/17425255.2020.1711884",
    "L-JEM192": "pmc:PMC2193218",
    "L-Marchese2001": "doi:10.1074/jbc.C100527200",
    "L-Zhang2001": "doi:10.1182/blood.v97.11.3342",
    "STAT2-uniprot.txt": "uniprot:P52630",
}
"""The table's keys of sources that have an identifier, as patterns."""

UNSAID = {"MI:0217", "MI:0220", "MI:0414", "MI:2235", "MI:2240"}
"""PSI-MI terms that say no more than the type of the process or the effect of the control."""

REFERENCES = {
    "pubmed:": r"PMID:(\d+)",
    "doi:": r"DOI:([^\s;,)]+)",
    "pmc:": r"\b(PMC\d+)",
    "wikipathways:": r"\b(WP\d+)",
}
IDENTIFIERS = {
    "uniprot": (Relation.IS, "uniprot:"),
    "hgnc": (Relation.IS_ENCODED_BY, ""),
    "ncbigene": (Relation.IS_ENCODED_BY, "ncbigene:"),
    "ensembl": (Relation.IS_ENCODED_BY, "ensembl:"),
    "chebi": (Relation.IS, ""),
    "pubchem_cid": (Relation.IS, "pubchem.compound:"),
    "chembl": (Relation.IS, "chembl.compound:"),
    "drugbank": (Relation.IS, "drugbank:"),
    "mesh": (Relation.IS, "mesh:"),
}
"""Columns of identifiers: how they relate to the molecule, and the prefix that the column lacks."""


@pytest.fixture(scope="module")
def pathway() -> Pathway:
    return read(EXAMPLE.read_bytes(), path="cxcr4.yaml").pathway


@pytest.fixture(scope="module")
def view(pathway: Pathway) -> View:
    return View(pathway)


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, str]]:
    return {row["event_id"]: row for row in domain("cxcr4-events.tsv")}


def said(pathway: Pathway) -> dict[str, Thing]:
    """What says the events: processes, and the controls that an event's id begins the id of."""
    named = [control for control in pathway.controls if control.name]
    return {thing.id: thing for thing in (*pathway.processes, *named)}


def event(id_: str) -> str:
    """The event that a construct of this id says."""
    found = re.fullmatch(r"(E\d\d)(?:_\w+)?", id_)
    assert found is not None, id_
    return found[1]


def test_the_numbers(pathway: Pathway) -> None:
    assert {name: len(getattr(pathway, name)) for name in COUNTS} == COUNTS


def test_an_event_that_is_no_process_is_a_control(pathway: Pathway) -> None:
    controls = said(pathway).keys() - {process.id for process in pathway.processes}
    several = {f"{id_}_{rest}" for id_, parts in SEVERAL.items() for rest in parts}
    assert controls == INFLUENCES | REGULATIONS | several
    assert len({event(id_) for id_ in said(pathway)}) == 85


def test_members_without_support_are_marked_with_the_reason(pathway: Pathway) -> None:
    marked = {
        (molecule.id, member.molecule): member
        for molecule in pathway.molecules
        for member in molecule.members
        if member.certainty is Certainty.HYPOTHETICAL
    }
    assert marked.keys() == HYPOTHETICAL
    assert all(evidence.note for member in marked.values() for evidence in member.evidence)
    assert all(member.evidence for member in marked.values())


def choices(pathway: Pathway) -> dict[str, Evidence]:
    """The curator's inferences, by construct, which has one at most."""
    return {
        id_: evidence
        for id_, thing in said(pathway).items()
        for evidence in thing.evidence
        if evidence.code == "eco:0000305"
    }


def test_a_curators_choice_says_what_was_chosen(pathway: Pathway) -> None:
    assert len(choices(pathway)) == 30
    assert all(choice.observation and choice.note for choice in choices(pathway).values())


def test_a_curators_choice_is_one_in_its_row(
    pathway: Pathway, rows: dict[str, dict[str, str]]
) -> None:
    inferred = {id_ for id_, row in rows.items() if "curator inference" in row["note"].lower()}
    inferred |= {id_ for id_, row in rows.items() if row["eco"] == "ECO:0000305"}
    assert {event(id_) for id_ in choices(pathway)} == inferred | {"E68"}


def test_every_event_is_there_under_its_name(
    pathway: Pathway, rows: dict[str, dict[str, str]]
) -> None:
    assert {event(id_) for id_ in said(pathway)} == rows.keys()
    names = {id_: thing.name for id_, thing in said(pathway).items() if id_ in rows}
    assert names == {id_: row["name"] for id_, row in rows.items() if id_ in names}
    assert rows.keys() - names.keys() == {"E77", "E92"}


def test_every_process_says_what_its_row_says(view: View, rows: dict[str, dict[str, str]]) -> None:
    for id_, process in view.processes.items():
        row = rows[id_]
        assert process.type is TYPES[row["type"]], id_
        assert view.side(process.inputs) == told_side(row["inputs"]), id_
        assert view.side(process.outputs) == told_side(row["outputs"]), id_
        template = view.species[process.template] if process.template else None
        assert template == (told_species(row["template"]) if row["template"] else None), id_


def test_every_control_says_what_its_row_says(view: View, rows: dict[str, dict[str, str]]) -> None:
    told = sum((told_acts(row) for row in rows.values()), Counter())
    assert Counter(view.acts.values()) == told


def test_every_species_is_there_with_its_label(pathway: Pathway, view: View) -> None:
    told = {told_species(row["species"]): row["label"] for row in domain("cxcr4-species.tsv")}
    assert Counter(view.species.values()) == Counter(told.keys())
    labels = {molecule.id: molecule.name or molecule.id for molecule in pathway.molecules}
    for species in pathway.species:
        spelled = ":".join(labels[str(part.molecule)] for part in species.components)
        plain = labels.get(str(species.molecule), spelled)
        assert (species.name or plain) == told[view.species[species.id]], species.id


def test_every_site_is_there(pathway: Pathway) -> None:
    assert sites_of(pathway) == told_sites()


def test_every_source_of_a_row_is_among_its_evidence(
    pathway: Pathway, rows: dict[str, dict[str, str]]
) -> None:
    held: dict[str, list[Evidence]] = {}
    for id_, thing in said(pathway).items():
        held.setdefault(event(id_), []).extend(thing.evidence)
    for id_, row in rows.items():
        text = row["evidence"]
        told = {
            prefix + found
            for prefix, pattern in REFERENCES.items()
            for found in re.findall(pattern, text)
        }
        told |= {curie for key, curie in KEYS.items() if re.search(rf"\b{key}", text)}
        assert told <= {evidence.reference for evidence in held[id_]}, id_
        assert row["eco"].lower() in {evidence.code for evidence in held[id_]}, id_


def test_every_interaction_term_of_a_row_is_there(
    pathway: Pathway, rows: dict[str, dict[str, str]]
) -> None:
    """On what says the event, or on a control of its process."""
    held: dict[str, set[str]] = {}
    for thing in (*pathway.processes, *pathway.controls):
        terms = {found.id for found in thing.identifiers if found.id.startswith("mi:")}
        held.setdefault(thing.id[:3], set()).update(terms)
    told = {id_: row["psi_mi"] for id_, row in rows.items() if row["psi_mi"] not in UNSAID}
    assert held == {id_: {told[id_].lower()} if told.get(id_) else set() for id_ in rows}


def test_every_event_is_in_its_module(pathway: Pathway, rows: dict[str, dict[str, str]]) -> None:
    held = {member: module.id for module in pathway.modules for member in module.members}
    assert held == {id_: rows[event(id_)]["module"] for id_ in said(pathway)}


def test_every_molecule_that_acts_is_there(pathway: Pathway) -> None:
    rows = [row for row in domain("cxcr4-entities.tsv") if row["kind"] in KINDS]
    assert {molecule.id for molecule in pathway.molecules} == {
        row["entity_id"] for row in rows
    } - IDLE


def test_every_molecule_has_the_identifiers_of_its_row(pathway: Pathway) -> None:
    rows = {row["entity_id"]: row for row in domain("cxcr4-entities.tsv")}
    for molecule in pathway.molecules:
        row = rows[molecule.id]
        held = {(found.relation, found.id) for found in molecule.identifiers}
        told = {
            (relation, prefix + (row[column] if prefix else row[column].lower()))
            for column, (relation, prefix) in IDENTIFIERS.items()
            if row[column]
        }
        if molecule.kind is Kind.GENE:
            told = {(Relation.IS, curie) for _, curie in told}
        assert told <= held, molecule.id
        assert (molecule.name or molecule.id) == row["label"]
        assert [member.molecule for member in molecule.members] == sorted(row["members"].split())


def test_every_outcome_has_the_term_of_its_row(pathway: Pathway) -> None:
    for molecule in pathway.molecules:
        if molecule.kind is Kind.PHENOTYPE:
            (row,) = (r for r in domain("cxcr4-entities.tsv") if r["entity_id"] == molecule.id)
            held = {i.id for i in molecule.identifiers if i.relation is Relation.IS}
            assert held == ({row["go"].lower()} if row["go"] else set())


def test_every_term_that_annotates_an_event_is_on_it(pathway: Pathway) -> None:
    rows = [row for row in domain("cxcr4-entities.tsv") if row["kind"] == "process"]
    assert len(rows) == 3
    for row in rows:
        thing = said(pathway)[row["attached_to"].removeprefix("annotates: ")]
        assert row["go"].lower() in {found.id for found in thing.identifiers}


def test_every_family_of_a_row_is_said_by_the_molecule_or_by_a_family_that_has_it(
    pathway: Pathway,
) -> None:
    rows = {row["entity_id"]: row for row in domain("cxcr4-entities.tsv")}
    for molecule in pathway.molecules:
        over = [m for m in pathway.molecules if molecule.id in {it.molecule for it in m.members}]
        held = {found.id for it in (molecule, *over) for found in it.identifiers}
        told = re.findall(r"isa:FPLX:(\w+)", rows[molecule.id]["famplex"])
        assert {f"fplx:{family}" for family in told} <= held, molecule.id


def test_every_cell_type_is_where_its_row_attaches_it(pathway: Pathway, view: View) -> None:
    """On a species that the row names, or on what acts on the outcome that it names."""
    cells: dict[object, set[str | None]] = {}
    for species in pathway.species:
        told = {found.id for found in species.identifiers} | {species.cell_type}
        cells.setdefault(view.species[species.id], set()).update(told)
    for control in pathway.controls:
        told = {found.id for found in control.identifiers}
        cells.setdefault(view.species.get(str(control.target)), set()).update(told)
    rows = [row for row in domain("cxcr4-entities.tsv") if row["kind"] == "cell_type"]
    assert len(rows) == 6
    for row in rows:
        for attached in row["attached_to"].split("; "):
            place = told_species(attached.partition(": ")[2])
            assert row["cl"].lower() in cells[place], f"{row['entity_id']}: {attached}"
