"""The values that a difference is made of, and how facts change by them.

They hold texts that were spelled elsewhere; how two pathways are compared is not known here.
"""

import enum
from collections.abc import Iterable, Mapping

import msgspec

from pathport.model.facts import Facts, Place, Scalar

__all__ = ["By", "Change", "Difference", "FactChange", "Name", "Sign", "applied"]


class By(enum.StrEnum):
    """How the things of two pathways are matched: by their ids, or by what they are."""

    ID = "id"
    MEANING = "meaning"


class Sign(enum.StrEnum):
    """What became of a thing, or of a field of it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class FactChange(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One fact of a thing, with its value before and after; without a value it does not stand."""

    field: str = ""
    """Empty for the fact that the thing is there."""
    key: str = ""
    before: Scalar | None = None
    after: Scalar | None = None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that was added or removed, or a field of a thing that is not what it was."""

    change: Sign
    construct: str
    id: str
    """Empty for the pathway as a whole."""
    field: str
    """Empty where a whole thing was added or removed."""
    before: str
    """In the notation; of a field that holds a set, what is only in the first pathway."""
    after: str
    line: str
    """The change as one line for people."""
    facts: tuple[FactChange, ...]

    def __str__(self) -> str:
        return self.line


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A thing of the second pathway by its own id, and the id that the changes call it by."""

    construct: str
    id: str
    called: str


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be changed in one pathway to make another of it; empty where both are equal."""

    by: By = By.ID
    names: tuple[Name, ...] = ()
    """Things that were matched under another id; and things that are not matched and have an id
    that is another thing's in the first pathway."""
    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __str__(self) -> str:
        return "\n".join(map(str, self.changes))


def applied(facts: Mapping[Place, Scalar], changes: Iterable[Change]) -> Facts:
    """The facts of the second pathway, from those of the first and all changes."""
    found = dict(facts)
    for change in changes:
        for fact in change.facts:
            place = Place(change.construct, change.id, fact.field, fact.key)
            if fact.after is None:
                found.pop(place, None)
            else:
                found[place] = fact.after
    return found
