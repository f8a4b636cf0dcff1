"""The lines of a diagram: what each reaction takes from and makes, and through which points.

Points are on the canvas here; how they are told in a file is the business of ``geometry`` and of
the writer.
"""

from collections.abc import Iterable
from functools import cached_property

import msgspec

from pathport.formats.celldesigner.aliases import Aliases
from pathport.formats.celldesigner.drawn import Reaction, Reduced, Void
from pathport.formats.celldesigner.drawn_controls import DrawnControls
from pathport.formats.celldesigner.drawn_processes import DrawnProcess
from pathport.formats.celldesigner.ends import Ends
from pathport.formats.celldesigner.naming import Naming
from pathport.formats.sbml.plan import Plan
from pathport.model.things import Process

__all__ = ["Lines"]


class Lines:
    """The lines of a pathway whose boxes all have places."""

    def __init__(self, plan: Plan, aliases: Aliases, naming: Naming) -> None:
        self.plan = plan
        self.ends = Ends(plan, aliases, naming)
        self.controls = DrawnControls(self.ends)

    @property
    def voids(self) -> Iterable[Void]:
        """The empty sides of all reactions."""
        return self.ends.voids

    @cached_property
    def processes(self) -> tuple[Process, ...]:
        """The processes that are reactions."""
        return tuple(
            it for it in self.plan.pathway.processes if it.inputs or it.outputs or it.template
        )

    @cached_property
    def reactions(self) -> tuple[Reaction, ...]:
        """A line for each process that has participants or reads something."""
        lines = (DrawnProcess(self.ends, it).reaction() for it in self.processes)
        return tuple(
            msgspec.structs.replace(it, controls=self.controls.modifications(it.process, it.square))
            for it in lines
        )

    @cached_property
    def influences(self) -> tuple[Reduced, ...]:
        """A line for each influence, or for several that one gate joins."""
        there = self.plan.influences
        found = [it for whole in there for it in self.ends.parts_of(whole.id)]
        return tuple(self.controls.influences(found))
