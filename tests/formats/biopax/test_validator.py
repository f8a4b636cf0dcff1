"""Each rule of the BioPAX validator has one here, a file that breaks it, and one that does not.

A file is written as lines of class, name and values, ``#`` before the name of another object; the
one that is at fault is called ``x``.
"""

import re
import shlex
from xml.sax.saxutils import quoteattr

import msgspec
import pytest

from pathport.formats.biopax import codes
from pathport.formats.biopax.graph import parse
from pathport.formats.biopax.objects import LOOKED
from pathport.formats.biopax.rules import RULES, check
from pathport.formats.biopax.validator import THEIRS, Theirs

BASE = "http://example.org/"
HEAD = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:owl="http://www.w3.org/2002/07/owl#"'
    ' xmlns:bp="http://www.biopax.org/release/biopax-level3.owl#">\n<owl:Ontology rdf:about=""/>\n'
)

RULES_HERE = 105
"""As many as the notes on BioPAX list: the validator's, and two of others."""


class Example(msgspec.Struct, frozen=True):
    """Two small files for a rule."""

    broken: str
    sound: str


def swapped(text: str, old: str, new: str) -> Example:
    """A broken file that is sound when a text in it is another."""
    assert text.count(old) == 1, (text, old)
    return Example(text, text.replace(old, new))


def several(cls: str, name: str, value: str, *, other: str = "") -> Example:
    """Two values of a property that has one."""
    if other:
        return Example(f"{cls} x {name}={value} {name}={other}", f"{cls} x {name}={value}")
    return Example(
        f"{cls} x {name}=#a {name}=#b\n{value} a\n{value} b", f"{cls} x {name}=#a\n{value} a"
    )


def reference(cls: str) -> dict[str, Example]:
    """The rules for the reference of a kind of molecule."""
    other = "ProteinReference" if cls == "Dna" else "DnaReference"
    refers = f"{cls} x entityReference=#r\n"
    return {
        f"{cls}EntityReferenceRule": Example(f"{cls} x", f"{refers}{cls}Reference r"),
        f"{cls}EntityReferenceCRRule": Example(f"{refers}{other} r", f"{refers}{cls}Reference r"),
    }


def vocabulary(
    rule: str, cls: str, term: str, identity: str, *, rest: str = ""
) -> dict[str, Example]:
    """The three codes of a rule for the terms of a place."""
    db, _, accession = identity.partition(" ")
    unified = f"\nUnificationXref u db={db} id={accession}\n{rest}"
    elsewhere = f"\nUnificationXref u db=go id=GO:0006915\n{rest}"
    sound = f"{cls}Vocabulary x term='{term}' xref=#u{unified}"
    return {
        f"{rule}CvRule illegal.cv.term": Example(
            f"{cls}Vocabulary x term='another' xref=#u{unified}", sound
        ),
        f"{rule}CvRule illegal.cv.xref": Example(
            f"{cls}Vocabulary x term='{term}' xref=#u{elsewhere}", sound
        ),
        f"{rule}CvRule no.xref.cv.terms": Example(
            f"{cls}Vocabulary x term='{term}'\n{rest}", sound
        ),
    }


PLACES = "\nCellularLocationVocabulary here term=here\nCellularLocationVocabulary there term=there"
REFERENCE = "\nProteinReference r"
A = "Protein a entityReference=#r cellularLocation=#here"
B = "Protein b entityReference=#r cellularLocation=#there"
MODIFIED = "ModificationFeature f modificationType=#x\n{0}Reference r entityFeature=#f"
TAXA = (
    "\nBioSource h xref=#t\nUnificationXref t db=taxonomy id=9606"
    "\nBioSource m xref=#u\nUnificationXref u db=taxonomy id=10090"
)
GENES = "\nGene a\nGene b\nPhenotypeVocabulary p"

EXAMPLES: dict[str, Example] = {
    "EmptyModelRule": Example("", "Pathway x"),
    "BiopaxElementIdRule": swapped("Pathway 'x y'", "'x y'", "x_y"),
    "BiopaxElementIdLengthRule": Example(f"Pathway {'x' * 257}", "Pathway x"),
    "DuplicateIdCaseInsensitiveRule": swapped("Pathway X\nPathway x", "X", "y"),
    "DanglingElementRule": Example("Protein x", "Protein x\nMolecularInteraction i participant=#x"),
    "NotAllowedInstancesRule": Example("Xref x", "RelationshipXref x"),
    "NotAdvisedInstancesRule": Example("Control x", "Catalysis x"),
    "DataPropertyIllegalValueRule": swapped("Protein x comment=N/A", "N/A", "seen"),
    "DisplayNameRule no.display.name": Example("Protein x", "Protein x displayName=A"),
    "DisplayNameRule too.long.display.name": Example(
        f"Protein x displayName={'A' * 26}", f"Protein x displayName={'A' * 25}"
    ),
    "ClonedUtilityClassRule": swapped(
        "RelationshipXref a db=pubmed id=1\nRelationshipXref x db=pubmed id=1",
        "x db",
        "x dbVersion",
    ),
    "XrefRule unknown.db": swapped("RelationshipXref x db=nowhere id=1", "nowhere", "pubmed"),
    "XrefRule invalid.id.format": swapped("RelationshipXref x db=pubmed id=A", "A", "1"),
    "XrefSynonymDbRule": swapped("RelationshipXref x db=NCBI_taxonomy id=1", "NCBI_", ""),
    "UnificationXrefDbCRRule": swapped("UnificationXref x id=1", "id", "db=pubmed id"),
    "UnificationXrefIdCRRule": swapped("UnificationXref x db=pubmed", "db", "id=1 db"),
    "XrefDbCRRule": swapped("RelationshipXref x id=1", "id", "db=pubmed id"),
    "XrefIdCRRule": swapped("RelationshipXref x db=pubmed", "db", "id=1 db"),
    "UnificationXrefLimitedRule not.allowed.xref": swapped(
        "UnificationXref x db=pubmed id=1\nBioSource o xref=#x", "pubmed", "taxonomy"
    ),
    "UnificationXrefLimitedRule denied.xref": swapped(
        "UnificationXref x db=uniprot id=P48061\nSmallMoleculeReference r xref=#x",
        "SmallMolecule",
        "Protein",
    ),
    "SharedUnificationXrefRule": swapped(
        "UnificationXref x\nProteinReference a xref=#x\nProteinReference b xref=#x",
        "b xref=#x",
        "b",
    ),
    "EntityReferenceXrefRule": swapped(
        "ProteinReference x xref=#u\nRelationshipXref u", "Relationship", "Unification"
    ),
    "GenericEntityReferenceXrefRule": swapped(
        "ProteinReference x memberEntityReference=#m\nProteinReference m\nUnificationXref u",
        "#m",
        "#m xref=#u",
    ),
    **reference("Protein"),
    **reference("SmallMolecule"),
    **reference("Dna"),
    **reference("DnaRegion"),
    **reference("Rna"),
    **reference("RnaRegion"),
    "EntityReferenceTypeCRRule": several(
        "ProteinReference", "entityReferenceType", "EntityReferenceTypeVocabulary"
    ),
    "ProteinReferenceOrganismRule": Example(
        "ProteinReference x", "ProteinReference x organism=#o\nBioSource o"
    ),
    "GenericProteinReferenceOrganismRule": swapped(
        "ProteinReference x memberEntityReference=#m\nProteinReference m\nBioSource o",
        "#m",
        "#m organism=#o",
    ),
    "PathwayOrganismCRRule": several("Pathway", "organism", "BioSource"),
    "GeneOrganismCRRule": several("Gene", "organism", "BioSource"),
    "PathwayMultiOrganismRule": swapped(
        f"Pathway x organism=#h pathwayComponent=#i\nMolecularInteraction i participant=#p"
        f"\nProtein p entityReference=#r\nProteinReference r organism=#m{TAXA}",
        "organism=#m",
        "organism=#h",
    ),
    "BioSourceTaxonXrefCRRule": swapped(
        "BioSource x xref=#u\nPublicationXref u", "Publication", "Unification"
    ),
    "BioSourceCellTypeCRRule": several("BioSource", "cellType", "CellVocabulary"),
    "BioSourceTissueCRRule": several("BioSource", "tissue", "TissueVocabulary"),
    "EntityReferenceSamePhysicalEntitiesRule": swapped(
        f"{A}\nProtein x entityReference=#r cellularLocation=#here{REFERENCE}{PLACES}",
        "#here\nProteinReference",
        "#there\nProteinReference",
    ),
    "SimplePhysicalEntityFeaturesRule": swapped(
        "Protein x entityReference=#r feature=#f\nModificationFeature f\nProteinReference r",
        "Reference r",
        "Reference r entityFeature=#f",
    ),
    "EntityFeatureInverseFunctionalRule": swapped(
        "ModificationFeature x\nProteinReference a entityFeature=#x"
        "\nProteinReference b entityFeature=#x",
        "b entityFeature=#x",
        "b",
    ),
    "BindingFeatureSymmetricRule": swapped(
        "BindingFeature x bindsTo=#a\nBindingFeature a", "Feature a", "Feature a bindsTo=#x"
    ),
    "BindingFeatureExtraRules": swapped(
        "BindingFeature x\nBindingFeature a bindsTo=#x\nBindingFeature b bindsTo=#x",
        "b bindsTo=#x",
        "b",
    ),
    "BindingFeatureBindsToCRRule": several("BindingFeature", "bindsTo", "BindingFeature"),
    "ModificationTypeCRRule": several(
        "ModificationFeature", "modificationType", "SequenceModificationVocabulary"
    ),
    "ModificationFeatureLocationCRRule": Example(
        "ModificationFeature x", "ModificationFeature x featureLocation=#s\nSequenceSite s"
    ),
    "PhysicalEntityCellularLocationCRRule": several(
        "Protein", "cellularLocation", "CellularLocationVocabulary"
    ),
    "SequenceIntervalBeginCRRule": several(
        "SequenceInterval", "sequenceIntervalBegin", "SequenceSite"
    ),
    "SequenceIntervalEndCRRule": several("SequenceInterval", "sequenceIntervalEnd", "SequenceSite"),
    "DnaRegionReferenceAbsoluteRegionCRRule": several(
        "DnaRegionReference", "absoluteRegion", "SequenceSite"
    ),
    "RnaRegionReferenceAbsoluteRegionCRRule": several(
        "RnaRegionReference", "absoluteRegion", "SequenceSite"
    ),
    "SmrStructureCRRule": several("SmallMoleculeReference", "structure", "ChemicalStructure"),
    "StoichiometricCoefficientCRRule": swapped(
        "Stoichiometry x physicalEntity=#p\nProtein p", "#p", "#p stoichiometricCoefficient=1"
    ),
    "StoichiometryPhysicalEntityCRRule": swapped(
        "Stoichiometry x stoichiometricCoefficient=1\nProtein p", "=1", "=1 physicalEntity=#p"
    ),
    "ComplexTwoOrMoreParticipantsRule complex.incomplete": swapped(
        "Complex x component=#a\nProtein a\nProtein b", "#a", "#a component=#b"
    ),
    "ComplexTwoOrMoreParticipantsRule complex.stoichiometry.notcomponent": swapped(
        "Stoichiometry x physicalEntity=#b\nComplex c component=#a componentStoichiometry=#x"
        "\nProtein a\nProtein b",
        "#b",
        "#a",
    ),
    "AcyclicComplexRule": swapped("Complex x component=#x\nProtein a", "#x", "#a"),
    "ComplexComponentsSameLocationRule": swapped(
        f"Complex x component=#a cellularLocation=#here\nProtein a{PLACES}",
        "Protein a",
        "Protein a cellularLocation=#here",
    ),
    "ComplexComponentsMultipleLocationRule": swapped(
        f"Complex x component=#a cellularLocation=#there\n{A}{PLACES}",
        "cellularLocation=#there",
        "cellularLocation=#here",
    ),
    "ComplexAssemblyHasComplexParticipantRule": swapped(
        "ComplexAssembly x left=#a right=#b\nProtein a\nProtein b", "Protein b", "Complex b"
    ),
    "ConversionToComplexAssemblyRule": swapped(
        "BiochemicalReaction x left=#a left=#b right=#c"
        "\nComplex c component=#a component=#b\nProtein a\nProtein b",
        "BiochemicalReaction",
        "ComplexAssembly",
    ),
    "SameLeftRightRule": swapped(
        f"Transport x left=#a right=#a\n{A}\n{B}{REFERENCE}{PLACES}", "right=#a", "right=#b"
    ),
    "BiochemReactParticipantsLocationRule participant.location.changed": swapped(
        f"BiochemicalReaction x left=#a right=#b\n{A}\n{B}{REFERENCE}{PLACES}",
        "BiochemicalReaction",
        "TransportWithBiochemicalReaction",
    ),
    "BiochemReactParticipantsLocationRule transport.location.same": swapped(
        f"TransportWithBiochemicalReaction x left=#a right=#a\n{A}\n{B}{REFERENCE}{PLACES}",
        "right=#a",
        "right=#b",
    ),
    "SimplePhysicalEntityConversionRule": swapped(
        "Protein x entityReference=#r\nProtein b entityReference=#r"
        f"\nSmallMolecule c\nBiochemicalReaction i left=#x right=#c{REFERENCE}",
        "right=#c",
        "right=#b",
    ),
    "InteractionParticipantsLocationRule": swapped(
        f"MolecularInteraction x participant=#a participant=#b\n{A}\n{B}{REFERENCE}{PLACES}",
        "#there\n",
        "#here\n",
    ),
    "PhysicalEntityAmbiguousFeatureRule": swapped(
        "Protein x\nComplex c component=#x\nMolecularInteraction i participant=#x"
        "\nBindingFeature f",
        "Protein x",
        "Protein x feature=#f",
    ),
    "SameNameDiffKindPhysEntitiesRule": swapped(
        "Protein a name=A entityReference=#r\nProtein x name=A entityReference=#s"
        f"{REFERENCE}\nProteinReference s",
        "x name=A",
        "x name=B",
    ),
    "ConversionDirectionCRRule": several(
        "Transport", "conversionDirection", "LEFT-TO-RIGHT", other="REVERSIBLE"
    ),
    "CatalysisDirectionCRRule": several(
        "Catalysis", "catalysisDirection", "LEFT-TO-RIGHT", other="RIGHT-TO-LEFT"
    ),
    "DegradationConversionDirectionRule": swapped(
        "Degradation x conversionDirection=REVERSIBLE", "REVERSIBLE", "LEFT-TO-RIGHT"
    ),
    "ControlTypeRule": swapped("Catalysis x controlType=INHIBITION", "INHIBITION", "ACTIVATION"),
    "CatalysisControllerCRRule": several("Catalysis", "controller", "Protein"),
    "ModulationControllerCRRule": several("Modulation", "controller", "Protein"),
    "TemplateReactionRegulationControllerCRRule": swapped(
        "TemplateReactionRegulation x controller=#a\nPathway a", "Pathway", "Protein"
    ),
    "BiochemicalPathwayStepAndCatalysisDirectionRule": swapped(
        "BiochemicalPathwayStep x stepConversion=#c\nTransport c",
        "#c",
        "#c stepDirection=LEFT-TO-RIGHT",
    ),
    "PathwayStepProcessesArePathwayComponents": swapped(
        "PathwayStep x stepProcess=#i\nPathway p pathwayOrder=#x\nMolecularInteraction i",
        "Order=#x",
        "Order=#x pathwayComponent=#i",
    ),
    "NextStepShareParticipantsRule": swapped(
        "PathwayStep w stepProcess=#i nextStep=#x\nPathwayStep x stepProcess=#j"
        "\nMolecularInteraction i participant=#a\nMolecularInteraction j participant=#b"
        "\nProtein a\nProtein b",
        "participant=#b",
        "participant=#a",
    ),
    "GeneticInteractionParticipantCRRule": swapped(
        f"GeneticInteraction x participant=#a phenotype=#p{GENES}", "#a", "#a participant=#b"
    ),
    "GeneticInteractionPhenotypeCRRule": swapped(
        f"GeneticInteraction x participant=#a participant=#b{GENES}", "#b", "#b phenotype=#p"
    ),
    "GeneticInteractionTypeCRRule": swapped(
        f"GeneticInteraction x participant=#a participant=#b phenotype=#p interactionType=#s"
        f" interactionType=#t{GENES}\nInteractionVocabulary s\nInteractionVocabulary t",
        " interactionType=#t",
        "",
    ),
    "EvidencePropertiesUsageRule": swapped(
        "Evidence x xref=#p\nPublicationXref p\nEvidenceCodeVocabulary c",
        "#p",
        "#p evidenceCode=#c",
    ),
    "ExperimentalFormDescriptionCRRule": Example(
        "ExperimentalForm x",
        "ExperimentalForm x experimentalFormDescription=#v\nExperimentalFormVocabulary v",
    ),
    "ScoreSourceCRRule": swapped(
        "Score x value=1 scoreSource=#a scoreSource=#b\nProvenance a\nProvenance b",
        " scoreSource=#b",
        "",
    ),
    "ControlledVocabularyTermCRRule": Example(
        "TissueVocabulary x", "TissueVocabulary x term=liver"
    ),
    "ControlledVocabularyXrefCRRule": swapped(
        "TissueVocabulary x term=liver\nUnificationXref u", "liver", "liver xref=#u"
    ),
    **vocabulary("CellularLocation", "CellularLocation", "cytosol", "go GO:0005829"),
    **vocabulary(
        "ProteinModificationFeature",
        "SequenceModification",
        "O-phospho-L-serine",
        "mod MOD:00046",
        rest=MODIFIED.format("Protein"),
    ),
    **vocabulary(
        "NucleicAcidModificationFeature",
        "SequenceModification",
        "deletion",
        "so SO:0000159",
        rest=MODIFIED.format("Dna"),
    ),
    **vocabulary("InteractionType", "Interaction", "physical association", "mi MI:0915"),
    **vocabulary("EvidenceCode", "EvidenceCode", "pull down", "mi MI:0096"),
    **vocabulary("ExperimentalFormDescription", "ExperimentalForm", "bait", "mi MI:0496"),
    **vocabulary("RelationshipType", "RelationshipType", "gene product", "mi MI:0251"),
    **vocabulary("SequenceRegion", "SequenceRegion", "signal_peptide", "so SO:0000418"),
    **vocabulary("BioSourceCellType", "Cell", "fibroblast", "cl CL:0000057"),
    "BiochemPathwayStepProcessOnlyControlCRRule": swapped(
        "BiochemicalPathwayStep x stepProcess=#p\nPathway p", "Pathway p", "Catalysis p"
    ),
    "BiochemPathwayStepOneConversionRule": swapped(
        "BiochemicalPathwayStep x stepProcess=#c\nTransport c", "stepProcess", "stepConversion"
    ),
    "XrefRelationshipTypeRule": swapped(
        "RelationshipTypeVocabulary x term=nonsense", "nonsense", "'gene product'"
    ),
    "ProteinReferenceNamesRule": Example("ProteinReference x", "ProteinReference x displayName=A"),
    "NestedComplex": swapped(
        "Complex x component=#c\nComplex c component=#a\nProtein a", "c component=#a", "c"
    ),
    "EqualComplexes": swapped(
        "Complex w component=#a\nComplex x component=#a\nProtein a\nProtein b",
        "x component=#a",
        "x component=#b",
    ),
}
"""By the name of the rule, with the code where it has several."""


def file(text: str) -> bytes:
    """The file that lines of class, name and values stand for."""
    return f"{HEAD}{''.join(map(element, text.splitlines()))}</rdf:RDF>".encode()


def element(line: str) -> str:
    """One object; none of an empty line."""
    if not line:
        return ""
    cls, name, *values = shlex.split(line)
    return f"<bp:{cls} rdf:about={uri(name)}>{''.join(map(value, values))}</bp:{cls}>\n"


def value(text: str) -> str:
    """One value of an object: a reference, or text."""
    name, _, said = text.partition("=")
    if said.startswith("#"):
        return f"<bp:{name} rdf:resource={uri(said[1:])}/>"
    return f"<bp:{name}>{said}</bp:{name}>"


def uri(name: str) -> str:
    return quoteattr(f"{BASE}{name}")


def found(text: str, theirs: Theirs) -> set[str]:
    """The objects called ``x`` that the rules for one of the validator find in a file."""
    wanted = {rule.code for rule in theirs.ours}
    subjects = {it.place.subject for it in check(parse(file(text))) if it.code in wanted}
    return {it for it in subjects if it.removeprefix(BASE)[:1] in ("x", "")}


def names(theirs: Theirs) -> list[str]:
    """The names of its examples."""
    rows = [row for row in THEIRS if row.rules == theirs.rules]
    code = f" {theirs.codes[0]}" if len(rows) > 1 else ""
    return [f"{rule}{code}" for rule in theirs.rules]


COVERED = [(name, theirs) for theirs in THEIRS if theirs.ours for name in names(theirs)]


@pytest.mark.parametrize(("name", "theirs"), COVERED, ids=[name for name, _ in COVERED])
def test_a_rule_finds_its_fault_and_no_other(name: str, theirs: Theirs) -> None:
    example = EXAMPLES[name]
    assert len(found(example.broken, theirs)) == 1
    assert found(example.sound, theirs) == set()


def test_no_example_is_of_no_rule() -> None:
    assert EXAMPLES.keys() == {name for name, _ in COVERED}


def test_every_rule_of_the_validator_is_listed() -> None:
    assert len({rule for theirs in THEIRS for rule in theirs.rules}) == RULES_HERE


def test_where_there_is_no_rule_here_the_reason_is_told() -> None:
    assert [theirs.rules for theirs in THEIRS if not (theirs.ours or theirs.remark)] == []
    assert [theirs.rules[0] for theirs in THEIRS if not theirs.ours] == [
        "BioSourceTissueCvRule",
        "PhenotypeCvRule",
        "ConversionStoichiometryCheckRule",
    ]


def test_a_rule_here_names_a_code_of_the_validator_or_its_rule() -> None:
    assert [
        (theirs.rules, rule.code)
        for theirs in THEIRS
        for rule in theirs.ours
        if theirs.codes and not any(it in rule.source for it in (*theirs.codes, *theirs.rules))
    ] == []


def test_what_a_rule_cites_of_the_validator_is_listed() -> None:
    listed = {each for theirs in THEIRS for each in (*theirs.rules, *theirs.codes)}
    for rule in RULES:
        _, cites, cited = rule.source.partition("BioPAX validator: ")
        for word in re.findall(
            r"\w+(?:Rule|Rules)\b|\b[a-z]+(?:\.[a-z]+)+", cited if cites else ""
        ):
            assert word in listed or word in WITHOUT_A_RULE, (rule.code, word)


WITHOUT_A_RULE = {"unknown.class", "unknown.property", "duplicate.names"}
"""Codes of the validator that no class of rules has: those of reading, and one that is unused."""


def test_rules_that_are_no_rule_of_the_validator_say_whose_they_are() -> None:
    covered = {rule.code for theirs in THEIRS for rule in theirs.ours}
    others = [rule for rule in codes.RULES if rule.code not in covered]
    assert all(rule.source for rule in others)


def told_of_x(text: str) -> set[str]:
    """The codes of what is found of the object called ``x``."""
    return {it.code for it in check(parse(file(text))) if it.place.subject == f"{BASE}x"}


def test_a_term_of_another_ontology_with_the_same_name_is_told_once_as_such() -> None:
    told = told_of_x(
        "SequenceModificationVocabulary x term='half cystine' xref=#u"
        "\nUnificationXref u db=mi id=MI:0832"
    )
    assert codes.TERM_ELSEWHERE.code in told
    assert codes.TERM_XREF.code not in told


def test_a_cell_that_is_not_known_here_is_not_judged() -> None:
    text = "CellVocabulary x term='my cell' xref=#u\nUnificationXref u db=cl id=CL:9999999"
    assert told_of_x(text) == {codes.UNUSED.code}
    assert codes.TERM_XREF.code in told_of_x(text.replace("cl id=CL", "mi id=MI"))


def test_a_database_that_psi_mi_alone_has_is_known() -> None:
    text = "RelationshipXref x db='{0}' id=1"
    assert codes.UNKNOWN_DB.code not in told_of_x(text.format("genome knowledge base"))
    assert codes.UNKNOWN_DB.code in told_of_x(text.format("genome base"))


def test_references_of_one_sequence_and_organism_say_the_same() -> None:
    text = "ProteinReference a sequence=MK organism=#o\nProteinReference x sequence=mk organism=#o"
    assert codes.CLONED.code in told_of_x(f"{text}\nBioSource o")
    assert codes.CLONED.code not in told_of_x(f"{text.replace('mk', 'ml')}\nBioSource o")


@pytest.mark.parametrize("depth", [50, 2 * LOOKED])
def test_a_member_of_a_family_in_a_family_may_be_on_the_other_side(depth: int) -> None:
    families = "\n".join(f"Protein f{n} memberPhysicalEntity=#f{n + 1}" for n in range(depth))
    text = (
        "Protein x entityReference=#r\nBiochemicalReaction i left=#x right=#f0"
        f"\n{families}\nProtein f{depth} entityReference=#r{REFERENCE}"
    )
    assert codes.ILLEGAL_CONVERSION.code not in told_of_x(text)
    assert codes.ILLEGAL_CONVERSION.code in told_of_x(text.replace("right=#f0", "right=#nothing"))


def test_an_object_is_named_as_people_name_it() -> None:
    (finding,) = [
        it
        for it in check(parse(file("Protein x displayName=JAK2")))
        if it.code == codes.NO_REFERENCE.code
    ]
    assert finding.sentence.startswith('Protein "x" (JAK2) has neither')
