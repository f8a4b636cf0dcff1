"""Formulas over given names, with every function and kind of number that there is."""

from collections.abc import Sequence
from typing import NamedTuple

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn

from pathport.model.formula_words import ARITY, TRUTHS
from pathport.testing.values import chosen

__all__ = ["conditions", "formulas"]

NUMBERS = (
    *("1", "0", "2.5", "1e-7", "6.02214076e23", "0.1", "3 mole", "1.5e-3 nM", "3000000000", "-2"),
    *("pi", "avogadro", "exponentiale", "INF", "-3", "-1e5 second"),
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


DEPTH = 2


class Words(NamedTuple):
    """What formulas are made of: what stands alone, and what takes formulas at its places."""

    leaves: tuple[str, ...]
    calls: tuple[str, ...]


@st.composite
def formulas(draw: DrawFn, names: Sequence[str], function: str) -> str:
    """Formulas that give a number; ``function`` is the id of one of two arguments, or nothing."""
    return _formula(draw, _words(names, function), DEPTH)


@st.composite
def conditions(draw: DrawFn, names: Sequence[str], function: str) -> str:
    """Formulas that give a truth value."""
    return _filled(draw, draw(chosen(CONDITIONS)), _words(names, function), DEPTH - 1)


def _words(names: Sequence[str], function: str) -> Words:
    calls = (*CALLS, f"{function}({{0}}, {{1}})") if function else CALLS
    return Words((*names, *NUMBERS), calls)


def _formula(draw: DrawFn, words: Words, depth: int) -> str:
    form = draw(chosen((*words.leaves, *words.calls) if depth else words.leaves))
    return _filled(draw, form, words, depth - 1)


def _filled(draw: DrawFn, form: str, words: Words, depth: int) -> str:
    """The form with formulas at its places."""
    places = [place for place in ("{0}", "{1}") if place in form]
    return form.format(*(_formula(draw, words, depth) for _ in places))
