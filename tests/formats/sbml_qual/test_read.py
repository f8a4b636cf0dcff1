"""What another program's influence graph says is read, or named with its place."""

import pytest
from tests.formats.sbml.samples import lost_in
from tests.formats.sbml_qual.samples import case, cond, graph, transition

from pathport.formats import sbml, sbml_qual
from pathport.formats.sbml_qual.read import read_native
from pathport.model.enumerations import Effect, Kind, Logic, Mechanism
from pathport.model.parts import Gate
from pathport.model.things import Control

A = '"A" q:sign="positive"'
B = '"B" q:sign="positive"'
NOT_A = '"A" q:sign="negative"'
STIMULATES = 'sboTerm="SBO:0000170"'

SPLIT = ('id="t"', "transition t")
"""What is told of a transition that is several influences."""

A_OR_B = Gate(logic=Logic.OR, inputs=("A", "B"))


def absent(species: str) -> Gate:
    return Gate(logic=Logic.NOT, inputs=(species,))


def told(content: bytes) -> list[tuple[str, str]]:
    """What is named as lost, and where."""
    found = read_native(content).findings
    assert {it.code for it in found} <= {"SBM101"}
    return [(lost_in(it), it.place.subject) for it in found]


def controls(content: bytes) -> list[Control]:
    return list(sbml_qual.read(content).pathway.controls)


def only(content: bytes) -> Control:
    (found,) = controls(content)
    return found


# Effects


@pytest.mark.parametrize(
    ("sign", "effect"),
    [
        ('q:sign="positive"', Effect.STIMULATION),
        ('q:sign="negative"', Effect.INHIBITION),
        ('q:sign="unknown"', Effect.MODULATION),
        ("", Effect.MODULATION),
    ],
)
def test_without_a_function_the_sign_tells_the_effect(sign: str, effect: Effect) -> None:
    content = graph(transition(f'"A" {sign}'))
    assert told(content) == []
    assert only(content) == Control(id="t", target="X", effect=effect, sources=Gate(inputs=("A",)))


def test_a_dual_sign_alone_is_named() -> None:
    content = graph(transition('"A" q:sign="dual"'))
    assert told(content) == [('sign="dual"', "transition t")]
    assert only(content).effect is Effect.MODULATION


def test_a_sign_that_is_none_is_named() -> None:
    content = graph(transition('"A" q:sign="plus"'))
    assert told(content) == [('sign="plus"', "transition t")]


@pytest.mark.parametrize(
    ("term", "sign", "effect"),
    [
        ("SBO:0000172", "positive", Effect.CATALYSIS),
        ("SBO:0000411", "positive", Effect.TRIGGER),
        ("SBO:0000170", "unknown", Effect.STIMULATION),
        ("SBO:0000168", "negative", Effect.INHIBITION),  # control: says no more than the sign
    ],
)
def test_a_term_tells_the_effect_as_far_as_the_sign_allows(
    term: str, sign: str, effect: Effect
) -> None:
    content = graph(transition(f'"A" q:sign="{sign}"', head=f'sboTerm="{term}"'))
    assert told(content) == []
    assert only(content).effect is effect


@pytest.mark.parametrize("term", ["SBO:0000216", "SBO:0000169"])  # phosphorylation, inhibition
def test_a_term_that_does_not_fit_is_named(term: str) -> None:
    content = graph(transition(A, head=f'sboTerm="{term}"'))
    assert told(content) == [(f'sboTerm="{term.lower()}"', "transition t")]
    assert only(content).effect is Effect.STIMULATION


@pytest.mark.parametrize(
    ("term", "sign", "effect"),
    [
        ("SBO:0000407", "negative", Effect.INHIBITION),  # absolute inhibition
        ("SBO:0000393", "unknown", Effect.MODULATION),  # production
        ("SBO:0000394", "negative", Effect.INHIBITION),  # consumption
    ],
)
def test_a_term_that_says_more_than_the_effect_is_named(
    term: str, sign: str, effect: Effect
) -> None:
    lost = f'sboTerm="{term.lower()}" of {{}} (read as {effect})'
    of_whole = graph(transition(f'"A" q:sign="{sign}"', head=f'sboTerm="{term}"'))
    assert told(of_whole) == [(lost.format("transition"), "transition t")]
    of_input = graph(transition(f'"A" q:sign="{sign}" sboTerm="{term}"'))
    assert told(of_input) == [(lost.format("input"), "transition t")]
    assert only(of_whole).effect is only(of_input).effect is effect


def test_a_narrower_term_of_several_influences_is_named_once() -> None:
    content = graph(transition(f"{A};{B}", head='sboTerm="SBO:0000393"'))
    lost = 'sboTerm="sbo:0000393" of transition (read as stimulation)'
    assert sorted(told(content)) == sorted([SPLIT, (lost, "transition t")])


@pytest.mark.parametrize(
    ("sign", "effect"), [("positive", Effect.STIMULATION), ("unknown", Effect.MODULATION)]
)
def test_a_term_may_tell_a_mechanism(sign: str, effect: Effect) -> None:
    """SBO:0000239 is allosteric control."""
    content = graph(transition(f'"A" q:sign="{sign}"', head='sboTerm="SBO:0000239"'))
    assert told(content) == []
    assert (only(content).effect, only(content).mechanism) == (effect, Mechanism.ALLOSTERIC)


def test_an_input_may_have_the_term_instead_and_repeat_it() -> None:
    of_input = graph(transition(f'{A} sboTerm="SBO:0000171"'))
    assert only(of_input).effect is Effect.NECESSARY_STIMULATION
    both = graph(transition(f"{A} {STIMULATES}", head=STIMULATES))
    assert told(of_input) == told(both) == []
    differing = graph(transition(f'{A} sboTerm="SBO:0000172"', head=STIMULATES))
    assert told(differing) == [('sboTerm="sbo:0000172"', "transition t")]


@pytest.mark.parametrize(
    ("term", "lost"),
    [
        ("SBO:0000169", []),  # inhibition, as the sign says
        ("SBO:0000168", []),  # control
        ("SBO:0000170", [('sboTerm="sbo:0000170"', "transition t")]),
        ("SBO:0000407", [('sboTerm="sbo:0000407"', "transition t")]),  # absolute inhibition
        ("SBO:0000177", [('sboTerm="sbo:0000177"', "transition t")]),
    ],
)
def test_a_term_of_one_input_among_several_is_about_this_one(
    term: str, lost: list[tuple[str, str]]
) -> None:
    function = case(f"<apply><and/>{cond('A')}{cond('B', 'lt')}</apply>")
    content = graph(transition(f'{A};"B" q:sign="negative" sboTerm="{term}"', function))
    assert told(content) == lost
    assert only(content).effect is Effect.STIMULATION


def test_a_term_of_one_input_among_several_may_say_more_than_its_sign() -> None:
    function = case(f"<apply><and/>{cond('A')}{cond('B')}</apply>")
    content = graph(transition(f'{A} sboTerm="SBO:0000172";{B}', function))
    assert told(content) == [('sboTerm="sbo:0000172"', "transition t")]


# Functions


@pytest.mark.parametrize("level", ['<cn type="integer"> 1 </cn>', "<ci> theta </ci>"])
def test_a_level_is_a_number_or_the_threshold_of_an_input(level: str) -> None:
    source = f'{A} q:id="theta" q:thresholdLevel="1"'
    content = graph(transition(source, case(cond("A", level=level))))
    assert told(content) == []
    assert only(content).sources == Gate(inputs=("A",))


@pytest.mark.parametrize(
    ("formula", "present"),
    [
        (cond("A", "gt", "<cn>0</cn>"), True),
        (cond("A", "eq"), True),
        (cond("A", "neq", "<cn>0</cn>"), True),
        ("<apply><leq/><cn>1</cn><ci>A</ci></apply>", True),
        (cond("A", "lt"), False),
        (cond("A", "eq", "<cn>0</cn>"), False),
        (f"<apply><not/>{cond('A')}</apply>", False),
    ],
)
def test_a_comparison_tells_presence(formula: str, present: bool) -> None:
    content = graph(transition(A if present else NOT_A, case(formula)))
    assert told(content) == []
    assert only(content).effect is (Effect.STIMULATION if present else Effect.INHIBITION)
    assert only(content).sources == Gate(inputs=("A",))


def test_what_is_on_while_something_is_absent_is_inhibited_unless_a_term_says_otherwise() -> None:
    function = case(cond("A", "lt"))
    assert only(graph(transition(NOT_A, function))).effect is Effect.INHIBITION
    found = only(graph(transition(NOT_A, function, head=STIMULATES)))
    assert (found.effect, found.sources) == (Effect.STIMULATION, absent("A"))


def test_what_is_off_in_some_case_is_inhibited() -> None:
    both = case(f"<apply><and/>{cond('A')}{cond('B')}</apply>", "0")
    content = graph(transition(f'{NOT_A};"B"', both, default="1"))
    assert told(content) == []
    assert only(content).effect is Effect.INHIBITION
    assert only(content).sources == Gate(inputs=("A", "B"))


def test_several_cases_are_alternatives() -> None:
    content = graph(transition(f"{A};{B}", case(cond("A")) + case(cond("B"))))
    assert told(content) == []
    assert only(content).sources == A_OR_B


def test_signs_that_are_not_known_modulate_through_a_gate() -> None:
    unknown = '"A" q:sign="unknown";"B" q:sign="unknown"'
    content = graph(transition(unknown, case(f"<apply><or/>{cond('A')}{cond('B')}</apply>")))
    assert told(content) == []
    assert (only(content).effect, only(content).sources) == (Effect.MODULATION, A_OR_B)


@pytest.mark.parametrize(
    ("formula", "level"),
    [
        (cond("A"), "2"),
        (cond("A", level="<cn>2</cn>"), "1"),
        (cond("A", level="<ci>B</ci>"), "1"),
        (cond("A", "lt"), "1"),  # the sign says otherwise
        (cond("C"), "1"),
        (f"<apply><xor/>{cond('A')}{cond('B')}</apply>", "1"),
        (f"<apply><not/>{cond('A')}{cond('B')}</apply>", "1"),
        ("<true/>", "1"),
        ("<apply/>", "1"),
        ("", "1"),
    ],
)
def test_a_function_that_is_not_understood_is_named_and_the_signs_are_read(
    formula: str, level: str
) -> None:
    content = graph(transition(A, case(formula, level)))
    assert told(content) == [(f'<functionTerm> of level "{level}"', "transition t")]
    assert only(content) == Control(
        id="t", target="X", effect=Effect.STIMULATION, sources=Gate(inputs=("A",))
    )


def test_a_function_that_leaves_an_input_out_is_not_understood() -> None:
    content = graph(transition(f"{A};{B}", case(cond("A"))))
    lost = ('<functionTerm> of level "1"', "transition t")
    assert [it for it in told(content) if it != SPLIT] == [lost]
    assert [it.sources.inputs for it in controls(content)] == [("A",), ("B",)]


def test_a_default_level_that_is_not_understood_is_named() -> None:
    content = graph(transition(A, default="1"))
    assert told(content) == [('<defaultTerm> of level "1"', "transition t")]


def test_a_dual_sign_that_the_function_does_not_bear_out_is_named() -> None:
    dual = '"A" q:sign="dual"'
    content = graph(transition(dual, case(cond("A"))))
    assert told(content) == [('sign="dual"', "transition t")]
    assert only(content).effect is Effect.STIMULATION
    either = f"<apply><or/>{cond('A')}<apply><and/>{cond('A', 'lt')}{cond('B')}</apply></apply>"
    assert told(graph(transition(f"{dual};{B}", case(either)))) == []


# Several


def test_inputs_without_a_function_are_influences_with_their_ids() -> None:
    content = graph(transition(f'{A} q:id="in_1";"B" q:sign="negative"'))
    found = {it.id: (it.effect, it.sources.inputs) for it in controls(content)}
    assert found["in_1"] == (Effect.STIMULATION, ("A",))
    assert found.keys() == {"in_1", "X_inhibition_B"}
    assert told(content) == [SPLIT]


def test_each_target_is_influenced() -> None:
    output = '<q:output q:qualitativeSpecies="{}" q:transitionEffect="assignmentLevel"/>'
    text = transition(A).replace(output.format("X"), output.format("X") + output.format("B"))
    assert {it.target for it in controls(graph(text))} == {"X", "B"}


def test_a_transition_without_inputs_or_outputs_is_a_control_all_the_same() -> None:
    alone = only(graph(transition()))
    assert (alone.id, alone.target, alone.sources) == ("t", "X", Gate())
    text = transition(A).partition("<q:listOfOutputs>")
    without = text[0] + text[2].partition("</q:listOfOutputs>")[2]
    assert only(graph(without)).target is None


# What has no place


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('q:id="t"', 'q:id="t" sboTerm="SBO:0000177"', 'sboTerm="sbo:0000177"'),
        ("'none'", '"consumption"', 'transitionEffect="consumption"'),
        ('"assignmentLevel"', '"production" q:outputLevel="1"', 'transitionEffect="production"'),
        ('q:sign="positive"', 'q:sign="positive" q:thresholdLevel="2"', 'thresholdLevel="2"'),
        ('q:sign="positive"', 'q:sign="positive" q:name="n"', 'name="n"'),
        ('q:sign="positive"/>', 'q:sign="positive"><notes/></q:input>', "<notes>"),
        ("<q:listOfOutputs>", "<q:other/><q:listOfOutputs>", "<other>"),
        ('q:qualitativeSpecies="X"', "", "<output> that names no species"),
    ],
)
def test_what_has_no_place_is_named(old: str, new: str, what: str) -> None:
    text = transition(A)
    assert text.count(old) == 1
    assert (what, "transition t") in told(graph(text.replace(old, new)))


@pytest.mark.parametrize("attribute", ['q:initialLevel="1"', 'q:maxLevel="2"'])
def test_levels_of_species_are_named(attribute: str) -> None:
    species = f'<q:qualitativeSpecies q:id="S" q:compartment="c" q:constant="false" {attribute}/>'
    what = attribute.removeprefix("q:")
    assert told(graph(species=species)) == [(what, "qualitativeSpecies S")]


def test_lines_are_told() -> None:
    content = graph("\n\n" + transition('"A" q:sign="dual"'))
    assert [it.place.line for it in read_native(content).findings] == [3]


# Species and what stands beside


def test_species_are_read_as_in_the_base() -> None:
    species = (
        '<q:qualitativeSpecies q:id="S" q:name="CXCR4{{pS346}}" q:compartment="c" {}="{}"'
        ' q:constant="false"/>'
    )
    found = read_native(graph(species=species.format("sboTerm", "SBO:0000354"))).pathway
    (seen,) = [it for it in found.species if it.id == "S"]
    (molecule,) = [it for it in found.molecules if it.id == seen.molecule]
    assert (molecule.name, molecule.kind) == ("CXCR4", Kind.GENE_PRODUCT)
    assert seen.compartment == "c"


def test_a_species_without_a_name_is_called_as_its_id() -> None:
    found = sbml_qual.read(graph()).pathway
    named = {it.id: it.name for it in found.molecules}
    assert {it.id: named[it.molecule or ""] for it in found.species} == {
        "A": "A",
        "B": "B",
        "X": "X",
    }
    assert {it.name for it in found.species} == {None}


def test_reactions_beside_influences_are_read_too() -> None:
    more = (
        '<listOfSpecies><species id="S" compartment="c"/></listOfSpecies><listOfReactions>'
        '<reaction id="r"><listOfReactants><speciesReference species="S"/></listOfReactants>'
        "</reaction></listOfReactions>"
    )
    found = sbml_qual.read(graph(transition(A), more=more)).pathway
    assert [it.id for it in found.processes] == ["r"]
    assert [it.id for it in found.controls] == ["t"]
    assert {it.id for it in found.species} == {"A", "B", "X", "S"}


def test_a_transition_may_tell_a_mechanism() -> None:
    said = (
        '<annotation><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<r:Description r:about="#t"><b:hasProperty'
        ' xmlns:b="http://biomodels.net/biology-qualifiers/"><r:Bag>{}</r:Bag></b:hasProperty>'
        "</r:Description></r:RDF></annotation><q:listOfInputs>"
    )
    item = '<r:li r:resource="https://identifiers.org/SBO:{}"/>'
    said = said.format(item.format("0000206") + item.format("0000252"))
    content = graph(transition(A).replace("<q:listOfInputs>", said))
    assert only(content).mechanism is Mechanism.COMPETITIVE
    assert told(content) == [('the identifier "sbo:0000252"', "transition t")]


def test_the_base_names_the_format_that_reads_influences() -> None:
    lost = [it for it in sbml.read(graph(transition(A))).findings if it.code == "SBM102"]
    assert [lost_in(it) for it in lost] == [
        "<listOfQualitativeSpecies> (elements in it: 3)",
        "<listOfTransitions> (elements in it: 7)",
    ]
    assert all("--from sbml-qual" in it.remedy for it in lost)


def test_sniffing() -> None:
    assert sbml_qual.sniff(graph())
    assert not sbml_qual.sniff(b"<sbml/>")
    assert not sbml_qual.sniff(b"no XML")
