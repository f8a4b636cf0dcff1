"""Which things are named, and renaming them: every name is found and none is left behind."""

import msgspec
from hypothesis import given

from pathport.model.facts import build, digest, facts
from pathport.model.parts import Gate, Participant, Site, SiteSet
from pathport.model.pathway import Pathway
from pathport.model.references import Reference, references, renamed
from pathport.model.things import Control, Molecule, Process, Species
from pathport.testing import pathways


def named(pathway: Pathway) -> set[str]:
    return {reference.id for reference in references(pathway)}


@given(pathways())
def test_all_that_a_drawn_pathway_names_is_there(pathway: Pathway) -> None:
    there = {(construct, thing.id) for construct, thing in pathway.things()}
    for reference in references(pathway):
        assert any((construct, reference.id) in there for construct in reference.constructs)


@given(pathways())
def test_renaming_reaches_every_name_and_back(pathway: Pathway) -> None:
    forth = {(c, thing.id): f"new_{thing.id}" for c, thing in pathway.things()}
    back = {(c, new): old for (c, old), new in forth.items()}
    there = renamed(pathway, forth)
    assert {thing.id for _, thing in there.things()} == set(forth.values())
    assert named(there) == {f"new_{id_}" for id_ in named(pathway)}
    assert renamed(there, back) == pathway


@given(pathways())
def test_renaming_nothing_changes_nothing(pathway: Pathway) -> None:
    before = digest(pathway)
    assert renamed(pathway, {}) == pathway
    renamed(pathway, {(c, thing.id): "x" for c, thing in pathway.things()})
    assert digest(pathway) == before


@given(pathways())
def test_a_renamed_pathway_is_in_normal_form(pathway: Pathway) -> None:
    turned = {(c, thing.id): f"{'zyx'[n % 3]}{n}" for n, (c, thing) in enumerate(pathway.things())}
    there = renamed(pathway, turned)
    assert build(facts(there)) == there
    assert msgspec.json.decode(msgspec.json.encode(there), type=Pathway) == there


def test_a_name_is_told_with_its_field_and_what_it_may_be() -> None:
    control = Control(id="C", target="P", sources=Gate(gates=(Gate(inputs=("A", "B")),)))
    assert set(references(control)) == {
        Reference("target", ("process", "control", "species"), "P"),
        Reference("sources.inputs", ("species",), "A"),
        Reference("sources.inputs", ("species",), "B"),
    }
    molecule = Molecule(id="M", site_sets=(SiteSet(name="s", sites=(Site(molecule="A"),)),))
    assert list(references(molecule)) == [
        Reference("site_sets.sites.molecule", ("molecule",), "A"),
    ]


def test_only_the_construct_that_is_meant_is_renamed() -> None:
    pathway = Pathway(
        id="P", molecules=(Molecule(id="A"),), species=(Species(id="A", molecule="A"),)
    )
    there = renamed(pathway, {("molecule", "A"): "B"})
    assert there.species == (Species(id="A", molecule="B"),)
    assert there.molecules == (Molecule(id="B"),)


def test_things_that_get_one_name_are_joined_where_they_are_counted() -> None:
    process = Process(id="R", inputs=(Participant(species="A"), Participant(species="B")))
    pathway = Pathway(
        id="P",
        species=(Species(id="A", name="a"), Species(id="B", synonyms=("b",))),
        processes=(process,),
    )
    there = renamed(pathway, {("species", "A"): "S", ("species", "B"): "S"})
    assert there.processes[0].inputs == (Participant(species="S", coefficient=2),)
    assert build(facts(there)).species == (Species(id="S", name="a", synonyms=("b",)),)
