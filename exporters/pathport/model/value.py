"""The root of all values of the model: frozen, and in one normal order from the moment it is made.

A tuple whose order means nothing is sorted by content and freed of repetitions when its value is
made, so that two values are equal exactly if they say the same, and every reader of a value walks
it in the same order. Which tuples keep their order is said where they are declared (`Ordered`);
which of their values carry a key or a count is said there too (`Keyed`). The facts of a pathway
(`pathport.model.facts`) rest on the same declarations.
"""

import functools
import types
import typing
from typing import Annotated, Any, TypeVar

import msgspec

from pathport.model.formulas import normal_formula

__all__ = [
    "Computes",
    "Field",
    "Inline",
    "Keyed",
    "Ordered",
    "Refers",
    "Value",
    "content_of",
    "fields_of",
    "value_of",
]

T = TypeVar("T")


class Ordered(msgspec.Struct, frozen=True):
    """Marks a tuple whose order is part of what it says (authors, bends, drawing order)."""


class Keyed(msgspec.Struct, frozen=True):
    """Marks a tuple whose values are told apart by one attribute, ``key``.

    ``total`` names a number that adds up over equal keys (a coefficient, a count).
    """

    key: str
    total: str = ""


class Inline(msgspec.Struct, frozen=True):
    """Marks a value whose fields are facts of the thing that holds it, not one fact together."""


class Refers(msgspec.Struct, frozen=True):
    """Marks a text that is the id of another thing: of one of these constructs."""

    constructs: tuple[str, ...]


class Computes(msgspec.Struct, frozen=True):
    """Marks a text that is a formula, in its normal form from the moment its value is made.

    ``own`` is the field beside it with the names that mean something in this formula alone.
    """

    own: str = ""


class Field(msgspec.Struct, frozen=True):
    """What a field of a value holds, read off its declaration."""

    name: str
    type: Any
    """The type of the value, or of one value of the tuple."""
    default: Any
    many: bool = False
    ordered: bool = False
    keyed: Keyed | None = None
    inline: bool = False
    refers: tuple[str, ...] = ()
    computes: Computes | None = None


def _unwrapped(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    if typing.get_origin(hint) is Annotated:
        return typing.get_args(hint)[0], hint.__metadata__
    return hint, ()


def _without_none(hint: Any) -> Any:
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        rest = [arg for arg in typing.get_args(hint) if arg is not types.NoneType]
        return rest[0] if len(rest) == 1 else hint
    return hint


def _refers(marks: tuple[Any, ...]) -> tuple[str, ...]:
    return next((mark.constructs for mark in marks if isinstance(mark, Refers)), ())


def _field(name: str, hint: Any, default: Any) -> Field:
    hint, marks = _unwrapped(hint)
    hint, inner = _unwrapped(_without_none(hint))
    marks += inner
    if typing.get_origin(hint) is not tuple:
        inline = any(isinstance(mark, Inline) for mark in marks)
        computes = next((mark for mark in marks if isinstance(mark, Computes)), None)
        refers = _refers(marks)
        return Field(name, hint, default, inline=inline, refers=refers, computes=computes)
    item, item_marks = _unwrapped(typing.get_args(hint)[0])
    return Field(
        name,
        item,
        default,
        many=True,
        ordered=any(isinstance(mark, Ordered) for mark in marks),
        keyed=next((mark for mark in marks if isinstance(mark, Keyed)), None),
        refers=_refers(item_marks),
    )


@functools.cache
def fields_of(cls: type[msgspec.Struct]) -> tuple[Field, ...]:
    """What the fields of a value's class hold, in the order of their declaration."""
    hints = typing.get_type_hints(cls, include_extras=True)
    return tuple(
        _field(info.name, hints[info.name], info.default) for info in msgspec.structs.fields(cls)
    )


class _Normal(typing.NamedTuple):
    """Which fields of a class have a normal form, by what it is."""

    defaults: tuple[tuple[str, Any], ...]
    """Values, with the default that what equals it becomes."""
    floats: tuple[str, ...]
    formulas: tuple[str, ...]
    sets: tuple[tuple[str, Keyed | None], ...]
    """Tuples whose order means nothing, with how their values are told apart."""


@functools.cache
def _normal_of(cls: type[msgspec.Struct]) -> _Normal:
    fields = fields_of(cls)
    return _Normal(
        tuple((it.name, it.default) for it in fields if isinstance(it.default, msgspec.Struct)),
        tuple(it.name for it in fields if it.type is float),
        tuple(it.name for it in fields if it.computes is not None),
        tuple((it.name, it.keyed) for it in fields if it.many and not it.ordered),
    )


_ENCODE = msgspec.json.Encoder(order="deterministic").encode


def content_of(value: Any) -> str:
    """The content of a value as compact JSON, defaults left out: equal exactly for equal values."""
    return value if isinstance(value, str) else _ENCODE(value).decode()


def value_of(content: str, cls: type[T]) -> T:
    """The inverse of `content_of` for values of this class."""
    if issubclass(cls, str):
        return cls(content)
    return msgspec.json.decode(content, type=cls)


def _added(known: Any, value: Any, total: str) -> Any:
    """Two values of one key as one: totals add up, sets are joined, what one says it says."""
    changes: dict[str, Any] = {total: getattr(known, total) + getattr(value, total)}
    cls: type[msgspec.Struct] = type(value)
    for field in fields_of(cls):
        more = getattr(value, field.name)
        if field.name != total and field.many:
            there = getattr(known, field.name)
            changes[field.name] = there + tuple(it for it in more if it not in there)
        elif field.name != total and getattr(known, field.name) is None:
            changes[field.name] = more
    return msgspec.structs.replace(known, **changes)


def _merged(values: tuple[Any, ...], keyed: Keyed) -> tuple[Any, ...]:
    by_key = {getattr(value, keyed.key): value for value in values}
    if len(by_key) == len(values):
        return tuple(by_key[key] for key in sorted(by_key))
    if not keyed.total:
        unlike = {(getattr(value, keyed.key), content_of(value)): value for value in values}
        return tuple(unlike[key] for key in sorted(unlike))
    merged: dict[str, Any] = {}
    for value in sorted(values, key=content_of):
        key = getattr(value, keyed.key)
        merged[key] = _added(merged[key], value, keyed.total) if key in merged else value
    return tuple(merged[key] for key in sorted(merged))


def _normal(values: tuple[Any, ...], keyed: Keyed | None) -> tuple[Any, ...]:
    if keyed is not None:
        return _merged(values, keyed)
    by_content = {content_of(value): value for value in values}
    return tuple(by_content[content] for content in sorted(by_content))


class Value(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A frozen value whose unordered tuples are sorted, merged and without repetitions.

    A number with a fraction is one also where it was given as an integer, zero has no sign, a
    formula has its normal form, and what equals a default is the default itself: equal values have
    the same content.
    """

    def __post_init__(self) -> None:
        defaults, floats, formulas, sets = _normal_of(type(self))
        for name, default in defaults:
            value = getattr(self, name)
            if value is not default and value == default:
                msgspec.structs.force_setattr(self, name, default)
        for name in floats:
            number = getattr(self, name)
            if number is not None:
                msgspec.structs.force_setattr(self, name, number + 0.0)
        for name in formulas:
            text = getattr(self, name)
            if text is not None:
                msgspec.structs.force_setattr(self, name, normal_formula(text))
        for name, keyed in sets:
            values = getattr(self, name)
            if values and len(values) > 1:
                msgspec.structs.force_setattr(self, name, _normal(values, keyed))
