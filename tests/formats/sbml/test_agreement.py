"""Our linear rules and libSBML's whole check say the same of small files, faulty and fine."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree
from tests.formats.sbml.faulty import FAULTY, FINE, SPACES, Case, clean, document

from pathport.findings import Finding, Severity
from pathport.formats.sbml.checks import checked
from pathport.formats.sbml.codes import COVERS, PLACELESS
from pathport.formats.sbml.judge import judged, number_of

Edition = tuple[int, int]


def runs(table: dict[str, Case]) -> list[object]:
    return [
        pytest.param(it, edition, id=f"{name}, L{edition[0]}V{edition[1]}")
        for name, it in table.items()
        for edition in it.editions
    ]


def ours(text: str, edition: Edition) -> list[Finding]:
    return list(checked(text.encode(), SPACES[edition]).findings)


def theirs(text: str) -> list[Finding]:
    return [it for it in judged(text.encode(), 0) if it.severity is not Severity.NOTE]


def around(text: str) -> dict[int, set[int]]:
    """By line, the lines of the elements that begin there and of all that they are in."""
    lines: dict[int, set[int]] = {}
    for element in etree.fromstring(text.encode()).iter():
        around = [it.sourceline or 0 for it in element.iterancestors()]
        lines.setdefault(element.sourceline or 0, set()).update([element.sourceline or 0, *around])
    return lines


def same(our: Finding, their: Finding, lines: dict[int, set[int]]) -> bool:
    """Whether both speak of one fault: libSBML may point at what is around the element."""
    covered = number_of(their) in COVERS.get(our.code, ())
    there = number_of(their) in PLACELESS or their.place.line in lines.get(our.place.line, ())
    return covered and there


@pytest.mark.parametrize("edition", SPACES, ids=str)
def test_the_clean_document_is_clean(edition: Edition) -> None:
    assert ours(clean(edition), edition) == []
    assert theirs(clean(edition)) == []


@pytest.mark.parametrize(("it", "edition"), runs(FAULTY))
def test_what_libsbml_finds_faulty_so_do_we(it: Case, edition: Edition) -> None:
    text = document(it, edition)
    lines = around(text)
    found = theirs(text)
    mine = [our for our in ours(text, edition) if our.code == it.code]
    assert mine
    agreed = {
        (our.severity, their.severity) for our in mine for their in found if same(our, their, lines)
    }
    assert any(our is their for our, their in agreed)


@pytest.mark.parametrize(("it", "edition"), runs(FAULTY))
def test_no_error_is_found_by_one_alone(it: Case, edition: Edition) -> None:
    text = document(it, edition)
    lines = around(text)
    mine, found = ours(text, edition), theirs(text)
    told = {our.place.line for our in mine}
    errors = [their for their in found if their.severity is Severity.ERROR]
    alone = [
        their
        for their in errors
        if number_of(their) not in PLACELESS
        and not any(their.place.line in lines[line] for line in told)
    ]
    assert alone == []
    assert bool(errors) == any(our.severity is Severity.ERROR for our in mine)


@pytest.mark.parametrize(("it", "edition"), runs(FINE))
def test_what_libsbml_finds_fine_so_do_we(it: Case, edition: Edition) -> None:
    text = document(it, edition)
    assert theirs(text) == []
    assert ours(text, edition) == []


ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def tools() -> Iterator[tuple[ModuleType, ModuleType]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "tools"))
        import make_docs
        import sbml_rules

        if not sbml_rules.KEY.exists():
            pytest.skip(f"no files of others are at {sbml_rules.KEY}")
        yield make_docs, sbml_rules


OTHERS = frozenset({10217, 20608})
"""Rules on formulas and units, of which we have none."""


def test_no_error_in_real_files_is_found_by_one_alone(
    tools: tuple[ModuleType, ModuleType],
) -> None:
    for file in tools[1].files():
        alone = {number_of(it) for it in file.alone if it.severity is Severity.ERROR}
        assert {it for it in alone - OTHERS if it < 1_000_000} == set()
        covered = {number_of(it) for it in file.theirs}
        ours = {it.code for it in file.ours if it.severity is Severity.ERROR}
        assert {code for code in ours if not COVERS[code] & covered} == set()


def test_the_page_tells_what_is_measured(tools: tuple[ModuleType, ModuleType]) -> None:
    page = (ROOT / "docs" / "formats" / "sbml.md").read_text(encoding="utf-8")
    assert tools[0].measured(page, ["sbml_rules"]) == page, "run python tools/make_docs.py"
