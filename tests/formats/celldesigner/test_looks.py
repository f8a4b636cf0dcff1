"""What a diagram shows of boxes, frames and layers beside places comes out again as it was."""

import pytest
from lxml import etree
from tests.formats.celldesigner.sketches import alias, diagram, species, template

from pathport.fidelity.report import Status
from pathport.formats.celldesigner import read, validate, write
from pathport.model.enumerations import Kind
from pathport.model.layout import Box, Frame, Layout, Point
from pathport.model.parts import Participant, State
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Molecule, Process, Species

OUTERMOST = '<compartment id="default" metaid="default" size="1" units="volume"/>'
PLACES = (
    f'{OUTERMOST}<compartment id="c1" metaid="c1" name="cell" size="1" units="volume"'
    ' outside="default"/>'
)
FRAME = (
    '<c:compartmentAlias id="c1_frame" compartment="c1"><c:class>OVAL</c:class>'
    '<c:bounds x="10" y="20" w="500" h="300"/><c:namePoint x="120" y="60"/>'
    '<c:doubleLine thickness="10.0" outerWidth="5.0" innerWidth="4.0"/>'
    '<c:paint color="ffcccc00" scheme="{scheme}"/>'
    '<c:info state="empty" angle="-1.5707963267948966"/></c:compartmentAlias>'
)
AWAY = 520.0, 340.0
"""Outside of the frame."""
STATE = (
    '<c:listOfStructuralStates><c:structuralState structuralState="open"/>'
    "</c:listOfStructuralStates>"
)
SQUARE = (
    '<c:layer id="{id}" name="{name}" locked="false" visible="true"><c:listOfSquares>'
    '<c:layerCompartmentAlias type="Square"><c:bounds x="1" y="2" w="10" h="20"/>'
    '<c:paint color="ffff0000" scheme="{scheme}"/><c:ispaint inner="true"/>'
    "</c:layerCompartmentAlias></c:listOfSquares></c:layer>"
)
TEXT = (
    '<c:layer id="2" name="one" locked="false" visible="true"><c:listOfTexts>'
    '<c:layerSpeciesAlias x="0" y="0"><c:layerNotes>\nhere\n</c:layerNotes>'
    '<c:bounds x="1" y="2" w="10" h="20"/><c:paint color="ffff0000"/><c:font size="11"/>'
    "</c:layerSpeciesAlias></c:listOfTexts></c:layer>"
)


def kept(*elements: str, model: tuple[str, ...]) -> Layout:
    """The layout of a file, of which nothing is lost, and which is written as it was."""
    places = PLACES if any("compartmentAlias" in it for it in model) else OUTERMOST
    content = diagram(*elements, model=(template("pr1"), *model), compartments=places)
    found = read(content)
    assert [it.sentence for it in found.findings if it.code == "SBM101"] == []
    written = write(found.pathway)
    assert [it for it in written.account.entries if it.status is not Status.SUPPLIED] == []
    assert [it.sentence for it in validate(written.content) if it.code.startswith("CDX")] == []
    assert read(written.content).pathway.layout == found.pathway.layout
    return found.pathway.layout


def lost(*elements: str, model: tuple[str, ...]) -> list[str]:
    content = diagram(*elements, model=(template("pr1"), *model))
    return [it.sentence for it in read(content).findings if it.code == "SBM101"]


def turned(angle: float) -> str:
    box = alias("sa1", "s1", (100.0, 200.0))
    return box.replace("<c:info", f'<c:structuralState angle="{angle}"/><c:info')


@pytest.mark.parametrize(("angle", "at"), [(3.141592653589793, (-1, 0)), (0.0, (1, 0))])
def test_a_structural_state_is_a_mark_where_it_is_on_the_border(
    angle: float, at: tuple[float, float]
) -> None:
    (box,) = kept(species("s1", state=STATE), model=(turned(angle),)).boxes
    (mark,) = box.marks
    assert mark.shows == State(structure="open")
    assert (mark.x, mark.y) == at


def test_a_structural_state_at_the_top_is_where_it_usually_is() -> None:
    (box,) = kept(species("s1", state=STATE), model=(turned(1.5707963267948966),)).boxes
    assert box.marks == ()


def test_the_place_of_a_structural_state_that_is_none_is_told() -> None:
    (sentence,) = lost(species("s1"), model=(turned(0.0),))
    assert "the place of a structural state" in sentence


def test_a_frame_keeps_its_two_lines() -> None:
    box = alias("sa1", "s1", AWAY)
    (frame,) = kept(species("s1"), model=(FRAME.format(scheme="Color"), box)).frames
    assert (frame.style.thickness, frame.outer_line, frame.inner_line) == (10.0, 5.0, 4.0)
    assert frame.label_at == Point(x=120, y=60)


def test_a_second_frame_of_a_compartment_is_one_and_holds_what_is_in_it() -> None:
    frame = FRAME.format(scheme="Color")
    usual = frame.replace("10.0", "12.0").replace("5.0", "2.0").replace("4.0", "1.0")
    again = (
        usual.replace("c1_frame", "ca2")
        .replace('<c:bounds x="10" y="20" w="500"', '<c:bounds x="510" y="20" w="90"')
        .replace('state="empty"', 'state="open" prefix="" label="again"')
    )
    box = alias("sa1", "s1", (515.0, 100.0))
    layout = kept(species("s1", compartment="c1"), model=(frame, again, box))
    shape, label = layout.drawing
    assert (shape.id, shape.style.shape) == ("ca2", "oval")
    assert (shape.start and shape.start.on, label.start and label.start.on) == ("c1", "ca2")
    assert 'species="s1" compartmentAlias="ca2"' in again_written(frame, again, box)


def again_written(*model: str) -> str:
    content = diagram(
        species("s1", compartment="c1"), model=(template("pr1"), *model), compartments=PLACES
    )
    return write(read(content).pathway).content.decode()


def test_how_thick_the_lines_of_a_second_frame_are_is_told() -> None:
    frame = FRAME.format(scheme="Color")
    again = frame.replace("c1_frame", "ca2")
    content = diagram(species("s1"), model=(template("pr1"), frame, again), compartments=PLACES)
    (finding,) = [it for it in read(content).findings if it.code == "SBM101"]
    assert 'how thick the lines of the frame "ca2" are' in finding.sentence


def test_a_fill_that_fades_still_does() -> None:
    box = alias("sa1", "s1", AWAY).replace(
        "<c:info",
        '<c:usualView><c:innerPosition x="0" y="0"/><c:boxSize width="80" height="40"/>'
        '<c:singleLine width="1"/><c:paint color="ffccffcc" scheme="Gradation"/></c:usualView>'
        "<c:info",
    )
    square = SQUARE.format(id=1, name="", scheme="Gradation")
    layout = kept(species("s1"), model=(FRAME.format(scheme="Gradation"), box, square))
    (shape,) = layout.drawing
    assert layout.boxes[0].style.gradient
    assert layout.frames[0].style.gradient
    assert (shape.style.gradient, shape.style.fill) == (True, "#ff0000")


def test_layers_keep_their_names() -> None:
    squares = (SQUARE.format(id=n, name=it, scheme="Color") for n, it in ((1, "one"), (3, "")))
    one, last = squares
    layout = kept(species("s1"), model=(alias("sa1", "s1"), one, TEXT, last))
    assert [it.layer for it in layout.drawing] == ["one", "one", None]


def test_boxes_of_a_group_stay_together() -> None:
    boxes = [alias(f"sa{n}", "s1", (100.0 * n, 0.0)) for n in (1, 2, 3)]
    layout = kept(species("s1"), model=(*boxes, '<c:group id="g1" members="sa1,sa3"/>'))
    assert {it.id: it.group for it in layout.boxes} == {"sa1": "g1", "sa2": None, "sa3": "g1"}


@pytest.mark.parametrize(
    ("groups", "what"),
    [
        (('<c:group id="g1" members="sa1,sa9"/>',), "which is no box"),
        (('<c:group id="g1" members="sa1"/>', '<c:group id="g2" members="sa1"/>'), 'beside "g1"'),
    ],
)
def test_what_a_group_can_not_hold_is_told(groups: tuple[str, ...], what: str) -> None:
    (sentence,) = lost(species("s1"), model=(alias("sa1", "s1"), *groups))
    assert what in sentence


def test_an_empty_side_is_in_a_frame_that_has_a_size_only_in_the_file() -> None:
    """It was written as in no compartment, and told of as drawn elsewhere when it was read."""
    pathway = Pathway(
        id="P",
        compartments=(Compartment(id="K"),),
        molecules=(Molecule(id="M", kind=Kind.PROTEIN),),
        species=(Species(id="S", molecule="M", compartment="K"),),
        processes=(Process(id="decay", inputs=(Participant(species="S"),)),),
        layout=Layout(
            boxes=(Box(id="b", species="S", x=0.0, y=0.0, width=40.0, height=20.0),),
            frames=(Frame(compartment="K", x=0.0, y=0.0, width=0.0, height=400.0),),
        ),
    )
    written = write(pathway).content
    (void,) = etree.fromstring(written).xpath("//*[@id='decay_open_out']")
    assert void.get("compartment") == "K"
    assert [str(it) for it in read(written).findings if it.code == "SBM101"] == []


def test_the_name_in_the_extension_of_a_compartment_is_the_text_in_its_frame() -> None:
    """It was lost beside the name that SBML has, which is the compartment's."""
    compartments = (
        '<compartment id="default" size="1"/>'
        '<compartment id="c" name="nucleole" outside="default"><annotation><c:extension>'
        "<c:name>nucle_slash_olus</c:name></c:extension></annotation></compartment>"
    )
    frame = (
        '<c:compartmentAlias id="ca1" compartment="c"><c:class>SQUARE</c:class>'
        '<c:bounds x="10" y="20" w="500" h="300"/></c:compartmentAlias>'
    )
    content = diagram(species("s1", compartment="c"), model=(frame,), compartments=compartments)
    found = read(content)
    assert [it.name for it in found.pathway.compartments] == ["nucleole"]
    assert [it.label for it in found.pathway.layout.frames] == ["nucle/olus"]
    assert not any("nucle" in it.sentence for it in found.findings)
    written = write(found.pathway).content
    assert b'name="nucleole"' in written
    assert b"<celldesigner:name>nucle/olus<" in written
    without = diagram(species("s1", compartment="c"), compartments=compartments)
    lost = [it.sentence for it in read(without).findings if it.code == "SBM101"]
    assert 'the name "nucle/olus" in its extension, which no frame shows' in " ".join(lost)
