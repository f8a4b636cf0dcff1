"""A drawing as it lies on its canvas: what is in which group, where a line ends, what is where.

What it means in biology is not known here.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from pathport.formats.gpml.drawing import (
    Drawing,
    Drawn,
    Group,
    Joint,
    Label,
    Line,
    Node,
    Shape,
    State,
)
from pathport.formats.gpml.geometry import MARGIN, MARGIN_COMPLEX, around, extent, state_rect
from pathport.formats.gpml.terms import COMPLEX
from pathport.layout.geometry import Rect, union

__all__ = ["Canvas", "Hold"]


class Hold(msgspec.Struct, frozen=True):
    """What a line's end is attached to: a thing on the canvas, or an anchor on a ``line``."""

    thing: str = ""
    line: str = ""
    position: float = 0.0


class Canvas:
    """A drawing with its things by id."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.nodes: Mapping[str, Node] = {it.id: it for it in drawing.nodes}
        self.groups: Mapping[str, Group] = {it.id: it for it in drawing.groups}
        self.states: Mapping[str, State] = {it.id: it for it in drawing.states}
        self.labels: Mapping[str, Label] = {it.id: it for it in drawing.labels}
        self.shapes: Mapping[str, Shape] = {it.id: it for it in drawing.shapes}
        self.lines: Mapping[str, Line] = {it.id: it for it in drawing.lines}

    @cached_property
    def states_of(self) -> Mapping[str, tuple[State, ...]]:
        """By id of a node, its states in the order of the file."""
        found: dict[str, list[State]] = defaultdict(list)
        for state in self.drawing.states:
            found[state.node].append(state)
        return {node: tuple(states) for node, states in found.items()}

    @cached_property
    def members(self) -> Mapping[str, tuple[Drawn, ...]]:
        """By id of a group, what is in it."""
        found: dict[str, list[Drawn]] = defaultdict(list)
        drawing = self.drawing
        for thing in (
            *drawing.nodes,
            *drawing.groups,
            *drawing.lines,
            *drawing.labels,
            *drawing.shapes,
        ):
            if thing.group and thing.id not in {it.id for it in self.wholes(thing.group)}:
                found[thing.group].append(thing)
        return {group: tuple(things) for group, things in found.items()}

    @cached_property
    def rects(self) -> Mapping[str, Rect]:
        """By id, where each thing but lines is; of a shape that is turned, what it reaches."""
        found = {it.id: it.rect for some in (self.nodes, self.labels) for it in some.values()}
        found |= {it.id: extent(it.rect, it.style.rotation) for it in self.shapes.values()}
        for group in self.groups.values():
            rect = self._group_rect(group, frozenset())
            if rect is not None:
                found[group.id] = rect
        for state in self.states.values():
            node = self.nodes.get(state.node)
            if node is not None:
                found[state.id] = state_rect(state, node.rect)
        return found

    def _group_rect(self, group: Group, around_it: frozenset[str]) -> Rect | None:
        if group.rect is not None:
            return group.rect
        if group.id in around_it:
            return None
        inner: list[Rect] = []
        for member in self.members.get(group.id, ()):
            if isinstance(member, Node | Label):
                inner.append(member.rect)
            elif isinstance(member, Shape):
                inner.append(extent(member.rect, member.style.rotation))
            elif isinstance(member, Group):
                rect = self._group_rect(member, around_it | {group.id})
                inner += [rect] if rect is not None else []
            elif isinstance(member, Line):
                inner += [Rect(it.x, it.y, 0.0, 0.0) for it in member.joints]
        whole = union(inner)
        margin = MARGIN_COMPLEX if group.type == COMPLEX else MARGIN
        return around(whole, margin) if whole is not None else None

    @cached_property
    def anchors(self) -> Mapping[str, tuple[str, float]]:
        """By id of an anchor, the line that it is on and where; without one nothing is attached."""
        found: dict[str, tuple[str, float]] = {}
        for line in self.drawing.lines:
            for anchor in line.anchors:
                if anchor.id:
                    found.setdefault(anchor.id, (line.id, anchor.position))
        return found

    def hold(self, joint: Joint) -> Hold:
        """What a line's end is attached to; nothing if that is not on the canvas."""
        if joint.on in self.anchors:
            line, position = self.anchors[joint.on]
            return Hold(line=line, position=position)
        there = joint.on in self.rects
        return Hold(thing=joint.on if there else "")

    def ends(self, line: Line) -> tuple[Hold, Hold]:
        """What the two ends of a line are attached to."""
        return self.hold(line.joints[0]), self.hold(line.joints[-1])

    def wholes(self, group: str) -> Iterator[Group]:
        """The group and all that it is in, from the inside out."""
        seen: set[str] = set()
        while group in self.groups and group not in seen:
            seen.add(group)
            yield self.groups[group]
            group = self.groups[group].group
