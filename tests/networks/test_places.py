"""Where nodes are: where the pathway says, else where the engine puts them."""

import math
from itertools import combinations

import msgspec
import pytest
from tests.networks.samples import document

import pathport
from pathport.model.layout import Box, Layout
from pathport.networks.influence import influence_view
from pathport.networks.network import Complexes, Network, Node
from pathport.networks.places import Spot, shown, spots
from pathport.networks.process import process_view
from pathport.networks.sketch import sketched

TEXT = """
processes:
  acts:
    is: A@cyt -> A{p}@cyt
    controls: [{by: "B@cyt and not C@cyt", effect: stimulation, id: gated}]
"""


def test_without_a_layout_every_node_has_a_place_of_its_own() -> None:
    pathway = document(TEXT)
    network = process_view(pathway)
    found = spots(network, pathway)
    assert found.keys() == {each.id for each in network.nodes}
    assert len({*found.values()}) == len(found)


def test_with_a_layout_the_boxes_tell_and_what_has_none_is_between_its_neighbours() -> None:
    pathway = document(TEXT)
    boxes = (
        Box(id="one", species="A_cyt", x=0, y=0, width=20, height=10),
        Box(id="other", species="A_p_cyt", x=100, y=0, width=20, height=10),
        Box(id="third", species="B_cyt", x=60, y=100, width=20, height=10),
    )
    drawn = msgspec.structs.replace(pathway, layout=Layout(boxes=boxes))
    found = spots(process_view(drawn), drawn)
    assert found["A_cyt"] == (10, 5, 20, 10)
    assert found["acts"][:2] == (60, 5)
    assert found["gated"][:2] == (65, 55)


def test_a_box_far_away_has_a_place_that_is_a_number() -> None:
    pathway = document(TEXT)
    far = Box(id="far", species="A_cyt", x=1.7e308, y=-1.7e308, width=1.7e308, height=10)
    drawn = msgspec.structs.replace(pathway, layout=Layout(boxes=(far,)))
    found = spots(process_view(drawn), drawn)
    assert all(math.isfinite(number) for spot in found.values() for number in spot)


def is_apart(places: list[Spot]) -> bool:
    """Whether no box lies on another."""
    return not any(
        abs(one.x - other.x) * 2 < one.width + other.width
        and abs(one.y - other.y) * 2 < one.height + other.height
        for one, other in combinations(places, 2)
    )


@pytest.mark.parametrize("complexes", Complexes)
def test_nodes_of_a_view_of_influences_lie_apart(complexes: Complexes) -> None:
    pathway = pathport.read("examples/cxcr4.yaml")
    network = influence_view(pathway, complexes)
    found = sketched(network, pathway)
    assert found.keys() == {each.id for each in network.nodes}
    assert is_apart(list(found.values()))
    assert found["CXCL12"].y < found["CXCR4"].y < found["gene_transcription"].y


def test_a_large_network_stands_in_rows() -> None:
    nodes = tuple(Node(id=f"n{n}", name=f"node {n}", type="protein") for n in range(4_000))
    found = sketched(Network(name="large", nodes=nodes), document(TEXT))
    assert len({(it.x, it.y) for it in found.values()}) == len(nodes)


def test_a_large_view_of_processes_stands_in_rows_too() -> None:
    nodes = tuple(Node(id=f"n{n}", name=f"node {n}", type="protein") for n in range(4_000))
    found = spots(Network(name="large", nodes=nodes), document(TEXT))
    assert len({(it.x, it.y) for it in found.values()}) == len(nodes)


def test_a_name_that_is_too_long_for_a_box_is_cut_there() -> None:
    node = Node(id="n", name="a name that is much too long for the box of any node", type="protein")
    assert shown(node) == "a name that is much too long for the…"
