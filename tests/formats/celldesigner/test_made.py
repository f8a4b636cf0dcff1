"""Places that are made: no box on another, each in the frame of its compartment."""

from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from tests.formats.celldesigner.samples import SAMPLE

import pathport
from pathport.formats.celldesigner import made
from pathport.formats.celldesigner.rows import in_rows
from pathport.model.enumerations import Kind
from pathport.model.layout import Box, Frame, Layout
from pathport.model.pathway import Pathway

EXAMPLES = Path(__file__).parents[3] / "examples"


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def within(box: Box, frame: Frame) -> bool:
    return (
        frame.x <= box.x + box.width / 2 <= frame.x + frame.width
        and frame.y <= box.y + box.height / 2 <= frame.y + frame.height
    )


def check(pathway: Pathway, layout: Layout) -> None:
    frames = {it.compartment: it for it in layout.frames}
    places = {it.id: it.compartment for it in pathway.species}
    assert {it.species for it in layout.boxes} == places.keys()
    assert frames.keys() == {it.id for it in pathway.compartments}
    assert [(a.id, b.id) for a, b in combinations(layout.boxes, 2) if overlap(a, b)] == []
    small = {it.id for it in pathway.molecules if it.kind is Kind.SMALL_MOLECULE}
    beside = {it.id for it in pathway.species if it.molecule in small}  # a process of another place
    for box in layout.boxes:
        place = None if box.species in beside else places[box.species]
        assert place is None or within(box, frames[place]), box.id


@pytest.mark.parametrize("name", ["reaction", "receptor-jak-stat"])
def test_the_engines_places_are_stretched(name: str) -> None:
    pathway = pathport.read(EXAMPLES / f"{name}.yaml")
    check(pathway, made.with_places(pathway).layout)


def test_a_large_pathway_stands_in_rows() -> None:
    check(SAMPLE, in_rows(SAMPLE))


def test_what_the_layout_tells_stays_and_the_rest_comes_below() -> None:
    told = Layout(
        boxes=(Box(id="a", species="L_out", x=10, y=20, width=80, height=40),),
        frames=(Frame(compartment="out", x=0, y=0, width=200, height=100),),
    )
    layout = made.with_places(msgspec.structs.replace(SAMPLE, layout=told)).layout
    assert set(told.boxes) <= set(layout.boxes)
    assert set(told.frames) <= set(layout.frames)
    rest = [it for it in layout.boxes if it.id != "a"]
    assert {it.species for it in rest} == {it.id for it in SAMPLE.species} - {"L_out"}
    assert min(it.y for it in rest) > 60
