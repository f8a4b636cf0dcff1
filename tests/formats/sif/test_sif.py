"""SIF: the lines, the tables beside them, and what is no SIF."""

import csv
import io
from pathlib import Path

import pytest
from tests.networks.samples import document

import pathport
from pathport.formats import Options, sif
from pathport.networks.network import View

SMALL = document(
    """
    species: {alone: {is: C@cyt}}
    processes:
      p: {is: "A@cyt -> A{p}@cyt", controls: [{by: B@cyt, effect: catalysis}]}
    """
)


def test_a_line_is_an_edge_and_a_node_without_edges_has_its_own() -> None:
    written = sif.write(SMALL, Options(view=View.INFLUENCE))
    assert written.content == b"B\tpositive influence\tA\nC\n"
    nodes, edges = (table(each) for each in written.beside)
    assert [each["id"] for each in nodes] == ["A", "B", "C"]
    assert nodes[0]["states"] == "p"
    assert [each["edge"] for each in edges] == ["B (positive influence) A"]


def table(content: bytes) -> list[dict[str, str]]:
    text = io.StringIO(content.decode(), newline="")
    return list(csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_tables_lie_beside_the_file(tmp_path: Path) -> None:
    pathport.export(SMALL, "sif", tmp_path, name="x")
    assert {it.name for it in tmp_path.iterdir()} == {"x.sif", "x.nodes.tsv", "x.edges.tsv"}
    pathport.write(SMALL, tmp_path / "y.sif.gz")
    assert {it.name for it in tmp_path.glob("y*")} == {
        "y.sif.gz",
        "y.nodes.tsv.gz",
        "y.edges.tsv.gz",
    }


def test_a_table_that_may_not_be_written_keeps_all_from_being_placed(tmp_path: Path) -> None:
    (tmp_path / "x.nodes.tsv").mkdir()
    with pytest.raises(pathport.UnwritableError, match=r"x\.nodes\.tsv"):
        pathport.export(SMALL, "sif", tmp_path, name="x")
    assert [it.name for it in tmp_path.iterdir()] == ["x.nodes.tsv"]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [(b"a\tb\tc\nd\te\n", "SIF002", 2), (b"a\t\tb\n", "SIF002", 1)],
)
def test_a_line_with_too_few_fields_is_a_fault(content: bytes, code: str, line: int) -> None:
    [finding] = pathport.validate(content, "sif")
    assert (finding.code, finding.place.line) == (code, line)
    assert pathport.validate(b"a b c\na\n\n", "sif") == []


def test_a_fault_of_many_lines_is_told_once() -> None:
    [finding] = pathport.validate(b"a b c\n" + b"a b\n" * 60, "sif")
    assert (finding.code, finding.place.line) == ("SIF002", 2)
    assert finding.sentence == "the line has 2 fields, and so have 59 others, down to line 61"


def test_what_is_no_text_is_unreadable() -> None:
    with pytest.raises(pathport.UnreadableError, match=":2: SIF001"):
        pathport.validate(b"a b c\n\xff", "sif")
