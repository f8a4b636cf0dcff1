"""The drawing of a pathway in SBML: complete as programs take it for granted, and read back whole.

libSBML counts the glyphs. What Newt's importer dereferences without a look (a glyph of each
compartment in its place, of each species, of each reaction with a curve) every file has.
"""

import os
import re
import subprocess
import sys
from typing import Any

import msgspec
import pytest
from tests.formats.sbml import samples
from tests.formats.sbml.drawings import (
    BOXES,
    DRAWN,
    HELP,
    OWN,
    PAIR,
    drawn,
    in_layout,
    layout_of,
    pair,
)
from tests.formats.sbml.samples import libsbml_model, sample

from pathport.fidelity.report import Status
from pathport.formats import Options, sbml
from pathport.formats.sbml.canvas import extent
from pathport.formats.sbml.layout_terms import INPUT, OUTPUT, ROLE, SIDE, UNDEFINED
from pathport.formats.sbml.read import read_native
from pathport.layout.geometry import Rect
from pathport.layout.keeping import placed
from pathport.model.enumerations import Effect, Kind, Logic
from pathport.model.layout import Box, Connector, Frame, Layout, Point, Style, Way
from pathport.model.parts import Gate, Participant
from pathport.model.pathway import Pathway
from pathport.model.things import Association, Compartment, Control, Molecule, Process, Species

FAR = {"far": 1.7e308, "near": 10.0}

# Complete


def faults_of(document: Any) -> list[str]:
    """What in a file has no glyph, or one that is not whole."""
    model, layout = document.getModel(), layout_of(document)
    faults = []
    for n in range(model.getNumCompartments()):
        glyph = layout.getCompartmentGlyph(n)
        if glyph is None or glyph.getCompartmentId() != model.getCompartment(n).getId():
            faults.append(f"compartment {n}")
    glyphs = [layout.getSpeciesGlyph(n) for n in range(layout.getNumSpeciesGlyphs())]
    shown = {it.getSpeciesId() for it in glyphs}
    named = {
        layout.getTextGlyph(n).getGraphicalObjectId() for n in range(layout.getNumTextGlyphs())
    }
    parts = [
        layout.getAdditionalGraphicalObject(n)
        for n in range(layout.getNumAdditionalGraphicalObjects())
    ]
    divided = {it.getReferenceId() for it in parts if it.getId() in named}
    for n in range(model.getNumSpecies()):
        id_ = model.getSpecies(n).getId()
        if id_ not in shown:
            faults.append(f"species {id_}")
    faults += [
        f"text {it.getId()}"
        for it in glyphs
        if it.getId() not in named and it.getSpeciesId() not in divided
    ]
    lines = [layout.getReactionGlyph(n) for n in range(layout.getNumReactionGlyphs())]
    for n in range(model.getNumReactions()):
        reaction = model.getReaction(n)
        (glyph,) = [it for it in lines if it.getReactionId() == reaction.getId()]
        faults += legs_missing(reaction, glyph, {it.getId(): it.getSpeciesId() for it in glyphs})
    return faults


def legs_missing(reaction: Any, glyph: Any, shown: dict[str, str]) -> list[str]:
    """What takes part in a reaction and has no line, or one without a role, a curve or a name."""
    if not glyph.isSetCurve() or glyph.getCurve().getNumCurveSegments() < 1:
        return [f"curve {reaction.getId()}"]
    legs = [glyph.getSpeciesReferenceGlyph(n) for n in range(glyph.getNumSpeciesReferenceGlyphs())]
    bare = [
        it.getId()
        for it in legs
        if not it.getRoleString()
        or it.getCurve().getNumCurveSegments() < 1
        or reaction.getModel().getElementBySId(it.getSpeciesReferenceId()) is None
    ]
    sides = reaction.getListOfReactants(), reaction.getListOfProducts()
    there = (*sides, reaction.getListOfModifiers())
    takes_part = {side.get(n).getSpecies() for side in there for n in range(side.size())}
    return [*bare, *(takes_part - {shown[it.getSpeciesGlyphId()] for it in legs})]


@pytest.mark.parametrize("pathway", [*DRAWN, placed(sample())], ids=lambda it: str(it.id))
def test_every_element_has_its_glyph(pathway: Pathway) -> None:
    assert faults_of(libsbml_model(sbml.write(pathway).content)) == []


def test_participants_have_ids_where_lines_lead_to_them() -> None:
    """Those of an association stand on both sides; the ids of the other were told as lost."""
    parts = (Participant(species="A"), Participant(species="B"))
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.PROTEIN), Molecule(id="N", kind=Kind.PROTEIN)),
        species=(Species(id="A", molecule="M"), Species(id="B", molecule="N")),
        associations=(Association(id="bound", participants=parts),),
        layout=Layout(boxes=(Box(id="a", species="A", x=10, y=10, width=40, height=20),)),
    )
    content = sbml.write(sent).content
    ids = re.findall(rb'<speciesReference [^>]*\bid="([^"]*)"', content)
    assert ids == re.findall(rb'layout:speciesReference="([^"]*)"', content)
    assert [it for it in sbml.read(content).findings if it.code == "SBM101"] == []


@pytest.mark.parametrize("pathway", [*DRAWN, placed(sample())], ids=lambda it: str(it.id))
def test_what_a_layout_lacks_is_supplied_and_forgotten(pathway: Pathway) -> None:
    for part in ("boxes", "frames", "ways"):
        layout = pathway.layout
        bare = msgspec.structs.replace(
            pathway, layout=msgspec.structs.replace(layout, **{part: ()})
        )
        if part == "boxes":
            bare = msgspec.structs.replace(bare, layout=Layout(frames=layout.frames))
        written = sbml.write(bare)
        assert faults_of(libsbml_model(written.content)) == []
        assert sbml.read(written.content).pathway == bare


def test_a_layout_that_is_asked_for_is_supplied_and_forgotten() -> None:
    written = sbml.write(sample(), Options(layout=True))
    document = libsbml_model(written.content)
    assert faults_of(document) == []
    told = [it for it in written.account.entries if it.field.startswith("layout")]
    assert {it.status for it in told} == {Status.SUPPLIED}
    assert sbml.read(written.content).pathway == sample()


def test_a_layout_that_is_asked_for_is_not_in_the_place_of_one_that_is_there() -> None:
    pathway = drawn(pair(), boxes=BOXES)
    assert sbml.write(pathway, Options(layout=True)).content == sbml.write(pathway).content


def test_a_pathway_without_a_layout_has_none_in_its_file() -> None:
    assert b"layout" not in sbml.write(sample()).content


def test_the_last_glyph_of_a_species_is_in_its_own_compartment() -> None:
    """Newt shows the last one, in the smallest frame that it is in."""
    around = Box(id="a_box", species="S", x=10, y=10, width=20, height=10)
    sent = Pathway(
        id="P",
        compartments=(Compartment(id="K"), Compartment(id="L")),
        molecules=(Molecule(id="M", kind=Kind.PROTEIN),),
        species=(Species(id="S", molecule="M", compartment="K"),),
        layout=Layout(
            frames=(
                Frame(compartment="K", x=0, y=0, width=200, height=200),
                Frame(compartment="L", x=100, y=100, width=50, height=50),
            ),
            boxes=(around, Box(id="z_box", species="S", x=110, y=110, width=20, height=10)),
        ),
    )
    document = libsbml_model(sbml.write(sent).content)
    layout = layout_of(document)
    glyphs = [layout.getSpeciesGlyph(n) for n in range(layout.getNumSpeciesGlyphs())]
    assert [it.getId() for it in glyphs] == ["z_box", "a_box"]


# Native


@pytest.mark.parametrize("pathway", DRAWN, ids=lambda it: str(it.id))
def test_positions_of_the_engine_are_native(pathway: Pathway) -> None:
    assert {it for it in in_layout(pathway) if it[0] is not Status.SUPPLIED} <= {
        (Status.COARSE, "layout.ways.at")
    }


@pytest.mark.parametrize("connector", [Connector.SEGMENTED, Connector.CURVED])
def test_ways_come_back_as_they_are(connector: Connector) -> None:
    own = msgspec.structs.replace(OWN, connector=connector)
    pathway = drawn(pair(), boxes=BOXES, ways=(own, HELP), width=400, height=300)
    assert in_layout(pathway) == set()
    assert read_native(sbml.write(pathway).content).pathway.layout == pathway.layout


def test_a_box_and_a_way_may_have_the_id_of_what_they_draw() -> None:
    pathway = drawn(pair(), boxes=BOXES, ways=(OWN,))
    document = libsbml_model(sbml.write(pathway).content)
    layout = layout_of(document)
    assert layout.getSpeciesGlyph("A_glyph").getSpeciesId() == "A"
    assert layout.getReactionGlyph("turn_glyph").getReactionId() == "turn"


def test_a_way_of_a_joint_control_comes_back_under_its_own_id() -> None:
    """In the file each source is a control of its own, and so is the way that it has there."""
    both = samples.document(PAIR.replace("by: E,", 'by: "E and B",'))
    help_ = msgspec.structs.replace(HELP, id="help")
    pathway = drawn(both, boxes=BOXES, ways=(OWN, help_))
    assert sbml.read(sbml.write(pathway).content).pathway == pathway


ALONE = "{by: E, on: A, effect: inhibition}"
JOINTLY = "{by: E and B, on: A, effect: inhibition}"
GATE = Way(id="gate", of="help", bends=(Point(x=150, y=100), Point(x=150, y=60)), at=0.25)


def test_the_lines_of_joint_sources_run_on_from_their_gate() -> None:
    """The way of a gate has no glyph in SBML: each source has its line as far as the reaction."""
    both = samples.document(PAIR.replace("by: E,", 'by: "E and B",'))
    led = Way(id="led", of="help", start="e1", start_at=Point(x=0, y=-1))
    pathway = drawn(both, boxes=BOXES, ways=(OWN, GATE, led))
    content = sbml.write(pathway).content
    (line,) = (it for it in read_native(content).pathway.layout.ways if it.id == "led")
    assert line.bends == GATE.bends
    assert sbml.read(content).pathway == pathway


def test_the_way_of_the_gate_of_an_influence_is_that_of_its_reaction() -> None:
    text = f"{PAIR.partition('processes:')[0]}influences:\n  help: {JOINTLY}\n"
    to_box = msgspec.structs.replace(GATE, at=None, end="A", end_at=Point(x=1, y=0))
    led = Way(id="led", of="help", start="e1", start_at=Point(x=0, y=-1))
    pathway = drawn(samples.document(text), boxes=BOXES, ways=(led, to_box))
    content = sbml.write(pathway).content
    ways = read_native(content).pathway.layout.ways
    assert [it.bends[-2:] for it in ways if it.end == "A"] == [to_box.bends]
    assert sbml.read(content).pathway == pathway


def test_what_joins_an_open_line_is_not_its_other_half() -> None:
    """Both were one line, of which one style was lost."""
    text = f"{PAIR.partition('processes:')[0]}influences:\n  help: {ALONE}\n"
    to_box = msgspec.structs.replace(GATE, at=None, end="A", end_at=Point(x=1, y=0))
    style = Style(colour="#ff0000")
    joins = Way(id="led", of="help", start="e1", start_at=Point(x=0, y=-1), at=0.25, style=style)
    pathway = drawn(samples.document(text), boxes=BOXES, ways=(joins, to_box))
    content = sbml.write(pathway).content
    read = sbml.read(content)
    assert read.pathway == pathway
    assert [it for it in read.findings if it.code.startswith("SBM")] == []
    found = {it.id: (it.start, it.end) for it in read_native(content).pathway.layout.ways}
    assert found == {"led": ("e1", None), "gate": (None, "A")}


def test_the_way_of_a_template_is_not_that_of_a_control_by_the_same_species() -> None:
    copy = PAIR.replace("{is: A -> B, controls", "{is: A -> B, template: E, controls")
    ways = (
        OWN,
        HELP,
        Way(id="reads", of="turn", start="e1", start_at=Point(x=1, y=0), at=0.75),
    )
    pathway = drawn(samples.document(copy), boxes=BOXES, ways=ways)
    assert read_native(sbml.write(pathway).content).pathway.layout == pathway.layout


def test_a_box_that_is_moved_elsewhere_stays_where_it_was_moved() -> None:
    content = sbml.write(drawn(pair(), boxes=BOXES)).content
    moved = content.replace(b'layout:x="210.25"', b'layout:x="500"')
    boxes = {it.id: it for it in sbml.read(moved).pathway.layout.boxes}
    assert (boxes["b1"].x, boxes["b1"].y) == (500, 20)


def test_the_canvas_is_told_where_it_is_not_that_of_what_is_on_it() -> None:
    pathway = drawn(pair(), boxes=BOXES)
    assert read_native(sbml.write(pathway).content).pathway.layout.width is None
    wide = drawn(pair(), boxes=BOXES, width=2000)
    assert read_native(sbml.write(wide).content).pathway.layout.width == 2000


def test_a_canvas_holds_what_is_on_it() -> None:
    assert extent([Rect(0, 0, 10.5, 5), Rect(20, 1, 4, 4)]) == (44, 25)
    assert extent([]) == (20, 20)


def test_a_frame_is_native() -> None:
    frame = Frame(compartment="ec", x=1, y=2, width=300, height=90)
    pathway = drawn(sample(), frames=(frame,))
    assert (Status.COARSE, "layout.frames") not in in_layout(pathway)
    assert frame in read_native(sbml.write(pathway).content).pathway.layout.frames


def test_words_of_roles_are_those_of_libsbml() -> None:
    import libsbml

    for role in {INPUT, OUTPUT, UNDEFINED, *ROLE.values(), *SIDE}:
        glyph = libsbml.SpeciesReferenceGlyph()
        glyph.setRole(role)
        assert glyph.getRoleString() == role
        assert glyph.getRole() != libsbml.SPECIES_ROLE_INVALID


def test_looks_come_in_one_order_whatever_the_hash_seed() -> None:
    told = "from pathport.formats.sbml.dress import LOOKS; print(*LOOKS)"
    orders = {
        subprocess.run(
            [sys.executable, "-c", told],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "3")
    }
    assert len(orders) == 1


def test_both_halves_of_a_line_that_begins_at_no_box_look_alike() -> None:
    way = Way(id="W", of="E", end="box", bends=(Point(x=10, y=10),), style=Style(colour="#ff0000"))
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.PROTEIN),),
        species=(Species(id="S", molecule="M"),),
        processes=(
            Process(
                id="E",
                inputs=(Participant(species="S"),),
                outputs=(Participant(species="S"),),
            ),
        ),
        layout=Layout(
            boxes=(Box(id="box", species="S", x=10, y=10, width=10, height=10),), ways=(way,)
        ),
    )
    read = sbml.read(sbml.write(sent).content)
    assert [it for it in read.findings if it.code.startswith("SBM")] == []


def test_a_curve_to_a_box_that_is_too_far_away_is_read_without_a_word() -> None:
    way = Way(
        id="W",
        of="C",
        end="far",
        end_at=Point(x=0, y=1),
        bends=(Point(x=10, y=10),),
        connector=Connector.CURVED,
    )
    boxes = (Box(id=id_, species="S", x=10, y=y, width=10, height=10) for id_, y in FAR.items())
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.PROTEIN),),
        species=(Species(id="S", molecule="M"),),
        controls=(
            Control(
                id="C",
                target="S",
                effect=Effect.CATALYSIS,
                sources=Gate(logic=Logic.NOT, inputs=("S",)),
            ),
        ),
        layout=Layout(boxes=tuple(boxes), ways=(way,)),
    )
    read = sbml.read(sbml.write(sent).content)
    assert [it for it in read.findings if it.code.startswith("SBM")] == []


@pytest.mark.parametrize("before", [1234.5678, 1e6])
def test_a_curve_that_bends_too_far_away_is_read_without_a_word(before: float) -> None:
    bends = (Point(x=before, y=10), Point(x=1.7e308, y=10))
    way = Way(id="W", of="E", end="box", bends=bends, connector=Connector.CURVED)
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.PROTEIN),),
        species=(Species(id="S", molecule="M"),),
        processes=(Process(id="E", outputs=(Participant(species="S"),)),),
        layout=Layout(
            boxes=(Box(id="box", species="S", x=10, y=10, width=10, height=10),), ways=(way,)
        ),
    )
    read = sbml.read(sbml.write(sent).content)
    assert [it for it in read.findings if it.code.startswith("SBM")] == []


def test_the_name_of_a_frame_is_where_it_is_usual_but_for_its_last_digit() -> None:
    """With five more, this number is another one of fifteen digits."""
    x = -36.563575588759875
    frame = Frame(compartment="K", x=x, y=x, width=60, height=60)
    sent = Pathway(id="P", compartments=(Compartment(id="K"),), layout=Layout(frames=(frame,)))
    found = sbml.read(sbml.write(sent).content).findings
    assert [it.sentence for it in found if it.code == "SBM101"] == []
