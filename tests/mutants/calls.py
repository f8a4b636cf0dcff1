"""The tests of a module as calls, one for each choice of their parameters, without pytest.

They are tests of tables, which want no fixture: a thousand mutants are tried by them.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from types import ModuleType
from typing import Any

__all__ = ["calls", "fails", "is_near", "said"]


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


def is_near(test: partial[None], table: str) -> bool:
    """Whether a test has a table's name for a parameter, and so is likely to tell of it."""
    return table in test.keywords.values()


def fails(test: Callable[[], None]) -> str:
    """What a test says if it fails, else nothing."""
    try:
        test()
    except Exception as error:
        return said(error)
    return ""


def said(error: Exception) -> str:
    """What an exception says, on one line."""
    return f"{type(error).__name__}: {' '.join(str(error).split())}"
