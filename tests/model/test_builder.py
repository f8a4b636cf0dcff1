"""The builder says in Python what a document says, and gives the same pathway."""

import inspect

import pytest

from pathport.document import YAML, load
from pathport.errors import FaultyError
from pathport.model.builder import Builder
from pathport.model.entries import COLLECTIONS
from pathport.model.enumerations import Kind
from pathport.model.facts import facts

DOCUMENT = """\
pathport: 1
id: mini
title: A small one
organism: ncbitaxon:9606
authors: [Ada, {name: Bob, orcid: 0000-0002-1825-0097}]
figure: {reference: pubmed:8752281, label: Figure 1}
publications: {pubmed:8752281: {title: A paper, authors: [Oberlin], year: 1996}}
compartments:
  ec: {}
  pm: {name: plasma membrane, identifiers: go:0005886, dimensions: 2, inside: ec}
molecules:
  CXCL12: {kind: protein, roles: ligand}
  CXCR4: {kind: protein, identifiers: uniprot:P61073, site_sets: {tail: {sites: [pS324, pS325]}}}
  GNAI1: {kind: protein}
  Gi: {kind: family, members: [GNAI1]}
  Gbg: {kind: complex, members: 2*GNAI1}
  CXCR4_gene: {kind: gene}
  CXCR4_mRNA: {kind: RNA}
  GTP: {kind: small molecule}
  Ca2: {kind: ion}
  motion: {kind: phenotype}
species:
  receptor: {is: CXCR4@pm, name: the receptor, cell_type: cl:0000084}
  bound:
    components: [CXCL12, {is: "2*CXCR4{tail}", name: pair}]
    compartment: pm
  either: {members: [receptor, bound]}
processes:
  E01:
    is: CXCL12@ec + CXCR4@pm -> CXCL12:CXCR4@pm
    type: binding
    evidence: eco:0000269 pubmed:8752281
    controls:
    - {by: GTP@ec, effect: inhibition, mechanism: competitive}
    - {by: Ca2@ec and not Gi@pm, effect: stimulation, id: boost, notes: needed}
  E02:
    is: 0 -> CXCR4_mRNA@pm
    type: genetic production
    template: CXCR4_gene@pm
    spontaneous: true
controls:
  brake: {of: boost, by: Gbg@pm, effect: inhibition}
influences:
  I1: {on: motion, by: either, effect: trigger}
associations:
  A1: {between: [2 CXCR4@pm, GNAI1@pm], type: physical association}
modules:
  M1: {name: all, members: [E01, I1], order: E01 -> E02}
"""


def built() -> Builder:
    b = Builder(
        "mini",
        title="A small one",
        organism="ncbitaxon:9606",
        authors=["Ada", {"name": "Bob", "orcid": "0000-0002-1825-0097"}],
        figure={"reference": "pubmed:8752281", "label": "Figure 1"},
    )
    b.publication("pubmed:8752281", title="A paper", authors=["Oberlin"], year=1996)
    b.compartment("ec")
    b.compartment("pm", name="plasma membrane", identifiers="go:0005886", dimensions=2, inside="ec")
    b.protein("CXCL12", roles="ligand")
    b.protein(
        "CXCR4", identifiers="uniprot:P61073", site_sets={"tail": {"sites": ["pS324", "pS325"]}}
    )
    b.protein("GNAI1")
    b.family("Gi", ["GNAI1"])
    b.complex("Gbg", "2*GNAI1")
    b.gene("CXCR4_gene")
    b.rna("CXCR4_mRNA")
    b.small_molecule("GTP")
    b.ion("Ca2")
    b.phenotype("motion")
    b.species("receptor", "CXCR4@pm", name="the receptor", cell_type="cl:0000084")
    b.species(
        "bound", components=["CXCL12", {"is": "2*CXCR4{tail}", "name": "pair"}], compartment="pm"
    )
    b.species("either", members=["receptor", "bound"])
    binding = b.process(
        "CXCL12@ec + CXCR4@pm -> CXCL12:CXCR4@pm",
        type="binding",
        id="E01",
        evidence="eco:0000269 pubmed:8752281",
    )
    b.control(binding, by="GTP@ec", effect="inhibition", mechanism="competitive")
    b.control(binding, by="Ca2@ec and not Gi@pm", effect="stimulation", id="boost", notes="needed")
    b.control("boost", by="Gbg@pm", effect="inhibition", id="brake")
    b.process(
        "0 -> CXCR4_mRNA@pm",
        type="genetic production",
        id="E02",
        template="CXCR4_gene@pm",
        spontaneous=True,
    )
    b.influence("motion", by="either", effect="trigger", id="I1")
    b.association("2 CXCR4@pm", "GNAI1@pm", type="physical association", id="A1")
    b.module("M1", ["E01", "I1"], order="E01 -> E02", name="all")
    return b


def test_it_says_what_the_document_says() -> None:
    assert facts(built().pathway()) == facts(load(DOCUMENT, syntax=YAML).pathway)


def test_the_pathway_may_be_asked_for_again() -> None:
    builder = built()
    assert builder.pathway() == builder.pathway()


def test_ids_are_made_where_none_are_given() -> None:
    b = Builder("x")
    b.compartment("pm")
    b.protein("A")
    made = b.process("A@pm -> 2*A@pm", type="binding")
    again = b.process("A@pm -> 2*A@pm", type="binding", name="another")
    lost = b.process("A@pm -> 0", type="degradation")
    influence = b.influence("A@pm", by="2*A@pm", effect="inhibition")
    b.control(influence, by="A@pm", effect="trigger")
    association = b.association("2 A@pm")
    pathway = b.pathway()
    assert (made, again, lost) == ("binding_x2_A_pm", "binding_x2_A_pm_2", "degradation_A_pm")
    assert (influence, association) == ("A_pm_inhibition_x2_A_pm", "association_2_A_pm")
    assert {control.id for control in pathway.controls} == {
        influence,
        "A_pm_inhibition_x2_A_pm_trigger_A_pm",
    }


def test_all_faults_are_told_with_their_entries() -> None:
    b = Builder("x", title="")
    b.protein("A", roles="kinas")
    b.protein("A")
    b.process("A@pm -> {p}", type="bindin", id="E")
    b.control("E", by="B", effect="trigger")
    b.species("s")
    with pytest.raises(FaultyError) as caught:
        b.pathway()
    found = {(finding.code, finding.place.subject) for finding in caught.value.findings}
    assert found == {
        ("MDL002", "molecules A"),
        ("DOC023", "molecules A roles"),
        ("DOC023", "processes E type"),
        ("DOC026", "processes E is"),
        ("DOC029", "species s"),
        ("MDL003", "processes E is"),
        ("MDL003", "processes E controls 0 by"),
        ("MDL011", ""),
    }


def test_an_unknown_word_is_a_fault() -> None:
    b = Builder("x")
    b.compartment("pm", colour="red")  # type: ignore[call-arg]
    with pytest.raises(FaultyError, match='the key "colour" is not known here'):
        b.pathway()


def test_no_document_is_a_fault() -> None:
    b = Builder(7)  # type: ignore[arg-type]
    with pytest.raises(FaultyError, match="expected a text, found the number 7"):
        b.pathway()


WORDS = {
    "compartment": "compartments",
    "species": "species",
    "process": "processes",
    "control": "controls",
    "influence": "influences",
    "association": "associations",
    "module": "modules",
}


@pytest.mark.parametrize("name", WORDS)
def test_its_words_are_those_of_the_document(name: str) -> None:
    parameters = inspect.signature(getattr(Builder, name)).parameters
    entry = COLLECTIONS[WORDS[name]]
    fields = {*entry.__struct_encode_fields__} | {"id", "spelling", "of", "self", "words"}
    assert {*parameters} <= fields


def test_a_fault_says_where() -> None:
    builder = Builder("a")
    builder.process("A@@ -> B@c", id="E17")
    with pytest.raises(FaultyError) as caught:
        builder.pathway()
    (finding,) = (each for each in caught.value.findings if each.code == "DOC025")
    assert (finding.place.subject, finding.place.column) == ("processes E17 is", 3)
    assert str(finding).startswith("processes E17 is, column 3: DOC025: ")


def test_there_is_a_word_for_every_kind() -> None:
    builder = Builder("x")
    for kind in Kind:
        name = "subpathway" if kind is Kind.PATHWAY else kind.lower().replace(" ", "_")
        getattr(builder, name)(f"m_{name}")
    assert {each.kind for each in builder.pathway().molecules} == {*Kind}


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match="expected a process in the notation as a text, found 3"):
        Builder("x").process(3)  # type: ignore[arg-type]


def test_a_control_without_an_id_may_be_controlled() -> None:
    b = Builder("x")
    b.compartment("pm")
    b.protein("A")
    made = b.process("A@pm -> 2*A@pm")
    first = b.control(made, by="A@pm", effect="trigger")
    second = b.control(first, by="A@pm", effect="inhibition")
    controls = {control.id: control.target for control in b.pathway().controls}
    assert controls == {first.id: made, second.id: first.id}
