"""The numbers of a pathway: what has one, what stays as it is, and what a formula may give.

Checks of quantities ask here, so that they agree.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from pathport.model import rules
from pathport.model.check_formulas import Names, Scope, formula_faults, is_unit
from pathport.model.facts import PATHWAY, Place
from pathport.model.faults import Fault, shown
from pathport.model.formula_words import WORDS
from pathport.model.ids import Nearest
from pathport.model.pathway import Pathway
from pathport.model.quantities import Rule, RuleKind
from pathport.model.units import BASE_UNITS
from pathport.rules import Rule as ModelRule

__all__ = ["SID", "WITHIN", "Numbers", "fault_of", "is_name"]

WITHIN = "quantities."


SID = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def is_name(text: str) -> bool:
    """Whether a formula can name what has this id in a namespace of its own."""
    return SID.fullmatch(text) is not None and text not in WORDS


def fault_of(
    rule: ModelRule, field: str, key: str, told: str, *, quoted: str = "", remedy: str = ""
) -> Fault:
    """A fault of a quantity: in which field, by its key, what is wrong."""
    place = Place(PATHWAY, "", WITHIN + field, key)
    return Fault(rule, place, told, remedy or rule.remedy, quoted or key)


class Numbers:
    """One pathway's quantities, and what its formulas may name and give."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.quantities = pathway.quantities
        functions = {it.id: it for it in self.quantities.functions}
        units = {it.id: it for it in self.quantities.units}
        self.scope = Scope(Names(self.constant.keys()), functions, units)

    @cached_property
    def constant(self) -> Mapping[str, bool]:
        """All that has a number and a name, each with whether it stays as it is."""
        amounts = {it.species: it.constant for it in self.quantities.amounts}
        return {
            **{it.id: it.constant for it in self.pathway.compartments},
            **{it.id: amounts.get(it.id, False) for it in self.pathway.species},
            **{it.id: True for it in self.pathway.processes},
            **{it.id: it.constant for it in self.quantities.parameters},
            **{it.id: it.constant for it in self.quantities.coefficients},
        }

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """The rules by what they give."""
        return {it.variable: it for it in self.quantities.rules}

    @cached_property
    def processes(self) -> frozenset[str]:
        """The processes, whose rates are given by nothing but their laws."""
        return frozenset(it.id for it in self.pathway.processes)

    @cached_property
    def taking_part(self) -> frozenset[str]:
        """The species that processes change."""
        sides = (side for it in self.pathway.processes for side in (it.inputs, it.outputs))
        return frozenset(part.species for side in sides for part in side)

    @cached_property
    def points(self) -> frozenset[str | None]:
        """The compartments that have no dimensions, and so no size."""
        return frozenset(it.id for it in self.pathway.compartments if it.dimensions == 0)

    @cached_property
    def parameters(self) -> frozenset[str]:
        """The parameters."""
        return frozenset(it.id for it in self.quantities.parameters)

    def unit(self, field: str, key: str, name: str | None) -> Iterator[Fault]:
        """The fault of a unit that is not there."""
        if name is not None and not is_unit(name, self.scope):
            remedy = Nearest({*BASE_UNITS, *self.scope.units}).hint(name, rules.UNIT.remedy)
            told = f"no unit is called {shown(name)}"
            yield fault_of(rules.UNIT, field, key, told, quoted=name, remedy=remedy)

    def formula(
        self,
        text: str | None,
        field: str,
        key: str = "",
        *,
        own: Collection[str] = (),
        truth: bool = False,
    ) -> Iterator[Fault]:
        """The faults of a formula in its place, if there is one."""
        if text is not None:
            place = Place(PATHWAY, "", WITHIN + field, key)
            yield from formula_faults(text, place, self.scope, own=own, truth=truth)

    def is_assigned(self, name: str) -> bool:
        """Whether a rule gives this at all times."""
        rule = self.rules.get(name)
        return rule is not None and rule.kind is RuleKind.ASSIGNMENT
