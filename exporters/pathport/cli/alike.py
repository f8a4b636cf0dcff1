"""Which findings are spelt out, of many: of each kind one at least, and errors before warnings.

Files of others break a rule of ours, or say what we have no place for, by the hundred. Findings are
of one kind if they have one code, are in one file, and say the same of different things. The module
knows no stream; nothing that it counts is lost, for JSON has all of it.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

import msgspec

from pathport.findings import Finding, Severity

__all__ = ["FEW", "SHOWN", "Line", "spelt_out"]

SHOWN = 50
"""How many findings are spelt out."""
FEW = 3
"""How many warnings of one kind are spelt out; of more than that, the first."""

WORD = re.compile(r'"[^"]*"|[^\s",;:()]+')


class Line(msgspec.Struct, frozen=True):
    """A finding that is spelt out, and how many others of its kind are not, of which it speaks."""

    finding: Finding
    others: int = 0

    def __str__(self) -> str:
        like = f" (and {self.others:,} more like it)" if self.others else ""
        return f"{self.finding}{like}"


def spelt_out(findings: Sequence[Finding]) -> list[Line]:
    """The findings that help most, in their order; the last of a kind tells how many are left."""
    kinds: dict[Hashable, list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        kinds[kind_of(finding)].append(number)
    wanted = sorted(
        (*rank, number) for numbers in kinds.values() for rank, number in ranked(findings, numbers)
    )
    chosen = {number for *_, number in wanted[:SHOWN]}
    last: dict[int, int] = {}
    for numbers in kinds.values():
        told = [number for number in numbers if number in chosen]
        if told:
            last[told[-1]] = len(numbers) - len(told)
    return [Line(findings[number], last.get(number, 0)) for number in sorted(chosen)]


def ranked(
    findings: Sequence[Finding], numbers: Sequence[int]
) -> Iterator[tuple[tuple[bool, bool], int]]:
    """The findings of a kind that may be spelt out: errors first, of both the first of the kind."""
    warns = findings[numbers[0]].severity is not Severity.ERROR
    told = numbers[:1] if warns and len(numbers) > FEW else numbers
    return (((warns, number != numbers[0]), number) for number in told)


def kind_of(finding: Finding) -> Hashable:
    """What is the same in findings of one kind: names, numbers and what is quoted are not."""
    names = frozenset(WORD.findall(finding.place.subject))

    def general(word: re.Match[str]) -> str:
        plain = word[0].isalpha() and word[0] not in names
        return word[0] if plain else "_"

    said = WORD.sub(general, finding.sentence)
    return finding.place.path, finding.code, finding.severity, said
