"""The name of a compartment is whole beside its band, which is open on all the page."""

import pytest

import pathport
from pathport.layout.names import column, name_lines

NAME = "BooleanLogicGates and the style variations of all of these parts and more"


@pytest.mark.parametrize("name", ["BooleanLogicGates", "cytosol", "extracellular region"])
def test_a_name_is_whole(name: str) -> None:
    assert " ".join(name_lines(name, column([name]), 54)) == name


def test_a_high_band_has_room_for_a_long_name() -> None:
    assert " ".join(name_lines(NAME, column([NAME]), 300)) == NAME


def test_the_longest_word_of_names_moves_all_else_to_the_right() -> None:
    def first(name: str) -> float:
        builder = pathport.Builder("a")
        builder.compartment("c", name=name)
        builder.molecule("A", kind="protein")
        builder.species("s", "A@c")
        (glyph,) = pathport.draw(builder.pathway()).picture.glyphs
        return glyph.x

    assert first("BooleanLogicGates") > first("cytosol")
