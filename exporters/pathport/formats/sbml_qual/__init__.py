"""SBML with the package qual: an influence graph, never mixed with processes."""

from pathport.formats.sbml_qual.read import read, sniff
from pathport.formats.sbml_qual.rules import validate
from pathport.formats.sbml_qual.write import write

__all__ = ["read", "sniff", "validate", "write"]
