"""What is written as YAML says the same to every YAML reader, PyYAML's own among them."""

from typing import Any

import hypothesis.strategies as st
import pytest
import yaml
from hypothesis import given, settings

from pathport.document import fmt, spelled_yaml
from pathport.document.spell_yaml import spelled
from pathport.document.yaml import tree_of
from pathport.model.pathway import Pathway
from pathport.testing import pathways

SIGNS = [
    *"ab?c#d:/,[]{}&*!|>'\"%@`-=~<.0123 eE+_\\\n\t\x85\u2028",
    *("yes", "1e5", ": ", " #", "? ", "- ", ".inf", "0x1", "2026-11-21", "12:30:45"),
]
TEXTS = st.text(min_size=1) | st.lists(st.sampled_from(SIGNS), min_size=1).map("".join)
SCALARS = TEXTS | st.floats(allow_nan=False, allow_infinity=False) | st.integers() | st.booleans()
TREES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(TEXTS, inner, min_size=1, max_size=3)
    ),
    max_leaves=5,
)


def by_other(text: str) -> Any:
    """What PyYAML makes of a text; our key ``on`` it takes for true."""

    def named(value: Any) -> Any:
        if isinstance(value, dict):
            return {"on" if key is True else key: named(each) for key, each in value.items()}
        return [named(each) for each in value] if isinstance(value, list) else value

    return named(yaml.load(text, yaml.SafeLoader))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (["a/b?c#d"], "a:\n  - a/b?c#d\n"),  # as [a/b?c#d] PyYAML's scanner ended at the "?"
        ({"k?": 1}, "a:\n  k?: 1\n"),
        ([1e-05], "a: [1.0e-05]\n"),  # 1e-05 is a text in YAML 1.1
    ],
)
def test_what_was_read_otherwise_by_others(value: Any, text: str) -> None:
    assert spelled({"a": value}) == text
    assert by_other(text) == tree_of(text) == {"a": value}


@given(TREES)
def test_what_is_written_is_read_alike(value: Any) -> None:
    text = spelled({"a": value})
    assert tree_of(text) == {"a": value}
    assert by_other(text) == {"a": value}


@settings(max_examples=25)
@given(pathways())
def test_a_document_is_read_alike(pathway: Pathway) -> None:
    text = spelled_yaml(pathway)
    assert by_other(text) == tree_of(text)


def test_what_is_put_into_normal_form_is_read_alike() -> None:
    text = "pathport: 1\nid: a\nreferences: [PMID:8752281, 'https://example.org/?a#b']\n"
    assert by_other(fmt(text)) == tree_of(fmt(text))
