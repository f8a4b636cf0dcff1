"""Whatever a document holds, it is read or refused with faults: nothing else comes out."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.document import JSON, YAML, Syntax, fmt, load, spelled_json
from pathport.document.outline import outline
from pathport.errors import PathportError
from pathport.findings import Severity
from pathport.model.facts import facts
from pathport.model.pathway import Pathway
from pathport.testing import pathways

ROOT = Path(__file__).parents[1]
TEXTS = [path.read_text("utf-8") for path in sorted(ROOT.glob("formats/yaml/golden/*.yaml"))]
TREES = [YAML.tree_of(text) for text in TEXTS]
SIGNS = ["{", "}", "[", "]", ":", ": ", "\n", "  ", "- ", "*", "&a ", "*a", "'", '"', "0", "null"]
SIGNS += [
    "is",
    "E2",
    "@",
    "->",
    "|",
    ">",
    "#",
    "!!int ",
    "\t",
    "\u2028",
    "\ufeff",
    "é",
    "<<: ",
    "-1",
]
ODD: list[Any] = [None, True, 0, -1, 1.5, 10**30, "", " ", "x", "0", "E2", "not", [], {}, [[]]]
ODD += [{"": ""}, {"is": 1}, ["a", 1], {"is": "A"}, 1e999, "A{", "\ud800", {"pathport": 1}]


def told(text: str, syntax: Syntax) -> None:
    """Loads a text; faults, if there are any, stand within it and in its order."""
    try:
        found = load(text, syntax=syntax).findings
    except PathportError as error:
        found = error.findings
        assert any(finding.severity is Severity.ERROR for finding in found)
    lines = text.count("\n") + text.count("\r") + 1
    places = [(finding.place.line, finding.place.column) for finding in found]
    assert all(1 <= line <= lines and column >= 1 for line, column in places)
    assert places == sorted(places)


@st.composite
def spoiled_texts(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.sampled_from([0, 0, 1, 3, 20]))
        text = text[:start] + draw(st.sampled_from(SIGNS)) + text[end:]
    return text


@given(text=spoiled_texts())
def test_a_spoiled_text_is_read_or_refused(text: str) -> None:
    told(text, YAML)


@given(text=spoiled_texts())
def test_fmt_writes_or_refuses(text: str) -> None:
    try:
        new = fmt(text, syntax=YAML)
    except PathportError:
        return
    assert load(new, syntax=YAML).pathway == load(text, syntax=YAML).pathway


@given(text=st.text(max_size=30))
@pytest.mark.parametrize("syntax", [YAML, JSON], ids=["yaml", "json"])
def test_any_text_is_read_or_refused(syntax: Syntax, text: str) -> None:
    told(text, syntax)


def spoil(tree: Any, draw: Any) -> Any:
    """The tree with one value in it replaced, or one key more."""
    if isinstance(tree, dict) and tree and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(tree)))
        return {**tree, key: spoil(tree[key], draw)}
    if isinstance(tree, list) and tree and draw(st.integers(0, 5)):
        at = draw(st.integers(0, len(tree) - 1))
        return [*tree[:at], spoil(tree[at], draw), *tree[at + 1 :]]
    if isinstance(tree, dict) and draw(st.booleans()):
        return {
            **tree,
            draw(st.sampled_from(["is", "by", "x", "", "id"])): draw(st.sampled_from(ODD)),
        }
    return draw(st.sampled_from(ODD))


@given(tree=st.sampled_from(TREES), data=st.data())
def test_a_spoiled_tree_is_read_or_refused(tree: Any, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        tree = spoil(tree, data.draw)
    told(json.dumps(tree), JSON)


def shuffled(value: Any, generator: random.Random) -> Any:
    """The same mappings and lists of things in another order."""
    if isinstance(value, dict):
        keys = list(value)
        generator.shuffle(keys)
        return {key: shuffled(value[key], generator) for key in keys}
    return [shuffled(item, generator) for item in value] if isinstance(value, list) else value


@given(pathway=pathways(), seed=st.integers(0, 1000))
def test_the_order_of_entries_means_nothing(pathway: Pathway, seed: int) -> None:
    generator = random.Random(seed)
    tree = shuffled(outline(pathway), generator)
    for process in (tree.get("processes") or {}).values():
        if isinstance(process.get("controls"), list):
            generator.shuffle(process["controls"])
    read = load(json.dumps(tree), syntax=JSON).pathway
    assert facts(read) == facts(pathway)
    assert spelled_json(read) == spelled_json(pathway)
