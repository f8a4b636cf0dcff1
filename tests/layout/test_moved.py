"""A file in which anything was moved, deleted or added says all that it shows: what is converted
from it has everything where it was seen.
"""

import msgspec
import pytest
from tests.laws.strip import strip
from tests.layout.hands import HANDS
from tests.layout.test_shown import BY, KINASE, SMALL, free, is_near, places, written

import pathport
from pathport import Pathway
from pathport.model.enumerations import Kind
from pathport.model.layout import Layout, Point
from pathport.model.parts import Component, Modification, State
from pathport.model.things import Form, Molecule, Species


@pytest.fixture(scope="module", params=HANDS)
def fmt(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def sent(fmt: str) -> bytes:
    """A pathway without a layout, as a file that has one."""
    return written(SMALL, fmt)


def moved(sent: bytes, fmt: str) -> tuple[str, bytes]:
    """A box, and the file with it moved, and nothing else."""
    box = free(pathport.read_shown(sent, fmt))[0].id
    file = HANDS[fmt](sent)
    file.move(box, *BY)
    return box, file.saved()


def without_layout(pathway: Pathway) -> Pathway:
    return msgspec.structs.replace(pathway, layout=Layout())


def again(content: bytes, fmt: str) -> bytes:
    """The file converted to its own format."""
    told = pathport.read(content, fmt)
    return pathport.write_bytes(told, fmt, layout=fmt == "sbml").content


def test_of_a_file_with_one_box_moved_all_places_are_told(fmt: str, sent: bytes) -> None:
    """That box alone was told; all else was laid out anew about it."""
    box, content = moved(sent, fmt)
    told = pathport.read_with_findings(content, fmt)
    assert [it.code for it in told.findings if it.code.startswith("FID")] == ["FID006"]
    before, after = places(pathport.read_shown(sent, fmt)), places(told.pathway)
    assert after.keys() == before.keys()
    inside = {it.id for it in told.pathway.layout.boxes if it.inside == box}
    assert {it for it in after if not is_near(after[it], before[it])} == {box, *inside}
    assert without_layout(told.pathway) == pathport.read(sent, fmt)


def test_what_is_converted_has_everything_where_it_was_seen(fmt: str, sent: bytes) -> None:
    _, content = moved(sent, fmt)
    there = again(content, fmt)
    for one, other in ((content, there), (there, again(there, fmt))):
        before, after = (pathport.read_shown(it, fmt).layout for it in (one, other))
        assert {it.id: it for it in after.boxes} == {it.id: it for it in before.boxes}
        assert after.frames == before.frames
        assert _lines(after) == _lines(before)
    assert again(there, fmt) == there


def _lines(layout: Layout) -> dict[str, tuple[object, ...]]:
    return {it.id: (it.of, it.start, it.end, [*_rounded(it.bends)]) for it in layout.ways}


def _rounded(points: tuple[Point, ...]) -> list[tuple[float, float]]:
    return [(round(it.x), round(it.y)) for it in points]


def test_where_a_node_was_deleted_all_else_stays(fmt: str, sent: bytes) -> None:
    before = pathport.read_shown(sent, fmt)
    (box,) = (it.id for it in free(before) if it.species == KINASE)
    file = HANDS[fmt](sent)
    file.delete(box)
    told = pathport.read(file.saved(), fmt)
    assert places(told) == {id_: it for id_, it in places(before).items() if id_ != box}


def test_where_a_node_was_added_all_else_stays(fmt: str, sent: bytes) -> None:
    before = pathport.read_shown(sent, fmt)
    file = HANDS[fmt](sent)
    file.add("added", (900.0, 700.0))
    told = pathport.read(file.saved(), fmt)
    assert places(before).items() <= places(told).items()
    assert len(places(told)) == len(places(before)) + 1


def test_a_box_brings_in_no_protein_that_stands_for_a_part_that_is_not_known() -> None:
    """CellDesigner has a protein for a part of which nothing is known, and its box names that."""
    part = Component(molecule="M")
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.PROTEIN),),
        species=(
            Species(id="S", molecule="M"),
            Species(id="K", form=Form.COMPLEX, components=(Component(), part)),
        ),
    )
    file = HANDS["celldesigner"](pathport.write_bytes(sent, "celldesigner").content)
    file.move("S_box", *BY)
    found = pathport.read_with_findings(file.saved(), "celldesigner")
    assert without_layout(found.pathway) == sent
    assert [it.code for it in found.findings if it.code.startswith("FID")] == ["FID006"]
    assert places(found.pathway).keys() == {"S_box", "K_box", "K_box_1"}


@pytest.mark.parametrize("dialect", ["gpml", "gpml2021"])
def test_a_part_of_which_a_file_says_less_is_where_it_was_seen(dialect: str) -> None:
    """A State tells no residue without its position: the box of the part, which says what the file
    does, was taken for that of nothing, and the part put at the end of the complex.
    """
    there = State(modifications=(Modification(kind="mod:00696", residue="Y"),))
    parts = (Component(molecule="A", state=there), Component(molecule="B"))
    sent = Pathway(
        id="P",
        molecules=tuple(Molecule(id=it, kind=Kind.PROTEIN) for it in "AB"),
        species=(
            Species(id="S", molecule="A"),
            Species(id="K", form=Form.COMPLEX, components=parts),
        ),
    )
    file = HANDS[dialect](pathport.write_bytes(sent, dialect).content)
    file.move("S", *BY)
    before = places(pathport.read(file.saved(), dialect))
    assert places(pathport.read_shown(strip(again(file.saved(), dialect)), dialect)) == before
