"""What SBML models need to simulate, with formulas in SBML Level 3's text syntax.

Types only for now: a pathway may hold them, no format writes them natively yet.
"""

import enum
from typing import Annotated

from pathport.model.value import Keyed, Ordered, Refers, Value

__all__ = [
    "Amount",
    "Assignment",
    "Event",
    "Function",
    "Parameter",
    "Quantities",
    "RateLaw",
    "Rule",
    "RuleKind",
    "Unit",
    "UnitFactor",
]


class UnitFactor(Value, frozen=True, kw_only=True):
    """One factor of a unit: ``(multiplier * 10^scale * kind)^exponent``."""

    kind: str
    exponent: float = 1
    scale: int = 0
    multiplier: float = 1


class Unit(Value, frozen=True, kw_only=True):
    """A unit by name; units have a namespace of their own."""

    id: str
    name: str | None = None
    factors: tuple[UnitFactor, ...] = ()


class Parameter(Value, frozen=True, kw_only=True):
    """A number with a name, constant unless said otherwise."""

    id: str
    name: str | None = None
    value: float | None = None
    unit: str | None = None
    constant: bool = True


class Function(Value, frozen=True, kw_only=True):
    """A function: its arguments in order and its formula."""

    id: str
    name: str | None = None
    arguments: Annotated[tuple[str, ...], Ordered()] = ()
    formula: str = ""


class Amount(Value, frozen=True, kw_only=True):
    """How much of a species there is at the start, and whether processes change it."""

    species: Annotated[str, Refers(("species",))]
    amount: float | None = None
    concentration: float | None = None
    unit: str | None = None
    boundary: bool = False
    constant: bool = False


class RateLaw(Value, frozen=True, kw_only=True):
    """How fast a process runs; its own parameters are seen by it alone."""

    process: Annotated[str, Refers(("process",))]
    formula: str
    parameters: Annotated[tuple[Parameter, ...], Keyed("id")] = ()


class RuleKind(enum.StrEnum):
    """What a rule's formula gives."""

    ASSIGNMENT = "assignment"
    RATE = "rate"
    ALGEBRAIC = "algebraic"
    INITIAL = "initial assignment"


class Rule(Value, frozen=True, kw_only=True):
    """A formula that holds at all times, or at the start."""

    kind: RuleKind = RuleKind.ASSIGNMENT
    variable: str | None = None
    formula: str = ""


class Assignment(Value, frozen=True, kw_only=True):
    """What an event sets a variable to."""

    variable: str
    formula: str


class Event(Value, frozen=True, kw_only=True):
    """Assignments that are made when a trigger becomes true."""

    id: str
    name: str | None = None
    trigger: str = ""
    delay: str | None = None
    priority: str | None = None
    assignments: Annotated[tuple[Assignment, ...], Keyed("variable")] = ()


class Quantities(Value, frozen=True, kw_only=True):
    """All quantities of a pathway; empty where it has none."""

    units: Annotated[tuple[Unit, ...], Keyed("id")] = ()
    parameters: Annotated[tuple[Parameter, ...], Keyed("id")] = ()
    functions: Annotated[tuple[Function, ...], Keyed("id")] = ()
    amounts: Annotated[tuple[Amount, ...], Keyed("species")] = ()
    rate_laws: Annotated[tuple[RateLaw, ...], Keyed("process")] = ()
    rules: tuple[Rule, ...] = ()
    events: Annotated[tuple[Event, ...], Keyed("id")] = ()
