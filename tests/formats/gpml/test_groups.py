"""What groups mean and how they are drawn again: the smallest drawings that once went wrong."""

from copy import deepcopy

import msgspec
import pytest
from lxml import etree
from tests.formats.gpml.samples import GPML, drawing, group, line, node, shape, state

from pathport.formats.gpml.read import read, read_native
from pathport.formats.gpml.rules import validate
from pathport.formats.gpml.write import write
from pathport.model.facts import facts
from pathport.model.layout import Layout
from pathport.model.things import Form


def sentences(*elements: str) -> list[str]:
    """What of a drawing is named as lost."""
    return [it.sentence for it in read(drawing(*elements)).findings if it.code == "GPM101"]


def member(id_: str, label: str = "", of: str = "g") -> str:
    return node(id_, label, more=f'GroupRef="{of}"')


def inside(drawn: str, of: str) -> str:
    """A group or line in a group."""
    return drawn.replace(" GraphId", f' GroupRef="{of}" GraphId', 1)


RINGS = {
    "one": [member("na", of="g1"), member("nb", of="g1"), inside(group("g1"), "g1")],
    "two": [
        member("na", of="g1"), member("nb", of="g2"),
        inside(group("g1"), "g2"), inside(group("g2"), "g1"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", RINGS)
def test_a_group_in_itself_is_in_none_and_is_named(name: str) -> None:
    ring = RINGS[name]
    found = read(drawing(*ring))
    assert {it.name for it in found.pathway.molecules} == {"na", "nb"}
    groups = sum(it.startswith("<Group") for it in ring)
    complexes = [it for it in found.pathway.species if it.form is Form.COMPLEX]
    named = [it for it in sentences(*ring) if "which is in it itself" in it]
    assert len(complexes) == len(named) == groups
    faults = [it.code for it in validate(drawing(*ring)) if it.code == "GPM213"]
    assert len(faults) == groups


def test_a_group_that_is_not_there_is_named() -> None:
    told = sentences(member("na", of="gone"))
    assert told == ['lost in reading: its place in the group "gone", which is not there']


def test_a_line_in_a_group_is_named() -> None:
    arrow = inside(line("x", "na", "nb", "Arrow"), "g")
    told = sentences(member("na"), member("nb"), arrow, group("g", "Group"))
    assert told == ['lost in reading: its place in the group "g"']


def test_a_family_keeps_its_box_and_its_members_theirs() -> None:
    named = group("g", "Group", label="AB")
    parts = member("na", "A"), member("nb", "B"), node("nc", "C")
    drawn = drawing(*parts, line("x", "nb", "nc", "Arrow"), named)
    pathway = read(drawn).pathway
    boxes = {it.id: (it.part is None, it.inside) for it in pathway.layout.boxes}
    assert boxes == {"na": (False, "g"), "nb": (False, "g"), "nc": (True, None), "g": (True, None)}
    root = etree.fromstring(write(pathway).content)
    places = {it.get("GraphId"): it.find(f"{GPML}Graphics") for it in root.iter(f"{GPML}DataNode")}
    found = {it: graphics.get("CenterX") for it, graphics in places.items()}
    assert found == {"na": "50.0", "nb": "250.0", "nc": "150.0"}
    assert [it.get("GraphId") for it in root.iter(f"{GPML}Group")] == ["g"]
    assert [it.get("GraphRef") for it in root.iter(f"{GPML}Point")] == ["nb", "nc"]


def test_the_shape_of_an_open_side_that_is_where_it_would_be_is_drawn_once() -> None:
    gone = shape("x_open", (400, 400, 20, 20)).replace("RoundedRectangle", "mim-degradation")
    drawn = drawing(node("na", "A"), line("x", "na", "x_open", "mim-conversion"), gone)
    bare = msgspec.structs.replace(read(drawn).pathway, layout=Layout())
    pathway = read_native(write(bare).content).pathway
    root = etree.fromstring(write(pathway).content)
    assert [it.get("GraphId") for it in root.iter(f"{GPML}Shape")] == ["x_open"]


def beside(content: bytes, written: str, new: str) -> bytes:
    """The file with one more node that says what a written one says, and no more."""
    root = etree.fromstring(content)
    [there] = [it for it in root.iter(f"{GPML}DataNode") if it.get("GraphId") == written]
    copy = deepcopy(there)
    copy.set("GraphId", new)
    for record in copy.findall(f"{GPML}Attribute"):
        copy.remove(record)
    there.addprevious(copy)
    return etree.tostring(root)


@pytest.mark.parametrize("new", ["abcde", "f0000"])
def test_a_node_drawn_beside_a_written_one_is_one_more_box(new: str) -> None:
    drawn = node("b1c", "A", xref="Uniprot-TrEMBL P04637"), node("b2d", "B")
    pathway = read(drawing(*drawn, line("x", "b1c", "b2d", "Arrow"))).pathway
    found = read(beside(write(pathway).content, "b1c", new))
    assert [it.code for it in found.findings if it.code.startswith("FID")] == []
    boxes = {it.id for it in found.pathway.layout.boxes}
    assert boxes == {"b1c", "b2d", new}
    assert found.pathway.species == pathway.species
    assert found.pathway.controls == pathway.controls


@pytest.mark.parametrize("new", ["abcde", "f0000"])
def test_a_part_drawn_beside_a_written_one_is_one_more_of_it(new: str) -> None:
    drawn = member("b1c", "A"), member("b2d", "B"), group("g")
    pathway = read(drawing(*drawn)).pathway
    found = read(beside(write(pathway).content, "b1c", new))
    assert [it.code for it in found.findings if it.code.startswith("FID")] == []
    assert found.pathway.molecules == pathway.molecules
    [whole] = found.pathway.species
    assert {it.molecule: it.count for it in whole.components} == {"A": 2, "B": 1}


def test_a_complex_in_a_set_is_a_node_there_that_its_group_tells_of() -> None:
    parts = member("b1c", "A"), member("b2d", "B", of="h"), member("b3e", "C", of="h")
    drawn = *parts, group("g", "Group"), inside(group("h"), "g")
    pathway = read(drawing(*drawn)).pathway
    [whole] = [it for it in pathway.species if it.form is Form.SET]
    assert len(whole.members) == 2
    written = write(pathway)
    assert [it for it in written.account.entries if it.field == "members"] == []
    assert read(written.content).pathway.species == pathway.species


def test_a_complex_of_a_label_alone_is_no_species_and_is_named() -> None:
    text = (
        '<Label TextLabel="X" GraphId="x" GroupRef="g"><Graphics CenterX="9" CenterY="9"'
        ' Width="80" Height="20"/></Label>'
    )
    drawn = node("na", "A"), text, line("y", "g", "na", "Arrow"), group("g")
    found = read(drawing(*drawn)).pathway
    assert [it.id for it in found.species] == ["na"]
    assert found.controls == ()
    assert "lost in reading: a group without members that are nodes" in sentences(*drawn)
    inner = member("na", "A"), text.replace('Ref="g"', 'Ref="h"'), inside(group("h"), "g")
    [whole] = read(drawing(*inner, group("g"))).pathway.species
    assert [bool(it.molecule) for it in whole.components] == [True]


@pytest.mark.parametrize("style", ["Complex", "Group"])
def test_a_nucleotide_on_a_node_in_a_group_is_a_state_again(style: str) -> None:
    parts = member("b1c", "A"), member("b2d", "B"), state("b1c", "GTP", id_="b3e")
    pathway = read(drawing(*parts, group("g", style))).pathway
    written = write(pathway).content
    root = etree.fromstring(written)
    told = {it.get("GraphId"): it.get("GroupRef") for it in root.iter(f"{GPML}DataNode")}
    assert told == {"b1c": "g", "b2d": "g"}
    assert [it.get("GraphRef") for it in root.iter(f"{GPML}State")] == ["b1c"]
    assert facts(read(written).pathway) == facts(pathway)


def test_a_family_that_is_drawn_twice_is_one_molecule() -> None:
    """It was two as soon as its members were nodes of their own."""
    first = [node(it, label, more='GroupRef="g"') for it, label in (("na", "A"), ("nb", "B"))]
    other = [node(it, label, more='GroupRef="h"') for it, label in (("nc", "A"), ("nd", "B"))]
    changed = [state("nc", "P", id_="p"), state("nd", "P", id_="q")]
    groups = [group(it, "Group", label="AB") for it in ("g", "h")]
    pathway = read(drawing(*first, *other, *changed, *groups)).pathway
    assert {it.name for it in pathway.molecules} == {"A", "B", "AB"}
    assert len(pathway.molecules) == 3
    assert {it.id for it in pathway.species} == {"g", "h"}


@pytest.mark.parametrize(
    ("label", "style", "lost"),
    [
        ("AB", "Group", []),
        ("", "Group", ["that A, B are alternatives"]),
        ("", "None", ["a group inside a complex"]),
    ],
)
def test_alternatives_in_a_complex_are_a_family_or_named(
    label: str, style: str, lost: list[str]
) -> None:
    inner = group("h", style, label=label).replace("/>", ' GroupRef="g"/>')
    parts = (
        node(id_, text, more=f'GroupRef="{whole}"')
        for id_, text, whole in (("na", "A", "h"), ("nb", "B", "h"), ("nc", "C", "g"))
    )
    found = read(drawing(*parts, group("g"), inner))
    [species] = found.pathway.species
    names = {it.molecule for it in species.components}
    assert names == ({"AB", "C"} if label else {"A", "B", "C"})
    told = [it.sentence for it in found.findings if it.code == "GPM101"]
    assert [it.removeprefix("lost in reading: ").split(":")[0] for it in told] == lost
