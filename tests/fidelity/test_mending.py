"""What is taken out of a pathway that breaks a rule: as little as the fault is about."""

import pytest

from pathport.fidelity.mending import mended
from pathport.model.check import check, checked
from pathport.model.facts import facts
from pathport.model.parts import Identifier, Participant
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Molecule, Process, Species

SOUND = Pathway(
    id="p",
    compartments=(Compartment(id="c"),),
    molecules=(Molecule(id="M"),),
    species=(Species(id="s", molecule="M", compartment="c"),),
    processes=(Process(id="r", inputs=(Participant(species="s"),)),),
)


def replaced(**changes: object) -> Pathway:
    """The sound pathway with other things in it."""
    given = {name: getattr(SOUND, name) for name in ("compartments", "molecules", "species")}
    return Pathway(**{"id": "p", **given, "processes": SOUND.processes, **changes})  # type: ignore[arg-type]


STRANGER = Process(id="r", inputs=(Participant(species="s"), Participant(species="t")))
IN_A_CIRCLE = (Compartment(id="c", inside="d"), Compartment(id="d", inside="c"))
FAULTY = (
    replaced(processes=(STRANGER,)),
    replaced(created="yesterday", compartments=SOUND.compartments),
    replaced(molecules=(Molecule(id="M", identifiers=(Identifier(id="nowhere:1"),)),)),
    replaced(compartments=IN_A_CIRCLE),
    replaced(species=(Species(id="s", molecule="N", compartment="c"),)),
)


@pytest.mark.parametrize("pathway", FAULTY)
def test_what_is_left_is_sound_and_nothing_is_new(pathway: Pathway) -> None:
    found, odd, had = mended(pathway, check(pathway))
    assert had
    assert checked(found) == found
    assert odd == check(found)
    assert facts(found).items() <= facts(pathway).items()


def test_a_sound_pathway_stays_as_it_is() -> None:
    assert mended(SOUND, check(SOUND)) == (SOUND, check(SOUND), [])


def test_only_the_stranger_is_taken_out_of_a_side() -> None:
    found, _, had = mended(replaced(processes=(STRANGER,)), check(replaced(processes=(STRANGER,))))
    assert found == SOUND
    assert [it.rule.code for it in had] == ["MDL003"]


def test_what_was_taken_out_takes_along_what_rests_on_it() -> None:
    alone = replaced(species=(Species(id="s", molecule="N", compartment="c"),))
    found, _, had = mended(alone, check(alone))
    assert found.species == ()
    assert found.processes == (Process(id="r"),)
    assert [it.rule.code for it in had] == ["MDL003", "MDL014", "MDL003"]
