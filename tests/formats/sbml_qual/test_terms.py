"""The tables say what they mean: SBO's names, libSBML's signs, what comparing numbers gives."""

import operator

import pytest
from tests.formats.named import in_names

from pathport.formats.sbml_qual import terms
from pathport.model.enumerations import Effect, Logic
from pathport.terms import Terms

OPERATORS = {
    "eq": operator.eq,
    "neq": operator.ne,
    "gt": operator.gt,
    "lt": operator.lt,
    "geq": operator.ge,
    "leq": operator.le,
}
"""MathML's, in Python."""


def test_an_effect_has_the_term_of_its_name() -> None:
    names = Terms(
        {
            Effect.CATALYSIS: "catalysis",
            Effect.STIMULATION: "stimulation",
            Effect.NECESSARY_STIMULATION: "necessary stimulation",
            Effect.TRIGGER: "absolute stimulation",
            Effect.INHIBITION: "inhibition",
            Effect.MODULATION: "control",
        }
    )
    assert in_names(terms.EFFECT) == in_names(names)


def test_signs_are_those_of_libsbml() -> None:
    import libsbml

    signs = {
        "+": libsbml.INPUT_SIGN_POSITIVE,
        "-": libsbml.INPUT_SIGN_NEGATIVE,
        "+-": libsbml.INPUT_SIGN_DUAL,
        "?": libsbml.INPUT_SIGN_UNKNOWN,
    }
    found = {}
    for key, number in signs.items():
        written = libsbml.Input(3, 1, 1)
        written.setSign(number)
        found[key] = written.toSBML().partition('sign="')[2].partition('"')[0]
    assert dict(terms.SIGN) == found


def test_a_gate_is_written_as_mathml_calls_it() -> None:
    assert dict(terms.LOGIC) == {logic: logic.name.lower() for logic in Logic}


@pytest.mark.parametrize("name", OPERATORS)
@pytest.mark.parametrize("number", [0, 1])
def test_a_comparison_means_present_or_absent_or_nothing(name: str, number: int) -> None:
    absent, present = (OPERATORS[name](level, number) for level in (0, 1))
    expected = present if present != absent else None
    assert terms.COMPARISON.get((name, number)) is expected


def test_levels_are_those_that_comparisons_tell_apart() -> None:
    """Present or absent, and nothing between: SBML qual, 3.4, and a Boolean model's two values."""
    assert {str(number) for _, number in terms.COMPARISON} == terms.BOOLEAN == {"0", "1"}


def test_presence_is_written_as_what_means_it() -> None:
    assert terms.COMPARISON[terms.PRESENT] is True


@pytest.mark.parametrize("name", OPERATORS)
def test_a_comparison_is_mirrored(name: str) -> None:
    mirrored = OPERATORS[terms.MIRRORED[name]]
    levels = [(one, two) for one in (0, 1) for two in (0, 1)]
    assert all(OPERATORS[name](one, two) == mirrored(two, one) for one, two in levels)
    assert terms.MIRRORED.keys() == OPERATORS.keys()
