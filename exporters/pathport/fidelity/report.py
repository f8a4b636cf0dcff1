"""The account of one target: how the facts of each kind fared."""

import enum
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from pathport.fidelity.reasons import Reasons, reason_of
from pathport.model.facts import Place, Scalar

__all__ = ["Account", "Entry", "KindCount", "Status"]


class Status(enum.StrEnum):
    """How a fact fared (DESIGN: fidelity)."""

    NATIVE = "native"
    COARSE = "coarse"
    CARRIED = "carried"
    LOST = "lost"
    SUPPLIED = "supplied"


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One fact that is not native: where, what was sent, what stands natively, why it was lost.

    A coarse entry that sent nothing is part of what stands in place of the coarse ones beside it
    (a component without its state), and is not counted.
    """

    status: Status
    construct: str
    id: str
    field: str
    key: str = ""
    sent: Scalar | None = None
    native: Scalar | None = None
    reason: str = ""

    @property
    def place(self) -> Place:
        """Where the fact stands in the pathway."""
        return Place(self.construct, self.id, self.field, self.key)


class KindCount(msgspec.Struct, frozen=True, kw_only=True):
    """How the facts of one kind (a field of a construct; empty: that a thing is there) fared.

    ``reason`` is why some of them are not native.
    """

    construct: str
    field: str
    native: int = 0
    coarse: int = 0
    carried: int = 0
    lost: int = 0
    supplied: int = 0
    reason: str = ""

    @property
    def is_native(self) -> bool:
        """Whether the file says all of them itself, and nothing in their place."""
        return not (self.coarse or self.carried or self.lost)


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """All facts of one target, counted; those that are not native, one by one."""

    native: int = 0
    coarse: int = 0
    carried: int = 0
    lost: int = 0
    supplied: int = 0
    kinds: tuple[KindCount, ...] = ()
    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, native: Iterable[Place], entries: Iterable[Entry]) -> "Account":
        """The account of these native places and of these entries."""
        return cls.counted(Counter((place.construct, place.field) for place in native), entries)

    @classmethod
    def counted(cls, native: Mapping[tuple[str, str], int], entries: Iterable[Entry]) -> "Account":
        """The account of so many native facts by construct and field, and of these entries."""
        ordered = tuple(sorted(entries, key=lambda e: (e.place, e.status)))
        counts: Counter[tuple[str, str, str]] = Counter(
            {(*kind, Status.NATIVE.value): number for kind, number in native.items()}
        )
        counts.update(
            (e.construct, e.field, e.status.value)
            for e in ordered
            if e.sent is not None or e.status is Status.SUPPLIED
        )
        totals: Counter[str] = Counter()
        for (_, _, status), number in counts.items():
            totals[status] += number
        return cls(**totals, kinds=tuple(_kinds(counts)), entries=ordered)

    @classmethod
    def unread(cls, places: Iterable[Place], reason: str) -> "Account":
        """The account of a file that nothing is read back from: all is lost, for one reason."""
        counts = Counter((place.construct, place.field) for place in places)
        kinds = (
            KindCount(construct=construct, field=field, lost=number, reason=reason)
            for (construct, field), number in sorted(counts.items())
        )
        return cls(lost=counts.total(), kinds=tuple(kinds))

    def explained(self, reasons: Reasons) -> "Account":
        """The same, with the reason for each kind that is not native throughout."""
        kinds = (
            kind
            if kind.is_native
            else msgspec.structs.replace(
                kind, reason=reason_of(kind.construct, kind.field, reasons)
            )
            for kind in self.kinds
        )
        return msgspec.structs.replace(self, kinds=tuple(kinds))

    def of_status(self, status: Status) -> tuple[Entry, ...]:
        """The entries of this status, in order of place."""
        return tuple(entry for entry in self.entries if entry.status is status)


def _kinds(counts: Counter[tuple[str, str, str]]) -> Iterator[KindCount]:
    for construct, field in sorted({(c, f) for c, f, _ in counts}):
        native, coarse, carried, lost, supplied = (counts[construct, field, s] for s in Status)
        yield KindCount(
            construct=construct,
            field=field,
            native=native,
            coarse=coarse,
            carried=carried,
            lost=lost,
            supplied=supplied,
        )
