"""The columns of each construct: which field of the model each holds, and as what text.

Writer and reader go through the same rows. Name, id and what stands on edges alone are not here.
"""

import enum
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from pathport.formats.cx2.entries import evidence_read, evidence_spelled, reference_read
from pathport.formats.cx2.spelling import (
    member_read,
    member_spelled,
    organism_read,
    parts_read,
    parts_spelled,
    person_read,
    person_spelled,
    site_read,
    site_set_read,
    site_set_spelled,
    site_spelled,
    state_read,
    step_read,
    step_spelled,
)
from pathport.formats.cx2.terms import (
    BITS,
    BOOLEAN,
    COMPONENTS,
    DOUBLE,
    INTEGER,
    LIST,
    MOLECULE,
    TEXT,
    TYPE,
    TYPES,
)
from pathport.model.enumerations import (
    AssociationType,
    Certainty,
    Mechanism,
    ProcessType,
    Role,
    Side,
)
from pathport.model.notation import spell_state
from pathport.networks.columns import taxon

__all__ = [
    "ABOUT",
    "COLUMNS",
    "FIGURE",
    "OF_MOLECULE",
    "OF_SINGLE",
    "READ",
    "Column",
    "fits",
    "prefixed",
    "told",
]

Spell = Callable[[Any], Any]


def as_it_is(value: Any) -> Any:
    """A value that a column holds as it is."""
    return value.value if isinstance(value, enum.Enum) else value


class Column(msgspec.Struct, frozen=True):
    """A column for a field: its type, and how a value, or each value of a list, is spelled."""

    name: str
    field: str
    type: str = TEXT
    spell: Spell = as_it_is
    read: Spell = as_it_is
    """Raises ValueError for what it does not understand."""

    def value(self, content: Any) -> Any:
        """What stands in the column for the content of the field."""
        return [self.spell(it) for it in content] if self.type == LIST else self.spell(content)


def fits(value: Any, type_: str) -> bool:
    """Whether a value is of a column's type."""
    inner = type_.removeprefix("list_of_")
    if inner != type_:
        return isinstance(value, list) and all(fits(it, inner) for it in value)
    if isinstance(value, bool):
        return type_ == BOOLEAN
    if not isinstance(value, TYPES[type_]):
        return False
    return type_ not in BITS or -(2 ** BITS[type_]) <= value < 2 ** BITS[type_]


ABOUT = (
    Column("synonyms", "synonyms", LIST),
    Column("notes", "notes", LIST),
    Column("references", "references", LIST, read=reference_read),
    Column("evidence", "evidence", LIST, evidence_spelled, evidence_read),
    Column("certainty", "certainty", read=Certainty),
    Column("data_sources", "data_sources", LIST),
    Column("original_id", "original_id"),
)
"""What every thing may say of itself, beside its name and identifiers."""


def prefixed(columns: tuple[Column, ...], prefix: str) -> tuple[Column, ...]:
    """The same columns of another thing on the same node."""
    return tuple(msgspec.structs.replace(it, name=f"{prefix}{it.name}") for it in columns)


OF_MOLECULE = (
    Column("molecule_name", "name"),
    Column("roles", "roles", LIST, read=Role),
    Column("molecule_organism", "organism", TEXT, taxon, organism_read),
    Column("molecule_members", "members", LIST, member_spelled, member_read),
    Column("molecule_sites", "sites", LIST, site_spelled, site_read),
    Column("molecule_site_sets", "site_sets", LIST, site_set_spelled, site_set_read),
    *(
        msgspec.structs.replace(it, name=f"molecule_{it.name}") if it.name != "synonyms" else it
        for it in ABOUT
    ),
)
"""The molecule of a node; its synonyms are what people look for, and have the plain name."""

CITED = (Column("citation", "references", LIST, read=reference_read),)
"""What other programs call literature: read, never written."""

OF_SINGLE = tuple(
    msgspec.structs.replace(it, name="form_synonyms") if it.name == "synonyms" else it
    for it in ABOUT
)
"""What a species with a molecule says of itself."""

SPECIES = (
    Column(COMPONENTS, "components", TEXT, parts_spelled, parts_read),
    Column("members", "members", LIST),
    Column("modifications", "state", TEXT, spell_state, state_read),
    Column("side", "side", read=Side),
    Column("cell_type", "cell_type"),
    Column("tissue", "tissue"),
)

FIGURE = (
    Column("figure_reference", "reference", read=reference_read),
    Column("figure_label", "label"),
    Column("figure_url", "url"),
)
"""The figure that a pathway was drawn from."""

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "pathway": (
        Column("organism", "organism", TEXT, taxon, organism_read),
        Column("author", "authors", LIST, person_spelled, person_read),
        Column("created", "created"),
        Column("modified", "modified"),
        Column("version", "version"),
        Column("rights", "licence"),
        Column("order", "order", LIST, step_spelled, step_read),
        *ABOUT,
    ),
    "compartment": (
        Column("dimensions", "dimensions", INTEGER),
        Column("inside", "inside"),
        Column("membrane_of", "membrane_of"),
        Column("size", "size", DOUBLE),
        Column("unit", "unit"),
        Column("constant", "constant", BOOLEAN),
        *ABOUT,
    ),
    "molecule": OF_MOLECULE,
    "single": (Column(MOLECULE, "molecule"), *SPECIES, *OF_SINGLE),
    "species": (*SPECIES, *ABOUT),
    "process": (
        Column(TYPE, "type", read=ProcessType),
        Column("reversible", "reversible", BOOLEAN),
        Column("spontaneous", "spontaneous", BOOLEAN),
        *ABOUT,
    ),
    "control": (Column("mechanism", "mechanism", read=Mechanism), *ABOUT),
    "association": (Column(TYPE, "type", read=AssociationType), *ABOUT),
    "module": (Column("order", "order", LIST, step_spelled, step_read), *ABOUT),
}
"""The columns of each construct; a species that has a molecule is ``single``."""

FOREIGN: Mapping[str, tuple[Column, ...]] = {
    "pathway": CITED,
    "single": CITED,
    "control": CITED,
    "association": CITED,
}
"""Columns of other programs that are read as well, and never written."""

READ: Mapping[str, tuple[Column, ...]] = {
    construct: (*columns, *FOREIGN.get(construct, ())) for construct, columns in COLUMNS.items()
}
"""All columns of each construct that are read."""


def told(thing: msgspec.Struct, columns: tuple[Column, ...]) -> Iterator[tuple[str, Any]]:
    """What stands in the columns of a thing; a default stands in none."""
    defaults = _defaults(type(thing))
    for column in columns:
        content = getattr(thing, column.field)
        if content is not defaults[column.field] and content != defaults[column.field]:
            yield column.name, column.value(content)


def _defaults(cls: type[msgspec.Struct]) -> Mapping[str, Any]:
    found = _DEFAULTS.get(cls)
    if found is None:
        found = {it.name: it.default for it in msgspec.structs.fields(cls)}
        _DEFAULTS[cls] = found
    return found


_DEFAULTS: dict[type[msgspec.Struct], Mapping[str, Any]] = {}
