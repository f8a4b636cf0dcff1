"""The view of processes: what is a node, what is an edge, and what stands in the columns."""

from hypothesis import given
from tests.networks.samples import document

from pathport import Pathway
from pathport.networks.network import Network
from pathport.networks.process import process_view
from pathport.testing import pathways

TEXT = """
species:
  bound: {is: "L:R@pm", name: the complex, identifiers: {is related to: go:0001618}}
processes:
  binds:
    is: L@ec + R@pm -> L:R@pm
    type: binding
    references: pubmed:1
    controls: [{by: D@ec, effect: inhibition, notes: blocks}]
  acts:
    is: 2 A@cyt -> A{pY705}@cyt
    controls:
    - {by: "L:R@pm and (B@cyt or not C@cyt)", effect: stimulation, id: gated}
controls:
  lessens: {of: gated, by: D@ec, effect: inhibition}
associations:
  beside: {between: [A@cyt, B@cyt]}
  three: {between: [A@cyt, B@cyt, C@cyt]}
modules:
  start: {name: The start, members: [binds]}
"""


def edges(network: Network) -> set[str]:
    return {f"{each.source} {each.interaction} {each.target}" for each in network.edges}


def test_what_is_a_node_and_what_an_edge() -> None:
    found = process_view(document(TEXT))
    types = {each.id: each.type for each in found.nodes}
    assert {types[each] for each in ("bound", "L_ec", "D_ec")} == {
        "complex",
        "protein",
        "small molecule",
    }
    assert types["binds"] == "binding"
    assert (types["gated"], types["gated.1"], types["gated.1.1"]) == ("and", "or", "not")
    assert "beside" not in types
    assert edges(found) == {
        "L_ec reactant binds",
        "R_pm reactant binds",
        "binds product bound",
        "D_ec inhibition binds",
        "A_cyt reactant acts",
        "acts product A_pY705_cyt",
        "bound source gated",
        "gated.1 source gated",
        "B_cyt source gated.1",
        "gated.1.1 source gated.1",
        "C_cyt source gated.1.1",
        "gated stimulation acts",
        "D_ec inhibition gated",
        "A_cyt association B_cyt",
        "A_cyt participant three",
        "B_cyt participant three",
        "C_cyt participant three",
    }


def test_columns_say_what_the_things_say() -> None:
    found = process_view(document(TEXT))
    nodes = {each.id: each for each in found.nodes}
    assert nodes["bound"].name == "the complex"
    assert nodes["bound"].columns["parts"] == ("L", "R")
    assert nodes["bound"].columns["identifiers"] == ("is related to go:0001618",)
    assert nodes["A_pY705_cyt"].columns["state"] == "pY705"
    assert nodes["A_pY705_cyt"].columns["compartment"] == "cytosol"
    assert nodes["R_pm"].columns["roles"] == ("GPCR",)
    assert nodes["binds"].columns["references"] == ("pubmed:1",)
    assert nodes["binds"].columns["modules"] == ("The start",)
    told = {(each.source, each.target): each for each in found.edges}
    assert told["A_cyt", "acts"].columns["stoichiometry"] == 2
    assert told["D_ec", "binds"].columns["notes"] == ("blocks",)
    assert not told["A_cyt", "B_cyt"].directed


def test_compartments_hold_what_is_in_them() -> None:
    found = process_view(document(TEXT))
    assert {each.id: each.parent for each in found.groups} == {"ec": None, "pm": "ec", "cyt": "pm"}
    assert {each.id: each.parent for each in found.nodes}["L_ec"] == "ec"


@given(pathways())
def test_every_edge_leads_from_a_node_to_a_node_and_ids_are_unique(pathway: Pathway) -> None:
    found = process_view(pathway)
    nodes = [each.id for each in (*found.groups, *found.nodes)]
    ids = [*nodes, *(each.id for each in found.edges)]
    assert len({*ids}) == len(ids)
    assert {end for each in found.edges for end in (each.source, each.target)} <= {*nodes}
