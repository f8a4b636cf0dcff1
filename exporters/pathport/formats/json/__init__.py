"""A pathport document in JSON (RFC 8259): holds all of a pathway."""

from pathport.formats import Limits
from pathport.formats.json.read import read, sniff
from pathport.formats.json.rules import validate
from pathport.formats.json.write import write

__all__ = ["LIMITS", "read", "sniff", "validate", "write"]

LIMITS = Limits(complete=True)
