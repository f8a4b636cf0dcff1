"""A fault of a pathway as a value: which rule is broken, at which place of the model.

It knows no file; whoever read the pathway from one knows where its places stand there.
"""

from typing import NamedTuple

import msgspec

from pathport.findings import Finding, Location
from pathport.model.facts import PATHWAY, Place
from pathport.rules import Rule

__all__ = ["At", "Fault", "shown"]

LONGEST = 80


class Fault(msgspec.Struct, frozen=True):
    """A breach of a rule: where, what is wrong, what to do.

    ``quoted`` is the wrong text, ``index`` how far inside it the fault shows.
    """

    rule: Rule
    place: Place
    sentence: str
    remedy: str
    quoted: str = ""
    index: int = 0

    def finding(self, location: Location = Location()) -> Finding:  # noqa: B008 - a frozen value
        """The fault as a finding; its subject is the place unless the location names one."""
        if not location.subject:
            location = Location(
                path=location.path,
                line=location.line,
                column=location.column,
                subject=self.subject,
            )
        return self.rule.finding(self.sentence, place=location, remedy=self.remedy)

    @property
    def subject(self) -> str:
        """The thing and its field in words: ``process E01 inputs``."""
        construct, id_, field, _ = self.place
        parts = (construct if construct != PATHWAY or not field else "", id_, field)
        return " ".join(filter(None, parts))


class At(NamedTuple):
    """The thing at hand; ``fault`` makes a fault at one of its fields."""

    construct: str
    id: str

    def fault(
        self,
        rule: Rule,
        sentence: str,
        *,
        field: str = "",
        key: str = "",
        quoted: str = "",
        remedy: str = "",
    ) -> Fault:
        """A fault here; the remedy is the rule's unless given."""
        place = Place(self.construct, self.id, field, key)
        return Fault(rule, place, sentence, remedy or rule.remedy, quoted or key)


def shown(text: str) -> str:
    """A text as a sentence quotes it: in double quotes, shortened, printable."""
    cut = text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."
    return '"' + "".join(c if c.isprintable() else repr(c)[1:-1] for c in cut) + '"'
