"""Which things a value names, and the same value with other names in their place."""

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec

from pathport.model.formulas import renamed_formula
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.value import Computes, fields_of

__all__ = ["COMPUTED", "Reference", "formulas_of", "references", "renamed", "with_names"]

T = TypeVar("T", bound=msgspec.Struct)
Names = Mapping[tuple[str, str], str]
ALL = frozenset(CONSTRUCTS)
COMPUTED = ("compartment", "species", "process", "parameter", "function", "coefficient")
"""What a formula may name, whatever has that id: no two of them have the same."""


class Reference(NamedTuple):
    """A place in a value that names another thing."""

    field: str
    constructs: tuple[str, ...]
    id: str


class _Naming(NamedTuple):
    """A field that names things (of these constructs), computes with them, or holds such values."""

    name: str
    many: bool
    constructs: tuple[str, ...]
    computes: Computes | None = None


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
        or (field.computes is not None and wanted.intersection(COMPUTED))
        or (field.type is not cls and _is_struct(field.type) and _naming(field.type, wanted))
    }
    return tuple(
        _Naming(field.name, field.many, field.refers, field.computes)
        for field in fields
        if field.name in found or (found and field.type is cls)
    )


def _is_struct(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, msgspec.Struct)


def references(value: msgspec.Struct) -> list[Reference]:
    """Every id that the value, or a value inside it, names as a whole text: not in formulas."""
    found: list[Reference] = []
    _gather(found, value, "")
    return found


def _gather(found: list[Reference], value: msgspec.Struct, within: str) -> None:
    for name, many, constructs, computes in _naming(type(value)):
        content = getattr(value, name)
        if content is None or computes is not None:
            continue
        for item in content if many else (content,):
            if constructs:
                found.append(Reference(within + name, constructs, item))
            else:
                _gather(found, item, f"{within}{name}.")


def formulas_of(value: msgspec.Struct) -> Iterator[str]:
    """The formulas of a value and of the values inside it, names of what they give among them."""
    for name, many, constructs, computes in _naming(type(value)):
        content = getattr(value, name)
        if content and computes is not None:
            yield content
        elif content and not constructs:
            for item in content if many else (content,):
                yield from formulas_of(item)


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
    for field, many, refers, computes in _naming(type(value), constructs):
        content = getattr(value, field)
        if content is None:
            continue
        if computes is not None:
            new: Any = renamed_formula(content, _renaming(value, names, computes))
        elif many:
            new = tuple([_with_name(item, refers, names, constructs) for item in content])
        else:
            new = _with_name(content, refers, names, constructs)
        if new != content:
            changes[field] = new
    return msgspec.structs.replace(value, **changes) if changes else value


def _renaming(value: msgspec.Struct, names: Names, computes: Computes) -> Callable[[str], str]:
    """What gives the new name for one in a formula of this value, whose own names hide others."""
    own = getattr(value, computes.own) if computes.own else ()
    hidden = {item if isinstance(item, str) else item.id for item in own}

    def new_name(id_: str) -> str:
        if id_ in hidden:
            return id_
        return next((names[it, id_] for it in COMPUTED if (it, id_) in names), id_)

    return new_name


def _with_name(item: Any, refers: tuple[str, ...], names: Names, constructs: frozenset[str]) -> Any:
    if not refers:
        return with_names(item, names, constructs)
    for construct in refers:
        if (construct, item) in names:
            return names[construct, item]
    return item
