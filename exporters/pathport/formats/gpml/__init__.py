"""GPML 2013a, as WikiPathways stores it and PathVisio draws it."""

from pathport.formats.gpml.read import read, sniff
from pathport.formats.gpml.rules import validate
from pathport.formats.gpml.write import write

__all__ = ["read", "sniff", "validate", "write"]
