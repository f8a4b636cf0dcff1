"""The hunt: each mutant with its examples, and what kills it held against what was written.

A law or a test that fails without any mutant kills none: such an example is left out, such a test
must pass first.
"""

import importlib
from pathlib import Path

from tests.laws.cases import READ_AND_WRITTEN
from tests.mutants.examples import DRAWN, Pool, files_with
from tests.mutants.sources import Source, source
from tests.mutants.tables import Mutant, rows_of
from tests.mutants.trial import NOTHING, UNDECIDED, Trial, Verdict, in_own_process

from pathport.formats import Format

__all__ = ["Hunt"]

ROOT = Path(__file__).parents[2]
FURTHER = ["tests/domain", "tests/examples"]
"""Tests that read and write in every format."""


class Hunt:
    """All mutants of a run, one after the other."""

    def __init__(self, drawn: int = DRAWN) -> None:
        self.drawn = drawn
        """How many pathways are drawn for a format."""
        self.pools: dict[str, Pool] = {}
        """By format, as soon as one is needed."""
        self.sound: set[tuple[str, str, tuple[str, int] | None]] = set()
        """What kills mutants, and was found to hold without any."""

    def verdict(self, mutant: Mutant) -> Verdict:
        """What kills the mutant.

        :raises AssertionError: if a test or a file fails without any mutant, too.
        """
        while True:
            found = in_own_process(mutant, self.trial(mutant))
            if self._holds_without(found):
                return found
            assert found.example is not None, f"{found.which} fails without a mutant: {found.told}"
            name, number = found.example
            self.pools[name].left_out.add(number)

    def trial(self, mutant: Mutant) -> Trial:
        """What the mutant is tried by: what uses its rows, and the tests of who reads the table."""
        of = source(mutant.source)
        table = getattr(importlib.import_module(of.module), mutant.table)
        rows = [rows_of(table)[mutant.part][n] for n in mutant.changed]
        formats = [fmt for folder in of.folders for fmt in READ_AND_WRITTEN if _is_in(fmt, folder)]
        own = [fmt for fmt in formats if not of.is_of_format or _is_in(fmt, of.folders[0])]
        return Trial(
            pathways={it.name: self._pool(it).chosen(rows) for it in own},
            files=[it for it in files_with(rows) if _is_of(it, formats)] if of.is_of_format else [],
            tables=tables_of(of),
            tests=tests_of(of),
        )

    def _pool(self, fmt: Format) -> Pool:
        if fmt.name not in self.pools:
            self.pools[fmt.name] = Pool(fmt, self.drawn)
        return self.pools[fmt.name]

    def _holds_without(self, found: Verdict) -> bool:
        """Whether what killed the mutant holds for the tables as they are written."""
        key = (found.by, found.which, found.example)
        if found.by in {NOTHING, UNDECIDED} or key in self.sound:
            return True
        without = in_own_process(None, self._again(found))
        if without.by == NOTHING:
            self.sound.add(key)
        return without.by == NOTHING

    def _again(self, found: Verdict) -> Trial:
        """What killed the mutant, and nothing else."""
        pathways = {}
        if found.example is not None:
            name, number = found.example
            pathways = {name: {number: self.pools[name].pathways[number]}}
        return Trial(
            pathways=pathways,
            files=[found.which] if found.by == "law 4" else [],
            tables=[],
            tests=[[found.which]] if found.by == "tests" else [],
        )


def _is_in(fmt: Format, folder: str) -> bool:
    return fmt.home.endswith(f".{folder}")


def _is_of(file: str, formats: list[Format]) -> bool:
    return file.partition("/")[0] in {fmt.name for fmt in formats}


def tests_of(of: Source) -> list[list[str]]:
    """All tests of who reads the tables, then those of what is said in every format."""
    near = (str(Path(*of.tests.split(".")).parent), *_folders(of))
    return [list(dict.fromkeys(near)), FURTHER]


def tables_of(of: Source) -> list[str]:
    """The modules of the tests of the tables, then of those of the dialects."""
    others = (f"{it}/test_terms" for it in _folders(of) if (ROOT / it / "test_terms.py").exists())
    return list(dict.fromkeys((of.tests, *(it.replace("/", ".") for it in others))))


def _folders(of: Source) -> list[str]:
    return [f"tests/formats/{folder}" for folder in of.folders]
