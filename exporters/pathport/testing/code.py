"""A value of the model as the Python code that makes it: what a failing example is kept as."""

import enum
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec

__all__ = ["code_of", "imports_of"]

WIDTH = 88
INDENT = "    "


def code_of(value: Any) -> str:
    """The expression that makes this value, with what is at its default left out.

    The names in it are those of the classes, which `imports_of` imports; what is longer than a line
    is broken by argument, as formatters do, and indented for the body of a function.
    """
    return _spelt(value, INDENT)


def imports_of(value: Any) -> str:
    """The statements that import the classes that `code_of` names for this value, a line each."""
    names: dict[str, set[str]] = defaultdict(set)
    for cls in _classes(value):
        names[cls.__module__].add(cls.__name__)
    lines = (f"from {it} import {', '.join(sorted(names[it]))}" for it in sorted(names))
    return "\n".join(lines)


def _classes(value: Any) -> Iterator[type]:
    if isinstance(value, enum.Enum | msgspec.Struct):
        yield type(value)
    inside = value if isinstance(value, tuple | list) else ()
    if isinstance(value, msgspec.Struct):
        inside = [it for _, it in _arguments(value)]
    for it in inside:
        yield from _classes(it)


def _spelt(value: Any, indent: str) -> str:
    flat = _flat(value)
    if len(indent) + len(flat) <= WIDTH:
        return flat
    inner = indent + INDENT
    if isinstance(value, msgspec.Struct):
        parts = [f"{name}={_spelt(it, inner)}" for name, it in _arguments(value)]
        opening, closing = f"{type(value).__name__}(", ")"
    elif isinstance(value, tuple | list) and value:
        parts = [_spelt(it, inner) for it in value]
        opening, closing = "()" if isinstance(value, tuple) else "[]"
    else:
        return flat
    return "\n".join([opening, *(f"{inner}{part}," for part in parts), indent + closing])


def _flat(value: Any) -> str:
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, msgspec.Struct):
        told = ", ".join(f"{name}={_flat(it)}" for name, it in _arguments(value))
        return f"{type(value).__name__}({told})"
    if isinstance(value, tuple):
        return f"({', '.join(map(_flat, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, list):
        return f"[{', '.join(map(_flat, value))}]"
    return ascii(value)


def _arguments(value: msgspec.Struct) -> list[tuple[str, Any]]:
    fields = msgspec.structs.fields(value)
    told = ((field, getattr(value, field.name)) for field in fields)
    return [(field.name, it) for field, it in told if field.required or it != field.default]
