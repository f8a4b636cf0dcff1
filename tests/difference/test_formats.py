"""A pathway does not differ from what was exported from it, in whatever format."""

from pathlib import Path

import pytest

from pathport.api.difference import diff
from pathport.api.reading import read
from pathport.api.writing import write_bytes
from pathport.formats import known_formats
from pathport.model.pathway import Pathway

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
TARGETS = [fmt.name for fmt in known_formats() if fmt.reads and fmt.writes]


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> Pathway:
    return read(request.param)


@pytest.mark.parametrize("by", ["id", "meaning"])
@pytest.mark.parametrize("target", TARGETS)
def test_an_export_does_not_differ(example: Pathway, target: str, by: str) -> None:
    assert str(diff(example, write_bytes(example, target).content, by)) == ""
