"""Bands part what the compartments part: one without species too, and a bilayer nothing spans."""

from textwrap import dedent

import pytest

import pathport
from pathport.layout.picture import Area, Picture

DOCUMENT = """
pathport: 1
id: a
compartments:
  ec: {name: extracellular region}
  pm: {name: plasma membrane, inside: ec}
  cyt: {name: cytosol, inside: pm}
  nuc: {name: nucleus, inside: cyt}
molecules:
  A: {kind: protein}
  B: {kind: protein}
  R: {kind: protein, roles: receptor}
"""


def drawn(process: str) -> Picture:
    text = dedent(DOCUMENT) + f"processes:\n  p: {{is: {process!r}}}\n"
    return pathport.draw(pathport.read(text.encode(), "yaml")).picture


def areas(picture: Picture) -> dict[str, Area]:
    return {it.compartment: it for it in picture.areas}


def test_a_compartment_between_two_others_is_a_band_around_the_inner_one() -> None:
    """The nucleus touched the plasma membrane where a view has nothing in the cytosol."""
    found = areas(drawn("R@pm -> B@nuc"))
    assert list(found) == ["pm", "cyt", "nuc"]
    membrane, around, inner = found.values()
    assert membrane.y + membrane.height == around.y
    label = around.label[1] + 13 * len(around.lines)
    assert around.y < label < inner.y < inner.y + inner.height < around.y + around.height
    assert around.x < inner.x < inner.x + inner.width < around.x + around.width


def test_a_compartment_without_species_around_all_is_no_band() -> None:
    assert list(areas(drawn("A@nuc -> B@nuc"))) == ["nuc"]


@pytest.mark.parametrize(
    ("side", "is_inside"), [("", True), ("inner", True), ("outer", False)], ids=str
)
def test_what_is_bound_to_a_membrane_is_beside_its_bilayer(side: str, is_inside: bool) -> None:
    """It was between the leaflets where nothing spans the membrane."""
    place = f"pm.{side}" if side else "pm"
    picture = drawn(f"A@{place} -> B@{place}")
    top, bottom = areas(picture)["pm"].spanning or (0, 0)
    assert top < bottom
    for it in picture.glyphs:
        assert it.y > bottom if is_inside else it.y + it.height < top


def test_a_bilayer_that_nothing_spans_is_between_what_is_bound_on_its_sides() -> None:
    picture = drawn("A@pm.outer -> B@pm.inner")
    top, bottom = areas(picture)["pm"].spanning or (0, 0)
    outer, inner = (it for it in picture.glyphs if it.text in ("A", "B"))
    assert outer.y + outer.height < top < bottom < inner.y
