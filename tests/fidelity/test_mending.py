"""What breaks a rule of the model is left out, with what can't be there without it."""

import msgspec
import pytest

from pathport.fidelity.mending import mended
from pathport.model.check import check
from pathport.model.pathway import Pathway
from pathport.model.quantities import (
    Assignment,
    Event,
    Function,
    Parameter,
    Quantities,
    Rule,
    RuleKind,
    Unit,
    UnitFactor,
)

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


def test_the_rest_of_an_event_and_what_has_the_same_name_stay() -> None:
    set_ = tuple(Assignment(variable=name, formula="0") for name in ("k", "nope"))
    event = Event(id="e", trigger="true", assignments=set_)
    fine = Rule(variable="k", kind=RuleKind.RATE, formula="1")
    wrong = Rule(variable="none", formula="1")
    pathway = Pathway(
        id="p", quantities=Quantities(parameters=(K,), events=(event,), rules=(fine, wrong))
    )
    found, odd, _ = mended(pathway, check(pathway))
    kept = msgspec.structs.replace(event, assignments=set_[:1])
    left = Quantities(parameters=(K,), events=(kept,), rules=(fine,))
    assert (found.quantities, odd) == (left, [])
