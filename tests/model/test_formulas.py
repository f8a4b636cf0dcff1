"""Formulas have one normal form, which libSBML, the authority on the syntax, takes for the same."""

import libsbml
import pytest
from hypothesis import given

from pathport.model.formula_words import ARITY
from pathport.model.formulas import (
    MOST_DEPTH,
    Call,
    FormulaError,
    Name,
    Number,
    Word,
    called,
    formula_of,
    normal_formula,
    renamed_formula,
    spelled_formula,
)
from pathport.testing.formulas import conditions, formulas

NAMES = ("A", "B", "k1", "pH", "Pi", "e")

NORMAL = {
    "k*A": "k * A",
    "  k  *\tA\n": "k * A",
    "((A))": "A",
    "a+(b+c)": "a + (b + c)",
    "(a+b)+c": "a + b + c",
    "a-(b-c)": "a - (b - c)",
    "a/(b*c)": "a / (b * c)",
    "a^b^c": "a^(b^c)",
    "(a^b)^c": "(a^b)^c",
    "-2^2": "-2^2",
    "(-2)^2": "(-2)^2",
    "2^-x": "2^-x",
    "-(2)": "-2",
    "--a": "--a",
    "+a": "a",
    "pow(a, b)": "a^b",
    "power(a, b)": "a^b",
    "sqr(a)": "a^2",
    "root(2, a)": "sqrt(a)",
    "root(a)": "sqrt(a)",
    "a <> b": "a != b",
    "log(a)": "log10(a)",
    "log(10, a)": "log10(a)",
    "log(2, a)": "log(2, a)",
    "ceiling(a)": "ceil(a)",
    "arccos(a)": "acos(a)",
    "asinh(a)": "arcsinh(a)",
    "1.0": "1",
    "1e5": "100000",
    "1.50e-3 mole": "0.0015 mole",
    "1e-7": "1e-7",
    "6.02214076E+23": "6.02214076e23",
    "12345678901234567890": "12345678901234567000",
    "0.1": "0.1",
    ".5": "0.5",
    "1/3": "1 / 3",
    "inf": "INF",
    "infinity": "INF",
    "notanumber": "NaN",
    "Pi": "Pi",
    "pi": "pi",
    "Time + time": "Time + time",
    "a<b<c": "a < b < c",
    "lt(a, b, c)": "a < b < c",
    "a<b==c": "a < b && b == c",
    "a&&b||c": "(a && b) || c",
    "!(a && b)": "!(a && b)",
    "plus(a)": "plus(a)",
    "times()": "times()",
    "piecewise(1,a>2,3)": "piecewise(1, a > 2, 3)",
    "f()": "f()",
    "a % b": "piecewise(a - b * ceil(a / b), xor(a < 0, b < 0), a - b * floor(a / b))",
}


@pytest.mark.parametrize("text", NORMAL)
def test_a_formula_has_one_normal_form(text: str) -> None:
    normal = NORMAL[text]
    if "12345678901234567890" in text:
        normal = repr(float(text)).replace("e+", "e")
    assert normal_formula(text) == normal
    assert normal_formula(normal) == normal


FAULTS = {
    "": 0,
    "k *": 3,
    "k * * A": 4,
    "f(a": 3,
    "f(a,": 4,
    "(a": 2,
    "a)": 1,
    "a b": 2,
    "a $ b": 2,
    "a ! b": 2,
    "1 + sin(1, 2)": 4,
    "pow(2)": 0,
    "piecewise()": 0,
    "1e999": 0,
    "(" * 400 + "a" + ")" * 400: MOST_DEPTH,
    "-" * 400 + "a": MOST_DEPTH,
}


@pytest.mark.parametrize("text", FAULTS, ids=lambda text: text[:12])
def test_what_is_no_formula_is_told_where_it_shows(text: str) -> None:
    with pytest.raises(FormulaError) as caught:
        formula_of(text)
    assert caught.value.index == FAULTS[text]
    assert normal_formula(text) == text


def test_a_long_chain_of_differences_is_refused_not_a_crash() -> None:
    with pytest.raises(FormulaError, match="inside each other"):
        formula_of(" - ".join("a" * 2000))


def test_a_long_sum_is_one_sum() -> None:
    formula = formula_of(" + ".join("a" * 2000))
    assert isinstance(formula, Call)
    assert len(formula.arguments) == 2000


def test_the_parts_of_a_formula_are_what_they_are() -> None:
    formula = formula_of("f(A, 2 mole) + time")
    assert formula == Call("plus", (Call("f", (Name("A"), Number(2, "mole"))), Word("time")), 2)
    assert [it.name for it in called(formula)] == ["f"]


def test_names_are_changed_and_nothing_else() -> None:
    new = {"A": "B", "f": "g", "mole": "never", "time": "never"}
    text = "f(A, 2 mole) + time + sin(A)"
    assert renamed_formula(text, lambda it: new.get(it, it)) == "g(B, 2 mole) + time + sin(B)"
    assert renamed_formula("no * * formula", lambda _: "B") == "no * * formula"


@given(formulas(NAMES, "f") | conditions(NAMES, "f"))
def test_the_normal_form_is_stable(text: str) -> None:
    normal = normal_formula(text)
    assert normal_formula(normal) == normal
    assert formula_of(normal) == formula_of(text)
    assert spelled_formula(formula_of(text)) == normal


def settings() -> libsbml.L3ParserSettings:
    """The parser of libSBML as pathport reads: with units, and case counts."""
    found = libsbml.L3ParserSettings()
    found.setParseUnits(True)
    found.setComparisonCaseSensitivity(True)
    return found


@given(formulas(NAMES, "f") | conditions(NAMES, "f"))
def test_libsbml_reads_the_same_from_the_normal_form(text: str) -> None:
    """Both texts as libSBML understands them are one formula for it."""
    said = [
        libsbml.parseL3FormulaWithSettings(it, settings()) for it in (text, normal_formula(text))
    ]
    if "%" in text:  # libSBML keeps it together, and takes it apart where it writes
        return
    theirs = [libsbml.writeMathMLToString(it) for it in said]
    assert _plain(theirs[0]) == _plain(theirs[1])


def _plain(mathml: str) -> str:
    """MathML with one spelling of numbers, and of sums that stand in a sum as its first part."""
    from lxml import etree

    from pathport.formats.sbml.mathml import math_read

    class Ids:
        def is_taken(self, id_: str) -> bool:
            return False

        def nameable(self, id_: str) -> str:
            return id_

    return spelled_formula(math_read(etree.fromstring(mathml.encode()), Ids()).formula)


def test_every_function_is_in_the_table_of_arguments() -> None:
    assert {"plus", "minus", "times", "divide", "power", "root", "log", "piecewise"} <= ARITY.keys()
