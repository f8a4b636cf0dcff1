"""What the tests of the command line share: a folder with a document, a toy, a way to run."""

from pathlib import Path

import pytest
from tests.cli.running import Done, Run
from tests.cli.toy import Toy, toy_in_place_of

from pathport.cli import main

DOCUMENT = "pathport: 1\nid: mini\nmolecules: {A: {kind: protein}}\nspecies: {A_: {is: A@c}}\n"
PLACES = "compartments: {c: {name: cell}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which commands run, with `mini.yaml` in it."""
    (tmp_path / "mini.yaml").write_text(DOCUMENT + PLACES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line in this process."""

    def done(*arguments: str) -> Done:
        capfd.readouterr()
        return Done(main(arguments), *capfd.readouterr())

    return done


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> Toy:
    """The toy in the place of SBML: its files end in `.sbml.xml`."""
    return toy_in_place_of("sbml", monkeypatch)
