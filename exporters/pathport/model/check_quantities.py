"""Whether quantities hold to the rules of the model: names, units, and what gives what.

They are SBML's own rules for what a simulator must know; a formula by itself is the business of
``pathport.model.check_formulas``, what formulas give that of ``pathport.model.check_given``. SBML
Level 3 Version 1 Core, 4.3 to 4.12.
"""

from collections.abc import Iterator

from pathport.model import rules
from pathport.model.check_about import curie_fault
from pathport.model.check_formulas import Names, Scope, formula_faults, is_unit, names_in
from pathport.model.check_given import GivenChecks
from pathport.model.circles import circles
from pathport.model.facts import PATHWAY, Place, nested_key
from pathport.model.faults import Fault, shown
from pathport.model.formula_words import RESERVED, WORDS
from pathport.model.formulas import FormulaError, called, formula_of
from pathport.model.ids import Nearest
from pathport.model.numbers import SID, WITHIN, fault_of, is_name
from pathport.model.pathway import Pathway
from pathport.model.quantities import (
    Amount,
    Function,
    ParticipantSide,
    Quantities,
    Quantity,
)
from pathport.model.units import BASE_UNITS, MEASURED, dimensions_of
from pathport.model.value import content_of, fields_of

__all__ = ["quantity_faults"]

NO_QUANTITIES = Quantities()


def quantity_faults(pathway: Pathway) -> Iterator[Fault]:
    """The faults of a pathway's quantities, and of the units of its compartments."""
    if pathway.quantities == NO_QUANTITIES:
        yield from _compartment_faults(pathway, Scope(Names(()), {}, {}))
        return
    yield from _Checks(pathway).faults()


def _compartment_faults(pathway: Pathway, scope: Scope) -> Iterator[Fault]:
    for it in pathway.compartments:
        place = Place("compartment", it.id, "unit")
        if it.unit is not None and not is_unit(it.unit, scope):
            told = f"no unit is called {shown(it.unit)}"
            yield Fault(rules.UNIT, place, told, rules.UNIT.remedy, it.unit)
        elif it.unit is not None and it.dimensions is not None:
            yield from _size_faults(it.unit, it.dimensions, place, scope)
        if it.dimensions == 0 and not it.constant:
            told = f"compartment {it.id} has no dimensions, and so no size that varies"
            place = Place("compartment", it.id, "constant")
            yield Fault(rules.UNIT, place, told, "leave `constant` out")


def _size_faults(unit: str, dimensions: int, place: Place, scope: Scope) -> Iterator[Fault]:
    found = dimensions_of(unit, scope.units)
    if found and found != {"metre": float(dimensions)}:
        told = f"{shown(unit)} measures no compartment of {dimensions} dimensions"
        yield Fault(rules.UNIT, place, told, rules.UNIT.remedy, unit)


class _Checks(GivenChecks):
    """The checks of one pathway's quantities, kind by kind."""

    def faults(self) -> Iterator[Fault]:
        """All faults, kind by kind."""
        yield from _compartment_faults(self.pathway, self.scope)
        yield from self._names()
        yield from self._units()
        yield from self._functions()
        yield from self._amounts()
        yield from self._coefficients()
        yield from self._rate_laws()
        yield from self.given_faults()
        yield from self._said()

    def _names(self) -> Iterator[Fault]:
        """What is there to be named in formulas has a name that means nothing else there."""
        for field in ("parameters", "coefficients"):
            for item in getattr(self.quantities, field):
                if item.id in WORDS:
                    told = f"{shown(item.id)} means something else in formulas"
                    yield fault_of(rules.FORMULA_NAME, field, item.id, told, remedy="rename it")

    # Units

    def _units(self) -> Iterator[Fault]:
        for unit in self.quantities.units:
            if not SID.fullmatch(unit.id) or unit.id in BASE_UNITS:
                told = f"no unit can be called {shown(unit.id)}"
                yield fault_of(rules.UNIT, "units", unit.id, told, remedy="choose another name")
            for factor in unit.factors:
                if factor.kind not in BASE_UNITS:
                    told = f"{shown(factor.kind)} is no base unit"
                    remedy = Nearest(BASE_UNITS).hint(factor.kind, "name a base unit of SBML")
                    yield fault_of(
                        rules.UNIT, "units", unit.id, told, quoted=factor.kind, remedy=remedy
                    )
        for measure, allowed in MEASURED.items():
            unit_name = getattr(self.quantities.measures, measure)
            if unit_name is None:
                continue
            yield from self.unit(f"measures.{measure}", "", unit_name)
            found = dimensions_of(unit_name, self.scope.units)
            if all(found != it for it in allowed):
                told = f"{shown(unit_name)} is no unit of {measure}"
                yield fault_of(rules.UNIT, f"measures.{measure}", "", told, quoted=unit_name)
        for parameter in self.quantities.parameters:
            yield from self.unit("parameters.unit", parameter.id, parameter.unit)

    # Functions

    def _functions(self) -> Iterator[Fault]:
        edges: dict[str, list[str]] = {}
        for it in self.quantities.functions:
            field = "functions.formula"
            if it.id in RESERVED:
                told = f"{shown(it.id)} is a word of formulas already"
                yield fault_of(rules.FUNCTION, "functions", it.id, told, remedy="rename it")
            if len(set(it.arguments)) < len(it.arguments) or not all(map(is_name, it.arguments)):
                told = f"the arguments of {it.id} are no ids of their own"
                yield fault_of(
                    rules.FUNCTION, "functions.arguments", it.id, told, remedy="rename them"
                )
            for name in sorted(names_in(it.formula) - {*it.arguments}):
                told = f"{shown(name)} is no argument of {it.id}"
                yield fault_of(rules.FUNCTION, field, it.id, told, quoted=name)
            place = Place(PATHWAY, "", WITHIN + field, it.id)
            inner = self.scope._replace(numbers=Names(names_in(it.formula)))
            yield from formula_faults(it.formula, place, inner, truth=None)
            edges[it.id] = _functions_in(it)
        for circle in circles(edges):
            told = f"{circle[0]} calls itself: {' -> '.join(circle)}"
            yield fault_of(rules.FUNCTION, "functions.formula", circle[0], told, quoted=circle[1])

    # Amounts and coefficients

    def _amounts(self) -> Iterator[Fault]:
        places = {it.id: it.compartment for it in self.pathway.species}
        for it in self.quantities.amounts:
            yield from self.unit("amounts.unit", it.species, it.unit)
            yield from self._conversion("amounts.conversion", it.species, it.conversion)
            yield from self._amount(it, at_point=places.get(it.species) in self.points)
            if it.constant and not it.boundary and it.species in self.taking_part:
                told = f"{it.species} is constant, and processes change it"
                yield fault_of(rules.AMOUNT, "amounts.constant", it.species, told)
        yield from self._conversion("conversion", "", self.quantities.conversion)
        on_boundary = {it.species for it in self.quantities.amounts if it.boundary}
        for variable in sorted(self.rules.keys() & (self.taking_part - on_boundary)):
            told = f"{variable} is given by a rule, and processes change it"
            yield fault_of(rules.AMOUNT, "rules", variable, told)

    def _amount(self, it: Amount, *, at_point: bool) -> Iterator[Fault]:
        if it.amount is not None and it.concentration is not None:
            told = f"{it.species} has both an amount and a concentration"
            yield fault_of(rules.AMOUNT, "amounts.concentration", it.species, told)
        if at_point and it.concentration is not None:
            told = f"{it.species} has a concentration, and its compartment no dimensions"
            yield fault_of(rules.AMOUNT, "amounts.concentration", it.species, told)
        if it.unit is not None and is_unit(it.unit, self.scope):
            found = dimensions_of(it.unit, self.scope.units)
            if all(found != allowed for allowed in MEASURED["substance"]):
                told = f"{shown(it.unit)} is no unit of substance"
                yield fault_of(rules.UNIT, "amounts.unit", it.species, told, quoted=it.unit)

    def _conversion(self, field: str, key: str, name: str | None) -> Iterator[Fault]:
        if name is not None and not (name in self.parameters and self.constant[name]):
            told = f"{shown(name)} is no constant parameter"
            yield fault_of(rules.VARIABLE, field, key, told, quoted=name, remedy="name one")

    def _coefficients(self) -> Iterator[Fault]:
        if not self.quantities.coefficients:
            return
        sides = {
            (process.id, side, part.species)
            for process in self.pathway.processes
            for side, parts in (
                (ParticipantSide.INPUT, process.inputs),
                (ParticipantSide.OUTPUT, process.outputs),
            )
            for part in parts
        }
        for it in self.quantities.coefficients:
            at = (it.process, it.side, it.species)
            if at not in sides:
                told = f"{it.species} is no {it.side} of {it.process} that has no name yet"
                yield fault_of(rules.DANGLING, "coefficients", it.id, told)
            sides.discard(at)

    def _rate_laws(self) -> Iterator[Fault]:
        for law in self.quantities.rate_laws:
            own = [it.id for it in law.parameters]
            for parameter in law.parameters:
                field, key = "rate_laws.parameters", nested_key(law.process, parameter.id)
                if not is_name(parameter.id) or own.count(parameter.id) > 1:
                    told = f"{shown(parameter.id)} is no id of a parameter of its own"
                    yield fault_of(rules.ID_FORM, field, key, told, quoted=parameter.id)
                if not parameter.constant:
                    told = f"{parameter.id} is a parameter of one rate law, and so constant"
                    yield fault_of(rules.VARIABLE, f"{field}.constant", key, told)
                yield from self.unit(f"{field}.unit", key, parameter.unit)
            yield from self.formula(law.formula, "rate_laws.formula", law.process, own=own)

    # What is said of quantities beside

    def _said(self) -> Iterator[Fault]:
        for field in fields_of(Quantities):
            for item in getattr(self.quantities, field.name) if field.many else ():
                if isinstance(item, Quantity):
                    own = nested_key(getattr(item, field.keyed.key)) if field.keyed else ""
                    yield from _of_quantity(field.name, own or content_of(item), item)
        for law in self.quantities.rate_laws:
            for parameter in law.parameters:
                key = nested_key(law.process, parameter.id)
                yield from _of_quantity("rate_laws.parameters", key, parameter)
        for event in self.quantities.events:
            for assignment in event.assignments:
                key = nested_key(event.id, assignment.variable)
                yield from _of_quantity("events.assignments", key, assignment)


def _of_quantity(field: str, key: str, item: Quantity) -> Iterator[Fault]:
    told = {"identifiers": [it.id for it in item.identifiers], "references": item.references}
    for part, curies in told.items():
        for curie in curies:
            found = curie_fault(curie, "identifiers")
            if found is not None:
                rule, sentence, remedy = found
                place = f"{field}.{part}"
                yield fault_of(rule, place, key, sentence, quoted=curie, remedy=remedy)
    term = item.term
    if term is not None and (not term.startswith("sbo:") or curie_fault(term, "term")):
        sentence = f"{shown(term)} is no term of SBO"
        yield fault_of(rules.TERM, f"{field}.term", key, sentence, quoted=term)


def _functions_in(function: Function) -> list[str]:
    try:
        return sorted({it.name for it in called(formula_of(function.formula))})
    except FormulaError:
        return []
