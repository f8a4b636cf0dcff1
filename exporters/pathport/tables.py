"""The tables of facts that are installed with the package, read when they are first asked for.

A table is a file of ``pathport.schemas``: tab-separated, UTF-8, lines that begin with ``#`` say its
source and licence, then one line of column names. This module knows nothing of what they mean.
"""

from collections.abc import Iterator
from functools import cache

__all__ = ["lines", "rows"]


@cache
def lines(name: str) -> tuple[str, ...]:
    """The rows of a table as text, without comments and column names.

    :raises FileNotFoundError: if the package has no such table.
    """
    from importlib.resources import files

    text = files("pathport.schemas").joinpath(name).read_text(encoding="utf-8")
    kept = [line for line in text.split("\n") if line and not line.startswith("#")]
    return tuple(kept[1:])


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of a table, each as the texts of its columns."""
    return (tuple(line.split("\t")) for line in lines(name))
