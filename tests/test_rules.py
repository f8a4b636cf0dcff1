"""The catalogue of rules: complete, each code once, each with what to do."""

import importlib
import re
from collections import Counter
from pathlib import Path

import pytest

import pathport
from pathport.findings import Severity
from pathport.rules import TABLES, Rule, catalogue

PACKAGE = Path(pathport.__file__).parent
FOUND = list(catalogue())


def tables() -> dict[str, tuple[Rule, ...]]:
    """Every module that declares rules, with them."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        if re.search(r"^RULES\b", path.read_text(encoding="utf-8"), re.MULTILINE):
            parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            found[name] = tuple(importlib.import_module(name).RULES)
    return found


def test_no_table_is_forgotten() -> None:
    listed = {rule.code for rule in FOUND}
    forgotten = {
        name: missing
        for name, rules in tables().items()
        if (missing := {rule.code for rule in rules} - listed)
    }
    assert forgotten == {}


def test_each_table_that_is_listed_is_one() -> None:
    assert [name for name in TABLES if not importlib.import_module(name).RULES] == []


def test_each_code_is_that_of_one_rule() -> None:
    assert [
        code for code, number in Counter(rule.code for rule in FOUND).items() if number > 1
    ] == []


@pytest.mark.parametrize("rule", FOUND, ids=lambda rule: rule.code)
def test_a_rule_is_told_in_the_style_of_findings(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{2,4}\d{3}|libsbml(-\d+)?|WP-[A-Z]{3,4}-\d+b?", rule.code)
    assert rule.title
    assert rule.remedy or rule.severity is Severity.NOTE
    for text in (rule.title, rule.remedy):
        assert not text.endswith((".", "!"))
        assert text.isprintable()
        assert text == text.strip()
        assert "please" not in text.lower()


@pytest.mark.parametrize("rule", FOUND, ids=lambda rule: rule.code)
def test_a_remedy_begins_with_what_to_do(rule: Rule) -> None:
    """What SBM101 and GPM101 said told only what had been done, by the thousand."""
    assert rule.remedy.partition(" ")[0] not in {"it", "its", "the", "they", "this", "what"}
