"""What is lost, named: in reading a source, and in writing a target; and whether that is allowed.

What a native reader does not understand is lost in reading; an oddity of the model is not, nor is
a record that was dropped because someone edited what it stood over.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from pathport.api.report import Strict
from pathport.api.rules import LOST, STRICT
from pathport.fidelity import found
from pathport.fidelity.report import Account, Status
from pathport.findings import Finding, Location, Severity
from pathport.formats import Read
from pathport.model import rules as model

__all__ = ["lost_in_reading", "lost_in_writing", "reasons_to_withhold", "withheld"]

NO_LOSS = frozenset(rule.code for rule in (*model.RULES, *found.RULES))
"""What else reading tells."""

NOT_NATIVE = (Status.COARSE, Status.CARRIED, Status.SUPPLIED)


def lost_in_writing(account: Account, path: str) -> Iterator[Finding]:
    """A warning for each fact that a target does not hold; one for all, if it holds none."""
    if account.lost and not account.entries:
        sentence = f"{counted(account.lost, 'fact')} cannot be read back: {account.kinds[0].reason}"
        yield LOST.finding(sentence, place=Location(path=path))
    for entry in account.of_status(Status.LOST):
        place = Location(path=path, subject=f"{entry.construct} {entry.id}".strip())
        yield LOST.finding(f"{entry.place} is lost: {entry.reason}", place=place)


def lost_in_reading(found: Read) -> Mapping[str, int]:
    """How many things were lost in reading, by the codes of the warnings that name them."""
    return Counter(
        each.code
        for each in found.findings
        if each.severity is Severity.WARNING and each.code not in NO_LOSS
    )


def reasons_to_withhold(
    account: Account, strict: Strict | None, lost: Mapping[str, int]
) -> Iterator[str]:
    """What a run must not have: what was lost in reading, then what a target's account holds."""
    if strict is None:
        return
    if lost:
        codes = ", ".join(f"{number:,} {code}" for code, number in sorted(lost.items()))
        yield f"{counted(sum(lost.values()), 'thing')} lost in reading ({codes})"
    for status in (Status.LOST, *(NOT_NATIVE if strict is Strict.ALL else ())):
        if number := getattr(account, status):
            yield counted(number, f"{status} fact")


def counted(number: int, word: str) -> str:
    """So many of something."""
    return f"1 {word}" if number == 1 else f"{number:,} {word}s"


def withheld(reasons: tuple[str, ...], path: str) -> Finding:
    """An error that says why a target is not placed; without reasons, for those of another."""
    told = f"for {', '.join(reasons)}" if reasons else "with another that may not be placed"
    return STRICT.finding(f"the file was withheld {told}", place=Location(path=path))
