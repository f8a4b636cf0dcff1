"""The errors that pathport raises. They hold values; ``str()`` composes the sentence.

::

    PathportError
    ├── UnreadableError     the input is no text, no XML, no document: nothing could be read from it
    ├── FaultyError         the input was read, and breaks the rules of the model or of its format
    ├── UnknownNameError    a format, a rule code, an option that pathport does not have
    ├── UnwritableError     the destination refuses: a directory, a full disk, the source itself
    └── UnsupportedError    a request that is understood, and not built or not possible here
"""

from collections.abc import Iterable

from pathport.findings import Finding

__all__ = [
    "FaultyError",
    "PathportError",
    "UnknownNameError",
    "UnreadableError",
    "UnsupportedError",
    "UnwritableError",
]

SHOWN = 50
"""How many findings ``str()`` of an error spells out; the rest is counted."""


class PathportError(Exception):
    """The root of all errors; ``findings`` tells what is wrong, in file order."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*findings)
        self.findings: tuple[Finding, ...] = findings

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "PathportError":
        """An error of this class that carries all the findings."""
        return cls(*findings)

    def __str__(self) -> str:
        lines = [str(finding) for finding in self.findings[:SHOWN]]
        if len(self.findings) > SHOWN:
            lines.append(f"and {len(self.findings) - SHOWN} more")
        return "\n".join(lines)


class UnreadableError(PathportError):
    """Raised when nothing can be read from an input: not text, not XML, too large, a directory."""


class FaultyError(PathportError):
    """Raised when an input was parsed and breaks the rules of the model or of its format."""


class UnknownNameError(PathportError):
    """Raised for a format, rule code or option that pathport does not have."""


class UnwritableError(PathportError):
    """Raised when an output can't be put in place; what stood there is as it was."""


class UnsupportedError(PathportError):
    """Raised for a request that is understood and not possible: a read-only format, say."""
