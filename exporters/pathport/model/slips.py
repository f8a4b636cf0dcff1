"""A fault in what was written, as a value with its path in the document, and the list of them."""

from collections.abc import Iterable

import msgspec

from pathport.findings import Finding, Location
from pathport.model.entry_rules import NOTATION, SITE_ALONE
from pathport.model.notation import NotationError
from pathport.rules import Rule

__all__ = ["Path", "Slip", "Slips"]

Path = tuple[str | int, ...]
"""Keys and numbers that lead from a document's root to a value: ``("processes", "E01", "is")``."""


class Slip(msgspec.Struct, frozen=True, kw_only=True):
    """A fault of a document: rule, path, what is wrong, what to do.

    ``column`` counts from 1 inside the text at the path. ``keys`` are the entry's keys where it
    may stand more exactly, ``quoted`` is the text that is wrong, to be looked for there; with
    ``at_key`` the path's last key is pointed at rather than what stands under it. Of a list, the
    entry is meant in which a key has a value (``among``); ``inside`` counts from 0 in ``quoted``.
    ``number`` is one that sentence and remedy end with, which the document may spell otherwise.
    """

    rule: Rule
    path: Path
    sentence: str
    remedy: str
    column: int = 0
    keys: tuple[str, ...] = ()
    at_key: bool = False
    quoted: str = ""
    inside: int = 0
    among: tuple[str, str] | None = None
    number: str = ""

    def finding(self, location: Location) -> Finding:
        """The slip as a finding at this place; its subject is the path."""
        place = msgspec.structs.replace(location, subject=" ".join(map(str, self.path)))
        return self.rule.finding(self.sentence, place=place, remedy=self.remedy)

    def spelled(self, text: str) -> "Slip":
        """The slip with its number as the document spells it."""
        sentence, remedy = (
            text.join(it.rsplit(self.number, 1)) for it in (self.sentence, self.remedy)
        )
        return msgspec.structs.replace(self, sentence=sentence, remedy=remedy, number=text)


class Slips:
    """The faults that were found so far."""

    def __init__(self, found: Iterable[Slip] = ()) -> None:
        self.found = list(found)

    def add(
        self,
        rule: Rule,
        path: Path,
        sentence: str,
        *,
        remedy: str = "",
        column: int = 0,
        at_key: bool = False,
        number: str = "",
    ) -> None:
        """Notes a fault; the remedy is the rule's unless given."""
        self.found.append(
            Slip(
                rule=rule,
                path=path,
                sentence=sentence,
                remedy=remedy or rule.remedy,
                column=column,
                at_key=at_key,
                number=number,
            )
        )

    def notation(self, path: Path, text: str, error: NotationError) -> None:
        """Notes a fault of the notation, at its column."""
        alone = text[error.column - 1 : error.column] == "{" and error.expected == "a molecule"
        rule = SITE_ALONE if alone else NOTATION
        self.add(rule, path, error.sentence, remedy=error.remedy, column=error.column)
