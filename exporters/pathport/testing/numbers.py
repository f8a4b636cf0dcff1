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
        constant=st.booleans(),
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


@st.composite
def quantities(draw: DrawFn, names: Known) -> Quantities:
    """Some quantities; they name species and processes of the pathway only."""
    fields: dict[str, SearchStrategy[Any]] = {
        "units": UNITS.map(lambda unit: (unit,)),
        "parameters": _parameters(st.just("k1").map(names.spare)).map(lambda item: (item,)),
        "functions": st.builds(
            Function,
            id=st.just("f1").map(names.spare),
            arguments=chosen(((), ("y", "x"), ("x", "x1"))),
            formula=FORMULAS,
        ).map(lambda item: (item,)),
        "rules": several(st.builds(Rule, kind=st.just(RuleKind.ALGEBRAIC), formula=FORMULAS)),
    }
    if names.of["species"]:
        amount = {
            "amount": st.none() | NUMBERS,
            "boundary": st.booleans(),
            "constant": st.booleans(),
        }
        fields["amounts"] = _one_each(Amount, "species", names.of["species"], **amount)
        assignments = _one_each(Assignment, "variable", names.of["species"], formula=FORMULAS)
        fields["events"] = st.builds(
            Event,
            id=st.just("event1").map(names.spare),
            trigger=st.just("time > 5"),
            delay=st.none() | FORMULAS,
            assignments=assignments,
        ).map(lambda item: (item,))
    if names.of["process"]:
        own = _parameters(st.just("k")).map(lambda item: (item,))
        fields["rate_laws"] = _one_each(
            RateLaw, "process", names.of["process"], formula=FORMULAS, parameters=st.just(()) | own
        )
    return Quantities(**some_of(draw, fields, most=4, least=1))
