"""Which reason of a format's table counts for a kind of fact, and where an account gives it."""

import pytest

from pathport.fidelity.reasons import reason_of
from pathport.fidelity.report import Account, Entry, Status

REASONS = {
    "* notes": "notes of anything",
    "module": "modules at all",
    "species *": "the rest of species",
    "species state": "a state",
    "species state.variant": "a variant",
}


@pytest.mark.parametrize(
    ("construct", "field", "reason"),
    [
        ("species", "state.variant", "a variant"),
        ("species", "state.fragment.begin", "a state"),
        ("species", "notes", "notes of anything"),
        ("species", "name", "the rest of species"),
        ("species", "", "the rest of species"),
        ("module", "", "modules at all"),
        ("module", "notes", "modules at all"),
        ("process", "name", ""),
    ],
)
def test_the_most_particular_row_counts(construct: str, field: str, reason: str) -> None:
    assert reason_of(construct, field, REASONS) == reason


def test_an_account_gives_the_reason_of_what_is_not_native() -> None:
    entries = (
        Entry(status=Status.CARRIED, construct="species", id="A", field="name", sent="a"),
        Entry(status=Status.SUPPLIED, construct="module", id="M", field="name", native="M"),
    )
    account = Account.counted({("species", "notes"): 1}, entries).explained(REASONS)
    assert {(it.construct, it.field): it.reason for it in account.kinds} == {
        ("species", "name"): "the rest of species",
        ("species", "notes"): "",
        ("module", "name"): "",
    }
