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
    places = [tuple(each["position"].values()) for each in influences["nodes"]]
    assert len({*places}) == len(places) == 5
    found = {each["data"]["interaction"] for each in influences["edges"]}
    assert found == {"positive influence"}


def test_edges_have_the_names_of_cytoscape() -> None:
    edges = {
        each["data"]["id"]: each["data"] for each in elements(cyjs.write(SMALL).content)["edges"]
    }
    assert edges["by_B"]["name"] == edges["by_B"]["shared_name"] == "B_cyt (catalysis) p"
    assert edges["by_B"]["shared_interaction"] == "catalysis"


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
    "CYJ006": b'{"elements": {"nodes": [{"data": {"id": "a"}, "position": {"x": "1", "y": 2}}],'
    b' "edges": []}}',
}


@pytest.mark.parametrize("code", FAULTS)
def test_each_rule_has_a_file_that_breaks_it(code: str) -> None:
    assert [it.code for it in pathport.validate(FAULTS[code], "cyjs")] == [code]


def test_a_ring_of_parents_is_a_fault() -> None:
    found = pathport.validate(file([{"id": "a", "parent": "b"}, {"id": "b", "parent": "a"}], []))
    assert {it.code for it in found} == {"CYJ005"}


def test_a_fault_has_a_place() -> None:
    content = file([{"id": "a"}, {"name": "b"}], []).replace(
        b'{"data": {"name"', b'\n{"data": {"name"'
    )
    [finding] = pathport.validate(content, "cyjs")
    assert (finding.place.line, finding.place.column) == (2, 1)


def test_a_number_for_an_id_is_taken_for_a_text_and_told() -> None:
    nodes = [{"id": 5}, {"id": "a"}]
    [finding] = pathport.validate(file(nodes, [{"id": "e", "source": "5", "target": "a"}]), "cyjs")
    assert finding.sentence == "node 1 has the id 5, which is no text"
    assert finding.remedy == 'write "5", as Cytoscape.js does'


def test_of_a_ring_of_parents_only_the_ring_is_told() -> None:
    ring = [{"id": "a", "parent": "a"}, {"id": "b", "parent": "a"}]
    assert len(pathport.validate(file(ring, []), "cyjs")) == 1


@pytest.mark.parametrize("value", [[], {}, 1.5, True])
def test_what_names_no_node_is_a_fault_and_no_defect(value: object) -> None:
    nodes: list[dict[str, object]] = [{"id": "a", "parent": value}]
    edges: list[dict[str, object]] = [{"id": "e", "source": value, "target": "a"}]
    found = pathport.validate(file(nodes, edges), "cyjs")
    assert {it.code for it in found} == {"CYJ004", "CYJ005"}


@pytest.mark.parametrize("content", [b'{"elements":\n [}', b'{"elements": {"nodes": []}}', b"[]"])
def test_what_is_no_such_file_is_unreadable(content: bytes) -> None:
    with pytest.raises(pathport.UnreadableError, match="CYJ001"):
        pathport.validate(content, "cyjs")
