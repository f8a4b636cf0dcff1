"""Lines come out as they were drawn: each link, where the square is, how a line is to run."""

from lxml import etree
from tests.formats.celldesigner.samples import OWN
from tests.formats.celldesigner.sketches import alias, diagram, reaction, species, template

from pathport.findings import Severity
from pathport.formats.celldesigner import read, validate, write
from pathport.model.enumerations import Effect, Kind
from pathport.model.layout import Box, Layout, Point, Way
from pathport.model.parts import Gate
from pathport.model.pathway import Pathway
from pathport.model.things import Control, Molecule, Species
from pathport.safety.xml import parse_xml

THREE = (species("s1"), species("s2", of="pr2", name="B"), species("s3", of="pr3", name="C"))
BOXES = (
    alias("sa1", "s1"),
    alias("sa2", "s1", (0.0, 200.0)),
    alias("sa3", "s2", (300.0, 0.0)),
    alias("sa4", "s3", (300.0, 200.0)),
)
MODEL = (template("pr1"), template("pr2", "B"), template("pr3", "C"), *BOXES)


def joined(policy: str = "direct", *, square: int = 0, bend: str = "", value: str = "") -> str:
    """The scheme of a dissociation whose first arm has this bend, and the square there."""
    direction = f'<c:lineDirection arm="0" index="0" value="{value}"/>' if value else ""
    return (
        f'<c:connectScheme connectPolicy="{policy}"><c:listOfLineDirection>{direction}'
        "</c:listOfLineDirection></c:connectScheme>"
        f'<c:editPoints num0="{1 if bend else 0}" num1="0" num2="0" tShapeIndex="{square}">'
        f"{bend} 0.4,0.3</c:editPoints>"
    )


def again(
    type_: str, ins: list[str], outs: list[str], *, taken: tuple[str, ...] = (), told: str = ""
) -> etree._Element:
    """The reaction between these boxes, read and written."""
    content = diagram(
        *THREE, reaction("re1", type_, ins, outs, taken=taken, drawn=told), model=MODEL
    )
    root = parse_xml(write(read(content).pathway).content).getroot()
    return next(root.iter("{*}reaction"))


def boxes(element: etree._Element, name: str) -> list[str]:
    return [it.get("alias") for it in element.iter(f"{OWN}{name}")]


def references(element: etree._Element, side: str) -> list[tuple[str, str | None]]:
    found = element.iterfind(f"{{*}}listOf{side}/{{*}}speciesReference")
    return [(it.get("species"), it.get("stoichiometry")) for it in found]


def test_a_second_box_of_a_species_keeps_its_link() -> None:
    element = again("STATE_TRANSITION", ["s1@sa1"], ["s2@sa3"], taken=("s1@sa2",))
    assert boxes(element, "baseReactant") == ["sa1"]
    assert boxes(element, "reactantLink") == ["sa2"]
    assert references(element, "Reactants") == [("s1", None), ("s1", None)]


def test_two_boxes_of_a_species_associate() -> None:
    element = again("HETERODIMER_ASSOCIATION", ["s1@sa1", "s1@sa2"], ["s2@sa3"], told=joined())
    assert element.findtext(f".//{OWN}reactionType") == "HETERODIMER_ASSOCIATION"
    assert boxes(element, "baseReactant") == ["sa1", "sa2"]
    assert references(element, "Reactants") == [("s1", None), ("s1", None)]


def test_one_box_of_a_species_that_is_used_twice_has_one_line() -> None:
    content = diagram(
        *THREE,
        reaction("re1", "STATE_TRANSITION", ["s1@sa1"], ["s2@sa3"]).replace(
            '<speciesReference species="s1"', '<speciesReference species="s1" stoichiometry="2"'
        ),
        model=MODEL,
    )
    root = parse_xml(write(read(content).pathway).content).getroot()
    assert references(next(root.iter("{*}reaction")), "Reactants") == [("s1", "2")]


def test_the_square_of_a_junction_stays_on_its_segment_where_links_meet_it() -> None:
    told = joined(square=1, bend="0.5,0.2")
    ins, outs = ["s1@sa1"], ["s2@sa3", "s3@sa4"]
    for taken in ((), ("s1@sa2",)):
        element = again("DISSOCIATION", ins, outs, taken=taken, told=told)
        assert next(element.iter(f"{OWN}editPoints")).get("tShapeIndex") == "1"


def test_a_line_with_a_junction_keeps_its_policy() -> None:
    for policy in ("square", "direct"):
        element = again("DISSOCIATION", ["s1@sa1"], ["s2@sa3", "s3@sa4"], told=joined(policy))
        assert next(element.iter(f"{OWN}connectScheme")).get("connectPolicy") == policy


def bent(*directions: str) -> tuple[str, list[str]]:
    """What is written of a square line that goes right, then down, with these directions, and what
    is told of it.
    """
    told = "".join(
        f'<c:lineDirection index="{n}" value="{value}"/>' for n, value in enumerate(directions)
    )
    drawn = (
        '<c:connectScheme connectPolicy="square" rectangleIndex="1"><c:listOfLineDirection>'
        f"{told}</c:listOfLineDirection></c:connectScheme><c:editPoints>1.0,0.0</c:editPoints>"
    )
    line = reaction("re1", "STATE_TRANSITION", ["s1@sa1"], ["s2@sa3"], drawn=drawn)
    found = read(diagram(*THREE, line, model=MODEL))
    written = parse_xml(write(found.pathway).content).getroot()
    values = [it.get("value", "") for it in written.iter(f"{OWN}lineDirection")]
    return " ".join(values), [it.sentence for it in found.findings if it.code == "SBM101"]


def test_the_segments_of_a_square_line_run_level_and_upright_by_turns() -> None:
    assert bent("horizontal", "vertical") == ("horizontal vertical", [])


def test_directions_that_a_line_does_not_have_are_told() -> None:
    written, (lost,) = bent("vertical", "horizontal")
    assert written == "horizontal vertical"
    assert "the directions vertical horizontal of segments, which do not run so" in lost


def test_the_direction_of_a_line_that_is_not_square_says_nothing() -> None:
    told = joined(value="vertical")
    ins, outs = ["s1@sa1"], ["s2@sa3", "s3@sa4"]
    content = diagram(*THREE, reaction("re1", "DISSOCIATION", ins, outs, drawn=told), model=MODEL)
    assert [it for it in read(content).findings if it.code == "SBM101"] == []


def test_a_loop_at_a_box_without_height_ends_at_two_places() -> None:
    """Its places were told apart on the box, and were one on the canvas."""
    box = Box(id="box", species="S1", x=10.0, y=10.0, width=10.0, height=1e-12)
    loop = Way(id="way", of="C1", start="box", end="box", bends=(Point(x=10.0, y=10.0),))
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M1", kind=Kind.PROTEIN),),
        species=(Species(id="S1", molecule="M1"),),
        controls=(
            Control(id="C1", target="S1", effect=Effect.STIMULATION, sources=Gate(inputs=("S1",))),
        ),
        layout=Layout(boxes=(box,), ways=(loop,)),
    )
    found = validate(write(sent).content)
    assert [it.code for it in found if it.severity is Severity.ERROR] == []
