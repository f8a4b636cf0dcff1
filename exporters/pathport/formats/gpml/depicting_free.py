"""The drawing layer of a pathway: labels, shapes and free lines, whatever they are attached to."""

from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from pathport.formats.gpml.depicting_about import reference_id
from pathport.formats.gpml.depicting_lines import Anchored
from pathport.formats.gpml.drawing import Joint, Label, Line, Note, Shape
from pathport.formats.gpml.looks import USUAL, filled
from pathport.formats.gpml.terms import DEGRADED
from pathport.layout.geometry import Rect, rounded
from pathport.model.layout import Decoration, DecorationKind, End, Point

__all__ = ["FreeDrawing"]


class FreeDrawing:
    """What is drawn without biology; ``lines`` are those with biology too, and come first.

    ``things`` are the ids of all that a line can end on, ``groups`` of all that something can be
    drawn in; ``drawing`` has an id for each that fits.
    """

    def __init__(
        self,
        drawing: Sequence[Decoration],
        lines: tuple[Line, ...],
        *,
        things: Collection[str],
        groups: Collection[str],
        anchored: Anchored,
    ) -> None:
        drawn = [it for it in drawing if len(it.points) > 1]
        of = {kind: [it for it in drawn if it.kind is kind] for kind in DecorationKind}
        self.anchored = anchored
        self.groups = groups
        self.things = {*things, *(it.id for it in drawn if it.kind is not DecorationKind.LINE)}
        self.known_lines = {it.id for it in lines} | {it.id or "" for it in of[DecorationKind.LINE]}
        self.labels = tuple(map(self._label, of[DecorationKind.LABEL]))
        self.shapes = tuple(map(self._shape, of[DecorationKind.SHAPE]))
        self.lines = (*lines, *map(self._line, of[DecorationKind.LINE]))

    def _common(self, it: Decoration) -> dict[str, Any]:
        return {
            "id": it.id or "",
            "group": it.inside if it.inside in self.groups else "",
            "notes": tuple(map(Note, it.notes)),
            "refs": tuple(map(reference_id, it.references)),
        }

    def _label(self, it: Decoration) -> Label:
        return Label(
            label=it.text or "",
            rect=_rect(it.points),
            href=it.link or "",
            style=it.style,
            **self._common(it),
        )

    def _shape(self, it: Decoration) -> Shape:
        usual = USUAL["open"] if it.style.shape == DEGRADED else USUAL["shape"]
        style = filled(it.style, usual)
        return Shape(label=it.text or "", rect=_rect(it.points), style=style, **self._common(it))

    def _line(self, it: Decoration) -> Line:
        first, *inner, last = (Joint(x=p.x, y=p.y) for p in it.points)
        return Line(
            graphical=True,
            joints=(self._ended(first, it.start), *inner, self._ended(last, it.end)),
            connector=it.connector,
            style=it.style,
            **self._common(it),
        )

    def _ended(self, joint: Joint, end: End | None) -> Joint:
        """The end of a free line, attached to what it names if that is drawn."""
        if end is None:
            return joint
        joint = msgspec.structs.replace(joint, head=end.head or "")
        if end.on in self.known_lines:
            anchor = self.anchored.at(end.on or "", end.at.x if end.at is not None else 0.5)
            return msgspec.structs.replace(joint, on=anchor, at=(0.0, 0.0))
        if end.on in self.things:
            at = (end.at.x, end.at.y) if end.at is not None else (0.0, 0.0)
            return msgspec.structs.replace(joint, on=end.on or "", at=at)
        return joint


def _rect(points: tuple[Point, ...]) -> Rect:
    first, last = points[0], points[-1]
    x, y = min(first.x, last.x), min(first.y, last.y)
    return Rect(x, y, rounded(abs(last.x - first.x)), rounded(abs(last.y - first.y)))
