"""What XPath counts in each map of the corpus is what was read, and what comes out again."""

from collections import Counter
from functools import cache
from typing import Any

import pytest
from lxml import etree
from tests.formats.celldesigner.census import Counts, counted, told
from tests.laws.corpora import CORPUS, content_of

from pathport.formats.celldesigner import read, write

FOLDER = CORPUS / "celldesigner"
FILES = sorted(f"celldesigner/{it.name}" for it in FOLDER.glob("*.xml*"))
KINDS = (
    "species",
    "parts of complexes",
    "boxes",
    "active boxes",
    "residues in state",
    "structural states",
    "hypothetical",
    "reactions",
    "modifications",
    "gates",
    "compartments",
    "sides",
    "terms",
    "notes",
)

EXCEPTIONS: dict[tuple[str, str], str] = {}
"""By file and kind, why other counts come out than went in."""


def different(one: Counter[Any], other: Counter[Any]) -> dict[Any, tuple[int, int]]:
    keys = one.keys() | other.keys()
    return {key: (one[key], other[key]) for key in keys if one[key] != other[key]}


@cache
def _in_file(name: str) -> Counts:
    return counted(etree.fromstring(content_of(name), etree.XMLParser(huge_tree=True)))


@pytest.mark.skipif(not FILES, reason=f"there are no maps at {FOLDER}")
@pytest.mark.parametrize("name", FILES)
def test_what_is_counted_is_read_and_comes_out_again(name: str) -> None:
    pathway = read(content_of(name)).pathway
    there, here = _in_file(name), told(pathway)
    again = counted(etree.fromstring(write(pathway).content, etree.XMLParser(huge_tree=True)))
    short = name.partition("/")[2]
    wrong = {
        (kind, what): found
        for kind in KINDS
        for what, counts in (("read", here), ("written", again))
        if (found := different(there[kind], counts[kind])) and (short, kind) not in EXCEPTIONS
    }
    assert wrong == {}
