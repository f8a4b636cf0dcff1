"""The notation: what it reads, what it spells, and that each is the other's inverse."""

import math
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.model.enumerations import Activity, Logic, Side
from pathport.model.notation import (
    NotationError,
    is_site_set_name,
    is_spellable,
    parse_component,
    parse_gate,
    parse_process,
    parse_species,
    parse_state,
    spell_component,
    spell_gate,
    spell_ordered_gate,
    spell_process,
    spell_species,
    spell_state,
    spell_term,
)
from pathport.model.parts import Component, Fragment, Gate, Modification, State
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Species
from pathport.testing import pathways


def single(molecule: str, *modifications: Modification, **place: Any) -> Species:
    return Species(id="", molecule=molecule, state=State(modifications=modifications), **place)


def joined(*components: Component, **place: Any) -> Species:
    return Species(id="", form=Form.COMPLEX, components=components, **place)


def part(molecule: str, count: int = 1, **state: Any) -> Component:
    return Component(molecule=molecule, count=count, state=State(**state))


P_S346 = Modification(kind="mod:00046", residue="S", position=346)
P_S347 = Modification(kind="mod:00046", residue="S", position=347)

SPECIES = {
    "CXCL12": single("CXCL12"),
    "CXCL12@ec": single("CXCL12", compartment="ec"),
    "CXCR4@pm.inner": single("CXCR4", compartment="pm", side=Side.INNER),
    "CXCR4{pS346,pS347}@pm": single("CXCR4", P_S346, P_S347, compartment="pm"),
    "CXCL12:CXCR4@pm": joined(part("CXCL12"), part("CXCR4"), compartment="pm"),
    "2*CXCR4@pm": joined(part("CXCR4", 2), compartment="pm"),
    "(A)": joined(part("A")),
    "()": joined(),
    "(A:B){active}": msgspec.structs.replace(
        joined(part("A"), part("B")), state=State(activity=Activity.ACTIVE)
    ),
    "(A:B):2*C@cyt": joined(
        Component(components=(part("A"), part("B"))), part("C", 2), compartment="cyt"
    ),
    "2*(A:B){p}": joined(
        Component(
            components=(part("A"), part("B")),
            count=2,
            state=State(modifications=(Modification(kind="mod:00696"),)),
        )
    ),
}
"""Normal spellings and what they mean."""


@pytest.mark.parametrize("text", SPECIES)
def test_a_species_is_read_and_spelled(text: str) -> None:
    assert parse_species(text).species == SPECIES[text]
    assert spell_species(SPECIES[text]) == text


STATES = {
    "p": Modification(kind="mod:00696"),
    "p#12": Modification(kind="mod:00696", position=12),
    "pS": Modification(kind="mod:00046", residue="S"),
    "pS12": Modification(kind="mod:00046", residue="S", position=12),
    "me1K27": Modification(kind="mod:00085", residue="K", position=27),
    "mod:00046": Modification(kind="mod:00046"),
    "mod:00046#T12": Modification(kind="mod:00046", residue="T", position=12),
    "mod:99999#12": Modification(kind="mod:99999", position=12),
    "?": Modification(),
    "?S": Modification(residue="S"),
    "?S12": Modification(residue="S", position=12),
    "?12": Modification(position=12),
    "2*p": Modification(kind="mod:00696", count=2),
    "3*?S": Modification(residue="S", count=3),
    '"nitrosation"': Modification(word="nitrosation"),
    '"nitrosation"#C34': Modification(word="nitrosation", residue="C", position=34),
    '!"a \\"b\\", {c}"#12': Modification(word='a "b", {c}', position=12, absent=True),
    '2*"cleaved"#C': Modification(word="cleaved", residue="C", count=2),
    "loop": Modification(site_set="loop"),
    "pTail": Modification(site_set="pTail"),
    "pS12x": Modification(site_set="pS12x"),
    "ub": Modification(site_set="ub"),
    "!pS12": Modification(kind="mod:00046", residue="S", position=12, absent=True),
    "!loop": Modification(site_set="loop", absent=True),
}


@pytest.mark.parametrize("text", STATES)
def test_a_modification_is_read_and_spelled(text: str) -> None:
    state = State(modifications=(STATES[text],))
    assert parse_state(text) == state
    assert spell_state(state) == text


REST = {
    "active": State(activity=Activity.ACTIVE),
    "inactive": State(activity=Activity.INACTIVE),
    "structure(open)": State(structure="open"),
    'structure("half open")': State(structure="half open"),
    'structure("a \\"b\\" {c}, d@e")': State(structure='a "b" {c}, d@e'),
    "variant(V600E)": State(variant="V600E"),
    "variant(p.Val600Glu)": State(variant="p.Val600Glu"),
    "fragment(22-93)": State(fragment=Fragment(begin=22, end=93)),
    "fragment(22-)": State(fragment=Fragment(begin=22)),
    "fragment(-93)": State(fragment=Fragment(end=93)),
    "fragment(-)": State(fragment=Fragment()),
}


@pytest.mark.parametrize("text", REST)
def test_the_rest_of_a_state_is_read_and_spelled(text: str) -> None:
    assert parse_state(text) == REST[text]
    assert spell_state(REST[text]) == text


def test_modifications_of_unknown_sites_add_up_and_those_of_one_site_are_one() -> None:
    assert spell_state(parse_state("p, p")) == "2*p"
    assert spell_state(parse_state("2 * p,p")) == "3*p"
    assert spell_state(parse_state("pS12,pS12")) == "pS12"
    assert spell_state(parse_state("!p,!p")) == "!p"
    assert spell_state(parse_state("loop,loop")) == "loop"


@pytest.mark.parametrize("text", ["0*p", "2*pS12", "2*loop", "2*!p", "2*active", '"a"b', '"a'])
def test_what_has_no_number_or_no_end_is_no_state(text: str) -> None:
    with pytest.raises(NotationError):
        parse_state(text)


LOOSE = {
    " A : A @ pm ": "2*A@pm",
    "B:A": "A:B",
    "A:2*A": "3*A",
    "2 * A": "2*A",
    "1*A": "(A)",
    "A{ pS347 , active , pS346 , loop }": "A{pS346,pS347,loop,active}",
    "A{mod:00046#S12}": "A{pS12}",
    "(A : B) {p}": "(A:B){p}",
    "( ( A ) )": "((A))",
    "A{variant( V600E )}": "A{variant(V600E)}",
}
"""Other spellings with the normal one."""


@pytest.mark.parametrize("text", [text for text in LOOSE if text not in ("1*A", "(A : B) {p}")])
def test_a_loose_spelling_is_read(text: str) -> None:
    assert spell_species(parse_species(text).species) == LOOSE[text]


WRONG = {
    "": (1, "a molecule"),
    "A:": (3, "a molecule"),
    "A{": (3, "a modified site, a site set or an activity"),
    "A{}": (3, "a modified site, a site set or an activity"),
    "A{pS1": (6, '"," or "}"'),
    "A{pS1;}": (6, '"," or "}"'),
    "A{active,inactive}": (10, "one activity in a state"),
    "A{and}": (3, "a modified site or a site set"),
    "A{variant()}": (11, "a word or a text in double quotes"),
    'A{variant("x)}': (11, "a word or a text in double quotes"),
    'A{variant("\\x")}': (11, "a text in double quotes, escaped as in JSON"),
    "A{fragment(x)}": (12, "an interval such as 22-93"),
    "A@": (3, "a compartment"),
    "A@pm.left": (6, "outer, transmembrane or inner"),
    "(A": (3, '":" or ")"'),
    "0*A": (1, "a count of 1 or more"),
    "A B": (3, 'the end, ":", "{" or "@"'),
    "é": (1, "a molecule"),
    "(" * 51 + "A" + ")" * 51: (51, "at most 50 complexes inside each other"),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_species_is_told_with_its_column(text: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse_species(text)
    assert (caught.value.column, caught.value.expected) == WRONG[text]


WRONG_PROCESSES = {
    "A": 2,
    "A -> ": 6,
    "A - B": 3,
    "-> B": 1,
    "A + -> B": 5,
    "0 A -> B": 1,
    "2A -> B": 1,
    "1e999 A -> B": 1,
    "A -> B -> C": 8,
    "A -> 0 + B": 8,
}


@pytest.mark.parametrize("text", WRONG_PROCESSES)
def test_a_wrong_process_is_told_with_its_column(text: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse_process(text)
    assert caught.value.column == WRONG_PROCESSES[text]


PROCESSES = {
    "A@pm + B@pm -> A:B@pm": ([(1, "A@pm"), (1, "B@pm")], [(1, "A:B@pm")], False),
    "2 A -> 2*A": ([(2, "A")], [(1, "2*A")], False),
    "0.5 A <-> 1.5 B": ([(0.5, "A")], [(1.5, "B")], True),
    "A@lys -> 0": ([(1, "A@lys")], [], False),
    "0 -> A": ([], [(1, "A")], False),
    "0 -> 0": ([], [], False),
    "1e-07 A -> 0": ([(1e-7, "A")], [], False),
}


@pytest.mark.parametrize("text", PROCESSES)
def test_a_process_is_read_and_spelled(text: str) -> None:
    inputs, outputs, reversible = PROCESSES[text]
    term = parse_process(text)
    assert [(number, species.text) for number, species in term.inputs] == inputs
    assert [(number, species.text) for number, species in term.outputs] == outputs
    assert term.reversible is reversible
    assert spell_process(inputs, outputs, reversible=reversible) == text


def test_equal_species_are_joined_when_spelled() -> None:
    assert spell_process([(1, "A"), (1, "B"), (1, "A")], []) == "2 A + B -> 0"


def told(text: str) -> str:
    """A gate in normal spelling, each species by its text."""

    def gate(term: Any) -> Gate:
        if term.species is not None:
            return Gate(inputs=(term.species.text,))
        return Gate(logic=term.logic, gates=tuple(map(gate, term.gates)))

    return spell_gate(gate(parse_gate(text)), str)


GATES = {
    "A@pm": "A@pm",
    "B@pm or A@pm": "A@pm or B@pm",
    "A and (B or C@pm)": "A and (B or C@pm)",
    "(A and B) and C@pm": "A and B and C@pm",
    "A or B and C": "A or B and C",
    "not A": "not A",
    "not not A": "A",
    "not (A@pm or B@pm)": "not (A@pm or B@pm)",
    "not (A or B)": "not (A or B)",
    "(A:B){active}@pm and C": "(A:B){active}@pm and C",
    "((A@pm))": "A@pm",
    "(A)": "(A)",
    'A{variant("x and (y")}@pm and (B)': '(B) and A{variant("x and (y")}@pm',
    '(A{structure("@")}:B) or C': '(A{structure("@")}:B) or C',
    "(A{structure(and)}:B)": "(A{structure(and)}:B)",
    "notch@pm and android": "android and notch@pm",
}


@pytest.mark.parametrize("text", GATES)
def test_a_gate_is_read_and_spelled(text: str) -> None:
    assert told(text) == GATES[text]
    assert told(GATES[text]) == GATES[text]


@pytest.mark.parametrize(
    ("text", "column"),
    [("", 1), ("A and", 6), ("and A", 1), ("not", 4), ("(A@pm", 6), ("A xor B", 3)],
)
def test_a_wrong_gate_is_told_with_its_column(text: str, column: int) -> None:
    with pytest.raises(NotationError) as caught:
        parse_gate(text)
    assert caught.value.column == column


@pytest.mark.parametrize(
    "text",
    ["not " * 100_000 + "A", "(" * 100_000 + "A@pm", "(A{" * 50_000, '"' * 100_000, "(A" * 100_000],
    ids=["negations", "brackets", "states", "quotes", "complexes"],
)
def test_hostile_texts_are_refused(text: str) -> None:
    with pytest.raises(NotationError):
        parse_gate(text)


def test_long_texts_are_read() -> None:
    assert len(parse_species(":".join(["(A{p})"] * 20_000)).species.components) == 1


@pytest.mark.parametrize("name", ["loop", "pTail", "AKT_loop", "S12", "pS12x", "ub", "p_"])
def test_names_of_site_sets(name: str) -> None:
    assert is_site_set_name(name)


@pytest.mark.parametrize("name", ["", "p", "pS12", "active", "not", "variant", "1a", "a-b", "me2K"])
def test_what_is_read_as_something_else_names_no_site_set(name: str) -> None:
    assert not is_site_set_name(name)


@pytest.mark.parametrize(
    "species",
    [
        Species(id="s", form=Form.SET, members=("a",)),
        Species(id="s"),
        joined(Component(molecule="A", name="bound")),
        joined(Component(components=(Component(molecule="A", id="a"),))),
    ],
    ids=["set", "nothing", "named component", "inner component with an id"],
)
def test_what_the_notation_cannot_say_is_refused(species: Species) -> None:
    assert not is_spellable(species)
    with pytest.raises(ValueError, match="the notation can't say"):
        spell_species(species)


@given(pathway=pathways())
def test_what_is_spelled_reads_back(pathway: Pathway) -> None:
    for species in filter(is_spellable, pathway.species):
        plain = Species(
            id="",
            form=species.form,
            molecule=species.molecule,
            components=species.components,
            state=species.state,
            compartment=species.compartment,
            side=species.side,
        )
        text = spell_species(species)
        assert parse_species(text).species == plain
        assert parse_process(f"{text} -> {text}").inputs[0][1].species == plain
        assert parse_gate(f"not {text}").gates[0].species is not None
        for component in species.components:
            assert parse_component(spell_component(component)) == component
        if species.state != State():
            assert parse_state(spell_state(species.state)) == species.state


@given(pathway=pathways())
def test_a_gate_that_is_spelled_reads_back(pathway: Pathway) -> None:
    for control in pathway.controls:
        if control.sources != Gate():
            text = spell_gate(control.sources, str)
            assert told(text) == text


signs = st.text(st.sampled_from('AB12_ :;{}()@.*+-><!?,#"\\pSm\n\t0é'), max_size=20)
words = st.lists(
    st.sampled_from(
        ["A", "B{pS1}", "2*", "(", ")", ":", "@pm", "+", "->", "<->", "and", "or", "not", "0", "2 "]
    ),
    max_size=10,
).map(" ".join)


@given(text=signs | words)
def test_any_text_is_read_or_refused_within_itself(text: str) -> None:
    faults = []
    for parse in (parse_species, parse_process, parse_gate, parse_state, parse_component):
        try:
            parse(text)
        except NotationError as error:
            faults.append(error)
    assert all(fault.sentence and 1 <= fault.column <= len(text) + 1 for fault in faults)


@given(text=signs | words)
def test_spelling_is_a_fixed_point(text: str) -> None:
    try:
        species = parse_species(text).species
    except NotationError:
        return
    spelled = spell_species(species)
    assert parse_species(spelled).species == species
    assert spell_species(parse_species(spelled).species) == spelled


@given(number=st.floats(min_value=0, exclude_min=True, allow_infinity=False))
def test_any_coefficient_reads_back(number: float) -> None:
    term = parse_process(f"{spell_term(number, 'A')} -> 0")
    assert math.isclose(term.inputs[0][0], number, rel_tol=0)


def test_an_ordered_gate_keeps_its_order() -> None:
    assert (
        spell_ordered_gate((Logic.AND, ("B", (Logic.OR, ("D", "C")), "A")))
        == "B and (D or C) and A"
    )
