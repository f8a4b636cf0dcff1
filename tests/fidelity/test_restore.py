"""What becomes of records when a file was edited: each case in the small format, by hand."""

from collections.abc import Callable

import msgspec
import pytest
from tests.fidelity import toy
from tests.fidelity.toy import Card

from pathport.fidelity.restore import Restored, restored
from pathport.model.enumerations import Certainty, Effect, Kind, Logic
from pathport.model.facts import facts
from pathport.model.parts import Component, Gate, Participant, Site, SiteSet, Step
from pathport.model.pathway import Pathway
from pathport.model.things import (
    Compartment,
    Control,
    Form,
    Module,
    Molecule,
    Process,
    Species,
)

SENT = Pathway(
    id="P",
    compartments=(Compartment(id="cyt", inside="cell"), Compartment(id="cell")),
    molecules=(
        Molecule(id="Ca", name="calcium", kind=Kind.ION),
        Molecule(id="AKT1", name="Akt", kind=Kind.PROTEIN, certainty=Certainty.KNOWN),
        Molecule(id="unused", name="nothing", site_sets=(SiteSet(name="s", sites=(Site(),)),)),
    ),
    species=(
        Species(id="S1", molecule="AKT1", compartment="cyt"),
        Species(id="S2", molecule="AKT1", compartment="cyt", notes=(" blank ",)),
        Species(id="S3", molecule="Ca"),
        Species(id="S4", form=Form.COMPLEX, components=(Component(molecule="AKT1", count=2),)),
    ),
    processes=(
        Process(
            id="R",
            inputs=(Participant(species="S1", coefficient=0.5), Participant(species="S3")),
            outputs=(Participant(species="S4"),),
        ),
    ),
    controls=(
        Control(
            id="C",
            target="R",
            effect=Effect.TRIGGER,
            sources=Gate(logic=Logic.OR, inputs=("S2", "S3")),
        ),
        Control(id="D", target="C", effect=Effect.INHIBITION, sources=Gate(inputs=("S1",))),
    ),
    modules=(Module(id="M", members=("R", "C", "D")),),
)


def read_after(edit: Callable[[dict[str, Card]], None], sent: Pathway = SENT) -> Restored:
    """What is read of the file after an edit of its cards by id."""
    by_id = {card.id: card for card in toy.cards(toy.write(sent).content)}
    edit(by_id)
    return restored(toy.read_native(toy.file_of(list(by_id.values()))))


def codes(found: Restored) -> list[str]:
    return [finding.code for finding in found.findings]


def test_untouched_everything_comes_back() -> None:
    found = read_after(lambda file: None)
    assert facts(found.pathway) == facts(SENT)
    assert codes(found) == []


def test_a_record_is_stale_where_its_value_was_changed() -> None:
    def edit(file: dict[str, Card]) -> None:
        file["R"].says["inputs"]["S1"] = 3

    found = read_after(edit)
    assert {it.species: it.coefficient for it in found.pathway.processes[0].inputs} == {
        "S1": 3,
        "S3": 1,
    }
    assert [(it.code, it.place.subject) for it in found.findings] == [("FID001", "process R")]


def test_a_member_of_a_whole_that_was_removed_does_not_return() -> None:
    def edit(file: dict[str, Card]) -> None:
        del file["R"].says["inputs"]["S3"]

    inputs = read_after(edit).pathway.processes[0].inputs
    assert inputs == (Participant(species="S1"),)


def test_a_record_beside_the_edit_holds() -> None:
    def edit(file: dict[str, Card]) -> None:
        file["S2"].says["name"] = "other"

    found = read_after(edit)
    assert found.pathway.species[1].notes == (" blank ",)
    assert codes(found) == []


def test_whose_molecule_was_edited_gets_one_of_its_own() -> None:
    def edit(file: dict[str, Card]) -> None:
        file["S1"].says["molecule"]["name"] = "Akt-1"

    found = read_after(edit)
    molecules = {it.id: it for it in found.pathway.molecules}
    species = {it.id: it.molecule for it in found.pathway.species}
    assert species["S2"] == "AKT1"
    assert molecules["AKT1"] == SENT.molecules[0]
    assert molecules[species["S1"] or ""].name == "Akt-1"
    assert molecules[species["S1"] or ""].certainty is None
    assert [(it.code, it.place.subject) for it in found.findings] == [("FID002", "species S1")]


def test_those_who_were_edited_alike_have_one_molecule_together() -> None:
    def edit(file: dict[str, Card]) -> None:
        for id_ in ("S1", "S2"):
            file[id_].says["molecule"]["name"] = "Akt-1"

    species = {it.id: it.molecule for it in read_after(edit).pathway.species}
    assert species["S1"] == species["S2"] != "AKT1"


def test_what_has_neither_name_nor_identifier_is_no_one_thing() -> None:
    """28 species of a logical model, told by their ids alone, were one molecule."""
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="a", kind=Kind.PROTEIN), Molecule(id="b", kind=Kind.PROTEIN)),
        species=(Species(id="S1", molecule="a"), Species(id="S2", molecule="b")),
    )

    def edit(file: dict[str, Card]) -> None:
        for card in file.values():
            card.marks.clear()

    species = read_after(edit, sent).pathway.species
    assert len({it.molecule for it in species}) == 2


def test_a_joined_control_falls_apart_as_a_whole() -> None:
    def edit(file: dict[str, Card]) -> None:
        del file["C.S2"]

    found = read_after(edit)
    by_target = {it.target: it for it in found.pathway.controls}
    assert by_target.keys() == {"R"}
    assert by_target["R"].sources == Gate(inputs=("S3",))
    assert by_target["R"].effect is Effect.STIMULATION
    assert {"FID001", "FID002"} == set(codes(found))


def test_a_control_is_joined_of_all_its_parts_or_not_at_all() -> None:
    both = msgspec.structs.replace(
        SENT.controls[0],
        sources=Gate(inputs=("S2", "S3")),
        effect=Effect.INHIBITION,
        certainty=Certainty.KNOWN,
    )
    sent = msgspec.structs.replace(SENT, controls=(both,), modules=())
    assert facts(read_after(lambda file: None, sent).pathway) == facts(sent)

    def edit(file: dict[str, Card]) -> None:
        del file["C.S2"]

    found = read_after(edit, sent)
    assert [it.sources for it in found.pathway.controls] == [Gate(inputs=("S3",))]
    assert "C" not in {it.id for it in found.pathway.controls}
    assert [it.certainty for it in found.pathway.controls] == [None]
    assert {"FID001", "FID002"} == set(codes(found))


def test_what_was_supplied_is_taken_away_again() -> None:
    assert "somewhere" in {card.id for card in toy.cards(toy.write(SENT).content)}
    assert {it.id for it in read_after(lambda file: None).pathway.compartments} == {"cyt", "cell"}


def test_what_was_supplied_stays_where_someone_uses_it() -> None:
    def edit(file: dict[str, Card]) -> None:
        file["S1"].says["place"] = "somewhere"

    found = read_after(edit)
    places = {it.id: it.compartment for it in found.pathway.species}
    assert places == {"S1": "somewhere", "S2": "cyt", "S3": None, "S4": None}
    assert "somewhere" in {it.id for it in found.pathway.compartments}
    assert codes(found) == ["FID001"]


def test_what_was_supplied_and_edited_is_theirs() -> None:
    def edit(file: dict[str, Card]) -> None:
        file["somewhere"].says["name"] = "the bath"

    found = read_after(edit)
    assert {it.id: it.name for it in found.pathway.compartments}["somewhere"] == "the bath"


def test_records_about_what_was_removed_go_with_it() -> None:
    def edit(file: dict[str, Card]) -> None:
        del file["R"]
        del file["C.S2"]
        del file["C.S3"]

    found = read_after(edit)
    assert found.pathway.processes == ()
    assert found.pathway.controls == ()
    assert [module.members for module in found.pathway.modules] == [()]
    assert found.faults == [fault for fault in found.faults if fault.rule.severity != "error"]


def test_a_module_is_there_with_the_members_that_are_left() -> None:
    def edit(file: dict[str, Card]) -> None:
        del file["R"]

    steps = (Step(before="R", after="D"),)
    module = Module(id="M", name="a branch", members=("R", "S", "D"), order=steps)
    inner = Module(id="S", members=("C",))
    found = read_after(edit, msgspec.structs.replace(SENT, modules=(module, inner)))
    [whole, part] = found.pathway.modules
    assert (whole.name, whole.members, whole.order) == ("a branch", ("S",), ())
    assert part.members == ()


def test_a_molecule_that_nothing_uses_any_more_is_gone() -> None:
    def edit(file: dict[str, Card]) -> None:
        del file["S3"]
        del file["C.S3"]
        del file["R"].says["inputs"]["S3"]

    found = read_after(edit)
    assert "Ca" not in {it.id for it in found.pathway.molecules}


def test_a_new_element_may_have_the_id_of_a_thing_without_one() -> None:
    def edit(file: dict[str, Card]) -> None:
        file["new"] = Card("species", "akt1", {"molecule": {"kind": "protein", "name": "new"}})

    found = read_after(edit)
    species = {it.id: it.molecule for it in found.pathway.species}
    molecules = {it.id: it for it in found.pathway.molecules}
    assert species["S1"] == species["S2"] == "AKT1_2"
    assert molecules["AKT1_2"].certainty is Certainty.KNOWN
    assert molecules[species["akt1"] or ""].name == "new"
    assert [fault for fault in found.faults if fault.rule.severity == "error"] == []
    assert codes(found) == ["FID004"]


def test_a_new_element_may_have_the_id_of_a_joined_control() -> None:
    def edit(file: dict[str, Card]) -> None:
        file["C"] = Card("control", "C", {"on": "R", "by": "S1", "effect": "inhibition"})

    found = read_after(edit)
    controls = {it.id: it for it in found.pathway.controls}
    assert controls["C"].sources == Gate(inputs=("S1",))
    assert controls["C"].effect is Effect.INHIBITION
    assert {tuple(it.sources.species()) for it in found.pathway.controls} >= {("S2",), ("S3",)}


def test_records_that_make_a_circle_with_an_edit_are_dropped() -> None:
    sent = Pathway(
        id="P",
        species=(
            Species(id="A", form=Form.SET, members=("B",), notes=(" a ",)),
            Species(id="B", form=Form.COMPLEX),
        ),
        compartments=(Compartment(id="x", inside="y"), Compartment(id="y")),
    )

    def edit(file: dict[str, Card]) -> None:
        file["x"].marks = ['{"field":"inside","value":"y"}']
        file["y"].marks = ['{"field":"inside","value":"x"}']

    found = read_after(edit, sent)
    assert [it.inside for it in found.pathway.compartments] == [None, None]
    assert codes(found) == ["FID001", "FID001"]


@pytest.mark.parametrize(
    "mark",
    [
        "",
        "{",
        "[]",
        "7",
        '{"field":5}',
        '{"stranger":1}',
        '{"field":"name","value":[1]}',
    ],
)
def test_a_mark_that_is_none_is_named_with_its_line(mark: str) -> None:
    def edit(file: dict[str, Card]) -> None:
        file["cyt"].marks.append(mark)

    found = read_after(edit)
    assert facts(found.pathway) == facts(SENT)
    assert [(it.code, it.place.line) for it in found.findings] == [("FID003", 3)]


@pytest.mark.parametrize(
    "mark",
    [
        '{"field":"nothing","value":"a"}',
        '{"field":"name","value":5}',
        '{"field":"name","key":"a","value":"a"}',
        '{"field":"dimensions","value":"three"}',
        '{"construct":"nothing","id":"A","field":"name","value":"a"}',
        '{"construct":"","id":"x","add":[["nothing","","",true]]}',
        '{"construct":"","id":"x","add":[["species","name","","a"]]}',
        '{"construct":"species","id":"S4","field":"components","add":[["","components","{",1]]}',
        '{"field":"inside","over":"=\\"cyt\\"","value":"cell"}',
        '{"field":"notes","key":"","value":true}',
        '{"construct":"molecule","link":"~S1","id":"Ca","over":"000000000000"}',
        '{"construct":"molecule","link":"~nothing","id":"Ca","over":""}',
    ],
)
def test_a_mark_that_makes_no_sense_is_dropped_and_named(mark: str) -> None:
    def edit(file: dict[str, Card]) -> None:
        file["cell"].marks.append(mark)

    found = read_after(edit)
    assert facts(found.pathway) == facts(SENT)
    assert len(found.findings) == 1
    assert found.findings[0].code in {"FID001", "FID002"}


def test_of_two_records_of_one_place_the_first_counts() -> None:
    def edit(file: dict[str, Card]) -> None:
        file["S2"].marks = ['{"field":"tissue","value":"uberon:0000178"}', *file["S2"].marks]
        file["S2"].marks.append('{"field":"tissue","value":"bto:0000089"}')

    found = read_after(edit)
    assert found.pathway.species[1].tissue == "uberon:0000178"
    assert codes(found) == ["FID001"]


def test_a_reading_is_not_changed() -> None:
    reading = toy.read_native(toy.write(SENT).content)
    before = msgspec.json.encode(reading.pathway)
    restored(reading)
    assert msgspec.json.encode(reading.pathway) == before
