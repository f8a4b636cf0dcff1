"""The tables say what they mean: the words are those of GPML2021.xsd, each for what it names."""

import re
from pathlib import Path
from typing import Any

import pytest
from tests.formats.named import in_names

from pathport.formats.gpml2021 import terms
from pathport.model.enumerations import Effect, Kind, ProcessType
from pathport.model.layout import LineStyle
from pathport.terms import Terms

SCHEMA = Path(__file__).parents[4] / "shared" / "specs" / "GPML2021.xsd"

OWN = {
    ProcessType.PROCESS: "Directed",
    ProcessType.CONVERSION: "Conversion",
    ProcessType.BINDING: "Binding",
    ProcessType.TRANSPORT: "Translocation",
    ProcessType.GENETIC_PRODUCTION: "TranscriptionTranslation",
}
GENETIC = (ProcessType.TRANSCRIPTION, ProcessType.TRANSLATION)
COMPONENTS = ("cell", "nucleus", "organelle", "vesicle", "extracellular region")
SHAPES = (
    "none", "rectangle", "rounded rectangle", "oval", "arc", "triangle", "brace", "pentagon",
    "hexagon", "octagon", "mitochondria", "endoplasmic reticulum", "golgi apparatus",
    "sarcoplasmic reticulum", "degradation", *COMPONENTS,
)  # fmt: skip

WORDS: dict[str, Any] = {
    "COMPONENT": {shape: shape.capitalize() for shape in COMPONENTS},
    "EFFECT": Terms(
        {
            Effect.MODULATION: "Directed",
            Effect.STIMULATION: "Stimulation",
            Effect.CATALYSIS: "Catalysis",
            Effect.INHIBITION: "Inhibition",
        },
        coarse={Effect.TRIGGER: "Stimulation", Effect.NECESSARY_STIMULATION: "Stimulation"},
    ),
    "KIND": Terms(
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
        coarse={Kind.GENE: "GeneProduct", Kind.ION: "Metabolite", Kind.FAMILY: "Protein"},
    ),
    "LINE_STYLE": Terms(
        {LineStyle.SOLID: "Solid", LineStyle.DASHED: "Dashed", LineStyle.DOUBLE: "Double"},
        also={"Broken": LineStyle.DASHED},
    ),
    "PROCESS": Terms(
        OWN,
        coarse=dict.fromkeys(GENETIC, "TranscriptionTranslation")
        | {type_: "Conversion" for type_ in ProcessType if type_ not in {*OWN, *GENETIC}},
    ),
    "SETS": frozenset({"Transparent", "Analog", "Paralog"}),
    "SHAPE": Terms({shape: shape.title().replace(" ", "") for shape in SHAPES}),
}
"""The words of PathVisio 4. A word that changes here is one that files have: they would be read
otherwise."""


@pytest.mark.parametrize("table", WORDS)
def test_a_word_means_what_files_mean_by_it(table: str) -> None:
    assert in_names(getattr(terms, table)) == in_names(WORDS[table])


@pytest.mark.skipif(not SCHEMA.exists(), reason="GPML2021.xsd is not beside the repository")
def test_the_schema_has_every_word_that_is_written() -> None:
    """The schema leaves shapes open, and Transparent is libGPML's."""
    known = set(re.findall(r'enumeration value="(\w+)"', SCHEMA.read_text(encoding="utf-8")))
    tables = (terms.KIND, terms.PROCESS, terms.EFFECT, terms.LINE_STYLE)
    assert {word for table in tables for _, word in table} - known == set()
    assert terms.SETS - known == {terms.GROUP}
