"""How names are shortened, and what shows that one was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.formats.biopax.labels import (
    assembled,
    called,
    full_name,
    gathered,
    is_short_of,
    marked,
    sayable,
    shortened,
)


@pytest.mark.parametrize("text", ["null", " None", "N/A", "0", "-1", "nil", " ", "", None])
def test_what_stands_for_nothing_can_not_be_said(text: str | None) -> None:
    assert sayable(text) is None


def test_what_can_be_said_is_said_without_blanks_around_it() -> None:
    assert sayable(" a\nb ") == "a\nb"


def test_a_thing_whose_id_stands_for_nothing_is_called_otherwise() -> None:
    assert called("A") == "A"
    assert sayable(called("null")) == "null (id)"


@given(st.text(min_size=1))
def test_short_forms_are_short_and_known(text: str) -> None:
    for short in (shortened(text), marked(text)):
        assert len(short) <= 25
        assert is_short_of(short, text) or len(text) <= 25


def test_a_short_name_is_short_of_itself_alone() -> None:
    assert shortened("a" * 25) == "a" * 25
    assert shortened("a" * 26) == "a" * 24 + "…"
    assert not is_short_of("a" * 24 + "…", "a" * 25)
    assert marked("a" * 26) != marked("a" * 27)


def test_the_full_name_is_found_among_others() -> None:
    long = "a name of more than twenty-five characters"
    assert full_name(shortened(long), ["b", long]) == long
    assert full_name(marked(long), ["b", long]) == long
    assert full_name("b", [long]) == "b"


def test_labels_of_complexes_and_sets_do_not_depend_on_the_order() -> None:
    parts = [("B", 2, False), ("A", 1, False), ("C:D", 1, True)]
    assert assembled(parts) == assembled(reversed(parts)) == "(C:D):2*B:A"
    assert gathered(["b", "a"]) == "a/b"
