"""What CellDesigner's elements say, before it is known what that means: plain values, no elements.

Ids are those of the file; names are as they are shown.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from pathport.formats.celldesigner.geometry import Rect, Spot

__all__ = [
    "Alias",
    "Arm",
    "CompartmentAlias",
    "Gate",
    "Identity",
    "Included",
    "Information",
    "Line",
    "Link",
    "Look",
    "Modification",
    "Reaction",
    "Residue",
    "Tag",
    "Template",
]


class Residue(NamedTuple):
    """A residue, site or region of a template, and where on a box it is."""

    name: str
    angle: float
    kind: str = ""
    """What it is where it is no residue on the outside: a word of ``REGION``."""
    size: float = 0.0
    """How much of the width of a box a region takes, from 0 to 1."""


class Template(msgspec.Struct, frozen=True, kw_only=True):
    """A protein, gene or RNA: what the species of one class refer to."""

    id: str
    of_class: str
    name: str
    type: str
    notes: tuple[str, ...]
    residues: Mapping[str, Residue]
    line: int


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """What a species or a part of a complex is, and in which state."""

    of_class: str
    name: str
    """Of what has no template."""
    reference: str
    """The id of its template."""
    hypothetical: bool
    multimer: int
    """How many of it there are together."""
    residues: tuple[tuple[str, str], ...]
    """Ids of residues with their states."""
    structures: tuple[str, ...]


class Included(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a complex."""

    id: str
    name: str
    whole: str
    """The id of the species or part that it is in."""
    identity: Identity
    members: tuple[str, ...]
    """Of a complex, what it is told to be made of, by identifiers."""
    fields: Mapping[str, Any]
    """What all elements say, less the name."""
    line: int


class Look(NamedTuple):
    """How something is drawn, in CellDesigner's words."""

    fill: str | None = None
    thickness: float | None = None
    size: float | None = None
    colour: str | None = None
    gradient: bool = False
    """Whether the fill fades."""


class Information(NamedTuple):
    """A unit of information on the border of a box."""

    state: str
    prefix: str
    label: str
    angle: float
    """From the right, clockwise."""


class Tag(NamedTuple):
    """A tag beside a box."""

    name: str
    direction: str
    rect: Rect
    look: Look


class Alias(msgspec.Struct, frozen=True, kw_only=True):
    """One of the boxes of a species or of a part of a complex."""

    id: str
    species: str
    inside: str
    """The alias of the complex that it is in."""
    active: bool
    rect: Rect
    view: str
    look: Look
    line: int
    information: Information | None = None
    tags: tuple[Tag, ...] = ()
    structure_at: float | None = None
    """The angle of its structural state on its border, as that of a residue."""


class CompartmentAlias(msgspec.Struct, frozen=True, kw_only=True):
    """One of the frames of a compartment."""

    id: str
    compartment: str
    of_class: str
    rect: Rect | None
    point: Spot | None
    """Of one that reaches to the edge of the canvas."""
    name_at: Spot | None
    look: Look
    line: int
    outer: float | None = None
    """How thick the outer one of its two lines is."""
    inner: float | None = None
    information: Information | None = None


# Reactions


class Link(NamedTuple):
    """An end of a line: a species, its box, and where on that."""

    species: str
    alias: str
    at: Spot | None = None


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a reaction: bends in axes of its own, policy, the segment of its process."""

    points: tuple[Spot, ...] = ()
    counts: tuple[int, int, int] | None = None
    """Of a line with a junction: how many of the points are bends of each arm."""
    square: bool = False
    directions: tuple[tuple[str, ...], ...] = ()
    """Of its segments, arm by arm."""
    segment: int | None = None
    curved: bool = False
    look: Look = Look()
    subject: str = ""
    number: int = 0
    """The reaction that it is of, and where in the file it begins."""


class Arm(NamedTuple):
    """A further participant of a reaction: its link, its line, and where that ends."""

    link: Link
    line: Line
    is_input: bool


class Modification(msgspec.Struct, frozen=True, kw_only=True):
    """A line from what modifies a reaction, or from a gate that joins such."""

    type: str
    effect: str
    """The type of what a gate does; empty of one that is no gate."""
    links: tuple[Link, ...]
    place: int | None
    """Where on the square of the process it ends."""
    line: Line
    number: int
    """The line in the file."""


class Gate(msgspec.Struct, frozen=True, kw_only=True):
    """A modification or influence that joins several, with the lines of those."""

    whole: Modification
    members: tuple[Modification, ...]
    inner: tuple[Modification, ...] = ()
    """Gates that act on this one: what they join is among its links."""


class Reaction(msgspec.Struct, frozen=True, kw_only=True):
    """What the extension of a reaction says."""

    id: str
    type: str
    starts: tuple[Link, ...]
    ends: tuple[Link, ...]
    arms: tuple[Arm, ...]
    line: Line
    modifications: tuple[Modification | Gate, ...]
    members: tuple[Modification, ...]
    """Of a gate straight to a species."""
    number: int
