"""Networks in networkx and pandas, and what is told where these are not installed."""

import sys
from collections.abc import Callable

import pytest
from tests.networks.samples import document

import pathport
from pathport import Pathway


@pytest.fixture(scope="module")
def small() -> Pathway:
    return document(
        """
        processes:
          p: {is: "A@cyt -> A{p}@cyt", controls: [{by: B@cyt, effect: catalysis, id: by_B}]}
        """
    )


def test_a_graph_has_the_columns_as_attributes(small: Pathway) -> None:
    graph = pathport.to_networkx(small)
    assert graph.nodes["A_p_cyt"]["state"] == "p"
    assert type(graph.nodes["A_cyt"]["type"]) is str
    assert graph.edges["B_cyt", "p", "by_B"]["interaction"] == "catalysis"
    assert graph.graph["name"] == "a"
    influences = pathport.to_networkx(small, view="influence")
    assert [*influences.edges()] == [("B", "A")]


def test_tables_are_indexed_by_ids(small: Pathway) -> None:
    nodes, edges = pathport.to_pandas(small)
    assert nodes.loc["p", "type"] == "process"
    assert edges.loc["by_B", ["source", "target"]].tolist() == ["B_cyt", "p"]
    empty = pathport.to_pandas(Pathway(id="empty"))
    assert (len(empty.nodes), len(empty.edges)) == (0, 0)


@pytest.mark.parametrize("act", [pathport.to_networkx, pathport.to_pandas])
def test_a_library_that_is_missing_is_named(
    small: Pathway, act: Callable[[Pathway], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("networkx", "pandas"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(pathport.UnsupportedError, match=r"NET001: \w+ is not installed"):
        act(small)


def test_a_view_that_is_none_is_refused(small: Pathway) -> None:
    with pytest.raises(pathport.UnknownNameError, match="API009"):
        pathport.to_networkx(small, view="flow")
