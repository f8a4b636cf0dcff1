"""New molecules that may be one that the document has: what they share with it is told.

A gene and its protein are two molecules, so that nothing is joined for an identifier alone.
"""

from collections.abc import Iterator

from pathport.findings import Finding, Location
from pathport.model.enumerations import Relation
from pathport.model.pathway import Pathway
from pathport.model.things import Molecule
from pathport.updating.rules import LIKE

__all__ = ["like_known"]

SAME = frozenset({Relation.IS, Relation.IS_ENCODED_BY, Relation.ENCODES})
"""How an identifier is of a molecule or of its gene, and of no family that has others too."""


def like_known(pathway: Pathway, ours: Pathway, path: str) -> Iterator[Finding]:
    """The molecules of an edited pathway that are new, and share something with one of ours."""
    known = {name: it.id for it in reversed(ours.molecules) for name in _names_of(it)}
    ids = {it.id for it in ours.molecules}
    for it in pathway.molecules:
        shared = next((name for name in _names_of(it) if name in known), None)
        if it.id not in ids and shared is not None:
            sentence = f'the new molecule {it.id} has "{shared}", as molecule {known[shared]} has'
            place = Location(path=path, subject=f"molecule {it.id}")
            yield LIKE.finding(sentence, place=place)


def _names_of(molecule: Molecule) -> Iterator[str]:
    """Its identifiers, also those of what it is encoded by, and what it is called."""
    yield from (it.id for it in molecule.identifiers if it.relation in SAME)
    yield molecule.name or molecule.id
