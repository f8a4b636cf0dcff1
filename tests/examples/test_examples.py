"""Every example loads without a fault, says what it teaches, and script and document agree."""

import runpy
from pathlib import Path

import pytest

from pathport.formats.yaml import read
from pathport.model.check import check
from pathport.model.facts import facts
from pathport.model.rules import UNUSED

EXAMPLES = Path(__file__).parents[2] / "examples"
DOCUMENTS = sorted(path.name for path in EXAMPLES.glob("*.yaml"))

NAMED = {
    "cxcr4.yaml": {(UNUSED.code, "GRK_set")},  # the figure draws the family, its members act
}
"""What is odd about an example, with the reason."""


def test_the_examples_are_these() -> None:
    assert DOCUMENTS == ["cxcr4.yaml", "reaction.yaml", "receptor-jak-stat.yaml"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_example_has_no_fault_but_those_named(name: str) -> None:
    found = read((EXAMPLES / name).read_bytes(), path=name)
    odd = NAMED.get(name, set())
    assert {(fault.rule.code, fault.place.id) for fault in check(found.pathway)} == odd
    assert {finding.code for finding in found.findings} <= {code for code, _ in odd}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_example_opens_with_what_it_teaches(name: str) -> None:
    lines = (EXAMPLES / name).read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert all(len(line) <= 100 for line in lines)


def test_the_script_builds_the_pathway_of_its_document() -> None:
    script = runpy.run_path(str(EXAMPLES / "receptor_jak_stat.py"))
    document = EXAMPLES / "receptor-jak-stat.yaml"
    built = script["receptor_jak_stat"]()
    assert facts(built) == facts(read(document.read_bytes(), path=document.name).pathway)


def test_the_small_example_is_small() -> None:
    lines = (EXAMPLES / "reaction.yaml").read_text("utf-8").splitlines()
    assert len(lines) <= 25
