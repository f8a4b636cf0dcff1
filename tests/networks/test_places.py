"""Where nodes are: where the pathway says, else where the engine puts them."""

import msgspec
from tests.networks.samples import document

from pathport.model.layout import Box, Layout
from pathport.networks.places import spots
from pathport.networks.process import process_view

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
