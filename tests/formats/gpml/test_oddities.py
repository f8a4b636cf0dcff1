"""What no program should write and some file has: read as it stands, and what can't be is named."""

import pytest
from tests.formats.gpml.samples import drawing, group, line, node, shape, state

from pathport.formats.gpml.read import read
from pathport.formats.gpml.rules import validate
from pathport.model.pathway import Pathway
from pathport.model.things import Form

LOST = "lost in reading: "


def told(*elements: str) -> tuple[Pathway, list[str]]:
    """What a drawing means, and what of it is lost."""
    found = read(drawing(*elements))
    lost = [it.sentence for it in found.findings if it.code == "GPM101"]
    return found.pathway, [it.removeprefix(LOST) for it in lost]


def test_nothing_is_in_a_group_without_a_group_id() -> None:
    """All that was in no group was a part of it, and the group was in itself."""
    nameless = group("g").replace('GroupId="g" ', "")
    pathway, lost = told(node("na"), node("nb"), nameless)
    assert [it.form for it in pathway.species] == [Form.SINGLE, Form.SINGLE]
    assert lost == ["a group without members that are nodes"]
    assert "GPM213" not in [it.code for it in validate(drawing(node("na"), nameless))]


def test_the_second_group_of_a_group_id_is_a_group_of_its_own() -> None:
    """It got the id of the first, and lines on it were lines to nothing."""
    parts = [node(it, more='GroupRef="g"') for it in ("na", "nb")]
    second = group("g").replace('GraphId="g"', 'GraphId="h"')
    pathway, lost = told(*parts, group("g"), second)
    assert [it.id for it in pathway.species] == ["g"]
    assert lost == [
        'the GroupId "g", which another group has',
        "a group without members that are nodes",
    ]


def test_a_shape_that_says_it_is_no_component_is_one_by_its_text() -> None:
    """Its identifier and its id were those of a component called None."""
    cell = shape("b4c2f", (50, 50, 200, 90), component="None", label="Nucleus")
    pathway, lost = told(node("na"), cell)
    [found] = pathway.compartments
    assert (found.id, found.name) == ("Nucleus_b4c2f", "Nucleus")
    assert [it.id for it in found.identifiers] == ["go:0005634"]
    assert lost == []


@pytest.mark.parametrize("place", ["ser0", "tyr99999999999", "abc12"])
def test_a_place_that_can_be_none_stays_in_the_words_of_its_comment(place: str) -> None:
    """Of ser0 the 0 was gone without a word."""
    pathway, lost = told(node("na"), state("na", "P", f"position={place}; ptm=p"))
    [site] = [it for one in pathway.molecules for it in one.sites]
    assert (site.residue, site.position, site.note) == (None, None, f"position={place}")
    assert lost == []


@pytest.mark.parametrize("start", ["na", ""])
def test_an_arrowhead_and_an_attachment_of_a_bend_are_named(start: str) -> None:
    bent = line("x", start, "nb").replace(
        '<Point X="1" Y="1" GraphRef="nb"',
        '<Point X="5" Y="5" GraphRef="nc" ArrowHead="TBar"/><Point X="1" Y="1" GraphRef="nb"',
    )
    _, lost = told(node("na"), node("nb"), node("nc"), bent)
    assert lost == ['the arrowhead "TBar" of a bend', 'the bend at "nc"']


@pytest.mark.parametrize("position", ["7", "-1", "x"])
def test_an_anchor_that_is_not_on_its_line_is_named(position: str) -> None:
    main = line("x", "na", "nb", "mim-conversion", anchor="k").replace('"0.5"', f'"{position}"')
    acting = line("y", "nc", "k", "mim-catalysis")
    pathway, lost = told(node("na"), node("nb"), node("nc"), main, acting)
    assert [it.target for it in pathway.controls] == ["x"]
    assert lost == [f'Position="{position}"']
    assert {it.at for it in pathway.layout.ways} <= {None, 0.0}
