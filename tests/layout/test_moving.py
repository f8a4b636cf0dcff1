"""What was moved as a whole, or renamed, or lost its texts, is the picture that it was."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from tests.layout.hands import OfSbml

import pathport
from pathport import Pathway
from pathport.layout.moving import layout_moved, offset, picture_moved
from pathport.layout.own import in_own_places
from pathport.layout.picture import GlyphKind, Picture
from pathport.model.layout import Layout
from pathport.testing import pathways

BY = (55.37, -33.2)
GLYPHS = ("speciesGlyph", "reactionGlyph", "speciesReferenceGlyph", "generalGlyph", "textGlyph")
EXAMPLES = ("receptor-jak-stat", "cxcr4")


def sent(name: str = EXAMPLES[0]) -> bytes:
    """A pathway without a layout, as a file that has one."""
    pathway = pathport.read(f"examples/{name}.yaml")
    return pathport.write_bytes(pathway, "sbml", layout=True).content


def drawn(content: bytes) -> Picture:
    return pathport.draw(pathport.read_shown(content, "sbml")).picture


def named(picture: Picture) -> Picture:
    """The picture with its glyphs and lines in the order of where they are, without their ids."""
    places = {it.id: f"{it.thing} {it.x} {it.y}" for it in picture.glyphs}
    glyphs = [msgspec.structs.replace(it, id=places[it.id]) for it in picture.glyphs]
    lines = [
        msgspec.structs.replace(it, start=places[it.start], end=places[it.end], trunk="")
        for it in picture.lines
    ]
    return msgspec.structs.replace(
        picture,
        glyphs=tuple(sorted(glyphs, key=lambda it: (it.id, it.kind))),
        lines=tuple(sorted(lines, key=lambda it: (it.of, it.role, it.start, it.end, it.points))),
    )


def numbers(picture: Picture) -> list[tuple[object, ...]]:
    """What is where, in whole steps."""
    found: list[tuple[object, ...]] = [
        (it.thing, it.kind, it.parts, round(it.x), round(it.y), it.width, it.height)
        for it in picture.glyphs
    ]
    found += [
        (it.of, it.role, *(round(n) for point in it.points for n in point)) for it in picture.lines
    ]
    return sorted(found, key=repr)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_file_moved_as_a_whole_is_the_picture_that_it_was(name: str) -> None:
    """The straight ways of processes were not shown, and the rest plainly."""
    content = sent(name)
    hand = OfSbml(content)
    hand.move_all(*BY)
    before, after = drawn(content), drawn(hand.saved())
    moved = picture_moved(before, BY)
    assert numbers(after) == numbers(moved)
    assert after.areas == moved.areas


@pytest.mark.parametrize("kinds", [GLYPHS, *((it,) for it in GLYPHS)])
def test_a_file_whose_glyphs_were_renamed_is_the_picture_that_it_was(
    kinds: tuple[str, ...],
) -> None:
    content = sent()
    hand = OfSbml(content)
    hand.rename(*kinds)
    assert named(drawn(hand.saved())) == named(drawn(content))


def test_places_of_renamed_glyphs_are_no_facts_and_nothing_is_told_of_them() -> None:
    """Each was told as a record that was dropped."""
    hand = OfSbml(sent())
    hand.rename(*GLYPHS)
    told = pathport.read_with_findings(hand.saved(), "sbml")
    assert told.pathway.layout == Layout()
    assert told.findings == ()


def test_a_file_renamed_and_moved_has_the_ids_that_it_says() -> None:
    hand = OfSbml(sent())
    hand.rename("speciesGlyph")
    hand.move_all(*BY)
    for read in (pathport.read, pathport.read_shown):
        boxes = read(hand.saved(), "sbml").layout.boxes
        assert any(it.id.startswith("speciesGlyph_") for it in boxes)
        assert not any(it.id.endswith("_box") for it in boxes)


def test_ids_that_were_exchanged_are_the_picture_that_it_was() -> None:
    content = sent()
    boxes = pathport.read_shown(content, "sbml").layout.boxes
    one, other, *_ = (it.id.encode() for it in boxes if it.inside is None)
    changed = content
    for before, after in ((one, b"?"), (other, one), (b"?", other)):
        changed = changed.replace(b'"' + before + b'"', b'"' + after + b'"')
    assert named(drawn(changed)) == named(drawn(content))


def test_parts_that_lost_their_texts_are_those_of_their_complex() -> None:
    """Each was drawn as the whole complex, in one of its own parts."""
    content = sent()
    hand = OfSbml(content)
    hand.remove("//*[local-name()='listOfTextGlyphs']")
    assert named(drawn(hand.saved())) == named(drawn(content))


def test_parts_without_texts_are_those_of_their_complex_in_layouts_of_others_too() -> None:
    hand = OfSbml(sent())
    hand.remove("//*[local-name()='listOfTextGlyphs']")
    pathway = pathport.read_shown(hand.saved(), "sbml")
    boxes = tuple(msgspec.structs.replace(it, height=it.height + 9) for it in pathway.layout.boxes)
    layout = msgspec.structs.replace(pathway.layout, boxes=boxes)
    picture = in_own_places(msgspec.structs.replace(pathway, layout=layout))
    drawn_alone = {it.id for it in picture.glyphs if it.kind is GlyphKind.SPECIES}
    assert drawn_alone == {it.id for it in boxes if it.inside is None}


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(pathways())
def test_a_layout_of_ours_is_drawn_alike_wherever_it_is(pathway: Pathway) -> None:
    there = pathport.placed(pathway)
    layout = layout_moved(there.layout, BY)
    moved = msgspec.structs.replace(there, layout=layout)
    if there.layout.boxes:
        assert offset(layout.boxes, there.layout.boxes) == pytest.approx(BY)
    before, after = in_own_places(there), in_own_places(moved)
    assert numbers(picture_moved(after, (-BY[0], -BY[1]))) == numbers(before)
