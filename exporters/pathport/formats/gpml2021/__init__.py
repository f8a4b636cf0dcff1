"""GPML 2021, which PathVisio 4 draws: a dialect of GPML 2013a."""

from pathport.formats.gpml import LIMITS
from pathport.formats.gpml2021.read import read, read_apart, sniff
from pathport.formats.gpml2021.rules import validate
from pathport.formats.gpml2021.write import write

__all__ = ["LIMITS", "read", "read_apart", "sniff", "validate", "write"]
