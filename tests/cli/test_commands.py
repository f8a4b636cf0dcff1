"""Whole commands: what is typed, what is read, and all that comes out, one lesson a file.

``commands/NAME.md`` holds files (```` ```yaml a.yaml ````) and what is typed and seen
(```` ```console ````): standard error begins with ``! ``, a status other than 0 stands in brackets,
``{version}`` stands for the version, ``{bytes}`` for the size of a compressed file, which each zlib
makes its own. To write down what comes out now, and look at the difference:

    PATHPORT_ACCEPT=1 pytest tests/cli/test_commands.py; git diff tests/cli/commands
"""

import io
import os
import re
import shlex
from pathlib import Path

import pytest

import pathport
from pathport.cli import main

COMMANDS = sorted(Path(__file__).with_name("commands").glob("*.md"))
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PACKED = re.compile(r"(\.gz\t)\d+\b")


class Stdin:
    """Standard input that holds these bytes."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def run(line: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> str:
    """What one line shows; ``cat`` and ``ls`` are told by the test itself."""
    words, _, redirected = line.partition(" < ")
    program, *arguments = shlex.split(words)
    if program == "cat":
        shown = "".join(Path(name).read_text(encoding="utf-8") for name in arguments)
        return shown.replace(pathport.__version__, "{version}")
    if program == "ls":
        return "".join(f"{path}\n" for name in arguments for path in sorted(Path(name).iterdir()))
    assert program == "pathport"
    monkeypatch.setattr("sys.stdin", Stdin(Path(redirected).read_bytes() if redirected else b""))
    capfd.readouterr()
    status = main(arguments)
    out, err = capfd.readouterr()
    told = "".join(f"! {each}\n" for each in err.splitlines())
    shown = told + (out if out.endswith("\n") or not out else f"{out}\n")
    shown = PACKED.sub(r"\1{bytes}", shown).replace(pathport.__version__, "{version}")
    return shown + (f"[{status}]\n" if status else "")


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.stem)
def test_command(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    text = path.read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def played(block: re.Match[str]) -> str:
        kind, name, content = block.groups()
        if kind != "console":
            Path(name).write_text(content, encoding="utf-8")
            return block[0]
        typed = [line[2:] for line in content.splitlines() if line.startswith("$ ")]
        shown = "".join(f"$ {line}\n{run(line, monkeypatch, capfd)}" for line in typed)
        return f"```console\n{shown}```"

    seen = BLOCK.sub(played, text)
    if os.environ.get("PATHPORT_ACCEPT"):
        path.write_text(seen, encoding="utf-8")
    assert seen == text


def test_each_file_teaches_something() -> None:
    assert COMMANDS
    for path in COMMANDS:
        text = path.read_text(encoding="utf-8")
        assert re.match(r"[A-Z][^\n]+\.\n\n```", text), f"{path.name} begins with its lesson"
        assert "```console\n$ pathport " in text
