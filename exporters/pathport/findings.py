"""What is wrong, or worth knowing, as a value: one type for parser, rules, fitness and fidelity.

A finding knows nothing of how it is shown beyond its one-line form; nothing below the command
line prints one, and nothing but the command line turns one into an exit status.
"""

import enum

import msgspec

__all__ = ["Finding", "Location", "Severity"]


class Severity(enum.StrEnum):
    """How much a finding weighs: an error makes the answer no; a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Location(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Where a finding points: a file, a line and column (both from 1; 0 is not known), a thing.

    ``subject`` names the thing in the words of its format: ``process E01``, a URI, an XML id.
    """

    path: str = ""
    line: int = 0
    column: int = 0
    subject: str = ""

    def __str__(self) -> str:
        """``file:line:column``; what has neither file nor line is where its subject is."""
        if self.subject and not self.path and not self.line:
            return self.subject + (f", column {self.column}" if self.column else "")
        numbers = [str(n) for n in (self.line, self.column) if n]
        return ":".join([self.path or "<input>", *numbers])


class Finding(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One thing found: its rule's code, its weight, where it is, what is wrong, what to do."""

    code: str
    severity: Severity
    place: Location
    sentence: str
    remedy: str = ""

    def __str__(self) -> str:
        """``file:line:column: CODE: what is wrong; what to do``, always one line."""
        told = f"{self.place}: {self.code}: {self.sentence}"
        text = f"{told}; {self.remedy}" if self.remedy else told
        return " ".join(text.split())
