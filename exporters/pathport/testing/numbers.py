"""A few quantities of a pathway: what simulates it, never more than one or two of each."""

from typing import Any, Protocol

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from pathport.model.quantities import (
    Amount,
    Assignment,
    Event,
    Function,
    Parameter,
    Quantities,
    RateLaw,
    Rule,
    RuleKind,
    Unit,
    UnitFactor,
)
from pathport.testing import values
from pathport.testing.values import chosen, several, some_of

__all__ = ["Known", "quantities"]

NUMBERS = chosen((1.0, 0.0, -1.5, 1e-9, 6.02214076e23))
FORMULAS = chosen(("1", "2 * 3", "1.5e-3 + 4", "piecewise(1, 2 < 3, 0)"))
UNIT_NAMES = chosen(("mole", "second", "item", "dimensionless"))
"""Units that need no definition (SBML Level 3 Version 1 Core, section 4.4.2)."""


class Known(Protocol):
    """The ids of a pathway's things."""

    of: dict[str, tuple[str, ...]]

    def spare(self, wanted: str) -> str:
        """An id that nothing else has."""


UNITS = st.builds(
    Unit,
    id=chosen(("nM", "per_second")),
    name=st.none() | values.texts,
    factors=st.lists(
        st.builds(
            UnitFactor,
            kind=chosen(("mole", "second", "litre")),
            exponent=chosen((1.0, -1.0)),
            scale=chosen((0, -9)),
            multiplier=chosen((1.0, 60.0)),
        ),
        max_size=2,
    ).map(tuple),
)


def _parameters(ids: SearchStrategy[str]) -> SearchStrategy[Parameter]:
    return st.builds(
        Parameter,
        id=ids,
        name=st.none() | values.texts,
        value=st.none() | NUMBERS,
        unit=st.none() | UNIT_NAMES,
        constant=chosen((True, False)),
    )


def _one_each(
    make: Any, key: str, ids: tuple[str, ...], **fields: SearchStrategy[Any]
) -> SearchStrategy[Any]:
    """Values for one or two of these ids, each with its own."""
    drawn = st.lists(
        st.builds(make, **{key: chosen(ids)}, **fields),
        min_size=1,
        max_size=2,
        unique_by=lambda item: getattr(item, key),
    )
    return drawn.map(tuple)


def _amounts(species: tuple[str, ...]) -> SearchStrategy[Any]:
    return _one_each(
        Amount,
        "species",
        species,
        amount=st.none() | NUMBERS,
        concentration=st.none() | NUMBERS,
        unit=st.none() | UNIT_NAMES,
        boundary=st.booleans(),
        constant=st.booleans(),
    )


def _rate_laws(processes: tuple[str, ...]) -> SearchStrategy[Any]:
    own = _parameters(chosen(("k", "k2"))).map(lambda item: (item,))
    return _one_each(
        RateLaw, "process", processes, formula=FORMULAS, parameters=st.just(()) | own | own
    )


def _rules(variables: tuple[str, ...]) -> SearchStrategy[Any]:
    """Rules; an algebraic one has no variable (SBML Level 3 Version 1 Core, section 4.9.2)."""
    without = st.builds(Rule, kind=st.just(RuleKind.ALGEBRAIC), formula=FORMULAS)
    if not variables:
        return several(without)
    kinds = chosen(kind for kind in RuleKind if kind is not RuleKind.ALGEBRAIC)
    own = st.builds(Rule, kind=kinds, variable=chosen(variables), formula=FORMULAS)
    return several(without | own | own)


def _events(id_: str, variables: tuple[str, ...]) -> SearchStrategy[Any]:
    event = st.builds(
        Event,
        id=st.just(id_),
        name=st.none() | values.texts,
        trigger=st.just("time > 5"),
        delay=st.none() | FORMULAS,
        priority=st.none() | FORMULAS,
        assignments=_one_each(Assignment, "variable", variables, formula=FORMULAS),
    )
    return event.map(lambda item: (item,))


def _functions(id_: str) -> SearchStrategy[Any]:
    function = st.builds(
        Function,
        id=st.just(id_),
        name=st.none() | values.texts,
        arguments=chosen(((), ("y", "x"), ("x", "x1"))),
        formula=FORMULAS,
    )
    return function.map(lambda item: (item,))


@st.composite
def quantities(draw: DrawFn, names: Known) -> Quantities:
    """Some quantities; they name species and processes of the pathway only."""
    species, processes = names.of["species"], names.of["process"]
    fields: dict[str, SearchStrategy[Any]] = {
        "units": UNITS.map(lambda unit: (unit,)),
        "parameters": _parameters(st.just(names.spare("k1"))).map(lambda item: (item,)),
        "functions": _functions(names.spare("f1")),
        "rules": _rules(species),
    }
    if species:
        fields["amounts"] = _amounts(species)
        fields["events"] = _events(names.spare("event1"), species)
    if processes:
        fields["rate_laws"] = _rate_laws(processes)
    return Quantities(**some_of(draw, fields, most=6, least=1))
