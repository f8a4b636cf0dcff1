"""The pages of formats and corpora hold the tables of the code, and what is measured and why.

A page is measured over more pathways than are drawn here: what is seen here often is on it.
"""

import importlib
from collections import Counter
from pathlib import Path

import kinds
import make_docs
import pytest

from pathport.fidelity.reasons import reason_of
from pathport.fidelity.report import Account, Status
from pathport.formats import Format, known_formats

MEASURED = [
    fmt for fmt in known_formats() if (make_docs.DOCS / "formats" / f"{fmt.name}.md").exists()
]
DRAWN = 4 * kinds.BATCH
OFTEN = 3
"""From how many of the four seeds that pathways are drawn from here."""


@pytest.mark.parametrize("page", make_docs.pages(), ids=lambda it: f"{it.parent.name}-{it.stem}")
def test_a_page_is_fresh(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert make_docs.filled(text) == text, "run python tools/make_docs.py"


def test_a_table_says_how_words_are_read() -> None:
    page = "<!-- table sbml EFFECT: effect, term -->\nold\n<!-- end of table -->\n"
    lines = make_docs.filled(page).split("\n")
    assert lines[1] == "| effect | term | name |  |"
    assert "| trigger | `SBO:0000461` | essential activator | said more generally |" in lines
    assert "| inhibition | `SBO:0000020` | inhibitor | read only |" in lines
    assert "old" not in lines


@pytest.mark.parametrize("fmt", MEASURED, ids=lambda fmt: fmt.name)
def test_a_page_tells_what_becomes_of_each_kind_of_fact(fmt: Format) -> None:
    table = kinds.told(table_of(fmt))
    seen: Counter[tuple[kinds.Kind, Status]] = Counter()
    for begun in range(0, DRAWN, kinds.BATCH):
        fates = kinds.fates(accounts(fmt)[begun : begun + kinds.BATCH])
        seen.update((kind, status) for kind, told in fates.items() for status in ways(told))
    untold = {
        (*kind, status.value)
        for (kind, status), number in seen.items()
        if number >= OFTEN and status not in ways(table.get(kind, (set(), ""))[0])
    }
    assert untold == set(), "run python tools/make_docs.py"


def ways(statuses: set[Status]) -> set[Status]:
    """The statuses, with no difference between two that a record tells."""
    return {Status.CARRIED if status is Status.COARSE else status for status in statuses}


@pytest.mark.parametrize("fmt", MEASURED, ids=lambda fmt: fmt.name)
def test_a_kind_that_is_not_native_has_its_reason(fmt: Format) -> None:
    without = {
        f"{kind.construct} {kind.field}"
        for account in accounts(fmt)
        for kind in account.kinds
        if not (kind.is_native or kind.reason)
    }
    assert without == set()


@pytest.mark.parametrize("fmt", MEASURED, ids=lambda fmt: fmt.name)
def test_a_page_gives_reasons_of_the_table_each_of_which_is_of_a_kind(fmt: Format) -> None:
    reasons = importlib.import_module(f"{fmt.home}.reasons").REASONS
    table = kinds.told(table_of(fmt))
    given = {kind: reason for kind, (_, reason) in table.items() if reason}
    assert given == {kind: reason_of(*kind, reasons) for kind in given}, "run tools/make_docs.py"
    assert {reason_of(*kind, reasons) for kind in table} >= set(reasons.values())


def table_of(fmt: Format) -> str:
    page = (make_docs.DOCS / "formats" / f"{fmt.name}.md").read_text(encoding="utf-8")
    table = page.partition(f"<!-- measured kinds {fmt.name} -->")[2]
    return table.partition("<!-- end of table -->")[0]


def accounts(fmt: Format) -> tuple[Account, ...]:
    return kinds.drawn_accounts(fmt.name, DRAWN)
