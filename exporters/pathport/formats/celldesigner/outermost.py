"""The compartment around all others: in every file, called ``default``, and drawn nowhere.

Of most it is told nothing, and it is no place of a pathway. One of which something is told, or that
a formula names, is: all that is in no other is in it, and it is the same in a file again.
CellDesigner Extension Tag Specification, fourth edition.
"""

from collections.abc import Mapping

import msgspec

from pathport.fidelity.records import Anchor
from pathport.formats.celldesigner.terms import DEFAULT
from pathport.formats.sbml.foreign import new_names
from pathport.model.pathway import Pathway
from pathport.model.references import renamed
from pathport.model.things import Compartment

__all__ = ["outermost_called", "says_nothing", "without_outermost"]

UNITS = (None, "volume", "litre")
"""The unit of its size, where nothing else is told."""
SIZES = (None, 1.0)
DIMENSIONS = (None, 3)
HERE: Anchor = ("compartment", DEFAULT)


def says_nothing(place: Compartment) -> bool:
    """Whether what stands in every file is all that is told of the one that is called so."""
    bare = msgspec.structs.replace(place, size=None, unit=None, dimensions=None)
    is_usual = place.size in SIZES and place.unit in UNITS and place.dimensions in DIMENSIONS
    return is_usual and bare == Compartment(id=DEFAULT)


def outermost_called(pathway: Pathway) -> Mapping[Anchor, str]:
    """The compartment that is ``default`` in a file, and that; nothing where none is.

    It was called so, the reader would give it its id again, everything is in it, and it has no
    frame.
    """
    found = next((it for it in pathway.compartments if _may_be(it, pathway)), None)
    if found is None:
        return {}
    anchor = ("compartment", found.id)
    ids = {anchor: DEFAULT}
    return ids if new_names(renamed(pathway, ids)).get(HERE) == found.id else {}


def _may_be(place: Compartment, pathway: Pathway) -> bool:
    if place.original_id != DEFAULT or place.dimensions not in DIMENSIONS:
        return False
    others = (it for it in pathway.compartments if it.id != place.id)
    return (
        place.inside is None
        and all(it.inside is not None for it in others)
        and all(it.compartment is not None for it in pathway.species)
        and all(it.compartment != place.id for it in pathway.layout.frames)
    )


def without_outermost(pathway: Pathway) -> Pathway:
    """A pathway as it is drawn: what is in the outermost compartment alone is in none."""
    if all(it.id != DEFAULT for it in pathway.compartments):
        return pathway
    replace = msgspec.structs.replace
    return replace(
        pathway,
        compartments=tuple(
            replace(
                it,
                inside=None if it.inside == DEFAULT else it.inside,
                membrane_of=None if it.membrane_of == DEFAULT else it.membrane_of,
            )
            for it in pathway.compartments
            if it.id != DEFAULT
        ),
        species=tuple(
            replace(it, compartment=None, side=None) if it.compartment == DEFAULT else it
            for it in pathway.species
        ),
    )
