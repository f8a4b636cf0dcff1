"""What of a pathway its layout has no box for, and the pathway without that."""

from collections.abc import Collection

import msgspec

from pathport.model.pathway import Pathway

__all__ = ["unplaced", "without"]


def unplaced(pathway: Pathway) -> tuple[str, ...]:
    """The species that no box shows, be it as a member of a set."""
    boxes = {box.species for box in pathway.layout.boxes}
    listed = {it for each in pathway.species if each.id in boxes for it in each.members}
    return tuple(it.id for it in pathway.species if it.id not in boxes and it.id not in listed)


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
    )
