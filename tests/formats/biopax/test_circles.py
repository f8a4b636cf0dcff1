"""Arrows that close a circle are left out, all others kept."""

from hypothesis import given
from hypothesis import strategies as st

from pathport.formats.biopax.circles import without_circles
from pathport.model.circles import circles

NAMES = "abcdef"
ARROWS = st.dictionaries(
    st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), unique=True).map(tuple)
)


@given(ARROWS)
def test_no_circle_is_left_and_what_is_without_one_stays(
    arrows: dict[str, tuple[str, ...]],
) -> None:
    kept = without_circles(arrows)
    assert list(circles({start: list(found) for start, found in kept.items()})) == []
    assert kept.keys() == arrows.keys()
    for start, found in kept.items():
        assert [it for it in arrows[start] if it in found] == list(found)
    if not list(circles({start: list(found) for start, found in arrows.items()})):
        assert kept == arrows


def test_the_arrow_that_closes_a_circle_goes() -> None:
    assert without_circles({"a": "b", "b": "c", "c": "a"}) == {"a": ("b",), "b": ("c",), "c": ()}
    assert without_circles({"a": "a"}) == {"a": ()}


def test_long_chains_are_walked() -> None:
    chain = {str(n): (str(n + 1),) for n in range(100_000)}
    assert without_circles(chain) == chain
