"""What is drawn of reactions: arms, junctions, gates and squares as values, on the canvas.

How they come to be is the business of ``ends``, ``drawn_processes`` and ``drawn_controls``; how
they are told in a file that of the writer.
"""

import msgspec

from pathport.formats.celldesigner.geometry import Joints, Rect, Spot, Square
from pathport.model.layout import Connector, Style

__all__ = ["Arm", "Member", "Modification", "Reaction", "Reduced", "Void"]


class Void(msgspec.Struct, frozen=True):
    """An empty side: the species and alias that draw it."""

    species: str
    alias: str
    rect: Rect
    compartment: str | None = None
    """The compartment in whose frame it is drawn: no process tells where it has an empty side."""
    name: str = ""
    """What it is called; nothing where it is called as the species is."""
    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    style: Style = Style()


class Arm(msgspec.Struct, frozen=True, kw_only=True):
    """A line from an alias, or to it: the place where it touches that, and its bends on the way.

    Bends are in the order from the alias on.
    """

    alias: str
    species: str
    centre: Spot
    """Of the alias."""
    spot: Spot
    anchor: Spot | None = None
    bends: tuple[Spot, ...] = ()
    part: tuple[str, str] = ("", "")
    """The part of the species' complex that it is drawn to, and its alias, if it is to one."""
    way: str = ""
    """The id of the way that tells it, or nothing."""
    coefficient: float = 1
    connector: Connector = Connector.STRAIGHT
    style: Style = Style()

    @property
    def drawn(self) -> tuple[str, str]:
        """What it is drawn to: the species, or a part of it, and the alias."""
        return self.part if self.part[0] else (self.species, self.alias)


class Modification(msgspec.Struct, frozen=True, kw_only=True):
    """A control of a process that one alias exerts, or a gate."""

    control: str
    word: str
    arm: Arm
    place: int
    """The place on the square of the process."""
    is_drawn: bool = True
    """Whether there is a line; a layout that draws the process may draw nothing for it."""


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A gate of several aliases; its own line is the bends from it to what it acts on."""

    control: str
    gate: str
    word: str
    spot: Spot
    bends: tuple[Spot, ...]
    place: int
    members: tuple[Arm, ...]
    controls: tuple[str, ...] = ()
    """Of a gate of no known logic, the control that each member is; the first has the gate."""
    connector: Connector = Connector.STRAIGHT
    style: Style = Style()


class Reaction(msgspec.Struct, frozen=True, kw_only=True):
    """The line of a process."""

    process: str
    word: str
    inputs: tuple[Arm, ...]
    """The base reactants."""
    outputs: tuple[Arm, ...]
    """The base products."""
    segment: int
    """On which the square is: of the line, or of the third arm from the junction on."""
    square: Square
    junction: Spot | None = None
    taken: tuple[Arm, ...] = ()
    """Further reactants."""
    made: tuple[Arm, ...] = ()
    """Further products."""
    controls: tuple[Modification | Member, ...] = ()
    connector: Connector = Connector.STRAIGHT
    style: Style = Style()

    @property
    def bends(self) -> tuple[Spot, ...]:
        """Of a line without a junction, its bends from the reactant to the product."""
        return (*self.inputs[0].bends, *reversed(self.outputs[0].bends))


class Reduced(msgspec.Struct, frozen=True, kw_only=True):
    """An influence: one arm from its source, or a gate."""

    control: str
    word: str
    target: Arm
    source: Arm | None = None
    gate: Member | None = None
    joints: Joints = Joints((0.0, 0.0), (), ())
    """Where what acts on it ends."""
    controls: tuple[Modification | Member, ...] = ()
    style: Style = Style()
