"""A view of influences as CX2: valid, the same whatever the order, read as influences."""

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.cx2.samples import FLAGSHIP, aspects, pathway, values
from tests.laws.cases import within

import pathport
from pathport.formats import Options, cx2, format_named
from pathport.formats.cx2.rules import fitness, validate
from pathport.model.enumerations import Effect
from pathport.networks.network import Complexes, View
from pathport.testing import shuffled

CX2 = format_named("cx2")
INFLUENCE = Options(view=View.INFLUENCE)


@given(data=st.data())
@settings(max_examples=25)
def test_it_is_valid_and_the_order_of_parts_means_nothing(data: st.DataObject) -> None:
    sent = data.draw(within(CX2))
    content = cx2.write(sent, INFLUENCE).content
    assert validate(content) == ()
    twin = shuffled(sent, Random(data.draw(st.integers(0, 2**32 - 1))))
    assert cx2.write(twin, INFLUENCE).content == content


@pytest.mark.parametrize("complexes", Complexes)
def test_influences_of_the_flagship_are_read(complexes: Complexes) -> None:
    options = Options(view=View.INFLUENCE, complexes=complexes)
    content = cx2.write(pathport.read(FLAGSHIP), options).content
    assert fitness(content) == ()
    tree = json.loads(content)
    directed = [it for it in values(tree, "edges") if it["directed"]]
    controls = cx2.read(content).pathway.controls
    assert len(controls) == len(directed) > 100
    assert {it.effect for it in controls} == {
        Effect.STIMULATION,
        Effect.INHIBITION,
        Effect.MODULATION,
    }


def test_an_influence_looks_like_its_effect() -> None:
    tree = json.loads(cx2.write(pathport.read(FLAGSHIP), INFLUENCE).content)
    mappings = aspects(tree)["visualProperties"][0]["edgeMapping"]
    arrows = {
        row["v"]: row["vp"] for row in mappings["EDGE_TARGET_ARROW_SHAPE"]["definition"]["map"]
    }
    assert {it["interaction"] for it in values(tree, "edges")} <= arrows.keys()
    assert arrows["negative influence"] == "tee"


def test_a_plain_export_is_not_derived() -> None:
    assert not cx2.write(pathport.read(FLAGSHIP.parent / "reaction.yaml")).account.lost


def test_the_views_call_things_alike() -> None:
    sent = pathway()
    trees = [json.loads(cx2.write(sent, options).content) for options in (Options(), INFLUENCE)]
    about, other = (aspects(tree)["networkAttributes"][0] for tree in trees)
    assert {key: it for key, it in about.items() if key in other} == other
    assert other["organism"] == "Homo sapiens"
    assert other["reference"] == "pubmed:8752281"
    nodes, others = (values(tree, "nodes") for tree in trees)
    processes = next(it for it in nodes if it.get("molecule") == "CXCL12")
    molecule = next(it for it in others if it["id"] == "CXCL12")
    alike = ("type", "represents", "alias", "synonyms", "roles")
    assert {key: molecule[key] for key in alike} == {key: processes[key] for key in alike}
    (complex_,) = [it for it in others if it["type"] == "complex"]
    assert complex_["member"] == ["uniprot:P48061", "uniprot:P61073"]
    assert complex_["location"] == ["plasma membrane"]
