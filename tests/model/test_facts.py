"""Facts: taking apart and building are inverse, and equality, digest and facts always agree."""

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.model.enumerations import Kind, Logic
from pathport.model.facts import (
    Facts,
    Place,
    Scalar,
    build,
    digest,
    digest_of,
    facts,
    facts_of,
    outer_key,
    way_of,
)
from pathport.model.parts import (
    Component,
    Gate,
    Participant,
    Publication,
    Site,
    SiteSet,
    State,
)
from pathport.model.pathway import Pathway
from pathport.model.quantities import Parameter, Quantities, RateLaw, Unit
from pathport.model.things import Control, Form, Molecule, Process, Species
from pathport.testing import pathways, shuffled

ID = Place("pathway", "", "id")


@given(pathways())
def test_build_is_the_inverse_of_facts(pathway: Pathway) -> None:
    assert build(facts(pathway)) == pathway


@given(pathways())
def test_facts_are_the_inverse_of_build(pathway: Pathway) -> None:
    assert facts(build(facts(pathway))) == facts(pathway)


@given(pathways(), st.randoms(use_true_random=False))
def test_the_order_of_facts_means_nothing(pathway: Pathway, chance: random.Random) -> None:
    entries = list(facts(pathway).items())
    chance.shuffle(entries)
    assert build(dict(entries)) == pathway


@given(pathways(), st.randoms(use_true_random=False))
def test_the_order_of_parts_means_nothing(pathway: Pathway, chance: random.Random) -> None:
    other = shuffled(pathway, chance)
    assert other == pathway
    assert digest(other) == digest(pathway)
    assert list(facts(other).items()) == list(facts(pathway).items())


@given(pathways(), pathways())
def test_equality_digest_and_facts_agree(one: Pathway, other: Pathway) -> None:
    assert (one == other) == (facts(one) == facts(other)) == (digest(one) == digest(other))


@given(pathways(), st.data())
def test_a_pathway_without_one_fact_is_another(pathway: Pathway, data: st.DataObject) -> None:
    told = facts(pathway)
    place = data.draw(st.sampled_from(sorted(told)))
    less = {other: value for other, value in told.items() if other != place}
    assert digest_of(less) != digest_of(told)


@given(pathways(), st.data())
def test_what_is_built_of_any_facts_is_a_pathway_or_refused(
    pathway: Pathway, data: st.DataObject
) -> None:
    told = facts(pathway)
    kept = data.draw(st.sets(st.sampled_from(sorted(told))))
    odd = Place(
        data.draw(st.sampled_from(["species", "process", "nothing"])),
        data.draw(st.sampled_from(["A", "S1", ""])),
        data.draw(st.sampled_from(["", "name", "name.x", "inputs", "state.fragment", "state.x"])),
        data.draw(st.sampled_from(["", "A", "{}"])),
    )
    values: list[Scalar] = [1, True, "", "A", "{", 0.5, '{"begin":"a"}']
    value = data.draw(st.sampled_from(values))
    some: Facts = {ID: pathway.id} | {place: told[place] for place in kept} | {odd: value}
    try:
        found = build(some)
    except ValueError:
        return
    assert facts(found).keys() <= some.keys()


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (Place("nothing", "S", ""), True),
        (Place("species", "S", "name"), "a"),
        (Place("pathway", "", "nothing"), "a"),
        (Place("pathway", "", "name"), 5),
        (Place("pathway", "", "name", "key"), "a"),
        (Place("pathway", "", "figure"), "{"),
        (Place("pathway", "", "certainty"), "sure"),
        (Place("pathway", "", "publications.title", "pubmed:1"), "a"),
        (Place("pathway", "", "evidence", '{"nothing":1}'), True),
    ],
)
def test_what_is_no_fact_of_a_pathway_is_refused(place: Place, value: str | int) -> None:
    with pytest.raises(ValueError, match=r"."):
        build({ID: "P", place: value})


def test_a_fact_about_a_thing_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="species S has facts and is not there"):
        build({ID: "P", Place("species", "S", "name"): "a"})


def test_silence_is_no_fact() -> None:
    assert facts(Pathway(id="P")) == {ID: "P"}
    explicit = Molecule(id="M", kind=Kind.UNKNOWN, notes=(), name=None)
    assert facts_of("molecule", explicit) == {Place("molecule", "M", ""): True}


def test_what_facts_look_like() -> None:
    species = Species(
        id="S",
        form=Form.COMPLEX,
        components=(Component(molecule="A", count=2),),
        state=State(variant="V600E"),
        synonyms=("b", "a"),
    )
    assert facts_of("species", species) == {
        Place("species", "S", ""): True,
        Place("species", "S", "synonyms", "a"): True,
        Place("species", "S", "synonyms", "b"): True,
        Place("species", "S", "form"): "complex",
        Place("species", "S", "components", '{"molecule":"A"}'): 2,
        Place("species", "S", "state.variant"): "V600E",
    }


def test_the_fields_of_a_keyed_value_are_places_of_their_own() -> None:
    loop = SiteSet(name="loop", sites=(Site(residue="S"),))
    told = facts_of("molecule", Molecule(id="M", site_sets=(loop,)))
    assert told[Place("molecule", "M", "site_sets", "loop")] is True
    assert told[Place("molecule", "M", "site_sets.sites", 'loop|{"residue":"S"}')] is True


def test_gates_are_facts_in_their_normal_form() -> None:
    either = Gate(logic=Logic.OR, inputs=("b", "a", "b"))
    told = facts_of("control", Control(id="C", sources=Gate(gates=(either,))))
    assert told == {
        Place("control", "C", ""): True,
        Place("control", "C", "sources.logic"): "or",
        Place("control", "C", "sources.inputs", "a"): True,
        Place("control", "C", "sources.inputs", "b"): True,
    }


@pytest.mark.parametrize("signs", ["|", "\\", "\\|", "||", "a|000001", "\n|"])
def test_keys_may_hold_what_separates_them(signs: str) -> None:
    doi = "doi:10.1/a"
    pathway = Pathway(
        id="P",
        publications=(
            Publication(id=doi, authors=("a", "b")),
            Publication(id=f"{doi}{signs}", title="t", authors=("c",)),
            Publication(id=f"{doi}|000001", title="u"),
        ),
    )
    assert build(facts(pathway)) == pathway


def test_a_key_inside_keys_is_found_by_the_outer_one() -> None:
    parameters = (Parameter(id="k", value=1.0), Parameter(id="k1"))
    pathway = Pathway(
        id="P",
        quantities=Quantities(
            rate_laws=(
                RateLaw(process="A", formula="k", parameters=parameters),
                RateLaw(process="A_k", formula="1"),
            ),
            units=(Unit(id="a|b"), Unit(id="a")),
        ),
    )
    assert build(facts(pathway)) == pathway
    assert outer_key("A|k|x") == "A"
    assert outer_key("a\\|b|c") == "a\\|b"


def test_the_way_to_a_place_is_told_by_its_fields() -> None:
    assert [field.name for field in way_of("control", "sources.inputs")] == ["sources", "inputs"]
    for construct, field in (("control", "inputs"), ("nothing", "id"), ("species", "name.x")):
        with pytest.raises(ValueError, match="has no field"):
            way_of(construct, field)


def test_a_place_reads_as_words() -> None:
    assert str(Place("species", "S", "synonyms", "a")) == "species S synonyms a"
    assert str(Place("pathway", "", "name")) == "pathway name"


def test_a_digest_is_of_the_content_alone() -> None:
    told = {ID: "P", Place("pathway", "", "name"): "a"}
    assert digest_of(told) == digest_of(dict(reversed(told.items())))
    assert len(digest_of(told, 6)) == 12
    assert digest_of({ID: "P", Place("pathway", "", "name", "a"): ""}) != digest_of(told)


DIGEST = """
from pathport.model.facts import digest
from pathport.model.parts import Component, Identifier
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Molecule, Species
names = {"b", "a", "c", "d"}
species = Species(id="S", form=Form.COMPLEX, synonyms=tuple(names),
                  components=tuple(Component(molecule=n) for n in names))
molecules = tuple(Molecule(id=n, identifiers=(Identifier(id="uniprot:P61073"),)) for n in names)
print(digest(Pathway(id="P", molecules=molecules, species=(species,))))
"""


def test_a_digest_is_the_same_under_every_hash_seed() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(told) == 1


@given(st.integers(1, 3), st.integers(1, 3))
def test_coefficients_of_one_species_are_one_fact(one: int, other: int) -> None:
    parts = (Participant(species="A", coefficient=one), Participant(species="A", coefficient=other))
    told = facts_of("process", Process(id="P", inputs=parts))
    assert told[Place("process", "P", "inputs", "A")] == one + other
