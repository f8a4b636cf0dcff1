"""What the engine knows of places and of a membrane, held to GO or written a second time."""

import pytest

from pathport.layout import terms
from pathport.layout.terms import Where
from pathport.model.enumerations import Kind, Role
from pathport.model.things import Molecule
from pathport.vocabulary import term

PLACES = {
    Where.OUTSIDE: ({"extracellular region", "extracellular space"}, "extracellular space"),
    Where.MEMBRANE: ({"plasma membrane"}, "plasma membrane"),
    Where.CYTOSOL: ({"cytosol", "cytoplasm"}, "cytosol"),
    Where.NUCLEUS: ({"nucleus", "nucleoplasm"}, "nucleoplasm"),
}
"""By place, the names in GO of its terms, and one that a compartment has."""


def test_a_place_has_the_terms_that_go_calls_so() -> None:
    found = [(where, {term(it).name for it in its}) for where, its, _ in terms.PLACES]  # type: ignore[union-attr]
    assert found == [(where, names) for where, (names, _) in PLACES.items()]


@pytest.mark.parametrize("place", PLACES)
def test_a_name_is_of_one_place(place: int) -> None:
    _, name = PLACES[place]
    assert [where for where, _, names in terms.PLACES if names.search(name)] == [place]


def test_what_spans_a_membrane_is_a_receptor_a_channel_a_transporter_or_a_cyclase() -> None:
    spanning = "receptor, GPCR, atypical receptor, receptor kinase, ion channel, transporter"
    assert {*map(Role, spanning.split(", ")), Role.CYCLASE} == terms.INTEGRAL


def test_what_is_bound_from_outside_is_no_part_of_the_cell() -> None:
    assert {Role.LIGAND, Role.DRUG, Role.ANTIBODY} == terms.OUTER


def test_what_is_small_is_a_molecule_or_an_ion() -> None:
    assert {Kind.SMALL_MOLECULE, Kind.ION} == terms.SMALL


@pytest.mark.parametrize("name", ["CO₂", "NAD⁺", "H₂O", "H⁺", "NADP⁺", "O2", "ATP"])
def test_a_cofactor_is_known_however_its_digits_and_signs_are_set(name: str) -> None:
    assert terms.is_cofactor(Molecule(id="m", kind=Kind.SMALL_MOLECULE, name=name))
    assert not terms.is_cofactor(Molecule(id="m", kind=Kind.SMALL_MOLECULE, name="Ca²⁺"))
