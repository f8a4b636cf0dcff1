"""The state of a run: what became of which mutant, kept in a file after every one."""

from pathlib import Path

import msgspec
from tests.mutants.trial import NOTHING, UNDECIDED, Verdict

__all__ = ["State", "loaded"]


class State(msgspec.Struct, kw_only=True):
    """All that a run has done; another one goes on from here."""

    started: str
    """The day, in ISO 8601."""
    verdicts: dict[str, Verdict] = {}
    """By the name of the mutant."""

    def killed(self, name: str) -> bool:
        """Whether something told the mutant; one that was killed is not tried again."""
        return name in self.verdicts and self.verdicts[name].by not in {NOTHING, UNDECIDED}

    def survives(self, name: str) -> bool:
        """Whether the mutant was tried and nothing told it."""
        return name in self.verdicts and self.verdicts[name].by == NOTHING


def loaded(path: Path, *, day: str) -> State:
    """The state that stands in the file, or a new one if there is no file.

    :raises ValueError: if the file is no state.
    """
    if path.exists():
        return msgspec.json.decode(path.read_bytes(), type=State)
    return State(started=day)
