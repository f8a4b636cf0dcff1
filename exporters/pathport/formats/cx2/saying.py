"""What the columns of networks and molecules say, the same in every view of a pathway."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pathport.formats.cx2.columns import COLUMNS, FIGURE, told
from pathport.formats.cx2.entries import entries_spelled
from pathport.formats.cx2.terms import (
    DESCRIPTION,
    ID,
    MEMBER,
    NAME,
    REFERENCE,
    REPRESENTS,
    TYPE,
)
from pathport.model.pathway import Pathway
from pathport.model.things import Molecule

__all__ = ["Values", "listed", "of_molecule", "of_network", "represented"]

Values = dict[str, Any]


def listed(column: str, texts: Sequence[str]) -> Values:
    """A column with a list, or none where it is empty."""
    return {column: list(texts)} if texts else {}


def of_network(pathway: Pathway) -> Values:
    """What a network says of its pathway."""
    found: Values = {ID: pathway.id, NAME: pathway.name or pathway.id}
    found |= told(pathway, COLUMNS["pathway"])
    found |= entries_spelled(pathway.identifiers, pathway.accessions, best=False)
    if pathway.figure is not None:
        found |= told(pathway.figure, FIGURE)
    for one, several in ((DESCRIPTION, "notes"), (REFERENCE, "references")):
        texts = found.pop(several, [])
        found |= {one: texts[0]} if texts else {}
        found |= listed(several, texts[1:])
    return found


def of_molecule(molecule: Molecule, molecules: Mapping[str, Molecule]) -> Values:
    """What a node says of its molecule."""
    return {
        TYPE: molecule.kind.value,
        **dict(told(molecule, COLUMNS["molecule"])),
        **entries_spelled(molecule.identifiers, molecule.accessions),
        **listed(MEMBER, represented((it.molecule for it in molecule.members), molecules)),
    }


def represented(ids: Iterable[str], molecules: Mapping[str, Molecule]) -> list[str]:
    """What the nodes of these molecules represent, each once."""
    found: dict[str, None] = {}
    for id_ in ids:
        known = molecules.get(id_)
        own = entries_spelled(known.identifiers, ()).get(REPRESENTS) if known else None
        found |= {own: None} if isinstance(own, str) else {}
    return list(found)
