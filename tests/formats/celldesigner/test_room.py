"""Boxes that a layout lacks: in the frame of their compartment and on the canvas, on nothing."""

from itertools import combinations

import msgspec
import pytest
from tests.formats.celldesigner.test_made import overlap

from pathport.formats.celldesigner import read, validate, write
from pathport.formats.celldesigner.made import with_places
from pathport.formats.celldesigner.read import read_native
from pathport.model.enumerations import Kind, Side
from pathport.model.layout import Box, Frame, Layout, Style
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Molecule, Species

OFF = {"CDX228", "CDX246", "CDX251", "CDX255"}
"""The rules on where boxes and frames are."""
CELL = Frame(compartment="cell", x=10, y=10, width=400, height=200)
CORE = Frame(compartment="core", x=30, y=30, width=200, height=160)


def drawn(
    layout: Layout, lacking: int = 1, *, place: str | None = "cell", side: Side | None = None
) -> Pathway:
    """A pathway with a layout that has a box for one species, and none for some others."""
    return Pathway(
        id="p",
        compartments=(Compartment(id="cell"), Compartment(id="core", inside="cell")),
        molecules=(Molecule(id="A", kind=Kind.PROTEIN),),
        species=(
            Species(id="there", molecule="A", compartment="cell"),
            *(
                Species(id=f"new{n}", molecule="A", compartment=place, side=side)
                for n in range(lacking)
            ),
        ),
        layout=layout,
    )


def box(x: float, y: float, width: float = 80, height: float = 40) -> Box:
    return Box(id="told", species="there", x=x, y=y, width=width, height=height)


def placed(pathway: Pathway) -> Layout:
    """The layout, of which nothing is where it may not be, with all that was told."""
    found = {it.code for it in validate(write(pathway).content)}
    assert found & OFF == set()
    layout = with_places(pathway).layout
    assert {it.species for it in layout.boxes} == {it.id for it in pathway.species}
    assert set(pathway.layout.boxes) <= set(layout.boxes)
    return layout


FREE = Layout(width=600, height=400, boxes=(box(300, 60),), frames=(CELL, CORE))


@pytest.mark.parametrize("side", [None, Side.TRANSMEMBRANE, Side.OUTER])
@pytest.mark.parametrize("place", ["cell", "core"])
def test_what_has_no_box_is_in_its_frame_or_on_the_border_of_it(
    place: str, side: Side | None
) -> None:
    """It was below everything, outside of its frame and of the canvas."""
    layout = placed(drawn(FREE, place=place, side=side))
    assert (layout.frames, layout.width, layout.height) == (FREE.frames, 600, 400)
    assert not any(overlap(one, other) for one, other in combinations(layout.boxes, 2))


def test_what_is_in_no_compartment_is_beside_the_frames() -> None:
    layout = placed(drawn(FREE, place=None))
    assert (layout.width, layout.height) == (600, 400)


def test_a_frame_without_room_grows_with_what_is_around_it() -> None:
    """The frame of a nucleus is full; the canvas has to grow, too."""
    layout = placed(drawn(FREE, 12, place="core"))
    cell, core = layout.frames
    assert (core.x, core.y, core.width) == (30, 30, 200)
    assert core.height > CORE.height
    assert cell.height > core.height
    assert (layout.height or 0) > cell.y + cell.height
    assert not any(overlap(one, other) for one, other in combinations(layout.boxes, 2))


def test_a_frame_that_would_take_in_others_does_not_grow() -> None:
    """What has no room in it lies on others there, and no box of another place comes into it."""
    cell = msgspec.structs.replace(CELL, width=120, height=80)
    core = msgspec.structs.replace(CORE, x=20, y=100, width=800, height=60)
    east = msgspec.structs.replace(CORE, compartment="east", x=135, y=10, height=80)
    layout = Layout(width=900, height=300, boxes=(box(30, 25),), frames=(cell, core, east))
    pathway = drawn(layout)
    more = (*pathway.compartments, Compartment(id="east"))
    pathway = msgspec.structs.replace(pathway, compartments=more)
    after = with_places(pathway).layout
    assert after.frames == layout.frames
    new = next(it for it in after.boxes if it.species == "new0")
    assert cell.x <= new.x + new.width / 2 <= cell.x + cell.width
    assert cell.y <= new.y + new.height / 2 <= cell.y + cell.height


def test_what_is_in_an_oval_is_not_in_its_corners() -> None:
    oval = msgspec.structs.replace(CELL, style=Style(shape="oval"))
    layout = placed(drawn(msgspec.structs.replace(FREE, frames=(oval, CORE)), 3))
    for it in layout.boxes:
        for x in (it.x, it.x + it.width):
            for y in (it.y, it.y + it.height):
                is_in = ((x - 210) / 200) ** 2 + ((y - 110) / 100) ** 2 < 1
                assert is_in or it.species == "there"


def test_a_canvas_grows_with_what_has_a_frame_below_everything() -> None:
    layout = msgspec.structs.replace(FREE, frames=(CELL,))
    pathway = drawn(layout, place="core")
    assert "CDX228" not in {it.code for it in validate(write(pathway).content)}
    found = with_places(pathway).layout
    core = next(it for it in found.frames if it.compartment == "core")
    assert (found.height or 0) >= core.y + core.height


def test_a_frame_that_has_grown_is_as_it_was_when_it_is_read_again() -> None:
    pathway = drawn(FREE, 12, place="core")
    written = write(pathway).content
    assert read_native(written).pathway.layout.frames != FREE.frames
    assert read(written).pathway.layout == FREE


def test_what_has_no_box_is_in_the_frames_where_these_alone_are_told() -> None:
    layout = placed(drawn(Layout(width=600, height=400, frames=(CELL, CORE)), 3, place="core"))
    assert (layout.frames, layout.width, layout.height) == ((CELL, CORE), 600, 400)
