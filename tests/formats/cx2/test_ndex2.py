"""NDEx's library for Python reads what is written, and what it saves again is the same pathway."""

import json
from typing import Any

import pytest
from ndex2.cx2 import CX2Network, RawCX2NetworkFactory
from ndex2.exceptions import NDExError
from tests.formats.cx2.samples import flagship
from tests.formats.cx2.test_rules import FAULTS, edited

from pathport.formats import cx2
from pathport.model.facts import facts
from pathport.model.pathway import CONSTRUCTS

LET_THROUGH = (
    "an edge to nowhere",
    "a column of nodes that is not declared",
    "a wrong count",
    "no status",
    "no word of fragments",
    "edges before nodes",
)
"""Faults that the library does not see and the reader of NDEx's server stumbles over."""


def understood(content: bytes) -> Any:
    return RawCX2NetworkFactory().get_cx2network(json.loads(content))


@pytest.fixture(scope="module")
def network() -> CX2Network:
    return understood(flagship().content)


def test_each_node_is_placed_and_has_its_columns(network: CX2Network) -> None:
    nodes = network.get_nodes().values()
    assert len(nodes) > 300
    for node in nodes:
        assert isinstance(node["x"], float)
        assert isinstance(node["y"], float)
        assert node["v"]["construct"] in CONSTRUCTS
        assert {"name", "type", "id", "label", "look", "width", "height"} <= node["v"].keys()


def test_each_node_and_edge_is_styled(network: CX2Network) -> None:
    """Each value that a mapping goes by has a row, or is left to the default on purpose."""
    style = network.get_visual_properties()
    shapes, looks = (
        {row["v"] for row in style["nodeMapping"][name]["definition"]["map"]}
        for name in ("NODE_SHAPE", "NODE_BACKGROUND_COLOR")
    )
    plain = {"protein", "family", "gene product", "set", "compartment", "module"}
    types = {node["v"]["type"] for node in network.get_nodes().values()}
    assert types - shapes <= plain
    told = {node["v"]["look"] for node in network.get_nodes().values()}
    assert told - looks <= {*plain, "complex", "DNA", "RNA", "cofactor", "place", "apart"}
    arrows = style["edgeMapping"]["EDGE_TARGET_ARROW_SHAPE"]["definition"]["map"]
    words = {edge["v"]["interaction"] for edge in network.get_edges().values()}
    assert words <= {row["v"] for row in arrows}


def test_what_it_saves_is_the_same_pathway(network: CX2Network) -> None:
    again = cx2.read(json.dumps(network.to_cx2()).encode()).pathway
    assert facts(again) == facts(cx2.read(flagship().content).pathway)


@pytest.mark.parametrize("name", LET_THROUGH)
def test_what_it_lets_through_is_a_fault_here(name: str) -> None:
    edit, code = FAULTS[name]
    understood(edited(edit))
    assert code in {it.code for it in cx2.validate(edited(edit))}


def test_what_it_refuses_is_a_fault_here() -> None:
    edit, code = FAULTS["an id of two nodes"]
    with pytest.raises(NDExError):
        understood(edited(edit))
    assert code in {it.code for it in cx2.validate(edited(edit))}
