"""A format that does its work on an example once, however many laws ask for it.

Laws ask the same of a format over and over: what a pathway is written as, what that is read as.
A law over one example sees no difference; it costs a third when all laws look at the same one.
"""

from collections.abc import Callable
from typing import Any

from pathport.formats import Format, Limits, Read, Written
from pathport.model.pathway import Pathway

__all__ = ["Once"]


class Once:
    """A format as laws use it, for as long as one example lasts."""

    def __init__(self, fmt: Format) -> None:
        self.name = fmt.name
        self.home = fmt.home
        self.limits: Limits = fmt.limits
        self.module = OnceModule(fmt.module)


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
