"""The API as people use it: files in and out, formats found or named, errors that hold values."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.toy import PATHWAY, Toy, entry, finding, toy_in_place_of

import pathport
from pathport.fidelity.report import Status

TEXT = """\
pathport: 1
id: mini
title: A ligand and its receptor
compartments: {pm: {name: plasma membrane}}
molecules: {CXCR4: {kind: protein}}
processes: {E01: {is: 2 CXCR4@pm -> 2*CXCR4@pm, type: binding}}
"""


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "mini.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> Toy:
    return toy_in_place_of("sbml", monkeypatch)


def codes(caught: "pytest.ExceptionInfo[pathport.PathportError]") -> list[str]:
    return [each.code for each in caught.value.findings]


def test_read_takes_a_name_a_path_or_bytes(document: Path) -> None:
    pathway = pathport.read("mini.yaml")
    assert isinstance(pathway, pathport.Pathway)
    assert (pathway.id, len(pathway.species)) == ("mini", 2)
    assert pathport.read(document) == pathport.read(TEXT.encode()) == pathway
    assert pathport.read(document.read_bytes(), "yaml") == pathway


def test_a_builder_and_a_document_say_the_same(document: Path) -> None:
    builder = pathport.Builder("mini", title="A ligand and its receptor")
    builder.compartment("pm", name="plasma membrane")
    builder.protein("CXCR4")
    builder.process("2 CXCR4@pm -> 2*CXCR4@pm", type="binding", id="E01")
    assert builder.pathway() == pathport.read(document)
    assert pathport.facts(builder.pathway()) == pathport.facts(pathport.read(document))


def test_what_is_written_is_read_back(document: Path) -> None:
    pathway = pathport.read(document)
    report = pathport.write(pathway, "mini.json")
    assert pathport.read("mini.json") == pathway
    (target,) = report.targets
    assert (target.format, target.path, target.verdict) == (
        "json",
        "mini.json",
        pathport.Verdict.WRITTEN,
    )
    assert target.bytes == Path("mini.json").stat().st_size
    assert target.account.native == len(pathport.facts(pathway))
    assert str(report).startswith(f"mini.json (json, {target.bytes:,} bytes): written; ")


def test_a_name_in_gz_is_compressed_and_looked_through(document: Path) -> None:
    report = pathport.write(pathport.read(document), "mini.yaml.gz")
    assert report.targets[0].bytes == Path("mini.yaml.gz").stat().st_size
    assert gzip.decompress(Path("mini.yaml.gz").read_bytes()).startswith(b"pathport: 1\n")
    assert pathport.read("mini.yaml.gz") == pathport.read(document)


def test_a_format_may_be_named(document: Path) -> None:
    pathport.write(pathport.read(document), "mini.txt", "json")
    assert json.loads(Path("mini.txt").read_text(encoding="utf-8"))["id"] == "mini"
    assert pathport.read("mini.txt") == pathport.read(document)


def test_bytes_are_written_without_a_file(document: Path) -> None:
    written = pathport.write_bytes(pathport.read(document), "json")
    assert pathport.read(written.content) == pathport.read(document)
    assert sorted(path.name for path in document.parent.iterdir()) == ["mini.yaml"]


def test_convert(document: Path) -> None:
    report = pathport.convert("mini.yaml", "mini.json")
    assert (report.source, report.format, report.complete) == ("mini.yaml", "yaml", True)
    assert pathport.read("mini.json") == pathport.read(document)
    pathport.convert(document.read_bytes(), "other", to_format="yaml")
    assert pathport.read("other", "yaml") == pathport.read(document)


def test_export(document: Path) -> None:
    report = pathport.export(document, ["json", "yaml"], "out", name="copy")
    assert [target.path for target in report.targets] == ["out/copy.json", "out/copy.yaml"]
    assert pathport.read("out/copy.yaml") == pathport.read("out/copy.json")


def test_one_format_needs_no_list(document: Path) -> None:
    """The letters of "json" were asked for as formats."""
    report = pathport.export(document, "json", "out")
    assert [target.path for target in report.targets] == ["out/mini.json"]


def test_a_pathway_is_exported_and_converted_as_its_file_is(document: Path) -> None:
    pathway = pathport.read(document)
    report = pathport.export(pathway, ["json", "sbml"], "out")
    assert [target.path for target in report.targets] == ["out/mini.json", "out/mini.sbml.xml"]
    assert (report.source, report.format) == ("", "")
    pathport.convert(pathway, "other.owl")
    pathport.convert(document, "mini.owl")
    assert Path("other.owl").read_bytes() == Path("mini.owl").read_bytes()
    process = pathway.processes[0]
    with pytest.raises(pathport.FaultyError):
        pathport.export(pathport.Pathway(id="faulty", processes=(process,)), "json", "out")


def test_strict_is_a_word_too(document: Path, toy: Toy) -> None:
    """As a word it was taken for the weaker one."""
    toy.entries = (entry(Status.CARRIED),)
    verdicts = {
        word: pathport.export(document, "sbml", "out", strict=word).targets[0].verdict
        for word in ("lost", "all", pathport.Strict.ALL)
    }
    assert [*verdicts.values()] == ["written", "withheld"]


def test_a_target_without_rates_says_so_beside_one_that_has_them(document: Path) -> None:
    report = pathport.export(document, ["sbml", "json"], "out", kinetics="mass-action")
    found = {it.format: [(f.code, f.place.path) for f in it.findings] for it in report.targets}
    assert ("API011", "out/mini.json") in found["json"]
    assert "API011" not in {code for code, _ in found["sbml"]}
    assert report.complete


def test_validate_tells_all_faults_in_file_order(document: Path) -> None:
    assert pathport.validate(document) == []
    document.write_text(TEXT.replace("protein", "protien").replace("binding", "bindng"), "utf-8")
    found = pathport.validate(document)
    assert [each.severity for each in found] == [pathport.Severity.ERROR] * len(found)
    assert [each.place.line for each in found] == [5, 6]


def test_what_was_found_in_reading_can_be_had(document: Path) -> None:
    document.write_text(TEXT.replace("2*CXCR4@pm", "2*CXCR4"), encoding="utf-8")
    read = pathport.read_with_findings(document)
    assert read.pathway == pathport.read(document)
    assert [(each.code, each.severity) for each in read.findings] == [
        ("MDL101", pathport.Severity.WARNING)
    ]


def test_errors_hold_findings_with_their_places(document: Path) -> None:
    document.write_text(TEXT.replace("protein", "protien"), encoding="utf-8")
    with pytest.raises(pathport.FaultyError) as caught:
        pathport.read(document)
    assert codes(caught) == ["DOC023"]
    place = caught.value.findings[0].place
    assert (place.path, place.line) == (str(document), 5)
    assert str(caught.value).startswith(f"{document}:5:")


def test_a_file_that_fails_its_check_is_an_error_and_is_not_placed(
    document: Path, toy: Toy
) -> None:
    Path("mini.sbml").write_bytes(b"as it was")
    toy.found_in_target = (finding("TOY001"),)
    for act in (
        lambda: pathport.write(PATHWAY, "mini.sbml"),
        lambda: pathport.convert(document, "mini.sbml"),
    ):
        with pytest.raises(pathport.FaultyError) as caught:
            act()
        assert codes(caught) == ["TOY001", "API006"]
        assert Path("mini.sbml").read_bytes() == b"as it was"
    report = pathport.export(document, ["sbml"], ".")
    assert report.targets[0].verdict is pathport.Verdict.INVALID
    assert not report.complete


def test_a_pathway_with_a_fault_does_not_leave_the_model(tmp_path: Path) -> None:
    process = pathport.read(TEXT.encode()).processes[0]
    faulty = pathport.Pathway(id="faulty", processes=(process,))
    for act in (
        lambda: pathport.write(faulty, tmp_path / "a.json"),
        lambda: pathport.write_bytes(faulty, "json"),
        lambda: pathport.draw(faulty),
    ):
        with pytest.raises(pathport.FaultyError) as caught:
            act()
        assert set(codes(caught)) == {"MDL003"}
    assert list(tmp_path.iterdir()) == []


REFUSALS: dict[str, tuple[str, str, Callable[[], object]]] = {
    "no such file": ("UnreadableError", "IO001", lambda: pathport.read("none.yaml")),
    "no format told": ("UnreadableError", "FMT003", lambda: pathport.read(b"nothing")),
    "no such format": ("UnknownNameError", "FMT001", lambda: pathport.read("mini.yaml", "yml")),
    "no such suffix": ("UnknownNameError", "FMT003", lambda: pathport.write(PATHWAY, "a.txt")),
    "not built, read": ("UnsupportedError", "FMT002", lambda: pathport.read("mini.yaml", "pfocr")),
    "only written": ("UnsupportedError", "API001", lambda: pathport.read("mini.yaml", "sif")),
    "only read": ("UnsupportedError", "API001", lambda: pathport.write_bytes(PATHWAY, "pfocr")),
    "no base": ("UnsupportedError", "API002", lambda: pathport.write(PATHWAY, "a.owl", base="a/")),
    "no name": (
        "UnsupportedError",
        "API003",
        lambda: pathport.export("mini.yaml", ["json"], "out", name="a/b"),
    ),
    "no rates": (
        "UnsupportedError",
        "API010",
        lambda: pathport.write(PATHWAY, "a.owl", kinetics="mass-action"),
    ),
    "no rates in bytes": (
        "UnsupportedError",
        "API010",
        lambda: pathport.write_bytes(PATHWAY, "json", kinetics="mass-action"),
    ),
    "no positions": (
        "UnsupportedError",
        "API014",
        lambda: pathport.write(PATHWAY, "a.owl", layout=True),
    ),
    "no parts of complexes": (
        "UnsupportedError",
        "API015",
        lambda: pathport.write(PATHWAY, "a.sif", complexes="parts"),
    ),
    "no view": (
        "UnsupportedError",
        "API012",
        lambda: pathport.write(PATHWAY, "a.owl", view="influence", complexes="parts"),
    ),
    "no folder": ("UnwritableError", "OUT001", lambda: pathport.write(PATHWAY, "none/a.json")),
    "a folder as file": ("UnwritableError", "OUT002", lambda: pathport.write(PATHWAY, ".")),
    "a file as folder": (
        "UnwritableError",
        "OUT001",
        lambda: pathport.export("mini.yaml", ["json"], "mini.yaml"),
    ),
    "no such way": ("UnknownNameError", "API009", lambda: pathport.diff(PATHWAY, PATHWAY, "x")),
    "no such view": ("UnknownNameError", "API009", lambda: pathport.draw(PATHWAY, view="x")),
    "a view that is no text": (
        "UnknownNameError",
        "API009",
        lambda: pathport.draw(PATHWAY, view=["core"]),  # type: ignore[arg-type]
    ),
    "no such module": (
        "UnknownNameError",
        "DRAW002",
        lambda: pathport.draw(PATHWAY, view="module=x"),
    ),
    "no such theme": ("UnknownNameError", "API009", lambda: pathport.draw(PATHWAY, theme="x")),
    "no such strictness": (
        "UnknownNameError",
        "API009",
        lambda: pathport.export("mini.yaml", "json", "out", strict="some"),
    ),
    "the source": ("UnwritableError", "OUT006", lambda: pathport.convert("mini.yaml", "mini.yaml")),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_each_refusal_is_an_error_of_its_kind(document: Path, case: str) -> None:
    error, code, act = REFUSALS[case]
    with pytest.raises(getattr(pathport, error)) as caught:
        act()
    assert codes(caught) == [code]
    assert sorted(path.name for path in document.parent.iterdir()) == ["mini.yaml"]


def test_what_the_readme_shows_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(__file__).parents[1]
    text = (root / "README.md").read_text(encoding="utf-8")
    (tmp_path / "examples").symlink_to(root / "examples")
    (tmp_path / "cxcr4.yaml").symlink_to(root / "examples" / "cxcr4.yaml")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 2
    names: dict[str, Any] = {}
    for block in blocks:
        exec(block, names)
    assert "cxcr4.owl (biopax" in capsys.readouterr().out
    assert names["read"].pathway == names["pathway"]
    assert Path("out/cxcr4.sbml.xml").read_bytes() == names["written"].content


def test_what_is_no_pathway_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="expected a pathway"):
        pathport.write(3, tmp_path / "a.json")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected a pathway"):
        pathport.draw("cxcr4.yaml")  # type: ignore[arg-type]


def test_a_file_is_held_to_a_place_and_made_fit_for_it(document: Path) -> None:
    fitness = pathport.check(document, "wikipathways")
    assert not fitness.is_fit
    assert [each.code for each in fitness.findings] == ["SUB001"]
    with pytest.raises(pathport.UnknownNameError, match="API009"):
        pathport.check(document, "nowhere")
    submitted = pathport.submit(document, "out")
    assert not submitted.files
    assert any(each.severity is pathport.Severity.ERROR for each in submitted.findings)
    assert not Path("out").exists()


def test_a_module_never_stands_in_a_function_s_place() -> None:
    for name in pathport.__all__:
        assert not (Path(pathport.__file__).parent / name).exists()
