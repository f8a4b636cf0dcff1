"""SBML's rules."""

from pathport.findings import Finding
from pathport.formats.sbml.refusals import RULES as REFUSALS

__all__ = ["RULES", "validate"]
RULES = REFUSALS


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:
    """What is wrong."""
    return ()
