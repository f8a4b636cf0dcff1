"""Residues of templates: how a modified site is called, and where on its box it usually sits.

A residue is called by amino acid and position (``Y705``), as far as these are known. What is called
otherwise is a named set of sites. Long names of amino acids are read, too (``Tyr705``, ``pT308``).
"""

import math
import re

from pathport.model.parts import Modification

__all__ = ["Called", "called", "label_of", "name_of_site", "usual_angle"]

AMINO_ACIDS = {
    "Ala": "A", "Arg": "R", "Asn": "N", "Asp": "D", "Cys": "C", "Gln": "Q", "Glu": "E", "Gly": "G",
    "His": "H", "Ile": "I", "Leu": "L", "Lys": "K", "Met": "M", "Phe": "F", "Pro": "P", "Ser": "S",
    "Thr": "T", "Trp": "W", "Tyr": "Y", "Val": "V",
}  # fmt: skip
LETTERS = "".join(AMINO_ACIDS.values())
SITE = re.compile(rf"(?:p-?)?(?P<residue>{'|'.join(AMINO_ACIDS)}|[{LETTERS}])?[- ]?(?P<at>\d+)?")
FURTHEST = 2**31 - 1
"""The last position that a chain may have."""

Called = tuple[str | None, int | None]
"""A residue (one letter) and a position."""


def name_of_site(residue: str | None, position: int | None) -> str:
    """What a site is called in a file; nothing where nothing is known of it."""
    return f"{residue or ''}{'' if position is None else position}"


def called(name: str) -> Called | None:
    """The residue and position that it is called by, or nothing if it is called otherwise."""
    found = SITE.fullmatch(name.strip())
    if found is None:
        return None
    residue, at = found["residue"], found["at"]
    position = int(at) if at and len(at) <= len(str(FURTHEST)) else None
    if at and (position is None or not 1 <= position <= FURTHEST):
        return None
    return AMINO_ACIDS.get(residue or "", residue), position


def label_of(item: Modification) -> str:
    """What the residue of a modification is called."""
    return item.site_set or name_of_site(item.residue, item.position)


def usual_angle(number: int, count: int) -> float:
    """The angle of one of the residues of a template, by its place among them, from 0.

    They are spread evenly from the upper right corner, against the clock: the name is in the
    middle.
    """
    return (math.pi / 4 + math.tau * number / max(count, 1)) % math.tau
