"""Native objects without an element of their own, put together under the ids of the pathway.

Renaming several occurrences to one id joins their facts. Where they say different things at one
place, what stands there natively is that disagreement: a value that no reader ever gives, so that
only a record made over it can settle it.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping

from pathport.model.facts import Facts, Place, Scalar, facts, facts_of
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.references import renamed

__all__ = ["is_disputed", "joined_facts", "occurrence_facts", "valid_names"]

DISPUTED = "\0"
"""Begins the value of a place where occurrences of one thing disagree; no text of a model does."""

Names = dict[tuple[str, str], str]


def joined_facts(pathway: Pathway, names: Names) -> Facts:
    """The facts of a native reading with occurrences renamed to the things that they are."""
    merged = renamed(pathway, names)
    found = facts(merged)
    for place, values in _disputes(merged).items():
        found[place] = DISPUTED + "\0".join(sorted(map(repr, values)))
    return found


def _disputes(pathway: Pathway) -> dict[Place, set[Scalar]]:
    """The places at which things of one id say different things."""
    said: dict[Place, set[Scalar]] = defaultdict(set)
    for construct, (collection, _) in CONSTRUCTS.items():
        things = getattr(pathway, collection)
        repeated = {a.id for a, b in itertools.pairwise(things) if a.id == b.id}
        for thing in things:
            if thing.id in repeated:
                for place, value in facts_of(construct, thing).items():
                    said[place].add(value)
    return {place: values for place, values in said.items() if len(values) > 1}


def is_disputed(value: Scalar) -> bool:
    """Whether the value stands for a disagreement."""
    return isinstance(value, str) and value.startswith(DISPUTED)


def occurrence_facts(
    pathway: Pathway, wanted: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], Facts]:
    """The native facts of these occurrences, without the id that the reader gave them."""
    sought = frozenset(wanted)
    return {
        (construct, thing.id): {
            Place(construct, "", place.field, place.key): value
            for place, value in facts_of(construct, thing).items()
        }
        for construct, thing in pathway.things()
        if (construct, thing.id) in sought
    }


def valid_names(names: Names, parts: Mapping[tuple[str, str], int]) -> Names:
    """Of the names, those of things whose native parts are all there, if they must be.

    ``parts`` says of how many native objects a thing must be joined; of others any number will do.
    """
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for (construct, _), id_ in names.items():
        seen[construct, id_] += 1
    return {
        native: id_
        for native, id_ in names.items()
        if parts.get((native[0], id_), 0) in (0, seen[native[0], id_])
    }
