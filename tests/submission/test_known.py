"""The tables that rules compare a file with: ours, and the user's newer ones."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from tests.submission.samples import SOUND, changed

from pathport.errors import UnreadableError
from pathport.submission.known import Known
from pathport.submission.rules import fitness

ROOT = Path(__file__).parents[2]
SPECS = ROOT.parent / "shared" / "specs" / "wikipathways"
TITLE = "Binding of a ligand to its receptor"
TITLES = f"# mine\nid\torganism\ttitle\nWP7\tHomo sapiens\t{TITLE}\n"
TERMS = "id\tname\tparents\tobsolete\treplaced_by\tsynonyms\torigin\n"


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tool", ROOT / "tools" / "make_wikipathways.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = tool()


def codes(content: bytes, known: Known) -> list[str]:
    return [it.code for it in fitness(content, known)]


@pytest.mark.parametrize("name", TOOL.TABLES)
def test_a_table_is_what_the_tool_makes(name: str) -> None:
    if not SPECS.exists():
        pytest.skip(f"{SPECS} is not beside the repository")
    held = (ROOT / "schemas" / "wikipathways" / f"{name}.tsv").read_text(encoding="utf-8")
    assert held == TOOL.text_of(name, SPECS), "run python tools/make_wikipathways.py"


def test_newer_titles_take_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "titles.tsv").write_text(TITLES, encoding="utf-8")
    assert codes(SOUND, Known(tmp_path)) == ["WP-TTL-4"]
    assert codes(changed(TITLE, "Chemokine signaling"), Known(tmp_path)) == []


def test_a_table_that_is_not_given_is_ours(tmp_path: Path) -> None:
    (tmp_path / "titles.tsv").write_text(TITLES, encoding="utf-8")
    assert codes(changed("8752281", "160560"), Known(tmp_path)) == ["WP-TTL-4", "WP-REF-2"]
    (tmp_path / "retracted.tsv").write_text("pmid\tlist\n8752281\tours\n", encoding="utf-8")
    (tmp_path / "titles.tsv").unlink()
    (tmp_path / "sources.tsv").write_text("name\tkind\n", encoding="utf-8")
    found = fitness(SOUND, Known(tmp_path))
    assert [it.code for it in found] == ["WP-XRF-3", "WP-XRF-3", "WP-REF-2"]


def test_further_columns_of_a_newer_table_are_no_matter(tmp_path: Path) -> None:
    """The table of titles that is published has dates too, and was refused."""
    text = TITLES.replace("title\n", "title\tlast_modified\n").replace(
        f"{TITLE}\n", f"{TITLE}\t2025\n"
    )
    (tmp_path / "titles.tsv").write_text(text, encoding="utf-8")
    assert codes(SOUND, Known(tmp_path)) == ["WP-TTL-4"]
    (tmp_path / "titles.tsv").write_text("title\tid\torganism\n", encoding="utf-8")
    assert codes(SOUND, Known(tmp_path)) == ["WP-ORG-1"]


def test_a_newer_form_is_asked_of_ids(tmp_path: Path) -> None:
    head = "name\tform\texample\n"
    (tmp_path / "forms.tsv").write_text(f"{head}Reactome\tX[0-9]+\tX1\n", encoding="utf-8")
    other = changed('"Uniprot-TrEMBL" ID="P48061"', '"Reactome" ID="R-HSA-380108"')
    (found,) = fitness(other, Known(tmp_path))
    assert (found.code, found.sentence.rpartition(", ")[2]) == ("WP-XRF-4", "expected one like X1")
    (tmp_path / "forms.tsv").write_text(f"{head}Reactome\t[\tX1\n", encoding="utf-8")
    with pytest.raises(UnreadableError) as raised:
        fitness(other, Known(tmp_path))
    assert [it.code for it in raised.value.findings] == ["SUB002"]


def test_newer_terms_go_before_ours(tmp_path: Path) -> None:
    (tmp_path / "pw.tsv").write_text(f"{TERMS}pw:9999999\tnew\t\t0\t\t\t\n", encoding="utf-8")
    assert codes(changed("PW:0000983", "PW:9999999"), Known(tmp_path)) == []
    assert codes(SOUND, Known(tmp_path)) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [("# mine\n", 1), ("# mine\nid\ttitle\n", 2), (f"{TITLES}WP8\tHomo sapiens\n", 4)],
)
def test_a_table_of_other_columns_is_refused(text: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "titles.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError) as raised:
        fitness(SOUND, Known(tmp_path))
    (found,) = raised.value.findings
    assert (found.code, found.place.line) == ("SUB002", line)


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(UnreadableError) as raised:
            Known(folder)
        assert [it.code for it in raised.value.findings] == ["SUB002"]
