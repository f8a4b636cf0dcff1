"""Where records stand, in the words of each family of formats."""

import json

import pytest
from tests.laws.strip import strip

OURS = "https://w3id.org/pathport/ns/1"
BIOPAX = "http://www.biopax.org/release/biopax-level3.owl#"
GPML_2013A = "http://pathvisio.org/GPML/2013a"
GPML_2021 = "http://pathvisio.org/GPML/2021"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (f'<a><p:r xmlns:p="{OURS}"><p:b/></p:r><c/></a>', "<a><c/></a>"),
        (f'<b xmlns="{BIOPAX}"><comment>pathport:{{}}</comment><comment>p</comment></b>',
         f'<b xmlns="{BIOPAX}"><comment>p</comment></b>'),
        (f'<N xmlns="{GPML_2013A}"><Attribute Key="pathport.r" Value="v"/></N>',
         f'<N xmlns="{GPML_2013A}"/>'),
        (f'<N xmlns="{GPML_2021}"><Property key="pathport.r" value="v"/><Property key="q"/></N>',
         f'<N xmlns="{GPML_2021}"><Property key="q"/></N>'),
        ('<N><Attribute Key="pathport.r"/></N>', '<N><Attribute Key="pathport.r"/></N>'),
    ],
    ids=["namespace", "comment", "attribute", "property", "of no format"],
)  # fmt: skip
def test_records_of_xml(written: str, left: str) -> None:
    assert strip(written.encode()).partition(b"\n")[2].decode() == left


def test_columns() -> None:
    tree = [{"CXVersion": "2.0"}, {"nodes": [{"id": 1, "v": {"name": "A", "pathport_r": "{}"}}]}]
    left = [{"CXVersion": "2.0"}, {"nodes": [{"id": 1, "v": {"name": "A"}}]}]
    assert json.loads(strip(json.dumps(tree).encode())) == left


@pytest.mark.parametrize("content", [b'{"pathport_a": 1}', b"pathport_a: 1\n"])
def test_documents_have_none(content: bytes) -> None:
    assert strip(content) == content
