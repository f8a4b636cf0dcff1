"""GPML 2013a, as WikiPathways stores it and PathVisio draws it."""

from pathport.formats import Limits
from pathport.formats.gpml.read import read, read_apart, sniff
from pathport.formats.gpml.rules import validate
from pathport.formats.gpml.write import write
from pathport.model.enumerations import Kind

__all__ = ["LIMITS", "read", "read_apart", "sniff", "validate", "write"]

LIMITS = Limits(elementless=frozenset(Kind), splits_controls=True, names_boxes=True)
"""A molecule shows on its nodes; a control with several sources is as many lines; a species is
called after its box."""
