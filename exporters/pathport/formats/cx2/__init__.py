"""CX2, the network format of Cytoscape and NDEx."""

from pathport.formats import Limits
from pathport.formats.cx2.read import read, sniff
from pathport.formats.cx2.rules import validate
from pathport.formats.cx2.write import write

__all__ = ["LIMITS", "read", "sniff", "validate", "write"]

LIMITS = Limits()
