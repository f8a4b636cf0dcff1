"""A format that does its work on an example once, however many laws ask for it.

Laws ask the same of a format over and over: what a pathway is written as, what that is read as.
A law over one example sees no difference; it costs a third when all laws look at the same one.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from pathport.formats import Format, Limits, NativeReader, Read, Written
from pathport.model.pathway import Pathway

__all__ = ["Once", "remembered"]

T = TypeVar("T")


class Once:
    """A format as laws use it, for as long as one example lasts."""

    def __init__(self, fmt: Format) -> None:
        self.name = fmt.name
        self.home = fmt.home
        self.limits: Limits = fmt.limits
        self.module = OnceModule(fmt.module)
        self.made: dict[tuple[Any, bytes], Any] = {}
        """What laws made of contents of files, by the function that made it."""
        self._format = fmt

    @property
    def native(self) -> NativeReader | None:
        """What reads the format's own constructs; asked of formats that are read alone."""
        return self._format.native


def remembered(fmt: Format, make: Callable[[Format, bytes], T], content: bytes) -> T:
    """What a law makes of a file, made once where the format remembers."""
    if not isinstance(fmt, Once):
        return make(fmt, content)
    if (make, content) not in fmt.made:
        fmt.made[make, content] = make(fmt, content)
    made: T = fmt.made[make, content]
    return made


class OnceModule:
    """What the package of a format offers, remembered."""

    def __init__(self, module: Any) -> None:
        self.module = module
        self.validate: Callable[..., Any] = module.validate
        self.written: list[tuple[Pathway, Written]] = []
        """By the very pathway, for equal ones may be written otherwise: law 5 asks that."""
        self.known: dict[bytes, Read] = {}

    def write(self, pathway: Pathway) -> Written:
        for known, written in self.written:
            if known is pathway:
                return written
        written = self.module.write(pathway)
        self.written.append((pathway, written))
        return written

    def read(self, content: bytes) -> Read:
        if content not in self.known:
            self.known[content] = self.module.read(content)
        return self.known[content]
