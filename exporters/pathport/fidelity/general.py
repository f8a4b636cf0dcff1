"""Which native values are sent ones said more generally: evidence without its note, for one.

A value of a set is known by its content, so that what is said of it more generally stands at
another place, and would be told as one fact carried and another one supplied. It is one fact, said
coarsely: the native value says nothing that the sent one does not. It may say less, relate an
identifier in the most general way, lack the white space around a text, or be the reference of a
piece of evidence alone.
"""

import enum
import functools
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec

from pathport.fidelity.report import Entry, Status
from pathport.model.enumerations import Relation
from pathport.model.facts import Place, way_of
from pathport.model.value import fields_of, value_of

__all__ = ["coarsened", "says_no_more"]

Field = tuple[str, str, str, str]

EVIDENCE, REFERENCES = "evidence", "references"
"""The field of what is said more generally by a value of the other field: that it was published."""

MOST_GENERAL = {"relation": Relation.IS_RELATED_TO.value}
"""Of a field of a value, what is true whatever stands there."""


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
    return _cited(found)


def _cited(entries: list[Entry]) -> list[Entry]:
    """The entries, where evidence is natively said by its reference alone, with both coarse."""
    supplied = {
        (it.construct, it.id, it.key): number
        for number, it in enumerate(entries)
        if it.status is Status.SUPPLIED and it.field == REFERENCES
    }
    found = list(entries)
    for number, it in enumerate(entries):
        if it.status is Status.CARRIED and it.field == EVIDENCE:
            general = supplied.get((it.construct, it.id, str(_said(it).get("reference"))))
            if general is not None:
                for each in (number, general):
                    found[each] = msgspec.structs.replace(entries[each], status=Status.COARSE)
    return found


def says_no_more(native: Place, sent: Place) -> bool:
    """Whether a native value of a set, known by its content, follows from one that was sent."""
    if not (_is_content(native) and _is_content(sent)) or _field(native) != _field(sent):
        return False
    said = _said(sent)
    return all(_is_said(name, value, said.get(name)) for name, value in _said(native).items())


def _general(entry: Entry, among: Sequence[int], entries: Sequence[Entry]) -> int | None:
    """The number of the fullest supplied value that says only what this one says."""
    if not among:
        return None
    sent = _said(entry)
    inside = [
        n
        for n in among
        if all(_is_said(name, value, sent.get(name)) for name, value in _said(entries[n]).items())
    ]
    return max(inside, key=lambda n: len(entries[n].key), default=None)


def _is_said(name: str, native: object, sent: object) -> bool:
    """Whether what a field natively says follows from what was sent."""
    return native in (sent, MOST_GENERAL.get(name)) or (
        isinstance(sent, str) and native == sent.strip()
    )


def _said(entry: Entry | Place) -> dict[str, object]:
    """What a value says, field by field; a default is silence, but for a word or a truth value."""
    cls = _type_of_values(entry.construct, entry.field)
    if cls is None or cls is str:
        return {"": entry.key}
    value = value_of(_inner(entry), cls)
    told = ((field, getattr(value, field.name)) for field in fields_of(cls))
    return {
        field.name: content
        for field, content in told
        if content != field.default or isinstance(content, enum.Enum | bool)
    }


def _inner(entry: Entry | Place) -> str:
    return entry.key[_start(entry) :]


def _is_content(entry: Entry | Place) -> bool:
    cls = _type_of_values(entry.construct, entry.field)
    return cls is str or (cls is not None and "{" in entry.key)


@functools.lru_cache(maxsize=1024)
def _type_of_values(construct: str, field: str) -> Any:
    """Of a set whose keys are the content of its values, what these are: texts, or with fields."""
    here = way_of(construct, field)[-1] if field else None
    if here is None or not here.many or here.ordered or here.refers:
        return None
    if here.type is str:
        return str
    holds_fields = isinstance(here.type, type) and issubclass(here.type, msgspec.Struct)
    return here.type if holds_fields else None


def _field(entry: Entry | Place) -> Field:
    return entry.construct, entry.id, entry.field, entry.key[: _start(entry)]


def _start(entry: Entry | Place) -> int:
    """Where the content begins in a key: behind the key of what the value stands in."""
    is_text = _type_of_values(entry.construct, entry.field) is str
    return 0 if is_text else entry.key.index("{")
