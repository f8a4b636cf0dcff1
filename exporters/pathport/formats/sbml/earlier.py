"""Functions of later versions of SBML in terms of those that Level 3 Version 1 has.

What has no such terms (``rateOf``) can't be written. SBML Level 3 Version 2 Core, 3.4.6.
"""

from collections.abc import Callable

from pathport.model.formulas import Call, Formula, Number, call_of, nodes_of

__all__ = ["in_earlier_terms", "is_sayable"]


def is_sayable(formula: Formula) -> bool:
    """Whether Level 3 Version 1 has terms for all of a formula."""
    return not any(isinstance(it, Call) and it.name == "rateOf" for it in nodes_of(formula))


def in_earlier_terms(formula: Formula) -> Formula:
    """The formula that says the same with functions of Level 3 Version 1.

    :raises FormulaError: if it would be too deep.
    """
    if not isinstance(formula, Call):
        return formula
    inner = tuple(map(in_earlier_terms, formula.arguments))
    said = SAID.get(formula.name)
    return call_of(formula.name, inner) if said is None else said(inner)


def _greatest(relation: str) -> Callable[[tuple[Formula, ...]], Formula]:
    """The first that is in this relation to all after it: the greatest or least of all."""

    def said(arguments: tuple[Formula, ...]) -> Formula:
        if len(arguments) == 1:
            return arguments[0]
        pieces: list[Formula] = []
        for number, first in enumerate(arguments[:-1], start=1):
            pairs = tuple(call_of(relation, (first, it)) for it in arguments[number:])
            pieces += [first, pairs[0] if len(pairs) == 1 else call_of("and", pairs)]
        return call_of("piecewise", (*pieces, arguments[-1]))

    return said


def _quotient(arguments: tuple[Formula, ...]) -> Formula:
    ratio = call_of("divide", arguments)
    up, down = call_of("ceiling", (ratio,)), call_of("floor", (ratio,))
    return call_of("piecewise", (down, call_of("geq", (ratio, Number(0))), up))


def _remainder(arguments: tuple[Formula, ...]) -> Formula:
    whole = call_of("times", (arguments[1], _quotient(arguments)))
    return call_of("minus", (arguments[0], whole))


def _implies(arguments: tuple[Formula, ...]) -> Formula:
    return call_of("or", (call_of("not", arguments[:1]), arguments[1]))


SAID: dict[str, Callable[[tuple[Formula, ...]], Formula]] = {
    "max": _greatest("geq"),
    "min": _greatest("leq"),
    "quotient": _quotient,
    "rem": _remainder,
    "implies": _implies,
}
"""By its name in MathML, how a function is said."""
