"""Nodes that look the same: one species drawn several times, or several of ours."""

import pytest
from lxml import etree
from msgspec.structs import replace
from tests.formats.gpml.samples import GPML, drawing, node
from tests.laws.strip import strip

from pathport.formats.gpml.read import read
from pathport.formats.gpml.write import write
from pathport.model.enumerations import Kind
from pathport.model.facts import facts
from pathport.model.parts import Participant
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Molecule, Process, Species

ALIKE = Pathway(
    id="p",
    molecules=(Molecule(id="A", kind=Kind.PROTEIN),),
    species=(
        Species(id="S1", form=Form.SINGLE, molecule="A"),
        Species(id="S2", form=Form.SINGLE, molecule="A", cell_type="cl:0000084"),
    ),
)


GIVEN = {("a1", "a2"): "a1", ("IR", "IRip"): "IR", ("ab1", "named"): "named"}


@pytest.mark.parametrize(("ids", "legal"), [*GIVEN.items(), (("ab1", "ab2"), "A_ab1")])
def test_ids_that_somebody_gave_tell_nodes_apart_no_more_than_others(
    ids: tuple[str, str], legal: str
) -> None:
    """IR, IRi and IRip of WP3634 all say INSR and nothing else, and were three species."""
    pathway = read(drawing(*(node(it, "A") for it in ids))).pathway
    assert [it.id for it in pathway.species] == [legal]
    assert {it.id for it in pathway.layout.boxes} == {*ids}


def test_species_that_are_drawn_alike_are_told_apart_by_records() -> None:
    content = write(ALIKE).content
    assert facts(read(content).pathway) == facts(ALIKE)
    assert [it.id for it in read(strip(content)).pathway.species] == ["S1"]


@pytest.mark.parametrize("gone", ["S1", "S2"])
def test_a_species_that_is_drawn_like_another_goes_with_its_node(gone: str) -> None:
    """What records told of it stood on the pathway, and brought it back."""
    root = etree.fromstring(write(ALIKE).content)
    [drawn] = (it for it in root.iter(f"{GPML}DataNode") if it.get("GraphId") == gone)
    root.remove(drawn)
    [left] = read(etree.tostring(root)).pathway.species
    assert left.id == ({"S1", "S2"} - {gone}).pop()


def test_of_three_alike_a_line_keeps_the_same_two_apart_with_records_and_without() -> None:
    """What was written came first: with records another two were one than those before them."""
    first, second, third = (
        Species(id=it, form=Form.SINGLE, molecule="A", synonyms=(it,)) for it in ("S1", "S2", "S3")
    )
    move = Process(
        id="E1", inputs=(Participant(species="S2"),), outputs=(Participant(species="S3"),)
    )
    sent = replace(ALIKE, species=(first, second, third), processes=(move,))
    found = read(write(sent).content)
    assert facts(found.pathway) == facts(sent)
    assert [it.code for it in found.findings if it.code.startswith("FID")] == []
