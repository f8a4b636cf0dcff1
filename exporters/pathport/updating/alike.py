"""Whether two values of a drawing are the same for whoever looks at it.

Programs round positions when they save a file, each in its own way; what lies less than a pixel
from where it was has not been moved. A text, a word or a whole fact is alike only if it is equal.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from pathport.model.facts import Facts, Place, Scalar

__all__ = ["DRAWING", "LAYOUT", "are_alike", "in_order", "is_alike"]

LAYOUT = "layout."
"""What the fields of the facts of a drawing begin with."""
DRAWING = "layout.drawing"
"""The list of what is drawn without a meaning."""
PIXEL = 1.0
SHARE = 0.05
"""Of half a box's width or height, or of a line's length."""
SHARES = frozenset({"at", "start_at", "end_at", "rotation"})
"""Fields of lines and marks, and of what is turned, that are in such shares or in radians."""


def are_alike(some: Facts, others: Facts) -> bool:
    """Whether two units say the same, of a drawing as far as one sees."""
    return some == others or (
        some.keys() == others.keys()
        and all(is_alike(place, some[place], others[place]) for place in some)
    )


def in_order(some: Facts, others: Facts) -> Facts:
    """The second list in the order of the first: programs write what is drawn in their own."""
    if not (some and others):
        return others
    left = [others[place] for place in sorted(others)]
    place = next(iter(others))
    found: list[Scalar] = []
    for value in (some[it] for it in sorted(some)):
        same = next((it for it in left if is_alike(place, value, it)), None)
        if same is not None:
            left.remove(same)
            found.append(same)
    return dict(zip(sorted(others), (*found, *left), strict=True))


def is_alike(place: Place, one: Scalar, other: Scalar) -> bool:
    """Whether two values at one place are the same, of a drawing as far as one sees."""
    if one == other or not place.field.startswith(LAYOUT):
        return one == other
    name = place.field.rpartition(".")[2]
    nearness = SHARE if name in SHARES or ".marks" in place.field else PIXEL
    return _near(_decoded(one), _decoded(other), nearness)


def _decoded(value: Scalar) -> Any:
    """A value that is kept as its content, taken apart."""
    if isinstance(value, str) and value.startswith("{"):
        return msgspec.json.decode(value)
    return value


def _near(one: Any, other: Any, nearness: float) -> bool:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(
            _near(one[key], other[key], SHARE if key in SHARES else nearness) for key in one
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(
            _near(*pair, nearness) for pair in zip(one, other, strict=True)
        )
    numbers = isinstance(one, int | float) and isinstance(other, int | float)
    return abs(one - other) < nearness if numbers else bool(one == other)
