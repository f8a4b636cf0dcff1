"""Whether a formula is one, its names are known where it stands, and truth is not taken for number.

What the names are is told by a `Scope`; what a formula is for is the business of
``pathport.model.check_quantities``. SBML Level 3 Version 1 Core, 3.4.9 and 3.4.10.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from pathport.model import rules
from pathport.model.facts import Place
from pathport.model.faults import Fault, shown
from pathport.model.formula_words import ARITY, LOGICAL, TRUTHS
from pathport.model.formulas import (
    Call,
    Formula,
    FormulaError,
    Name,
    Number,
    Word,
    formula_of,
    nodes_of,
)
from pathport.model.ids import Nearest
from pathport.model.quantities import Function, Unit
from pathport.model.units import BASE_UNITS

__all__ = ["Names", "Scope", "formula_faults", "is_unit", "names_in"]

LOGIC = frozenset({*LOGICAL, "xor", "not", "implies"})
"""Functions of truth values; those that give one, but for equality, are of numbers."""
EQUALITY = frozenset({"eq", "neq"})
NOWHERE = frozenset[str]()
TIME = "time"
OF_FUNCTION = "quantities.functions.formula"
"""The field with what a function gives, which depends on its arguments alone."""


class Names:
    """Names that may stand somewhere, with the one that is nearest to a wrong one."""

    def __init__(self, known: Collection[str]) -> None:
        self.known = known
        self.nearest: Nearest | None = None

    def hint(self, word: str, otherwise: str) -> str:
        """The name that was probably meant, or what to do otherwise."""
        self.nearest = self.nearest or Nearest(self.known)
        return self.nearest.hint(word, otherwise)


class Scope(NamedTuple):
    """What formulas of a pathway may name."""

    numbers: Names
    functions: Mapping[str, Function]
    units: Mapping[str, Unit]


def names_in(text: str) -> set[str]:
    """The names in a formula but those of functions; none in a text that is no formula."""
    try:
        return {node.id for node in nodes_of(formula_of(text)) if isinstance(node, Name)}
    except FormulaError:
        return set()


def formula_faults(
    text: str,
    place: Place,
    scope: Scope,
    *,
    own: Collection[str] = NOWHERE,
    truth: bool | None = False,
) -> Iterator[Fault]:
    """The faults of a formula that gives a truth value, a number, or (no ``truth``) any of them.

    ``own`` are names that mean something here alone.
    """
    try:
        formula = formula_of(text)
    except FormulaError as error:
        told = f"{shown(text)} is no formula: {error.told}"
        yield Fault(rules.FORMULA, place, told, rules.FORMULA.remedy, text, error.index)
        return
    for node in nodes_of(formula):
        yield from _name_faults(node, place, scope, own)
        if isinstance(node, Call):
            yield from _kind_faults(node, place, scope)
    found = _truth_of(formula, scope.functions)
    if truth is not None and found is not None and found is not truth:
        told = f"{shown(text)} is {_kind(found)}: expected {_kind(truth)}"
        yield Fault(rules.FORMULA, place, told, rules.FORMULA.remedy, text)


def _name_faults(
    node: Formula, place: Place, scope: Scope, own: Collection[str]
) -> Iterator[Fault]:
    rule = rules.FORMULA_NAME
    if isinstance(node, Name) and node.id not in own and node.id not in scope.numbers.known:
        remedy = scope.numbers.hint(node.id, rule.remedy)
        told = f"nothing with a number is called {shown(node.id)}"
        yield Fault(rule, place, told, remedy, node.id)
    elif isinstance(node, Word) and node.word == TIME and place.field == OF_FUNCTION:
        told = f"a function knows no {shown(TIME)}"
        yield Fault(rule, place, told, "make it an argument", TIME)
    elif isinstance(node, Number) and node.unit and not is_unit(node.unit, scope):
        told = f"no unit is called {shown(node.unit)}"
        yield Fault(rules.UNIT, place, told, rules.UNIT.remedy, node.unit)
    elif isinstance(node, Call) and node.name not in ARITY:
        function = scope.functions.get(node.name)
        if function is None:
            told = f"no function is called {shown(node.name)}"
            yield Fault(rule, place, told, rule.remedy, node.name)
        elif len(function.arguments) != len(node.arguments):
            wanted = len(function.arguments)
            told = f"{node.name} has {len(node.arguments)} arguments: expected {wanted}"
            yield Fault(rules.FORMULA, place, told, rules.FORMULA.remedy, node.name)


def is_unit(name: str, scope: Scope) -> bool:
    """Whether a unit has this name."""
    return name in BASE_UNITS or name in scope.units


# Truth values and numbers


def _kind(truth: bool) -> str:  # noqa: FBT001 - what it tells of
    return "a truth value" if truth else "a number"


def _truth_of(
    formula: Formula, functions: Mapping[str, Function], within: frozenset[str] = NOWHERE
) -> bool | None:
    """Whether a formula gives a truth value; nothing where that can't be told."""
    if isinstance(formula, Word):
        return formula.word in ("true", "false")
    if isinstance(formula, Name):
        return None if within else False
    if not isinstance(formula, Call):
        return False
    if formula.name == "piecewise":
        return _truth_of(formula.arguments[0], functions, within)
    if formula.name in ARITY:
        return formula.name in TRUTHS
    function = functions.get(formula.name)
    if function is None or function.id in within:
        return None
    try:
        return _truth_of(formula_of(function.formula), functions, within | {function.id})
    except FormulaError:
        return None


def _kind_faults(node: Call, place: Place, scope: Scope) -> Iterator[Fault]:
    """Operands that are truth values where numbers belong, or the other way round."""
    if node.name not in ARITY:
        return
    kinds = [_truth_of(it, scope.functions, _inside(place)) for it in node.arguments]
    if node.name == "piecewise":
        expected = [bool(n % 2) if n % 2 else kinds[0] for n in range(len(kinds))]
    elif node.name in EQUALITY:
        expected = [next((it for it in kinds if it is not None), None)] * len(kinds)
    else:
        expected = [node.name in LOGIC] * len(kinds)
    for wanted, found in zip(expected, kinds, strict=True):
        if wanted is not None and found is not None and found is not wanted:
            told = f"{node.name} takes {_kind(found)}: expected {_kind(wanted)}"
            yield Fault(rules.FORMULA, place, told, rules.FORMULA.remedy, node.name)
            return


def _inside(place: Place) -> frozenset[str]:
    """In a function, its arguments may be of either kind."""
    return frozenset({place.key}) if place.field == OF_FUNCTION else NOWHERE
