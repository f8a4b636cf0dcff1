"""One mutant in a process of its own: the laws, the files and the tests, until one tells it.

What is imported here is there before a mutant is; no format is, for a mutant's tables must be there
before all who read them.
"""

import contextlib
import importlib
import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import product
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import hypothesis  # noqa: F401 - the heavy ones, once for all mutants
import libsbml  # noqa: F401
import lxml.etree  # noqa: F401
import msgspec
import pytest
from tests.laws.law import all_laws
from tests.laws.test_law4_stable import test_stable
from tests.mutants.calls import calls, fails, is_near, said
from tests.mutants.patching import patch
from tests.mutants.tables import Mutant

import pathport.testing  # noqa: F401
from pathport.formats import format_named
from pathport.model.pathway import Pathway

__all__ = ["NOTHING", "TRIED", "UNDECIDED", "Trial", "Verdict", "in_own_process"]

ROOT = Path(__file__).parents[2]
LAWS = ("valid", "faithful", "nothing_is_found_on_the_way_back", "honest")
"""The laws that want nothing but a pathway, and that tell what a table does."""

TRIED = ("loading", "law 1", "law 2", "law 3", "law 4", "tests")
"""What a mutant is tried by, in this order."""

NOTHING = "nothing"
UNDECIDED = "undecided"
OPTIONS = (
    "-x", "-q", "-n", "0", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", "--assert=plain",
)  # fmt: skip
"""Of pytest, which would rewrite what is loaded already; hypothesis' plugin wants to be first."""
LONGEST = 300
"""Characters of a breach that are kept."""
PATIENCE = 900.0
"""Seconds after which a mutant is given up; on a quiet machine none takes a tenth of it."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What told a mutant from what was written."""

    by: str
    """One of `TRIED`; or nothing of these; or undecided, of a process that did not end well."""
    which: str = ""
    """The law or the test."""
    told: str = ""
    """The breach."""
    example: tuple[str, int] | None = None
    """Of the laws over pathways: the format, and the number of the pathway."""
    seconds: float = 0.0


class Trial(NamedTuple):
    """What a mutant is tried by: pathways by format and number, files, tests by folder."""

    pathways: dict[str, dict[int, Pathway]]
    files: list[str]
    tables: list[str]
    """The modules of the tests of tables, which are called without more ado."""
    tests: list[list[str]]
    """What is handed to pytest, one call after the other."""


def in_own_process(mutant: Mutant | None, trial: Trial, *, patience: float = PATIENCE) -> Verdict:
    """Tries a mutant, or the tables as they are written, where no format is loaded yet."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    ours, theirs = context.Pipe(duplex=False)
    begun = time.monotonic()
    process = context.Process(target=_report, args=(theirs, mutant, trial))
    process.start()
    theirs.close()
    verdict = Verdict(by=UNDECIDED, told=f"not done in {patience:g} s")
    if ours.poll(patience):
        try:
            verdict = ours.recv()
        except EOFError:
            verdict = Verdict(by=UNDECIDED, told="the process died")
    process.kill()
    process.join()
    return msgspec.structs.replace(verdict, seconds=round(time.monotonic() - begun, 2))


def _report(connection: Connection, mutant: Mutant | None, trial: Trial) -> None:
    """What the process does."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    if mutant is not None:
        patch(mutant)
    connection.send(_tried(trial, near=mutant.table if mutant is not None else ""))


def _tried(trial: Trial, *, near: str) -> Verdict:
    """What tells the tables of this process from what was written, first of all."""
    for stage in (_loading, _laws, _files, partial(_tables, near=near), _tests):
        for verdict in stage(trial):
            return verdict
    return Verdict(by=NOTHING)


def _loading(trial: Trial) -> Iterator[Verdict]:
    for name in trial.pathways:
        breach = _breach(partial(_load, name))
        if breach:
            yield Verdict(by="loading", which=name, told=breach)


def _load(name: str) -> tuple[str, ...]:
    format_named(name).module  # noqa: B018 - loads
    return ()


def _laws(trial: Trial) -> Iterator[Verdict]:
    laws = [law for law in all_laws() if law.name in LAWS]
    for name, pathways in trial.pathways.items():
        for (number, sent), law in product(pathways.items(), laws):
            breach = _breach(partial(law.breaches, format_named(name), sent=sent))
            if breach:
                by = f"law {law.number}"
                yield Verdict(by=by, which=law.name, told=breach, example=(name, number))


def _files(trial: Trial) -> Iterator[Verdict]:
    for name in trial.files:
        breach = _breach(partial(_stable, name))
        if breach:
            yield Verdict(by="law 4", which=name, told=breach)


def _stable(name: str) -> tuple[str, ...]:
    test_stable(name)
    return ()


def _breach(found: Callable[[], Iterable[str]]) -> str:
    """The first breach in words; an exception is one, for what is written raises none."""
    try:
        breaches = list(found())
    except Exception as error:
        return said(error)[:LONGEST]
    return breaches[0][:LONGEST] if breaches else ""


def _tables(trial: Trial, *, near: str) -> Iterator[Verdict]:
    """What a test of the tables tells, or that its module cannot even be loaded."""
    for name in trial.tables:
        path = f"{name.replace('.', '/')}.py"
        try:
            tests = list(calls(importlib.import_module(name)))
        except Exception as error:
            yield Verdict(by="tests", which=path, told=said(error)[:LONGEST])
            continue
        for test in sorted(tests, key=lambda it: not is_near(it, near)):
            breach = fails(test)
            if breach:
                which = f"{path}::{test.func.__name__}"
                yield Verdict(by="tests", which=which, told=breach[:LONGEST])


class First:
    """A plugin of pytest that keeps the first test that fails, or file that cannot be loaded."""

    def __init__(self) -> None:
        self.failed: tuple[str, str] | None = None

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._keep(report)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._keep(report)

    def _keep(self, report: pytest.CollectReport | pytest.TestReport) -> None:
        if report.failed and self.failed is None:
            told = report.longreprtext.strip().splitlines()
            self.failed = (report.nodeid, told[-1][:LONGEST] if told else "")


def _tests(trial: Trial) -> Iterator[Verdict]:
    for chosen in trial.tests:
        first = First()
        with contextlib.chdir(ROOT):
            status = pytest.main([*OPTIONS, *chosen], [first])
        if first.failed is not None:
            which, told = first.failed
            yield Verdict(by="tests", which=which, told=told)
        elif status is not pytest.ExitCode.OK:
            raise RuntimeError(f"pytest ran no tests: {status}")
