"""What GPML 2021 calls the parts of a pathway, where it is not what 2013a calls them.

GPML2021.xsd, and libGPML, which reads and writes it for PathVisio 4.
"""

from pathport.model.enumerations import Effect, Kind, ProcessType
from pathport.model.layout import LineStyle
from pathport.terms import Terms

__all__ = [
    "COMPLEX",
    "COMPONENT",
    "EFFECT",
    "GPML",
    "GROUP",
    "HEADLESS",
    "KIND",
    "LINE_STYLE",
    "ONTOLOGY",
    "PROCESS",
    "SETS",
    "SHAPE",
]

GPML = "http://pathvisio.org/GPML/2021"

KIND = Terms(
    {
        Kind.PROTEIN: "Protein",
        Kind.GENE_PRODUCT: "GeneProduct",
        Kind.DNA: "DNA",
        Kind.RNA: "RNA",
        Kind.SMALL_MOLECULE: "Metabolite",
        Kind.COMPLEX: "Complex",
        Kind.PHENOTYPE: "Phenotype",
        Kind.PATHWAY: "Pathway",
        Kind.UNKNOWN: "Undefined",
    },
    also={
        "Disease": Kind.PHENOTYPE,
        "Event": Kind.PHENOTYPE,
        "Rna": Kind.RNA,
        "Unknown": Kind.UNKNOWN,
    },
    coarse={
        Kind.GENE: "GeneProduct",
        Kind.ION: "Metabolite",
        Kind.FAMILY: "Protein",
    },
)
"""The type of a DataNode; a node whose identifier is that of a family, is a family."""

HEADLESS = "Undirected"

PROCESS = Terms(
    {
        ProcessType.PROCESS: "Directed",
        ProcessType.CONVERSION: "Conversion",
        ProcessType.BINDING: "Binding",
        ProcessType.TRANSPORT: "Translocation",
        ProcessType.GENETIC_PRODUCTION: "TranscriptionTranslation",
    },
    coarse={
        ProcessType.TRANSCRIPTION: "TranscriptionTranslation",
        ProcessType.TRANSLATION: "TranscriptionTranslation",
        **dict.fromkeys(
            (
                ProcessType.DISSOCIATION,
                ProcessType.ACTIVATION,
                ProcessType.INACTIVATION,
                ProcessType.PHOSPHORYLATION,
                ProcessType.DEPHOSPHORYLATION,
                ProcessType.UBIQUITINATION,
                ProcessType.ACETYLATION,
                ProcessType.METHYLATION,
                ProcessType.GLYCOSYLATION,
                ProcessType.PALMITOYLATION,
                ProcessType.MYRISTOYLATION,
                ProcessType.PRENYLATION,
                ProcessType.SULFATION,
                ProcessType.HYDROXYLATION,
                ProcessType.CLEAVAGE,
                ProcessType.HYDROLYSIS,
                ProcessType.DEGRADATION,
                ProcessType.OMITTED,
                ProcessType.UNCERTAIN,
            ),
            "Conversion",
        ),
    },
)
"""The head of a process; what a Conversion does is told by what it changes, where that is plain."""

EFFECT = Terms(
    {
        Effect.MODULATION: "Directed",
        Effect.STIMULATION: "Stimulation",
        Effect.CATALYSIS: "Catalysis",
        Effect.INHIBITION: "Inhibition",
    },
    coarse={Effect.TRIGGER: "Stimulation", Effect.NECESSARY_STIMULATION: "Stimulation"},
)
"""The head of a control or influence; Directed does not tell its effect."""

LINE_STYLE = Terms(
    {LineStyle.SOLID: "Solid", LineStyle.DASHED: "Dashed", LineStyle.DOUBLE: "Double"},
    also={"Broken": LineStyle.DASHED},
)

COMPLEX = "Complex"
GROUP = "Transparent"
SETS = frozenset({GROUP, "Analog", "Paralog"})
"""Types of groups: 2013a's None is Group here, and its Group is Transparent."""

SHAPE = Terms(
    {
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
        "endoplasmic reticulum": "EndoplasmicReticulum",
        "golgi apparatus": "GolgiApparatus",
        "sarcoplasmic reticulum": "SarcoplasmicReticulum",
        "cell": "Cell",
        "nucleus": "Nucleus",
        "organelle": "Organelle",
        "vesicle": "Vesicle",
        "extracellular region": "ExtracellularRegion",
        "degradation": "Degradation",
    }
)
"""Shapes; another word is kept as it stands."""

COMPONENT = {
    "cell": "Cell",
    "nucleus": "Nucleus",
    "organelle": "Organelle",
    "vesicle": "Vesicle",
    "extracellular region": "Extracellular region",
}
"""Shapes that are cellular components by themselves, in the words of 2013a."""

ONTOLOGY = "Ontology"
"""The type of an annotation that is a term."""
