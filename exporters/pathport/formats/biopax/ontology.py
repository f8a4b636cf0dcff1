"""The BioPAX Level 3 ontology as questions and answers, from the table ``biopax-level3.json``.

It holds the 68 classes and 96 properties with their domains, ranges, restrictions and
disjointness, and knows nothing of files or of the canonical model. The specification is
``biopax-level3.owl``, version 1.0; a test compares the table with it both ways.
"""

from functools import cache
from importlib.resources import files

import msgspec

__all__ = [
    "NAMESPACE",
    "Class",
    "Ontology",
    "Property",
    "allowed_classes",
    "allowed_values",
    "ancestors",
    "are_disjoint",
    "cardinality",
    "descendants",
    "fixed_value",
    "inverse_functional",
    "is_a",
    "may_instantiate",
    "ontology",
    "properties_of",
    "property_of",
]

NAMESPACE = "http://www.biopax.org/release/biopax-level3.owl#"

MANY: None = None
"""No upper bound of a cardinality."""


class Property(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A property: ``range`` names classes, or ``datatype`` an XML Schema type, or ``values`` words.

    ``parent`` is the property that it refines (``left`` refines ``participant``).
    """

    parent: str = ""
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    datatype: str = ""
    values: tuple[str, ...] = ()
    functional: bool = False
    inverse_functional: bool = False
    symmetric: bool = False
    transitive: bool = False

    @property
    def is_object(self) -> bool:
        """Whether its values are objects, not literals."""
        return bool(self.range)


class Class(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class: its parents and its restrictions, each by property.

    ``only`` is allValuesFrom over classes, ``values`` allValuesFrom over words, ``has`` hasValue,
    ``any_of`` the properties of which at least one has a value; the other three are cardinalities.
    """

    parents: tuple[str, ...]
    only: dict[str, tuple[str, ...]] = {}
    values: dict[str, tuple[str, ...]] = {}
    has: dict[str, str] = {}
    exactly: dict[str, int] = {}
    at_least: dict[str, int] = {}
    at_most: dict[str, int] = {}
    any_of: tuple[str, ...] = ()


class Ontology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole table. The classes of each group in ``disjoint`` exclude each other pairwise.

    OWL has no abstract classes: ``never`` (no object is of this class alone) is what the BioPAX
    validator and Paxtools refuse, ``discouraged`` what the validator calls too general.
    """

    namespace: str
    version: str
    never: tuple[str, ...]
    discouraged: tuple[str, ...]
    classes: dict[str, Class]
    properties: dict[str, Property]
    disjoint: tuple[tuple[str, ...], ...]


@cache
def ontology() -> Ontology:
    """The table, read once."""
    content = files("pathport.schemas").joinpath("biopax-level3.json").read_bytes()
    return msgspec.json.decode(content, type=Ontology)


@cache
def ancestors(name: str) -> frozenset[str]:
    """The class itself and everything above it; nothing for a class that BioPAX does not have."""
    known = ontology().classes.get(name)
    if known is None:
        return frozenset()
    return frozenset({name}).union(*map(ancestors, known.parents))


@cache
def descendants(name: str) -> frozenset[str]:
    """The class itself and everything below it; nothing for a class that BioPAX does not have."""
    return frozenset(each for each in ontology().classes if name in ancestors(each))


def is_a(name: str, ancestor: str) -> bool:
    """Whether the class is the other one or below it."""
    return ancestor in ancestors(name)


def may_instantiate(name: str) -> bool:
    """Whether an object may be of this class and of none below it."""
    return name in ontology().classes and name not in ontology().never


@cache
def property_of(cls: str, name: str) -> Property | None:
    """The property as objects of this class have it, or nothing: unknown, or not theirs.

    A property without a domain of its own (``displayName``) has that of its parent.
    """
    found = ontology().properties.get(name)
    if found is None or not ancestors(cls):
        return None
    domain = found.domain or ontology().properties[found.parent].domain
    return found if ancestors(cls) & set(domain) else None


@cache
def properties_of(cls: str) -> tuple[str, ...]:
    """The names of all properties that objects of this class may have, in the table's order."""
    return tuple(name for name in ontology().properties if property_of(cls, name))


@cache
def allowed_classes(cls: str, name: str) -> frozenset[str]:
    """Every class whose objects may be values of this property here; empty for a data property.

    The property's range and the restrictions of the class and of all above it are applied. Those
    on a parent property are not inherited: each range is narrower already, and by the letter
    ``stepProcess only Control`` would leave ``stepConversion`` without a value.
    """
    found = ontology().properties[name]
    allowed = _spread(found.range)
    for each in ancestors(cls):
        only = ontology().classes[each].only.get(name)
        allowed = allowed if only is None else allowed & _spread(only)
    return allowed


def _spread(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(descendants, names))


@cache
def allowed_values(cls: str, name: str) -> tuple[str, ...]:
    """The words that this property may have here; empty where any literal may be."""
    words = ontology().properties[name].values
    for each in ancestors(cls):
        only = ontology().classes[each].values.get(name)
        words = words if only is None else tuple(word for word in words if word in only)
    return words


@cache
def fixed_value(cls: str, name: str) -> str:
    """The one word that this property has in every object of the class (hasValue), or nothing."""
    found = (ontology().classes[each].has.get(name) for each in ancestors(cls))
    return next((word for word in found if word), "")


@cache
def cardinality(cls: str, name: str) -> tuple[int, int | None]:
    """How often objects of this class have this property: at least, and at most (None: any)."""
    least, most = 0, 1 if ontology().properties[name].functional else MANY
    for each in ancestors(cls):
        known = ontology().classes[each]
        exact = known.exactly.get(name)
        least = max(least, known.at_least.get(name, 0), exact or 0)
        most = _smaller(_smaller(most, known.at_most.get(name)), exact)
    return least, most


def _smaller(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else min(a, b)


@cache
def inverse_functional() -> frozenset[str]:
    """The properties by which an object is the value of one object only."""
    table = ontology().properties
    return frozenset(name for name, found in table.items() if found.inverse_functional)


@cache
def are_disjoint(a: str, b: str) -> bool:
    """Whether no object may be of both classes."""
    return any(
        _clash(ancestors(a) & set(group), ancestors(b) & set(group))
        for group in ontology().disjoint
    )


def _clash(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and (a != b or len(a) > 1)
