"""The long run: it goes on where it was stopped, counts exactly, and keeps what breaks a law."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.campaign.__main__ import campaign
from tests.campaign.cells import Cell, key_of, run_batch
from tests.campaign.page import as_tests
from tests.campaign.state import State, kept, loaded
from tests.laws.law import Law, all_laws, law_named

from pathport.formats import Format, format_named
from pathport.model.pathway import Pathway
from pathport.testing import pathways

JSON = format_named("json")


def broken(breaches: Callable[..., list[str]]) -> Law:
    return Law("broken", 2, breaches, {"sent": lambda fmt: pathways(within=fmt.limits)})


def has_two_controls(fmt: Format, sent: Pathway) -> list[str]:
    return ["two controls"] if len(sent.controls) > 1 else []


def raises(fmt: Format, sent: Pathway) -> list[str]:
    if sent.processes:
        raise KeyError(sent.processes[0].id)
    return []


def test_every_law_over_pathways_is_driven() -> None:
    assert {1, 2, 3, 5, 7} - {law.number for law in all_laws()} == set()


def test_a_batch_counts_its_examples() -> None:
    cell = Cell()
    seen = run_batch(law_named("faithful"), JSON, cell, start=1, size=10)
    assert (cell.batches, cell.examples, cell.findings, seen.examples) == (1, 10, {}, 10)


@pytest.mark.parametrize(
    ("law", "breach"),
    [(broken(has_two_controls), "two controls"), (broken(raises), "KeyError in raises: 'P1'")],
    ids=["breach", "exception"],
)
def test_what_breaks_a_law_is_kept_small_and_once(law: Law, breach: str) -> None:
    cell = Cell()
    for _ in range(2):
        run_batch(law, JSON, cell, start=1, size=50)
    (finding,) = cell.findings.values()
    assert (finding.breach, finding.times) == (breach, 2)
    assert finding.code.count("Control(") + finding.code.count("Process(") <= 3
    assert "def test_broken_json() -> None:" in finding.code


def test_a_finding_is_told_as_code_that_compiles() -> None:
    cell = Cell()
    law = broken(has_two_controls)
    run_batch(law, JSON, cell, start=1, size=50)
    state = State(seed=1, started="2026-11-28", cells={key_of(law, JSON): cell})
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
    return CliRunner().invoke(campaign, told)


def test_a_run_goes_on_where_one_was_stopped(tmp_path: Path) -> None:
    chosen = ("--law", "valid", "--format", "json", "--examples")
    assert run(tmp_path, *chosen, "5").exit_code == 0
    assert run(tmp_path, *chosen, "8").exit_code == 0
    state = loaded(tmp_path / "state.json", seed=1, day="")
    assert state.cells["valid json"].examples == 8
    assert "| 1, valid |" in (tmp_path / "page.md").read_text(encoding="utf-8")


def test_a_law_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = run(tmp_path, "--law", "no such law")
    assert result.exit_code == 2
    assert "no law or no format is called so" in result.output
