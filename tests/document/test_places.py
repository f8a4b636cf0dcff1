"""Places in a text: what a value holds is found again, whatever the style it is written in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.document import JSON, YAML
from pathport.document.nodes import Lines, Node, source_index
from pathport.document.spell_yaml import spelled

STYLES = {
    "plain": "k: one two:three",
    "plain, folded": "k: one\n  two\n\n  three",
    "single": "k: 'one ''two'' three'",
    "single, folded": "k: 'one\n  two'",
    "double": r'k: "one \"two\" \u0041 \x42 three"',
    "double, folded": 'k: "one\n   two \\\n   three"',
    "literal": "k: |\n  one\n    two\n\n  three\n",
    "literal, stripped": "k: |-\n\n  one\n  two\n",
    "folded": "k: >\n  one\n  two\n\n  three\n",
    "folded, with a comment": "k: >- # a comment\n    one\n    two\n",
    "in a list": "k:\n- [a, 'one two']",
}


def under(root: Node) -> Node:
    assert root.pairs
    return root.pairs[0][1]


def value_of(text: str) -> Node:
    root, _ = YAML.nodes_of(text)
    node = under(root)
    while node.items:
        node = node.items[-1]
    return node


@pytest.mark.parametrize("style", STYLES)
def test_words_are_found_where_they_stand(style: str) -> None:
    text = STYLES[style]
    node = value_of(text)
    found = [word for word in ("one", "two", "three") if word in (node.text or "")]
    assert found
    for word in found:
        index = source_index(node, (node.text or "").index(word), text)
        assert text[index:].startswith(word)


@given(words=st.lists(st.sampled_from(["a", "bc", "d:e", "#f", "é", '"', "'", "\\", "\n", "  "])))
def test_words_are_found_in_what_is_written(words: list[str]) -> None:
    value = " ".join(["head", *words, "XYZ", "end"])
    for text, syntax in ((spelled({"k": value}), YAML), (json.dumps({"k": value}), JSON)):
        root, _ = syntax.nodes_of(text)
        node = under(root)
        assert node.text == value
        index = source_index(node, value.index("XYZ"), text)
        assert text[index:].startswith("XYZ")


def test_lines_and_columns_are_counted_from_1() -> None:
    lines = Lines("ab\ncd\r\nef\rg")
    assert [lines.where(index) for index in (0, 1, 3, 7, 10)] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (3, 1),
        (4, 1),
    ]
