"""What makes a valid diagram: the rules of SBML, and what CellDesigner's own files hold to."""

from collections.abc import Mapping

from pathport.findings import Finding
from pathport.formats.sbml import rules as base

__all__ = ["TOLERATED", "validate"]

TOLERATED: Mapping[str, str] = {**base.TOLERATED}
"""Warnings that a sound export may have, by code, each with the reason."""


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:
    """What is wrong with a file, in file order, and a note on which of libSBML's checks ran.

    :raises UnreadableError: if it is not XML, not SBML, or of Level 1.
    """
    return base.validate(content, path=path, full=full)
