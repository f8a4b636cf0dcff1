"""Things of a drawing that have the id of another one: each gets an id of its own, and is named.

What names such an id means the first that has it, nodes before all else. What a drawing means is
not known here. GPML2013a.xsd, type xsd:ID: no two things of a file may have one id.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from pathport.formats.gpml.drawing import Anchor, Drawing, Drawn, Line, Loss
from pathport.formats.gpml.parse import made_id

__all__ = ["told_apart"]

FIELDS = ("nodes", "groups", "states", "lines", "shapes", "labels")
"""What is on the canvas; the first keep their ids."""

T = TypeVar("T", bound=Drawn)


def told_apart(drawing: Drawing) -> Drawing:
    """The drawing with an id for each thing on it; an id that was another's already is a loss."""
    ids = _Ids()
    changes: dict[str, Any] = {it: tuple(ids.apart(getattr(drawing, it))) for it in FIELDS}
    changes["lines"] = tuple(map(ids.with_anchors, changes["lines"]))
    return msgspec.structs.replace(drawing, **changes, losses=(*drawing.losses, *ids.losses))


class _Ids:
    """The ids that things have so far."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self.losses: list[Loss] = []

    def apart(self, things: Iterable[T]) -> Iterator[T]:
        """These things; those without an id of their own with one that is made."""
        for number, thing in enumerate(things):
            if thing.id and self._is_new(thing.id, thing):
                yield thing
            else:
                yield msgspec.structs.replace(thing, id=self._made(thing, number))

    def with_anchors(self, line: Line) -> Line:
        """A line; nothing is attached to an anchor that has the id of something else."""
        anchors = tuple(
            it if not it.id or self._is_new(it.id, line) else Anchor(id="", position=it.position)
            for it in line.anchors
        )
        return line if anchors == line.anchors else msgspec.structs.replace(line, anchors=anchors)

    def _is_new(self, id_: str, bearer: Drawn) -> bool:
        is_new = id_ not in self.taken
        self.taken.add(id_)
        if not is_new:
            what = f'the id "{id_}", which something else has'
            self.losses.append(Loss(what, bearer.line, bearer.subject))
        return is_new

    def _made(self, thing: Drawn, number: int) -> str:
        id_ = made_id("double", type(thing).__name__, thing.id, number)
        self.taken.add(id_)
        return id_
