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
        """The codes on standard error, in order."""
        return [line.split(": ")[1] for line in self.err.splitlines()]


Run = Callable[..., Done]
