"""Every row of every table is held by a test of the tables, in this process and at once.

`make mutants` changes a table before any other module has seen it, and asks laws and all tests.
This asks the tests of the tables alone, which read them where they stand: a row that none holds is
found here, before a long run.
"""

import importlib

import pytest
from tests.mutants.calls import calls, fails, is_near
from tests.mutants.sources import source, sources
from tests.mutants.tables import Mutant, mutants_of, mutated


@pytest.mark.parametrize("name", sources())
def test_a_row_that_changes_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module(source(name).module)
    tests = list(calls(importlib.import_module(source(name).tests)))
    assert tests
    assert list(filter(None, map(fails, tests))) == []

    def survives(mutant: Mutant) -> bool:
        near = sorted(tests, key=lambda it: not is_near(it, mutant.table))
        with monkeypatch.context() as patched:
            try:
                changed = mutated(getattr(module, mutant.table), mutant)
            except ValueError:  # no such table can be
                return False
            patched.setattr(module, mutant.table, changed)
            return not any(map(fails, near))

    assert [it.name for it in mutants_of(name) if survives(it)] == []
