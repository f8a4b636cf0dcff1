"""Whether what formulas give can be given: by one formula each, to what varies, in no circle.

SBML Level 3 Version 1 Core, 4.8 to 4.12.
"""

from collections.abc import Iterator, Sequence

from pathport.model import rules
from pathport.model.check_formulas import names_in
from pathport.model.circles import circles
from pathport.model.facts import nested_key
from pathport.model.faults import Fault, shown
from pathport.model.formula_words import WORDS
from pathport.model.matching import unmatched
from pathport.model.numbers import Numbers, fault_of
from pathport.model.quantities import Event, RuleKind
from pathport.model.value import content_of

__all__ = ["GivenChecks"]

BY_ANY = "is given by a rule, which alone says what it is"


class GivenChecks(Numbers):
    """The checks of what is given by formulas."""

    def given_faults(self) -> Iterator[Fault]:
        """All faults of rules, starts, balances, constraints and events."""
        yield from self._rules()
        yield from self._events()
        yield from self._circles()
        yield from self._left_over()

    def _rules(self) -> Iterator[Fault]:
        for it in self.quantities.rules:
            key = nested_key(it.variable)
            yield from self._variable("rules", it.variable, key)
            yield from self.formula(it.formula, "rules.formula", key)
        for start in self.quantities.starts:
            key = nested_key(start.variable)
            yield from self._variable("starts", start.variable, key, at_start=True)
            yield from self.formula(start.formula, "starts.formula", key)
            if self.is_assigned(start.variable):
                told = f"{shown(start.variable)} {BY_ANY}"
                yield fault_of(rules.VARIABLE, "starts", key, told, quoted=start.variable)
        for balance in self.quantities.balances:
            yield from self.formula(balance.formula, "balances", content_of(balance))
        for constraint in self.quantities.constraints:
            key = content_of(constraint)
            yield from self.formula(constraint.formula, "constraints", key, truth=True)

    def _variable(
        self, field: str, name: str, key: str, *, at_start: bool = False
    ) -> Iterator[Fault]:
        """What is given must have a number that may be given, at any time or at the start."""
        if name not in self.constant or name in self.processes or name in WORDS:
            told = f"nothing that can be given a number is called {shown(name)}"
            remedy = self.scope.numbers.hint(name, rules.FORMULA_NAME.remedy)
            yield fault_of(rules.FORMULA_NAME, field, key, told, quoted=name, remedy=remedy)
        elif self.constant[name] and not at_start:
            told = f"{shown(name)} is constant"
            yield fault_of(rules.VARIABLE, field, key, told, quoted=name)
        elif name in self.points:
            told = f"{shown(name)} has no dimensions, and so no size"
            yield fault_of(rules.VARIABLE, field, key, told, quoted=name)

    def _events(self) -> Iterator[Fault]:
        for event in self.quantities.events:
            yield from self.formula(event.trigger, "events.trigger", event.id, truth=True)
            yield from self.formula(event.delay, "events.delay", event.id)
            yield from self.formula(event.priority, "events.priority", event.id)
            yield from self._assignments(event)

    def _assignments(self, event: Event) -> Iterator[Fault]:
        variables = [it.variable for it in event.assignments]
        for it in event.assignments:
            field, key = "events.assignments", nested_key(event.id, it.variable)
            yield from self._variable(field, it.variable, key)
            yield from self.formula(it.formula, f"{field}.formula", key)
            if self.is_assigned(it.variable):
                told = f"{shown(it.variable)} {BY_ANY}"
                yield fault_of(rules.VARIABLE, field, key, told, quoted=it.variable)
            if variables.count(it.variable) > 1:
                told = f"{event.id} gives {shown(it.variable)} twice"
                yield fault_of(rules.TWICE, field, key, told, quoted=it.variable)

    # What holds between formulas

    def _circles(self) -> Iterator[Fault]:
        """What is given by a formula, and names itself through others, has no value."""
        given: dict[str, tuple[str, str]] = {
            it.variable: ("rules", it.formula)
            for it in self.quantities.rules
            if it.kind is RuleKind.ASSIGNMENT
        }
        given |= {it.variable: ("starts", it.formula) for it in self.quantities.starts}
        edges = {name: sorted(names_in(text)) for name, (_, text) in given.items()}
        for law in self.quantities.rate_laws:
            given[law.process] = ("rate_laws", law.formula)
            own = {it.id for it in law.parameters}
            edges[law.process] = sorted(names_in(law.formula) - own)
        if not any(name in given for names in edges.values() for name in names) and not any(
            it.id in given for it in self.pathway.compartments
        ):
            return
        counted = {it.species for it in self.quantities.amounts if it.counted}
        for species in self.pathway.species:
            if species.compartment in given and species.id not in counted:
                edges.setdefault(species.id, []).append(species.compartment or "")
        for circle in circles(edges):
            name = next(it for it in circle if it in given)
            told = f"{name} comes back to itself: {' -> '.join(circle)}"
            yield fault_of(rules.CYCLE, given[name][0], name, told)

    def _left_over(self) -> Iterator[Fault]:
        """Balances of which nothing that they name is free to make them true."""
        if not self.quantities.balances:
            return
        rates = {it.variable for it in self.quantities.rules if it.kind is RuleKind.RATE}
        on_boundary = {it.species for it in self.quantities.amounts if it.boundary}
        given = rates | (self.taking_part - on_boundary) | self.processes
        free = {name for name, constant in self.constant.items() if not constant} - given
        equations: dict[str, Sequence[str]] = {
            it.variable: (it.variable, *sorted(names_in(it.formula) & free))
            for it in self.quantities.rules
            if it.kind is RuleKind.ASSIGNMENT
        }
        balances = {
            content_of(it): it
            for it in self.quantities.balances
            if not any(self.formula(it.formula, "balances"))
        }
        for key, it in balances.items():
            equations[key] = sorted(names_in(it.formula) & free)
        for key in unmatched(equations):
            if key in balances:
                formula = balances[key].formula
                told = f"nothing is free to make {shown(formula)} 0"
                yield fault_of(rules.VARIABLE, "balances", key, told, quoted=formula)
