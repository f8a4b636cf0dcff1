"""Files of other programs, laid out afresh: nothing overlaps, no line is lost, in any of them.

A run of all tests takes every eighth file by length; ``LAYOUT=all`` takes them all.
"""

import os

import pytest
from tests.laws.corpora import CORPUS, READABLE, content_of

import pathport
from pathport.layout.engine import laid_out
from pathport.layout.metrics import measured

STEP = 1 if os.environ.get("LAYOUT") == "all" else 8
FILES = sorted(READABLE, key=lambda name: (len(content_of(name)), name))[::STEP]


@pytest.mark.skipif(not FILES, reason=f"there are no corpora at {CORPUS}")
@pytest.mark.parametrize("name", FILES)
def test_a_file_of_others_is_laid_out_without_fault(name: str) -> None:
    found = measured(laid_out(pathport.read(content_of(name))))
    assert (found.overlaps, found.through, found.shared, found.heads, found.framed) == (0,) * 5
