"""Placeholders that were written to simulate with: no facts, until one of them is edited."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.model.test_kinetics import CHAIN, pathway

import pathport
from pathport.document import spelled_yaml
from pathport.findings import Finding
from pathport.formats import Options, sbml
from pathport.model.kinetics import Kinetics, with_kinetics
from pathport.model.pathway import Pathway
from pathport.model.quantities import Quantities

SENT = pathway(CHAIN)
RUNNING = with_kinetics(SENT, Kinetics.MASS_ACTION)
WRITTEN = sbml.write(SENT, Options(kinetics=Kinetics.MASS_ACTION)).content.decode()
ADOPTED = "FID007"


def read(text: str) -> tuple[Pathway, list[Finding]]:
    found = sbml.read(text.encode())
    return found.pathway, [it for it in found.findings if it.code == ADOPTED]


def replaced(old: str, new: str) -> str:
    """The file with one edit, of the first place that says so."""
    assert old in WRITTEN
    return WRITTEN.replace(old, new, 1)


def without(name: str) -> str:
    """The file without the first element of a name."""
    start, end = WRITTEN.index(f"<{name}"), WRITTEN.index(f"</{name}>")
    return WRITTEN[:start] + WRITTEN[end + len(f"</{name}>") :]


def test_placeholders_as_written_are_no_facts() -> None:
    assert read(WRITTEN) == (SENT, [])


EDITS: dict[str, tuple[str, Callable[[Quantities], object]]] = {
    "a constant": (
        replaced('id="k" value="1"', 'id="k" value="0.5"'),
        lambda it: it.rate_laws[0].parameters[0].value == 0.5,
    ),
    "an amount": (
        replaced('initialAmount="1"', 'initialAmount="7"'),
        lambda it: it.amounts[0].amount == 7,
    ),
    "what a name means": (
        replaced('hasOnlySubstanceUnits="true"', 'hasOnlySubstanceUnits="false"'),
        lambda it: not it.amounts[0].counted,
    ),
    "a unit": (
        replaced('timeUnits="second"', 'timeUnits="dimensionless"'),
        lambda it: it.measures.time == "dimensionless",
    ),
}


@pytest.mark.parametrize("what", EDITS)
def test_who_edits_one_placeholder_makes_facts_of_all(what: str) -> None:
    """A simulation rests on all of them: with one alone it would be another."""
    text, is_there = EDITS[what]
    found, told = read(text)
    assert is_there(found.quantities)
    assert [it.species for it in found.quantities.amounts] == ["A_cell", "B_cell", "C_cell"]
    assert [it.process for it in found.quantities.rate_laws] == ["r", "s"]
    assert found.quantities.units == RUNNING.quantities.units
    assert found.notes == RUNNING.notes
    assert len(told) == 1
    again = sbml.write(found).content
    assert sbml.read(again).pathway == found


def test_a_formula_beside_makes_facts_of_all() -> None:
    law = WRITTEN[WRITTEN.index("<kineticLaw>") : WRITTEN.index("</kineticLaw>")]
    fed = (
        '<reaction id="t" reversible="false" fast="false"><listOfProducts><speciesReference '
        f'species="A_cell" stoichiometry="1" constant="true"/></listOfProducts>{law}</kineticLaw>'
        "</reaction>"
    )
    found, told = read(replaced("</listOfReactions>", f"{fed}</listOfReactions>"))
    assert [it.process for it in found.quantities.rate_laws] == ["r", "s", "t"]
    assert found.quantities.amounts == RUNNING.quantities.amounts
    assert len(told) == 1


@pytest.mark.parametrize("name", ["kineticLaw", "reaction"])
def test_what_is_taken_out_takes_no_placeholder_along(name: str) -> None:
    found, told = read(without(name))
    assert found.quantities == Quantities()
    assert told == []


def test_a_note_beside_that_of_placeholders_is_no_edit_of_them() -> None:
    found, told = read(replaced("</body>", "<p>Mine.</p></body>"))
    assert found.quantities == Quantities()
    assert "Mine." in found.notes
    assert told == []


@pytest.mark.parametrize("base", [None, WRITTEN.encode()])
def test_an_edited_placeholder_comes_home_with_all_others(
    tmp_path: Path, base: bytes | None
) -> None:
    """Told what the file was exported from, or not; a file as written brings nothing."""
    document = tmp_path / "a.yaml"
    document.write_bytes(spelled_yaml(SENT).encode())
    assert pathport.update(document, WRITTEN.encode(), base=base, format="sbml").diff == ""
    text, _ = EDITS["a constant"]
    done = pathport.update(document, text.encode(), base=base, format="sbml")
    assert not done.refused, done.findings
    assert pathport.read(document) == read(text)[0]
