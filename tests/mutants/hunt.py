"""The hunt: each mutant with its examples, and what kills it held against what was written.

A law or a test that fails without any mutant kills none: such an example is left out, such a test
must pass first.
"""

import importlib
from pathlib import Path

from tests.laws.cases import READ_AND_WRITTEN
from tests.mutants.examples import DRAWN, Pool, files_with
from tests.mutants.tables import Mutant, rows_of, terms_of
from tests.mutants.trial import NOTHING, UNDECIDED, Trial, Verdict, in_own_process
from tests.test_imports import DIALECTS

from pathport.formats import Format

__all__ = ["Hunt"]

FOLDER = Path(__file__).parents[1] / "formats"
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
        table = getattr(importlib.import_module(terms_of(mutant.folder)), mutant.table)
        rows = [rows_of(table)[mutant.part][n] for n in mutant.changed]
        own = mutant.folder
        used_by = [own, *(dialect for dialect, base in DIALECTS.items() if base == own)]
        formats = [fmt for folder in used_by for fmt in READ_AND_WRITTEN if _is_in(fmt, folder)]
        return Trial(
            pathways={it.name: self._pool(it).chosen(rows) for it in formats if _is_in(it, own)},
            files=[name for name in files_with(rows) if _is_of(name, formats)],
            tests=tests_of([folder for folder in used_by if (FOLDER / folder).is_dir()]),
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
            tests=[[found.which]] if found.by == "tests" else [],
        )


def _is_in(fmt: Format, folder: str) -> bool:
    return fmt.home.endswith(f".{folder}")


def _is_of(file: str, formats: list[Format]) -> bool:
    return file.partition("/")[0] in {fmt.name for fmt in formats}


def tests_of(folders: list[str]) -> list[list[str]]:
    """The tests of the formats: those of the tables, then all of their own, then the further."""
    own = [f"tests/formats/{folder}" for folder in folders]
    tables = [
        f"{it}/test_terms.py" for it in own if (FOLDER.parents[1] / it / "test_terms.py").exists()
    ]
    return [it for it in (tables, own, FURTHER) if it]
