"""Cytoscape.js JSON: a network with places, and compartments as nodes that hold others."""

from pathport.formats import Limits
from pathport.formats.cyjs.rules import sniff, validate
from pathport.formats.cyjs.write import write

__all__ = ["LIMITS", "sniff", "validate", "write"]

LIMITS = Limits()
