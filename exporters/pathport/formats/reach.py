"""Numbers of a layout as a drawn file can have them: none that nobody draws, no size below 0."""

from typing import Any, TypeVar

import msgspec

from pathport.model.value import fields_of

__all__ = ["within_reach"]

FARTHEST = 1e9
"""A number of a canvas beyond this is none that anybody draws, and xsd:float has no pixel there."""
SIZES = frozenset({"height", "inner_line", "outer_line", "size", "thickness", "width"})
"""Fields of a layout that are 0 or more."""

T = TypeVar("T", bound=msgspec.Struct)


def within_reach(value: T) -> T:
    """The value with every number in it no farther than `FARTHEST`, and no size below 0."""
    changes: dict[str, Any] = {}
    for field in fields_of(type(value)):
        content = getattr(value, field.name)
        parts = content if field.many else (content,)
        least = 0.0 if field.name in SIZES else -FARTHEST
        near = tuple(_near(it, least) for it in parts)
        if near != tuple(parts):
            changes[field.name] = near if field.many else near[0]
    return msgspec.structs.replace(value, **changes) if changes else value


def _near(value: Any, least: float) -> Any:
    if isinstance(value, float):
        return max(least, min(FARTHEST, value))
    return within_reach(value) if isinstance(value, msgspec.Struct) else value
