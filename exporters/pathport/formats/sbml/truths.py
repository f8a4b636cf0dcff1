"""Truth values that stand for numbers, and numbers for truth values, as what they stand for.

Level 3 Version 2 takes either where the other belongs: true is 1 and false 0, and a number is true
unless it is 0. A pathway's formulas, as those of Version 1, tell the two apart. SBML Level 3
Version 2 Core, 3.4.9.
"""

from collections.abc import Collection, Iterator

from pathport.model.formula_words import ARITY, LOGICAL, TRUTHS
from pathport.model.formulas import Call, Formula, Name, Number, Word, call_of

__all__ = ["in_kind"]

LOGIC = frozenset({*LOGICAL, "xor", "not", "implies"})
EQUALITY = frozenset({"eq", "neq"})
WORDS = frozenset({"true", "false"})
OF_ANY = frozenset[str]()


def in_kind(formula: Formula, *, truth: bool | None, own: Collection[str] = OF_ANY) -> Formula:
    """The formula with values of the kind that belongs in each place of it.

    As a whole it gives a truth value, a number, or (no ``truth``) any of them; ``own`` are the
    arguments of a function, of which no kind is told.

    :raises FormulaError: if it would be too deep.
    """
    found = _inside(formula, own, truth=truth)
    kind = _kind(found, own)
    if truth is None or kind is None or kind is truth:
        return found
    if isinstance(found, Word):
        return Number(int(found.word == "true"))
    if kind:
        return call_of("piecewise", (Number(1), found, Number(0)))
    return call_of("neq", (found, Number(0)))


def _kind(formula: Formula, own: Collection[str]) -> bool | None:
    """Whether a formula gives a truth value; nothing where that can't be told."""
    if isinstance(formula, Word):
        return formula.word in WORDS
    if isinstance(formula, Name):
        return None if formula.id in own else False
    if not isinstance(formula, Call):
        return False
    if formula.name == "piecewise":
        return next((it for v in formula.arguments[::2] if (it := _kind(v, own)) is not None), None)
    return formula.name in TRUTHS if formula.name in ARITY else None


def _inside(formula: Formula, own: Collection[str], *, truth: bool | None) -> Formula:
    if not isinstance(formula, Call) or formula.name not in ARITY:
        return formula
    wanted = _wanted(formula, own, truth=truth)
    arguments = (
        in_kind(it, truth=kind, own=own) for it, kind in zip(formula.arguments, wanted, strict=True)
    )
    return call_of(formula.name, tuple(arguments))


def _wanted(formula: Call, own: Collection[str], *, truth: bool | None) -> Iterator[bool | None]:
    """What each argument should be."""
    name, arguments = formula.name, formula.arguments
    alike = arguments[::2] if name == "piecewise" else arguments
    kinds = {_kind(it, own) for it in alike}
    common = False if {True, False} <= kinds else None
    if name == "piecewise":
        of_values = common if truth is None else truth
        yield from (True if place % 2 else of_values for place in range(len(arguments)))
        return
    of_all = common if name in EQUALITY else name in LOGIC
    yield from (of_all for _ in arguments)
