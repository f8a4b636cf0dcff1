"""Placeholders for a pathway without numbers: what runs, what furthers it, what is there."""

from typing import Any

import msgspec
import pytest
from hypothesis import given

import pathport
from pathport.findings import Severity
from pathport.model.check import check
from pathport.model.formulas import normal_formula
from pathport.model.kinetics import PLACEHOLDER, Kinetics, with_kinetics
from pathport.model.pathway import Pathway
from pathport.model.quantities import Amount, Measures, Quantities, RateLaw, Rule, RuleKind, Start
from pathport.testing import Limits, pathways

MASS_ACTION = Kinetics.MASS_ACTION


def pathway(processes: str, more: str = "") -> Pathway:
    """A pathway in a document's words, of proteins in one place."""
    names = ("A", "B", "C", "D", "E")
    molecules = "".join(f"  {name}: {{kind: protein}}\n" for name in names)
    text = (
        "pathport: 1\nid: p\ncompartments:\n  cell: {dimensions: 3}\n"
        f"molecules:\n{molecules}processes:\n{processes}{more}"
    )
    return pathport.read(text.encode(), format="yaml")


def supplied(found: Pathway) -> dict[str, str]:
    """The formulas of all rate laws, by process."""
    laws = with_kinetics(found, MASS_ACTION).quantities.rate_laws
    return {law.process: law.formula for law in laws}


def started(found: Pathway) -> dict[str, float | None]:
    """The amounts of all species."""
    amounts = with_kinetics(found, MASS_ACTION).quantities.amounts
    return {it.species: it.amount for it in amounts}


RATES = {
    "{is: A@cell + 2 B@cell -> C@cell}": "k * A_cell * B_cell^2",
    "{is: A@cell <-> B@cell}": "k * A_cell - k_reverse * B_cell",
    "{is: 0.5 A@cell + 1.5 B@cell -> C@cell}": "k * A_cell * B_cell^1.5",
    "{is: 0 -> A@cell}": "k",
    "{is: A@cell -> 0}": "k * A_cell",
    "{is: A@cell -> B@cell, controls: [{by: E@cell, effect: catalysis}]}": (
        "k * A_cell * (1 dimensionless + E_cell / 1 mole)"
    ),
    "{is: A@cell <-> B@cell, controls: [{by: E@cell, effect: stimulation}]}": (
        "(k * A_cell - k_reverse * B_cell) * (1 dimensionless + E_cell / 1 mole)"
    ),
    "{is: A@cell -> B@cell, controls: [{by: E@cell, effect: inhibition}]}": (
        "k * A_cell * (1 dimensionless / (1 dimensionless + E_cell / 1 mole))"
    ),
    "{is: A@cell -> B@cell, controls: [{by: D@cell and E@cell, effect: catalysis}]}": (
        "k * A_cell * (1 dimensionless + (D_cell / 1 mole) * (E_cell / 1 mole))"
    ),
    "{is: A@cell -> B@cell, controls: [{by: D@cell or E@cell, effect: catalysis}]}": (
        "k * A_cell * (1 dimensionless + D_cell / 1 mole + E_cell / 1 mole)"
    ),
    "{is: A@cell -> B@cell, controls: [{by: not E@cell, effect: catalysis}]}": (
        "k * A_cell * (1 dimensionless + 1 dimensionless / (1 dimensionless + E_cell / 1 mole))"
    ),
    "{is: A@cell -> B@cell, controls: [{by: E@cell, effect: modulation}]}": "k * A_cell",
}


@pytest.mark.parametrize("process", RATES)
def test_a_process_runs_by_mass_action_and_controls(process: str) -> None:
    assert supplied(pathway(f"  r: {process}\n")) == {"r": normal_formula(RATES[process])}


def test_what_no_process_makes_is_there_at_the_start() -> None:
    chain = "  r: {is: A@cell -> B@cell}\n  s: {is: B@cell + C@cell -> D@cell}\n"
    assert started(pathway(chain)) == {"A_cell": 1, "B_cell": 0, "C_cell": 1, "D_cell": 0}


def test_of_species_that_only_make_each_other_the_plainest_is_there() -> None:
    circle = "  r: {is: 'A{pS12}@cell -> A@cell'}\n  s: {is: 'A@cell -> A{pS12}@cell'}\n"
    assert started(pathway(circle)) == {"A_cell": 1, "A_pS12_cell": 0}
    both = "  r: {is: A@cell <-> B@cell}\n"
    assert started(pathway(both)) == {"A_cell": 1, "B_cell": 0}


def test_what_something_feeds_is_not_there_at_the_start() -> None:
    fed = "  r: {is: 0 -> A@cell}\n  s: {is: A@cell <-> B@cell}\n"
    assert started(pathway(fed)) == {"A_cell": 0, "B_cell": 0}


def test_what_a_pathway_tells_stays_as_it_is() -> None:
    found = pathway("  r: {is: A@cell -> B@cell}\n  s: {is: B@cell -> C@cell}\n")
    told = Quantities(
        amounts=(Amount(species="A_cell", concentration=7.0),),
        rate_laws=(RateLaw(process="s", formula="2 * B_cell"),),
        measures=Measures(substance="item"),
    )
    found = type(found)(
        **{name: getattr(found, name) for name in found.__struct_fields__} | {"quantities": told}
    )
    full = with_kinetics(found, MASS_ACTION).quantities
    assert full.rate_laws[1] == told.rate_laws[0]
    assert full.amounts[0] == told.amounts[0]
    assert full.rate_laws[0].formula == "k * A_cell * cell"
    assert full.measures.substance == "item"
    assert full.measures.time == "second"


def with_told(found: Pathway, **told: Any) -> Pathway:
    """The pathway with these quantities of its own."""
    return msgspec.structs.replace(found, quantities=Quantities(**told))


CHAIN = "  r: {is: A@cell -> B@cell}\n  s: {is: B@cell -> C@cell}\n"


def test_a_formula_of_the_pathway_means_the_same_with_placeholders_as_without() -> None:
    """What it names is a concentration, as without an amount: the placeholder says no other."""
    laws = (RateLaw(process="r", formula="2 * A_cell"),)
    full = with_kinetics(with_told(pathway(CHAIN), rate_laws=laws), MASS_ACTION).quantities
    assert {it.species: (it.amount, it.counted) for it in full.amounts} == {
        "A_cell": (1, False),
        "B_cell": (0, True),
        "C_cell": (0, True),
    }
    rules = (Rule(variable="C_cell", kind=RuleKind.RATE, formula="B_cell"),)
    ruled = with_told(pathway(CHAIN), rules=rules)
    assert supplied(ruled) == {"r": "k * A_cell", "s": "k * B_cell * cell"}


def test_what_a_formula_gives_has_no_amount_beside() -> None:
    starts = (Start(variable="B_cell", formula="3"),)
    assert started(with_told(pathway(CHAIN), starts=starts)) == {"A_cell": 1, "C_cell": 0}


def test_an_amount_that_tells_no_number_gets_one_and_says_the_rest() -> None:
    kept = Amount(species="A_cell", boundary=True)
    full = with_kinetics(with_told(pathway(CHAIN), amounts=(kept,)), MASS_ACTION).quantities
    assert full.amounts[0] == Amount(species="A_cell", boundary=True, amount=1.0)
    assert full.rate_laws[0].formula == "k * A_cell * cell"


def test_a_name_that_the_constant_would_hide_is_left_alone() -> None:
    found = pathway("  r: {is: A@cell -> B@cell}\n", "species:\n  k: {is: A@cell}\n")
    assert supplied(found) == {"r": "k_2 * k"}


def test_placeholders_are_marked_and_nothing_else_changes() -> None:
    found = pathway("  r: {is: A@cell -> B@cell}\n")
    full = with_kinetics(found, MASS_ACTION)
    assert full.quantities.rate_laws[0].notes == (PLACEHOLDER,)
    assert full.notes[0].startswith("Placeholders")
    assert "A_cell" in full.notes[0]
    assert full.species == found.species
    assert with_kinetics(found, None) is found


@given(pathways(within=Limits(quantities=False)))
def test_a_pathway_with_placeholders_is_as_sound_as_without(found: Pathway) -> None:
    full = with_kinetics(found, MASS_ACTION)
    assert [it for it in check(full) if it.rule.severity is Severity.ERROR] == []
