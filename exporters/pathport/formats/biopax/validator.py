"""The BioPAX validator's rules, each with its codes and severities, and the rules here for it.

A rule that stands for several codes has a row for each. The table tells what covers what, and why
something is not covered or differs; it knows nothing of how a rule is applied. Sources:
BioPAX/validator (June 2024), its 98 classes of rules and the five of which it has a description
alone; the two non-conformities of cjuigne/non_conformities_detection_biopax.
"""

from collections.abc import Iterator

import msgspec

from pathport.formats.biopax import codes
from pathport.rules import Rule

__all__ = ["THEIRS", "Theirs"]

ERROR = "error / error"
ERROR_AT_FIRST = "error / warning"
ERROR_OR_OFF = "error / -"
WARNING = "warning / warning"
WARNING_OR_OFF = "warning / -"
OFF = "- / -"


class Theirs(msgspec.Struct, frozen=True):
    """A rule of the validator by some of its codes, or two that one finding covers.

    ``severity`` is that in its default profile and in ``notstrict``; ``ours`` are the rules that
    find its cases, among the objects of the classes ``of`` (of any, if none is named). ``remark``
    says what differs, or why there is no rule here.
    """

    rules: tuple[str, ...]
    severity: str
    codes: tuple[str, ...]
    ours: tuple[Rule, ...]
    of: tuple[str, ...]
    remark: str


def _row(
    names: str, severity: str, found: str, *ours: Rule, of: str = "", remark: str = ""
) -> Theirs:
    """One row; names, codes and classes are parted by blanks."""
    return Theirs(
        tuple(names.split()), severity, tuple(found.split()), ours, tuple(of.split()), remark
    )


def _at_most_one(name: str, severity: str, of: str) -> Theirs:
    """A rule that a property of a class has one value or none, and of the right class."""
    found = "max.cardinality.violated range.violated"
    return _row(f"{name}CRRule", severity, found, codes.CARDINALITY_MAX, codes.RANGE, of=of)


def _molecules() -> Iterator[Theirs]:
    """The rules for the reference of each kind of molecule."""
    for cls in ("Protein", "SmallMolecule", "Dna", "DnaRegion", "Rna", "RnaRegion"):
        name = f"{cls}EntityReference"
        found = "null.entity.reference"
        yield _row(f"{name}Rule", ERROR_AT_FIRST, found, codes.NO_REFERENCE, of=cls)
        yield _at_most_one(name, WARNING, cls)


def _vocabulary(name: str, severity: str, of: str, *, remark: str = "") -> Iterator[Theirs]:
    """The three codes of a rule for the terms of a place."""
    for found, ours in (
        ("illegal.cv.term", (codes.TERM_NAME, codes.TERM_UNKNOWN)),
        ("illegal.cv.xref", (codes.TERM_XREF, codes.EVIDENCE_IN_ECO)),
        ("no.xref.cv.terms", (codes.TERM_ELSEWHERE, codes.ONTOLOGY_TERM_MISSING)),
    ):
        yield _row(f"{name}CvRule", severity, found, *ours, of=f"{of}Vocabulary", remark=remark)


def _without_table(name: str, severity: str, ontology: str) -> Theirs:
    """A rule for terms that are not known here."""
    remark = f"no rule here, for no table has {ontology}; a term without a reference is BPX062"
    return _row(
        f"{name}CvRule",
        severity,
        "illegal.cv.term illegal.cv.xref no.xref.cv.terms",
        remark=remark,
    )


DESCRIBED = "the validator has a description of it, and no class"
PAPER = "cjuigne/non_conformities_detection_biopax"
TEXT = "Paxtools takes a term that is given as a reference (2 cases) for text"

THEIRS: tuple[Theirs, ...] = (
    _row("EmptyModelRule", ERROR, "empty.biopax.model", codes.EMPTY),
    _row("BiopaxElementIdRule", ERROR, "invalid.rdf.id", codes.URI),
    _row("BiopaxElementIdLengthRule", WARNING, "too.long.id", codes.LONG_URI),
    _row(
        "DuplicateIdCaseInsensitiveRule",
        WARNING_OR_OFF,
        "duplicate.id.ignoringcase",
        codes.URI_CASE,
    ),
    _row(
        "DanglingElementRule",
        WARNING,
        "dangling.element",
        codes.UNUSED,
        remark="Paxtools drops a reference that breaks the ontology, and then its object is unused",
    ),
    _row(
        "NotAllowedInstancesRule",
        ERROR_AT_FIRST,
        "not.allowed.element",
        codes.TOO_GENERAL,
        remark="Paxtools leaves such objects out, so that the validator does not see them",
    ),
    _row(
        "NotAdvisedInstancesRule",
        WARNING_OR_OFF,
        "not.specific.element",
        codes.NOT_SPECIFIC,
        codes.PLAIN_CONVERSION,
    ),
    _row("DataPropertyIllegalValueRule", WARNING, "illegal.property.value", codes.ILLEGAL_VALUE),
    _row(
        "DisplayNameRule",
        WARNING,
        "no.display.name",
        codes.NO_NAME,
        remark="asked of an Entity as such too, which Paxtools leaves out",
    ),
    _row("DisplayNameRule", WARNING, "too.long.display.name", codes.LONG_NAME),
    _row(
        "ClonedUtilityClassRule",
        WARNING_OR_OFF,
        "cloned.utility.class",
        codes.CLONED,
        remark="xrefs without db and id are equal to the validator (2 cases), and here not",
    ),
    _row(
        "XrefRule",
        ERROR_AT_FIRST,
        "unknown.db",
        codes.UNKNOWN_DB,
        remark="a warning here: entries of files are kept in their own words;"
        ' "Guide to Pharmacology" (1 case) is known by another name, BPX053',
    ),
    _row(
        "XrefRule",
        ERROR_AT_FIRST,
        "invalid.id.format",
        codes.ID_FORMAT,
        remark="a warning here, as for unknown.db; an id that is given as a reference (1 case) is"
        " text for Paxtools",
    ),
    _row(
        "XrefSynonymDbRule",
        WARNING,
        "db.name.spelling",
        codes.DB_SPELLING,
        remark="the validator has the names of the Bioregistry of August 2023; those of today are"
        ' "PubChem-substance" (41 cases), "Enzyme Nomenclature" (32) and "KEGG Pathway" (18)',
    ),
    _row(
        "UnificationXrefDbCRRule UnificationXrefIdCRRule",
        ERROR,
        "cardinality.violated",
        codes.CARDINALITY_MIN,
        codes.CARDINALITY_MAX,
        of="UnificationXref",
    ),
    _row("XrefDbCRRule XrefIdCRRule", WARNING, "cardinality.violated", codes.XREF_INCOMPLETE),
    _row(
        "UnificationXrefLimitedRule",
        WARNING,
        "not.allowed.xref",
        codes.NOT_ALLOWED_XREF,
        remark='"NCBI_taxonomy" (1 case) and "molecular interactions ontology" (2) are the right'
        " databases, spelt so that the validator does not see it; here that is BPX053",
    ),
    _row("UnificationXrefLimitedRule", WARNING, "denied.xref", codes.DENIED_XREF),
    _row("SharedUnificationXrefRule", WARNING, "shared.unification.xref", codes.SHARED_IDENTITY),
    _row(
        "EntityReferenceXrefRule",
        ERROR_AT_FIRST,
        "no.xrefs no.unification.xref",
        codes.NO_IDENTITY,
        remark="a warning here: the pathway lacks it",
    ),
    _row(
        "GenericEntityReferenceXrefRule",
        WARNING,
        "no.xrefs no.unification.xref",
        codes.NO_FAMILY_IDENTITY,
    ),
    *_molecules(),
    _at_most_one("EntityReferenceType", ERROR, "EntityReference"),
    _row(
        "ProteinReferenceOrganismRule GenericProteinReferenceOrganismRule",
        WARNING,
        "cardinality.violated min.cardinality.violated",
        codes.NO_ORGANISM,
    ),
    _at_most_one("PathwayOrganism", ERROR, "Pathway"),
    _at_most_one("GeneOrganism", ERROR, "Gene"),
    _row("PathwayMultiOrganismRule", ERROR, "multi.organism.pathway", codes.SEVERAL_ORGANISMS),
    _row(
        "BioSourceTaxonXrefCRRule",
        ERROR_AT_FIRST,
        "cardinality.violated range.violated",
        codes.TAXON,
    ),
    _at_most_one("BioSourceCellType", ERROR, "BioSource"),
    _at_most_one("BioSourceTissue", ERROR_OR_OFF, "BioSource"),
    _row(
        "EntityReferenceSamePhysicalEntitiesRule",
        ERROR_OR_OFF,
        "same.state.entity",
        codes.SAME_STATE,
        codes.SAME_STATE_RECORDED,
    ),
    _row(
        "SimplePhysicalEntityFeaturesRule",
        WARNING,
        "improper.feature.use",
        codes.FEATURE_UNDECLARED,
    ),
    _row(
        "EntityFeatureInverseFunctionalRule",
        ERROR,
        "inverse.functional.violated",
        codes.INVERSE_FUNCTIONAL,
    ),
    _row("BindingFeatureSymmetricRule", ERROR_AT_FIRST, "symmetric.violated", codes.SYMMETRIC),
    _row(
        "BindingFeatureExtraRules",
        ERROR_AT_FIRST,
        "inverse.functional.violated",
        codes.INVERSE_FUNCTIONAL,
        of="BindingFeature",
    ),
    _at_most_one("BindingFeatureBindsTo", ERROR_OR_OFF, "BindingFeature"),
    _at_most_one("ModificationType", ERROR_AT_FIRST, "ModificationFeature"),
    _row(
        "ModificationFeatureLocationCRRule",
        WARNING,
        "cardinality.violated",
        codes.SITE_WITHOUT_POSITION,
    ),
    _at_most_one("PhysicalEntityCellularLocation", ERROR, "PhysicalEntity"),
    _at_most_one("SequenceIntervalBegin", ERROR_OR_OFF, "SequenceInterval"),
    _at_most_one("SequenceIntervalEnd", ERROR_OR_OFF, "SequenceInterval"),
    _at_most_one("DnaRegionReferenceAbsoluteRegion", ERROR, "DnaRegionReference"),
    _at_most_one("RnaRegionReferenceAbsoluteRegion", ERROR_OR_OFF, "RnaRegionReference"),
    _at_most_one("SmrStructure", ERROR_OR_OFF, "SmallMoleculeReference"),
    _row(
        "StoichiometricCoefficientCRRule",
        ERROR_AT_FIRST,
        "cardinality.violated",
        codes.CARDINALITY_MIN,
        codes.CARDINALITY_MAX,
        of="Stoichiometry",
    ),
    _row(
        "StoichiometryPhysicalEntityCRRule",
        ERROR,
        "cardinality.violated",
        codes.CARDINALITY_MIN,
        codes.CARDINALITY_MAX,
        of="Stoichiometry",
    ),
    _row(
        "ComplexTwoOrMoreParticipantsRule",
        WARNING,
        "complex.incomplete",
        codes.COMPLEX_OF_NOTHING,
        codes.COMPLEX_OF_ONE,
    ),
    _row(
        "ComplexTwoOrMoreParticipantsRule",
        WARNING,
        "complex.stoichiometry.notcomponent",
        codes.STOICHIOMETRY_ELSEWHERE,
        remark="asked of a conversion's coefficients too",
    ),
    _row("AcyclicComplexRule", ERROR, "cyclic.inclusion", codes.COMPLEX_IN_ITSELF),
    _row(
        "ComplexComponentsSameLocationRule",
        WARNING,
        "component.no.location",
        codes.COMPONENT_NOWHERE,
    ),
    _row(
        "ComplexComponentsMultipleLocationRule",
        WARNING,
        "component.different.location",
        codes.COMPONENT_ELSEWHERE,
    ),
    _row(
        "ComplexAssemblyHasComplexParticipantRule",
        ERROR_AT_FIRST,
        "complex.not.present",
        codes.ASSEMBLY_WITHOUT_COMPLEX,
    ),
    _row(
        "ConversionToComplexAssemblyRule", WARNING, "wrong.conversion.class", codes.WRONG_CONVERSION
    ),
    _row(
        "SameLeftRightRule",
        ERROR_AT_FIRST,
        "same.state.participant",
        codes.UNCHANGED,
        remark="any two proteins without a reference are the same to the validator (1 case)",
    ),
    _row(
        "BiochemReactParticipantsLocationRule",
        WARNING,
        "participant.location.changed",
        codes.LOCATION_CHANGED,
    ),
    _row(
        "BiochemReactParticipantsLocationRule",
        WARNING,
        "transport.location.same",
        codes.SAME_PLACE,
    ),
    _row(
        "SimplePhysicalEntityConversionRule",
        WARNING,
        "illegal.conversion",
        codes.ILLEGAL_CONVERSION,
    ),
    _row(
        "InteractionParticipantsLocationRule",
        WARNING,
        "multiple.location",
        codes.SEVERAL_LOCATIONS,
    ),
    _row(
        "PhysicalEntityAmbiguousFeatureRule",
        WARNING,
        "ambiguous.feature",
        codes.AMBIGUOUS_FEATURE,
        remark="Paxtools takes the blank off a reference (1 case), and so finds another object",
    ),
    _row(
        "SameNameDiffKindPhysEntitiesRule",
        WARNING_OR_OFF,
        "diff.kind.same.name",
        codes.SAME_NAME,
        remark="an entity without a reference (1 case) shares its name with none here",
    ),
    _at_most_one("ConversionDirection", ERROR_OR_OFF, "Conversion"),
    _at_most_one("CatalysisDirection", ERROR_OR_OFF, "Catalysis"),
    _row(
        "DegradationConversionDirectionRule",
        ERROR_AT_FIRST,
        "range.violated",
        codes.FIXED_VALUE,
        of="Degradation",
    ),
    _row(
        "ControlTypeRule",
        ERROR_AT_FIRST,
        "range.violated",
        codes.FIXED_VALUE,
        codes.ENUMERATION,
        of="Catalysis TemplateReactionRegulation",
    ),
    _row(
        "CatalysisControllerCRRule",
        WARNING,
        "max.cardinality.violated",
        codes.CATALYSIS_CONTROLLERS,
    ),
    _row(
        "ModulationControllerCRRule",
        ERROR_AT_FIRST,
        "max.cardinality.violated",
        codes.MODULATION_CONTROLLERS,
    ),
    _row(
        "TemplateReactionRegulationControllerCRRule",
        ERROR,
        "range.violated",
        codes.RANGE,
        of="TemplateReactionRegulation",
    ),
    _row(
        "BiochemicalPathwayStepAndCatalysisDirectionRule",
        ERROR_AT_FIRST,
        "direction.conflict",
        codes.DIRECTION,
    ),
    _row(
        "PathwayStepProcessesArePathwayComponents",
        WARNING_OR_OFF,
        "component.not.found",
        codes.STEP_NOT_IN_PATHWAY,
    ),
    _row(
        "NextStepShareParticipantsRule",
        WARNING_OR_OFF,
        "empty.participants.intersection",
        codes.STEPS_APART,
    ),
    _row(
        "GeneticInteractionParticipantCRRule",
        ERROR,
        "cardinality.violated range.violated",
        codes.CARDINALITY_MIN,
        codes.RANGE,
        of="GeneticInteraction",
    ),
    _row(
        "GeneticInteractionPhenotypeCRRule",
        WARNING,
        "cardinality.violated range.violated",
        codes.CARDINALITY_MIN,
        codes.CARDINALITY_MAX,
        codes.RANGE,
        of="GeneticInteraction",
        remark="an error here, for the ontology demands one",
    ),
    _at_most_one("GeneticInteractionType", ERROR, "GeneticInteraction"),
    _row(
        "EvidencePropertiesUsageRule",
        ERROR_AT_FIRST,
        "min.cardinality.violated",
        codes.EVIDENCE_EMPTY,
    ),
    _row(
        "ExperimentalFormDescriptionCRRule",
        ERROR,
        "min.cardinality.violated",
        codes.CARDINALITY_MIN,
        of="ExperimentalForm",
    ),
    _at_most_one("ScoreSource", ERROR_OR_OFF, "Score"),
    _row(
        "ControlledVocabularyTermCRRule",
        WARNING,
        "min.cardinality.violated",
        codes.VOCABULARY_WITHOUT_TERM,
        remark=TEXT,
    ),
    _row(
        "ControlledVocabularyXrefCRRule",
        WARNING,
        "cardinality.violated range.violated",
        codes.VOCABULARY_XREFS,
        codes.ONTOLOGY_TERM_MISSING,
        codes.TERM_UNKNOWN,
    ),
    *_vocabulary(
        "CellularLocation",
        ERROR_AT_FIRST,
        "CellularLocation",
        remark="was not run for the key",
    ),
    *_vocabulary("ProteinModificationFeature", ERROR_AT_FIRST, "SequenceModification"),
    *_vocabulary("NucleicAcidModificationFeature", ERROR_AT_FIRST, "SequenceModification"),
    *_vocabulary("InteractionType", WARNING, "Interaction"),
    *_vocabulary("EvidenceCode", WARNING, "EvidenceCode"),
    *_vocabulary("ExperimentalFormDescription", ERROR_AT_FIRST, "ExperimentalForm"),
    *_vocabulary("RelationshipType", WARNING, "RelationshipType", remark=TEXT),
    *_vocabulary(
        "SequenceRegion",
        ERROR_AT_FIRST,
        "SequenceRegion",
        remark="the validator takes direct children of SO:0000001 alone, and so refuses"
        ' "signal_peptide" in the specification\'s example; here any region is one',
    ),
    *_vocabulary(
        "BioSourceCellType",
        WARNING,
        "Cell",
        remark="the table here is not whole, and a term that it does not have is not judged",
    ),
    _without_table("BioSourceTissue", WARNING, "BTO"),
    _without_table("Phenotype", ERROR_AT_FIRST, "PATO"),
    _row(
        "BiochemPathwayStepProcessOnlyControlCRRule",
        OFF,
        "range.violated",
        codes.RANGE,
        of="BiochemicalPathwayStep",
        remark=DESCRIBED,
    ),
    _row(
        "BiochemPathwayStepOneConversionRule",
        OFF,
        "misplaced.step.conversion",
        codes.RANGE,
        of="BiochemicalPathwayStep",
        remark=DESCRIBED,
    ),
    _row(
        "ConversionStoichiometryCheckRule",
        OFF,
        "stoichiometry.mismatch",
        remark="no rule here: it is off in the validator, and adds up molecules of all kinds, so"
        " that a cleavage or a cofactor that is left out breaks it",
    ),
    _row(
        "XrefRelationshipTypeRule",
        OFF,
        "illegal.cv.term",
        codes.TERM_NAME,
        codes.TERM_UNKNOWN,
        of="RelationshipTypeVocabulary",
        remark=f"{DESCRIBED}: RelationshipTypeCvRule took its place",
    ),
    _row(
        "ProteinReferenceNamesRule",
        OFF,
        "no.display.name",
        codes.NO_NAME,
        of="ProteinReference",
        remark=f"{DESCRIBED}: DisplayNameRule took its place",
    ),
    _row("NestedComplex", OFF, "", codes.COMPLEX_IN_COMPLEX, remark=PAPER),
    _row("EqualComplexes", OFF, "", codes.COMPLEX_TWICE, remark=PAPER),
)
"""Every rule, by subject; those that the validator does not run are the last."""
