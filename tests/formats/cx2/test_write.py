"""What is written: the order that readers want, what must be native, each node in its place."""

import json
from typing import Any

import msgspec
import pytest
from tests.formats.cx2.samples import aspects, flagship, pathway, tree_of, values
from tests.laws.strip import strip

from pathport.formats import cx2
from pathport.formats.cx2.bends import control_points
from pathport.formats.cx2.rules import fitness
from pathport.model.enumerations import Kind
from pathport.model.layout import Box, Frame, Layout, Point, Way
from pathport.model.parts import Participant
from pathport.model.pathway import Pathway
from pathport.model.things import Control, Molecule, Process, Species

ORDER = (
    "CXVersion", "metaData", "attributeDeclarations", "networkAttributes", "nodes", "edges",
    "visualProperties", "edgeBypasses", "visualEditorProperties", "status",
)  # fmt: skip


@pytest.fixture(scope="module", name="flagship")
def flagship_tree() -> Any:
    return json.loads(flagship().content)


@pytest.fixture(scope="module")
def sample() -> Any:
    return tree_of(pathway())


def node(tree: Any, id_: str) -> dict[str, Any]:
    return next(it for it in values(tree, "nodes") if it.get("id") == id_)


def test_aspects_come_in_the_order_that_readers_want(flagship: Any) -> None:
    assert tuple(next(iter(part)) for part in flagship) == ORDER
    assert flagship[-1] == {"status": [{"success": True, "error": ""}]}


def test_counts_are_exact(flagship: Any) -> None:
    found = aspects(flagship)
    told = {it["name"]: it["elementCount"] for it in found["metaData"]}
    assert told == {name: len(found[name]) for name in ORDER[2:-1]}


def test_the_flagship_is_valid_and_fit_for_cytoscape() -> None:
    assert fitness(flagship().content) == ()


def test_what_must_be_native_is_native() -> None:
    """All but the structure inside a state or gate, publications, and the evidence of members."""
    account = flagship().account
    assert {(it.construct, it.field) for it in account.kinds if not it.is_native} == {
        ("molecule", "members.certainty"),
        ("molecule", "members.evidence"),
        ("molecule", "site_sets.sites"),
        ("molecule", "sites"),
        ("pathway", "publications"),
        ("pathway", "publications.authors"),
        ("pathway", "publications.journal"),
        ("pathway", "publications.title"),
        ("pathway", "publications.year"),
        ("species", "name"),
    }
    assert account.lost == 0


def test_positions_of_a_layout_are_native() -> None:
    box = Box(id="b", species="CXCR4_pm", x=10.5, y=20.0, width=60.0, height=20.0)
    frame = Frame(compartment="pm", x=0.0, y=0.0, width=300.0, height=100.0)
    sent = msgspec.structs.replace(pathway(), layout=Layout(boxes=(box,), frames=(frame,)))
    native = cx2.read(strip(cx2.write(sent).content)).pathway.layout
    assert box in native.boxes
    assert native.frames == (frame,)


def test_a_frame_far_away_leaves_places_that_are_numbers() -> None:
    far = Frame(compartment="pm", x=1.7e308, y=0.0, width=1.0, height=1.0)
    sent = msgspec.structs.replace(pathway(), layout=Layout(frames=(far,)))
    assert cx2.validate(cx2.write(sent).content) == ()


def test_a_species_has_the_columns_that_cytoscape_and_ndex_know(sample: Any) -> None:
    ligand = node(sample, "CXCL12_ec")
    assert ligand["name"] == "CXCL12"
    assert ligand["represents"] == "uniprot:P48061"
    assert ligand["alias"] == ["hgnc:10672"]
    assert ligand["synonyms"] == ["SDF-1"]
    assert (ligand["type"], ligand["roles"]) == ("protein", ["ligand"])
    assert (ligand["location"], ligand["compartment"]) == ("extracellular region", "ec")
    assert ligand["molecule"] == "CXCL12"
    assert node(sample, "AKT_pS473_active_cyt")["modifications"] == "pS473,active"


def test_a_complex_keeps_its_parts_and_what_they_represent(sample: Any) -> None:
    bound = node(sample, "CXCL12_CXCR4_pm")
    assert (bound["type"], bound["components"]) == ("complex", "CXCL12:CXCR4")
    assert bound["member"] == ["uniprot:P48061", "uniprot:P61073"]
    assert node(sample, "AKT_cyt")["member"] == ["uniprot:P31749", "uniprot:P31751"]


def test_a_process_is_a_node_with_what_is_known_of_it(sample: Any) -> None:
    binding = node(sample, "E01")
    assert (binding["construct"], binding["type"]) == ("process", "binding")
    assert binding["represents"] == "reactome:R-HSA-380108"
    assert binding["evidence"] == ["eco:0000269 pubmed:8752281"]
    assert binding["module"] == ["Signalling"]


def test_edges_tell_what_is_done_and_in_which_direction(sample: Any) -> None:
    edges = values(sample, "edges")
    found = [(it["name"], it["directed"], it.get("stoichiometry")) for it in edges]
    assert ("CXCL12_ec (reactant) E01", True, None) in found
    assert ("ATP_cyt (reactant) E02", True, 2.0) in found
    assert ("E01 (product) CXCL12_CXCR4_pm", True, None) in found
    grows = next(it for it in edges if it.get("id") == "grows")
    assert (grows["interaction"], grows["references"]) == ("stimulation", ["pubmed:8752282"])
    pair = next(it for it in edges if it.get("id") == "pair")
    assert (pair["interaction"], pair["directed"]) == ("physical association", False)


def test_a_control_of_several_is_a_node_with_its_condition(sample: Any) -> None:
    control = next(it for it in values(sample, "nodes") if it["construct"] == "control")
    assert control["sources"] == "CXCL12_CXCR4_pm and not CXCR4_pS324_pm"
    edges = [it["name"] for it in values(sample, "edges") if control["id"] in it["name"]]
    assert edges == [
        f"CXCL12_CXCR4_pm (source) {control['id']}",
        f"CXCR4_pS324_pm (source) {control['id']}",
        f"{control['id']} (catalysis) E02",
    ]


def test_the_network_tells_of_the_pathway(sample: Any) -> None:
    (told,) = aspects(sample)["networkAttributes"]
    assert told["name"] == "Every construct"
    assert (told["description"], told["notes"]) == ("What it shows.", ["More of it."])
    assert told["organism"] == "Homo sapiens"
    assert told["author"] == ["Ada Lovelace (0000-0002-1825-0097)"]
    assert (told["version"], told["rights"]) == ("3", "CC0-1.0")
    assert (told["reference"], told["references"]) == ("pubmed:8752281", ["pubmed:8752282"])
    assert told["identifiers"] == ["is version of go:0038146"]
    assert (told["figure_reference"], told["figure_label"]) == ("pubmed:8752281", "Figure 2")


def test_a_species_that_is_drawn_several_times_has_a_node_for_each(flagship: Any) -> None:
    cofactors = [it for it in values(flagship, "nodes") if it["id"] == "ATP_cyt"]
    assert len(cofactors) > 5
    assert len({it["box"] for it in cofactors}) == len(cofactors)


def test_every_node_is_placed_and_shown(flagship: Any) -> None:
    nodes = aspects(flagship)["nodes"]
    assert all({"x", "y"} <= it.keys() for it in nodes)
    shown = [it for it in values(flagship, "nodes") if it["look"] != "apart"]
    assert all(it["width"] > 0 and it["height"] > 0 for it in shown)


def test_what_acts_on_a_line_that_bends_beyond_any_canvas_has_a_place_on_it() -> None:
    """Where a step aside is less than a number can tell, a place that is free was never found."""
    boxes = [Box(id=f"{it}_box", species=it, x=0, y=0, width=80, height=40) for it in ("A", "B")]
    far = Point(x=1e300, y=1e300)
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.PROTEIN),),
        species=(Species(id="A", molecule="M"), Species(id="B", molecule="M")),
        processes=(
            Process(
                id="E",
                inputs=(Participant(species="A"),),
                outputs=(Participant(species="B"),),
            ),
        ),
        controls=(Control(id="C", target="E"),),
        layout=Layout(
            boxes=tuple(boxes),
            ways=(Way(id="W", of="E", start="A_box", end="B_box", bends=(far,)),),
        ),
    )
    nodes = {it["v"]["id"]: it for it in aspects(tree_of(sent))["nodes"]}
    places = {(nodes[it]["x"], nodes[it]["y"]) for it in ("E", "C")}
    assert len(places) == 2
    assert all(abs(at) < 1e10 for place in places for at in place)


def test_frames_of_compartments_are_annotations(flagship: Any) -> None:
    (told,) = aspects(flagship)["networkAttributes"]
    names = {
        pair[5:] for it in told["__Annotations"] for pair in it.split("|") if pair[:5] == "name="
    }
    assert names == {
        it["id"] for it in values(flagship, "nodes") if it["construct"] == "compartment"
    }


def test_each_edge_bends_near_itself(flagship: Any) -> None:
    """Lines of gates have no species at an end, and each bent as the last of them did."""
    bypasses = aspects(flagship)["edgeBypasses"]
    ratios = [it["ratio"] for each in bypasses for it in each["v"]["EDGE_CONTROL_POINTS"]]
    assert max(ratios) < 2


@pytest.mark.parametrize(
    ("bend", "found"),
    [
        ((50.0, 0.0), {"ratio": 0.5, "cos": 1.0, "sin": 0.0}),
        ((0.0, 50.0), {"ratio": 0.5, "cos": 0.0, "sin": 1.0}),
        ((-100.0, 0.0), {"ratio": 1.0, "cos": -1.0, "sin": 0.0}),
    ],
)
def test_a_bend_is_told_from_the_line_between_the_middles(
    bend: tuple[float, float], found: dict[str, float]
) -> None:
    assert control_points((0.0, 0.0), (100.0, 0.0), [bend]) == [found]


def test_a_bend_is_found_again_as_cytoscape_does_it() -> None:
    """Cytoscape turns the vector from source to target by the angle and scales it."""
    source, target, bend = (3.0, 4.0), (-20.0, 50.0), (17.0, -8.0)
    (point,) = control_points(source, target, [bend])
    x, y = target[0] - source[0], target[1] - source[1]
    turned = x * point["cos"] - y * point["sin"], x * point["sin"] + y * point["cos"]
    back = [at + point["ratio"] * by for at, by in zip(source, turned, strict=True)]
    assert back == pytest.approx(bend)
