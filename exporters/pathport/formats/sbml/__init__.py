"""SBML Level 3 Version 1 with groups, layout and render: processes are reactions."""

from pathport.formats import Limits
from pathport.formats.sbml.read import read, sniff
from pathport.formats.sbml.rules import validate
from pathport.formats.sbml.write import write
from pathport.model.enumerations import Kind

__all__ = ["LIMITS", "read", "sniff", "validate", "write"]

LIMITS = Limits(elementless=frozenset(Kind), splits_controls=True)
"""A molecule is what its species are annotated with."""
