"""The tables say what they mean: words of the published schema, each written here a second time."""

import json
import math
from importlib.resources import files

import pytest
from lxml import etree
from tests.formats.celldesigner.samples import SPECS
from tests.formats.named import in_names

from pathport.formats.celldesigner import terms
from pathport.model.enumerations import Effect, Kind, Logic, ProcessType, Role, Side
from pathport.terms import Terms

SCHEMA = SPECS / "celldesigner-extension-4.4.xsd"
GRAMMAR = json.loads(files("pathport.schemas").joinpath("celldesigner.json").read_text())
XSD = "{http://www.w3.org/2001/XMLSchema}"

NAMES = {
    "KIND": Terms(
        {kind: kind.name for kind in (Kind.PROTEIN, Kind.GENE, Kind.RNA, Kind.ION, Kind.COMPLEX)}
        | {
            Kind.SMALL_MOLECULE: "SIMPLE_MOLECULE",
            Kind.PHENOTYPE: "PHENOTYPE",
            Kind.UNKNOWN: "UNKNOWN",
        },
        also={"ANTISENSE_RNA": Kind.RNA, "DRUG": Kind.SMALL_MOLECULE},
        coarse={
            Kind.GENE_PRODUCT: "PROTEIN",
            Kind.DNA: "GENE",
            Kind.FAMILY: "PROTEIN",
            Kind.PATHWAY: "PHENOTYPE",
        },
    ),
    "PROTEIN_TYPE": Terms(
        {Role.RECEPTOR: "RECEPTOR", Role.ION_CHANNEL: "ION_CHANNEL"},
        coarse=dict.fromkeys((Role.GPCR, Role.ATYPICAL_RECEPTOR, Role.RECEPTOR_KINASE), "RECEPTOR"),
    ),
    "MODIFIED": {
        "phosphorylated": "phosphorylated residue",
        "acetylated": "acetylated residue",
        "ubiquitinated": "ubiquitinylated lysine",
        "methylated": "methylated residue",
        "hydroxylated": "hydroxylated residue",
        "glycosylated": "glycosylated residue",
        "myristoylated": "myristoylated residue",
        "palmytoylated": "palmitoylated residue",
        "prenylated": "isoprenylated residue",
        "protonated": "protonated residue",
        "sulfated": "sulfated residue",
    },
    "SIDE": Terms(
        {
            Side.OUTER: "outerSurface",
            Side.INNER: "innerSurface",
            Side.TRANSMEMBRANE: "transmembrane",
        },
        also={"insideOfMembrane": Side.TRANSMEMBRANE},
    ),
}


def words(table: Terms) -> set[str]:
    return set(vars(table)["_key"])


def enumerated(*path: str) -> set[str]:
    """The values that the published schema allows, of a type or an attribute of one."""
    root = etree.parse(SCHEMA).getroot()
    found = [root]
    for name in path:
        found = [it for above in found for it in above.iter(f"{XSD}*") if it.get("name") == name]
    return {it.get("value") for at in found for it in at.iter(f"{XSD}enumeration")}


@pytest.mark.parametrize("name", ["KIND", "PROTEIN_TYPE", "SIDE"])
def test_a_word_is_of_what_it_names(name: str) -> None:
    assert in_names(getattr(terms, name)) == in_names(NAMES[name])


def test_a_state_has_the_term_of_its_name() -> None:
    assert in_names(terms.MODIFIED) == in_names(Terms(NAMES["MODIFIED"]))


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("mod:00048", "phosphorylated"),
        ("mod:00083", "methylated"),
        ("mod:00064", "acetylated"),
        ("mod:00115", "palmytoylated"),
        ("mod:00111", "prenylated"),
        ("mod:01149", "unknown"),  # SUMO
        ("mod:00719", "unknown"),  # an oxidised methionine
    ],
)
def test_a_kind_of_modification_is_the_state_that_it_is_a_kind_of(kind: str, word: str) -> None:
    assert terms.modified_word(kind, None) == word


def test_a_state_on_a_known_residue_is_the_kind_for_that() -> None:
    assert terms.kind_of("phosphorylated", "Y") == "mod:00048"
    assert terms.kind_of("phosphorylated", None) == "mod:00696"
    assert terms.kind_of("sulfated", "Y") == "mod:00181"
    assert terms.modified_word(None, "don't care") == "don't care"


@pytest.mark.skipif(not SCHEMA.exists(), reason=f"needs {SCHEMA}")
@pytest.mark.parametrize(
    ("own", "path", "rest"),
    [
        (
            words(terms.KIND) | words(terms.COMPARTMENT_SHAPE) | {terms.DEGRADED},
            ("class",),
            set(),
        ),
        (
            words(terms.PROTEIN_TYPE) | {terms.GENERIC, terms.TRUNCATED},
            ("protein", "type"),
            set(),
        ),
        (words(terms.SIDE) | {terms.INSIDE}, ("positionToCompartment",), set()),
        (
            {state for state, _ in terms.MODIFIED}
            | {terms.EMPTY, terms.UNKNOWN_STATE, terms.DONT_CARE},
            ("listOfModifications", "state"),
            set(),
        ),
        (words(terms.ANCHOR), ("linkAnchor",), {"INACTIVE"}),
        (
            words(terms.PROCESS) | words(terms.INFLUENCE) | {terms.GATE_REACTION},
            ("reactionType",),
            set(),
        ),
        (words(terms.EFFECT) | words(terms.GATE), ("modification", "type"), None),
    ],
)
def test_the_words_are_those_of_the_schema(
    own: set[str], path: tuple[str, ...], rest: set[str] | None
) -> None:
    published = enumerated(*path)
    assert own <= published | words(terms.EFFECT)
    if rest is not None:
        assert published - own <= rest | words(terms.EFFECT)


@pytest.mark.parametrize(
    ("kind", "own"),
    [
        ("class", words(terms.KIND) | {terms.DEGRADED}),
        ("frameClass", words(terms.COMPARTMENT_SHAPE)),
        ("positionToCompartment", words(terms.SIDE) | {terms.INSIDE}),
        ("reactionType", words(terms.PROCESS) | words(terms.INFLUENCE) | {terms.GATE_REACTION}),
    ],
)
def test_the_grammar_has_the_words_of_the_tables(kind: str, own: set[str]) -> None:
    assert own <= set(GRAMMAR["elements"][kind]["text"])


COMPASS = [
    "N",
    "NNE",
    "NE",
    "ENE",
    "E",
    "ESE",
    "SE",
    "SSE",
    "S",
    "SSW",
    "SW",
    "WSW",
    "W",
    "WNW",
    "NW",
    "NNW",
]


def test_anchors_go_round_a_box_as_a_compass() -> None:
    places = {word: place for place, word in terms.ANCHOR}
    assert places.keys() == set(COMPASS)
    turns = [math.atan2(places[it][0], -places[it][1]) % math.tau for it in COMPASS]
    assert turns == sorted(turns)
    assert {tuple(sorted(map(abs, it))) for it in places.values()} == {(0, 1), (0.5, 1), (1, 1)}


PROCESSES = {
    ProcessType.CONVERSION: "STATE_TRANSITION",
    ProcessType.OMITTED: "KNOWN_TRANSITION_OMITTED",
    ProcessType.UNCERTAIN: "UNKNOWN_TRANSITION",
    ProcessType.TRANSPORT: "TRANSPORT",
    ProcessType.BINDING: "HETERODIMER_ASSOCIATION",
    ProcessType.DISSOCIATION: "DISSOCIATION",
    ProcessType.CLEAVAGE: "TRUNCATION",
    ProcessType.TRANSCRIPTION: "TRANSCRIPTION",
    ProcessType.TRANSLATION: "TRANSLATION",
}


def test_a_process_has_the_type_that_is_drawn_so() -> None:
    for type_ in ProcessType:
        assert terms.PROCESS.word(type_) == PROCESSES.get(type_, "STATE_TRANSITION")
    assert words(terms.PROCESS) == set(PROCESSES.values())
    assert terms.BASE_COUNTS == {
        "HETERODIMER_ASSOCIATION": (2, 1),
        "DISSOCIATION": (1, 2),
        "TRUNCATION": (1, 2),
    }
    assert set(PROCESSES.values()) - terms.BASE_COUNTS.keys() == terms.HAS_RECTANGLE


ACTS = {
    "CATALYSIS": Effect.CATALYSIS,
    "INHIBITION": Effect.INHIBITION,
    "NEGATIVE_INFLUENCE": Effect.INHIBITION,
    "POSITIVE_INFLUENCE": Effect.STIMULATION,
    "PHYSICAL_STIMULATION": Effect.STIMULATION,
    "MODULATION": Effect.MODULATION,
    "TRIGGER": Effect.TRIGGER,
}
REDUCED = {
    f"REDUCED_{word}": ACTS[word] for word in ("PHYSICAL_STIMULATION", "MODULATION", "TRIGGER")
}
EXPRESSION = {
    f"{step}_{word}": effect
    for step in ("TRANSCRIPTIONAL", "TRANSLATIONAL")
    for word, effect in (("ACTIVATION", Effect.STIMULATION), ("INHIBITION", Effect.INHIBITION))
}
UNSURE = {f"UNKNOWN_{word}": effect for word, effect in (ACTS | REDUCED).items()}


def test_a_control_means_what_its_word_says() -> None:
    assert meanings("EFFECT") == ACTS | REDUCED | EXPRESSION | UNSURE
    assert terms.EFFECT.word(Effect.NECESSARY_STIMULATION) == "TRIGGER"


def test_an_influence_means_what_its_word_says() -> None:
    of_processes = {"UNKNOWN_PHYSICAL_STIMULATION", "UNKNOWN_MODULATION", "UNKNOWN_TRIGGER"}
    every = ACTS | REDUCED | EXPRESSION | UNSURE
    assert meanings("INFLUENCE") == {it: every[it] for it in every.keys() - of_processes}
    assert terms.INFLUENCE.word(Effect.NECESSARY_STIMULATION) == "REDUCED_TRIGGER"


def meanings(name: str) -> dict[str, Effect]:
    table = getattr(terms, name)
    return {word: table.key(word) for word in words(table)}


def test_what_is_written_is_the_word_without_a_doubt() -> None:
    assert dict(terms.EFFECT) == {
        Effect.CATALYSIS: "CATALYSIS",
        Effect.STIMULATION: "PHYSICAL_STIMULATION",
        Effect.TRIGGER: "TRIGGER",
        Effect.INHIBITION: "INHIBITION",
        Effect.MODULATION: "MODULATION",
    }
    assert dict(terms.INFLUENCE) == {
        Effect.CATALYSIS: "CATALYSIS",
        Effect.STIMULATION: "POSITIVE_INFLUENCE",
        Effect.TRIGGER: "REDUCED_TRIGGER",
        Effect.INHIBITION: "NEGATIVE_INFLUENCE",
        Effect.MODULATION: "REDUCED_MODULATION",
    }


def test_a_doubt_stands_before_the_word() -> None:
    written = {"CATALYSIS", "INHIBITION", "POSITIVE_INFLUENCE", "NEGATIVE_INFLUENCE", *REDUCED}
    assert {word: f"UNKNOWN_{word}" for word in written} == terms.UNSURE


def test_only_proteins_and_complexes_have_structural_states() -> None:
    """As in the maps that CellDesigner wrote (16 and 2), and in the model of momapy."""
    assert frozenset({"PROTEIN", "COMPLEX"}) == terms.STRUCTURED


def test_a_gate_is_called_by_its_logic() -> None:
    for logic in Logic:
        assert terms.GATE.word(logic) == f"BOOLEAN_LOGIC_GATE_{logic.name}"
    assert {*words(terms.GATE), "BOOLEAN_LOGIC_GATE_UNKNOWN"} == terms.GATES
    assert terms.UNKNOWN_GATE == "BOOLEAN_LOGIC_GATE_UNKNOWN"
    assert terms.GATE.key(terms.UNKNOWN_GATE) is None


def test_a_process_that_reads_is_told_by_what_it_reads() -> None:
    assert terms.READS == {
        ProcessType.TRANSCRIPTION: "TRANSCRIPTION",
        ProcessType.TRANSLATION: "TRANSLATION",
    }
    assert terms.READS_TO == {
        ("GENE", "RNA"): "TRANSCRIPTION",
        ("GENE", "ANTISENSE_RNA"): "TRANSCRIPTION",
        ("RNA", "PROTEIN"): "TRANSLATION",
    }
    assert {"HETERODIMER_ASSOCIATION", "DISSOCIATION", "TRUNCATION"} == terms.T_SHAPED


def test_what_is_on_a_border_is_a_residue_or_a_region_of_the_grammar() -> None:
    regions = set(GRAMMAR["elements"]["region"]["attributes"]["type"]["type"])
    of_protein = {"bindingRegion", "inside"}
    assert {word for _, word in terms.REGION} == regions - {"Modification Site"} | of_protein
    assert {
        "PROTEIN": of_protein,
        **dict.fromkeys(("GENE", "RNA", "ANTISENSE_RNA"), regions - {"Modification Site"}),
    } == terms.REGIONS_OF


def test_a_template_is_named_after_its_class() -> None:
    assert terms.TEMPLATE == {
        "PROTEIN": ("listOfProteins", "protein", "proteinReference", ""),
        "GENE": ("listOfGenes", "gene", "geneReference", "GENE"),
        "RNA": ("listOfRNAs", "RNA", "rnaReference", "RNA"),
        "ANTISENSE_RNA": (
            "listOfAntisenseRNAs",
            "AntisenseRNA",
            "antisensernaReference",
            "ANTISENSE_RNA",
        ),
    }
    assert {"ANTISENSE_RNA"} == terms.SHAPED_CLASS
    assert terms.SHAPED_POSITION == {"insideofmembrane": "insideOfMembrane"}


DIRECTIONS = {"NORTH": (None, 1), "SOUTH": (None, -1), "EAST": (-1, None), "WEST": (1, None)}


def test_the_usual_lines_of_a_frame_are_those_of_the_components_sheet() -> None:
    told = " ".join(f'{name}="{width}"' for name, width in terms.DOUBLE_LINE.items())
    assert told == 'thickness="12.0" outerWidth="2.0" innerWidth="1.0"'


def test_a_compartment_is_closed_on_the_sides_of_its_name() -> None:
    corners = {
        f"{down}{across}": (DIRECTIONS[across][0], DIRECTIONS[down][1])
        for down in ("NORTH", "SOUTH")
        for across in ("EAST", "WEST")
    }
    expected = {f"SQUARE_CLOSEUP_{it}": sides for it, sides in (DIRECTIONS | corners).items()}
    assert expected == terms.CLOSE_UPS
    shapes = {word.lower(): word for word in expected}
    assert dict(terms.COMPARTMENT_SHAPE) == {None: "SQUARE", "oval": "OVAL"} | shapes
    assert dict(terms.LAYER_SHAPE) == {"rectangle": "Square", "oval": "Oval"}


def test_a_line_ends_on_its_square_at_the_ends_or_on_the_long_sides() -> None:
    ends = {0: (-1, 0), 1: (1, 0)}
    above = {2: (0, -1), 4: (-0.5, -1), 5: (0.5, -1)}
    below = {3: (0, 1), 6: (-0.5, 1), 7: (0.5, 1)}
    assert ends | above | below == terms.LINE_PLACE


def test_a_class_has_its_size_and_colour() -> None:
    """Those of CellDesigner 4's own palette, from maps that it wrote."""
    assert {f"{it} {width:g} {height:g}" for it, (width, height) in terms.SIZE.items()} == {
        "PROTEIN 80 40",
        "RECEPTOR 80 50",
        "ION_CHANNEL 80 50",
        "TRUNCATED 80 50",
        "GENE 70 25",
        "RNA 90 25",
        "ANTISENSE_RNA 90 25",
        "SIMPLE_MOLECULE 70 25",
        "ION 25 25",
        "PHENOTYPE 80 30",
        "DRUG 80 30",
        "UNKNOWN 70 25",
        "DEGRADED 30 30",
        "COMPLEX 100 120",
    }
    assert {f"{it} {colour}" for it, colour in terms.COLOUR.items()} == {
        "PROTEIN ffccffcc",
        "RECEPTOR ffffffcc",
        "ION_CHANNEL ffccffff",
        "TRUNCATED ffffcccc",
        "GENE ffffff66",
        "RNA ff66ff66",
        "ANTISENSE_RNA ffff6666",
        "SIMPLE_MOLECULE ffccff66",
        "ION ff9999ff",
        "PHENOTYPE ffcc99ff",
        "DRUG ffffccff",
        "UNKNOWN ffffffff",
        "DEGRADED ffffcccc",
        "COMPLEX fff7f7f7",
        "COMPARTMENT ffcccc00",
        "LINE ff000000",
    }


def test_a_shape_keeps_a_word_and_gives_it_back() -> None:
    for table in (terms.EFFECT, terms.INFLUENCE, terms.GATE, terms.KIND):
        for word in words(table):
            kept = terms.shape_of(table, word)
            assert terms.word_of_shape(table, table.key(word), kept) == word


REGIONS = {
    "proteinBindingDomain", "transcriptionStartingSiteL", "transcriptionStartingSiteR",
    "CodingRegion", "RegulatoryRegion", "empty",
}  # fmt: skip
"""The types that a region of a gene or RNA has in files, beside those of residues."""


def test_a_region_is_told_by_its_own_type_in_lower_case() -> None:
    of_protein = {"bindingRegion", "inside"}
    assert dict(terms.REGION) == {it.lower(): it for it in REGIONS | of_protein}
    assert set(terms.REGIONS) == REGIONS


def test_a_template_has_the_regions_of_its_class() -> None:
    """Extension Tag Specification: a protein has binding regions, all others typed ones."""
    assert {
        "PROTEIN": {"bindingRegion", "inside"},
        "GENE": REGIONS,
        "RNA": REGIONS,
        "ANTISENSE_RNA": REGIONS,
    } == terms.REGIONS_OF


def test_a_label_of_information_tells_how_its_box_is_and_a_tag_where_it_points() -> None:
    assert dict(terms.INFORMATION) == {
        "unit_of_information": "open",
        "unit_of_information_closed": "closed",
    }
    assert dict(terms.TAG) == {
        "tag_right": "RIGHT",
        "tag_left": "LEFT",
        "tag_up": "UP",
        "tag_down": "DOWN",
    }
