"""Why facts of a kind are not native in a format: what its table says, by construct and field.

The most particular row counts. In this order they are ``species state.variant`` and ``species
state``, which stands for all fields in it; ``species``, that it is there and all of it, where
nothing of a construct is native; ``* notes``, the field of whatever construct; ``species *``, the
rest of it.
"""

from collections.abc import Iterator, Mapping

__all__ = ["Reasons", "reason_of"]

Reasons = Mapping[str, str]
"""By kind, the reason, as a clause."""

ANY = "*"


def reason_of(construct: str, field: str, reasons: Reasons) -> str:
    """Why facts of this kind may not be native; empty if the table does not say."""
    return next((reasons[row] for row in _rows(construct, field) if row in reasons), "")


def _rows(construct: str, field: str) -> Iterator[str]:
    """The rows that a kind may stand in, the most particular first."""
    names = field.split(".")
    ways = [".".join(names[:depth]) for depth in range(len(names), 0, -1)]
    yield from (f"{construct} {way}" for way in ways)
    yield construct
    yield from (f"{ANY} {way}" for way in ways)
    yield f"{construct} {ANY}"
