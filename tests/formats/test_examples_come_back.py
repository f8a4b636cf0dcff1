"""Every example, through every format that reads and writes, is the pathway that it was.

Found by a pathway cxcr4 with a molecule CXCR4: the two ids were taken for one.
"""

from pathlib import Path

import pytest

import pathport
from pathport.formats import Format, known_formats

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


@pytest.mark.parametrize("fmt", [it for it in known_formats() if it.reads], ids=lambda it: it.name)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_comes_back(path: Path, fmt: Format) -> None:
    pathway = pathport.read(path)
    back = fmt.module.read(fmt.module.write(pathway).content)
    assert back.pathway == pathway
    assert [each.code for each in back.findings if each.code.startswith("FID")] == []
