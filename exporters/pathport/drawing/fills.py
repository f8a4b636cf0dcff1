"""Which class colours a part of a box: that of the fill that its roles or its kind have."""

from pathport.layout.picture import Part
from pathport.looks import signs

__all__ = ["fill_of"]


def fill_of(part: Part) -> str:
    """The class that colours a part."""
    return "k-" + signs.fill_of(part.kind, part.roles).replace(" ", "-")
