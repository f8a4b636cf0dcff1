"""What a file of SBML says and nobody reads: attended to element by element, and told as lost."""

import enum
from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache, partial
from itertools import takewhile

from lxml import etree

from pathport.formats.sbml.annotation import Annotation, line_of, name_of, split
from pathport.formats.sbml.elements import subject_of, term_of
from pathport.formats.sbml.known import INNER, ITEMS, KNOWN, SBML_SPACES, Known, doubtful
from pathport.formats.sbml.losses import Losses
from pathport.formats.sbml.refusals import LOST, OF_DIALECTS
from pathport.model.faults import shown
from pathport.rules import Rule

__all__ = ["AGAIN", "Unread"]

AGAIN = "\t"
"""Stands between an id that was there before and the number that tells the two apart."""


class Unread:
    """What of a file was not understood, or has no place in a pathway."""

    def __init__(self, path: str, known: Known = KNOWN) -> None:
        self.path = path
        self.known = known
        self.doubtful = lru_cache(maxsize=2**10)(partial(doubtful, known))
        self.losses = Losses(path)

    def lost(self, what: str, line: int, subject: str, *, rule: Rule = LOST) -> None:
        """Remembers something that the pathway has no place for, or that is not understood."""
        self.losses.tell(what, line, subject.partition(AGAIN)[0].strip(), rule=rule)

    def remark(self, what: str, line: int, subject: str, *, rule: Rule) -> None:
        """Remembers something odd that breaks a rule and is read all the same."""
        self.losses.remark(what, line, subject.partition(AGAIN)[0].strip(), rule=rule)

    def lose(self, what: str, element: etree._Element, owner: etree._Element | None = None) -> None:
        """The same, of an element, or of one inside its owner."""
        self.lost(what, line_of(element), subject_of(element if owner is None else owner))

    def lose_element(self, element: etree._Element, owner: etree._Element) -> None:
        """The same, of an element with all that is in it."""
        rule = OF_DIALECTS.get(name_of(element).local, LOST)
        self.losses.count_element(element, name_of(owner).local, subject_of(owner), rule=rule)

    def attend(self, element: etree._Element, owner: etree._Element | None = None) -> None:
        """Remembers attributes and elements that nobody reads and that say something.

        Of elements of one name the first is read, but for the lists of a model.
        """
        self._attend_attributes(element, owner)
        bearer = element if owner is None else owner
        self._attend_text(element, bearer)
        known = self.known[name_of(element).local]
        seen: set[str] = set()
        for inner in element:
            name = name_of(inner)
            if inner.tag in seen and name_of(element).local != "model":
                self.lose_element(inner, bearer)
            elif name.local in known and name.namespace.startswith(SBML_SPACES):
                self._attend_list(inner, bearer)
            elif name.local not in INNER:
                self.lose_element(inner, bearer)
            seen.add(inner.tag)

    def _attend_text(self, element: etree._Element, bearer: etree._Element) -> None:
        """Remembers text where SBML has elements alone."""
        for text in (element.text, *(inner.tail for inner in element)):
            if text and not text.isspace():
                self.lose(f"the text {shown(text.strip())} in {name_of(element).local}", bearer)

    def _attend_attributes(self, element: etree._Element, owner: etree._Element | None) -> None:
        space, kind = name_of(element)
        for it in self.doubtful(space, kind, tuple(map(str, element.keys()))):
            value = element.get(it.name)
            if value in it.usual:
                continue
            if it.counted:
                subject = subject_of(element if owner is None else owner)
                self.losses.count_attribute(element, it.name, kind, subject)
            else:
                self.lose(f'{split(it.name).local}="{value}"', element, owner)

    def attend_before(self, item: etree._Element) -> None:
        """Remembers what stands in a list of the model between two of its items."""
        owner = item.getparent()
        own, local = name_of(item)
        listed = ITEMS.get("" if owner is None else name_of(owner).local, (local,))
        items = {f"{{{own}}}{it}" for it in listed}
        between = item.itersiblings(preceding=True)
        strangers = [*takewhile(lambda other: other.tag not in items, between)]
        for stranger in reversed(strangers):
            self.lose_element(stranger, item if owner is None else owner)
        before = item.getprevious()
        if before is not None and before.tail and not before.tail.isspace():
            self.lose(f"the text {shown(before.tail.strip())} before it", item)

    def _attend_list(self, element: etree._Element, owner: etree._Element) -> None:
        """Remembers what a list says beside its items."""
        local = name_of(element).local
        if local in ITEMS:
            self._attend_attributes(element, owner)
            self._attend_text(element, owner)
            for inner in element:
                if name_of(inner).local not in ITEMS[local]:
                    self.lose_element(inner, element)

    def rest(
        self,
        annotation: Annotation,
        element: etree._Element,
        owner: etree._Element | None = None,
    ) -> None:
        """Tells of what nobody took of an annotation."""
        elements = annotation.forget_history()
        about = element if owner is None else owner
        if elements:
            what = f"creators and dates of {name_of(element).local}"
            self.losses.count(what, line_of(element), subject_of(about), elements=elements)
        for what, number in Counter(annotation.rest()).items():
            told = what if number == 1 else f"{what}, {number:,} times"
            self.lost(told, line_of(element), subject_of(about))

    def lose_term(
        self, element: etree._Element, known: enum.Enum, owner: etree._Element | None = None
    ) -> None:
        """Remembers that the sboTerm of an element says more than what it is read as."""
        what = f'sboTerm="{term_of(element)}" of {name_of(element).local} (read as {known})'
        self.losses.count(what, line_of(element), subject_of(element if owner is None else owner))

    def inside(
        self,
        items: Iterable[etree._Element],
        owner: etree._Element,
        names: Collection[str] = INNER,
    ) -> None:
        """Tells of notes and annotations on elements that are no things of their own."""
        for item in items:
            for inner in item:
                if name_of(inner).local in names:
                    self.losses.count_element(inner, name_of(item).local, subject_of(owner))
