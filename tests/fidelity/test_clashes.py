"""Ids that an element of a file and a thing without one both have."""

from hypothesis import given
from hypothesis import strategies as st

from pathport.fidelity.clashes import part_ids, unclashed
from pathport.findings import Severity
from pathport.model.check import check
from pathport.model.facts import facts
from pathport.model.parts import Component
from pathport.model.pathway import Pathway
from pathport.model.references import renamed
from pathport.model.rules import ID_CLASH
from pathport.model.things import Control, Form, Molecule, Species
from pathport.testing import pathways


def test_the_element_keeps_its_id() -> None:
    pathway = Pathway(
        id="P", molecules=(Molecule(id="akt"),), species=(Species(id="AKT", molecule="akt"),)
    )
    found, moved = unclashed(pathway, {("species", "AKT")})
    assert found.species == (Species(id="AKT", molecule="akt_2"),)
    assert found.molecules == (Molecule(id="akt_2"),)
    assert moved == {("molecule", "akt_2"): "akt"}


def test_an_element_that_a_record_made_another_construct_of_holds_no_id() -> None:
    pathway = Pathway(id="P", controls=(Control(id="M"),))
    assert unclashed(pathway, {("process", "M")}) == (pathway, {})


def test_the_new_id_is_that_of_no_part() -> None:
    part = Component(components=(Component(id="akt_2", molecule="akt"),))
    pathway = Pathway(
        id="akt",
        molecules=(Molecule(id="akt"),),
        species=(Species(id="S", form=Form.COMPLEX, components=(part,)),),
    )
    assert list(part_ids(pathway)) == ["akt_2"]
    assert unclashed(pathway, set())[1] == {("molecule", "akt_3"): "akt"}


@given(pathways(), st.data())
def test_without_a_clash_nothing_moves(pathway: Pathway, data: st.DataObject) -> None:
    things = [(construct, thing.id) for construct, thing in pathway.things()]
    elements = set(data.draw(st.lists(st.sampled_from(things)))) if things else set()
    assert unclashed(pathway, elements) == (pathway, {})


@given(pathways(), st.data())
def test_no_clash_is_left(pathway: Pathway, data: st.DataObject) -> None:
    species = [it.id for it in pathway.species]
    molecules = [it.id for it in pathway.molecules]
    names = {
        ("molecule", one): other
        for one, other in zip(molecules, data.draw(st.permutations(species)), strict=False)
    }
    found, moved = unclashed(renamed(pathway, names), {("species", id_) for id_ in species})
    faults = [fault for fault in check(found) if fault.rule.severity is Severity.ERROR]
    assert [fault for fault in faults if fault.rule is ID_CLASH] == []
    assert len(moved) == len(names)
    assert len(facts(found)) == len(facts(pathway))
