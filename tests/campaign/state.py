"""The state of a campaign: which cells have run how far, kept in a file after every batch."""

from pathlib import Path

import msgspec
from tests.campaign.cells import Cell
from tests.laws.coverage import Coverage

__all__ = ["State", "kept", "loaded"]


class State(msgspec.Struct, kw_only=True):
    """All that a campaign has done; another run goes on from here."""

    seed: int
    started: str
    """The day, in ISO 8601."""
    cells: dict[str, Cell] = {}
    """By law and format."""
    coverage: dict[str, dict[str, int]] = {}
    """By format, in how many examples each kind and word occurred."""

    def cell(self, key: str) -> Cell:
        """The cell of this law and format."""
        return self.cells.setdefault(key, Cell())

    def add(self, fmt: str, seen: Coverage) -> None:
        """Counts what occurred in a batch."""
        counted = Coverage(self.coverage.get(fmt)).counted + seen.counted
        self.coverage[fmt] = dict(counted)


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
