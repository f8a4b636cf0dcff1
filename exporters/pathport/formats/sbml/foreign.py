"""Ids of other programs' files: those that a pathway may not have are made legal, and kept.

SBML tells ids apart by case, and reserves none but those of its formulas. An id that two things
have is the first one's. What a thing was called in the file is its original id. SBML Level 3
Version 1 Core, 3.1.7.
"""

from collections.abc import Collection, Mapping
from typing import Any

import msgspec

from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Anchor
from pathport.formats.sbml.unread import AGAIN
from pathport.model.ids import is_legal_id, legal_id, numbered
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.references import COMPUTED, renamed

__all__ = ["new_names", "with_legal_ids"]

SUFFIX = "_model"
NUMBERS = {
    "parameter": "parameters",
    "function": "functions",
    "coefficient": "coefficients",
    "event": "events",
}
"""Quantities that share the namespace of things: what formulas call them, and their field."""


def with_legal_ids(reading: Reading, words: Collection[str] = ()) -> Reading:
    """The same with an id for each thing that a pathway may have.

    ``words`` are ids that formulas name, and that mean something else there: they begin with _.
    """
    names = new_names(reading.pathway, words)
    pathway = reading.pathway
    if names:
        pathway = _with_new_numbers(_with_originals(renamed(pathway, names), names), names)
    return msgspec.structs.replace(
        reading,
        pathway=_with_own_id(pathway),
        marks=tuple(
            msgspec.structs.replace(mark, anchor=_moved(mark.anchor, names))
            for mark in reading.marks
        ),
        occurrences={it: _moved(at, names) for it, at in reading.occurrences.items()},
        lines={_moved(it, names): line for it, line in reading.lines.items()},
        homes={it: _moved(at, names) for it, at in reading.homes.items()},
    )


def _moved(anchor: Anchor, names: Mapping[Anchor, str]) -> Anchor:
    return (anchor[0], names[anchor]) if anchor in names else anchor


def new_names(pathway: Pathway, words: Collection[str] = ()) -> dict[Anchor, str]:
    """By construct and id, the names of things that can't keep theirs."""
    taken: set[str] = {id_.lower() for id_ in pathway.quantities.ids()}
    numbers = [
        (construct, item.id)
        for construct, field in NUMBERS.items()
        for item in getattr(pathway.quantities, field)
        if not is_legal_id(item.id)
    ]
    seen: set[str] = set()
    wanted: dict[str, str] = {}
    anchors: dict[str, Anchor] = {}
    for construct, thing in pathway.things():
        if thing.id.startswith("~"):
            continue
        word = construct in COMPUTED and thing.id in words
        if is_legal_id(thing.id) and not word and thing.id.lower() not in seen:
            seen.add(thing.id.lower())
            continue
        key = f"{thing.id}\t{construct}"
        anchors[key] = (construct, thing.id)
        wanted[key] = f"_{thing.id}" if word else legal_id(thing.id.partition(AGAIN)[0])
    for construct, id_ in numbers:
        key = f"{id_}\t{construct}"
        anchors[key] = (construct, id_)
        wanted[key] = legal_id(id_)
    return {anchors[key]: id_ for key, id_ in numbered(wanted, taken | seen).items()}


def _with_originals(pathway: Pathway, names: Mapping[Anchor, str]) -> Pathway:
    """The renamed things with what they were called, unless the file says another such id."""
    old = {
        (construct, new): told
        for (construct, id_), new in names.items()
        if (told := id_.partition(AGAIN)[0])
    }
    changes = {
        collection: tuple(
            msgspec.structs.replace(thing, original_id=old[construct, thing.id])
            if (construct, thing.id) in old and thing.original_id is None
            else thing
            for thing in getattr(pathway, collection)
        )
        for construct, (collection, _) in CONSTRUCTS.items()
    }
    return msgspec.structs.replace(pathway, **changes)


def _with_new_numbers(pathway: Pathway, names: Mapping[Anchor, str]) -> Pathway:
    """The pathway with renamed quantities; what has no name is called as it was."""
    changes = {
        field: tuple(
            msgspec.structs.replace(item, id=names[construct, item.id], **_called(item))
            if (construct, item.id) in names
            else item
            for item in getattr(pathway.quantities, field)
        )
        for construct, field in NUMBERS.items()
    }
    quantities = msgspec.structs.replace(pathway.quantities, **changes)
    return msgspec.structs.replace(pathway, quantities=quantities)


def _called(item: Any) -> dict[str, str]:
    return {"name": item.id} if getattr(item, "name", "") is None else {}


def _with_own_id(pathway: Pathway) -> Pathway:
    """The pathway itself with a legal id that none of its things has."""
    id_ = legal_id(pathway.id)
    if any(thing.id == id_ for _, thing in pathway.things()):
        id_ += SUFFIX
    if id_ == pathway.id:
        return pathway
    original = pathway.original_id or pathway.id
    return msgspec.structs.replace(pathway, id=id_, original_id=original)
