"""What a file says that breaks a rule of the model, taken out of what was read, and named.

A file of another program is not refused for what it says: a process that names a species which is
not there is read without it. What was taken out is the least that the fault is about: a value, else
a field, else the thing. The module knows facts and faults, and no format.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from pathport.findings import Severity
from pathport.model.check import Fault, check
from pathport.model.facts import PATHWAY, Facts, Place, Scalar, build, facts, keys_in, outer_key
from pathport.model.pathway import Pathway
from pathport.rules import Rule

__all__ = ["RULES", "UNSOUND", "mended"]

UNSOUND = Rule(
    code="FID005",
    severity=Severity.WARNING,
    title="what a file says holds to the rules of a pathway",
    remedy="correct it in the file; until then it is left out of what is read",
    source="DESIGN: formats",
)
RULES = (UNSOUND,)

Anchor = tuple[str, str]
Extent = Callable[[Place], tuple[str, ...]]
"""What is left out together with a fact: all that it gives the same for."""


def mended(pathway: Pathway, faults: list[Fault]) -> tuple[Pathway, list[Fault], list[Fault]]:
    """The pathway without what is faulty, what is still odd about it, and the faults it had.

    Faults that can't be mended stay: there is nothing to take out.
    """
    had: list[Fault] = []
    while errors := [it for it in faults if it.rule.severity is Severity.ERROR]:
        there = facts(pathway)
        by_thing: dict[Anchor, Facts] = defaultdict(dict)
        for place, value in there.items():
            by_thing[place[:2]][place] = value
        gone = {place for fault in errors for place in _places(fault, by_thing)}
        if not gone:
            break
        had += errors
        pathway = _built_without(gone, there)
        faults = check(pathway)
    return pathway, faults, had


def _built_without(gone: set[Place], there: Facts) -> Pathway:
    """The pathway without these facts, and without what can't be there for want of them."""
    for extent in NEAR:
        try:
            return build(_without(gone, there, extent))
        except ValueError:  # an event without its trigger is none: it goes as a whole
            continue
    return build(_without(gone, there, _thing))


def _without(gone: set[Place], there: Facts, extent: Extent) -> Facts:
    taken = {extent(place) for place in gone}
    return {place: value for place, value in there.items() if extent(place) not in taken}


def _thing(place: Place) -> tuple[str, ...]:
    return place[:2]


def _places(fault: Fault, by_thing: Mapping[Anchor, Facts]) -> Iterable[Place]:
    """The facts that a fault is about, as few as it tells apart."""
    here = by_thing.get(fault.place[:2], {})
    root = _root(fault.place)
    of_field = {p: value for p, value in here.items() if root and _root(p) == root}
    by_key = [p for p in of_field if _has_key(p, fault)]
    by_value = [p for p, value in of_field.items() if _tells(p, value, fault.quoted)]
    whole = () if fault.place.construct == PATHWAY else here
    return by_key or by_value or of_field or whole


def _root(place: Place) -> str:
    """The field of a thing; of the pathway, which has whole lists in its fields, the list."""
    depth = 2 if place.construct == PATHWAY else 1
    return ".".join(place.field.split(".")[:depth])


NEAR: tuple[Extent, ...] = (
    tuple,
    lambda place: (*_thing(place), _root(place), outer_key(place.key)),
    lambda place: (*_thing(place), _root(place)),
)
"""A fact alone, the value of its key with all fields, its field."""


def _has_key(place: Place, fault: Fault) -> bool:
    keys = keys_in(place.key)
    of_fault = keys_in(fault.place.key)
    is_inside = bool(fault.place.key) and keys[: len(of_fault)] == of_fault
    return is_inside or (bool(place.key) and keys[0] == fault.quoted)


def _tells(place: Place, value: Scalar, quoted: str) -> bool:
    return bool(quoted) and (quoted in place.key or str(value) == quoted)
