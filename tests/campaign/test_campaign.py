"""The long run: it goes on where it was stopped, counts exactly, and keeps what breaks a law."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.campaign.__main__ import campaign
from tests.campaign.cells import Cell, Outcome, run_batch
from tests.campaign.page import as_tests
from tests.campaign.state import State, kept, loaded
from tests.laws.cases import READ_AND_WRITTEN as EVERY
from tests.laws.coverage import Coverage
from tests.laws.law import Law, all_laws, law_named

from pathport.formats import Format, format_named
from pathport.model.pathway import Pathway

JSON = format_named("json")


def broken(breaches: Callable[..., list[str]]) -> Law:
    return Law("broken", 2, breaches, {})


def outcome(state: State, law: Law, size: int = 50) -> Outcome:
    """What one more batch finds, taken up."""
    batch = state.next_batch([law.name], JSON.name, size)
    found = run_batch(batch, [law], JSON)
    state.take([law.name], found)
    return found


def has_two_controls(fmt: Format, sent: Pathway) -> list[str]:
    return ["two controls"] if len(sent.controls) > 1 else []


def raises(fmt: Format, sent: Pathway) -> list[str]:
    if sent.processes:
        raise KeyError(sent.processes[0].id)
    return []


def test_every_law_over_pathways_is_driven() -> None:
    assert {1, 2, 3, 5, 6, 7} - {law.number for law in all_laws()} == set()


def test_a_batch_counts_its_examples() -> None:
    state = State(seed=1, started="2026-11-28")
    found = outcome(state, law_named("faithful"), 10)
    assert (found.examples, found.breaches, found.findings) == (10, {}, {})
    assert (state.batches, state.cells) == ({"json": 1}, {"faithful json": Cell(examples=10)})
    assert Coverage(state.coverage["json"]).examples == 10


def test_a_law_that_does_not_hold_stops_no_other() -> None:
    laws = [broken(raises), law_named("faithful")]
    state = State(seed=1, started="2026-11-28")
    batch = state.next_batch([law.name for law in laws], JSON.name, 50)
    assert run_batch(batch, laws, JSON).examples == 50


@pytest.mark.parametrize(
    ("law", "breach"),
    [(broken(has_two_controls), "two controls"), (broken(raises), "KeyError in raises: 'P1'")],
    ids=["breach", "exception"],
)
def test_what_breaks_a_law_is_kept_small_and_once(law: Law, breach: str) -> None:
    state = State(seed=1, started="2026-11-28")
    times = sum(sum(outcome(state, law).breaches.values()) for _ in range(2))
    (finding,) = state.cell("broken", "json").findings.values()
    assert times > 2
    assert (finding.breach, finding.times) == (breach, times)
    assert finding.code.count("Control(") + finding.code.count("Process(") <= 3
    assert "def test_broken_json() -> None:" in finding.code


def test_a_finding_is_told_as_code_that_compiles() -> None:
    state = State(seed=1, started="2026-11-28")
    outcome(state, broken(has_two_controls))
    told = as_tests(state)
    compile(told, "test_findings.py", "exec")
    assert "def test_broken_json_1() -> None:" in told


def test_the_state_is_kept_and_another_seed_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "state.json"
    state = State(seed=1, started="2026-11-28", cells={"faithful json": Cell(examples=7)})
    kept(state, path)
    assert loaded(path, seed=1, day="2026-11-29") == state
    assert loaded(path, seed=2, day="2026-11-29") == State(seed=2, started="2026-11-29")


def run(tmp_path: Path, *more: str) -> Any:
    told = ["--folder", str(tmp_path), "--page", str(tmp_path / "page.md"), *more]
    told += ["--workers", "1"]
    return CliRunner().invoke(campaign, told)


def test_a_run_goes_on_where_one_was_stopped(tmp_path: Path) -> None:
    chosen = ("--law", "valid", "--format", "json", "--examples")
    assert run(tmp_path, *chosen, "5").exit_code == 0
    assert run(tmp_path, *chosen, "8").exit_code == 0
    state = loaded(tmp_path / "state.json", seed=1, day="")
    assert state.cells["valid json"].examples == 8
    told = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "| 1, valid |" in told
    assert [it for it in told.splitlines() if it.startswith("| examples in all")] == [
        f"| examples in all | {' | '.join('8' if it.name == 'json' else '0' for it in EVERY)} |"
    ]


def test_a_law_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = run(tmp_path, "--law", "no such law")
    assert result.exit_code == 2
    assert "no law or no format is called so" in result.output
