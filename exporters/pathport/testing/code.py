"""A value of the model as the Python code that makes it: what a failing example is kept as."""

import enum
from typing import Any

import msgspec

__all__ = ["code_of"]

WIDTH = 88
INDENT = "    "


def code_of(value: Any) -> str:
    """The expression that makes this value, with what is at its default left out.

    The names in it are those of the classes; what is longer than a line is broken by argument, as
    formatters do, and indented for the body of a function.
    """
    return _spelt(value, INDENT)


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
