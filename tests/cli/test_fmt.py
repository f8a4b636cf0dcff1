"""A document is replaced by its normal form whole, if at all, and in the form that its file has."""

import gzip
from pathlib import Path

import pytest
from tests.cli.running import Run

TEXT = "pathport: 1\nid: a\nmolecules: {A: {identifiers: UniProt:P61073}}  # κ\n"
NORMAL = TEXT.replace("UniProt:", "uniprot:")


def test_a_compressed_document_stays_compressed(folder: Path, run: Run) -> None:
    path = folder / "a.yaml.gz"
    path.write_bytes(gzip.compress(TEXT.encode()))
    assert run("fmt", "a.yaml.gz", "--write").out == "a.yaml.gz\tchanged\n"
    assert gzip.decompress(path.read_bytes()) == NORMAL.encode()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_the_normal_form_is_utf_8(folder: Path, run: Run, encoding: str) -> None:
    (folder / "a.yaml").write_bytes(NORMAL.encode(encoding))
    assert run("fmt", "a.yaml", "--check").status == 1
    assert run("fmt", "a.yaml", "--write").status == 0
    assert (folder / "a.yaml").read_bytes() == NORMAL.encode()


def test_a_document_in_normal_form_is_not_touched(folder: Path, run: Run) -> None:
    path = folder / "a.yaml"
    path.write_bytes(NORMAL.encode())
    before = path.stat()
    assert run("fmt", "a.yaml", "--write").out == "a.yaml\tnormal\n"
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_first_line_that_would_change_is_told(folder: Path, run: Run) -> None:
    (folder / "a.yaml").write_bytes(TEXT.encode())
    done = run("fmt", "a.yaml", "--check")
    assert (done.status, done.codes) == (1, ["CLI005"])
    assert done.out == ""
    assert done.err.startswith("a.yaml:3:30: ")
    assert (folder / "a.yaml").read_bytes() == TEXT.encode()


def test_a_normal_form_that_meant_something_else_is_a_defect(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pathport.cli.commands.fmt as command

    monkeypatch.setattr(command, "fmt", lambda text, **_: text.replace("P61073", "P48061"))
    (folder / "a.yaml").write_bytes(TEXT.encode())
    done = run("fmt", "a.yaml", "--write")
    assert (done.status, done.codes) == (70, ["CLI070"])
    assert (folder / "a.yaml").read_bytes() == TEXT.encode()


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_what_pathport_writes_is_in_normal_form(folder: Path, run: Run, form: str) -> None:
    assert run("convert", "mini.yaml", "-o", f"a.{form}").status == 0
    assert run("fmt", f"a.{form}", "--check").status == 0
