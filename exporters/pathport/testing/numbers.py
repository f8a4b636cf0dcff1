"""A few quantities of a pathway: what simulates it, never more than one or two of each.

They are drawn freely over what the pathway has, and what breaks a rule of the model is left out.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from pathport.model.quantities import (
    Amount,
    Assignment,
    Balance,
    Coefficient,
    Constraint,
    Event,
    Function,
    Measures,
    Parameter,
    ParticipantSide,
    Quantities,
    RateLaw,
    Rule,
    RuleKind,
    Start,
    Unit,
    UnitFactor,
)
from pathport.model.things import Process
from pathport.testing import pools, values
from pathport.testing.formulas import conditions, formulas
from pathport.testing.values import chosen, several, some_of

__all__ = ["Known", "quantities"]

NUMBERS = chosen((1.0, 0.0, -1.5, 1e-9, 6.02214076e23, 0.1, 12345678.9))
UNIT_NAMES = ("nM", "per_second", "time")
UNITS = chosen((*UNIT_NAMES, "mole", "second", "dimensionless", "litre"))


class Known(Protocol):
    """The ids of a pathway's things."""

    of: dict[str, tuple[str, ...]]

    def spare(self, wanted: str) -> str:
        """An id that nothing else has."""


def _said(**fields: SearchStrategy[Any]) -> SearchStrategy[dict[str, Any]]:
    """What is said of a quantity beside its numbers, seldom."""
    extras: dict[str, SearchStrategy[Any]] = {
        "name": values.texts,
        "notes": several(values.texts),
        "references": several(values.curies(pools.REFERENCES)),
        "identifiers": several(values.identifiers),
        "term": chosen(("sbo:0000027", "sbo:0000001", "sbo:0000064", "sbo:0000231")),
    }

    @st.composite
    def draw_said(draw: DrawFn) -> dict[str, Any]:
        told: dict[str, Any] = {name: draw(strategy) for name, strategy in fields.items()}
        more: dict[str, Any] = some_of(draw, extras, most=2)
        return told | more

    return draw_said()


def _made(cls: Any, **fields: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return _said(**fields).map(lambda told: cls(**told))


SQUARE = Unit(id="m2", factors=(UnitFactor(kind="metre", exponent=2),))
FACTORS = st.builds(
    UnitFactor,
    kind=chosen(("mole", "second", "litre")),
    exponent=chosen((1.0, -1.0, 0.5)),
    scale=chosen((0, -9)),
    multiplier=chosen((1.0, 60.0)),
)


def _units() -> SearchStrategy[tuple[Unit, ...]]:
    factors = st.lists(FACTORS, max_size=2).map(tuple)
    made = [_made(Unit, id=st.just(name), factors=factors) for name in UNIT_NAMES]
    return st.tuples(*made, st.just(SQUARE))


def _parameter(id_: SearchStrategy[str], constant: SearchStrategy[bool]) -> SearchStrategy[Any]:
    return _made(
        Parameter,
        id=id_,
        value=st.none() | NUMBERS,
        unit=st.none() | UNITS,
        constant=constant,
    )


def _one_each(
    make: Any, key: str, ids: Sequence[str], **fields: SearchStrategy[Any]
) -> SearchStrategy[Any]:
    """Values for one or two of these ids, each with its own."""
    drawn = st.lists(
        _made(make, **{key: chosen(ids)}, **fields),
        min_size=1,
        max_size=2,
        unique_by=lambda item: getattr(item, key),
    )
    return drawn.map(tuple)


def _amounts(species: Sequence[str], constants: Sequence[str]) -> SearchStrategy[Any]:
    amount = st.builds(
        Amount,
        species=chosen(species),
        amount=st.none() | NUMBERS,
        concentration=st.none() | NUMBERS,
        unit=st.none() | chosen(("mole", "item", "dimensionless")),
        counted=st.booleans(),
        boundary=st.booleans(),
        constant=st.booleans(),
        conversion=st.none() | chosen(constants),
    )
    return st.lists(amount, max_size=3, unique_by=lambda it: it.species).map(tuple)


@st.composite
def _coefficients(
    draw: DrawFn, sides: Sequence[tuple[str, ParticipantSide, str]], id_: str
) -> tuple[Coefficient, ...]:
    process, side, species = draw(chosen(sides))
    constant = draw(st.booleans())
    return (Coefficient(id=id_, process=process, side=side, species=species, constant=constant),)


def _sides(processes: Sequence[Process]) -> list[tuple[str, ParticipantSide, str]]:
    return [
        (process.id, side, part.species)
        for process in processes
        for side, parts in (
            (ParticipantSide.INPUT, process.inputs),
            (ParticipantSide.OUTPUT, process.outputs),
        )
        for part in parts
    ]


@st.composite
def quantities(draw: DrawFn, names: Known, things: Mapping[str, Any]) -> Quantities:
    """Some quantities of a pathway with these things; some of them may break its rules."""
    constant, varying, function = map(names.spare, ("k1", "v1", "f1"))
    of = names.of
    numbers = (constant, varying, *of["species"], *of["compartment"], *of["process"])
    numeric = formulas(numbers, function)
    given = (varying, *of["species"], *of["compartment"])
    made: dict[str, SearchStrategy[Any]] = {
        "parameters": st.tuples(
            _parameter(st.just(constant), st.just(value=True)),
            _parameter(st.just(varying), st.just(value=False)),
        ),
        "functions": _functions(function),
        "rules": _one_each(Rule, "variable", given, kind=chosen(RuleKind), formula=numeric),
        "starts": _one_each(Start, "variable", (*given, constant), formula=numeric),
        "balances": several(_made(Balance, formula=st.just(f"{varying} - 1")), most=1),
        "constraints": several(
            _made(
                Constraint,
                formula=conditions(numbers, function),
                message=st.none() | values.texts,
            )
        ),
        "events": _events(names, numbers, function, given),
        "measures": _measures(),
        "conversion": st.just(constant),
    }
    if of["species"]:
        made["amounts"] = _amounts(of["species"], (constant, varying))
    if of["process"]:
        own = _parameter(chosen(("k", varying)), st.just(value=True)).map(lambda it: (it,))
        made["rate_laws"] = _one_each(
            RateLaw,
            "process",
            of["process"],
            formula=formulas((*numbers, "k"), function),
            parameters=st.just(()) | own,
        )
    sides = _sides(things.get("processes", ()))
    if sides:
        made["coefficients"] = _coefficients(sides, names.spare("n1"))
    always = {"units": draw(_units()), "parameters": draw(made.pop("parameters"))}
    return Quantities(**always, **some_of(draw, made, most=5))


def _functions(id_: str) -> SearchStrategy[tuple[Function, ...]]:
    made = _made(
        Function,
        id=st.just(id_),
        arguments=st.just(("x", "y")),
        formula=formulas(("x", "y"), ""),
    )
    return made.map(lambda it: (it,))


def _measures() -> SearchStrategy[Measures]:
    return st.builds(
        Measures,
        substance=st.none() | chosen(("mole", "item", "dimensionless")),
        time=st.none() | chosen(("second", "dimensionless")),
        volume=st.none() | st.just("litre"),
        extent=st.none() | chosen(("mole", "item")),
        length=st.none() | st.just("metre"),
        area=st.none() | st.just(SQUARE.id),
    )


def _events(
    names: Known, numbers: Sequence[str], function: str, given: Sequence[str]
) -> SearchStrategy[tuple[Event, ...]]:
    numeric = formulas(numbers, function)
    made = _made(
        Event,
        id=st.just(names.spare("event1")),
        trigger=conditions(numbers, function),
        initial=st.booleans(),
        persistent=st.booleans(),
        delay=st.none() | numeric,
        delayed_values=st.booleans(),
        priority=st.none() | numeric,
        assignments=_one_each(Assignment, "variable", given, formula=numeric),
    )
    return made.map(lambda it: (it,))
