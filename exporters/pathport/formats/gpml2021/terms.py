"""What GPML 2021 calls the parts of a pathway, where it is not what 2013a calls them.

GPML2021.xsd, and libGPML, which reads and writes it for PathVisio 4.
"""

from pathport.formats.gpml.terms import GENERAL_KINDS, KINDS, SHAPES, heads
from pathport.model.enumerations import Effect, Kind, ProcessType
from pathport.model.layout import LineStyle
from pathport.terms import Terms

__all__ = [
    "COMPONENT",
    "EFFECT",
    "GPML",
    "GROUP",
    "HEADLESS",
    "KIND",
    "LINE_STYLE",
    "PROCESS",
    "SETS",
    "SHAPE",
    "STYLELESS",
]

GPML = "http://pathvisio.org/GPML/2021"

KIND = Terms(
    {
        **KINDS,
        Kind.DNA: "DNA",
        Kind.RNA: "RNA",
        Kind.PHENOTYPE: "Phenotype",
        Kind.UNKNOWN: "Undefined",
    },
    also={
        "Disease": Kind.PHENOTYPE,
        "Event": Kind.PHENOTYPE,
        "Rna": Kind.RNA,
        "Unknown": Kind.UNKNOWN,
    },
    coarse=GENERAL_KINDS,
)
"""The type of a DataNode; a node whose identifier is that of a family, is a family."""

HEADLESS = "Undirected"

PROCESS = heads(
    {
        ProcessType.PROCESS: "Directed",
        ProcessType.CONVERSION: "Conversion",
        ProcessType.BINDING: "Binding",
        ProcessType.TRANSPORT: "Translocation",
        ProcessType.GENETIC_PRODUCTION: "TranscriptionTranslation",
    },
    also={},
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

GROUP = "Transparent"
STYLELESS = "Group"
SETS = frozenset({GROUP, "Analog", "Paralog"})
"""Types of groups: 2013a's None is Group here, and its Group is Transparent."""

SHAPE = Terms(
    {
        **SHAPES,
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
