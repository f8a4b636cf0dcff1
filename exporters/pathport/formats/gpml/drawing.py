"""What is drawn on a canvas of GPML, in whatever version: nodes, states, groups, lines, labels.

A drawing holds the words of its version (``mim-conversion``, ``Metabolite``) and numbers of the
canvas; what it means is the business of ``reading``, how a pathway is drawn that of ``depicting``,
how a version spells it that of ``parse`` and ``text``. GPML 2013a and 2021, elements of Pathway.
"""

from typing import NamedTuple

import msgspec

from pathport.layout.geometry import Rect
from pathport.model.layout import Connector, Style

__all__ = [
    "Anchor",
    "Author",
    "Drawing",
    "Drawn",
    "Group",
    "Joint",
    "Label",
    "Line",
    "Loss",
    "Node",
    "Note",
    "Reference",
    "Shape",
    "State",
    "Tag",
    "Xref",
]


class Xref(NamedTuple):
    """A cross reference in the words of the version; empty where there is none."""

    database: str = ""
    id: str = ""


class Note(NamedTuple):
    """A comment, and the program or person that it is from."""

    text: str
    source: str = ""


class Loss(NamedTuple):
    """What a file says that has no place in a drawing."""

    what: str
    line: int
    subject: str


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """What every drawn thing has; ``line`` is where it begins in its file, ``marks`` are records.

    ``refs`` are the ids of references, ``tags`` and ``codes`` those of annotations and evidence.
    """

    id: str
    line: int = 0
    notes: tuple[Note, ...] = ()
    refs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    group: str = ""
    """The id of the group that it is in."""

    @property
    def subject(self) -> str:
        """Its element and id, as findings name it."""
        return f"{type(self).__name__} {self.id}"


class Node(Drawn, frozen=True, kw_only=True):
    """A DataNode: its text, what kind of thing it is, where it is, what identifies it."""

    label: str
    type: str
    rect: Rect
    style: Style = Style()
    xref: Xref = Xref()


class State(Drawn, frozen=True, kw_only=True):
    """What is told of the state of a node, by a mark on its border."""

    label: str
    node: str
    x: float
    """The centre from that of the node, in halves of its width."""
    y: float
    width: float
    height: float
    style: Style = Style()
    xref: Xref = Xref()


class Group(Drawn, frozen=True, kw_only=True):
    """Things that are drawn together; a version without positions of groups has no ``rect``."""

    label: str = ""
    type: str = ""
    rect: Rect | None = None
    style: Style = Style()
    xref: Xref = Xref()


class Joint(msgspec.Struct, frozen=True, kw_only=True):
    """A point of a line, and what it is attached to; only the first and last have a head."""

    x: float
    y: float
    on: str = ""
    at: tuple[float, float] | None = None
    """From the centre of what it is attached to, in halves of its width and height."""
    head: str = ""
    id: str = ""


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """A place on a line that others are attached to, from 0 to 1."""

    id: str
    position: float


class Line(Drawn, frozen=True, kw_only=True):
    """A line through two points or more; without biology it is ``graphical``."""

    joints: tuple[Joint, ...]
    graphical: bool = False
    anchors: tuple[Anchor, ...] = ()
    connector: Connector = Connector.STRAIGHT
    style: Style = Style()
    xref: Xref = Xref()

    @property
    def subject(self) -> str:
        """Its element and id, as findings name it."""
        return f"{'GraphicalLine' if self.graphical else 'Interaction'} {self.id}"


class Label(Drawn, frozen=True, kw_only=True):
    """A text on the canvas."""

    label: str
    rect: Rect
    href: str = ""
    style: Style = Style()


class Shape(Drawn, frozen=True, kw_only=True):
    """A shape on the canvas; ``component`` names the cellular component that it is."""

    label: str = ""
    rect: Rect
    component: str = ""
    style: Style = Style()


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A publication, as far as the file tells of it."""

    id: str
    xref: Xref
    title: str = ""
    journal: str = ""
    year: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    line: int = 0


class Tag(msgspec.Struct, frozen=True, kw_only=True):
    """A term of an ontology that the pathway, or a thing on it, is tagged with."""

    id: str
    xref: Xref
    term: str = ""
    ontology: str = ""
    line: int = 0


class Author(NamedTuple):
    """Who made the pathway."""

    name: str
    xref: Xref = Xref()


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """All that a file draws, and what it says of the pathway as a whole."""

    title: str = ""
    organism: str = ""
    source: str = ""
    version: str = ""
    licence: str = ""
    modified: str = ""
    authors: tuple[Author, ...] = ()
    xref: Xref = Xref()
    description: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    refs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    width: float | None = None
    height: float | None = None
    nodes: tuple[Node, ...] = ()
    states: tuple[State, ...] = ()
    groups: tuple[Group, ...] = ()
    lines: tuple[Line, ...] = ()
    labels: tuple[Label, ...] = ()
    shapes: tuple[Shape, ...] = ()
    references: tuple[Reference, ...] = ()
    terms: tuple[Tag, ...] = ()
    evidence: tuple[Tag, ...] = ()
    losses: tuple[Loss, ...] = ()
