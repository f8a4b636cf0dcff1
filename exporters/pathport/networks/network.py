"""Nodes and edges with columns: what a network is, whatever it was derived by."""

import enum
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

__all__ = ["Cell", "Complexes", "Edge", "Interaction", "Network", "Node", "Sign", "View"]

Cell = str | int | float | bool | tuple[str, ...]
"""What may stand in a column."""

EMPTY: Mapping[str, Cell] = MappingProxyType({})


class View(enum.StrEnum):
    """What the nodes of a network are."""

    PROCESS = "process"
    """Species and what happens to them."""
    INFLUENCE = "influence"
    """Molecules that act on molecules."""


class Complexes(enum.StrEnum):
    """What becomes of complexes and sets in a view of influences."""

    WHOLE = "whole"
    """Each is a node."""
    PARTS = "parts"
    """Each stands for its parts."""


class Sign(enum.IntEnum):
    """What more of the source means for the target."""

    POSITIVE = 1
    NEGATIVE = -1
    UNKNOWN = 0

    def __mul__(self, other: int) -> "Sign":
        """The sign of one influence that goes through another."""
        return Sign(int(self) * int(other))


class Interaction(enum.StrEnum):
    """What an edge says (SBGN activity flow, section 2.4; what has no direction: PSI-MI)."""

    POSITIVE = "positive influence"
    NEGATIVE = "negative influence"
    UNKNOWN = "unknown influence"
    BINDING = "binding"
    ASSOCIATION = "association"


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A node; ``type`` is a word of the model (`protein`, `complex`, `phenotype`, ...)."""

    id: str
    name: str
    type: str
    columns: Mapping[str, Cell] = EMPTY
    parent: str | None = None
    """The group that it is in."""


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """An edge between the nodes of these ids."""

    source: str
    target: str
    interaction: str
    directed: bool = True
    columns: Mapping[str, Cell] = EMPTY
    own_id: str | None = None
    """The id of the thing that the edge is, where it is one."""

    @property
    def id(self) -> str:
        """An id that no other node or edge has, and an NMTOKEN (XML 1.0, 2.3)."""
        word = self.interaction.replace(" ", "_")
        return self.own_id or f"{self.source}.{word}.{self.target}"

    @property
    def shared_name(self) -> str:
        """What Cytoscape calls an edge, and finds the row of a table by."""
        return f"{self.source} ({self.interaction}) {self.target}"


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """A network, its parts in an order that only the pathway decides."""

    name: str
    columns: Mapping[str, Cell] = EMPTY
    groups: tuple[Node, ...] = ()
    """Compartments, for formats that have nodes in nodes."""
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
