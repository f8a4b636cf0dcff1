"""Complexes nested as deep as the model has them come back from every format; no deeper go out."""

import pytest
from tests.model.test_check import nested

from pathport.errors import FaultyError
from pathport.fidelity.report import Status
from pathport.formats import Format, known_formats
from pathport.model.check import checked
from pathport.model.enumerations import Kind
from pathport.model.facts import Place, facts
from pathport.model.parts import MOST_NESTED
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Form, Molecule, Species

BOTH_WAYS = [it for it in known_formats() if it.reads and it.writes]


def deep(depth: int) -> Pathway:
    return Pathway(
        id="p",
        compartments=(Compartment(id="cyt"),),
        molecules=(Molecule(id="A", kind=Kind.PROTEIN, name="A protein"),),
        species=(
            Species(id="C", form=Form.COMPLEX, compartment="cyt", components=(nested(depth),)),
        ),
    )


@pytest.mark.parametrize("fmt", BOTH_WAYS, ids=lambda it: it.name)
def test_the_deepest_complex_comes_back(fmt: Format) -> None:
    sent = deep(MOST_NESTED)
    written = fmt.module.write(sent)
    places = ((it, Place(it.construct, it.id, it.field, it.key)) for it in written.account.entries)
    lost = {place for it, place in places if it.status is Status.LOST}
    told = {place: it for place, it in facts(sent).items() if place not in lost}
    assert facts(fmt.module.read(written.content).pathway) == told


def test_a_deeper_one_is_refused() -> None:
    with pytest.raises(FaultyError) as refused:
        checked(deep(MOST_NESTED + 1))
    assert [it.code for it in refused.value.findings] == ["MDL029"]
