"""Which things a value names, and the same value with other names in their place."""

import functools
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.value import Field, fields_of

__all__ = ["Reference", "references", "renamed", "with_names"]

T = TypeVar("T", bound=msgspec.Struct)


class Reference(msgspec.Struct, frozen=True):
    """A place in a value that names another thing."""

    field: str
    constructs: tuple[str, ...]
    id: str


@functools.cache
def _naming_fields(cls: type[msgspec.Struct]) -> tuple[Field, ...]:
    """The fields that name things, or hold values that do; a class that holds itself counts."""
    return tuple(
        field
        for field in fields_of(cls)
        if field.refers
        or field.type is cls
        or (
            isinstance(field.type, type)
            and issubclass(field.type, msgspec.Struct)
            and _naming_fields(field.type)
        )
    )


def references(value: msgspec.Struct) -> Iterator[Reference]:
    """Every id that the value, or a value inside it, names."""
    for field in _naming_fields(type(value)):
        content = getattr(value, field.name)
        if content is None:
            continue
        for item in content if field.many else (content,):
            if field.refers:
                yield Reference(field.name, field.refers, item)
            else:
                for inner in references(item):
                    yield Reference(f"{field.name}.{inner.field}", inner.constructs, inner.id)


def renamed(pathway: Pathway, names: Mapping[tuple[str, str], str]) -> Pathway:
    """The pathway with things renamed wherever they are named: (construct, id) to the new id.

    Two things may get one name: their facts are then the facts of both.
    """
    changed = with_names(pathway, names)
    return msgspec.structs.replace(
        changed,
        **{
            collection: tuple(
                msgspec.structs.replace(thing, id=names.get((construct, thing.id), thing.id))
                for thing in getattr(changed, collection)
            )
            for construct, (collection, _) in CONSTRUCTS.items()
        },
    )


def with_names(value: T, names: Mapping[tuple[str, str], str]) -> T:
    """The value with other ids where it, or a value inside it, names things; else itself."""
    changes: dict[str, Any] = {}
    for field in _naming_fields(type(value)):
        content = getattr(value, field.name)
        if content:
            items = content if field.many else (content,)
            new = tuple(_with_name(item, field, names) for item in items)
            if any(one is not other for one, other in zip(new, items, strict=True)):
                changes[field.name] = new if field.many else new[0]
    return msgspec.structs.replace(value, **changes) if changes else value


def _with_name(item: Any, field: Field, names: Mapping[tuple[str, str], str]) -> Any:
    if not field.refers:
        return with_names(item, names)
    for construct in field.refers:
        name = names.get((construct, item))
        if name is not None:
            return name
    return item
