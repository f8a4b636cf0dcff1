"""Cytoscape.js JSON: what it holds, and each rule with a file that breaks it."""

import json

import pytest
from tests.networks.samples import document

import pathport
from pathport.formats import Options, cyjs
from pathport.looks.themes import LIGHT
from pathport.networks.network import View

SMALL = document(
    """
    processes:
      p:
        is: "A@cyt -> A{p}@cyt"
        type: phosphorylation
        controls: [{by: B@cyt, effect: catalysis, id: by_B}]
      q: {is: "L@ec + R@pm -> L:R@pm"}
    """
)


def test_nodes_have_places_and_compartments_hold_them() -> None:
    nodes = {each["data"]["id"]: each for each in elements(cyjs.write(SMALL).content)["nodes"]}
    assert nodes["A_cyt"]["data"]["parent"] == "cyt"
    assert nodes["cyt"]["data"]["type"] == "compartment"
    assert "position" not in nodes["cyt"]
    assert nodes["A_cyt"]["position"]["y"] != nodes["p"]["position"]["y"] or (
        nodes["A_cyt"]["position"]["x"] != nodes["p"]["position"]["x"]
    )
    influences = elements(cyjs.write(SMALL, Options(view=View.INFLUENCE)).content)
    assert all("position" not in each for each in influences["nodes"])
    found = {each["data"]["interaction"] for each in influences["edges"]}
    assert found == {"positive influence"}


def test_the_file_has_the_style_of_a_picture() -> None:
    drawn = json.loads(cyjs.write(SMALL).content)
    assert drawn["layout"] == {"name": "preset"}
    rules = {each["selector"]: each["style"] for each in drawn["style"]}
    assert rules['edge[interaction = "catalysis"]']["target-arrow-shape"] == "circle"
    assert rules['node[fill = "kinase"]']["background-color"] == LIGHT.fills["kinase"]
    data = {each["data"]["id"]: each["data"] for each in drawn["elements"]["nodes"]}
    assert data["R_pm"]["fill"] == "receptor"
    assert data["p"]["label"] == "P"


def elements(content: bytes) -> dict[str, list[dict[str, dict[str, object]]]]:
    found: dict[str, list[dict[str, dict[str, object]]]] = json.loads(content)["elements"]
    return found


def file(nodes: list[dict[str, object]], edges: list[dict[str, object]]) -> bytes:
    parts = {"nodes": nodes, "edges": edges}
    told = {kind: [{"data": each} for each in its] for kind, its in parts.items()}
    return json.dumps({"data": {}, "elements": told}).encode()


FAULTS = {
    "CYJ002": file([{"name": "a"}], []),
    "CYJ003": file([{"id": "a"}, {"id": "a"}], []),
    "CYJ004": file([{"id": "a"}], [{"id": "e", "source": "a", "target": "b"}]),
    "CYJ005": file([{"id": "a", "parent": "b"}], []),
}


@pytest.mark.parametrize("code", FAULTS)
def test_each_rule_has_a_file_that_breaks_it(code: str) -> None:
    assert [it.code for it in pathport.validate(FAULTS[code], "cyjs")] == [code]


def test_a_ring_of_parents_is_a_fault() -> None:
    found = pathport.validate(file([{"id": "a", "parent": "b"}, {"id": "b", "parent": "a"}], []))
    assert {it.code for it in found} == {"CYJ005"}


@pytest.mark.parametrize("content", [b'{"elements":\n [}', b'{"elements": {"nodes": []}}', b"[]"])
def test_what_is_no_such_file_is_unreadable(content: bytes) -> None:
    with pytest.raises(pathport.UnreadableError, match="CYJ001"):
        pathport.validate(content, "cyjs")
