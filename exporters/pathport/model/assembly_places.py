"""Where the faults of a pathway stand in the document that it was assembled from."""

from collections.abc import Callable

from pathport.model.assembly_species import Origin
from pathport.model.facts import PATHWAY
from pathport.model.faults import Fault
from pathport.model.slips import Slip

__all__ = ["placed"]

FIELD_KEYS = {
    "inputs": ("is",),
    "outputs": ("is",),
    "participants": ("between",),
    "target": ("of", "on"),
    "sources": ("by",),
    "form": ("is", "components", "members"),
    "molecule": ("is",),
    "components": ("components", "is"),
    "state": ("state", "is"),
    "compartment": ("compartment", "is"),
    "side": ("side", "is"),
}
"""The keys of an entry under which a field of the model may be written, if not its own name."""

PATHWAY_KEYS = {"name": ("title",), "notes": ("description",)}


def placed(fault: Fault, origin: Callable[[str, str], Origin]) -> Slip:
    """A fault of the model with its path; ``origin`` says where a thing was written."""
    construct, id_, field, _ = fault.place
    path, column = origin(construct, id_)
    first = field.partition(".")[0]
    own = PATHWAY_KEYS if construct == PATHWAY else FIELD_KEYS
    keys = own.get(first, (first,) if first else ())
    return Slip(
        rule=fault.rule,
        path=path,
        sentence=fault.sentence,
        remedy=fault.remedy,
        column=column,
        keys=keys,
        at_key=not column,
        quoted=fault.quoted,
    )
