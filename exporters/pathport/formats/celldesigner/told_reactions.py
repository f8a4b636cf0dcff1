"""What elements of reactions say, before all is known that they refer to: values, no meaning."""

from typing import Any

import msgspec

from pathport.formats.celldesigner.parts import Reaction
from pathport.model.enumerations import ProcessType
from pathport.model.parts import Participant

__all__ = ["ModifierTold", "ReactionTold"]


class ModifierTold(msgspec.Struct, frozen=True, kw_only=True):
    """What an element of a modifier says."""

    species: str
    alias: str
    id: str
    effect: dict[str, Any]
    """Effect and mechanism that SBML's own terms tell."""
    fields: dict[str, Any]
    marks: tuple[tuple[str, int], ...]
    line: int


class ReactionTold(msgspec.Struct, frozen=True, kw_only=True):
    """What an element of a reaction says, before all is known that it refers to."""

    drawn: Reaction
    inputs: tuple[Participant, ...]
    outputs: tuple[Participant, ...]
    listed: tuple[frozenset[str], frozenset[str]]
    """The species that SBML's lists of both sides name, be it with a coefficient of nothing."""
    modifiers: list[ModifierTold]
    sources: list[ModifierTold]
    """What the references of a gate of no known logic to its sources say, but for the first."""
    reversible: bool
    runs: bool
    """Whether it has a rate law."""
    type: ProcessType | None
    """The type that SBML's own term tells."""
    fields: dict[str, Any]

    @property
    def subject(self) -> str:
        """The reaction, as findings name it."""
        return f"reaction {self.drawn.id}"
