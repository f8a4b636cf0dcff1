"""The lines that a file shows and that are no facts of it, as ways of a pathway's layout."""

import msgspec

from pathport.fidelity.reading import Reading
from pathport.layout.keeping import ids_of
from pathport.model.ids import numbered
from pathport.model.pathway import Pathway

__all__ = ["with_lines"]


def with_lines(pathway: Pathway, reading: Reading) -> Pathway:
    """The pathway with the lines that a file shows, and with what they end at, as far as there is
    what they are of, and what is at their ends; as it is unless its layout has boxes alone.
    """
    layout = pathway.layout
    if layout.ways or not layout.boxes:
        return pathway
    shown = reading.lines_shown()
    taken = ids_of(pathway) | {it.id for it in layout.boxes}
    taken |= {it.id for it in layout.drawing if it.id is not None}
    wanted = [it.id for it in shown.ways] + [it.id for it in shown.drawing if it.id is not None]
    names = numbered({it: it for it in wanted}, taken)
    signs = {it.id: names[it.id] for it in shown.drawing if it.id is not None}
    known = {it.id: it.id for it in layout.boxes} | signs
    things = ids_of(pathway)
    ways = tuple(
        msgspec.structs.replace(
            it,
            id=names[it.id],
            start=known.get(it.start or ""),
            end=known.get(it.end or ""),
        )
        for it in shown.ways
        if it.of in things and {it.start, it.end} <= {None, *known}
    )
    ends = {end for it in ways for end in (it.start, it.end)}
    drawing = tuple(
        msgspec.structs.replace(it, id=signs[it.id])
        for it in shown.drawing
        if it.id is not None and signs[it.id] in ends
    )
    layout = msgspec.structs.replace(layout, ways=ways, drawing=(*layout.drawing, *drawing))
    return msgspec.structs.replace(pathway, layout=layout)
