"""A pathport document in YAML 1.2: holds all of a pathway."""

from pathport.formats import Limits
from pathport.formats.yaml.read import read, sniff
from pathport.formats.yaml.rules import validate
from pathport.formats.yaml.write import write

__all__ = ["LIMITS", "read", "sniff", "validate", "write"]

LIMITS = Limits(complete=True)
