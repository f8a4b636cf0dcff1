"""What SBML's checks ask for where a pathway says nothing: units of the model and of elements.

Written for a pathway without anything to compute, and read as nothing there.
"""

from pathport.model.units import PLAIN_AREA as AREA
from pathport.model.units import PLAIN_MEASURES as UNTOLD_MEASURES

__all__ = ["AREA", "UNTOLD_MEASURES", "UNTOLD_UNITS"]

UNTOLD_UNITS = frozenset(
    {"dimensionless", "substance", "volume", "length", *UNTOLD_MEASURES.values()}
)
"""Units on elements that say no more; those of Level 2 are built in."""
