"""What is drawn of a pathway as a graph: nodes, and nets of the lines between them, without places.

An extent is about the centre line of the row that a node will stand in. Which nodes and nets a
pathway has is the business of ``pathport.layout.building``.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pathport.layout.heads import BACK, head_of
from pathport.layout.picture import GlyphKind, LineRole, Part
from pathport.layout.zones import Zone
from pathport.looks.signs import ROUND
from pathport.model.enumerations import Kind

__all__ = ["Cofactor", "Graph", "Link", "Net", "Node", "converged"]

CONVERGING = 3
"""So many lines of one effect to one node come together before it and have one head."""
SLOPES: Mapping[str, float] = {
    Kind.PHENOTYPE: 7.0,
    Kind.PATHWAY: 7.0,
    Kind.RNA: 6.0,
    Kind.SMALL_MOLECULE: 6.0,
    Kind.ION: 6.0,
    Kind.UNKNOWN: 6.0,
}
"""Of boxes whose corners are cut or round, by kind of molecule."""
TWICE = 2.5
"""Of a box with a second outline, which is so far aside of the first."""
CURVES: Mapping[str, float] = {
    **dict.fromkeys(ROUND, 3.0),
    GlyphKind.VOID: 2.0,
}
"""The same of a circle, by the type of a process or the kind of a glyph: only its middle is one."""


@dataclass(slots=True, eq=False)
class Cofactor:
    """A small molecule that is text at the side of one process."""

    id: str
    species: str
    text: str
    width: float
    coefficient: float
    enters: bool
    tip: str
    below: bool = False
    """Whether it is inside the membrane that its process spans, which is below the row."""


@dataclass(slots=True, eq=False)
class Node:
    """A glyph with its extent about the centre line of its row."""

    id: str
    kind: GlyphKind
    thing: str
    width: float
    up: float
    down: float
    zone: Zone
    frame: str | None = None
    module: str | None = None
    text: str = ""
    tip: str = ""
    type: str = ""
    parts: tuple[Part, ...] = ()
    margin: float = 0
    clone: bool = False
    certainty: str | None = None
    cofactors: list[Cofactor] = field(default_factory=list)
    number: int = 0
    least: float = 0
    """The width that its text needs."""

    @property
    def slope(self) -> float:
        """How much of its upper and lower side is no place for a line, at each end."""
        if self.kind is GlyphKind.SPECIES:
            return max(SLOPES.get(self.type, 0.0), TWICE if self._is_twice() else 0.0)
        return CURVES.get(self.type or self.kind, 0.0)

    def _is_twice(self) -> bool:
        """Whether its upper or lower side is that of several of one, with a second outline."""
        return any(part.count > 1 for part in (*self.parts[:1], *self.parts[-1:]))


@dataclass(slots=True, eq=False)
class Link:
    """A line of a net, to one node."""

    of: str
    target: Node
    coefficient: float = 1
    reversible: bool = False
    certainty: str | None = None


@dataclass(slots=True, eq=False)
class Net:
    """Lines of one kind from one node; or to one, where ``converges`` says so."""

    source: Node
    role: LineRole
    effect: str | None
    links: list[Link] = field(default_factory=list)
    converges: bool = False

    def head(self, *, at_source: bool) -> str:
        """What its lines have at its node, or at each of the others."""
        if at_source is self.converges:
            return head_of(self.role, self.effect)
        return BACK if at_source and any(link.reversible for link in self.links) else ""


@dataclass(slots=True)
class Graph:
    """Nodes and nets, and of each process what it mainly takes and gives."""

    nodes: list[Node]
    nets: list[Net]
    trains: list[tuple[Node, Node, Node]]
    """For each process: main substrate, process, main product."""


def converged(nets: Iterable[Net]) -> list[Net]:
    """The nets, those that only lead to one node with others of their effect made one."""
    kept: list[Net] = []
    towards: defaultdict[tuple[int, str | None], list[Net]] = defaultdict(list)
    for net in nets:
        if net.role is LineRole.CONTROL and len(net.links) == 1:
            towards[net.links[0].target.number, net.effect].append(net)
        else:
            kept.append(net)
    for found in towards.values():
        if len(found) < CONVERGING:
            kept += found
            continue
        joint = Net(found[0].links[0].target, LineRole.CONTROL, found[0].effect, converges=True)
        for net in found:
            link = net.links[0]
            joint.links.append(Link(link.of, net.source, certainty=link.certainty))
        kept.append(joint)
    return kept
