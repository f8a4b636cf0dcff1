"""Laws over one format, a batch of examples at a time, each batch from a seed of its own.

All laws are held to each example, and one that does not hold stops none of the others. A breach is
made small only if it is not known yet: a defect that is met often costs its finding once.
"""

import gc
import hashlib
import re
import time
import traceback
from collections.abc import Sequence

import msgspec
import tests.conftest  # noqa: F401 - loads what decides which examples are drawn
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.errors import HypothesisException
from tests.laws.coverage import Coverage
from tests.laws.law import Draw, Law, Trial, beside_of, law_named

from pathport.formats import Format, format_named
from pathport.model.pathway import Pathway

__all__ = [
    "BATCH",
    "Batch",
    "Cell",
    "Finding",
    "Outcome",
    "collect_seldom",
    "key_of",
    "run_batch",
    "run_named",
]

BATCH = 100
ALLOCATED = 100_000
"""Objects that are made before garbage in circles is looked for."""
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

    examples: int = 0
    findings: dict[str, Finding] = {}
    """By what their breach is like."""


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """So many examples of a format for these laws; with the campaign's seed its number decides all.

    ``known`` are the breaches, by law and what they are like, that need not be made small.
    """

    fmt: str
    laws: tuple[str, ...]
    start: int
    number: int
    size: int = BATCH
    known: frozenset[tuple[str, str]] = frozenset()


class Outcome(msgspec.Struct, kw_only=True):
    """What a batch found."""

    fmt: str
    examples: int
    seconds: float
    occurred: dict[str, int]
    breaches: dict[tuple[str, str], int]
    """By law and what they are like, in how many examples."""
    findings: dict[tuple[str, str], Finding]
    """Those that were not known."""


class Watching(Trial):
    """A trial that counts its examples, what occurs in them, and what breaks a law."""

    def __init__(self, laws: Sequence[Law], fmt: Format) -> None:
        super().__init__(laws, fmt)
        self.occurred = Coverage()
        self.breaches: dict[tuple[str, str], list[str]] = {}

    def see(self, sent: Pathway) -> None:
        self.occurred.add(sent)

    def hold(self, law: Law, fmt: Format, sent: Pathway, draw: Draw) -> None:
        try:
            super().hold(law, fmt, sent, draw)
        except HypothesisException:
            raise
        except Exception as error:  # whatever a law meets is a finding, and the campaign goes on
            told = _told(error)
            self.breaches.setdefault((law.name, _like(told)), []).append(told)


class Shrinking(Trial):
    """The same examples again, drawn alike, which fail by one breach of one law alone."""

    def __init__(self, laws: Sequence[Law], fmt: Format, breach: tuple[str, str]) -> None:
        super().__init__(laws, fmt)
        self.breach = breach
        self.smallest = self.last

    def hold(self, law: Law, fmt: Format, sent: Pathway, draw: Draw) -> None:
        try:
            if law.name != self.breach[0]:
                beside_of(law, fmt, sent, draw)
                return
            super().hold(law, fmt, sent, draw)
        except HypothesisException:
            raise
        except Exception as error:
            if (law.name, _like(_told(error))) == self.breach:
                self.smallest = self.last
                raise


def key_of(law: str, fmt: str) -> str:
    """What a cell is called in the state of a campaign."""
    return f"{law} {fmt}"


def collect_seldom() -> None:
    """Lets a worker look for garbage in circles seldom: it took a fifth of the time."""
    gc.set_threshold(ALLOCATED)


def run_named(batch: Batch) -> Outcome:
    """Runs a batch of registered laws."""
    return run_batch(batch, [law_named(name) for name in batch.laws], format_named(batch.fmt))


def run_batch(batch: Batch, laws: Sequence[Law], fmt: Format) -> Outcome:
    """Runs a batch of these laws, in this process."""
    begun = time.monotonic()
    named = f"{batch.start} {fmt.name} {batch.number}".encode()
    number = int.from_bytes(hashlib.blake2b(named, digest_size=8).digest(), "big")
    trial = Watching(laws, fmt)
    error = _run(trial, number, batch.size, Phase.generate)
    if error is not None:
        raise error
    return Outcome(
        fmt=fmt.name,
        examples=trial.occurred.examples,
        occurred=dict(trial.occurred.counted),
        breaches={key: len(told) for key, told in trial.breaches.items()},
        findings={
            key: _smallest(Shrinking(laws, fmt, key), number, batch.size, told[0])
            for key, told in trial.breaches.items()
            if key not in batch.known
        },
        seconds=time.monotonic() - begun,
    )


def _run(trial: Trial, number: int, size: int, *phases: Phase) -> Exception | None:
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
    except Exception as error:
        return error
    return None


def _smallest(trial: Shrinking, number: int, size: int, told: str) -> Finding:
    error = _run(trial, number, size, Phase.generate, Phase.shrink)
    trial.last = trial.smallest
    return Finding(
        seed=number, breach=_told(error) if error is not None else told, code=trial.code()
    )


def _told(error: Exception) -> str:
    """The breach in a line: the law's own sentences, or where an exception came from."""
    if isinstance(error, AssertionError):
        return str(error)[:LONGEST]
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {place.name}: {error}"[:LONGEST]


def _like(breach: str) -> str:
    return VARYING.sub("_", breach.splitlines()[0] if breach else "")
