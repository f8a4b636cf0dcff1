"""The base units of SBML, and what a unit measures: its dimensions, without scale and multiplier.

SBML Level 3 Version 1 Core, 4.4.2 (table 2); what a pathway's own measures may be in, 4.2.
"""

from collections.abc import Mapping
from types import MappingProxyType

from pathport.model.quantities import Unit, UnitFactor

__all__ = ["BASE_UNITS", "MEASURED", "PLAIN_AREA", "PLAIN_MEASURES", "dimensions_of"]

Dimensions = Mapping[str, float]
NONE: Dimensions = MappingProxyType({})

BASE_UNITS: Mapping[str, Dimensions] = {
    **{kind: {kind: 1.0} for kind in ("ampere", "candela", "item", "kelvin", "metre", "mole")},
    "second": {"second": 1.0},
    "kilogram": {"gram": 1.0},
    "gram": {"gram": 1.0},
    "litre": {"metre": 3.0},
    **dict.fromkeys(("avogadro", "dimensionless", "radian", "steradian"), NONE),
    "becquerel": {"second": -1.0},
    "coulomb": {"ampere": 1.0, "second": 1.0},
    "farad": {"gram": -1.0, "metre": -2.0, "second": 4.0, "ampere": 2.0},
    "gray": {"metre": 2.0, "second": -2.0},
    "henry": {"gram": 1.0, "metre": 2.0, "second": -2.0, "ampere": -2.0},
    "hertz": {"second": -1.0},
    "joule": {"gram": 1.0, "metre": 2.0, "second": -2.0},
    "katal": {"mole": 1.0, "second": -1.0},
    "lumen": {"candela": 1.0},
    "lux": {"candela": 1.0, "metre": -2.0},
    "newton": {"gram": 1.0, "metre": 1.0, "second": -2.0},
    "ohm": {"gram": 1.0, "metre": 2.0, "second": -3.0, "ampere": -2.0},
    "pascal": {"gram": 1.0, "metre": -1.0, "second": -2.0},
    "siemens": {"gram": -1.0, "metre": -2.0, "second": 3.0, "ampere": 2.0},
    "sievert": {"metre": 2.0, "second": -2.0},
    "tesla": {"gram": 1.0, "second": -2.0, "ampere": -1.0},
    "volt": {"gram": 1.0, "metre": 2.0, "second": -3.0, "ampere": -1.0},
    "watt": {"gram": 1.0, "metre": 2.0, "second": -3.0},
    "weber": {"gram": 1.0, "metre": 2.0, "second": -2.0, "ampere": -1.0},
}
"""By name, what a base unit is made of; mass counts in gram, what has no dimension in nothing."""

_SUBSTANCE = ({"mole": 1.0}, {"item": 1.0}, {"gram": 1.0}, NONE)

MEASURED: Mapping[str, tuple[Dimensions, ...]] = {
    "substance": _SUBSTANCE,
    "extent": _SUBSTANCE,
    "time": ({"second": 1.0}, NONE),
    "volume": ({"metre": 3.0}, NONE),
    "area": ({"metre": 2.0}, NONE),
    "length": ({"metre": 1.0}, NONE),
}
"""By measure of a pathway, what its unit may be made of."""


PLAIN_AREA = Unit(id="area", factors=(UnitFactor(kind="metre", exponent=2),))

PLAIN_MEASURES: Mapping[str, str] = {
    "substance": "mole",
    "time": "second",
    "volume": "litre",
    "area": PLAIN_AREA.id,
    "length": "metre",
    "extent": "mole",
}
"""The units that stand in where a pathway tells none: those of SBML Level 2."""


def dimensions_of(unit: str, units: Mapping[str, Unit]) -> Dimensions:
    """What a unit by this name is made of: one of the pathway's, or else a base unit."""
    own = units.get(unit)
    if own is None:
        return BASE_UNITS.get(unit, NONE)
    found: dict[str, float] = {}
    for factor in own.factors:
        for kind, exponent in BASE_UNITS.get(factor.kind, NONE).items():
            found[kind] = found.get(kind, 0.0) + exponent * factor.exponent
    return {kind: exponent for kind, exponent in found.items() if exponent}
