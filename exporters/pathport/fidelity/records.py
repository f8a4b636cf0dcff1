"""A record: what a file could not say at one place, and what stands there natively instead.

Records and links are written as compact JSON; where in a file they stand is the format's affair.
A record counts only while exactly its ``over`` stands in the file. A link says which thing of the
pathway a native object belongs to that has no element of its own in the format, and counts only
while the native facts that are seen there have its digest.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from pathport.fidelity.units import Unit, sole_place
from pathport.model.facts import Facts, Place, Scalar, digest_of

__all__ = [
    "DIGEST_SIZE",
    "LAYOUT",
    "Anchor",
    "Link",
    "Mark",
    "Record",
    "decode",
    "encode",
    "over_of",
    "record_of",
]

Anchor = tuple[str, str]
"""An element of a file: the construct and id of the native thing that it is."""

DIGEST_SIZE = 6
"""Bytes of a digest in a record: chance does not make two edits of one place look alike."""
LAYOUT = "layout."
"""What the fields of a drawing begin with."""
LONGEST_OVER = 40
"""A native value up to this many characters stands in the record itself."""


class Record(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """At one unit: what stands there natively (``over``), what of that to drop, what to add.

    ``over`` is empty for nothing, ``=`` and a value, or ``#`` and a digest of all native facts of
    the unit. ``drop`` are the numbers of the native facts that do not hold, in order of place.
    """

    construct: str = ""
    id: str = ""
    field: str = ""
    key: str | None = None
    over: str = ""
    drop: tuple[int, ...] = ()
    add: tuple[tuple[str, str, str, Scalar], ...] = ()
    """Facts: construct (empty: the unit's own), field, key, value."""
    joint: str = ""
    """Not empty: it holds with all others that are joint, or not at all (`together`)."""

    @property
    def unit(self) -> Unit:
        """What the record speaks of."""
        return Unit(self.construct, self.id, self.field, self.key)

    @property
    def is_place(self) -> bool:
        """Whether it only takes away a part of the layout, which was made for the file."""
        return self.field.startswith(LAYOUT) and not self.add

    @property
    def is_placeholder(self) -> bool:
        """Whether it is over what the file says for being run."""
        return bool(self.joint) and not self.is_place

    def applied(self, native: Facts) -> Facts:
        """The unit's facts as the pathway had them, from what stands there natively."""
        kept = [place for n, place in enumerate(sorted(native)) if n not in self.drop]
        added = {
            Place(construct or self.construct, self.id, field, key): value
            for construct, field, key, value in self.add
        }
        return {place: native[place] for place in kept} | added


class Link(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A native object that has no element of its own, and the thing that it belongs to.

    ``native`` is the object's id in the native reading, ``over`` a digest of its native facts.
    With ``parts`` the thing is joined from so many native objects, all of them or none; with
    ``settled`` so many records say how they are joined, and without one of them they are not.
    """

    construct: str
    native: str
    id: str
    over: str
    parts: int = 0
    settled: int = 0


class Mark(msgspec.Struct, frozen=True):
    """A record or link as it was found in a file: on which element, its text, its line."""

    anchor: Anchor
    text: str
    line: int = 0


def over_of(native: Mapping[Place, Scalar], unit: Unit) -> str:
    """What a record over these native facts says of them."""
    if not native:
        return ""
    place = sole_place(unit)
    if place is not None and list(native) == [place]:
        text = "=" + msgspec.json.encode(native[place]).decode()
        if len(text) <= LONGEST_OVER:
            return text
    return "#" + digest_of(native, DIGEST_SIZE)


def record_of(unit: Unit, sent: Facts, native: Facts) -> Record:
    """The record that turns the native facts of a unit into those that were sent."""
    order = sorted(native)
    return Record(
        construct=unit.construct,
        id=unit.id,
        field=unit.field,
        key=unit.key,
        over=over_of(native, unit),
        drop=tuple(n for n, p in enumerate(order) if p not in sent or sent[p] != native[p]),
        add=tuple(
            (p.construct if p.construct != unit.construct else "", p.field, p.key, value)
            for p, value in sorted(sent.items())
            if p not in native or native[p] != value
        ),
    )


# In a file, short: the element that a record stands on says which thing it is about, and a record
# of one place says its value instead of a list of facts.


class _Short(
    msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, forbid_unknown_fields=True
):
    construct: str | None = None
    id: str | None = None
    field: str = ""
    key: str | None = None
    over: str = ""
    value: Scalar | None = None
    drop: tuple[int, ...] | None = None
    add: tuple[tuple[str, str, str, Scalar], ...] = ()
    joint: str = ""
    link: str | None = None
    parts: int = 0
    settled: int = 0


def encode(mark: Record | Link, anchor: Anchor) -> str:
    """The text of a record or link that stands on this element."""
    short = _short_link(mark) if isinstance(mark, Link) else _short_record(mark, anchor)
    return msgspec.json.encode(short).decode()


def _short_link(link: Link) -> _Short:
    return _Short(
        construct=link.construct,
        link=link.native,
        id=link.id,
        over=link.over,
        parts=link.parts,
        settled=link.settled,
    )


def _short_record(record: Record, anchor: Anchor) -> _Short:
    common: dict[str, Any] = {
        "construct": None if record.construct == anchor[0] else record.construct,
        "id": None if record.id == anchor[1] else record.id,
        "field": record.field,
        "over": record.over,
        "joint": record.joint,
    }
    place = sole_place(record.unit)
    if place is None:
        return _Short(**common, key=record.key, drop=record.drop or None, add=record.add)
    value = record.add[0][3] if record.add else None
    return _Short(**common, key=record.key or None, value=value)


def decode(text: str, anchor: Anchor) -> Record | Link:
    """The inverse of `encode`.

    :raises ValueError: if the text is not that of a record or link.
    """
    short = msgspec.json.decode(text, type=_Short)
    construct = anchor[0] if short.construct is None else short.construct
    id_ = anchor[1] if short.id is None else short.id
    if short.link is not None:
        return Link(
            construct=construct,
            native=short.link,
            id=id_,
            over=short.over,
            parts=short.parts,
            settled=short.settled,
        )
    record = Record(
        construct=construct,
        id=id_,
        field=short.field,
        key=short.key,
        over=short.over,
        drop=short.drop or (),
        add=short.add,
        joint=short.joint,
    )
    if short.value is None and (short.drop is not None or short.add):
        return record
    return _sole_record(record, short)


def _sole_record(record: Record, short: _Short) -> Record:
    key = short.key or ""
    return msgspec.structs.replace(
        record,
        key=key,
        drop=(0,) if short.over else (),
        add=() if short.value is None else (("", short.field, key, short.value),),
    )
