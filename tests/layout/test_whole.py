"""A layout of ours is drawn as the engine drew it, and one that tells most boxes is made whole."""

from collections.abc import Collection

import libsbml
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.submission.samples import SOUND

import pathport
from pathport import Pathway
from pathport.layout.metrics import measured
from pathport.layout.own import has_places, in_own_places
from pathport.layout.picture import GlyphKind, Picture
from pathport.layout.whole import made_whole, whole_layout
from pathport.model.enumerations import Kind
from pathport.model.layout import Box, Layout
from pathport.model.parts import Participant
from pathport.model.things import Form, Molecule, Process, Species
from pathport.testing import pathways

EXAMPLES = ("reaction", "receptor-jak-stat", "cxcr4")
SMALL = "examples/receptor-jak-stat.yaml"
KINASE = "JAK2_cyt"

Places = dict[str, tuple[float, float, float, float]]

a_few = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def places(layout: Layout) -> Places:
    return {it.id: (it.x, it.y, it.width, it.height) for it in layout.boxes}


def left_out(pathway: Pathway, species: Collection[str]) -> Pathway:
    """The pathway without the boxes of these species, and without their lines."""
    layout = pathway.layout
    gone = {it.id for it in layout.boxes if it.species in species}
    gone |= {it.id for it in layout.boxes if it.inside in gone}
    return msgspec.structs.replace(
        pathway,
        layout=msgspec.structs.replace(
            layout,
            boxes=tuple(it for it in layout.boxes if it.id not in gone),
            ways=tuple(it for it in layout.ways if not {it.start, it.end} & gone),
        ),
    )


def moved(pathway: Pathway, box: str, *, to: tuple[float, float]) -> Pathway:
    """The pathway with one box at another place."""
    layout = pathway.layout
    boxes = (
        msgspec.structs.replace(it, x=to[0], y=to[1]) if it.id == box else it for it in layout.boxes
    )
    layout = msgspec.structs.replace(layout, boxes=tuple(boxes))
    return msgspec.structs.replace(pathway, layout=layout)


def overlapping(boxes: Collection[Box]) -> set[tuple[str, str]]:
    """The boxes, in no others, that lie on another."""
    whole = [it for it in boxes if it.inside is None]
    return {
        (one.id, other.id)
        for one in whole
        for other in whole
        if one.id < other.id
        and one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    }


# As the engine drew it


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_with_the_engines_layout_looks_as_without(name: str) -> None:
    """Parts of homodimers stood side by side, the bilayer and gates were gone, and what has an open
    side was drawn straight, through whatever was there: 18 lines ran through a glyph of the
    flagship, 29 trunks shared a way.
    """
    pathway = pathport.read(f"examples/{name}.yaml")
    assert pathport.draw(pathport.placed(pathway)).svg == pathport.draw(pathway).svg


@a_few
@given(pathways())
def test_a_pathway_with_the_engines_layout_looks_as_without(pathway: Pathway) -> None:
    bare = msgspec.structs.replace(pathway, layout=Layout())
    assert pathport.draw(pathport.placed(bare)).svg == pathport.draw(bare).svg


@pytest.mark.parametrize("fmt", ["yaml", "json", "sbml", "gpml", "celldesigner", "cx2", "biopax"])
def test_it_looks_so_in_a_file_of_any_format_too(fmt: str) -> None:
    placed = pathport.placed(pathport.read(SMALL))
    back = pathport.read(pathport.write_bytes(placed, fmt).content, fmt)
    assert pathport.draw(back).svg == pathport.draw(placed).svg


def test_what_is_not_touched_looks_as_before_when_a_box_is_moved() -> None:
    placed = pathport.placed(pathport.read(SMALL))
    box_id = f"{KINASE}_box"
    before, after = pathport.draw(placed), pathport.draw(moved(placed, box_id, to=(9, 950)))
    changed = {it.thing for it in set(before.picture.glyphs) - set(after.picture.glyphs)}
    assert changed <= {KINASE, "recruitment"}
    touched = {it.of for it in before.picture.lines if KINASE in (it.start, it.end)}
    others = {it for it in before.picture.lines if it.of not in touched}
    assert others <= set(after.picture.lines)
    assert after.picture.areas == before.picture.areas
    (box,) = (it for it in after.picture.glyphs if it.id == box_id)
    assert (box.x, box.y) == (9, 950)


def test_how_many_there_are_is_told_once_where_a_cofactor_is_moved() -> None:
    """One that stays tells it itself, and so does the line of one that is moved."""
    placed = pathport.placed(pathport.read(SMALL))
    drawn = pathport.draw(moved(placed, "ADP_cyt_box", to=(560, 40))).svg
    assert drawn.count('class="cofactor">4 ATP<') == 1
    assert drawn.count('class="number">4<') == 1


# Made whole


def test_what_was_taken_away_comes_back_where_it_was() -> None:
    placed = pathport.placed(pathport.read(SMALL))
    drawing = pathport.draw(left_out(placed, {KINASE}))
    assert [it.code for it in drawing.findings] == ["DRAW007"]
    assert drawing.svg == pathport.draw(placed).svg


def test_a_species_that_was_added_is_beside_what_it_takes_part_with() -> None:
    placed = pathport.placed(pathport.read(SMALL))
    kinase = next(it for it in placed.species if it.id == KINASE)
    new = msgspec.structs.replace(kinase, id="new")
    process = Process(
        id="making", inputs=(Participant(species="new"),), outputs=(Participant(species=kinase.id),)
    )
    added = msgspec.structs.replace(
        placed, species=(*placed.species, new), processes=(*placed.processes, process)
    )
    drawing = pathport.draw(added)
    assert [it.code for it in drawing.findings] == ["DRAW007"]
    assert set(pathport.draw(placed).picture.glyphs) <= set(drawing.picture.glyphs)
    assert measured(drawing.picture).overlaps == 0
    near = {it.thing: it for it in drawing.picture.glyphs if it.kind is GlyphKind.SPECIES}
    one, other = near["new"], near[kinase.id]
    assert abs(one.x - other.x) + abs(one.y - other.y) < 300


@a_few
@given(pathways(), st.data())
def test_what_is_told_stays_and_nothing_lies_on_it(pathway: Pathway, data: st.DataObject) -> None:
    placed = pathport.placed(msgspec.structs.replace(pathway, layout=Layout()))
    told = [it for it in placed.layout.boxes if it.inside is None]
    if not told:
        return
    far = data.draw(st.sampled_from(told))
    there = moved(placed, far.id, to=(far.x + 37, far.y + 11))
    gone = data.draw(st.sets(st.sampled_from([it.species for it in told]))) - {far.species}
    partial = left_out(there, gone)
    whole = made_whole(partial).pathway
    assert has_places(whole)
    before, after = places(partial.layout), places(whole.layout)
    assert {id_: after[id_] for id_ in before} == before
    assert overlapping(whole.layout.boxes) <= overlapping(partial.layout.boxes)
    picture = in_own_places(whole)
    drawn = {(it.x, it.y, it.width, it.height) for it in picture.glyphs}
    assert {after[it.id] for it in whole.layout.boxes if it.inside is None} <= drawn


def test_a_set_whose_member_has_no_box_keeps_its_own() -> None:
    protein = Molecule(id="P", kind=Kind.PROTEIN)
    singles = [Species(id=it, molecule="P") for it in ("A", "B", "C")]
    either = Species(id="S", form=Form.SET, members=("A", "B"))
    change = Process(
        id="p", inputs=(Participant(species="A"),), outputs=(Participant(species="B"),)
    )
    boxes = [
        Box(id=f"{id_}_box", species=id_, x=200.0 * n, y=0, width=80, height=24)
        for n, id_ in enumerate("SBC")
    ]
    pathway = Pathway(
        id="it",
        molecules=(protein,),
        species=(*singles, either),
        processes=(change,),
        layout=Layout(boxes=tuple(boxes)),
    )
    layout = made_whole(pathway).pathway.layout
    assert set(boxes) < set(layout.boxes)
    assert {it.species for it in layout.boxes} == {"A", "B", "C", "S"}
    assert not overlapping(layout.boxes)


def test_an_authors_drawing_is_made_whole_in_the_frame_of_the_compartment() -> None:
    pathway = pathport.read(SOUND)
    assert has_places(pathway)
    for species in pathway.species:
        partial = left_out(pathway, {species.id})
        whole = made_whole(partial).pathway
        before, after = places(partial.layout), places(whole.layout)
        assert {id_: after[id_] for id_ in before} == before
        assert overlapping(whole.layout.boxes) == set()


def test_one_glyph_moved_by_another_program_moves_alone() -> None:
    """Of positions that were supplied to SBML the moved one was a fact, and the picture was made
    anew without it.
    """
    pathway = pathport.read(SMALL)
    sent = pathport.write_bytes(pathway, "sbml", layout=True).content
    document = libsbml.readSBMLFromString(sent.decode())
    layout = document.getModel().getPlugin("layout").getLayout(0)
    glyph = layout.getSpeciesGlyph(f"{KINASE}_box").getBoundingBox()
    glyph.setX(glyph.getX() + 5)
    edited = pathport.read(libsbml.writeSBMLToString(document).encode(), "sbml")
    engine = places(pathport.placed(pathway).layout)
    x, y, width, height = engine[f"{KINASE}_box"]
    moved = {**engine, f"{KINASE}_box": (x + 5, y, width, height)}
    assert places(edited.layout) == places(whole_layout(edited)) == moved
    again = pathport.read(pathport.write_bytes(edited, "sbml").content, "sbml")
    assert again.layout == edited.layout
    assert pathport.draw(again).svg == pathport.draw(edited).svg


def test_a_box_that_another_format_had_the_engine_place_is_not_put_into_our_picture() -> None:
    """CellDesigner's are higher and farther apart: one of them would lie far off."""
    pathway = pathport.read(SMALL)
    box = Box(id=f"{KINASE}_box", species=KINASE, x=740, y=560, width=100, height=50)
    drawing = pathport.draw(msgspec.structs.replace(pathway, layout=Layout(boxes=(box,))))
    assert [it.code for it in drawing.findings] == ["DRAW005"]
    assert drawing.svg == pathport.draw(pathway).svg


def test_the_engines_places_are_known_whatever_the_ids_and_without_boxes_of_parts() -> None:
    """COPASI numbers the glyphs of a layout anew, and keeps of general glyphs the place alone."""
    placed = pathport.placed(pathport.read(SMALL))
    layout = placed.layout
    whole = [it for it in layout.boxes if it.inside is None]
    names = {it.id: f"glyph_{number}" for number, it in enumerate(whole)}
    renamed = msgspec.structs.replace(
        layout,
        boxes=tuple(msgspec.structs.replace(it, id=names[it.id]) for it in whole),
        ways=tuple(
            msgspec.structs.replace(
                it,
                id=f"line_{number}",
                start=names.get(it.start or ""),
                end=names.get(it.end or ""),
            )
            for number, it in enumerate(layout.ways)
        ),
    )
    other = msgspec.structs.replace(placed, layout=renamed)
    assert pathport.draw(other).svg == pathport.draw(placed).svg


# What a layout without a box must not tell


def sent(pathway: Pathway) -> bytes:
    """A pathway as SBML in the engine's layout."""
    return pathport.write_bytes(pathway, "sbml", layout=True).content


def without_glyph(sbml: bytes, glyph: str) -> Pathway:
    """What is read of a file from which another program took the glyph of a species."""
    document = libsbml.readSBMLFromString(sbml.decode())
    layout = document.getModel().getPlugin("layout").getLayout(0)
    assert layout.getListOfSpeciesGlyphs().remove(glyph) is not None
    return pathport.read(libsbml.writeSBMLToString(document).encode(), "sbml")


def told_by(picture: Picture) -> set[tuple[str, str]]:
    """What lines a picture has: of what, in which role."""
    return {(it.of, it.role) for it in picture.lines}


@pytest.mark.parametrize("species", ["receptor_JAK2", "active_receptor", "x2_STAT3_pY705_nuc"])
def test_a_complex_that_was_taken_away_comes_back_with_its_lines(species: str) -> None:
    """Its parts stood loose, a process led to nothing, and what it catalyses had no catalyst."""
    pathway = pathport.read(SMALL)
    drawing = pathport.draw(without_glyph(sent(pathway), f"{species}_box"))
    assert [it.code for it in drawing.findings] == ["DRAW007"]
    assert told_by(drawing.picture) == told_by(pathport.draw(pathway).picture)
    assert len(drawing.picture.lines) == len(pathport.draw(pathway).picture.lines)
    assert not any(it.kind is GlyphKind.VOID for it in drawing.picture.glyphs)
    (box,) = (it for it in drawing.picture.glyphs if it.thing == species)
    assert not box.clone


def test_a_layout_that_cannot_be_completed_is_drawn_anew() -> None:
    """An author's process without a way from a species to itself had no line, without a word."""
    pathway = pathport.read(
        b"pathport: 1\nid: a\nmolecules: {A: {kind: protein}, B: {kind: protein},"
        b" C: {kind: protein}}\nprocesses:\n  p: {is: A -> B}\n  q: {is: C -> C}\n",
        "yaml",
    )
    boxes = tuple(
        Box(id=f"b{n}", species=it.id, x=9 + 300 * n, y=9, width=70, height=40)
        for n, it in enumerate(pathway.species)
        if it.molecule != "C"
    )
    drawing = pathport.draw(msgspec.structs.replace(pathway, layout=Layout(boxes=boxes)))
    assert [it.code for it in drawing.findings] == ["DRAW005"]
    assert drawing.svg == pathport.draw(pathway).svg
