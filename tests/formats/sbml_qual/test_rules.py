"""What a file must hold to, in the elements of qual as in those of the base."""

from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree
from tests.formats.sbml_qual.samples import graph, influences

from pathport.errors import UnreadableError
from pathport.findings import Finding, Severity
from pathport.formats import sbml_qual
from pathport.formats.sbml import judge
from pathport.formats.sbml_qual.rules import RULES, TOLERATED
from pathport.formats.sbml_qual.terms import QUAL

Edit = Callable[[etree._Element], Any]


def put(name: str, value: str, *, package: bool = True) -> Edit:
    return lambda element: element.set(f"{{{QUAL}}}{name}" if package else name, value)


def drop(name: str) -> Edit:
    return lambda element: element.attrib.pop(f"{{{QUAL}}}{name}")


def repeat(element: etree._Element) -> None:
    element.addnext(element.makeelement(element.tag))


SPECIES = "qualitativeSpecies"
FAULTS: dict[str, tuple[str, Edit, str]] = {
    "id": (SPECIES, put("id", "1a"), "SBM201"),
    "id of another": (SPECIES, put("id", "joint"), "SBM202"),
    "metaid of another": (SPECIES, put("metaid", "meta_joint", package=False), "SBM204"),
    "species without a compartment": (SPECIES, drop("compartment"), "SBM205"),
    "species without constant": (SPECIES, drop("constant"), "SBM205"),
    "species nowhere": (SPECIES, put("compartment", "nowhere"), "SBM206"),
    "level of species": (SPECIES, put("maxLevel", "much"), "SBM207"),
    "term of species": (SPECIES, put("sboTerm", "252", package=False), "SBM208"),
    "input of nothing": ("input", drop("qualitativeSpecies"), "SBM205"),
    "input of a stranger": ("input", put("qualitativeSpecies", "nobody"), "SBM206"),
    "input without an effect": ("input", drop("transitionEffect"), "SBM205"),
    "output of a compartment": ("output", put("qualitativeSpecies", "cyt"), "SBM206"),
    "output without an effect": ("output", drop("transitionEffect"), "SBM205"),
    "default without a level": ("defaultTerm", drop("resultLevel"), "SBM205"),
    "level of a function": ("functionTerm", put("resultLevel", "on"), "SBM207"),
    "list twice": ("listOfInputs", repeat, "SBM216"),
}


def broken(name: str, edit: Edit) -> bytes:
    root = etree.fromstring(sbml_qual.write(influences()).content)
    element = next(root.iter(f"{{{QUAL}}}{name}"))
    edit(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def errors(found: tuple[Finding, ...]) -> list[Finding]:
    return [it for it in found if it.severity is Severity.ERROR]


@pytest.mark.parametrize(("name", "edit", "code"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found_with_its_line(name: str, edit: Edit, code: str) -> None:
    content = broken(name, edit)
    found = [it for it in errors(sbml_qual.validate(content)) if it.code == code]
    assert found
    assert all(it.place.line and it.place.column and it.place.subject for it in found)


def test_a_file_without_influences_says_so_and_how_to_write_processes() -> None:
    (found,) = [it for it in sbml_qual.validate(graph()) if it.code == "SBQ201"]
    assert found.severity is Severity.WARNING
    assert "--to sbml" in found.remedy


def test_what_is_tolerated_has_a_reason() -> None:
    assert {rule.code for rule in RULES} <= TOLERATED.keys()
    assert all(TOLERATED.values())


@pytest.mark.parametrize(("text", "code"), [(b"<a/>", "SBM001"), (b"<a>", "XML001")])
def test_a_text_that_is_none_is_refused(text: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        sbml_qual.validate(text)
    assert [it.code for it in refused.value.findings] == [code]


@pytest.mark.parametrize(("full", "code"), [(False, "SBM219"), (True, "SBM218")])
def test_species_and_transitions_count(
    full: bool, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judge, "MOST", 3)
    content = sbml_qual.write(influences()).content
    assert code in {it.code for it in sbml_qual.validate(content, full=full)}
