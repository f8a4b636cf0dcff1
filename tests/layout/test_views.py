"""What a view shows: the core is one way from a ligand to each outcome, a module what it holds."""

import random
from textwrap import dedent

import pytest

import pathport
from pathport import Pathway
from pathport.api.drawing import viewed
from pathport.layout.views import core
from pathport.testing import shuffled

DOCUMENT = """
pathport: 1
id: a
compartments:
  ec: {name: extracellular region, dimensions: 3}
  pm: {name: plasma membrane, dimensions: 2, inside: ec}
  cyt: {name: cytosol, dimensions: 3, inside: pm}
molecules:
  L: {kind: protein, roles: ligand}
  D: {kind: small molecule, roles: drug}
  R: {kind: protein, roles: GPCR}
  A: {kind: protein}
  B: {kind: protein}
  grows: {kind: phenotype}
species:
  growth: {is: grows}
processes:
  bound: {is: "L@ec + R@pm -> L:R@pm"}
  long: {is: "A@cyt -> A{p}@cyt", controls: [{by: "L:R@pm", effect: stimulation}]}
  longer: {is: "B@cyt -> B{p}@cyt", controls: [{by: "A{p}@cyt", effect: catalysis}]}
  short: {is: "B@cyt -> B{p}@cyt", controls: [{by: "L:R@pm", effect: catalysis}]}
  blocked: {is: "D@ec + R@pm -> D:R@pm"}
influences:
  ends: {on: growth, by: "B{p}@cyt", effect: stimulation}
"""


@pytest.fixture(scope="module")
def flagship() -> Pathway:
    return pathport.read("examples/cxcr4.yaml")


def test_the_core_is_the_shortest_way_from_a_ligand_to_an_outcome() -> None:
    found = core(pathport.read(dedent(DOCUMENT).encode(), "yaml"))
    assert {each.id for each in found.processes} == {"bound", "short"}


def test_without_outcomes_the_core_is_what_no_drug_does() -> None:
    document = DOCUMENT[: DOCUMENT.index("influences:")]
    found = core(pathport.read(document.encode(), "yaml"))
    assert {each.id for each in found.processes} == {"bound", "long", "longer", "short"}


def test_the_core_is_the_same_whatever_the_order_of_the_parts(flagship: Pathway) -> None:
    assert core(shuffled(flagship, random.Random(1))) == core(flagship)


def test_the_core_and_each_module_of_the_flagship_can_be_read_on_paper(flagship: Pathway) -> None:
    views = ["core", *(f"module={each.id}" for each in flagship.modules)]
    drawings = [pathport.draw(flagship, view=view) for view in views]
    assert [it.metrics.smallest_text for it in drawings if it.metrics.smallest_text < 6] == []


def test_a_module_is_found_by_the_beginning_of_its_name(flagship: Pathway) -> None:
    assert viewed(flagship, "module=jak") == viewed(flagship, "module=F")
