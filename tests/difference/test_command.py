"""The command reads two files of any format, and answers with lines, JSON and a status."""

from pathlib import Path

import click
import pytest

from pathport.api.writing import convert
from pathport.cli.answer import Answer
from pathport.cli.commands.diff import Differing, command
from pathport.errors import UnreadableError

DOCUMENT = """\
pathport: 1
id: mini
compartments: {pm: {name: plasma membrane}}
molecules: {A: {kind: protein, identifiers: "uniprot:P61073"}}
species: {S: {is: A@pm}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command runs, with `a.yaml` and `b.yaml`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(DOCUMENT.replace("P61073", "P61072"), encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Answer:
    answer = command.main([*arguments], standalone_mode=False)
    assert isinstance(answer, Answer)
    return answer


def test_files_that_say_the_same_give_no_line_and_yes(folder: Path) -> None:
    answer = run("a.yaml", "a.yaml")
    assert (answer.status, list(answer.tables)) == (0, [])
    assert isinstance(answer.said, Differing)
    assert answer.said.same


@pytest.mark.parametrize("name", ["a.json", "a.sbml.xml", "a.owl", "a.yaml.gz"])
def test_files_of_two_formats_are_compared(folder: Path, name: str) -> None:
    convert("a.yaml", name)
    assert run("a.yaml", name).status == 0
    assert run("b.yaml", name).status == 1


def test_what_differs_is_a_line_and_a_no(folder: Path) -> None:
    answer = run("a.yaml", "b.yaml")
    (table,) = answer.tables
    told = "~ molecule A identifiers: - uniprot:P61073 + uniprot:P61072"
    assert (answer.status, list(table.rows)) == (1, [(told,)])
    assert isinstance(answer.said, Differing)
    (change,) = answer.said.changes
    assert (change.field, change.before, change.after) == (
        "identifiers",
        "uniprot:P61073",
        "uniprot:P61072",
    )


def test_formats_are_named_for_both_or_for_each(folder: Path) -> None:
    convert("a.yaml", "a.json")
    assert run("a.yaml", "b.yaml", "--from", "yaml").status == 1
    assert run("a.yaml", "a.json", "--from", "yaml", "--from", "json").status == 0


def test_by_meaning_ids_say_nothing(folder: Path) -> None:
    (folder / "c.yaml").write_text(DOCUMENT.replace("{S:", "{T:"), encoding="utf-8")
    assert run("a.yaml", "c.yaml").status == 1
    assert run("a.yaml", "c.yaml", "--by", "meaning").status == 0


def test_what_cannot_be_read_is_an_error(folder: Path) -> None:
    with pytest.raises(UnreadableError):
        run("a.yaml", "missing.yaml")


@pytest.mark.parametrize(
    "arguments",
    [["-", "-"], ["a.yaml", "b.yaml", *["--from", "yaml"] * 3], ["a.yaml", "b.yaml", "--by", "x"]],
)
def test_what_makes_no_sense_is_refused(folder: Path, arguments: list[str]) -> None:
    with pytest.raises(click.UsageError):
        run(*arguments)
