"""Numbers for a pathway that has none, so that it can be simulated at once: all placeholders.

A process without a rate runs by mass action: a constant of 1 times the amounts of what goes in,
less the same of what comes out if it is reversible; what furthers it makes it faster and what
inhibits it slower, in proportion to 1 and the amount of that. A species without an amount has 1 if
no process makes it, else 0; of species that only make each other, the plainest has 1. What a
pathway tells itself stays as it is: a species that a formula of its own names means what it did,
and one that a formula gives has no amount beside.
"""

import enum
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

import msgspec

from pathport.model.check_formulas import names_in
from pathport.model.enumerations import Effect, Logic
from pathport.model.facts import Facts, facts
from pathport.model.ids import numbered
from pathport.model.parts import Gate, Participant
from pathport.model.pathway import Pathway
from pathport.model.quantities import (
    Amount,
    Measures,
    Parameter,
    RateLaw,
    RuleKind,
    Unit,
    UnitFactor,
)
from pathport.model.references import formulas_of
from pathport.model.things import Control, Process, Species
from pathport.model.units import BASE_UNITS, PLAIN_AREA, PLAIN_MEASURES

__all__ = ["PLACEHOLDER", "Kinetics", "placeholders", "with_kinetics"]


class Kinetics(enum.StrEnum):
    """Which rates processes get that have none."""

    MASS_ACTION = "mass-action"


PLACEHOLDER = "Placeholder: mass action with a constant of 1, supplied where no rate is told."
"""The note on each rate law that is supplied."""
ABOUT = (
    "Placeholders, supplied to simulate at once: rates by mass action where none is told; an amount"
    " of 1 for the species below, of 0 for others without one. "
)
FORWARD, REVERSE = "k", "k_reverse"
LEAST_ORDER = 1.0
"""The least power of an amount in a rate: below 1 its slope at 0 has no end, and no solver starts
there."""

ONE = "1 dimensionless"


def with_kinetics(pathway: Pathway, kinetics: Kinetics | None) -> Pathway:
    """The pathway with rates of this kind and amounts wherever it tells none."""
    if kinetics is None:
        return pathway
    return _Supply(pathway).supplied()


def placeholders(pathway: Pathway, kinetics: Kinetics | None) -> Facts:
    """The facts of the pathway with rates of this kind that are none of its own."""
    if kinetics is None:
        return {}
    told = facts(pathway)
    full = facts(with_kinetics(pathway, kinetics))
    return {place: value for place, value in full.items() if place not in told}


class _Supply:
    """What one pathway lacks for being simulated."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.quantities = pathway.quantities
        told = self.quantities.measures
        defined = {it.id for it in self.quantities.units}
        changes = {
            name: unit
            for name, unit in PLAIN_MEASURES.items()
            if getattr(told, name) is None and unit not in defined
        }
        self.measures: Measures = msgspec.structs.replace(told, **changes)
        self.units: dict[float, str] = {}

    def supplied(self) -> Pathway:
        """The pathway with all that it lacks, and a note that says so."""
        started = self._started()
        amounts = (*self._said.values(), *self._placeholders(started))
        laws = tuple(self._laws())
        quantities = msgspec.structs.replace(
            self.quantities,
            measures=self.measures,
            units=(*self.quantities.units, *self._new_units()),
            amounts=tuple({it.species: it for it in amounts}.values()),
            rate_laws=(*self.quantities.rate_laws, *laws),
        )
        note = ABOUT + ", ".join(sorted(started))
        places = tuple(
            it
            if it.unit is not None or it.dimensions is not None
            else msgspec.structs.replace(it, unit="dimensionless")
            for it in self.pathway.compartments
        )
        return msgspec.structs.replace(
            self.pathway,
            compartments=places,
            quantities=quantities,
            notes=(*self.pathway.notes, note),
        )

    # Amounts

    def _placeholders(self, started: Collection[str]) -> Iterator[Amount]:
        """The amounts of species without one, said beside what else is told of them."""
        for it in self.pathway.species:
            if it.id not in self._told:
                said = self._said.get(it.id) or Amount(
                    species=it.id, counted=it.id not in self._concentrated
                )
                amount = 1.0 if it.id in started else 0.0
                yield msgspec.structs.replace(said, amount=amount)

    def _started(self) -> set[str]:
        """The species without an amount that are there at the start."""
        making = _Making(self.pathway.processes)
        for species in self.pathway.species:
            if species.id not in making.made or species.id in self._told:
                making.reach(species.id)
        started = {it.id for it in self.pathway.species if it.id in making.reached}
        started -= making.made | self._told
        for species in sorted(self.pathway.species, key=_plainness):
            if species.id not in making.reached:
                started.add(species.id)
                making.reach(species.id)
        return started

    @cached_property
    def _said(self) -> Mapping[str, Amount]:
        return {it.species: it for it in self.quantities.amounts}

    @cached_property
    def _told(self) -> set[str]:
        """The species whose amount at the start is told, or given by a formula."""
        given = {it.variable for it in self.quantities.starts}
        given.update(it.variable for it in self.quantities.rules if it.kind is RuleKind.ASSIGNMENT)
        return given.union(
            it.species
            for it in self.quantities.amounts
            if it.amount is not None or it.concentration is not None
        )

    @cached_property
    def _concentrated(self) -> set[str]:
        """The species whose names mean concentrations: in formulas of the pathway's own they do,
        where it does not say otherwise.
        """
        named = {it for text in formulas_of(self.quantities) for it in names_in(text)}
        said = self._said.values()
        return (named - self._said.keys()).union(it.species for it in said if not it.counted)

    # Rates

    def _laws(self) -> Iterator[RateLaw]:
        told = {it.process for it in self.quantities.rate_laws}
        controls: dict[str, list[Control]] = defaultdict(list)
        for control in self.pathway.controls:
            controls[control.target or ""].append(control)
        for process in self.pathway.processes:
            if process.id not in told and (process.inputs or process.outputs):
                yield self._law(process, controls[process.id])

    def _law(self, process: Process, controls: Iterable[Control]) -> RateLaw:
        sides = [process.inputs, process.outputs] if process.reversible else [process.inputs]
        named = {it.species for it in (*process.inputs, *process.outputs)}
        named.update(species for it in controls for species in it.sources.species())
        named.update(self._places.values())
        names = numbered({"1": FORWARD, "2": REVERSE}, named)
        parameters = []
        terms = []
        for name, side in zip(names.values(), sides, strict=False):
            order = float(sum(map(_order, side)))
            parameters.append(Parameter(id=name, value=1.0, unit=self._unit(order)))
            terms.append(" * ".join((name, *map(self._power, side))))
        formula = " - ".join(terms)
        factors = list(self._controlled(controls))
        if factors:
            formula = " * ".join((f"({formula})", *factors))
        return RateLaw(
            process=process.id,
            formula=formula,
            parameters=tuple(parameters),
            notes=(PLACEHOLDER,),
        )

    def _power(self, part: Participant) -> str:
        amount, order = self._amount(part.species), _order(part)
        return amount if order == 1 else f"({amount})^{order!r}"

    def _amount(self, species: str) -> str:
        """The formula of a species' amount: itself, or where it is a concentration, by size."""
        place = self._places.get(species)
        return species if place is None else f"{species} * {place}"

    @cached_property
    def _places(self) -> Mapping[str, str]:
        """The compartments of species whose names mean concentrations."""
        points = {it.id for it in self.pathway.compartments if it.dimensions == 0}
        return {
            it.id: it.compartment
            for it in self.pathway.species
            if it.id in self._concentrated and it.compartment and it.compartment not in points
        }

    # Controls

    def _controlled(self, controls: Iterable[Control]) -> Iterator[str]:
        """The factors that a process's controls give its rate: none stops it, none is needed."""
        for control in controls:
            strength = self._strength(control.sources)
            if strength is None:
                continue
            if control.effect is Effect.INHIBITION:
                yield f"({ONE} / ({ONE} + {strength}))"
            elif control.effect is not Effect.MODULATION:
                yield f"({ONE} + {strength})"

    def _strength(self, gate: Gate) -> str | None:
        """How much of a gate's sources there is, without a unit: products for and, sums for or."""
        one = f"1 {self.measures.substance}"
        inner = [f"({self._amount(it)} / ({one}))" for it in gate.inputs]
        inner += [f"({found})" for it in gate.gates if (found := self._strength(it)) is not None]
        if not inner:
            return None
        if gate.logic is Logic.NOT:
            return f"{ONE} / ({ONE} + {inner[0]})"
        return (" + " if gate.logic is Logic.OR else " * ").join(inner)

    # Units

    def _unit(self, order: float) -> str:
        """The unit of a constant for so many amounts: extent by time and the amounts."""
        if order not in self.units:
            taken = (*BASE_UNITS, *(it.id for it in self.quantities.units), *self.units.values())
            self.units[order] = numbered({"": "k_unit"}, taken)[""]
        return self.units[order]

    def _new_units(self) -> Iterator[Unit]:
        measures = self.measures
        if measures.area == PLAIN_AREA.id and self.quantities.measures.area is None:
            yield PLAIN_AREA
        for order, name in self.units.items():
            factors = (
                *self._factors(measures.extent, 1),
                *self._factors(measures.substance, -order),
                *self._factors(measures.time, -1),
            )
            yield Unit(id=name, name=f"for {order:g} amounts", factors=factors)

    def _factors(self, unit: str | None, power: float) -> Iterator[UnitFactor]:
        known = {it.id: it for it in self.quantities.units}.get(unit or "")
        factors = known.factors if known else (UnitFactor(kind=unit or "dimensionless"),)
        for it in factors:
            yield msgspec.structs.replace(it, exponent=it.exponent * power)


class _Making:
    """Which species processes can make out of those that are there."""

    def __init__(self, processes: Iterable[Process]) -> None:
        self.reached: set[str] = set()
        self.lacking: list[set[str]] = []
        self.outcome: list[list[str]] = []
        self.uses: dict[str, list[int]] = defaultdict(list)
        ways = [(it.inputs, it.outputs) for it in processes]
        ways += [(it.outputs, it.inputs) for it in processes if it.reversible]
        for before, after in ways:
            self._add({it.species for it in before}, [it.species for it in after])
        self.made = {species for outcome in self.outcome for species in outcome}
        for number, lacking in enumerate(self.lacking):
            if not lacking:
                self._reach_all(self.outcome[number])

    def _add(self, before: set[str], after: list[str]) -> None:
        for species in before:
            self.uses[species].append(len(self.lacking))
        self.lacking.append(before)
        self.outcome.append(after)

    def reach(self, species: str) -> None:
        """Says that a species is there, and so is what can be made with it."""
        self._reach_all([species])

    def _reach_all(self, waiting: list[str]) -> None:
        waiting = list(waiting)
        while waiting:
            species = waiting.pop()
            if species in self.reached:
                continue
            self.reached.add(species)
            for number in self.uses[species]:
                self.lacking[number].discard(species)
                if not self.lacking[number]:
                    waiting += self.outcome[number]


def _order(part: Participant) -> float:
    """The power of a participant's amount in a rate: its coefficient, but not below 1."""
    return max(part.coefficient, LEAST_ORDER)


def _plainness(species: Species) -> tuple[int, bool, int, str]:
    """Orders species: the least modified first, then those of more parts, then by id."""
    states = [species.state, *(it.state for it in species.components)]
    modified = sum(len(state.modifications) for state in states)
    active = any(state.activity is not None for state in states)
    return modified, active, -len(species.components), species.id
