"""Words and numbers of a file that mean nothing are named, and the usual ones stand instead."""

import msgspec
import pytest
from tests.formats.gpml.samples import drawing, group, line, node

from pathport.findings import Severity
from pathport.formats.gpml.read import read
from pathport.formats.gpml.rules import validate
from pathport.formats.gpml.write import write
from pathport.model.layout import Box
from pathport.model.pathway import Pathway


def lost(content: bytes) -> list[str]:
    found = read(content)
    assert is_valid(write(found.pathway).content)
    return [it.sentence for it in found.findings if it.code == "GPM101"]


def is_valid(content: bytes) -> bool:
    return not [it for it in validate(content) if it.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "said",
    ['Width="-80"', 'Height="tall"', 'ZOrder="3.5"', 'Color="zzzzzz"', 'FillColor="?"',
     'LineStyle="Wavy"', 'LineThickness="-1"', 'FontSize="-12"'],
)  # fmt: skip
def test_what_a_node_says_in_vain_is_named(said: str) -> None:
    plain = node("na").replace('Width="80"', "").replace('Height="20"', "")
    told = plain.replace("<Graphics ", f"<Graphics {said} ")
    assert lost(drawing(told)) == [f"lost in reading: {said}"]


def test_a_connector_that_is_not_known_is_named() -> None:
    bent = line("x", "na", "nb", "Arrow").replace("<Graphics ", '<Graphics ConnectorType="Bent" ')
    assert lost(drawing(node("na"), node("nb"), bent)) == ['lost in reading: ConnectorType="Bent"']


def test_what_a_line_ends_at_is_named_where_it_is_not_there() -> None:
    found = read(drawing(node("nb"), line("x", "gone", "nb", "Arrow"))).findings
    [said] = [it.sentence for it in found if it.code == "GPM102"]
    assert said.startswith('Interaction x ends at "gone", which is not there')


def test_a_group_with_nothing_in_it_is_there_and_empty() -> None:
    drawn = drawing(node("nb"), line("x", "g", "nb", "Arrow"), group("g"))
    [said] = [it.sentence for it in read(drawn).findings if it.code == "GPM102"]
    assert said.startswith("Interaction x ends at the Group g, which is empty")


def test_a_box_of_less_than_nothing_is_drawn_with_no_width() -> None:
    pathway: Pathway = read(drawing(node("na"))).pathway
    [box] = pathway.layout.boxes
    shrunk: Box = msgspec.structs.replace(box, width=-80.0)
    layout = msgspec.structs.replace(pathway.layout, boxes=(shrunk,))
    content = write(msgspec.structs.replace(pathway, layout=layout)).content
    assert b'Width="0.0"' in content
    assert is_valid(content)
