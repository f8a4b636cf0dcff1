"""Which statements about an element tell what a pathway has constructs for, and are no identifiers.

Reader and writer both ask here, so that an identifier is written as a statement only where it is
read as that identifier. What is not among them is an identifier with this relation. BioModels.net
qualifiers.
"""

from collections.abc import Callable
from functools import partial

from pathport.formats.sbml.terms import (
    ASSOCIATION,
    DEFINED_SET,
    HAS_PART,
    HAS_PROPERTY,
    IS_PART_OF,
    KIND,
    MECHANISM,
    MODIFICATION_PREFIX,
    OWN_PREFIX,
    SHAPE,
    SURROUNDINGS,
    TRIGGER,
)
from pathport.model.enumerations import Kind
from pathport.model.things import Species

__all__ = [
    "OWN_PROPERTY",
    "Tells",
    "is_association_type",
    "is_effect",
    "is_property",
    "tells",
    "tells_association",
    "tells_nothing",
    "tells_surrounding",
]

Tells = Callable[[str, str], bool]
"""Whether a statement, of this qualifier and CURIE, tells a construct of the pathway."""

OWN_PROPERTY: dict[str | None, Kind] = {KIND.word(kind): kind for kind in SHAPE}
"""The kinds of molecules that a property tells."""


def tells_nothing(_qualifier: str, _term: str) -> bool:
    """Of what has no constructs but those of SBO's terms, which are no identifiers anywhere."""
    return False


def tells(species: Species) -> Tells:
    """Of a species: its parts, what it is and its state, and where it is beside its compartment."""
    return partial(_tells_species, species)


def _tells_species(species: Species, qualifier: str, term: str) -> bool:
    return (
        qualifier == HAS_PART
        or (qualifier == HAS_PROPERTY and is_property(term))
        or (qualifier == IS_PART_OF and tells_surrounding(species, term))
    )


def tells_association(qualifier: str, term: str) -> bool:
    """Of an association: its type."""
    return qualifier == HAS_PROPERTY and is_association_type(term)


def is_property(term: str) -> bool:
    """Whether a property of a species tells its kind, its roles or its state."""
    own = term.startswith((MODIFICATION_PREFIX, f"{OWN_PREFIX}:"))
    return own or term == DEFINED_SET or term in OWN_PROPERTY


def tells_surrounding(species: Species, term: str) -> bool:
    """Whether what a species is a part of would be its cell type or tissue: the first is, which is
    said before identifiers.
    """
    field = SURROUNDINGS.get(term.partition(":")[0])
    return field is not None and getattr(species, field) is None


def is_association_type(term: str) -> bool:
    """Whether a property of an association is its type."""
    return ASSOCIATION.key(term) is not None


def is_effect(term: str) -> bool:
    """Whether a property of a modifier tells its effect or mechanism."""
    return term == TRIGGER or MECHANISM.key(term) is not None
