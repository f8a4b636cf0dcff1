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

EXCEPTIONS = {
    ("Apoptosis_pathway.xml", "terms"): "uniprot:M is no identifier and no address of literature",
    ("BIOMD0000000394.xml", "terms"): "a part of a complex whose parts are drawn has no term",
    ("BIOMD0000000541.xml", "terms"): "properties of PATO, parts of what is no complex, and the "
    "compartment around all others have no place in a pathway",
}
"""By file and kind, why other counts come out than went in; what is read is named if it is lost."""
LOST = {
    "Apoptosis_pathway.xml": 1,
    "BIOMD0000000394.xml": 1,
    "BIOMD0000000541.xml": 9,
}
"""How many terms of a file have no place in a pathway; each is told by name."""


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


@pytest.mark.skipif(not FILES, reason=f"there are no maps at {FOLDER}")
@pytest.mark.parametrize("name", [it for it in FILES if it.partition("/")[2] in LOST])
def test_terms_that_are_not_read_are_told(name: str) -> None:
    found = read(content_of(name))
    missing = _in_file(name)["terms"] - told(found.pathway)["terms"]
    sentences = [it.sentence for it in found.findings]
    assert len(missing) == LOST[name.partition("/")[2]]
    for _, qualifier, term in missing:
        local = term.rpartition(":")[2]
        assert any(local in it for it in sentences), (qualifier, term)
