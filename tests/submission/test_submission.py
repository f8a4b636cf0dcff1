"""A submission: its files, what keeps it from its place, and why a warning may stand."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.laws.strip import strip
from tests.submission.samples import LIGAND, RECEPTOR, SOUND, arrow, changed, sheet

import pathport
from pathport.api.submitting import Submitted, submit
from pathport.errors import FaultyError, UnwritableError
from pathport.findings import Severity
from pathport.formats.gpml.parse import parse

AT = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
FILES = [
    "CHECKLIST.md",
    "WP0__PR0-bibliography.tsv",
    "WP0__PR0-datanodes.tsv",
    "WP0__PR0-refs.tsv",
    "WP0__PR0.gpml",
    "WP0__PR0.png",
    "WP0__PR0.svg",
]
DOCUMENT = """
pathport: 1
id: small
title: Binding of CXCL12 to its receptor CXCR4
description: >-
  The chemokine CXCL12 binds its receptor CXCR4 at the membrane of the cell. The receptor then
  passes the signal on to the inside of the cell.
organism: ncbitaxon:9606
authors: [Ada Lovelace]
licence: CC0-1.0
identifiers: {is version of: pw:0000983}
references: pubmed:8752281
publications:
  pubmed:8752281: {title: A factor, authors: [Oberlin, Amara], journal: Nature, year: 1996}
compartments: {pm: {name: plasma membrane, dimensions: 2}}
molecules:
  CXCL12: {kind: protein, identifiers: [uniprot:P48061, {is version of: fplx:CCL}]}
  CXCR4: {kind: protein, identifiers: uniprot:P61073}
processes:
  binding: {is: "CXCL12@pm + CXCR4@pm -> CXCL12:CXCR4@pm", type: binding}
"""
BROKEN = DOCUMENT.replace("identifiers: {is version of: pw:0000983}", "")
ODD = DOCUMENT.replace("title: Binding", "title: Signalling of")
REASON = "WP-TTL-5\t*\tit is the name of the figure\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


def made(source: Path, text: str = DOCUMENT, **options: object) -> tuple[Submitted, Path]:
    """The submission of a document, and the folder that it is in."""
    source.write_text(text, encoding="utf-8")
    out = source.parent / "out"
    return submit(source, out, at=AT, **options), out  # type: ignore[arg-type]


def checklist(out: Path) -> str:
    return (out / "CHECKLIST.md").read_text(encoding="utf-8")


def test_a_sound_pathway_is_submitted_whole(source: Path) -> None:
    told, out = made(source)
    assert told.findings == ()
    assert sorted(path.name for path in out.iterdir()) == FILES
    assert {it.path: it.bytes for it in told.files} == {
        str(path): path.stat().st_size for path in out.iterdir()
    }


def test_the_file_is_that_of_a_new_pathway_and_has_no_records(source: Path) -> None:
    _, out = made(source, number=7)
    content = (out / "WP0__PR7.gpml").read_bytes()
    drawing = parse(content)
    assert (drawing.version, drawing.modified, drawing.source, drawing.licence) == (
        "WP0_r20261121103000",
        "20261121103000",
        "WikiPathways",
        "",
    )
    assert b"pathport" not in content
    assert strip(content) == strip(strip(content))


def test_a_pathway_of_the_database_keeps_its_id_and_name(source: Path) -> None:
    text = DOCUMENT.replace("id: small", "id: WP5382").replace(
        "{is version of: pw", "{is: wikipathways:WP5382, is version of: pw"
    )
    told, out = made(source, text, number=7)
    assert told.findings == ()
    assert parse((out / "WP5382.gpml").read_bytes()).version == "WP5382_r20261121103000"


def test_the_lists_are_as_those_of_the_database(source: Path) -> None:
    _, out = made(source)
    nodes = (out / "WP0__PR0-datanodes.tsv").read_text(encoding="utf-8").splitlines()
    assert nodes[0] == "Label\tType\tID\tDatabase\tComment"
    assert sorted(nodes[1:])[-1] == "CXCR4\tProtein\tP61073\tUniprot-TrEMBL\t"
    assert len(nodes) == 5
    references = (out / "WP0__PR0-refs.tsv").read_text(encoding="utf-8")
    assert references == "ID\tDatabase\n8752281\tPubmed\n"
    books = (out / "WP0__PR0-bibliography.tsv").read_text(encoding="utf-8").splitlines()
    assert books[1] == "8752281\tPubmed\tA factor. Oberlin, Amara. Nature. 1996."


def test_what_blocks_leaves_everything_as_it_was(source: Path) -> None:
    told, out = made(source, BROKEN)
    assert [it.code for it in told.findings] == ["WP-ONT-1", "SUB003"]
    assert told.files == ()
    assert not out.exists()
    made(source)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    made(source, BROKEN)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_file_of_another_request_in_the_folder_is_told(source: Path) -> None:
    """With `--pr 12` after `--pr 0` there were two sets in one folder, and nothing was said."""
    made(source)
    told, out = made(source, number=12)
    (found,) = told.findings
    assert (found.code, found.severity) == ("SUB006", Severity.WARNING)
    assert found.place.path == str(out / "WP0__PR0.gpml")


BOX = """
layout:
  boxes:
    - {id: CXCR4_box, species: CXCR4_pm, x: 700.5, y: 333, width: 90, height: 31}
"""


def boxes_of(picture: bytes) -> set[tuple[float, ...]]:
    """The rectangles of a picture."""
    found = re.findall(r'<rect x="(.*?)" y="(.*?)" width="(.*?)" height="(.*?)"', picture.decode())
    return {tuple(map(float, it)) for it in found}


@pytest.mark.parametrize("text", [DOCUMENT, DOCUMENT + BOX], ids=["none", "partial"])
def test_the_picture_has_the_places_of_the_file(text: str, source: Path) -> None:
    """Of a document with a partial layout the picture was laid out afresh, and the file was not."""
    _, out = made(source, text)
    drawn = boxes_of((out / "WP0__PR0.svg").read_bytes())
    nodes = [it.rect for it in parse((out / "WP0__PR0.gpml").read_bytes()).nodes]
    assert nodes
    places = {tuple(round(n, 1) for n in (it.x, it.y, it.width, it.height)) for it in nodes}
    assert places <= drawn
    assert ((700.5, 333.0, 90.0, 31.0) in places) is (text != DOCUMENT)


def test_the_picture_of_a_file_is_as_its_author_placed_it(tmp_path: Path) -> None:
    path = tmp_path / "a.gpml"
    path.write_bytes(SOUND)
    submit(path, tmp_path / "out", at=AT)
    drawn = boxes_of((tmp_path / "out" / "WP0__PR0.svg").read_bytes())
    assert {(10.0, 40.0, 80.0, 20.0), (210.0, 40.0, 80.0, 20.0)} <= drawn


def test_equal_pathways_give_equal_files(source: Path) -> None:
    _, out = made(source)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    made(source)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_pathway_may_be_submitted_itself(source: Path, tmp_path: Path) -> None:
    told = submit(pathport.read(source), tmp_path / "out", at=AT)
    assert len(told.files) == len(FILES)


def test_the_checklist_answers_the_reviewers_questions(source: Path) -> None:
    _, out = made(source)
    text = checklist(out)
    assert "- [x] Interactions are connected: 2 of 2\n" in text
    assert "- [x] Datanodes are annotated with database references: 4 of 4 (100.0%)\n" in text
    assert "## Warnings that remain\n\nNone.\n" in text
    assert "- [ ] WP-HDR-8: " in text
    assert "- fplx is no database of WikiPathways, and these are left out: fplx:CCL\n" in text


def test_a_warning_without_a_reason_is_open(source: Path) -> None:
    told, out = made(source, ODD)
    assert [it.code for it in told.findings] == ["WP-TTL-5"]
    assert "**WP-TTL-5**, open: no reason was given\n" in checklist(out)
    assert "- [ ] Pathway title conforms" in checklist(out)


def test_reasons_that_lie_beside_the_source_are_taken(source: Path) -> None:
    source.with_name("small.reasons.tsv").write_text(f"# why\n\n{REASON}", encoding="utf-8")
    told, out = made(source, ODD)
    assert [it.code for it in told.findings] == ["WP-TTL-5"]
    assert "**WP-TTL-5**, it is the name of the figure\n" in checklist(out)
    assert "open" not in checklist(out)


def test_a_warning_that_has_its_reason_is_a_note(source: Path) -> None:
    """`--fail-on warning` could not tell those that nobody has a reason for."""
    told, _ = made(source, ODD)
    assert ([it.severity for it in told.findings], told.open, told.excused) == (
        [Severity.WARNING],
        1,
        0,
    )
    source.with_name("small.reasons.tsv").write_text(REASON, encoding="utf-8")
    told, _ = made(source, ODD)
    (found,) = told.findings
    assert (found.severity, found.remedy) == (
        Severity.NOTE,
        "it stays: it is the name of the figure",
    )
    assert (told.open, told.excused) == (0, 1)


KEYS = (
    ("description: >-", "notes: >-", "WP-DSC-1", 1),
    ("authors: [Ada Lovelace]\n", "", "WP-HDR-4", 1),
    ("authors: [Ada Lovelace]", "authors: [Ada / Bea]", "WP-HDR-4", 8),
    ("title: Binding of CXCL12 to its receptor CXCR4", "title: Binding", "WP-TTL-1", 3),
    ("organism: ncbitaxon:9606", "organism: ncbitaxon:3357", "WP-ORG-1", 7),
    ("references: pubmed:8752281\n", "", "WP-REF-1", 1),
    ("identifiers: uniprot:P61073", "", "WP-XRF-1b", 16),
)


@pytest.mark.parametrize(("old", "new", "code", "line"), KEYS)
def test_what_blocks_is_told_at_its_key_in_the_document(
    old: str, new: str, code: str, line: int, source: Path
) -> None:
    """It was told of a file that is not there: `out/WP0__PR0.gpml:2:1: WP-DSC-1: there is none`."""
    text = DOCUMENT.lstrip().replace(old, new)
    if code == "WP-DSC-1":
        text = re.sub(r"notes: >-\n(  .*\n)+", "", text)
    if code == "WP-XRF-1b":
        text = text.replace(
            "licence: CC0-1.0\nidentifiers: {is version of: pw:0000983}", "licence: CC0-1.0"
        )
        text = text.replace("{kind: protein, }", "{kind: protein}")
    told, _ = made(source, text)
    found = next(it for it in told.findings if it.code == code)
    assert (found.place.path, found.place.line) == (str(source), line)


def test_what_blocks_a_file_of_another_format_is_told_of_that(tmp_path: Path) -> None:
    path = tmp_path / "a.gpml"
    path.write_bytes(changed("Ada Lovelace", "Ada / Bea"))
    told = submit(path, tmp_path / "out", at=AT)
    assert [(it.code, it.place.path) for it in told.findings if it.code == "WP-HDR-4"] == [
        ("WP-HDR-4", str(path))
    ]


def test_what_reading_loses_is_in_the_checklist(tmp_path: Path) -> None:
    """An interaction onto a label was left out of the figures, and of the warnings that remain."""
    path = tmp_path / "a.gpml"
    label = (
        '<Label TextLabel="note" GraphId="l"><Graphics CenterX="150" CenterY="400" Width="80" '
        'Height="20"/></Label>'
    )
    path.write_bytes(sheet(LIGAND, RECEPTOR, arrow(), arrow("y", start="na", end="l"), label))
    path.with_name("a.reasons.tsv").write_text("GPM102\ty\tit is a note\n", encoding="utf-8")
    told = submit(path, tmp_path / "out", at=AT)
    text = checklist(tmp_path / "out")
    assert "connected: 1 of 1; 1 more of the source are drawings alone (see GPM102 below)" in text
    assert "**GPM102**, it is a note\n" in text
    assert "is among the warnings: GPM102 (1)" in text
    assert not [it for it in told.findings if it.code == "SUB004"]


def test_nodes_of_a_pathway_of_the_database_are_not_all_new(tmp_path: Path) -> None:
    path = tmp_path / "WP5382.gpml"
    path.write_bytes(changed("WP0_r20261121103000", "WP5382_r118456"))
    submit(path, tmp_path / "out", at=AT)
    told = "- [ ] Data nodes are reviewed: compare them with those of WP5382\n"
    assert told in checklist(tmp_path / "out")
    assert "all of them are new" not in checklist(tmp_path / "out")


def test_a_reason_of_a_thing_goes_before_that_of_all(source: Path) -> None:
    named = "".join(
        f"  P{n}: {{kind: protein, identifiers: uniprot:P610{n}}}\n" for n in range(10, 20)
    )
    gone = "".join(f'  gone{n}: {{is: "P{n}@pm -> 0"}}\n' for n in range(10, 20))
    text = DOCUMENT.replace("molecules:\n", f"molecules:\n  X: {{kind: protein}}\n{named}")
    text = text.replace("processes:\n", f'processes:\n  gone: {{is: "X@pm -> 0"}}\n{gone}')
    reasons = source.with_name("mine.tsv")
    reasons.write_text("WP-XRF-1b\t*\tgeneral\nWP-XRF-1b\tX\tits own\n", encoding="utf-8")
    _, out = made(source, text, reasons=reasons)
    assert '**WP-XRF-1b**, its own\n\n- DataNode "X" has no identifier\n' in checklist(out)
    assert ", general" not in checklist(out)


def test_a_reason_for_nothing_is_told(source: Path) -> None:
    source.with_name("small.reasons.tsv").write_text(REASON, encoding="utf-8")
    told, _ = made(source)
    (found,) = told.findings
    assert (found.code, found.severity, found.place.line) == ("SUB004", Severity.WARNING, 1)


def test_what_is_no_reason_is_refused(source: Path) -> None:
    reasons = source.with_name("small.reasons.tsv")
    reasons.write_text(f"{REASON}WP-TTL-5 *\nWP-TTL-5\t*\t\n", encoding="utf-8")
    with pytest.raises(FaultyError) as raised:
        made(source)
    assert [(it.code, it.place.line) for it in raised.value.findings] == [
        ("SUB005", 2),
        ("SUB005", 3),
    ]


def test_a_folder_that_can_not_be_made(source: Path) -> None:
    with pytest.raises(UnwritableError):
        submit(source, source.parent / "none" / "out", at=AT)


def test_a_file_of_the_database_is_submitted_as_an_edit(tmp_path: Path) -> None:
    path = tmp_path / "a.gpml"
    path.write_bytes(SOUND)
    told = submit(path, tmp_path / "out", at=AT)
    assert [it.code for it in told.findings if it.code.startswith("WP")] == []
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == FILES


def test_without_resvg_the_picture_is_svg_alone(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    told, out = made(source)
    assert [(it.code, it.severity) for it in told.findings] == [("DRAW003", Severity.NOTE)]
    assert not (out / "WP0__PR0.png").exists()
