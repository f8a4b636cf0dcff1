"""What a pathway computes with is said natively, units included; what is not told is no fact."""

from typing import Any

import pytest
from hypothesis import given
from tests.formats.sbml.samples import lost_in
from tests.laws.law import law_named
from tests.laws.strip import strip
from tests.model.test_quantities import SOUND, pathway

from pathport.fidelity.report import Status
from pathport.findings import Severity
from pathport.formats import format_named, sbml
from pathport.formats.sbml.rules import OF_QUANTITIES, TOLERATED
from pathport.model.enumerations import Effect, Kind
from pathport.model.facts import facts
from pathport.model.parts import Identifier, Participant
from pathport.model.pathway import Pathway
from pathport.model.quantities import (
    Amount,
    Assignment,
    Balance,
    Coefficient,
    Event,
    Function,
    Measures,
    Parameter,
    ParticipantSide,
    Quantities,
    RateLaw,
    Rule,
    RuleKind,
    Unit,
    UnitFactor,
)
from pathport.model.things import Molecule, Process, Species
from pathport.model.value import fields_of
from pathport.testing import Limits, pathways

MATH = "http://www.w3.org/1998/Math/MathML"


def quantity_entries(found: Pathway) -> list[tuple[str, str]]:
    """What the report says of quantities that is not native."""
    account = sbml.write(found).account
    return [
        (it.status.value, it.field.removeprefix("quantities."))
        for it in account.entries
        if it.field.startswith("quantities") or it.construct == "compartment"
    ]


def whole() -> Pathway:
    """A pathway with every kind of quantity, each with all that it may say natively."""
    said: dict[str, Any] = {
        "notes": ("A note.",),
        "identifiers": (Identifier(id="go:0005576"),),
        "references": ("pubmed:8752281",),
    }
    found = pathway(
        units=(*SOUND.units, Unit(id="u", name="per second", **said)),
        parameters=(
            *SOUND.parameters,
            Parameter(id="km", name="Km", value=0.1, unit="nM", term="sbo:0000027", **said),
            Parameter(id="conv", value=1.0),
        ),
        functions=(*SOUND.functions, Function(id="g", name="G", formula="1", **said)),
        amounts=(*SOUND.amounts, Amount(species="B", unit="mole", conversion="conv")),
        conversion="conv",
        rate_laws=(RateLaw(process="r", formula="n * k * A * cyt", **said),),
    )
    place = found.compartments[0]
    return Pathway(
        id="p",
        compartments=(
            type(place)(id="cyt", dimensions=3, size=2.5, unit="litre", constant=False),
            found.compartments[1],
        ),
        molecules=found.molecules,
        species=found.species,
        processes=found.processes,
        quantities=found.quantities,
    )


def test_all_quantities_are_native_with_their_units() -> None:
    supplied = [("supplied", "amounts"), ("supplied", "amounts.amount")]
    assert quantity_entries(whole()) == supplied  # of P, of which nothing is told


def test_every_field_of_quantities_is_in_the_pathway_that_is_native() -> None:
    told = whole().quantities
    assert all(getattr(told, it.name) != it.default for it in fields_of(Quantities))


def test_all_quantities_come_back() -> None:
    content = sbml.write(whole()).content
    assert facts(sbml.read(content).pathway) == facts(whole())
    found = sbml.validate(content, full=True)
    assert [it for it in found if it.severity is Severity.ERROR] == []


def test_names_that_sbml_has_no_place_for_are_carried() -> None:
    rule = Rule(variable="v", formula="1", name="a rule")
    entries = quantity_entries(pathway(rules=(rule,)))
    assert ("carried", "rules.name") in entries


@given(pathways(within=Limits(quantities=False)))
def test_without_quantities_no_warning_is_tolerated(found: Pathway) -> None:
    told = sbml.validate(sbml.write(found).content, full=True)
    assert [str(it) for it in told if it.code in OF_QUANTITIES] == []


def test_warnings_are_tolerated_for_reasons() -> None:
    assert all(TOLERATED.values())
    assert all(code.startswith("libsbml-") for code in OF_QUANTITIES)


def test_rate_laws_of_an_author_whose_units_differ_are_written_as_they_are() -> None:
    laws = (RateLaw(process="E1", formula="times()"), RateLaw(process="E2", formula="time"))
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.PROTEIN),),
        species=(Species(id="S", molecule="M"),),
        processes=tuple(Process(id=it, outputs=(Participant(species="S"),)) for it in ("E1", "E2")),
        quantities=Quantities(measures=Measures(time="second", extent="mole"), rate_laws=laws),
    )
    told = sbml.validate(sbml.write(sent).content, full=True)
    assert "libsbml-10503" in {it.code for it in told}
    law_named("valid").check(format_named("sbml"), sent=sent)


# What can't be said with elements


def test_what_names_a_process_without_an_element_is_carried() -> None:
    found = pathway(rules=(Rule(variable="v", formula="idle + 1"),))
    idle = type(found.processes[0])(id="idle")
    found = Pathway(
        id="p",
        compartments=found.compartments,
        molecules=found.molecules,
        species=found.species,
        processes=(*found.processes, idle),
        quantities=found.quantities,
    )
    assert ("carried", "rules") in quantity_entries(found)
    assert sbml.read(sbml.write(found).content).pathway == found


def test_a_species_that_only_a_rate_law_names_is_a_modifier_that_is_supplied() -> None:
    found = pathway(rate_laws=(RateLaw(process="r", formula="A * C"),))
    written = sbml.write(found)
    supplied = [it for it in written.account.entries if it.construct == "control"]
    assert {it.status for it in supplied} == {Status.SUPPLIED}
    assert b'id="r_C"' in written.content
    assert sbml.read(written.content).pathway == found


def test_a_supplied_modifier_is_no_control_until_it_is_edited() -> None:
    sent = pathway(rate_laws=(RateLaw(process="r", formula="C"),))
    written = sbml.write(sent).content
    unsaid = written.replace(b"<ci> C </ci>", b"")
    edited = written.replace(b'"SBO:0000019" id="r_C"', b'"SBO:0000020" id="r_C"')
    controls = {it: sbml.read(it).pathway.controls for it in (written, unsaid, edited)}
    for content in (written, unsaid, edited):
        law_named("native_wins").check(format_named("sbml"), sent=sent, content=content)
    assert controls[written] == controls[unsaid] == ()
    assert [(it.id, it.effect) for it in controls[edited]] == [("r_C", Effect.INHIBITION)]


def test_a_rate_of_a_later_version_is_carried() -> None:
    found = pathway(rules=(Rule(variable="v", formula="rateOf(A)"),))
    assert ("carried", "rules") in quantity_entries(found)
    assert sbml.read(sbml.write(found).content).pathway == found


# Reading other programs' files


def model(inner: str, *, level: str = "2", attributes: str = "") -> bytes:
    spaces = {
        "2": ('xmlns="http://www.sbml.org/sbml/level2/version4"', "2", "4"),
        "3": ('xmlns="http://www.sbml.org/sbml/level3/version1/core"', "3", "1"),
    }
    space, number, version = spaces[level]
    return (
        f'<sbml {space} level="{number}" version="{version}"><model id="m"{attributes}>'
        f"{inner}</model></sbml>"
    ).encode()


def math(inner: str) -> str:
    return f'<math xmlns="{MATH}">{inner}</math>'


CELL = '<listOfCompartments><compartment id="c" size="1"/></listOfCompartments>'
ONE = '<listOfSpecies><species id="S" compartment="c" initialAmount="{}"/></listOfSpecies>'
FLOW = (
    '<listOfReactions><reaction id="r"><listOfReactants><speciesReference species="S"{}'
    "</listOfReactants>{}</reaction></listOfReactions>"
)
LAW = f"<kineticLaw>{math('<ci> S </ci>')}</kineticLaw>"


def read(content: bytes) -> tuple[Quantities, list[str]]:
    found = sbml.read(content)
    lost = [lost_in(it) for it in found.findings if it.code == "SBM101"]
    return found.pathway.quantities, lost


def test_amounts_of_nothing_and_sizes_of_one_are_no_facts_where_nothing_is_computed() -> None:
    found = sbml.read(model(CELL + ONE.format(0))).pathway
    assert found.quantities == Quantities()
    assert found.compartments[0].size is None


def test_they_are_facts_where_something_is_computed() -> None:
    found = sbml.read(model(CELL + ONE.format(0) + FLOW.format("/>", LAW))).pathway
    assert found.quantities.amounts == (Amount(species="S", amount=0.0),)
    assert found.compartments[0].size == 1
    assert found.compartments[0].dimensions == 3


def test_level_2_has_units_where_it_does_not_say_them() -> None:
    found, _ = read(model(CELL + ONE.format(1)))
    assert found.measures == Measures(
        substance="mole", time="second", volume="litre", extent="mole"
    )


def test_a_unit_of_level_2_that_is_defined_again_is_that() -> None:
    units = (
        '<listOfUnitDefinitions><unitDefinition id="substance"><listOfUnits>'
        '<unit kind="mole" scale="-9"/></listOfUnits></unitDefinition></listOfUnitDefinitions>'
    )
    found, _ = read(model(units + CELL + ONE.format(1)))
    assert found.measures.substance == found.measures.extent == "substance"
    assert found.units == (Unit(id="substance", factors=(UnitFactor(kind="mole", scale=-9),)),)


def test_an_area_of_level_2_is_in_square_metres() -> None:
    flat = '<listOfCompartments><compartment id="c" spatialDimensions="2"/></listOfCompartments>'
    found, _ = read(model(flat + ONE.format(1)))
    assert found.measures.area == "area"
    assert found.units == (Unit(id="area", factors=(UnitFactor(kind="metre", exponent=2),)),)


def test_a_coefficient_that_math_gives_is_a_rule_or_a_number() -> None:
    varies = f"><stoichiometryMath>{math('<ci> k </ci>')}</stoichiometryMath></speciesReference>"
    parameters = '<listOfParameters><parameter id="k" value="2"/></listOfParameters>'
    found, lost = read(model(CELL + ONE.format(1) + parameters + FLOW.format(varies, "")))
    named = found.coefficients[0]
    assert (named.process, named.side, named.species) == ("r", ParticipantSide.INPUT, "S")
    assert found.rules == (Rule(variable=named.id, kind=RuleKind.ASSIGNMENT, formula="k"),)
    number = varies.replace("<ci> k </ci>", "<cn> 3 </cn>")
    flow = sbml.read(model(CELL + ONE.format(1) + FLOW.format(number, ""))).pathway.processes[0]
    assert flow.inputs[0].coefficient == 3
    assert lost == []


def test_the_id_of_a_coefficient_that_nothing_names_is_no_fact() -> None:
    content = model(CELL + ONE.format(1) + FLOW.format(' id="n"/>', LAW))
    assert read(content)[0].coefficients == ()


def test_a_reaction_with_a_rate_law_is_a_process() -> None:
    sides = "".join(
        f'<{it}><speciesReference species="S"/></{it}>'
        for it in ("listOfReactants", "listOfProducts")
    )
    reaction = f'<reaction id="r" sboTerm="SBO:0000374">{sides}{{}}</reaction>'
    reactions = f"<listOfReactions>{reaction}</listOfReactions>"
    for law, processes in (("", 0), (LAW, 1)):
        content = model(CELL + ONE.format(1) + reactions.format(law))
        assert len(sbml.read(content).pathway.processes) == processes


def test_rules_of_several_kinds_stand_in_one_list() -> None:
    parameters = "".join(f'<parameter id="{it}" constant="false"/>' for it in "abcd")
    kinds = ('assignmentRule variable="a"', 'rateRule variable="b"', "algebraicRule")
    given = math("<apply><minus/><ci> c </ci><ci> d </ci></apply>")
    rules = "".join(f"<{it}>{given}</{it.partition(' ')[0]}>" for it in kinds)
    listed = f"<listOfParameters>{parameters}</listOfParameters><listOfRules>{rules}</listOfRules>"
    found, lost = read(model(CELL + listed))
    assert [it.kind for it in found.rules] == [RuleKind.ASSIGNMENT, RuleKind.RATE]
    assert found.balances == (Balance(formula="c - d"),)
    assert lost == []


def test_a_formula_with_an_unknown_name_is_lost_by_name_and_the_rest_is_read() -> None:
    law = f"<kineticLaw>{math('<ci> nothing </ci>')}</kineticLaw>"
    found, lost = read(model(CELL + ONE.format(1) + FLOW.format("/>", law)))
    assert found.rate_laws == ()
    assert found.amounts == (Amount(species="S", amount=1.0),)
    assert any('"nothing"' in it for it in lost)


TRIGGER = math("<true/>")
GIVEN = '<eventAssignment variable="{}">{}</eventAssignment>'
VARYING = '<listOfParameters><parameter id="k" constant="false"/></listOfParameters>'
DOSE = (
    f'{VARYING}<listOfEvents><event id="dose"><trigger>{TRIGGER}</trigger>{{}}'
    "<listOfEventAssignments>{}</listOfEventAssignments></event></listOfEvents>"
)
SET = GIVEN.format("k", math("<cn> 0 </cn>"))
NOWHERE = GIVEN.format("nope", math("<cn> 8 </cn>"))
GHOST = math("<ci> ghost </ci>")


@pytest.mark.parametrize(
    ("parts", "assignments", "said"),
    [
        (
            "",
            SET + NOWHERE,
            'assignments nope formula "8" (nothing that can be given a number is called "nope")',
        ),
        ("", SET + SET.replace("0", "9"), 'what gives "k" once more, "9"'),
        (
            f"<delay>{GHOST}</delay>",
            SET,
            'delay "ghost" (nothing with a number is called "ghost")',
        ),
        ("<priority/>", SET, "a priority without a formula"),
    ],
)
def test_of_an_event_the_least_is_left_out_and_told(
    parts: str, assignments: str, said: str
) -> None:
    found = sbml.read(model(CELL + DOSE.format(parts, assignments), level="3"))
    (event,) = found.pathway.quantities.events
    assert event == Event(
        id="dose", trigger="true", assignments=(Assignment(variable="k", formula="0"),)
    )
    assert [it.sentence for it in found.findings] == [f"lost in reading event dose: {said}"]
    assert [it.place.line for it in found.findings] == [1]


def test_an_event_or_law_that_goes_whole_is_told_with_all_that_it_said() -> None:
    own = '<listOfParameters><parameter id="kk" value="42"/></listOfParameters>'
    law = f"<kineticLaw>{GHOST}{own}</kineticLaw>"
    dose = DOSE.format("", SET).replace(
        TRIGGER, math("<apply><gt/><ci>ghost</ci><cn>1</cn></apply>")
    )
    found, lost = read(model(CELL + ONE.format(1) + FLOW.format("/>", law) + dose))
    assert (found.rate_laws, found.events) == ((), ())
    why = '(nothing with a number is called "ghost")'
    assert lost == [
        f'its rate law, formula "ghost", parameters kk value 42.0 {why}',
        f'all of it, trigger "ghost > 1", assignments k formula "0" {why}',
    ]


def test_a_term_that_is_none_does_not_take_the_law_with_it() -> None:
    law = LAW.replace("<kineticLaw>", '<kineticLaw sboTerm="SBO:1">')
    found, lost = read(model(CELL + ONE.format(1) + FLOW.format("/>", law)))
    assert [it.formula for it in found.rate_laws] == ["S"]
    assert lost == ['term "sbo:1" ("sbo:1" is no term of SBO)']


def test_what_is_said_a_second_time_is_told_with_what_it_says() -> None:
    two = '<parameter id="kk" value="1"/><parameter id="kk" value="2"/>'
    law = LAW.replace("</math>", f"</math><listOfParameters>{two}</listOfParameters>")
    twice = f"<listOfParameters>{two}</listOfParameters>"
    found, lost = read(model(CELL + ONE.format(1) + twice + FLOW.format("/>", law)))
    kept = (Parameter(id="kk", value=1.0),)
    assert (found.parameters, found.rate_laws[0].parameters) == (kept, kept)
    assert lost == ['a second "kk" among parameters, value 2.0'] * 2


@pytest.mark.parametrize(
    ("element", "said"),
    [
        ("<listOfRules><algebraicRule/></listOfRules>", "a rule without a formula"),
        (
            (
                '<listOfFunctionDefinitions><functionDefinition id="f" name="n"/>'
                "</listOfFunctionDefinitions>"
            ),
            'a function without a formula, name "n"',
        ),
        ("<listOfConstraints><constraint/></listOfConstraints>", "a constraint without a formula"),
        (
            "<listOfEvents><event><listOfEventAssignments/></event></listOfEvents>",
            "an event without a trigger (elements in it: 1)",
        ),
        (
            FLOW.format("/>", LAW).replace(math("<ci> S </ci>"), ""),
            "a rate law without a formula (no parameters)",
        ),
    ],
)
def test_what_has_no_formula_is_told(element: str, said: str) -> None:
    assert read(model(CELL + ONE.format(1) + element))[1] == [said]


def test_ids_of_participants_that_no_formula_names_are_counted() -> None:
    inner = CELL + ONE.format(1) + FLOW.format(' id="sr"/>', LAW)
    assert read(model(inner))[1] == ['id="sr"']
    again = FLOW.format(' id="sr2"/>', "").replace('id="r"', 'id="q"')
    both = inner.replace("</listOfReactions>", "") + again.replace("<listOfReactions>", "")
    (finding,) = sbml.read(model(both)).findings
    said = "lost in reading reaction r and others: id of speciesReference, 2 times"
    assert finding.sentence == said
    named = inner.replace("<ci> S </ci>", "<ci> sr </ci>")
    assert read(model(named))[1] == []
    side = '<listOf{0}><speciesReference species="S"{1}/></listOf{0}>'
    both_sides = side.format("Reactants", ' id="sr"') + side.format("Products", "")
    association = (
        f'<listOfReactions><reaction id="r" sboTerm="SBO:0000344" reversible="false">{both_sides}'
        "</reaction></listOfReactions>"
    )
    assert read(model(CELL + ONE.format(1) + association))[1] == ['id="sr"']


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("<apply><plus/>stray<cn> 1 </cn></apply>", 'the text "stray" in a formula'),
        ('<cn units="second"> 1 </cn>', 'units="second" of a number'),
        ('<cn base="16"> 10 </cn>', "a formula: a number to the base 16 (elements in it: 1)"),
        ("<cn> 1 <sep/> 2 </cn>", 'a formula: " 1  2 " is no number (elements in it: 2)'),
    ],
)
def test_what_no_number_says_is_told(inner: str, said: str) -> None:
    law = LAW.replace("<ci> S </ci>", inner)
    assert read(model(CELL + ONE.format(1) + FLOW.format("/>", law)))[1][0] == said


def test_what_has_no_name_is_told_and_left_out() -> None:
    parameter = '<parameter value="3"/>'
    law = LAW.replace("</math>", f"</math><listOfParameters>{parameter}</listOfParameters>")
    inner = (
        '<listOfUnitDefinitions><unitDefinition><listOfUnits><unit kind="mole"/></listOfUnits>'
        "</unitDefinition></listOfUnitDefinitions>"
        f"<listOfParameters>{parameter}</listOfParameters>"
    )
    found, lost = read(model(CELL + ONE.format(1) + inner + FLOW.format("/>", law)))
    assert (found.units, found.parameters, found.rate_laws[0].parameters) == ((), (), ())
    assert lost == [
        "a parameter without an id, value 3.0",
        (
            'all of it, factors {"kind":"mole","exponent":1.0,"multiplier":1.0} 1.0 '
            "(nothing says what it is called)"
        ),
        "all of it, value 3.0 (nothing says what it is called)",
    ]


def test_what_no_formula_says_is_lost_by_name() -> None:
    law = f"<kineticLaw>{math('<matrix/>')}</kineticLaw>"
    _, lost = read(model(CELL + ONE.format(1) + FLOW.format("/>", law)))
    assert "a formula: <matrix> is no part of a formula (elements in it: 1)" in lost


EVENT = (
    '<listOfEvents><event timeUnits="second"><trigger>{}</trigger><listOfEventAssignments>'
    '<eventAssignment variable="S">{}</eventAssignment></listOfEventAssignments></event>'
    "</listOfEvents>"
)


def test_an_event_without_an_id_gets_one() -> None:
    event = EVENT.format(math("<true/>"), math("<cn> 2 </cn>"))
    found, lost = read(model(CELL + ONE.format(1) + event))
    assert [it.id for it in found.events] == ["event_1"]
    assert found.events[0].initial
    assert found.events[0].persistent
    assert lost == ['timeUnits="second"']


def test_ids_of_what_gives_a_value_are_named_and_their_names_kept() -> None:
    one = math("<cn> 1 </cn>")
    inner = (
        '<listOfParameters><parameter id="p" constant="false"/>'
        '<parameter id="q" constant="false"/></listOfParameters>'
        f'<listOfInitialAssignments><initialAssignment id="s1" symbol="S">{one}'
        "</initialAssignment></listOfInitialAssignments>"
        f'<listOfRules><assignmentRule id="r1" name="steady" variable="p">{one}</assignmentRule>'
        f'<algebraicRule id="r2">{math("<ci> q </ci>")}</algebraicRule></listOfRules>'
        f'<listOfConstraints><constraint id="c1">{math("<true/>")}</constraint></listOfConstraints>'
    )
    law = LAW.replace("<kineticLaw>", '<kineticLaw id="k1" name="fast">')
    quantities, lost = read(model(CELL + ONE.format(1) + inner + FLOW.format("/>", law), level="3"))
    assert [it.name for it in (*quantities.rules, *quantities.rate_laws)] == ["steady", "fast"]
    assert lost == [
        'id="s1"',
        'id="r1"',
        'id="r2"',
        'id="c1"',
        'id="k1"',
    ]


def test_what_has_the_name_of_a_word_is_renamed_where_a_formula_names_it() -> None:
    law = f"<kineticLaw>{math('<ci> time </ci>')}</kineticLaw>"
    content = (CELL + ONE.format(1) + FLOW.format("/>", law)).replace('"S"', '"time"')
    found = sbml.read(model(content)).pathway
    assert [(it.id, it.original_id) for it in found.species] == [("_time", "time")]
    assert found.quantities.rate_laws[0].formula == "_time"


def test_ids_of_quantities_are_made_legal_and_kept_as_names() -> None:
    parameters = '<listOfParameters><parameter id="default" value="2"/></listOfParameters>'
    law = f"<kineticLaw>{math('<ci> default </ci>')}</kineticLaw>"
    content = CELL + ONE.format(1) + parameters + FLOW.format("/>", law)
    found, _ = read(model(content))
    assert found.parameters == (Parameter(id="_default", name="default", value=2.0),)
    assert found.rate_laws[0].formula == "_default"


@pytest.mark.parametrize(("text", "lost"), [("NaN", 0), ("much", 1)])
def test_a_value_that_is_no_number_is_none(text: str, lost: int) -> None:
    parameters = f'<listOfParameters><parameter id="k" value="{text}"/></listOfParameters>'
    found, told = read(model(CELL + parameters))
    assert found.parameters == (Parameter(id="k"),)
    assert len(told) == lost


def test_an_offset_of_a_unit_is_lost_unless_it_is_nothing() -> None:
    unit = (
        '<listOfUnitDefinitions><unitDefinition id="u"><listOfUnits>'
        '<unit kind="second" offset="{}"/>'
        "</listOfUnits></unitDefinition></listOfUnitDefinitions>"
    )
    assert read(model(unit.format(0)))[1] == []
    assert read(model(unit.format(2)))[1] == ['offset="2"']


def test_a_coefficient_that_nothing_names_is_not_lost_where_a_record_tells_it() -> None:
    named = Coefficient(id="n", process="E", side=ParticipantSide.OUTPUT, species="S")
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.PROTEIN),),
        species=(Species(id="S", molecule="M"),),
        processes=(Process(id="E", outputs=(Participant(species="S"),)),),
        quantities=Quantities(coefficients=(named,)),
    )
    content = sbml.write(sent).content
    for records, losses in ((content, []), (strip(content), ['reaction E: id="n"'])):
        found = [it.sentence for it in sbml.read(records).findings if it.code == "SBM101"]
        assert found == [f"lost in reading {it}" for it in losses]
