"""Native objects without an element of their own, put together under the ids of the pathway.

Occurrences that get one id are one thing, which says all that they say. Where they say different
things at one place, what stands there natively is that disagreement: a value that no reader ever
gives, so that only a record made over it can settle it.
"""

import hashlib
import itertools
from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

import msgspec

from pathport.fidelity.records import DIGEST_SIZE, Anchor
from pathport.model.facts import COLLECTIONS, Facts, Place, Scalar, facts_about, facts_of
from pathport.model.pathway import Pathway
from pathport.model.references import with_names
from pathport.model.things import Molecule, Thing
from pathport.model.value import content_of, fields_of

__all__ = [
    "Names",
    "Native",
    "facts_about_whole",
    "first_alike",
    "is_disputed",
    "joined",
    "joined_facts",
    "nameless",
    "seen_digest",
    "valid_names",
]

DISPUTED = "\0"
"""Begins the value of a place where occurrences of one thing disagree; no text of a model does."""

Names = dict[Anchor, str]
Native = dict[Anchor, Collection[Thing]]
"""By construct and id, what there is natively of a thing: one value, or all that disagree."""


def joined(pathway: Pathway, names: Mapping[Anchor, str]) -> Native:
    """The things of a native reading, occurrences under the ids of the things that they are."""
    constructs = frozenset(construct for construct, _ in names)
    found: dict[Anchor, dict[Thing, None]] = {}
    for construct, native in pathway.things():
        thing = with_names(native, names, constructs)
        id_ = names.get((construct, native.id))
        if id_ is not None:
            thing = msgspec.structs.replace(thing, id=id_)
        found.setdefault((construct, thing.id), {})[thing] = None
    return {anchor: _together([*things]) for anchor, things in found.items()}


def _together(things: list[Thing]) -> tuple[Thing, ...]:
    """One thing that says what all of these say, where that is plain; else all of them."""
    if len(things) == 1:
        return tuple(things)
    changes: dict[str, Any] = {}
    for field in fields_of(type(things[0])):
        said = [getattr(thing, field.name) for thing in things]
        unlike = dict.fromkeys(value for value in said if value != field.default)
        if len(unlike) > 1 and (not field.many or field.ordered or field.keyed is not None):
            return tuple(things)
        if len(unlike) > 1:
            changes[field.name] = tuple(itertools.chain.from_iterable(unlike))
        elif unlike:
            changes[field.name] = next(iter(unlike))
    return (msgspec.structs.replace(things[0], **changes),)


def facts_about_whole(pathway: Pathway, names: Mapping[Anchor, str]) -> Facts:
    """What a native reading says of the pathway as a whole, occurrences under their ids."""
    alone = msgspec.structs.replace(pathway, **dict.fromkeys(COLLECTIONS, ()))
    constructs = frozenset(construct for construct, _ in names)
    return facts_about(with_names(alone, names, constructs))


def joined_facts(construct: str, things: Collection[Thing]) -> Facts:
    """All that things of one id say, and where they disagree, that."""
    found: Facts = {}
    disputed: dict[Place, set[Scalar]] = {}
    for thing in things:
        for place, value in facts_of(construct, thing).items():
            known = found.setdefault(place, value)
            if known != value:
                disputed.setdefault(place, {known}).add(value)
    for place, values in disputed.items():
        found[place] = DISPUTED + "\0".join(sorted(map(repr, values)))
    return found


def is_disputed(value: Scalar) -> bool:
    """Whether the value stands for a disagreement."""
    return isinstance(value, str) and value.startswith(DISPUTED)


def nameless(thing: Thing) -> str:
    """What an occurrence says, without the id that the reader gave it."""
    return content_of(msgspec.structs.replace(thing, id=""))


def seen_digest(thing: Thing) -> str:
    """A digest of what an occurrence says, as a link has it."""
    return hashlib.blake2b(nameless(thing).encode(), digest_size=DIGEST_SIZE).hexdigest()


def valid_names(names: Names, parts: Mapping[Anchor, int]) -> Names:
    """Of the names, those of things whose native parts are all there, if they must be.

    ``parts`` says of how many native objects a thing must be joined; of others any number will do.
    """
    seen = Counter((construct, id_) for (construct, _), id_ in names.items())
    return {
        native: id_
        for native, id_ in names.items()
        if parts.get((native[0], id_), 0) in (0, seen[native[0], id_])
    }


# Occurrences that no link names


def first_alike(things: Mapping[Anchor, Thing], names: Names) -> Mapping[Anchor, Anchor]:
    """By occurrence, the first of those that say the same of something.

    What a family is depends on what its members are: these get to be one before it does.
    """
    constructs = frozenset(construct for construct, _ in things)
    first: dict[Anchor, Anchor] = {}
    while True:
        known = names | {native: one[1] for native, one in first.items()}
        alike: dict[tuple[str, ...], Anchor] = {}
        found: dict[Anchor, Anchor] = {}
        for native, thing in sorted(things.items(), key=lambda item: item[0]):
            told = thing.name is not None or thing.identifiers
            said = _identity(with_names(thing, known, constructs))
            found[native] = alike.setdefault((native[0], said) if told else native, native)
        if found == first:
            return found
        first = found


def _identity(thing: Thing) -> str:
    """What an occurrence says, but for sites: each tells those of its molecule that it shows."""
    if isinstance(thing, Molecule):
        thing = msgspec.structs.replace(thing, sites=(), site_sets=())
    return nameless(thing)
