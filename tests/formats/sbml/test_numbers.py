"""What is odd in other programs' files: numbers that are none, or infinite; words in a message."""

import pytest
from tests.formats.sbml.test_quantities import CELL, FLOW, LAW, ONE, math, model, read

from pathport.formats import sbml
from pathport.model.quantities import Amount, Parameter, Quantities, Start

ATTRIBUTES = ("initialAmount", "initialConcentration")


def amount(attribute: str, value: str) -> str:
    return ONE.replace("initialAmount", attribute).format(value)


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_nothing_of_a_species_is_no_fact_where_nothing_is_computed(attribute: str) -> None:
    assert read(model(CELL + amount(attribute, "0"))) == (Quantities(), [])


@pytest.mark.parametrize("attribute", ATTRIBUTES)
@pytest.mark.parametrize("law", ["", LAW])
def test_an_amount_that_is_no_number_is_named(attribute: str, law: str) -> None:
    found, lost = read(model(CELL + amount(attribute, "NaN") + FLOW.format("/>", law)))
    assert found.amounts == ()
    assert lost == [f'{attribute}="NaN"']


@pytest.mark.parametrize("attribute", ATTRIBUTES)
@pytest.mark.parametrize(("text", "formula"), [("INF", "INF"), ("-INF", "-INF"), ("1E400", "INF")])
def test_an_infinite_amount_is_a_formula_of_the_start(
    attribute: str, text: str, formula: str
) -> None:
    found, lost = read(model(CELL + amount(attribute, text) + FLOW.format("/>", LAW)))
    assert found.starts == (Start(variable="S", formula=formula),)
    assert lost == []


def test_an_infinite_parameter_is_a_formula_of_the_start_and_comes_back() -> None:
    parameters = '<listOfParameters><parameter id="k" value="-INF"/></listOfParameters>'
    sent = sbml.read(model(CELL + parameters)).pathway
    assert sent.quantities.parameters == (Parameter(id="k"),)
    assert sent.quantities.starts == (Start(variable="k", formula="-INF"),)
    assert sbml.read(sbml.write(sent).content).pathway == sent


def test_what_another_formula_gives_is_not_infinite_and_that_is_named() -> None:
    parameters = '<listOfParameters><parameter id="k" value="INF"/></listOfParameters>'
    one = f'<initialAssignment symbol="k">{math("<cn> 1 </cn>")}</initialAssignment>'
    starts = f"<listOfInitialAssignments>{one}</listOfInitialAssignments>"
    found, lost = read(model(CELL + parameters + starts))
    assert found.starts == (Start(variable="k", formula="1"),)
    assert lost == ['value="INF"']


def test_an_infinite_parameter_of_a_rate_law_is_lost_by_name() -> None:
    own = '<listOfParameters><parameter id="k" value="INF"/></listOfParameters></kineticLaw>'
    law = LAW.replace("</kineticLaw>", own)
    found, lost = read(model(CELL + ONE.format(1) + FLOW.format("/>", law)))
    assert found.amounts == (Amount(species="S", amount=1.0),)
    assert found.rate_laws[0].parameters == (Parameter(id="k"),)
    assert lost == ['value="INF"']


def test_markup_of_a_message_is_named_as_that() -> None:
    message = '<message><p xmlns="http://www.w3.org/1999/xhtml">too <b>much</b></p></message>'
    constraint = f"<constraint>{math('<true/>')}{message}</constraint>"
    found, lost = read(model(CELL + f"<listOfConstraints>{constraint}</listOfConstraints>"))
    assert [it.message for it in found.constraints] == ["too much"]
    assert lost == ["markup inside a message"]
