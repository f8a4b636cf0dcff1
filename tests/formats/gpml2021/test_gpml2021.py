"""What differs in GPML 2021: containers, evidence, groups with a place, prefixes as databases."""

from pathlib import Path

import pytest
from lxml import etree
from tests.formats.gpml.samples import CORPUS, ROOT, dangling, schema

import pathport
from pathport.fidelity.report import Status
from pathport.findings import Severity
from pathport.formats import format_named, gpml2021
from pathport.formats.gpml2021.dialect import curie_of, xref_of
from pathport.model.enumerations import Kind
from pathport.model.facts import facts
from pathport.model.parts import Evidence

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
NEW = "{http://pathvisio.org/GPML/2021}"
SMALL = """\
pathport: 1
id: small
title: A small one
authors: [{name: Ada Lovelace, orcid: 0000-0002-1825-0097}]
molecules:
  A: {kind: protein, identifiers: uniprot:P61073}
  D: {kind: DNA}
  end: {kind: phenotype}
influences:
  grow: {by: "A{p}", on: end, effect: stimulation, evidence: eco:0000269 pubmed:1}
  read: {by: A, on: D, effect: modulation, references: "https://example.org/a"}
processes:
  bind: {is: "A + D -> A:D", type: binding}
"""


def small() -> etree._Element:
    pathway = format_named("yaml").module.read(SMALL.encode()).pathway
    return etree.fromstring(gpml2021.write(pathway).content)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_valid_by_the_published_schema(path: Path) -> None:
    root = etree.fromstring(gpml2021.write(pathport.read(path)).content)
    published = schema("GPML2021.xsd")
    assert published.validate(root), published.error_log
    assert dangling(root) == set()


def test_states_stand_in_their_nodes_and_groups_have_a_place() -> None:
    root = small()
    assert len(root.findall(f"{NEW}DataNodes/{NEW}DataNode/{NEW}States/{NEW}State")) == 1
    [group] = root.findall(f"{NEW}Groups/{NEW}Group")
    assert group.find(f"{NEW}Graphics") is not None
    assert group.get("type") == "Complex"


def test_evidence_and_authors_are_native() -> None:
    content = etree.tostring(small())
    pathway = gpml2021.read(content).pathway
    assert [it.orcid for it in pathway.authors] == ["0000-0002-1825-0097"]
    [grow] = [it for it in pathway.controls if it.id == "grow"]
    assert grow.evidence == (Evidence(code="eco:0000269", reference="pubmed:1"),)
    for it in list(small().iter(f"{NEW}Property")):
        assert str(it.get("key")).startswith("pathport.")


def test_literature_without_an_identifier_has_its_address() -> None:
    root = small()
    assert [it.get("link") for it in root.iter(f"{NEW}Url")] == ["https://example.org/a"]


def test_a_tag_has_the_name_of_its_term_and_its_source() -> None:
    text = SMALL.replace("molecules:", "identifiers: {is version of: pw:0000983}\nmolecules:", 1)
    pathway = format_named("yaml").module.read(text.encode()).pathway
    written = gpml2021.write(pathway).content
    [tag] = etree.fromstring(written).iter(f"{NEW}Annotation")
    assert tag.get("value") == "chemokine (C-X-C motif) ligand 12 signaling pathway"
    assert [dict(it.attrib) for it in tag] == [{"identifier": "0000983", "dataSource": "pw"}]
    assert gpml2021.read(written).pathway.identifiers == pathway.identifiers


def test_the_identifier_of_a_pathway_is_its_cross_reference() -> None:
    text = SMALL.replace("molecules:", "identifiers: reactome:R-HSA-109581\nmolecules:", 1)
    pathway = format_named("yaml").module.read(text.encode()).pathway
    written = gpml2021.write(pathway)
    [xref] = etree.fromstring(written.content).iterfind(f"{NEW}Xref")
    assert xref.attrib == {"identifier": "R-HSA-109581", "dataSource": "reactome"}
    found = written.account.of_status(Status.CARRIED)
    assert not [it for it in found if (it.construct, it.field) == ("pathway", "identifiers")]


def test_a_source_is_called_as_miriam_calls_it() -> None:
    called = {"ec:3.1.2.2": "ec-code", "ncbitaxon:9606": "taxonomy", "uniprot:P61073": "uniprot"}
    found = {curie: xref_of(curie) for curie in called}
    assert {curie: xref and xref.database for curie, xref in found.items()} == called
    assert {curie: xref and curie_of(xref) for curie, xref in found.items()} == {
        curie: curie for curie in called
    }


def test_words_that_2013a_lacks() -> None:
    pathway = format_named("yaml").module.read(SMALL.encode()).pathway
    account = gpml2021.write(pathway).account
    coarse = {it.field for it in account.of_status(Status.COARSE) if it.construct == "molecule"}
    assert "kind" not in coarse
    kinds = {it.kind for it in gpml2021.read(etree.tostring(small())).pathway.molecules}
    assert {Kind.DNA, Kind.PHENOTYPE} <= kinds


def test_rules_are_those_of_the_grammar() -> None:
    root = small()
    assert [str(it) for it in gpml2021.validate(etree.tostring(root))] == []
    point = next(root.iter(f"{NEW}Point"))
    point.set("elementRef", "gone")
    found = gpml2021.validate(etree.tostring(root))
    assert {it.code for it in found if it.severity is Severity.ERROR} == {"GPM211"}
    assert [it.code for it in gpml2021.validate(b"<Pathway/>")] == ["GPM001"]


def test_both_versions_of_a_drawing_mean_the_same() -> None:
    """What was read from the one and written as the other is the same pathway."""
    path = CORPUS / "WP1941_2021.gpml"
    if not path.exists():
        pytest.skip("no corpus beside the repository")
    new = gpml2021.read(path.read_bytes()).pathway
    old = format_named("gpml").module
    assert facts(old.read(old.write(new).content).pathway) == facts(new)


def test_a_type_of_a_state_that_says_more_is_named() -> None:
    graphics = '<Graphics centerX="50" centerY="50" width="80" height="20"/>'
    mark = '<Graphics relX="1" relY="1" width="15" height="15"/>'
    states = "".join(
        f'<State elementId="{id_}" textLabel="P" type="{type_}">{mark}</State>'
        for id_, type_ in (("p", "ProteinModification"), ("q", "EpigeneticModification"))
    )
    content = (
        '<Pathway xmlns="http://pathvisio.org/GPML/2021" title="O"><DataNodes>'
        '<DataNode elementId="na" textLabel="A" type="Protein">'
        f"<States>{states}</States>{graphics}</DataNode></DataNodes></Pathway>"
    )
    found = gpml2021.read(content.encode()).findings
    assert [(it.place.subject, it.sentence) for it in found if it.code == "GPM101"] == [
        ("State q", 'lost in reading: the type "EpigeneticModification"'),
    ]


def test_a_name_of_a_term_that_its_ontology_does_not_have_is_named() -> None:
    root = small()
    assert [it for it in gpml2021.read(etree.tostring(root)).findings if it.code == "GPM101"] == []
    [evidence] = root.iter(f"{NEW}Evidence")
    evidence.set("value", "seen by eye")
    content = etree.tostring(root)
    lost = [it for it in gpml2021.read(content).findings if it.code == "GPM101"]
    line = content.partition(b"seen by eye")[0].count(b"\n") + 1
    told = 'lost in reading: the name "seen by eye" of eco:0000269'
    assert [(it.sentence, it.place.line) for it in lost] == [(told, line)]
