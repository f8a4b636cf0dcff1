"""What the reader makes of a file: its shapes, what can't be true, what it does not understand."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.formats.biopax.samples import ROOT, Owl, sample

from pathport.errors import UnreadableError
from pathport.fidelity.measure import Marks
from pathport.findings import Finding, Severity
from pathport.formats import Options, biopax
from pathport.formats.biopax import losses
from pathport.formats.biopax.ontology import NAMESPACE, descendants, properties_of
from pathport.formats.biopax.read import read_native
from pathport.formats.biopax.sorts import DEEPEST
from pathport.formats.biopax.understood import PASSED_OVER, UNDERSTOOD, understood
from pathport.formats.biopax.write import write_native
from pathport.model import rules
from pathport.model.check import checked
from pathport.model.enumerations import (
    AssociationType,
    Effect,
    Kind,
    Mechanism,
    ProcessType,
    Relation,
)
from pathport.model.facts import Facts, facts
from pathport.model.parts import Accession, Component, Gate, Participant
from pathport.model.pathway import Pathway
from pathport.model.things import Form

WRITTEN = write_native(sample(), Marks(), Options())
"""A file without records."""
CORPUS = ROOT.parent / "shared" / "corpus" / "biopax"

HEAD = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    f' xmlns:bp="{NAMESPACE}" xml:base="http://example.org/x#">'
)


def file(body: str) -> bytes:
    return f"{HEAD}{body}</rdf:RDF>".encode()


def pathway(body: str) -> Pathway:
    """What a file of these objects says; it is sound whatever they are."""
    return checked(biopax.read(file(body)).pathway)


def findings(body: str) -> Counter[str]:
    return Counter(it.code for it in read_native(file(body)).findings)


# Shapes of other programs


def test_a_file_without_a_pathway_is_one_nevertheless() -> None:
    found = pathway('<bp:Protein rdf:ID="a"><bp:displayName>A</bp:displayName></bp:Protein>')
    assert found.id == "pathway"
    (species,) = found.species
    (molecule,) = found.molecules
    assert (species.id, species.molecule) == ("a", molecule.id)
    assert (molecule.name, molecule.kind) == ("A", Kind.PROTEIN)


def test_ids_are_made_legal() -> None:
    found = pathway('<bp:Protein rdf:about="http://a.org/x/1%20b"/><bp:Protein rdf:ID="_1_b"/>')
    assert [it.id for it in found.species] == ["_1_b", "_1_b_2"]


def test_the_name_of_what_stands_for_an_influenced_species_is_told() -> None:
    found = biopax.read(
        file(
            '<bp:Control rdf:ID="c"><bp:controlled rdf:resource="#i"/></bp:Control>'
            '<bp:Protein rdf:ID="a"/><bp:Interaction rdf:ID="i">'
            '<bp:participant rdf:resource="#a"/><bp:displayName>N</bp:displayName>'
            "</bp:Interaction>"
        )
    )
    assert found.pathway.controls[0].target == "a"
    assert any('displayName "N" of' in it.sentence for it in found.findings)


def test_what_has_no_id_of_its_own_takes_none_of_another() -> None:
    found = pathway(
        '<bp:Control rdf:ID="c"><bp:controller><bp:Protein/></bp:controller></bp:Control>'
        '<bp:Protein rdf:ID="_1"/>'
    )
    assert [(it.id, it.original_id) for it in found.species] == [("_1", None), ("_1_2", None)]


@pytest.mark.parametrize("word", ["INHIBITION-COMPETITIVE", "INHIBITION_COMPETITIVE"])
def test_control_types_are_read_as_paxtools_writes_them_too(word: str) -> None:
    (control,) = pathway(
        f'<bp:Control rdf:ID="c"><bp:controlType>{word}</bp:controlType></bp:Control>'
    ).controls
    assert (control.effect, control.mechanism) == (Effect.INHIBITION, Mechanism.COMPETITIVE)


@pytest.mark.parametrize(
    ("word", "sbo", "effect", "unread"),
    [
        ("ACTIVATION", "SBO:0000461", Effect.NECESSARY_STIMULATION, 0),
        ("INHIBITION", "SBO:0000461", Effect.INHIBITION, 1),
        ("ACTIVATION", "SBO:0000180", Effect.STIMULATION, 1),
    ],
)
def test_the_term_of_an_effect_is_read_where_it_agrees_with_the_control_type(
    word: str, sbo: str, effect: Effect, unread: int
) -> None:
    found = biopax.read(
        file(
            f'<bp:Control rdf:ID="c"><bp:controlType>{word}</bp:controlType><bp:xref>'
            f"<bp:RelationshipXref><bp:db>sbo</bp:db><bp:id>{sbo}</bp:id><bp:relationshipType>"
            "<bp:RelationshipTypeVocabulary><bp:term>molecular function</bp:term>"
            "</bp:RelationshipTypeVocabulary></bp:relationshipType>"
            "</bp:RelationshipXref></bp:xref></bp:Control>"
        )
    )
    assert found.pathway.controls[0].effect is effect
    told = [it.sentence for it in found.findings if "xref" in it.sentence]
    assert [sbo.lower() in it for it in told] == [True] * unread


def test_a_black_box_is_a_complex_of_unknown_parts_unless_it_has_an_official_name() -> None:
    found = pathway(
        '<bp:Complex rdf:ID="a"><bp:displayName>A</bp:displayName></bp:Complex>'
        '<bp:Complex rdf:ID="b"><bp:standardName>B</bp:standardName></bp:Complex>'
    )
    a, b = found.species
    assert (a.form, a.name, a.components) == (Form.COMPLEX, "A", ())
    assert (b.form, found.molecules[0].kind) == (Form.SINGLE, Kind.COMPLEX)


def test_what_occurs_only_as_a_component_is_no_species() -> None:
    found = pathway(
        '<bp:ProteinReference rdf:ID="r"/>'
        '<bp:Protein rdf:ID="part"><bp:entityReference rdf:resource="#r"/></bp:Protein>'
        '<bp:Protein rdf:ID="both"><bp:entityReference rdf:resource="#r"/></bp:Protein>'
        '<bp:Complex rdf:ID="c"><bp:component rdf:resource="#part"/>'
        '<bp:component rdf:resource="#both"/></bp:Complex>'
        '<bp:Conversion rdf:ID="p"><bp:left rdf:resource="#both"/></bp:Conversion>'
    )
    assert [it.id for it in found.species] == ["both", "c"]
    components = found.species[1].components
    assert {(it.molecule, it.id) for it in components} == {("r", "part"), ("r", None)}


def test_a_conversion_from_right_to_left_goes_so() -> None:
    (process,) = pathway(
        '<bp:Protein rdf:ID="a"/><bp:BiochemicalReaction rdf:ID="p">'
        '<bp:left rdf:resource="#a"/>'
        "<bp:conversionDirection>RIGHT-TO-LEFT</bp:conversionDirection></bp:BiochemicalReaction>"
    ).processes
    assert (process.inputs, process.outputs) == ((), (Participant(species="a"),))


def test_types_by_class_and_sides() -> None:
    found = pathway(
        '<bp:Protein rdf:ID="a"/><bp:Protein rdf:ID="b"/><bp:Complex rdf:ID="c"/>'
        '<bp:Rna rdf:ID="r"/>'
        '<bp:ComplexAssembly rdf:ID="p1"><bp:left rdf:resource="#c"/>'
        '<bp:right rdf:resource="#a"/><bp:right rdf:resource="#b"/></bp:ComplexAssembly>'
        '<bp:TemplateReaction rdf:ID="p2"><bp:product rdf:resource="#r"/></bp:TemplateReaction>'
        '<bp:TemplateReaction rdf:ID="p3"><bp:product rdf:resource="#a"/>'
        '<bp:template rdf:resource="#r"/></bp:TemplateReaction>'
    )
    assert [it.type for it in found.processes] == [
        ProcessType.DISSOCIATION,
        ProcessType.TRANSCRIPTION,
        ProcessType.TRANSLATION,
    ]


def test_an_interaction_without_more_is_an_association() -> None:
    (found,) = pathway(
        '<bp:Protein rdf:ID="a"/><bp:Interaction rdf:ID="i">'
        '<bp:participant rdf:resource="#a"/></bp:Interaction>'
    ).associations
    assert found.type is AssociationType.ASSOCIATION


def test_a_pathway_inside_another_is_a_module_and_one_that_is_controlled_a_phenotype() -> None:
    found = pathway(
        '<bp:Pathway rdf:ID="top"><bp:pathwayComponent rdf:resource="#inner"/>'
        '<bp:pathwayComponent rdf:resource="#fate"/></bp:Pathway>'
        '<bp:Pathway rdf:ID="inner"/><bp:Pathway rdf:ID="fate"/>'
        '<bp:Control rdf:ID="c"><bp:controlled rdf:resource="#fate"/></bp:Control>'
    )
    assert found.id == "top"
    assert [it.id for it in found.modules] == ["inner"]
    assert [it.id for it in found.species] == ["fate"]
    assert found.molecules[0].kind is Kind.PHENOTYPE


def test_terms_are_known_by_name_too_but_no_place_is_a_term_of_go_for_its_name() -> None:
    found = pathway(
        '<bp:CellularLocationVocabulary rdf:ID="v"><bp:term>cytosol</bp:term>'
        "</bp:CellularLocationVocabulary>"
        '<bp:Conversion rdf:ID="p"><bp:interactionType><bp:InteractionVocabulary rdf:ID="t">'
        "<bp:term>phosphorylation reaction</bp:term></bp:InteractionVocabulary>"
        "</bp:interactionType></bp:Conversion>"
    )
    assert found.compartments[0].identifiers == ()
    assert found.processes[0].type is ProcessType.PHOSPHORYLATION


# What can't be true

UNSOUND = {
    "a molecule that is a member of itself": (
        '<bp:ProteinReference rdf:ID="a"><bp:memberEntityReference rdf:resource="#b"/>'
        '</bp:ProteinReference><bp:ProteinReference rdf:ID="b">'
        '<bp:memberEntityReference rdf:resource="#a"/></bp:ProteinReference>'
    ),
    "a set that is its own member": (
        '<bp:Protein rdf:ID="a"><bp:memberPhysicalEntity rdf:resource="#b"/></bp:Protein>'
        '<bp:Protein rdf:ID="b"><bp:memberPhysicalEntity rdf:resource="#a"/></bp:Protein>'
    ),
    "a control of itself": (
        '<bp:Control rdf:ID="a"><bp:controlled rdf:resource="#b"/></bp:Control>'
        '<bp:Control rdf:ID="b"><bp:controlled rdf:resource="#a"/></bp:Control>'
    ),
    "a module in itself": (
        '<bp:Pathway rdf:ID="top"><bp:pathwayComponent rdf:resource="#a"/></bp:Pathway>'
        '<bp:Pathway rdf:ID="a"><bp:pathwayComponent rdf:resource="#b"/></bp:Pathway>'
        '<bp:Pathway rdf:ID="b"><bp:pathwayComponent rdf:resource="#a"/></bp:Pathway>'
    ),
    "a coefficient that is none": (
        '<bp:Protein rdf:ID="a"/><bp:Stoichiometry rdf:ID="s">'
        '<bp:physicalEntity rdf:resource="#a"/>'
        "<bp:stoichiometricCoefficient>-2</bp:stoichiometricCoefficient></bp:Stoichiometry>"
        '<bp:Conversion rdf:ID="p"><bp:left rdf:resource="#a"/>'
        '<bp:participantStoichiometry rdf:resource="#s"/></bp:Conversion>'
    ),
    "a position before the first": (
        '<bp:ProteinReference rdf:ID="r"><bp:entityFeature rdf:resource="#f"/>'
        '</bp:ProteinReference><bp:ModificationFeature rdf:ID="f">'
        '<bp:featureLocation rdf:resource="#s"/></bp:ModificationFeature>'
        '<bp:SequenceSite rdf:ID="s"><bp:sequencePosition>0</bp:sequencePosition>'
        "</bp:SequenceSite>"
    ),
    "a site set of another molecule": (
        '<bp:ProteinReference rdf:ID="r"/><bp:EntityFeature rdf:ID="f">'
        "<bp:comment>site set: tail</bp:comment></bp:EntityFeature>"
        '<bp:Protein rdf:ID="a"><bp:entityReference rdf:resource="#r"/>'
        '<bp:feature rdf:resource="#f"/></bp:Protein>'
    ),
    "a site set whose name is a site": (
        '<bp:ProteinReference rdf:ID="r"><bp:entityFeature rdf:resource="#f"/>'
        '</bp:ProteinReference><bp:EntityFeature rdf:ID="f">'
        "<bp:comment>site set: pS12</bp:comment></bp:EntityFeature>"
    ),
    "a control of an association": (
        '<bp:MolecularInteraction rdf:ID="m"/>'
        '<bp:Control rdf:ID="c"><bp:controlled rdf:resource="#m"/></bp:Control>'
    ),
    "a fragment that ends before it begins": (
        '<bp:ProteinReference rdf:ID="r"><bp:entityFeature rdf:resource="#f"/>'
        '</bp:ProteinReference><bp:FragmentFeature rdf:ID="f">'
        '<bp:featureLocation rdf:resource="#i"/></bp:FragmentFeature>'
        '<bp:SequenceInterval rdf:ID="i"><bp:sequenceIntervalBegin rdf:resource="#s2"/>'
        '<bp:sequenceIntervalEnd rdf:resource="#s1"/></bp:SequenceInterval>'
        '<bp:SequenceSite rdf:ID="s1"><bp:sequencePosition>1</bp:sequencePosition>'
        '</bp:SequenceSite><bp:SequenceSite rdf:ID="s2">'
        "<bp:sequencePosition>2</bp:sequencePosition></bp:SequenceSite>"
        '<bp:Protein rdf:ID="a"><bp:entityReference rdf:resource="#r"/>'
        '<bp:feature rdf:resource="#f"/></bp:Protein>'
    ),
}


@pytest.mark.parametrize("body", UNSOUND.values(), ids=UNSOUND)
def test_what_can_not_be_true_is_named_and_left_out(body: str) -> None:
    pathway(body)
    assert findings(body)[losses.NOT_SOUND.code] > 0


def test_complexes_in_a_circle_and_nested_without_end_are_read() -> None:
    circle = (
        '<bp:Complex rdf:ID="a"><bp:component rdf:resource="#b"/></bp:Complex>'
        '<bp:Complex rdf:ID="b"><bp:component rdf:resource="#a"/></bp:Complex>'
        '<bp:Conversion rdf:ID="p"><bp:left rdf:resource="#a"/></bp:Conversion>'
    )
    assert pathway(circle).species
    tower = "".join(
        f'<bp:Complex rdf:ID="c{n}"><bp:standardName>C{n}</bp:standardName>'
        f'<bp:component rdf:resource="#c{n + 1}"/></bp:Complex>'
        for n in range(2000)
    )
    assert {it.id for it in pathway(tower).species} == {
        f"c{n}" for n in range(0, 2000, DEEPEST + 1)
    }


# What is not understood


def lost(body: str) -> list[Finding]:
    return [it for it in read_native(file(body)).findings if it.severity is Severity.WARNING]


def test_a_property_that_is_not_read_is_named_with_its_line() -> None:
    (finding,) = lost('\n<bp:Conversion rdf:ID="p">\n<bp:deltaG/>\n</bp:Conversion>')
    assert finding.code == losses.UNREAD_PROPERTY.code
    assert (finding.place.line, finding.place.subject) == (3, "http://example.org/x#p")
    assert finding.sentence == 'deltaG of Conversion "p" is not read'


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("<bp:comment>here</bp:comment>", {"notes": ("here",)}),
        ("<bp:name>A</bp:name><bp:name>B</bp:name>", {"synonyms": ("A", "B")}),
        (
            (
                '<bp:dataSource><bp:Provenance rdf:ID="d"><bp:displayName>INOH</bp:displayName>'
                "</bp:Provenance></bp:dataSource>"
            ),
            {"data_sources": ("INOH",)},
        ),
        (
            (
                '<bp:xref><bp:PublicationXref rdf:ID="x"><bp:db>pubmed</bp:db><bp:id>1</bp:id>'
                "</bp:PublicationXref></bp:xref>"
            ),
            {"references": ("pubmed:1",)},
        ),
    ],
)
def test_a_component_says_what_every_object_says(said: str, told: dict[str, Any]) -> None:
    body = (
        '<bp:ProteinReference rdf:ID="r"/>'
        '<bp:Complex rdf:ID="c"><bp:component rdf:resource="#part"/></bp:Complex>'
        f'<bp:Protein rdf:ID="part"><bp:entityReference rdf:resource="#r"/>{said}</bp:Protein>'
    )
    ((part,),) = [it.components for it in pathway(body).species]
    assert part == Component(molecule="r", id="part", **told)
    assert lost(body) == []


def test_what_nothing_refers_to_is_named_with_all_that_it_says() -> None:
    body = '<bp:PublicationXref rdf:ID="x"><bp:title>One</bp:title></bp:PublicationXref>'
    assert [it.sentence for it in lost(body)] == [
        'PublicationXref "x" is not read: nothing in the pathway refers to it',
        'title "One" of PublicationXref "x" is not read',
    ]


def test_what_stands_in_no_pathway_is_read_and_named() -> None:
    body = '<bp:Pathway rdf:ID="top"/><bp:Conversion rdf:ID="p"/>'
    assert [it.id for it in pathway(body).processes] == ["p"]
    assert findings(body) == {losses.READ_INTO.code: 1}


def test_a_participant_beside_the_sides_is_named() -> None:
    body = (
        '<bp:Protein rdf:ID="a"/><bp:Conversion rdf:ID="p">'
        '<bp:participant rdf:resource="#a"/></bp:Conversion>'
    )
    assert [it.code for it in lost(body)] == [losses.UNREAD_PROPERTY.code]


def test_an_object_that_is_not_read_is_named() -> None:
    assert [it.code for it in lost('<bp:Score rdf:ID="s"/>')] == [losses.UNREAD_OBJECT.code]


def test_an_entry_that_is_not_known_is_kept_as_it_stands() -> None:
    found = biopax.read(
        file(
            '<bp:RelationshipXref rdf:ID="x"><bp:db>my own</bp:db><bp:id>1</bp:id>'
            "<bp:idVersion>4</bp:idVersion></bp:RelationshipXref>"
            '<bp:ProteinReference rdf:ID="a"><bp:xref rdf:resource="#x"/></bp:ProteinReference>'
        )
    )
    (molecule,) = found.pathway.molecules
    related = Relation.IS_RELATED_TO
    assert molecule.accessions == (
        Accession(database="my own", id="1", version="4", relation=related),
    )
    assert rules.UNKNOWN_ENTRY.code in {it.code for it in found.findings}


@pytest.mark.parametrize("id_", ["-", "---", "N/A", ""])
def test_an_entry_that_stands_for_none_is_named_once(id_: str) -> None:
    body = (
        f'<bp:UnificationXref rdf:ID="x"><bp:db>my own</bp:db><bp:id>{id_}</bp:id>'
        "</bp:UnificationXref>"
        '<bp:ProteinReference rdf:ID="a"><bp:xref rdf:resource="#x"/></bp:ProteinReference>'
        '<bp:ProteinReference rdf:ID="b"><bp:xref rdf:resource="#x"/></bp:ProteinReference>'
    )
    (finding,) = lost(body)
    assert finding.code == losses.UNKNOWN_ENTRY.code
    assert '"my own"' in finding.sentence


def test_a_place_has_the_entries_of_other_databases_too() -> None:
    (place,) = pathway(
        '<bp:UnificationXref rdf:ID="x"><bp:db>GO</bp:db><bp:id>GO:0005829</bp:id>'
        '</bp:UnificationXref><bp:UnificationXref rdf:ID="y"><bp:db>INOH</bp:db>'
        "<bp:id>ILC_0000005</bp:id></bp:UnificationXref>"
        '<bp:CellularLocationVocabulary rdf:ID="c"><bp:xref rdf:resource="#y"/>'
        '<bp:xref rdf:resource="#x"/></bp:CellularLocationVocabulary>'
    ).compartments
    assert [it.id for it in place.identifiers] == ["go:0005829"]
    assert place.accessions == (Accession(database="INOH", id="ILC_0000005"),)


def test_a_term_that_is_not_known_is_named() -> None:
    body = (
        '<bp:InteractionVocabulary rdf:ID="v"><bp:term>hearsay</bp:term>'
        "</bp:InteractionVocabulary>"
        '<bp:Conversion rdf:ID="p"><bp:interactionType rdf:resource="#v"/></bp:Conversion>'
    )
    assert [it.code for it in lost(body)] == [losses.UNREAD_TERM.code]


def test_a_form_that_nothing_holds_is_named() -> None:
    body = '<bp:Protein rdf:about="http://example.org/x/~form/a/b"/>'
    assert [it.code for it in lost(body)] == [losses.UNREACHED.code]
    assert pathway(body).species == ()


@pytest.mark.parametrize("content", [b"", b"<a/>", b"no xml", b"\x00\x01"])
def test_what_is_no_biopax_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        biopax.read(content)


def test_sniffing() -> None:
    assert biopax.sniff(WRITTEN)
    assert not biopax.sniff(b"<sbml/>")


# All that is written is read

PAIRS = sorted(
    {
        (each.tag.partition("}")[2], value.tag.partition("}")[2])
        for each in Owl(WRITTEN).objects()
        for value in each
    }
)
"""Each class with each property that its objects have in the sample."""

REPEATED = {
    ("BioSource", "displayName"): "the xref tells the organism",
    ("Catalysis", "controlType"): "the class tells the effect",
    ("ComplexAssembly", "conversionDirection"): "without one, from left to right",
    ("Degradation", "conversionDirection"): "without one, from left to right",
    ("DnaReference", "organism"): "that of the pathway",
    ("DnaRegionReference", "organism"): "that of the pathway",
    ("EvidenceCodeVocabulary", "term"): "the xref tells the code",
    ("EvidenceCodeVocabulary", "xref"): "ECO and PSI-MI have the term's name",
    ("Interaction", "interactionType"): "an association is one without a type too",
    ("InteractionVocabulary", "term"): "the xref tells the type",
    ("InteractionVocabulary", "xref"): "PSI-MI has the term's name",
    ("ProteinReference", "organism"): "that of the pathway",
    ("RelationshipTypeVocabulary", "term"): "the xref tells the type",
    ("RelationshipTypeVocabulary", "xref"): "PSI-MI has the term's name",
    ("RnaReference", "organism"): "that of the pathway",
    ("SequenceModificationVocabulary", "term"): "the xref tells the kind",
    ("SequenceModificationVocabulary", "xref"): "PSI-MOD has the term's name",
    ("SequenceSite", "positionStatus"): "a position is equal to itself",
    ("SmallMolecule", "feature"): "bound or free, which the complex tells",
    ("SmallMoleculeReference", "entityFeature"): "bound or free, which the complex tells",
    ("Transport", "conversionDirection"): "without one, from left to right",
}
"""What says only what stands beside it, or nothing."""

LABELS = {"displayName", "standardName"}
"""Names, of which those that are labels of the nameless say nothing."""


def said(content: bytes) -> tuple[Facts, Counter[str]]:
    reading = read_native(content)
    return facts(reading.pathway), Counter(str(it) for it in reading.findings)


@pytest.mark.parametrize(("cls", "prop"), PAIRS)
def test_without_a_property_the_file_says_something_else(cls: str, prop: str) -> None:
    owl = Owl(WRITTEN)
    for each in owl.objects():
        if each.tag.partition("}")[2] == cls:
            for value in each.findall(f"{{{NAMESPACE}}}{prop}"):
                each.remove(value)
    same = said(owl.content)[0] == said(WRITTEN)[0]
    if prop not in LABELS:
        assert same == ((cls, prop) in REPEATED)


def test_every_property_that_is_understood_is_one_of_biopax_and_read_without_a_word() -> None:
    for cls, names in UNDERSTOOD.items():
        there = {name for below in descendants(cls) for name in properties_of(below)}
        assert set(names) <= there
        assert set(names) - set(PASSED_OVER.get(cls, ())) <= understood(cls)


def test_the_written_file_is_understood_whole() -> None:
    assert read_native(WRITTEN).findings == ()


# Others' files


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the corpus is not at {CORPUS}")
@pytest.mark.parametrize(
    "path", sorted(CORPUS.glob("*.owl")), ids=lambda path: path.stem if path else ""
)
def test_the_files_of_other_programs_read_as_sound_pathways_and_come_back(path: Path) -> None:
    found = biopax.read(path.read_bytes(), path=str(path))
    checked(found.pathway)
    again = biopax.read(biopax.write(found.pathway).content)
    assert facts(again.pathway) == facts(found.pathway)


def test_gates_are_what_acts_together() -> None:
    (control,) = pathway(
        '<bp:Protein rdf:ID="a"/><bp:Protein rdf:ID="b"/><bp:Control rdf:ID="c">'
        '<bp:controller rdf:resource="#b"/><bp:controller rdf:resource="#a"/></bp:Control>'
    ).controls
    assert control.sources == Gate(inputs=("a", "b"))


def test_complexes_that_share_their_parts_without_end_are_bounded() -> None:
    shared = "".join(
        f'<bp:Complex rdf:ID="c{n}"><bp:component rdf:resource="#c{n + 1}"/>'
        f'<bp:component rdf:resource="#d{n + 1}"/></bp:Complex>'
        f'<bp:Complex rdf:ID="d{n}"><bp:component rdf:resource="#c{n + 1}"/>'
        f'<bp:component rdf:resource="#d{n + 1}"/></bp:Complex>'
        for n in range(50)
    )
    assert findings(shared)[losses.NOT_SOUND.code] > 0
