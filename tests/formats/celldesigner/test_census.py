"""What XPath counts in each map of the corpus is what was read, and what comes out again from the
document of it.
"""

from collections import Counter
from functools import cache
from typing import Any

import pytest
from lxml import etree
from tests.formats.celldesigner.census import SPACES, Counts, counted, told
from tests.formats.celldesigner.census_looks import LOOKS, looks_counted, looks_told
from tests.laws.corpora import CORPUS, content_of

from pathport.formats import yaml
from pathport.formats.celldesigner import read, write

FOLDER = CORPUS / "celldesigner"
FILES = sorted(f"celldesigner/{it.name}" for it in FOLDER.glob("*.xml*"))
KINDS = (
    "species",
    "parts of complexes",
    "empty sides",
    "boxes",
    "active boxes",
    "residues in state",
    "residues drawn in state",
    "structural states",
    "hypothetical",
    "reactions",
    "modifications",
    "gates",
    "compartments",
    "sides",
    "terms",
    "notes",
    *LOOKS,
)


def different(one: Counter[Any], other: Counter[Any]) -> dict[Any, tuple[int, int]]:
    keys = one.keys() | other.keys()
    return {key: (one[key], other[key]) for key in keys if one[key] != other[key]}


@cache
def _in_file(name: str) -> Counts:
    return _all_counted(content_of(name))


def _all_counted(content: bytes) -> Counts:
    root = etree.fromstring(content, etree.XMLParser(huge_tree=True))
    return {**counted(root), **looks_counted(root)}


@pytest.mark.skipif(not FILES, reason=f"there are no maps at {FOLDER}")
@pytest.mark.parametrize("name", FILES)
def test_what_is_counted_is_read_and_comes_out_again(name: str) -> None:
    pathway = read(content_of(name)).pathway
    there, here = _in_file(name), {**told(pathway), **looks_told(pathway)}
    document = yaml.read(yaml.write(pathway).content).pathway
    again = _all_counted(write(document).content)
    wrong = {
        (kind, what): found
        for kind in KINDS
        for what, counts in (("read", here), ("written", again))
        if (found := different(there[kind], counts[kind]))
    }
    assert wrong == {}


def _angles(content: bytes) -> dict[tuple[str, str], float]:
    """By protein and residue, where that is on the border."""
    root = etree.fromstring(content, etree.XMLParser(huge_tree=True))
    found = root.xpath("//c:listOfProteins//c:modificationResidue", namespaces=SPACES)
    return {
        (it.getparent().getparent().get("id"), it.get("id")): float(it.get("angle")) for it in found
    }


@pytest.mark.skipif(not FILES, reason=f"there are no maps at {FOLDER}")
@pytest.mark.parametrize("name", FILES)
def test_residues_stand_where_they_stood(name: str) -> None:
    before = _angles(content_of(name))
    after = _angles(write(read(content_of(name)).pathway).content)
    assert after == pytest.approx(before, abs=1e-3)
    plain = {key: it for key, it in before.items() if it == round(it, 2)}
    assert plain.items() <= after.items()


@pytest.mark.skipif(not FILES, reason=f"there are no maps at {FOLDER}")
@pytest.mark.parametrize("name", FILES)
def test_a_modifier_that_no_line_draws_has_no_alias(name: str) -> None:
    root = etree.fromstring(write(read(content_of(name)).pathway).content)
    for reaction in root.iter("{*}reaction"):
        modifiers = reaction.xpath(
            ".//*[local-name()='modifierSpeciesReference'][.//c:alias]", namespaces=SPACES
        )
        lines = reaction.xpath(
            ".//c:modification[not(contains(@modifiers, ','))]", namespaces=SPACES
        )
        assert len(modifiers) <= len(lines), reaction.get("id")
