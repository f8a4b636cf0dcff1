"""One law over one format, so many examples at a time, each batch from a seed of its own.

A batch first looks for an example that fails as it stands, and makes it small only if its breach is
not known yet: a defect that is met often costs its finding once.
"""

import hashlib
import re
import traceback
from typing import Any

import msgspec
from hypothesis import HealthCheck, Phase, seed, settings
from tests.laws.coverage import Coverage
from tests.laws.law import Law, Trial

from pathport.formats import Format
from pathport.model.pathway import Pathway

__all__ = ["BATCH", "Cell", "Finding", "key_of", "run_batch"]

BATCH = 100
LONGEST = 400
"""Characters of a breach that are kept."""
VARYING = re.compile(r"'[^']*'|\"[^\"]*\"|\b[A-Z_][A-Za-z0-9_]*\b|\d+")
"""What differs between two examples of one breach: texts, ids and numbers."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """An example that breaks a law."""

    seed: int
    breach: str
    code: str
    """The smallest example, as a test."""
    times: int = 1


class Cell(msgspec.Struct, kw_only=True):
    """How far one law is over one format."""

    batches: int = 0
    examples: int = 0
    seconds: float = 0.0
    findings: dict[str, Finding] = {}
    """By what their breach is like."""


class Counting(Trial):
    """A trial that counts its examples and what occurs in them."""

    def __init__(self, law: Law, fmt: Format, coverage: Coverage) -> None:
        super().__init__(law, fmt)
        self.coverage = coverage
        self.examples = 0

    def see(self, example: dict[str, Any]) -> None:
        self.examples += 1
        self.coverage.add(next(_pathways(tuple(example.values()))))


def _pathways(values: tuple[Any, ...]) -> Any:
    """The pathways in an example, outermost first."""
    for value in values:
        if isinstance(value, Pathway):
            yield value
        elif isinstance(value, tuple):
            yield from _pathways(value)


def key_of(law: Law, fmt: Format) -> str:
    """What a cell is called in the state of a campaign."""
    return f"{law.name} {fmt.name}"


def run_batch(law: Law, fmt: Format, cell: Cell, *, start: int, size: int = BATCH) -> Coverage:
    """Runs the next batch of a cell, and gives what occurred in its examples.

    ``start`` is the campaign's seed; with the cell and the number of the batch it decides all.
    """
    named = f"{start} {key_of(law, fmt)} {cell.batches}".encode()
    number = int.from_bytes(hashlib.blake2b(named, digest_size=8).digest(), "big")
    seen = Coverage()
    trial = Counting(law, fmt, seen)
    cell.batches += 1
    breach = _breach(trial, number, size, Phase.generate)
    if breach is not None:
        _keep(cell, law, fmt, number, size, breach)
    cell.examples += trial.examples
    return seen


def _breach(trial: Trial, number: int, size: int, *phases: Phase) -> str | None:
    run = settings(
        max_examples=size,
        phases=phases,
        database=None,
        deadline=None,
        derandomize=False,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )(seed(number)(trial.test()))
    try:
        run()
    except Exception as error:  # whatever a law meets is a finding, and the campaign goes on
        return _told(error)
    return None


def _told(error: Exception) -> str:
    """The breach in a line: the law's own sentences, or where an exception came from."""
    if isinstance(error, AssertionError):
        return str(error)[:LONGEST]
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {place.name}: {error}"[:LONGEST]


def _keep(cell: Cell, law: Law, fmt: Format, number: int, size: int, breach: str) -> None:
    like = VARYING.sub("_", breach.splitlines()[0] if breach else "")
    known = cell.findings.get(like)
    if known is not None:
        cell.findings[like] = msgspec.structs.replace(known, times=known.times + 1)
        return
    trial = Trial(law, fmt)
    smallest = _breach(trial, number, size, Phase.generate, Phase.shrink) or breach
    cell.findings[like] = Finding(seed=number, breach=smallest, code=trial.code())
