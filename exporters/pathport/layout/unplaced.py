"""What of a pathway its layout has no box for, and the pathway without that."""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from pathport.model.layout import Box, Layout
from pathport.model.pathway import Pathway

__all__ = ["unplaced", "untold_parts", "without", "without_loose"]


def unplaced(pathway: Pathway) -> tuple[str, ...]:
    """The species that no box shows, be it as a member of a set that takes part in nothing by
    itself. Boxes of parts show a complex where lines end at them.
    """
    boxes = {box.species for box in pathway.layout.boxes} - _lost(pathway)
    listed = {it for each in pathway.species if each.id in boxes for it in each.members}
    listed -= {*_taking_part(pathway)}
    return tuple(it.id for it in pathway.species if it.id not in boxes and it.id not in listed)


def untold_parts(boxes: Sequence[Box]) -> frozenset[str]:
    """The boxes, in one of the same species, that do not tell what of it they show: programs that
    know nothing of parts drop the texts by which they are known.
    """
    species = {it.id: it.species for it in boxes}
    return frozenset(
        it.id
        for it in boxes
        if it.part is None and it.label is None and species.get(it.inside or "") == it.species
    )


def _lost(pathway: Pathway) -> set[str]:
    """The species that have boxes of parts alone, at which no line ends."""
    ends = {end for way in pathway.layout.ways for end in (way.start, way.end)}
    boxes = pathway.layout.boxes
    shown = {it.species for it in boxes if it.part is None or it.id in ends}
    return {it.species for it in boxes} - shown


def without_loose(pathway: Pathway) -> Pathway:
    """The pathway without the boxes of parts whose complex has lost its own."""
    lost = _lost(pathway)
    boxes = tuple(it for it in pathway.layout.boxes if it.species not in lost)
    layout = msgspec.structs.replace(pathway.layout, boxes=boxes)
    return msgspec.structs.replace(pathway, layout=layout) if lost else pathway


def _taking_part(pathway: Pathway) -> Iterator[str]:
    """The species that lines end at."""
    for process in pathway.processes:
        yield from (it.species for it in (*process.inputs, *process.outputs))
        yield process.template or ""
    for control in pathway.controls:
        yield from control.sources.species()
        yield control.target or ""
    for association in pathway.associations:
        yield from (it.species for it in association.participants)


def without(pathway: Pathway, species: Collection[str]) -> Pathway:
    """The pathway without these species, and without all that they have a part in."""
    gone = set(species)
    while more := {it.id for it in pathway.species if gone & set(it.members)} - gone:
        gone |= more
    processes = tuple(
        it
        for it in pathway.processes
        if it.template not in gone
        and not any(side.species in gone for side in (*it.inputs, *it.outputs))
    )
    controls = {it.id: it for it in pathway.controls if not gone & set(it.sources.species())}
    lost = {it.id for it in (*pathway.processes, *pathway.controls)} | gone
    lost -= {*controls, *(it.id for it in processes)}
    while fewer := {id_ for id_, it in controls.items() if it.target in lost}:
        lost |= fewer
        controls = {id_: it for id_, it in controls.items() if id_ not in fewer}
    return msgspec.structs.replace(
        pathway,
        species=tuple(it for it in pathway.species if it.id not in gone),
        processes=processes,
        controls=tuple(controls.values()),
        associations=tuple(
            it
            for it in pathway.associations
            if not any(each.species in gone for each in it.participants)
        ),
        layout=_without_boxes(pathway.layout, gone),
    )


def _without_boxes(layout: Layout, species: Collection[str]) -> Layout:
    """The layout without the boxes of these species, and without the lines at those."""
    gone = {it.id for it in layout.boxes if it.species in species}
    while more := {it.id for it in layout.boxes if it.inside in gone} - gone:
        gone |= more
    if not gone:
        return layout
    return msgspec.structs.replace(
        layout,
        boxes=tuple(it for it in layout.boxes if it.id not in gone),
        ways=tuple(it for it in layout.ways if not gone & {it.start, it.end}),
    )
