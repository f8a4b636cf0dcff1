"""GraphML, which Cytoscape, yEd, Gephi and igraph read."""

from pathport.formats import Limits
from pathport.formats.graphml.rules import sniff, validate
from pathport.formats.graphml.write import write

__all__ = ["LIMITS", "sniff", "validate", "write"]

LIMITS = Limits()
