"""Coefficients of other programs' files that are 0, below 0, or of one species several times."""

import pytest
from tests.formats.sbml.samples import lost_in
from tests.formats.sbml.test_quantities import CELL, LAW, ONE, math, model

from pathport.formats import sbml
from pathport.model.parts import Participant
from pathport.model.pathway import Pathway
from pathport.model.quantities import Coefficient, Parameter, Rule, RuleKind


def reaction(reactants: str, products: str = "", *, law: str = LAW, before: str = "") -> bytes:
    """A reaction of one species S, whose participants say more than which it is."""
    sides = (("listOfReactants", reactants), ("listOfProducts", products))
    listed = "".join(f"<{name}>{inner}</{name}>" for name, inner in sides if inner)
    element = f'<reaction id="r" reversible="false">{listed}{law}</reaction>'
    reactions = f"<listOfReactions>{element}</listOfReactions>"
    return model(CELL + ONE.format(1) + before + reactions, level="3")


def part(told: str = "") -> str:
    return f'<speciesReference species="S" {told}/>'


def read(content: bytes) -> tuple[Pathway, list[str]]:
    found = sbml.read(content)
    return found.pathway, [lost_in(it) for it in found.findings if it.code == "SBM101"]


def test_a_coefficient_of_0_is_no_participant() -> None:
    found, lost = read(reaction(part(), part('stoichiometry="0"')))
    assert found.processes[0].inputs == (Participant(species="S"),)
    assert found.processes[0].outputs == ()
    assert lost == ['stoichiometry="0" (read as nothing)']


def test_a_coefficient_below_0_is_one_of_the_other_side() -> None:
    found, lost = read(reaction(part(), part('stoichiometry="-1.5"')))
    assert found.processes[0].inputs == (Participant(species="S", coefficient=2.5),)
    assert found.processes[0].outputs == ()
    assert lost == ['stoichiometry="-1.5" (read as one of the other side)']


def test_a_coefficient_that_varies_from_0_is_1_at_the_start() -> None:
    found, lost = read(reaction(part('id="n" stoichiometry="0" constant="false"')))
    assert found.processes[0].inputs == (Participant(species="S"),)
    assert [it.id for it in found.quantities.coefficients] == ["n"]
    assert lost == ['stoichiometry="0" (read as 1)']


# Names of coefficients that are none of the pathway


def rate(*names: str) -> str:
    named = "".join(f"<ci> {it} </ci>" for it in names)
    return f"<kineticLaw>{math(f'<apply><times/>{named}</apply>')}</kineticLaw>"


TWICE = part('id="k" stoichiometry="2" constant="true"') + part('id="n" stoichiometry="3" {}')


def test_names_of_coefficients_of_one_species_are_those_of_parameters() -> None:
    """So that formulas that name them are what they were."""
    found, lost = read(reaction(TWICE.format('constant="true"'), law=rate("S", "n")))
    assert found.processes[0].inputs == (Participant(species="S", coefficient=5),)
    assert found.quantities.parameters == (Parameter(id="n", value=3.0),)
    assert found.quantities.coefficients == ()
    assert found.quantities.rate_laws[0].formula == "S * n"
    assert lost == ['id="k"']


@pytest.mark.parametrize("coefficient", [0, -1])
def test_the_name_of_a_coefficient_that_is_no_participant_is_that_of_a_parameter(
    coefficient: int,
) -> None:
    told = part(f'id="n" stoichiometry="{coefficient}" constant="true"')
    found, _ = read(reaction(part(), told, law=rate("S", "n")))
    assert found.quantities.parameters == (Parameter(id="n", value=float(coefficient)),)
    assert found.quantities.coefficients == ()


def test_a_coefficient_of_which_a_part_varies_is_a_sum() -> None:
    grows = f'<rateRule variable="n">{math("<cn> 1 </cn>")}</rateRule>'
    content = reaction(
        part('stoichiometry="1.5" constant="true"') + TWICE.format('constant="false"'),
        before=f"<listOfRules>{grows}</listOfRules>",
    )
    found, lost = read(content)
    total = Coefficient(id="coefficient_1", process="r", species="S", constant=False)
    assert found.quantities.coefficients == (total,)
    assert found.quantities.rules == (
        Rule(variable="coefficient_1", formula="1.5 + k + n"),
        Rule(variable="n", kind=RuleKind.RATE, formula="1"),
    )
    assert found.quantities.parameters == (
        Parameter(id="k", value=2.0),
        Parameter(id="n", value=3.0, constant=False),
    )
    assert lost == []
    assert sbml.read(sbml.write(found).content).pathway == found


def test_a_coefficient_of_which_a_part_is_given_at_the_start_is_a_sum() -> None:
    start = f'<initialAssignment symbol="n">{math("<cn> 4 </cn>")}</initialAssignment>'
    before = f"<listOfInitialAssignments>{start}</listOfInitialAssignments>"
    found, _ = read(reaction(TWICE.format('constant="true"'), before=before))
    assert [it.formula for it in found.quantities.rules] == ["k + n"]
    assert [it.variable for it in found.quantities.starts] == ["n"]
