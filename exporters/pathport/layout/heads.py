"""The heads of lines: which one a line has, and the room that it takes, in pixels.

Which head tells what is the business of ``pathport.looks.signs``, its shape that of who draws it.
"""

from collections.abc import Iterator, Mapping

from pathport.layout.geometry import Place
from pathport.layout.picture import Line, LineRole
from pathport.looks.signs import HEADS

__all__ = ["BACK", "BREADTH", "LENGTHS", "Head", "head_of", "heads"]

BACK = "full"
"""What stands at the start of a line that runs both ways."""
READ = "barred"
"""What a template has at the process that reads it (SBGN has no arc for it)."""
BREADTH = 10.0
"""Of the broadest head, with its stroke: the bar of an inhibition."""
LENGTHS: Mapping[str, float] = {
    "full": 8.0,
    "circle": 8.0,
    "open": 8.0,
    "barred": 11.0,
    "bar": 2.0,
    "diamond": 9.0,
}
"""How much of a line each head takes; of a bar, up to its middle, so that no border hides it."""

Head = tuple[str, Place, Place]
"""Which it is, its tip, and the place that its line comes from."""


def head_of(role: str, effect: str | None) -> str:
    """The head at the end of a line, empty if it has none."""
    return READ if role == LineRole.TEMPLATE else HEADS.get(effect or role, "")


def heads(line: Line) -> Iterator[Head]:
    """The heads at both ends of a line."""
    if len(line.points) < 2:
        return
    kind = head_of(line.role, line.effect)
    if kind:
        yield kind, line.points[-1], line.points[-2]
    if line.reversible:
        yield BACK, line.points[0], line.points[1]
