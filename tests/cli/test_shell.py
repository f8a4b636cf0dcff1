"""The frame of the command line: pipes, terminals, encodings, interruptions, defects."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click import Context
from tests.cli.running import Run
from tests.cli.toy import Toy

from pathport.cli import main
from pathport.cli.answer import Table
from pathport.cli.group import COMMANDS, pathport_command
from pathport.cli.reports import HEADINGS
from pathport.cli.show import drawn

PATHPORT = (sys.executable, "-m", "pathport")


def spawn(
    *arguments: str, stdout: int | None = subprocess.PIPE, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    """A command line in a process of its own."""
    return subprocess.run(
        [*PATHPORT, *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=os.environ | environment,
        check=False,
        timeout=60,
    )


def on_terminal(*arguments: str, errors: bool = False, **environment: str) -> str:
    """What a command line shows on a terminal of 100 columns, on standard error if wanted."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PATHPORT, *arguments],
        stdout=subprocess.DEVNULL if errors else theirs,
        stderr=theirs if errors else subprocess.DEVNULL,
        env=os.environ | {"COLUMNS": "100", "TERM": "dumb"} | environment,
    ) as process:
        os.close(theirs)
        shown = b""
        while chunk := read_on(ours):
            shown += chunk
        process.wait(60)
    os.close(ours)
    return shown.decode()


def read_on(handle: int) -> bytes:
    """More of what a terminal shows; a terminal without a program is at its end."""
    try:
        return os.read(handle, 4096)
    except OSError:
        return b""


def test_a_reader_that_leaves_is_no_fault() -> None:
    line = f"{' '.join(PATHPORT)} rules; echo $? >&2"
    done = subprocess.run(
        ["sh", "-c", f"({line}) | head -n 1"], capture_output=True, check=True, timeout=60
    )
    assert done.stdout.startswith(b"IO001\t")
    assert done.stderr == b"0\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = spawn("rules", stdout=full.fileno())
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert done.stderr.startswith(b"<stdout>: OUT007: the disk is full; ")


def test_a_closed_output_is_no_fault() -> None:
    line = f"{' '.join(PATHPORT)} formats >&- 2>&-"
    assert subprocess.run(["sh", "-c", line], check=False, timeout=60).returncode == 0


def test_what_an_encoding_can_not_hold_is_escaped(folder: Path) -> None:
    (folder / "mini.yaml").write_text("pathport: 1\nid: a\ntitle: IκB ✓\n", encoding="utf-8")
    done = spawn("info", "mini.yaml", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"I\\u03baB \\u2713" in done.stdout


def test_json_is_utf_8_in_any_encoding(folder: Path) -> None:
    (folder / "mini.yaml").write_text("pathport: 1\nid: a\ntitle: IκB\n", encoding="utf-8")
    done = spawn("info", "mini.yaml", "--json", PYTHONIOENCODING="ascii")
    assert "IκB".encode() in done.stdout


def test_a_terminal_obeys_nothing_that_a_file_says(folder: Path, run: Run) -> None:
    name = "\x1b[2J\x07.yaml"
    done = run("info", name)
    assert done.status == 2
    assert "\x1b" not in done.err
    assert "\x07" not in done.err


def test_on_a_terminal_there_is_a_table_with_headings(folder: Path) -> None:
    shown = on_terminal("info", "mini.yaml")
    lines = [line.split() for line in shown.splitlines() if line.strip()]
    assert lines[0] == ["of", "what", "number"]
    assert ["things", "compartments", "1"] in lines
    assert ["molecules", "1"] in lines  # the first cell of the line above is not repeated
    assert "\t" not in shown


def test_in_a_pipe_there_are_fields_without_headings(folder: Path, run: Run) -> None:
    rows = [line.split("\t") for line in run("info", "mini.yaml").out.splitlines()]
    assert ["things", "molecules", "1"] in rows
    assert {len(row) for row in rows} == {3}


def test_of_many_findings_fifty_are_shown(folder: Path, run: Run) -> None:
    wrong = "".join(f"  A{number}: {{kind: protien}}\n" for number in range(60))
    (folder / "mini.yaml").write_text(f"pathport: 1\nid: a\nmolecules:\n{wrong}", encoding="utf-8")
    lines = run("validate", "mini.yaml").err.splitlines()
    assert len(lines) == 51
    assert lines[49].endswith(" (and 10 more like it)")
    assert lines[50] == "in all 60 errors; --json lists them"


def test_a_terminal_shows_in_colour_how_much_a_finding_weighs(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "odd.yaml").write_text(
        "pathport: 1\nid: a\nmolecules: {A: {kind: protien}}\n", encoding="utf-8"
    )
    monkeypatch.delenv("NO_COLOR", raising=False)
    command = ("validate", "odd.yaml")
    assert ": \x1b[31mDOC023\x1b[0m: " in on_terminal(*command, TERM="xterm", errors=True)
    assert "\x1b" not in on_terminal(*command, TERM="dumb", errors=True)
    assert "\x1b" not in on_terminal(*command, TERM="xterm", NO_COLOR="1", errors=True)


def test_a_defect_is_one_line_that_can_be_reported(folder: Path, run: Run, toy: Toy) -> None:
    def broken() -> None:
        raise LookupError("of this\nand that")

    toy.meanwhile = broken
    command = ("convert", "mini.yaml", "-o", "a.xml")
    done = run(*command)
    assert (done.status, done.codes, done.out) == (70, ["CLI070"], "")
    assert "LookupError: of this and that (tests.cli.test_shell:" in done.err
    done = run(*command, "--json")
    assert (done.status, done.err) == (70, "")
    assert '"CLI070"' in done.out


def test_a_defect_shows_its_traceback_where_that_is_wanted(
    folder: Path, run: Run, toy: Toy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise LookupError

    toy.meanwhile = broken
    monkeypatch.setenv("PATHPORT_TRACEBACK", "1")
    done = run("convert", "mini.yaml", "-o", "a.xml")
    assert done.status == 70
    assert done.err.startswith("Traceback")


def test_running_out_of_stack_is_a_defect_too(folder: Path, run: Run, toy: Toy) -> None:
    def deeper() -> None:
        deeper()

    toy.meanwhile = deeper
    done = run("convert", "mini.yaml", "-o", "a.xml")
    assert (done.status, done.codes) == (70, ["CLI070"])


def test_no_command_shows_the_help(run: Run) -> None:
    done = run()
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("Usage: pathport")


@pytest.mark.parametrize("name", [row.name for row in COMMANDS if row.built])
def test_the_help_of_a_command_has_an_example_of_it(name: str) -> None:
    command = pathport_command.get_command(Context(pathport_command), name)
    assert command is not None
    assert (command.epilog or "").startswith(f"Example: pathport {name}")


def test_options_end_at_two_dashes(folder: Path, run: Run) -> None:
    (folder / "--json").write_bytes((folder / "mini.yaml").read_bytes())
    done = run("info", "--from", "yaml", "--", "--json")
    assert done.status == 0
    assert done.out.startswith("pathway\t")


def test_strict_alone_takes_no_word(folder: Path, run: Run) -> None:
    done = run("export", "--strict", "mini.yaml", "--to", "json", "--out", "out")
    assert done.status == 0
    done = run("export", "mini.yaml", "--to", "json", "--out", "out", "--strict", "all")
    assert (done.status, done.codes) == (2, ["CLI001"])


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("export", "--help")])
def test_help_reads_no_model_and_no_format(arguments: tuple[str, ...]) -> None:
    code = (
        "import sys; from pathport.cli import main; main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    loaded = set(done.stderr.split())
    assert loaded & {"lxml", "yaml", "libsbml", "rich", "pybiopax"} == set()
    if arguments[0] != "export":
        assert {name for name in loaded if name.startswith("pathport")} == {
            "pathport",
            "pathport.cli",
            "pathport.cli.group",
            "pathport.cli.shell",
        }


def test_a_narrow_table_cuts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    path = "/".join(["a-rather-long-folder"] * 6)
    row = ("sbml", path, "1234567", "100000", "0", "0", "0", "0", "written")
    shown = drawn(Table(HEADINGS, [row]))
    assert set(HEADINGS) <= set(shown.split())
    assert "…" not in shown
    assert sum(map(str.isalpha, shown)) == sum(map(str.isalpha, "".join((*HEADINGS, *row))))


def test_a_report_is_a_file(folder: Path, run: Run) -> None:
    done = run("export", "mini.yaml", "--to", "json", "--out", "out", "--report", "-")
    assert (done.status, done.codes) == (2, ["CLI001"])
    assert "--report wants the name of a file" in done.err
    assert not (folder / "out").exists()


def test_breaking_off_while_modules_load_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "pathport.cli.shell":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "pathport.cli.shell")
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    assert main(["formats"]) == 130
