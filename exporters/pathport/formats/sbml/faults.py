"""The faults of one file while it is walked: which rule, which element, what is wrong with it.

An element is known by its number in the file, from which its line and column are found at the end.
Nothing is known here of what SBML's elements mean.
"""

from collections.abc import Mapping

import msgspec
from lxml import etree

from pathport.findings import Finding, Location, Severity
from pathport.rules import Rule
from pathport.safety.lines import element_positions

__all__ = ["Faults", "Place", "Told"]

Told = dict[tuple[int, int], set[str]]
"""By line and column of an element, the codes told of it and of what stands right in it."""


class Place(msgspec.Struct, frozen=True):
    """Where a fault is: the numbers of the element and its parent, the construct around it."""

    number: int
    parent: int
    subject: str


class Fault(msgspec.Struct, frozen=True):
    """A breach of a rule."""

    rule: Rule
    sentence: str
    place: Place
    severity: Severity | None


class Faults:
    """What was found so far; ``subject`` names the construct that is looked at."""

    def __init__(self) -> None:
        self.found: list[Fault] = []
        self.subject = ""
        self.numbers: Mapping[etree._Element, int] = {}
        """The elements' numbers in the file, where they are counted."""

    def here(self, element: etree._Element) -> Place:
        """Where an element is."""
        parent = next(element.iterancestors(), element)
        number, around = self.numbers.get(element, 0), self.numbers.get(parent, 0)
        return Place(number, around, self.subject)

    def tell(
        self,
        rule: Rule,
        element: etree._Element,
        sentence: str,
        *,
        severity: Severity | None = None,
    ) -> None:
        """A breach by an element; how much it weighs is the rule's own unless given."""
        self.found.append(Fault(rule, sentence, self.here(element), severity))

    def add(
        self, rule: Rule, place: Place, sentence: str, *, severity: Severity | None = None
    ) -> None:
        """A breach by an element that is gone."""
        self.found.append(Fault(rule, sentence, place, severity))

    def findings(self, content: bytes, path: str) -> tuple[tuple[Finding, ...], Told]:
        """All of them in file order, with line and column, and what was told where."""
        wanted = {n for it in self.found for n in (it.place.number, it.place.parent)}
        places = element_positions(content, wanted)
        told: Told = {}
        for it in self.found:
            for number in (it.place.number, it.place.parent):
                told.setdefault(places[number], set()).add(it.rule.code)
        ordered = sorted(self.found, key=lambda it: it.place.number)
        return tuple(_finding(it, places[it.place.number], path) for it in ordered), told


def _finding(fault: Fault, at: tuple[int, int], path: str) -> Finding:
    place = Location(path=path, line=at[0], column=at[1], subject=fault.place.subject)
    return fault.rule.finding(fault.sentence, place=place, severity=fault.severity)
