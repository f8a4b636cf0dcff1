"""The closed vocabularies of the model, in the field's own words.

Each member's value is the word that a document uses. What a format calls a member is no business
of this module: that stands in the format's ``terms.py``.
"""

import enum

__all__ = [
    "Activity",
    "AssociationType",
    "Certainty",
    "Effect",
    "Kind",
    "Logic",
    "Mechanism",
    "Observation",
    "ProcessType",
    "Relation",
    "Role",
    "Side",
    "SiteLogic",
]


class Kind(enum.StrEnum):
    """What kind of thing a molecule is."""

    PROTEIN = "protein"
    GENE = "gene"
    GENE_PRODUCT = "gene product"
    RNA = "RNA"
    DNA = "DNA"
    SMALL_MOLECULE = "small molecule"
    ION = "ion"
    FAMILY = "family"
    COMPLEX = "complex"
    PHENOTYPE = "phenotype"
    PATHWAY = "pathway"
    UNKNOWN = "unknown"


class Role(enum.StrEnum):
    """What a molecule does in signalling; a molecule may have several roles."""

    LIGAND = "ligand"
    RECEPTOR = "receptor"
    GPCR = "GPCR"
    ATYPICAL_RECEPTOR = "atypical receptor"
    RECEPTOR_KINASE = "receptor kinase"
    NUCLEAR_RECEPTOR = "nuclear receptor"
    G_PROTEIN_SUBUNIT = "G protein subunit"
    GTPASE = "GTPase"
    GEF = "guanine nucleotide exchange factor"
    GAP = "GTPase-activating protein"
    KINASE = "kinase"
    LIPID_KINASE = "lipid kinase"
    PHOSPHATASE = "phosphatase"
    LIPASE = "lipase"
    PROTEASE = "protease"
    CYCLASE = "cyclase"
    PHOSPHODIESTERASE = "phosphodiesterase"
    ENZYME = "enzyme"
    UBIQUITIN_LIGASE = "ubiquitin ligase"
    UBIQUITIN = "ubiquitin"
    ADAPTOR = "adaptor"
    ARRESTIN = "arrestin"
    SCAFFOLD = "scaffold"
    REGULATORY_SUBUNIT = "regulatory subunit"
    COAT_PROTEIN = "coat protein"
    STAT = "STAT"
    TRANSCRIPTION_FACTOR = "transcription factor"
    ION_CHANNEL = "ion channel"
    TRANSPORTER = "transporter"
    SECOND_MESSENGER = "second messenger"
    NUCLEOTIDE = "nucleotide"
    LIPID = "lipid"
    DRUG = "drug"
    ANTIBODY = "antibody"
    TARGET_GENE = "target gene"


class ProcessType(enum.StrEnum):
    """What happens in a process; the Systems Biology Ontology has a term for each."""

    PROCESS = "process"
    BINDING = "binding"
    DISSOCIATION = "dissociation"
    CONVERSION = "conversion"
    ACTIVATION = "activation"
    INACTIVATION = "inactivation"
    PHOSPHORYLATION = "phosphorylation"
    DEPHOSPHORYLATION = "dephosphorylation"
    UBIQUITINATION = "ubiquitination"
    ACETYLATION = "acetylation"
    METHYLATION = "methylation"
    GLYCOSYLATION = "glycosylation"
    PALMITOYLATION = "palmitoylation"
    MYRISTOYLATION = "myristoylation"
    PRENYLATION = "prenylation"
    SULFATION = "sulfation"
    HYDROXYLATION = "hydroxylation"
    CLEAVAGE = "cleavage"
    HYDROLYSIS = "hydrolysis"
    DEGRADATION = "degradation"
    TRANSPORT = "transport"
    TRANSCRIPTION = "transcription"
    TRANSLATION = "translation"
    GENETIC_PRODUCTION = "genetic production"
    OMITTED = "omitted process"
    UNCERTAIN = "uncertain process"


class Effect(enum.StrEnum):
    """What a control does to what it controls (SBGN process description, section 2.5)."""

    CATALYSIS = "catalysis"
    STIMULATION = "stimulation"
    NECESSARY_STIMULATION = "necessary stimulation"
    TRIGGER = "trigger"
    INHIBITION = "inhibition"
    MODULATION = "modulation"


class Mechanism(enum.StrEnum):
    """How a control has its effect, where that is known (BioPAX Level 3, controlType)."""

    COMPETITIVE = "competitive"
    NONCOMPETITIVE = "noncompetitive"
    UNCOMPETITIVE = "uncompetitive"
    ALLOSTERIC = "allosteric"
    NONALLOSTERIC = "nonallosteric"
    IRREVERSIBLE = "irreversible"
    OTHER = "other"


class Logic(enum.StrEnum):
    """How the inputs of a gate are joined."""

    AND = "and"
    OR = "or"
    NOT = "not"


class SiteLogic(enum.StrEnum):
    """How the sites of a named set are joined; unresolved: which of them is not known."""

    ALL = "all"
    ANY = "any"
    UNRESOLVED = "unresolved"


class AssociationType(enum.StrEnum):
    """What is known of an association (PSI-MI, children of MI:0190)."""

    ASSOCIATION = "association"
    PHYSICAL = "physical association"
    DIRECT = "direct interaction"
    COLOCALIZATION = "colocalization"
    GENETIC = "genetic interaction"


class Activity(enum.StrEnum):
    """Whether a state is known to be active."""

    ACTIVE = "active"
    INACTIVE = "inactive"


class Side(enum.StrEnum):
    """Where a species sits on a membrane."""

    OUTER = "outer"
    TRANSMEMBRANE = "transmembrane"
    INNER = "inner"


class Certainty(enum.StrEnum):
    """How sure it is; a thing without a certainty does not say."""

    KNOWN = "known"
    HYPOTHETICAL = "hypothetical"
    OMITTED_STEPS = "omitted steps"


class Observation(enum.StrEnum):
    """Whether evidence was observed in an experiment or inferred by a curator."""

    OBSERVED = "observed"
    INFERRED = "inferred"


class Relation(enum.StrEnum):
    """How an identifier relates to the thing that carries it (BioModels.net qualifiers).

    What describes a thing is a reference, and a taxon its organism: neither is among them. Parts,
    properties and wholes are, of all that the model has no construct for: a protein that is drawn
    as one and has subunits, a property of PATO, a part of the body.
    """

    IS = "is"
    IS_VERSION_OF = "is version of"
    HAS_VERSION = "has version"
    IS_HOMOLOGOUS_TO = "is homologous to"
    IS_ENCODED_BY = "is encoded by"
    ENCODES = "encodes"
    HAS_PROPERTY = "has property"
    IS_PROPERTY_OF = "is property of"
    HAS_PART = "has part"
    IS_PART_OF = "is part of"
    OCCURS_IN = "occurs in"
    IS_DERIVED_FROM = "is derived from"
    IS_INSTANCE_OF = "is instance of"
    HAS_INSTANCE = "has instance"
    IS_RELATED_TO = "is related to"
