"""The tables say what they mean: PathVisio's words, held to GO, PSI-MOD and the model's names."""

from typing import Any

import pytest
from tests.formats.named import in_names

from pathport.formats.gpml import terms
from pathport.model.enumerations import Activity, Effect, Kind, ProcessType, Relation
from pathport.model.identifiers import resources
from pathport.model.layout import Connector, LineStyle
from pathport.model.modifications import modification
from pathport.terms import Terms
from pathport.vocabulary import by_name, term

OWN = {
    ProcessType.PROCESS: "Arrow",
    ProcessType.CONVERSION: "mim-conversion",
    ProcessType.BINDING: "mim-binding",
    ProcessType.TRANSPORT: "mim-translocation",
    ProcessType.GENETIC_PRODUCTION: "mim-transcription-translation",
}
GENETIC = (ProcessType.TRANSCRIPTION, ProcessType.TRANSLATION)
KINDS = {
    Kind.PROTEIN: "Protein",
    Kind.GENE_PRODUCT: "GeneProduct",
    Kind.SMALL_MOLECULE: "Metabolite",
    Kind.COMPLEX: "Complex",
    Kind.PATHWAY: "Pathway",
}
GENERAL = {Kind.GENE: "GeneProduct", Kind.ION: "Metabolite", Kind.FAMILY: "Protein"}
BLANKS = {
    "golgi apparatus": "Golgi Apparatus",
    "endoplasmic reticulum": "Endoplasmic Reticulum",
    "sarcoplasmic reticulum": "Sarcoplasmic Reticulum",
}
PLAIN = (
    "none", "rectangle", "rounded rectangle", "oval", "arc", "triangle", "brace", "pentagon",
    "hexagon", "octagon", "mitochondria",
)  # fmt: skip

WORDS: dict[str, Any] = {
    "ACTIVITY": Terms({Activity.ACTIVE: "active", Activity.INACTIVE: "inactive"}),
    "CONNECTOR": Terms(
        {
            Connector.STRAIGHT: "Straight",
            Connector.ELBOW: "Elbow",
            Connector.CURVED: "Curved",
            Connector.SEGMENTED: "Segmented",
        }
    ),
    "CHANGES": {"mim-cleavage": "a cleavage", "mim-modification": "a modification"},
    "EFFECT": Terms(
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
    ),
    "GENERAL_KINDS": GENERAL,
    "GENETIC": frozenset(GENETIC),
    "KIND": Terms(
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
        coarse={**GENERAL, Kind.DNA: "GeneProduct"},
    ),
    "KINDS": KINDS,
    "PHENOTYPES": {"go": "Pathway", "aop.events": "Key Event"},
    "SHAPES": {shape: shape.title().replace(" ", "") for shape in PLAIN},
    "LINE_STYLE": Terms({LineStyle.SOLID: "Solid", LineStyle.DASHED: "Broken"}),
    "NOTHING_KEYS": (
        "org.pathvisio.model.BackpageHead",
        "org.pathvisio.model.GenMAPP-Xref",
        "org.pathvisio.sbgn.",
        "ConversionDate",
        "SBML_Level",
        "SBML_Version",
    ),
    "NUCLEOTIDES": frozenset({"GTP", "GDP", "ATP", "ADP"}),
    "OPEN_LABELS": frozenset("\u2205\u00d8\u00f8"),
    "PROCESS": Terms(
        OWN,
        also={
            "mim-cleavage": ProcessType.CLEAVAGE,
            "mim-covalent-bond": ProcessType.BINDING,
            "mim-modification": ProcessType.CONVERSION,
            "mim-branching-left": ProcessType.PROCESS,
            "mim-branching-right": ProcessType.PROCESS,
            "mim-gap": ProcessType.OMITTED,
        },
        coarse=dict.fromkeys(GENETIC, "mim-transcription-translation")
        | {type_: "mim-conversion" for type_ in ProcessType if type_ not in {*OWN, *GENETIC}},
    ),
    "REFERENCE_PREFIXES": {"pubmed": "PubMed", "doi": "DOI", "isbn": "ISBN"},
    "TAG_RELATION": {
        "pw": ("Pathway Ontology", Relation.IS_VERSION_OF),
        "doid": ("Disease", Relation.IS_RELATED_TO),
        "cl": ("Cell Type", Relation.OCCURS_IN),
    },
    "WORD": Terms(
        {"p": "p", "me": "m", "ub": "u"},
        also={
            "me": "me", "ub": "ub", "m1": "me1", "m2": "me2", "m3": "me3", "sm": "sumo",
            "gl": "glcnac",
        },
    ),
}  # fmt: skip
"""The words of PathVisio 3 and of WikiPathways' files, which GPML2013a.xsd leaves open. A word that
changes here is one that files have: they would be read otherwise."""


@pytest.mark.parametrize("table", WORDS)
def test_a_word_means_what_files_mean_by_it(table: str) -> None:
    assert in_names(getattr(terms, table)) == in_names(WORDS[table])


COMPONENTS = {
    "Nucleus": "nucleus",
    "Vesicle": "vesicle",
    "Organelle": "organelle",
    "Extracellular region": "extracellular region",
    "Mitochondria": "mitochondrion",
    "Endoplasmic Reticulum": "endoplasmic reticulum",
    "Golgi Apparatus": "Golgi apparatus",
    "Sarcoplasmic Reticulum": "sarcoplasmic reticulum",
}


def test_a_component_is_the_term_that_go_calls_so() -> None:
    """A cell is no component any more: GO has made its term obsolete, and holds no name of it."""
    found = {word: term(key) for key, word in terms.COMPONENT if key != "go:0005623"}
    assert {word: it and it.name for word, it in found.items()} == COMPONENTS
    assert terms.COMPONENT.key("Cell") == "go:0005623"


def test_a_residue_is_that_of_the_letter() -> None:
    found = {}
    for letter, word in terms.RESIDUE:
        known = term(by_name("mod", word) or "")
        found[letter] = known and known.origin
    assert found == {letter: letter for letter in "ACDEFGHIKLMNPQRSTUVWY"}


MODIFIED = {
    "P": "phosphorylated residue",
    "Ub": "ubiquitinylated lysine",
    "Ac": "acetylated residue",
    "Me": "methylated residue",
    "SUMO": "sumoylated lysine",
    "Nedd": "neddylated lysine",
    "Palm": "palmitoylated residue",
    "Myr": "myristoylated residue",
    "Gly": "glycosylated residue",
    "GlcNAc": "mono-N-acetylaminoglucosylated residue",
    "Farn": "farnesylated residue",
    "GG": "geranylgeranylated residue",
    "Pren": "isoprenylated residue",
    "Sulf": "sulfated residue",
    "OH": "hydroxylated residue",
    "Ox": "oxidized residue",
    "SNO": "nitrosylated residue",
    "GSH": "L-cysteine glutathione disulfide",
    "NO2": "nitrated residue",
    "ADPR": "adenosine diphosphoribosyl (ADP-ribosyl) modified residue",
    "Cit": "L-citrulline",
    "GPI": "glycosylphosphatidylinositolated residue",
    "Succ": "succinylated residue",
    "Me1": "monomethylated residue",
    "Me2": "dimethylated residue",
    "Me3": "trimethylated residue",
}


def test_a_text_of_a_state_is_the_modification_that_psi_mod_calls_so() -> None:
    found = {}
    for text, word in terms.MODIFIED:
        kind = next(kind for residue in ("", *"KCR") if (kind := modification(word, residue)))
        known = term(kind)
        found[text] = known and known.name
    assert found == MODIFIED


def test_a_code_of_phosphosite_is_the_modification_that_psi_mod_calls_so() -> None:
    [(code, kind)] = terms.TERM_OF_CODE.items()
    known = term(kind)
    assert known is not None
    assert (code, known.name) == ("ga", "mono-N-acetylaminogalactosylated residue")


MIM = ("degradation", "phosphorylated", "interaction")


def test_a_shape_is_called_as_pathvisio_calls_it() -> None:
    words = {shape: shape.title().replace(" ", "") for shape in PLAIN} | BLANKS
    assert dict(terms.SHAPE) == words | {shape: f"mim-{shape}" for shape in MIM}


def test_prefixes_are_those_of_what_a_resource_is_of() -> None:
    assert {"fplx", "hgnc.genegroup", "interpro", "pfam", "prints", "smart", "supfam"} == (
        terms.FAMILY_PREFIXES
    )
    assert {"reactome", "pid.pathway", "pathwaycommons"} == terms.SPECIES_PREFIXES
    assert {"clinvar.record", "clinvar.variation", "dbsnp"} == terms.VARIANT_PREFIXES
    reactions = {"ecocyc", "kegg.reaction", "macie", "metacyc.reaction", "reactome", "rhea"}
    interactions = {"biogrid", "dip", "hprd", "intact", "mint", "spike.map", "xmetdb"}
    assert reactions | interactions == terms.INTERACTION_PREFIXES
    assert resources().keys() >= terms.INTERACTION_PREFIXES | terms.FAMILY_PREFIXES
    assert resources().keys() >= terms.VARIANT_PREFIXES


def test_a_node_shows_what_tells_most_of_it() -> None:
    """What is one protein goes before its gene, and a chemical before a family or a pathway."""
    assert terms.PREFERRED == (
        "uniprot", "uniprot.isoform", "ensembl", "ncbigene", "hgnc", "hgnc.symbol", "chebi",
        "hmdb", "kegg.compound", "pubchem.compound", "drugbank", "mirbase", "mirbase.mature",
        "complexportal", "interpro", "pfam", "fplx", "go", "wikipathways", "reactome", "rhea",
    )  # fmt: skip
