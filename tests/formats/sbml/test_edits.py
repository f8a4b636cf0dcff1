"""Edits in another program win: what the file says natively is taken, nothing removed returns."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.sbml.samples import EXAMPLES, Tree, example, libsbml_model, sample, stripped

from pathport.errors import FaultyError
from pathport.findings import Finding
from pathport.formats import sbml
from pathport.formats.sbml.terms import RDF
from pathport.model.facts import Place, facts
from pathport.model.pathway import Pathway
from pathport.testing import Limits, pathways

RESOURCE = f"{{{RDF}}}resource"
NATIVE = "not(ancestor-or-self::p:*) and ancestor::s:model"
"""Elements of a file that are no records."""


def edited(edit: Callable[[Tree], Any]) -> tuple[Pathway, tuple[Finding, ...]]:
    """What is read of the sample after an edit, and what is told of it."""
    tree = Tree(sbml.write(sample()).content)
    edit(tree)
    read = sbml.read(tree.content)
    return read.pathway, read.findings


def changes(pathway: Pathway) -> dict[str, Any]:
    """What is not as in the sample, by place; `None` is gone."""
    old, new = facts(sample()), facts(pathway)
    places = sorted(old.keys() | new.keys())
    return {str(at): new.get(at) for at in places if old.get(at) != new.get(at)}


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(f.code, f.place.subject) for f in findings if not f.code.startswith("MDL")]


def test_a_species_is_renamed() -> None:
    pathway, findings = edited(lambda tree: tree.element("REC_pm").set("name", "CXCR4"))
    assert changes(pathway) == {"species REC_pm name": "CXCR4"}
    assert told(findings) == []


def test_a_name_is_removed() -> None:
    pathway, findings = edited(lambda tree: tree.element("bound").attrib.pop("name"))
    assert changes(pathway) == {"species bound name": None}
    assert told(findings) == []


def test_a_coefficient_is_changed() -> None:
    def edit(tree: Tree) -> None:
        tree.one("//*[@id='making']//s:speciesReference").set("stoichiometry", "4")

    pathway, findings = edited(edit)
    assert changes(pathway) == {"process making outputs mRNA_cyt": 4}
    assert told(findings) == []


def test_a_participant_is_removed() -> None:
    pathway, _ = edited(
        lambda tree: tree.remove(
            "//*[@id='binding']//s:speciesReference[@species='REC_pm']",
        )
    )
    assert changes(pathway) == {"process binding inputs REC_pm": None}


def test_an_identifier_is_removed() -> None:
    """The species is no longer known to be the molecule, and gets one of its own."""

    def edit(tree: Tree) -> None:
        bag = "//*[@id='DRUG_ec']//q:is/rdf:Bag"
        tree.one(bag).remove(tree.one(f"{bag}/rdf:li"))

    pathway, findings = edited(edit)
    (species,) = [it for it in pathway.species if it.id == "DRUG_ec"]
    molecule = next(it for it in pathway.molecules if it.id == species.molecule)
    assert molecule.identifiers == ()
    assert molecule.name == "DRUG"
    assert ("FID002", "species DRUG_ec") in told(findings)


def test_an_identifier_is_added() -> None:
    def edit(tree: Tree) -> None:
        bag = tree.one("//*[@id='bound']//q:is/rdf:Bag")
        bag.append(
            bag.makeelement(f"{{{RDF}}}li", {RESOURCE: "https://identifiers.org/go:0000001"})
        )

    pathway, findings = edited(edit)
    assert changes(pathway) == {'species bound identifiers {"id":"go:0000001"}': True}
    assert told(findings) == []


def test_a_modifier_of_a_gate_is_removed() -> None:
    """What is left of the gate acts alone."""
    pathway, findings = edited(lambda tree: tree.remove("//*[@id='unless_DRUG_ec']"))
    by_id = {it.id: it for it in pathway.controls}
    assert "unless" not in by_id
    assert by_id["unless_bound"].sources.inputs == ("bound",)
    assert by_id["unless_bound"].effect == "stimulation"
    assert {code for code, _ in told(findings)} == {"FID001", "FID002"}
    assert any("control unless sources" in finding.sentence for finding in findings)


def test_a_species_is_moved() -> None:
    pathway, findings = edited(lambda tree: tree.element("REC_pm").set("compartment", "cyt"))
    assert changes(pathway) == {"species REC_pm compartment": "cyt"}
    assert told(findings) == []


def test_a_species_gets_a_place() -> None:
    pathway, _ = edited(lambda tree: tree.element("either").set("compartment", "ec"))
    assert changes(pathway) == {"species either compartment": "ec"}


def test_a_place_is_made_of_the_one_for_nowhere() -> None:
    pathway, _ = edited(lambda tree: tree.element("not_specified").set("name", "dish"))
    assert changes(pathway) == {
        "compartment not_specified": True,
        "compartment not_specified name": "dish",
        "species either compartment": "not_specified",
        "species growth_2 compartment": "not_specified",
    }


def test_a_reaction_is_deleted() -> None:
    """With its controls; the module loses its members and the record of their order."""

    def edit(tree: Tree) -> None:
        tree.remove("//*[@id='phosphorylation']")
        tree.remove("//g:member[@g:idRef='phosphorylation']")
        for source in ("bound", "KIN_loop_cyt"):
            tree.remove(f"//g:member[@g:idRef='both_{source}']")

    pathway, findings = edited(edit)
    gone = {it.id for _, it in sample().things()} - {it.id for _, it in pathway.things()}
    assert gone == {"phosphorylation", "both", "unless"}
    assert next(it for it in pathway.modules if it.id == "inner").order == ()
    dropped = [finding.sentence for finding in findings if finding.code == "FID001"]
    assert [text.split('"')[1] for text in dropped] == [
        "control unless sources",
        "module inner order",
    ]


def test_a_part_of_a_complex_is_changed() -> None:
    def edit(tree: Tree) -> None:
        item = tree.all("//*[@id='bound']//q:hasPart/rdf:Bag/rdf:li")[0]
        item.set(RESOURCE, "https://identifiers.org/uniprot:O14625")

    pathway, findings = edited(edit)
    bound = next(it for it in pathway.species if it.id == "bound")
    parts = {it.molecule for it in bound.components}
    assert len(parts) == 2
    assert "REC" in parts
    assert "LIG" not in parts
    by_id = {it.id: it for it in pathway.molecules}
    assert {i.id for part in parts for i in by_id[part or ""].identifiers} >= {"uniprot:O14625"}
    assert told(findings) == [("FID002", "species bound")]


def test_a_part_of_a_complex_is_removed() -> None:
    """The other part stays the molecule that it was."""

    def edit(tree: Tree) -> None:
        item = tree.all("//*[@id='bound']//q:hasPart/rdf:Bag/rdf:li")[0]
        item.getparent().remove(item)

    pathway, findings = edited(edit)
    assert changes(pathway) == {'species bound components {"molecule":"LIG"}': None}
    assert told(findings) == [("FID002", "species bound")]


def test_a_count_is_changed() -> None:
    def edit(tree: Tree) -> None:
        bag = tree.one("//*[@id='x2_REC_pm']//q:hasPart/rdf:Bag")
        bag.append(bag.makeelement(f"{{{RDF}}}li", dict(bag[0].attrib)))

    pathway, findings = edited(edit)
    assert changes(pathway) == {'species x2_REC_pm components {"molecule":"REC"}': 3}
    assert told(findings) == []


def test_a_modification_is_removed() -> None:
    pathway, findings = edited(lambda tree: tree.remove("//*[@id='rec_p']//q:hasProperty"))
    assert set(changes(pathway).values()) == {None}
    assert {key.partition(" {")[0] for key in changes(pathway)} == {
        "species rec_p state.modifications"
    }
    assert told(findings) == []


def test_a_modification_is_added() -> None:
    def edit(tree: Tree) -> None:
        bag = tree.one("//*[@id='rec_p']//q:hasProperty/rdf:Bag")
        bag.append(bag.makeelement(f"{{{RDF}}}li", {RESOURCE: "https://identifiers.org/MOD:00048"}))

    pathway, findings = edited(edit)
    assert changes(pathway) == {'species rec_p state.modifications {"kind":"mod:00048"}': True}
    assert told(findings) == []


def test_an_effect_is_changed() -> None:
    pathway, findings = edited(lambda tree: tree.element("block").set("sboTerm", "SBO:0000459"))
    assert changes(pathway) == {"control block effect": "stimulation"}
    assert told(findings) == []


def test_a_second_source_makes_two_influences_of_one() -> None:
    def edit(tree: Tree) -> None:
        sources = tree.one("//*[@id='grow']/s:listOfModifiers")
        sources.append(sources.makeelement(sources[0].tag, {"species": "bound"}))

    pathway, findings = edited(edit)
    acting = [it for it in pathway.controls if it.target == "growth_2"]
    assert sorted(source for it in acting for source in it.sources.inputs) == [
        "KIN_loop_cyt",
        "bound",
        "bound",
        "rec_p",
    ]
    assert told(findings) == [("SBM101", "group all")]


def test_a_dimension_and_a_size_are_changed() -> None:
    def edit(tree: Tree) -> None:
        tree.element("ec").set("size", "7")
        tree.element("pm").set("spatialDimensions", "3")

    pathway, _ = edited(edit)
    assert changes(pathway) == {"compartment ec size": 7.0, "compartment pm dimensions": 3}


def test_a_record_that_is_no_record_is_named() -> None:
    def edit(tree: Tree) -> None:
        tree.all("//p:record")[0].text = "{"

    _, findings = edited(edit)
    assert "FID003" in {code for code, _ in told(findings)}


def identities(pathway: Pathway) -> list[tuple[str, set[str]]]:
    """Of molecules, what titles call them, and their identifiers."""
    return [(it.name or it.id, {i.id for i in it.identifiers}) for it in pathway.molecules]


def parts_told(pathway: Pathway) -> dict[str, set[frozenset[str]]]:
    """Of complexes, the identifiers of their molecules."""
    ids = {it.id: frozenset(i.id for i in it.identifiers) for it in pathway.molecules}
    return {
        it.id: {ids[part.molecule] for part in it.components if part.molecule}
        for it in pathway.species
        if it.components
    }


@pytest.mark.parametrize("number", [0, 30, -1])
def test_libsbml_adds_a_statement(number: int) -> None:
    """No part of the flagship gets another's identifiers, with and without records."""
    import libsbml

    pathway = example(EXAMPLES[0])
    known = dict(identities(pathway))
    complexes = [it.id for it in pathway.species if it.components]
    document = libsbml_model(sbml.write(pathway).content)
    element = document.getModel().getElementBySId(complexes[number])
    statement = libsbml.CVTerm(libsbml.BIOLOGICAL_QUALIFIER)
    statement.setBiologicalQualifierType(libsbml.BQB_IS_DESCRIBED_BY)
    statement.addResource("https://identifiers.org/pubmed:1")
    assert element.addCVTerm(statement) == libsbml.LIBSBML_OPERATION_SUCCESS
    content = libsbml.writeSBMLToString(document).encode()
    assert b"pubmed:1" in content
    assert parts_told(sbml.read(content).pathway) == parts_told(pathway)
    for name, ids in identities(sbml.read(stripped(content)).pathway):
        assert ids <= known[name], name


ELEMENTLESS = {("species", "molecule"), ("species", "components"), ("module", "members")}
"""Fields that name what may have another id without records."""


def own_facts(pathway: Pathway) -> dict[Place, Any]:
    """What is said of things with an element of their own, by whoever reads the file."""
    with_elements = {"compartment", "species", "process", "association", "module", "pathway"}
    return {
        place: value
        for place, value in facts(pathway).items()
        if place.construct in with_elements and place[::2] not in ELEMENTLESS
    }


@given(pathways(within=Limits(quantities=False, layout=False)), st.data())
def test_whatever_is_removed_stays_away(pathway: Pathway, data: st.DataObject) -> None:
    tree = Tree(sbml.write(pathway).content)
    before = own_facts(sbml.read(stripped(tree.content)).pathway)
    victim = data.draw(st.sampled_from(tree.all(f"//*[{NATIVE}]")))
    victim.getparent().remove(victim)
    try:
        after = own_facts(sbml.read(stripped(tree.content)).pathway)
    except FaultyError:
        return  # the edit left a reference to nothing
    told = own_facts(sbml.read(tree.content).pathway)
    removed = before.keys() - after.keys()
    assert {place for place in removed if place in told} == set()
    assert {
        place: value for place, value in after.items() if value != before.get(place)
    }.items() <= (told.items())
