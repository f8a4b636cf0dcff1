"""What is lost, named: in reading a source, and in writing a target; and whether that is allowed.

What a native reader does not understand is lost in reading; an oddity of the model is not, nor is
a record that was dropped because someone edited what it stood over.
"""

from collections.abc import Iterator

from pathport.api.report import Strict
from pathport.api.rules import LOST, STRICT
from pathport.fidelity import restore
from pathport.fidelity.report import Account, Status
from pathport.findings import Finding, Location, Severity
from pathport.formats import AS_BASE, Read
from pathport.model import rules as model

__all__ = ["breach_in_reading", "breaches_in_writing", "lost_in_writing"]

NO_LOSS = frozenset(rule.code for rule in (AS_BASE, *model.RULES, *restore.RULES))
"""What else reading tells."""

NOT_NATIVE = (Status.COARSE, Status.CARRIED, Status.SUPPLIED)


def lost_in_writing(account: Account, path: str) -> Iterator[Finding]:
    """A warning for each fact that a target does not hold."""
    for entry in account.of_status(Status.LOST):
        place = Location(path=path, subject=f"{entry.construct} {entry.id}".strip())
        yield LOST.finding(f"{entry.place} is lost: {entry.reason}", place=place)


def breach_in_reading(found: Read, strict: Strict | None, path: str) -> Iterator[Finding]:
    """An error if reading lost something that the run must not lose."""
    lost = [
        each
        for each in found.findings
        if each.severity is Severity.WARNING and each.code not in NO_LOSS
    ]
    if strict and lost:
        sentence = f"{len(lost):,} things were lost in reading"
        yield STRICT.finding(sentence, place=Location(path=path))


def breaches_in_writing(account: Account, strict: Strict | None, path: str) -> Iterator[Finding]:
    """An error if a target's account holds what the run must not have."""
    barred = [Status.LOST, *(NOT_NATIVE if strict is Strict.ALL else ())] if strict else []
    counts = [f"{getattr(account, s):,} are {s}" for s in barred if getattr(account, s)]
    if counts:
        yield STRICT.finding(f"of the facts, {', '.join(counts)}", place=Location(path=path))
