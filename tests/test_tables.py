"""Tables of facts are read from the installed package."""

import pytest

from pathport import tables


def test_comments_and_column_names_are_no_rows() -> None:
    first = next(tables.rows("terms/mod.tsv"))
    assert first[:2] == ("mod:00000", "protein modification")
    assert len(first) == 7


@pytest.mark.parametrize("name", ["prefixes.tsv", "terms/eco.tsv"])
def test_rows_are_as_wide_as_their_table(name: str) -> None:
    assert len({len(row) for row in tables.rows(name)}) == 1


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        tables.lines("nosuch.tsv")
