"""Residues by the names that people give them: ``Y705``, ``Ser 15``, ``pT308``, ``Lys``.

A name that is none of these says no residue; the diagram keeps it. One letter alone is none: ``M``
and ``P`` may be what is on it.
"""

import math
import re
from functools import lru_cache

from pathport.formats.celldesigner.geometry import angle_of_mark
from pathport.formats.celldesigner.terms import EMPTY, MODIFIED, PROTEIN, UNKNOWN_STATE, kind_of
from pathport.model.check_states import GREATEST
from pathport.model.parts import Modification, Site

__all__ = [
    "LETTERS",
    "modification_read",
    "site_named",
    "sites_named",
    "spelled_site",
    "usual_angle",
]

ACIDS = {
    "ALA": "A", "ARG": "R", "ASN": "N", "ASP": "D", "CYS": "C", "GLN": "Q", "GLU": "E", "GLY": "G",
    "HIS": "H", "ILE": "I", "LEU": "L", "LYS": "K", "MET": "M", "PHE": "F", "PRO": "P", "SER": "S",
    "THR": "T", "TRP": "W", "TYR": "Y", "VAL": "V", "SEC": "U",
}  # fmt: skip
"""Amino acids by their three letters, with their one (IUPAC-IUB JCBN 1983)."""
THREE = {one: three.capitalize() for three, one in ACIDS.items()}
PROLINE = "P"
LETTERS = "".join(ACIDS.values())
NAME = re.compile(
    rf"p?-?(?:(?P<letter>[{LETTERS}])(?=[0-9])|(?P<acid>{'|'.join(ACIDS)}))?[ -]?"
    rf"(?P<position>[1-9][0-9]{{0,9}})?",
    re.IGNORECASE,
)


@lru_cache(maxsize=2**12)
def site_named(name: str, *, phosphorylated: bool = False) -> Site | None:
    """The residue and position that a name tells, or nothing: ``P402`` is proline 402, but of what
    is phosphorylated somewhere it is position 402, for which the P may stand as well.
    """
    match = NAME.fullmatch(name.strip())
    if match is None:
        return None
    letter = (match["letter"] or ACIDS.get((match["acid"] or "").upper(), "")).upper()
    if not (letter or phosphorylated) and name.strip() == f"{PROLINE}{match['position']}":
        letter = PROLINE
    position = int(match["position"]) if match["position"] else None
    if not (letter or position) or (position or 0) > GREATEST:
        return None
    return Site(residue=letter or None, position=position)


def sites_named(name: str) -> frozenset[Site]:
    """All that a name may tell."""
    both = (site_named(name, phosphorylated=it) for it in (False, True))
    return frozenset(filter(None, both))


def spelled_site(site: Site | Modification) -> str:
    """The name of a residue as pathport writes it; empty where nothing is known of it."""
    if site.position is None:
        return THREE.get(site.residue or "", site.residue or "")
    return f"{site.residue or ''}{site.position}"


def modification_read(state: str, site: Site | None) -> Modification:
    """What a residue in a state is; of one without a known place only that it is there."""
    place = site or Site()
    if state in (EMPTY, UNKNOWN_STATE):
        return Modification(residue=place.residue, position=place.position, absent=state == EMPTY)
    known = MODIFIED.word(state)
    word = None if known is not None else state
    kind = kind_of(state, place.residue) if known is not None else None
    return Modification(kind=kind, word=word, residue=place.residue, position=place.position)


def usual_angle(number: int, count: int, word: str = PROTEIN) -> float:
    """The angle of one of the residues of a template, by its place among them, from 0.

    Those of a protein are spread evenly from the upper right corner, against the clock: the name is
    in the middle. Those of other classes are along the upper edge.
    """
    if word != PROTEIN:
        return angle_of_mark((2 * (number + 1) / (count + 1) - 1, -1.0))
    return (math.pi / 4 + math.tau * number / max(count, 1)) % math.tau
