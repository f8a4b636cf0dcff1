"""What SBML's render package calls the parts of a look: attributes of a group, shapes, anchors.

Each table is written once and read both ways. SBML Level 3 Render Version 1, 3.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from pathport.formats.sbml.terms import PACKAGES
from pathport.terms import Terms

__all__ = [
    "ALIGNED",
    "ANCHOR",
    "DASHES",
    "NUMBERS",
    "RENDER",
    "SHAPE",
    "TEXTS",
    "TRUTHS",
    "Drawn",
    "polygon",
    "shape",
]

RENDER = f"{PACKAGES}version1/render/version1"


class Drawn(NamedTuple):
    """An element that draws: its name, its attributes in order of name, the elements in it."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    inner: tuple["Drawn", ...] = ()


def shape(name: str, **attributes: str) -> Drawn:
    """A shape without others in it."""
    return Drawn(name, tuple(sorted(attributes.items())))


def polygon(*points: tuple[str, str]) -> Drawn:
    """A closed shape through these points."""
    places = tuple(
        Drawn("element", (("x", x), ("xsi:type", "RenderPoint"), ("y", y))) for x, y in points
    )
    return Drawn("polygon", (), (Drawn("listOfElements", (), places),))


WHOLE = {"x": "0", "y": "0", "width": "100%", "height": "100%"}
SHAPE = Terms(
    {
        "rectangle": shape("rectangle", **WHOLE),
        "rounded rectangle": shape("rectangle", **WHOLE, rx="5", ry="5"),
        "oval": shape("ellipse", cx="50%", cy="50%", rx="50%", ry="50%"),
    }
)
"""The shapes of the model that the package has (3.11)."""

TEXTS: Mapping[str, str] = MappingProxyType(
    {"stroke": "colour", "fill": "fill", "font-family": "font"}
)
NUMBERS: Mapping[str, str] = MappingProxyType({"stroke-width": "thickness", "font-size": "size"})
"""Attributes of a group that are texts and numbers of a style, and the fields of these (3.10)."""
TRUTHS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"font-weight": ("bold", "bold"), "font-style": ("italic", "italic")}
)
"""Those that are truth values: the field, and the word for true."""
ALIGNED: Mapping[str, str] = MappingProxyType(
    {"text-anchor": "align", "vtext-anchor": "vertical_align"}
)
"""Those that say where in its box a text stands, and the fields of these."""
ANCHOR = Terms(
    {
        ("align", "left"): ("text-anchor", "start"),
        ("align", "center"): ("text-anchor", "middle"),
        ("align", "right"): ("text-anchor", "end"),
        ("vertical_align", "top"): ("vtext-anchor", "top"),
        ("vertical_align", "middle"): ("vtext-anchor", "middle"),
        ("vertical_align", "bottom"): ("vtext-anchor", "bottom"),
    }
)
"""The words of these, beside the attribute, for those of the model, beside the field."""
DASHES = "stroke-dasharray"
"""Says that a line is broken."""
