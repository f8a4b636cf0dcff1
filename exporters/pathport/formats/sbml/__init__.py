"""SBML Level 3 Version 1 with groups: processes as reactions, controls as their modifiers."""

from pathport.formats.sbml.read import read, sniff
from pathport.formats.sbml.rules import validate
from pathport.formats.sbml.write import write

__all__ = ["read", "sniff", "validate", "write"]
