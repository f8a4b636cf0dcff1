"""The exit statuses, one by one: 0 yes, 1 no, 2 could not be carried out."""

import io
from pathlib import Path

import pytest
from tests.cli.running import Run
from tests.cli.toy import Toy, finding

FILES = {
    "faulty.yaml": "pathport: 1\nid: a\nmolecules: {A: {kind: protien}}\n",
    "odd.yaml": "pathport: 1\nid: a\nmolecules: {A: {kind: protein}}\nspecies: {S: {is: A}}\n",
    "spelt.yaml": "pathport: 1\nid: a\nmolecules: {A: {identifiers: UniProt:P61073}}\n",
    "torn.yaml": "pathport: 1\nid: [a\n",
    "empty.yaml": "",
    "latin.yaml": b"pathport: 1\nid: a\ntitle: \xe9\n",
    "binary.yaml": b"pathport: 1\0\0",
    "notes.txt": "nothing\n",
    "toy.sbml": "toy\n",
    "map.pfocr.md": "# A figure\n",
}

STATUSES = {
    # 0: yes
    "validate mini.yaml": 0,
    "validate odd.yaml": 0,
    "info mini.yaml": 0,
    "info odd.yaml": 0,
    "info toy.sbml": 0,
    "export mini.yaml --to json --out out": 0,
    "export odd.yaml --to json --out out": 0,
    "convert mini.yaml -o a.json": 0,
    "diff mini.yaml mini.yaml --json": 0,
    "fmt mini.yaml": 0,
    "fmt mini.yaml --check": 0,
    "fmt mini.yaml --write": 0,
    "fmt spelt.yaml": 0,
    "formats": 0,
    "rules": 0,
    "rules MDL001": 0,
    "rules libsbml-10301": 0,
    "--help": 0,
    "-h": 0,
    "--version": 0,
    "export --help": 0,
    "draw --help": 0,
    # 1: the answer is no
    "diff mini.yaml odd.yaml": 1,
    "validate faulty.yaml": 1,
    "validate mini.yaml faulty.yaml": 1,
    "validate odd.yaml --fail-on warning": 1,
    "info odd.yaml --fail-on warning": 1,
    "export odd.yaml --to json --out out --fail-on warning": 1,
    "convert odd.yaml -o a.json --fail-on warning": 1,
    "fmt spelt.yaml --check": 1,
    "export mini.yaml --to sbml --out out": 1,
    "convert mini.yaml -o a.xml": 1,
    "convert mini.yaml -o - --to sbml": 1,
    "validate toy.sbml": 1,
    # 2: the request could not be carried out
    "validate torn.yaml": 2,
    "validate faulty.yaml torn.yaml mini.yaml": 2,
    "validate empty.yaml": 2,
    "validate latin.yaml": 2,
    "validate binary.yaml": 2,
    "validate missing.yaml": 2,
    "validate .": 2,
    "validate notes.txt": 2,
    "validate map.pfocr.md": 2,
    "validate mini.yaml --from sbm": 2,
    "validate mini.yaml --from pfocr": 2,
    "info mini.yaml --from sif": 2,
    "info faulty.yaml": 2,
    "info torn.yaml": 2,
    "info missing.yaml": 2,
    "export faulty.yaml --to json --out out": 2,
    "export missing.yaml --to json --out out": 2,
    "export mini.yaml --to jsn --out out": 2,
    "export mini.yaml --to pfocr --out out": 2,
    "export mini.yaml --to json,yaml --out .": 2,
    "export mini.yaml --to json --out mini.yaml": 2,
    "export mini.yaml --to json --out no/out": 2,
    "export mini.yaml --to , --out out": 2,
    "export mini.yaml --out out": 2,
    "export mini.yaml --to json": 2,
    "convert mini.yaml": 2,
    "convert mini.yaml -o a.txt": 2,
    "convert mini.yaml -o mini.yaml": 2,
    "convert mini.yaml -o .": 2,
    "convert mini.yaml -o -": 2,
    "convert mini.yaml -o - --to json --json": 2,
    "fmt faulty.yaml": 2,
    "fmt torn.yaml": 2,
    "fmt toy.sbml": 2,
    "fmt mini.yaml --write --check": 2,
    "fmt - --write": 2,
    "rules NONE": 2,
    "diff mini.yaml missing.yaml": 2,
    "diff mini.yaml faulty.yaml": 2,
    "nothing": 2,
    "": 2,
    "--nothing": 2,
    "validate": 2,
}


@pytest.fixture
def filled(folder: Path, toy: Toy) -> Path:
    """The folder with files of all sorts; the toy finds an error in every file."""
    for name, content in FILES.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    toy.found_in_target = (finding("TOY001"),)
    return folder


@pytest.mark.parametrize(("line", "status"), STATUSES.items(), ids=STATUSES)
def test_status(line: str, status: int, filled: Path, run: Run) -> None:
    done = run(*line.split())
    assert done.status == status
    assert "Traceback" not in done.err
    if "--check" not in line or status:  # else there is nothing to say
        assert done.out if status == 0 or "--json" in line else done.err


@pytest.mark.parametrize("line", [line for line in STATUSES if line and "-o - " not in line])
def test_json_leaves_standard_error_empty(line: str, filled: Path, run: Run) -> None:
    words = line.split()
    if "help" in line or words[0] in ("-h", "--version", "--nothing"):
        return
    done = run(*words, "--json")
    assert done.status == STATUSES[line]
    assert done.err == ""
    assert done.out.startswith("{")


def test_nothing_is_made_where_a_request_is_not_carried_out(filled: Path, run: Run) -> None:
    before = sorted(filled.iterdir())
    for line, status in STATUSES.items():
        if status == 2:
            run(*line.split())
            assert sorted(filled.iterdir()) == before, line


def test_what_standard_input_gives_is_named_so(
    filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stdin:
        buffer = io.BytesIO(FILES["faulty.yaml"].encode())  # type: ignore[union-attr]

    monkeypatch.setattr("sys.stdin", Stdin)
    done = run("validate", "-")
    assert done.status == 1
    assert done.err.startswith("<stdin>:3:23: DOC023: ")
