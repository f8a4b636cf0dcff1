"""Formulas as MathML come back as they were, and libSBML reads them as they are spelled."""

import libsbml
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from pathport.formats.sbml.earlier import in_earlier_terms, is_sayable
from pathport.formats.sbml.mathml import math_read, math_said
from pathport.formats.sbml.terms import MATHML
from pathport.formats.sbml.truths import in_kind
from pathport.model.formulas import FormulaError, formula_of, normal_formula, spelled_formula
from pathport.testing.formulas import conditions, formulas

NAMES = ("A", "k1", "B")


class Free:
    """A file in which nothing has an id yet."""

    def is_taken(self, id_: str) -> bool:
        return False

    def nameable(self, id_: str) -> str:
        return f"_{id_}" if id_ == "time" else id_


class Taken(Free):
    """A file in which everything that could be asked for is there."""

    def is_taken(self, id_: str) -> bool:
        return True


def read(text: str) -> str:
    element = etree.fromstring(f'<math xmlns="{MATHML}">{text}</math>')
    return spelled_formula(math_read(element, Free()).formula)


@pytest.mark.parametrize("number", ["2147483647", "2147483648", "9007199254740992"])
def test_a_whole_number_of_any_size_is_read_by_libsbml_as_it_is(number: str) -> None:
    said = '<?xml version="1.0" encoding="UTF-8"?>' + math_said(formula_of(number), "")
    assert libsbml.readMathMLFromString(said).getValue() == float(number)


@given(formulas(NAMES, "f") | conditions(NAMES, "f"))
def test_what_is_written_is_read_again(text: str) -> None:
    formula = in_earlier_terms(formula_of(text))
    assert math_read(etree.fromstring(math_said(formula, "")), Free()).formula == formula


@given(formulas(NAMES, "f") | conditions(NAMES, "f"))
def test_libsbml_reads_what_is_written(text: str) -> None:
    formula = in_earlier_terms(formula_of(text))
    assume(is_sayable(formula) and "^" not in text and "root" not in text)  # it spells (a^b)^c so
    said = '<?xml version="1.0" encoding="UTF-8"?>' + math_said(formula, "")
    theirs = libsbml.formulaToL3String(libsbml.readMathMLFromString(said))
    assert _rounded(theirs) == _rounded(spelled_formula(formula))


def _rounded(text: str) -> str:
    """The normal form; libSBML spells numbers with 15 digits."""
    return normal_formula(text.replace("1.5e-3", "0.0015"))


def test_a_function_has_its_arguments() -> None:
    element = etree.fromstring(math_said(formula_of("x * y"), "", ("y", "x")))
    math = math_read(element, Free())
    assert (spelled_formula(math.formula), math.arguments) == ("x * y", ("y", "x"))


SYMBOL = '<csymbol definitionURL="http://www.sbml.org/sbml/symbols/{}"> t </csymbol>'

READ = {
    '<cn type="rational"> 1 <sep/> 3 </cn>': "1 / 3",
    '<cn type="e-notation"> 1.5 <sep/> -3 </cn>': "0.0015",
    "<cn> 6.02214076e23 </cn>": "6.02214076e23",
    '<cn xmlns:u="http://www.sbml.org/sbml/level3/version2/core" u:units="mole"> 2 </cn>': "2 mole",
    SYMBOL.format("time"): "time",
    SYMBOL.format("avogadro"): "avogadro",
    "<ci> time </ci>": "_time",
    f"<apply>{SYMBOL.format('delay')}<ci>A</ci><cn>1</cn></apply>": "delay(A, 1)",
    f"<apply>{SYMBOL.format('rateOf')}<ci>A</ci></apply>": "rateOf(A)",
    "<apply><root/><ci>A</ci></apply>": "sqrt(A)",
    "<apply><log/><ci>A</ci></apply>": "log10(A)",
    "<apply><log/><logbase><cn>2</cn></logbase><ci>A</ci></apply>": "log(2, A)",
    "<apply><ci>pow</ci><ci>A</ci></apply>": "_pow(A)",
    "<semantics><ci>A</ci></semantics>": "A",
    "<infinity/>": "INF",
    "<apply><minus/><infinity/></apply>": "-INF",
    "<piecewise><piece><ci>A</ci><true/></piece></piecewise>": "piecewise(A, true)",
}


@pytest.mark.parametrize("text", READ)
def test_mathml_is_read_as_a_formula(text: str) -> None:
    assert read(text) == READ[text]


REFUSED = (
    "",
    "<ci>A</ci><ci>B</ci>",
    "<cn> one </cn>",
    '<cn type="rational"> 1 </cn>',
    "<matrix/>",
    "<apply/>",
    "<apply><sin/><ci>A</ci><ci>B</ci></apply>",
    "<apply><integral/><ci>A</ci></apply>",
    "<piecewise><piece><ci>A</ci></piece></piecewise>",
    SYMBOL.format("quantum"),
    f"<apply>{SYMBOL.format('time')}<ci>A</ci></apply>",
    "<lambda><bvar><ci>x</ci></bvar></lambda>",
    "<apply><minus/>" * 200 + "<ci>A</ci>" + "</apply>" * 200,
)


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:30])
def test_what_no_formula_says_is_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        read(text)


def test_a_name_that_means_something_else_is_not_mistaken_for_another() -> None:
    element = etree.fromstring(f'<math xmlns="{MATHML}"><ci> time </ci></math>')
    with pytest.raises(FormulaError, match="is taken"):
        math_read(element, Taken())


def test_what_is_said_beside_a_formula_is_told() -> None:
    annotated = "<semantics><ci>A</ci><annotation>a</annotation><annotation-xml/></semantics>"
    element = etree.fromstring(f'<math xmlns="{MATHML}">{annotated}</math>')
    found = math_read(element, Free())
    assert spelled_formula(found.formula) == "A"
    assert found.beside == ("<annotation> of a formula", "<annotation-xml> of a formula")


KINDS = [
    ("a < 1", False, "piecewise(1, a < 1, 0)"),
    ("1 + (a > 0.5) + true - false", False, "1 + piecewise(1, a > 0.5, 0) + 1 - 0"),
    ("a", True, "a != 0"),
    ("a && b < 1", True, "a != 0 && b < 1"),
    ("piecewise(a > 1, b, 2)", False, "piecewise(piecewise(1, a > 1, 0), b != 0, 2)"),
    ("piecewise(a > 1, true, b)", None, "piecewise(piecewise(1, a > 1, 0), true, b)"),
    ("piecewise(a > 1, true, false)", True, "piecewise(a > 1, true, false)"),
    ("(a > 1) == b", True, "piecewise(1, a > 1, 0) == b"),
    ("(a > 1) == (b > 1)", True, "(a > 1) == (b > 1)"),
    ("x && a", None, "x && a != 0"),
    ("f(a > 1)", True, "f(a > 1)"),
    ("a + sin(b)", False, "a + sin(b)"),
]


@pytest.mark.parametrize(("text", "truth", "said"), KINDS)
def test_a_truth_value_that_is_a_number_in_version_2_is_said_as_one(
    text: str, *, truth: bool | None, said: str
) -> None:
    found = in_kind(formula_of(text), truth=truth, own=("x",))
    assert found == formula_of(said)
    assert in_kind(found, truth=truth, own=("x",)) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("max(a, b)", "piecewise(a, a >= b, b)"),
        ("min(a, b, c)", "piecewise(a, a <= b && a <= c, b, b <= c, c)"),
        ("max(a)", "a"),
        ("quotient(a, b)", "piecewise(floor(a / b), a / b >= 0, ceil(a / b))"),
        ("rem(a, b)", "a - b * piecewise(floor(a / b), a / b >= 0, ceil(a / b))"),
        ("implies(a > 1, b > 2)", "!(a > 1) || b > 2"),
        ("sin(max(a, b))", "sin(piecewise(a, a >= b, b))"),
    ],
)
def test_later_functions_are_said_in_earlier_terms(text: str, said: str) -> None:
    assert spelled_formula(in_earlier_terms(formula_of(text))) == said
    assert is_sayable(formula_of(text))


def test_a_rate_has_no_earlier_terms() -> None:
    assert not is_sayable(formula_of("1 + rateOf(A)"))


@given(st.one_of(formulas(("a", "b"), ""), conditions(("a", "b"), "")))
def test_a_formula_of_the_right_kinds_stays_as_it_is(text: str) -> None:
    formula = formula_of(text)
    assert in_kind(formula, truth=None) == formula
