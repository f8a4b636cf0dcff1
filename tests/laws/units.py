"""What a law compares at once of two pathways: the facts of one place, or of one whole."""

from pathport.model.facts import Facts

__all__ = ["Unit", "Units", "units_of"]

WHOLES = frozenset(
    {
        "authors",
        "components",
        "inputs",
        "members",
        "order",
        "outputs",
        "participants",
        "sources",
        "state.modifications",
    }
)
"""Fields whose values are members of one whole."""
KEYED = frozenset({"publications", "site_sets"})
"""Fields whose values have fields of their own."""

Unit = tuple[str, ...]
Units = dict[Unit, dict[tuple[str, str], object]]


def unit_of(construct: str, id_: str, field: str, key: str) -> Unit:
    root = field if field in WHOLES else field.partition(".")[0]
    if root in WHOLES and (construct, root) != ("module", "members"):
        return construct, id_, root
    if root in KEYED:
        return construct, id_, root, key.partition("|")[0]
    return construct, id_, field, key


def units_of(told: Facts) -> Units:
    units: Units = {}
    for place, value in told.items():
        units.setdefault(unit_of(*place), {})[place.field, place.key] = value
    return units
