"""A pathway made again from its parts in another order: an equal one, if order means nothing."""

import random
from typing import Any, TypeVar

import msgspec

from pathport.model.value import Field, fields_of

__all__ = ["shuffled"]

T = TypeVar("T")


def shuffled(value: T, chance: random.Random) -> T:
    """The value made again from its parts, those without an order in another one."""
    if not isinstance(value, msgspec.Struct):
        return value
    fields = fields_of(type(value))
    return type(value)(**{field.name: _shuffled(field, value, chance) for field in fields})


def _shuffled(field: Field, value: msgspec.Struct, chance: random.Random) -> Any:
    content = getattr(value, field.name)
    if not field.many:
        return shuffled(content, chance)
    parts = [shuffled(part, chance) for part in content]
    if not field.ordered:
        chance.shuffle(parts)
    return tuple(parts)
