"""Which things a value names, and the same value with other names in their place."""

import functools
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec

from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.value import fields_of

__all__ = ["Reference", "references", "renamed", "with_names"]

T = TypeVar("T", bound=msgspec.Struct)


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
def _naming(cls: type[msgspec.Struct]) -> tuple[_Naming, ...]:
    """The naming fields of a class; a field of the class itself counts."""
    return tuple(
        _Naming(field.name, field.many, field.refers)
        for field in fields_of(cls)
        if field.refers
        or field.type is cls
        or (
            isinstance(field.type, type)
            and issubclass(field.type, msgspec.Struct)
            and _naming(field.type)
        )
    )


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
    for name, many, constructs in _naming(type(value)):
        content = getattr(value, name)
        if content is None:
            continue
        if many:
            new: Any = tuple([_with_name(item, constructs, names) for item in content])
        else:
            new = _with_name(content, constructs, names)
        if new != content:
            changes[name] = new
    return msgspec.structs.replace(value, **changes) if changes else value


def _with_name(item: Any, constructs: tuple[str, ...], names: Mapping[tuple[str, str], str]) -> Any:
    if not constructs:
        return with_names(item, names)
    for construct in constructs:
        if (construct, item) in names:
            return names[construct, item]
    return item
