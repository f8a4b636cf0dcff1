"""Names that a file can't say, of what it shows in their place: they go when that is another thing.

What a species is called says what it is, so that a node which was given to another molecule is not
called as it was. Such a record is over nothing, but stands on the element of what it names.
"""

from collections.abc import Collection, Iterable, Mapping

from pathport.fidelity.linking import Names
from pathport.fidelity.records import Anchor, Link, Record
from pathport.fidelity.units import Unit

__all__ = ["misnamed"]

NAME = ("species", "name")
SHOWN = "molecule"


def misnamed(
    records: Mapping[Unit, tuple[Anchor, Record]],
    links: Iterable[tuple[Anchor, Link]],
    names: Names,
    apart: Collection[Anchor],
) -> list[Unit]:
    """The units of names of elements that natively show another molecule than they did.

    ``names`` are those that valid links give; what is ``apart`` is not joined, whatever was edited.
    """
    changed = {
        anchor
        for anchor, link in links
        if link.construct == SHOWN
        and not link.parts
        and (link.construct, link.id) not in apart
        and names.get((link.construct, link.native)) != link.id
    }
    return [
        unit
        for unit, (anchor, record) in records.items()
        if anchor in changed
        and anchor == (unit.construct, unit.id)
        and (unit.construct, unit.field) == NAME
        and not record.over
    ]
