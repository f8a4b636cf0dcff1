"""The table of BioPAX rules: code, severity, what each demands, how to mend it, where it is from.

An error is a breach of the ontology, or a rule that is an error in both profiles of the BioPAX
validator, or one that is an error by default and about a shape that every pathway can have. What
asks for content that a pathway may lack is a warning that begins ``the pathway lacks``. The table
knows nothing of how a rule is applied; ``rules_*.py`` do that. Sources: ``biopax-level3.owl``; the
rules and error codes of BioPAX/validator (June 2024), which ``validator`` lists; the two
non-conformities of cjuigne/non_conformities_detection_biopax.
"""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = [
    "ALIAS",
    "AMBIGUOUS_FEATURE",
    "ASSEMBLY_WITHOUT_COMPLEX",
    "CARDINALITY_MAX",
    "CARDINALITY_MIN",
    "CATALYSIS_CONTROLLERS",
    "CLONED",
    "COMPLEX_IN_COMPLEX",
    "COMPLEX_IN_ITSELF",
    "COMPLEX_OF_NOTHING",
    "COMPLEX_OF_ONE",
    "COMPLEX_TWICE",
    "COMPONENT_ELSEWHERE",
    "COMPONENT_NOWHERE",
    "COMPONENT_SHARED",
    "DANGLING",
    "DATATYPE",
    "DATATYPE_DECLARED",
    "DB_SPELLING",
    "DENIED_XREF",
    "DIRECTION",
    "DISJOINT",
    "DOMAIN",
    "DUPLICATE",
    "EMPTY",
    "ENUMERATION",
    "EVIDENCE_EMPTY",
    "EVIDENCE_IN_ECO",
    "FEATURE_UNDECLARED",
    "FIXED_VALUE",
    "FOREIGN",
    "ID_FORMAT",
    "ILLEGAL_CONVERSION",
    "ILLEGAL_VALUE",
    "INVERSE_FUNCTIONAL",
    "LOCATION_CHANGED",
    "LONG_NAME",
    "LONG_URI",
    "MODULATION_CONTROLLERS",
    "NOT_ALLOWED_XREF",
    "NOT_SPECIFIC",
    "NO_FAMILY_IDENTITY",
    "NO_IDENTITY",
    "NO_NAME",
    "NO_ORGANISM",
    "NO_REFERENCE",
    "ONTOLOGY_TERM_MISSING",
    "PLAIN_CONVERSION",
    "RANGE",
    "REPEATED_NAME",
    "RULES",
    "SAME_NAME",
    "SAME_PLACE",
    "SAME_STATE",
    "SAME_STATE_RECORDED",
    "SEVERAL_LOCATIONS",
    "SEVERAL_ORGANISMS",
    "SHARED_IDENTITY",
    "SITE_WITHOUT_POSITION",
    "STEPS_APART",
    "STEP_NOT_IN_PATHWAY",
    "STOICHIOMETRY_ELSEWHERE",
    "SYMMETRIC",
    "TAXON",
    "TERM_ELSEWHERE",
    "TERM_NAME",
    "TERM_UNKNOWN",
    "TERM_XREF",
    "TOO_GENERAL",
    "UNCHANGED",
    "UNDERLINED",
    "UNKNOWN_CLASS",
    "UNKNOWN_DB",
    "UNKNOWN_PROPERTY",
    "UNUSED",
    "URI",
    "URI_CASE",
    "VOCABULARY_WITHOUT_TERM",
    "VOCABULARY_XREFS",
    "WRONG_CONVERSION",
    "XREF_INCOMPLETE",
]


def _error(code: str, title: str, remedy: str, source: str) -> Rule:
    return Rule(
        code=f"BPX{code}", severity=Severity.ERROR, title=title, remedy=remedy, source=source
    )


def _warning(code: str, title: str, remedy: str, source: str) -> Rule:
    return Rule(
        code=f"BPX{code}", severity=Severity.WARNING, title=title, remedy=remedy, source=source
    )


UNKNOWN_CLASS = _error(
    "010",
    "every class is one of BioPAX Level 3",
    "use a class of the ontology, such as Protein",
    "Ontology; BioPAX validator: unknown.class",
)
UNKNOWN_PROPERTY = _error(
    "011",
    "every property is one of BioPAX Level 3",
    "use a property of the ontology, or put the text in a comment",
    "Ontology; BioPAX validator: unknown.property",
)
DOMAIN = _error(
    "012",
    "an object has only properties of its class",
    "move the value to an object that may have it, or change the class",
    "Ontology; BioPAX validator: unknown.property",
)
RANGE = _error(
    "013",
    "a value is an object or a text as the property asks, and of a class that it allows",
    "refer to an object of an allowed class",
    "Ontology; BioPAX validator: range.violated and misplaced.step.conversion",
)
ENUMERATION = _error(
    "014",
    "a property with a list of words has one of them",
    "use one of the words",
    "Ontology; BioPAX validator: range.violated",
)
FIXED_VALUE = _error(
    "015",
    "a property with a fixed value in a class has that value or none",
    "set the value, or use another class",
    "BioPAX validator: ControlTypeRule and DegradationConversionDirectionRule, range.violated",
)
DATATYPE = _error(
    "016",
    "a number or truth value is written as XML Schema writes it",
    "write it in digits, with a point, or as true or false",
    "Ontology; BioPAX validator: range.violated",
)
DATATYPE_DECLARED = _warning(
    "017",
    "a literal's declared datatype is that of the property",
    "declare the datatype of the ontology",
    "Ontology: rdfs:range",
)
CARDINALITY_MAX = _error(
    "018",
    "no property has more values than its class allows",
    "keep one value",
    "Ontology; BioPAX validator: max.cardinality.violated",
)
CARDINALITY_MIN = _error(
    "019",
    "every property has as many values as its class demands",
    "add the missing value",
    "BioPAX validator: min.cardinality.violated, cardinality.violated",
)
EVIDENCE_EMPTY = _error(
    "020",
    "an Evidence has a confidence, an evidenceCode or an experimentalForm",
    "add an evidenceCode; a reference alone is an xref of the entity",
    "BioPAX validator: EvidencePropertiesUsageRule, min.cardinality.violated",
)
INVERSE_FUNCTIONAL = _error(
    "021",
    "an object is the value of one object only, by entityFeature and by bindsTo",
    "give each owner an object of its own",
    "BioPAX validator: EntityFeatureInverseFunctionalRule and BindingFeatureExtraRules,"
    " inverse.functional.violated",
)
COMPONENT_SHARED = _warning(
    "022",
    "a physical entity is a component of one complex only",
    "give each complex a component of its own, with the same entityReference",
    "Ontology: component is inverse functional (no rule of the validator)",
)
SYMMETRIC = _error(
    "023",
    "what binds to a feature is bound by it",
    "set bindsTo on both features",
    "BioPAX validator: BindingFeatureSymmetricRule, symmetric.violated",
)
DISJOINT = _error(
    "024",
    "no object is of two classes that exclude each other",
    "give each thing a URI of its own",
    "Ontology: owl:disjointWith",
)
TOO_GENERAL = _error(
    "025",
    "no object is an Entity, a UtilityClass, an Xref or an EntityReference alone",
    "use a class below it",
    "BioPAX validator: NotAllowedInstancesRule, not.allowed.element",
)
DANGLING = _error(
    "026",
    "every object that is referred to is in the file",
    "add the object, or leave the reference out",
    "Paxtools: illegal or dangling reference",
)
FOREIGN = _warning(
    "027",
    "the file holds nothing but BioPAX",
    "move it to another file; BioPAX's readers leave it out",
    "Paxtools: ignoring unknown property",
)
DUPLICATE = _warning(
    "028",
    "an object stands in one element",
    "join the elements",
    "RDF merges them; many programs keep the last",
)
ALIAS = _warning(
    "029",
    "a reference is spelt as the object's URI resolves",
    "write the URI whole, with rdf:about and rdf:resource",
    "RDF/XML Syntax, 5.3",
)
EMPTY = _error(
    "030",
    "the file holds at least one object",
    "add what the pathway holds, or write the file anew from its source",
    "BioPAX validator: EmptyModelRule, empty.biopax.model",
)
URI = _error(
    "031",
    "every URI is one by RFC 2396",
    "escape blanks and brackets, or use letters, digits, - and _",
    "BioPAX validator: BiopaxElementIdRule, invalid.rdf.id",
)
LONG_URI = _warning(
    "032",
    "no URI is longer than 256 characters",
    "shorten it",
    "BioPAX validator: BiopaxElementIdLengthRule, too.long.id",
)
URI_CASE = _warning(
    "033",
    "no two URIs differ by case alone",
    "rename one of the objects",
    "BioPAX validator: DuplicateIdCaseInsensitiveRule, duplicate.id.ignoringcase",
)
UNUSED = _warning(
    "034",
    "every object but a pathway is used by another",
    "refer to it (a process in pathwayComponent), or leave it out",
    "BioPAX validator: DanglingElementRule, dangling.element",
)
ILLEGAL_VALUE = _warning(
    "035",
    "no value stands for nothing",
    "leave the property out",
    "BioPAX validator: DataPropertyIllegalValueRule, illegal.property.value",
)
NO_NAME = _warning(
    "036",
    "every entity, reference, organism and source has a displayName",
    "add a displayName",
    "BioPAX validator: DisplayNameRule, no.display.name",
)
LONG_NAME = _warning(
    "037",
    "no displayName is longer than 25 characters, that of a Provenance 50",
    "shorten it, and keep the whole as name",
    "BioPAX validator: DisplayNameRule, too.long.display.name",
)
REPEATED_NAME = _warning(
    "038",
    "no name stands twice, nor does displayName or standardName stand as name too",
    "leave the name out",
    "BioPAX validator: duplicate.names",
)
NOT_SPECIFIC = _warning(
    "039",
    "an object is of a class as special as can be",
    "use a class below it",
    "BioPAX validator: NotAdvisedInstancesRule, not.specific.element",
)
PLAIN_CONVERSION = _warning(
    "040",
    "a conversion is of one of the classes below Conversion",
    "use BiochemicalReaction, ComplexAssembly, Transport or Degradation",
    "BioPAX validator: NotAdvisedInstancesRule, not.specific.element",
)
CLONED = _warning(
    "041",
    "no two utility objects say the same",
    "keep one of them, and refer to it",
    "BioPAX validator: ClonedUtilityClassRule, cloned.utility.class",
)
XREF_INCOMPLETE = _warning(
    "050",
    "a reference to a database has db and id",
    "add what is missing",
    "BioPAX validator: XrefDbCRRule and XrefIdCRRule, cardinality.violated",
)
UNKNOWN_DB = _warning(
    "051",
    "the database of a reference is known to the Bioregistry",
    "use a prefix of the Bioregistry",
    "BioPAX validator: XrefRule, unknown.db",
)
ID_FORMAT = _warning(
    "052",
    "an id has the form of its database",
    "correct the id or the db",
    "BioPAX validator: XrefRule, invalid.id.format",
)
DB_SPELLING = _warning(
    "053",
    "the name of a database is spelt as the Bioregistry has it",
    "use the prefix",
    "BioPAX validator: XrefSynonymDbRule, db.name.spelling",
)
NOT_ALLOWED_XREF = _warning(
    "054",
    "what unifies an organism, a source or a term is from the database for it",
    "use the database that is expected",
    "BioPAX validator: UnificationXrefLimitedRule, not.allowed.xref",
)
DENIED_XREF = _warning(
    "055",
    "nothing is unified with a thing of another kind",
    "make it a RelationshipXref",
    "BioPAX validator: UnificationXrefLimitedRule, denied.xref",
)
SHARED_IDENTITY = _warning(
    "056",
    "a UnificationXref belongs to one object",
    "give each object its own, or make it a RelationshipXref",
    "BioPAX validator: SharedUnificationXrefRule, shared.unification.xref",
)
NO_IDENTITY = _warning(
    "057",
    "an entity reference has a UnificationXref",
    "add one, such as uniprot or chebi",
    "BioPAX validator: EntityReferenceXrefRule, no.xrefs and no.unification.xref",
)
NO_FAMILY_IDENTITY = _warning(
    "103",
    "the reference of a family has a UnificationXref",
    "add one where a resource has the family, such as fplx; its members say what it is",
    "BioPAX validator: GenericEntityReferenceXrefRule, no.xrefs and no.unification.xref",
)
UNDERLINED = _warning(
    "104",
    "the words of a property are joined by hyphens",
    "write hyphens; Paxtools reads both, other programs one",
    "Ontology: owl:DataRange",
)
NO_ORGANISM = _warning(
    "058",
    "a ProteinReference has an organism",
    "add the organism",
    "BioPAX validator: ProteinReferenceOrganismRule, cardinality.violated",
)
TAXON = _error(
    "059",
    "an organism has at most one xref, a UnificationXref",
    "keep the UnificationXref to taxonomy",
    "BioPAX validator: BioSourceTaxonXrefCRRule, cardinality.violated and range.violated",
)
VOCABULARY_WITHOUT_TERM = _warning(
    "060",
    "a vocabulary object has a term",
    "add the term's name",
    "BioPAX validator: ControlledVocabularyTermCRRule, min.cardinality.violated",
)
VOCABULARY_XREFS = _warning(
    "061",
    "a vocabulary object has at most one UnificationXref",
    "keep the one of its term",
    "BioPAX validator: ControlledVocabularyXrefCRRule, cardinality.violated",
)
ONTOLOGY_TERM_MISSING = _warning(
    "062",
    "a vocabulary object has a UnificationXref to its term",
    "add the ontology's term",
    "BioPAX validator: ControlledVocabularyXrefCRRule, cardinality.violated and range.violated;"
    " CellularLocationCvRule and nine like it, no.xref.cv.terms",
)
TERM_NAME = _error(
    "063",
    "a term is the name of one of the ontology for this place",
    "use the ontology's name",
    "BioPAX validator: illegal.cv.term",
)
TERM_XREF = _error(
    "064",
    "the UnificationXref of a vocabulary object is a term of the ontology for this place",
    "use a term of that ontology",
    "BioPAX validator: illegal.cv.xref",
)
EVIDENCE_IN_ECO = _warning(
    "065",
    "an evidence code is a term of PSI-MI",
    "name a term of PSI-MI too where there is one for it",
    "BioPAX validator: EvidenceCodeCvRule, illegal.cv.xref; UnificationXrefLimitedRule,"
    " not.allowed.xref",
)
TERM_ELSEWHERE = _warning(
    "066",
    "a term that is unified is called as what it is unified with",
    "refer to that term, or use the name of the one that is referred to",
    "BioPAX validator: CellularLocationCvRule and nine like it, no.xref.cv.terms",
)
TERM_UNKNOWN = _warning(
    "067",
    "a term without a UnificationXref is named after one of the ontology for its place",
    "add the ontology's term, with its name",
    "BioPAX validator: CellularLocationCvRule and nine like it, illegal.cv.term;"
    " ControlledVocabularyXrefCRRule, cardinality.violated and range.violated",
)
NO_REFERENCE = _error(
    "070",
    "a molecule has an entityReference or members",
    "add an entityReference",
    "BioPAX validator: ProteinEntityReferenceRule and five like it, null.entity.reference",
)
SAME_STATE = _error(
    "071",
    "no two entities of one reference have the same features and location",
    "keep one of them, or say in features what differs",
    "BioPAX validator: EntityReferenceSamePhysicalEntitiesRule, same.state.entity",
)
SAME_STATE_RECORDED = _warning(
    "072",
    "no two entities of one reference differ only in what BioPAX can't say",
    "leave them if two are meant; else make one of them",
    "BioPAX validator: EntityReferenceSamePhysicalEntitiesRule, same.state.entity",
)
FEATURE_UNDECLARED = _warning(
    "073",
    "a feature of an entity is declared on its reference",
    "add it to the reference's entityFeature",
    "BioPAX validator: SimplePhysicalEntityFeaturesRule, improper.feature.use",
)
AMBIGUOUS_FEATURE = _warning(
    "074",
    "an entity that takes part in a process and in a complex has a BindingFeature",
    "use one entity for the free form and one for the bound form",
    "BioPAX validator: PhysicalEntityAmbiguousFeatureRule, ambiguous.feature",
)
SITE_WITHOUT_POSITION = _warning(
    "075",
    "a ModificationFeature has one featureLocation",
    "add the position where it is known",
    "BioPAX validator: ModificationFeatureLocationCRRule, cardinality.violated",
)
SAME_NAME = _warning(
    "077",
    "no name is shared by entities of different references",
    "use names that tell them apart",
    "BioPAX validator: SameNameDiffKindPhysEntitiesRule, diff.kind.same.name",
)
COMPLEX_OF_NOTHING = _warning(
    "080",
    "a complex has components",
    "add its components where they are known",
    "BioPAX validator: ComplexTwoOrMoreParticipantsRule, complex.incomplete",
)
COMPLEX_OF_ONE = _warning(
    "081",
    "a complex of one component has it more than once",
    "add the other components, or the coefficient",
    "BioPAX validator: ComplexTwoOrMoreParticipantsRule, complex.incomplete",
)
STOICHIOMETRY_ELSEWHERE = _warning(
    "082",
    "every coefficient is that of a component or participant",
    "correct its physicalEntity",
    "BioPAX validator: ComplexTwoOrMoreParticipantsRule, complex.stoichiometry.notcomponent",
)
COMPLEX_IN_ITSELF = _error(
    "083",
    "no complex contains itself",
    "take it out of its components",
    "BioPAX validator: AcyclicComplexRule, cyclic.inclusion",
)
COMPONENT_NOWHERE = _warning(
    "084",
    "where a complex has a location, its components have one",
    "add their cellularLocation",
    "BioPAX validator: ComplexComponentsSameLocationRule, component.no.location",
)
COMPONENT_ELSEWHERE = _warning(
    "085",
    "the components of a complex are where it is",
    "give them one place, or leave it where a complex spans a membrane",
    "BioPAX validator: ComplexComponentsMultipleLocationRule, component.different.location",
)
COMPLEX_IN_COMPLEX = _warning(
    "086",
    "a component of a complex is no complex with components",
    "put the components of the inner complex in its stead, or leave it where the order of assembly"
    " is meant",
    "cjuigne/non_conformities_detection_biopax: nested complexes",
)
COMPLEX_TWICE = _warning(
    "087",
    "no two complexes have the same components in the same place",
    "keep one of them",
    "cjuigne/non_conformities_detection_biopax: equal complexes",
)
ASSEMBLY_WITHOUT_COMPLEX = _error(
    "090",
    "a ComplexAssembly has a complex among its participants",
    "use BiochemicalReaction, or add the complex",
    "BioPAX validator: ComplexAssemblyHasComplexParticipantRule, complex.not.present",
)
WRONG_CONVERSION = _warning(
    "091",
    "a conversion that only binds or releases is a ComplexAssembly",
    "use ComplexAssembly",
    "BioPAX validator: ConversionToComplexAssemblyRule, wrong.conversion.class",
)
UNCHANGED = _error(
    "092",
    "nothing is the same on both sides of a conversion",
    "make it a controller, or say what changes",
    "BioPAX validator: SameLeftRightRule, same.state.participant",
)
LOCATION_CHANGED = _warning(
    "093",
    "what changes its place does so in a transport",
    "use Transport or TransportWithBiochemicalReaction",
    "BioPAX validator: BiochemReactParticipantsLocationRule, participant.location.changed",
)
SAME_PLACE = _warning(
    "094",
    "what takes part in a TransportWithBiochemicalReaction changes its place",
    "use BiochemicalReaction",
    "BioPAX validator: BiochemReactParticipantsLocationRule, transport.location.same",
)
ILLEGAL_CONVERSION = _warning(
    "095",
    "a molecule that is not small is on both sides of a conversion",
    "use ComplexAssembly or Degradation, or add its other state",
    "BioPAX validator: SimplePhysicalEntityConversionRule, illegal.conversion",
)
SEVERAL_LOCATIONS = _warning(
    "096",
    "the participants of a process are in one place",
    "give them one place, or leave it where a process crosses a membrane",
    "BioPAX validator: InteractionParticipantsLocationRule, multiple.location",
)
CATALYSIS_CONTROLLERS = _warning(
    "097",
    "a Catalysis has one controller",
    "use one Catalysis for each, or a Complex",
    "BioPAX validator: CatalysisControllerCRRule, max.cardinality.violated",
)
MODULATION_CONTROLLERS = _error(
    "098",
    "a Modulation has one controller",
    "use one Modulation for each, or a Complex",
    "BioPAX validator: ModulationControllerCRRule, max.cardinality.violated",
)
SEVERAL_ORGANISMS = _error(
    "099",
    "a pathway is of one organism",
    "split the pathway",
    "BioPAX validator: PathwayMultiOrganismRule, multi.organism.pathway",
)
DIRECTION = _error(
    "100",
    "the directions of a step, its conversion and its catalyses agree",
    "set stepDirection, and leave the others out",
    "BioPAX validator: BiochemicalPathwayStepAndCatalysisDirectionRule, direction.conflict",
)
STEP_NOT_IN_PATHWAY = _warning(
    "101",
    "the processes of a step are components of its pathway",
    "add them to pathwayComponent",
    "BioPAX validator: PathwayStepProcessesArePathwayComponents, component.not.found",
)
STEPS_APART = _warning(
    "102",
    "steps that follow each other share a participant",
    "let the steps share what passes between them, or leave it where a signal passes by a control",
    "BioPAX validator: NextStepShareParticipantsRule, empty.participants.intersection",
)

RULES: tuple[Rule, ...] = (
    UNKNOWN_CLASS,
    UNKNOWN_PROPERTY,
    DOMAIN,
    RANGE,
    ENUMERATION,
    FIXED_VALUE,
    DATATYPE,
    DATATYPE_DECLARED,
    CARDINALITY_MAX,
    CARDINALITY_MIN,
    EVIDENCE_EMPTY,
    INVERSE_FUNCTIONAL,
    COMPONENT_SHARED,
    SYMMETRIC,
    DISJOINT,
    TOO_GENERAL,
    DANGLING,
    FOREIGN,
    DUPLICATE,
    ALIAS,
    EMPTY,
    URI,
    LONG_URI,
    URI_CASE,
    UNUSED,
    ILLEGAL_VALUE,
    NO_NAME,
    LONG_NAME,
    REPEATED_NAME,
    NOT_SPECIFIC,
    PLAIN_CONVERSION,
    CLONED,
    XREF_INCOMPLETE,
    UNKNOWN_DB,
    ID_FORMAT,
    DB_SPELLING,
    NOT_ALLOWED_XREF,
    DENIED_XREF,
    SHARED_IDENTITY,
    NO_IDENTITY,
    NO_ORGANISM,
    TAXON,
    VOCABULARY_WITHOUT_TERM,
    VOCABULARY_XREFS,
    ONTOLOGY_TERM_MISSING,
    TERM_NAME,
    TERM_XREF,
    EVIDENCE_IN_ECO,
    TERM_ELSEWHERE,
    TERM_UNKNOWN,
    NO_REFERENCE,
    SAME_STATE,
    SAME_STATE_RECORDED,
    FEATURE_UNDECLARED,
    AMBIGUOUS_FEATURE,
    SITE_WITHOUT_POSITION,
    SAME_NAME,
    COMPLEX_OF_NOTHING,
    COMPLEX_OF_ONE,
    STOICHIOMETRY_ELSEWHERE,
    COMPLEX_IN_ITSELF,
    COMPONENT_NOWHERE,
    COMPONENT_ELSEWHERE,
    COMPLEX_IN_COMPLEX,
    COMPLEX_TWICE,
    ASSEMBLY_WITHOUT_COMPLEX,
    WRONG_CONVERSION,
    UNCHANGED,
    LOCATION_CHANGED,
    SAME_PLACE,
    ILLEGAL_CONVERSION,
    SEVERAL_LOCATIONS,
    CATALYSIS_CONTROLLERS,
    MODULATION_CONTROLLERS,
    SEVERAL_ORGANISMS,
    DIRECTION,
    STEP_NOT_IN_PATHWAY,
    STEPS_APART,
    NO_FAMILY_IDENTITY,
    UNDERLINED,
)
"""Every rule for a file that is BioPAX Level 3, by code."""
