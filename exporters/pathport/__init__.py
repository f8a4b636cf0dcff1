"""Signalling pathways, written to the formats of the tools around them and read back.

The names of the public API load on first use, so that ``import pathport`` costs nothing but this
file: ``HOME`` says where each is defined, and the block for type checkers says the same to them.
"""

TYPE_CHECKING = False  # the checkers know the name; importing it would load all of typing

if TYPE_CHECKING:
    from pathport.errors import (
        FaultyError,
        PathportError,
        UnknownNameError,
        UnreadableError,
        UnsupportedError,
        UnwritableError,
    )
    from pathport.findings import Finding, Location, Severity

__version__ = "0.1.0"

__all__ = [
    "FaultyError",
    "Finding",
    "Location",
    "PathportError",
    "Severity",
    "UnknownNameError",
    "UnreadableError",
    "UnsupportedError",
    "UnwritableError",
]

HOME = {
    "FaultyError": "pathport.errors",
    "Finding": "pathport.findings",
    "Location": "pathport.findings",
    "PathportError": "pathport.errors",
    "Severity": "pathport.findings",
    "UnknownNameError": "pathport.errors",
    "UnreadableError": "pathport.errors",
    "UnsupportedError": "pathport.errors",
    "UnwritableError": "pathport.errors",
}


def __getattr__(name: str) -> object:
    """The public object of this name, loaded from its home and kept.

    :raises AttributeError: if the API has no such name.
    """
    if name not in HOME:
        raise AttributeError(f"module 'pathport' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """What is here once everything has loaded."""
    return sorted({*globals(), *HOME})
