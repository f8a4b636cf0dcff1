"""SIF, the simple interaction format of Cytoscape, with a table of nodes and one of edges."""

from pathport.formats import Limits
from pathport.formats.sif.rules import sniff, validate
from pathport.formats.sif.write import write

__all__ = ["LIMITS", "sniff", "validate", "write"]

LIMITS = Limits()
