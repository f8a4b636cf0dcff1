"""What an SBML file says and a pathway has no place for: each thing by name and place; and what is
odd in it, and read all the same.

Things that come by the hundred (amounts, rate laws, what packages add) are told once for each kind,
with how many there are and where the first of them stands. Each sentence tells the element it is
of: files of one line have no other place. What is lost is decided by those who read; this module
knows elements by their names alone.
"""

import msgspec
from lxml import etree

from pathport.findings import Finding, Location
from pathport.formats.sbml.annotation import attribute_of, elements_in, line_of, name_of
from pathport.formats.sbml.refusals import LOST
from pathport.rules import Rule

__all__ = ["Losses"]


class _Kind(msgspec.Struct):
    """Losses of one kind: the first of them, how many there are, and elements in all of them."""

    first: str
    many: str
    place: Location
    rule: Rule
    number: int = 0
    elements: int = 0
    others: bool = False
    """Whether some of them are of other elements than the first is."""
    is_lost: bool = True

    def finding(self) -> Finding:
        told = self.first if self.number == 1 else f"{self.many}, {self.number} times"
        if self.elements:
            told += f" (elements in {'it' if self.number == 1 else 'them'}: {self.elements})"
        others = " and others" if self.others else ""
        return _finding(self.rule, told, self.place, others, is_lost=self.is_lost)


def _finding(
    rule: Rule, what: str, place: Location, others: str = "", *, is_lost: bool = True
) -> Finding:
    about = f"{place.subject}{others}" if place.subject else ""
    words = ("lost in reading", about) if is_lost else (about,)
    return rule.finding(f"{' '.join(filter(None, words))}: {what}", place=place)


class Losses:
    """What was lost of a file, in file order."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._found: list[Finding | _Kind] = []
        self._kinds: dict[str, _Kind] = {}

    def tell(self, what: str, line: int, subject: str, *, rule: Rule = LOST) -> None:
        """Remembers one thing by itself."""
        place = Location(path=self.path, line=line, subject=subject)
        self._found.append(_finding(rule, what, place))

    def remark(self, what: str, line: int, subject: str, *, rule: Rule) -> None:
        """Remembers something odd that is read all the same, among all of which so much is said."""
        self._kind(what, what, line, subject, rule=rule).is_lost = False

    def count_element(
        self, element: etree._Element, owner: str, subject: str, *, rule: Rule = LOST
    ) -> None:
        """Remembers an element with all in it, among those of its name that such owners have."""
        name = f"<{name_of(element).local}>"
        kind = self._kind(name, f"{name} of {owner}", line_of(element), subject, rule=rule)
        kind.elements += elements_in(element)

    def count_attribute(self, element: etree._Element, name: str, owner: str, subject: str) -> None:
        """Remembers an attribute, among those of its name that such owners have."""
        local = name.rpartition("}")[2]
        told = f'{local}="{attribute_of(element, name)}"'
        self._kind(told, f"{local} of {owner}", line_of(element), subject)

    def count(
        self, what: str, line: int, subject: str, *, many: str = "", elements: int = 0
    ) -> None:
        """Remembers something that many elements say, ``many`` in the words for all of them."""
        self._kind(what, many or what, line, subject).elements += elements

    def _kind(self, first: str, many: str, line: int, subject: str, *, rule: Rule = LOST) -> _Kind:
        kind = self._kinds.get(many)
        if kind is None:
            place = Location(path=self.path, line=line, subject=subject)
            kind = self._kinds[many] = _Kind(first, many, place, rule)
            self._found.append(kind)
        kind.number += 1
        kind.others = kind.others or subject != kind.place.subject
        return kind

    def findings(self) -> tuple[Finding, ...]:
        """All that was lost, in the order in which it was first met."""
        return tuple(it.finding() if isinstance(it, _Kind) else it for it in self._found)
