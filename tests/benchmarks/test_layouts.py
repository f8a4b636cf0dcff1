"""What the table of layouts tells of growth, and which files it takes."""

import msgspec
import pytest
from benchmarks.layouts import SUFFIXES, Row, _exponent

from pathport.layout.metrics import measured
from pathport.layout.picture import Picture


def test_growth_is_that_of_one_order_whatever_all_of_them_take() -> None:
    """The seconds of all orders fall with the size, as fewer are tried: the exponent was -0.16."""
    empty = measured(Picture(width=1, height=1))
    rows = [
        Row("", msgspec.structs.replace(empty, glyphs=n), seconds=1 / n, once=n**1.5)
        for n in (200, 600, 2_000)
    ]
    assert _exponent(rows) == pytest.approx(1.5)


def test_a_file_of_reactome_in_sbml_is_in_the_table() -> None:
    assert "R-HSA-1980143.sbml".endswith(SUFFIXES)
