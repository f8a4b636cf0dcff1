"""SBML with the package qual: an influence graph, never mixed with processes."""

from pathport.formats import Limits
from pathport.formats.sbml_qual.read import read, sniff
from pathport.formats.sbml_qual.rules import validate
from pathport.formats.sbml_qual.write import write
from pathport.model.enumerations import Kind

__all__ = ["LIMITS", "read", "sniff", "validate", "write"]

LIMITS = Limits(elementless=frozenset(Kind))
"""A molecule is what its species are annotated with; a control is one transition, or a record."""
