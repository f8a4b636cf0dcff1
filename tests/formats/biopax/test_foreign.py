"""What only other programs' files say: each is read, or named with its place."""

import pytest
from tests.formats.biopax.test_read import file, pathway

from pathport.formats import format_named
from pathport.formats.biopax import read, write
from pathport.formats.biopax.ontology import NAMESPACE
from pathport.formats.biopax.read import read_native
from pathport.model.enumerations import Activity, Effect, ProcessType
from pathport.model.parts import Evidence, Modification, Participant, Publication, Step
from pathport.model.things import Form

PROTEIN = (
    '<bp:ProteinReference rdf:ID="r"/><bp:Protein rdf:ID="a">'
    '<bp:entityReference rdf:resource="#r"/>{}</bp:Protein>'
)


def told(body: str) -> set[tuple[str, str]]:
    """The codes and sentences of what is lost."""
    return {(it.code, it.sentence) for it in read_native(file(body)).findings}


def typed(word: str, id_: str = "f", xref: str = "") -> str:
    """A feature of a modification that is called so."""
    return (
        f'<bp:feature><bp:ModificationFeature rdf:ID="{id_}"><bp:modificationType>'
        f'<bp:SequenceModificationVocabulary rdf:ID="{id_}_t"><bp:term>{word}</bp:term>{xref}'
        "</bp:SequenceModificationVocabulary></bp:modificationType></bp:ModificationFeature>"
        "</bp:feature>"
    )


# Values


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            "<bp:cellularLocation>cytosol</bp:cellularLocation>",
            'cellularLocation "cytosol" of Protein "a" is not read',
        ),
        (
            '<bp:displayName rdf:resource="#r"/>',
            'displayName "r" of Protein "a" is not read',
        ),
        ("<bp:cellularLocation> </bp:cellularLocation>", None),
    ],
)
def test_text_for_an_object_and_an_object_for_text_are_named(
    said: str, sentence: str | None
) -> None:
    assert told(PROTEIN.format(said)) == ({("BPX201", sentence)} if sentence else set())


def test_the_language_of_a_text_is_named() -> None:
    body = PROTEIN.format('<bp:name xml:lang="de">Eins</bp:name><bp:name>one</bp:name>')
    assert pathway(body).species[0].synonyms == ("Eins", "one")
    sentence = 'the language "de" of name "Eins" of Protein "a" is not read'
    assert told(body) == {("BPX201", sentence)}


def test_the_language_of_the_file_is_named() -> None:
    content = file(PROTEIN.format("")).replace(b"<rdf:RDF ", b'<rdf:RDF xml:lang="de" ')
    (finding,) = read_native(content).findings
    assert finding.sentence == 'the language "de" of the file is not read'


# Processes


def test_a_plain_conversion_is_one() -> None:
    (process,) = pathway('<bp:Conversion rdf:ID="p"/>').processes
    assert process.type is ProcessType.CONVERSION


def test_right_to_left_may_have_underscores() -> None:
    (process,) = pathway(
        '<bp:Protein rdf:ID="a"/><bp:BiochemicalReaction rdf:ID="p">'
        '<bp:left rdf:resource="#a"/>'
        "<bp:conversionDirection>RIGHT_TO_LEFT</bp:conversionDirection></bp:BiochemicalReaction>"
    ).processes
    assert (process.inputs, process.outputs) == ((), (Participant(species="a"),))


def test_an_interaction_that_takes_part_in_another_is_named() -> None:
    body = (
        '<bp:Protein rdf:ID="a"/><bp:Conversion rdf:ID="p"/><bp:Interaction rdf:ID="i">'
        '<bp:participant rdf:resource="#a"/><bp:participant rdf:resource="#p"/></bp:Interaction>'
    )
    (association,) = pathway(body).associations
    assert association.participants == (Participant(species="a"),)
    sentence = 'the participant Conversion "p" of Interaction "i" is not read'
    assert told(body) == {("BPX201", sentence)}


def test_the_control_of_a_pathway_with_components_is_named() -> None:
    body = (
        '<bp:Pathway rdf:ID="top"><bp:pathwayComponent rdf:resource="#inner"/>'
        '<bp:pathwayComponent rdf:resource="#c"/></bp:Pathway>'
        '<bp:Pathway rdf:ID="inner"><bp:pathwayComponent rdf:resource="#p"/></bp:Pathway>'
        '<bp:Conversion rdf:ID="p"/><bp:Protein rdf:ID="a"/>'
        '<bp:Control rdf:ID="c"><bp:controller rdf:resource="#a"/>'
        '<bp:controlled rdf:resource="#inner"/></bp:Control>'
    )
    (control,) = pathway(body).controls
    assert control.target is None
    sentence = 'the control of Pathway "inner" of Control "c" is not read'
    assert told(body) == {("BPX206", sentence)}


def test_the_order_in_the_pathway_itself_is_that_of_its_processes() -> None:
    body = (
        '<bp:Pathway rdf:ID="top"><bp:pathwayOrder rdf:resource="#s1"/>'
        '<bp:pathwayOrder rdf:resource="#s2"/></bp:Pathway>'
        '<bp:PathwayStep rdf:ID="s1"><bp:nextStep rdf:resource="#s2"/>'
        '<bp:stepProcess rdf:resource="#p"/><bp:stepProcess rdf:resource="#c"/></bp:PathwayStep>'
        '<bp:BiochemicalPathwayStep rdf:ID="s2"><bp:stepConversion rdf:resource="#q"/>'
        "</bp:BiochemicalPathwayStep>"
        '<bp:Conversion rdf:ID="p"/><bp:Conversion rdf:ID="q"/><bp:Protein rdf:ID="a"/>'
        '<bp:Catalysis rdf:ID="c"><bp:controller rdf:resource="#a"/>'
        '<bp:controlled rdf:resource="#p"/></bp:Catalysis>'
    )
    assert pathway(body).order == (Step(before="p", after="q"),)
    assert told(body) == set()


def test_a_module_holds_what_its_steps_hold() -> None:
    (module,) = pathway(
        '<bp:Pathway rdf:ID="top"><bp:pathwayComponent rdf:resource="#m"/></bp:Pathway>'
        '<bp:Pathway rdf:ID="m"><bp:pathwayOrder rdf:resource="#s"/></bp:Pathway>'
        '<bp:PathwayStep rdf:ID="s"><bp:stepProcess rdf:resource="#p"/></bp:PathwayStep>'
        '<bp:Conversion rdf:ID="p"/>'
    ).modules
    assert module.members == ("p",)


# Members


def test_members_may_stand_beside_a_reference() -> None:
    body = (
        '<bp:ProteinReference rdf:ID="r"/><bp:Protein rdf:ID="f">'
        '<bp:entityReference rdf:resource="#r"/><bp:memberPhysicalEntity rdf:resource="#a"/>'
        '</bp:Protein><bp:Protein rdf:ID="a"/>'
    )
    family = next(it for it in pathway(body).species if it.id == "f")
    assert (family.form, family.molecule, family.members) == (Form.SINGLE, "r", ("a",))
    assert told(body) == set()


def test_a_set_may_have_a_state() -> None:
    body = (
        f'<bp:Protein rdf:ID="f">{typed("active", "m")}<bp:memberPhysicalEntity rdf:resource="#a"/>'
        '</bp:Protein><bp:Protein rdf:ID="a"/>'
    )
    group = next(it for it in pathway(body).species if it.id == "f")
    assert (group.form, group.state.activity) == (Form.SET, Activity.ACTIVE)
    assert told(body) == set()


# Evidence and literature


def evidence(said: str) -> str:
    return (
        f'<bp:Protein rdf:ID="a"><bp:evidence><bp:Evidence rdf:ID="e">{said}</bp:Evidence>'
        "</bp:evidence></bp:Protein>"
    )


def test_evidence_may_be_a_note_or_a_code_in_words() -> None:
    code = (
        '<bp:evidenceCode><bp:EvidenceCodeVocabulary rdf:ID="v"><bp:term>EV-EXP</bp:term>'
        "</bp:EvidenceCodeVocabulary></bp:evidenceCode>"
    )
    for said, note in (("<bp:comment>seen</bp:comment>", "seen"), (code, "EV-EXP")):
        (species,) = pathway(evidence(said)).species
        assert species.evidence == (Evidence(note=note),)
        assert told(evidence(said)) == set()


def test_evidence_of_several_publications_is_that_of_each() -> None:
    said = "".join(
        f'<bp:xref><bp:PublicationXref rdf:ID="x{n}"><bp:db>pubmed</bp:db><bp:id>{n}</bp:id>'
        "</bp:PublicationXref></bp:xref>"
        for n in (1, 2)
    )
    (species,) = pathway(evidence(said)).species
    assert {it.reference for it in species.evidence} == {"pubmed:1", "pubmed:2"}
    assert told(evidence(said)) == set()


def test_a_day_is_a_year() -> None:
    said = (
        '<bp:xref><bp:PublicationXref rdf:ID="x"><bp:db>pubmed</bp:db><bp:id>1</bp:id>'
        "<bp:year>2003-05-01</bp:year></bp:PublicationXref></bp:xref>"
    )
    body = f'<bp:Protein rdf:ID="a">{said}</bp:Protein>'
    assert pathway(body).publications == (Publication(id="pubmed:1", year=2003),)
    sentence = 'the day in "2003-05-01" of PublicationXref "x" is not read'
    assert told(body) == {("BPX201", sentence)}


def test_a_publication_may_have_an_address_alone() -> None:
    said = (
        '<bp:xref><bp:PublicationXref rdf:ID="x"><bp:url>http://example.org/1</bp:url>'
        "<bp:title>One</bp:title></bp:PublicationXref></bp:xref>"
    )
    found = pathway(f'<bp:Protein rdf:ID="a">{said}</bp:Protein>')
    assert found.molecules[0].references == ("http://example.org/1",)
    assert found.publications == (Publication(id="http://example.org/1", title="One"),)


# States


@pytest.mark.parametrize(
    ("word", "activity"),
    [
        ("residue modification, active", Activity.ACTIVE),
        ("residue modification, inactive", Activity.INACTIVE),
        ("active", Activity.ACTIVE),
    ],
)
def test_a_modification_that_is_called_active_is_the_activity(
    word: str, activity: Activity
) -> None:
    body = PROTEIN.format(typed(word))
    (species,) = pathway(body).species
    assert (species.state.activity, species.state.modifications) == (activity, ())
    assert told(body) == set()


def test_a_plain_feature_may_say_active_state() -> None:
    feature = (
        '<bp:feature><bp:EntityFeature rdf:ID="f"><bp:comment>Active state</bp:comment>'
        "</bp:EntityFeature></bp:feature>"
    )
    (species,) = pathway(PROTEIN.format(feature)).species
    assert species.state.activity is Activity.ACTIVE


def test_another_comment_of_a_plain_feature_is_named() -> None:
    feature = (
        '<bp:feature><bp:EntityFeature rdf:ID="f"><bp:comment>SH2 domain</bp:comment>'
        "</bp:EntityFeature></bp:feature>"
    )
    sentence = 'the comment "SH2 domain" of EntityFeature "f" is not read'
    assert told(PROTEIN.format(feature)) == {("BPX201", sentence)}


def test_a_modification_may_be_named_by_a_term_of_psi_mi() -> None:
    xref = (
        '<bp:xref><bp:UnificationXref rdf:ID="x"><bp:db>PSI-MI</bp:db><bp:id>MI:0178</bp:id>'
        "</bp:UnificationXref></bp:xref>"
    )
    body = PROTEIN.format(typed("O4'-phospho-tyrosine", xref=xref))
    (species,) = pathway(body).species
    assert [it.kind for it in species.state.modifications] == ["mod:00048"]
    assert told(body) == set()


def test_modifications_of_unknown_sites_are_counted() -> None:
    body = PROTEIN.format(
        typed("phosphorylated residue") + typed("phosphorylated residue", id_="g")
    )
    (species,) = pathway(body).species
    assert species.state.modifications == (Modification(kind="mod:00696", count=2),)
    assert told(body) == set()


@pytest.mark.parametrize(
    ("vocabulary", "word"),
    [("<bp:term>nitrosation</bp:term>", "nitrosation"), ("<bp:term/>", None)],
)
def test_a_modification_that_no_term_says_is_kept_in_words(
    vocabulary: str, word: str | None
) -> None:
    body = PROTEIN.format(typed("WORD").replace("<bp:term>WORD</bp:term>", vocabulary))
    (species,) = pathway(body).species
    assert species.state.modifications == (Modification(word=word),)
    assert told(body) == set()


def test_a_second_fragment_is_named() -> None:
    body = PROTEIN.format(
        '<bp:feature><bp:FragmentFeature rdf:ID="f"/></bp:feature>'
        '<bp:feature><bp:FragmentFeature rdf:ID="g"/></bp:feature>'
    )
    assert told(body) == {("BPX201", 'the further fragment "g" of Protein "a" is not read')}


def test_a_fragment_that_no_entity_has_is_named() -> None:
    body = (
        '<bp:ProteinReference rdf:ID="r"><bp:entityFeature><bp:FragmentFeature rdf:ID="f"/>'
        "</bp:entityFeature></bp:ProteinReference>"
    )
    sentence = 'FragmentFeature "f" is not read: no entity has it'
    assert told(body) == {("BPX202", sentence)}


# Entities


def test_a_component_that_is_a_species_too_has_nothing_of_its_own() -> None:
    found = pathway(
        PROTEIN.format("<bp:displayName>A</bp:displayName><bp:comment>Why.</bp:comment>")
        + '<bp:Complex rdf:ID="c"><bp:component rdf:resource="#a"/></bp:Complex>'
        '<bp:Conversion rdf:ID="p"><bp:left rdf:resource="#a"/></bp:Conversion>'
    )
    known = {it.id: it for it in found.species}
    assert (known["a"].name, known["a"].notes) == ("A", ("Why.",))
    (component,) = known["c"].components
    assert (component.molecule, component.id, component.name) == ("r", None, None)


def test_members_of_a_set_in_a_complex_are_those_of_a_family() -> None:
    found = pathway(
        '<bp:Protein rdf:ID="s"><bp:memberPhysicalEntity rdf:resource="#a"/>'
        '<bp:memberPhysicalEntity rdf:resource="#b"/></bp:Protein>'
        + PROTEIN.format("")
        + '<bp:ProteinReference rdf:ID="q"/><bp:Protein rdf:ID="b">'
        '<bp:entityReference rdf:resource="#q"/></bp:Protein>'
        '<bp:Complex rdf:ID="c"><bp:component rdf:resource="#s"/></bp:Complex>'
    )
    whole = next(it for it in found.species if it.id == "c")
    family = next(it for it in found.molecules if it.id == whole.components[0].molecule)
    assert {it.molecule for it in family.members} == {"r", "q"}


# Ids, references and terms


def test_a_changed_id_is_kept() -> None:
    found = pathway('<bp:Protein rdf:ID="a"/><bp:Protein rdf:ID="A"/><bp:Protein rdf:ID="b-c"/>')
    assert {it.id: it.original_id for it in found.species} == {
        "A": None,
        "a_2": "a",
        "b_c": "b-c",
    }


def test_a_reference_to_nothing_is_named() -> None:
    body = '<bp:Complex rdf:ID="c"><bp:component rdf:resource="#x"/></bp:Complex>'
    ((code, sentence),) = told(body)
    assert code == "BPX201"
    assert sentence.startswith('component of Complex "c" refers to "http://example.org/x#x"')


def test_a_year_that_is_none_is_named() -> None:
    body = (
        '<bp:Protein rdf:ID="a"><bp:xref><bp:PublicationXref rdf:ID="x"><bp:db>PubMed</bp:db>'
        "<bp:id>8752281</bp:id><bp:title>T</bp:title><bp:year>19960912</bp:year>"
        "</bp:PublicationXref></bp:xref></bp:Protein>"
    )
    (publication,) = pathway(body).publications
    assert (publication.title, publication.year) == ("T", None)
    sentence = 'the year "19960912" of PublicationXref "x" is not read'
    assert told(body) == {("BPX206", sentence)}


def test_evidence_of_several_codes_is_that_of_each() -> None:
    def code(number: str) -> str:
        return (
            f'<bp:evidenceCode><bp:EvidenceCodeVocabulary rdf:ID="v{number}"><bp:xref>'
            f'<bp:UnificationXref rdf:ID="x{number}"><bp:db>ECO</bp:db><bp:id>ECO:{number}</bp:id>'
            "</bp:UnificationXref></bp:xref></bp:EvidenceCodeVocabulary></bp:evidenceCode>"
        )

    evidence = f'<bp:Evidence rdf:ID="e">{code("0000269")}{code("0000314")}</bp:Evidence>'
    body = f'<bp:Protein rdf:ID="a"><bp:evidence>{evidence}</bp:evidence></bp:Protein>'
    found = pathway(body).species[0].evidence
    assert {it.code for it in found} == {"eco:0000269", "eco:0000314"}
    assert told(body) == set()


def test_a_relation_that_no_table_has_is_named() -> None:
    kind = (
        '<bp:relationshipType><bp:RelationshipTypeVocabulary rdf:ID="t"><bp:xref>'
        '<bp:UnificationXref rdf:ID="u"><bp:db>PSI-MI</bp:db><bp:id>MI:0360</bp:id>'
        "</bp:UnificationXref></bp:xref></bp:RelationshipTypeVocabulary></bp:relationshipType>"
    )
    body = (
        '<bp:Protein rdf:ID="a"><bp:xref><bp:RelationshipXref rdf:ID="x"><bp:db>UniProt</bp:db>'
        f"<bp:id>P61073</bp:id>{kind}</bp:RelationshipXref></bp:xref></bp:Protein>"
    )
    sentence = 'the relationshipType "mi:0360" of RelationshipXref "x" is not read'
    assert told(body) == {("BPX201", sentence)}


# Coefficients


def counted(name: str, *said: tuple[str, str]) -> str:
    """Stoichiometries of these entities with these coefficients, as values of a property."""
    return "".join(
        f'<bp:{name}><bp:Stoichiometry rdf:ID="s{n}"><bp:physicalEntity rdf:resource="#{of}"/>'
        f"<bp:stoichiometricCoefficient>{text}</bp:stoichiometricCoefficient>"
        f"</bp:Stoichiometry></bp:{name}>"
        for n, (of, text) in enumerate(said)
    )


PAIR = '<bp:Protein rdf:ID="a"/><bp:Protein rdf:ID="b"/>'
OWNERS = {
    "componentStoichiometry": (
        f'{PAIR}<bp:Complex rdf:ID="p"><bp:component rdf:resource="#a"/>{{}}</bp:Complex>'
    ),
    "participantStoichiometry": (
        f'{PAIR}<bp:Conversion rdf:ID="p"><bp:left rdf:resource="#a"/>{{}}</bp:Conversion>'
    ),
}


@pytest.mark.parametrize("name", OWNERS)
@pytest.mark.parametrize("text", ["0", "abc", ""])
def test_a_coefficient_that_is_none_is_named_with_what_is_read(name: str, text: str) -> None:
    sentence = f'the coefficient "{text}" of Stoichiometry "s0" is not read: that of "a" is read as'
    found = told(OWNERS[name].format(counted(name, ("a", text))))
    assert found == {("BPX206", f"{sentence} 1")}


@pytest.mark.parametrize("text", ["2.5", "1.01"])
def test_a_part_of_a_component_is_named_and_read_as_one(text: str) -> None:
    body = OWNERS["componentStoichiometry"].format(counted("componentStoichiometry", ("a", text)))
    (complex_,) = [it for it in pathway(body).species if it.id == "p"]
    assert [it.count for it in complex_.components] == [1]
    ((code, sentence),) = told(body)
    assert (code, sentence.startswith(f'the coefficient "{text}" of')) == ("BPX206", True)


@pytest.mark.parametrize("name", OWNERS)
def test_of_two_coefficients_of_one_part_the_first_counts_and_the_other_is_named(name: str) -> None:
    body = OWNERS[name].format(counted(name, ("a", "x"), ("a", "2"), ("a", "3"), ("a", "2.0")))
    assert {sentence.partition(" of ")[::2] for _, sentence in told(body)} == {
        (
            f'the coefficient "{text}"',
            f'Stoichiometry "{id_}" is not read: that of "a" is read as 2',
        )
        for text, id_ in (("x", "s0"), ("3", "s2"))
    }


@pytest.mark.parametrize("name", OWNERS)
def test_a_coefficient_of_what_takes_no_part_is_named(name: str) -> None:
    ((code, sentence),) = told(OWNERS[name].format(counted(name, ("a", "2"), ("b", "2"))))
    assert (code, sentence.startswith('the coefficient "2" of "b" of')) == ("BPX201", True)


def test_a_coefficient_of_a_member_of_a_set_is_named() -> None:
    body = (
        f'{PAIR}<bp:Complex rdf:ID="p"><bp:memberPhysicalEntity rdf:resource="#a"/>'
        f"{counted('componentStoichiometry', ('a', '2'))}</bp:Complex>"
    )
    sentence = 'the coefficient "2" of "a" of Complex "p" is not read: it is a set'
    assert told(body) == {("BPX201", sentence)}


# Words of BioPAX's own


@pytest.mark.parametrize("word", ["right-to-left", "Right_To_Left"])
def test_a_direction_is_read_in_whatever_case(word: str) -> None:
    body = (
        f'{PAIR}<bp:Conversion rdf:ID="p"><bp:left rdf:resource="#a"/>'
        f'<bp:right rdf:resource="#b"/><bp:conversionDirection>{word}</bp:conversionDirection>'
        "</bp:Conversion>"
    )
    (process,) = pathway(body).processes
    assert process.inputs == (Participant(species="b"),)
    assert told(body) == set()


@pytest.mark.parametrize(
    ("name", "word"), [("conversionDirection", "BACKWARDS"), ("spontaneous", "maybe")]
)
def test_an_unknown_word_of_a_conversion_is_named(name: str, word: str) -> None:
    body = f'<bp:Conversion rdf:ID="p"><bp:{name}>{word}</bp:{name}></bp:Conversion>'
    assert told(body) == {("BPX201", f'the {name} "{word}" of Conversion "p" is not read')}


@pytest.mark.parametrize(
    ("status", "named"), [("ROUGHLY", True), ("less_than", True), ("equal", False)]
)
def test_a_status_of_a_position_that_is_not_exact_is_named(status: str, named: bool) -> None:
    body = PROTEIN.format(
        '<bp:feature><bp:ModificationFeature rdf:ID="f"><bp:featureLocation>'
        '<bp:SequenceSite rdf:ID="s"><bp:sequencePosition>1</bp:sequencePosition>'
        f"<bp:positionStatus>{status}</bp:positionStatus></bp:SequenceSite>"
        "</bp:featureLocation></bp:ModificationFeature></bp:feature>"
    )
    sentence = f'the position "{status} 1" of SequenceSite "s" is not read: it is not exact'
    assert told(body) == ({("BPX201", sentence)} if named else set())
    (modification,) = pathway(body).species[0].state.modifications
    assert modification.position == (None if named else 1)


def test_an_inhibition_by_a_catalysis_is_one_in_whatever_case() -> None:
    (control,) = pathway(
        '<bp:Catalysis rdf:ID="c"><bp:controlType>inhibition</bp:controlType></bp:Catalysis>'
    ).controls
    assert control.effect is Effect.INHIBITION


def test_an_unknown_type_of_a_control_is_named_and_kept_as_a_note() -> None:
    body = '<bp:Control rdf:ID="c"><bp:controlType>What</bp:controlType></bp:Control>'
    (control,) = pathway(body).controls
    assert (control.effect, control.notes) == (Effect.MODULATION, ("controlType: What",))
    sentence = 'the controlType "What" of Control "c" is not read: it is kept as a note'
    assert told(body) == {("BPX201", sentence)}


@pytest.mark.parametrize("cls", ["MolecularInteraction", "Conversion"])
def test_unknown_types_of_an_interaction_are_named_and_kept_as_notes(cls: str) -> None:
    types = "".join(
        f'<bp:interactionType><bp:InteractionVocabulary rdf:ID="{word}"><bp:term>{word}</bp:term>'
        "</bp:InteractionVocabulary></bp:interactionType>"
        for word in ("kisses", "hugs")
    )
    body = f'<bp:{cls} rdf:ID="i">{types}</bp:{cls}>'
    found = pathway(body)
    notes = [it.notes for it in found.processes] + [it.notes for it in found.associations]
    assert notes == [("interactionType: kisses", "interactionType: hugs")]
    assert told(body) == {("BPX205", f'the term "{it}" is not known') for it in ("kisses", "hugs")}


def test_a_further_type_of_an_association_is_named_and_kept_as_a_note() -> None:
    types = "".join(
        f'<bp:interactionType><bp:InteractionVocabulary rdf:ID="{word[0]}">'
        f"<bp:term>{word}</bp:term></bp:InteractionVocabulary></bp:interactionType>"
        for word in ("direct interaction", "physical association")
    )
    body = f'<bp:MolecularInteraction rdf:ID="i">{types}</bp:MolecularInteraction>'
    (association,) = pathway(body).associations
    assert association.notes == ("interactionType: physical association",)
    assert {code for code, _ in told(body)} == {"BPX201"}


# The file as a whole, and what is beside its objects


@pytest.mark.parametrize("pathways", ["", '<bp:Pathway rdf:ID="top"/>'])
def test_a_comment_of_the_header_is_a_note_of_the_pathway(pathways: str) -> None:
    body = (
        '<owl:Ontology xmlns:owl="http://www.w3.org/2002/07/owl#" rdf:about="">'
        f'<owl:imports rdf:resource="{NAMESPACE}"/><owl:versionInfo>7</owl:versionInfo>'
        '<c:comment xmlns:c="http://www.w3.org/2000/01/rdf-schema#">by A</c:comment>'
        f'</owl:Ontology><bp:Protein rdf:ID="a"/>{pathways}'
    )
    assert pathway(body).notes == ("by A",)
    ((code, sentence),) = told(body)
    assert (code, 'versionInfo "7" of' in sentence) == ("BPX201", True)


def test_text_beside_the_objects_is_named() -> None:
    found = told(f'one<bp:Protein rdf:ID="a"/>two{" " * 40_000}<bp:Protein rdf:ID="b"/>three')
    words = ("one", "two", "three")
    assert found == {("BPX202", f'the text "{word}" is not read') for word in words}


@pytest.mark.parametrize("cls", ["BindingFeature", "FragmentFeature", "EntityFeature"])
def test_that_an_entity_does_not_have_what_is_no_modification_is_named(cls: str) -> None:
    body = PROTEIN.format(f'<bp:notFeature><bp:{cls} rdf:ID="f"/></bp:notFeature>')
    assert told(body) == {("BPX201", f'the notFeature {cls} "f" of Protein "a" is not read')}


@pytest.mark.parametrize(("own", "because"), [("", "is not told"), ("10090", "is another")])
def test_the_organism_of_a_pathway_inside_another_is_named(own: str, because: str) -> None:
    top, inner = (
        "<bp:organism><bp:BioSource><bp:xref><bp:UnificationXref><bp:db>taxonomy</bp:db>"
        f"<bp:id>{taxon}</bp:id></bp:UnificationXref></bp:xref></bp:BioSource></bp:organism>"
        for taxon in (own, "9606")
    )
    body = (
        f'<bp:Pathway rdf:ID="top"><bp:pathwayComponent rdf:resource="#m"/>{top if own else ""}'
        f'</bp:Pathway><bp:Pathway rdf:ID="m">{inner}</bp:Pathway>'
    )
    told_of = 'the organism "ncbitaxon:9606" of Pathway "m" is not read: that of the pathway'
    assert told(body) == {("BPX201", f"{told_of} {because}")}


# What many objects say that has no place


def test_an_organism_without_a_taxon_is_named_on_all_that_have_it() -> None:
    source = (
        '<bp:BioSource rdf:ID="b"><bp:name>Cress</bp:name><bp:name>Thale cress</bp:name>'
        "</bp:BioSource>"
    )
    organism = '<bp:organism rdf:resource="#b"/>'
    body = source + "".join(
        f'<bp:ProteinReference rdf:ID="r_{it}">{organism}</bp:ProteinReference>'
        f'<bp:Protein rdf:ID="{it}"><bp:entityReference rdf:resource="#r_{it}"/></bp:Protein>'
        for it in ("p", "q")
    )
    why = "is not read: it has no entry of NCBI's taxonomy"
    assert told(body) == {
        ("BPX201", f'the organism "Cress, Thale cress" of ProteinReference "r_{it}" {why}')
        for it in ("p", "q")
    }


def test_a_type_of_relation_that_is_not_known_is_named_on_each_xref() -> None:
    xref = (
        '<bp:xref><bp:RelationshipXref rdf:ID="x{0}"><bp:db>uniprot</bp:db><bp:id>P0000{0}</bp:id>'
        '<bp:relationshipType rdf:resource="#v"/></bp:RelationshipXref></bp:xref>'
    )
    vocabulary = (
        '<bp:RelationshipTypeVocabulary rdf:ID="v"><bp:term>kin</bp:term>'
        "</bp:RelationshipTypeVocabulary>"
    )
    assert told(vocabulary + PROTEIN.format(xref.format(1) + xref.format(2))) == {
        ("BPX205", 'the term "kin" is not known'),
        ("BPX201", 'the relationshipType "kin" of RelationshipXref "x1" is not read'),
        ("BPX201", 'the relationshipType "kin" of RelationshipXref "x2" is not read'),
    }


# Controls in a ring


def controls(*controlled: tuple[str, str]) -> str:
    """A protein, and controls by it of each other."""
    return '<bp:Protein rdf:ID="a"/>' + "".join(
        f'<bp:Control rdf:ID="{id_}"><bp:controller rdf:resource="#a"/>'
        f'<bp:controlled rdf:resource="#{target}"/></bp:Control>'
        for id_, target in controlled
    )


@pytest.mark.parametrize(
    "ring", [(("c", "d"), ("d", "c")), (("c", "d"), ("d", "e"), ("e", "c"))], ids=["two", "three"]
)
def test_a_ring_of_controls_is_opened_where_it_closes_and_named(
    ring: tuple[tuple[str, str], ...],
) -> None:
    last = ring[-1][0]
    found = {it.id: it.target for it in pathway(controls(*ring)).controls}
    assert found == {**dict(ring), last: None}
    sentence = f'a controlled that controls it, or itself, of Control "{last}" is not read'
    assert told(controls(*ring)) == {("BPX206", sentence)}


def test_a_ring_that_is_closed_by_what_controls_is_kept() -> None:
    body = "".join(
        f'<bp:Protein rdf:ID="{source}"/><bp:Control rdf:ID="c_{source}">'
        f'<bp:controller rdf:resource="#{source}"/><bp:controlled><bp:Interaction>'
        f'<bp:participant rdf:resource="#{target}"/></bp:Interaction></bp:controlled></bp:Control>'
        for source, target in (("a", "b"), ("b", "a"))
    )
    sent = pathway(body)
    assert {(it.sources.inputs, it.target) for it in sent.controls} == {
        (("a",), "b"),
        (("b",), "a"),
    }
    for name in ("sbml", "sbml-qual", "biopax", "gpml"):
        module = format_named(name).module
        assert module.read(module.write(sent).content).pathway.controls == sent.controls


# Further values


NOTED = "<bp:{0}>A</bp:{0}><bp:{0}> </bp:{0}><bp:{0}>B</bp:{0}><bp:{0}> A </bp:{0}>"
PLACES = "".join(
    f'<bp:cellularLocation><bp:CellularLocationVocabulary rdf:ID="{id_}"/></bp:cellularLocation>'
    for id_ in ("v", "w")
)
XREF = '<bp:xref><bp:{} rdf:ID="x"><bp:db>pubmed</bp:db>{}<bp:id>12</bp:id></bp:{}></bp:xref>'
FURTHER = {
    "displayName": (PROTEIN.format(NOTED.format("displayName")), '"B" of Protein "a"'),
    "standardName": (PROTEIN.format(NOTED.format("standardName")), '"B" of Protein "a"'),
    "cellularLocation": (PROTEIN.format(PLACES), '"w" of Protein "a"'),
    "entityReference": (
        PROTEIN.format('<bp:entityReference rdf:resource="#q"/><bp:entityReference/>')
        + '<bp:ProteinReference rdf:ID="q"/>',
        '"q" of Protein "a"',
    ),
    "conversionDirection": (
        (
            '<bp:Conversion rdf:ID="p"><bp:conversionDirection>REVERSIBLE</bp:conversionDirection>'
            "<bp:conversionDirection>LEFT-TO-RIGHT</bp:conversionDirection></bp:Conversion>"
        ),
        '"LEFT-TO-RIGHT" of Conversion "p"',
    ),
    "controlType": (
        (
            '<bp:Control rdf:ID="c"><bp:controlType>INHIBITION</bp:controlType>'
            "<bp:controlType>ACTIVATION</bp:controlType></bp:Control>"
        ),
        '"ACTIVATION" of Control "c"',
    ),
    "sequencePosition": (
        PROTEIN.format(
            '<bp:feature><bp:ModificationFeature rdf:ID="f"><bp:featureLocation>'
            '<bp:SequenceSite rdf:ID="s"><bp:sequencePosition>1</bp:sequencePosition>'
            "<bp:sequencePosition>2</bp:sequencePosition></bp:SequenceSite>"
            "</bp:featureLocation></bp:ModificationFeature></bp:feature>"
        ),
        '"2" of SequenceSite "s"',
    ),
    "db": (
        PROTEIN.format(XREF.format("PublicationXref", "<bp:db>doi</bp:db>", "PublicationXref")),
        '"doi" of PublicationXref "x"',
    ),
    "source": (
        PROTEIN.format(
            XREF.format("PublicationXref", NOTED.format("source"), "PublicationXref"),
        ),
        '"B" of PublicationXref "x"',
    ),
    "availability": (
        f'<bp:Pathway rdf:ID="p">{NOTED.format("availability")}</bp:Pathway>',
        '"B" of Pathway "p"',
    ),
    "term": (
        PROTEIN.format(typed("shiny</bp:term><bp:term>bright")),
        '"bright" of SequenceModificationVocabulary "f_t"',
    ),
    "class": (
        '<bp:Protein rdf:ID="a"/><bp:SmallMolecule rdf:about="#a"/>',
        'SmallMolecule of Protein "a"',
    ),
}
"""By what there is one of, a file with another that differs, and how that is called."""


@pytest.mark.parametrize("name", FURTHER)
def test_a_further_value_of_what_there_is_one_of_is_named(name: str) -> None:
    body, said = FURTHER[name]
    assert ("BPX201", f"the further {name} {said} is not read") in told(body)
    assert sum("further" in sentence for _, sentence in told(body)) == 1


def test_a_value_that_is_blank_or_not_in_the_file_does_not_stand_before_another() -> None:
    body = PROTEIN.format(
        "<bp:displayName/><bp:displayName>A</bp:displayName>"
        f'<bp:cellularLocation rdf:resource="#gone"/>{PLACES}'
    )
    (species,) = pathway(body).species
    assert (species.name, species.compartment) == ("A", "v")
    assert [it for _, it in sorted(told(body)) if "further" in it] == [
        'the further cellularLocation "w" of Protein "a" is not read'
    ]


def test_a_further_term_that_names_another_than_the_id_is_named() -> None:
    body = PROTEIN.format(typed("O-phospho-L-serine</bp:term><bp:term>shiny"))
    sentence = 'the further term "shiny" of SequenceModificationVocabulary "f_t" is not read'
    assert told(body) == {("BPX201", sentence)}


@pytest.mark.parametrize("words", [("active", "shiny"), ("shiny", "active")])
def test_a_further_term_beside_an_activity_is_named(words: tuple[str, str]) -> None:
    body = PROTEIN.format(typed("</bp:term><bp:term>".join(words)))
    (species,) = pathway(body).species
    assert species.state.activity is Activity.ACTIVE
    sentence = 'the further term "shiny" of SequenceModificationVocabulary "f_t" is not read'
    assert told(body) == {("BPX201", sentence)}


KNOWN_SITE = """<bp:ProteinReference rdf:ID="r"><bp:entityFeature>\
<bp:ModificationFeature rdf:ID="f"><bp:comment>one</bp:comment><bp:comment>two</bp:comment>\
<bp:evidence><bp:Evidence rdf:ID="e"><bp:comment>seen</bp:comment></bp:Evidence></bp:evidence>\
<bp:evidence><bp:Evidence rdf:ID="g"><bp:xref><bp:PublicationXref rdf:ID="x"><bp:db>pubmed</bp:db>\
<bp:id>12</bp:id></bp:PublicationXref></bp:xref></bp:Evidence></bp:evidence>\
</bp:ModificationFeature></bp:entityFeature></bp:ProteinReference>\
<bp:Protein rdf:ID="a"><bp:entityReference rdf:resource="#r"/></bp:Protein>
"""


def test_all_comments_of_a_known_site_are_its_note_and_further_evidence_is_named() -> None:
    (molecule,) = pathway(KNOWN_SITE).molecules
    (site,) = molecule.sites
    assert (site.note, site.reference) == ("one\ntwo", "pubmed:12")
    assert told(KNOWN_SITE) == {
        ("BPX201", 'the evidence "seen" of ModificationFeature "f" is not read')
    }
    sent = pathway(KNOWN_SITE)
    assert read(write(sent).content).pathway == sent


def test_the_availability_of_a_pathway_inside_another_is_named() -> None:
    body = (
        '<bp:Pathway rdf:ID="top"><bp:pathwayComponent rdf:resource="#m"/></bp:Pathway>'
        '<bp:Pathway rdf:ID="m"><bp:availability>CC0</bp:availability></bp:Pathway>'
    )
    sentence = 'the availability "CC0" of Pathway "m" is not read: it is inside another'
    assert told(body) == {("BPX201", sentence)}
