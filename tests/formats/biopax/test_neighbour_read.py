"""What of a model made by hand is read, and what is named or refused."""

import copy
from pathlib import Path
from typing import Any

import pytest
from pybiopax import biopax as bp
from pybiopax.biopax import BioPaxModel, BioPaxObject
from tests.formats.biopax.samples import sample

import pathport
from pathport.errors import UnreadableError
from pathport.formats import Read
from pathport.formats.biopax import neighbour_rules

SAMPLE = sample()


def odd(read: Read) -> list[str]:
    """What was found that is not of the pathway itself."""
    return [str(it) for it in read.findings if not it.code.startswith("MDL")]


def read(*objects: Any, **said: Any) -> Read:
    return pathport.from_pybiopax(BioPaxModel(list(objects), **said))


def test_a_model_made_by_hand_is_read() -> None:
    reference = bp.ProteinReference(uid="ref", display_name="CXCR4")
    inside = bp.CellularLocationVocabulary(uid="pm", term=["plasma membrane"])
    receptor = bp.Protein(uid="REC", entity_reference=reference, cellular_location=inside)
    ligand = bp.Protein(uid="LIG", display_name="CXCL12", cellular_location=inside)
    pair = bp.Complex(uid="pair", component=(receptor, ligand), cellular_location=inside)
    binding = bp.ComplexAssembly(uid="b", left=[ligand, receptor], right=[pair], spontaneous=True)
    binding.comment = "Seen."
    count = bp.Stoichiometry(uid="n", stoichiometric_coefficient=2, physical_entity=ligand)
    binding.participant_stoichiometry = [count, None]
    found = read(binding)
    (process,) = found.pathway.processes
    assert [(it.species, it.coefficient) for it in process.inputs] == [("LIG", 2), ("REC", 1)]
    assert (process.spontaneous, process.notes) == (True, ("Seen.",))
    assert {it.id for it in found.pathway.species} == {"REC", "LIG", "pair"}
    assert [it.id for it in found.pathway.compartments] == ["pm"]


@pytest.mark.parametrize("base", [None, "", "http://example.org/", "http://example.org/x#"])
def test_a_base_may_be_anything_or_missing(base: str | None) -> None:
    reference = bp.ProteinReference(uid="http://example.org/x#ref")
    found = read(bp.Protein(uid="a", entity_reference=reference), xml_base=base)
    (species,) = found.pathway.species
    assert (species.id, species.molecule) == ("a", "ref")


def test_a_uid_in_the_place_of_its_object_is_the_object() -> None:
    found = read(bp.Protein(uid="a", entity_reference="r"), bp.ProteinReference(uid="r"))
    assert found.pathway.species[0].molecule == "r"
    assert odd(found) == []


def test_a_uid_of_nothing_is_named() -> None:
    (told,) = (
        it for it in read(bp.Protein(uid="a", entity_reference="r")).findings if it.code == "BPX201"
    )
    assert told.sentence.startswith('entityReference of Protein "a" refers to "')
    assert told.place.subject == "http://www.biopax.org/release/biopax-level3.owl#a"


def test_objects_without_uid_are_apart() -> None:
    left = [bp.Protein(uid=None, display_name=name) for name in "ab"]
    found = read(bp.Conversion(uid="c", left=left))
    assert len(found.pathway.processes[0].inputs) == 2
    assert odd(found) == []


def test_links_that_are_stale_say_nothing() -> None:
    protein, other = bp.Protein(uid="a"), bp.Protein(uid="b")
    model = BioPaxModel([bp.Conversion(uid="c", left=[protein]), protein, other])
    model.objects["c"].left = [other]
    (process,) = pathport.from_pybiopax(model).pathway.processes
    assert [it.species for it in process.inputs] == ["b"]


def test_a_list_that_goes_round_ends() -> None:
    first, second = bp.PathwayStep(uid="1"), bp.PathwayStep(uid="2")
    first.next_step, second.next_step = [second], [first]
    pathway = bp.Pathway(uid="p", pathway_order=[first])
    assert read(pathway).pathway.id == "p"


def test_a_class_of_ones_own_is_the_one_above_it() -> None:
    class Kinase(bp.Protein):
        pass

    assert read(Kinase(uid="a")).pathway == read(bp.Protein(uid="a")).pathway


def test_a_class_that_biopax_does_not_have_is_named() -> None:
    told = [it.sentence for it in read(BioPaxObject("a"), bp.Protein(uid="b")).findings]
    assert 'BioPaxObject "a" is not read' in told


def test_an_attribute_that_biopax_does_not_have_is_named() -> None:
    protein = bp.Protein(uid="a")
    protein.mood = "good"
    told = [it.sentence for it in read(protein).findings]
    assert 'mood "good" of Protein "a" is not read' in told


def codes(found: Read) -> list[tuple[str, str]]:
    return [(it.code, it.sentence) for it in found.findings if it.code.startswith("BPX3")]


def test_two_objects_of_one_uid_are_one_and_named() -> None:
    uri = "http://www.biopax.org/release/biopax-level3.owl#x"
    left = [bp.Protein(uid="x", display_name="a"), bp.Protein(uid="x", display_name="b")]
    found = read(bp.Conversion(uid="c", left=left))
    assert codes(found) == [
        ("BPX303", f'a Protein and another Protein that says more have the uid "{uri}"')
    ]
    assert [it.id for it in found.pathway.species] == ["x"]


def test_two_objects_that_say_the_same_are_one() -> None:
    left = [bp.Protein(uid="x", display_name="a"), bp.Protein(uid="x", display_name="a")]
    assert codes(read(bp.Conversion(uid="c", left=left))) == []


def test_of_two_classes_the_more_special_one_stands() -> None:
    for pair in (("Conversion", "Transport"), ("Transport", "Conversion")):
        first, second = (getattr(bp, cls)(uid="x") for cls in pair)
        found = read(bp.Pathway(uid="p", pathway_component=[first, second]))
        assert found.pathway.processes[0].type == "transport"
        assert [code for code, _ in codes(found)] == ["BPX303"]


@pytest.mark.parametrize(
    ("attribute", "value", "told"),
    [
        ("cellular_location", 5, 'cellularLocation of Protein "a" is "5" of type int'),
        ("display_name", float("nan"), 'displayName of Protein "a" is "nan" of type float'),
        ("xref", {"b"}, 'xref of Protein "a" is a value of type set'),
        ("comment", [["b"]], 'comment of Protein "a" is a value of type list'),
        ("comment", b"b", 'comment of Protein "a" is a value of type bytes'),
        ("display_name", "a\ud800", 'displayName of Protein "a" is "a\ufffd" of type str'),
        ("mood", "a\x00", 'mood of Protein "a" is "a\ufffd" of type str'),
        ("cellular_location", "\x1b", 'cellularLocation of Protein "a" is "\ufffd" of type str'),
        (
            "display_name",
            bp.Protein(uid="b"),
            'displayName of Protein "a" is a value of type Protein',
        ),
    ],
)
def test_a_value_that_a_property_can_not_have_is_named(
    attribute: str, value: object, told: str
) -> None:
    protein = bp.Protein(uid="a")
    setattr(protein, attribute, value)
    assert codes(read(protein)) == [("BPX304", told)]


@pytest.mark.parametrize("objects", [{}, [], None, 5])
def test_a_model_of_nothing_is_refused(objects: Any) -> None:
    model = BioPaxModel([])
    model.objects = objects
    with pytest.raises(UnreadableError) as caught:
        pathport.from_pybiopax(model)
    assert [it.code for it in caught.value.findings] == ["BPX301"]


def test_what_is_no_object_is_refused_all_at_once() -> None:
    hidden = bp.ProteinReference(uid=7)
    model = BioPaxModel([bp.Protein(uid="a", entity_reference=hidden), bp.Rna(uid="\x00")])
    model.objects["b"] = "a protein"
    with pytest.raises(UnreadableError) as caught:
        pathport.from_pybiopax(model)
    assert [(it.code, it.sentence) for it in caught.value.findings] == [
        ("BPX302", 'the model holds "a protein" of type str'),
        ("BPX302", 'the uid of a ProteinReference is "7" of type int'),
        ("BPX302", 'the uid of a Rna is "\ufffd" of type str'),
    ]


def test_every_rule_of_models_is_met_here() -> None:
    beside = Path(__file__).parent.glob("test_neighbour*.py")
    text = "".join(path.read_text(encoding="utf-8") for path in beside)
    assert [rule.code for rule in neighbour_rules.RULES if f'"{rule.code}"' not in text] == []


def test_an_edit_in_the_model_wins() -> None:
    model = copy.deepcopy(pathport.to_pybiopax(SAMPLE).model)
    (binding,) = (it for it in model.objects.values() if it.uid.endswith("/binding"))
    binding.display_name = "another"
    found = pathport.from_pybiopax(model).pathway
    assert next(it for it in found.processes if it.id == "binding").name == "another"
