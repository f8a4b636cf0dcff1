"""Law 6 for networks: what is taken out of a file changes the facts or the report.

One value, place or element at a time is taken out. What may go stands in closed tables: it repeats
what stands beside it, or says how things look.
"""

import copy
import json
from collections.abc import Iterator
from typing import Any

from tests.formats.cx2.samples import aspects, foreign, pathway, read, tree_of
from tests.laws.strip import strip

from pathport.errors import PathportError
from pathport.model.facts import facts

Key = tuple[str, int, str]

DISPLAY = frozenset({"label", "look"})
"""Columns that show what others say."""
REPEATED = {
    "n": "a name that would be there anyway",
    "directed": "the direction that the interaction tells",
    "member": "what the parts or members represent",
}
TOGETHER = {"location": "compartment", "compartment": "location"}
"""The name of a compartment and its id: either may go while the other stands."""
OF_PLACES = frozenset({"x", "y", "width", "height"})
"""Of nodes that are no species: the layout of a pathway has boxes for species alone."""
USUAL_HEIGHT = 24.0
"""Of a node, by the style."""
OF_TYPES = {
    "compartment": "what the construct tells",
    "module": "what the construct tells",
    "complex": "what the parts tell",
    "process": "a process of no type",
}


def taken_out(tree: Any) -> Iterator[tuple[Key, Any]]:
    """The file without one thing, and which."""
    for aspect in ("nodes", "edges", "networkAttributes"):
        for index, element in enumerate(aspects(tree)[aspect]):
            values = element if aspect == "networkAttributes" else element["v"]
            places = [("v", it) for it in values] + [("at", it) for it in "xy" if it in element]
            for where, column in places:
                other = copy.deepcopy(tree)
                changed = aspects(other)[aspect][index]
                inner = changed["v"] if where == "v" and aspect != "networkAttributes" else changed
                del inner[column]
                yield (aspect, index, column), other


def outcome(tree: Any) -> Any:
    try:
        found = read(tree)
    except PathportError as error:
        return [it.sentence for it in error.findings]
    return facts(found.pathway), sorted((it.code, it.sentence) for it in found.findings)


def may_go(tree: Any, key: Key) -> bool:
    aspect, index, column = key
    element = aspects(tree)[aspect][index]
    values = element.get("v", element)
    if column in DISPLAY or column in REPEATED:
        return True
    if TOGETHER.get(column) in values or _is_usual(values, column):
        return True
    if aspect == "nodes" and column in OF_PLACES:
        return values.get("construct", "species") != "species"
    return aspect == "nodes" and column == "type" and values["type"] in OF_TYPES


def _is_usual(values: dict[str, Any], column: str) -> bool:
    """Whether a value is what it would be anyway."""
    usual = {
        "box": f"{values.get('id')}_box",
        "construct": values.get("construct") if "i" in values else "species",
        "height": USUAL_HEIGHT,
        "id": values.get("n"),
    }
    return column in usual and values[column] == usual[column]


def passed_over(tree: Any) -> list[Key]:
    whole = outcome(tree)
    return [
        key for key, other in taken_out(tree) if not may_go(tree, key) and outcome(other) == whole
    ]


def test_of_what_is_written() -> None:
    tree = json.loads(strip(json.dumps(tree_of(pathway())).encode()))
    assert passed_over(tree) == []


def test_of_what_others_write() -> None:
    nodes = [
        {"x": 1.0, "y": 2.0, "v": {"n": "A", "r": "uniprot:P04637", "alias": ["a:1"], "p": 0.5}},
        {"v": {"n": "B", "type": "proteinfamily", "member": ["hgnc.symbol:AKT1"]}},
        {"v": {"n": "C", "compartment": "nucleus", "citation": ["pubmed:1"]}},
    ]
    edges = [
        {"s": 5, "t": 6, "v": {"i": "inhibits", "weight": 1.0, "citation": ["pubmed:2"]}},
        {"s": 6, "t": 7, "v": {"i": "touches", "directed": True}},
    ]
    about = {"name": "N", "description": "d", "organism": "Homo sapiens", "labels": ["x"]}
    tree = foreign(nodes, edges, **about)
    whole = outcome(tree)
    silent = [key for key, other in taken_out(tree) if outcome(other) == whole]
    assert silent == []
