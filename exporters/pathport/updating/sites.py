"""Which edits of known sites are none, in a file that shows sites where a species has them.

The document knows the sites of a molecule, a file only those that a species shows: one that went
from a node is known still, and one that came to a node may be known already.
"""

from collections.abc import Collection, Iterable

import msgspec

from pathport.fidelity.units import Unit
from pathport.model.parts import Site
from pathport.model.value import content_of, value_of
from pathport.updating.identity import SHOWN
from pathport.updating.merging import Edit

__all__ = ["known_sites"]

Spot = tuple[str, str]
"""A molecule, and where on it, with what: whatever is said of that."""


def known_sites(
    edits: Collection[Edit], ours: Iterable[Unit], shown: Collection[str]
) -> frozenset[Unit]:
    """The units of sites that were not edited; ``shown`` are the molecules that a file draws.

    What stands beside a new name may name the molecule as it was called before. Where something
    else is said of a site, and what was said went, that is an edit.
    """
    named = {it.unit.id for it in edits if it.unit[::2] == ("molecule", "name")}
    of_sites = [it for it in edits if _is_site(it.unit) and it.unit.id in shown]
    there = {_spot(unit) for unit in ours if _is_site(unit)}
    went = {_spot(it.unit) for it in of_sites if not it.after}
    came = {_spot(it.unit) for it in of_sites if not it.before}
    same = (came - went) & there
    said_anew = went & came
    return frozenset(
        it.unit
        for it in of_sites
        if it.unit.id in named
        or (not it.after and _spot(it.unit) not in said_anew)
        or (not it.before and _spot(it.unit) in same)
    )


def _is_site(unit: Unit) -> bool:
    return unit.construct == "molecule" and unit.field in SHOWN


def _spot(unit: Unit) -> Spot:
    key = unit.key or ""
    if unit.field != "sites":
        return unit.id, key
    site = value_of(key, Site)
    return unit.id, content_of(
        msgspec.structs.replace(site, certainty=None, reference=None, note=None)
    )
