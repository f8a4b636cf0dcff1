"""What a file says, measured: each status of DESIGN's table, and where records stand."""

import msgspec
from hypothesis import given
from tests.fidelity import toy

from pathport.fidelity.report import Account, Entry, Status
from pathport.model.enumerations import Effect, Kind
from pathport.model.facts import Place, facts
from pathport.model.parts import Component, Gate, Modification, Participant, State
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Control, Form, Module, Molecule, Process, Species
from pathport.testing import pathways

SENT = Pathway(
    id="P",
    name=" a ",
    compartments=(Compartment(id="K", size=2.0),),
    molecules=(Molecule(id="M", name="em", kind=Kind.ION),),
    species=(
        Species(id="S1", molecule="M", synonyms=("s",)),
        Species(
            id="S2",
            form=Form.COMPLEX,
            components=(
                Component(molecule="M", state=State(modifications=(Modification(residue="S"),))),
            ),
        ),
    ),
    processes=(Process(id="R", inputs=(Participant(species="S1", coefficient=1.5),)),),
    controls=(Control(id="C", target="R", effect=Effect.TRIGGER, sources=Gate(inputs=("S1",))),),
    modules=(Module(id="D", members=("R",)),),
)


def told() -> dict[tuple[str, str, str], Entry]:
    account = toy.write(SENT).account
    return {(str(e.status), f"{e.construct} {e.id}", e.field): e for e in account.entries}


def test_what_is_said_more_generally_is_coarse() -> None:
    assert told()["coarse", "control C", "effect"].native == "stimulation"
    assert told()["coarse", "process R", "inputs"].native == 1
    assert told()["coarse", "pathway ", "name"].native == "a"


def test_what_is_not_said_is_carried() -> None:
    assert told()["carried", "species S1", "synonyms"].key == "s"
    assert told()["carried", "compartment K", "size"].sent == 2.0
    assert told()["carried", "module D", ""].sent is True


def test_what_a_format_demands_is_supplied() -> None:
    assert told()["supplied", "compartment somewhere", ""].native is True
    assert told()["supplied", "species S1", "compartment"].native == "somewhere"


def test_what_stands_in_place_of_a_whole_is_told_and_not_counted() -> None:
    account = toy.write(SENT).account
    entries = {
        (entry.status, entry.sent, entry.native)
        for entry in account.entries
        if (entry.id, entry.field) == ("S2", "components")
    }
    assert entries == {(Status.COARSE, 1, None), (Status.COARSE, None, 1)}
    kinds = {(kind.construct, kind.field): kind for kind in account.kinds}
    assert kinds["species", "components"].coarse == 1


def test_where_users_disagree_is_told() -> None:
    entry = next(e for e in toy.write(SENT).account.entries if (e.id, e.field) == ("M", "name"))
    assert (entry.sent, entry.native) == ("em", "(disputed)")


def test_records_stand_on_the_element_that_they_are_about() -> None:
    marks = {card.id: card.marks for card in toy.cards(toy.write(SENT).content)}
    fields = {
        id_: sorted(_subject(msgspec.json.decode(mark)) for mark in texts)
        for id_, texts in marks.items()
    }
    assert fields["K"] == ["size"]
    assert fields["C"] == ["effect"]
    assert fields["R"] == ["inputs", "members"]
    assert fields["S1"] == ["compartment", "link", "synonyms"]
    assert fields["somewhere"] == ["whole"]
    root = [msgspec.json.decode(mark) for mark in marks[""]]
    assert {mark.get("id") for mark in root} == {"D", "M", None}


def _subject(record: dict[str, str]) -> str:
    """What a mark is about: a field, a thing as a whole, or the object that it links."""
    return "link" if "link" in record else record.get("field", "whole")


@given(pathways())
def test_every_fact_is_counted_once(sent: Pathway) -> None:
    account = toy.write(sent).account
    counted = account.native + account.coarse + account.carried + account.lost
    assert counted == len(facts(sent))
    for status in Status:
        assert sum(getattr(kind, status.value) for kind in account.kinds) == getattr(
            account, status.value
        )


def test_the_places_of_an_account_are_those_of_the_pathway() -> None:
    entry = Entry(
        status=Status.LOST, construct="species", id="S", field="name", sent="a", reason="none"
    )
    account = Account.of([Place("species", "S", "")], [entry])
    assert (account.native, account.lost) == (1, 1)
    assert account.of_status(Status.LOST) == (entry,)
    assert entry.place == Place("species", "S", "name")
