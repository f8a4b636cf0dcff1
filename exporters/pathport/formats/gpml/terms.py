"""What GPML 2013a calls the parts of a pathway: types of nodes, arrowheads, shapes, databases.

Each table is written once and read both ways. The words are those that PathVisio 3 knows; what is
read and never written occurs in WikiPathways. GPML2013a.xsd leaves most of them open.
"""

from collections.abc import Mapping
from functools import cache

from pathport.model.enumerations import Activity, Effect, Kind, ProcessType, Relation
from pathport.model.layout import Connector, LineStyle
from pathport.tables import rows
from pathport.terms import Terms

__all__ = [
    "ACTIVITY",
    "ANY_ONTOLOGY",
    "BIOPAX",
    "CHANGES",
    "COMPLEX",
    "COMPONENT",
    "COMPONENT_KEY",
    "CONNECTOR",
    "DEGRADED",
    "DESCRIPTION",
    "DOUBLE",
    "DOUBLE_KEY",
    "EFFECT",
    "FAMILY_PREFIXES",
    "GENERAL_KINDS",
    "GENETIC",
    "GO_PREFIX",
    "GPML",
    "GROUP",
    "HEADLESS",
    "INTERACTION_PREFIXES",
    "KIND",
    "KINDS",
    "LINE_STYLE",
    "MARKS",
    "MODIFIED",
    "NOTHING_KEYS",
    "NUCLEOTIDES",
    "OPEN_LABELS",
    "PHENOTYPES",
    "PREFERRED",
    "PROCESS",
    "RDF",
    "REFERENCE_PREFIXES",
    "RESIDUE",
    "SHAPE",
    "SHAPES",
    "SPECIES_PREFIXES",
    "STYLELESS",
    "TAG_RELATION",
    "TERM_OF_CODE",
    "TEXTS",
    "VARIANT_PREFIXES",
    "WORD",
    "databases",
    "heads",
]

GPML = "http://pathvisio.org/GPML/2013a"
BIOPAX = "http://www.biopax.org/release/biopax-level3.owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TEXTS = "http://www.w3.org/2001/XMLSchema#string"

MARKS = "pathport."
"""The keys of records begin so, and no others."""

# Nodes

KINDS = {
    Kind.PROTEIN: "Protein",
    Kind.GENE_PRODUCT: "GeneProduct",
    Kind.SMALL_MOLECULE: "Metabolite",
    Kind.COMPLEX: "Complex",
    Kind.PATHWAY: "Pathway",
}
GENERAL_KINDS = {Kind.GENE: "GeneProduct", Kind.ION: "Metabolite", Kind.FAMILY: "Protein"}
"""Types that are the same in all versions."""

KIND = Terms(
    {
        **KINDS,
        Kind.RNA: "Rna",
        Kind.PHENOTYPE: "Event",
        Kind.UNKNOWN: "Unknown",
    },
    also={
        "RNA": Kind.RNA,
        "Pathways": Kind.PATHWAY,
        "Key Event": Kind.PHENOTYPE,
        "BiologicalProcess": Kind.PHENOTYPE,
    },
    coarse={**GENERAL_KINDS, Kind.DNA: "GeneProduct"},
)
"""The type of a DataNode; a node whose identifier is that of a family, is a family."""

GO_PREFIX = "go"
PHENOTYPES: Mapping[str, str] = {GO_PREFIX: "Pathway", "aop.events": "Key Event"}
"""The type of a phenotype's node by the database of its identifier, where that decides."""
FAMILY_PREFIXES = frozenset(
    {"fplx", "hgnc.genegroup", "interpro", "pfam", "prints", "smart", "supfam"}
)
"""Databases of families and domains."""
SPECIES_PREFIXES = frozenset({"reactome", "pid.pathway", "pathwaycommons"})
"""Databases of which an id on a node is that of the species, and not of its molecule."""
VARIANT_PREFIXES = frozenset({"clinvar.record", "clinvar.variation", "dbsnp"})
"""Databases of which an id on a State is that of the variant that it tells of."""
INTERACTION_PREFIXES = frozenset(
    {
        "biogrid", "dip", "ecocyc", "hprd", "intact", "kegg.reaction", "macie", "mint",
        "metacyc.reaction", "reactome", "rhea", "spike.map", "xmetdb",
    }
)  # fmt: skip
"""Databases of which an id on an interaction is its own; others are related to it."""

PREFERRED = (
    "uniprot", "uniprot.isoform", "ensembl", "ncbigene", "hgnc", "hgnc.symbol", "chebi", "hmdb",
    "kegg.compound", "pubchem.compound", "drugbank", "mirbase", "mirbase.mature", "complexportal",
    "interpro", "pfam", "fplx", "go", "wikipathways", "reactome", "rhea",
)  # fmt: skip
"""Which of a thing's identifiers a node shows, best first."""

# Lines

HEADLESS = "Line"
GENETIC = frozenset({ProcessType.TRANSCRIPTION, ProcessType.TRANSLATION})
"""Processes that are a genetic production, which has a head of its own."""


def heads(
    own: Mapping[ProcessType, str], *, also: Mapping[str, ProcessType]
) -> Terms[ProcessType, str]:
    """The heads of all processes: their own, or that of any conversion or production."""
    general = {
        type_: own[ProcessType.GENETIC_PRODUCTION if type_ in GENETIC else ProcessType.CONVERSION]
        for type_ in ProcessType
        if type_ not in own
    }
    return Terms(own, also=also, coarse=general)


PROCESS = heads(
    {
        ProcessType.PROCESS: "Arrow",
        ProcessType.CONVERSION: "mim-conversion",
        ProcessType.BINDING: "mim-binding",
        ProcessType.TRANSPORT: "mim-translocation",
        ProcessType.GENETIC_PRODUCTION: "mim-transcription-translation",
    },
    also={
        "mim-cleavage": ProcessType.CLEAVAGE,
        "mim-covalent-bond": ProcessType.BINDING,
        "mim-modification": ProcessType.CONVERSION,
        "mim-branching-left": ProcessType.PROCESS,
        "mim-branching-right": ProcessType.PROCESS,
        "mim-gap": ProcessType.OMITTED,
    },
)
"""The head of a process. An Arrow is one only where other lines join it or act on it; what a
mim-conversion does is told by what it changes, where that is plain. PathVisio 4 turns
mim-modification, -cleavage, -covalent-bond, -gap and -branching into others when it saves."""

EFFECT = Terms(
    {
        Effect.MODULATION: "Arrow",
        Effect.STIMULATION: "mim-stimulation",
        Effect.NECESSARY_STIMULATION: "mim-necessary-stimulation",
        Effect.CATALYSIS: "mim-catalysis",
        Effect.INHIBITION: "mim-inhibition",
    },
    also={
        "TBar": Effect.INHIBITION,
        "Receptor": Effect.MODULATION,
        "ReceptorRound": Effect.MODULATION,
        "ReceptorSquare": Effect.MODULATION,
        "LigandRound": Effect.MODULATION,
        "LigandSquare": Effect.MODULATION,
        "mim-cleavage": Effect.MODULATION,
        "mim-modification": Effect.MODULATION,
    },
    coarse={Effect.TRIGGER: "mim-stimulation"},
)
"""The head of a control or influence; an Arrow does not tell its effect."""

CHANGES: Mapping[str, str] = {"mim-cleavage": "a cleavage", "mim-modification": "a modification"}
"""Heads of what something becomes, or of what something else does to it, and what that is: from a
protease to what it cleaves, for one. WikiPathways' RDF has no class for either."""

CONNECTOR = Terms(
    {
        Connector.STRAIGHT: "Straight",
        Connector.ELBOW: "Elbow",
        Connector.CURVED: "Curved",
        Connector.SEGMENTED: "Segmented",
    }
)
LINE_STYLE = Terms({LineStyle.SOLID: "Solid", LineStyle.DASHED: "Broken"})
"""A double line is told by an Attribute."""

# Groups

COMPLEX = "Complex"
GROUP = "Group"
STYLELESS = "None"
"""Styles of groups: a complex; of the members of a set or, where it has a text, a family; none."""

# Shapes

SHAPES = {
    "none": "None",
    "rectangle": "Rectangle",
    "rounded rectangle": "RoundedRectangle",
    "oval": "Oval",
    "arc": "Arc",
    "triangle": "Triangle",
    "brace": "Brace",
    "pentagon": "Pentagon",
    "hexagon": "Hexagon",
    "octagon": "Octagon",
    "mitochondria": "Mitochondria",
}
"""Shapes that are called the same in all versions."""

SHAPE = Terms(
    {
        **SHAPES,
        "endoplasmic reticulum": "Endoplasmic Reticulum",
        "golgi apparatus": "Golgi Apparatus",
        "sarcoplasmic reticulum": "Sarcoplasmic Reticulum",
        "degradation": "mim-degradation",
        "phosphorylated": "mim-phosphorylated",
        "interaction": "mim-interaction",
    }
)
"""Shapes; another word is kept as it stands."""

DEGRADED = "degradation"
"""The shape of the open side of a process."""
OPEN_LABELS = frozenset({"\u2205", "\u00d8", "\u00f8"})
"""Texts that stand for an open side."""

COMPONENT_KEY = "org.pathvisio.CellularComponentProperty"
DOUBLE_KEY = "org.pathvisio.DoubleLineProperty"
DOUBLE = "Double"

COMPONENT = Terms(
    {
        "go:0005623": "Cell",
        "go:0005634": "Nucleus",
        "go:0031982": "Vesicle",
        "go:0043226": "Organelle",
        "go:0005576": "Extracellular region",
        "go:0005739": "Mitochondria",
        "go:0005783": "Endoplasmic Reticulum",
        "go:0005794": "Golgi Apparatus",
        "go:0016529": "Sarcoplasmic Reticulum",
    }
)
"""Cellular components; another one is told by its name in GO."""

NOTHING_KEYS = (
    "org.pathvisio.model.BackpageHead",
    "org.pathvisio.model.GenMAPP-Xref",
    "org.pathvisio.sbgn.",
    "ConversionDate",
    "SBML_Level",
    "SBML_Version",
)
"""Keys of Attributes without biology begin so: how a program made the file."""

# States

MODIFIED = Terms(
    {
        "P": "p",
        "Ub": "ub",
        "Ac": "ac",
        "Me": "me",
        "SUMO": "sumo",
        "Nedd": "nedd",
        "Palm": "palm",
        "Myr": "myr",
        "Gly": "gly",
        "GlcNAc": "glcnac",
        "Farn": "farn",
        "GG": "gg",
        "Pren": "pren",
        "Sulf": "sulf",
        "OH": "hyd",
        "Ox": "ox",
        "SNO": "sno",
        "GSH": "gsh",
        "NO2": "nitro",
        "ADPR": "adpr",
        "Cit": "cit",
        "GPI": "gpi",
        "Succ": "succ",
        "Me1": "me1",
        "Me2": "me2",
        "Me3": "me3",
    }
)
"""Texts of States with the notation's word for the modification."""

WORD = Terms(
    {"p": "p", "me": "m", "ub": "u"},
    also={
        "me": "me",
        "ub": "ub",
        "m1": "me1",
        "m2": "me2",
        "m3": "me3",
        "sm": "sumo",
        "gl": "glcnac",
    },
)
"""What a site's comment calls a modification; others are called by our word.

Also what PhosphoSitePlus calls it in its tables (MOD_RSD): ``K4-m1``, ``K11-sm``, ``S400-gl``.
"""

TERM_OF_CODE = {"ga": "mod:00563"}
"""Codes of PhosphoSitePlus for what we have no word for: GalNAc on an oxygen, PSI-MOD."""

RESIDUE = Terms(
    {
        "A": "ala", "C": "cys", "D": "asp", "E": "glu", "F": "phe", "G": "gly", "H": "his",
        "I": "ile", "K": "lys", "L": "leu", "M": "met", "N": "asn", "P": "pro", "Q": "gln",
        "R": "arg", "S": "ser", "T": "thr", "U": "sec", "V": "val", "W": "trp", "Y": "tyr",
    }
)  # fmt: skip

ACTIVITY = Terms({Activity.ACTIVE: "active", Activity.INACTIVE: "inactive"})
NUCLEOTIDES = frozenset({"GTP", "GDP", "ATP", "ADP"})
"""Texts of States that name what is bound."""

# Around

DESCRIPTION = "WikiPathways-description"

REFERENCE_PREFIXES: Mapping[str, str] = {"pubmed": "PubMed", "doi": "DOI", "isbn": "ISBN"}
"""What literature is called; any other is told by its address, as a URL."""

TAG_RELATION: Mapping[str, tuple[str, Relation]] = {
    "pw": ("Pathway Ontology", Relation.IS_VERSION_OF),
    "doid": ("Disease", Relation.IS_RELATED_TO),
    "cl": ("Cell Type", Relation.OCCURS_IN),
}
"""Ontologies of tags, what WikiPathways calls them, and how a pathway relates to a term of each."""

ANY_ONTOLOGY = "Ontology"
"""What GPML 2021 calls each of them, for which the database of a term tells it."""


@cache
def databases() -> Terms[str, str]:
    """What GPML calls the databases of identifiers, by prefix (BridgeDb's full names)."""
    words: dict[str, str] = {}
    also: dict[str, str] = {}
    for name, prefix, other in rows("databases.tsv"):
        if words.setdefault(prefix, name) != name:
            also[name] = prefix
        if other:
            also[other] = prefix
    return Terms(words, also=also)
