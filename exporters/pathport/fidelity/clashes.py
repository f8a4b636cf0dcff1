"""Ids that a file gave to one thing while a thing without an element in it had the same.

Whoever adds a species to a file sees the ids of its elements, not those of molecules and of what
else records alone tell of. The element keeps the id; the other thing gets one that is free.
"""

from collections.abc import Collection, Iterable, Iterator

from pathport.fidelity.records import Anchor
from pathport.model.ids import numbered
from pathport.model.parts import Component
from pathport.model.pathway import Pathway
from pathport.model.references import renamed

__all__ = ["Moved", "part_ids", "unclashed"]

Moved = dict[Anchor, str]
"""By construct and new id of a thing that got another one, its former id."""


def unclashed(pathway: Pathway, elements: Collection[Anchor]) -> tuple[Pathway, Moved]:
    """The pathway in which no other thing has the id of an element, in whatever case.

    The pathway's own id and those of quantities are that of no thing, but may differ from one by
    case alone, as cxcr4 does from CXCR4 (`pathport.model.check`). An element that a record made
    another construct of is that.
    """
    others = {pathway.id, *pathway.quantities.ids()}
    things = [(construct, thing.id) for construct, thing in pathway.things()]
    held = {id_.lower() for construct, id_ in things if (construct, id_) in elements}
    clashing = [
        key
        for key in things
        if key not in elements and (key[1].lower() in held or key[1] in others)
    ]
    if not clashing:
        return pathway, {}
    taken = (*others, *(id_ for _, id_ in things), *part_ids(pathway))
    ids = numbered({" ".join(key): key[1] for key in clashing}, taken)
    names = {key: ids[" ".join(key)] for key in clashing}
    return renamed(pathway, names), {(key[0], new): key[1] for key, new in names.items()}


def part_ids(pathway: Pathway) -> Iterator[str]:
    """The ids that components of complexes have."""
    for species in pathway.species:
        yield from _ids_of(species.components)


def _ids_of(components: Iterable[Component]) -> Iterator[str]:
    for component in components:
        if component.id is not None:
            yield component.id
        yield from _ids_of(component.components)
