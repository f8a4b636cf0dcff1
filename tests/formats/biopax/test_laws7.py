"""Native wins: a file that was edited in another program reads as it was edited.

Each edit is made on the XML, as a program would make it that knows nothing of records; what was
changed or added is in the pathway, what was removed does not come back, and each record that no
longer holds is dropped and named.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.biopax.samples import ABOUT, MOLECULES, RESOURCE, Owl, document, sample

from pathport.formats import Read, biopax
from pathport.formats.biopax.read import read_native
from pathport.model.check import checked
from pathport.model.enumerations import Effect, Kind, Mechanism
from pathport.model.facts import Facts, facts
from pathport.model.parts import Gate, Identifier, Participant
from pathport.model.pathway import CONSTRUCTS
from pathport.model.things import Thing

SAMPLE = sample()
WRITTEN = biopax.write(SAMPLE).content
SENT = facts(SAMPLE)
NATIVE = facts(read_native(WRITTEN).pathway)
PLACES = [
    (number, place)
    for number, each in enumerate(Owl(WRITTEN).objects())
    for place in range(len(each))
]
"""Every property of every object: the number of the object, and its own among the properties."""


@pytest.fixture
def owl() -> Owl:
    return Owl(WRITTEN)


def read(owl: Owl) -> Read:
    found = biopax.read(owl.content)
    checked(found.pathway)
    return found


def thing(found: Read, construct: str, id_: str) -> Thing:
    (one,) = (it for it in getattr(found.pathway, CONSTRUCTS[construct][0]) if it.id == id_)
    return one  # type: ignore[no-any-return]


def changed(found: Read) -> tuple[Facts, Facts]:
    """The facts that went, and those that came."""
    now = facts(found.pathway)
    gone = {place: value for place, value in SENT.items() if now.get(place) != value}
    come = {place: value for place, value in now.items() if SENT.get(place) != value}
    return gone, come


def dropped(found: Read) -> list[str]:
    """The subjects of records and links that were dropped."""
    return sorted(it.place.subject for it in found.findings if it.code in ("FID001", "FID002"))


def test_an_untouched_file_reads_as_the_pathway() -> None:
    assert changed(biopax.read(WRITTEN)) == ({}, {})


# Changed


def test_a_molecule_renamed(owl: Owl) -> None:
    owl.set("LIG", "displayName", "SDF1")
    found = read(owl)
    assert thing(found, "molecule", "LIG").name == "SDF1"
    assert dropped(found) == []


def test_a_process_renamed(owl: Owl) -> None:
    owl.set("binding", "displayName", "capture")
    found = read(owl)
    gone, come = changed(found)
    assert list(gone.values()) == ["binding of the ligand"]
    assert list(come.values()) == ["capture"]


def test_a_coefficient_changed(owl: Owl) -> None:
    owl.set("~stoichiometry/ATP_cyt/2", "stoichiometricCoefficient", "3.0")
    process = thing(read(owl), "process", "phosphorylation")
    assert Participant(species="ATP_cyt", coefficient=3) in process.inputs


def test_a_component_counted_anew(owl: Owl) -> None:
    owl.set("~stoichiometry/dimer/LIG/2", "stoichiometricCoefficient", "4.0")
    species = thing(read(owl), "species", "dimer")
    assert {it.molecule: it.count for it in species.components} == {"LIG": 4, "REC": 2}


def test_a_species_moved(owl: Owl) -> None:
    owl.refer("rec_p", "cellularLocation", "pm", "cyt")
    found = read(owl)
    assert thing(found, "species", "rec_p").compartment == "cyt"
    assert len(changed(found)[0]) == 1


def test_a_control_of_another_type(owl: Owl) -> None:
    owl.set("block", "controlType", "ACTIVATION")
    control = thing(read(owl), "control", "block")
    assert (control.effect, control.mechanism) == (Effect.STIMULATION, None)


def test_a_site_at_another_position(owl: Owl) -> None:
    owl.refer("~feature/REC/site-mod-00046-324", "featureLocation", "~position/324", "~position/22")
    found = read(owl)
    assert 22 in {it.position for it in thing(found, "species", "rec_p").state.modifications}
    assert 324 not in {it.position for it in thing(found, "molecule", "REC").sites}


def test_another_entry_identified(owl: Owl) -> None:
    owl.set("~identity/uniprot-P48061", "id", "P48062")
    found = read(owl)
    assert Identifier(id="uniprot:P48062") in thing(found, "molecule", "LIG").identifiers
    assert Identifier(id="uniprot:P48061") not in thing(found, "molecule", "LIG").identifiers


def test_a_direction_reversed(owl: Owl) -> None:
    owl.set("binding", "conversionDirection", "RIGHT-TO-LEFT")
    process = thing(read(owl), "process", "binding")
    assert [it.species for it in process.inputs] == ["bound"]


def test_a_coarse_kind_made_another(owl: Owl) -> None:
    """The record of the ion stands over a small molecule; a protein it is no record of."""
    for name, cls in (("CA", "ProteinReference"), ("CA_ec", "Protein"), ("CA_cyt", "Protein")):
        it = owl.find(name)
        it.tag = it.tag.partition("}")[0] + "}" + cls
    found = read(owl)
    assert thing(found, "molecule", "CA").kind is Kind.PROTEIN
    assert dropped(found) == ["molecule CA"]


# Removed


def test_an_identifier_removed(owl: Owl) -> None:
    owl.drop("LIG", "xref", "~related/hgnc-10672")
    found = read(owl)
    gone, come = changed(found)
    assert [place.key for place in gone] == ['{"id":"hgnc:10672","relation":"is encoded by"}']
    assert come == {}


def test_a_feature_removed(owl: Owl) -> None:
    owl.drop("rec_p", "feature", "~feature/REC/site-mod-00046-324")
    found = read(owl)
    assert {it.position for it in thing(found, "species", "rec_p").state.modifications} == {325}


def test_a_component_removed(owl: Owl) -> None:
    owl.drop("dimer", "component", "~form/dimer/LIG")
    owl.drop("dimer", "componentStoichiometry", "~stoichiometry/dimer/LIG/2")
    found = read(owl)
    assert {it.molecule for it in thing(found, "species", "dimer").components} == {"REC"}
    assert any('"~form/dimer/LIG"' in it.sentence for it in found.findings)


def test_a_member_removed(owl: Owl) -> None:
    owl.drop("KIN", "memberEntityReference", "KIN2")
    owl.drop("~feature/KIN/set-loop", "memberFeature", "~feature/KIN2/site-mod-00047-309")
    molecule = thing(read(owl), "molecule", "KIN")
    assert [it.molecule for it in molecule.members] == ["KIN1"]
    assert [it.molecule for it in molecule.site_sets[0].sites] == ["KIN1"]


def test_a_control_removed(owl: Owl) -> None:
    owl.remove("kinase")
    found = read(owl)
    assert "kinase" not in {it.id for it in found.pathway.controls}
    assert thing(found, "control", "of_kinase").target is None
    assert thing(found, "module", "inner").members == ("loss", "phosphorylation")


def test_a_species_removed(owl: Owl) -> None:
    owl.remove("rec_p")
    found = read(owl)
    assert "rec_p" not in {it.id for it in found.pathway.species}
    assert thing(found, "control", "grow").sources == Gate()


def test_one_of_the_alternatives_of_a_control_removed(owl: Owl) -> None:
    """A control joined of several stands with all of them only."""
    owl.remove("~joint/ways/2")
    found = read(owl)
    assert "ways" not in {it.id for it in found.pathway.controls}
    (left,) = (it for it in found.pathway.controls if it.effect is Effect.NECESSARY_STIMULATION)
    assert left.sources == Gate(inputs=("bound",))
    assert "control ~ways/1" in dropped(found)


def test_a_participant_of_a_process_without_sides_removed(owl: Owl) -> None:
    """The sides are in records; they do not bring back who is gone."""
    owl.drop("growing", "participant", "grown")
    found = read(owl)
    process = thing(found, "process", "growing")
    assert {it.species for it in process.inputs + process.outputs} == {"GP_cyt"}
    assert "process growing" in dropped(found)


def test_a_note_removed(owl: Owl) -> None:
    owl.drop("binding", "comment", "The first step.")
    assert thing(read(owl), "process", "binding").notes == ("Of many.",)


# Added


def test_a_feature_added(owl: Owl) -> None:
    owl.add("rec_p", "feature", to="~feature/REC/site-mod-00046-321")
    found = read(owl)
    positions = {it.position for it in thing(found, "species", "rec_p").state.modifications}
    assert positions == {321, 324, 325}


def test_a_synonym_added(owl: Owl) -> None:
    owl.add("LIG", "name", text="PBSF")
    assert "PBSF" in thing(read(owl), "molecule", "LIG").synonyms


def test_a_component_added(owl: Owl) -> None:
    owl.new("Protein", "new_part")
    owl.add("new_part", "entityReference", to="KIN1")
    owl.add("new_part", "displayName", text="KIN1")
    owl.add("dimer", "component", to="new_part")
    components = thing(read(owl), "species", "dimer").components
    assert {(it.molecule, it.id) for it in components} == {
        ("LIG", None),
        ("REC", None),
        ("KIN1", "new_part"),
    }


def test_a_control_added(owl: Owl) -> None:
    owl.new("Control", "another")
    owl.add("another", "controller", to="LIG_ec")
    owl.add("another", "controlled", to="loss")
    owl.add("another", "controlType", text="INHIBITION-OTHER")
    control = thing(read(owl), "control", "another")
    assert control.target == "loss"
    assert (control.effect, control.mechanism) == (Effect.INHIBITION, Mechanism.OTHER)


# Molecules without an element


def test_a_complex_by_name_renamed_on_one_of_its_users(owl: Owl) -> None:
    """It is a molecule of its own there; the other user keeps the one that it had."""
    owl.set("trio_on", "standardName", "Another trio")
    found = read(owl)
    assert thing(found, "species", "trio").molecule == "THREE"
    other = thing(found, "species", "trio_on").molecule
    assert other != "THREE"
    assert thing(found, "molecule", other).name == "Another trio"
    assert "species trio_on" in dropped(found)


def test_a_part_of_a_complex_by_name_removed_everywhere(owl: Owl) -> None:
    for name in ("trio", "trio_on"):
        owl.drop(name, "component", f"~form/{name}/KIN1")
        owl.drop(name, "componentStoichiometry", f"~stoichiometry/{name}/KIN1/2")
    found = read(owl)
    molecule = thing(found, "molecule", thing(found, "species", "trio").molecule)
    assert [it.molecule for it in molecule.members] == ["REC"]


def test_a_phenotype_identified_anew(owl: Owl) -> None:
    owl.set("~identity/go-0016049", "id", "GO:0008283")
    found = read(owl)
    molecule = thing(found, "molecule", thing(found, "species", "grown").molecule)
    assert molecule.identifiers == (Identifier(id="go:0008283"),)


# Any edit


def comes_back(owl: Owl) -> list[str]:
    """What an edit removed natively and what is in the pathway nevertheless."""
    content = owl.content
    left, now = facts(read_native(content).pathway), facts(biopax.read(content).pathway)
    return [
        str(place)
        for place, value in NATIVE.items()
        if "~" not in f"{place} {value}" and left.get(place) != value and now.get(place) == value
    ]


NAMES = [
    it.get(ABOUT).removeprefix(Owl(WRITTEN).base)
    for it in Owl(WRITTEN).objects()
    if it.get(ABOUT).startswith(Owl(WRITTEN).base) and not it.tag.endswith("Reference")
]
"""All objects but the pathway, and references, whose entities still tell what they are called."""


@pytest.mark.parametrize("name", NAMES[::3])
def test_an_object_cut_out_stays_out(name: str) -> None:
    owl = Owl(WRITTEN)
    owl.remove(name)
    assert comes_back(owl) == []


@settings(max_examples=100)
@given(st.sampled_from(PLACES))
def test_a_property_cut_out_stays_out(place: tuple[int, int]) -> None:
    owl = Owl(WRITTEN)
    bearer = list(owl.objects())[place[0]]
    value = bearer[place[1]]
    bearer.remove(value)
    if not (value.text or "").startswith("pathport:"):
        assert comes_back(owl) == []


@settings(max_examples=100)
@given(st.data())
def test_a_reference_to_something_else_is_taken_as_it_stands(data: st.DataObject) -> None:
    owl = Owl(WRITTEN)
    references = [it for each in owl.objects() for it in each if it.get(RESOURCE)]
    value = data.draw(st.sampled_from(references))
    value.set(RESOURCE, data.draw(st.sampled_from(references)).get(RESOURCE))
    assert comes_back(owl) == []


def test_a_set_of_phenotypes_alone_survives_any_cut() -> None:
    """BioPAX has no such set: what stands there is sound, whatever is left of the records."""
    text = MOLECULES + (
        "species:\n"
        "  one: {is: growth}\n"
        "  fates: {members: [one], name: any fate}\n"
        "influences:\n  i: {by: fates, on: one, effect: stimulation}\n"
    )
    pathway = document(text)
    written = biopax.write(pathway).content
    assert biopax.read(written).pathway == pathway
    for number, each in enumerate(Owl(written).objects()):
        for place in range(len(each)):
            owl = Owl(written)
            bearer = list(owl.objects())[number]
            bearer.remove(bearer[place])
            read(owl)
