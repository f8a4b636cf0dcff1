"""Formulas over given names, with every function and kind of number that there is."""

from collections.abc import Sequence

import hypothesis.strategies as st
from hypothesis.strategies import SearchStrategy

from pathport.model.formula_words import ARITY, TRUTHS
from pathport.testing.values import chosen

__all__ = ["conditions", "formulas"]

NUMBERS = (
    *("1", "0", "2.5", "1e-7", "6.02214076e23", "0.1", "3 mole", "1.5e-3 nM", "123456789", "-2"),
    *("time", "pi", "avogadro", "exponentiale", "INF", "-3", "-1e5 second"),
)
ONE = tuple(
    name for name, (least, most) in ARITY.items() if (least, most) == (1, 1) and name not in TRUTHS
)
CALLS = (
    *("({0}) + ({1})", "({0}) - ({1})", "({0}) * ({1})", "({0}) / ({1})", "({0})^({1})"),
    *("-({0})", "plus({0})", "times({0}, {1}, {0})", "times()", "log(3, {0})", "root(3, {0})"),
    *("piecewise({0}, ({1}) < ({0}), {1})", "piecewise({0}, ({1}) >= 2 && !(({0}) == 1))"),
    *("delay({0}, 1)", "({0}) % ({1})", "max({0}, {1})", "sqrt({0})", "log10({0})"),
    *(f"{name}({{0}})" for name in ONE if name != "rateOf"),
)
CONDITIONS = (
    *("({0}) < ({1})", "({0}) >= ({1})", "({0}) == ({1})", "({0}) != ({1})", "true"),
    *("lt({0}, {1}, 3)", "({0}) > 1 || ({1}) <= 2 && !(({0}) == 2)", "xor(({0}) > 1, false)"),
    *("time > 5", "and()", "implies(({0}) > 1, true)"),
)


def formulas(names: Sequence[str], function: str) -> SearchStrategy[str]:
    """Formulas that give a number; ``function`` is the id of one of two arguments, or nothing."""
    calls = (*CALLS, f"{function}({{0}}, {{1}})") if function else CALLS
    leaves = chosen((*names, *NUMBERS))

    def longer(inner: SearchStrategy[str]) -> SearchStrategy[str]:
        return st.builds(str.format, chosen(calls), inner, inner)

    return st.recursive(leaves, longer, max_leaves=6)


def conditions(names: Sequence[str], function: str) -> SearchStrategy[str]:
    """Formulas that give a truth value."""
    inner = formulas(names, function)
    return st.builds(str.format, chosen(CONDITIONS), inner, inner)
