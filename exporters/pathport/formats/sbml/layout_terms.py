"""What SBML's layout package calls the parts of a drawing: roles, curves, lists.

Each table is written once and read both ways. SBML Level 3 Layout Version 1, 3.
"""

from collections.abc import Mapping
from types import MappingProxyType

from pathport.formats.sbml.terms import PACKAGES
from pathport.model.enumerations import Effect

__all__ = [
    "BEZIER",
    "GLYPH",
    "INPUT",
    "LAYOUT",
    "LINE",
    "MODIFIER",
    "OUTPUT",
    "ROLE",
    "SIDE",
    "UNDEFINED",
    "shown_id",
]

LAYOUT = f"{PACKAGES}version1/layout/version1"

GLYPH = "_glyph"
"""Ends the id of a glyph whose box or way has the id of what it draws, for ids are unique."""

LINE, BEZIER = "LineSegment", "CubicBezier"
"""The types of a segment of a curve (3.4)."""

INPUT, OUTPUT, MODIFIER, UNDEFINED = "substrate", "product", "modifier", "undefined"
"""Roles of what goes in, comes out, takes part otherwise, or has no side (3.12.1)."""

ROLE: Mapping[Effect, str] = MappingProxyType(
    {
        Effect.CATALYSIS: "activator",
        Effect.STIMULATION: "activator",
        Effect.NECESSARY_STIMULATION: "activator",
        Effect.TRIGGER: "activator",
        Effect.INHIBITION: "inhibitor",
        Effect.MODULATION: MODIFIER,
    }
)
"""The role of a control's source; the effect itself is told by the term of its modifier."""

SIDE: Mapping[str, str] = MappingProxyType(
    {
        "substrate": INPUT,
        "sidesubstrate": INPUT,
        "product": OUTPUT,
        "sideproduct": OUTPUT,
        **dict.fromkeys(ROLE.values(), MODIFIER),
    }
)
"""Where what has a role takes part; what is undefined is told by the reaction."""


def shown_id(glyph: str, of: str) -> str:
    """The id of the box or way that a glyph of this thing shows."""
    return of if glyph == f"{of}{GLYPH}" else glyph
