"""Every map of the corpus becomes a valid file of the formats that pathways are exchanged in.

A run of all tests takes the small maps; ``CONVERSIONS=all`` takes them all.
"""

import os

import pytest
from tests.laws.corpora import CORPUS, content_of, size_of

from pathport.findings import Severity
from pathport.formats import format_named
from pathport.formats.celldesigner import read

FOLDER = CORPUS / "celldesigner"
SMALL = 10**9 if os.environ.get("CONVERSIONS") == "all" else 100_000
FILES = sorted(f"celldesigner/{it.name}" for it in FOLDER.glob("*.xml*") if size_of(it) < SMALL)
TARGETS = ("biopax", "gpml", "sbml")


@pytest.mark.skipif(not FILES, reason=f"there are no maps at {FOLDER}")
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("target", TARGETS)
def test_a_map_becomes_a_valid_file(name: str, target: str) -> None:
    module = format_named(target).module
    written = module.write(read(content_of(name)).pathway)
    found = module.validate(written.content)
    assert [it.sentence for it in found if it.severity is Severity.ERROR] == []
