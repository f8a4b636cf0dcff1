"""The tables of the layout package say what they mean: each written a second time, by hand."""

import libsbml
import pytest

from pathport.formats.sbml import layout_terms as terms
from pathport.model.enumerations import Effect


def test_an_effect_has_the_role_that_its_sign_says() -> None:
    roles = {
        Effect.CATALYSIS: "activator",
        Effect.STIMULATION: "activator",
        Effect.NECESSARY_STIMULATION: "activator",
        Effect.TRIGGER: "activator",
        Effect.INHIBITION: "inhibitor",
        Effect.MODULATION: "modifier",
    }
    assert dict(terms.ROLE) == roles


def test_a_role_is_of_the_side_that_its_name_says() -> None:
    sides = {
        "substrate": "substrate",
        "sidesubstrate": "substrate",
        "product": "product",
        "sideproduct": "product",
        "modifier": "modifier",
        "activator": "modifier",
        "inhibitor": "modifier",
    }
    assert dict(terms.SIDE) == sides


def test_every_role_of_the_package_is_known() -> None:
    """Beside the one that says nothing, and the one that libSBML has for no role at all."""
    glyph = libsbml.SpeciesReferenceGlyph()
    roles = set()
    for number in range(libsbml.SPECIES_ROLE_UNDEFINED, libsbml.SPECIES_ROLE_INHIBITOR + 1):
        glyph.setRole(number)
        roles.add(glyph.getRoleString())
    assert roles == {*terms.SIDE, terms.UNDEFINED}


@pytest.mark.parametrize(("glyph", "of"), [("a_glyph", "a"), ("a", "a_glyph"), ("b", "a")])
def test_a_glyph_shows_a_box_of_its_own_id_or_that_of_what_it_draws(glyph: str, of: str) -> None:
    assert terms.shown_id(glyph, of) == ("a" if glyph == "a_glyph" else glyph)
