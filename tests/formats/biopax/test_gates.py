"""Gates as alternatives of what acts together."""

import pytest

from pathport.formats.biopax.gates import MOST, alternatives
from pathport.model.enumerations import Logic
from pathport.model.parts import Gate


def gate(logic: Logic, *inputs: str | Gate) -> Gate:
    return Gate(
        logic=logic,
        inputs=tuple(it for it in inputs if isinstance(it, str)),
        gates=tuple(it for it in inputs if isinstance(it, Gate)),
    )


def both(*inputs: str | Gate) -> Gate:
    return gate(Logic.AND, *inputs)


def either(*inputs: str | Gate) -> Gate:
    return gate(Logic.OR, *inputs)


def never(only: str | Gate) -> Gate:
    return gate(Logic.NOT, only)


SAID = [
    (Gate(), [()]),
    (both("a"), [("a",)]),
    (both("b", "a"), [("a", "b")]),
    (either("a", "b"), [("a",), ("b",)]),
    (both(either("a", "b"), "c"), [("a", "c"), ("b", "c")]),
    (either(both("a", "b"), "c"), [("a", "b"), ("c",)]),
    (both(either("a", "b"), either("a", "c")), [("a",), ("a", "b"), ("a", "c"), ("b", "c")]),
    (never("a"), [()]),
    (both("a", never("b")), [("a",)]),
    (either("a", never("b")), [("a",)]),
    (never(either("a", "b")), [()]),
]


@pytest.mark.parametrize(("found", "said"), SAID)
def test_alternatives(found: Gate, said: list[tuple[str, ...]]) -> None:
    assert list(alternatives(found)) == sorted(said)


def test_too_many_alternatives_are_said_as_one_of_all() -> None:
    names = [(f"a{n}", f"b{n}") for n in range(20)]
    found = both(*(either(*pair) for pair in names), never("c"))
    (one,) = alternatives(found)
    assert one == tuple(sorted(name for pair in names for name in pair))
    assert len(alternatives(either(*(f"a{n}" for n in range(MOST))))) == MOST
