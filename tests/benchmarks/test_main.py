"""How a run is asked for."""

import pytest
from benchmarks.__main__ import command


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--out RESULTS.md", "make bench"),
        ("--out RESULTS.md --sizes 1000 --repeat 1", "make bench BENCH='--sizes 1000 --repeat 1'"),
        ("--large-repeat 1 --out RESULTS.md", "make bench BENCH='--large-repeat 1'"),
        ("", "make bench"),
    ],
)
def test_the_page_tells_how_the_same_is_asked_for_again(words: str, told: str) -> None:
    assert command(words.split()) == told
