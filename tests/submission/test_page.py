"""The page of the docs: what the rules find in files of the database, as it is found now."""

import sys
from pathlib import Path

import pytest

from pathport.submission.rules import CHECKS, FOR_PEOPLE, NAME_CHECKS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "submission.md").read_text(encoding="utf-8")
SETTLED = {"WP-FILE", "WP-XSD", "WP-HDR", "WP-ORG", "WP-TTL", "WP-ONT"}
"""Groups of rules that every file of the database obeys: a breach there would be ours."""


def test_the_page_has_what_the_rules_find(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "tools"), *sys.path])
    import wikipathways_rules as tool

    if not tool.KEY.exists():
        pytest.skip(f"{tool.KEY} is not beside the repository")
    table = "\n".join(tool.lines())
    assert table in PAGE, "run python tools/make_docs.py submission"
    rows = [line.split(" | ") for line in table.splitlines() if line.startswith("| WP-")]
    broken = {row[0].removeprefix("| ").rpartition("-")[0] for row in rows if row[4].strip()}
    assert not broken & SETTLED
    assert set(tool.DATABASE) <= {rule.code for rule in (*CHECKS, *NAME_CHECKS)}


def test_the_page_tells_of_every_rule() -> None:
    told = {rule.code for rule in (*CHECKS, *NAME_CHECKS)} | FOR_PEOPLE.keys()
    assert {code for code in told if code not in PAGE} == set()
