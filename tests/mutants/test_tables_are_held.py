"""Every row of every table is held by a test of the tables, in this process and at once.

`make mutants` changes a table before any other module has seen it, and asks laws and all tests.
This asks the tests of the tables alone, which read them where they stand: a row that none holds is
found here, before a long run.
"""

import importlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from types import ModuleType
from typing import Any

import pytest
from tests.mutants.tables import Mutant, folders, mutants_of, mutated, terms_of


def calls(module: ModuleType) -> Iterator[partial[None]]:
    """The tests of a module, one for each choice of their parameters."""
    for name, test in vars(module).items():
        if name.startswith("test_"):
            marks = [it.args for it in getattr(test, "pytestmark", ()) if it.name == "parametrize"]
            for chosen in product(*(_choices(*args) for args in marks)):
                yield partial(test, **{key: value for one in chosen for key, value in one.items()})


def _choices(names: str | tuple[str, ...], values: Any) -> list[dict[str, Any]]:
    if isinstance(names, str):
        return [{names: value} for value in values]
    return [dict(zip(names, its, strict=True)) for its in values]


def fails(test: Callable[[], None]) -> bool:
    try:
        test()
    except Exception:
        return True
    return False


@pytest.mark.parametrize("folder", folders())
def test_a_row_that_changes_is_found(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    terms = importlib.import_module(terms_of(folder))
    tests = list(calls(importlib.import_module(f"tests.formats.{folder}.test_terms")))
    assert tests

    def survives(mutant: Mutant) -> bool:
        near = sorted(tests, key=lambda it: mutant.table not in it.keywords.values())
        with monkeypatch.context() as patched:
            try:
                changed = mutated(getattr(terms, mutant.table), mutant)
            except ValueError:  # no such table can be
                return False
            patched.setattr(terms, mutant.table, changed)
            return not any(map(fails, near))

    assert [it.name for it in mutants_of(folder) if survives(it)] == []
