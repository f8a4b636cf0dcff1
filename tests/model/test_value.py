"""Values: frozen, in one normal order from the moment they are made, equal exactly by content."""

import itertools
import math

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pathport.model.enumerations import Certainty, Logic, Role
from pathport.model.parts import Component, Evidence, Gate, Member, Participant, plain_number
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Form, Molecule, Process, Species
from pathport.model.value import content_of, fields_of, value_of
from pathport.testing import pathways, pools
from pathport.testing.values import coefficients

A, B = Component(molecule="A"), Component(molecule="B")


@st.composite
def gates(draw: st.DrawFn, depth: int = 3) -> Gate:
    """Gates of every nesting, also those that join nothing, one thing, or one thing twice."""
    inner = gates(depth - 1) if depth else st.nothing()
    return Gate(
        logic=draw(st.sampled_from(Logic)),
        inputs=tuple(draw(st.lists(st.sampled_from("abc"), max_size=2))),
        gates=tuple(draw(st.lists(inner, max_size=2 if depth else 0))),
    )


def truth(gate: Gate, on: frozenset[str]) -> bool:
    """What a gate says where these species are present; `not` says it of its first input."""
    told = [species in on for species in gate.inputs] + [truth(inner, on) for inner in gate.gates]
    if gate.logic is Logic.NOT:
        return not told[0]
    return all(told) if gate.logic is Logic.AND else any(told)


def joined(logic: Logic, one: bool, other: bool) -> bool:
    """What a gate of these two says; `not` says it of the first."""
    if logic is Logic.NOT:
        return not one
    return one and other if logic is Logic.AND else one or other


def test_a_value_is_frozen() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        A.molecule = "B"  # type: ignore[misc]


def test_order_and_repetition_of_a_set_mean_nothing() -> None:
    one = Molecule(id="A", roles=(Role.STAT, Role.KINASE, Role.STAT), synonyms=("b", "a"))
    assert one == Molecule(id="A", roles=(Role.KINASE, Role.STAT), synonyms=("a", "b", "a"))
    assert one.synonyms == ("a", "b")


def test_equal_components_with_a_note_add_up_and_have_it_once() -> None:
    one = Component(molecule="A", notes=("b", "a"))
    [both] = Species(id="S", form=Form.COMPLEX, components=(one, one)).components
    assert (both.count, both.notes) == (2, ("b", "a"))


def test_paragraphs_of_notes_keep_their_order() -> None:
    assert Molecule(id="A", notes=("b", "a")) != Molecule(id="A", notes=("a", "b"))


def test_equal_components_add_up() -> None:
    twice = Species(id="S", form=Form.COMPLEX, components=(A, B, A))
    assert twice == Species(
        id="S", form=Form.COMPLEX, components=(B, msgspec.structs.replace(A, count=2))
    )


def test_components_that_differ_in_anything_do_not_add_up() -> None:
    named = Component(molecule="A", name="bound A")
    assert len(Species(id="S", form=Form.COMPLEX, components=(A, named)).components) == 2


def test_nested_components_add_up_inside() -> None:
    inside = Component(components=(A, A))
    assert inside == Component(components=(Component(molecule="A", count=2),))
    assert Species(id="S", components=(inside, inside)).components[0].count == 2


@pytest.mark.parametrize("order", list(itertools.permutations((0.1, 0.2, 0.3))))
def test_coefficients_add_up_to_the_same_in_any_order(order: tuple[float, ...]) -> None:
    parts = tuple(Participant(species="A", coefficient=number) for number in order)
    first = tuple(Participant(species="A", coefficient=number) for number in (0.1, 0.2, 0.3))
    assert Process(id="P", inputs=parts) == Process(id="P", inputs=first)


def test_what_is_said_of_a_member_twice_is_joined_in_any_order() -> None:
    known = Member(molecule="A", certainty=Certainty.KNOWN, evidence=(Evidence(code="eco:1"),))
    other = Member(molecule="A", count=2, evidence=(Evidence(code="eco:2"),))
    joined = Member(
        molecule="A",
        count=3,
        certainty=Certainty.KNOWN,
        evidence=(Evidence(code="eco:1"), Evidence(code="eco:2")),
    )
    assert Molecule(id="F", members=(known, other)).members == (joined,)
    assert Molecule(id="F", members=(other, known)).members == (joined,)


def test_things_of_one_id_stay_apart_in_one_order() -> None:
    one, other = Molecule(id="A", name="one"), Molecule(id="A", name="other")
    assert Pathway(id="P", molecules=(one, other)) == Pathway(id="P", molecules=(other, one))
    assert len(Pathway(id="P", molecules=(one, other)).molecules) == 2


def test_equal_numbers_have_the_same_content() -> None:
    assert content_of(Compartment(id="K", size=1)) == content_of(Compartment(id="K", size=1.0))
    assert content_of(Compartment(id="K", size=-0.0)) == content_of(Compartment(id="K", size=0.0))


@pytest.mark.parametrize(
    ("given_", "plain"),
    [
        (2.0, 2),
        (0.5, 0.5),
        (2.0**53, 2**53),
        (1e300, 1e300),
        (10**20, 1e20),
        (10**400, math.inf),
        (-(10**400), -math.inf),
    ],
)
def test_a_number_has_one_spelling(given_: float, plain: float) -> None:
    number = plain_number(given_)
    assert (number, type(number)) == (plain, type(plain))


@given(coefficients)
def test_the_spelling_of_a_number_is_its_own(number: float) -> None:
    assert plain_number(plain_number(number)) == plain_number(number)


@given(gates())
@example(Gate(logic=Logic.OR, gates=(Gate(inputs=("a", "b")), Gate(inputs=("a", "b")))))
@example(Gate(logic=Logic.NOT, gates=(Gate(inputs=("a",)),)))
def test_a_gate_is_made_in_normal_form(gate: Gate) -> None:
    assert Gate(logic=gate.logic, inputs=gate.inputs, gates=gate.gates) == gate
    for inner in gate.gates:
        assert inner.logic is Logic.NOT or inner.logic != gate.logic
        assert inner.logic is Logic.NOT or len(inner.inputs) + len(inner.gates) > 1
    if len(gate.inputs) + len(gate.gates) < 2 and gate.logic is not Logic.NOT:
        assert (gate.logic, gate.gates) == (Logic.AND, ())


@given(st.lists(st.sampled_from("abc"), min_size=1), st.data())
def test_a_gate_means_what_it_was_made_of(inputs: list[str], data: st.DataObject) -> None:
    first = data.draw(st.sampled_from(inputs))
    gate = Gate(inputs=(first,))
    said = {on: first in on for on in map(frozenset, _subsets("abc"))}
    for _ in range(data.draw(st.integers(0, 4))):
        logic = data.draw(st.sampled_from(Logic))
        other = data.draw(st.sampled_from("abc"))
        gate = Gate(logic=logic, inputs=(other,) if logic is not Logic.NOT else (), gates=(gate,))
        said = {on: joined(logic, old, other in on) for on, old in said.items()}
    assert {on: truth(gate, on) for on in said} == said


def _subsets(species: str) -> list[tuple[str, ...]]:
    return [
        chosen for n in range(len(species) + 1) for chosen in itertools.combinations(species, n)
    ]


def test_the_species_of_a_gate_are_told_once_each() -> None:
    gate = Gate(inputs=("b",), gates=(Gate(logic=Logic.OR, inputs=("c", "b")),))
    assert list(gate.species()) == ["b", "c"]


@given(pathways())
def test_a_value_comes_back_from_its_content(pathway: Pathway) -> None:
    assert value_of(content_of(pathway), Pathway) == pathway


@given(pathways())
def test_values_differ_exactly_if_their_contents_do(pathway: Pathway) -> None:
    things = [thing for _, thing in pathway.things()]
    for one, other in itertools.combinations(things, 2):
        assert (one == other) == ((type(one), content_of(one)) == (type(other), content_of(other)))


def test_a_text_is_its_own_content() -> None:
    assert [value_of(content_of(text), str) for text in pools.TEXTS] == list(pools.TEXTS)


def test_fields_are_read_off_their_declarations() -> None:
    found = {field.name: field for field in fields_of(Species)}
    assert found["components"].keyed is not None
    assert found["components"].keyed.total == "count"
    assert found["members"].refers == ("species",)
    assert found["state"].inline
    assert (found["name"].type, found["name"].many) == (str, False)
    assert {field.name for field in fields_of(Pathway) if field.ordered} == {
        "authors",
        "notes",
    }
