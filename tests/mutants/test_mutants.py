"""Mutants change what they say and nothing else; what tells them kills them, and only that."""

import importlib
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.laws.corpora import CORPUS
from tests.mutants import __main__ as program
from tests.mutants.examples import Pool, files_with
from tests.mutants.hunt import Hunt
from tests.mutants.page import page, unexplained
from tests.mutants.patching import patch
from tests.mutants.reasons import REASONS
from tests.mutants.sources import FURTHER, LEFT_OUT, PACKAGE, source, sources
from tests.mutants.state import State, loaded
from tests.mutants.tables import Mutant, Row, mutants_of, mutated, rows_of
from tests.mutants.trial import NOTHING, UNDECIDED, Trial, Verdict, in_own_process

from pathport.formats import format_named
from pathport.model.enumerations import Kind
from pathport.terms import Terms

KNOWN = {mutant.name: mutant for name in sources() for mutant in mutants_of(name)}
LOST = "sbml KIND: protein dropped"
"""What a species is then has no sboTerm, which law 1 tells."""
ALIKE = "sbml PROCESS: acetylation and methylation exchanged"
"""Writer and reader exchange them alike, which no round trip tells; SBO's names do."""

WORDS = Terms({"a": 1, "b": 2}, also={3: "a"}, coarse={"c": 1})


def change(part: str, row: int, other: int | None = None) -> Mutant:
    return Mutant(source="", table="", part=part, row=row, other=other, told="")


@pytest.mark.parametrize(
    ("table", "mutant", "expected"),
    [
        (WORDS, change("words", 1), Terms({"a": 1}, also={3: "a"}, coarse={"c": 1})),
        (WORDS, change("words", 0, 1), Terms({"a": 2, "b": 1}, also={3: "a"}, coarse={"c": 1})),
        (WORDS, change("also", 0), Terms({"a": 1, "b": 2}, coarse={"c": 1})),
        (WORDS, change("coarse", 0), Terms({"a": 1, "b": 2}, also={3: "a"})),
        ({"a": 1, "b": 2}, change("rows", 0), {"b": 2}),
        ({"a": 1, "b": 2}, change("rows", 0, 1), {"a": 2, "b": 1}),
        (frozenset("ab"), change("members", 1), frozenset("a")),
        (("a", "b", "c"), change("rows", 1), ("a", "c")),
        (("a", "b", "c"), change("rows", 0, 1), ("b", "a", "c")),
    ],
)
def test_one_row_is_changed(table: Any, mutant: Mutant, expected: Any) -> None:
    assert rows_of(mutated(table, mutant)) == rows_of(expected)


@pytest.mark.parametrize("name", sources())
def test_every_row_is_dropped_and_every_table_changes(name: str) -> None:
    module = importlib.import_module(source(name).module)
    own = [it for it in KNOWN.values() if it.source == name]
    assert len({it.name for it in own}) == len(list(mutants_of(name)))
    rows = {
        (table, part): len(its)
        for table in module.__all__
        for part, its in rows_of(getattr(module, table)).items()
        if its
    }
    dropped = [(it.table, it.part) for it in own if it.other is None]
    assert {key: dropped.count(key) for key in rows} == rows
    for mutant in own:
        table = getattr(module, mutant.table)
        assert rows_of(mutated(table, mutant)) != rows_of(table), mutant.name


MAKES = re.compile(r"\bTerms\(")


def test_every_module_of_tables_is_taken_up_or_left_out_for_a_reason() -> None:
    """One that is called so, or makes `Terms`."""
    made = {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        for path in PACKAGE.rglob("*.py")
        if path.stem.endswith("terms") or MAKES.search(path.read_text(encoding="utf-8"))
    }
    taken = {it.module.removeprefix("pathport.") for it in sources().values()}
    assert made - taken == LEFT_OUT.keys()
    assert taken - made <= FURTHER.keys()


def test_a_row_is_exchanged_with_the_next_one_that_says_something_else() -> None:
    signs = [it.told for it in mutants_of("sbml") if it.table == "SIGN" and it.other is not None]
    assert signs[0] == "catalysis and inhibition exchanged"


def test_a_row_of_sets_and_patterns_is_called_the_same_in_every_run() -> None:
    places = [it.told for it in mutants_of("layout/terms") if it.table == "PLACES"]
    assert places[0] == "0 + go:0005576 + go:0005615 + extracellular|outside dropped"


def test_tables_are_not_changed_behind_the_back_of_who_has_read_them() -> None:
    importlib.import_module(source("sbml").module)
    with pytest.raises(RuntimeError, match="loaded already"):
        patch(KNOWN[LOST])


def test_pathways_are_chosen_that_use_the_row() -> None:
    pool = Pool(format_named("sbml"), 40)
    row = Row(Kind.PROTEIN, "sbo:0000252")
    found = [pool.pathways[n] for n in pool.using(row)]
    assert found
    assert all(any(it.kind is Kind.PROTEIN for it in pathway.molecules) for pathway in found)
    assert set(pool.using(row)) <= pool.chosen([row]).keys()
    assert pool.using(Row("no word of a pathway", "nor this")) == []


def test_files_are_chosen_that_hold_the_word() -> None:
    if not CORPUS.is_dir():
        pytest.skip("no corpora beside the repository")
    assert files_with([Row(Kind.PROTEIN, "ProteinReference")])
    assert files_with([Row(Kind.PROTEIN, "no word of a file")]) == []


class Laws(Hunt):
    """Tries the laws over pathways, and nothing else."""

    def trial(self, mutant: Mutant) -> Trial:
        return super().trial(mutant)._replace(files=[], tables=[], tests=[])


LAWS = Laws(drawn=12)


def test_a_mutant_is_killed_by_a_law() -> None:
    verdict = LAWS.verdict(KNOWN[LOST])
    assert verdict.by.startswith("law ")
    assert verdict.told


def test_what_no_law_tells_survives_until_a_test_does() -> None:
    survived = LAWS.verdict(KNOWN[ALIKE])
    assert (survived.by, survived.which, survived.told) == (NOTHING, "", "")
    table = "tests.formats.sbml.test_terms"
    killed = in_own_process(KNOWN[ALIKE], Trial({}, [], [table], []))
    assert killed.by == "tests"
    assert killed.which == "tests/formats/sbml/test_terms.py::test_a_term_is_the_one_of_this_name"
    assert in_own_process(None, Trial({}, [], [], [[killed.which]])).by == NOTHING


def test_an_example_that_breaks_a_law_without_a_mutant_kills_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hunt = Laws(drawn=12)
    tried: list[set[int]] = []

    def breaks(mutant: Mutant | None, trial: Trial) -> Verdict:
        if mutant is not None:
            tried.append(set(trial.pathways["sbml"]))
        left = min(trial.pathways["sbml"])
        return Verdict(by="law 2", which="faithful", example=("sbml", left))

    monkeypatch.setattr("tests.mutants.hunt.in_own_process", breaks)
    with pytest.raises(ValueError, match="empty"):
        hunt.verdict(KNOWN[ALIKE])
    assert [len(it) for it in tried] == list(range(len(tried[0]), -1, -1))


def test_a_test_that_fails_without_a_mutant_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    fails = Verdict(by="tests", which="tests/test_x.py::test_x", told="no")
    monkeypatch.setattr("tests.mutants.hunt.in_own_process", lambda mutant, trial: fails)
    with pytest.raises(AssertionError, match="test_x fails without a mutant: no"):
        LAWS.verdict(KNOWN[ALIKE])


def test_what_comes_to_no_end_is_undecided() -> None:
    assert in_own_process(None, Trial({}, [], [], []), patience=0.0).by == UNDECIDED


def test_a_survivor_is_told_and_one_with_a_reason_is_explained(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mutants = [KNOWN[LOST], KNOWN[ALIKE]]
    state = State(
        started="2026-11-28",
        verdicts={LOST: Verdict(by="law 2", which="faithful"), ALIKE: Verdict(by=NOTHING)},
    )
    told = page(state, mutants)
    assert "2 mutants, 2 tried, 1 killed." in told
    assert f"- {ALIKE}: **no reason is known**" in told
    assert unexplained(state, mutants) == [ALIKE]
    monkeypatch.setitem(REASONS, ALIKE, "a reason")
    assert unexplained(state, mutants) == []
    assert f"- {ALIKE}: a reason" in page(state, mutants)


def test_what_was_not_tried_is_told() -> None:
    state = State(started="2026-11-28", verdicts={LOST: Verdict(by=UNDECIDED)})
    assert "- sbml `KIND`: 1\n- sbml `PROCESS`: 1" in page(state, [KNOWN[LOST], KNOWN[ALIKE]])


def test_reasons_are_of_mutants_that_there_are() -> None:
    assert REASONS.keys() - KNOWN.keys() == set()


def test_a_run_goes_on_and_fails_for_a_survivor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def verdict(hunt: Hunt, mutant: Mutant) -> Verdict:
        seen.append(mutant.told)
        return Verdict(by=NOTHING if len(seen) == 1 else "law 2")

    monkeypatch.setattr(Hunt, "verdict", verdict)
    given = [
        "--only",
        "sbml ON_MODEL:",
        "--folder",
        str(tmp_path),
        "--page",
        str(tmp_path / "p.md"),
    ]
    assert CliRunner().invoke(program.mutants, given).exit_code == 1
    first = len(seen)
    assert CliRunner().invoke(program.mutants, given).exit_code == 0
    assert seen[first:] == seen[:1]
    assert len(loaded(tmp_path / "state.json", day="").verdicts) == first == 3
