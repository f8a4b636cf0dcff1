"""Two pathways compared fact by fact: the changes, in one order, each spelled."""

from collections.abc import Iterator

import msgspec

from pathport.difference.changes import By, Change, Difference, FactChange, Name, Sign
from pathport.difference.matching import names_by_meaning
from pathport.difference.telling import Teller, told_field
from pathport.model.facts import PATHWAY, Facts, Place, facts
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.references import renamed

__all__ = ["difference"]

ORDER = {construct: number for number, construct in enumerate((PATHWAY, *CONSTRUCTS))}
Subject = tuple[str, str]
"""A thing by construct and id."""


def difference(before: Pathway, after: Pathway, by: By = By.ID) -> Difference:
    """What is to be changed in one pathway to make the other of it.

    By meaning, the things of the second pathway take the ids of those that they are matched with,
    and the id of the pathway itself says nothing.
    """
    names = names_by_meaning(before, after) if by is By.MEANING else {}
    called = renamed(after, names) if names else after
    if by is By.MEANING:
        called = msgspec.structs.replace(called, id=before.id)
    return Difference(
        by=by,
        names=tuple(
            Name(construct=construct, id=id_, called=name)
            for (construct, id_), name in sorted(names.items())
            if id_ != name
        ),
        changes=tuple(_changes(before, called)),
    )


def _changes(before: Pathway, after: Pathway) -> Iterator[Change]:
    """The changes: the pathway's own, then construct by construct, id by id, field by field."""
    old, new = facts(before), facts(after)
    subjects = _differing(old, new)
    teller = Teller(before, after) if subjects else None
    for subject in sorted(subjects, key=lambda each: (ORDER[each[0]], each[1])):
        assert teller is not None  # noqa: S101 - for the type checker
        yield from _changes_of(subject, subjects[subject], teller)


def _differing(old: Facts, new: Facts) -> dict[Subject, list[tuple[Place, FactChange]]]:
    """By thing, the facts that are not the same in both, in the order in which they are told."""
    found: dict[Subject, list[tuple[Place, FactChange]]] = {}
    for place in (old | new) if old != new else ():
        was, is_ = old.get(place), new.get(place)
        if was != is_:
            change = FactChange(field=place.field, key=place.key, before=was, after=is_)
            found.setdefault(place[:2], []).append((place, change))
    return found


def _changes_of(
    subject: Subject, differing: list[tuple[Place, FactChange]], teller: Teller
) -> Iterator[Change]:
    construct, id_ = subject
    whole = next((fact for place, fact in differing if not place.field), None)
    if whole is not None:
        sign = Sign.REMOVED if whole.after is None else Sign.ADDED
        every = tuple(fact for _, fact in differing)
        yield teller.whole(sign, construct, id_, every)
        return
    fields: dict[str, list[FactChange]] = {}
    for place, fact in differing:
        fields.setdefault(told_field(construct, place.field), []).append(fact)
    for field in teller.ordered(construct, fields):
        yield from teller.field(construct, id_, field, tuple(fields[field]))
