"""The state of a campaign: which cells have run how far, kept in a file after every batch."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from tests.campaign.cells import Batch, Cell, Outcome, key_of
from tests.laws.coverage import Coverage

__all__ = ["State", "kept", "loaded"]


class State(msgspec.Struct, kw_only=True):
    """All that a campaign has done; another run goes on from here."""

    seed: int
    started: str
    """The day, in ISO 8601."""
    batches: dict[str, int] = {}
    """By format, how many were begun."""
    seconds: dict[str, float] = {}
    """By format, how long they ran."""
    cells: dict[str, Cell] = {}
    """By law and format."""
    coverage: dict[str, dict[str, int]] = {}
    """By format, in how many examples each kind and word occurred."""

    def cell(self, law: str, fmt: str) -> Cell:
        """The cell of this law and format."""
        return self.cells.setdefault(key_of(law, fmt), Cell())

    def examples(self, laws: Iterable[str], fmt: str) -> int:
        """How many examples each of these laws was held to, at the least."""
        return min(self.cell(law, fmt).examples for law in laws)

    @property
    def breaches(self) -> int:
        """How many breaches were found, each counted once."""
        return sum(len(cell.findings) for cell in self.cells.values())

    def next_batch(self, laws: Sequence[str], fmt: str, size: int) -> Batch:
        """One more batch."""
        number = self.batches.get(fmt, 0)
        self.batches[fmt] = number + 1
        known = frozenset((law, like) for law in laws for like in self.cell(law, fmt).findings)
        return Batch(
            fmt=fmt, laws=tuple(laws), start=self.seed, number=number, size=size, known=known
        )

    def take(self, laws: Iterable[str], outcome: Outcome) -> None:
        """Adds what a batch of these laws found."""
        fmt = outcome.fmt
        for law in laws:
            self.cell(law, fmt).examples += outcome.examples
        for (law, like), times in outcome.breaches.items():
            found = self.cell(law, fmt).findings
            one = found.get(like)
            before = one.times if one else 0
            one = one or outcome.findings[law, like]
            found[like] = msgspec.structs.replace(one, times=before + times)
        counted = Coverage(self.coverage.get(fmt)).counted
        counted.update(outcome.occurred)
        self.coverage[fmt] = dict(counted)
        self.seconds[fmt] = self.seconds.get(fmt, 0.0) + outcome.seconds


def loaded(path: Path, *, seed: int, day: str) -> State:
    """The state that stands in the file, or a new one if there is no file, or of another seed.

    :raises ValueError: if the file is no state.
    """
    if path.exists():
        state = msgspec.json.decode(path.read_bytes(), type=State)
        if state.seed == seed:
            return state
    return State(seed=seed, started=day)


def kept(state: msgspec.Struct, path: Path) -> None:
    """Writes a state, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_bytes(msgspec.json.format(msgspec.json.encode(state)))
    beside.replace(path)
