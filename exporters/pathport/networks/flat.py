"""Columns as texts, for formats that have no lists in a cell."""

from pathport.networks.network import Cell

__all__ = ["BETWEEN", "flat"]

BETWEEN = "|"
"""Between the items of a list, as Cytoscape proposes for tables; in an item it is a slash."""


def flat(cell: Cell) -> str:
    """A cell as one line of text; numbers and truth values as in JSON."""
    if isinstance(cell, tuple):
        return BETWEEN.join(_line(each).replace(BETWEEN, "/") for each in cell)
    if isinstance(cell, bool):
        return str(cell).lower()
    return _line(str(cell))


def _line(text: str) -> str:
    return " ".join(text.split())
