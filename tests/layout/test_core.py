"""The core is the ways from ligands to outcomes, with what drives what is on them."""

import random
from textwrap import dedent

import pytest

import pathport
from pathport import Pathway
from pathport.layout.core import core
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
  C: {kind: protein}
  K: {kind: protein, roles: kinase}
  Beta: {kind: protein, roles: G protein subunit}
  Gamma: {kind: protein, roles: G protein subunit}
  Gbg: {kind: complex, members: [Beta, Gamma]}
  grows: {kind: phenotype}
  moves: {kind: phenotype}
species:
  growth: {is: grows}
  movement: {is: moves}
"""
WAYS = """
processes:
  bound: {is: "L@ec + R@pm -> L:R@pm"}
  long: {is: "A@cyt -> A{p}@cyt", controls: [{by: "L:R@pm", effect: stimulation}]}
  longer: {is: "B@cyt -> B{p}@cyt", controls: [{by: "A{p}@cyt", effect: catalysis}]}
  short: {is: "B@cyt -> B{p}@cyt", controls: [{by: "L:R@pm", effect: catalysis}]}
  blocked: {is: "D@ec + R@pm -> D:R@pm"}
"""
ENDS = """
influences:
  ends: {on: growth, by: "B{p}@cyt", effect: stimulation}
"""


def kept(*sections: str) -> set[str]:
    """The processes and controls of the core of a document with these sections."""
    text = "".join(map(dedent, (DOCUMENT, *sections)))
    found = core(pathport.read(text.encode(), "yaml"))
    return {each.id for each in (*found.processes, *found.controls)}


@pytest.fixture(scope="module")
def flagship() -> Pathway:
    return pathport.read("examples/cxcr4.yaml")


def test_it_is_the_shortest_way_from_a_ligand_to_an_outcome() -> None:
    assert kept(WAYS, ENDS) == {"bound", "short", "short_catalysis_L_R_pm", "ends"}


def test_without_outcomes_it_is_what_no_drug_does() -> None:
    processes = {"bound", "long", "longer", "short"}
    assert {each for each in kept(WAYS) if "_" not in each} == processes


def test_each_process_has_what_catalyses_it() -> None:
    """K is on no way; C joins it in a gate, which is more than one box, and only stimulates."""
    found = kept(
        """
        processes:
          bound: {is: "L@ec + R@pm -> L:R@pm"}
          passed:
            is: "L:R@pm + B@cyt -> L:R@pm + B{p}@cyt"
            controls:
            - {id: one, by: K@cyt, effect: catalysis}
            - {id: gate, by: K@cyt and C@cyt, effect: catalysis}
            - {id: absent, by: not A@cyt, effect: catalysis}
            - {id: helped, by: C@cyt, effect: stimulation}
        """,
        ENDS,
    )
    assert found == {"bound", "passed", "one", "ends"}


def test_a_complex_that_goes_in_comes_from_what_is_shown_or_plain() -> None:
    found = kept(
        """
        processes:
          bound: {is: "L@ec + R@pm -> L:R@pm"}
          joined: {is: "B@cyt + C@cyt -> B:C@cyt"}
          rejoined: {is: "B{p}:K@cyt + C@cyt -> B:C@cyt + K@cyt"}
          passed: {is: "B:C@cyt -> B{p}@cyt + C@cyt", controls: [{by: "L:R@pm", effect: catalysis}]}
          made: {is: "0 -> B@cyt"}
        """,
        ENDS,
    )
    assert found == {"bound", "joined", "passed", "passed_catalysis_L_R_pm", "ends"}


G_PROTEIN = """
processes:
  bound: {is: "L@ec + R@pm -> L:R@pm"}
  freed: {is: "L:R@pm + A:Gbg@pm -> A:L:R@pm + Gbg@pm"}
  short:
    is: "B@cyt -> B{p}@cyt"
    controls:
    - {by: "L:R@pm", effect: stimulation}
    - {by: "Gbg@pm", effect: EFFECT}
"""


@pytest.mark.parametrize(("effect", "is_shown"), [("stimulation", True), ("inhibition", False)])
def test_the_way_to_what_a_g_protein_drives_is_shown(effect: str, is_shown: bool) -> None:
    found = kept(G_PROTEIN.replace("EFFECT", effect), ENDS)
    assert ({"freed", f"short_{effect}_Gbg_pm"} <= found) is is_shown


def test_what_a_receptor_does_to_an_outcome_counts_where_nothing_else_leads_to_one() -> None:
    straight = '  straight: {on: movement, by: "L:R@pm", effect: stimulation}\n'
    assert "straight" not in kept(WAYS, ENDS + straight)
    assert kept(WAYS, "influences:\n" + straight) == {"bound", "straight"}


def test_it_is_the_same_whatever_the_order_of_the_parts(flagship: Pathway) -> None:
    assert core(shuffled(flagship, random.Random(1))) == core(flagship)


def test_each_phosphorylation_in_that_of_the_flagship_has_its_kinase(flagship: Pathway) -> None:
    found = core(flagship)
    catalysed = {each.target for each in found.controls if each.effect == "catalysis"}
    phosphorylations = {each.id for each in found.processes if each.type == "phosphorylation"}
    assert phosphorylations
    assert phosphorylations <= catalysed


def test_the_flagship_begins_with_no_complex_that_comes_out_of_nowhere_but_the_resting_g_protein(
    flagship: Pathway,
) -> None:
    found = core(flagship)
    species = {each.id: each for each in found.species}
    made = {each.species for process in found.processes for each in process.outputs}
    taken = {each.species for process in found.processes for each in process.inputs}
    assert {it for it in taken - made if species[it].components} == {"Gi_GDP"}
