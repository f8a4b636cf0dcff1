"""The table of rules, and what importing its neighbours costs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pathport.rules import Rule
from pathport.safety.rules import RULES


def test_codes_are_numbered_without_gaps() -> None:
    told = [rule.code for rule in RULES]
    counts = {"IO": 12, "XML": 6, "OUT": 8}
    assert told == [f"{kind}{n:03}" for kind, most in counts.items() for n in range(1, most + 1)]


def test_each_rule_fires_in_a_test() -> None:
    text = "".join(
        file.read_text(encoding="utf-8")
        for file in Path(__file__).parent.glob("test_*.py")
        if file != Path(__file__)
    )
    assert {rule.code for rule in RULES} <= set(re.findall(r'"([A-Z]+\d{3})"', text))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_sentences(rule: Rule) -> None:
    for text in (rule.title, rule.remedy):
        assert text
        assert not text.endswith((".", "!"))


def test_only_xml_loads_the_parser() -> None:
    code = (
        "import sys, pathport.safety\n"
        "from pathport.safety import characters, lines, place, prolog, rules, source, target\n"
        "print([name for name in sys.modules if name.startswith(('lxml', 'xml'))])"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout == "[]\n"
