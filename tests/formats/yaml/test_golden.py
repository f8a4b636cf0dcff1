"""Small documents in normal form, named after what they show; in YAML here, in JSON beside it.

``python -m tests.formats.yaml.test_golden`` writes them anew from what they say.
"""

from pathlib import Path

import pytest

from pathport.document import fmt
from pathport.formats import json, yaml
from pathport.model.facts import facts

HERE = Path(__file__).parent / "golden"
JSON = Path(__file__).parents[1] / "json" / "golden"
NAMES = sorted(path.stem for path in HERE.glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_written_as_it_stands(name: str) -> None:
    content = (HERE / f"{name}.yaml").read_bytes()
    assert yaml.write(yaml.read(content).pathway).content == content
    assert fmt(content.decode()).encode() == content
    assert all(len(line) <= 100 for line in content.decode().split("\n") if '"' not in line)


@pytest.mark.parametrize("name", NAMES)
def test_json_says_the_same(name: str) -> None:
    content = (JSON / f"{name}.json").read_bytes()
    pathway = yaml.read((HERE / f"{name}.yaml").read_bytes()).pathway
    assert facts(json.read(content).pathway) == facts(pathway)
    assert json.write(pathway).content == content


def test_each_has_its_twin() -> None:
    assert sorted(path.stem for path in JSON.glob("*.json")) == NAMES
    assert NAMES


if __name__ == "__main__":
    for name in NAMES:
        path = HERE / f"{name}.yaml"
        pathway = yaml.read(path.read_bytes(), path=path.name).pathway
        path.write_bytes(yaml.write(pathway).content)
        (JSON / f"{name}.json").write_bytes(json.write(pathway).content)
