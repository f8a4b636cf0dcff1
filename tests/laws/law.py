"""What a law is: breaches that it finds in an example, and the examples that it wants of a format.

A law is written once, as a function that tells the breaches of one example; `law` makes of it the
test that runs over every format, and whoever wants more examples drives the same law (`all_laws`).
An example is a pathway within the format's limits, and whatever else the law draws beside it.
"""

import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import hypothesis.strategies as st
from hypothesis import given
from hypothesis.strategies import DataObject, SearchStrategy
from tests.laws.cases import every_format, every_written_format, within
from tests.laws.once import Once

from pathport.formats import Format
from pathport.model.pathway import Pathway
from pathport.testing import code_of

__all__ = ["Draw", "Law", "Trial", "all_laws", "beside_of", "law", "law_named"]

Breaches = Iterable[str]
Beside = Callable[[Format, Pathway], SearchStrategy[Any]]
"""What is drawn beside a pathway that is written in a format."""
Draw = Callable[[SearchStrategy[Any]], Any]
LAWS: dict[str, "Law"] = {}
"""The laws whose modules have been loaded, by name."""


class Law(NamedTuple):
    """One law, or one side of it."""

    name: str
    number: int
    """Which of DESIGN's laws it is."""
    breaches: Callable[..., Breaches]
    """Of a format, a pathway and what stands beside it, each breach in a sentence."""
    beside: Mapping[str, Beside]
    first: bool = False
    """Whether it must see an example before other laws: it asks what writing does to it."""

    def check(self, fmt: Format, **example: Any) -> None:
        """The law over one example.

        :raises AssertionError: with all breaches.
        """
        found = list(self.breaches(fmt, **example))
        assert found == [], "\n".join(found)


def beside_of(law: Law, fmt: Format, sent: Pathway, draw: Draw) -> dict[str, Any]:
    """What a law wants beside a pathway, drawn."""
    return {name: draw(make(fmt, sent)) for name, make in law.beside.items()}


class Trial:
    """Laws over a format, example by example; where one fails, the last example is the smallest."""

    def __init__(self, laws: Sequence[Law], fmt: Format) -> None:
        self.laws = laws
        self.fmt = fmt
        self.last: tuple[Law, dict[str, Any]] = (laws[0], {})
        """The law that was held to an example last, and the example."""

    def see(self, sent: Pathway) -> None:
        """Takes note of a pathway that the laws are held to next."""

    def hold(self, law: Law, fmt: Format, sent: Pathway, draw: Draw) -> None:
        """Holds a law to a pathway, and to what is drawn beside it.

        :raises AssertionError: if the law does not hold.
        """
        self.last = law, {"sent": sent}
        self.last[1].update(beside_of(law, fmt, sent, draw))
        law.check(fmt, **self.last[1])

    def test(self) -> Callable[[], None]:
        """What hypothesis runs; the pathways follow from the format's limits."""

        def check(drawn: DataObject) -> None:
            sent = drawn.draw(within(self.fmt))
            once: Any = Once(self.fmt)
            self.see(sent)
            for each in self.laws:
                self.hold(each, once, sent, drawn.draw)

        return given(drawn=st.data())(check)

    def code(self) -> str:
        """The last example as a test."""
        own, example = self.last
        name = f"{own.name}_{self.fmt.name}".replace("-", "_")
        lines = [f"def test_{name}() -> None:", f'    fmt = format_named("{self.fmt.name}")']
        lines += [f"    {key} = {code_of(value)}" for key, value in example.items()]
        given_as = ", ".join(f"{key}={key}" for key in example)
        return "\n".join([*lines, f'    law_named("{own.name}").check(fmt, {given_as})', ""])


def law(
    *, first: bool = False, reads: bool = True, **beside: Beside
) -> Callable[[Callable[..., Breaches]], Callable[[Format], None]]:
    """Makes of a function that tells breaches the test of a law over every format.

    One that ``reads`` nothing back holds for formats that are only written too.
    """

    def made(breaches: Callable[..., Breaches]) -> Callable[[Format], None]:
        number = int(breaches.__module__.partition("test_law")[2][0])
        name = breaches.__name__.removeprefix("test_")
        own = Law(name, number, breaches, beside, first)
        LAWS[own.name] = own

        def test(fmt: Format) -> None:
            trial = Trial([own], fmt)
            try:
                trial.test()()
            except BaseException as error:
                error.add_note(trial.code())
                raise

        test.__name__, test.__doc__ = breaches.__name__, breaches.__doc__
        test.__module__ = breaches.__module__
        return (every_format if reads else every_written_format)(test)

    return made


def all_laws() -> tuple[Law, ...]:
    """Every law over generated pathways, in order."""
    for path in sorted(Path(__file__).parent.glob("test_law*.py")):
        importlib.import_module(f"tests.laws.{path.stem}")
    return tuple(sorted(LAWS.values(), key=lambda it: (not it.first, it.number, it.name)))


def law_named(name: str) -> Law:
    """The law of this name."""
    return next(it for it in all_laws() if it.name == name)
