"""Where the faults of a pathway stand in the document that it was assembled from."""

from collections.abc import Callable

from pathport.model.assembly_species import Origin
from pathport.model.facts import PATHWAY, keys_in
from pathport.model.faults import Fault
from pathport.model.numbers import WITHIN
from pathport.model.quantities import Quantities
from pathport.model.slips import Slip
from pathport.model.value import fields_of

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

KEYS = {field.name: field.keyed.key for field in fields_of(Quantities) if field.keyed}
"""What tells the entries of a list of quantities from each other."""

PATHWAY_KEYS = {"name": ("title",), "notes": ("description",)}


def placed(fault: Fault, origin: Callable[[str, str], Origin]) -> Slip:
    """A fault of the model with its path; ``origin`` says where a thing was written."""
    construct, id_, field, key = fault.place
    if construct == PATHWAY and field.startswith(WITHIN):
        return _of_quantity(fault, field.removeprefix(WITHIN), keys_in(key)[0])
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


def _of_quantity(fault: Fault, field: str, key: str) -> Slip:
    """A fault of a quantity: in the entry of its list that has its key."""
    name, *rest = field.split(".")
    return Slip(
        rule=fault.rule,
        path=("quantities", name),
        sentence=fault.sentence,
        remedy=fault.remedy,
        keys=tuple(rest[:1]),
        quoted=fault.quoted,
        inside=fault.index,
        among=(KEYS[name], key) if name in KEYS and key else None,
    )
