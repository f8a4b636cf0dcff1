"""What holds of every layout: nothing overlaps, no line crosses a glyph or runs on another."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import pathport
from pathport import Pathway
from pathport.layout.engine import laid_out
from pathport.layout.metrics import Metrics, measured
from pathport.layout.picture import Picture
from pathport.testing import pathways, shuffled

SETTINGS = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
FLAGSHIP = "examples/cxcr4.yaml"


@SETTINGS
@given(pathways())
def test_nothing_overlaps_and_no_line_is_lost_in_another(pathway: Pathway) -> None:
    found = measured(laid_out(pathway))
    assert (found.overlaps, found.through, found.shared, found.heads, found.framed) == (0,) * 5


@SETTINGS
@given(pathways(), st.integers(0, 2**32))
def test_equal_pathways_have_equal_pictures(pathway: Pathway, seed: int) -> None:
    assert laid_out(shuffled(pathway, random.Random(seed))) == laid_out(pathway)


@SETTINGS
@given(pathways())
def test_every_species_and_process_is_drawn(pathway: Pathway) -> None:
    drawn = {glyph.thing for glyph in laid_out(pathway).glyphs}
    drawn |= {it for each in pathway.species if each.id in drawn for it in each.members}
    things = {each.id for each in (*pathway.species, *pathway.processes)}
    assert things - drawn == set()


@pytest.fixture(scope="module")
def flagship() -> Picture:
    return laid_out(pathport.read(FLAGSHIP))


@pytest.fixture(scope="module")
def figures(flagship: Picture) -> Metrics:
    return measured(flagship)


def test_the_flagship_has_no_fault(figures: Metrics) -> None:
    found = figures
    assert (found.overlaps, found.through, found.shared, found.heads, found.framed) == (0,) * 5


def test_the_flagship_can_be_read(figures: Metrics) -> None:
    assert figures.crossings <= 100
    assert 1 <= figures.ratio <= 2


def test_each_species_of_the_flagship_is_in_the_frame_of_its_compartment(
    flagship: Picture,
) -> None:
    areas = {each.compartment: each for each in flagship.areas}
    species = {each.id: each for each in pathport.read(FLAGSHIP).species}
    for glyph in flagship.glyphs:
        place = species[glyph.thing].compartment if glyph.kind == "species" else None
        if place is None:
            continue
        area = areas[place]
        assert area.x <= glyph.x
        assert glyph.x + glyph.width <= area.x + area.width
        assert area.y <= glyph.y
        assert glyph.y + glyph.height <= area.y + area.height


SIDED = """pathport: 1
id: x
title: x
compartments: {ec: {name: outside}, cell: {name: cell, inside: ec}, er: {inside: cell}}
molecules:
  R: {kind: protein, roles: receptor}
  L: {kind: protein}
  K: {kind: protein}
  O: {kind: protein}
  I: {kind: protein}
processes:
  bound: {is: "R@cell.transmembrane + L@ec -> R:L@cell.transmembrane"}
  active: {is: "K@cell -> K{p}@cell", controls: [{by: "R:L@cell.transmembrane", effect: catalysis}]}
  outer: {is: "O@cell.outer -> O{p}@cell.outer"}
  inner: {is: "I@cell.inner -> I{p}@cell.inner"}
  sorted: {is: "R@cell.transmembrane -> R@er.transmembrane"}
"""


def test_what_is_on_a_membrane_straddles_the_border_of_its_compartment() -> None:
    """It was drawn inside, as if it were in the cell."""
    pathway = pathport.read(SIDED.encode())
    picture = laid_out(pathway)
    areas = {it.compartment: it for it in picture.areas}
    species = {it.id: it for it in pathway.species}
    rises: dict[str, float] = {}
    for glyph in picture.glyphs:
        told = species.get(glyph.thing)
        if told is not None and told.side is not None and told.compartment is not None:
            border = areas[told.compartment].y
            assert glyph.y < border < glyph.y + glyph.height
            if told.molecule is not None:
                rises[told.side] = border - (glyph.y + glyph.height / 2)
    assert rises["transmembrane"] == 0
    assert rises["outer"] == -rises["inner"] > 0
    assert areas["ec"].y + areas["ec"].height == areas["cell"].y
    assert areas["cell"].spanning == (areas["cell"].y - 5, areas["cell"].y + 5)
    found = measured(picture)
    assert (found.overlaps, found.through, found.shared, found.heads, found.framed) == (0,) * 5


def test_a_ligand_without_a_compartment_is_above_the_cell() -> None:
    """WP5382 had it below the nucleus, with a line through the whole cell."""
    pathway = pathport.read(
        b"""pathport: 1
id: x
compartments: {cell: {}, nucleus: {inside: cell}}
molecules: {L: {kind: protein}, R: {kind: protein}, K: {kind: protein}, M: {kind: protein}}
processes:
  bound: {is: "L + R@cell -> L:R@cell"}
  moved: {is: "K@cell -> K@nucleus", controls: [{by: "L:R@cell", effect: stimulation}]}
  made: {is: "K@nucleus -> M"}
"""
    )
    picture = laid_out(pathway)
    cell, nucleus = sorted(picture.areas, key=lambda it: it.y)
    at = {it.thing: it.y for it in picture.glyphs}
    assert at["L_2"] < cell.y
    assert at["M_2"] > nucleus.y + nucleus.height


def test_a_frame_is_in_the_rows_of_what_is_around_it(flagship: Picture) -> None:
    """Endosome and lysosome were below all of the cytosol, far from what is brought there."""
    areas = {it.compartment: it for it in flagship.areas}
    endosome, cytosol = areas["ee"], areas["cyt"]
    assert cytosol.y < endosome.y
    within = [it for it in flagship.glyphs if it.thing in ("STAT_cyt", "PTK2_cyt")]
    assert within
    assert max(it.y for it in within) > endosome.y + endosome.height / 2
