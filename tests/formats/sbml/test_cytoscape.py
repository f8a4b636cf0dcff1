"""What cy3sbml shows less of: each rule on the smallest file that breaks it; what it reads."""

from collections import Counter

import pytest
from tests.formats.sbml.test_cy3sbml import ACTIVATORS, INHIBITORS, MODIFIERS

import pathport
from pathport.findings import Severity
from pathport.formats.sbml.cytoscape import KNOWN_TERMS, oddities

CORE = "http://www.sbml.org/sbml/level3/version1/core"
PACKAGES = "http://www.sbml.org/sbml/level3/version1"


def model(inner: str) -> bytes:
    return (
        f'<sbml xmlns="{CORE}" xmlns:qual="{PACKAGES}/qual/version1"'
        f' xmlns:groups="{PACKAGES}/groups/version1"><model>\n{inner}</model></sbml>'
    ).encode()


ODD = {
    "a modifier without a term": ('<modifierSpeciesReference species="A"/>', "CYS001"),
    "a modifier with another term": (
        '<modifierSpeciesReference species="A" sboTerm="SBO:0000003"/>',
        "CYS001",
    ),
    "a species without a metaid": ('<species id="A"/>', "CYS002"),
    "a group of nothing": ('<groups:member groups:idRef="x"/>', "CYS003"),
    "an input without a sign": ('<qual:input qual:qualitativeSpecies="A"/>', "CYS004"),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_is_told(name: str) -> None:
    inner, code = ODD[name]
    [finding] = oddities(model(inner))
    assert (finding.code, finding.place.line) == (code, 2)
    assert finding.severity is not Severity.ERROR


SOUND = (
    '<species id="A" metaid="a"/>',
    '<modifierSpeciesReference species="A" sboTerm="SBO:0000020"/>',
    '<species id="A" metaid="a"/><groups:member groups:idRef="A"/>',
    '<species id="A" metaid="a"/><groups:member groups:metaIdRef="a"/>',
    '<qual:input qual:qualitativeSpecies="A" qual:sign="positive"/>',
    '<species xmlns="http://example.org/other" id="A"/>',
)


@pytest.mark.parametrize("inner", SOUND)
def test_what_is_sound_is_not(inner: str) -> None:
    assert list(oddities(model(inner))) == []


def test_the_terms_are_those_that_the_plugin_compares_with() -> None:
    assert {f"SBO:{it:07}" for it in ACTIVATORS | INHIBITORS | MODIFIERS} == KNOWN_TERMS


@pytest.mark.parametrize("fmt", ["sbml", "sbml-qual", "celldesigner"])
def test_what_cy3sbml_reads_is_fit(fmt: str) -> None:
    pathway = pathport.read("examples/receptor-jak-stat.yaml")
    fitness = pathport.check(pathport.write_bytes(pathway, fmt).content, "cytoscape")
    assert fitness.format == fmt
    assert fitness.is_fit


def test_of_an_export_to_sbml_nothing_is_odd() -> None:
    pathway = pathport.read("examples/cxcr4.yaml")
    found = oddities(pathport.write_bytes(pathway, "sbml").content)
    assert Counter(it.severity for it in found).keys() <= {Severity.NOTE}
