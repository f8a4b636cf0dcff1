"""Signalling pathways, written to the formats of the tools around them and read back.

The names of the public API load on first use, so that ``import pathport`` costs nothing but this
file: ``HOME`` says where each is defined, and the block for type checkers says the same to them.
"""

TYPE_CHECKING = False  # the checkers know the name; importing it would load all of typing

if TYPE_CHECKING:
    from pathport.api.difference import diff
    from pathport.api.drawing import Drawing, draw
    from pathport.api.fitness import Fitness, check
    from pathport.api.neighbours import Modelled, from_pybiopax, to_pybiopax
    from pathport.api.networks import Tables, to_networkx, to_pandas
    from pathport.api.reading import read, read_shown, read_with_findings, validate
    from pathport.api.report import Report, Strict, TargetReport, Verdict
    from pathport.api.submitting import Submitted, submit
    from pathport.api.updating import Updated, update
    from pathport.api.writing import convert, export, write, write_bytes
    from pathport.difference import Change, Difference
    from pathport.errors import (
        FaultyError,
        PathportError,
        UnknownNameError,
        UnreadableError,
        UnsupportedError,
        UnwritableError,
    )
    from pathport.findings import Finding, Location, Severity
    from pathport.formats import Read, Written
    from pathport.layout.keeping import placed
    from pathport.model.builder import Builder
    from pathport.model.facts import facts
    from pathport.model.pathway import Pathway

__version__ = "0.1.0"

__all__ = [
    "Builder",
    "Change",
    "Difference",
    "Drawing",
    "FaultyError",
    "Finding",
    "Fitness",
    "Location",
    "Modelled",
    "PathportError",
    "Pathway",
    "Read",
    "Report",
    "Severity",
    "Strict",
    "Submitted",
    "Tables",
    "TargetReport",
    "UnknownNameError",
    "UnreadableError",
    "UnsupportedError",
    "UnwritableError",
    "Updated",
    "Verdict",
    "Written",
    "check",
    "convert",
    "diff",
    "draw",
    "export",
    "facts",
    "from_pybiopax",
    "placed",
    "read",
    "read_shown",
    "read_with_findings",
    "submit",
    "to_networkx",
    "to_pandas",
    "to_pybiopax",
    "update",
    "validate",
    "write",
    "write_bytes",
]

HOME = {
    "Builder": "pathport.model.builder",
    "Change": "pathport.difference",
    "Difference": "pathport.difference",
    "Drawing": "pathport.api.drawing",
    "FaultyError": "pathport.errors",
    "Finding": "pathport.findings",
    "Fitness": "pathport.api.fitness",
    "Location": "pathport.findings",
    "Modelled": "pathport.api.neighbours",
    "PathportError": "pathport.errors",
    "Pathway": "pathport.model.pathway",
    "Read": "pathport.formats",
    "Report": "pathport.api.report",
    "Severity": "pathport.findings",
    "Strict": "pathport.api.report",
    "Submitted": "pathport.api.submitting",
    "Tables": "pathport.api.networks",
    "TargetReport": "pathport.api.report",
    "UnknownNameError": "pathport.errors",
    "UnreadableError": "pathport.errors",
    "UnsupportedError": "pathport.errors",
    "UnwritableError": "pathport.errors",
    "Updated": "pathport.api.updating",
    "Verdict": "pathport.api.report",
    "Written": "pathport.formats",
    "check": "pathport.api.fitness",
    "convert": "pathport.api.writing",
    "diff": "pathport.api.difference",
    "draw": "pathport.api.drawing",
    "export": "pathport.api.writing",
    "facts": "pathport.model.facts",
    "from_pybiopax": "pathport.api.neighbours",
    "placed": "pathport.layout.keeping",
    "read": "pathport.api.reading",
    "read_shown": "pathport.api.reading",
    "read_with_findings": "pathport.api.reading",
    "submit": "pathport.api.submitting",
    "to_networkx": "pathport.api.networks",
    "to_pandas": "pathport.api.networks",
    "to_pybiopax": "pathport.api.neighbours",
    "update": "pathport.api.updating",
    "validate": "pathport.api.reading",
    "write": "pathport.api.writing",
    "write_bytes": "pathport.api.writing",
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
