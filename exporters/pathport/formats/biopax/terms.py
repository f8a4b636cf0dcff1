"""What BioPAX Level 3 calls the parts of a model, each table written once and read both ways.

Classes, words and terms of published vocabularies (PSI-MI, SBO, ECO) stand here and nowhere else
in the writer and the reader; how they are put together is the business of those. Specification:
``biopax-level3.owl``; the terms are those that the BioPAX validator asks for in each place.
"""

from collections.abc import Mapping

from pathport.model.enumerations import (
    Activity,
    AssociationType,
    Effect,
    Kind,
    Mechanism,
    Observation,
    ProcessType,
    Relation,
    Role,
    SiteLogic,
)
from pathport.terms import Terms

__all__ = [
    "ACTIVITY",
    "ASSOCIATION",
    "CLASS",
    "CLASS_OF_ASSOCIATION",
    "CONTROL_TYPE",
    "DEFAULT_BASE",
    "DEFAULT_TYPE",
    "DENIED",
    "EFFECT",
    "EVIDENCE",
    "ILLEGAL_VALUES",
    "INTERACTION_TYPE",
    "IS_EFFECT",
    "IS_PROCESS_TYPE",
    "JOINED_BY",
    "KINDS",
    "KNOWN_SITE",
    "LONGEST_NAME",
    "LONGEST_SOURCE_NAME",
    "MODIFICATION_ROOTS",
    "OBSERVATION",
    "PROCESS_SBO",
    "RECORD",
    "REFERENCE",
    "RELATION",
    "ROLE",
    "SAME_MODIFICATION",
    "SEQUENCES",
    "SITE_SET",
    "STRUCTURE",
    "TEMPLATES",
    "TEMPLATE_PRODUCTS",
    "VARIANT",
    "VOCABULARY_PREFIXES",
    "WITHOUT_REFERENCE",
]

DEFAULT_BASE = "https://w3id.org/pathport/"
"""Where pathways live whose user names no base; a pathway's things are below its own URI."""

RECORD = "pathport:"
"""How a comment begins that holds a record; a note that begins so is never one."""

LONGEST_NAME = 25
LONGEST_SOURCE_NAME = 50
"""Characters of a displayName, and of one of a Provenance (BioPAX validator: DisplayNameRule)."""

ILLEGAL_VALUES = frozenset({"0", "-1", "NULL", "NIL", "NONE", "N/A"})
"""Texts that no property may have, in any case (validator: DataPropertyIllegalValueRule)."""

# Molecules

CLASS: Terms[Kind, str] = Terms(
    {
        Kind.PROTEIN: "Protein",
        Kind.RNA: "Rna",
        Kind.DNA: "Dna",
        Kind.GENE: "DnaRegion",
        Kind.SMALL_MOLECULE: "SmallMolecule",
        Kind.COMPLEX: "Complex",
        Kind.PHENOTYPE: "Pathway",
        Kind.UNKNOWN: "PhysicalEntity",
    },
    also={"Gene": Kind.GENE, "RnaRegion": Kind.RNA},
    coarse={
        Kind.GENE_PRODUCT: "Protein",
        Kind.ION: "SmallMolecule",
        Kind.PATHWAY: "Pathway",
    },
)
"""The class of an entity by what its molecule is; a family is of the class of its members."""

REFERENCE: Terms[str, str] = Terms(
    {
        cls: f"{cls}Reference"
        for cls in ("Dna", "DnaRegion", "Protein", "Rna", "RnaRegion", "SmallMolecule")
    }
)
"""The classes of entities that refer to what they are a state of, and of what they refer to."""

KINDS = {reference: CLASS.key(cls) or Kind.UNKNOWN for cls, reference in REFERENCE}
"""What the molecule is that an EntityReference stands for."""

WITHOUT_REFERENCE = frozenset(
    kind for kind in Kind if REFERENCE.word(CLASS.word(kind) or "") is None
)
"""What no class of references is for; a family has one only where its members agree in theirs."""

SEQUENCES = frozenset(REFERENCE.word(cls) for cls, _ in REFERENCE if cls != "SmallMolecule")
"""The references that have an organism."""

TEMPLATES = frozenset({"Dna", "DnaRegion", "Rna", "RnaRegion"})
TEMPLATE_PRODUCTS = frozenset({"Dna", "Protein", "Rna"})
"""What a TemplateReaction reads, and what it makes."""

ROLE: Terms[Role, str] = Terms(
    {
        Role.ENZYME: "sbo:0000014",
        Role.ION_CHANNEL: "sbo:0000242",
        Role.LIGAND: "sbo:0000280",
        Role.RECEPTOR: "sbo:0000244",
        Role.TRANSPORTER: "sbo:0000284",
    }
)
"""Roles that SBO has a material entity's function for."""

# States

KNOWN_SITE = "known site"
"""A comment: the molecule is known to have the site, whether or not a state has it."""
SITE_SET = "site set: "
JOINED_BY: Terms[SiteLogic, str] = Terms(
    {SiteLogic.ANY: "joined by: any", SiteLogic.UNRESOLVED: "joined by: unresolved"}
)
VARIANT = "variant: "
STRUCTURE = "structure: "
ACTIVITY: Terms[Activity, str] = Terms(
    {Activity.ACTIVE: "active", Activity.INACTIVE: "inactive"},
    also={
        "Active state": Activity.ACTIVE,
        "Inactive state": Activity.INACTIVE,
        "residue modification, active": Activity.ACTIVE,
        "residue modification, inactive": Activity.INACTIVE,
    },
)
"""What the comment of a plain EntityFeature says; others say it as the type of a modification."""

SAME_MODIFICATION: Mapping[str, str] = {
    "mi:0170": "mod:00696",
    "mi:0176": "mod:00046",
    "mi:0177": "mod:00047",
    "mi:0178": "mod:00048",
    "mi:0189": "mod:01148",
    "mi:0192": "mod:00394",
    "mi:0217": "mod:00696",
    "mi:0220": "mod:01148",
    "mi:0832": "mod:00798",
}
"""Terms of PSI-MI by which files name a modification; PSI-MOD took the residues over."""

MODIFICATION_ROOTS = ("mod:01156", "mod:01157")
"""A kind of modification is below one of these (validator: ProteinModificationFeatureCvRule)."""

# Processes

DEFAULT_TYPE: Mapping[str, ProcessType] = {
    "BiochemicalReaction": ProcessType.CONVERSION,
    "ComplexAssembly": ProcessType.BINDING,
    "Conversion": ProcessType.CONVERSION,
    "Degradation": ProcessType.DEGRADATION,
    "Interaction": ProcessType.PROCESS,
    "TemplateReaction": ProcessType.GENETIC_PRODUCTION,
    "Transport": ProcessType.TRANSPORT,
    "TransportWithBiochemicalReaction": ProcessType.TRANSPORT,
}
"""What a process is of which its class alone tells; see ``shapes`` for what its sides tell."""

INTERACTION_TYPE: Terms[ProcessType, str] = Terms(
    {
        ProcessType.PHOSPHORYLATION: "mi:0217",
        ProcessType.DEPHOSPHORYLATION: "mi:0203",
        ProcessType.UBIQUITINATION: "mi:0220",
        ProcessType.ACETYLATION: "mi:0192",
        ProcessType.METHYLATION: "mi:0213",
        ProcessType.GLYCOSYLATION: "mi:0559",
        ProcessType.PALMITOYLATION: "mi:0216",
        ProcessType.MYRISTOYLATION: "mi:0214",
        ProcessType.HYDROXYLATION: "mi:0210",
        ProcessType.CLEAVAGE: "mi:0194",
    }
)
"""The interactionType of a process, below MI:0190."""

PROCESS_SBO: Terms[ProcessType, str] = Terms(
    {
        ProcessType.PROCESS: "sbo:0000375",
        ProcessType.BINDING: "sbo:0000177",
        ProcessType.DISSOCIATION: "sbo:0000180",
        ProcessType.CONVERSION: "sbo:0000182",
        ProcessType.ACTIVATION: "sbo:0000656",
        ProcessType.INACTIVATION: "sbo:0000665",
        ProcessType.PHOSPHORYLATION: "sbo:0000216",
        ProcessType.DEPHOSPHORYLATION: "sbo:0000330",
        ProcessType.UBIQUITINATION: "sbo:0000224",
        ProcessType.ACETYLATION: "sbo:0000215",
        ProcessType.METHYLATION: "sbo:0000214",
        ProcessType.GLYCOSYLATION: "sbo:0000217",
        ProcessType.PALMITOYLATION: "sbo:0000218",
        ProcessType.MYRISTOYLATION: "sbo:0000219",
        ProcessType.PRENYLATION: "sbo:0000221",
        ProcessType.SULFATION: "sbo:0000220",
        ProcessType.HYDROXYLATION: "sbo:0000233",
        ProcessType.CLEAVAGE: "sbo:0000178",
        ProcessType.HYDROLYSIS: "sbo:0000376",
        ProcessType.DEGRADATION: "sbo:0000179",
        ProcessType.TRANSPORT: "sbo:0000655",
        ProcessType.TRANSCRIPTION: "sbo:0000183",
        ProcessType.TRANSLATION: "sbo:0000184",
        ProcessType.GENETIC_PRODUCTION: "sbo:0000589",
        ProcessType.OMITTED: "sbo:0000397",
        ProcessType.UNCERTAIN: "sbo:0000396",
    }
)
"""The SBO term that a process is cross-referenced to where neither class nor MI tells its type."""

IS_PROCESS_TYPE = "mi:0359"
IS_EFFECT = "mi:0355"
"""How a cross reference to SBO relates: biological process, molecular function. No identifier of a
model is an SBO term, so that neither is ever taken for one."""

ASSOCIATION: Terms[AssociationType, str] = Terms(
    {
        AssociationType.ASSOCIATION: "mi:0914",
        AssociationType.PHYSICAL: "mi:0915",
        AssociationType.DIRECT: "mi:0407",
        AssociationType.COLOCALIZATION: "mi:0403",
        AssociationType.GENETIC: "mi:2402",
    },
    also={"mi:0208": AssociationType.GENETIC},
)
CLASS_OF_ASSOCIATION: Mapping[str, AssociationType] = {
    "GeneticInteraction": AssociationType.GENETIC,
}
"""What an association is of which its class alone tells."""

# Controls

CONTROL_TYPE: Terms[tuple[Effect, Mechanism | None], str] = Terms(
    {
        (Effect.STIMULATION, None): "ACTIVATION",
        (Effect.STIMULATION, Mechanism.ALLOSTERIC): "ACTIVATION-ALLOSTERIC",
        (Effect.STIMULATION, Mechanism.NONALLOSTERIC): "ACTIVATION-NONALLOSTERIC",
        (Effect.INHIBITION, None): "INHIBITION",
        (Effect.INHIBITION, Mechanism.ALLOSTERIC): "INHIBITION-ALLOSTERIC",
        (Effect.INHIBITION, Mechanism.COMPETITIVE): "INHIBITION-COMPETITIVE",
        (Effect.INHIBITION, Mechanism.IRREVERSIBLE): "INHIBITION-IRREVERSIBLE",
        (Effect.INHIBITION, Mechanism.NONCOMPETITIVE): "INHIBITION-NONCOMPETITIVE",
        (Effect.INHIBITION, Mechanism.UNCOMPETITIVE): "INHIBITION-UNCOMPETITIVE",
        (Effect.INHIBITION, Mechanism.OTHER): "INHIBITION-OTHER",
    },
    coarse={
        (effect, mechanism): word
        for effect in (Effect.CATALYSIS, Effect.NECESSARY_STIMULATION, Effect.TRIGGER)
        for mechanism, word in (
            (None, "ACTIVATION"),
            (Mechanism.ALLOSTERIC, "ACTIVATION-ALLOSTERIC"),
            (Mechanism.NONALLOSTERIC, "ACTIVATION-NONALLOSTERIC"),
        )
    },
)
"""The controlType of a control; a modulation has none."""

EFFECT: Terms[Effect, str] = Terms(
    {
        Effect.CATALYSIS: "sbo:0000013",
        Effect.NECESSARY_STIMULATION: "sbo:0000461",
        Effect.TRIGGER: "sbo:0000411",
    },
    also={"sbo:0000460": Effect.CATALYSIS},
)
"""The SBO term of an effect that the class and controlType of its control don't tell."""

# What every object may have

RELATION: Terms[Relation, str] = Terms(
    {
        Relation.IS: "mi:0356",
        Relation.IS_ENCODED_BY: "mi:0251",
        Relation.IS_VERSION_OF: "mi:2342",
        Relation.IS_HOMOLOGOUS_TO: "mi:2163",
        Relation.HAS_INSTANCE: "mi:1341",
        Relation.OCCURS_IN: "mi:0354",
        Relation.IS_RELATED_TO: "mi:0361",
    },
    coarse=dict.fromkeys(
        (
            Relation.HAS_VERSION,
            Relation.ENCODES,
            Relation.HAS_PROPERTY,
            Relation.IS_PROPERTY_OF,
            Relation.HAS_PART,
            Relation.IS_PART_OF,
            Relation.IS_DERIVED_FROM,
            Relation.IS_INSTANCE_OF,
        ),
        "mi:0361",
    ),
)
"""The relationshipType of a RelationshipXref; what simply is has a UnificationXref where it may."""

EVIDENCE = "eco:0000000"
"""The code of evidence that has none: it is evidence, which BioPAX wants to be said."""

OBSERVATION: Terms[Observation, str] = Terms(
    {Observation.OBSERVED: "eco:0000006", Observation.INFERRED: "eco:0000205"}
)
"""A further code of evidence, before its own: programs that keep one code keep the last."""

VOCABULARY_PREFIXES = frozenset({"eco", "mi", "mod", "ncbitaxon", "sbo", "so"})
"""The resources whose entries BioPAX's vocabulary objects are: no other object is one of them."""

DENIED: Mapping[str, tuple[str, ...]] = {
    "Dna": ("uniprot", "pubmed"),
    "DnaReference": ("uniprot", "pubmed"),
    "Interaction": ("mi",),
    "PhysicalEntity": ("go",),
    "ProteinReference": ("omim", "ncbigene"),
    "Rna": ("uniprot",),
    "RnaReference": ("uniprot",),
    "SmallMolecule": ("uniprot",),
    "SmallMoleculeReference": ("uniprot",),
}
"""The resources whose entries an object of a class can't be (validator: UnificationXrefLimited)."""
