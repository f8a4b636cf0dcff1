"""What SBML models need to simulate, with formulas in SBML Level 3's text syntax.

A formula names species (their concentration, or their amount where `Amount.counted` says so),
compartments (their size), processes (their rate), parameters, coefficients and functions. What
formulas look like is the business of ``pathport.model.formulas``; what their names must be that of
``pathport.model.check_quantities``. SBML Level 3 Version 1 Core, section 4.
"""

import enum
from collections.abc import Iterator
from typing import Annotated

import msgspec

from pathport.model.parts import Identifier
from pathport.model.value import Computes, Inline, Keyed, Ordered, Refers, Value, content_of

__all__ = [
    "Amount",
    "Assignment",
    "Balance",
    "Coefficient",
    "Constraint",
    "Event",
    "Function",
    "Measures",
    "Parameter",
    "ParticipantSide",
    "Quantities",
    "Quantity",
    "RateLaw",
    "Rule",
    "RuleKind",
    "Start",
    "Unit",
    "UnitFactor",
]

FormulaText = Annotated[str, Computes()]


class Quantity(Value, frozen=True, kw_only=True):
    """What is said of a quantity beside its numbers and formulas."""

    name: str | None = None
    notes: Annotated[tuple[str, ...], Ordered()] = ()
    identifiers: tuple[Identifier, ...] = ()
    references: tuple[str, ...] = ()
    """Literature, as CURIEs (``pubmed:8752281``)."""
    term: str | None = None
    """What it is, in the Systems Biology Ontology (``sbo:0000027``: Michaelis constant)."""


# Units


class UnitFactor(Value, frozen=True, kw_only=True):
    """One factor of a unit: ``(multiplier * 10^scale * kind)^exponent``."""

    kind: str
    """A base unit of SBML (`pathport.model.units`)."""
    exponent: float = 1
    scale: int = 0
    multiplier: float = 1

    @property
    def identity(self) -> str:
        """What is raised to the power; powers of the same add up."""
        return content_of(UnitFactor(kind=self.kind, scale=self.scale, multiplier=self.multiplier))


class Unit(Quantity, frozen=True, kw_only=True):
    """A unit by name; units have a namespace of their own."""

    id: str
    factors: Annotated[tuple[UnitFactor, ...], Keyed("identity", total="exponent")] = ()


class Measures(Value, frozen=True, kw_only=True):
    """The units that a pathway's numbers are in where nothing else is said."""

    substance: str | None = None
    time: str | None = None
    volume: str | None = None
    area: str | None = None
    length: str | None = None
    extent: str | None = None
    """How far processes have run: what rates are in, by time."""


# Numbers


class Parameter(Quantity, frozen=True, kw_only=True):
    """A number with a name, constant unless said otherwise."""

    id: str
    value: float | None = None
    unit: str | None = None
    constant: bool = True


class Amount(Value, frozen=True, kw_only=True):
    """How much of a species there is at the start, and what changes it."""

    species: Annotated[str, Refers(("species",))]
    amount: float | None = None
    concentration: float | None = None
    """By the size of its compartment, at most one of the two."""
    unit: str | None = None
    """The unit of its substance, where it is not the pathway's."""
    counted: bool = False
    """Whether formulas mean its amount when they name it, not its concentration."""
    boundary: bool = False
    """Whether processes leave it as it is."""
    constant: bool = False
    conversion: Annotated[str, Computes()] | None = None
    """The parameter that turns extents of processes into its substance."""


class ParticipantSide(enum.StrEnum):
    """On which side of a process something takes part."""

    INPUT = "input"
    OUTPUT = "output"


class Coefficient(Value, frozen=True, kw_only=True):
    """A coefficient of a process that has a name, for formulas to use or to set."""

    id: str
    process: Annotated[str, Refers(("process",))]
    side: ParticipantSide = ParticipantSide.INPUT
    species: Annotated[str, Refers(("species",))]
    constant: bool = True


# Formulas


class Function(Quantity, frozen=True, kw_only=True):
    """A function: its arguments in order and its formula, which names nothing else."""

    id: str
    arguments: Annotated[tuple[str, ...], Ordered()] = ()
    formula: Annotated[str, Computes(own="arguments")]


class RateLaw(Quantity, frozen=True, kw_only=True):
    """How fast a process runs, in extent by time; its own parameters are seen by it alone."""

    process: Annotated[str, Refers(("process",))]
    formula: Annotated[str, Computes(own="parameters")]
    parameters: Annotated[tuple[Parameter, ...], Keyed("id")] = ()


class RuleKind(enum.StrEnum):
    """What a rule's formula gives: the variable itself, or how fast it changes."""

    ASSIGNMENT = "assignment"
    RATE = "rate"


class Rule(Quantity, frozen=True, kw_only=True):
    """A formula that gives a variable at all times."""

    variable: FormulaText
    kind: RuleKind = RuleKind.ASSIGNMENT
    formula: FormulaText


class Start(Quantity, frozen=True, kw_only=True):
    """A formula that gives a variable at the start."""

    variable: FormulaText
    formula: FormulaText


class Balance(Quantity, frozen=True, kw_only=True):
    """A formula that is 0 at all times, whatever has to change for that."""

    formula: FormulaText


class Constraint(Quantity, frozen=True, kw_only=True):
    """What must be true for the numbers to mean something, and what to say when it is not."""

    formula: FormulaText
    message: str | None = None


class Assignment(Quantity, frozen=True, kw_only=True):
    """What an event sets a variable to."""

    variable: FormulaText
    formula: FormulaText


class Event(Quantity, frozen=True, kw_only=True):
    """Assignments that are made when a trigger becomes true."""

    id: str
    trigger: FormulaText
    initial: bool = True
    """Whether the trigger counts as true before the start, so that it must become false first."""
    persistent: bool = True
    """Whether assignments that are due are made though the trigger is no longer true."""
    delay: FormulaText | None = None
    delayed_values: bool = False
    """Whether formulas are computed when assignments are made, not when the trigger became true."""
    priority: FormulaText | None = None
    assignments: Annotated[tuple[Assignment, ...], Keyed("variable")] = ()


class Quantities(Value, frozen=True, kw_only=True):
    """All quantities of a pathway; empty where it has none. An amount that says nothing is none."""

    units: Annotated[tuple[Unit, ...], Keyed("id")] = ()
    measures: Annotated[Measures, Inline()] = Measures()
    conversion: Annotated[str, Computes()] | None = None
    """The parameter that turns extents into substance, of species that name none."""
    parameters: Annotated[tuple[Parameter, ...], Keyed("id")] = ()
    functions: Annotated[tuple[Function, ...], Keyed("id")] = ()
    amounts: Annotated[tuple[Amount, ...], Keyed("species")] = ()
    coefficients: Annotated[tuple[Coefficient, ...], Keyed("id")] = ()
    rate_laws: Annotated[tuple[RateLaw, ...], Keyed("process")] = ()
    rules: Annotated[tuple[Rule, ...], Keyed("variable")] = ()
    starts: Annotated[tuple[Start, ...], Keyed("variable")] = ()
    balances: tuple[Balance, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    events: Annotated[tuple[Event, ...], Keyed("id")] = ()

    def ids(self) -> Iterator[str]:
        """The ids that quantities have in the pathway's namespace."""
        named: tuple[tuple[Parameter | Function | Coefficient | Event, ...], ...] = (
            self.parameters,
            self.functions,
            self.coefficients,
            self.events,
        )
        return (it.id for some in named for it in some)

    def __post_init__(self) -> None:
        said = tuple(it for it in self.amounts if it != Amount(species=it.species))
        if len(said) < len(self.amounts):
            msgspec.structs.force_setattr(self, "amounts", said)
        Value.__post_init__(self)
