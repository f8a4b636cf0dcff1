"""Units of information and tags: labels of the drawing that start on a box or frame."""

import msgspec
import pytest
from tests.formats.celldesigner.sketches import alias, diagram, species, template

from pathport.fidelity.report import Status
from pathport.formats.celldesigner import read, validate, write
from pathport.model.layout import Decoration, DecorationKind, End, Point
from pathport.model.pathway import Pathway

NONE = '<c:info state="empty" angle="-1.5707963267948966"/>'
TAG = (
    '<c:listOfSpeciesTag><c:SpeciesTag><c:KeyInfo name="A_space_tag" direct="RIGHT"/>'
    '<c:TagBounds x="99.5" y="70.5" w="66.0" h="25.0"/><c:TagEdgeLine width="2.0"/>'
    '<c:TagFramePaint color="ff00ff96" scheme="Color"/></c:SpeciesTag></c:listOfSpeciesTag>'
)


def drawn(attached: str) -> bytes:
    box = alias("sa1", "s1", (100.0, 200.0)).replace(NONE, attached)
    return diagram(species("s1"), model=(template("pr1"), box, alias("sa2", "s1", (400.0, 10.0))))


def info(state: str, said: str, angle: float = 0.0) -> str:
    return f'<c:info state="{state}" {said} angle="{angle}"/>'


def kept(attached: str) -> Decoration:
    """The one label of a file, which is written as it was."""
    found = read(drawn(attached))
    assert [it for it in found.findings if it.code == "SBM101"] == []
    written = write(found.pathway)
    assert [it for it in written.account.entries if it.status is not Status.SUPPLIED] == []
    assert [it.sentence for it in validate(written.content) if it.code.startswith("CDX")] == []
    assert read(written.content).pathway == found.pathway
    (label,) = found.pathway.layout.drawing
    assert label.kind is DecorationKind.LABEL
    return label


def test_a_unit_of_information_is_a_label_on_the_border_of_its_box() -> None:
    label = kept(info("open", 'prefix="mt" label="prot"', 3.141592653589793))
    assert (label.text, label.style.shape) == ("mt:prot", "unit_of_information")
    assert label.start == End(on="sa1", at=Point(x=-1.0, y=0.0))
    one, other = label.points
    assert ((one.x + other.x) / 2, (one.y + other.y) / 2) == (100.0, 220.0)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ('label="prot"', "prot"),
        ('prefix="" label="a:b"', ":a:b"),
        ('prefix="N" label=""', "N:"),
        ("", None),
    ],
)
def test_a_unit_of_information_without_a_prefix_or_label(said: str, text: str | None) -> None:
    assert kept(info("closed", said, -1.0)).text == text


def test_a_tag_is_a_label_where_it_is() -> None:
    label = kept(TAG + NONE)
    assert (label.text, label.style.shape) == ("A tag", "tag_right")
    assert label.points == (Point(x=99.5, y=70.5), Point(x=165.5, y=95.5))
    assert (label.style.fill, label.style.thickness) == ("#00ff96", 2.0)


@pytest.mark.parametrize(
    "attached",
    [
        info("half", 'label="prot"'),
        info("empty", 'label="prot"', -1.5707963267948966),
        info("empty", "", 2.0),
        TAG.replace("RIGHT", "THERE") + NONE,
    ],
)
def test_what_is_not_shown_or_not_known_is_told(attached: str) -> None:
    found = read(drawn(attached))
    assert found.pathway.layout.drawing == ()
    assert [it.place.subject for it in found.findings if it.code == "SBM101"] != []


def relabelled(pathway: Pathway, *labels: Decoration) -> Pathway:
    layout = msgspec.structs.replace(pathway.layout, drawing=labels)
    return msgspec.structs.replace(pathway, layout=layout)


def test_a_label_of_a_box_that_is_not_there_is_a_text_of_a_layer() -> None:
    pathway = read(drawn(info("open", 'label="prot"'))).pathway
    (label,) = pathway.layout.drawing
    lone = msgspec.structs.replace(label, start=End(on="sa9"))
    text = write(relabelled(pathway, lone)).content.decode()
    assert ('state="open"' in text, "<celldesigner:layerNotes>prot<" in text) == (False, True)


def test_of_two_units_of_information_of_one_box_the_second_is_a_text_of_a_layer() -> None:
    pathway = read(drawn(info("open", 'label="prot"'))).pathway
    (label,) = pathway.layout.drawing
    again = msgspec.structs.replace(label, text="again")
    twice = relabelled(pathway, label, again)
    written = write(twice)
    text = written.content.decode()
    assert text.count('state="open"') == 1
    assert "<celldesigner:layerNotes>again<" in text
    assert read(written.content).pathway == twice
