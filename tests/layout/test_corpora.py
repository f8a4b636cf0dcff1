"""Files of other programs, laid out afresh: nothing overlaps, no line is lost, in any of them."""

import pytest
from tests.laws.corpora import CORPUS, READABLE, content_of

import pathport
from pathport.layout.engine import laid_out
from pathport.layout.metrics import measured

SMALL = 400_000
"""Bytes of the files that are laid out in a run of all tests."""
FILES = [name for name in READABLE if len(content_of(name)) < SMALL]


@pytest.mark.skipif(not FILES, reason=f"there are no corpora at {CORPUS}")
@pytest.mark.parametrize("name", FILES)
def test_a_file_of_others_is_laid_out_without_fault(name: str) -> None:
    found = measured(laid_out(pathport.read(content_of(name))))
    assert (found.overlaps, found.through, found.shared) == (0, 0, 0)
