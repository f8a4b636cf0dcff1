"""Which things a value names, and the same value with other names in their place."""

import functools
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import msgspec

from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.value import Field, fields_of

__all__ = ["Reference", "references", "renamed"]

T = TypeVar("T", bound=msgspec.Struct)
Naming = Callable[[tuple[str, ...], str], str]


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


def _renamed(value: T, naming: Naming) -> T:
    changes: dict[str, Any] = {}
    for field in _naming_fields(type(value)):
        content = getattr(value, field.name)
        if content is None:
            continue
        name = _naming_of(field, naming)
        changes[field.name] = tuple(map(name, content)) if field.many else name(content)
    return msgspec.structs.replace(value, **changes) if changes else value


def _naming_of(field: Field, naming: Naming) -> Callable[[Any], Any]:
    if field.refers:
        return lambda item: naming(field.refers, item)
    return lambda item: _renamed(item, naming)


def renamed(pathway: Pathway, names: dict[tuple[str, str], str]) -> Pathway:
    """The pathway with things renamed wherever they are named: (construct, id) to the new id.

    Two things may get one name: their facts are then the facts of both.
    """

    def naming(constructs: tuple[str, ...], id_: str) -> str:
        found = (names[construct, id_] for construct in constructs if (construct, id_) in names)
        return next(found, id_)

    changed = _renamed(pathway, naming)
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
