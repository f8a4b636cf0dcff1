"""Trains: main substrate, process and main product in a row, as one block that stays together.

A block is laid out about the centre line of its row, from its left edge. A small compartment is a
block of the trains in it, with a frame around them.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pathport.layout.graph import Graph, Node
from pathport.layout.text import text_width, wrapped
from pathport.layout.zones import Zone, Zones

__all__ = ["ABOVE", "ASIDE", "FRAME_TEXT", "LINE", "Block", "Frame", "blocks_of", "place_members"]

GAP = 20
"""From a box to its process: room for an arrowhead."""
ASIDE = 6
"""From the text of a cofactor to what is beside it."""
ABOVE = 13
"""From the centre line up to the text of a cofactor, or down where it is inside a membrane."""
LINE = 11
"""The height of a line of cofactors."""
BETWEEN = 26
PAD = 12
FRAME_TEXT = 10
LABEL_WIDTH = 74
LONGEST = 1000
"""A train longer than this is cut."""


@dataclass(slots=True, eq=False)
class Frame:
    """The frame of a small compartment inside a block."""

    compartment: str
    label: list[str]
    left: float
    right: float
    up: float
    down: float


@dataclass(slots=True, eq=False)
class Block:
    """Nodes in a row that keep their distances."""

    zone: Zone
    trains: list[list[Node]]
    frame: str | None = None
    inner: list["Block"] = field(default_factory=list)
    number: int = 0
    row: int = 0
    component: int = 0
    width: float = 0
    up: float = 0
    down: float = 0
    centres: dict[int, float] = field(default_factory=dict)
    """Of each node, by number, the centre from the left edge."""
    frames: list[Frame] = field(default_factory=list)

    def nodes(self) -> list[Node]:
        """All nodes in it, from left to right."""
        own = [node for train in self.trains for node in train]
        return own + [node for block in self.inner for node in block.nodes()]


def blocks_of(graph: Graph, zones: Zones) -> list[Block]:
    """The blocks of a graph, without places."""
    framed: defaultdict[str, list[list[Node]]] = defaultdict(list)
    blocks = []
    for train in _trains(graph):
        frame = train[0].frame
        if frame is None:
            blocks.append(Block(train[0].zone, [train]))
        else:
            framed[frame].append(train)
    outermost = sorted({zones.outermost(each) for each in framed})
    blocks += [_framed(frame, framed, zones) for frame in outermost]
    for number, block in enumerate(blocks):
        block.number = number
    return blocks


def _framed(frame: str, framed: dict[str, list[list[Node]]], zones: Zones) -> Block:
    inside = [each for each, around in zones.frame_of.items() if around == frame]
    inner = [_framed(each, framed, zones) for each in sorted(inside)]
    trains = framed.get(frame, [])
    compartment = zones.compartments[frame]
    band = next(it for it in zones.bands if zones.compartments[zones.outermost(frame)] in it.frames)
    zone = zones.framed_zone(band)
    block = Block(zone, trains, frame, [each for each in inner if each.nodes()])
    block.frames = [Frame(compartment.id, _label(compartment.name or frame), 0, 0, 0, 0)]
    return block


def _label(text: str) -> list[str]:
    return wrapped(text, FRAME_TEXT, LABEL_WIDTH, lines=3)


def _trains(graph: Graph) -> list[list[Node]]:
    """Every node in exactly one train."""
    right: dict[int, Node] = {}
    left: dict[int, Node] = {}
    train_of = {node.number: [node] for node in graph.nodes}
    for before, process, after in graph.trains:
        for first, second in ((before, process), (process, after)):
            ours, theirs = train_of[first.number], train_of[second.number]
            apart = ours is not theirs and _alike(first, second)
            free = first.number not in right and second.number not in left
            long = sum(node.width + 2 * GAP for node in (*ours, *theirs)) > LONGEST
            if apart and free and not long:
                right[first.number], left[second.number] = second, first
                ours.extend(theirs)
                for node in theirs:
                    train_of[node.number] = ours
    found = {id(train): train for train in (train_of[node.number] for node in graph.nodes)}
    return list(found.values())


def _alike(first: Node, second: Node) -> bool:
    return first.zone == second.zone and first.frame == second.frame


def place_members(block: Block) -> None:
    """Gives a block its extent and its nodes their distances from its left edge."""
    at, up, down = 0.0, 0.0, 0.0
    label = block.frames[0].label if block.frames else []
    if block.frame is not None:
        widths = [text_width(line, FRAME_TEXT, bold=True) for line in label]
        at = 2 * PAD + float(round(max(widths, default=0)))
        up = down = max(PAD, len(label) * 6)
    block.centres.clear()
    for train in block.trains:
        at = _place_train(block, train, at) + BETWEEN
        up = max(up, *(_reach(node, node.up, below=False) for node in train))
        down = max(down, *(_reach(node, node.down, below=True) for node in train))
    for inner in block.inner:
        place_members(inner)
        for number, centre in inner.centres.items():
            block.centres[number] = at + centre
        for frame in inner.frames:
            frame.left, frame.right = frame.left + at, frame.right + at
        at += inner.width + BETWEEN
        up, down = max(up, inner.up), max(down, inner.down)
    at -= BETWEEN
    if block.frame is not None:
        at, up, down = at + PAD, up + PAD, down + PAD
        own = Frame(block.frame, label, 0, at, up, down)
        block.frames = [own, *(frame for inner in block.inner for frame in inner.frames)]
    shift = block.zone.shift
    block.width, block.up, block.down = at, up - shift, down + shift


def _place_train(block: Block, train: Sequence[Node], at: float) -> float:
    previous: Node | None = None
    for node in train:
        needs = _room(node, enters=True)
        if previous is not None:
            at += max(GAP, needs + ASIDE, _room(previous, enters=False) + ASIDE)
        else:
            at += needs
        block.centres[node.number] = at + node.width / 2
        at += node.width
        previous = node
    return at + (_room(previous, enters=False) if previous else 0)


def _room(node: Node, *, enters: bool) -> float:
    """What the cofactors on one side of a process need."""
    widths = [each.width for each in node.cofactors if each.enters is enters]
    return max(widths) + ASIDE if widths else 0


def _reach(node: Node, own: float, *, below: bool) -> float:
    """How far a node reaches above its line, or below, with its cofactors there."""
    columns = Counter(each.enters for each in node.cofactors if each.below is below)
    return max(own, ABOVE + LINE * max(columns.values())) if columns else own
