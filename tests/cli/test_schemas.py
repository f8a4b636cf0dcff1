"""The published schemas are those of the answers, and what commands answer is valid by them."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest
from tests.cli.running import Run
from tests.cli.toy import Toy, entry, finding
from tests.submission.samples import SOUND
from tests.submission.test_submission import DOCUMENT

from pathport.fidelity.report import Status

ROOT = Path(__file__).parents[2]

ANSWERS = {
    "validate mini.yaml faulty.yaml missing.yaml": "validate",
    "validate toy.sbml": "validate",
    "check mini.yaml --for wikipathways": "check",
    "check mini.gpml --for wikipathways": "check",
    "check mini.gpml --for cytoscape": "findings",
    "submit mini.yaml --out out": "submit",
    "submit small.yaml --out out": "submit",
    "submit missing.yaml --out out": "findings",
    "info mini.yaml": "info",
    "draw mini.yaml -o a.svg": "draw",
    "draw mini.yaml -o a.svg --metrics": "draw",
    "draw mini.yaml -o a.gif": "findings",
    "fmt mini.yaml": "fmt",
    "fmt mini.yaml --check": "fmt",
    "fmt mini.yaml --write": "fmt",
    "fmt faulty.yaml": "findings",
    "formats": "formats",
    "rules": "rules",
    "rules MDL001": "rules",
    "export mini.yaml --to sbml,json --out out": "report",
    "export mini.yaml --to sbml,json --out out --strict": "report",
    "convert mini.yaml -o a.json": "report",
    "diff mini.yaml mini.yaml": "diff",
    "diff mini.yaml other.yaml": "diff",
    "diff mini.yaml missing.yaml": "findings",
    "update mini.yaml other.yaml --dry-run": "update",
    "update mini.yaml missing.yaml": "findings",
    "info missing.yaml": "findings",
    "export mini.yaml --to none --out out": "findings",
    "rules NONE": "findings",
    "nothing": "findings",
}


def make_schemas() -> ModuleType:
    """The tool that makes the schemas, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("tool", ROOT / "tools" / "make_schemas.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


TOOL = make_schemas()


def validator(name: str) -> Any:
    text = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


@pytest.mark.parametrize("name", TOOL.SCHEMAS)
def test_a_schema_is_up_to_date_and_a_schema(name: str) -> None:
    published = (ROOT / "schemas" / name).read_text(encoding="utf-8")
    assert published == TOOL.text_of(name), "run python tools/make_schemas.py"
    jsonschema.Draft202012Validator.check_schema(json.loads(published))


@pytest.mark.parametrize(("line", "name"), ANSWERS.items(), ids=ANSWERS)
def test_an_answer_is_valid_by_its_schema(
    line: str, name: str, folder: Path, run: Run, toy: Toy
) -> None:
    (folder / "toy.sbml").write_text("toy", encoding="utf-8")
    (folder / "small.yaml").write_text(DOCUMENT, encoding="utf-8")
    (folder / "mini.gpml").write_bytes(SOUND)
    (folder / "other.yaml").write_text("pathport: 1\nid: other\n", encoding="utf-8")
    (folder / "faulty.yaml").write_text("pathport: 1\nid: 7\n", encoding="utf-8")
    toy.entries = tuple(entry(status) for status in Status if status is not Status.NATIVE)
    toy.found_in_target = (finding("TOY001"),)
    answer = json.loads(run(*line.split(), "--json").out)
    validator(name).validate(answer)
    validator("findings").validate(answer)


@pytest.mark.parametrize("name", ["report", "validate", "info"])
def test_what_is_not_whole_is_not_valid(name: str) -> None:
    assert list(validator(name).iter_errors({"pathport": "1", "findings": []}))
    assert list(validator("findings").iter_errors({"findings": [{"code": "A"}]}))
