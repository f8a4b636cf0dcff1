"""The compartment around all others: a place of the pathway where something is told of it."""

from operator import attrgetter

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import given
from hypothesis.strategies import DataObject
from lxml import etree
from tests.formats.celldesigner.sketches import RDF, TERM, alias, diagram, species, template
from tests.laws.cases import within
from tests.laws.law import Law, all_laws, beside_of

from pathport.findings import Severity
from pathport.formats import format_named, yaml
from pathport.formats.celldesigner import read, validate, write
from pathport.formats.celldesigner.read import read_native
from pathport.model.enumerations import Certainty, Relation, Side
from pathport.model.layout import Frame
from pathport.model.parts import Identifier
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Species

OUTERMOST = '<compartment id="default" metaid="default" size="1" units="volume"{}>{}</compartment>'
INNER = '<compartment id="c" metaid="c" name="nucleus" size="1" outside="default"/>'
CELL = TERM.format(qualifier="isVersionOf", curie="GO:0005623")
SAID = {
    "a term": ("", f"<annotation>{RDF.format(id='default', said=CELL)}</annotation>"),
    "notes": (
        "",
        '<notes><body xmlns="http://www.w3.org/1999/xhtml"><p>All of it.</p></body></notes>',
    ),
    "a name": (' name="cell"', ""),
}
UNSAID = {
    "nothing": ("", ""),
    "its id": (' name="default"', ""),
    "an empty name": (' name=""', ""),
    "empty notes": (
        "",
        '<notes><body xmlns="http://www.w3.org/1999/xhtml">\n</body></notes>',
    ),
}


def content_of(said: tuple[str, str], *, last: bool = False, position: str = "inside") -> bytes:
    """A file with a species in the outermost compartment, and one in a compartment inside it."""
    places = [OUTERMOST.format(*said), INNER]
    frame = (
        '<c:compartmentAlias id="ca1" compartment="c"><c:class>SQUARE</c:class>'
        '<c:bounds x="150" y="0" w="200" h="100"/></c:compartmentAlias>'
    )
    return diagram(
        species("s1", position=position),
        species("s2", of="pr2", name="B", compartment="c"),
        model=(
            *(template("pr1"), template("pr2", "B")),
            *(alias("sa1", "s1"), alias("sa2", "s2", (200.0, 20.0)), frame),
        ),
        compartments="".join(reversed(places) if last else places),
    )


def places_of(pathway: Pathway) -> tuple[list[object], ...]:
    return (
        sorted((it.id, it.inside) for it in pathway.compartments),
        [(it.id, it.compartment) for it in pathway.species],
    )


def outermost_in(content: bytes) -> etree._Element:
    (found,) = etree.fromstring(content).findall(".//{*}compartment[@id='default']")
    return found


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize("said", SAID)
def test_it_is_a_place_of_which_something_is_told(said: str, *, last: bool) -> None:
    found = read(content_of(SAID[said], last=last))
    assert places_of(found.pathway) == (
        [("_default", None), ("c", "_default")],
        [("s1", "_default"), ("s2", "c")],
    )
    assert not [it for it in found.findings if it.code == "SBM101"]


@pytest.mark.parametrize("said", UNSAID)
def test_it_is_none_of_which_nothing_is_told(said: str) -> None:
    found = read(content_of(UNSAID[said]))
    assert places_of(found.pathway) == ([("c", None)], [("s1", None), ("s2", "c")])
    assert not [it for it in found.findings if it.code == "SBM101"]


@pytest.mark.parametrize("said", [*SAID, *UNSAID])
def test_it_is_called_so_again_and_drawn_by_nothing(said: str) -> None:
    pathway = read(content_of({**SAID, **UNSAID}[said])).pathway
    written = write(yaml.read(yaml.write(pathway).content).pathway)
    root = etree.fromstring(written.content)
    places = [(it.get("id"), it.get("outside")) for it in root.iter("{*}compartment")]
    assert places == [("default", None), ("c", "default")]
    aliases = root.iter("{*}compartmentAlias")
    assert [it.get("compartment") for it in aliases] == ["c"]
    assert read(written.content).pathway == pathway
    assert places_of(read_native(written.content).pathway) == places_of(pathway)
    assert not [
        it
        for it in validate(written.content)
        if it.severity is not Severity.NOTE and it.code != "MDL101"
    ]


def test_what_is_told_of_it_comes_out_again() -> None:
    attributes, annotated = SAID["a term"]
    said = (' name="cell"', SAID["notes"][1] + annotated)
    assert attributes == ""
    found = outermost_in(write(read(content_of(said)).pathway).content)
    assert found.get("name") == "cell"
    told = (text for it in found.iterchildren("{*}notes") for text in it.itertext())
    assert "".join(told).strip() == "All of it."
    (item,) = found.iter("{*}li")
    assert list(item.attrib.values()) == ["https://identifiers.org/GO:0005623"]


def test_what_is_on_its_membrane_is_so_again() -> None:
    pathway = read(content_of(SAID["a name"], position="transmembrane")).pathway
    assert pathway.species[0].side is Side.TRANSMEMBRANE
    found = read_native(write(pathway).content).pathway
    assert (places_of(found), found.species[0].side) == (places_of(pathway), Side.TRANSMEMBRANE)


def test_without_a_layout_it_is_still_drawn_by_nothing() -> None:
    pathway = read(content_of(SAID["a term"])).pathway
    pathway = msgspec.structs.replace(pathway, layout=Pathway(id="x").layout)
    written = write(pathway)
    assert b'compartment="default"' in written.content
    root = etree.fromstring(written.content)
    assert [it.get("compartment") for it in root.iter("{*}compartmentAlias")] == ["c"]
    assert read(written.content).pathway == pathway


def drawn(pathway: Pathway) -> Pathway:
    frame = Frame(compartment="_default", x=0.0, y=0.0, width=900.0, height=700.0)
    layout = msgspec.structs.replace(pathway.layout, frames=(*pathway.layout.frames, frame))
    return msgspec.structs.replace(pathway, layout=layout)


def with_more(pathway: Pathway, **more: object) -> Pathway:
    known = {name: (*getattr(pathway, name), value) for name, value in more.items()}
    return msgspec.structs.replace(pathway, **known)


BESIDE = {
    "a frame of it": drawn,
    "a species in none": lambda it: with_more(it, species=Species(id="s3", molecule="pr1")),
    "a compartment in none": lambda it: with_more(it, compartments=Compartment(id="d")),
}


@pytest.mark.parametrize("what", BESIDE)
def test_one_that_does_not_hold_all_or_is_drawn_is_like_any_other(what: str) -> None:
    pathway = BESIDE[what](read(content_of(SAID["a term"])).pathway)
    written = write(pathway).content
    assert len(outermost_in(written)) == 0
    assert read(written).pathway == pathway
    (place,) = (it for it in read_native(written).pathway.compartments if it.id == "_default")
    assert place.identifiers == (Identifier(id="go:0005623", relation=Relation.IS_VERSION_OF),)


def test_what_a_formula_names_is_called_so_again() -> None:
    start = (
        b'<listOfInitialAssignments><initialAssignment symbol="default">'
        b'<math xmlns="http://www.w3.org/1998/Math/MathML"><cn> 2 </cn></math>'
        b"</initialAssignment></listOfInitialAssignments><listOfReactions>"
    )
    content = content_of(UNSAID["nothing"]).replace(b"<listOfReactions>", start)
    pathway = read(content).pathway
    assert places_of(pathway)[0] == [("_default", None), ("c", "_default")]
    written = write(pathway).content
    assert outermost_in(written).get("outside") is None
    assert read(written).pathway == pathway


def enclosed(pathway: Pathway) -> Pathway:
    """The pathway with all of it in the outermost compartment of a file."""
    replace = msgspec.structs.replace
    whole = Compartment(
        id="_default",
        original_id="default",
        identifiers=(Identifier(id="go:0005623", relation=Relation.IS_VERSION_OF),),
        certainty=Certainty.KNOWN,
    )
    places = (replace(it, inside=it.inside or whole.id) for it in pathway.compartments)
    inside = (replace(it, compartment=it.compartment or whole.id) for it in pathway.species)
    return replace(pathway, compartments=(whole, *places), species=tuple(inside))


@pytest.mark.parametrize("law", all_laws(), ids=attrgetter("name"))
def test_the_laws_hold_where_all_is_in_it(law: Law) -> None:
    fmt = format_named("celldesigner")

    @given(drawn=st.data())
    def check(drawn: DataObject) -> None:
        sent = enclosed(drawn.draw(within(fmt)))
        law.check(fmt, sent=sent, **beside_of(law, fmt, sent, drawn.draw))

    check()
