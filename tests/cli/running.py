"""What a command line gives, and the type of what runs one."""

from collections.abc import Callable
from typing import NamedTuple

__all__ = ["Done", "Run"]


class Done(NamedTuple):
    """What a command line gave."""

    status: int
    out: str
    err: str

    @property
    def codes(self) -> list[str]:
        """The codes on standard error, in order; notes, which are only counted, have none there."""
        return [line.split(": ")[1] for line in self.err.splitlines() if ": " in line]


Run = Callable[..., Done]
