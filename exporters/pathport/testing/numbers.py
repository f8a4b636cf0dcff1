"""A few quantities of a pathway: what simulates it, never more than one or two of each.

They are drawn freely over what the pathway has, and what breaks a rule of the model is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn

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
from pathport.testing.values import Fields, chosen, distinct, perhaps, several, some_of

__all__ = ["Known", "quantities"]

NUMBERS = chosen((1.0, 0.0, -1.5, 1e-9, 6.02214076e23, 0.1, 12345678.9))
UNIT_NAMES = ("nM", "per_second", "time")
UNITS = chosen((*UNIT_NAMES, "mole", "second", "dimensionless", "litre"))


class Known(Protocol):
    """The ids of a pathway's things."""

    of: dict[str, tuple[str, ...]]

    def spare(self, wanted: str) -> str:
        """An id that nothing else has."""


EXTRAS: Fields = {
    "name": values.texts,
    "notes": several(values.texts),
    "references": several(values.curies(pools.REFERENCES)),
    "identifiers": several(values.identifiers),
    "term": chosen(("sbo:0000027", "sbo:0000001", "sbo:0000064", "sbo:0000231")),
}
"""What is said of a quantity beside its numbers."""


@st.composite
def _made(draw: DrawFn, cls: Any, fields: Fields) -> Any:
    """A quantity with all of these fields, and some extras."""
    told = {name: draw(strategy) for name, strategy in fields.items()}
    return cls(**told, **some_of(draw, EXTRAS, most=len(EXTRAS)))


SQUARE = Unit(id="m2", factors=(UnitFactor(kind="metre", exponent=2),))
FACTORS = st.builds(
    UnitFactor,
    kind=chosen(("mole", "second", "litre")),
    exponent=chosen((1.0, -1.0, 0.5)),
    scale=chosen((0, -9)),
    multiplier=chosen((1.0, 60.0)),
)
UNIT: Fields = {"factors": st.lists(FACTORS, max_size=2).map(tuple)}
UNITS_MADE = st.tuples(
    *(_made(Unit, UNIT | {"id": st.just(name)}) for name in UNIT_NAMES), st.just(SQUARE)
)
PARAMETER: Fields = {
    "value": perhaps(NUMBERS),
    "unit": perhaps(UNITS),
}
MEASURES = st.builds(
    Measures,
    substance=chosen((None, "mole", "item", "dimensionless")),
    time=chosen((None, "second", "dimensionless")),
    volume=chosen((None, "litre")),
    extent=chosen((None, "mole", "item")),
    length=chosen((None, "metre")),
    area=chosen((None, SQUARE.id)),
)
AMOUNT: Fields = {
    "amount": NUMBERS,
    "concentration": NUMBERS,
    "unit": chosen(("mole", "item", "dimensionless")),
    "counted": st.just(value=True),
    "boundary": st.just(value=True),
    "constant": st.just(value=True),
}
OWN = ("k", "q")
"""Parameters of a rate law's own."""


TIME = "time"
"""What every formula may name, but for a function's."""


class _Numbers:
    """The quantities of one pathway in the making."""

    def __init__(self, draw: DrawFn, names: Known, things: Mapping[str, Any]) -> None:
        self.draw = draw
        self.of = names.of
        self.constant, self.varying, self.function = map(names.spare, ("k1", "v1", "f1"))
        self.coefficient, self.event = map(names.spare, ("n1", "event1"))
        places = (*self.of["species"], *self.of["compartment"])
        changing = (it.id for it in things.get("compartments", ()) if not it.constant)
        self.given = (self.varying, *self.of["species"], *changing)
        self.names = (TIME, self.constant, self.varying, *places, *self.of["process"])
        self.sides = _sides(things.get("processes", ()))
        self.formula = formulas(self.names, self.function)
        self.condition = conditions(self.names, self.function)

    def parameters(self) -> tuple[Parameter, ...]:
        ids = ((self.constant, True), (self.varying, False))
        return tuple(self.parameter(id_, constant=constant) for id_, constant in ids)

    def parameter(self, id_: str, *, constant: bool) -> Any:
        fields = PARAMETER | {"id": st.just(id_), "constant": st.just(constant)}
        return self.draw(_made(Parameter, fields))

    def one_each(self, make: Any, key: str, ids: Sequence[str], fields: Fields) -> Any:
        """Values for one or two of these ids, each with its own."""
        return tuple(
            self.draw(_made(make, {key: st.just(id_), **fields}))
            for id_ in self.draw(distinct(ids, least=1, most=2))
        )

    def amounts(self) -> tuple[Amount, ...]:
        fields = AMOUNT | {"conversion": chosen((self.constant, self.varying))}
        return tuple(
            Amount(species=id_, **some_of(self.draw, fields, most=6))
            for id_ in self.draw(distinct(self.of["species"], least=1, most=3))
        )

    def functions(self) -> tuple[Function, ...]:
        arguments = ("x", "y")
        fields: Fields = {"arguments": st.just(arguments), "formula": formulas(arguments, "")}
        return (self.draw(_made(Function, {"id": st.just(self.function), **fields})),)

    def rate_laws(self) -> tuple[RateLaw, ...]:
        laws = []
        for id_ in self.draw(distinct(self.of["process"], least=1, most=2)):
            own = self.draw(distinct((*OWN, self.varying), most=2))
            parameters = tuple(self.parameter(name, constant=True) for name in own)
            fields: Fields = {
                "process": st.just(id_),
                "formula": formulas((*own, *self.names), self.function),
                "parameters": st.just(parameters),
            }
            laws.append(self.draw(_made(RateLaw, fields)))
        return tuple(laws)

    def rules(self) -> Any:
        fields: Fields = {"kind": chosen(RuleKind), "formula": self.formula}
        return self.one_each(Rule, "variable", self.given, fields)

    def starts(self) -> Any:
        ids = (*self.given, self.constant)
        return self.one_each(Start, "variable", ids, {"formula": self.formula})

    def balances(self) -> tuple[Balance, ...]:
        return (self.draw(_made(Balance, {"formula": st.just(f"{self.varying} - 1")})),)

    def constraints(self) -> Any:
        fields = {"formula": self.condition, "message": perhaps(values.texts)}
        return self.draw(several(_made(Constraint, fields)))

    def coefficients(self) -> tuple[Coefficient, ...]:
        process, side, species = self.draw(chosen(self.sides))
        constant = self.draw(st.booleans())
        return (
            Coefficient(
                id=self.coefficient,
                process=process,
                side=side,
                species=species,
                constant=constant,
            ),
        )

    def events(self) -> tuple[Event, ...]:
        assignments = self.one_each(Assignment, "variable", self.given, {"formula": self.formula})
        fields: Fields = {
            "id": st.just(self.event),
            "trigger": self.condition,
            "initial": chosen((True, False)),
            "persistent": chosen((True, False)),
            "delay": perhaps(self.formula),
            "delayed_values": st.booleans(),
            "priority": perhaps(self.formula),
            "assignments": st.just(assignments),
        }
        return (self.draw(_made(Event, fields)),)

    def measures(self) -> Measures:
        return self.draw(MEASURES)

    def conversion(self) -> str:
        return self.constant

    def possible(self) -> Iterator[str]:
        """What there can be quantities of."""
        yield from (
            "rules",
            "rules",
            "starts",
            "events",
            "events",
            "functions",
            "constraints",
            "balances",
        )
        yield from ("measures", "conversion")
        if self.of["process"]:
            yield from ("rate_laws", "rate_laws")
        if self.sides:
            yield from ("coefficients", "coefficients")


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
def _field(draw: DrawFn, making: _Numbers, possible: tuple[str, ...]) -> tuple[str, Any]:
    name = draw(chosen(possible))
    return name, getattr(making, name)()


@st.composite
def quantities(draw: DrawFn, names: Known, things: Mapping[str, Any]) -> Quantities:
    """Some quantities of a pathway with these things; some of them may break its rules."""
    making = _Numbers(draw, names, things)
    always: dict[str, Any] = {"units": draw(UNITS_MADE), "parameters": making.parameters()}
    is_amount_told = draw(st.booleans())
    if names.of["species"] and is_amount_told:
        always["amounts"] = making.amounts()
    more = st.lists(_field(making, tuple(making.possible())), max_size=8)
    return Quantities(**always, **dict(draw(more)))
