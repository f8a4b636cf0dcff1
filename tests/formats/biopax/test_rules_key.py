"""The rules find what the BioPAX validator found in the corpus; the docs tell how much of it."""

from pathlib import Path
from types import ModuleType
from typing import Any

import biopax_key
import make_docs
import pytest

from pathport.formats.biopax.validator import THEIRS

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "formats" / "biopax.md"

ENOUGH = 0.95

NAMES = [f"{theirs.rules[0]} {' '.join(theirs.codes)}".strip() for theirs in THEIRS]


@pytest.fixture(scope="module")
def key() -> ModuleType:
    if not biopax_key.KEY.exists():
        pytest.skip(f"the validator's findings are not at {biopax_key.KEY}")
    return biopax_key


@pytest.fixture(scope="module")
def measured(key: Any) -> dict[str, Any]:
    return dict(zip(NAMES, key.measured(), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_finds_what_the_validator_found_or_the_reason_is_told(
    name: str, measured: dict[str, Any]
) -> None:
    it = measured[name]
    if it.cases and not it.theirs.remark:
        assert it.found == it.cases


def test_nearly_all_that_the_validator_found_is_found(measured: dict[str, Any]) -> None:
    few = {
        name: (it.recall, it.precision)
        for name, it in measured.items()
        if it.cases and min(it.recall, it.precision or 0) < ENOUGH
    }
    assert few.keys() == {
        "XrefSynonymDbRule db.name.spelling",
        "UnificationXrefLimitedRule not.allowed.xref",
        "ControlledVocabularyTermCRRule min.cardinality.violated",
        "RelationshipTypeCvRule illegal.cv.term",
        "SequenceRegionCvRule illegal.cv.term",
        "SequenceRegionCvRule illegal.cv.xref",
    }


def test_every_case_of_the_key_is_that_of_a_rule(key: Any) -> None:
    listed = {(rule, code) for it in THEIRS for rule in it.rules for code in it.codes}
    assert {pair for found in key.key().values() for pair in found} - listed == set()


def test_what_can_not_be_measured_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<!-- measured biopax_key -->\n| as it was |\n<!-- end of table -->\n"
    monkeypatch.setattr(biopax_key, "KEY", tmp_path / "nothing")
    assert make_docs.measured(page) == page


def test_the_page_is_fresh(key: Any) -> None:
    assert "\n".join(key.lines()) in PAGE.read_text(encoding="utf-8"), (
        "run python tools/make_docs.py"
    )
