"""The places that were made for a file, by what the file calls them now.

A program may give all that is drawn ids of its own. A record that stands on the element of a box or
way is about that one, whatever both are called: its id is no fact of biology.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from pathport.fidelity.found import Found, decoded, is_whole_place
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Anchor, Record
from pathport.model.layout import Decoration, Layout
from pathport.model.pathway import Pathway

__all__ = ["former_ids", "made_boxes", "with_ids"]

BOXES = "layout.boxes"
FIELDS = (BOXES, "layout.ways")
"""Where ids say no more than what is drawn."""

Ids = Mapping[str, str]
T = TypeVar("T", bound=msgspec.Struct)


def made_boxes(reading: Reading) -> frozenset[str]:
    """The ids of the boxes that were made for a file, wherever they are in it now."""
    found = [it for it in decoded(reading, "", []) if isinstance(it.what, Record)]
    former = {before: now for now, before in former_ids(reading, found).items()}
    keys = (it.record.key or "" for it in found if is_whole_place(it) and it.record.field == BOXES)
    return frozenset(former.get(it, it) for it in keys)


def former_ids(reading: Reading, found: Iterable[Found]) -> Ids:
    """By id of a box or way that was renamed, what the records that stand on it call it; an element
    of several tells of none.
    """
    here: dict[tuple[str, Anchor], list[str]] = defaultdict(list)
    for (field, key), anchor in reading.homes.items():
        if field in FIELDS:
            here[field, anchor].append(key)
    told: dict[str, set[str]] = defaultdict(set)
    for it in found:
        if isinstance(it.what, Record) and it.record.field in FIELDS:
            there = here[it.record.field, it.mark.anchor]
            if len(there) == 1:
                told[there[0]].add(it.record.key or "")
    layout = reading.pathway.layout
    former = {id_: min(ids) for id_, ids in told.items() if len(ids) == 1}
    former = {id_: before for id_, before in former.items() if id_ != before}
    while clashing := _clashing(layout, former):
        former = {id_: before for id_, before in former.items() if before not in clashing}
    return former


def _clashing(layout: Layout, names: Ids) -> set[str]:
    """The ids that two of a layout would have with these names."""
    found = Counter(names.get(it, it) for it in _ids(layout))
    return {it for it in names.values() if found[it] > 1}


def _ids(layout: Layout) -> Iterator[str]:
    yield from (it.id for it in layout.boxes)
    yield from (it.id for it in layout.ways)
    yield from (mark.id for it in layout.boxes for mark in it.marks)
    yield from (it.id for it in layout.drawing if it.id is not None)


def with_ids(pathway: Pathway, names: Ids) -> Pathway:
    """The pathway in whose layout boxes and ways have these names, as far as they have any."""
    if not names:
        return pathway
    layout = pathway.layout
    layout = msgspec.structs.replace(
        layout,
        boxes=tuple(_named(it, names, "id", "inside") for it in layout.boxes),
        ways=tuple(_named(it, names, "id", "start", "end", "meets") for it in layout.ways),
        drawing=tuple(_decoration(it, names) for it in layout.drawing),
    )
    return msgspec.structs.replace(pathway, layout=layout)


def _named(value: T, names: Ids, *fields: str) -> T:
    """What is drawn, with other ids in these fields."""
    told = {it: getattr(value, it) for it in fields}
    changed = {it: names[id_] for it, id_ in told.items() if id_ in names}
    return msgspec.structs.replace(value, **changed) if changed else value


def _decoration(it: Decoration, names: Ids) -> Decoration:
    ends = {
        name: _named(end, names, "on")
        for name, end in (("start", it.start), ("end", it.end))
        if end is not None
    }
    return msgspec.structs.replace(_named(it, names, "inside"), **ends)
