"""The view of influences: each rule on the smallest pathway that shows it, then the flagship."""

import json
import random

import pytest
from hypothesis import given
from tests.networks.samples import document, told

import pathport
from pathport import Pathway
from pathport.model.enumerations import Kind
from pathport.model.parts import Component
from pathport.model.things import Form, Molecule, Species
from pathport.networks.influence import influence_view
from pathport.networks.network import Complexes
from pathport.testing import pathways, shuffled

WHOLE, PARTS = Complexes.WHOLE, Complexes.PARTS


def processes(*entries: str) -> Pathway:
    lines = (f"  p{number}: {entry}\n" for number, entry in enumerate(entries))
    return document("processes:\n" + "".join(lines))


def process(is_: str, by: str | None = None, effect: str = "catalysis", **more: object) -> str:
    """An entry of a document; JSON is YAML too."""
    controls = {"controls": [{"by": by, "effect": effect}]} if by else {}
    return json.dumps({"is": is_, **controls, **more})


ENDOCYTOSIS = {"is version of": "go:0031623"}

RULES = {
    "a control acts on what its process makes": (
        process("A@cyt -> A{p}@cyt", "B@cyt"),
        {"B -> A"},
    ),
    "an inhibition is negative": (
        process("A@cyt -> A{p}@cyt", "B@cyt", "inhibition"),
        {"B -| A"},
    ),
    "a modulation has no sign": (
        process("A@cyt -> A{p}@cyt", "B@cyt", "modulation"),
        {"B -? A"},
    ),
    "not turns the sign": (
        process("A@cyt -> A{p}@cyt", "B@cyt and not C@cyt", "stimulation"),
        {"B -> A", "C -| A"},
    ),
    "a dephosphorylation takes back": (
        process("A{p}@cyt -> A@cyt", "B@cyt", type="dephosphorylation"),
        {"B -| A"},
    ),
    "so does what leaves the active state": (
        process("A{active}@cyt -> A@cyt", "B@cyt"),
        {"B -| A"},
    ),
    "so does what spends a nucleotide": (
        process("G:GTP@cyt -> G:GDP@cyt", "B@cyt"),
        {"B -| G"},
    ),
    "an exchange of nucleotides does not": (
        process("G:GDP@cyt + GTP@cyt -> G:GTP@cyt + GDP@cyt", "B@cyt"),
        {"B -> G"},
    ),
    "what is used up goes down": (
        process("S@cyt -> T@cyt", "B@cyt"),
        {"B -> T", "B -| S", "S -> T"},
    ),
    "a degradation leaves nothing": (
        process("A@cyt -> 0", "B@cyt"),
        {"B -| A"},
    ),
    "cofactors and ubiquitin are no nodes": (
        process("A@cyt + ATP@cyt + U@cyt -> A{ubK48}@cyt", "B@cyt"),
        {"B -> A"},
    ),
    "a template makes what is made of it": (
        process("0 -> B@cyt", type="transcription", template="B_gene@cyt"),
        {"B_gene -> B"},
    ),
    "nothing acts on itself": (
        process("A@cyt -> A{p}@cyt", "A{p}@cyt"),
        set(),
    ),
    "a homodimer is its molecule": (
        process("2 A@cyt -> 2*A@cyt", "B@cyt", "stimulation"),
        {"B -> A"},
    ),
    "a transport that GO knows is an outcome": (
        process("R@pm -> R@cyt", "B@cyt", type="transport", identifiers=ENDOCYTOSIS),
        {"B -> R", "B -> p0", "R -> p0"},
    ),
    "a transport that it does not know is none": (
        process("R@pm -> R@cyt", "B@cyt", type="transport"),
        {"B -> R"},
    ),
}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("complexes", Complexes)
def test_a_rule(rule: str, complexes: Complexes) -> None:
    entry, expected = RULES[rule]
    assert told(processes(entry), complexes) == expected


def test_a_complex_is_a_node_or_its_parts() -> None:
    binding, acting = process("L@ec + R@pm -> L:R@pm"), process("A@cyt -> A{p}@cyt", "L:R@pm")
    found = processes(binding, acting)
    assert told(found, WHOLE) == {"L -> L:R", "R -> L:R", "L:R -> A"}
    assert told(found, PARTS) == {"L -> R", "L -> A", "R -> A"}


def test_a_part_of_which_nothing_is_known_is_no_node() -> None:
    parts = (Component(molecule="A"), Component())
    whole = Species(id="whole", form=Form.COMPLEX, components=parts)
    found = Pathway(id="x", molecules=(Molecule(id="A", kind=Kind.PROTEIN),), species=(whole,))
    for complexes in Complexes:
        assert [it.id for it in influence_view(found, complexes).nodes] == ["A"]


def test_parts_that_bind_have_no_direction_unless_one_comes_from_outside() -> None:
    assert told(processes(process("A@cyt + B@cyt -> A:B@cyt")), PARTS) == {"A -- B"}
    assert told(processes(process("D@ec + R@pm -> D:R@pm")), PARTS) == {"D -? R"}
    assert told(processes(process("L@ec + A@ec -> A:L@ec")), PARTS) == {"A -- L"}


def test_of_a_complex_that_stands_for_its_parts_the_one_that_changed_is_acted_on() -> None:
    entry = process("A:R@pm -> A{p}:R@pm", "B@cyt")
    assert told(processes(entry), PARTS) == {"B -> A"}
    assert told(processes(entry), WHOLE) == {"B -> A:R"}


def test_of_a_complex_with_its_inhibitor_the_inhibitor_acts() -> None:
    found = document(
        """
        species: {grows: {is: growth}}
        processes:
          binds: {is: "L@ec + R@pm -> L:R@pm"}
          blocks: {is: "D@ec + R@pm -> D:R@pm"}
        controls: {against: {of: binds, by: D@ec, effect: inhibition}}
        influences: {i: {on: grows, by: "D:R@pm", effect: inhibition}}
        """
    )
    assert told(found, PARTS) == {"D -| growth", "D -| L", "D -| R", "L -> R"}
    assert "D:R -| growth" in told(found, WHOLE)


def test_a_drug_that_inhibits_nothing_acts_with_what_it_binds() -> None:
    found = document(
        """
        species: {grows: {is: growth}}
        influences: {i: {on: grows, by: "D:R@pm", effect: stimulation}}
        """
    )
    assert told(found, PARTS) == {"D -> growth", "R -> growth"}


def test_of_a_complex_that_controls_a_process_what_takes_no_part_in_it_acts() -> None:
    uncoupled = processes(
        process("R@pm + G@pm -> G:R@pm", "A:R@pm", "inhibition"),
        process("G:R@pm -> G{active}:R@pm", "G:R@pm"),
    )
    assert told(uncoupled, PARTS) == {"A -| G", "G -- R", "R -> G"}


def test_a_form_that_only_goes_on_to_be_degraded_is_taken_away() -> None:
    found = processes(
        process("R@pm -> R{ubK48}@pm", "A@cyt"),
        process("R{ubK48}@pm -> R{ubK48}@cyt", "B@cyt", "stimulation", type="transport"),
        process("R{ubK48}@cyt -> 0", "C@cyt", type="degradation"),
    )
    assert told(found) == {"A -| R", "B -| R", "C -| R"}


@pytest.mark.parametrize(
    "more",
    [
        process("A@cyt -> A{p}@cyt", "R{ubK48}@cyt"),
        process("R{ubK48}@cyt -> R@pm"),
    ],
    ids=["acts", "comes back"],
)
def test_a_form_that_does_more_than_that_is_not(more: str) -> None:
    degraded = process("R{ubK48}@cyt -> 0", type="degradation")
    found = processes(process("R@pm -> R{ubK48}@cyt", "B@cyt"), degraded, more)
    assert "B -> R" in told(found)


def test_of_a_complex_only_the_part_that_is_degraded_is_taken_away() -> None:
    parted = process("A:R@cyt -> R{ubK48}@cyt + A@cyt", "B@cyt", type="transport")
    degraded = process("R{ubK48}@cyt -> 0", type="degradation")
    used = process("C@cyt -> C{p}@cyt", "A@cyt")
    assert told(processes(parted, degraded, used), PARTS) >= {"B -| R"}
    assert {"B -> A", "B -| R"} <= told(processes(parted, degraded, used), WHOLE)


def test_a_control_on_a_control_acts_through_it() -> None:
    found = document(
        """
        processes:
          p:
            is: A@cyt -> A{p}@cyt
            controls:
            - id: acts
              by: B@cyt
              effect: inhibition
        controls: {against: {of: acts, by: C@cyt, effect: inhibition}}
        """
    )
    assert told(found) == {"B -| A", "C -> A"}


def test_an_influence_and_an_association_are_edges() -> None:
    found = document(
        """
        species: {grows: {is: growth}}
        influences: {i: {on: grows, by: "A:B@cyt", effect: inhibition}}
        associations: {beside: {between: [A@cyt, C@cyt]}}
        """
    )
    assert told(found, PARTS) == {"A -| growth", "B -| growth", "A .. C"}
    assert told(found, WHOLE) == {"A:B -| growth", "A .. C"}


def test_members_of_a_set_act_where_it_stands_for_them() -> None:
    found = document(
        """
        species:
          any: {members: [A@cyt, B@cyt]}
          grows: {is: growth}
        influences: {i: {on: grows, by: any, effect: stimulation}}
        """
    )
    assert told(found, PARTS) == {"A -> growth", "B -> growth"}
    assert told(found, WHOLE) == {"any -> growth"}


@pytest.fixture(scope="module")
def flagship() -> Pathway:
    return pathport.read("examples/cxcr4.yaml")


FLAGSHIP = (
    (PARTS, "CXCL12 -> CXCR4"),
    (PARTS, "CXCR4 -> Gi_alpha_set"),
    (WHOLE, "Gbg -> PI3K_set"),
    (WHOLE, "PI3K_set -> PIP3"),
    (WHOLE, "PI3K_set -| PIP2"),
    (PARTS, "PIP3 -> AKT_set"),
    (WHOLE, "AKT_set -> mTORC1"),
    (WHOLE, "MEK_set -> ERK_set"),
    (PARTS, "JAK_set -> STAT_set"),
    (WHOLE, "GRK2 -> CXCL12:CXCR4"),
    (PARTS, "GRK2 -> CXCR4"),
    (PARTS, "GRK3 -> CXCR4"),
    (PARTS, "GRK6 -> CXCR4"),
    (PARTS, "ARRB_set -> E67"),
    (WHOLE, "ARRB_set:CXCL12:CXCR4 -> E67"),
    (WHOLE, "ARRB_set:CXCL12:CXCR4 -| CXCL12:CXCR4:Gbg:Gi_alpha_set"),
    (WHOLE, "plerixafor -| CXCL12:CXCR4"),
    (WHOLE, "Gi_alpha_set -| cAMP"),
    (WHOLE, "STAT_set -> gene_transcription"),
    (WHOLE, "CXCL12:CXCR4 -> cell_migration"),
    (PARTS, "ulocuplumab -| cell_survival"),
    (PARTS, "plerixafor -> leukocyte_mobilization"),
    (PARTS, "plerixafor -| CXCR4"),
    (PARTS, "ACKR3 -| Gi_alpha_set"),
    (PARTS, "ARRB_set -| Gi_alpha_set"),
    (PARTS, "HGS -> E68"),
    (PARTS, "HGS -| CXCR4"),
    (PARTS, "ITCH -| CXCR4"),
    (WHOLE, "ITCH -| ARRB_set:CXCL12:CXCR4"),
)
"""What a biologist looks for in the pathway; PI3K acts on AKT through PIP3; E67 internalizes."""


@pytest.mark.parametrize(("complexes", "edge"), FLAGSHIP)
def test_the_flagship_says(flagship: Pathway, complexes: Complexes, edge: str) -> None:
    assert edge in told(flagship, complexes)


@pytest.mark.parametrize("complexes", Complexes)
def test_no_two_edges_of_the_flagship_have_opposite_signs(
    flagship: Pathway, complexes: Complexes
) -> None:
    edges = told(flagship, complexes)
    assert [it for it in edges if it.replace(" -> ", " -| ") in edges and " -> " in it] == []


def test_nothing_that_a_drug_blocks_acts_where_it_is_blocked(flagship: Pathway) -> None:
    edges = told(flagship, PARTS)
    assert not {"CXCR4 -| cell_survival", "CXCR4 -> leukocyte_mobilization"} & edges


def test_an_edge_names_what_it_comes_from(flagship: Pathway) -> None:
    edges = {each.id: each for each in influence_view(flagship).edges}
    found = edges["GRK6.positive_influence.CXCL12:CXCR4"]
    assert found.columns["controls"] == ("E61_catalysis_GRK6_pm", "E62_catalysis_GRK6_pm")
    assert found.columns["modules"] == ("GRK, arrestin, internalization, ACKR3",)


@given(pathways())
def test_every_edge_leads_from_a_node_to_a_node_and_ids_are_unique(pathway: Pathway) -> None:
    for complexes in Complexes:
        found = influence_view(pathway, complexes)
        nodes = [each.id for each in found.nodes]
        edges = [each.id for each in found.edges]
        assert len({*nodes, *edges}) == len(nodes) + len(edges)
        assert {end for each in found.edges for end in (each.source, each.target)} <= {*nodes}
        assert influence_view(shuffled(pathway, random.Random(1)), complexes) == found
