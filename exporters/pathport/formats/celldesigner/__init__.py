"""CellDesigner 4.4: SBML Level 2 Version 4 with its extension, a diagram that can be edited."""

from pathport.formats import Limits
from pathport.formats.celldesigner.read import read, sniff
from pathport.formats.celldesigner.rules import validate
from pathport.formats.celldesigner.write import write
from pathport.model.enumerations import Kind

__all__ = ["LIMITS", "read", "sniff", "validate", "write"]

LIMITS = Limits(elementless=frozenset(Kind), splits_gates=True)
"""A molecule that is no template is what its species say, and one that nothing uses is nowhere.
Gates join species, and no gates."""
