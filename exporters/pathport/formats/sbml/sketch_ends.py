"""What takes part in a reaction, as SBML's layout package draws it: with which role and look.

SBML Level 3 Layout Version 1, 3.12.
"""

from collections.abc import Mapping

import msgspec

from pathport.formats.sbml.dress import ARROW_LINE, LINE, line_of, token
from pathport.formats.sbml.layout_terms import INPUT, MODIFIER, OUTPUT, ROLE, SIDE, UNDEFINED
from pathport.formats.sbml.plan import Plan
from pathport.model.enumerations import Effect
from pathport.model.quantities import ParticipantSide
from pathport.model.things import Association, Control, Process

__all__ = ["End", "Ends"]


class End(msgspec.Struct, frozen=True):
    """What takes part in a reaction: species, role, the element that says so, whose way it has."""

    species: str
    role: str
    reference: str | None
    way_of: str
    look: str = LINE

    @property
    def is_modifier(self) -> bool:
        """Whether it is on neither side, and changes what happens."""
        return SIDE.get(self.role) == MODIFIER

    @property
    def goes_out(self) -> bool:
        """Whether it comes out of the reaction."""
        return SIDE.get(self.role) == OUTPUT


class Ends:
    """What takes part in the reactions of a pathway."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def of_process(self, process: Process) -> list[End]:
        """Its inputs, its outputs, what it reads, and the sources of its controls."""
        sides = (ParticipantSide.INPUT, process.inputs), (ParticipantSide.OUTPUT, process.outputs)
        ends = [
            self._participant(process.id, side, it.species)
            for side, participants in sides
            for it in participants
        ]
        if process.reversible:
            ends = [msgspec.structs.replace(it, look=ARROW_LINE) for it in ends]
        if process.template is not None:
            look = token(Effect.NECESSARY_STIMULATION)
            named = self.plan.sources[process.id]
            ends.append(End(process.template, MODIFIER, named, process.id, look))
        for control in self.plan.modifiers.get(process.id, ()):
            ends += self._sources(control, self.plan.modifier_ids(control))
        helpers = self.plan.helpers.get(process.id, {})
        return [*ends, *(End(species, MODIFIER, id_, id_) for species, id_ in helpers.items())]

    def of_influence(self, control: Control) -> list[End]:
        """Its sources and its target."""
        told = self.plan.source_ids(control)
        target = self._participant(control.id, ParticipantSide.OUTPUT, control.target or "")
        bare = line_of(control.effect)
        sources = (msgspec.structs.replace(it, look=bare) for it in self._sources(control, told))
        return [*sources, msgspec.structs.replace(target, look=token(control.effect))]

    def of_association(self, association: Association) -> list[End]:
        """What takes part in it, on no side."""
        return [
            msgspec.structs.replace(
                self._participant(association.id, ParticipantSide.INPUT, it.species),
                role=UNDEFINED,
                look=LINE,
            )
            for it in association.participants
        ]

    def _participant(self, reaction: str, side: ParticipantSide, species: str) -> End:
        role = INPUT if side is ParticipantSide.INPUT else OUTPUT
        look = LINE if role == INPUT else ARROW_LINE
        return End(species, role, self.plan.references[reaction, side, species], reaction, look)

    def _sources(self, control: Control, ids: Mapping[str, str]) -> list[End]:
        role, look = ROLE[control.effect], token(control.effect)
        return [End(species, role, id_, control.id, look) for species, id_ in ids.items()]
