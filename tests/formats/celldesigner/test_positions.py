"""Lines, junctions, gates and anchors of the maps come out within half a pixel of where they were.

Where they are, is worked out from both files by a second geometry (``polylines``).
"""

from collections import Counter, defaultdict
from itertools import groupby

import pytest
from lxml import etree
from tests.formats.celldesigner.polylines import Polyline, polylines
from tests.laws.corpora import CORPUS, content_of, size_of

from pathport.formats.celldesigner import read, write

FOLDER = CORPUS / "celldesigner"
FILES = sorted(f"celldesigner/{it.name}" for it in FOLDER.glob("*.xml*") if size_of(it) < 500_000)
HALF = 0.5
"""Pixels."""


def lines_in(content: bytes) -> dict[tuple[str, str], list[Polyline]]:
    found: dict[tuple[str, str], list[Polyline]] = defaultdict(list)
    for it in polylines(etree.fromstring(content, etree.XMLParser(huge_tree=True))):
        found[it.reaction, it.what].append(it)
    return found


def runs_in(content: bytes) -> Counter[tuple[str, ...]]:
    """The directions of the segments of each arm of a square line that bends, with its reaction."""
    root = etree.fromstring(content, etree.XMLParser(huge_tree=True))
    found: Counter[tuple[str, ...]] = Counter()
    for scheme in root.iter("{*}connectScheme"):
        if scheme.get("connectPolicy") == "square":
            reaction = next(scheme.iterancestors("{*}reaction")).get("id")
            arms = groupby(scheme.iter("{*}lineDirection"), key=lambda it: it.get("arm"))
            runs = [tuple(it.get("value") for it in arm) for _, arm in arms]
            found.update((reaction, *run) for run in runs if len(run) > 1)
    return found


def off(one: Polyline, other: Polyline) -> float:
    """How far the points of two lines are from each other at most."""
    if len(one.spots) != len(other.spots):
        return float("inf")
    return max(abs(a - b) for a, b in zip(one.spots, other.spots, strict=True))


@pytest.mark.skipif(not FILES, reason=f"there are no maps at {FOLDER}")
@pytest.mark.parametrize("name", FILES)
def test_lines_come_out_where_they_were(name: str) -> None:
    content = content_of(name)
    before = lines_in(content)
    after = lines_in(write(read(content).pathway).content)
    wrong = {
        key: told
        for key, told in before.items()
        if any(min((off(it, other) for other in after[key]), default=99) > HALF for it in told)
    }
    assert {key: [it.spots for it in told] for key, told in wrong.items()} == {}


@pytest.mark.skipif(not FILES, reason=f"there are no maps at {FOLDER}")
@pytest.mark.parametrize("name", FILES)
def test_segments_of_square_lines_run_as_they_did(name: str) -> None:
    content = content_of(name)
    assert runs_in(write(read(content).pathway).content) == runs_in(content)
