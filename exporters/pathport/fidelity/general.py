"""Which native values are sent ones said more generally: evidence without its note, for one.

A value of a set is known by its content, so that what is said of it more generally stands at
another place, and would be told as one fact carried and another one supplied. It is one fact, said
coarsely: the native value says nothing that the sent one does not.
"""

import functools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from pathport.fidelity.report import Entry, Status
from pathport.model.facts import way_of

__all__ = ["coarsened"]

Field = tuple[str, str, str, str]


def coarsened(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, where a supplied value is a carried one in part, with both of them coarse.

    They come in order of place, so that the order in which they were found means nothing.
    """
    entries = sorted(entries, key=lambda entry: (entry.place, entry.status))
    supplied: dict[Field, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        if entry.status is Status.SUPPLIED and _is_content(entry):
            supplied[_field(entry)].append(number)
    found = list(entries)
    for number, entry in enumerate(entries):
        if entry.status is Status.CARRIED and _is_content(entry):
            general = _general(entry, supplied[_field(entry)], entries)
            if general is not None:
                supplied[_field(entry)].remove(general)
                for each in (number, general):
                    found[each] = msgspec.structs.replace(found[each], status=Status.COARSE)
    return found


def _general(entry: Entry, among: Sequence[int], entries: Sequence[Entry]) -> int | None:
    """The number of the fullest supplied value that says only what this one says."""
    sent = dict(_items(entry))
    inside = [
        n for n in among if all(sent.get(name) == value for name, value in _items(entries[n]))
    ]
    return max(inside, key=lambda n: len(entries[n].key), default=None)


def _items(entry: Entry) -> Iterator[tuple[str, Any]]:
    content: dict[str, Any] = msgspec.json.decode(_inner(entry))
    yield from content.items()


def _inner(entry: Entry) -> str:
    return entry.key[entry.key.index("{") :]


def _is_content(entry: Entry) -> bool:
    return "{" in entry.key and _holds_values(entry.construct, entry.field)


@functools.lru_cache(maxsize=1024)
def _holds_values(construct: str, field: str) -> bool:
    """Whether the keys of this field are the content of values with fields."""
    here = way_of(construct, field)[-1] if field else None
    return (
        here is not None
        and here.many
        and not here.ordered
        and isinstance(here.type, type)
        and issubclass(here.type, msgspec.Struct)
    )


def _field(entry: Entry) -> Field:
    return entry.construct, entry.id, entry.field, entry.key[: entry.key.index("{")]
