"""Which facts stand or fall together."""

import pytest

from pathport.fidelity.units import Unit, grouped, sole_place
from pathport.model.facts import Facts, Place

UNITS = [
    (Place("species", "S", ""), Unit("species", "S", "", "")),
    (Place("species", "S", "name"), Unit("species", "S", "name", "")),
    (Place("species", "S", "synonyms", "a|b"), Unit("species", "S", "synonyms", "a|b")),
    (Place("species", "S", "components", "{}"), Unit("species", "S", "components", None)),
    (Place("species", "S", "members", "A"), Unit("species", "S", "members", None)),
    (
        Place("species", "S", "state.modifications", "{}"),
        Unit("species", "S", "state.modifications", None),
    ),
    (Place("species", "S", "state.activity"), Unit("species", "S", "state.activity", "")),
    (Place("process", "R", "inputs", "S"), Unit("process", "R", "inputs", None)),
    (Place("control", "C", "sources.logic"), Unit("control", "C", "sources", None)),
    (Place("control", "C", "sources.inputs", "S"), Unit("control", "C", "sources", None)),
    (
        Place("association", "A", "participants", "S"),
        Unit("association", "A", "participants", None),
    ),
    (Place("module", "M", "members", "R"), Unit("module", "M", "members", "R")),
    (Place("module", "M", "order", "{}"), Unit("module", "M", "order", None)),
    (Place("molecule", "F", "members", "A"), Unit("molecule", "F", "members", None)),
    (Place("molecule", "F", "members.certainty", "A"), Unit("molecule", "F", "members", None)),
    (Place("molecule", "M", "site_sets", "s"), Unit("molecule", "M", "site_sets", "s")),
    (
        Place("molecule", "M", "site_sets.sites", 's|{"residue":"S"}'),
        Unit("molecule", "M", "site_sets", "s"),
    ),
    (Place("pathway", "", "authors", "000000"), Unit("pathway", "", "authors", None)),
    (
        Place("pathway", "", "publications.title", "pubmed:1"),
        Unit("pathway", "", "publications", "pubmed:1"),
    ),
    (
        Place("pathway", "", "publications.authors", "pubmed:1|000000"),
        Unit("pathway", "", "publications", "pubmed:1"),
    ),
    (
        Place("pathway", "", "quantities.parameters.value", "k"),
        Unit("pathway", "", "quantities.parameters", "k"),
    ),
    (Place("pathway", "", "layout.boxes.x", "b"), Unit("pathway", "", "layout.boxes", "b")),
    (Place("pathway", "", "layout.width"), Unit("pathway", "", "layout.width", "")),
]


@pytest.mark.parametrize(("place", "unit"), UNITS, ids=[str(place) for place, _ in UNITS])
def test_the_unit_of_a_place(place: Place, unit: Unit) -> None:
    assert grouped({place: True}, set()) == {unit: {place: True}}


def test_all_facts_of_a_stranger_are_one_unit() -> None:
    here: Facts = {Place("species", "S", ""): True, Place("species", "S", "name"): "a"}
    there: Facts = {Place("process", "S", ""): True}
    about: Facts = {Place("pathway", "", "id"): "P"}
    assert grouped(here | there | about, {"S", ""}) == {
        Unit("", "S", "", None): here | there,
        Unit("pathway", "", "id", ""): about,
    }


@pytest.mark.parametrize(
    ("unit", "place"),
    [
        (Unit("species", "S", "name", ""), Place("species", "S", "name")),
        (Unit("species", "S", "notes", "a"), Place("species", "S", "notes", "a")),
        (Unit("species", "S", "components", None), None),
        (Unit("molecule", "M", "site_sets", "s"), None),
        (Unit("", "S", "", None), None),
    ],
)
def test_the_one_place_of_a_unit(unit: Unit, place: Place | None) -> None:
    assert sole_place(unit) == place
