"""The front page names what there is, and nothing else."""

import re
import shlex
from pathlib import Path

import pytest

from pathport.cli import main
from pathport.cli.group import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = "receptor-jak-stat.yaml"


def test_it_links_to_files_that_are_there() -> None:
    linked = re.findall(r"\]\(([^):]+)\)", README)
    assert [name for name in linked if not (ROOT / name).is_file()] == []


def test_it_names_every_page_of_the_docs() -> None:
    pages = {page.relative_to(ROOT).as_posix() for page in (ROOT / "docs").rglob("*.md")}
    assert {page for page in pages if f"]({page})" not in README} == set()


def commands() -> list[list[str]]:
    """What the page types, in its order."""
    typed = re.findall(r"^    (pathport .*)$", README, re.MULTILINE)
    return [shlex.split(line, comments=True)[1:] for line in typed]


def test_every_command_that_is_shown_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A small document stands in for the flagship; it lacks what WikiPathways asks for."""
    (tmp_path / "cxcr4.yaml").write_bytes((ROOT / "examples" / EXAMPLE).read_bytes())
    monkeypatch.chdir(tmp_path)
    for words in commands():
        given = [str(path) for word in words for path in sorted(tmp_path.glob(word)) or [word]]
        assert main(given) == (words[0] in {"check", "submit"}), (words, capfd.readouterr().err)


def test_every_command_that_is_built_is_shown() -> None:
    assert {words[0] for words in commands()} == {row.name for row in COMMANDS if row.built}


def test_every_command_has_the_schema_that_the_page_promises() -> None:
    """It named four of the six."""
    with_report = {"export", "convert"}
    for name in {row.name for row in COMMANDS if row.built} - with_report:
        assert (ROOT / "schemas" / f"{name}.schema.json").is_file()
