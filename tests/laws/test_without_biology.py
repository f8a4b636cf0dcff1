"""Examples that law 6 found: what may go from a file without a word, and what beside it may not."""

import msgspec
import pytest
from lxml import etree
from tests.laws.deletion import ELEMENT, Part
from tests.laws.strip import strip
from tests.laws.test_law6_complete import Reader
from tests.laws.without_biology import PREFIXES

from pathport.formats import format_named
from pathport.model.enumerations import AssociationType, Effect, Kind, Logic, ProcessType
from pathport.model.layout import Box, Decoration, DecorationKind, Frame, Layout, Point, Style
from pathport.model.parts import Component, Gate, Member, Participant, Site
from pathport.model.pathway import Pathway
from pathport.model.quantities import Parameter, Quantities, Rule, RuleKind
from pathport.model.things import (
    Association,
    Compartment,
    Control,
    Form,
    Molecule,
    Process,
    Species,
)

POINT_OF_A_LABEL = """\
<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="P" Version="a">\
<Graphics BoardWidth="40.0" BoardHeight="40.0"/>\
<Label TextLabel="" Href="a" GraphId="dce83ac3f">\
<Graphics CenterX="10.0" CenterY="10.0" Width="0.0" Height="0.0" ZOrder="28672"\
 FillColor="Transparent" FontSize="12" Valign="Middle"/></Label>\
<InfoBox CenterX="0.0" CenterY="0.0"/></Pathway>
"""


def test_an_extent_of_0_is_told_as_well_by_its_absence() -> None:
    reader = Reader(format_named("gpml"), POINT_OF_A_LABEL.encode())
    assert reader.passed_over(reader.parts) == []
    [graphics] = reader.root.iterfind("{*}Label/{*}Graphics")
    assert all(reader.is_passed_over(Part(graphics, name)) for name in ("Width", "Height"))


def test_an_extent_is_told() -> None:
    content = POINT_OF_A_LABEL.replace('Height="0.0"', 'Height="8.0"')
    reader = Reader(format_named("gpml"), content.encode())
    [graphics] = reader.root.iterfind("{*}Label/{*}Graphics")
    assert Part(graphics, "Height") in reader.parts
    assert not reader.is_passed_over(Part(graphics, "Height"))


def reader_of(sent: Pathway) -> Reader:
    """Reads the pathway's BioPAX without its records."""
    fmt = format_named("biopax")
    return Reader(fmt, strip(fmt.module.write(sent).content))


def passed_over(sent: Pathway) -> list[str]:
    """What of it may go in silence and stands in no table."""
    reader = reader_of(sent)
    return reader.passed_over(reader.parts)


def test_a_term_of_sbo_tells_what_it_is_a_term_of() -> None:
    whole = (Participant(species="S1"),)
    glycosylation = ProcessType.GLYCOSYLATION
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M1", kind=Kind.PATHWAY),),
        species=(Species(id="S1", molecule="M1"),),
        processes=(
            Process(id="P1", type=glycosylation, inputs=whole, notes=("a",)),
            Process(id="P2", outputs=whole),
        ),
    )
    assert passed_over(sent) == []


def test_a_label_repeats_an_id_that_is_no_name_by_itself() -> None:
    association = Association(id="null", type=AssociationType.COLOCALIZATION)
    assert passed_over(Pathway(id="P", associations=(association,))) == []


def test_a_pathway_called_pathway_that_says_nothing_is_as_good_as_none() -> None:
    assert reader_of(Pathway(id="pathway")).parts == []
    assert {it.what for it in reader_of(Pathway(id="other")).parts} >= {ELEMENT}


def test_the_class_of_a_family_is_that_of_its_members() -> None:
    sent = Pathway(
        id="P",
        molecules=(
            Molecule(id="M1", kind=Kind.PROTEIN),
            Molecule(id="M2", kind=Kind.FAMILY, members=(Member(molecule="M1"),)),
        ),
        species=(Species(id="S", molecule="M2"),),
    )
    fmt = format_named("sbml")
    reader = Reader(fmt, strip(fmt.module.write(sent).content))
    assert reader.passed_over(reader.parts) == []


def looping() -> Reader:
    """Reads the SBML of a process that makes its input, drawn twice at one place."""
    two = (Box(id=it, species="S", x=10, y=10, width=10, height=10) for it in ("b", "c"))
    turn = (Participant(species="S"),)
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.PROTEIN),),
        species=(Species(id="S", molecule="M"),),
        processes=(Process(id="E", inputs=turn, outputs=turn),),
        layout=Layout(boxes=tuple(two)),
    )
    fmt = format_named("sbml")
    return Reader(fmt, strip(fmt.module.write(sent).content))


def test_a_curve_joins_participants_that_are_where_it_ends() -> None:
    reader = looping()
    assert reader.passed_over(reader.parts) == []
    [curve] = reader.root.iterfind(".//{*}reactionGlyph/{*}curve")
    assert Part(curve, ELEMENT) not in reader.parts


def test_a_curve_that_ends_elsewhere_is_told() -> None:
    reader = looping()
    [end] = reader.root.iterfind(".//{*}reactionGlyph/{*}curve//{*}end")
    end.set(f"{{{PREFIXES['layout']}}}x", "40")
    [curve] = reader.root.iterfind(".//{*}reactionGlyph/{*}curve")
    assert Part(curve, ELEMENT) in reader.parts
    assert not reader.is_passed_over(Part(curve, ELEMENT))


def test_a_free_line_is_plain_without_a_word() -> None:
    points = (Point(x=10, y=10), Point(x=20, y=10))
    line = Decoration(kind=DecorationKind.LINE, points=points)
    fmt = format_named("celldesigner")
    content = strip(fmt.module.write(Pathway(id="P", layout=Layout(drawing=(line,)))).content)
    for said, is_told in (("false", False), ("true", True)):
        old = b'isDotted="false"'
        reader = Reader(fmt, content.replace(old, f'isDotted="{said}"'.encode()))
        [drawn] = reader.root.iterfind(".//{*}layerFreeLine")
        assert (Part(drawn, "isDotted") in reader.parts) == is_told
        assert reader.is_passed_over(Part(drawn, "isDotted")) != is_told


def test_a_radius_is_as_the_other_without_a_word() -> None:
    frame = Frame(compartment="K", x=1, y=1, width=9, height=9, style=Style(shape="oval"))
    sent = Pathway(id="P", compartments=(Compartment(id="K"),), layout=Layout(frames=(frame,)))
    fmt = format_named("sbml")
    reader = Reader(fmt, strip(fmt.module.write(sent).content))
    assert reader.passed_over(reader.parts) == []
    radius = f"{{{PREFIXES['render']}}}ry"
    [oval] = reader.root.iterfind(".//{*}style/{*}g/{*}ellipse")
    assert reader.is_passed_over(Part(oval, radius))
    oval.set(radius, "40%")
    edited = Reader(fmt, etree.tostring(reader.root))
    [oval] = edited.root.iterfind(".//{*}style/{*}g/{*}ellipse")
    assert Part(oval, radius) in edited.parts
    assert not edited.is_passed_over(Part(oval, radius))


def test_roots_are_square_and_logarithms_of_ten_without_a_word() -> None:
    formula = "sqrt(2) + log10(2) + root(3, 2) + log(5, 2)"
    quantities = Quantities(
        parameters=(Parameter(id="v", constant=False),),
        rules=(Rule(variable="v", kind=RuleKind.ASSIGNMENT, formula=formula),),
    )
    fmt = format_named("sbml")
    reader = Reader(fmt, fmt.module.write(Pathway(id="P", quantities=quantities)).content)
    of = [*reader.root.iterfind(".//{*}degree"), *reader.root.iterfind(".//{*}logbase")]
    free = [it for it in of if Part(it, ELEMENT) not in reader.parts]
    assert ["".join(it.itertext()).strip() for it in free] == ["2", "10"]
    assert [it for it in of if reader.is_passed_over(Part(it, ELEMENT))] == free


def test_a_label_repeats_the_beginning_of_an_id_that_is_longer_than_a_label() -> None:
    association = Association(id="_".join(["STAT3_pY705_nuc"] * 6))
    assert passed_over(Pathway(id="P", associations=(association,))) == []


def going(*species: Species, molecules: tuple[str, ...]) -> Pathway:
    """A pathway in which these species go, in a place K."""
    inputs = tuple(Participant(species=it.id) for it in species)
    return Pathway(
        id="P",
        compartments=(Compartment(id="K"),),
        molecules=tuple(Molecule(id=it, kind=Kind.PROTEIN) for it in molecules),
        species=species,
        processes=(Process(id="going", inputs=inputs),),
    )


SINGLE = Species(id="S", molecule="M", compartment="K")


def test_the_term_of_a_place_without_a_name_repeats_its_id() -> None:
    assert passed_over(going(SINGLE, molecules=("M",))) == []


def test_the_label_of_a_long_source_is_its_beginning() -> None:
    told = ("long words " * 20).strip()
    sent = msgspec.structs.replace(going(SINGLE, molecules=("M",)), data_sources=(told,))
    assert reader_of(sent).root.find("{*}Provenance/{*}displayName").text.endswith("…")
    assert passed_over(sent) == []


def test_the_label_of_a_complex_of_alike_parts_repeats_them() -> None:
    parts = (Component(molecule="M", count=3),)
    sent = going(Species(id="S", form=Form.COMPLEX, components=parts), molecules=("M",))
    assert [it.text for it in reader_of(sent).root.iterfind("{*}Complex/{*}displayName")] == ["3*M"]
    assert passed_over(sent) == []


def test_the_labels_of_the_parts_of_a_joint_control_repeat_its_id() -> None:
    sources = tuple(Species(id=it, molecule="M", compartment="K") for it in ("S", "T"))
    gate = Gate(logic=Logic.OR, inputs=("S", "T"))
    both = Control(id="both", target="going", effect=Effect.INHIBITION, sources=gate)
    sent = msgspec.structs.replace(going(*sources, molecules=("M",)), controls=(both,))
    assert len(reader_of(sent).root.findall("{*}Control/{*}displayName")) == 2
    assert passed_over(sent) == []


def test_the_label_of_a_complex_repeats_its_parts_in_full_and_shortened() -> None:
    names = ("the_one_part", "the_other_part")
    parts = tuple(Component(molecule=name, count=2) for name in names)
    sent = going(Species(id="S", form=Form.COMPLEX, components=parts), molecules=names)
    reader = reader_of(sent)
    assert [it.text for it in reader.root.iterfind("{*}Complex/{*}name")] == [
        "2*the_one_part:2*the_other_part"
    ]
    assert passed_over(sent) == []


def test_the_label_of_a_set_repeats_the_names_of_its_members() -> None:
    both = Species(id="both", form=Form.SET, members=("S",), compartment="K")
    named = msgspec.structs.replace(SINGLE, name="the one")
    sent = going(named, both, molecules=("M",))
    reader = reader_of(sent)
    labels = [it.text for it in reader.root.iterfind("{*}Protein/{*}displayName")]
    assert labels == ["the one", "the one"]
    assert passed_over(sent) == []


def test_that_a_site_is_known_shows_where_nothing_has_it_modified() -> None:
    site = Site(residue="S", position=7, kind="mod:00046")
    molecule = Molecule(id="M", kind=Kind.PROTEIN, sites=(site,))
    sent = msgspec.structs.replace(going(SINGLE, molecules=()), molecules=(molecule,))
    assert passed_over(sent) == []


def test_the_place_of_what_is_no_part_is_told() -> None:
    parts = (Component(molecule="M", count=2),)
    pair = Species(id="C", form=Form.COMPLEX, components=parts)
    reader = reader_of(going(SINGLE, pair, molecules=("M",)))
    [place] = reader.root.iterfind("{*}Protein/{*}cellularLocation")
    assert Part(place, ELEMENT) in reader.parts
    assert not reader.is_passed_over(Part(place, ELEMENT))


NODE_OF_NO_TYPE = """\
<Pathway xmlns="http://pathvisio.org/GPML/2021" title="O"><DataNodes>\
<DataNode elementId="bp" textLabel="A" type="Undefined"><Graphics centerX="50.0" centerY="50.0"\
 width="80.0" height="20.0" zOrder="32768"/></DataNode></DataNodes></Pathway>
"""
OLD_NODE_OF_NO_TYPE = """\
<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="O">\
<DataNode GraphId="bp" TextLabel="A" Type="Unknown"><Graphics CenterX="50.0" CenterY="50.0"\
 Width="80.0" Height="20.0" ZOrder="32768"/></DataNode></Pathway>
"""


@pytest.mark.parametrize(
    ("name", "content"), [("gpml2021", NODE_OF_NO_TYPE), ("gpml", OLD_NODE_OF_NO_TYPE)]
)
def test_a_type_that_is_not_known_is_told_as_well_by_its_absence(name: str, content: str) -> None:
    reader = Reader(format_named(name), content.encode())
    assert reader.passed_over(reader.parts) == []
