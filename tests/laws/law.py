"""What a law is: breaches that it finds in an example, and the examples that it wants of a format.

A law is written once, as a function that tells the breaches of one example; `law` makes of it the
test that runs over every format, and whoever wants more examples drives the same law (`all_laws`).
"""

import importlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis.strategies import SearchStrategy
from tests.laws.cases import every_format

from pathport.formats import Format
from pathport.testing import code_of

__all__ = ["Law", "Trial", "all_laws", "law", "law_named"]

Breaches = Iterable[str]
LAWS: dict[str, "Law"] = {}
"""The laws whose modules have been loaded, by name."""


class Law(NamedTuple):
    """One law, or one side of it."""

    name: str
    number: int
    """Which of DESIGN's laws it is."""
    breaches: Callable[..., Breaches]
    """Of a format and an example, each breach in a sentence."""
    arguments: Mapping[str, Callable[[Format], SearchStrategy[Any]]]
    """What an example is made of, drawn within a format's limits."""

    def check(self, fmt: Format, **example: Any) -> None:
        """The law over one example.

        :raises AssertionError: with all breaches.
        """
        found = list(self.breaches(fmt, **example))
        assert found == [], "\n".join(found)


class Trial:
    """A law over a format, example by example; where it fails, the last example is the smallest."""

    def __init__(self, law: Law, fmt: Format) -> None:
        self.law = law
        self.fmt = fmt
        self.example: dict[str, Any] = {}
        self.failed = False

    @property
    def name(self) -> str:
        """What the trial is called, as Python has names."""
        return f"{self.law.name}_{self.fmt.name}".replace("-", "_")

    def see(self, example: dict[str, Any]) -> None:
        """Takes note of an example, but not of those on the way to a smaller one that fails."""

    def test(self) -> Callable[[], None]:
        """What hypothesis runs; its examples follow from its name."""

        def check(**example: Any) -> None:
            self.example = example
            if not self.failed:
                self.see(example)
            try:
                self.law.check(self.fmt, **example)
            except BaseException:
                self.failed = True
                raise

        check.__name__ = self.name
        return given(**{name: make(self.fmt) for name, make in self.law.arguments.items()})(check)

    def code(self) -> str:
        """The last example as a test."""
        lines = [f"def test_{self.name}() -> None:", f'    fmt = format_named("{self.fmt.name}")']
        lines += [f"    {key} = {code_of(value)}" for key, value in self.example.items()]
        given_as = ", ".join(f"{key}={key}" for key in self.example)
        return "\n".join([*lines, f'    law_named("{self.law.name}").check(fmt, {given_as})', ""])


def law(
    **arguments: Callable[[Format], SearchStrategy[Any]],
) -> Callable[[Callable[..., Breaches]], Callable[[Format], None]]:
    """Makes of a function that tells breaches the test of a law over every format."""

    def made(breaches: Callable[..., Breaches]) -> Callable[[Format], None]:
        number = int(breaches.__module__.partition("test_law")[2][0])
        own = Law(breaches.__name__.removeprefix("test_"), number, breaches, arguments)
        LAWS[own.name] = own

        def test(fmt: Format) -> None:
            trial = Trial(own, fmt)
            try:
                trial.test()()
            except BaseException as error:
                error.add_note(trial.code())
                raise

        test.__name__, test.__doc__ = breaches.__name__, breaches.__doc__
        test.__module__ = breaches.__module__
        return every_format(test)

    return made


def all_laws() -> tuple[Law, ...]:
    """Every law over generated pathways, in order."""
    for path in sorted(Path(__file__).parent.glob("test_law*.py")):
        importlib.import_module(f"tests.laws.{path.stem}")
    return tuple(sorted(LAWS.values(), key=lambda it: (it.number, it.name)))


def law_named(name: str) -> Law:
    """The law of this name."""
    return next(it for it in all_laws() if it.name == name)
