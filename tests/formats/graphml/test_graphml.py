"""GraphML: networkx reads what was written, and each rule has a file that breaks it."""

import io

import networkx
import pytest
from tests.networks.samples import document

import pathport
from pathport.formats import graphml

SMALL = document(
    """
    processes:
      p: {is: "A@cyt -> A{p}@cyt", controls: [{by: B@cyt, effect: catalysis, id: by_B}]}
    """
)
HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'


def test_networkx_reads_the_same_graph() -> None:
    written = graphml.write(SMALL).content
    found = networkx.read_graphml(io.BytesIO(written), force_multigraph=True)
    expected = pathport.to_networkx(SMALL)
    assert found.nodes.keys() == expected.nodes.keys()
    assert found.edges.keys() == expected.edges.keys()
    assert found.nodes["A_p_cyt"]["state"] == "p"
    assert pathport.validate(written) == []


FAULTS = {
    "GML001": '<graph><node id="a"/><node id="a"/></graph>',
    "GML002": '<graph><node id="a"/><edge source="a" target="b"/></graph>',
    "GML003": '<graph><node id="a"><data key="k">1</data></node></graph>',
    "GML004": '<key id="k" attr.type="strng"/><graph/>',
    "GML005": '<key id="k" attr.type="boolean"/><graph><data key="k">maybe</data></graph>',
}


@pytest.mark.parametrize("code", FAULTS)
def test_each_rule_has_a_file_that_breaks_it(code: str) -> None:
    content = f"{HEAD}\n{FAULTS[code]}</graphml>".encode()
    [finding] = pathport.validate(content)
    assert (finding.code, finding.place.line) == (code, 2)


@pytest.mark.parametrize(
    ("type_", "text", "is_one"),
    [
        ("boolean", "True", True),
        ("int", "1.5", False),
        ("double", "1e-3", True),
        ("double", "abc", False),
        ("string", "", True),
    ],
)
def test_a_value_is_of_the_type_of_its_key(type_: str, text: str, is_one: bool) -> None:
    key = f'<key id="k" attr.type="{type_}"><default>{text}</default></key>'
    found = pathport.validate(f"{HEAD}{key}<graph/></graphml>".encode())
    assert [it.code for it in found] == ([] if is_one else ["GML005"])


def test_a_root_of_another_namespace_is_a_fault() -> None:
    [finding] = pathport.validate(b'<graphml xmlns="http://x"><graph/></graphml>', "graphml")
    assert (finding.code, finding.place.line) == ("GML006", 1)
