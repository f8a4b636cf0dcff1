"""Which things a value names, and the same value with other names in their place."""

import functools
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec

from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.value import fields_of

__all__ = ["Reference", "references", "renamed", "with_names"]

T = TypeVar("T", bound=msgspec.Struct)
Names = Mapping[tuple[str, str], str]
ALL = frozenset(CONSTRUCTS)


class Reference(NamedTuple):
    """A place in a value that names another thing."""

    field: str
    constructs: tuple[str, ...]
    id: str


class _Naming(NamedTuple):
    """A field that names things (of these constructs), or holds values that do."""

    name: str
    many: bool
    constructs: tuple[str, ...]


@functools.cache
def _naming(cls: type[msgspec.Struct], wanted: frozenset[str] = ALL) -> tuple[_Naming, ...]:
    """The fields of a class in which things of the wanted constructs are named.

    Where a value has such a field, its fields that hold values of its own class count too.
    """
    fields = fields_of(cls)
    found = {
        field.name
        for field in fields
        if wanted.intersection(field.refers)
        or (field.type is not cls and _is_struct(field.type) and _naming(field.type, wanted))
    }
    return tuple(
        _Naming(field.name, field.many, field.refers)
        for field in fields
        if field.name in found or (found and field.type is cls)
    )


def _is_struct(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, msgspec.Struct)


def references(value: msgspec.Struct) -> list[Reference]:
    """Every id that the value, or a value inside it, names."""
    found: list[Reference] = []
    _gather(found, value, "")
    return found


def _gather(found: list[Reference], value: msgspec.Struct, within: str) -> None:
    for name, many, constructs in _naming(type(value)):
        content = getattr(value, name)
        if content is None:
            continue
        for item in content if many else (content,):
            if constructs:
                found.append(Reference(within + name, constructs, item))
            else:
                _gather(found, item, f"{within}{name}.")


def renamed(pathway: Pathway, names: Names) -> Pathway:
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


def with_names(value: T, names: Names, constructs: frozenset[str] = ALL) -> T:
    """The value with other ids where it, or a value inside it, names things; else itself.

    ``constructs`` are those that names are looked up for.
    """
    changes: dict[str, Any] = {}
    for field, many, refers in _naming(type(value), constructs):
        content = getattr(value, field)
        if content is None:
            continue
        if many:
            new: Any = tuple([_with_name(item, refers, names, constructs) for item in content])
        else:
            new = _with_name(content, refers, names, constructs)
        if new != content:
            changes[field] = new
    return msgspec.structs.replace(value, **changes) if changes else value


def _with_name(item: Any, refers: tuple[str, ...], names: Names, constructs: frozenset[str]) -> Any:
    if not refers:
        return with_names(item, names, constructs)
    for construct in refers:
        if (construct, item) in names:
            return names[construct, item]
    return item
