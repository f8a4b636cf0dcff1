"""What breaks a rule of the model is left out, with what can't be there without it."""

import pytest

from pathport.fidelity.mending import mended
from pathport.model.check import check
from pathport.model.pathway import Pathway
from pathport.model.quantities import Event, Function, Parameter, Quantities, Unit, UnitFactor

K = Parameter(id="k", value=1.0, constant=False)

UNSOUND = {
    "an event whose trigger names nobody": Quantities(
        parameters=(K,), events=(Event(id="e", trigger="nobody > 1"),)
    ),
    "a function that names what is no argument": Quantities(
        parameters=(K,), functions=(Function(id="f", formula="x + 1"),)
    ),
    "a unit of no kind": Quantities(
        parameters=(K,), units=(Unit(id="u", factors=(UnitFactor(kind="nonsense"),)),)
    ),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_a_value_without_what_it_needs_goes_as_a_whole(name: str) -> None:
    pathway = Pathway(id="p", quantities=UNSOUND[name])
    faults = check(pathway)
    found, odd, had = mended(pathway, faults)
    assert found == Pathway(id="p", quantities=Quantities(parameters=(K,)))
    assert (odd, had) == ([], faults)
