"""The published schema holds what is read, and nothing that editors could have refused."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from tests.document.test_faults import FAULTY, at

from pathport.document import YAML
from pathport.document.outline import outline
from pathport.document.schema import schema
from pathport.model.pathway import Pathway
from pathport.testing import pathways

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.name for path in (ROOT / "examples").glob("*.yaml"))

SEEN = ("DOC020", "DOC021", "DOC022", "DOC023", "DOC024", "MDL001 illegal")
"""Rules that the schema can apply."""


@pytest.fixture(scope="module")
def validator() -> Any:
    text = (ROOT / "schemas" / "document.schema.json").read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


def test_the_published_schema_is_up_to_date_and_a_schema() -> None:
    published = (ROOT / "schemas" / "document.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == schema(), "run python tools/make_schemas.py"
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_valid(name: str, validator: Any) -> None:
    validator.validate(YAML.tree_of((ROOT / "examples" / name).read_text(encoding="utf-8")))


@given(pathway=pathways())
def test_what_is_written_is_valid(pathway: Pathway) -> None:
    jsonschema.Draft202012Validator(schema()).validate(outline(pathway))


@pytest.mark.parametrize("case", [case for case in FAULTY if case.startswith(SEEN)])
def test_what_the_form_forbids_is_invalid(case: str, validator: Any) -> None:
    assert not validator.is_valid(YAML.tree_of(at(FAULTY[case])[0]))


@pytest.mark.parametrize("case", [case for case in FAULTY if case.startswith("DOC025")])
def test_what_the_schema_cannot_see_is_valid_by_it(case: str, validator: Any) -> None:
    assert validator.is_valid(YAML.tree_of(at(FAULTY[case])[0]))
