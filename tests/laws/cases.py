"""What all laws share: the formats under them, the pathways within a format's limits, and what of
these has no name in a file. All of it is what the formats declare themselves; none is named here.
"""

from operator import attrgetter

import pytest
from hypothesis.strategies import SearchStrategy
from tests.laws.alike import Key, keys_of

from pathport.formats import Format, known_formats
from pathport.model.pathway import Pathway
from pathport.testing import pathways

__all__ = [
    "READ_AND_WRITTEN",
    "elementless",
    "every_format",
    "every_written_format",
    "within",
]

READ_AND_WRITTEN = tuple(fmt for fmt in known_formats() if fmt.reads and fmt.writes)

every_format = pytest.mark.parametrize("fmt", READ_AND_WRITTEN, ids=attrgetter("name"))
"""Marks a law: it holds for every format that is read and written."""

every_written_format = pytest.mark.parametrize(
    "fmt", [fmt for fmt in known_formats() if fmt.writes], ids=attrgetter("name")
)
"""Marks a law that reads nothing back: it holds for formats that are only written too."""


def elementless(fmt: Format, sent: Pathway, found: Pathway) -> frozenset[Key]:
    """The things of either pathway that have no element of their own, or no id, in a file."""
    limits = fmt.limits
    without = {
        ("molecule", it.id)
        for it in (*sent.molecules, *found.molecules)
        if it.kind in limits.elementless
    }
    split = (
        it
        for it in sent.controls
        if limits.splits_controls or (limits.splits_gates and it.sources.gates)
    )
    without |= {("control", it.id) for it in split if len(list(it.sources.species())) > 1}
    if limits.names_boxes:
        without |= {("species", it) for p in (sent, found) for it in called_otherwise(p)}
        without |= {("compartment", id_) for id_ in places_called_otherwise(sent, found)}
    unnamed = {key for key in keys_of(sent) if len(key[1]) > limits.longest_id}
    constructs = {construct for construct, _ in unnamed}
    unnamed |= {key for key in keys_of(found) - keys_of(sent) if key[0] in constructs}
    return frozenset(without | unnamed)


def called_otherwise(pathway: Pathway) -> set[str]:
    """The species that have a box with another id, and the ids of these boxes."""
    boxes = [box for box in pathway.layout.boxes if box.part is None and box.id != box.species]
    return {name for box in boxes for name in (box.species, box.id)}


def places_called_otherwise(sent: Pathway, found: Pathway) -> set[str]:
    """Compartments called after their text and id, for the id looks as if made by chance."""
    ours, theirs = ({it.id for it in pathway.compartments} for pathway in (sent, found))
    pairs = ((own, id_) for own in ours - theirs for id_ in theirs - ours)
    return {name for own, id_ in pairs if id_.endswith(f"_{own}") for name in (own, id_)}


def within(fmt: Format) -> SearchStrategy[Pathway]:
    """Pathways that the format can hold."""
    return pathways(within=fmt.limits)
