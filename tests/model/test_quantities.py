"""Quantities hold to rules of their own: each is broken here once, with its place."""

from typing import Any

import pytest

from pathport.findings import Severity
from pathport.model import rules
from pathport.model.check import check
from pathport.model.check_quantities import quantity_faults
from pathport.model.facts import build, facts
from pathport.model.matching import unmatched
from pathport.model.parts import Identifier, Participant
from pathport.model.pathway import Pathway
from pathport.model.quantities import (
    Amount,
    Assignment,
    Balance,
    Coefficient,
    Constraint,
    Event,
    Function,
    Measures,
    Parameter,
    ParticipantSide,
    Quantities,
    RateLaw,
    Rule,
    RuleKind,
    Start,
    Unit,
    UnitFactor,
)
from pathport.model.references import renamed
from pathport.model.sound import sound
from pathport.model.things import Compartment, Molecule, Process, Species
from pathport.rules import Rule as ModelRule

NM = Unit(
    id="nM",
    factors=(
        UnitFactor(kind="mole", scale=-9),
        UnitFactor(kind="litre", exponent=-1),
    ),
)
SOUND = Quantities(
    units=(NM,),
    measures=Measures(substance="mole", time="second", volume="litre", extent="mole"),
    parameters=(
        Parameter(id="k", value=2.0, unit="nM"),
        Parameter(id="v", constant=False),
        Parameter(id="free", constant=False),
    ),
    functions=(Function(id="f", arguments=("x", "y"), formula="x * y"),),
    amounts=(
        Amount(species="A", concentration=3.0),
        Amount(species="C", amount=1.0, boundary=True),
    ),
    coefficients=(Coefficient(id="n", process="r", species="A"),),
    rate_laws=(
        RateLaw(
            process="r", formula="own * f(A, k) * cyt", parameters=(Parameter(id="own", value=1.0),)
        ),
    ),
    rules=(
        Rule(variable="v", formula="2 * time + A"),
        Rule(variable="C", kind=RuleKind.RATE, formula="v - C"),
    ),
    starts=(Start(variable="B", formula="piecewise(k, k > 1, 2 nM)"),),
    balances=(Balance(formula="free - A"),),
    constraints=(Constraint(formula="A >= 0", message="too little"),),
    events=(
        Event(
            id="e",
            trigger="time > 5 && A < 1",
            delay="1",
            priority="2",
            assignments=(Assignment(variable="A", formula="A + 1"),),
        ),
    ),
)


def pathway(**changes: Any) -> Pathway:
    told = {name: getattr(SOUND, name) for name in SOUND.__struct_fields__} | changes
    return Pathway(
        id="p",
        compartments=(Compartment(id="cyt", dimensions=3), Compartment(id="spot", dimensions=0)),
        molecules=(Molecule(id="M"),),
        species=(
            Species(id="A", molecule="M", compartment="cyt"),
            Species(id="B", molecule="M", compartment="cyt"),
            Species(id="C", molecule="M", compartment="cyt"),
            Species(id="P", molecule="M", compartment="spot"),
        ),
        processes=(
            Process(
                id="r", inputs=(Participant(species="A"),), outputs=(Participant(species="B"),)
            ),
        ),
        quantities=Quantities(**told),
    )


def added(name: str, *values: Any) -> dict[str, Any]:
    return {name: (*getattr(SOUND, name), *values)}


def test_what_is_sound_has_no_fault_and_is_facts() -> None:
    assert [it for it in check(pathway()) if it.rule.severity is Severity.ERROR] == []
    assert build(facts(pathway())) == pathway()


def law(formula: str, *own: Parameter) -> dict[str, Any]:
    return {"rate_laws": (RateLaw(process="r", formula=formula, parameters=own),)}


LOOP = (
    Function(id="f", arguments=("x", "y"), formula="g(x)"),
    Function(id="g", arguments=("x",), formula="f(x, x)"),
)
FAULTS: list[tuple[ModelRule, str, dict[str, Any]]] = [
    (rules.FORMULA, "rate_laws.formula r", law("k *")),
    (rules.FORMULA, "rate_laws.formula r", law("k > 1")),
    (rules.FORMULA, "rate_laws.formula r", law("f(k)")),
    (rules.FORMULA, "rate_laws.formula r", law("sin(k > 1)")),
    (rules.FORMULA, "rate_laws.formula r", law("piecewise(1, k, 2)")),
    (rules.FORMULA, "rate_laws.formula r", law("piecewise(1, k > 1, k > 2)")),
    (rules.FORMULA, "rate_laws.formula r", law("piecewise(1, (k > 1) == 2, 2)")),
    (rules.FORMULA, "events.trigger e", {"events": (Event(id="e", trigger="time"),)}),
    (rules.FORMULA_NAME, "rate_laws.formula r", law("kk")),
    (rules.FORMULA_NAME, "rate_laws.formula r", law("own")),
    (rules.FORMULA_NAME, "rate_laws.formula r", law("g(k)")),
    (
        rules.FORMULA_NAME,
        "functions.formula g",
        added("functions", Function(id="g", formula="2 * time")),
    ),
    (rules.FORMULA_NAME, "rules w", added("rules", Rule(variable="w", formula="1"))),
    (rules.FORMULA_NAME, "rules r", added("rules", Rule(variable="r", formula="1"))),
    (rules.FORMULA_NAME, "parameters time", added("parameters", Parameter(id="time"))),
    (rules.UNIT, "rate_laws.formula r", law("2 nN")),
    (rules.UNIT, "parameters.unit q", added("parameters", Parameter(id="q", unit="nN"))),
    (rules.UNIT, "units mole", added("units", Unit(id="mole"))),
    (rules.UNIT, "units u", added("units", Unit(id="u", factors=(UnitFactor(kind="mol"),)))),
    (rules.UNIT, "measures.time", {"measures": Measures(time="mole")}),
    (rules.UNIT, "amounts.unit A", {"amounts": (Amount(species="A", unit="second"),)}),
    (rules.VARIABLE, "rules k", added("rules", Rule(variable="k", formula="1"))),
    (rules.VARIABLE, "rules spot", added("rules", Rule(variable="spot", formula="1"))),
    (rules.VARIABLE, "starts v", added("starts", Start(variable="v", formula="1"))),
    (rules.VARIABLE, "conversion", {"conversion": "v"}),
    (
        rules.VARIABLE,
        "rate_laws.parameters.constant r|o",
        law("1", Parameter(id="o", constant=False)),
    ),
    (rules.VARIABLE, 'balances {"formula":"A"}', {"balances": (Balance(formula="A"),)}),
    (
        rules.VARIABLE,
        "events.assignments e|v",
        {
            "events": (
                Event(
                    id="e",
                    trigger="true",
                    assignments=(Assignment(variable="v", formula="1"),),
                ),
            )
        },
    ),
    (rules.FUNCTION, "functions sin", added("functions", Function(id="sin", formula="1"))),
    (rules.FUNCTION, "functions.formula g", added("functions", Function(id="g", formula="k"))),
    (rules.FUNCTION, "functions.formula f", {"functions": LOOP}),
    (
        rules.FUNCTION,
        "functions.arguments g",
        added("functions", Function(id="g", arguments=("x", "x"), formula="x")),
    ),
    (
        rules.AMOUNT,
        "amounts.concentration A",
        {"amounts": (Amount(species="A", amount=1, concentration=1),)},
    ),
    (rules.AMOUNT, "amounts.constant A", {"amounts": (Amount(species="A", constant=True),)}),
    (rules.AMOUNT, "amounts.concentration P", {"amounts": (Amount(species="P", concentration=1),)}),
    (rules.AMOUNT, "rules B", {**added("rules", Rule(variable="B", formula="1")), "starts": ()}),
    (
        rules.DANGLING,
        "coefficients m",
        added("coefficients", Coefficient(id="m", process="r", species="C")),
    ),
    (
        rules.DANGLING,
        "coefficients m",
        added(
            "coefficients",
            Coefficient(id="m", process="r", side=ParticipantSide.OUTPUT, species="A"),
        ),
    ),
    (rules.CYCLE, "rules v", {"rules": (Rule(variable="v", formula="v + 1"),)}),
    (rules.CYCLE, "rate_laws r", law("r")),
    (rules.TERM, "parameters.term q", added("parameters", Parameter(id="q", term="go:0005576"))),
    (
        rules.CURIE_PREFIX,
        "parameters.identifiers q",
        added("parameters", Parameter(id="q", identifiers=(Identifier(id="nowhere:1"),))),
    ),
    (rules.ID_FORM, "rate_laws.parameters r|1", law("1", Parameter(id="1"))),
]

IDS = [f"{n} {rule.code} {place}" for n, (rule, place, _) in enumerate(FAULTS)]


@pytest.mark.parametrize(("rule", "place", "changes"), FAULTS, ids=IDS)
def test_a_fault_has_its_rule_and_place(
    rule: ModelRule, place: str, changes: dict[str, Any]
) -> None:
    found = [
        (it.rule.code, f"{it.place.field.removeprefix('quantities.')} {it.place.key}".strip())
        for it in check(pathway(**changes))
        if it.rule.severity is Severity.ERROR
    ]
    assert (rule.code, place) in found


@pytest.mark.parametrize(("rule", "place", "changes"), FAULTS, ids=IDS)
def test_what_is_left_without_the_faults_is_sound(
    rule: ModelRule, place: str, changes: dict[str, Any]
) -> None:
    found, faults = sound(pathway(**changes))
    assert faults
    assert list(quantity_faults(found)) == []
    assert found.quantities.units or rule is rules.UNIT


def test_every_rule_of_quantities_is_broken_here() -> None:
    own = {it.code for it in rules.RULES if it.code.startswith("MDL04")}
    assert own <= {rule.code for rule, _, _ in FAULTS}


def test_a_compartment_has_a_unit_of_its_dimensions() -> None:
    for unit, constant, told in (("metre", True, 1), ("nN", True, 1), ("litre", False, 0)):
        place = Compartment(id="cyt", dimensions=3, unit=unit, constant=constant)
        assert len(list(quantity_faults(Pathway(id="p", compartments=(place,))))) == told


def test_formulas_follow_what_they_name() -> None:
    names = {("species", "A"): "S", ("compartment", "cyt"): "inside", ("process", "r"): "go"}
    changed = renamed(pathway(), names).quantities
    assert changed.rate_laws[0].process == "go"
    assert changed.rate_laws[0].formula == "own * f(S, k) * inside"
    assert changed.events[0].assignments[0].variable == "S"
    assert changed.amounts[1].species == "S"


def test_a_name_of_its_own_hides_another() -> None:
    hidden = pathway(**law("A * k", Parameter(id="A", value=1.0)))
    assert renamed(hidden, {("species", "A"): "S"}).quantities.rate_laws[0].formula == "A * k"


def test_factors_of_one_unit_add_up() -> None:
    metre = UnitFactor(kind="metre")
    assert Unit(id="u", factors=(metre, metre)) == Unit(
        id="u", factors=(UnitFactor(kind="metre", exponent=2),)
    )


def test_an_amount_that_says_nothing_is_none() -> None:
    assert Quantities(amounts=(Amount(species="A"),)) == Quantities()


def test_equations_give_up_variables_for_others() -> None:
    assert unmatched({"1": ["x"], "2": ["x", "y"], "3": ["y"]}) == ["3"]
    assert unmatched({"1": ["x", "y"], "2": ["x"], "3": ["y", "z"]}) == []
    assert unmatched({"1": []}) == ["1"]
