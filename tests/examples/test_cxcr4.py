"""The flagship against the domain tables: what its tiers hold is in the document, and no more.

What the tables say is read by `tests.domain.told`; where they are not at hand, the numbers alone
are held.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.domain.told import (
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
from pathport.model.enumerations import Certainty, Relation
from pathport.model.parts import Evidence
from pathport.model.pathway import Pathway
from pathport.model.things import Thing

EXAMPLE = Path(__file__).parents[2] / "examples" / "cxcr4.yaml"

TIERS = frozenset({"core", "needed"})
COUNTS = {
    "compartments": 8,
    "molecules": 112,
    "species": 94,
    "processes": 48,
    "controls": 44,
    "associations": 0,
    "modules": 8,
}
INFLUENCES = {"E26", "E27", "E36", "E48", "E49", "E55", "E90", "E94"}
REGULATIONS = {"E65", "E74", "E75"}

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
    "L-JEM192": "pmc:PMC2193218",
    "L-Marchese2001": "doi:10.1074/jbc.C100527200",
    "L-Zhang2001": "doi:10.1182/blood.v97.11.3342",
    "STAT2-uniprot.txt": "uniprot:P52630",
}
"""The table's keys of sources that have an identifier."""

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
    table = domain("cxcr4-events.tsv")
    return {row["event_id"]: row for row in table if row["tier"] in TIERS}


def events(pathway: Pathway) -> dict[str, Thing]:
    """What stands for an event: processes, and the controls that have an event's id."""
    controls = [control for control in pathway.controls if re.fullmatch(r"E\d\d", control.id)]
    return {thing.id: thing for thing in (*pathway.processes, *controls)}


def test_the_numbers(pathway: Pathway) -> None:
    assert {name: len(getattr(pathway, name)) for name in COUNTS} == COUNTS


def test_an_event_that_is_no_process_is_a_control(pathway: Pathway) -> None:
    controls = events(pathway).keys() - {process.id for process in pathway.processes}
    assert controls == INFLUENCES | REGULATIONS
    assert len(events(pathway)) == 59


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


def test_a_curators_choice_says_what_was_chosen(pathway: Pathway) -> None:
    assert len(choices(pathway)) == 19
    assert all(choice.observation and choice.note for choice in choices(pathway).values())


def choices(pathway: Pathway) -> dict[str, Evidence]:
    """The curator's inferences, by event; an event has one at most."""
    return {
        id_: evidence
        for id_, event in events(pathway).items()
        for evidence in event.evidence
        if evidence.code == "eco:0000305"
    }


def test_a_curators_choice_is_one_in_its_row(
    pathway: Pathway, rows: dict[str, dict[str, str]]
) -> None:
    inferred = {id_ for id_, row in rows.items() if "curator inference" in row["note"].lower()}
    inferred |= {id_ for id_, row in rows.items() if row["eco"] == "ECO:0000305"}
    assert choices(pathway).keys() == inferred | {"E68"}


def test_every_event_of_its_tiers_is_there(
    pathway: Pathway, rows: dict[str, dict[str, str]]
) -> None:
    told = {id_: row["name"] for id_, row in rows.items()}
    assert {id_: event.name for id_, event in events(pathway).items()} == told


def test_every_process_says_what_its_row_says(view: View, rows: dict[str, dict[str, str]]) -> None:
    for id_, process in view.processes.items():
        row = rows[id_]
        assert process.type is TYPES[row["type"]], id_
        assert view.side(process.inputs) == told_side(row["inputs"]), id_
        assert view.side(process.outputs) == told_side(row["outputs"]), id_


def test_every_control_says_what_its_row_says(view: View, rows: dict[str, dict[str, str]]) -> None:
    told = sum((told_acts(row) for row in rows.values()), Counter())
    assert Counter(view.acts.values()) == told


def test_every_species_of_its_tiers_is_there_with_its_label(
    pathway: Pathway, view: View, rows: dict[str, dict[str, str]]
) -> None:
    told = {
        told_species(row["species"]): row["label"]
        for row in domain("cxcr4-species.tsv")
        if rows.keys() & set(row["used_in"].split())
    }
    assert Counter(view.species.values()) == Counter(told.keys())
    labels = {molecule.id: molecule.name or molecule.id for molecule in pathway.molecules}
    for species in pathway.species:
        spelled = ":".join(labels[str(part.molecule)] for part in species.components)
        plain = labels.get(str(species.molecule), spelled)
        assert (species.name or plain) == told[view.species[species.id]], species.id


def test_every_site_of_its_molecules_is_there(pathway: Pathway) -> None:
    here = {molecule.id for molecule in pathway.molecules}
    of_another_tier = {("CXCR4", 324), ("CXCR4", 325)}  # by themselves; both are in pTail too
    told = {
        (name, logic, member, residue, position, *rest)
        for name, logic, member, residue, position, *rest in told_sites()
        if member in here and (name or (member, position) not in of_another_tier)
    }
    assert sites_of(pathway) == told


def test_every_source_of_a_row_is_among_its_evidence(
    pathway: Pathway, rows: dict[str, dict[str, str]]
) -> None:
    for id_, event in events(pathway).items():
        text = rows[id_]["evidence"]
        told = {
            prefix + found
            for prefix, pattern in REFERENCES.items()
            for found in re.findall(pattern, text)
        }
        told |= {curie for key, curie in KEYS.items() if re.search(rf"\b{key}\b", text)}
        cited = {evidence.reference for evidence in event.evidence} - {None}
        assert told <= cited, id_
        assert rows[id_]["eco"].lower() in {evidence.code for evidence in event.evidence}, id_


def test_every_event_is_in_its_module(pathway: Pathway, rows: dict[str, dict[str, str]]) -> None:
    held = {member: module.id for module in pathway.modules for member in module.members}
    assert held == {id_: row["module"] for id_, row in rows.items()}


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
        assert told <= held, molecule.id
        assert (molecule.name or molecule.id) == row["label"]
        assert [member.molecule for member in molecule.members] == sorted(row["members"].split())
