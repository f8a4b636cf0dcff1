"""Outputs come into their places whole and checked, or not at all, whatever happens."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from tests.cli.running import Run
from tests.cli.toy import Toy, entry, finding

from pathport.api.report import Report, Verdict
from pathport.fidelity.report import Status
from pathport.findings import Severity
from pathport.formats import known_formats

EXPORT = ("export", "mini.yaml", "--to", "sbml,json", "--out", "out")
REPORT = ("--report", "report.json")
SOURCE = ["mini.yaml"]
NO_TOY, TOY = "out/mini.json", "out/mini.sbml.xml"


def files(folder: Path) -> list[str]:
    """Everything in the folder, hidden files too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def report(folder: Path) -> Report:
    return msgspec.json.decode((folder / "report.json").read_bytes(), type=Report)


def interrupted() -> None:
    raise KeyboardInterrupt


def broken() -> None:
    raise LookupError("no such thing")


def test_all_targets_are_placed(folder: Path, run: Run, toy: Toy) -> None:
    done = run(*EXPORT)
    assert (done.status, done.err) == (0, "")
    assert files(folder) == [*SOURCE, NO_TOY, TOY]
    assert [line.split("\t")[:2] for line in done.out.splitlines()] == [
        ["sbml", TOY],
        ["json", NO_TOY],
    ]


def test_a_target_that_fails_its_check_leaves_the_old_file(
    folder: Path, run: Run, toy: Toy
) -> None:
    (folder / "out").mkdir()
    (folder / TOY).write_bytes(b"as it was")
    toy.found_in_target = (finding("TOY001"),)
    done = run(*EXPORT, "--report", "report.json")
    assert (done.status, done.codes) == (1, ["TOY001", "API006"])
    assert (folder / TOY).read_bytes() == b"as it was"
    assert files(folder) == [*SOURCE, NO_TOY, TOY, "report.json"]
    assert [line.rpartition("\t")[2] for line in done.out.splitlines()] == ["invalid", "written"]
    assert [each.verdict for each in report(folder).targets] == [Verdict.INVALID, Verdict.WRITTEN]


def test_a_target_that_can_not_be_parsed_fails_its_check(folder: Path, run: Run, toy: Toy) -> None:
    toy.parsable = False
    done = run(*EXPORT)
    assert (done.status, done.codes) == (1, ["TOY000", "API006"])
    assert files(folder) == [*SOURCE, NO_TOY]


def test_standard_output_is_for_a_whole_file_alone(folder: Path, run: Run, toy: Toy) -> None:
    command = ("convert", "mini.yaml", "-o", "-", "--to", "sbml")
    assert run(*command).out.startswith("pathport.formats.sbml ")
    toy.entries = (entry(Status.LOST),)
    done = run(*command, "--strict")
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines()[-1].endswith("\twithheld")
    toy.found_in_target = (finding("TOY001"),)
    done = run(*command)
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines()[-1].endswith("\tinvalid")


def test_warnings_are_told_and_do_not_stop_a_target(folder: Path, run: Run, toy: Toy) -> None:
    toy.found_in_target = (finding("TOY002", Severity.WARNING), finding("TOY003", Severity.NOTE))
    done = run(*EXPORT)
    assert (done.status, done.codes) == (0, ["TOY002"])
    assert run(*EXPORT, "--fail-on", "warning").status == 1
    assert TOY in files(folder)


def test_what_a_format_tolerates_is_a_note(folder: Path, run: Run, toy: Toy) -> None:
    toy.tolerated |= {"TOY002": "toys are so", "TOY003": "the pathway lacks a toy", "TOY004": "so"}
    found = [finding(f"TOY00{number}", Severity.WARNING) for number in (2, 3)]
    toy.found_in_target = (*found, finding("TOY004"))
    done = run(*EXPORT, "--report", "report.json")
    assert (done.status, done.codes) == (1, ["TOY003", "TOY004", "API006"])
    assert done.err.splitlines()[-1] == "in all 2 errors, 1 warning, 1 note; --json lists them"
    note, *others = report(folder).targets[0].findings
    assert (note.code, note.severity, note.remedy) == ("TOY002", Severity.NOTE, found[0].remedy)
    assert note.sentence.endswith("(tolerated: toys are so)")
    assert [each.severity for each in others] == [
        Severity.WARNING,
        Severity.ERROR,
        Severity.ERROR,
    ]


def test_what_is_lost_in_writing_is_named(folder: Path, run: Run, toy: Toy) -> None:
    toy.entries = (entry(Status.LOST),)
    done = run(*EXPORT)
    assert (done.status, done.codes) == (0, ["API004"])
    assert "molecule A kind is lost: the toy has no word for it" in done.err


@pytest.mark.parametrize(
    ("status", "strict", "placed"),
    [
        (Status.LOST, "--strict", False),
        (Status.LOST, "--strict=all", False),
        (Status.CARRIED, "--strict", True),
        (Status.CARRIED, "--strict=lost", True),
        (Status.CARRIED, "--strict=all", False),
        (Status.COARSE, "--strict=all", False),
        (Status.SUPPLIED, "--strict=all", False),
        (Status.SUPPLIED, "--strict", True),
    ],
)
def test_strict_places_all_or_nothing(
    folder: Path, run: Run, toy: Toy, status: Status, strict: str, placed: bool
) -> None:
    toy.entries = (entry(status),)
    done = run(*EXPORT, strict, "--report", "report.json")
    assert done.status == (0 if placed else 1)
    assert files(folder) == [*SOURCE, *([NO_TOY, TOY] if placed else []), "report.json"]
    verdict = Verdict.WRITTEN if placed else Verdict.WITHHELD
    assert {each.verdict for each in report(folder).targets} == {verdict}
    assert ("API005" in done.codes) is not placed


def test_what_is_lost_in_reading_counts_under_strict(folder: Path, run: Run, toy: Toy) -> None:
    toy.found_in_reading = (finding("TOY004", Severity.WARNING, "toy.sbml"),)
    (folder / "toy.sbml").write_text("toy", encoding="utf-8")
    command = ("export", "toy.sbml", "--to", "json", "--out", "out")
    done = run(*command, "--strict")
    assert (done.status, done.codes) == (1, ["TOY004", "API005"])
    assert files(folder) == [*SOURCE, "toy.sbml"]
    assert run(*command).status == 0
    assert files(folder) == [*SOURCE, "out/toy.json", "toy.sbml"]


def test_what_is_withheld_says_why(folder: Path, run: Run, toy: Toy) -> None:
    lost = [finding(code, Severity.WARNING, "toy.sbml") for code in ("TOY4", "TOY5", "TOY4")]
    toy.found_in_reading = tuple(lost)
    toy.entries = (entry(Status.LOST), entry(Status.CARRIED))
    (folder / "toy.sbml").write_text("toy", encoding="utf-8")
    run("export", "toy.sbml", "--to", "json,sbml", "--out", "out", "--strict", *REPORT)
    json_, sbml = (target.findings[-1].sentence for target in report(folder).targets)
    assert json_ == "the file was withheld for 3 things lost in reading (2 TOY4, 1 TOY5)"
    assert sbml == f"{json_}, 1 lost fact"


def test_what_is_withheld_for_another_says_so(folder: Path, run: Run, toy: Toy) -> None:
    toy.entries = (entry(Status.CARRIED),)
    run("export", "mini.yaml", "--to", "json,sbml", "--out", "out", "--strict=all", *REPORT)
    json_, sbml = (target.findings[-1].sentence for target in report(folder).targets)
    assert json_ == "the file was withheld with another that may not be placed"
    assert sbml == "the file was withheld for 1 carried fact"


def test_a_record_that_was_dropped_is_no_loss(folder: Path, run: Run, toy: Toy) -> None:
    toy.found_in_reading = (finding("FID001", Severity.WARNING), finding("MDL101"))
    (folder / "toy.sbml").write_text("toy", encoding="utf-8")
    done = run("convert", "toy.sbml", "-o", "toy.json", "--strict")
    assert (folder / "toy.json").exists()
    assert done.codes == ["FID001", "MDL101"]


@pytest.mark.parametrize(("what", "status"), [(interrupted, 130), (broken, 70)])
def test_what_breaks_off_leaves_nothing(
    folder: Path, run: Run, toy: Toy, what: object, status: int
) -> None:
    toy.meanwhile = what  # type: ignore[assignment]
    done = run(*EXPORT[:3], "json,sbml", *EXPORT[4:], "--report", "report.json")
    assert (done.status, done.out) == (status, "")
    assert files(folder) == SOURCE
    assert not (folder / "out").exists()


@pytest.mark.parametrize("name", ["out", "mini.yaml", "no/report.json", "out/mini.json"])
def test_a_report_that_is_refused_stops_all(folder: Path, run: Run, toy: Toy, name: str) -> None:
    (folder / "out").mkdir()
    done = run(*EXPORT, "--report", name)
    assert done.status == 2
    assert done.codes[0].startswith("OUT")
    assert files(folder) == SOURCE


def test_the_report_is_what_json_says(folder: Path, run: Run, toy: Toy) -> None:
    toy.entries = (entry(Status.CARRIED),)
    done = run(*EXPORT, "--report", "report.json", "--json")
    assert (done.err, done.out) == ("", (folder / "report.json").read_text(encoding="utf-8"))
    assert report(folder).targets[0].account.carried == 1


def test_options_reach_the_format(folder: Path, run: Run, toy: Toy) -> None:
    run(*EXPORT)
    assert (toy.options.base, toy.options.full_check, toy.full) == (None, False, [False])
    run(*EXPORT, "--base", "https://example.org/a/", "--full-check")
    assert toy.options.base == "https://example.org/a/"
    assert (toy.options.full_check, toy.full) == (True, [False, True])


def test_a_compressed_source_is_looked_through_and_its_name_too(folder: Path, run: Run) -> None:
    done = run("convert", "mini.yaml", "-o", "mini.yaml.gz")
    size = (folder / "mini.yaml.gz").stat().st_size
    assert done.out.startswith(f"yaml\tmini.yaml.gz\t{size}\t")
    done = run("export", "mini.yaml.gz", "--to", "json", "--out", "out")
    assert done.out.startswith("json\tout/mini.json\t")


def test_a_link_to_the_source_is_the_source(folder: Path, run: Run) -> None:
    (folder / "mini.json").symlink_to("mini.yaml")
    before = (folder / "mini.yaml").read_bytes()
    done = run("export", "mini.yaml", "--to", "json", "--out", ".")
    assert (done.status, done.codes) == (2, ["OUT006"])
    assert (folder / "mini.yaml").read_bytes() == before


def test_a_name_that_is_no_text_is_shown_and_kept(folder: Path, run: Run) -> None:
    name = os.fsdecode(b"mini-\xff.yaml")
    (folder / "mini.yaml").rename(folder / name)
    done = run("export", name, "--to", "json", "--out", "out", "--report", "report.json")
    assert done.status == 0
    assert report(folder).targets[0].path == "out/mini-\ufffd.json"
    assert (folder / "out" / os.fsdecode(b"mini-\xff.json")).exists()


def test_the_same_bytes_whatever_the_hash_seed(folder: Path) -> None:
    example = Path(__file__).parents[2] / "examples" / "cxcr4.yaml"
    written = [fmt for fmt in known_formats() if fmt.writes]
    names = ",".join(fmt.name for fmt in written)
    seen = []
    for seed in ("0", "1", "4711"):
        command = [sys.executable, "-m", "pathport", "export", str(example), "--to", names]
        done = subprocess.run(
            [*command, "--out", "out", "--report", "report.json"],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=60,
        )
        outputs = {path: (folder / path).read_bytes() for path in files(folder)}
        seen.append((done.stdout, done.stderr, outputs))
    assert len(seen[0][2]) == sum(1 + len(fmt.beside) for fmt in written) + 2
    assert seen[0] == seen[1] == seen[2]
