"""What a pathway computes with as SBML elements: units, parameters, formulas, amounts.

Which quantities have elements is decided in ``quantity_plan``. SBML Level 3 Version 1 Core, 4.3,
4.4, 4.7 to 4.12.
"""

from collections.abc import Iterable, Iterator

from pathport.formats.sbml.markup import (
    annotation,
    attributes,
    closed,
    escaped,
    listed,
    notes,
    number,
)
from pathport.formats.sbml.mathml import math_said
from pathport.formats.sbml.plan import Plan
from pathport.formats.sbml.statements import bag_of, identifiers_said
from pathport.formats.sbml.terms import DESCRIBED_BY, NODE, QUANTITY_BRANCHES, XHTML, sbo_term
from pathport.formats.sbml.untold import AREA, UNTOLD_MEASURES
from pathport.model.formulas import formula_of
from pathport.model.quantities import (
    Amount,
    Assignment,
    Balance,
    Constraint,
    Event,
    Function,
    Parameter,
    Quantity,
    RateLaw,
    Rule,
    RuleKind,
    Start,
    Unit,
    UnitFactor,
)
from pathport.model.things import Compartment
from pathport.model.units import BASE_UNITS
from pathport.vocabulary import is_a

__all__ = [
    "amount_said",
    "extent_said",
    "measures_said",
    "written_after_species",
    "written_before_compartments",
    "written_events",
    "written_law",
]

INDENT = " " * 6
INNER = " " * 8
DEEP = " " * 10
DEEPEST = " " * 12


def written_before_compartments(plan: Plan) -> Iterator[str]:
    """Functions and units."""
    quantities = plan.quantities
    yield from listed("listOfFunctionDefinitions", map(_function, quantities.functions))
    units = (*quantities.units, AREA) if _needs_area(plan) else quantities.units
    yield from listed("listOfUnitDefinitions", map(_unit, units))


def written_after_species(plan: Plan) -> Iterator[str]:
    """Parameters, and what gives their values and those of others."""
    quantities = plan.quantities
    rules = (*map(_rule, quantities.rules), *map(_balance, quantities.balances, _numbers()))
    constraints = map(_constraint, quantities.constraints, _numbers())
    yield from listed("listOfParameters", map(_parameter, quantities.parameters))
    yield from listed("listOfInitialAssignments", map(_start, quantities.starts))
    yield from listed("listOfRules", rules)
    yield from listed("listOfConstraints", constraints)


def written_events(plan: Plan) -> Iterator[str]:
    """Events."""
    yield from listed("listOfEvents", map(_event, plan.quantities.events))


def _numbers() -> Iterator[int]:
    return iter(range(1, 2**31))


# What all of them say


def _element(
    name: str,
    item: Quantity,
    metaid: str,
    head: dict[str, str | None],
    inner: str,
    *,
    indent: str = INDENT,
) -> str:
    """An element with what is said of a quantity beside its numbers; a name where it has one."""
    deeper = indent + "  "
    properties = [*identifiers_said(item.identifiers), bag_of(DESCRIBED_BY, item.references)]
    told = annotation(metaid, properties, (), node=NODE["reaction"], indent=deeper)
    every = {
        "metaid": metaid if told else None,
        "sboTerm": _term(name, item.term),
        **head,
    }
    content = notes(item.notes, deeper) + told + inner
    return closed(f"{indent}<{name}{attributes(every)}", content, name, indent)


def _term(name: str, term: str | None) -> str | None:
    """The sboTerm, where it is one that such an element may have."""
    branch = QUANTITY_BRANCHES.get(name)
    return sbo_term(term) if term and branch and is_a(term, branch) else None


def _math(text: str, indent: str) -> str:
    return math_said(formula_of(text), indent)


def _yes(value: bool) -> str:  # noqa: FBT001 - what it spells
    return "true" if value else "false"


def _spelled(value: float | None) -> str | None:
    return None if value is None else number(value)


# Units, measures and sizes


def _unit(unit: Unit) -> str:
    factors = "".join(listed("listOfUnits", map(_factor, unit.factors), INNER))
    head: dict[str, str | None] = {"id": unit.id, "name": unit.name}
    return _element("unitDefinition", unit, f"unit.{unit.id}", head, factors)


def _factor(factor: UnitFactor) -> str:
    head: dict[str, str | None] = {
        "kind": factor.kind,
        "exponent": number(factor.exponent),
        "scale": str(factor.scale),
        "multiplier": number(factor.multiplier),
    }
    return f"{DEEP}<unit{attributes(head)}/>\n"


def measures_said(plan: Plan) -> dict[str, str | None]:
    """The units of the model as a whole; where nothing is computed, those that checks ask for."""
    measures = plan.quantities.measures
    untold = {} if plan.computes else UNTOLD_MEASURES
    said = {name: getattr(measures, name) or untold.get(name) for name in UNTOLD_MEASURES}
    if measures.area is None and not _is_free(AREA.id, plan):
        said["area"] = None
    return {
        **{f"{name}Units": unit for name, unit in said.items()},
        "conversionFactor": plan.quantities.conversion,
    }


def _is_free(id_: str, plan: Plan) -> bool:
    return all(it.id != id_ for it in plan.quantities.units)


def _needs_area(plan: Plan) -> bool:
    """Whether the unit of areas that checks ask for has to be defined."""
    untold = plan.quantities.measures.area is None and not plan.computes
    return untold and _is_free(AREA.id, plan)


def extent_said(compartment: Compartment | None, plan: Plan) -> dict[str, str | None]:
    """Dimensions and size of a compartment, or of the one for what is nowhere.

    A size of 1 stands for none, and where nothing is computed a unit for unknown dimensions.
    """
    it = compartment or Compartment(id="")
    untold = None if plan.computes and compartment else _untold_unit(it.dimensions)
    return {
        "spatialDimensions": None if it.dimensions is None else str(it.dimensions),
        "size": _size(it, plan),
        "units": it.unit if _is_defined(it.unit, plan) else untold,
        "constant": _yes(it.constant),
    }


def _is_defined(unit: str | None, plan: Plan) -> bool:
    """Whether the file has a unit by this name."""
    return unit in BASE_UNITS or any(it.id == unit for it in plan.quantities.units)


def _untold_unit(dimensions: int | None) -> str | None:
    return None if dimensions else "dimensionless"


def _size(compartment: Compartment, plan: Plan) -> str | None:
    if compartment.size is not None:
        return number(compartment.size) if compartment.dimensions != 0 or compartment.size else None
    given = compartment.dimensions == 0 or compartment.id in plan.given
    return None if given else number(1)


# Amounts and parameters


def amount_said(species: str, plan: Plan) -> dict[str, str | None]:
    """How much of a species there is: 0, where that is not told and nothing gives it."""
    it = plan.amounts.get(species) or Amount(species=species)
    told = it.amount is not None or it.concentration is not None or species in plan.given
    return {
        "initialAmount": _spelled(it.amount) if told else number(0),
        "initialConcentration": _spelled(it.concentration),
        "substanceUnits": it.unit,
        "hasOnlySubstanceUnits": _yes(it.counted),
        "boundaryCondition": _yes(it.boundary or species in plan.held),
        "constant": _yes(it.constant),
        "conversionFactor": it.conversion,
    }


def _parameter(parameter: Parameter) -> str:
    head = {
        "id": parameter.id,
        "name": parameter.name,
        "value": _spelled(parameter.value),
        "units": parameter.unit,
        "constant": _yes(parameter.constant),
    }
    return _element("parameter", parameter, f"parameter.{parameter.id}", head, "")


# Formulas


def _function(function: Function) -> str:
    math = math_said(formula_of(function.formula), INNER, function.arguments)
    head = {"id": function.id, "name": function.name}
    return _element("functionDefinition", function, f"function.{function.id}", head, math)


RULE = {RuleKind.ASSIGNMENT: "assignmentRule", RuleKind.RATE: "rateRule"}


def _rule(rule: Rule) -> str:
    head: dict[str, str | None] = {"variable": rule.variable}
    math = _math(rule.formula, INNER)
    return _element(RULE[rule.kind], rule, f"rule.{rule.variable}", head, math)


def _start(start: Start) -> str:
    head: dict[str, str | None] = {"symbol": start.variable}
    math = _math(start.formula, INNER)
    return _element("initialAssignment", start, f"start.{start.variable}", head, math)


def _balance(balance: Balance, place: int) -> str:
    math = _math(balance.formula, INNER)
    return _element("algebraicRule", balance, f"balance.{place}", {}, math)


def _constraint(constraint: Constraint, place: int) -> str:
    inner = _math(constraint.formula, INNER)
    if constraint.message is not None:
        text = f'<p xmlns="{XHTML}">{escaped(constraint.message)}</p>'
        inner += f"{INNER}<message>{text}</message>\n"
    return _element("constraint", constraint, f"constraint.{place}", {}, inner)


def written_law(law: RateLaw) -> str:
    """The rate law in its reaction."""
    inner = _math(law.formula, DEEP)
    parameters = (_local(it, law.process) for it in law.parameters)
    inner += "".join(listed("listOfLocalParameters", parameters, DEEP))
    return _element("kineticLaw", law, f"law.{law.process}", {}, inner, indent=INNER)


def _local(parameter: Parameter, process: str) -> str:
    head = {
        "id": parameter.id,
        "name": parameter.name,
        "value": _spelled(parameter.value),
        "units": parameter.unit,
    }
    metaid = f"law.{process}.{parameter.id}"
    return _element("localParameter", parameter, metaid, head, "", indent=DEEPEST)


# Events


def _event(event: Event) -> str:
    head: dict[str, str | None] = {
        "id": event.id,
        "name": event.name,
        "useValuesFromTriggerTime": _yes(not event.delayed_values),
    }
    inner = "".join((*_parts(event), *_assignments(event.assignments, event.id)))
    return _element("event", event, f"event.{event.id}", head, inner)


def _parts(event: Event) -> Iterator[str]:
    trigger = {"initialValue": _yes(event.initial), "persistent": _yes(event.persistent)}
    yield closed(
        f"{INNER}<trigger{attributes(trigger)}", _math(event.trigger, DEEP), "trigger", INNER
    )
    for name, formula in (("priority", event.priority), ("delay", event.delay)):
        if formula is not None:
            yield closed(f"{INNER}<{name}", _math(formula, DEEP), name, INNER)


def _assignments(assignments: Iterable[Assignment], event: str) -> Iterator[str]:
    return listed("listOfEventAssignments", (_assignment(it, event) for it in assignments), INNER)


def _assignment(it: Assignment, event: str) -> str:
    head: dict[str, str | None] = {"variable": it.variable}
    math = _math(it.formula, DEEPEST)
    metaid = f"event.{event}.{it.variable}"
    return _element("eventAssignment", it, metaid, head, math, indent=DEEP)
